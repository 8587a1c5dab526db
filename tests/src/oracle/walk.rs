//! The walk: each treaty's history, one day after the other.
//!
//! On each day, first what ends takes effect, then what is deposited opens, then the conditions are
//! asked. Treaties that another one asks about are walked before it; those on a circle of questions
//! have no answer.

use alloc::collections::{BTreeMap, BTreeSet};

use super::condition::{Today, Truth};
use super::day::Day;
use super::done::{Consent, Done, General};
use super::moment::{Found, Points, Seen};
use super::notice::{Effect, Notice};
use super::register::{Act, Register, Treaty};
use super::rule::{Condition, Group, Moment, Point, Rule, Set, Term};
use super::{Assessment, Outcome, View};

/// Walks every treaty of the register.
pub(super) fn walk_all(register: &Register, view: View) -> BTreeMap<String, Assessment> {
    let mut done = BTreeMap::new();
    for id in register.treaties.keys() {
        finish(register, view, id, &mut done);
    }
    done.into_iter()
        .map(|(id, treaty)| (id, treaty.assessment(register)))
        .collect()
}

/// Walks a treaty, after those that it asks about.
fn finish(register: &Register, view: View, id: &str, done: &mut BTreeMap<String, Done>) {
    let Some(treaty) = register.treaties.get(id) else {
        return;
    };
    if done.contains_key(id) {
        return;
    }
    let mut rule = treaty.rule.clone();
    if asks_itself(register, id) {
        rule.conditions.clear();
        rule.force = Some(Moment::Unmodelled);
    } else {
        for asked in rule.treaties_asked() {
            finish(register, view, &asked, done);
        }
        apply_residual_rule(&mut rule);
    }
    let treaty = Walk::new(register, treaty, &rule, view, done).walk();
    done.insert(id.to_owned(), treaty);
}

/// Whether a treaty's rule, directly or by way of others, asks about the treaty itself.
fn asks_itself(register: &Register, id: &str) -> bool {
    let mut reached: BTreeSet<String> = BTreeSet::new();
    let mut waiting = vec![id.to_owned()];
    while let Some(next) = waiting.pop() {
        if let Some(treaty) = register.treaties.get(&next) {
            for asked in treaty.rule.treaties_asked() {
                if reached.insert(asked.clone()) {
                    waiting.push(asked);
                }
            }
        }
    }
    reached.contains(id)
}

/// Where the text is silent, all negotiating States must have consented (VCLT art. 24(2)).
fn apply_residual_rule(rule: &mut Rule) {
    if rule.force.is_some() {
        return;
    }
    if let Some(Group::Set(_) | Group::Table(_)) = rule.groups.get("NEGOTIATING") {
        rule.conditions
            .push(Condition::AllOf(Set::Named(String::from("NEGOTIATING"))));
        let point = Point::TheDay(rule.conditions.len() - 1);
        rule.force = Some(Moment::Latest(vec![Term::On(point)]));
    }
}

/// A treaty on its way.
pub(super) struct Walk<'a> {
    pub(super) register: &'a Register,
    pub(super) rule: &'a Rule,
    done: &'a BTreeMap<String, Done>,
    /// The announced date, in the view that rests on it.
    announced: Option<Day>,
    acts: BTreeMap<Day, Vec<&'a Act>>,
    signed: Vec<Option<Day>>,
    pub(super) notices: Vec<Notice>,
    pub(super) consents: Vec<Consent>,
    /// Per participant: the places of its consents that have not ended.
    pub(super) current: Vec<Vec<usize>>,
    /// Per condition of the rule.
    seen: Vec<Seen>,
}

impl<'a> Walk<'a> {
    fn new(
        register: &'a Register,
        treaty: &'a Treaty,
        rule: &'a Rule,
        view: View,
        done: &'a BTreeMap<String, Done>,
    ) -> Self {
        let participants = register.codes.names.len();
        let mut acts: BTreeMap<Day, Vec<&Act>> = BTreeMap::new();
        let mut signed: Vec<Option<Day>> = vec![None; participants];
        let mut notices = Vec::new();
        for act in &treaty.acts {
            acts.entry(act.date).or_default().push(act);
            if act.is_signature()
                && let Some(first) = signed.get_mut(act.participant)
            {
                *first = Some(first.map_or(act.date, |first| first.min(act.date)));
            }
            if act.kind == "withdrawal" {
                notices.push(Notice {
                    who: act.participant,
                    received: act.date,
                    recorded_effect: act.effect,
                    cancelled: false,
                });
            }
        }
        Self {
            register,
            rule,
            done,
            announced: rule.announced.filter(|_| view == View::Announced),
            acts,
            signed,
            notices,
            consents: Vec::new(),
            current: vec![Vec::new(); participants],
            seen: vec![Seen::default(); rule.conditions.len()],
        }
    }

