//! Which other treaties a treaty's clauses refer to, and the order in which treaties are settled.

use alloc::vec::Vec;

use sponsio_record::TreatyId;

use crate::clause::rule::{
    Atom, ClauseFile, Condition, Filter, Force, Moment, Point, Rule, Set, Term,
};

/// Returns every treaty that the file's rules refer to, sorted.
pub fn dependencies(file: &ClauseFile) -> Vec<TreatyId> {
    let mut found = Vec::new();
    for statement in &file.statements {
        match &statement.rule {
            Rule::Force(Force::Moment(moment)) => in_moment(moment, &mut found),
            Rule::Joiner(joiner) => in_term(&joiner.term, &mut found),
            Rule::Open(open) => {
                if let Some(set) = &open.to {
                    in_set(set, &mut found);
                }
            }
            _ => {}
        }
    }
    found.sort_unstable();
    found.dedup();
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
            Atom::Count { filters, .. } => {
                for filter in filters {
                    if let Filter::Of(set) | Filter::OtherThan(set) = filter {
                        in_set(set, found);
                    }
                }
            }
            Atom::Of { set, .. } | Atom::AllOf(set) => in_set(set, found),
            Atom::InForce(treaty) => found.push(treaty.clone()),
            Atom::Share { .. } | Atom::OnOrAfter(_) => {}
        }
    }
}

fn in_set(set: &Set, found: &mut Vec<TreatyId>) {
    if let Set::PartiesTo { treaty, .. } = set {
        found.push(treaty.clone());
    }
}

/// The treaties in the order in which they can be settled: each group after those it refers to. A
/// group of several, or one that refers to itself, is a circle (E05).
pub(crate) fn order(edges: &[Vec<usize>], roots: &[usize]) -> Vec<Vec<usize>> {
    Ordering::new(edges).run(roots)
}

/// Tarjan's strongly connected components, without recursion: a chain of references may be long.
struct Ordering<'a> {
    edges: &'a [Vec<usize>],
    index: Vec<Option<usize>>,
    low: Vec<usize>,
    on_stack: Vec<bool>,
    stack: Vec<usize>,
    visited: usize,
    groups: Vec<Vec<usize>>,
}

impl<'a> Ordering<'a> {
    fn new(edges: &'a [Vec<usize>]) -> Self {
        let count = edges.len();
        Self {
            edges,
            index: alloc::vec![None; count],
            low: alloc::vec![0; count],
            on_stack: alloc::vec![false; count],
            stack: Vec::new(),
            visited: 0,
            groups: Vec::new(),
        }
    }

    fn run(mut self, roots: &[usize]) -> Vec<Vec<usize>> {
        for root in roots {
            if self.index[*root].is_none() {
                self.visit(*root);
            }
        }
        self.groups
    }

    fn visit(&mut self, root: usize) {
        let mut path = Vec::from([(root, 0)]);
        self.enter(root);
        while let Some((node, edge)) = path.last_mut() {
            let node = *node;
            if let Some(next) = self.edges[node].get(*edge).copied() {
                *edge += 1;
                match self.index[next] {
                    None => {
                        self.enter(next);
                        path.push((next, 0));
                    }
                    Some(index) if self.on_stack[next] => {
                        self.low[node] = self.low[node].min(index);
                    }
                    Some(_) => {}
                }
                continue;
            }
            path.pop();
            if let Some((parent, _)) = path.last() {
                self.low[*parent] = self.low[*parent].min(self.low[node]);
            }
            if self.index[node] == Some(self.low[node]) {
                self.close(node);
            }
        }
    }

    fn enter(&mut self, node: usize) {
        self.index[node] = Some(self.visited);
        self.low[node] = self.visited;
        self.visited += 1;
        self.stack.push(node);
        self.on_stack[node] = true;
    }

    fn close(&mut self, node: usize) {
        let mut group = Vec::new();
        while let Some(member) = self.stack.pop() {
            self.on_stack[member] = false;
            group.push(member);
            if member == node {
                break;
            }
        }
        group.sort_unstable();
        self.groups.push(group);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec;

    #[test]
    fn what_is_referred_to_comes_first_and_circles_stay_together() {
        let edges = [vec![1], vec![2, 3], vec![1], vec![], vec![0, 4]];
        let groups = order(&edges, &[0, 1, 2, 3, 4]);
        assert_eq!(groups, [vec![3], vec![1, 2], vec![0], vec![4]]);
    }

    #[test]
    fn a_long_chain_needs_no_deep_stack() {
        let edges: Vec<Vec<usize>> = (0..100_000)
            .map(|node| {
                if node + 1 < 100_000 {
                    vec![node + 1]
                } else {
                    vec![]
                }
            })
            .collect();
        assert_eq!(order(&edges, &[0]).len(), 100_000);
    }
}
