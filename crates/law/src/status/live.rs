//! Live consents: from the deposit to the day a withdrawal or revocation takes effect. Intervals are
//! half-open. The order of acts on one day never matters: what ends, ends first; then what opens,
//! opens.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

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
    let continuations: Vec<&Fact> = facts
        .iter()
        .filter(|fact| fact.kind == ActKind::Continuation)
        .collect();
    if continuations.is_empty() {
        let mut unfolded = Vec::with_capacity(facts.len());
        for own in facts.chunk_by(|one, next| one.party == next.party) {
            unfolded.append(&mut Unfolding::new(rules, own_start, &[]).run(own));
        }
        return unfolded;
    }
    unfold_with_continuations(facts, &continuations, rules, own_start)
}

/// A continuing State takes over on the day of continuation what its predecessor held on that day.
/// Predecessors are unfolded first.
fn unfold_with_continuations(
    facts: &[Fact],
    continuations: &[&Fact],
    rules: &Rules<'_>,
    own_start: &dyn Fn(&LiveConsent) -> Since,
) -> Vec<LiveConsent> {
    let mut by_party: BTreeMap<PartyIndex, Vec<Fact>> = BTreeMap::new();
    let mut order: BTreeMap<PartyIndex, Date> = BTreeMap::new();
    for fact in facts {
        by_party.entry(fact.party).or_default().push(*fact);
    }
    for fact in continuations {
        order.entry(fact.party).or_insert(fact.date);
        if let Some(predecessor) = fact.predecessor {
            let handed = Fact {
                party: predecessor,
                predecessor: None,
                ..**fact
            };
            by_party.entry(predecessor).or_default().push(handed);
        }
    }
    let mut parties: Vec<PartyIndex> = by_party.keys().copied().collect();
    parties.sort_by_key(|party| (order.get(party).copied(), *party));
    let mut unfolded: Vec<LiveConsent> = Vec::new();
    for party in parties {
        let Some(own) = by_party.get_mut(&party) else {
            continue;
        };
        own.sort_unstable_by_key(|fact| (fact.date, fact.act));
        let mut consents = Unfolding::new(rules, own_start, &unfolded).run(own);
        unfolded.append(&mut consents);
    }
    unfolded.sort_by_key(|consent| (consent.party, consent.from));
    unfolded
}

/// The state of one participant's consent while its acts are read in order.
struct Unfolding<'a> {
    rules: &'a Rules<'a>,
    own_start: &'a dyn Fn(&LiveConsent) -> Since,
    predecessors: &'a [LiveConsent],
    done: Vec<LiveConsent>,
    current: Option<LiveConsent>,
    pending: Vec<Pending>,
}

/// A notice that has not been revoked, with what it does.
struct Pending {
    act: ActIndex,
    ending: Ending,
    steps: Derivation,
}

impl<'a> Unfolding<'a> {
    fn new(
        rules: &'a Rules<'a>,
        own_start: &'a dyn Fn(&LiveConsent) -> Since,
        predecessors: &'a [LiveConsent],
    ) -> Self {
        Self {
            rules,
            own_start,
            predecessors,
            done: Vec::new(),
            current: None,
            pending: Vec::new(),
        }
    }

    fn run(mut self, facts: &[Fact]) -> Vec<LiveConsent> {
        for day in facts.chunk_by(|one, next| one.date == next.date) {
            self.settle(day[0].date);
            for rank in [ends as fn(&Fact) -> bool, gives_notice, revokes, opens] {
                for fact in day.iter().filter(|fact| rank(fact)) {
                    self.read(fact);
                }
            }
        }
        self.finish()
    }

    fn read(&mut self, fact: &Fact) {
        match fact.kind {
            ActKind::Withdrawal => self.notice(fact),
            ActKind::Revocation if !self.pending.is_empty() => self.cancel(fact.date),
            ActKind::Revocation | ActKind::WithdrawalOfInstrument => self.end_by_act(fact),
            ActKind::Continuation if fact.predecessor.is_none() => self.end_by_act(fact),
            ActKind::Continuation => self.take_over(fact),
            kind if kind.is_consent() => self.consent(fact),
            _ => {}
        }
    }

    /// Lets the notice take effect whose day has come first.
    fn settle(&mut self, today: Date) {
        if let Some((day, place)) = self.first_effect()
            && day <= today
        {
            let pending = self.pending.swap_remove(place);
            self.close(day, pending.act, pending.steps);
        }
    }

    /// The earliest day on which a pending notice takes effect, with its place.
    fn first_effect(&self) -> Option<(Date, usize)> {
        let effects = self
            .pending
            .iter()
            .enumerate()
            .filter_map(|(place, pending)| {
                let Ending::On(day) = pending.ending else {
                    return None;
                };
                Some((day, place))
            });
        effects.min()
    }

    /// The earliest day from which the effect of a pending notice is not known, with the notice.
    fn first_doubt(&self) -> Option<(Date, ActIndex)> {
        let doubts = self.pending.iter().filter_map(|pending| {
            let Ending::UnknownFrom(day) = pending.ending else {
                return None;
            };
            Some((day, pending.act))
        });
        doubts.min()
    }

