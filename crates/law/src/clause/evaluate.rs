//! Evaluation of conditions over the event days: the first day on which a condition holds, with
//! all acts of that day (EIF-8). Only days on which something relevant changes are looked at.

use alloc::vec::Vec;

use crate::calendar::Date;
use crate::clause::explain::{ActIndex, Reading, Reason, Trigger};
use crate::clause::rule::{Atom, Condition};
use crate::clause::scene::{Application, Scene};
use crate::clause::tally::{Lack, Test};
use crate::clause::truth::Truth;
use crate::register::PartyIndex;
use crate::status::live::{End, LiveConsent};

/// When a condition came to hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Held {
    /// It has not, on the acts that are known.
    Never,
    /// On this day.
    On(Trigger),
    /// It depends on something that is not known, at the earliest on this day (`None`: no bound).
    Unknown {
        since: Option<Date>,
        reasons: Vec<Reason>,
    },
}

/// Returns the first day on which the condition holds.
pub(crate) fn first_day(condition: &Condition, scene: Scene<'_>) -> Held {
    let mut walk = Walk::new(condition, scene, None);
    match walk.at_first() {
        Truth::True => return walk.held_without_acts(),
        Truth::Unknown => {
            let since = walk.first_possible_day();
            let reasons = walk.into_reasons();
            return Held::Unknown { since, reasons };
        }
        Truth::False => {}
    }
    while let Some((day, truth)) = walk.next_day() {
        match truth {
            Truth::True => return Held::On(walk.trigger(day)),
            Truth::Unknown => {
                return Held::Unknown {
                    since: Some(day),
                    reasons: walk.into_reasons(),
                };
            }
            Truth::False => {}
        }
    }
    Held::Never
}

/// Returns the days on which the truth of a condition changes, with what it then is, from the first
/// day on which it holds or may hold.
pub(crate) fn course(condition: &Condition, scene: Scene<'_>) -> Vec<(Date, Truth)> {
    let first = match first_day(condition, scene) {
        Held::Never => None,
        Held::On(trigger) => Some((trigger.day, Truth::True)),
        Held::Unknown { since, .. } => since.map(|day| (day, Truth::Unknown)),
    };
    let Some((begun, mut last)) = first else {
        return Vec::new();
    };
    let mut changes = Vec::from([(begun, last)]);
    let mut walk = Walk::new(condition, scene, None);
    while let Some((day, truth)) = walk.next_day() {
        if day >= begun && truth != last {
            changes.push((day, truth));
            last = truth;
        }
    }
    changes
}

/// What a fixed day with a condition found.
pub(crate) enum ByThen {
    /// The condition held on the day; it first held on the trigger's day.
    Held(Trigger),
    /// It did not; it first held afterwards, or not.
    Later(Held),
    /// Whether it held on the day is not known.
    Unknown(Vec<Reason>),
}

/// Tests the condition on `date`, with that day's acts; if it fails, finds the first later day.
pub(crate) fn by_then(condition: &Condition, date: Date, scene: Scene<'_>) -> ByThen {
    let mut walk = Walk::new(condition, scene, Some(date));
    let mut first: Option<Trigger> = match walk.at_first() {
        Truth::True => match walk.held_without_acts() {
            Held::On(trigger) => Some(trigger),
            Held::Never | Held::Unknown { .. } => None,
        },
        Truth::Unknown | Truth::False => None,
    };
    let mut failed = false;
    while let Some((day, truth)) = walk.next_day() {
        if truth == Truth::True && first.is_none() {
            first = Some(walk.trigger(day));
        }
        if day == date {
            match (truth, first.take()) {
                (Truth::True, Some(trigger)) => return ByThen::Held(trigger),
                (Truth::Unknown, _) => return ByThen::Unknown(walk.into_reasons()),
                _ => failed = true,
            }
            continue;
        }
        if failed && truth == Truth::True {
            return ByThen::Later(Held::On(walk.trigger(day)));
        }
        if failed && truth == Truth::Unknown {
            let reasons = walk.into_reasons();
            return ByThen::Later(Held::Unknown {
                since: Some(day),
                reasons,
            });
        }
    }
    ByThen::Later(Held::Never)
}

/// The tests of a condition as they read on one day.
pub(crate) struct Snapshot<'a> {
    walk: Walk<'a>,
    day: Date,
}

