//! The acts that concern status, from signature to the end of a suspension: one way from the desk's
//! words to an act in the log, and the same way without writing anything. What tells the kinds apart
//! is the law's, and is decided there.

use alloc::sync::Arc;

use sponsio_law::act::{Act, ActKind, ActLabel};
use sponsio_law::calendar::Date;
use sponsio_law::filing::{Filing, Matter};
use sponsio_law::register::Register;
use sponsio_law::remark::Remark;
use sponsio_ledger::entry::Visibility;
use sponsio_ledger::note::SigningKey;
use sponsio_record::{ActId, ParticipantId, TreatyId};

use crate::desk::Depositary;
use crate::entering::Foreseen;
use crate::failure::{DeskError, Unfit};
use crate::state::State;
use crate::store::Document;
use crate::submission::{Recorded, Submission, cite};

/// The media type of the 32 bytes of a public key.
const KEY_MEDIA: &str = "application/octet-stream";

/// What is asked to record an act.
#[derive(Debug, Clone)]
pub struct RecordAct {
    /// What it is.
    pub kind: ActKind,
    /// The treaty.
    pub treaty: TreatyId,
    /// Whose act it is.
    pub participant: ParticipantId,
    /// The legal date: of signature, of deposit, of receipt of a notice. Absent: the day on which it
    /// reaches the desk, at the depositary's seat.
    pub done: Option<Date>,
    /// The day of effect that the act itself names.
    pub effect: Option<Date>,
    /// What it refers to: the act corrected, by its mark; the predecessor, by its code.
    pub refers_to: Option<String>,
    /// Where the fact comes from.
    pub source: String,
    /// What else is said, verbatim.
    pub note: String,
    /// The instruments and letters that come with it, each with its language.
    pub documents: Vec<(Document, Option<String>)>,
    /// Who may read it.
    pub visibility: Visibility,
    /// Keys with which the act is signed by its party. Their public halves come along as documents, so
    /// that whoever reads can judge the signatures.
    pub signers: Vec<Arc<SigningKey>>,
    /// The mark of the act, where it is chosen outside; a repetition is then recognized.
    pub id: Option<ActId>,
}

impl RecordAct {
    /// Returns a public act of this kind that names its treaty and its author.
    pub fn new(kind: ActKind, treaty: TreatyId, participant: ParticipantId) -> Self {
        Self {
            kind,
            treaty,
            participant,
            done: None,
            effect: None,
            refers_to: None,
            source: String::new(),
            note: String::new(),
            documents: Vec::new(),
            visibility: Visibility::Public,
            signers: Vec::new(),
            id: None,
        }
    }
}

/// What an act would do if it were recorded now. Nothing was written.
#[derive(Debug, Clone)]
pub struct Preview {
    /// What the law has to say about it.
    pub remarks: Vec<Remark>,
    /// The register as it is.
    pub before: Arc<State>,
    /// The register as it would be.
    pub after: Register,
    /// The act as it would stand in the register.
    pub act: Act,
}

impl RecordAct {
    /// Returns the request as it is filed under this mark (its own, if it has one), received on this
    /// day, and the documents that come with it.
    pub fn filing(self, id: ActId, received: Date) -> (Filing, Vec<Document>) {
        let id = self.id.unwrap_or(id);
        let keys = self.signers.iter().map(|key| public_half(key));
        let mut brought = self.documents;
        brought.extend(keys.map(|key| (key, None)));
        let cited = brought.iter();
        let cited = cited.map(|(document, language)| cite(document, language.as_deref()));
        let filing = Filing {
            id,
            matter: Matter::Act(Act {
                id: Some(id.to_string()),
                treaty: self.treaty,
                participant: self.participant,
                label: ActLabel::Known(self.kind),
                date: self.done.unwrap_or(received),
                effect: self.effect,
                recorded: Some(received),
                refers_to: self.refers_to,
                source: self.source,
                note: self.note,
            }),
            documents: cited.collect(),
        };
        let documents = brought.into_iter();
        (filing, documents.map(|(document, _)| document).collect())
    }
}

/// The public half of a key, as a document; the signatures name it by the same digest.
fn public_half(key: &SigningKey) -> Document {
    Document::of(KEY_MEDIA, key.verifier().public().to_vec())
}

impl Depositary {
    /// Records an act: examined by the law, durable when this returns.
    pub async fn record_act(&self, request: RecordAct) -> Result<Recorded, DeskError> {
        let reached = self.now();
        let (visibility, signers) = (request.visibility, request.signers.clone());
        let (filing, documents) = request.filing(self.mark()?, self.day_at_seat(reached));
        let mut submission = Submission::of_office(&filing, documents, reached)?;
        submission.visibility = visibility;
        submission.sign(&signers);
        self.record(submission).await
    }

    /// Says what an act would do; nothing is written. A refusal is the one that recording it would
    /// meet.
    pub fn preview_act(&self, request: RecordAct) -> Result<Preview, DeskError> {
        let reached = self.now();
        let (filing, documents) = request.filing(self.mark()?, self.day_at_seat(reached));
        let before = self.state();
        let Foreseen { remarks, after } = before.foresee(&filing, &documents, reached)?;
        let Matter::Act(act) = filing.matter else {
            return Err(Unfit::NotOpen.into());
        };
        Ok(Preview {
            remarks,
            before,
            after,
            act,
        })
    }
}
