//! Live consents: from the deposit to the day a withdrawal or revocation takes effect. Intervals are
//! half-open. The order of acts on one day never matters: what ends, ends first; then what opens,
//! opens.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use core::borrow::Borrow;

use crate::act::ActKind;
use crate::calendar::Date;
use crate::clause::denunciation::{self, Ending, InForceSince, Notice, Since};
use crate::clause::explain::{ActIndex, Derivation, Step};
use crate::clause::layers::Policies;
use crate::register::PartyIndex;
use crate::status::fact::Fact;
use crate::treaty::Treaty;

/// How an interval of live consent ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// It has not ended.
    Open,
    /// It ended: the first day not live, and the act that ended it.
    Day(Date, ActIndex),
    /// Whether it has ended is not known from this day on; the notice.
    UnknownFrom(Date, ActIndex),
}

impl End {
    /// Returns the first day that is certainly outside.
    pub const fn day(self) -> Option<Date> {
        match self {
            Self::Day(day, _) => Some(day),
            Self::Open | Self::UnknownFrom(..) => None,
        }
    }

    /// Whether the interval has certainly not ended by this day.
    pub fn is_after(self, day: Date) -> bool {
        match self {
            Self::Open => true,
            Self::Day(end, _) | Self::UnknownFrom(end, _) => day < end,
        }
    }
}

/// A notice of withdrawal while it is pending.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PendingNotice {
    /// The notice.
    pub act: ActIndex,
    /// The day of receipt.
    pub received: Date,
    /// The day on which it took effect or was revoked; absent while it is pending.
    pub over: Option<Date>,
}

/// One interval of live consent of one participant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LiveConsent {
    /// Whose.
    pub party: PartyIndex,
    /// The act that opened it.
    pub act: ActIndex,
    /// What kind of act.
    pub kind: ActKind,
    /// The day of deposit, from which its own term runs; a continued consent keeps the
    /// predecessor's.
    pub deposited: Date,
    /// The first day live.
    pub from: Date,
    /// The first day on which it counts in conditions, and the act that makes it count.
    pub counts: Option<(Date, ActIndex)>,
    /// How it ends.
    pub end: End,
    /// The day from which it was not known whether it had ended, until it certainly did; and the
    /// notice.
    pub doubtful: Option<(Date, ActIndex)>,
    /// For a succession: the recorded date of succession.
    pub succeeded: Option<Date>,
    /// For a continued consent: the act of continuation.
    pub continued: Option<ActIndex>,
    /// The notices of withdrawal that were pending during the interval.
    pub notices: Vec<PendingNotice>,
    /// How the end follows.
    pub end_steps: Derivation,
}

/// What the unfolding of live consents needs to know of the treaty.
pub(crate) struct Rules<'a> {
    pub(crate) treaty: &'a Treaty,
    pub(crate) policies: Policies<'a>,
    /// The kinds that count in conditions; absent: every act of consent.
    pub(crate) counted: Option<&'a [ActKind]>,
    /// General entry into force, once it is settled; before that, not in force.
    pub(crate) general: Since,
}

/// Returns the intervals of live consent of all participants, by participant and day. `own_start`
/// tells since when the treaty is in force for a consent, where that is known: bars on notices may
/// run from it.
pub(crate) fn unfold(
    facts: &[Fact],
    rules: &Rules<'_>,
    own_start: &dyn Fn(&LiveConsent) -> Since,
) -> Vec<LiveConsent> {
    if facts.iter().any(|fact| fact.kind == ActKind::Continuation) {
        return unfold_with_continuations(facts, rules, own_start);
    }
    let mut unfolded = Vec::with_capacity(facts.len());
    // One unfolding serves all participants in turn, so that its lists keep their room.
    let mut unfolding = Unfolding::new(rules, own_start);
    for own in facts.chunk_by(|one, next| one.party == next.party) {
        for day in own.chunk_by(|one, next| one.date == next.date) {
            unfolding.read_day(day, &BTreeMap::new());
        }
        unfolding.finish(&mut unfolded);
    }
    unfolded
}

