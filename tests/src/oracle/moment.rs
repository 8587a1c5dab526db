//! Moments: what a rule's terms give, once the days are known on which its conditions came to hold.

use super::condition::Truth;
use super::day::Day;
use super::done::General;
use super::rule::{Moment, Point, Rule, Term};

/// What a term gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Found {
    /// A date, and the day on which it became certain.
    At { date: Day, trigger: Day },
    /// The condition has not come to hold.
    NotReached,
    /// Unknown, but not before this day.
    Undetermined(Option<Day>),
}

/// The first day on which a condition was not false, and whether it was true or undetermined then.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct First(pub(super) Option<(Day, bool)>);

impl First {
    fn note(&mut self, day: Day, value: Truth) {
        if self.0.is_none() && value != Truth::No {
            self.0 = Some((day, value == Truth::Yes));
        }
    }

    fn found(self) -> Found {
        match self.0 {
            Some((day, true)) => Found::At {
                date: day,
                trigger: day,
            },
            Some((day, false)) => Found::Undetermined(Some(day)),
            None => Found::NotReached,
        }
    }
}

/// What the walk has seen of one condition so far.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Seen {
    /// For `the day cond`.
    first: First,
    /// For `if by then cond`: its value on the date,
    on_date: Option<Truth>,
    /// and the first day after the date.
    after: First,
}

impl Seen {
    /// Whether another look could still change something.
    pub(super) fn is_settled(&self, tested_on: Option<Day>) -> bool {
        match tested_on {
            None => self.first.0.is_some(),
            Some(_) => match self.on_date {
                None => false,
                Some(Truth::No) => self.after.0.is_some(),
                Some(Truth::Maybe | Truth::Yes) => true,
            },
        }
    }

    /// Notes the value on a day. `label` is the day it is taken to be, for what holds from the first.
    pub(super) fn note(&mut self, day: Day, label: Day, value: Truth, tested_on: Option<Day>) {
        self.first.note(label, value);
        if tested_on == Some(day) {
            self.on_date = Some(value);
        }
        if tested_on.is_some_and(|date| day > date) {
            self.after.note(day, value);
        }
    }
}

/// What the points of a term stand for.
pub(super) struct Points<'a> {
    pub(super) rule: &'a Rule,
    pub(super) seen: &'a [Seen],
    pub(super) that_day: Found,
    pub(super) deposit: Option<Day>,
    pub(super) general: Option<Day>,
}

impl Points<'_> {
    /// Returns what a moment gives by what has been seen so far.
    pub(super) fn moment(&self, moment: &Moment) -> Found {
        match moment {
            Moment::Unmodelled => Found::Undetermined(None),
            Moment::While { condition, tested } => {
                let seen = self.seen.get(*condition).copied().unwrap_or_default();
                match seen.first.found() {
                    Found::At { date, .. } if *tested => Found::Undetermined(Some(date)),
                    found => found,
                }
            }
            Moment::Latest(terms) => latest(terms.iter().map(|term| self.term(term))),
            Moment::Earliest(terms) => earliest(terms.iter().map(|term| self.term(term))),
            Moment::Fallback {
                date,
                condition,
                otherwise,
            } => {
                let seen = self.seen.get(*condition).copied().unwrap_or_default();
                match seen.on_date {
                    None => Found::NotReached,
                    Some(Truth::Yes) => Found::At {
                        date: *date,
                        trigger: *date,
                    },
                    Some(Truth::Maybe) => Found::Undetermined(Some(*date)),
                    Some(Truth::No) => Points {
                        that_day: seen.after.found(),
                        ..*self
                    }
                    .term(otherwise),
                }
            }
        }
    }

    /// Returns what a term gives.
    pub(super) fn term(&self, term: &Term) -> Found {
        let (point, step): (_, Box<dyn Fn(Day) -> Day>) = match term {
            Term::On(point) => (point, Box::new(|day| day)),
            Term::After(count, unit, point) => (
                point,
                Box::new(|day| self.rule.expiry(day, day.plus(*count, *unit))),
            ),
            Term::FirstOfMonth(months, point) => (
                point,
                Box::new(|day: Day| day.first_of_month_after(*months)),
            ),
        };
        match self.point(point) {
            Found::At { date, trigger } => Found::At {
                date: step(date),
                trigger,
            },
            Found::NotReached => Found::NotReached,
            Found::Undetermined(not_before) => Found::Undetermined(not_before.map(step)),
        }
    }

    fn point(&self, point: &Point) -> Found {
        let day = match point {
            Point::Date(day) => Some(*day),
            Point::TheDay(condition) => {
                let seen = self.seen.get(*condition).copied().unwrap_or_default();
                return seen.first.found();
            }
            Point::ThatDay => return self.that_day,
            Point::ItsDeposit => self.deposit,
            Point::GeneralForce => self.general,
            Point::Adoption => self.rule.adopted,
            Point::Opening => self.rule.opened,
            Point::Term(term) => return self.term(term),
        };
        day.map_or(Found::Undetermined(None), |day| Found::At {
            date: day,
            trigger: day,
        })
    }
}

impl Rule {
    /// Moves the end of a period on where the first policy for its first day says so (DATE-3).
    pub(super) fn expiry(&self, first: Day, end: Day) -> Day {
        let line = self.policies.expiry.iter().find(|line| {
            line.from.is_none_or(|from| from <= first)
                && line.until.is_none_or(|until| first <= until)
        });
        if line.is_some_and(|line| line.next_day) {
            end.next()
        } else {
            end
        }
    }
}

/// All must be reached; the latest date, and the latest of the days on which they were.
pub(super) fn latest(terms: impl Iterator<Item = Found>) -> Found {
    terms
        .reduce(|one, other| match (one, other) {
            (Found::NotReached, _) | (_, Found::NotReached) => Found::NotReached,
            (
                Found::At { date, trigger },
                Found::At {
                    date: other_date,
                    trigger: other_trigger,
                },
            ) => Found::At {
                date: date.max(other_date),
                trigger: trigger.max(other_trigger),
            },
            (Found::Undetermined(bound), Found::At { date, .. })
            | (Found::At { date, .. }, Found::Undetermined(bound)) => {
                Found::Undetermined(bound.max(Some(date)))
            }
            (Found::Undetermined(bound), Found::Undetermined(other)) => {
                Found::Undetermined(bound.max(other))
            }
        })
        .unwrap_or(Found::NotReached)
}

/// The earliest that is reached, of equal ones the first; an unknown one matters only if it could
/// be earlier still.
fn earliest(terms: impl Iterator<Item = Found>) -> Found {
    terms
        .reduce(|one, other| match (one, other) {
            (Found::NotReached, found) | (found, Found::NotReached) => found,
            (
                Found::At { date, .. },
                Found::At {
                    date: other_date, ..
                },
            ) => {
                if other_date < date {
                    other
                } else {
                    one
                }
            }
            (reached @ Found::At { date, .. }, Found::Undetermined(bound))
            | (Found::Undetermined(bound), reached @ Found::At { date, .. }) => match bound {
                Some(bound) if bound >= date => reached,
                Some(_) | None => Found::Undetermined(bound),
            },
            (Found::Undetermined(bound), Found::Undetermined(other)) => {
                Found::Undetermined(bound.min(other))
            }
        })
        .unwrap_or(Found::NotReached)
}

impl From<Found> for General {
    fn from(found: Found) -> Self {
        match found {
            Found::At { date, .. } => Self::On(date),
            Found::NotReached => Self::Never,
            Found::Undetermined(not_before) => Self::Undetermined(not_before),
        }
    }
}
