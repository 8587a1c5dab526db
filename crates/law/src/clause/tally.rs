//! The single tests of a condition while the event days pass: each keeps its sum of what is
//! certainly and what may be there, and never walks day by day.

use alloc::vec::Vec;
use core::cmp::Ordering;

use crate::calendar::Date;
use crate::clause::decimal::Decimal;
use crate::clause::explain::{Reading, Reason};
use crate::clause::proportion::Proportion;
use crate::clause::rule::{Atom, Bound, Filter, Noun, Share};
use crate::clause::scene::{Other, Scene};
use crate::clause::truth::Truth;
use crate::clause::units::{Members, Sieve, Table, is_counted};
use crate::register::PartyIndex;
use crate::status::history::{Force, History};

/// One test of a condition.
pub(crate) struct Test<'a> {
    atom: &'a Atom,
    kind: Kind<'a>,
    sum: Bounds,
    before: Bounds,
    truth_before: Truth,
    /// Whether who is eligible can change from one day to the next.
    dynamic: bool,
}

/// What is certainly there and what may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Bounds {
    sure: u64,
    possible: u64,
}

enum Kind<'a> {
    Count {
        least: u64,
        noun: Noun,
        sieves: Vec<Sieve<'a>>,
        /// Whether notices of provisional application count as well (EIF-13).
        with_applications: bool,
    },
    Of {
        least: u64,
        members: Members<'a>,
    },
    AllOf {
        members: Members<'a>,
    },
    Share {
        share: (u128, u128),
        bound: Bound,
        table: Option<Table>,
    },
    Proportion(Proportion<'a>),
    InForce {
        other: Option<&'a History>,
        treaty: sponsio_record::TreatyId,
    },
    OnOrAfter(Date),
}

/// What a test that does not hold still lacks.
pub(crate) enum Lack {
    /// Further instruments or weight.
    Sum {
        missing: u64,
        is_weight: bool,
        /// Whether no deposit can ever bring it, because the set has members unknown here.
        unattainable: bool,
    },
    /// Entry into force of another treaty.
    Treaty(sponsio_record::TreatyId),
    /// A date of the text.
    Day(Date),
    /// Something that is not known.
    Unknown,
}

impl<'a> Test<'a> {
    pub(crate) fn of(atom: &'a Atom, scene: Scene<'a>, reasons: &mut Vec<Reason>) -> Self {
        let kind = match atom {
            Atom::Count {
                least,
                noun,
                filters,
            } => count(u64::from(*least), *noun, filters, scene, reasons),
            Atom::MoreThan {
                than,
                noun,
                filters,
            } => count(u64::from(*than) + 1, *noun, filters, scene, reasons),
            Atom::Proportion {
                bound,
                fraction,
                set,
            } => Kind::Proportion(Proportion::new(
                *bound,
                *fraction,
                Members::of(set, scene, reasons),
            )),
            Atom::Of { least, set } => Kind::Of {
                least: u64::from(*least),
                members: Members::of(set, scene, reasons),
            },
            Atom::AllOf(set) => Kind::AllOf {
                members: Members::of(set, scene, reasons),
            },
            Atom::Share { share, table } => Kind::Share {
                share: exact(*share),
                bound: Bound::AtLeast,
                table: Table::of(table, scene, reasons),
            },
            Atom::ShareAbove {
                fraction: (numerator, denominator),
                table,
            } => Kind::Share {
                share: exact(Share::Fraction(*numerator, *denominator)),
                bound: Bound::MoreThan,
                table: Table::of(table, scene, reasons),
            },
            Atom::InForce(treaty) => Kind::InForce {
                other: other(treaty, scene, reasons),
                treaty: treaty.clone(),
            },
            Atom::OnOrAfter(date) => Kind::OnOrAfter(*date),
        };
        let dynamic = is_dynamic(&kind, scene);
        let bounds = Bounds::default();
        Self {
            atom,
            kind,
            sum: bounds,
            before: bounds,
            truth_before: Truth::False,
            dynamic,
        }
    }