/// A continuing State takes over on the day of continuation what its predecessor held before that
/// day: all participants are unfolded together, day by day.
fn unfold_with_continuations(
    facts: &[Fact],
    rules: &Rules<'_>,
    own_start: &dyn Fn(&LiveConsent) -> Since,
) -> Vec<LiveConsent> {
    let mut by_day: Vec<&Fact> = facts.iter().collect();
    by_day.sort_by_key(|fact| (fact.date, fact.party));
    let mut unfoldings: BTreeMap<PartyIndex, Unfolding<'_>> = BTreeMap::new();
    for day in by_day.chunk_by(|one, next| one.date == next.date) {
        let handed = hand_over(day, &mut unfoldings);
        for own in day.chunk_by(|one, next| one.party == next.party) {
            let unfolding = unfoldings
                .entry(own[0].party)
                .or_insert_with(|| Unfolding::new(rules, own_start));
            unfolding.read_day(own, &handed);
        }
    }
    let mut unfolded = Vec::with_capacity(facts.len());
    for mut unfolding in unfoldings.into_values() {
        unfolding.finish(&mut unfolded);
    }
    unfolded
}

/// Ends what predecessors hold before the day of a continuation, and returns it by the act.
fn hand_over(
    day: &[&Fact],
    unfoldings: &mut BTreeMap<PartyIndex, Unfolding<'_>>,
) -> BTreeMap<ActIndex, OpenConsent> {
    let mut handed = BTreeMap::new();
    for fact in day.iter().filter(|fact| fact.kind == ActKind::Continuation) {
        let predecessor = fact
            .predecessor
            .and_then(|party| unfoldings.get_mut(&party));
        let Some(predecessor) = predecessor else {
            continue;
        };
        predecessor.settle(fact.date);
        let Some(held) = predecessor.open.pop() else {
            continue;
        };
        predecessor.end_by_act(fact);
        predecessor.done.push(held.clone().ended_by(fact));
        handed.insert(fact.act, held);
    }
    handed
}

/// The state of one participant's consent while its acts are read in order.
struct Unfolding<'a> {
    rules: &'a Rules<'a>,
    own_start: &'a dyn Fn(&LiveConsent) -> Since,
    done: Vec<LiveConsent>,
    /// The consents that have not certainly ended: all but the last are doubtful.
    open: Vec<OpenConsent>,
}

/// A consent with the notices that have neither taken effect nor been revoked.
#[derive(Clone)]
struct OpenConsent {
    consent: LiveConsent,
    pending: Vec<Pending>,
}

/// A notice with what it does.
#[derive(Clone)]
struct Pending {
    act: ActIndex,
    ending: Ending,
    steps: Derivation,
}

impl<'a> Unfolding<'a> {
    fn new(rules: &'a Rules<'a>, own_start: &'a dyn Fn(&LiveConsent) -> Since) -> Self {
        Self {
            rules,
            own_start,
            done: Vec::new(),
            open: Vec::new(),
        }
    }

    /// Reads one day's acts: what ends, then notices, then revocations, then what opens. Several
    /// revocations on one day say the same.
    fn read_day<F: Borrow<Fact>>(&mut self, day: &[F], handed: &BTreeMap<ActIndex, OpenConsent>) {
        self.settle(day[0].borrow().date);
        if let [only] = day {
            return self.read(only.borrow(), handed);
        }
        let of_rank = |rank: fn(&Fact) -> bool| {
            day.iter()
                .map(Borrow::borrow)
                .filter(move |fact| rank(fact))
        };
        let ending = of_rank(ends).chain(of_rank(gives_notice));
        for fact in ending.chain(of_rank(revokes).take(1)).chain(of_rank(opens)) {
            self.read(fact, handed);
        }
    }

    fn read(&mut self, fact: &Fact, handed: &BTreeMap<ActIndex, OpenConsent>) {
        match fact.kind {
            ActKind::Withdrawal => self.notice(fact),
            ActKind::Revocation if self.has_notices() => self.cancel(fact.date),
            ActKind::Revocation | ActKind::WithdrawalOfInstrument => self.end_by_act(fact),
            ActKind::Continuation => {
                if let Some(held) = handed.get(&fact.act) {
                    self.take_over(fact, held);
                }
            }
            kind if kind.is_consent() => self.consent(fact),
            _ => {}
        }
    }

