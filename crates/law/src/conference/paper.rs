//! Papers: what lies behind a commitment until the round is published: the words of a proposal, of an
//! answer, of a position. A paper is a record and names its act, so that it fits that one alone.

use alloc::boxed::Box;
use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use sponsio_record::{
    ActId, ConferenceId, Digest, Draft, Fault, FieldError, ParticipantId, Value, read,
};
use sponsio_text::{Language, Position as Stance, ProvisionId};

use crate::conference::deed::{
    Form, conference_id, language, list, owned, participant, place, provision, said,
};
use crate::conference::names::NAMES;
use crate::conference::proposal::mark;
use crate::conference::rules::words;
use crate::conference::{Names, Place, Statement};

const PROPOSAL: &str = "sponsio.proposal/1";
const ANSWER: &str = "sponsio.answer/1";
const POSITION: &str = "sponsio.position/1";
const STATEMENT: &str = "sponsio.statement/1";

/// What lies behind a commitment.
#[derive(Clone, PartialEq, Eq)]
pub enum Paper {
    /// The words of a proposal.
    Proposal(Proposal),
    /// The words of an answer.
    Answer(Answer),
    /// A position.
    Position(Position),
    /// What a statement says.
    Statement(Box<Statement>),
    /// The names that belong to an act.
    Names(Names),
}

impl fmt::Debug for Paper {
    /// Names the sort only: what is confidential never reaches a message.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct(self.record_type()).finish_non_exhaustive()
    }
}

/// What a proposal says.
#[derive(Clone, PartialEq, Eq)]
pub struct Proposal {
    /// The conference.
    pub conference: ConferenceId,
    /// The mark of the act that tables it.
    pub act: ActId,
    /// The round.
    pub round: String,
    /// Who tables it.
    pub by: ParticipantId,
    /// Who is asked to join it: they read it, and join by an act of their own.
    pub co_sponsors: BTreeSet<ParticipantId>,
    /// To whom it is addressed; `None` means all delegations.
    pub to: Option<BTreeSet<ParticipantId>>,
    /// The revision on which it is made.
    pub base: Digest,
    /// The language of its words.
    pub language: Language,
    /// What it would change.
    pub operations: Vec<Amendment>,
    /// Why.
    pub reason: String,
}

impl fmt::Debug for Proposal {
    /// Names the act only: what is confidential never reaches a message.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Proposal")
            .field("act", &self.act)
            .finish_non_exhaustive()
    }
}

/// One change that a proposal would make.
#[derive(Clone, PartialEq, Eq)]
pub struct Amendment {
    /// What is done.
    pub operation: Operation,
    /// The provision to which it is done, or after which.
    pub provision: ProvisionId,
    /// The other provision: where it moves to, what it is joined with.
    pub other: Option<ProvisionId>,
    /// The words, in the source form of texts.
    pub text: Option<String>,
}

words! {
    /// What an amendment does.
    Operation {
        /// Other words for the provision.
        Replace = "replace",
        /// A new provision after it.
        InsertAfter = "insert-after",
        /// No text.
        Delete = "delete",
        /// The provision moves after another.
        Move = "move",
        /// The provision becomes two.
        Split = "split",
        /// The provision is joined with another.
        Join = "join",
    }
}

/// What an answer to a proposal says.
#[derive(Clone, PartialEq, Eq)]
pub struct Answer {
    /// The conference.
    pub conference: ConferenceId,
    /// The mark of the act that answers.
    pub act: ActId,
    /// The proposal.
    pub of: ActId,
    /// Who answers.
    pub by: ParticipantId,
    /// What it says to the proposal.
    pub stance: Stance,
    /// Its words.
    pub text: String,
}

impl fmt::Debug for Answer {
    /// Names the act only: what is confidential never reaches a message.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Answer")
            .field("act", &self.act)
            .finish_non_exhaustive()
    }
}

/// A position on a proposal or on a reading.
#[derive(Clone, PartialEq, Eq)]
pub struct Position {
    /// The conference.
    pub conference: ConferenceId,
    /// The mark of the act that takes it.
    pub act: ActId,
    /// Who takes it.
    pub by: ParticipantId,
    /// What it says.
    pub stance: Stance,
    /// Of what.
    pub on: Subject,
}

/// On what a position is taken.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// On a proposal as a whole.
    Proposal(ActId),
    /// On a reading at a place of a revision: it is attached again to whatever reading says the same.
    Reading {
        /// The provision and the language.
        place: Place,
        /// The revision.
        base: Digest,
        /// The first token of the base that the reading replaces, and the first after it.
        range: (u64, u64),
        /// The words of the reading; empty is *no text*.
        reading: String,
    },
}

