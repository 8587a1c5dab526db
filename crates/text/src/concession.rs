//! What it would take to clear a provision: the minimal sets of delegations that would have to give up
//! a reading of theirs, the smallest first. Arithmetic over stated positions, no forecast.

mod question;
mod search;

use crate::body::Passage;
use crate::provision::ProvisionId;
use crate::rolling::Rolling;
use alloc::collections::BTreeSet;
use alloc::vec::Vec;
use sponsio_record::ParticipantId;

use self::search::Search;

/// How many sets are listed.
const MOST_SETS: usize = 16;

/// What would be taken somewhere.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Chosen {
    /// A reading of a contested place: which place of the provision from 0, whether it is the base
    /// reading, and its words; without words it is *no text*.
    Reading(usize, bool, Passage),
    /// A whole alternative by its letter; without words it is *no text*.
    Alternative(char, Option<Passage>),
    /// The provision itself and none of its whole alternatives.
    NoAlternative,
    /// That an inserted provision stays, or does not.
    Insertion(bool),
}

/// What would be taken at one place, and who would give way there.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Choice {
    /// What would be taken.
    pub chosen: Chosen,
    /// Who would give up a reading, an objection or a reservation by it.
    pub by: BTreeSet<ParticipantId>,
}

/// One way to clear a provision.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Concession {
    /// Who would give way somewhere.
    pub by: BTreeSet<ParticipantId>,
    /// What would be taken, place by place.
    pub choices: Vec<Choice>,
}

/// What is open on a provision besides its words, and stays so whoever gives way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Besides {
    /// That it is moved, split, joined, or labelled anew.
    Structure,
    /// A blank.
    Placeholder,
    /// A reservation in a footnote.
    Reservation,
    /// Positions on words that are no more.
    Unattached,
}

/// What it would take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Concessions {
    /// The provision.
    pub provision: ProvisionId,
    /// The minimal sets, none of which holds another: the smallest first, at most sixteen. None where the
    /// words are not contested, or where there are too many places or delegations to count.
    pub sets: Vec<Concession>,
    /// Whether no smaller sets exist; else not all choices were looked at.
    pub is_exact: bool,
    /// Whether these are all minimal sets.
    pub is_complete: bool,
    /// What else is open there.
    pub besides: BTreeSet<Besides>,
}

impl Rolling {
    /// Returns the minimal sets of concessions that would clear a provision; none if there is no such
    /// provision or nothing is open there. Who has said that it can accept a reading gives up nothing
    /// by it, and the silent have nothing to give up.
    pub fn concessions(&self, provision: ProvisionId) -> Option<Concessions> {
        let own = self.expression.provision(provision)?;
        let besides = question::besides(self, own);
        let ways = question::ways(self, own);
        let is_open = ways.iter().any(|way| !way.is_empty());
        if !is_open && besides.is_empty() {
            return None;
        }
        let (sets, is_exact, is_complete) = match Search::new(&ways) {
            _ if !is_open => (Vec::new(), true, true),
            Some(search) => {
                let found = search.run(MOST_SETS);
                (found.sets, found.is_exact, found.is_complete)
            }
            None => (Vec::new(), false, false),
        };
        Some(Concessions {
            provision,
            sets,
            is_exact,
            is_complete,
            besides,
        })
    }
}

#[cfg(test)]
mod tests;
