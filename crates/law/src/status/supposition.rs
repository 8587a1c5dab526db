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
        for selection in &supposition.remove {
            if !supposed
                .treaty_mut(treaty)
                .leave_out(|act| selection.means(act))
            {
                return Err(SuppositionError::NothingToRemove(selection.clone()));
            }
        }
        let clauses = &mut supposed.treaty_mut(treaty).clauses;
        for statement in &supposition.statements {
            replace(&mut clauses.statements, statement);
        }
        let policies = supposition.policies.iter().cloned();
        clauses.header.policies.splice(0..0, policies);
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

/// A supposed statement takes the place of those of its kind; a group or table, of its name.
fn replace(statements: &mut Vec<Statement>, supposed: &Statement) {
    let same = |statement: &Statement| match (&statement.rule, &supposed.rule) {
        (Rule::Group(one), Rule::Group(other)) => one.name == other.name,
        (Rule::Weights(one), Rule::Weights(other)) => one.name == other.name,
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
