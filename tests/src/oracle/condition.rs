//! Conditions on one day, three-valued: what is unknown is not false.

use alloc::collections::BTreeMap;

use super::day::Day;
use super::done::{Done, General};
use super::register::{Kind, Register};
use super::rule::{Condition, Filter, Group, Organizations, Rule, Set, Weights, When};

/// Kleene's three values; "and" is the least, "or" the greatest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Truth {
    No,
    Maybe,
    Yes,
}

impl Truth {
    pub(super) fn not(self) -> Self {
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

#[derive(Clone, Copy)]
/// What a condition of one treaty can see on one day.
pub(super) struct Today<'a> {
    pub(super) register: &'a Register,
    pub(super) rule: &'a Rule,
    pub(super) day: Day,
    /// Per participant: whether its consent is live.
    pub(super) live: &'a [Truth],
    /// Per participant: whether a live consent counts under `consent by`.
    pub(super) counting: &'a [Truth],
    /// Per participant: whether its notice of provisional application runs.
    pub(super) applies: &'a [bool],
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
                applicants,
            } => at_least(
                *number,
                self.everybody()
                    .map(|who| self.counts(who, *states_only, filters, *applicants)),
            ),
            Condition::PartOf {
                numerator,
                denominator,
                more,
                set,
            } => self.part_of(*numerator, *denominator, *more, set),
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
                more,
            } => self.share(*numerator, *denominator, table, *more),
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

    pub(super) fn counts(
        &self,
        who: usize,
        states_only: bool,
        filters: &[Filter],
        applicants: bool,
    ) -> Truth {
        let applies = applicants && self.applies.get(who).copied().unwrap_or(false);
        let has = self.has(who).max(applies.into());
        if has == Truth::No {
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
        filtered.fold(has.min(noun), Truth::min)
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
            // Nobody is a party before entry into force, which is what is asked about.
            Set::OwnParties => Truth::No,
            Set::MembersOf(name) if self.rule.groups.contains_key(name) => {
                self.is_in(&Set::Named(name.clone()), who)
            }
            Set::MembersOf(name) => {
                let named = self.register.codes.names.iter();
                let organization = named.into_iter().position(|code| code == name);
                match organization.and_then(|number| self.register.members.get(&number)) {
                    Some(rows) => rows
                        .iter()
                        .any(|row| row.who == who && row.holds_on(self.day))
                        .into(),
                    None => Truth::Maybe,
                }
            }
            Set::On(set, when) => {
                let day = match when {
                    When::Tested => Some(self.day),
                    When::Day(day) => Some(*day),
                    When::Adoption => self.rule.adopted,
                    When::Opening => self.rule.opened,
                    When::Communication => None,
                };
                match day {
                    Some(day) => Self { day, ..*self }.is_in(set, who),
                    None => Truth::Maybe,
                }
            }
        }
    }

    /// Whether a part of a set has consented: asked of every way in which the doubts could turn out.
    /// An empty set never satisfies.
    fn part_of(&self, numerator: usize, denominator: usize, more: bool, set: &Set) -> Truth {
        // Certain and doubtful members, each by whether they have consented.
        let mut members = [[0_usize; 3]; 2];
        for who in self.everybody() {
            let certain = match self.is_in(set, who) {
                Truth::No => continue,
                Truth::Maybe => 1,
                Truth::Yes => 0,
            };
            let has = match self.has(who) {
                Truth::No => 0,
                Truth::Maybe => 1,
                Truth::Yes => 2,
            };
            members[certain][has] += 1;
        }
        let [[out, open, inside], [maybe_out, maybe_open, maybe_inside]] = members;
        let (mut always, mut ever) = (true, false);
        for consented in 0..=open {
            for joined in 0..=maybe_inside {
                for both in 0..=maybe_open {
                    for without in 0..=(maybe_open - both) + maybe_out {
                        let size = out + open + inside + joined + both + without;
                        let have = inside + consented + joined + both;
                        let (have, want) = (have * denominator, numerator * size);
                        let holds = size > 0 && if more { have > want } else { have >= want };
                        always &= holds;
                        ever |= holds;
                    }
                }
            }
        }
        match (always, ever) {
            (true, _) => Truth::Yes,
            (false, true) => Truth::Maybe,
            (false, false) => Truth::No,
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

    fn share(&self, numerator: i128, denominator: i128, table: &str, more: bool) -> Truth {
        let Some(Weights::Table { rows, total }) = self.rule.weights.get(table) else {
            return Truth::Maybe;
        };
        let mut sure = 0;
        let mut possible = 0;
        for (who, weight) in rows {
            match self.counts(*who, false, &[], false) {
                Truth::No => {}
                Truth::Maybe => possible += weight,
                Truth::Yes => {
                    sure += weight;
                    possible += weight;
                }
            }
        }
        let reached = |sum: i128| {
            let (sum, want) = (sum * denominator, numerator * total);
            if more { sum > want } else { sum >= want }
        };
        match (reached(sure), reached(possible)) {
            (true, _) => Truth::Yes,
            (false, true) => Truth::Maybe,
            (false, false) => Truth::No,
        }
    }

    fn in_force(&self, id: &str) -> Truth {
        match self.done.get(id).map(|done| done.general) {
            Some(General::On(day)) if day <= self.day => {
                let other = self.done.get(id);
                other.map_or(Truth::Maybe, |done| done.course.on(self.day))
            }
            Some(General::On(_) | General::Never) => Truth::No,
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
