//! Explanations: whatever is undetermined names a reason, and whoever follows the steps of a
//! derivation with a calendar arrives at its date.

use proptest::prelude::*;
use sponsio_law::calendar::{self, Date};
use sponsio_law::clause::explain::{Derivation, Step};
use sponsio_law::clause::rule::PeriodExpiry;
use sponsio_law::status::history::{Effect, Force, History, Lens, Start};
use sponsio_law::status::live::End;

use crate::world::{World, lenses, told};
use crate::{choices, many};

/// Follows steps of arithmetic. The days of the terms that are complete wait for the step that
/// takes the latest or the earliest of them.
#[derive(Default)]
struct Reader {
    day: Option<Date>,
    terms: Vec<Date>,
}

impl Reader {
    /// Reads the steps of a general date; `Err` names the step that does not follow.
    fn read(steps: &Derivation) -> Result<Option<Date>, Step> {
        let mut reader = Self::default();
        for step in steps {
            reader.step(step).ok_or_else(|| step.clone())?;
        }
        Ok(reader.day)
    }

    fn begin(&mut self, day: Date) {
        self.terms.extend(self.day.replace(day));
    }

    fn step(&mut self, step: &Step) -> Option<()> {
        match step {
            Step::Trigger(trigger) => self.begin(trigger.day),
            Step::NamedDay(day) => self.begin(*day),
            Step::Fallback { date, held: true } => self.day = Some(*date),
            Step::Period { to, .. } | Step::FirstOfMonth { to, .. } => {
                let from = arithmetic(step)?;
                if self.day == Some(from) {
                    self.day = Some(*to);
                }
            }
            Step::Together(together) => {
                if self.day < together.own {
                    return None;
                }
                self.day = self.day.max(together.other);
            }
            Step::Latest(days, day) => self.several(days, *day, days.iter().max())?,
            Step::Earliest(days, day) => self.several(days, *day, days.iter().min())?,
            _ => {}
        }
        Some(())
    }

    fn several(&mut self, days: &[Date], day: Date, right: Option<&Date>) -> Option<()> {
        self.terms.extend(self.day.replace(day));
        let known = days.iter().all(|day| self.terms.contains(day));
        (known && right == Some(&day)).then_some(())
    }
}

/// Adds a period or goes to a first day of a month afresh; returns from where, if the step is right.
fn arithmetic(step: &Step) -> Option<Date> {
    match step {
        Step::Period {
            from,
            count,
            unit,
            reached,
            clamped,
            expiry,
            to,
            ..
        } => {
            let again = calendar::after(*from, *count, *unit)?;
            let ends = match expiry {
                PeriodExpiry::SameDay => again.day,
                PeriodExpiry::NextDay => again.day.tomorrow().ok()?,
            };
            let right = again.day == *reached && again.clamped == *clamped && ends == *to;
            right.then_some(*from)
        }
        Step::FirstOfMonth { from, month, to } => {
            (calendar::first_of_month(*from, *month)? == *to).then_some(*from)
        }
        _ => None,
    }
}

/// The day to which the steps of a start lead, from the day of deposit and the general date alone.
fn start(effect: &Effect, general: Date) -> Result<Date, Step> {
    let mut day = general;
    let mut own = effect.consent.deposited;
    for step in &effect.steps {
        match step {
            Step::Deposited { day, .. } => own = *day,
            Step::LiveOnTrigger { general: date, .. } | Step::BeforeGeneral { general: date } => {
                if *date != general {
                    return Err(step.clone());
                }
                day = general.max(own);
                own = day;
            }
            Step::Period { to, .. } | Step::FirstOfMonth { to, .. } => {
                arithmetic(step).ok_or_else(|| step.clone())?;
                own = *to;
                day = own;
            }
            Step::NamedDay(named) => {
                own = *named;
                day = own;
            }
            Step::Trigger(trigger) => {
                own = trigger.day;
                day = own;
            }
            Step::Statement(_) | Step::Residual(_) => day = own,
            Step::NotBeforeGeneral {
                own: before,
                general: date,
                start,
            } => {
                if *before != own || *date != general || *start != own.max(general) {
                    return Err(step.clone());
                }
                day = *start;
            }
            Step::Succession {
                succeeded,
                notified,
                start,
                ..
            } => {
                if *start != succeeded.unwrap_or(*notified).max(general) {
                    return Err(step.clone());
                }
                day = *start;
            }
            Step::Continued { day: continued, .. } => day = day.max(*continued),
            Step::WhenInForceAgain { own: before, start } => {
                if *before != day || *start < day {
                    return Err(step.clone());
                }
                day = *start;
            }
            _ => {}
        }
    }
    Ok(day)
}

fn ends(effect: &Effect) -> bool {
    let End::Day(end, _) = effect.consent.end else {
        return true;
    };
    let last = effect
        .consent
        .end_steps
        .iter()
        .rev()
        .find_map(|step| match step {
            Step::RecordedEffect { recorded, .. } => Some(*recorded),
            Step::Ended { day, .. } => Some(*day),
            Step::Period { to, .. } => Some(*to),
            _ => None,
        });
    // A period that is over before entry into force ends the consent on that day at the earliest.
    last.is_some_and(|last| last <= end)
}

fn reasons(steps: &Derivation) -> bool {
    steps.iter().any(|step| matches!(step, Step::Unknown(_)))
}

fn is_open(history: &History) -> bool {
    matches!(history.force(), Force::Undetermined { .. } | Force::NoRule)
}

proptest! {
    #![proptest_config(many(2_000))]

    /// Semantics 10: what is undetermined says why.
    #[test]
    fn whatever_is_undetermined_names_a_reason(made in choices()) {
        let mut world = World::of(made);
        let known = world.days().first().copied();
        for lens in lenses(known) {
            for history in world.register.chronicle(lens) {
                if let Force::Undetermined { reasons, .. } = &history.computed {
                    prop_assert!(!reasons.is_empty(), "{}", told(&world.files));
                }
                for effect in &history.effects {
                    if matches!(effect.start, Start::Undetermined(_)) {
                        let says = reasons(&effect.steps) || is_open(&history);
                        prop_assert!(says, "{:?}\n{}", effect, told(&world.files));
                    }
                    if matches!(effect.consent.end, End::UnknownFrom(..)) {
                        let says = reasons(&effect.consent.end_steps)
                            || effect.consent.end_steps.iter().any(|step| matches!(step, Step::Residual(_)));
                        prop_assert!(says, "{:?}\n{}", effect, told(&world.files));
                    }
                }
            }
        }
    }

    /// Semantics 12: the derivation leads to the result.
    #[test]
    fn the_steps_lead_to_the_date(made in choices()) {
        let world = World::of(made);
        for history in world.register.chronicle(Lens::default()) {
            let Force::InForce { since, .. } = history.computed else { continue };
            let read = Reader::read(&history.steps);
            prop_assert_eq!(read, Ok(Some(since)), "{:#?}\n{}", history.steps, told(&world.files));
            for effect in &history.effects {
                prop_assert!(ends(effect), "{:#?}\n{}", effect, told(&world.files));
                if let Start::On(day) = effect.start {
                    let read = start(effect, since);
                    prop_assert_eq!(read, Ok(day), "{:#?}\n{}", effect, told(&world.files));
                }
            }
        }
    }
}
