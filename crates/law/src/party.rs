//! Participants: States, organizations and others that can be bound, and who is a member of which
//! group on which day (S-1, S-3).

use alloc::string::String;
use alloc::vec::Vec;

use sponsio_record::ParticipantId;

use crate::calendar::Date;

/// What a participant is (S-1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ParticipantKind {
    /// A State; every State has capacity (VCLT art. 6).
    State,
    /// A State that no longer exists; its acts stay in history (SUCC-4).
    FormerState,
    /// An international organization (VCLT-IO 1986 art. 6).
    Organization,
    /// A territory; it is never counted.
    Territory,
    /// A company.
    Company,
    /// An institution.
    Institution,
    /// A sub-state unit.
    SubState,
}

impl ParticipantKind {
    /// Every kind.
    pub const ALL: [Self; 7] = [
        Self::State,
        Self::FormerState,
        Self::Organization,
        Self::Territory,
        Self::Company,
        Self::Institution,
        Self::SubState,
    ];

    /// Returns the label of the kind in files.
    pub const fn label(self) -> &'static str {
        match self {
            Self::State => "state",
            Self::FormerState => "former-state",
            Self::Organization => "organization",
            Self::Territory => "territory",
            Self::Company => "company",
            Self::Institution => "institution",
            Self::SubState => "sub-state",
        }
    }

    /// Returns the kind with this label, or `None`.
    pub fn from_label(label: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.label() == label)
    }

    /// Whether a participant of this kind is a State in the sense of a count of States (EIF-9).
    pub const fn is_state(self) -> bool {
        matches!(self, Self::State | Self::FormerState)
    }
}

/// A participant: an identity with a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Participant {
    /// The register's identifier.
    pub id: ParticipantId,
    /// The name by which people know it.
    pub name: String,
    /// What it is.
    pub kind: ParticipantKind,
}

/// One row of a group or of an organization's membership: who, from when, until when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Who.
    pub participant: ParticipantId,
    /// The first day inside; absent means always.
    pub from: Option<Date>,
    /// The first day outside; absent means open.
    pub until: Option<Date>,
}

impl Member {
    /// Whether the member is inside on this day.
    pub fn is_inside(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day < until)
    }
}

/// The members of a group over time.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Membership {
    /// The rows, in the order of the file.
    pub members: Vec<Member>,
}
