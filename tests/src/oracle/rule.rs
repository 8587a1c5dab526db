//! The statements of Clausula as this engine keeps them.

use alloc::collections::{BTreeMap, BTreeSet};

use super::day::{Day, Unit};

/// A number of a rule or a table, in billionths.
pub(super) type Billionths = i128;

/// One.
pub(super) const ONE: Billionths = 1_000_000_000;

/// The depositary's or the treaty's habits, in the order of their lines.
#[derive(Debug, Clone, Default)]
pub(super) struct Policies {
    pub(super) expiry: Vec<Expiry>,
    pub(super) organizations: Option<Organizations>,
}

/// One line of `policy period-expiry`; both days are included.
#[derive(Debug, Clone)]
pub(super) struct Expiry {
    pub(super) next_day: bool,
    pub(super) from: Option<Day>,
    pub(super) until: Option<Day>,
}

/// Whether an organization's instrument counts (EIF-9, S-4).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Organizations {
    NotAdditional,
    Counted,
    NeverCounted,
}

/// A treaty's header and statements.
#[derive(Debug, Clone, Default)]
pub(super) struct Rule {
    pub(super) id: Option<String>,
    pub(super) adopted: Option<Day>,
    pub(super) opened: Option<Day>,
    pub(super) depositary: Option<String>,
    pub(super) announced: Option<Day>,
    pub(super) policies: Policies,
    pub(super) groups: BTreeMap<String, Group>,
    pub(super) weights: BTreeMap<String, Weights>,
    pub(super) consent_by: Option<BTreeSet<&'static str>>,
    /// The conditions that moments refer to by their place here.
    pub(super) conditions: Vec<Condition>,
    pub(super) force: Option<Moment>,
    /// The treaty together with which this one enters into force.
    pub(super) together: Option<String>,
    pub(super) provisional: Option<Moment>,
    pub(super) ends: Vec<Ends>,
    pub(super) joiner: Option<Joiner>,
    pub(super) withdrawal: Option<Withdrawal>,
}

/// A row of a membership table.
#[derive(Debug, Clone, Copy)]
pub(super) struct Member {
    pub(super) who: usize,
    pub(super) from: Option<Day>,
    /// The first day no longer.
    pub(super) until: Option<Day>,
}

impl Member {
    /// Whether the row holds on the day.
    pub(super) fn holds_on(&self, day: Day) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day < until)
    }
}

#[derive(Debug, Clone)]
pub(super) enum Group {
    Set(Set),
    Table(Vec<Member>),
    Unknown,
}

#[derive(Debug, Clone)]
pub(super) enum Weights {
    Table {
        rows: BTreeMap<usize, Billionths>,
        total: Billionths,
    },
    Unknown,
}

#[derive(Debug, Clone)]
pub(super) enum Set {
    Named(String),
    Codes(Vec<usize>),
    Signatories,
    PartiesTo(String, Option<Day>),
    /// The parties to the treaty itself.
    OwnParties,
    /// The members of a group or of an organization.
    MembersOf(String),
    /// Taken on a day of its own.
    On(Box<Self>, When),
}

/// The day on which a set is taken (EIF-10).
#[derive(Debug, Clone, Copy)]
pub(super) enum When {
    Day(Day),
    Adoption,
    Opening,
    /// On the day that is tested, which the trigger is as well.
    Tested,
    /// No act says when.
    Communication,
}

/// What makes the treaty cease to be in force.
#[derive(Debug, Clone)]
pub(super) enum Ends {
    FewerThan(usize),
    Term(Term),
    With(String),
    Decision,
}

#[derive(Debug, Clone)]
pub(super) enum Filter {
    Of(Set),
    OtherThan(Set),
    EachWith(String, Billionths),
}

#[derive(Debug, Clone)]
pub(super) enum Condition {
    All(Vec<Self>),
    Any(Vec<Self>),
    Count {
        number: usize,
        states_only: bool,
        filters: Vec<Filter>,
        /// Whether notices of provisional application count as well.
        applicants: bool,
    },
    /// A part of a set: numerator, denominator, and whether it must be exceeded.
    PartOf {
        numerator: usize,
        denominator: usize,
        more: bool,
        set: Set,
    },
    CountOf(usize, Set),
    AllOf(Set),
    /// At least numerator/denominator of the table's total, or more.
    Share {
        more: bool,
        numerator: i128,
        denominator: i128,
        table: String,
    },
    InForce(String),
    OnOrAfter(Day),
}

#[derive(Debug, Clone)]
pub(super) enum Point {
    Date(Day),
    TheDay(usize),
    ThatDay,
    ItsDeposit,
    GeneralForce,
    Adoption,
    Opening,
    Term(Box<Term>),
}

