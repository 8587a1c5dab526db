//! Terms and moments: from the day on which a condition came to hold to the day of entry into
//! force, step by step (DATE-2 to DATE-7).

use alloc::boxed::Box;
use alloc::vec::Vec;

use crate::calendar::{self, Date};
use crate::clause::evaluate::{self, ByThen, Held};
use crate::clause::explain::{Derivation, Reason, Step, Trigger};
use crate::clause::rule::{Moment, Point, Term};
use crate::clause::scene::Scene;

/// A day that a rule computes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// This day; the trigger is the day on which the last of its conditions came to hold.
    Day { day: Date, trigger: Date },
    /// No day, on the acts that are known.
    Never,
    /// Not known, at the earliest this day (`None`: no bound).
    Undetermined {
        not_before: Option<Date>,
        reasons: Vec<Reason>,
    },
}

/// A computed day with the steps that lead to it.
pub(crate) type Derived = (Outcome, Derivation);

/// The days to which a term of a joiner clause may refer.
#[derive(Debug, Clone, Default)]
pub(crate) struct Anchors {
    /// The day of the joiner's own deposit.
    pub(crate) deposit: Option<Date>,
    /// The day of general entry into force.
    pub(crate) general: Option<Date>,
    /// The day on which the condition of a fallback came to hold.
    that_day: Option<Held>,
}

impl Anchors {
    pub(crate) fn from_general(general: Date) -> Self {
        Self {
            general: Some(general),
            ..Self::default()
        }
    }

    pub(crate) fn joiner(deposit: Date, general: Option<Date>) -> Self {
        Self {
            deposit: Some(deposit),
            general,
            that_day: None,
        }
    }
}

impl Outcome {
    pub(crate) fn undetermined(not_before: Option<Date>, reason: Reason) -> Self {
        Self::Undetermined {
            not_before,
            reasons: Vec::from([reason]),
        }
    }

    /// Returns the day, if there is one.
    pub(crate) const fn day(&self) -> Option<Date> {
        match self {
            Self::Day { day, .. } => Some(*day),
            Self::Never | Self::Undetermined { .. } => None,
        }
    }

    /// Moves the day, or the lower bound, by a step of arithmetic.
    fn then(self, steps: &mut Derivation, step: impl Fn(Date) -> Option<(Date, Step)>) -> Self {
        match self {
            Self::Never => Self::Never,
            Self::Day { day, trigger } => match step(day) {
                Some((day, taken)) => {
                    steps.push(taken);
                    Self::Day { day, trigger }
                }
                None => Self::undetermined(None, Reason::BeyondCalendar),
            },
            Self::Undetermined {
                not_before,
                reasons,
            } => {
                let moved = not_before.and_then(step);
                let not_before = moved.as_ref().map(|(day, _)| *day);
                steps.extend(moved.map(|(_, taken)| taken));
                Self::Undetermined {
                    not_before,
                    reasons,
                }
            }
        }
    }
}

/// Returns the day of a moment.
pub(crate) fn moment(moment: &Moment, scene: Scene<'_>) -> Derived {
    match moment {
        Moment::Latest(terms) => latest(terms, scene),
        Moment::Earliest(terms) => earliest(terms, scene),
        Moment::Fallback {
            date,
            condition,
            otherwise,
        } => match evaluate::by_then(condition, *date, scene) {
            // The fixed day is the trigger day too: whoever deposits up to it starts on it.
            ByThen::Held(trigger) => {
                let held = Step::Fallback {
                    date: *date,
                    held: true,
                };
                (
                    fixed(Some(*date)),
                    Vec::from([Step::Trigger(Box::new(trigger)), held]),
                )
            }
            ByThen::Unknown(reasons) => (
                Outcome::Undetermined {
                    not_before: Some(*date),
                    reasons,
                },
                Vec::new(),
            ),
            ByThen::Later(held) => {
                let mut steps = Vec::from([Step::Fallback {
                    date: *date,
                    held: false,
                }]);
                let anchors = Anchors {
                    that_day: Some(held),
                    ..Anchors::default()
                };
                let outcome = term(otherwise, &anchors, scene, &mut steps);
                (outcome, steps)
            }
        },
    }
}

fn each_term(terms: &[Term], scene: Scene<'_>) -> Vec<Derived> {
    let anchors = Anchors::default();
    let derived = |one| {
        let mut steps = Vec::new();
        let outcome = term(one, &anchors, scene, &mut steps);
        (outcome, steps)
    };
    terms.iter().map(derived).collect()
}

