//! Voices that are not those of one delegation for itself: a group's, that of a delegation that speaks for
//! others from one instant until another; and the chair's.

use crate::provision::ProvisionId;
use alloc::collections::BTreeSet;
use sponsio_record::{Instant, ParticipantId};

/// The code under which the chair of a negotiation has readings of its own. They are offered to all,
/// without prejudice to positions: nobody stands behind them by their being there.
pub const CHAIR: &str = "X-CHAIR";

/// Whether a code is that of the chair, and of no delegation.
pub fn is_chair(code: &ParticipantId) -> bool {
    code.as_str() == CHAIR
}

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