    fn walk(mut self) -> Done {
        let days = self.interesting_days();
        let first = days
            .first()
            .copied()
            .or(self.rule.adopted)
            .unwrap_or(Day(1));
        let mut last = days.last().copied().unwrap_or(first);
        let beginning = self.rule.adopted.or(self.rule.opened).unwrap_or(first);
        // The day before the first stands for all time before; what holds then holds from adoption.
        let mut day = Day(first.0 - 1);
        let mut label = beginning;
        loop {
            let handed_on = self.end_consents(day);
            self.open_consents(day, handed_on);
            self.ask_conditions(day, label);
            if day >= last {
                last = self.last_effect().max(Some(last)).unwrap_or(last);
            }
            if day >= last {
                break;
            }
            day = day.next();
            label = day;
        }
        self.finish()
    }

    fn interesting_days(&self) -> BTreeSet<Day> {
        let mut days: BTreeSet<Day> = self.acts.keys().copied().collect();
        days.extend(
            self.notices
                .iter()
                .filter_map(|notice| notice.recorded_effect),
        );
        days.extend(self.rule.dates());
        days.extend(self.register.table_days(self.rule));
        for asked in self.rule.treaties_asked() {
            days.extend(self.done.get(&asked).into_iter().flat_map(Done::days));
        }
        days
    }

    /// Returns the latest day on which a notice now known will end something.
    fn last_effect(&self) -> Option<Day> {
        let waiting = self.notices.iter().filter(|notice| !notice.cancelled);
        let effects = waiting.flat_map(|notice| {
            self.consents_of(notice.who)
                .map(|consent| self.effect(notice, Some(consent)))
        });
        let days = effects.filter_map(|effect| match effect {
            Effect::On(day) | Effect::UndeterminedFrom(day) => Some(day),
            Effect::NotYet | Effect::Nothing => None,
        });
        days.max()
    }

    /// Returns the participant's consents that have not ended.
    pub(super) fn consents_of(&self, who: usize) -> impl Iterator<Item = &Consent> {
        let places = self.current.get(who).into_iter().flatten();
        places.filter_map(|place| self.consents.get(*place))
    }

    fn acts_of(&self, day: Day, kind: &'static str) -> Vec<&'a Act> {
        let acts = self.acts.get(&day).into_iter().flatten();
        acts.filter(|act| act.kind == kind).copied().collect()
    }

    /// Ends what ends today among the consents that were live before today; returns what passes to a
    /// continuing State.
    fn end_consents(&mut self, day: Day) -> Vec<(usize, Consent)> {
        let mut ending: BTreeSet<usize> = BTreeSet::new();
        let mut handed_on = Vec::new();
        for act in self.acts_of(day, "continuation") {
            let Some(predecessor) = act.of else { continue };
            if let Some(consent) = self.consents_of(predecessor).last()
                && !self.ends_by_notice(consent, day)
            {
                handed_on.push((act.participant, consent.clone()));
                ending.insert(predecessor);
            }
        }
        for act in self.acts_of(day, "withdrawal-of-instrument") {
            ending.insert(act.participant);
        }
        let revoking: BTreeSet<usize> = self
            .acts_of(day, "revocation")
            .iter()
            .map(|act| act.participant)
            .collect();
        for who in revoking {
            if !self.cancel_notices(who, day) && !self.is_in_doubt(who, day) {
                ending.insert(who);
            }
        }
        self.apply_notices(day);
        for who in ending {
            self.end_all(who, day);
        }
        handed_on
    }

    fn end_all(&mut self, who: usize, day: Day) {
        let Some(places) = self.current.get_mut(who) else {
            return;
        };
        for place in core::mem::take(places) {
            if let Some(consent) = self.consents.get_mut(place) {
                consent.ended = Some(day);
            }
        }
    }

    /// Opens what is deposited today; a later act while a consent is live adds only its kind.
    fn open_consents(&mut self, day: Day, handed_on: Vec<(usize, Consent)>) {
        for (heir, consent) in handed_on {
            if self.surely_live(heir).is_none() {
                let maybe_from = consent.maybe_from.map(|_| day);
                self.open(Consent {
                    who: heir,
                    opened: day,
                    maybe_from,
                    ..consent
                });
            }
        }
        let mut deposits: BTreeMap<usize, Vec<&Act>> = BTreeMap::new();
        for act in self
            .acts
            .get(&day)
            .into_iter()
            .flatten()
            .filter(|act| act.is_consent())
        {
            deposits.entry(act.participant).or_default().push(act);
        }
        for (who, acts) in deposits {
            let kinds = self.rule.consent_by.as_ref();
            let counts = kinds.is_none_or(|kinds| acts.iter().any(|act| kinds.contains(act.kind)));
            if let Some(place) = self.surely_live(who) {
                if let Some(consent) = self.consents.get_mut(place) {
                    consent.counts |= counts;
                }
                continue;
            }
            let successions = acts.iter().filter(|act| act.kind == "succession");
            let succession = successions.map(|act| act.effect.unwrap_or(act.date)).min();
            self.open(Consent {
                who,
                opened: day,
                origin: day,
                succession,
                counts,
                maybe_from: None,
                ended: None,
                start: None,
            });
        }
    }

    fn surely_live(&self, who: usize) -> Option<usize> {
        let mut places = self.current.get(who).into_iter().flatten().copied();
        places.find(|place| {
            self.consents
                .get(*place)
                .is_some_and(|it| it.maybe_from.is_none())
        })
    }

    fn open(&mut self, consent: Consent) {
        if let Some(places) = self.current.get_mut(consent.who) {
            places.push(self.consents.len());
            self.consents.push(consent);
        }
    }

    /// Asks each condition whose first day has not been found.
    fn ask_conditions(&mut self, day: Day, label: Day) {
        let unsettled = |place: usize, seen: &Seen| !seen.is_settled(self.tested_on(place));
        if !self
            .seen
            .iter()
            .enumerate()
            .any(|(place, seen)| unsettled(place, seen))
        {
            return;
        }
        let live: Vec<Truth> = (0..self.current.len())
            .map(|who| {
                self.consents_of(who)
                    .map(|it| it.live_on(day))
                    .max()
                    .unwrap_or(Truth::No)
            })
            .collect();
        let counting: Vec<Truth> = (0..self.current.len())
            .map(|who| {
                let counting = self.consents_of(who).filter(|consent| consent.counts);
                counting
                    .map(|consent| consent.live_on(day))
                    .max()
                    .unwrap_or(Truth::No)
            })
            .collect();
        let today = Today {
            register: self.register,
            rule: self.rule,
            day,
            live: &live,
            counting: &counting,
            signed: &self.signed,
            done: self.done,
        };
        let mut seen = self.seen.clone();
        for (place, (condition, seen)) in self.rule.conditions.iter().zip(&mut seen).enumerate() {
            let tested_on = self.tested_on(place);
            if !seen.is_settled(tested_on) {
                seen.note(day, label, today.value(condition), tested_on);
            }
        }
        self.seen = seen;
    }

    /// Returns the date of `on DATE if by then`, for the condition that is tested there.
    fn tested_on(&self, place: usize) -> Option<Day> {
        match &self.rule.force {
            Some(Moment::Fallback {
                date, condition, ..
            }) if *condition == place => Some(*date),
            Some(_) | None => None,
        }
    }

    fn points(&self) -> Points<'_> {
        Points {
            rule: self.rule,
            seen: &self.seen,
            that_day: Found::Undetermined(None),
            deposit: None,
            general: None,
        }
    }