/// A test that does not hold on the day of a snapshot.
pub(crate) struct Lacking {
    /// The place of the test in the condition.
    pub(crate) place: usize,
    pub(crate) atom: Atom,
    pub(crate) reading: Reading,
    pub(crate) lack: Lack,
}

impl<'a> Snapshot<'a> {
    pub(crate) fn on(condition: &'a Condition, day: Date, scene: Scene<'a>) -> Self {
        let mut walk = Walk::new(condition, scene, Some(day)).with_presence();
        while walk.next_day().is_some_and(|(next, _)| next < day) {}
        Self { walk, day }
    }

    /// Returns the tests that do not hold.
    pub(crate) fn lacking(&self) -> Vec<Lacking> {
        let Walk {
            tests, live, scene, ..
        } = &self.walk;
        let judged = tests.iter().enumerate().map(|(place, test)| {
            let truth = test.truth(Some(self.day), live, *scene);
            (place, test, truth)
        });
        let open = judged.filter(|(_, _, truth)| *truth != Truth::True);
        open.map(|(place, test, truth)| Lacking {
            place,
            atom: test.atom().clone(),
            reading: test.reading(self.day, *scene),
            // Nobody can say how much is lacking of what may already hold.
            lack: match truth {
                Truth::Unknown => Lack::Unknown,
                Truth::True | Truth::False => test.lack(self.day, *scene),
            },
        })
        .collect()
    }

    /// Returns what the consent of a participant would add to a test.
    pub(crate) fn offer(&self, place: usize, party: PartyIndex) -> u64 {
        let Walk {
            tests,
            present,
            applying,
            scene,
            ..
        } = &self.walk;
        let Some(test) = tests.get(place) else {
            return 0;
        };
        // Whose notice of provisional application counts is counted already.
        if test.counts_applications() && applying.get(party.at()) == Some(&Truth::True) {
            return 0;
        }
        test.offer(party, self.day, present, *scene)
    }

    pub(crate) fn is_live(&self, party: PartyIndex) -> bool {
        self.walk.live.get(party.at()) == Some(&Truth::True)
    }

    /// Whether the participant has an instrument here, or may have one.
    pub(crate) fn is_present(&self, party: PartyIndex) -> bool {
        let present = self.walk.present.get(party.at());
        present.is_some_and(|present| *present != Truth::False)
    }

    pub(crate) fn reasons(&self) -> &[Reason] {
        &self.walk.reasons
    }
}

/// A change of one participant's consent on one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Toggle {
    day: Date,
    party: PartyIndex,
    is: Truth,
    act: Option<ActIndex>,
    sphere: Sphere,
}

/// What a change bears on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sphere {
    /// Whether a consent counts in conditions (`consent by`).
    Counting,
    /// Whether an instrument is live at all: an organization does not count beside it (S-4).
    Presence,
    /// Whether a notice of provisional application runs (EIF-13).
    Applying,
}

struct Walk<'a> {
    scene: Scene<'a>,
    condition: &'a Condition,
    tests: Vec<Test<'a>>,
    reasons: Vec<Reason>,
    live: Vec<Truth>,
    present: Vec<Truth>,
    applying: Vec<Truth>,
    toggles: Vec<Toggle>,
    done: usize,
    today: core::ops::Range<usize>,
    quiet_days: Vec<Date>,
    quiet_done: usize,
}

impl<'a> Walk<'a> {
    fn new(condition: &'a Condition, scene: Scene<'a>, also: Option<Date>) -> Self {
        let mut reasons = Vec::new();
        let tests: Vec<Test<'a>> = condition
            .atoms()
            .into_iter()
            .map(|atom| Test::of(atom, scene, &mut reasons))
            .collect();
        let mut quiet_days: Vec<Date> = also.into_iter().collect();
        for test in &tests {
            test.event_days(scene, &mut quiet_days);
        }
        quiet_days.sort_unstable();
        quiet_days.dedup();
        let count = scene.register.participants().len();
        let with_presence = tests.iter().any(Test::depends_on_presence);
        let with_applications = tests.iter().any(Test::counts_applications);
        Self {
            scene,
            condition,
            tests,
            reasons,
            live: alloc::vec![Truth::False; count],
            present: alloc::vec![Truth::False; if with_presence { count } else { 0 }],
            applying: alloc::vec![Truth::False; if with_applications { count } else { 0 }],
            toggles: toggles(scene, with_presence, with_applications),
            done: 0,
            today: 0..0,
            quiet_days,
            quiet_done: 0,
        }
    }

