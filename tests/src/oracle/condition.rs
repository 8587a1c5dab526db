//! Conditions on one day, three-valued: what is unknown is not false.

use alloc::collections::BTreeMap;

use super::day::Day;
use super::done::{Done, General};
use super::register::{Kind, Register};
use super::rule::{Condition, Filter, Group, Organizations, Rule, Set, Weights};

/// Kleene's three values; "and" is the least, "or" the greatest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Truth {
    No,
    Maybe,
    Yes,
}

impl Truth {
    fn not(self) -> Self {
        match self {
            Self::No => Self::Yes,
            Self::Maybe => Self::Maybe,
            Self::Yes => Self::No,
        }
    }
}

impl From<bool> for Truth {
    fn from(value: bool) -> Self {
        if value { Self::Yes } else { Self::No }
    }
}

/// What a condition of one treaty can see on one day.
pub(super) struct Today<'a> {
    pub(super) register: &'a Register,
    pub(super) rule: &'a Rule,
    pub(super) day: Day,
    /// Per participant: whether its consent is live.
    pub(super) live: &'a [Truth],
    /// Per participant: whether a live consent counts under `consent by`.
    pub(super) counting: &'a [Truth],
    /// Per participant: the day of its first signature.
    pub(super) signed: &'a [Option<Day>],
    /// The treaties that this one asks about, already walked.
    pub(super) done: &'a BTreeMap<String, Done>,
}

