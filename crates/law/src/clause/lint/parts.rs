//! The parts of a statement that are judged, collected from its tree: tests, days, periods.

use alloc::vec::Vec;

use crate::calendar::{Date, Unit};
use crate::clause::rule::{Atom, Condition, Ends, Filter, Force, Moment, Point, Rule, Set, Term};

/// The parts of a statement of the core.
#[derive(Debug, Default)]
pub(super) struct Parts<'r> {
    /// Every test of every condition.
    pub(super) atoms: Vec<&'r Atom>,
    /// Every set outside of a test.
    pub(super) sets: Vec<&'r Set>,
    /// Every day named.
    pub(super) days: Vec<Date>,
    /// Every period after a point, and whether only its month matters.
    pub(super) periods: Vec<Period<'r>>,
    /// Whether a term runs from general entry into force.
    pub(super) from_force: bool,
}

/// A period after a point.
#[derive(Debug)]
pub(super) struct Period<'r> {
    pub(super) count: u32,
    pub(super) unit: Unit,
    pub(super) point: &'r Point,
    /// Whether only the month of the day reached matters.
    pub(super) month_only: bool,
}

impl<'r> Parts<'r> {
    /// Returns the parts of a rule.
    pub(super) fn of(rule: &'r Rule) -> Self {
        let mut parts = Self::default();
        match rule {
            Rule::Force(Force::Moment(moment)) | Rule::Provisional(moment) => parts.moment(moment),
            Rule::Force(Force::While { condition, .. }) => parts.condition(condition),
            Rule::Ends(Ends::Term(term)) => parts.term(term, false),
            Rule::Joiner(joiner) => parts.term(&joiner.term, false),
            Rule::Open(open) => parts.sets.extend(&open.to),
            Rule::Guarantee(promise) => parts.sets.extend(promise.sets()),
            _ => {}
        }
        parts
    }

    /// Returns every set, in tests and outside.
    pub(super) fn all_sets(&self) -> impl Iterator<Item = &'r Set> {
        self.atoms
            .iter()
            .flat_map(|atom| sets_of(atom))
            .chain(self.sets.iter().copied())
    }

    fn moment(&mut self, moment: &'r Moment) {
        match moment {
            Moment::Latest(terms) | Moment::Earliest(terms) => {
                for term in terms {
                    self.term(term, false);
                }
            }
            Moment::Fallback {
                date,
                condition,
                otherwise,
            } => {
                self.days.push(*date);
                self.condition(condition);
                self.term(otherwise, false);
            }
        }
    }

    fn term(&mut self, term: &'r Term, month_only: bool) {
        match term {
            Term::On(point) => self.point(point, month_only),
            Term::FirstOfMonth { point, .. } => self.point(point, true),
            Term::After { count, unit, point } => {
                let (count, unit) = (*count, *unit);
                self.periods.push(Period {
                    count,
                    unit,
                    point,
                    month_only,
                });
                self.point(point, false);
            }
        }
    }

    fn point(&mut self, point: &'r Point, month_only: bool) {
        match point {
            Point::Date(date) => self.days.push(*date),
            Point::TheDay(condition) => self.condition(condition),
            Point::Term(term) => self.term(term, month_only),
            Point::GeneralForce => self.from_force = true,
            Point::ThatDay | Point::ItsDeposit | Point::Adoption | Point::Opening => {}
        }
    }

    fn condition(&mut self, condition: &'r Condition) {
        match condition {
            Condition::Any(tests) | Condition::All(tests) => {
                for test in tests {
                    self.condition(test);
                }
            }
            Condition::Atom(atom) => {
                if let Atom::OnOrAfter(date) = atom {
                    self.days.push(*date);
                }
                self.atoms.push(atom);
            }
        }
    }
}

/// Returns the sets that a test names.
pub(super) fn sets_of(atom: &Atom) -> impl Iterator<Item = &Set> {
    let (own, filters) = match atom {
        Atom::Of { set, .. } | Atom::AllOf(set) | Atom::Proportion { set, .. } => {
            (Some(set), &[][..])
        }
        Atom::Count { filters, .. } | Atom::MoreThan { filters, .. } => (None, filters.as_slice()),
        Atom::Share { .. } | Atom::ShareAbove { .. } | Atom::InForce(_) | Atom::OnOrAfter(_) => {
            (None, &[][..])
        }
    };
    own.into_iter()
        .chain(filters.iter().filter_map(|filter| match filter {
            Filter::Of(set) | Filter::OtherThan(set) => Some(set),
            Filter::EachWith { .. } | Filter::CountingProvisional => None,
        }))
}

/// Returns the tables that a test names.
pub(super) fn tables_of(atom: &Atom) -> impl Iterator<Item = &str> {
    let (own, filters) = match atom {
        Atom::Share { table, .. } | Atom::ShareAbove { table, .. } => {
            (Some(table.as_str()), &[][..])
        }
        Atom::Count { filters, .. } | Atom::MoreThan { filters, .. } => (None, filters.as_slice()),
        _ => (None, &[][..]),
    };
    own.into_iter()
        .chain(filters.iter().filter_map(|filter| match filter {
            Filter::EachWith { table, .. } => Some(table.as_str()),
            Filter::Of(_) | Filter::OtherThan(_) | Filter::CountingProvisional => None,
        }))
}
