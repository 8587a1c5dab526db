//! What the cells of one promise add up to: whether it is returned, and how many owe it.

use crate::clause::truth::Truth;
use crate::guarantee::cell::{Life, Mark};
use crate::guarantee::coverage::{Coverage, Row};
use crate::guarantee::promise::Mode;

/// How far a promise is returned by promises of the same sense (GUA-2, treaty-law part 4, 3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reciprocity {
    /// Ordered pairs in which it is in force and one of its sense is in force in return.
    pub returned: usize,
    /// Ordered pairs in which it is in force and none is.
    pub one_sided: usize,
    /// Ordered pairs in which it is in force and whether one is in return is not known.
    pub unknown: usize,
}

/// How many owe a promise, and how (GUA-1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Collectivity {
    /// The mode.
    pub mode: Mode,
    /// Guarantors that are certainly named.
    pub named: usize,
    /// Those of them for whom the instrument is in force.
    pub bound: usize,
    /// Participants of whom it is not known whether they are guarantors, or bound.
    pub unknown: usize,
    /// The most guarantors that one beneficiary has from this promise.
    pub most: usize,
    /// The fewest guarantors that a beneficiary has who has one.
    pub fewest: usize,
}

/// What a member gives and receives, over all promises.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Balance {
    /// Members that it covers.
    pub gives: usize,
    /// Members that cover it.
    pub receives: usize,
    /// Members of which both are true.
    pub mutual: usize,
    /// Members that it does not cover.
    pub gaps: usize,
}

impl Coverage {
    /// Whether a promise of law is in force for a pair, and certainly none in return.
    pub fn is_one_sided(&self, from: usize, to: usize) -> bool {
        let back = self.strongest(to, from);
        let is_open = matches!(back, Mark::Undetermined | Mark::Contested);
        self.strongest(from, to).is_covered() && !back.is_covered() && !is_open
    }

    /// Returns what a member gives and receives, by its place in `members`.
    pub fn balance(&self, member: usize) -> Balance {
        let mut found = Balance::default();
        for other in (0..self.members.len()).filter(|other| *other != member) {
            let gives = self.strongest(member, other).is_covered();
            let receives = self.strongest(other, member).is_covered();
            found.gives += usize::from(gives);
            found.receives += usize::from(receives);
            found.mutual += usize::from(gives && receives);
            found.gaps += usize::from(!gives);
        }
        found
    }

    /// Returns how far a promise is returned.
    pub fn reciprocity(&self, row: &Row) -> Reciprocity {
        let mut found = Reciprocity::default();
        let of_its_sense = || {
            let rows = self.rows.iter();
            rows.filter(|other| other.promise.sense == row.promise.sense)
        };
        for (from, to) in self.pairs() {
            if self.cell(row, from, to).life() != Life::InForce {
                continue;
            }
            // A promise of law is not returned by one that is none.
            let back = of_its_sense().map(|other| {
                let life = self.cell(other, to, from).life();
                let law =
                    other.promise.legal_force().is_law() || !row.promise.legal_force().is_law();
                match life {
                    Life::InForce if law => Truth::True,
                    Life::Undetermined if law => Truth::Unknown,
                    _ => Truth::False,
                }
            });
            match back.max().unwrap_or(Truth::False) {
                Truth::True => found.returned += 1,
                Truth::Unknown => found.unknown += 1,
                Truth::False => found.one_sided += 1,
            }
        }
        found
    }

    /// Returns how many owe a promise.
    pub fn collectivity(&self, row: &Row) -> Collectivity {
        let covered = &self.treaties[row.treaty];
        let seats = self.members.iter().map(|member| covered.seat(*member));
        let guarantors: alloc::vec::Vec<(Truth, Truth)> = row
            .by
            .iter()
            .zip(seats)
            .map(|(named, seat)| (*named, seat.party))
            .collect();
        let count = |is: fn(Truth, Truth) -> bool| {
            let found = guarantors
                .iter()
                .filter(|(named, party)| is(*named, *party));
            found.count()
        };
        let columns = (0..self.members.len()).map(|to| {
            let lines = 0..self.members.len();
            lines
                .filter(|from| self.cell(row, *from, to).life() == Life::InForce)
                .count()
        });
        let (most, fewest) = columns
            .filter(|count| *count > 0)
            .fold((0, usize::MAX), |(most, fewest), count| {
                (most.max(count), fewest.min(count))
            });
        Collectivity {
            mode: row.promise.mode,
            named: count(|named, _| named == Truth::True),
            bound: count(|named, party| named == Truth::True && party == Truth::True),
            unknown: count(|named, party| {
                named == Truth::Unknown || (named == Truth::True && party == Truth::Unknown)
            }),
            most,
            fewest: if most == 0 { 0 } else { fewest },
        }
    }
}
