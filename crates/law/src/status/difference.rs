//! The difference report: computed against announced, with the causes that would explain exactly
//! the announced date (treaty-law 2.7). A cause is a candidate, never a correction: the announced
//! date stays evidence, and no rule is bent to meet it.

use alloc::vec::Vec;

use crate::act::{Act, ActKind};
use crate::calendar::{self, Date};
use crate::clause::explain::{ActIndex, Derivation, Step};
use crate::clause::rule::{
    Atom, Condition, Force as ForceRule, Moment, OrganizationCounting, PeriodExpiry, Point, Policy,
    PolicySetting, Rule, Span, Statement, Term,
};
use crate::register::{PartyIndex, Register, TreatyIndex};
use crate::status::history::{Force, History, Lens};
use crate::status::supposition::{Selection, Supposition};
use crate::treaty::Treaty;

/// What would explain the announced date, or why there is none to explain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cause {
    /// The treaty is in force by its clause, and the register has no announced date.
    NothingAnnounced,
    /// The other convention on the day a period expires (DATE-3).
    PeriodExpiry(PeriodExpiry),
    /// Another way of counting organizations (S-4).
    Organizations(OrganizationCounting),
    /// One more act by the announced trigger day, which the table lacks.
    OneActMissing,
    /// One act that the depositary did not count.
    OneActTooMany,
    /// This act was in truth deposited earlier than the table says.
    ActDatedTooLate(ActIndex),
    /// The table lacks the act of a predecessor of these successors (SUCC-4).
    MissingPredecessor(Vec<PartyIndex>),
    /// A month end was not clamped but ran over into the next month (DATE-4).
    MonthNotClamped,
}

/// How the computed and the announced date relate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// They are the same, or neither exists.
    Equal,
    /// They differ; the candidate causes in the order in which they were tried.
    Difference(Vec<Cause>),
    /// The computed date is undetermined.
    Undetermined,
    /// The register holds no rule.
    NoRule,
}

/// Compares the computed date of a treaty with the announced one.
///
/// A treaty that is computed to be in force but was never announced is a difference, and nothing was
/// announced is its cause; one that is not in force and was never announced is equal.
pub fn verdict(register: &Register, history: &History) -> Verdict {
    let treaty = register.treaty(history.treaty);
    match (&history.computed, treaty.announced()) {
        (Force::NoRule, _) => Verdict::NoRule,
        (Force::Undetermined { .. }, _) => Verdict::Undetermined,
        (Force::NotInForce, None) => Verdict::Equal,
        (Force::InForce { since, .. }, Some(announced)) if *since == announced => Verdict::Equal,
        (Force::InForce { .. }, None) => Verdict::Difference(Vec::from([Cause::NothingAnnounced])),
        (_, Some(announced)) => Verdict::Difference(causes(register, history, announced)),
    }
}

fn causes(register: &Register, history: &History, announced: Date) -> Vec<Cause> {
    let (register, place) = register.excerpt(history.treaty);
    let question = Question {
        register: &register,
        place,
        lens: history.lens,
        announced,
    };
    let mut causes = Vec::new();
    for expiry in [PeriodExpiry::SameDay, PeriodExpiry::NextDay] {
        if question.explains(&policy(PolicySetting::PeriodExpiry(expiry))) {
            causes.push(Cause::PeriodExpiry(expiry));
        }
    }
    for counting in [
        OrganizationCounting::NotAdditional,
        OrganizationCounting::Counted,
        OrganizationCounting::NeverCounted,
    ] {
        if question.explains(&policy(PolicySetting::Organizations(counting))) {
            causes.push(Cause::Organizations(counting));
        }
    }
    causes.extend(question.one_act_more_or_less());
    causes.extend(question.acts_dated_too_late(&history.steps));
    if not_clamped(&history.steps) == Some(announced) {
        causes.push(Cause::MonthNotClamped);
    }
    causes
}

