//! Treaties that refer to each other: E05.

use alloc::collections::btree_map::Entry;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec;
use alloc::vec::Vec;

use sponsio_record::TreatyId;

use crate::clause::diagnostic::{Code, Detail};
use crate::clause::lint::parts::Parts;
use crate::clause::lint::{Findings, LintContext};
use crate::clause::rule::{Atom, Ends, Roll, Rule, Set, Statement};

/// Returns every treaty that a statement refers to.
fn named_in(statement: &Statement) -> BTreeSet<TreatyId> {
    let parts = Parts::of(&statement.rule);
    let in_force = parts.atoms.iter().filter_map(|atom| match atom {
        Atom::InForce(treaty) => Some(treaty),
        _ => None,
    });
    let parties = parts.all_sets().filter_map(|set| match set {
        Set::PartiesTo { treaty, .. }
        | Set::AsAt {
            roll: Roll::PartiesTo(treaty),
            ..
        } => Some(treaty),
        _ => None,
    });
    let ended_with = match &statement.rule {
        Rule::Ends(Ends::With(treaty)) => Some(treaty),
        _ => None,
    };
    in_force.chain(parties).chain(ended_with).cloned().collect()
}

impl Findings<'_> {
    /// Judges what entry into force waits for.
    pub(super) fn treaties(&mut self) {
        let file = self.file;
        let own = file.header.id.as_ref().map(|id| &id.value);
        for statement in &file.statements {
            if let Rule::Force(_) | Rule::Provisional(_) = &statement.rule
                && Parts::of(&statement.rule).from_force
            {
                self.at(statement, Code::E05, Detail::OwnEntryIntoForce);
            }
            let Some(own) = own else { continue };
            for treaty in named_in(statement) {
                if let Some(treaties) = circle(own, &treaty, self.context, true) {
                    self.at(statement, Code::E05, Detail::Circle { treaties });
                }
            }
            // One date for both is no waiting, unless one of them also waits for the other.
            if let Rule::Together(treaty) = &statement.rule
                && let Some(treaties) = circle(own, treaty, self.context, false)
            {
                self.at(statement, Code::E05, Detail::Circle { treaties });
            }
        }
    }
}

/// A treaty on the way, and whether a treaty on it waits for the next instead of entering into force
/// together with it.
type Stop<'c> = (&'c TreatyId, bool);

/// Returns the way from a treaty through the one it names back to itself, if there is one on which
/// somebody waits.
fn circle(
    own: &TreatyId,
    named: &TreatyId,
    context: &LintContext,
    waits: bool,
) -> Option<Vec<TreatyId>> {
    let start: Stop<'_> = (named, waits);
    let mut came_from: BTreeMap<Stop<'_>, Option<Stop<'_>>> = BTreeMap::from([(start, None)]);
    let mut open = vec![start];
    while let Some(stop) = open.pop() {
        let (treaty, waits) = stop;
        if treaty == own {
            if waits {
                return Some(way_back(own, stop, &came_from));
            }
            continue;
        }
        let partners = context.partners.get(treaty);
        for next in context.dependencies.get(treaty).into_iter().flatten() {
            let together = partners.is_some_and(|partners| partners.contains(next));
            let next = (next, waits || !together);
            if let Entry::Vacant(place) = came_from.entry(next) {
                place.insert(Some(stop));
                open.push(next);
            }
        }
    }
    None
}

fn way_back(
    own: &TreatyId,
    last: Stop<'_>,
    came_from: &BTreeMap<Stop<'_>, Option<Stop<'_>>>,
) -> Vec<TreatyId> {
    let mut way = vec![own.clone()];
    let mut stop = last;
    while let Some(Some(previous)) = came_from.get(&stop) {
        way.push(previous.0.clone());
        stop = *previous;
    }
    way.push(own.clone());
    way.reverse();
    way
}
