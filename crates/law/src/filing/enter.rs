//! The fold: a filing enters the register.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use sponsio_record::{ActId, Digest, Opening, ParticipantId, TreatyId, read};

use crate::act::Act;
use crate::clause::{Diagnostic, Severity, parse, parse_depositaries};
use crate::conference::ConferenceRefusal;
use crate::filing::table::{read_members, read_weights};
use crate::filing::{Filing, FilingFault, Matter, PRIVATE_TYPE, TableCitation, TableSort};
use crate::register::{EntryError, Register};
use crate::treaty::Treaty;

/// Why a filing cannot enter the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EnterError {
    /// The register has it already, or lacks what it names.
    Entry(EntryError),
    /// The clauses have errors.
    Clauses(Vec<Diagnostic>),
    /// The head of the clauses names another treaty than the filing.
    OtherTreaty(TreatyId),
    /// The clauses hold no block of a depositary, or more than one; the number is how many.
    Blocks(usize),
    /// A document that is needed is not at hand.
    NoDocument(Digest),
    /// What a disclosure opens is not a confidential act.
    Private(Box<FilingFault>),
    /// What a disclosure opens is no act that concerns its treaty.
    NotDisclosed,
    /// The act that a disclosure opens is in the register.
    DisclosedAlready,
    /// The notification has not the next number of its treaty; this is.
    NotNext(u64),
    /// The treaty has no act, or no notification, of this mark.
    NoSuchAct(ActId),
    /// The notification was not addressed to this participant.
    NotAddressed(ParticipantId),
    /// The document with the rows of a table is not such a record.
    Table(Box<FilingFault>),
    /// The law of conferences refuses it.
    Conference(Box<ConferenceRefusal>),
    /// A conference negotiates the treaty, and has not adopted these clauses; it is named.
    NotAsAdopted(String),
}

impl fmt::Display for EnterError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Entry(EntryError::Twice(name)) => write!(f, "the register already has {name}"),
            Self::Entry(EntryError::NoSuchParticipant(code)) => {
                write!(f, "the register has no participant {code}")
            }
            Self::Entry(EntryError::NoSuchTreaty(id)) => {
                write!(f, "the register has no treaty {id}")
            }
            Self::Entry(EntryError::Full) => f.write_str("the register is full"),
            Self::Clauses(diagnostics) => match diagnostics.first() {
                Some(first) => write!(
                    f,
                    "{} error(s) in the clauses, the first at {}:{}: {:?}",
                    diagnostics.len(),
                    first.line,
                    first.column,
                    first.code
                ),
                None => f.write_str("errors in the clauses"),
            },
            Self::OtherTreaty(id) => write!(f, "the head of the clauses names {id}"),
            Self::Blocks(count) => write!(f, "one block of a depositary is filed, not {count}"),
            Self::NoDocument(digest) => write!(f, "the document {} is missing", digest.cited()),
            Self::Table(fault) => write!(f, "the rows of the table: {fault}"),
            Self::NotDisclosed => f.write_str("it opens no act that concerns the treaty"),
            Self::DisclosedAlready => f.write_str("the act that it opens was disclosed before"),
            Self::NotNext(next) => write!(f, "the next notification has the number {next}"),
            Self::NoSuchAct(mark) => write!(f, "the treaty has no act {mark}"),
            Self::NotAddressed(code) => write!(f, "the notification was not addressed to {code}"),
            Self::Conference(refusal) => refusal.fmt(f),
            Self::NotAsAdopted(conference) => {
                write!(
                    f,
                    "the conference {conference} has not adopted these clauses"
                )
            }
            Self::Private(fault) => write!(f, "the act that is disclosed: {fault}"),
        }
    }
}

impl core::error::Error for EnterError {}

impl From<EntryError> for EnterError {
    fn from(error: EntryError) -> Self {
        Self::Entry(error)
    }
}

impl Register {
    /// Folds one filing into the register. Documents that it names are asked for by their digest;
    /// on an error the register is as it was.
    pub fn enter(
        &mut self,
        filing: &Filing,
        document: &dyn Fn(&Digest) -> Option<Vec<u8>>,
    ) -> Result<(), EnterError> {
        match &filing.matter {
            Matter::Participant(participant) => {
                self.add_participant(participant.clone())?;
            }
            Matter::Treaty { treaty, clauses } => self.enter_treaty(treaty, clauses)?,
            Matter::Policies { clauses } => self.enter_policies(clauses)?,
            Matter::Table(citation) => self.enter_table(citation, document)?,
            Matter::Act(act) | Matter::Published(act) => self.apply(act.clone())?,
            Matter::Disclosure {
                treaty,
                opening,
                on,
                ..
            } => {
                let bytes = at_hand(opening, document)?;
                let mut act = disclosed_act(&bytes, treaty)?;
                if act
                    .id
                    .as_ref()
                    .is_some_and(|mark| self.act_marked(mark).is_some())
                {
                    return Err(EnterError::DisclosedAlready);
                }
                // Until now nobody knew of it but its addressees: the past is not rewritten.
                act.recorded = act.recorded.max(*on);
                self.apply(act)?;
            }
            Matter::Notification(notification) => {
                self.enter_notification(filing.id, notification)?;
            }
            Matter::NotificationReceipt {
                treaty,
                of,
                participant,
            } => self.enter_confirmation(treaty, of, participant)?,
            Matter::Proceeding(proceeding) => {
                self.enter_proceeding(filing.id, proceeding, document)?;
            }
            // What concerns the log alone changes no status.
            Matter::Opening(_)
            | Matter::Heads(_)
            | Matter::Rotation(_)
            | Matter::Revocation(_)
            | Matter::Confirmation(_)
            | Matter::Other { .. } => {}
        }
        Ok(())
    }

