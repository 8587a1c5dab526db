//! What would close the gaps of a matrix: which consent to which instrument, or which words that no
//! text has yet.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use crate::act::ActKind;
use crate::clause::rule::Rule;
use crate::clause::truth::Truth;
use crate::guarantee::cell::{Condition, Mark};
use crate::guarantee::coverage::{Coverage, Covered, Row};
use crate::guarantee::seat::Traces;
use crate::register::{PartyIndex, Register};
use crate::status::standing::Standing;
use crate::treaty::Treaty;

/// One thing that would close gaps; gaps are ordered pairs for which no promise of law is in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Closing {
    /// The consent of a participant to a treaty that is in force.
    Consent {
        /// The place of the treaty in [`Coverage::treaties`].
        treaty: usize,
        /// Whose consent.
        party: PartyIndex,
        /// The act that it would be: for a signatory ratification, otherwise accession, as far as the
        /// treaty's own list of acts has it.
        kind: ActKind,
        /// Pairs that it closes alone.
        alone: usize,
        /// Pairs that it closes together with the consent of the other one.
        together: usize,
    },
    /// Entry into force of a treaty: what it lacks is another question (`why-not`).
    EntryIntoForce {
        /// The place of the treaty in [`Coverage::treaties`].
        treaty: usize,
        /// Pairs whose two have consented already.
        pairs: usize,
    },
    /// The end of a suspension.
    EndOfSuspension {
        /// The place of the treaty in [`Coverage::treaties`].
        treaty: usize,
        /// Pairs.
        pairs: usize,
    },
    /// Another duration: the time of the promise has run out.
    Renewal {
        /// The place of the promise in [`Coverage::rows`].
        row: usize,
        /// Pairs.
        pairs: usize,
    },
    /// A text that makes a political or contested promise law; only its authors can make it so.
    LegalForce {
        /// The place of the promise in [`Coverage::rows`].
        row: usize,
        /// Pairs.
        pairs: usize,
    },
    /// Something that is not known.
    Knowledge {
        /// The place of the promise in [`Coverage::rows`].
        row: usize,
        /// Pairs.
        pairs: usize,
    },
    /// A promise that no text makes: a new instrument, by consent of the guarantor.
    NewPromise {
        /// Pairs.
        pairs: usize,
        /// Who would promise, with the number of those whom nothing it promises reaches.
        by: Vec<(PartyIndex, usize)>,
    },
}

/// Returns what would close the gaps, the widest first within each kind.
pub fn closings(register: &Register, coverage: &Coverage) -> Vec<Closing> {
    let mut tally = Tally::default();
    for (from, to) in coverage.pairs() {
        let strongest = coverage.strongest(from, to);
        if strongest.is_covered() {
            continue;
        }
        if strongest == Mark::Nothing {
            let by = coverage.members[from];
            *tally.silent.entry(by).or_default() += 1;
            continue;
        }
        let mut pair = Tally::default();
        for (place, row) in coverage.rows.iter().enumerate() {
            pair.count(coverage, (place, row), from, to);
        }
        tally.add(&pair);
    }
    tally.closings(register, coverage)
}

#[derive(Default)]
struct Tally {
    consents: BTreeMap<(usize, PartyIndex), (usize, usize)>,
    entries: BTreeMap<usize, usize>,
    suspended: BTreeMap<usize, usize>,
    expired: BTreeMap<usize, usize>,
    weak: BTreeMap<usize, usize>,
    unknown: BTreeMap<usize, usize>,
    silent: BTreeMap<PartyIndex, usize>,
}

impl Tally {
    /// Adds what one pair counted: a consent or an instrument closes it once, however many promises of the
    /// instrument reach it.
    fn add(&mut self, pair: &Self) {
        for (key, (alone, _)) in &pair.consents {
            let counts = self.consents.entry(*key).or_default();
            if *alone > 0 {
                counts.0 += 1;
            } else {
                counts.1 += 1;
            }
        }
        let rooms = [
            (&mut self.entries, &pair.entries),
            (&mut self.suspended, &pair.suspended),
            (&mut self.expired, &pair.expired),
            (&mut self.weak, &pair.weak),
            (&mut self.unknown, &pair.unknown),
        ];
        for (room, found) in rooms {
            for key in found.keys() {
                *room.entry(*key).or_default() += 1;
            }
        }
    }

