//! What changed between two registers, as acts and as consequences. Acts are matched by treaty,
//! participant, label and date; an act that is gone and one that came, alike but for the date, are
//! one act whose date changed.

use alloc::collections::{BTreeMap, BTreeSet};

use sponsio_law::act::Act;
use sponsio_law::party::Participant;
use sponsio_law::register::Register;
use sponsio_law::status::consequence::{Chronicled, Consequence, consequences};
use sponsio_law::status::history::Lens;
use sponsio_law::treaty::Treaty;

/// A change between two registers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change<'a, T> {
    /// Only the later register has it.
    Added(&'a T),
    /// Only the earlier register has it.
    Removed(&'a T),
    /// Both have it, and it differs.
    Changed(&'a T, &'a T),
}

impl<'a, T> Change<'a, T> {
    /// Returns the thing as it was, if it was.
    pub const fn before(&self) -> Option<&'a T> {
        match self {
            Self::Added(_) => None,
            Self::Removed(before) | Self::Changed(before, _) => Some(before),
        }
    }

    /// Returns the thing as it is, if it is.
    pub const fn after(&self) -> Option<&'a T> {
        match self {
            Self::Removed(_) => None,
            Self::Added(after) | Self::Changed(_, after) => Some(after),
        }
    }

    /// Returns the word for the change in data.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Added(_) => "added",
            Self::Removed(_) => "removed",
            Self::Changed(..) => "changed",
        }
    }
}

/// Everything that changed between two registers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changes<'a> {
    /// Participants, by code.
    pub participants: Vec<Change<'a, Participant>>,
    /// Treaties that came, went, or whose clauses differ, by identifier.
    pub treaties: Vec<Change<'a, Treaty>>,
    /// Acts, by treaty, participant and date.
    pub acts: Vec<Change<'a, Act>>,
    /// What follows, also in treaties that refer to the changed ones.
    pub consequences: Vec<Consequence>,
}

/// Returns everything that changed.
pub fn changes<'a>(old: &'a Register, new: &'a Register) -> Changes<'a> {
    let participants = by_key(
        old.participants().iter(),
        new.participants().iter(),
        |participant| &participant.id,
    );
    let treaties = by_key(
        old.treaties().iter().map(AsRef::as_ref),
        new.treaties().iter().map(AsRef::as_ref),
        |treaty: &Treaty| &treaty.id,
    );
    let (was, is) = (
        old.chronicle(Lens::default()),
        new.chronicle(Lens::default()),
    );
    let before = Chronicled {
        register: old,
        histories: &was,
    };
    let after = Chronicled {
        register: new,
        histories: &is,
    };
    Changes {
        participants: keep(participants, PartialEq::eq),
        treaties: keep(treaties, |one, other| one.clauses == other.clauses),
        acts: acts(old, new),
        consequences: consequences(before, after),
    }
}

fn by_key<'a, T, K: Ord>(
    old: impl Iterator<Item = &'a T>,
    new: impl Iterator<Item = &'a T>,
    key: impl Fn(&'a T) -> K,
) -> Vec<Change<'a, T>> {
    let old: BTreeMap<K, &T> = old.map(|one| (key(one), one)).collect();
    let new: BTreeMap<K, &T> = new.map(|one| (key(one), one)).collect();
    let keys: BTreeSet<&K> = old.keys().chain(new.keys()).collect();
    let pairs = keys.into_iter().map(|key| (old.get(key), new.get(key)));
    pairs
        .filter_map(|pair| match pair {
            (Some(old), Some(new)) => Some(Change::Changed(*old, *new)),
            (Some(old), None) => Some(Change::Removed(*old)),
            (None, Some(new)) => Some(Change::Added(*new)),
            (None, None) => None,
        })
        .collect()
}

/// Leaves out what both registers have alike.
fn keep<T>(mut changes: Vec<Change<'_, T>>, alike: impl Fn(&T, &T) -> bool) -> Vec<Change<'_, T>> {
    changes.retain(|change| match change {
        Change::Changed(one, other) => !alike(one, other),
        Change::Added(_) | Change::Removed(_) => true,
    });
    changes
}

/// The acts of a register in an order in which those of one author towards one treaty of one kind
/// stand together.
fn ordered(register: &Register) -> BTreeMap<[&str; 3], Vec<&Act>> {
    let mut groups: BTreeMap<[&str; 3], Vec<&Act>> = BTreeMap::new();
    for act in register.treaties().iter().flat_map(|treaty| treaty.acts()) {
        let key = [
            act.treaty.as_str(),
            act.participant.as_str(),
            act.label.as_str(),
        ];
        groups.entry(key).or_default().push(act);
    }
    groups
}

fn acts<'a>(old: &'a Register, new: &'a Register) -> Vec<Change<'a, Act>> {
    let (mut was, is) = (ordered(old), ordered(new));
    let mut changes = Vec::new();
    for (key, after) in is {
        let before = was.remove(&key).unwrap_or_default();
        matched(before, after, &mut changes);
    }
    for before in was.into_values() {
        matched(before, Vec::new(), &mut changes);
    }
    changes.sort_by_key(|change| {
        let act = change.after().or(change.before());
        act.map(|act| (&act.treaty, &act.participant, act.date, act.label.as_str()))
    });
    changes
}

/// Matches acts alike but for the date: first those that are equal, then those of one date, then
/// the rest in the order of their dates.
fn matched<'a>(
    mut before: Vec<&'a Act>,
    mut after: Vec<&'a Act>,
    changes: &mut Vec<Change<'a, Act>>,
) {
    pair_off(&mut before, &mut after, |one, other| one == other);
    let dated = pair_off(&mut before, &mut after, |one, other| one.date == other.date);
    changes.extend(
        dated
            .into_iter()
            .map(|(one, other)| Change::Changed(one, other)),
    );
    before.sort_by_key(|act| act.date);
    after.sort_by_key(|act| act.date);
    let moved = pair_off(&mut before, &mut after, |_, _| true);
    changes.extend(
        moved
            .into_iter()
            .map(|(one, other)| Change::Changed(one, other)),
    );
    changes.extend(before.into_iter().map(Change::Removed));
    changes.extend(after.into_iter().map(Change::Added));
}

/// Takes out and returns the pairs that belong together.
fn pair_off<'a>(
    before: &mut Vec<&'a Act>,
    after: &mut Vec<&'a Act>,
    belong: impl Fn(&Act, &Act) -> bool,
) -> Vec<(&'a Act, &'a Act)> {
    let mut pairs = Vec::new();
    before.retain(|one| {
        let Some(place) = after.iter().position(|other| belong(one, other)) else {
            return true;
        };
        pairs.push((*one, after.remove(place)));
        false
    });
    pairs
}
