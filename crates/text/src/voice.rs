//! Group voices: a delegation that speaks for others from one instant until another.

use crate::provision::ProvisionId;
use alloc::collections::BTreeSet;
use sponsio_record::{Instant, ParticipantId};

/// That one delegation speaks for others. An act of the members.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Voice {
    /// Who speaks.
    pub speaker: ParticipantId,
    /// For whom.
    pub members: BTreeSet<ParticipantId>,
    /// From when on.
    pub from: Instant,
    /// Until when, that instant excluded; none is without end.
    pub until: Option<Instant>,
}

impl Voice {
    /// Whether it holds at this instant.
    pub fn holds(&self, at: Instant) -> bool {
        self.from <= at && self.until.is_none_or(|until| at < until)
    }
}

/// That a member of a group stands on a provision itself, where its group stands on it too.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Override {
    /// The member.
    pub member: ParticipantId,
    /// The group.
    pub group: ParticipantId,
    /// The provision.
    pub provision: ProvisionId,
}
