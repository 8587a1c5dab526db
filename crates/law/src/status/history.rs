//! The history of one treaty as known on a day: its entry into force, and for every consent since
//! when and until when the treaty is in force for its author.

use alloc::vec::Vec;

use crate::calendar::Date;
use crate::clause::denunciation::Since;
use crate::clause::explain::{Derivation, Lapse, LapseKind, Reason};
use crate::clause::truth::Truth;
use crate::register::{PartyIndex, TreatyIndex};
use crate::status::fact::Fact;
use crate::status::live::LiveConsent;

/// From where a question is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Lens {
    /// The knowledge date (G-3): only acts that the register had by then count. Absent: all.
    pub known: Option<Date>,
    /// Which general date is taken.
    pub view: View,
}

/// Which general date is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum View {
    /// The one that follows from the clause and the acts.
    #[default]
    Computed,
    /// The one that the depositary published, where it did: a declared assumption.
    Announced,
}

/// Whether and since when a treaty is in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Force {
    /// It is, from this day on; the latch holds (EIF-6).
    InForce {
        /// The first day.
        since: Date,
        /// The day on which the last of its conditions came to hold; absent where the date is an
        /// announced one and no trigger could be computed.
        trigger: Option<Date>,
    },
    /// It is not, on the acts that are known.
    NotInForce,
    /// It depends on something that is not known.
    Undetermined {
        /// The earliest day it can have been, where the known conditions give one.
        not_before: Option<Date>,
        /// What is not known.
        reasons: Vec<Reason>,
    },
    /// The register holds no rule for it.
    NoRule,
}

impl Force {
    /// Returns the first day in force.
    pub const fn since(&self) -> Option<Date> {
        match self {
            Self::InForce { since, .. } => Some(*since),
            Self::NotInForce | Self::Undetermined { .. } | Self::NoRule => None,
        }
    }

    /// Returns the first day on which it is, or may be, in force.
    pub(crate) const fn earliest(&self) -> Option<Date> {
        match self {
            Self::InForce { since, .. } => Some(*since),
            Self::Undetermined { not_before, .. } => *not_before,
            Self::NotInForce | Self::NoRule => None,
        }
    }

    /// Returns from when a bar on notices may run.
    pub(crate) const fn as_since(&self) -> Since {
        match self {
            Self::InForce { since, .. } => Since::Day(*since),
            Self::NotInForce => Since::Not,
            Self::Undetermined { not_before, .. } => Since::Unknown(*not_before),
            Self::NoRule => Since::Unknown(None),
        }
    }

    /// Whether the treaty is in force on this day; without a day, before anything has happened.
    pub(crate) fn on(&self, day: Option<Date>) -> Truth {
        match self {
            Self::InForce { since, .. } => day.is_some_and(|day| *since <= day).into(),
            Self::NotInForce => Truth::False,
            Self::NoRule
            | Self::Undetermined {
                not_before: None, ..
            } => Truth::Unknown,
            Self::Undetermined {
                not_before: Some(bound),
                ..
            } => Truth::between(false, day.is_some_and(|day| *bound <= day)),
        }
    }
}

/// Since when a treaty is in force for the author of a consent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Start {
    /// From this day on.
    On(Date),
    /// The treaty is not in force.
    NotYet,
    /// The consent ended before the treaty could enter into force for its author.
    Never,
    /// It depends on something that is not known; at the earliest this day.
    Undetermined(Option<Date>),
}

impl Start {
    /// Returns from when a bar on notices may run.
    pub(crate) const fn as_since(self) -> Since {
        match self {
            Self::On(day) => Since::Day(day),
            Self::NotYet | Self::Never => Since::Not,
            Self::Undetermined(bound) => Since::Unknown(bound),
        }
    }
}

/// What one interval of consent brings about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Effect {
    /// The interval of live consent.
    pub consent: LiveConsent,
    /// Since when the treaty is in force for its author.
    pub start: Start,
    /// How the start follows.
    pub steps: Derivation,
}

impl Effect {
    /// Whether the treaty is in force for the author on this day, by this consent.
    pub fn binds_on(&self, day: Date) -> Truth {
        let started = match self.start {
            Start::On(since) => (since <= day).into(),
            Start::NotYet | Start::Never => Truth::False,
            Start::Undetermined(bound) => {
                let live = self.consent.from <= day;
                Truth::between(false, live && bound.is_none_or(|bound| bound <= day))
            }
        };
        started.and(self.not_ended_on(day))
    }

    /// Whether the consent has not ended by this day.
    pub(crate) fn not_ended_on(&self, day: Date) -> Truth {
        use crate::status::live::End;
        match self.consent.end {
            End::Open => Truth::True,
            End::Day(end, _) => {
                let doubtful = self.consent.doubtful.is_some_and(|(since, _)| since <= day);
                Truth::between(day < end && !doubtful, day < end)
            }
            End::UnknownFrom(bound, _) => Truth::between(day < bound, true),
        }
    }
}

/// Provisional entry into force of a treaty: a state of its own, never "in force" (EIF-13).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProvisionalForce {
    /// Whether and since when.
    pub force: Force,
    /// The day of definitive entry into force, with which it ends; absent while that has not come.
    pub until: Option<Date>,
    /// The day from which it is not known whether definitive entry into force has come.
    pub doubtful: Option<Date>,
    /// How that follows.
    pub steps: Derivation,
}

impl ProvisionalForce {
    /// Whether the treaty is provisionally in force on a day.
    pub fn on(&self, day: Date) -> Truth {
        let over = self.until.is_some_and(|until| until <= day);
        let doubtful = self.doubtful.is_some_and(|from| from <= day);
        let lasts = Truth::between(!over && !doubtful, !over);
        self.force.on(Some(day)).and(lasts)
    }
}