/// Why bytes are no paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PaperError {
    /// They are no record.
    Record(Fault),
    /// A member is missing, unknown or not what it should be.
    Field(FieldError),
    /// They are a record of another type.
    Type,
}

impl fmt::Display for PaperError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Record(fault) => fault.fmt(f),
            Self::Field(error) => error.fmt(f),
            Self::Type => f.write_str("it is no paper of a conference"),
        }
    }
}

impl core::error::Error for PaperError {}

impl From<FieldError> for PaperError {
    fn from(error: FieldError) -> Self {
        Self::Field(error)
    }
}

/// Returns the word for a stance in records.
pub(crate) const fn stance_label(stance: Stance) -> &'static str {
    match stance {
        Stance::Propose => "propose",
        Stance::Support => "support",
        Stance::CanAccept => "can-accept",
        Stance::Reserve => "reserve",
        Stance::Oppose => "oppose",
    }
}

fn stance(value: &Value<'_>) -> Result<Stance, FieldError> {
    value.read_as("a position, as `support`", |text| {
        [
            Stance::Propose,
            Stance::Support,
            Stance::CanAccept,
            Stance::Reserve,
            Stance::Oppose,
        ]
        .into_iter()
        .find(|stance| stance_label(*stance) == text)
    })
}

impl Paper {
    const fn record_type(&self) -> &'static str {
        match self {
            Self::Proposal(_) => PROPOSAL,
            Self::Answer(_) => ANSWER,
            Self::Position(_) => POSITION,
            Self::Statement(_) => STATEMENT,
            Self::Names(_) => NAMES,
        }
    }

    /// Returns the conference and the act to which it belongs.
    pub fn belongs_to(&self) -> (&ConferenceId, ActId) {
        match self {
            Self::Proposal(paper) => (&paper.conference, paper.act),
            Self::Answer(paper) => (&paper.conference, paper.act),
            Self::Position(paper) => (&paper.conference, paper.act),
            Self::Statement(paper) => (&paper.conference, paper.act),
            Self::Names(paper) => (&paper.conference, paper.act),
        }
    }

    /// Returns the bytes of the record that it is.
    pub fn write(&self) -> Result<Vec<u8>, Fault> {
        let mut form = Form::default();
        form.text("type", self.record_type());
        let (conference, act) = self.belongs_to();
        form.named("conference", conference);
        form.named("act", &act);
        match self {
            Self::Proposal(paper) => paper.write_into(&mut form),
            Self::Answer(paper) => {
                form.named("of", &paper.of);
                form.named("by", &paper.by);
                form.text("stance", stance_label(paper.stance));
                form.said("text", &paper.text);
            }
            Self::Position(paper) => paper.write_into(&mut form),
            Self::Statement(paper) => paper.write_into(&mut form),
            Self::Names(paper) => paper.write_into(&mut form),
        }
        Draft::object(form.0).finish()
    }

    /// Returns the paper that these bytes are.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, PaperError> {
        let record = read(bytes).map_err(PaperError::Record)?;
        let kind = record.get("type").and_then(|value| value.text().ok());
        match kind {
            Some(PROPOSAL) => Ok(Self::Proposal(Proposal::read(&record)?)),
            Some(ANSWER) => Ok(Self::Answer(Answer::read(&record)?)),
            Some(POSITION) => Ok(Self::Position(Position::read(&record)?)),
            Some(NAMES) => Ok(Self::Names(Names::read(&record)?)),
            Some(STATEMENT) => {
                let mut fields = record.fields(STATEMENT)?;
                let statement = Statement::read(&mut fields)?;
                fields.finish()?;
                Ok(Self::Statement(Box::new(statement)))
            }
            _ => Err(PaperError::Type),
        }
    }
}

impl Amendment {
    /// Whether it changes a provision, or brings it in under this id.
    pub fn concerns(&self, provision: ProvisionId) -> bool {
        let brings_it = |text: &String| text.contains(&alloc::format!("{{#{provision}}}"));
        self.provision == provision
            || self.other == Some(provision)
            || self.text.as_ref().is_some_and(brings_it)
    }
}

impl Proposal {
    /// Returns the provisions that it touches.
    pub fn touched(&self) -> BTreeSet<ProvisionId> {
        let operations = self.operations.iter();
        operations
            .flat_map(|amendment| [Some(amendment.provision), amendment.other])
            .flatten()
            .collect()
    }

