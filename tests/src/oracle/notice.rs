//! Notices of withdrawal: when they take effect, what bars them, how they are revoked (END-4 to
//! END-6).

use super::day::{Day, Unit};
use super::done::{Consent, General};
use super::rule::{Bar, Withdrawal};
use super::walk::Walk;

/// A notice of withdrawal.
pub(super) struct Notice {
    pub(super) who: usize,
    pub(super) received: Day,
    pub(super) recorded_effect: Option<Day>,
    pub(super) cancelled: bool,
}

/// The day on which a notice ends a consent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Effect {
    On(Day),
    UndeterminedFrom(Day),
    /// Not as long as the entry into force that it waits for has not come.
    NotYet,
    /// Never: the text excludes withdrawal.
    Nothing,
}

impl Walk<'_> {
    /// Cancels the participant's notices that are pending on the day (END-6); says whether any was.
    pub(super) fn cancel_notices(&mut self, who: usize, day: Day) -> bool {
        let pending: Vec<bool> = self
            .notices
            .iter()
            .map(|notice| {
                notice.who == who
                    && !notice.cancelled
                    && self.register.notices_have_receipt
                    && notice.received <= day
                    && match self.effect(notice, self.consents_of(who).last()) {
                        Effect::On(effect) | Effect::UndeterminedFrom(effect) => effect > day,
                        Effect::NotYet => true,
                        Effect::Nothing => false,
                    }
            })
            .collect();
        for (notice, is_pending) in self.notices.iter_mut().zip(&pending) {
            notice.cancelled |= is_pending;
        }
        pending.contains(&true)
    }

    /// Whether a notice ends the consent today: then nothing passes to a continuing State.
    pub(super) fn ends_by_notice(&self, consent: &Consent, day: Day) -> bool {
        let mut own = self
            .notices
            .iter()
            .filter(|notice| notice.who == consent.who);
        own.any(|notice| !notice.cancelled && self.effect(notice, Some(consent)) == Effect::On(day))
    }

    /// Lets the notices take effect whose day this is.
    pub(super) fn apply_notices(&mut self, day: Day) {
        let mut effects = Vec::new();
        for notice in self.notices.iter().filter(|notice| !notice.cancelled) {
            for place in self.current.get(notice.who).into_iter().flatten() {
                effects.push((*place, self.effect(notice, self.consents.get(*place))));
            }
        }
        for (place, effect) in effects {
            let Some(consent) = self.consents.get_mut(place) else {
                continue;
            };
            if effect == Effect::UndeterminedFrom(day) {
                consent.maybe_from.get_or_insert(day);
            } else if effect == Effect::On(day) {
                consent.ended = Some(day);
                if let Some(places) = self.current.get_mut(consent.who) {
                    places.retain(|current| *current != place);
                }
            }
        }
    }

    /// Whether it is unknown if the participant's consent has ended by the day, today included.
    pub(super) fn is_in_doubt(&self, who: usize, day: Day) -> bool {
        self.consents_of(who)
            .any(|consent| self.may_have_ended(consent, day))
    }

    /// Whether a notice may have ended this consent by the day, today included.
    pub(super) fn may_have_ended(&self, consent: &Consent, day: Day) -> bool {
        // A doubt may have been taken over from a predecessor.
        if consent.maybe_from.is_some_and(|since| since <= day) {
            return true;
        }
        let own = self
            .notices
            .iter()
            .filter(|notice| notice.who == consent.who);
        own.filter(|notice| !notice.cancelled).any(|notice| {
            let effect = self.effect(notice, Some(consent));
            matches!(effect, Effect::UndeterminedFrom(since) if since <= day)
        })
    }

    /// Returns what a notice does to a consent, by what is known of the entry into force today. It
    /// concerns only a consent that was live before the day of its receipt, or of its effect if
    /// that was recorded as an earlier one.
    pub(super) fn effect(&self, notice: &Notice, consent: Option<&Consent>) -> Effect {
        let first = notice
            .recorded_effect
            .map_or(notice.received, |day| day.min(notice.received));
        if consent.is_some_and(|consent| first <= consent.opened) {
            return Effect::Nothing;
        }
        if !self.register.notices_have_receipt {
            return Effect::On(notice.received);
        }
        if let Some(recorded) = notice.recorded_effect {
            return Effect::On(recorded);
        }
        match &self.rule.withdrawal {
            None => Effect::UndeterminedFrom(notice.received),
            Some(Withdrawal::Silent) => {
                Effect::UndeterminedFrom(notice.received.plus(12, Unit::Months))
            }
            Some(Withdrawal::Excluded) => Effect::Nothing,
            Some(Withdrawal::After { count, unit, bar }) => {
                let end = |from: Day| self.rule.expiry(from, from.plus(*count, *unit));
                match bar {
                    None => Effect::On(end(notice.received)),
                    Some(bar) => self.barred_effect(notice, consent, bar, end),
                }
            }
        }
    }

    /// A notice before the bar day runs from the bar day (END-5).
    fn barred_effect(
        &self,
        notice: &Notice,
        consent: Option<&Consent>,
        bar: &Bar,
        end: impl Fn(Day) -> Day,
    ) -> Effect {
        let from = |start: Day| notice.received.max(start.plus(bar.count, bar.unit));
        match self.general() {
            General::Never => Effect::NotYet,
            General::Undetermined(bound) if bar.own && consent.is_some() => {
                let own = consent.map(|consent| consent.succession.unwrap_or(consent.origin));
                Effect::UndeterminedFrom(end(own.max(bound).map_or(notice.received, from)))
            }
            General::Undetermined(Some(bound)) => Effect::UndeterminedFrom(end(from(bound))),
            General::Undetermined(None) => Effect::UndeterminedFrom(end(notice.received)),
            General::On(general) if !bar.own => Effect::On(end(from(general)).max(general)),
            General::On(general) if !self.says_when => Effect::UndeterminedFrom(end(from(general))),
            General::On(general) => match consent.and_then(|consent| self.start(consent)) {
                Some(start) => Effect::On(end(from(start)).max(general)),
                None => Effect::NotYet,
            },
        }
    }
}
