//! The rolling text: what N delegations' texts make together, with every bracket attributed. A pure
//! function of base, stands, positions and options; it is computed, never edited by hand.

mod compute;
mod contest;
mod factor;
mod project;
mod reading;
mod settle;
mod structure;
mod voiced;

pub(crate) use settle::{base_length, flat};

use crate::body::Site;
use crate::expression::Expression;
use crate::number::Label;
use crate::position::Stated;
use crate::provision::{Provision, ProvisionId};
use crate::stand::{Placement, Restructured, Stand, StandFault};
use crate::voice::{Override, Voice};
use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use core::ops::Range;
use sponsio_record::{Instant, ParticipantId};

/// How a rolling text is cut.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// Changes fewer than this many words apart become one contested place; 0 leaves each alone.
    pub coalesce: usize,
    /// Above this percentage of words of the base in contested places, and wherever brackets would be
    /// longer than the texts one after the other, a provision shows whole alternatives; none never.
    pub whole_above: Option<u8>,
    /// Whether common parts of rival readings are taken out where that makes them shorter.
    pub factor: bool,
    /// Who speaks for whom.
    pub voices: Vec<Voice>,
    /// The instant for which voices are asked; without one none holds.
    pub at: Option<Instant>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            coalesce: 3,
            whole_above: Some(60),
            factor: true,
            voices: Vec::new(),
            at: None,
        }
    }
}

/// A rolling text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rolling {
    /// The text: bodies with contested places, whole alternatives (without words: *no text*), and
    /// inserted provisions with the delegations that insert them.
    pub expression: Expression,
    /// On which provisions each delegation has spoken, and when the depositary received it.
    pub spoken: BTreeMap<ParticipantId, BTreeMap<ProvisionId, Instant>>,
    /// Which provisions each delegation has elsewhere than the rolling text, in the order of its text.
    pub placements: BTreeMap<ParticipantId, Vec<Placement>>,
    /// What each delegation splits, joins and labels anew.
    pub changes: BTreeMap<ParticipantId, Vec<Restructured>>,
    /// The labels that inserted provisions bear in the texts of those that insert them, where the
    /// rolling text gives them another (`14 bis`).
    pub labels: BTreeMap<ProvisionId, Option<Label>>,
    /// Positions that fit no reading any more; they are shown beside the provision.
    pub unattached: Vec<Stated>,
    /// The voices that hold.
    pub voices: Vec<Voice>,
    /// Where a member's own stand goes before its group's.
    pub overrides: Vec<Override>,
}

/// A contested place with where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place<'a> {
    /// The provision.
    pub provision: &'a Provision,
    /// Its number among the contested places of the provision, from 0.
    pub number: usize,
    /// The place.
    pub site: &'a Site,
    /// The tokens of the base that it covers.
    pub from: usize,
    /// The first token of the base after it.
    pub to: usize,
}

impl Place<'_> {
    /// Returns the tokens of the base that it covers.
    pub fn range(&self) -> Range<usize> {
        self.from..self.to
    }
}

/// Returns the rolling text of these stands over this base.
///
/// # Errors
/// A stand that does not fit the base; all of them are named.
pub fn rolling(
    base: &Expression,
    stands: &[Stand],
    positions: &[Stated],
    options: &Options,
) -> Result<Rolling, Vec<StandFault>> {
    compute::compute(base, stands, positions, options)
}

#[cfg(test)]
mod tests;