    /// Returns the words of the test.
    pub(crate) const fn atom(&self) -> &'a Atom {
        self.atom
    }

    /// Whether the counting of organizations makes the test depend on who is present.
    pub(crate) fn depends_on_presence(&self) -> bool {
        self.dynamic && matches!(self.kind, Kind::Count { .. } | Kind::Share { .. })
    }

    /// Adds the days on which the test may change although nobody consents or leaves.
    pub(crate) fn event_days(&self, scene: Scene<'_>, days: &mut Vec<Date>) {
        match &self.kind {
            Kind::Count { sieves, .. } => {
                for members in sieves.iter().filter_map(Sieve::members) {
                    members.change_days(scene, days);
                }
            }
            Kind::Of { members, .. } | Kind::AllOf { members } => members.change_days(scene, days),
            Kind::Proportion(proportion) => proportion.members.change_days(scene, days),
            Kind::InForce { other, .. } => {
                if let Some(history) = other {
                    days.extend(history.force_days());
                }
            }
            Kind::OnOrAfter(date) => days.push(*date),
            Kind::Share { .. } => {}
        }
        if self.depends_on_presence() {
            organization_days(scene, days);
        }
    }

    /// Whether notices of provisional application count as well (EIF-13).
    pub(crate) const fn counts_applications(&self) -> bool {
        matches!(
            self.kind,
            Kind::Count {
                with_applications: true,
                ..
            }
        )
    }

    /// Remembers what the test read before the acts of a new day.
    pub(crate) fn begin_day(&mut self, truth: Truth) {
        self.before = self.sum;
        self.truth_before = truth;
    }

    /// Takes note that a consent came to life, became doubtful or ended.
    pub(crate) fn change(
        &mut self,
        party: PartyIndex,
        was: Truth,
        is: Truth,
        day: Date,
        scene: Scene<'_>,
    ) {
        if self.dynamic {
            return;
        }
        let eligible = self.eligible(party, day, &[], scene);
        let weight = self.weight(party);
        self.sum.remove(was.and(eligible), weight);
        self.sum.add(is.and(eligible), weight);
    }

    /// Counts afresh, where who is eligible may have changed.
    pub(crate) fn end_day(
        &mut self,
        day: Date,
        live: &[Truth],
        present: &[Truth],
        scene: Scene<'_>,
    ) {
        if !self.dynamic {
            return;
        }
        let mut sum = Bounds::default();
        for (party, is) in parties(live) {
            if is != Truth::False {
                sum.add(
                    is.and(self.eligible(party, day, present, scene)),
                    self.weight(party),
                );
            }
        }
        self.sum = sum;
    }

    /// Whether an instrument of this participant bears on the test.
    pub(crate) fn eligible(
        &self,
        party: PartyIndex,
        day: Date,
        present: &[Truth],
        scene: Scene<'_>,
    ) -> Truth {
        match &self.kind {
            Kind::Count { noun, sieves, .. } => sieves
                .iter()
                .map(|sieve| sieve.passes(party, day, scene))
                .fold(is_counted(*noun, party, day, present, scene), Truth::and),
            Kind::Of { members, .. } | Kind::AllOf { members } => {
                members.contains(party, day, scene)
            }
            Kind::Proportion(proportion) => proportion.members.contains(party, day, scene),
            Kind::Share { .. } => is_counted(Noun::Instruments, party, day, present, scene),
            Kind::InForce { .. } | Kind::OnOrAfter(_) => Truth::False,
        }
    }

    fn weight(&self, party: PartyIndex) -> u64 {
        match &self.kind {
            Kind::Share {
                table: Some(table), ..
            } => table.weight(party).millionths(),
            Kind::Share { table: None, .. } => 0,
            _ => 1,
        }
    }

    /// Returns whether the test holds on this day; without a day, before anything has happened.
    pub(crate) fn truth(&self, day: Option<Date>, live: &[Truth], scene: Scene<'_>) -> Truth {
        match &self.kind {
            Kind::Count { least, .. } | Kind::Of { least, .. } => {
                Truth::between(self.sum.sure >= *least, self.sum.possible >= *least)
            }
            Kind::AllOf { members } => self.all_of(members, day, live, scene),
            Kind::Proportion(proportion) => proportion.truth(day, live, scene),
            Kind::Share {
                share: (numerator, denominator),
                bound,
                table: Some(table),
            } => {
                let reaches = |sum: u64| {
                    let sum = Decimal::from_millionths(sum);
                    match sum.cmp_share(table.total, *numerator, *denominator) {
                        Ordering::Less => false,
                        Ordering::Equal => *bound == Bound::AtLeast,
                        Ordering::Greater => true,
                    }
                };
                Truth::between(reaches(self.sum.sure), reaches(self.sum.possible))
            }
            Kind::InForce {
                other: Some(history),
                ..
            } => day.map_or_else(|| history.force().on(None), |day| history.in_force_on(day)),
            Kind::Share { table: None, .. } | Kind::InForce { other: None, .. } => Truth::Unknown,
            Kind::OnOrAfter(date) => day.is_some_and(|day| *date <= day).into(),
        }
    }

    /// All members are live, and there is at least one.
    fn all_of(
        &self,
        members: &Members<'_>,
        day: Option<Date>,
        live: &[Truth],
        scene: Scene<'_>,
    ) -> Truth {
        if matches!(members, Members::Unknown) {
            return Truth::between(false, self.sum.possible > 0);
        }
        if let Members::Listed { size, .. } = members {
            let (sure, possible) = (self.sum.sure == *size, self.sum.possible == *size);
            return Truth::between(sure && *size > 0, possible && *size > 0);
        }
        let Some(day) = day else { return Truth::False };
        if members.strangers(day) > 0 {
            return Truth::False;
        }
        let (mut all, mut any) = (Truth::True, Truth::False);
        for (party, is) in parties(live) {
            let inside = members.contains(party, day, scene);
            all = all.and(is.or(!inside));
            any = any.or(inside.and(is));
        }
        all.and(any)
    }

    /// Returns what the test still lacks on this day.
    pub(crate) fn lack(&self, day: Date, scene: Scene<'_>) -> Lack {
        let missing = |need: u64| need.saturating_sub(self.sum.sure);
        let instruments = |need, unattainable| Lack::Sum {
            missing: missing(need),
            is_weight: false,
            unattainable,
        };
        match &self.kind {
            Kind::Of {
                members: Members::Unknown,
                ..
            }
            | Kind::AllOf {
                members: Members::Unknown,
            }
            | Kind::Proportion(Proportion {
                members: Members::Unknown,
                ..
            })
            | Kind::Share { table: None, .. } => Lack::Unknown,
            Kind::Proportion(proportion) => {
                let of = proportion.size(day, scene);
                instruments(proportion.need(of), of == 0)
            }
            Kind::Count { least, .. } | Kind::Of { least, .. } => instruments(*least, false),
            Kind::AllOf { members } => match self.reading(day, scene) {
                Reading::Number { need, .. } => {
                    instruments(need, need == 0 || members.strangers(day) > 0)
                }
                _ => Lack::Unknown,
            },
            Kind::Share {
                share: (numerator, denominator),
                bound,
                table: Some(table),
            } => {
                let part = u128::from(table.total.millionths()).saturating_mul(*numerator);
                let need = match bound {
                    Bound::AtLeast => part.div_ceil(*denominator),
                    Bound::MoreThan => part / denominator + 1,
                };
                let need = u64::try_from(need).unwrap_or(u64::MAX);
                Lack::Sum {
                    missing: missing(need),
                    is_weight: true,
                    unattainable: false,
                }
            }
            Kind::InForce { treaty, .. } => Lack::Treaty(treaty.clone()),
            Kind::OnOrAfter(date) => Lack::Day(*date),
        }
    }

    /// Returns what the consent of a participant would certainly add.
    pub(crate) fn offer(
        &self,
        party: PartyIndex,
        day: Date,
        present: &[Truth],
        scene: Scene<'_>,
    ) -> u64 {
        match self.eligible(party, day, present, scene) {
            Truth::True => self.weight(party),
            Truth::Unknown | Truth::False => 0,
        }
    }

    /// Whether the test did not hold before this day's acts.
    pub(crate) fn was_open(&self) -> bool {
        self.truth_before != Truth::True
    }

    /// Returns what the test read on this day, and before.
    pub(crate) fn reading(&self, day: Date, scene: Scene<'_>) -> Reading {
        let (before, on) = (self.before.sure, self.sum.sure);
        match &self.kind {
            Kind::Count { least, .. } | Kind::Of { least, .. } => Reading::Number {
                before,
                on,
                need: *least,
            },
            Kind::AllOf {
                members: Members::Listed { size, .. },
            } => Reading::Number {
                before,
                on,
                need: *size,
            },
            Kind::AllOf {
                members: Members::Unknown,
            }
            | Kind::Proportion(Proportion {
                members: Members::Unknown,
                ..
            })
            | Kind::Share { table: None, .. } => Reading::Unknown,
            Kind::Proportion(proportion) => {
                let of = proportion.size(day, scene);
                Reading::Part {
                    before,
                    on,
                    need: proportion.need(of),
                    of,
                }
            }
            Kind::AllOf { members } => {
                let inside = (0..scene.register.participants().len())
                    .filter_map(|place| u32::try_from(place).ok())
                    .filter(|place| members.contains(PartyIndex(*place), day, scene) == Truth::True)
                    .count();
                Reading::Number {
                    before,
                    on,
                    need: inside as u64 + members.strangers(day),
                }
            }
            Kind::Share {
                table: Some(table), ..
            } => Reading::Sum {
                before: Decimal::from_millionths(before),
                on: Decimal::from_millionths(on),
                total: table.total,
            },
            Kind::InForce { other, treaty } => Reading::Treaty {
                treaty: treaty.clone(),
                since: other.and_then(|history| history.force().since()),
            },
            Kind::OnOrAfter(date) => Reading::Day(*date),
        }
    }
}

