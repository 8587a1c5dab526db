//! Positions on readings that somebody else proposes: stored with the words they are about, so that
//! they find their reading again however contested places are cut.

use crate::body::{Passage, Position};
use crate::provision::ProvisionId;
use core::ops::Range;
use sponsio_record::{Instant, ParticipantId};

/// What a delegation said of a reading, with the place in the base that it knew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stated {
    /// The delegation.
    pub delegation: ParticipantId,
    /// What it says. `Support` is meant for the base reading: who supports a rival reading has it in
    /// its own text.
    pub position: Position,
    /// The provision.
    pub provision: ProvisionId,
    /// The tokens of the base that the reading replaces, counted in the provision.
    pub range: Range<usize>,
    /// The words of the reading; empty is *no text*.
    pub words: Passage,
    /// When the depositary received it.
    pub at: Instant,
}