struct Question<'a> {
    register: &'a Register,
    place: TreatyIndex,
    lens: Lens,
    announced: Date,
}

impl Question<'_> {
    fn treaty(&self) -> &Treaty {
        self.register.treaty(self.place)
    }

    /// Whether the computed date would be exactly the announced one.
    fn explains(&self, supposition: &Supposition) -> bool {
        self.register
            .suppose(self.place, supposition)
            .is_ok_and(|supposed| {
                supposed.history(self.place, self.lens).computed.since() == Some(self.announced)
            })
    }

    fn one_act_more_or_less(&self) -> Vec<Cause> {
        let with_count = |change: fn(u32) -> Option<u32>| {
            let supposed = changed_count(self.treaty(), change);
            supposed.is_some_and(|statement| {
                let statements = Vec::from([statement]);
                self.explains(&Supposition {
                    statements,
                    ..Supposition::default()
                })
            })
        };
        let mut causes = Vec::new();
        if with_count(|count| count.checked_sub(1)) {
            let successors = self.successors();
            if !successors.is_empty() {
                causes.push(Cause::MissingPredecessor(successors));
            }
            causes.push(Cause::OneActMissing);
        }
        if with_count(|count| count.checked_add(1)) {
            causes.push(Cause::OneActTooMany);
        }
        causes
    }

    /// Those who succeeded after the announced date: their predecessor may have been counted.
    fn successors(&self) -> Vec<PartyIndex> {
        let acts = self.treaty().acts().iter();
        let late =
            acts.filter(|act| act.kind() == Some(ActKind::Succession) && self.announced < act.date);
        late.filter_map(|act| self.register.party(&act.participant))
            .collect()
    }

    fn acts_dated_too_late(&self, steps: &Derivation) -> Vec<Cause> {
        let triggers = steps.iter().filter_map(|step| match step {
            Step::Trigger(trigger) => Some(trigger),
            _ => None,
        });
        let acts = triggers.flat_map(|trigger| trigger.acts.iter().copied());
        acts.filter(|act| self.dated_earlier_explains(*act))
            .map(Cause::ActDatedTooLate)
            .collect()
    }

    fn dated_earlier_explains(&self, act: ActIndex) -> bool {
        let Some(act) = self.treaty().acts().get(act.at()) else {
            return false;
        };
        let earliest = self.treaty().acts().iter().map(|act| act.date).min();
        let Some(earliest) = earliest.filter(|earliest| *earliest < act.date) else {
            return false;
        };
        let selection = Selection {
            participant: act.participant.clone(),
            kind: act.kind(),
            date: Some(act.date),
        };
        let earlier = Act {
            date: earliest,
            ..act.clone()
        };
        self.explains(&Supposition {
            add: Vec::from([earlier]),
            remove: Vec::from([selection]),
            ..Supposition::default()
        })
    }
}

fn policy(setting: PolicySetting) -> Supposition {
    let policy = Policy {
        setting,
        from: None,
        until: None,
        span: Span::default(),
    };
    Supposition {
        policies: Vec::from([policy]),
        ..Supposition::default()
    }
}

/// The treaty's `in force` statement with its first count changed.
fn changed_count(treaty: &Treaty, change: fn(u32) -> Option<u32>) -> Option<Statement> {
    let (index, _) = treaty.force()?;
    let mut statement = treaty.statement(index)?.clone();
    let Rule::Force(ForceRule::Moment(moment)) = &mut statement.rule else {
        return None;
    };
    let count = first_count(moment)?;
    *count = change(*count)?;
    Some(statement)
}

fn first_count(moment: &mut Moment) -> Option<&mut u32> {
    match moment {
        Moment::Latest(terms) | Moment::Earliest(terms) => terms.iter_mut().find_map(in_term),
        Moment::Fallback { condition, .. } => in_condition(condition),
    }
}