    /// Folds one filing as [`Register::enter`] does, and keeps its act without a copy.
    pub fn enter_own(
        &mut self,
        filing: Filing,
        document: &dyn Fn(&Digest) -> Option<Vec<u8>>,
    ) -> Result<(), EnterError> {
        match filing.matter {
            Matter::Act(act) | Matter::Published(act) => Ok(self.apply(act)?),
            matter => self.enter(&Filing { matter, ..filing }, document),
        }
    }

    fn enter_treaty(&mut self, treaty: &TreatyId, clauses: &str) -> Result<(), EnterError> {
        self.as_adopted(treaty, clauses)?;
        let parsed = parse(clauses);
        without_errors(parsed.diagnostics)?;
        if let Some(stated) = &parsed.file.header.id
            && stated.value != *treaty
        {
            return Err(EnterError::OtherTreaty(stated.value.clone()));
        }
        self.add_treaty(Treaty::new(treaty.clone(), parsed.file))?;
        Ok(())
    }

    fn enter_policies(&mut self, clauses: &str) -> Result<(), EnterError> {
        let (mut blocks, diagnostics) = parse_depositaries(clauses);
        without_errors(diagnostics)?;
        match (blocks.pop(), blocks.len()) {
            (Some(block), 0) => self.set_depositary(block),
            (Some(_), others) => return Err(EnterError::Blocks(others + 1)),
            (None, _) => return Err(EnterError::Blocks(0)),
        }
        Ok(())
    }

    fn enter_table(
        &mut self,
        citation: &TableCitation,
        document: &dyn Fn(&Digest) -> Option<Vec<u8>>,
    ) -> Result<(), EnterError> {
        let bytes = at_hand(&citation.table, document)?;
        let path = String::from(&*citation.path);
        let fault = |fault| EnterError::Table(Box::new(fault));
        match &citation.sort {
            TableSort::Weights => self.set_weights(path, read_weights(&bytes).map_err(fault)?),
            TableSort::Group => self.set_group(path, read_members(&bytes).map_err(fault)?),
            TableSort::Membership(organization) => {
                let members = read_members(&bytes).map_err(fault)?;
                self.set_membership(organization.clone(), members);
            }
        }
        Ok(())
    }
}

/// Returns the document with this digest; other bytes are as good as none.
fn at_hand(
    digest: &Digest,
    document: &dyn Fn(&Digest) -> Option<Vec<u8>>,
) -> Result<Vec<u8>, EnterError> {
    document(digest)
        .filter(|bytes| Digest::of(bytes) == *digest)
        .ok_or(EnterError::NoDocument(*digest))
}

/// Returns the act on a treaty that an opening discloses, with its day of receipt.
pub fn disclosed_act(opening: &[u8], treaty: &TreatyId) -> Result<Act, EnterError> {
    let disclosed = disclosed(opening).map_err(|fault| EnterError::Private(fault.into()))?;
    match disclosed.matter {
        Matter::Act(act) if act.treaty == *treaty => Ok(act),
        _ => Err(EnterError::NotDisclosed),
    }
}

/// Returns the act within an opening. That the opening fits its entry is for the log to check.
fn disclosed(opening: &[u8]) -> Result<Filing, FilingFault> {
    let opening = Opening::read(&read(opening)?)?;
    let private = read(&opening.bytes)?;
    let mut fields = private.fields(PRIVATE_TYPE)?;
    let filing = fields.required("act", |value| Filing::read(value.object()?))?;
    fields.optional("sigs", |value| value.array().map(drop))?;
    fields.finish()?;
    Ok(filing)
}

fn without_errors(mut diagnostics: Vec<Diagnostic>) -> Result<(), EnterError> {
    diagnostics.retain(|diagnostic| diagnostic.severity == Severity::Error);
    if diagnostics.is_empty() {
        return Ok(());
    }
    Err(EnterError::Clauses(diagnostics))
}
