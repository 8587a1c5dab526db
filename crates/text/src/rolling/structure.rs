//! The order of a rolling text, and how each delegation's own order departs from it.

use super::{Rolling, voiced};
use crate::expression::Expression;
use crate::number::{LATIN, Label, LabelForm};
use crate::order;
use crate::provision::{Provision, ProvisionId};
use crate::stand::{Insertion, Placement, Stand};
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::sync::Arc;
use alloc::vec::Vec;
use sponsio_record::{Instant, ParticipantId};

/// What stands after one provision: how near its parent is, when it was tabled, by whom, as which of
/// theirs.
type Follower<'a> = (usize, Instant, &'a ParticipantId, usize, ProvisionId);

/// Returns the ids of the base and of everything inserted, in one order: at each gap all insertions
/// stay, what belongs nearest first, then by instant and code; those of one stand are one block.
pub(super) fn order(
    base: &Expression,
    stands: &[&Stand],
    inserted: &BTreeMap<ProvisionId, Vec<(&ParticipantId, &Insertion)>>,
) -> Vec<ProvisionId> {
    let mut gaps: BTreeMap<ProvisionId, Option<ProvisionId>> = BTreeMap::new();
    let mut followers: BTreeMap<Option<ProvisionId>, Vec<Follower<'_>>> = BTreeMap::new();
    let mut all: Vec<Follower<'_>> = Vec::new();
    for stand in stands {
        let mut own: BTreeMap<ProvisionId, (Option<ProvisionId>, usize)> = BTreeMap::new();
        for (number, insertion) in stand.insertions.iter().enumerate() {
            let (id, parent) = (insertion.provision.id, insertion.provision.parent);
            let before = insertion.after.and_then(|after| own.get(&after).copied());
            let gap = before.map_or(insertion.after, |(gap, _)| gap);
            let within = parent.and_then(|parent| own.get(&parent)).map(|run| run.1);
            let near = within.unwrap_or_else(|| nearness(base, gap, parent));
            own.insert(id, (gap, near));
            let is_first = inserted
                .get(&id)
                .and_then(|all| all.first())
                .is_some_and(|(first, _)| **first == stand.delegation);
            if !is_first {
                continue;
            }
            let anchor = match before {
                Some((_, rank)) if rank == near => insertion.after,
                _ => gap,
            };
            let follower = (near, insertion.at, &stand.delegation, number, id);
            followers.entry(anchor).or_default().push(follower);
            all.push(follower);
            gaps.insert(id, gap);
        }
    }
    for list in followers.values_mut() {
        list.sort_unstable();
    }
    let mut walk = Walk {
        followers,
        order: Vec::new(),
        placed: BTreeSet::new(),
    };
    walk.follow(None);
    for provision in &base.provisions {
        walk.emit(provision.id);
    }
    // Insertions of two delegations that each name the other's: they stand at their gap.
    all.sort_unstable();
    for (_, _, _, _, id) in all {
        if walk.placed.contains(&id) {
            continue;
        }
        let gap = gaps.get(&id).copied().flatten();
        let rest = match gap.and_then(|gap| walk.order.iter().position(|own| *own == gap)) {
            Some(at) => walk.order.split_off(at + 1),
            None => core::mem::take(&mut walk.order),
        };
        walk.emit(id);
        walk.order.extend(rest);
    }
    walk.order
}

struct Walk<'a> {
    followers: BTreeMap<Option<ProvisionId>, Vec<Follower<'a>>>,
    order: Vec<ProvisionId>,
    placed: BTreeSet<ProvisionId>,
}

impl Walk<'_> {
    fn emit(&mut self, id: ProvisionId) {
        if self.placed.insert(id) {
            self.order.push(id);
            self.follow(Some(id));
        }
    }

    /// What stands after a provision, and after each of these in turn.
    fn follow(&mut self, anchor: Option<ProvisionId>) {
        let mut waiting: Vec<ProvisionId> = self.take(anchor);
        while let Some(id) = waiting.pop() {
            if self.placed.insert(id) {
                self.order.push(id);
                waiting.extend(self.take(Some(id)));
            }
        }
    }

    fn take(&mut self, anchor: Option<ProvisionId>) -> Vec<ProvisionId> {
        let list = self.followers.remove(&anchor).unwrap_or_default();
        list.iter().rev().map(|follower| follower.4).collect()
    }
}

