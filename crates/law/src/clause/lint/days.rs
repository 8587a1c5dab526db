//! Days and periods: E02, W01, W02, W07, W09.

use crate::calendar::{self, Date, Unit};
use crate::clause::diagnostic::{Code, DateRole, Detail, Diagnostic};
use crate::clause::lint::Findings;
use crate::clause::lint::parts::{Parts, Period};
use crate::clause::rule::{
    Atom, Condition, Force, Header, Moment, Point, PolicySetting, Rule, Spanned, Statement, Term,
    Withdrawal,
};

/// The last day number that every month has.
const SHORTEST_MONTH: i8 = 28;
/// How many terms of a statement are compared with each other.
const MOST_TERMS: usize = 64;

impl Findings<'_> {
    /// Judges days and periods.
    pub(super) fn days(&mut self) {
        let file = self.file;
        self.header_days(&file.header);
        for statement in &file.statements {
            let parts = Parts::of(&statement.rule);
            for day in &parts.days {
                self.not_before_adoption(statement, DateRole::Rule, *day);
            }
            if let Rule::Open(open) = &statement.rule {
                for (role, day) in [
                    (DateRole::OpenFrom, open.from),
                    (DateRole::OpenUntil, open.until),
                ] {
                    if let Some(day) = day {
                        self.not_before_adoption(statement, role, day);
                    }
                }
            }
            self.periods(statement, &parts);
            if let Rule::Force(Force::Moment(moment)) | Rule::Provisional(moment) = &statement.rule
            {
                self.phases(statement, moment);
            }
        }
    }

    fn header_days(&mut self, header: &Header) {
        let Some(adopted) = header.adopted.as_ref().map(|adopted| adopted.value) else {
            return;
        };
        for (role, day) in [
            (DateRole::Opened, &header.opened),
            (DateRole::Announced, &header.announced),
            (DateRole::DataAsOf, &header.data_as_of),
        ] {
            if let Some(Spanned { value: date, span }) = *day
                && date < adopted
            {
                let detail = Detail::BeforeAdoption {
                    role,
                    date,
                    adopted,
                };
                self.push(Diagnostic::new(Code::E02, span, 1, detail));
            }
        }
    }

    fn not_before_adoption(&mut self, statement: &Statement, role: DateRole, date: Date) {
        let adopted = self
            .file
            .header
            .adopted
            .as_ref()
            .map(|adopted| adopted.value);
        if let Some(adopted) = adopted.filter(|adopted| date < *adopted) {
            let detail = Detail::BeforeAdoption {
                role,
                date,
                adopted,
            };
            self.at(statement, Code::E02, detail);
        }
    }

    fn periods(&mut self, statement: &Statement, parts: &Parts<'_>) {
        let expiry_stated = self.stated(|policy| matches!(policy, PolicySetting::PeriodExpiry(_)));
        if let Some(period) = parts.periods.first().filter(|_| !expiry_stated) {
            let (count, unit) = (period.count, period.unit);
            self.at(
                statement,
                Code::W01,
                Detail::PeriodExpiryUnstated { count, unit },
            );
        }
        let clamped = parts
            .periods
            .iter()
            .find(|period| self.may_be_clamped(period));
        let clamped = clamped.map(|period| (period.count, period.unit));
        let notice = match &statement.rule {
            Rule::Withdrawal(Withdrawal::Notice { count, unit, .. }) => Some((*count, *unit)),
            _ => None,
        };
        let notice = notice.filter(|(_, unit)| *unit != Unit::Days);
        if let Some((count, unit)) = clamped.or(notice) {
            self.at(statement, Code::W02, Detail::MonthEnd { count, unit });
        }
    }

    fn may_be_clamped(&self, period: &Period<'_>) -> bool {
        if period.unit == Unit::Days || period.month_only {
            return false;
        }
        let header = &self.file.header;
        let known = match period.point {
            Point::Date(date) => Some(*date),
            Point::Adoption => header.adopted.as_ref().map(|adopted| adopted.value),
            Point::Opening => header.opened.as_ref().map(|opened| opened.value),
            Point::Term(term) if matches!(**term, Term::FirstOfMonth { .. }) => return false,
            _ => None,
        };
        known.is_none_or(|day| {
            day.day() > SHORTEST_MONTH
                && calendar::after(day, period.count, period.unit)
                    .is_none_or(|reached| reached.clamped)
        })
    }

    fn phases(&mut self, statement: &Statement, moment: &Moment) {
        match moment {
            Moment::Fallback {
                date, condition, ..
            } => self.fixed_day(statement, *date, condition),
            Moment::Latest(terms) => self.idle_terms(statement, terms, |term, other| other > term),
            Moment::Earliest(terms) => {
                self.idle_terms(statement, terms, |term, other| other < term);
            }
        }
    }

    fn fixed_day(&mut self, statement: &Statement, date: Date, condition: &Condition) {
        let revocable_stated =
            self.stated(|policy| matches!(policy, PolicySetting::WithdrawalBeforeForce(_)));
        if !revocable_stated && counts(condition) {
            self.at(statement, Code::W07, Detail::RevocableOnFixedDay { date });
        }
        if let Some(from) = not_before(condition).filter(|from| *from > date) {
            self.at(statement, Code::W09, Detail::NotByThen { date, from });
        }
    }

    /// Reports the terms that another term with the same beginning always precedes.
    fn idle_terms(
        &mut self,
        statement: &Statement,
        terms: &[Term],
        decides_before: fn(i64, i64) -> bool,
    ) {
        let terms = terms.get(..MOST_TERMS).unwrap_or(terms);
        for (nth, term) in terms.iter().enumerate() {
            let other = terms.iter().enumerate().position(|(place, other)| {
                compared(term, other).is_some_and(|(term, other)| {
                    decides_before(term, other) || (term == other && place < nth)
                })
            });
            if let Some(other) = other {
                let (term, other) = (nth + 1, other + 1);
                self.at(
                    statement,
                    Code::W09,
                    Detail::TermNeverDecides { term, other },
                );
            }
        }
    }
}

