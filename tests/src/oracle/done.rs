//! What is left of a treaty when its walk is over: the general date and the consents.

use super::condition::Truth;
use super::course::Course;
use super::day::Day;
use super::moment::Found;
use super::register::Register;
use super::{Assessment, End, Interval, Outcome, Provisional};

/// The general entry into force, as far as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum General {
    On(Day),
    Never,
    /// Unknown, but not before this day.
    Undetermined(Option<Day>),
}

/// One consent, from its opening to its end.
#[derive(Debug, Clone)]
pub(super) struct Consent {
    pub(super) who: usize,
    /// The day from which it is live.
    pub(super) opened: Day,
    /// The deposit that terms run from: its own, or that of the predecessor it continues.
    pub(super) origin: Day,
    /// The date of succession, where a succession opened it.
    pub(super) succession: Option<Day>,
    /// Whether an act has been made that `consent by` counts.
    pub(super) counts: bool,
    pub(super) maybe_from: Option<Day>,
    pub(super) ended: Option<Day>,
    /// Set when the walk is over.
    pub(super) start: Option<Day>,
    /// Where it is unknown whether the treaty was in force on the day on which it would have started:
    /// that day.
    pub(super) maybe_start: Option<Day>,
}

impl Consent {
    /// Whether the consent is live on the day.
    pub(super) fn live_on(&self, day: Day) -> Truth {
        if day < self.opened || self.ended.is_some_and(|ended| ended <= day) {
            Truth::No
        } else if self.maybe_from.is_some_and(|from| from <= day) {
            Truth::Maybe
        } else {
            Truth::Yes
        }
    }

    fn days(&self) -> impl Iterator<Item = Day> {
        let starts = [self.start, self.maybe_start];
        [Some(self.opened), self.maybe_from, self.ended]
            .into_iter()
            .chain(starts)
            .flatten()
    }
}

/// A treaty whose walk is over.
#[derive(Debug)]
pub(super) struct Done {
    pub(super) general: General,
    /// Whether the rule says who starts when.
    pub(super) starts_known: bool,
    pub(super) consents: Vec<Consent>,
    pub(super) outcome: Outcome,
    /// The trigger of what stands in this view.
    pub(super) trigger: Option<Day>,
    /// What came after general entry into force.
    pub(super) course: Course,
    pub(super) provisional: Option<Provisional>,
    /// Whether it is in force only while a condition holds.
    pub(super) without_latch: bool,
}

impl Done {
    /// Returns what a treaty finds that enters into force together with this one.
    pub(super) fn found(&self) -> Found {
        match self.general {
            General::On(date) => Found::At {
                date,
                trigger: self.trigger.unwrap_or(date),
            },
            General::Never => Found::NotReached,
            General::Undetermined(bound) => Found::Undetermined(bound),
        }
    }

    /// Whether the treaty is in force for the participant on the day.
    pub(super) fn is_party(&self, who: usize, day: Day) -> Truth {
        self.would_be_party(who, day).min(self.course.on(day))
    }

    /// The same without regard to the end of the treaty.
    pub(super) fn would_be_party(&self, who: usize, day: Day) -> Truth {
        let consents = self.consents.iter().filter(|consent| consent.who == who);
        let values = consents.map(|consent| {
            let in_force = match self.general {
                General::Never => Truth::No,
                General::On(_) if self.starts_known => {
                    let begun = |start: Option<Day>| start.is_some_and(|start| start <= day);
                    match (begun(consent.start), begun(consent.maybe_start)) {
                        (true, _) => Truth::Yes,
                        (false, true) => Truth::Maybe,
                        (false, false) => Truth::No,
                    }
                }
                // It is unknown for whom, or whether at all, but not before that day.
                General::On(bound) | General::Undetermined(Some(bound)) if day < bound => Truth::No,
                // Nor before the day of a succession that is still to come.
                General::Undetermined(_) if consent.succession.is_some_and(|from| day < from) => {
                    Truth::No
                }
                General::On(_) | General::Undetermined(_) => Truth::Maybe,
            };
            consent.live_on(day).min(in_force)
        });
        values.max().unwrap_or(Truth::No)
    }

    /// Returns every day on which something about the treaty changes.
    pub(super) fn days(&self) -> impl Iterator<Item = Day> {
        let general = match self.general {
            General::On(day) => Some(day),
            General::Undetermined(bound) => bound,
            General::Never => None,
        };
        general
            .into_iter()
            .chain(self.consents.iter().flat_map(Consent::days))
            .chain(self.course.days())
    }

    /// Returns the result as it is compared.
    pub(super) fn assessment(&self, register: &Register) -> Assessment {
        let general = match self.general {
            General::On(day) => Some(day),
            General::Never | General::Undetermined(_) => None,
        };
        let mut intervals: Vec<Interval> = self
            .consents
            .iter()
            .map(|consent| Interval {
                participant: register
                    .codes
                    .names
                    .get(consent.who)
                    .cloned()
                    .unwrap_or_default(),
                deposited: consent.opened,
                start: consent.start,
                end: match (consent.maybe_from, consent.ended) {
                    (Some(from), Some(ended)) if ended <= from => End::On(ended),
                    (Some(from), _) => End::UndeterminedFrom(from),
                    (None, Some(ended)) => End::On(ended),
                    (None, None) => End::Open,
                },
            })
            .collect();
        intervals.sort();
        Assessment {
            outcome: self.outcome,
            general,
            course: general.map_or_else(Vec::new, |day| self.course.told_from(day)),
            provisional: self.provisional,
            intervals,
        }
    }
}