/// The history of one treaty under a lens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct History {
    /// Which treaty.
    pub treaty: TreatyIndex,
    /// The lens.
    pub lens: Lens,
    /// Whether and since when it is in force, from its clauses and acts alone.
    pub computed: Force,
    /// How that follows.
    pub steps: Derivation,
    pub(crate) in_view: Force,
    /// The days after entry into force, in the view of the lens, on which it is not in force.
    pub lapses: Vec<Lapse>,
    /// How they follow.
    pub lapse_steps: Derivation,
    /// Whether and since when it is provisionally in force; absent where no clause says so.
    pub provisional: Option<ProvisionalForce>,
    /// What each consent brings about, by participant and day.
    pub effects: Vec<Effect>,
    pub(crate) facts: Vec<Fact>,
}

impl History {
    /// Returns whether and since when the treaty is in force in the view of the lens.
    pub const fn force(&self) -> &Force {
        &self.in_view
    }

    /// Whether the treaty is in force on a day, in the view of the lens.
    pub fn in_force_on(&self, day: Date) -> Truth {
        let lapsed = self.lapses.iter().filter(|lapse| lapse.covers(day));
        let lasts = lapsed.map(|lapse| match lapse.kind {
            LapseKind::Ended | LapseKind::ConditionNotMet => Truth::False,
            LapseKind::Unknown => Truth::Unknown,
        });
        self.in_view
            .on(Some(day))
            .and(lasts.min().unwrap_or(Truth::True))
    }

    /// Returns the first day on which the treaty, having ended, is no longer in force for anybody.
    pub fn ended(&self) -> Option<Date> {
        let ends = self
            .lapses
            .iter()
            .filter(|lapse| lapse.kind == LapseKind::Ended);
        ends.map(|lapse| lapse.from).min()
    }

    /// Whether the treaty is in force for the author of a consent on a day, by this consent.
    pub fn binds(&self, effect: &Effect, day: Date) -> Truth {
        // Starts before general entry into force are as the text wants them.
        let lapsed = self.lapses.iter().any(|lapse| lapse.covers(day));
        let lasts = if lapsed {
            self.in_force_on(day)
        } else {
            Truth::True
        };
        effect.binds_on(day).and(lasts)
    }

    /// Since when the treaty has been in force without a break for somebody for whom it is on a day,
    /// and for whom it first was from `start`.
    pub(crate) fn again_since(&self, start: Date, day: Date) -> Date {
        let breaks = self.lapses.iter().filter_map(|lapse| lapse.until);
        breaks.filter(|until| *until <= day).fold(start, Ord::max)
    }

    /// The days on which the treaty begins or ceases to be in force.
    pub(crate) fn force_days(&self) -> impl Iterator<Item = Date> {
        let lapses = self.lapses.iter();
        let turns = lapses.flat_map(|lapse| [Some(lapse.from), lapse.until]);
        turns.flatten().chain(self.in_view.earliest())
    }

    /// Returns the effects of one participant's consents, by day.
    pub fn effects_of(&self, party: PartyIndex) -> impl Iterator<Item = &Effect> {
        let first = self
            .effects
            .partition_point(|effect| effect.consent.party < party);
        self.effects[first..]
            .iter()
            .take_while(move |effect| effect.consent.party == party)
    }

    /// Whether the participant is a party on this day (VCLT art. 2(1)(g)).
    pub fn is_party(&self, party: PartyIndex, day: Date) -> Truth {
        self.effects_of(party)
            .map(|effect| self.binds(effect, day))
            .max()
            .unwrap_or(Truth::False)
    }

    /// Whether the participant counts as a party in a condition on this day: a succession reaches
    /// back in time for its author, but counts from its notification.
    pub(crate) fn counts_as_party(&self, party: PartyIndex, day: Date) -> Truth {
        let live = self
            .effects_of(party)
            .filter(|effect| effect.consent.from <= day);
        live.map(|effect| self.binds(effect, day))
            .max()
            .unwrap_or(Truth::False)
    }

    /// Whether it is not known of somebody since when or until when the treaty is in force for it.
    pub(crate) fn has_open_effects(&self) -> bool {
        use crate::status::live::End;
        let lapses_open = self.lapses.iter().any(|lapse| !lapse.is_certain());
        lapses_open
            || self.effects.iter().any(|effect| {
                matches!(effect.start, Start::Undetermined(_))
                    || matches!(effect.consent.end, End::UnknownFrom(..))
                    || effect.consent.doubtful.is_some()
            })
    }

    /// The days on which somebody becomes a party or ceases to be one.
    pub(crate) fn change_days(&self) -> impl Iterator<Item = Date> + '_ {
        use crate::status::live::End;
        let lapses = self.lapses.iter();
        let turns = lapses
            .flat_map(|lapse| [Some(lapse.from), lapse.until])
            .flatten();
        self.effects
            .iter()
            .flat_map(|effect| {
                let start = match effect.start {
                    Start::On(day) => Some(day.max(effect.consent.from)),
                    Start::Undetermined(bound) => Some(
                        bound.map_or(effect.consent.from, |bound| bound.max(effect.consent.from)),
                    ),
                    Start::NotYet | Start::Never => None,
                };
                let end = match effect.consent.end {
                    End::Open => None,
                    End::Day(day, _) | End::UnknownFrom(day, _) => Some(day),
                };
                let doubt = effect.consent.doubtful.map(|(day, _)| day);
                [start, doubt, end].into_iter().flatten()
            })
            .chain(turns)
    }
}