fn latest(terms: &[Term], scene: Scene<'_>) -> Derived {
    let (outcomes, steps): (Vec<_>, Vec<_>) = each_term(terms, scene).into_iter().unzip();
    let mut steps = steps.concat();
    let (outcome, days) = latest_of(outcomes);
    if let (Outcome::Day { day, .. }, true) = (&outcome, days.len() > 1) {
        steps.push(Step::Latest(days, *day));
    }
    (outcome, steps)
}

/// Returns the latest of several outcomes, all of which must come, with their days.
pub(crate) fn latest_of(outcomes: Vec<Outcome>) -> (Outcome, Vec<Date>) {
    if outcomes.contains(&Outcome::Never) {
        return (Outcome::Never, Vec::new());
    }
    let (mut days, mut triggers, mut open, mut bound) = (Vec::new(), Vec::new(), Vec::new(), None);
    let mut undetermined = false;
    for outcome in outcomes {
        match outcome {
            Outcome::Day { day, trigger } => {
                days.push(day);
                triggers.push(trigger);
            }
            Outcome::Undetermined {
                not_before,
                reasons,
            } => {
                undetermined = true;
                bound = bound.max(not_before);
                open.extend(reasons);
            }
            Outcome::Never => {}
        }
    }
    let last = days.iter().copied().max();
    let outcome = match (undetermined, last, triggers.into_iter().max()) {
        (true, ..) => Outcome::Undetermined {
            not_before: bound.max(last),
            reasons: open,
        },
        (false, Some(day), Some(trigger)) => Outcome::Day { day, trigger },
        (false, ..) => Outcome::Never,
    };
    (outcome, days)
}

fn earliest(terms: &[Term], scene: Scene<'_>) -> Derived {
    let mut days: Vec<(Date, Date)> = Vec::new();
    let mut open: Vec<(Option<Date>, Vec<Reason>)> = Vec::new();
    // What leads to a bound is told only where the bound is the result.
    let (mut steps, mut steps_to_bounds) = (Vec::new(), Vec::new());
    for (outcome, own) in each_term(terms, scene) {
        match outcome {
            Outcome::Day { day, trigger } => {
                days.push((day, trigger));
                steps.extend(own);
            }
            Outcome::Undetermined {
                not_before,
                reasons,
            } => {
                open.push((not_before, reasons));
                steps_to_bounds.extend(own);
            }
            Outcome::Never => {}
        }
    }
    let best = days.iter().copied().min_by_key(|(day, _)| *day);
    // An unknown term matters only if it could come before the earliest known day.
    open.retain(|(bound, _)| best.is_none_or(|(day, _)| bound.is_none_or(|bound| bound < day)));
    if !open.is_empty() {
        let not_before = open.iter().map(|(bound, _)| *bound).min().flatten();
        let reasons = open.into_iter().flat_map(|(_, reasons)| reasons).collect();
        steps.extend(steps_to_bounds);
        return (
            Outcome::Undetermined {
                not_before,
                reasons,
            },
            steps,
        );
    }
    let Some((day, trigger)) = best else {
        return (Outcome::Never, steps);
    };
    if days.len() > 1 {
        steps.push(Step::Earliest(
            days.into_iter().map(|(day, _)| day).collect(),
            day,
        ));
    }
    (Outcome::Day { day, trigger }, steps)
}

/// Returns the day of a term, adding the steps of its arithmetic.
pub(crate) fn term(
    term: &Term,
    anchors: &Anchors,
    scene: Scene<'_>,
    steps: &mut Derivation,
) -> Outcome {
    match term {
        Term::On(start) => point(start, anchors, scene, steps),
        Term::After {
            count,
            unit,
            point: start,
        } => point(start, anchors, scene, steps)
            .then(steps, |from| scene.policies.period(from, *count, *unit)),
        Term::FirstOfMonth {
            month,
            point: start,
        } => point(start, anchors, scene, steps).then(steps, |from| {
            let to = calendar::first_of_month(from, *month)?;
            Some((
                to,
                Step::FirstOfMonth {
                    from,
                    month: *month,
                    to,
                },
            ))
        }),
    }
}

fn point(start: &Point, anchors: &Anchors, scene: Scene<'_>, steps: &mut Derivation) -> Outcome {
    let header = &scene.treaty.clauses.header;
    match start {
        Point::Date(day) => named(*day, steps),
        Point::TheDay(condition) => held(evaluate::first_day(condition, scene), steps),
        Point::ThatDay => match &anchors.that_day {
            Some(day) => held(day.clone(), steps),
            None => Outcome::Never,
        },
        Point::ItsDeposit => fixed(anchors.deposit),
        Point::GeneralForce => fixed(anchors.general),
        Point::Adoption => match &header.adopted {
            Some(day) => named(day.value, steps),
            None => Outcome::undetermined(None, Reason::NoAdoptionDate),
        },
        Point::Opening => match &header.opened {
            Some(day) => named(day.value, steps),
            None => Outcome::undetermined(None, Reason::NoOpeningDate),
        },
        Point::Term(inner) => term(inner, anchors, scene, steps),
    }
}

