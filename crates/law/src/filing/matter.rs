//! The closed catalogue of what can be filed.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use sponsio_record::{ActId, Digest, Instant, ParticipantId, TreatyId};

use crate::act::Act;
use crate::calendar::Date;
use crate::conference::Proceeding;
use crate::filing::{LOG_STREAM, PARTICIPANTS_STREAM, POLICIES_STREAM, TABLES_STREAM};
use crate::party::Participant;

/// What a filing says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Matter {
    /// The register opens: the first entry of every log.
    Opening(Opening),
    /// A participant enters the register (S-1).
    Participant(Participant),
    /// A treaty enters the register with its final clauses in Clausula.
    Treaty {
        /// The register's identifier.
        treaty: TreatyId,
        /// Its head and final clauses, as printed by [`crate::clause::print`].
        clauses: String,
    },
    /// The habits of a depositary: one block of `depositaries.clausula`.
    Policies {
        /// The block in Clausula.
        clauses: String,
    },
    /// A group or table that clauses name.
    Table(TableCitation),
    /// An act that concerns status, received under the rules (VCLT art. 77(1)(d)).
    Act(Act),
    /// An act of a back catalogue, recorded as published: no rule of reception was applied.
    Published(Act),
    /// A notification by the depositary (VCLT arts 77(1)(e), 78).
    Notification(Notification),
    /// An addressee confirms that a notification reached it (VCLT art. 78(c)).
    NotificationReceipt {
        /// The treaty.
        treaty: TreatyId,
        /// The notification confirmed.
        of: ActId,
        /// Who confirms.
        participant: ParticipantId,
    },
    /// A confidential act is disclosed: from now on it counts for everybody.
    Disclosure {
        /// The treaty that the act concerns.
        treaty: TreatyId,
        /// The place in the log of the entry that committed to it.
        of: u64,
        /// The digest of the document that opens the commitment.
        opening: Digest,
        /// The day of disclosure at the seat: since when the register knows the act (G-3). Absent in
        /// entries before it was stated; the act's own day of receipt stands for it there.
        on: Option<Date>,
    },
    /// An act of a conference (VCLT arts 9, 10).
    Proceeding(Proceeding),
    /// The heads of the log's streams, by the digest of the record that holds them.
    Heads(Digest),
    /// The key of the log passes to the next, given as a vkey; both sign the act.
    Rotation(String),
    /// A lost key of the log is revoked; the recovery key and the successor sign the act.
    Revocation(Revocation),
    /// Two officers confirm what the desk does not do by itself.
    Confirmation(Confirmation),
    /// A matter that this version does not know: it is kept and hashed, and changes no status.
    Other {
        /// Its kind, verbatim.
        kind: String,
    },
}

/// What the first entry of a log says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// The title of the register.
    pub title: String,
    /// The IANA time zone whose calendar counts (DATE-1).
    pub zone: String,
    /// The public key that may revoke the log's key, as a vkey; its private half is kept off-line.
    pub recovery: Option<String>,
    /// Whether this is a practice register: nothing in it has legal effect.
    pub exercise: bool,
}

/// The revocation of a lost key of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revocation {
    /// The key that was lost, as a vkey.
    pub revoked: String,
    /// The key that signs from now on, as a vkey.
    pub successor: String,
    /// From when on the lost key may have been in other hands.
    pub since: Instant,
    /// The largest size for which its signature counts: what the quorum had cosigned before.
    pub good: u64,
}

/// What two officers confirm.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confirmation {
    /// What it is about.
    pub ground: Ground,
    /// The two officers, by pseudonym.
    pub officers: [String; 2],
    /// Why they are sure.
    pub reason: String,
}

/// What the desk does only when two officers confirm it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ground {
    /// The log is signed although the lock is absent and nobody outside says what was signed last.
    Lock,
    /// Acts are recorded although the clock is behind the last entry.
    Clock,
}

impl Ground {
    /// All grounds.
    pub const ALL: [Self; 2] = [Self::Lock, Self::Clock];

    /// Returns the word that the record gives.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Lock => "lock",
            Self::Clock => "clock",
        }
    }
}

/// What a table is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TableSort {
    /// Who weighs how much.
    Weights,
    /// Who is in a group, from when, until when.
    Group,
    /// Who is a member of this organization (S-4).
    Membership(ParticipantId),
}

/// A group or table that clauses name; its rows are a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableCitation {
    /// The path by which clauses name it, as `weights/shares.csv`.
    pub path: String,
    /// What it is.
    pub sort: TableSort,
    /// The digest of the document that holds the rows.
    pub table: Digest,
}

/// A notification by the depositary: numbered per treaty, immutable (VCLT art. 78).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notification {
    /// The treaty.
    pub treaty: TreatyId,
    /// Its number among the notifications concerning the treaty, from 1.
    pub number: u64,
    /// The act it notifies.
    pub of: ActId,
    /// To whom it goes.
    pub to: Vec<ParticipantId>,
    /// The digest of the letter's bytes.
    pub letter: Digest,
}

impl Matter {
    /// Returns the word that the record gives as `kind`.
    pub fn kind(&self) -> &str {
        match self {
            Self::Opening(_) => "opening",
            Self::Participant(_) => "participant",
            Self::Treaty { .. } => "treaty",
            Self::Policies { .. } => "policies",
            Self::Table(_) => "table",
            Self::Act(act) => act.label.as_str(),
            Self::Published(_) => "published",
            Self::Notification(_) => "notification",
            Self::NotificationReceipt { .. } => "notification-receipt",
            Self::Disclosure { .. } => "disclose",
            Self::Proceeding(proceeding) => proceeding.step.kind(),
            Self::Heads(_) => "heads",
            Self::Rotation(_) => "rotate",
            Self::Revocation(_) => "revoke-key",
            Self::Confirmation(_) => "confirm",
            Self::Other { kind } => kind,
        }
    }

    /// Returns the treaty it concerns, if it concerns one.
    pub const fn treaty(&self) -> Option<&TreatyId> {
        match self {
            Self::Treaty { treaty, .. }
            | Self::NotificationReceipt { treaty, .. }
            | Self::Disclosure { treaty, .. } => Some(treaty),
            Self::Act(act) | Self::Published(act) => Some(&act.treaty),
            Self::Notification(notification) => Some(&notification.treaty),
            Self::Opening(_)
            | Self::Participant(_)
            | Self::Policies { .. }
            | Self::Table(_)
            | Self::Proceeding(_)
            | Self::Heads(_)
            | Self::Rotation(_)
            | Self::Revocation(_)
            | Self::Confirmation(_)
            | Self::Other { .. } => None,
        }
    }

    /// Returns the name of the stream in which it stands.
    pub fn stream(&self) -> String {
        if let Some(treaty) = self.treaty() {
            return instrument_stream(treaty);
        }
        if let Self::Proceeding(proceeding) = self {
            return format!("conference/{}", proceeding.conference);
        }
        match self {
            Self::Participant(_) => PARTICIPANTS_STREAM,
            Self::Policies { .. } => POLICIES_STREAM,
            Self::Table(_) => TABLES_STREAM,
            _ => LOG_STREAM,
        }
        .into()
    }
}

/// Returns the name of the stream of a treaty.
pub fn instrument_stream(treaty: &TreatyId) -> String {
    format!("instrument/{treaty}")
}
