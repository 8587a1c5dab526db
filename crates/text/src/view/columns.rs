//! Texts in columns: one delegation's text with its own changes marked, and two texts side by side.

use crate::body::Passage;
use crate::compare::{Stretch, compare_words};
use crate::expression::Expression;
use crate::order;
use crate::provision::{Provision, ProvisionId};
use crate::rolling::Rolling;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;
use sponsio_record::ParticipantId;

/// What one side has at a stretch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Side {
    /// Words that both have.
    Same(Passage),
    /// Words that only the left has.
    Left(Passage),
    /// Words that only the right has.
    Right(Passage),
}

/// A provision in two texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The provision.
    pub id: ProvisionId,
    /// The provision as the left has it.
    pub left: Option<Provision>,
    /// The provision as the right has it.
    pub right: Option<Provision>,
    /// Their words, in order.
    pub words: Vec<Side>,
    /// Whether it stands elsewhere in the right.
    pub is_moved: bool,
}

impl Column {
    /// Whether the two differ.
    pub fn differs(&self) -> bool {
        let is_same = |side: &Side| matches!(side, Side::Same(_));
        self.is_moved
            || self.left.is_some() != self.right.is_some()
            || !self.words.iter().all(is_same)
    }
}

impl Rolling {
    /// Returns the text as one delegation would have it, beside the base: its own changes are marked,
    /// those of others are not shown.
    pub fn as_of(&self, delegation: &ParticipantId) -> Vec<Column> {
        side_by_side(&self.base(), &self.project(delegation))
    }

    /// Returns the texts of two delegations side by side.
    pub fn beside(&self, left: &ParticipantId, right: &ParticipantId) -> Vec<Column> {
        side_by_side(&self.project(left), &self.project(right))
    }

    /// Returns the text without brackets: the provisions that are in `agreed`, with `None` where others
    /// are left out; all of the base if nothing is said of agreement.
    pub fn clean(&self, agreed: Option<&BTreeSet<ProvisionId>>) -> Vec<Option<Provision>> {
        let mut rows: Vec<Option<Provision>> = Vec::new();
        for own in self.base().provisions {
            match agreed {
                Some(agreed) if !agreed.contains(&own.id) => {
                    if !matches!(rows.last(), Some(None)) {
                        rows.push(None);
                    }
                }
                _ => rows.push(Some(own)),
            }
        }
        rows
    }
}

/// Returns two texts side by side, in the order of the right; what only the left has stands after what
/// it follows there.
pub fn side_by_side(left: &Expression, right: &Expression) -> Vec<Column> {
    let of_left: BTreeMap<ProvisionId, (usize, &Provision)> = left
        .provisions
        .iter()
        .enumerate()
        .map(|(at, own)| (own.id, (at, own)))
        .collect();
    let of_right: BTreeSet<ProvisionId> = right.provisions.iter().map(|own| own.id).collect();
    let shared: Vec<usize> = right
        .provisions
        .iter()
        .filter_map(|own| of_left.get(&own.id).map(|(at, _)| *at))
        .collect();
    let steady: BTreeSet<usize> = order::longest_rising(&shared)
        .into_iter()
        .map(|at| shared[at])
        .collect();
    let mut gone: BTreeMap<Option<ProvisionId>, Vec<&Provision>> = BTreeMap::new();
    let mut before = None;
    for own in &left.provisions {
        if of_right.contains(&own.id) {
            before = Some(own.id);
        } else {
            gone.entry(before).or_default().push(own);
        }
    }
    let mut columns = Vec::new();
    let leave = |columns: &mut Vec<Column>, list: Option<Vec<&Provision>>| {
        for own in list.into_iter().flatten() {
            columns.push(Column {
                id: own.id,
                left: Some(own.clone()),
                right: None,
                words: alloc::vec![Side::Left(own.body.base())],
                is_moved: false,
            });
        }
    };
    leave(&mut columns, gone.remove(&None));
    for own in &right.provisions {
        let found = of_left.get(&own.id);
        let (old, new) = (
            found.map(|(_, old)| old.body.base()).unwrap_or_default(),
            own.body.base(),
        );
        columns.push(Column {
            id: own.id,
            left: found.map(|(_, old)| (*old).clone()),
            right: Some(own.clone()),
            words: sides(&compare_words(&left.language, &old, &new)),
            is_moved: found
                .is_some_and(|(at, old)| !steady.contains(at) || old.parent != own.parent),
        });
        leave(&mut columns, gone.remove(&Some(own.id)));
    }
    columns
}

fn sides(stretches: &[Stretch<'_>]) -> Vec<Side> {
    let mut sides = Vec::with_capacity(stretches.len());
    for stretch in stretches {
        match stretch {
            Stretch::Same(words) => sides.push(Side::Same(words.to_vec())),
            Stretch::Differs(left, right) => {
                if !left.is_empty() {
                    sides.push(Side::Left(left.to_vec()));
                }
                if !right.is_empty() {
                    sides.push(Side::Right(right.to_vec()));
                }
            }
        }
    }
    sides
}
