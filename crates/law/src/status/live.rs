//! Live consents: from the deposit to the day a withdrawal or revocation takes effect. Intervals are
//! half-open. The order of acts on one day never matters: what ends, ends first; then what opens,
//! opens.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use crate::act::ActKind;
use crate::calendar::Date;
use crate::clause::denunciation::{self, Ending, InForceSince, Notice};
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
    /// The general date, where it is known.
    pub(crate) general: Option<Date>,
}

/// Returns the intervals of live consent of all participants, by participant and day. `own_start`
/// tells since when the treaty is in force for a consent, where that is known: bars on notices may
/// run from it.
pub(crate) fn unfold(
    facts: &[Fact],
    rules: &Rules<'_>,
    own_start: &dyn Fn(&LiveConsent) -> Option<Date>,
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
    own_start: &dyn Fn(&LiveConsent) -> Option<Date>,
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
    own_start: &'a dyn Fn(&LiveConsent) -> Option<Date>,
    predecessors: &'a [LiveConsent],
    done: Vec<LiveConsent>,
    current: Option<LiveConsent>,
    pending: Option<(ActIndex, Ending, Derivation)>,
}

impl<'a> Unfolding<'a> {
    fn new(
        rules: &'a Rules<'a>,
        own_start: &'a dyn Fn(&LiveConsent) -> Option<Date>,
        predecessors: &'a [LiveConsent],
    ) -> Self {
        Self {
            rules,
            own_start,
            predecessors,
            done: Vec::new(),
            current: None,
            pending: None,
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
            ActKind::Revocation if self.pending.is_some() => self.cancel(fact.date),
            ActKind::Revocation | ActKind::WithdrawalOfInstrument => self.end_by_act(fact),
            ActKind::Continuation if fact.predecessor.is_none() => self.end_by_act(fact),
            ActKind::Continuation => self.take_over(fact),
            kind if kind.is_consent() => self.consent(fact),
            _ => {}
        }
    }

    /// Lets a notice take effect whose day has come.
    fn settle(&mut self, today: Date) {
        if let Some((act, Ending::On(day), _)) = self.pending
            && day <= today
        {
            self.close(day, act);
        }
    }

    fn notice(&mut self, fact: &Fact) {
        let Some(current) = &mut self.current else {
            return;
        };
        if self.pending.is_some() {
            return;
        }
        let notice = Notice {
            act: fact.act,
            received: fact.date,
            recorded_effect: fact.effect,
        };
        let own = self.rules.general.and_then(|_| (self.own_start)(current));
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
        self.pending = Some((fact.act, ending, steps));
        self.settle(fact.date);
    }

    fn cancel(&mut self, day: Date) {
        self.pending = None;
        self.mark_notice_over(day);
    }

    fn end_by_act(&mut self, fact: &Fact) {
        if self.current.is_some() {
            let steps = Vec::from([Step::Ended {
                act: fact.act,
                day: fact.date,
            }]);
            self.pending = Some((fact.act, Ending::On(fact.date), steps));
            self.close(fact.date, fact.act);
        }
    }

    fn consent(&mut self, fact: &Fact) {
        let counts = self
            .rules
            .counted
            .is_none_or(|kinds| kinds.contains(&fact.kind));
        let counts = counts.then_some((fact.date, fact.act));
        if let Some((_, Ending::UnknownFrom(since), _)) = self.pending
            && since <= fact.date
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

    fn mark_notice_over(&mut self, day: Date) {
        if let Some(notice) = self
            .current
            .as_mut()
            .and_then(|current| current.notices.last_mut())
        {
            notice.over.get_or_insert(day);
        }
    }

    /// Ends the current consent; one that would end before it began was never live.
    fn close(&mut self, day: Date, act: ActIndex) {
        self.mark_notice_over(day);
        let steps = self
            .pending
            .take()
            .map(|(_, _, steps)| steps)
            .unwrap_or_default();
        let Some(mut current) = self.current.take() else {
            return;
        };
        if current.from < day {
            current.end = End::Day(day, act);
            current.end_steps = steps;
            self.done.push(current);
        }
    }

    /// Puts the current consent aside with whatever is pending.
    fn retire(&mut self) {
        let Some(mut current) = self.current.take() else {
            return;
        };
        if let Some((act, ending, steps)) = self.pending.take() {
            current.end_steps = steps;
            current.end = match ending {
                Ending::On(day) => End::Day(day, act),
                Ending::UnknownFrom(day) => End::UnknownFrom(day, act),
                Ending::Never | Ending::Barred => End::Open,
            };
        }
        self.done.push(current);
    }

    fn finish(mut self) -> Vec<LiveConsent> {
        if let Some((act, Ending::On(day), _)) = self.pending {
            self.close(day, act);
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
