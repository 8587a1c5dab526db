//! What the cells of one promise add up to: whether it is returned, and how many owe it.

use crate::clause::truth::Truth;
use crate::guarantee::cell::Life;
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

impl Coverage {
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