    /// A notice concerns the consent that was live before its day; one that names an earlier day of
    /// effect concerns nothing.
    fn notice(&mut self, fact: &Fact) {
        let Some(current) = &mut self.current else {
            return;
        };
        if fact.effect.is_some_and(|effect| effect <= current.from) {
            return;
        }
        let notice = Notice {
            act: fact.act,
            received: fact.date,
            recorded_effect: fact.effect,
        };
        let own = (self.own_start)(current);
        let since = InForceSince {
            general: self.rules.general,
            own,
        };
        let (ending, steps) =
            denunciation::effect_of(notice, self.rules.treaty, self.rules.policies, since);
        if ending == Ending::Never {
            return;
        }
        current.notices.push(PendingNotice {
            act: fact.act,
            received: fact.date,
            over: None,
        });
        self.pending.push(Pending {
            act: fact.act,
            ending,
            steps,
        });
        self.settle(fact.date);
    }

    /// Revokes the notices that have not taken effect (END-6). Where it is not known whether one
    /// has, a revocation makes nothing certain.
    fn cancel(&mut self, day: Date) {
        let in_time = |pending: &Pending| match pending.ending {
            Ending::UnknownFrom(since) => day < since,
            Ending::On(_) | Ending::Never | Ending::Barred => true,
        };
        let Some(current) = &mut self.current else {
            return;
        };
        for pending in self.pending.extract_if(.., |pending| in_time(pending)) {
            let mut own = current.notices.iter_mut();
            if let Some(notice) = own.find(|notice| notice.act == pending.act) {
                notice.over.get_or_insert(day);
            }
        }
    }

    fn end_by_act(&mut self, fact: &Fact) {
        let steps = Vec::from([Step::Ended {
            act: fact.act,
            day: fact.date,
        }]);
        self.close(fact.date, fact.act, steps);
    }

    fn consent(&mut self, fact: &Fact) {
        let counts = self
            .rules
            .counted
            .is_none_or(|kinds| kinds.contains(&fact.kind));
        let counts = counts.then_some((fact.date, fact.act));
        if self
            .first_doubt()
            .is_some_and(|(since, _)| since <= fact.date)
        {
            // Whether the earlier consent has ended is not known; with this act it no longer
            // matters for the days that follow.
            self.retire();
        }
        match &mut self.current {
            Some(current) => current.counts = current.counts.or(counts),
            None => self.current = Some(opened(fact, fact.date, counts)),
        }
    }

    fn take_over(&mut self, fact: &Fact) {
        let Some(predecessor) = fact.predecessor.filter(|_| self.current.is_none()) else {
            return;
        };
        let handed = self.predecessors.iter().find(|consent| {
            consent.party == predecessor && consent.end == End::Day(fact.date, fact.act)
        });
        let Some(handed) = handed else { return };
        let counts = handed.counts.map(|(_, act)| (fact.date, act));
        self.current = Some(LiveConsent {
            kind: handed.kind,
            act: handed.act,
            succeeded: handed.succeeded,
            continued: Some(fact.act),
            ..opened(fact, handed.deposited, counts)
        });
    }

    /// Ends the current consent; one that would end before it began was never live.
    fn close(&mut self, day: Date, act: ActIndex, steps: Derivation) {
        let doubtful = self.first_doubt().filter(|(since, _)| *since < day);
        self.pending.clear();
        let Some(mut current) = self.current.take() else {
            return;
        };
        for notice in &mut current.notices {
            notice.over.get_or_insert(day);
        }
        if current.from < day {
            current.end = End::Day(day, act);
            current.end_steps = steps;
            current.doubtful = doubtful;
            self.done.push(current);
        }
    }

    /// Puts the current consent aside: open, or with its end unknown.
    fn retire(&mut self) {
        let doubt = self.first_doubt();
        let pending = core::mem::take(&mut self.pending).into_iter();
        let Some(mut current) = self.current.take() else {
            return;
        };
        if let Some((day, act)) = doubt {
            current.end = End::UnknownFrom(day, act);
            let steps = pending
                .filter(|pending| pending.act == act)
                .map(|pending| pending.steps);
            current.end_steps = steps.flatten().collect();
        }
        self.done.push(current);
    }

    fn finish(mut self) -> Vec<LiveConsent> {
        if let Some((day, place)) = self.first_effect() {
            let pending = self.pending.swap_remove(place);
            self.close(day, pending.act, pending.steps);
        }
        self.retire();
        self.done
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
        || fact.kind == ActKind::Continuation && fact.predecessor.is_none()
}

fn gives_notice(fact: &Fact) -> bool {
    fact.kind == ActKind::Withdrawal
}

fn revokes(fact: &Fact) -> bool {
    fact.kind == ActKind::Revocation
}

fn opens(fact: &Fact) -> bool {
    fact.kind.is_consent() || fact.kind == ActKind::Continuation && fact.predecessor.is_some()
}
