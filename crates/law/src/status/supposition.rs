//! What-if: a register with acts that have not happened, without acts that have, under other
//! policies or with another rule. A supposition is laid over a copy; nothing is ever written.

use alloc::collections::BTreeSet;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::mem::discriminant;

use sponsio_record::{ParticipantId, TreatyId};

use crate::act::{Act, ActKind};
use crate::calendar::Date;
use crate::clause::dependency;
use crate::clause::rule::{Policy, Rule, Statement};
use crate::register::{EntryError, Register, TreatyIndex};

/// What is supposed about one treaty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Supposition {
    /// Acts that are supposed to have happened.
    pub add: Vec<Act>,
    /// Acts that are supposed not to have happened.
    pub remove: Vec<Selection>,
    /// Policies that come before the treaty's own.
    pub policies: Vec<Policy>,
    /// Statements that replace those of the same kind.
    pub statements: Vec<Statement>,
}

/// Which recorded acts are meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selection {
    /// Whose.
    pub participant: ParticipantId,
    /// Of what kind; absent means every kind.
    pub kind: Option<ActKind>,
    /// Of what date; absent means every date.
    pub date: Option<Date>,
}

/// Why a supposition cannot be laid over the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SuppositionError {
    /// An act cannot be entered.
    Entry(EntryError),
    /// The register holds no act that is to be left out.
    NothingToRemove(Selection),
}

impl Selection {
    fn means(&self, act: &Act) -> bool {
        act.participant == self.participant
            && self.kind.is_none_or(|kind| act.kind() == Some(kind))
            && self.date.is_none_or(|date| act.date == date)
    }
}

impl Register {
    /// Returns a copy of the register in which the supposition holds.
    pub fn suppose(
        &self,
        treaty: TreatyIndex,
        supposition: &Supposition,
    ) -> Result<Self, SuppositionError> {
        let mut supposed = self.clone();
        if let Some(treaty) = supposed.treaty_mut(treaty) {
            for selection in &supposition.remove {
                if !treaty.leave_out(|act| selection.means(act)) {
                    return Err(SuppositionError::NothingToRemove(selection.clone()));
                }
            }
            let clauses = Arc::make_mut(&mut treaty.clauses);
            for statement in &supposition.statements {
                replace(&mut clauses.statements, statement);
            }
            let policies = supposition.policies.iter().cloned();
            clauses.header.policies.splice(0..0, policies);
        }
        for act in &supposition.add {
            supposed
                .apply(act.clone())
                .map_err(SuppositionError::Entry)?;
        }
        Ok(supposed)
    }

    /// Returns a small register with one treaty and those it refers to, for questions that are
    /// asked of it many times; the participants keep their places.
    pub fn excerpt(&self, treaty: TreatyIndex) -> (Self, TreatyIndex) {
        let mut wanted = Vec::from([treaty]);
        let mut seen: BTreeSet<TreatyId> = BTreeSet::new();
        let mut chosen = Vec::new();
        while let Some(place) = wanted.pop() {
            let found = self.shared_treaty(place);
            if seen.insert(found.id.clone()) {
                let named = dependency::dependencies(&found.clauses);
                wanted.extend(named.iter().filter_map(|id| self.treaty_place(id)));
                chosen.push(Arc::clone(found));
            }
        }
        (self.with_treaties(chosen), TreatyIndex(0))
    }
}

/// A supposed statement takes the place of those of its kind: a group or table of those of its name,
/// an `open for` statement of those for the same act, one beyond the core of those that begin alike.
fn replace(statements: &mut Vec<Statement>, supposed: &Statement) {
    let same = |statement: &Statement| match (&statement.rule, &supposed.rule) {
        (Rule::Group(one), Rule::Group(other)) => one.name == other.name,
        (Rule::Weights(one), Rule::Weights(other)) => one.name == other.name,
        (Rule::Open(one), Rule::Open(other)) => one.to_act == other.to_act,
        (Rule::Extension(one), Rule::Extension(other)) => one.keyword == other.keyword,
        (one, other) => discriminant(one) == discriminant(other),
    };
    match statements.iter().position(same) {
        Some(first) => {
            let mut place = 0;
            statements.retain(|statement| {
                place += 1;
                place <= first + 1 || !same(statement)
            });
            statements[first] = supposed.clone();
        }
        None => statements.push(supposed.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::status::fixture::*;

    use crate::clause::parse_statement;

    const RULE: &str = "\nin force on the day at least 2 states [art. 1]";
    const PLACE: TreatyIndex = TreatyIndex(0);

    /// Treaty-law 2.8: a supposition is laid over a copy.
    #[test]
    fn what_is_supposed_leaves_the_register_as_it_is() {
        let register = register(RULE, &["AAA ratification 2001-01-01"]);
        let before = register.digest();
        let supposition = Supposition {
            add: Vec::from([act("BBB accession 2002-02-02")]),
            ..Supposition::default()
        };
        let supposed = register.suppose(PLACE, &supposition).expect("BBB is known");
        assert_eq!(since(&supposed), "2002-02-02");
        assert_eq!(
            (since(&register).as_str(), register.digest()),
            ("never", before)
        );
    }

    #[test]
    fn what_is_not_there_cannot_be_left_out() {
        let register = register(RULE, &["AAA ratification 2001-01-01"]);
        let selection = |kind| Selection {
            participant: id("AAA"),
            kind,
            date: None,
        };
        let leave_out = |kind| Supposition {
            remove: Vec::from([selection(kind)]),
            ..Supposition::default()
        };
        let none = register.suppose(PLACE, &leave_out(Some(ActKind::Accession)));
        let expected = selection(Some(ActKind::Accession));
        assert_eq!(none, Err(SuppositionError::NothingToRemove(expected)));
        let supposed = register
            .suppose(PLACE, &leave_out(None))
            .expect("AAA ratified");
        assert!(supposed.treaties()[0].acts().is_empty());
    }

    /// A statement replaces those of its kind, and no others.
    #[test]
    fn a_supposed_statement_replaces_its_kind() {
        let rules = "\nin force on the day at least 2 states\nends with a [art. 8]\nduty to report [art. 9]";
        let mut register = register(rules, &["AAA ratification 2001-01-01"]);
        for words in ["in force on the day at least 1 states", "ends with b"] {
            let statement = parse_statement(words).expect("a statement");
            let supposition = Supposition {
                statements: Vec::from([statement]),
                ..Supposition::default()
            };
            register = register
                .suppose(PLACE, &supposition)
                .expect("it can be supposed");
        }
        assert_eq!(since(&register), "2001-01-01");
        let statements = &register.treaties()[0].clauses.statements;
        let lines: Vec<_> = statements
            .iter()
            .map(crate::clause::print_statement)
            .collect();
        assert_eq!(lines[1..], ["ends with b", "duty to report [art. 9]"]);
    }
}