    /// Also follows who is present where no test asks for it: those who have not consented may be
    /// organizations, which count only beside nobody of theirs (S-4).
    fn with_presence(self) -> Self {
        let count = self.scene.register.participants().len();
        Self {
            present: alloc::vec![Truth::False; count],
            toggles: toggles(self.scene, true, !self.applying.is_empty()),
            ..self
        }
    }

    /// The truth before anything has happened.
    fn at_first(&self) -> Truth {
        self.truth(None)
    }

    fn truth(&self, day: Option<Date>) -> Truth {
        let mut tests = self.tests.iter();
        truth_of(self.condition, &mut |()| {
            tests.next().map_or(Truth::Unknown, |test| {
                test.truth(day, &self.live, self.scene)
            })
        })
    }

    /// Goes to the next event day and returns the truth on it.
    fn next_day(&mut self) -> Option<(Date, Truth)> {
        let toggle = self.toggles.get(self.done).map(|toggle| toggle.day);
        let quiet = self.quiet_days.get(self.quiet_done).copied();
        let day = match (toggle, quiet) {
            (Some(toggle), Some(quiet)) => toggle.min(quiet),
            (one, other) => one.or(other)?,
        };
        for test in &mut self.tests {
            let truth = test.truth(Some(day), &self.live, self.scene);
            test.begin_day(truth);
        }
        let first = self.done;
        while let Some(toggle) = self
            .toggles
            .get(self.done)
            .copied()
            .filter(|next| next.day == day)
        {
            self.turn(toggle);
            self.done += 1;
        }
        self.today = first..self.done;
        if quiet == Some(day) {
            self.quiet_done += 1;
        }
        self.end_day(day);
        Some((day, self.truth(Some(day))))
    }

    fn end_day(&mut self, day: Date) {
        let or_applying: Vec<Truth> = self
            .applying
            .iter()
            .zip(&self.live)
            .map(|(applying, live)| applying.or(*live))
            .collect();
        for test in &mut self.tests {
            let live = if test.counts_applications() {
                &or_applying
            } else {
                &self.live
            };
            test.end_day(day, live, &self.present, self.scene);
        }
    }

    fn turn(&mut self, toggle: Toggle) {
        let sphere = match toggle.sphere {
            Sphere::Counting => &mut self.live,
            Sphere::Presence => &mut self.present,
            Sphere::Applying => &mut self.applying,
        };
        let Some(is) = sphere.get_mut(toggle.party.at()) else {
            return;
        };
        let was = core::mem::replace(is, toggle.is);
        if toggle.sphere != Sphere::Counting {
            return;
        }
        for test in &mut self.tests {
            test.change(toggle.party, was, toggle.is, toggle.day, self.scene);
        }
    }

    /// Names the acts of the day that completed the condition: those that bear on a test which did
    /// not hold before.
    fn trigger(&self, day: Date) -> Trigger {
        let completes = |toggle: &Toggle| {
            self.tests.iter().any(|test| {
                let bears = match toggle.sphere {
                    Sphere::Counting => true,
                    Sphere::Applying => test.counts_applications(),
                    Sphere::Presence => false,
                };
                bears
                    && test.was_open()
                    && test.eligible(toggle.party, day, &self.present, self.scene) == Truth::True
            })
        };
        let todays = self.toggles[self.today.clone()].iter();
        let mut acts: Vec<ActIndex> = todays
            .filter(|toggle| toggle.is == Truth::True)
            .filter(|toggle| completes(toggle))
            .filter_map(|toggle| toggle.act)
            .collect();
        acts.sort_unstable();
        acts.dedup();
        Trigger {
            day,
            acts,
            readings: self.readings(day),
        }
    }

    fn readings(&self, day: Date) -> Vec<(Atom, Reading)> {
        let read = |test: &Test<'_>| (test.atom().clone(), test.reading(day, self.scene));
        self.tests.iter().map(read).collect()
    }

    /// The day before which nothing can hold: adoption, else opening.
    fn first_possible_day(&self) -> Option<Date> {
        let header = &self.scene.treaty.clauses.header;
        header
            .adopted
            .as_ref()
            .or(header.opened.as_ref())
            .map(|day| day.value)
    }

