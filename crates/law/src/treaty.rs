//! An instrument in the register: its final clauses and the acts that concern it.

use alloc::sync::Arc;
use alloc::vec::Vec;

use sponsio_record::TreatyId;

use crate::act::Act;
use crate::calendar::Date;
use crate::clause::explain::ActIndex;
use crate::clause::rule::{
    ClauseFile, Ends, Extension, Force, Group, Joiner, Moment, Rule, Statement, Weights, Withdrawal,
};
use crate::guarantee::promise::Promise;
use crate::register::PartyIndex;
use crate::shared_list::SharedList;

/// Acts in the order in which they entered.
pub type Acts = SharedList<Act, 8>;

/// A treaty with its final clauses and its acts. A copy shares clauses and acts, so that an act
/// that enters costs little however many there are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Treaty {
    /// The register's identifier.
    pub id: TreatyId,
    /// The head and the final clauses.
    pub clauses: Arc<ClauseFile>,
    acts: Acts,
    parties: Vec<PartyIndex>,
    /// The first act of each mark, in the order of the marks.
    marked: Vec<ActIndex>,
}

impl Treaty {
    /// Returns a treaty with these clauses and no acts.
    pub fn new(id: TreatyId, clauses: ClauseFile) -> Self {
        Self {
            id,
            clauses: Arc::new(clauses),
            acts: Acts::default(),
            parties: Vec::new(),
            marked: Vec::new(),
        }
    }

    /// Returns the acts that concern the treaty, in the order in which they entered.
    pub fn acts(&self) -> &Acts {
        &self.acts
    }

    /// Returns whose each of the acts is, in the same order.
    pub(crate) fn parties(&self) -> &[PartyIndex] {
        &self.parties
    }

    /// Returns the first act with this mark.
    pub fn act_marked(&self, mark: &str) -> Option<ActIndex> {
        let place = self.place_of(mark).ok()?;
        self.marked.get(place).copied()
    }

    /// The place of a mark among those of the acts, or the one that it would take.
    fn place_of(&self, mark: &str) -> Result<usize, usize> {
        self.marked.binary_search_by(|known| {
            let known = self.acts.get(known.at());
            known.and_then(|act| act.id.as_deref()).cmp(&Some(mark))
        })
    }

    pub(crate) fn enter(&mut self, act: Act, party: PartyIndex) {
        let place = ActIndex(u32::try_from(self.acts.len()).unwrap_or(u32::MAX));
        if let Some(mark) = &act.id
            && let Err(free) = self.place_of(mark)
        {
            self.marked.insert(free, place);
        }
        self.acts.push(act);
        self.parties.push(party);
    }

    /// Leaves out the acts that this function names; whether there were any.
    pub(crate) fn leave_out(&mut self, is_meant: impl Fn(&Act) -> bool) -> bool {
        let before = core::mem::take(&mut self.acts);
        let parties = core::mem::take(&mut self.parties);
        self.marked.clear();
        for (act, party) in before.iter().zip(parties) {
            if !is_meant(act) {
                self.enter(act.clone(), party);
            }
        }
        self.acts.len() < before.len()
    }

    /// Returns the title.
    pub fn title(&self) -> &str {
        &self.clauses.header.title
    }

    /// Returns the statement that a derivation names by its index.
    pub fn statement(&self, index: usize) -> Option<&Statement> {
        self.clauses.statements.get(index)
    }

    /// Returns the depositary's published date of entry into force: evidence, never an input.
    pub fn announced(&self) -> Option<Date> {
        self.clauses
            .header
            .announced
            .as_ref()
            .map(|announced| announced.value)
    }

    /// Returns the depositary by name.
    pub fn depositary(&self) -> Option<&str> {
        self.clauses
            .header
            .depositary
            .as_ref()
            .map(|named| named.value.as_str())
    }

    /// Returns the first `in force` statement with its index.
    pub fn force(&self) -> Option<(usize, &Force)> {
        self.find(|rule| match rule {
            Rule::Force(force) => Some(force),
            _ => None,
        })
    }

    /// Returns the treaty together with which this one enters into force, with the statement's index.
    pub fn together(&self) -> Option<(usize, &TreatyId)> {
        self.find(|rule| match rule {
            Rule::Together(treaty) => Some(treaty),
            _ => None,
        })
    }

    /// Returns the moment of provisional entry into force, with the statement's index.
    pub fn provisional(&self) -> Option<(usize, &Moment)> {
        self.find(|rule| match rule {
            Rule::Provisional(moment) => Some(moment),
            _ => None,
        })
    }

    /// Returns the statements on the end of the treaty, each with its index.
    pub fn ends(&self) -> impl Iterator<Item = (usize, &Ends)> {
        let statements = self.clauses.statements.iter().enumerate();
        statements.filter_map(|(index, statement)| match &statement.rule {
            Rule::Ends(ends) => Some((index, ends)),
            _ => None,
        })
    }

    /// Returns the first joiner statement with its index.
    pub fn joiner(&self) -> Option<(usize, &Joiner)> {
        self.find(|rule| match rule {
            Rule::Joiner(joiner) => Some(joiner),
            _ => None,
        })
    }

    /// Returns the first withdrawal statement with its index.
    pub fn withdrawal(&self) -> Option<(usize, &Withdrawal)> {
        self.find(|rule| match rule {
            Rule::Withdrawal(withdrawal) => Some(withdrawal),
            _ => None,
        })
    }

    /// Returns the declared group of this name.
    pub fn group(&self, name: &str) -> Option<&Group> {
        self.find(|rule| match rule {
            Rule::Group(group) if group.name == name => Some(group),
            _ => None,
        })
        .map(|(_, group)| group)
    }

    /// Returns the declared table of this name.
    pub fn weights(&self, name: &str) -> Option<&Weights> {
        self.find(|rule| match rule {
            Rule::Weights(weights) if weights.name == name => Some(weights),
            _ => None,
        })
        .map(|(_, weights)| weights)
    }

    /// Returns the statements beyond the core, each with its index.
    pub fn extensions(&self) -> impl Iterator<Item = (usize, &Extension)> {
        self.clauses
            .statements
            .iter()
            .enumerate()
            .filter_map(|(index, statement)| match &statement.rule {
                Rule::Extension(extension) => Some((index, extension)),
                _ => None,
            })
    }

    /// Returns the guarantees, each with the index of its statement (GUA-1 to GUA-6).
    pub fn guarantees(&self) -> impl Iterator<Item = (usize, &Promise)> {
        let statements = self.clauses.statements.iter().enumerate();
        statements.filter_map(|(index, statement)| match &statement.rule {
            Rule::Guarantee(promise) => Some((index, promise.as_ref())),
            _ => None,
        })
    }

    fn find<'a, T>(&'a self, pick: impl Fn(&'a Rule) -> Option<T>) -> Option<(usize, T)> {
        let mut statements = self.clauses.statements.iter().enumerate();
        statements.find_map(|(index, statement)| Some((index, pick(&statement.rule)?)))
    }
}

/// The name of the group that stands for the negotiating States of VCLT art. 24(2).
pub const NEGOTIATING: &str = "NEGOTIATING";

/// The name of the group that stands for those entitled to become parties (S-3).
pub const ENTITLED: &str = "ENTITLED";

/// A table of weights as the register holds it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WeightTable {
    /// The rows: who weighs how much.
    pub rows: Vec<(
        sponsio_record::ParticipantId,
        crate::clause::decimal::Decimal,
    )>,
}