#[derive(Debug, Clone)]
pub(super) enum Term {
    On(Point),
    After(u32, Unit, Point),
    FirstOfMonth(u32, Point),
}

#[derive(Debug, Clone)]
pub(super) enum Moment {
    Latest(Vec<Term>),
    Earliest(Vec<Term>),
    Fallback {
        date: Day,
        condition: usize,
        otherwise: Term,
    },
    Unmodelled,
    /// On the days on which the condition holds; `tested` where it is tested on named days only.
    While {
        condition: usize,
        tested: bool,
    },
}

#[derive(Debug, Clone)]
pub(super) struct Joiner {
    /// `each joiner after entry into force`, otherwise `each later joiner`.
    pub(super) after_force: bool,
    pub(super) even_before: bool,
    pub(super) term: Term,
}

#[derive(Debug, Clone)]
pub(super) enum Withdrawal {
    Silent,
    Excluded,
    After {
        count: u32,
        unit: Unit,
        bar: Option<Bar>,
    },
}

/// `, not before COUNT UNIT after …`
#[derive(Debug, Clone)]
pub(super) struct Bar {
    pub(super) count: u32,
    pub(super) unit: Unit,
    /// After the participant's own entry into force, otherwise after the general one.
    pub(super) own: bool,
}

impl Rule {
    /// Returns the treaties that the conditions ask about, also by way of a group.
    pub(super) fn treaties_asked(&self) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        for condition in &self.conditions {
            self.collect_treaties(condition, &mut found);
        }
        for ends in &self.ends {
            if let Ends::With(id) = ends {
                found.insert(id.clone());
            }
        }
        found
    }

    fn collect_treaties(&self, condition: &Condition, found: &mut BTreeSet<String>) {
        match condition {
            Condition::All(parts) | Condition::Any(parts) => {
                for part in parts {
                    self.collect_treaties(part, found);
                }
            }
            Condition::Count { filters, .. } => {
                for filter in filters {
                    if let Filter::Of(set) | Filter::OtherThan(set) = filter {
                        self.collect_from_set(set, found);
                    }
                }
            }
            Condition::CountOf(_, set) | Condition::AllOf(set) | Condition::PartOf { set, .. } => {
                self.collect_from_set(set, found);
            }
            Condition::InForce(id) => {
                found.insert(id.clone());
            }
            Condition::Share { .. } | Condition::OnOrAfter(_) => {}
        }
    }

    fn collect_from_set(&self, set: &Set, found: &mut BTreeSet<String>) {
        match self.resolve(set) {
            Some(Set::PartiesTo(id, _)) => {
                found.insert(id.clone());
            }
            Some(Set::On(set, _)) => self.collect_from_set(set, found),
            Some(
                Set::Named(_)
                | Set::Codes(_)
                | Set::Signatories
                | Set::OwnParties
                | Set::MembersOf(_),
            )
            | None => {}
        }
    }

    /// Whether the rule says when the treaty enters into force.
    pub(super) fn says_when(&self) -> bool {
        self.force.is_some() || self.together.is_some()
    }

    /// Follows names of groups to a set that is not a name; `None` for a table or an unknown group.
    fn resolve<'a>(&'a self, set: &'a Set) -> Option<&'a Set> {
        let mut set = set;
        for _ in 0..=self.groups.len() {
            let Set::Named(name) = set else {
                return Some(set);
            };
            let Some(Group::Set(next)) = self.groups.get(name) else {
                return None;
            };
            set = next;
        }
        None
    }

    /// Returns every date that stands in the rule, so that the walk is sure to pass it.
    pub(super) fn dates(&self) -> Vec<Day> {
        let mut dates = Vec::new();
        for condition in &self.conditions {
            dates_of(condition, &mut dates);
        }
        match &self.force {
            Some(Moment::Fallback { date, .. }) => dates.push(*date),
            Some(
                Moment::Latest(_) | Moment::Earliest(_) | Moment::Unmodelled | Moment::While { .. },
            )
            | None => {}
        }
        if let Some(Moment::Fallback { date, .. }) = &self.provisional {
            dates.push(*date);
        }
        dates
    }
}

fn dates_of(condition: &Condition, dates: &mut Vec<Day>) {
    match condition {
        Condition::All(parts) | Condition::Any(parts) => {
            for part in parts {
                dates_of(part, dates);
            }
        }
        Condition::OnOrAfter(day) => dates.push(*day),
        Condition::Count { .. }
        | Condition::CountOf(..)
        | Condition::AllOf(_)
        | Condition::PartOf { .. }
        | Condition::Share { .. }
        | Condition::InForce(_) => {}
    }
}