impl Bounds {
    fn add(&mut self, truth: Truth, weight: u64) {
        if truth == Truth::True {
            self.sure = self.sure.saturating_add(weight);
        }
        if truth != Truth::False {
            self.possible = self.possible.saturating_add(weight);
        }
    }

    fn remove(&mut self, truth: Truth, weight: u64) {
        if truth == Truth::True {
            self.sure = self.sure.saturating_sub(weight);
        }
        if truth != Truth::False {
            self.possible = self.possible.saturating_sub(weight);
        }
    }
}

pub(crate) fn parties(live: &[Truth]) -> impl Iterator<Item = (PartyIndex, Truth)> + '_ {
    (0_u32..).map(PartyIndex).zip(live.iter().copied())
}

/// A share as an exact fraction.
fn exact(share: Share) -> (u128, u128) {
    match share {
        Share::Percent(percent) => (u128::from(percent.millionths()), 100_000_000),
        // No words say so, but a tree may: a fraction of nought reaches no sum.
        Share::Fraction(_, 0) => (u128::from(u64::MAX), 1),
        Share::Fraction(numerator, denominator) => (u128::from(numerator), u128::from(denominator)),
    }
}

fn count<'a>(
    least: u64,
    noun: Noun,
    filters: &[Filter],
    scene: Scene<'a>,
    reasons: &mut Vec<Reason>,
) -> Kind<'a> {
    let sieves = filters
        .iter()
        .filter_map(|filter| Sieve::of(filter, scene, reasons));
    Kind::Count {
        least,
        noun,
        sieves: sieves.collect(),
        with_applications: filters.contains(&Filter::CountingProvisional),
    }
}

