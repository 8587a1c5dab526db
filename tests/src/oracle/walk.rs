//! The walk: each treaty's history, one day after the other.
//!
//! On each day, first what ends takes effect, then what is deposited opens, then the conditions are
//! asked. Treaties that another one asks about are walked before it; those on a circle of questions
//! have no answer.

use alloc::collections::{BTreeMap, BTreeSet};

use super::condition::{Today, Truth};
use super::course::Course;
use super::day::Day;
use super::done::{Consent, Done, General};
use super::moment::{Found, Points, Seen, latest};
use super::notice::{Effect, Notice};
use super::register::{Act, Register, Treaty};
use super::rule::{Condition, Group, Moment, Point, Rule, Set, Term};
use super::{Outcome, View};

/// Where the text is silent, all negotiating States must have consented (VCLT art. 24(2)).
pub(super) fn apply_residual_rule(rule: &mut Rule) {
    if rule.says_when() {
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
    pub(super) done: &'a BTreeMap<String, Done>,
    /// The announced date, in the view that rests on it.
    announced: Option<Day>,
    acts: BTreeMap<Day, Vec<&'a Act>>,
    pub(super) signed: Vec<Option<Day>>,
    pub(super) notices: Vec<Notice>,
    pub(super) consents: Vec<Consent>,
    /// Per participant: the places of its consents that have not ended.
    pub(super) current: Vec<Vec<usize>>,
    /// Per condition of the rule.
    seen: Vec<Seen>,
    /// Per participant: whether its notice of provisional application runs.
    pub(super) applies: Vec<bool>,
    /// What the treaties have reached together with which this one enters into force.
    joint: Vec<Found>,
    /// Whether its own text says when it enters into force, even where that cannot be asked.
    pub(super) says_when: bool,
    /// Whether it is in force only while a condition holds, even where that cannot be asked.
    pub(super) without_latch: bool,
    /// Without a latch: what the condition was from each of these days on.
    pub(super) daily: Vec<(Day, Truth)>,
    pub(super) last: Day,
}

impl<'a> Walk<'a> {
    pub(super) fn new(
        register: &'a Register,
        treaty: &'a Treaty,
        rule: &'a Rule,
        view: View,
        done: &'a BTreeMap<String, Done>,
        joint: Vec<Found>,
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
            applies: vec![false; participants],
            joint,
            says_when: {
                let mut text = treaty.rule.clone();
                apply_residual_rule(&mut text);
                text.says_when()
            },
            without_latch: matches!(treaty.rule.force, Some(Moment::While { .. })),
            daily: Vec::new(),
            last: Day(0),
        }
    }

    pub(super) fn walk(mut self) -> Done {
        self.pass_the_days();
        self.finish()
    }

    /// Returns what the treaty's own rule gives; `None` where it has none.
    pub(super) fn separately(mut self) -> Option<Found> {
        self.pass_the_days();
        self.found()
    }

    fn pass_the_days(&mut self) {
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
            self.note_applications(day);
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
        self.last = last;
    }

    fn note_applications(&mut self, day: Day) {
        for (kind, applies) in [
            ("end-of-provisional-application", false),
            ("provisional-application", true),
        ] {
            for act in self.acts_of(day, kind) {
                if let Some(place) = self.applies.get_mut(act.participant) {
                    *place = applies;
                }
            }
        }
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
                let mut consent = consent.clone();
                // A doubt that begins today comes first as well.
                if self.may_have_ended(&consent, day) {
                    consent.maybe_from.get_or_insert(day);
                }
                handed_on.push((act.participant, consent));
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
                maybe_start: None,
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
        let without_latch = matches!(self.rule.force, Some(Moment::While { .. }));
        if !without_latch
            && !self
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
            applies: &self.applies,
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
        if let Some(Moment::While { condition, .. }) = &self.rule.force
            && let Some(condition) = self.rule.conditions.get(*condition)
        {
            let value = today.value(condition);
            let last = self.daily.last().map_or(Truth::No, |(_, last)| *last);
            if value != last {
                self.daily.push((label, value));
            }
        }
        self.seen = seen;
    }

    /// Returns the date of `on DATE if by then`, for the condition that is tested there.
    fn tested_on(&self, place: usize) -> Option<Day> {
        let moments = [&self.rule.force, &self.rule.provisional];
        moments
            .into_iter()
            .flatten()
            .find_map(|moment| match moment {
                Moment::Fallback {
                    date, condition, ..
                } if *condition == place => Some(*date),
                _ => None,
            })
    }

    pub(super) fn points(&self) -> Points<'_> {
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
        let own = self.rule.force.as_ref();
        let own = own.map(|moment| self.points().moment(moment));
        let all = own.into_iter().chain(self.joint.iter().copied());
        let mut all = all.peekable();
        all.peek()?;
        Some(latest(all))
    }

    /// Returns the general entry into force by what has been seen so far.
    pub(super) fn general(&self) -> General {
        match (self.announced, self.found()) {
            (Some(announced), _) => General::On(announced),
            (None, Some(found)) => found.into(),
            (None, None) => General::Undetermined(None),
        }
    }

    fn trigger(&self, general: Day, found: Found) -> Option<Day> {
        match found {
            Found::At { trigger, .. } => Some(trigger),
            // Announced on its fixed day, a fallback has that day as its trigger.
            Found::NotReached | Found::Undetermined(_) => match self.rule.force {
                Some(Moment::Fallback { date, .. }) if date == general => Some(date),
                _ => None,
            },
        }
    }

    /// Returns the day from which the treaty is in force for the author of a consent.
    pub(super) fn start(&self, consent: &Consent) -> Option<Day> {
        let General::On(general) = self.general() else {
            return None;
        };
        if !self.says_when {
            return None;
        }
        let trigger = self.trigger(general, self.found()?);
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

    fn finish(mut self) -> Done {
        let found = self.found();
        let general = self.general();
        let outcome = found.map_or(Outcome::NoRule, outcome);
        let starts: Vec<Option<Day>> = self
            .consents
            .iter()
            .map(|consent| self.start(consent))
            .collect();
        let mut consents = core::mem::take(&mut self.consents);
        for (consent, start) in consents.iter_mut().zip(starts) {
            consent.start = start;
        }
        let trigger = match (general, found) {
            (General::On(day), Some(found)) => self.trigger(day, found),
            _ => None,
        };
        let mut done = Done {
            general,
            starts_known: self.says_when,
            consents,
            outcome,
            trigger,
            course: Course::default(),
            provisional: self.provisionally(general),
            without_latch: self.without_latch,
        };
        if let General::On(since) = general {
            done.course = self.course(since, found, &done);
            for consent in &mut done.consents {
                let open = consent.start.and_then(|day| done.course.first_open(day));
                let is_yes = open.is_some_and(|day| done.course.on(day) == Truth::Yes);
                consent.maybe_start = open.filter(|_| !is_yes);
                let start = open.filter(|_| is_yes);
                consent.start = start.filter(|day| consent.ended.is_none_or(|ended| *day < ended));
            }
        }
        done
    }
}

pub(super) fn outcome(found: Found) -> Outcome {
    match found {
        Found::At { date, trigger } => Outcome::InForce { date, trigger },
        Found::NotReached => Outcome::NotInForce,
        Found::Undetermined(not_before) => Outcome::Undetermined { not_before },
    }
}