    /// A condition that holds before anything has happened holds from adoption, else from opening,
    /// else from the first event day.
    fn held_without_acts(&self) -> Held {
        let quiet = self.quiet_days.first().copied();
        let toggle = self.toggles.first().map(|toggle| toggle.day);
        let event = match (quiet, toggle) {
            (Some(quiet), Some(toggle)) => Some(quiet.min(toggle)),
            (one, other) => one.or(other),
        };
        match self.first_possible_day().or(event) {
            Some(day) => Held::On(Trigger {
                day,
                acts: Vec::new(),
                readings: self.readings(day),
            }),
            None => Held::Unknown {
                since: None,
                reasons: Vec::from([Reason::NoAdoptionDate]),
            },
        }
    }

    /// Why the truth is not known: what the tests lack, and the notices whose effect is open.
    fn into_reasons(self) -> Vec<Reason> {
        let mut reasons = self.reasons;
        // Whether a member of an organization is there matters as well, where no consent of its own
        // counts (S-4).
        let doubtful = self.toggles[..self.done].iter().filter(|toggle| {
            let sphere = match toggle.sphere {
                Sphere::Counting => &self.live,
                Sphere::Presence => &self.present,
                Sphere::Applying => &self.applying,
            };
            toggle.is == Truth::Unknown && sphere.get(toggle.party.at()) == Some(&Truth::Unknown)
        });
        reasons.extend(
            doubtful
                .filter_map(|toggle| toggle.act)
                .map(Reason::EndUnknown),
        );
        reasons.sort_unstable();
        reasons.dedup();
        reasons
    }
}

/// Three-valued truth of a condition from the truths of its single tests, in their order.
fn truth_of(condition: &Condition, next: &mut dyn FnMut(()) -> Truth) -> Truth {
    match condition {
        Condition::Atom(_) => next(()),
        Condition::All(parts) => parts
            .iter()
            .fold(Truth::True, |all, part| all.and(truth_of(part, next))),
        Condition::Any(parts) => parts
            .iter()
            .fold(Truth::False, |any, part| any.or(truth_of(part, next))),
    }
}

/// The changes of consent in the order of days; on one day what ends comes before what begins.
fn toggles(scene: Scene<'_>, with_presence: bool, with_applications: bool) -> Vec<Toggle> {
    let mut toggles = Vec::with_capacity(scene.consents.len() * 2);
    for consent in scene.consents {
        if let Some((day, act)) = consent.counts {
            span(consent, Sphere::Counting, day, act, &mut toggles);
        }
        if with_presence {
            span(
                consent,
                Sphere::Presence,
                consent.from,
                consent.act,
                &mut toggles,
            );
        }
    }
    if with_applications {
        toggles.extend(scene.applications.iter().flat_map(application));
    }
    toggles.sort_unstable();
    toggles
}

fn application(application: &Application) -> impl Iterator<Item = Toggle> + use<> {
    let Application {
        party,
        act,
        from,
        until,
    } = *application;
    let turn = move |day, is, act| Toggle {
        day,
        party,
        is,
        act,
        sphere: Sphere::Applying,
    };
    let begins = turn(from, Truth::True, Some(act));
    let ends = until.map(|day| turn(day, Truth::False, None));
    core::iter::once(begins).chain(ends)
}

fn span(
    consent: &LiveConsent,
    sphere: Sphere,
    from: Date,
    act: ActIndex,
    toggles: &mut Vec<Toggle>,
) {
    if consent.end.day().is_some_and(|end| end <= from) {
        return;
    }
    let party = consent.party;
    let mut turn = |day, is, act| {
        toggles.push(Toggle {
            day,
            party,
            is,
            act,
            sphere,
        });
    };
    turn(from, Truth::True, Some(act));
    let doubt = match consent.end {
        End::UnknownFrom(day, notice) => Some((day, notice)),
        End::Open | End::Day(..) => consent.doubtful,
    };
    if let Some((day, notice)) = doubt {
        turn(day.max(from), Truth::Unknown, Some(notice));
    }
    if let End::Day(day, _) = consent.end {
        turn(day, Truth::False, None);
    }
}

#[cfg(test)]
mod tests;
