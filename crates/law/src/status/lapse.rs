//! The days after general entry into force on which a treaty is not in force, or may not be: it has
//! ended (VCLT arts 54, 55; EIF-6), or its force has no latch and the condition does not hold.

use alloc::boxed::Box;
use alloc::vec::Vec;

use sponsio_record::TreatyId;

use crate::calendar::{self, Date};
use crate::clause::evaluate;
use crate::clause::explain::{ActIndex, Derivation, FellBelow, Lapse, LapseKind, Reason, Step};
use crate::clause::moment::{self, Anchors, Outcome};
use crate::clause::rule::{Condition, Ends, ExtensionKeyword, Force as ForceRule, Noun};
use crate::clause::scene::{Other, Scene};
use crate::clause::truth::Truth;
use crate::clause::units::is_counted;
use crate::register::PartyIndex;
use crate::status::history::{Effect, Force, Start};
use crate::status::live::End;
use crate::treaty::Treaty;

/// The lapses of a treaty and how they follow.
#[derive(Debug, Default)]
pub(crate) struct Lapses {
    pub(crate) lapses: Vec<Lapse>,
    pub(crate) steps: Derivation,
}

/// Whether a clause of the treaty can make it cease to be in force.
pub(crate) fn may_lapse(treaty: &Treaty) -> bool {
    treaty.ends().next().is_some()
        || matches!(treaty.force(), Some((_, ForceRule::While { .. })))
        || treaty
            .extensions()
            .any(|(_, it)| it.keyword == ExtensionKeyword::Ends)
}

/// Returns the lapses of a treaty that entered into force; of any other there are none.
pub(crate) fn lapses(
    scene: Scene<'_>,
    computed: &Force,
    in_view: &Force,
    effects: &[Effect],
) -> Lapses {
    let mut found = Lapses::default();
    let Some(since) = in_view.since() else {
        return found;
    };
    if let Some((_, ForceRule::While { condition, .. })) = scene.treaty.force() {
        found.without_latch(condition, computed, since, scene);
    }
    let view = Ending {
        scene,
        since,
        effects,
    };
    for (index, ends) in scene.treaty.ends() {
        found.by_clause(index, ends, &view);
    }
    let mut unread = scene.treaty.extensions();
    if let Some((index, _)) = unread.find(|(_, it)| it.keyword == ExtensionKeyword::Ends) {
        found.steps.push(Step::Statement(index));
        found.doubtful(since, Reason::NotEvaluated(index));
    }
    found
}

/// Since when the treaty is in force for somebody who would start on a day, after its lapses.
pub(crate) fn start_after(start: Start, lapses: &[Lapse], steps: &mut Derivation) -> Start {
    let Start::On(own) = start else { return start };
    let mut day = own;
    loop {
        let certain = lapses.iter().find(|it| it.is_certain() && it.covers(day));
        match certain {
            Some(Lapse {
                until: Some(until), ..
            }) => day = *until,
            Some(lapse) if lapse.kind == LapseKind::Ended => {
                let end = lapse.from;
                steps.push(Step::AfterTheEnd { own, end });
                return Start::Never;
            }
            Some(_) => return Start::NotYet,
            None => break,
        }
    }
    if day != own {
        let start = day;
        steps.push(Step::WhenInForceAgain { own, start });
    }
    if lapses.iter().any(|lapse| lapse.covers(day)) {
        steps.push(Step::unknown(Reason::ForceUndetermined));
        return Start::Undetermined(Some(day));
    }
    Start::On(day)
}

impl Lapses {
    /// The latch is missing: what the condition was on each day decides (EIF-6).
    fn without_latch(
        &mut self,
        condition: &Condition,
        computed: &Force,
        since: Date,
        scene: Scene<'_>,
    ) {
        let Some(first) = computed.since() else {
            // An announced date alone does not say what came after it.
            let after = calendar::next_day(since).unwrap_or(since);
            return self.doubtful(after, Reason::ForceUndetermined);
        };
        let changes = evaluate::course(condition, scene);
        let ends = changes.iter().skip(1).map(|(day, _)| Some(*day));
        let ends = ends.chain(core::iter::once(None));
        for ((from, truth), until) in changes.iter().copied().zip(ends) {
            let from = from.max(since);
            let over = until.is_some_and(|until| until <= from);
            if truth == Truth::True || over || from < first {
                continue;
            }
            let lapse = Lapse {
                from,
                until,
                kind: if truth == Truth::False {
                    LapseKind::ConditionNotMet
                } else {
                    LapseKind::Unknown
                },
            };
            self.steps.push(Step::Lapsed(lapse));
            self.lapses.push(lapse);
        }
    }

