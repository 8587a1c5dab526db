//! Which other treaties a treaty's clauses refer to, and the order in which treaties are settled.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use sponsio_record::TreatyId;

use crate::clause::rule::{
    Atom, ClauseFile, Condition, Ends, Filter, Force, Moment, Point, Roll, Rule, Set, Term,
};

/// Returns every treaty that the file's rules refer to, sorted.
pub fn dependencies(file: &ClauseFile) -> Vec<TreatyId> {
    let mut found = waited_for(file);
    found.extend(together(file).cloned());
    found.sort_unstable();
    found.dedup();
    found
}

/// Returns the treaties with which a treaty enters into force together and to which it refers in no
/// other way: a circle of such references is the only one that is allowed (treaty-law 2.4).
pub fn partners(file: &ClauseFile) -> Vec<TreatyId> {
    let waited_for = waited_for(file);
    let mut found: Vec<TreatyId> = together(file).cloned().collect();
    found.retain(|treaty| !waited_for.contains(treaty));
    found
}

fn together(file: &ClauseFile) -> impl Iterator<Item = &TreatyId> {
    let statements = file.statements.iter();
    statements.filter_map(|statement| match &statement.rule {
        Rule::Together(treaty) => Some(treaty),
        _ => None,
    })
}

/// Every treaty to which the rules refer otherwise, in no order.
fn waited_for(file: &ClauseFile) -> Vec<TreatyId> {
    let mut found = Vec::new();
    for statement in &file.statements {
        match &statement.rule {
            Rule::Force(Force::Moment(moment)) | Rule::Provisional(moment) => {
                in_moment(moment, &mut found);
            }
            Rule::Force(Force::While { condition, .. }) => in_condition(condition, &mut found),
            Rule::Ends(Ends::Term(term)) => in_term(term, &mut found),
            Rule::Ends(Ends::With(treaty)) => found.push(treaty.clone()),
            Rule::Joiner(joiner) => in_term(&joiner.term, &mut found),
            Rule::Open(open) => {
                if let Some(set) = &open.to {
                    in_set(set, &mut found);
                }
            }
            _ => {}
        }
    }
    found
}

fn in_moment(moment: &Moment, found: &mut Vec<TreatyId>) {
    match moment {
        Moment::Latest(terms) | Moment::Earliest(terms) => {
            for term in terms {
                in_term(term, found);
            }
        }
        Moment::Fallback {
            condition,
            otherwise,
            ..
        } => {
            in_condition(condition, found);
            in_term(otherwise, found);
        }
    }
}

fn in_term(term: &Term, found: &mut Vec<TreatyId>) {
    let (Term::On(point) | Term::After { point, .. } | Term::FirstOfMonth { point, .. }) = term;
    match point {
        Point::TheDay(condition) => in_condition(condition, found),
        Point::Term(inner) => in_term(inner, found),
        _ => {}
    }
}

fn in_condition(condition: &Condition, found: &mut Vec<TreatyId>) {
    for atom in condition.atoms() {
        match atom {
            Atom::Count { filters, .. } | Atom::MoreThan { filters, .. } => {
                for filter in filters {
                    if let Filter::Of(set) | Filter::OtherThan(set) = filter {
                        in_set(set, found);
                    }
                }
            }
            Atom::Of { set, .. } | Atom::AllOf(set) | Atom::Proportion { set, .. } => {
                in_set(set, found);
            }
            Atom::InForce(treaty) => found.push(treaty.clone()),
            Atom::Share { .. } | Atom::ShareAbove { .. } | Atom::OnOrAfter(_) => {}
        }
    }
}

fn in_set(set: &Set, found: &mut Vec<TreatyId>) {
    if let Set::PartiesTo { treaty, .. }
    | Set::AsAt {
        roll: Roll::PartiesTo(treaty),
        ..
    } = set
    {
        found.push(treaty.clone());
    }
}

/// Treaties that can be settled together, after those that they refer to.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Group {
    /// Their places.
    pub(crate) members: Vec<usize>,
    /// Whether they refer to each other, or the single one to itself (E05).
    pub(crate) is_circle: bool,
}