/// Returns numbers in the order of the days that two terms reach, if that order is always the same.
fn compared(one: &Term, other: &Term) -> Option<(i64, i64)> {
    let day = |date: &Date| {
        i64::from(date.year()) * 10_000 + i64::from(date.month()) * 100 + i64::from(date.day())
    };
    match (one, other) {
        (Term::On(Point::Date(one)), Term::On(Point::Date(other))) => Some((day(one), day(other))),
        (Term::On(one), Term::On(other)) => (one == other).then_some((0, 0)),
        (Term::After { count, unit, point }, Term::On(other)) => {
            (point == other).then_some((length(*count, *unit)?, 0))
        }
        (Term::On(one), Term::After { count, unit, point }) => {
            (point == one).then_some((0, length(*count, *unit)?))
        }
        (
            Term::After { count, unit, point },
            Term::After {
                count: other_count,
                unit: other_unit,
                point: other_point,
            },
        ) => {
            let same = point == other_point && (*unit == Unit::Days) == (*other_unit == Unit::Days);
            let lengths = (length(*count, *unit)?, length(*other_count, *other_unit)?);
            same.then_some(lengths)
        }
        (
            Term::FirstOfMonth { month, point },
            Term::FirstOfMonth {
                month: other,
                point: from,
            },
        ) => (point == from).then_some(((*month).into(), (*other).into())),
        _ => None,
    }
}

/// Returns a period in days or months; periods of the two kinds are not compared.
fn length(count: u32, unit: Unit) -> Option<i64> {
    let months = if unit == Unit::Years { 12 } else { 1 };
    i64::from(count).checked_mul(months)
}

/// Whether a condition counts instruments or weights, which can be withdrawn.
fn counts(condition: &Condition) -> bool {
    match condition {
        Condition::Any(tests) | Condition::All(tests) => tests.iter().any(counts),
        Condition::Atom(atom) => !matches!(atom, Atom::InForce(_) | Atom::OnOrAfter(_)),
    }
}

/// Returns the first day on which a condition can hold, as far as it names one.
fn not_before(condition: &Condition) -> Option<Date> {
    match condition {
        Condition::Atom(Atom::OnOrAfter(date)) => Some(*date),
        Condition::Atom(_) => None,
        Condition::All(tests) => tests.iter().filter_map(not_before).max(),
        Condition::Any(tests) => {
            let days = tests.iter().map(not_before);
            days.collect::<Option<alloc::vec::Vec<_>>>()?
                .into_iter()
                .min()
        }
    }
}