    fn by_clause(&mut self, index: usize, ends: &Ends, ending: &Ending<'_>) {
        let mut steps = Vec::from([Step::Statement(index)]);
        let outcome = match ends {
            Ends::FewerThan(least) => {
                let (doubtful, below) = ending.fell_below(*least);
                if let Some((day, reasons)) = doubtful
                    && below.as_ref().is_none_or(|below| day < below.day)
                {
                    for reason in reasons {
                        self.doubtful(day, reason);
                    }
                }
                let day = below.as_ref().map(|below| below.day);
                steps.extend(below.map(|below| Step::FellBelow(Box::new(below))));
                day.map_or(Outcome::Never, |day| Outcome::Day { day, trigger: day })
            }
            Ends::Term(term) => {
                let anchors = Anchors::from_general(ending.since);
                moment::term(term, &anchors, ending.scene, &mut steps)
            }
            Ends::With(treaty) => {
                if let Some(day) = ending.doubt_with(treaty) {
                    let reason = Reason::TreatyUndetermined(treaty.clone());
                    self.doubtful(day.max(ending.since), reason);
                }
                ending.with(treaty)
            }
            Ends::Decision(organ) => Outcome::undetermined(None, Reason::Decision(organ.clone())),
        };
        match outcome {
            Outcome::Never => {}
            Outcome::Day { day, .. } => {
                let day = day.max(ending.since);
                steps.push(Step::TreatyEnds(day));
                self.steps.extend(steps);
                self.lapses.push(Lapse {
                    from: day,
                    until: None,
                    kind: LapseKind::Ended,
                });
            }
            Outcome::Undetermined {
                not_before,
                reasons,
            } => {
                let from = not_before.map_or(ending.since, |bound| bound.max(ending.since));
                self.steps.extend(steps);
                for reason in reasons {
                    self.doubtful(from, reason);
                }
            }
        }
    }

    fn doubtful(&mut self, from: Date, reason: Reason) {
        self.steps.push(Step::unknown(reason));
        let lapse = Lapse {
            from,
            until: None,
            kind: LapseKind::Unknown,
        };
        if !self.lapses.contains(&lapse) {
            self.lapses.push(lapse);
        }
    }
}

/// What the clauses on the end of a treaty look at.
struct Ending<'a> {
    scene: Scene<'a>,
    since: Date,
    effects: &'a [Effect],
}