fn named(day: Date, steps: &mut Derivation) -> Outcome {
    steps.push(Step::NamedDay(day));
    fixed(Some(day))
}

fn fixed(day: Option<Date>) -> Outcome {
    day.map_or(Outcome::Never, |day| Outcome::Day { day, trigger: day })
}

pub(crate) fn held(held: Held, steps: &mut Derivation) -> Outcome {
    match held {
        Held::Never => Outcome::Never,
        Held::On(trigger) => {
            let Trigger { day, .. } = trigger;
            steps.push(Step::Trigger(Box::new(trigger)));
            Outcome::Day { day, trigger: day }
        }
        Held::Unknown { since, reasons } => Outcome::Undetermined {
            not_before: since,
            reasons,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::status::fixture::*;

    const ACTS: [&str; 2] = ["AAA ratification 2001-01-31", "BBB ratification 2001-03-15"];

    fn result(rule: &str) -> (Outcome, Derivation) {
        let register = register(
            &alloc::format!("\n  adopted 2000-05-05\ngroup G unknown\n{rule}"),
            &ACTS,
        );
        in_scene(&register, crate::clause::entry_into_force::general)
    }

    fn on(rule: &str) -> Option<(Date, Date)> {
        match result(rule).0 {
            Outcome::Day { day, trigger } => Some((day, trigger)),
            Outcome::Never | Outcome::Undetermined { .. } => None,
        }
    }

    fn days(one: &str, other: &str) -> (Date, Date) {
        (day(one), day(other))
    }

    /// Semantics 6: the latest asks for all terms, the earliest for any.
    #[test]
    fn the_later_and_the_earlier_of_two_terms() {
        let later = "in force on the day at least 1 states; or later: on 2001-02-02";
        assert_eq!(on(later), Some(days("2001-02-02", "2001-02-02")));
        let earlier = "in force on the day at least 2 states; or earlier: on 2001-02-02";
        assert_eq!(on(earlier), Some(days("2001-02-02", "2001-02-02")));
        let never = "in force on the day at least 3 states; or later: on 2001-02-02";
        assert_eq!(on(never), None);
        let still = "in force on the day at least 3 states; or earlier: on 2001-02-02";
        assert_eq!(on(still), Some(days("2001-02-02", "2001-02-02")));
    }

    /// DATE-4, DATE-5: months clamp, and the first day of a following month is not the own one.
    #[test]
    fn periods_run_from_the_trigger() {
        let month = "in force 1 months after the day at least 1 states";
        assert_eq!(on(month), Some(days("2001-02-28", "2001-01-31")));
        let first = "in force on the first day of the second month following (1 days after the day at least 1 states)";
        assert_eq!(on(first), Some(days("2001-04-01", "2001-01-31")));
    }

    /// Semantics 4: in a fallback the fixed day is its own trigger (decision 0004), and `that day` is the
    /// day on which the condition came to hold.
    #[test]
    fn a_fallback_runs_from_the_day_of_its_condition() {
        let rule = |date: &str| {
            alloc::format!(
                "in force on {date} if by then at least 2 states; otherwise 10 days after that day"
            )
        };
        assert_eq!(
            on(&rule("2001-04-01")),
            Some(days("2001-04-01", "2001-04-01"))
        );
        assert_eq!(
            on(&rule("2001-03-01")),
            Some(days("2001-03-25", "2001-03-15"))
        );
    }

    /// Semantics 12: a term that is left out because it could only be later explains nothing.
    #[test]
    fn only_terms_with_a_day_are_told() {
        let rule = "in force on the day at least 1 states; or earlier: \
                    1 months after the day at least 2 states and at least 1 of G";
        let (outcome, steps) = result(rule);
        assert!(matches!(outcome, Outcome::Day { day: found, .. } if found == day("2001-01-31")));
        assert!(
            !steps.iter().any(|step| matches!(step, Step::Period { .. })),
            "{steps:?}"
        );
    }

    /// Nothing lies beyond the year 9999, and that is a reason.
    #[test]
    fn beyond_the_calendar_is_undetermined() {
        let (outcome, _) = result("in force 9000 years after the day at least 1 states");
        assert_eq!(outcome, Outcome::undetermined(None, Reason::BeyondCalendar));
    }
}