    /// Whether a notice is pending, or one of which it is not known whether it took effect.
    fn has_notices(&self) -> bool {
        self.open.iter().any(|open| !open.pending.is_empty())
    }

    /// Lets the notices take effect whose day has come.
    fn settle(&mut self, today: Date) {
        let due = |open: &mut OpenConsent| open.first_effect().is_some_and(|(day, _)| day <= today);
        self.done
            .extend(self.open.extract_if(.., due).map(OpenConsent::settled));
    }

    /// A notice concerns the consent that was live before its day; one that names an earlier day of
    /// effect concerns nothing.
    fn notice(&mut self, fact: &Fact) {
        let first = fact
            .effect
            .map_or(fact.date, |effect| effect.min(fact.date));
        let notice = Notice {
            act: fact.act,
            received: fact.date,
            recorded_effect: fact.effect,
        };
        for open in self
            .open
            .iter_mut()
            .filter(|open| open.consent.from < first)
        {
            let own = (self.own_start)(&open.consent);
            let since = InForceSince {
                general: self.rules.general,
                own,
            };
            let (ending, steps) =
                denunciation::effect_of(notice, self.rules.treaty, self.rules.policies, since);
            if ending != Ending::Never {
                let pending = PendingNotice {
                    act: fact.act,
                    received: fact.date,
                    over: None,
                };
                open.consent.notices.push(pending);
                open.pending.push(Pending {
                    act: fact.act,
                    ending,
                    steps,
                });
            }
        }
        self.settle(fact.date);
    }

    fn cancel(&mut self, day: Date) {
        self.open.iter_mut().for_each(|open| open.cancel(day));
    }

    fn end_by_act(&mut self, fact: &Fact) {
        let ended = self.open.drain(..).map(|open| open.ended_by(fact));
        self.done.extend(ended);
    }

    /// A first consent counts; while it is live, a second changes nothing but what `consent by`
    /// asks for. Where it is not known whether the first has ended, the second makes consent
    /// certain for the days that follow.
    fn consent(&mut self, fact: &Fact) {
        let counts = self
            .rules
            .counted
            .is_none_or(|kinds| kinds.contains(&fact.kind));
        let counts = counts.then_some((fact.date, fact.act));
        match self.live_on(fact.date) {
            Some(live) => live.counts = live.counts.or(counts),
            None => self.push(opened(fact, fact.date, counts)),
        }
    }

    fn take_over(&mut self, fact: &Fact, held: &OpenConsent) {
        if self.live_on(fact.date).is_some() {
            return;
        }
        let (consent, doubt) = (&held.consent, held.first_doubt());
        self.push(LiveConsent {
            kind: consent.kind,
            act: consent.act,
            succeeded: consent.succeeded,
            continued: Some(fact.act),
            ..opened(
                fact,
                consent.deposited,
                consent.counts.map(|(_, act)| (fact.date, act)),
            )
        });
        // What is doubtful of the predecessor's consent stays doubtful of its continuation.
        let doubt = doubt.filter(|(since, _)| *since <= fact.date);
        if let (Some((_, act)), Some(open)) = (doubt, self.open.last_mut()) {
            open.pending.push(Pending {
                act,
                ending: Ending::UnknownFrom(fact.date),
                steps: held.steps_of(act),
            });
        }
    }

    /// The consent that is certainly live on this day.
    fn live_on(&mut self, day: Date) -> Option<&mut LiveConsent> {
        let last = self.open.last_mut()?;
        let doubtful = last.first_doubt().is_some_and(|(since, _)| since <= day);
        (!doubtful).then_some(&mut last.consent)
    }

    fn push(&mut self, consent: LiveConsent) {
        self.open.push(OpenConsent {
            consent,
            pending: Vec::new(),
        });
    }

    /// Hands over what was unfolded, by day; nothing is left.
    fn finish(&mut self, unfolded: &mut Vec<LiveConsent>) {
        self.done
            .extend(self.open.drain(..).map(OpenConsent::settled));
        self.done.sort_by_key(|consent| consent.from);
        unfolded.append(&mut self.done);
    }
}