fn in_term(term: &mut Term) -> Option<&mut u32> {
    let (Term::On(point) | Term::After { point, .. } | Term::FirstOfMonth { point, .. }) = term;
    match point {
        Point::TheDay(condition) => in_condition(condition),
        Point::Term(inner) => in_term(inner),
        _ => None,
    }
}

fn in_condition(condition: &mut Condition) -> Option<&mut u32> {
    match condition {
        Condition::Atom(Atom::Count { least, .. } | Atom::Of { least, .. }) => Some(least),
        Condition::Atom(_) => None,
        Condition::Any(parts) | Condition::All(parts) => parts.iter_mut().find_map(in_condition),
    }
}

/// The day that would have been reached if the day number had run over the end of the month.
fn not_clamped(steps: &Derivation) -> Option<Date> {
    let last = steps.iter().rev().find_map(|step| match step {
        Step::Period {
            from,
            reached,
            clamped: true,
            ..
        } => Some((*from, *reached)),
        _ => None,
    });
    let (from, reached) = last?;
    let over = u32::try_from(from.day() - reached.day()).ok()?;
    calendar::after(reached, over, calendar::Unit::Days).map(|overrun| overrun.day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::status::fixture::*;

    fn causes_of(clauses: &str, acts: &[&str]) -> Verdict {
        let register = register(clauses, acts);
        verdict(&register, &history(&register))
    }

    /// DATE-3: a difference of one day is explained by the other expiry, and by nothing that gives
    /// another date.
    #[test]
    fn a_day_late_is_the_other_expiry() {
        let rule =
            "\n  announced in force 2001-01-12\nin force 10 days after the day at least 1 states";
        let found = causes_of(rule, &["AAA ratification 2001-01-01"]);
        assert_eq!(
            found,
            Verdict::Difference(Vec::from([Cause::PeriodExpiry(PeriodExpiry::NextDay)]))
        );
        let equal = rule.replace("01-12", "01-11");
        assert_eq!(
            causes_of(&equal, &["AAA ratification 2001-01-01"]),
            Verdict::Equal
        );
    }

    /// DATE-4: a month that was not clamped ran over.
    #[test]
    fn a_month_that_ran_over() {
        let rule =
            "\n  announced in force 2001-03-03\nin force 1 months after the day at least 1 states";
        let found = causes_of(rule, &["AAA ratification 2001-01-31"]);
        assert_eq!(
            found,
            Verdict::Difference(Vec::from([Cause::MonthNotClamped]))
        );
    }

    /// SUCC-4: one act fewer was enough where a predecessor of a later successor may have been counted.
    #[test]
    fn a_predecessor_may_be_missing() {
        let rule = "\n  announced in force 2001-01-01\nin force on the day at least 2 states";
        let acts = [
            "AAA ratification 2001-01-01",
            "BBB ratification 2002-01-01",
            "CCC succession 2003-01-01",
        ];
        let register = register(rule, &acts);
        let Verdict::Difference(causes) = verdict(&register, &history(&register)) else {
            panic!("the dates differ");
        };
        let missing = Cause::MissingPredecessor(Vec::from([party(&register, "CCC")]));
        assert_eq!(
            causes,
            [
                missing,
                Cause::OneActMissing,
                Cause::ActDatedTooLate(ActIndex(1))
            ]
        );
    }

    /// What was never announced has no cause to look for; what has no rule is no difference.
    #[test]
    fn without_an_announced_date_nothing_is_explained() {
        let rule = "\nin force on the day at least 1 states";
        assert_eq!(
            causes_of(rule, &["AAA ratification 2001-01-01"]),
            Verdict::Difference(alloc::vec![Cause::NothingAnnounced])
        );
        assert_eq!(causes_of(rule, &[]), Verdict::Equal);
        assert_eq!(causes_of("", &[]), Verdict::NoRule);
        assert_eq!(
            causes_of("\nin force unmodelled \"later\"", &[]),
            Verdict::Undetermined
        );
    }
}
