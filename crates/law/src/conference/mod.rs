//! A conference: the negotiation of a text by its participants, as a fold of proceedings (VCLT arts
//! 9, 10; `docs/spec/conference.md`).
//!
//! Each concept has its file with what is done, what refuses it and what it changes. Time is an
//! argument: nothing moves by itself, and [`Conference::due`] says what is due at an instant. The
//! words of proposals are papers behind commitments until their round is published; whoever holds a
//! paper folds it in by [`Conference::disclose`], the public log when the round is published and an
//! addressee before.

mod adoption;
mod agenda;
mod agreement;
mod ahead;
mod authentication;
mod capacity;
mod clarification;
mod clauses;
mod corrigendum;
mod deed;
mod delegation;
mod dossier;
mod draft;
mod drafting;
mod due;
mod enter;
mod examination;
mod figures;
mod history;
mod level;
mod majority;
mod meeting;
mod names;
mod package;
mod paper;
mod period;
mod position;
mod proceeding;
mod proposal;
mod publication;
mod rebased;
mod referendum;
mod refusal;
mod repetition;
mod reservation;
mod revision;
mod round;
mod rules;
mod silence;
mod source;
mod spoken;
mod stands;
mod statement;
#[cfg(test)]
mod tests;
mod translation;
mod travaux;
mod understanding;
mod version;
mod walk;

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use sponsio_record::{ActId, ConferenceId, Digest, Instant, ParticipantId, TreatyId};
use sponsio_text::{Language, ProvisionId};

pub use adoption::{Adopted, Adoption, TextFacts};
pub use agenda::{AgendaItem, Attention, ItemAdded, ItemConcluded, ItemTakenUp};
pub use agreement::{Agreed, Agreement, Reopened, Standing};
pub use ahead::{Ahead, Stage};
pub use authentication::{Authenticated, Authentication, Initialled, Procedure};
pub use capacity::Capacity;
pub use clarification::{
    Clarification, ClarificationAnswered, ClarificationClosed, ClarificationRaised, QuestionShared,
    ReadingRecorded, Weight,
};
pub use clauses::{Misfit, compile};
pub use corrigendum::{CorrectionOfText, Corrigendum, CorrigendumObjection};
pub(crate) use deed::Form;
pub use delegation::{Seat, Voice};
pub use draft::{DraftProvision, Linked, OriginLinked, Passage, ProvisionDrafted};
pub use drafting::Drafting;
pub use due::Due;
pub use figures::Figures;
pub use history::{Event, Happening};
pub use level::{Level, LevelChange, LevelGiven};
pub use majority::{Decision, Majority, Vote};
pub use meeting::{
    Delegation, Meeting, MeetingAttended, MeetingClosed, MeetingOpened, Representative,
};
pub use names::Names;
pub use package::{Package, PackageDissolved, PackageOpened};
pub use paper::{Amendment, Answer, Operation, Paper, PaperError, Position, Proposal, Subject};
pub use period::{Period, PeriodSet};
pub use position::{Held, PositionTaken};
pub use proceeding::{Actor, Proceeding, Step};
pub use proposal::{
    Acknowledged, Answered, CoSponsored, Conveyed, Disposed, End, Outcome, Tabled, TabledProposal,
    Withdrawn,
};
pub use publication::{Audience, Disclosed, RoundPublished};
pub use rebased::{Carried, Texts};
pub use referendum::{ReferendumAnswer, ReferendumState};
pub use refusal::{ConferenceRefusal, Ground, RecordGround};
pub use repetition::{Repeated, Repetition, Replied};
pub use reservation::{PositionReserved, ReservationLifted, Reserved};
pub use revision::{Revision, RevisionMade};
pub use round::{Round, RoundArchived, RoundClosed, RoundOpened, RoundState};
pub use rules::{Convened, Lapse, RulesOfProcedure, SilenceExtension, Tabling};
pub use silence::{
    Attached, Attachment, Objection, Silence, SilenceAnnounced, SilenceConcluded, SilenceExtended,
    SilenceObject, SilenceStarted, SilenceState, SilenceWithdrawn,
};
pub use source::{Source, SourceRecorded};
pub use spoken::{Quote, Statement, StatementKind, WordsAt};
pub use stands::{CONCORDANCE, LeftOut, Stands, words_of_provision};
pub use statement::{RecordedStatement, StatementConfirmed, StatementRecorded, StatementSetAside};
pub use translation::{LanguageReviewed, PendingTranslation, Translation, TranslationState};
pub use travaux::{Trace, Travaux};
pub use understanding::{
    Understanding, UnderstandingAffirmed, UnderstandingCarried, UnderstandingRecorded,
};
pub use version::{Drawn, Version};
pub use walk::{Origin, Spoken, Walk};

