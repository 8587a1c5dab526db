//! What differs between two states of a register: for treaties their entry into force, for
//! participants since when and until when they are bound.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use sponsio_record::{ParticipantId, TreatyId};

use crate::calendar::Date;
use crate::register::Register;
use crate::status::history::{Force, History, Start};
use crate::status::live::End;

/// One difference between two states of a register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Consequence {
    /// A treaty's entry into force differs.
    Treaty {
        /// Which treaty.
        treaty: TreatyId,
        /// Before; absent where the earlier register did not hold the treaty.
        before: Option<Force>,
        /// After; absent where the later register does not hold it.
        after: Option<Force>,
    },
    /// A participant's intervals differ.
    Participant {
        /// Towards which treaty.
        treaty: TreatyId,
        /// Whose.
        participant: ParticipantId,
        /// Before, by day of deposit.
        before: Vec<Interval>,
        /// After, by day of deposit.
        after: Vec<Interval>,
    },
}

impl Consequence {
    /// Returns the treaty that it concerns.
    pub const fn treaty(&self) -> &TreatyId {
        match self {
            Self::Treaty { treaty, .. } | Self::Participant { treaty, .. } => treaty,
        }
    }

    /// Whether it says something of days after this one, before or after the difference.
    pub fn reaches_beyond(&self, day: Date) -> bool {
        let later = |found: Option<Date>| found.is_some_and(|found| day < found);
        match self {
            Self::Treaty { before, after, .. } => [before, after]
                .into_iter()
                .flatten()
                .any(|force| later(force.since())),
            Self::Participant { before, after, .. } => before.iter().chain(after).any(|one| {
                later(one.until) || matches!(one.start, Start::On(start) if day < start)
            }),
        }
    }
}

/// An interval of consent as far as it can be seen from outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interval {
    /// The day of deposit.
    pub deposited: Date,
    /// Since when the treaty is in force for the participant.
    pub start: Start,
    /// The first day on which it no longer is.
    pub until: Option<Date>,
    /// Whether it is unknown if it has ended from that day on.
    pub end_unknown: bool,
}

/// A register with the histories of its treaties.
#[derive(Debug, Clone, Copy)]
pub struct Chronicled<'a> {
    /// The register.
    pub register: &'a Register,
    /// Its histories under one lens.
    pub histories: &'a [History],
}

impl<'a> Chronicled<'a> {
    fn by_treaty(self) -> BTreeMap<&'a TreatyId, &'a History> {
        let id = |history: &'a History| &self.register.treaty(history.treaty).id;
        self.histories
            .iter()
            .map(|history| (id(history), history))
            .collect()
    }

    fn intervals(self, history: &History) -> BTreeMap<&'a ParticipantId, Vec<Interval>> {
        let mut intervals: BTreeMap<&ParticipantId, Vec<Interval>> = BTreeMap::new();
        for effect in &history.effects {
            let (until, end_unknown) = match effect.consent.end {
                End::Open => (None, false),
                End::Day(day, _) => (Some(day), false),
                End::UnknownFrom(day, _) => (Some(day), true),
            };
            // Where the treaty has ended, nobody is bound any longer.
            let ended = history.ended().filter(|end| match effect.start {
                Start::On(start) => start < *end && until.is_none_or(|until| *end <= until),
                Start::NotYet | Start::Never | Start::Undetermined(_) => false,
            });
            let (until, end_unknown) = match ended {
                Some(end) => (Some(end), false),
                None => (until, end_unknown),
            };
            let deposited = effect.consent.deposited;
            let interval = Interval {
                deposited,
                start: effect.start,
                until,
                end_unknown,
            };
            let id = &self.register.participant(effect.consent.party).id;
            intervals.entry(id).or_default().push(interval);
        }
        intervals
    }
}

/// Returns everything that differs, by treaty and participant.
pub fn consequences(before: Chronicled<'_>, after: Chronicled<'_>) -> Vec<Consequence> {
    let (old, new) = (before.by_treaty(), after.by_treaty());
    let mut treaties: Vec<&TreatyId> = old.keys().chain(new.keys()).copied().collect();
    treaties.sort_unstable();
    treaties.dedup();
    let mut found = Vec::new();
    for treaty in treaties {
        let (was, is) = (old.get(treaty), new.get(treaty));
        let force = |history: Option<&&History>| history.map(|history| history.force().clone());
        if force(was) != force(is) {
            let (before, after) = (force(was), force(is));
            found.push(Consequence::Treaty {
                treaty: treaty.clone(),
                before,
                after,
            });
        }
        let was = was
            .map(|history| before.intervals(history))
            .unwrap_or_default();
        let is = is
            .map(|history| after.intervals(history))
            .unwrap_or_default();
        for participant in was
            .keys()
            .chain(is.keys())
            .collect::<alloc::collections::BTreeSet<_>>()
        {
            let intervals = |side: &BTreeMap<&ParticipantId, Vec<Interval>>| {
                side.get(*participant).cloned().unwrap_or_default()
            };
            if intervals(&was) != intervals(&is) {
                found.push(Consequence::Participant {
                    treaty: treaty.clone(),
                    participant: (*participant).clone(),
                    before: intervals(&was),
                    after: intervals(&is),
                });
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::status::fixture::*;

    /// Treaty-law 2.8: what one more act changes, for the treaty and for each participant.
    #[test]
    fn one_more_deposit_brings_the_treaty_into_force() {
        let rule = "\nin force on the day at least 2 states";
        let one = register(rule, &["AAA ratification 2001-01-01"]);
        let two = register(
            rule,
            &["AAA ratification 2001-01-01", "BBB ratification 2002-01-01"],
        );
        let (before, after) = ([history(&one)], [history(&two)]);
        let before = Chronicled {
            register: &one,
            histories: &before,
        };
        let after = Chronicled {
            register: &two,
            histories: &after,
        };
        assert_eq!(consequences(before, before), []);
        let found = consequences(before, after);
        let [
            Consequence::Treaty {
                before: Some(Force::NotInForce),
                after: Some(Force::InForce { since, .. }),
                ..
            },
            Consequence::Participant {
                participant: first,
                before: was,
                after: is,
                ..
            },
            Consequence::Participant {
                participant: second,
                before: nothing,
                ..
            },
        ] = found.as_slice()
        else {
            panic!("{found:?}");
        };
        assert_eq!(*since, day("2002-01-01"));
        assert_eq!((first, second), (&id("AAA"), &id("BBB")));
        assert_eq!(
            (was[0].start, is[0].start),
            (Start::NotYet, Start::On(day("2002-01-01")))
        );
        assert!(nothing.is_empty());
    }
}
