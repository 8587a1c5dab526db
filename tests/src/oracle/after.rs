//! What came after general entry into force, and what came before it provisionally.

use super::condition::{Today, Truth};
use super::course::Course;
use super::day::Day;
use super::done::{Done, General};
use super::moment::{Found, Points};
use super::rule::Ends;
use super::walk::{Walk, outcome};
use super::{Outcome, Provisional};

impl Walk<'_> {
    /// Provisional entry into force, unless definitive entry into force came first (EIF-13).
    pub(super) fn provisionally(&self, general: General) -> Option<Provisional> {
        let found = self.points().moment(self.rule.provisional.as_ref()?);
        let until = match general {
            General::On(day) => Some(day),
            General::Never | General::Undetermined(_) => None,
        };
        let earliest = match found {
            Found::At { date, .. } => Some(date),
            Found::Undetermined(bound) => bound,
            Found::NotReached => None,
        };
        let came_first = until.is_some_and(|until| earliest.is_some_and(|day| until <= day));
        let outcome = if came_first {
            Outcome::NotInForce
        } else {
            outcome(found)
        };
        Some(Provisional { outcome, until })
    }

    /// What came after general entry into force.
    pub(super) fn course(&self, since: Day, found: Option<Found>, done: &Done) -> Course {
        let mut course = Course::default();
        if self.without_latch {
            if let Some(Found::At { .. }) = found {
                course.condition.clone_from(&self.daily);
            } else {
                course.doubt(since.next());
            }
        }
        for ends in &self.rule.ends {
            match ends {
                Ends::Decision => course.doubt(since),
                Ends::With(id) => self.ends_with(id, since, &mut course),
                Ends::Term(term) => {
                    let points = Points {
                        general: Some(since),
                        ..self.points()
                    };
                    match points.term(term) {
                        Found::At { date, .. } => course.end(date.max(since)),
                        Found::NotReached => {}
                        Found::Undetermined(bound) => {
                            course.doubt(bound.map_or(since, |bound| bound.max(since)));
                        }
                    }
                }
                Ends::FewerThan(number) => self.fewer_than(*number, since, done, &mut course),
            }
        }
        course
    }

    fn ends_with(&self, id: &str, since: Day, course: &mut Course) {
        let Some(other) = self.done.get(id) else {
            return course.doubt(since);
        };
        match other.general {
            General::Never => {}
            General::Undetermined(bound) => {
                course.doubt(bound.map_or(since, |bound| bound.max(since)));
            }
            // What comes and goes does not end.
            General::On(began) if other.without_latch => course.doubt(began.max(since)),
            General::On(_) => {
                if let Some(day) = other.course.ended {
                    course.end(day.max(since));
                }
                if let Some(day) = other.course.doubtful {
                    course.doubt(day.max(since));
                }
            }
        }
    }

    /// The first day after entry into force on which somebody ceases to be bound and fewer are left
    /// than the text asks for (EIF-6).
    fn fewer_than(&self, number: usize, since: Day, done: &Done, course: &mut Course) {
        let everybody = 0..self.current.len();
        let bound_on = |day: Day| -> Vec<Truth> {
            let all = everybody.clone();
            all.map(|who| done.would_be_party(who, day)).collect()
        };
        let mut day = since;
        let mut before = bound_on(since);
        while day < self.last {
            day = day.next();
            let now = bound_on(day);
            let pairs = before.iter().zip(&now);
            // Somebody ceases only where something is lost today.
            let ceasing = pairs
                .filter(|(was, is)| is < was)
                .map(|(was, is)| (*was).min(is.not()));
            let ceased = ceasing.max().unwrap_or(Truth::No);
            if ceased != Truth::No {
                let live: Vec<Truth> = everybody
                    .clone()
                    .map(|who| {
                        let own = done.consents.iter().filter(|consent| consent.who == who);
                        own.map(|consent| consent.live_on(day))
                            .max()
                            .unwrap_or(Truth::No)
                    })
                    .collect();
                let today = Today {
                    register: self.register,
                    rule: self.rule,
                    day,
                    live: &live,
                    counting: &now,
                    applies: &self.applies,
                    signed: &self.signed,
                    done: self.done,
                };
                let counted = everybody
                    .clone()
                    .map(|who| today.counts(who, false, &[], false));
                let (mut sure, mut possible) = (0, 0);
                for value in counted {
                    sure += usize::from(value == Truth::Yes);
                    possible += usize::from(value != Truth::No);
                }
                let below = match (possible < number, sure < number) {
                    (true, _) => Truth::Yes,
                    (false, true) => Truth::Maybe,
                    (false, false) => Truth::No,
                };
                match ceased.min(below) {
                    Truth::Yes => return course.end(day),
                    Truth::Maybe => course.doubt(day),
                    Truth::No => {}
                }
            }
            before = now;
        }
    }
}