use publication::Sealed;

/// A provision in one of the languages of its instrument.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The provision.
    pub provision: ProvisionId,
    /// The language.
    pub language: Language,
}

/// A conference as its proceedings leave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conference {
    /// The register's identifier.
    pub id: ConferenceId,
    /// What it was convened as.
    pub convened: Convened,
    seats: BTreeMap<ParticipantId, Seat>,
    voices: Vec<Voice>,
    revision: Option<Digest>,
    revisions: Vec<Revision>,
    contents: BTreeMap<Place, Digest>,
    rounds: Vec<Round>,
    proposals: Vec<TabledProposal>,
    proposal_index: BTreeMap<ActId, usize>,
    sealed: BTreeMap<ActId, Sealed>,
    positions: Vec<position::PositionAt>,
    agreements: BTreeMap<Place, Agreement>,
    history: Vec<Event>,
    translations: BTreeMap<Place, Translation>,
    packages: BTreeMap<String, Package>,
    reservations: BTreeMap<ActId, Reserved>,
    silences: BTreeMap<ActId, Silence>,
    adoption: Option<Adoption>,
    authentication: Authentication,
    corrigenda: BTreeMap<ActId, CorrectionOfText>,
    dossier: dossier::Dossier,
}

impl Conference {
    /// Returns the conference as it is convened: nobody seated, no text.
    pub fn new(id: ConferenceId, convened: Convened) -> Self {
        Self {
            id,
            convened,
            seats: BTreeMap::new(),
            voices: Vec::new(),
            revision: None,
            revisions: Vec::new(),
            contents: BTreeMap::new(),
            rounds: Vec::new(),
            proposals: Vec::new(),
            proposal_index: BTreeMap::new(),
            sealed: BTreeMap::new(),
            positions: Vec::new(),
            agreements: BTreeMap::new(),
            history: Vec::new(),
            translations: BTreeMap::new(),
            packages: BTreeMap::new(),
            reservations: BTreeMap::new(),
            silences: BTreeMap::new(),
            adoption: None,
            authentication: Authentication::default(),
            corrigenda: BTreeMap::new(),
            dossier: dossier::Dossier::default(),
        }
    }

    /// Returns the treaty that is negotiated.
    pub fn treaty(&self) -> &TreatyId {
        &self.convened.treaty
    }

    /// Returns the digest of the present revision of the text, if one was made.
    pub fn revision(&self) -> Option<&Digest> {
        self.revision.as_ref()
    }

    /// Returns the digest of what the present revision says at a place.
    pub fn content(&self, place: &Place) -> Option<&Digest> {
        self.contents.get(place)
    }

    /// Returns the places of the present revision, each with the digest of its content.
    pub fn contents(&self) -> &BTreeMap<Place, Digest> {
        &self.contents
    }

    /// Has the law examine what is about to be done; a refusal cites its rule.
    pub fn examine(
        &self,
        id: ActId,
        at: Instant,
        step: &Step,
    ) -> Result<(), Box<ConferenceRefusal>> {
        step.examine(self, &Doing { id, at })
            .map_err(|ground| Box::new(self.refusal(step, at, ground)))
    }

    /// Returns the refusal of what was about to be done.
    pub fn refusal(&self, step: &Step, at: Instant, ground: Ground) -> ConferenceRefusal {
        ConferenceRefusal {
            conference: self.id.clone(),
            kind: step.kind(),
            by: step.actor().party().cloned(),
            at,
            ground,
        }
    }

    /// Folds what was examined.
    pub(crate) fn apply(&mut self, id: ActId, at: Instant, step: &Step) {
        step.apply(self, &Doing { id, at });
    }
}

/// Which act is done, and when it was received.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Doing {
    /// The mark of the act.
    pub(crate) id: ActId,
    /// The instant of its receipt.
    pub(crate) at: Instant,
}