impl Ending<'_> {
    /// The first day from which it may be that too few are bound, with what is not known; and the
    /// first on which it certainly is so. Only a day on which somebody ceases to be bound is asked.
    fn fell_below(&self, least: u32) -> (Option<(Date, Vec<Reason>)>, Option<FellBelow>) {
        let mut days: Vec<Date> = self.effects.iter().flat_map(days_of_ending).collect();
        days.retain(|day| self.since < *day);
        days.sort_unstable();
        days.dedup();
        let mut doubtful = None;
        for day in days {
            let Ok(before) = day.yesterday() else {
                continue;
            };
            let (was, is) = (self.bound_on(before), self.bound_on(day));
            // What was unknown and still is did not change on this day.
            let turned = was.iter().zip(&is).filter(|(was, is)| is < was);
            let ceased = turned.map(|(was, is)| was.and(!*is)).max();
            let (sure, possible) = self.numbers(&is, day);
            let below = Truth::between(possible < u64::from(least), sure < u64::from(least));
            match ceased.unwrap_or(Truth::False).and(below) {
                Truth::False => {}
                Truth::Unknown if doubtful.is_some() => {}
                Truth::Unknown => doubtful = Some((day, self.doubts(day))),
                Truth::True => {
                    let acts = self.ended_on(day);
                    let below = FellBelow {
                        least,
                        day,
                        left: sure,
                        acts,
                    };
                    return (doubtful, Some(below));
                }
            }
        }
        (doubtful, None)
    }

    /// For every participant, whether the treaty is in force for it on a day. A start may reach back
    /// in time for its author; in the number it counts from its consent.
    fn bound_on(&self, day: Date) -> Vec<Truth> {
        self.each(|effect| {
            let given: Truth = (effect.consent.from <= day).into();
            given.and(effect.binds_on(day))
        })
    }

    fn each(&self, truth: impl Fn(&Effect) -> Truth) -> Vec<Truth> {
        let count = self.scene.register.participants().len();
        let mut of_all = alloc::vec![Truth::False; count];
        for effect in self.effects {
            if let Some(place) = of_all.get_mut(effect.consent.party.at()) {
                *place = place.or(truth(effect));
            }
        }
        of_all
    }

    /// How many parties there certainly and possibly are; an organization counts as the policy says
    /// (S-4).
    fn numbers(&self, bound: &[Truth], day: Date) -> (u64, u64) {
        let present = self.each(|effect| {
            let begun: Truth = (effect.consent.from <= day).into();
            begun.and(effect.not_ended_on(day))
        });
        let (mut sure, mut possible) = (0, 0);
        for (party, is) in (0..).map(PartyIndex).zip(bound) {
            if *is == Truth::False {
                continue;
            }
            let counted = is_counted(Noun::Instruments, party, day, &present, self.scene);
            sure += u64::from(is.and(counted) == Truth::True);
            possible += u64::from(is.and(counted) != Truth::False);
        }
        (sure, possible)
    }

    /// The acts by which consents ended on a day; a continuation ends what somebody else takes over.
    fn ended_on(&self, day: Date) -> Vec<ActIndex> {
        let ended =
            self.effects
                .iter()
                .filter_map(|effect| match (effect.consent.end, effect.start) {
                    (End::Day(end, act), Start::On(_)) if end == day => Some(act),
                    _ => None,
                });
        let mut acts: Vec<ActIndex> = ended.collect();
        acts.sort_unstable();
        acts.dedup();
        acts
    }

    /// The notices of which it is not known whether they have taken effect by a day, or what else is
    /// not known of the parties.
    fn doubts(&self, day: Date) -> Vec<Reason> {
        let notices = self.effects.iter().filter_map(|effect| {
            let doubt = match effect.consent.end {
                End::UnknownFrom(from, act) => Some((from, act)),
                End::Open | End::Day(..) => effect.consent.doubtful,
            };
            doubt.filter(|(from, _)| *from <= day).map(|(_, act)| act)
        });
        let mut reasons: Vec<Reason> = notices.map(Reason::EndUnknown).collect();
        if reasons.is_empty() {
            reasons.push(Reason::ForceUndetermined);
        }
        reasons
    }

    /// When another treaty ends, with which this one does.
    fn with(&self, treaty: &TreatyId) -> Outcome {
        let history = match self.scene.others.find(self.scene.register, treaty) {
            Other::NotHeld => {
                return Outcome::undetermined(None, Reason::TreatyNotHeld(treaty.clone()));
            }
            Other::Unsettled => {
                return Outcome::undetermined(None, Reason::TreatyUndetermined(treaty.clone()));
            }
            Other::Settled(history) => history,
        };
        let unknown =
            |bound| Outcome::undetermined(bound, Reason::TreatyUndetermined(treaty.clone()));
        match history.force() {
            Force::NotInForce => Outcome::Never,
            Force::NoRule => unknown(None),
            Force::Undetermined { not_before, .. } => unknown(*not_before),
            Force::InForce { since, .. } => {
                let other = self.scene.register.treaty(history.treaty);
                if matches!(other.force(), Some((_, ForceRule::While { .. }))) {
                    // What comes and goes does not end.
                    return unknown(Some(*since));
                }
                match history.ended() {
                    Some(day) => Outcome::Day { day, trigger: day },
                    None => Outcome::Never,
                }
            }
        }
    }

    /// From when it is not known whether another treaty, with which this one ends, has ended.
    fn doubt_with(&self, treaty: &TreatyId) -> Option<Date> {
        match self.scene.others.find(self.scene.register, treaty) {
            Other::Settled(history) => {
                let unknown = history.lapses.iter().filter(|lapse| !lapse.is_certain());
                let from = unknown.map(|lapse| lapse.from).min()?;
                history.ended().is_none_or(|end| from < end).then_some(from)
            }
            Other::NotHeld | Other::Unsettled => None,
        }
    }
}

fn days_of_ending(effect: &Effect) -> impl Iterator<Item = Date> + use<> {
    let end = match effect.consent.end {
        End::Open => None,
        End::Day(day, _) | End::UnknownFrom(day, _) => Some(day),
    };
    let doubt = effect.consent.doubtful.map(|(day, _)| day);
    [end, doubt].into_iter().flatten()
}
