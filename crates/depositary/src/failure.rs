//! Why the desk does not do what it is asked, and why it stops.

use core::fmt::Display;

use sponsio_law::conference::ConferenceRefusal;
use sponsio_law::filing::{EnterError, FilingFault};
use sponsio_law::refusal::Refusal;
use sponsio_record::{ActId, ConferenceId, Digest, Instant, ParticipantId, TreatyId};

use crate::store::StoreError;

/// Why an act is not recorded. Nothing was written.
#[derive(Debug, Clone, thiserror::Error)]
pub enum DeskError {
    /// The law refuses it; the refusal cites its rule.
    #[error("{}", .0.ground.code())]
    Refused(Box<Refusal>),
    /// The law of conferences refuses it; the refusal cites its rule.
    #[error("{}", .0.ground.code())]
    Conference(Box<ConferenceRefusal>),
    /// It does not fit the register or the form of acts.
    #[error(transparent)]
    Unfit(#[from] Unfit),
    /// An act with this id, and with other bytes, is recorded.
    #[error("id-reused: {id} is entry {seq}, with other bytes")]
    IdReused {
        /// The id.
        id: ActId,
        /// The entry that has it.
        seq: u64,
    },
    /// The register has moved on since whoever submits looked at it.
    #[error("stale: the log has {size} entries, not {expected}")]
    Stale {
        /// How many entries the submission supposes.
        expected: u64,
        /// How many there are.
        size: u64,
    },
    /// Too many acts are waiting; try again later.
    #[error("busy: too many acts are waiting; try again in a second")]
    Busy,
    /// The desk records nothing any more; reading goes on.
    #[error(transparent)]
    Stopped(#[from] Fatal),
}

/// Why an act does not fit the register or the form of acts.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// It is no act in record form.
    #[error("no act: {0}")]
    Filing(FilingFault),
    /// It cannot enter the register.
    #[error(transparent)]
    Enter(#[from] EnterError),
    /// The register is not open yet.
    #[error("the register is not open: its first entry is missing")]
    NotOpen,
    /// The register is open already.
    #[error("the register is open already")]
    OpenAlready,
    /// The entry would be longer than 65,535 bytes, or the record is otherwise not to be written.
    #[error("no entry can hold it: {0}")]
    Entry(String),
    /// A document that the act names is neither given nor kept.
    #[error("the document {} is neither given nor kept", .0.cited())]
    NoDocument(Digest),
    /// An act of the catalogue that is received today has another day of receipt, or is dated by
    /// somebody else's clock.
    #[error("received on {received}, not on {stated}")]
    Received {
        /// The day of receipt by the clock of the desk.
        received: String,
        /// The day that the act states.
        stated: String,
    },
    /// The office may not bring an act of this kind.
    #[error("the office {office} may not bring `{kind}`")]
    Mandate {
        /// The office.
        office: &'static str,
        /// The kind of act.
        kind: String,
    },
    /// The name is no time zone of the IANA tables.
    #[error("`{0}` is no time zone")]
    Zone(String),
    /// A correction says why, or it is none.
    #[error("a correction says its reason")]
    NoReason,
    /// The register has no act with this mark.
    #[error("the register has no act {0}")]
    NoSuchAct(String),
    /// An act cannot be confidential that the register must know, such as a participant.
    #[error("`{0}` cannot be confidential")]
    NotConfidential(String),
    /// The register has no treaty of this identifier.
    #[error("the register has no treaty {0}")]
    NoSuchTreaty(TreatyId),
    /// The log has no entry at this place.
    #[error("there is no entry {0}")]
    NoSuchEntry(u64),
    /// The entry is public: there is nothing to disclose.
    #[error("entry {0} is public")]
    Public(u64),
    /// What lay behind the entry was erased.
    #[error("what lay behind entry {0} was erased, or was never kept here")]
    Erased(u64),
    /// A key is not at hand, or an act about the log's keys lacks a signature.
    #[error("{0}")]
    Keys(String),
    /// The entry is recorded and not published yet: nothing proves it so far.
    #[error("entry {0} is not published yet")]
    NotPublished(u64),
    /// Something was recorded after the heads of the streams were named last, so that a bundle could
    /// not show that nothing is left out; naming them is recording.
    #[error("the heads of the streams are older than what the bundle needs")]
    HeadsBehind,
    /// The register has no conference of this identifier.
    #[error("the register has no conference {0}")]
    NoSuchConference(ConferenceId),
    /// The paper behind an act is not given with it, or is another one.
    #[error("the paper behind the act {0} is missing, or is that of another act")]
    Paper(ActId),
    /// A delegation may not take up a proposal that is not addressed to it.
    #[error("the proposal {0} is not addressed to {1}")]
    NotAddressed(ActId, ParticipantId),
    /// An office may act for another party only where it is that party's.
    #[error("the act is one of {0}, and was brought for somebody else")]
    OtherParty(String),
    /// Outside an exercise a bare key signs nothing: nobody but its holder knows whose it is.
    #[error("a bare key signs nothing outside an exercise")]
    BareKey,
    /// A text is not in the source form of texts.
    #[error("{line}:{column}: {fault}")]
    Text {
        /// The line, counted from 1.
        line: u32,
        /// The column, counted from 1.
        column: u32,
        /// What is wrong.
        fault: String,
    },
    /// A rule line of the text is no rule.
    #[error("line {line}, under provision {provision}: {fault}")]
    Rules {
        /// The provision under which it stands.
        provision: String,
        /// The line of the text's source.
        line: u32,
        /// What is wrong.
        fault: String,
    },
    /// The opening does not open the entry that the disclosure names.
    #[error("the opening does not open entry {0}")]
    Opening(u64),
}

/// Why the desk stops recording. It is one line that names the object; whoever runs the desk acts on
/// it, and a new start finishes what was begun.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fatal {
    /// The storage failed, or contradicts itself.
    #[error("storage: {0}")]
    Storage(String),
    /// Entries and the stored root differ.
    #[error("the root of {size} entries is {found}, not {kept}")]
    Root {
        /// How many entries.
        size: u64,
        /// The root that the entries have.
        found: Digest,
        /// The root that is stored.
        kept: Digest,
    },
    /// An entry is not what an entry is.
    #[error("entry {seq}: {detail}")]
    Entry {
        /// Its place.
        seq: u64,
        /// What is wrong.
        detail: String,
    },
    /// A file of the public log is not what the entries give.
    #[error("tile {path}: {detail}")]
    Tile {
        /// Its path.
        path: String,
        /// What is wrong.
        detail: String,
    },
    /// The wall clock went back, or leapt.
    #[error("clock: it is {now}, the last entry was recorded at {last}; an officer must confirm")]
    Clock {
        /// The present instant.
        now: Instant,
        /// The instant of the last entry.
        last: Instant,
    },
    /// A checkpoint of this log is known that the store does not reach: an old backup.
    #[error("rollback: a checkpoint over {known} entries is known, the store has {size}")]
    Rollback {
        /// The size that is known to have been signed.
        known: u64,
        /// How many entries the store has.
        size: u64,
    },
    /// The lock is absent and nobody outside says what was signed last.
    #[error("no lock is there and no observer answers: two officers must confirm before it signs")]
    Unconfirmed,
    /// Another server has taken over.
    #[error("another server has taken over")]
    Superseded,
    /// The key does not sign, or is not that of this log.
    #[error("key: {0}")]
    Key(String),
    /// The desk was closed.
    #[error("the desk is closed")]
    Closed,
}

impl Fatal {
    pub(crate) fn entry(seq: u64, detail: &dyn Display) -> Self {
        Self::Entry {
            seq,
            detail: detail.to_string(),
        }
    }
}

impl From<StoreError> for Fatal {
    fn from(error: StoreError) -> Self {
        Self::Storage(error.to_string())
    }
}