    /// Whether a delegation may read it before its round is published: its sponsors and those to whom
    /// it is addressed.
    pub fn is_read_by(&self, code: &ParticipantId) -> bool {
        let addressed = self.to.as_ref().is_none_or(|to| to.contains(code));
        addressed || self.by == *code || self.co_sponsors.contains(code)
    }

    fn write_into(&self, form: &mut Form) {
        form.text("round", &self.round);
        form.named("by", &self.by);
        form.names("co_sponsors", &self.co_sponsors);
        form.some("to", self.to.as_ref(), |to| {
            Draft::array(to.iter().map(|code| Draft::text(alloc::format!("{code}"))))
        });
        form.digest("base", &self.base);
        form.text("lang", self.language.as_str());
        form.list("operations", &self.operations, |amendment| {
            let mut form = Form::default();
            form.text("do", amendment.operation.label());
            form.named("provision", &amendment.provision);
            form.some("other", amendment.other.as_ref(), |id| {
                Draft::text(alloc::format!("{id}"))
            });
            form.some("text", amendment.text.as_ref(), |text| {
                Draft::text(text.clone())
            });
            Draft::object(form.0)
        });
        form.said("reason", &self.reason);
    }

    fn read(record: &sponsio_record::Record<'_>) -> Result<Self, FieldError> {
        let mut fields = record.fields(PROPOSAL)?;
        let paper = Self {
            conference: fields.required("conference", conference_id)?,
            act: fields.required("act", Value::act_id)?,
            round: fields.required("round", owned)?,
            by: fields.required("by", participant)?,
            co_sponsors: list(&mut fields, "co_sponsors", participant)?
                .into_iter()
                .collect(),
            to: fields.optional("to", |value| {
                Ok(value.list(participant)?.into_iter().collect())
            })?,
            base: fields.required("base", Value::digest)?,
            language: fields.required("lang", language)?,
            operations: list(&mut fields, "operations", |value| {
                let mut fields = value.object()?.fields();
                let amendment = Amendment {
                    operation: fields.required("do", Operation::read)?,
                    provision: fields.required("provision", provision)?,
                    other: fields.optional("other", provision)?,
                    text: fields.optional("text", |value| value.text().map(String::from))?,
                };
                fields.finish()?;
                Ok(amendment)
            })?,
            reason: said(&mut fields, "reason")?,
        };
        fields.finish()?;
        Ok(paper)
    }
}

impl Answer {
    fn read(record: &sponsio_record::Record<'_>) -> Result<Self, FieldError> {
        let mut fields = record.fields(ANSWER)?;
        let paper = Self {
            conference: fields.required("conference", conference_id)?,
            act: fields.required("act", Value::act_id)?,
            of: fields.required("of", Value::act_id)?,
            by: fields.required("by", participant)?,
            stance: fields.required("stance", stance)?,
            text: said(&mut fields, "text")?,
        };
        fields.finish()?;
        Ok(paper)
    }
}

impl Position {
    fn write_into(&self, form: &mut Form) {
        form.named("by", &self.by);
        form.text("stance", stance_label(self.stance));
        match &self.on {
            Subject::Proposal(of) => form.draft("of", mark(of)),
            Subject::Reading {
                place,
                base,
                range: (first, end),
                reading,
            } => {
                form.place(place);
                form.digest("base", base);
                form.draft("first", Draft::count(*first));
                form.draft("end", Draft::count(*end));
                form.text("reading", reading);
            }
        }
    }

    fn read(record: &sponsio_record::Record<'_>) -> Result<Self, FieldError> {
        let mut fields = record.fields(POSITION)?;
        let conference = fields.required("conference", conference_id)?;
        let act = fields.required("act", Value::act_id)?;
        let by = fields.required("by", participant)?;
        let stance = fields.required("stance", stance)?;
        let on = match fields.optional("of", Value::act_id)? {
            Some(of) => Subject::Proposal(of),
            None => Subject::Reading {
                place: place(&mut fields)?,
                base: fields.required("base", Value::digest)?,
                range: (
                    fields.required("first", Value::count)?,
                    fields.required("end", Value::count)?,
                ),
                reading: fields.required("reading", |value| value.text().map(String::from))?,
            },
        };
        fields.finish()?;
        Ok(Self {
            conference,
            act,
            by,
            stance,
            on,
        })
    }
}