/// How many levels up from the gap the parent stands: children of the provision before come first.
fn nearness(base: &Expression, gap: Option<ProvisionId>, parent: Option<ProvisionId>) -> usize {
    let mut level = gap;
    // A tree has no more levels than provisions; a circle of parents would have no end.
    for rank in 0..=base.provisions.len() {
        if level == parent {
            return rank;
        }
        let Some(id) = level else {
            return rank;
        };
        level = base.provision(id).and_then(|own| own.parent);
    }
    base.provisions.len()
}

/// Records what each delegation has elsewhere than the rolling text.
pub(super) fn place(rolling: &mut Rolling, base: &Expression, stands: &[&Stand]) {
    let places: BTreeMap<ProvisionId, (usize, Option<ProvisionId>)> = rolling
        .expression
        .provisions
        .iter()
        .enumerate()
        .map(|(at, own)| (own.id, (at, own.parent)))
        .collect();
    let mut placements = BTreeMap::new();
    for stand in stands {
        let is_flat = stand.placements.is_empty() && stand.insertions.is_empty();
        if is_flat && voiced::group_of(&rolling.voices, stands, &stand.delegation).is_none() {
            continue;
        }
        let text = voiced::text_of(base, stands, &rolling.voices, &stand.delegation);
        let own = displaced(&places, &text);
        if !own.is_empty() {
            placements.insert(stand.delegation.clone(), own);
        }
    }
    rolling.placements = placements;
}

fn displaced(
    places: &BTreeMap<ProvisionId, (usize, Option<ProvisionId>)>,
    text: &[Provision],
) -> Vec<Placement> {
    let known: Vec<(usize, Option<ProvisionId>)> = text
        .iter()
        .map(|own| places.get(&own.id).copied().unwrap_or_default())
        .collect();
    let order: Vec<usize> = known.iter().map(|(at, _)| *at).collect();
    let rising: BTreeSet<usize> = order::longest_rising(&order).into_iter().collect();
    let mut placements = Vec::new();
    let mut after = None;
    for (at, (own, (_, parent))) in text.iter().zip(&known).enumerate() {
        if !rising.contains(&at) || own.parent != *parent {
            placements.push(Placement {
                provision: own.id,
                after,
                parent: own.parent,
            });
        }
        after = Some(own.id);
    }
    placements
}

/// Gives inserted provisions labels beside those of the base, which are frozen: `14 bis`, `14 ter`.
pub(super) fn label(rolling: &mut Rolling) {
    let mut taken: BTreeSet<(Option<ProvisionId>, LabelForm, Arc<str>)> = BTreeSet::new();
    let provisions = &mut rolling.expression.provisions;
    for own in provisions.iter().filter(|own| own.inserted_by.is_empty()) {
        if let Some(label) = &own.label {
            taken.insert((own.parent, label.form, label.text.clone()));
        }
    }
    let mut last: BTreeMap<(Option<ProvisionId>, crate::Kind), Arc<str>> = BTreeMap::new();
    for own in provisions.iter_mut() {
        let Some(label) = own.label.clone() else {
            continue;
        };
        let place = (own.parent, own.kind);
        if own.inserted_by.is_empty() {
            last.insert(place, label.text);
            continue;
        }
        if label.form == LabelForm::Dash {
            continue;
        }
        let is_free = |text: &Arc<str>| !taken.contains(&(own.parent, label.form, text.clone()));
        let after_base = last.get(&place).and_then(|number| {
            LATIN
                .iter()
                .map(|latin| Arc::from(alloc::format!("{number} {latin}")))
                .find(is_free)
        });
        let text = after_base.unwrap_or_else(|| label.text.clone());
        taken.insert((own.parent, label.form, text.clone()));
        if text != label.text {
            rolling.labels.insert(own.id, own.label.take());
            own.label = Some(Label {
                form: label.form,
                text,
            });
        }
    }
}
