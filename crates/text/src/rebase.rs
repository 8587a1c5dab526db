//! A stand carried from one base to the next. Conflicts are kept and shown, never resolved here: they
//! are per provision and language.

use crate::body::Passage;
use crate::expression::Expression;
use crate::merge::merge;
use crate::order;
use crate::provision::{Provision, ProvisionId};
use crate::stand::{Change, Content, Restructured, Stand, Tabled};
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

/// What becomes of what a delegation tabled for one provision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The base did not change there: it stays as it is.
    Carried,
    /// The base changed elsewhere in the provision: the merged words stand in until the owners confirm
    /// or correct them. The original is evidence.
    Unconfirmed {
        /// What was tabled.
        original: Passage,
    },
    /// The new base says the same.
    Absorbed,
    /// Both changed the same: it stays on the former base and is shown as an alternative.
    Conflict(Conflict),
}

/// Why a stand and a new base are in conflict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Conflict {
    /// Their changes overlap or touch.
    Overlap,
    /// The new base has no such provision, or what it belongs to.
    Deleted,
    /// The new base changed the words of a provision that the delegation wants no more.
    ChangedAndUnwanted,
    /// The new base split, joined or moved a provision that the delegation changes in structure.
    Restructured,
    /// What an insertion or a moved provision stood after is gone.
    AnchorGone,
}

/// A stand on a new base.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rebased {
    /// The stand. Where there is a conflict it has the words tabled on the former base, marked so.
    pub stand: Stand,
    /// What became of each provision on which the delegation spoke, and of each insertion.
    pub outcomes: BTreeMap<ProvisionId, Outcome>,
    /// What was tabled for provisions that the new base has no more.
    pub left: BTreeMap<ProvisionId, Tabled>,
}

impl Rebased {
    /// Returns the provisions in conflict.
    pub fn conflicts(&self) -> BTreeSet<ProvisionId> {
        let in_conflict = |(id, outcome): (&ProvisionId, &Outcome)| {
            matches!(outcome, Outcome::Conflict(_)).then_some(*id)
        };
        self.outcomes.iter().filter_map(in_conflict).collect()
    }
}

/// Returns a stand carried from one base to the next.
pub fn rebase(before: &Expression, after: &Expression, stand: &Stand) -> Rebased {
    let moved = moved(before, after);
    let mut rebased = Rebased {
        stand: Stand::silent(stand.delegation.clone()),
        outcomes: BTreeMap::new(),
        left: BTreeMap::new(),
    };
    let (old, new) = (by_id(before), by_id(after));
    let cuts: BTreeSet<ProvisionId> = stand
        .changes
        .iter()
        .filter(|own| !matches!(own.change, Change::Relabel(_)))
        .map(|own| own.provision)
        .chain(stand.placements.iter().map(|own| own.provision))
        .collect();
    for (id, tabled) in &stand.texts {
        let (Some(own), Some(next)) = (old.get(id), new.get(id)) else {
            let absorbed = tabled.content == Content::NoText && old.contains_key(id);
            let outcome = if absorbed {
                Outcome::Absorbed
            } else {
                rebased.left.insert(*id, tabled.clone());
                Outcome::Conflict(Conflict::Deleted)
            };
            rebased.outcomes.insert(*id, outcome);
            continue;
        };
        let was_moved = moved.contains(id);
        let mut outcome = words(before, own, next, tabled);
        if was_moved && (cuts.contains(id) || tabled.content == Content::NoText) {
            outcome = (
                Outcome::Conflict(Conflict::Restructured),
                Some(tabled.content.clone()),
            );
        }
        if let Outcome::Conflict(conflict) = outcome.0 {
            rebased.stand.changes.push(Restructured {
                provision: *id,
                change: Change::Conflict(conflict),
            });
        }
        if let Some(content) = outcome.1 {
            rebased.stand.texts.insert(
                *id,
                Tabled {
                    content,
                    ..tabled.clone()
                },
            );
        }
        rebased.outcomes.insert(*id, outcome.0);
    }
    structure(stand, &new, &moved, &mut rebased);
    rebased
}

fn by_id(text: &Expression) -> BTreeMap<ProvisionId, &Provision> {
    text.provisions.iter().map(|own| (own.id, own)).collect()
}

