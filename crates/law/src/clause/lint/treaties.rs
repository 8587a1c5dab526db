//! Treaties that refer to each other: E05.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec;
use alloc::vec::Vec;

use sponsio_record::TreatyId;

use crate::clause::diagnostic::{Code, Detail};
use crate::clause::lint::Findings;
use crate::clause::lint::parts::Parts;
use crate::clause::rule::{Atom, Rule, Set, Statement};

/// Returns every treaty that a statement refers to.
fn named_in(statement: &Statement) -> BTreeSet<TreatyId> {
    let parts = Parts::of(&statement.rule);
    let in_force = parts.atoms.iter().filter_map(|atom| match atom {
        Atom::InForce(treaty) => Some(treaty),
        _ => None,
    });
    let parties = parts.all_sets().filter_map(|set| match set {
        Set::PartiesTo { treaty, .. } => Some(treaty),
        _ => None,
    });
    in_force.chain(parties).cloned().collect()
}

impl Findings<'_> {
    /// Judges what entry into force waits for.
    pub(super) fn treaties(&mut self) {
        let file = self.file;
        let own = file.header.id.as_ref().map(|id| &id.value);
        for statement in &file.statements {
            if let Rule::Force(_) = &statement.rule
                && Parts::of(&statement.rule).from_force
            {
                self.at(statement, Code::E05, Detail::OwnEntryIntoForce);
            }
            let Some(own) = own else { continue };
            for treaty in named_in(statement) {
                if let Some(treaties) = circle(own, &treaty, &self.context.dependencies) {
                    self.at(statement, Code::E05, Detail::Circle { treaties });
                }
            }
        }
    }
}

/// Returns the way from a treaty through the one it names back to itself, if there is one.
fn circle(
    own: &TreatyId,
    named: &TreatyId,
    others: &BTreeMap<TreatyId, Vec<TreatyId>>,
) -> Option<Vec<TreatyId>> {
    let mut came_from = BTreeMap::from([(named, own)]);
    let mut open = vec![named];
    while let Some(treaty) = open.pop() {
        if treaty == own {
            return Some(way_back(own, named, &came_from));
        }
        for next in others.get(treaty).into_iter().flatten() {
            if !came_from.contains_key(next) {
                came_from.insert(next, treaty);
                open.push(next);
            }
        }
    }
    None
}

fn way_back(
    own: &TreatyId,
    named: &TreatyId,
    came_from: &BTreeMap<&TreatyId, &TreatyId>,
) -> Vec<TreatyId> {
    let mut way = vec![own.clone()];
    let mut treaty = own;
    while treaty != named
        && let Some(previous) = came_from.get(treaty)
    {
        way.push((*previous).clone());
        treaty = previous;
    }
    way.push(own.clone());
    way.reverse();
    way
}
