//! What is brought to the desk to be recorded, and what the desk answers.

use alloc::sync::Arc;

use sponsio_law::filing::{DocumentRef, Filing, Matter};
use sponsio_law::remark::Remark;
use sponsio_ledger::dsse::ActSignature;
use sponsio_ledger::entry::{By, Office, Visibility};
use sponsio_ledger::note::SigningKey;
use sponsio_record::{ActId, Digest, Instant, ParticipantId};

use crate::failure::Unfit;
use crate::store::{Document, Envelope, Letter};

/// An act that is brought to the desk.
#[derive(Debug, Clone)]
pub struct Submission {
    /// Who brings it.
    pub by: By,
    /// The exact bytes of the act; what was signed is what is recorded.
    pub act: Vec<u8>,
    /// Who may read it.
    pub visibility: Visibility,
    /// Signatures over the act.
    pub signatures: Vec<ActSignature>,
    /// Documents that come with it.
    pub documents: Vec<Document>,
    /// What lies behind the commitments that it holds.
    pub envelopes: Vec<Envelope>,
    /// Letters that it makes due.
    pub letters: Vec<Letter>,
    /// When it reached the desk; the clock is read once, at the door.
    pub reached: Instant,
    /// How many entries the log had when whoever submits looked at it, where that matters.
    pub expected_size: Option<u64>,
}

impl Submission {
    /// Returns how much memory it takes with what comes with it, in KiB, at least one.
    pub(crate) fn kib(&self) -> u32 {
        let documents = self.documents.iter().map(|document| document.bytes.len());
        let bytes = self.act.len() + documents.sum::<usize>();
        u32::try_from(bytes / 1_024 + 1).unwrap_or(u32::MAX)
    }

    /// Adds the signatures that these keys make over the exact bytes of the act.
    pub fn sign(&mut self, keys: &[Arc<SigningKey>]) {
        let made = keys.iter().map(|key| ActSignature::make(key, &self.act));
        self.signatures.extend(made);
    }

    /// Returns a public act of the depositary itself with the documents it names.
    pub fn of_office(
        filing: &Filing,
        documents: Vec<Document>,
        reached: Instant,
    ) -> Result<Self, Unfit> {
        let by = By {
            office: Office::Depositary,
            party: None,
            officer: None,
        };
        Self::by(by, filing, documents, reached)
    }

    /// Returns a public filing as whoever's matter it is brings it, with the letters that it makes
    /// due.
    pub fn of(filing: &Filing, documents: Vec<Document>, reached: Instant) -> Result<Self, Unfit> {
        let party = match &filing.matter {
            Matter::NotificationReceipt { participant, .. } => Some(participant.to_string()),
            _ => None,
        };
        let office = match &party {
            Some(_) => Office::Delegation,
            None => Office::Depositary,
        };
        let by = By {
            office,
            party,
            officer: None,
        };
        let mut submission = Self::by(by, filing, documents, reached)?;
        if let Matter::Notification(notification) = &filing.matter {
            let letter = |addressee: &ParticipantId| Letter {
                act: filing.id,
                addressee: addressee.to_string(),
                text: notification.letter,
            };
            submission.letters = notification.to.iter().map(letter).collect();
        }
        Ok(submission)
    }

    /// Returns a public act of an office with the documents it names.
    pub fn by(
        by: By,
        filing: &Filing,
        documents: Vec<Document>,
        reached: Instant,
    ) -> Result<Self, Unfit> {
        let act = filing
            .write()
            .map_err(|fault| Unfit::Filing(fault.into()))?;
        Ok(Self {
            by,
            act,
            visibility: Visibility::Public,
            signatures: Vec::new(),
            documents,
            envelopes: Vec::new(),
            letters: Vec::new(),
            reached,
            expected_size: None,
        })
    }
}

/// Returns how an act names a document.
pub fn cite(document: &Document, language: Option<&str>) -> DocumentRef {
    DocumentRef {
        digest: document.digest,
        bytes: document.bytes.len() as u64,
        media: document.media.clone(),
        language: language.map(str::to_owned),
    }
}

/// An act that is durably in the log. It is *recorded*; *published* follows with the checkpoint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    /// The mark of the act.
    pub act: ActId,
    /// The place of its entry.
    pub seq: u64,
    /// The hash of the leaf.
    pub leaf: Digest,
    /// When it was recorded: evidence, never a legal date.
    pub recorded: Instant,
    /// Whether it had been recorded before: the same act was submitted again.
    pub repeated: bool,
    /// What the law has to say about it.
    pub remarks: Vec<Remark>,
}