    /// Returns what the rule gives by what has been seen so far; `None` without a rule.
    fn found(&self) -> Option<Found> {
        self.rule
            .force
            .as_ref()
            .map(|moment| self.points().moment(moment))
    }

    /// Returns the general entry into force by what has been seen so far.
    pub(super) fn general(&self) -> General {
        match (self.announced, self.found()) {
            (Some(announced), _) => General::On(announced),
            (None, Some(found)) => found.into(),
            (None, None) => General::Undetermined(None),
        }
    }

    /// Returns the day from which the treaty is in force for the author of a consent.
    pub(super) fn start(&self, consent: &Consent) -> Option<Day> {
        let General::On(general) = self.general() else {
            return None;
        };
        let trigger = match self.found()? {
            Found::At { trigger, .. } => Some(trigger),
            // Announced on its fixed day, a fallback has that day as its trigger.
            Found::NotReached | Found::Undetermined(_) => match self.rule.force {
                Some(Moment::Fallback { date, .. }) if date == general => Some(date),
                _ => None,
            },
        };
        let own = if let Some(succession) = consent.succession {
            succession.max(general)
        } else if trigger.is_some_and(|trigger| consent.origin <= trigger) {
            general.max(consent.origin)
        } else {
            self.joins(consent.origin, general, trigger.is_some())?
        };
        let start = if consent.origin < consent.opened {
            own.max(consent.opened)
        } else {
            own
        };
        Some(start).filter(|start| consent.ended.is_none_or(|ended| *start < ended))
    }

    /// Returns the start of who deposited after the trigger.
    fn joins(&self, deposit: Day, general: Day, is_computed: bool) -> Option<Day> {
        let Some(joiner) = &self.rule.joiner else {
            return Some(deposit.max(general));
        };
        if joiner.after_force && deposit <= general {
            return Some(general);
        }
        let points = Points {
            deposit: Some(deposit),
            general: Some(general),
            ..self.points()
        };
        match points.term(&joiner.term) {
            Found::At { date, .. } if joiner.even_before && is_computed => Some(date),
            Found::At { date, .. } => Some(date.max(general)),
            Found::NotReached | Found::Undetermined(_) => None,
        }
    }

    fn finish(self) -> Done {
        let outcome = match self.found() {
            None => Outcome::NoRule,
            Some(Found::At { date, trigger }) => Outcome::InForce { date, trigger },
            Some(Found::NotReached) => Outcome::NotInForce,
            Some(Found::Undetermined(not_before)) => Outcome::Undetermined { not_before },
        };
        let starts: Vec<Option<Day>> = self
            .consents
            .iter()
            .map(|consent| self.start(consent))
            .collect();
        let general = self.general();
        let mut consents = self.consents;
        for (consent, start) in consents.iter_mut().zip(starts) {
            consent.start = start;
        }
        Done {
            general,
            starts_known: self.rule.force.is_some(),
            consents,
            outcome,
        }
    }
}