/// The provisions that both have and that stand elsewhere in the second, or belong to another.
fn moved(before: &Expression, after: &Expression) -> BTreeSet<ProvisionId> {
    let places: BTreeMap<ProvisionId, (usize, Option<ProvisionId>)> = before
        .provisions
        .iter()
        .enumerate()
        .map(|(at, own)| (own.id, (at, own.parent)))
        .collect();
    let shared: Vec<(&Provision, usize, Option<ProvisionId>)> = after
        .provisions
        .iter()
        .filter_map(|own| places.get(&own.id).map(|(at, parent)| (own, *at, *parent)))
        .collect();
    let order: Vec<usize> = shared.iter().map(|(_, at, _)| *at).collect();
    let steady: BTreeSet<usize> = order::longest_rising(&order).into_iter().collect();
    shared
        .iter()
        .enumerate()
        .filter(|(at, (own, _, parent))| !steady.contains(at) || own.parent != *parent)
        .map(|(_, (own, _, _))| own.id)
        .collect()
}

/// What becomes of the words, and what the delegation stands on then; none is the new base.
fn words(
    before: &Expression,
    own: &Provision,
    next: &Provision,
    tabled: &Tabled,
) -> (Outcome, Option<Content>) {
    let (old, new) = (own.body.base(), next.body.base());
    let kept = || Some(tabled.content.clone());
    if old == new {
        return (Outcome::Carried, kept());
    }
    match &tabled.content {
        Content::NoText => (Outcome::Conflict(Conflict::ChangedAndUnwanted), kept()),
        Content::Text(text) if *text == new => (Outcome::Absorbed, None),
        // Who expressly kept the former base did not speak on the new one.
        Content::Text(text) => match merge(&before.language, &old, &new, text) {
            Some(merged) if *text != old => (
                Outcome::Unconfirmed {
                    original: text.clone(),
                },
                Some(Content::Text(merged)),
            ),
            _ => (Outcome::Conflict(Conflict::Overlap), kept()),
        },
    }
}

fn structure(
    stand: &Stand,
    new: &BTreeMap<ProvisionId, &Provision>,
    moved: &BTreeSet<ProvisionId>,
    rebased: &mut Rebased,
) {
    let unwanted = |stand: &Stand, id: ProvisionId| {
        let own = stand.texts.get(&id);
        own.is_some_and(|own| own.content == Content::NoText)
    };
    let mut present: BTreeSet<ProvisionId> = new
        .keys()
        .copied()
        .filter(|id| !unwanted(&rebased.stand, *id))
        .collect();
    for placement in &stand.placements {
        let id = placement.provision;
        let fits = placement.after.is_none_or(|after| present.contains(&after));
        let outcome = if !new.contains_key(&id) {
            Outcome::Conflict(Conflict::Deleted)
        } else if moved.contains(&id) {
            Outcome::Conflict(Conflict::Restructured)
        } else if !fits {
            Outcome::Conflict(Conflict::AnchorGone)
        } else {
            rebased.stand.placements.push(placement.clone());
            continue;
        };
        rebased.outcomes.insert(id, outcome);
    }
    for changed in &stand.changes {
        let id = changed.provision;
        if !new.contains_key(&id) {
            rebased
                .outcomes
                .insert(id, Outcome::Conflict(Conflict::Deleted));
            continue;
        }
        if moved.contains(&id) && !matches!(changed.change, Change::Relabel(_)) {
            rebased
                .outcomes
                .insert(id, Outcome::Conflict(Conflict::Restructured));
        }
        rebased.stand.changes.push(changed.clone());
    }
    let mut last = None;
    for insertion in &stand.insertions {
        let id = insertion.provision.id;
        if let Some(own) = new.get(&id) {
            // The new base took it in; other words for it are then the delegation's text of it.
            let words = insertion.provision.body.base();
            let outcome = if own.body.base() == words {
                Outcome::Absorbed
            } else {
                rebased.stand.texts.insert(
                    id,
                    Tabled {
                        content: Content::Text(words.clone()),
                        at: insertion.at,
                        proposal: insertion.proposal,
                    },
                );
                Outcome::Unconfirmed { original: words }
            };
            rebased.outcomes.insert(id, outcome);
            last = Some(id);
            continue;
        }
        let mut insertion = insertion.clone();
        if insertion
            .after
            .is_some_and(|after| !present.contains(&after))
        {
            // It is not lost: it stands after what came before it in the delegation's own text.
            insertion.after = last;
            rebased
                .outcomes
                .insert(id, Outcome::Conflict(Conflict::AnchorGone));
        } else {
            rebased.outcomes.insert(id, Outcome::Carried);
        }
        present.insert(id);
        last = Some(id);
        rebased.stand.insertions.push(insertion);
    }
}

#[cfg(test)]
mod tests;