/// The treaties in the order in which they can be settled: each group after those it refers to.
/// `refers` tells to which places a treaty refers; it is asked only of those that are reached, and
/// the work grows with these alone.
pub(crate) fn order(
    roots: impl IntoIterator<Item = usize>,
    refers: impl Fn(usize) -> Vec<usize>,
) -> Vec<Group> {
    let mut ordering = Ordering::new(refers);
    for root in roots {
        if !ordering.reached.contains_key(&root) {
            ordering.visit(root);
        }
    }
    ordering.groups
}

/// Tarjan's strongly connected components, without recursion: a chain of references may be long.
struct Ordering<F> {
    refers: F,
    reached: BTreeMap<usize, Reached>,
    stack: Vec<usize>,
    groups: Vec<Group>,
}

/// A treaty that was reached.
struct Reached {
    /// How many were reached before it.
    index: usize,
    /// The smallest index that is known to be reached from it, among those on the stack.
    low: usize,
    is_on_stack: bool,
}

/// A treaty on the way from a root, with what it refers to.
struct Visit {
    node: usize,
    edges: Vec<usize>,
    next: usize,
}

impl<F: Fn(usize) -> Vec<usize>> Ordering<F> {
    fn new(refers: F) -> Self {
        Self {
            refers,
            reached: BTreeMap::new(),
            stack: Vec::new(),
            groups: Vec::new(),
        }
    }

    fn visit(&mut self, root: usize) {
        let mut path = Vec::from([self.enter(root)]);
        while let Some(Visit { node, edges, next }) = path.last_mut() {
            let node = *node;
            if let Some(other) = edges.get(*next).copied() {
                *next += 1;
                match self.reached.get(&other) {
                    None => path.push(self.enter(other)),
                    Some(reached) if reached.is_on_stack => self.reaches(node, reached.index),
                    Some(_) => {}
                }
                continue;
            }
            let refers_to_itself = edges.contains(&node);
            path.pop();
            let Some(Reached { index, low, .. }) = self.reached.get(&node) else {
                continue;
            };
            let (is_first, low) = (index == low, *low);
            if let Some(parent) = path.last() {
                self.reaches(parent.node, low);
            }
            if is_first {
                self.close(node, refers_to_itself);
            }
        }
    }

    fn enter(&mut self, node: usize) -> Visit {
        let index = self.reached.len();
        let reached = Reached {
            index,
            low: index,
            is_on_stack: true,
        };
        self.reached.insert(node, reached);
        self.stack.push(node);
        Visit {
            node,
            edges: (self.refers)(node),
            next: 0,
        }
    }

    /// Notes that a treaty reaches the one of this index.
    fn reaches(&mut self, node: usize, index: usize) {
        if let Some(reached) = self.reached.get_mut(&node) {
            reached.low = reached.low.min(index);
        }
    }

    fn close(&mut self, node: usize, refers_to_itself: bool) {
        let mut members = Vec::new();
        while let Some(member) = self.stack.pop() {
            if let Some(reached) = self.reached.get_mut(&member) {
                reached.is_on_stack = false;
            }
            members.push(member);
            if member == node {
                break;
            }
        }
        members.sort_unstable();
        self.groups.push(Group {
            is_circle: refers_to_itself || members.len() > 1,
            members,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec;

    #[test]
    fn what_is_referred_to_comes_first_and_circles_stay_together() {
        let edges = [vec![1], vec![2, 3], vec![1], vec![], vec![0, 4]];
        let groups = order(0..5, |node| edges[node].clone());
        let circles = [false, true, false, true];
        let members = [vec![3], vec![1, 2], vec![0], vec![4]];
        let expected = members.into_iter().zip(circles);
        let expected: Vec<_> = expected
            .map(|(members, is_circle)| Group { members, is_circle })
            .collect();
        assert_eq!(groups, expected);
    }

    #[test]
    fn what_is_not_reached_is_not_asked() {
        let edges = [Some(vec![1]), Some(vec![]), None];
        let refers = |node: usize| edges[node].clone().expect("it is reached");
        assert_eq!(order([0], refers).len(), 2);
    }

    #[test]
    fn a_long_chain_needs_no_deep_stack() {
        let next = |node| (node + 1..100_000).take(1).collect();
        assert_eq!(order([0], next).len(), 100_000);
    }
}