impl OpenConsent {
    /// The earliest day on which a pending notice takes effect, with the notice.
    fn first_effect(&self) -> Option<(Date, ActIndex)> {
        let effects = self
            .pending
            .iter()
            .filter_map(|pending| match pending.ending {
                Ending::On(day) => Some((day, pending.act)),
                Ending::UnknownFrom(_) | Ending::Never | Ending::Barred => None,
            });
        effects.min()
    }

    /// The earliest day from which the effect of a pending notice is not known, with the notice.
    fn first_doubt(&self) -> Option<(Date, ActIndex)> {
        let doubts = self
            .pending
            .iter()
            .filter_map(|pending| match pending.ending {
                Ending::UnknownFrom(day) => Some((day, pending.act)),
                Ending::On(_) | Ending::Never | Ending::Barred => None,
            });
        doubts.min()
    }

    /// Revokes the notices that have not taken effect (END-6). Where it is not known whether one
    /// has, a revocation makes nothing certain.
    fn cancel(&mut self, day: Date) {
        let in_time = |pending: &mut Pending| match pending.ending {
            Ending::UnknownFrom(since) => day < since,
            Ending::On(_) | Ending::Never | Ending::Barred => true,
        };
        for pending in self.pending.extract_if(.., in_time) {
            let mut own = self.consent.notices.iter_mut();
            if let Some(notice) = own.find(|notice| notice.act == pending.act) {
                notice.over.get_or_insert(day);
            }
        }
    }

    /// How it follows what a notice does.
    fn steps_of(&self, notice: ActIndex) -> Derivation {
        let own = self.pending.iter().find(|pending| pending.act == notice);
        own.map(|pending| pending.steps.clone()).unwrap_or_default()
    }

    fn ended_by(self, fact: &Fact) -> LiveConsent {
        let mut consent = self.consent.clone();
        end(&mut consent, (fact.date, fact.act), self.first_doubt());
        consent.end_steps = self.steps_of_doubt(&consent);
        consent.end_steps.push(Step::Ended {
            act: fact.act,
            day: fact.date,
        });
        consent
    }

    /// Why it was not known for a time whether the consent had ended.
    fn steps_of_doubt(&self, consent: &LiveConsent) -> Derivation {
        consent
            .doubtful
            .map(|(_, notice)| self.steps_of(notice))
            .unwrap_or_default()
    }

    /// The consent with what its notices do, now or later.
    fn settled(self) -> LiveConsent {
        if self.pending.is_empty() {
            return self.consent;
        }
        let mut consent = self.consent.clone();
        match (self.first_effect(), self.first_doubt()) {
            (Some(effect), doubt) => {
                end(&mut consent, effect, doubt);
                consent.end_steps = self.steps_of_doubt(&consent);
                consent.end_steps.extend(self.steps_of(effect.1));
            }
            (None, Some((day, act))) => {
                consent.end = End::UnknownFrom(day, act);
                consent.end_steps = self.steps_of(act);
            }
            (None, None) => {}
        }
        consent
    }
}

fn end(consent: &mut LiveConsent, (day, act): (Date, ActIndex), doubt: Option<(Date, ActIndex)>) {
    consent.end = End::Day(day, act);
    consent.doubtful = doubt.filter(|(since, _)| *since < day);
    for notice in &mut consent.notices {
        notice.over.get_or_insert(day);
    }
}

fn opened(fact: &Fact, deposited: Date, counts: Option<(Date, ActIndex)>) -> LiveConsent {
    LiveConsent {
        party: fact.party,
        act: fact.act,
        kind: fact.kind,
        deposited,
        from: fact.date,
        counts,
        end: End::Open,
        doubtful: None,
        succeeded: fact.effect.filter(|_| fact.kind == ActKind::Succession),
        continued: None,
        notices: Vec::new(),
        end_steps: Vec::new(),
    }
}

fn ends(fact: &Fact) -> bool {
    fact.kind == ActKind::WithdrawalOfInstrument
}

fn gives_notice(fact: &Fact) -> bool {
    fact.kind == ActKind::Withdrawal
}

fn revokes(fact: &Fact) -> bool {
    fact.kind == ActKind::Revocation
}

fn opens(fact: &Fact) -> bool {
    fact.kind.is_consent() || fact.kind == ActKind::Continuation
}

#[cfg(test)]
mod tests;