fn other<'a>(
    treaty: &sponsio_record::TreatyId,
    scene: Scene<'a>,
    reasons: &mut Vec<Reason>,
) -> Option<&'a History> {
    match scene.others.find(scene.register, treaty) {
        Other::Settled(history) => {
            let force = history.force();
            let is_open = history.lapses.iter().any(|lapse| !lapse.is_certain());
            if is_open || matches!(force, Force::Undetermined { .. } | Force::NoRule) {
                reasons.push(Reason::TreatyUndetermined(treaty.clone()));
            }
            Some(history)
        }
        Other::NotHeld => {
            reasons.push(Reason::TreatyNotHeld(treaty.clone()));
            None
        }
        Other::Unsettled => {
            reasons.push(Reason::TreatyUndetermined(treaty.clone()));
            None
        }
    }
}

fn is_dynamic(kind: &Kind<'_>, scene: Scene<'_>) -> bool {
    match kind {
        Kind::Count {
            with_applications: true,
            ..
        } => true,
        Kind::Count { noun, sieves, .. } => {
            sieves
                .iter()
                .filter_map(Sieve::members)
                .any(Members::changes)
                || *noun == Noun::Instruments && organizations_vary(scene)
        }
        Kind::Of { members, .. }
        | Kind::AllOf { members }
        | Kind::Proportion(Proportion { members, .. }) => members.changes(),
        Kind::Share { .. } => organizations_vary(scene),
        Kind::InForce { .. } | Kind::OnOrAfter(_) => false,
    }
}

/// Whether the counting of an organization that consented here depends on the day.
fn organizations_vary(scene: Scene<'_>) -> bool {
    (scene.policies.organizations_change() || scene.register.memberships().next().is_some())
        && scene.consents.iter().any(|consent| {
            scene.register.kind(consent.party) == crate::party::ParticipantKind::Organization
        })
}

fn organization_days(scene: Scene<'_>, days: &mut Vec<Date>) {
    for (_, membership) in scene.register.memberships() {
        let members = membership.members.iter();
        days.extend(
            members
                .flat_map(|member| [member.from, member.until])
                .flatten(),
        );
    }
    days.extend(scene.policies.organization_days());
}

#[cfg(test)]
mod tests;
