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