impl Today<'_> {
    /// Returns the value of a condition, with all acts of the day.
    pub(super) fn value(&self, condition: &Condition) -> Truth {
        match condition {
            Condition::All(parts) => parts
                .iter()
                .map(|part| self.value(part))
                .min()
                .unwrap_or(Truth::Yes),
            Condition::Any(parts) => parts
                .iter()
                .map(|part| self.value(part))
                .max()
                .unwrap_or(Truth::No),
            Condition::Count {
                number,
                states_only,
                filters,
            } => at_least(
                *number,
                self.everybody()
                    .map(|who| self.counts(who, *states_only, filters)),
            ),
            Condition::CountOf(number, set) => {
                let members = self
                    .everybody()
                    .map(|who| self.is_in(set, who).min(self.has(who)));
                at_least(*number, members)
            }
            Condition::AllOf(set) => self.all_of(set),
            Condition::Share {
                numerator,
                denominator,
                table,
            } => self.share(*numerator, *denominator, table),
            Condition::InForce(id) => self.in_force(id),
            Condition::OnOrAfter(day) => (self.day >= *day).into(),
        }
    }

    fn everybody(&self) -> impl Iterator<Item = usize> {
        0..self.counting.len()
    }

    /// Whether the participant has a consent that counts in conditions.
    fn has(&self, who: usize) -> Truth {
        self.counting.get(who).copied().unwrap_or(Truth::No)
    }

    fn counts(&self, who: usize, states_only: bool, filters: &[Filter]) -> Truth {
        if self.has(who) == Truth::No {
            return Truth::No;
        }
        let noun = match (self.register.codes.kind(who), states_only) {
            (Kind::State, _) => Truth::Yes,
            (Kind::Organization, false) => self.organization_counts(who),
            (Kind::Organization, true) | (Kind::Territory | Kind::Stranger, _) => Truth::No,
        };
        let filtered = filters.iter().map(|filter| match filter {
            Filter::Of(set) => self.is_in(set, who),
            Filter::OtherThan(set) => self.is_in(set, who).not(),
            Filter::EachWith(table, least) => match self.rule.weights.get(table) {
                Some(Weights::Table { rows, .. }) => {
                    (rows.get(&who).copied().unwrap_or(0) >= *least).into()
                }
                Some(Weights::Unknown) | None => Truth::Maybe,
            },
        });
        filtered.fold(self.has(who).min(noun), Truth::min)
    }

    /// Whether an organization's instrument is counted (S-4).
    fn organization_counts(&self, organization: usize) -> Truth {
        match self.rule.organizations() {
            Organizations::NeverCounted => Truth::No,
            Organizations::Counted => Truth::Yes,
            Organizations::NotAdditional => {
                let Some(table) = self.register.members.get(&organization) else {
                    return Truth::No;
                };
                let members = table.iter().filter(|row| row.holds_on(self.day));
                let live = members.map(|row| self.live.get(row.who).copied().unwrap_or(Truth::No));
                live.max().unwrap_or(Truth::No).not()
            }
        }
    }

    /// Whether the participant is in the set on this day.
    fn is_in(&self, set: &Set, who: usize) -> Truth {
        match set {
            Set::Named(name) => match self.rule.groups.get(name) {
                Some(Group::Set(set)) => self.is_in(set, who),
                Some(Group::Table(rows)) => rows
                    .iter()
                    .any(|row| row.who == who && row.holds_on(self.day))
                    .into(),
                Some(Group::Unknown) | None => Truth::Maybe,
            },
            Set::Codes(members) => members.contains(&who).into(),
            Set::Signatories => {
                let signed = self.signed.get(who).copied().flatten();
                signed.is_some_and(|signed| signed <= self.day).into()
            }
            Set::PartiesTo(id, as_at) => match self.done.get(id) {
                Some(done) => done.is_party(who, as_at.unwrap_or(self.day)),
                None => Truth::Maybe,
            },
        }
    }

    /// Whether every member has consented; an unknown set is known only by who might be in it.
    fn all_of(&self, set: &Set) -> Truth {
        let mut surely_somebody = false;
        let mut anybody = false;
        let mut value = Truth::Yes;
        let mut anybody_willing = false;
        for who in self.everybody() {
            let (member, has) = (self.is_in(set, who), self.has(who));
            match member {
                Truth::No => {}
                // A possible member without consent leaves the answer open ...
                Truth::Maybe => value = value.min(has.max(Truth::Maybe)),
                Truth::Yes => value = value.min(has),
            }
            surely_somebody |= member == Truth::Yes;
            anybody |= member != Truth::No;
            anybody_willing |= member != Truth::No && has != Truth::No;
        }
        if !anybody || !anybody_willing {
            // ... but an empty set and a set in which nobody has consented both give "no".
            return Truth::No;
        }
        if surely_somebody {
            value
        } else {
            value.min(Truth::Maybe)
        }
    }

    fn share(&self, numerator: i128, denominator: i128, table: &str) -> Truth {
        let Some(Weights::Table { rows, total }) = self.rule.weights.get(table) else {
            return Truth::Maybe;
        };
        let mut sure = 0;
        let mut possible = 0;
        for (who, weight) in rows {
            match self.counts(*who, false, &[]) {
                Truth::No => {}
                Truth::Maybe => possible += weight,
                Truth::Yes => {
                    sure += weight;
                    possible += weight;
                }
            }
        }
        let reached = |sum: i128| sum * denominator >= numerator * total;
        match (reached(sure), reached(possible)) {
            (true, _) => Truth::Yes,
            (false, true) => Truth::Maybe,
            (false, false) => Truth::No,
        }
    }

    fn in_force(&self, id: &str) -> Truth {
        match self.done.get(id).map(|done| done.general) {
            Some(General::On(day)) => (day <= self.day).into(),
            Some(General::Never) => Truth::No,
            Some(General::Undetermined(Some(not_before))) if self.day < not_before => Truth::No,
            Some(General::Undetermined(_)) | None => Truth::Maybe,
        }
    }
}

/// Whether so many of these are true.
fn at_least(number: usize, values: impl Iterator<Item = Truth>) -> Truth {
    let (mut sure, mut possible) = (0, 0);
    for value in values {
        sure += usize::from(value == Truth::Yes);
        possible += usize::from(value != Truth::No);
    }
    match (sure >= number, possible >= number) {
        (true, _) => Truth::Yes,
        (false, true) => Truth::Maybe,
        (false, false) => Truth::No,
    }
}