    fn count(&mut self, coverage: &Coverage, (place, row): (usize, &Row), from: usize, to: usize) {
        let cell = coverage.cell(row, from, to);
        let add = |counts: &mut BTreeMap<usize, usize>, key| *counts.entry(key).or_default() += 1;
        match coverage.mark(row, from, to) {
            Mark::Nothing | Mark::Bound | Mark::Conditional => {}
            Mark::Political | Mark::Contested => add(&mut self.weak, place),
            Mark::Undetermined => add(&mut self.unknown, place),
            Mark::Suspended => add(&mut self.suspended, row.treaty),
            Mark::Offered | Mark::Lost | Mark::Provisional => {
                // Consent does not bring back what has run out, nor make law of what its own line
                // calls no law.
                if cell.has(Condition::Expired) {
                    add(&mut self.expired, place);
                } else if row.promise.legal_force().is_law() {
                    self.consent(coverage, row, from, to);
                } else {
                    add(&mut self.weak, place);
                }
            }
        }
    }

    fn consent(&mut self, coverage: &Coverage, row: &Row, from: usize, to: usize) {
        let covered = &coverage.treaties[row.treaty];
        let both = row.promise.needs_party_as_beneficiary();
        let sides = [Some(from), both.then_some(to)];
        let lacking: Vec<PartyIndex> = sides
            .into_iter()
            .flatten()
            .map(|place| coverage.members[place])
            .filter(|member| lacks_consent(covered, *member))
            .collect();
        if lacking.is_empty() && covered.history.in_force_on(covered.day) != Truth::True {
            *self.entries.entry(row.treaty).or_default() += 1;
        }
        let alone = lacking.len() == 1;
        for party in lacking {
            let counts = self.consents.entry((row.treaty, party)).or_default();
            if alone {
                counts.0 += 1;
            } else {
                counts.1 += 1;
            }
        }
    }

    fn closings(self, register: &Register, coverage: &Coverage) -> Vec<Closing> {
        let mut consents: Vec<_> = self.consents.into_iter().collect();
        consents.sort_by_key(|((treaty, party), (alone, together))| {
            (core::cmp::Reverse((*alone, *together)), *treaty, *party)
        });
        let mut found: Vec<Closing> = consents
            .into_iter()
            .map(|((treaty, party), (alone, together))| {
                let covered = &coverage.treaties[treaty];
                let kind = act_of(register.treaty(covered.history.treaty), covered, party);
                Closing::Consent {
                    treaty,
                    party,
                    kind,
                    alone,
                    together,
                }
            })
            .collect();
        let entries = self.entries.into_iter();
        found.extend(entries.map(|(treaty, pairs)| Closing::EntryIntoForce { treaty, pairs }));
        let suspended = self.suspended.into_iter();
        found.extend(suspended.map(|(treaty, pairs)| Closing::EndOfSuspension { treaty, pairs }));
        let expired = self.expired.into_iter();
        found.extend(expired.map(|(row, pairs)| Closing::Renewal { row, pairs }));
        let weak = self.weak.into_iter();
        found.extend(weak.map(|(row, pairs)| Closing::LegalForce { row, pairs }));
        let unknown = self.unknown.into_iter();
        found.extend(unknown.map(|(row, pairs)| Closing::Knowledge { row, pairs }));
        if !self.silent.is_empty() {
            let mut by: Vec<_> = self.silent.into_iter().collect();
            by.sort_by_key(|(party, pairs)| (core::cmp::Reverse(*pairs), *party));
            let pairs = by.iter().map(|(_, pairs)| pairs).sum();
            found.push(Closing::NewPromise { pairs, by });
        }
        found
    }
}

/// Whether a participant has not consented: who has, waits for entry into force alone.
fn lacks_consent(covered: &Covered, party: PartyIndex) -> bool {
    let standing = covered.seat(party).standing;
    !standing.is_party() && standing != Standing::Contracting
}

fn act_of(treaty: &Treaty, covered: &Covered, party: PartyIndex) -> ActKind {
    let seat = covered.seat(party);
    // The signature of one that left is spent; that of one that applies provisionally is not.
    let signed = seat.traces == Traces::Signature && seat.standing != Standing::Former;
    let usual = match (seat.is_organization, signed) {
        (true, true) => ActKind::FormalConfirmation,
        (_, true) => ActKind::Ratification,
        (_, false) => ActKind::Accession,
    };
    let listed = treaty
        .clauses
        .statements
        .iter()
        .find_map(|statement| match &statement.rule {
            Rule::Consent(kinds) => Some(kinds),
            _ => None,
        });
    match listed {
        Some(kinds) if !kinds.contains(&usual) => kinds.first().copied().unwrap_or(usual),
        _ => usual,
    }
}
