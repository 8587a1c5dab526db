//! What is still missing for a promise to bind, step by step: from words in a text to a promise in
//! force between all whom it names (treaty-law part 4, 1 and 6). Each step is a computed fact with
//! what it rests on; software takes none of them.

use alloc::vec::Vec;

use sponsio_record::TreatyId;

use crate::calendar::Date;
use crate::clause::truth::Truth;
use crate::guarantee::advice::{Advice, Gap};
use crate::guarantee::cell::Mark;
use crate::guarantee::coverage::{Coverage, Covered, Row};
use crate::guarantee::force::LegalForce;
use crate::guarantee::lint;
use crate::guarantee::promise::Beneficiaries;
use crate::register::{PartyIndex, Register};
use crate::status::history::Force;
use crate::status::missing::{self, WhyNot};
use crate::status::standing::Standing;

/// One step on the way from words to law.
#[derive(Debug, Clone, PartialEq)]
pub enum Rung {
    /// The promise stands in a text, as this statement.
    Words {
        /// The index of its statement.
        statement: usize,
    },
    /// The promise says what a complete guarantee says.
    Complete {
        /// What it leaves unsaid.
        gaps: Vec<Gap>,
    },
    /// The instrument has the final clauses that it needs.
    FinalClauses {
        /// What it lacks.
        lacks: Vec<Advice>,
    },
    /// The text is adopted (VCLT art. 9).
    Adopted {
        /// The day.
        on: Option<Date>,
    },
    /// The guarantors have signed or otherwise consented (VCLT arts 11-17).
    Signed(Heads),
    /// The guarantors have consented to be bound.
    GuarantorsConsented(Heads),
    /// The beneficiaries have consented to be bound, where the promise is made to parties.
    BeneficiariesConsented(Heads),
    /// The assent of third parties (VCLT art. 36).
    Assent {
        /// States, whose assent is presumed.
        presumed: Vec<PartyIndex>,
        /// Organizations, whose assent is not.
        needed: Vec<PartyIndex>,
    },
    /// The treaty is in force (VCLT art. 24).
    InForce {
        /// Whether and since when.
        force: Force,
        /// Whether it is on the day.
        on_day: Truth,
        /// What it lacks.
        why_not: Option<WhyNot>,
    },
    /// The linked instrument is in force (GUA-7).
    Linked {
        /// The instrument.
        treaty: TreatyId,
        /// Whether it is.
        in_force: Truth,
    },
    /// Nobody disputes that the promise is law (GUA-6).
    Law {
        /// The force that the line states.
        force: LegalForce,
    },
    /// The promise binds between all whom it names.
    Bound {
        /// Ordered pairs between which a promise of law is in force.
        bound: usize,
        /// Ordered pairs that it names, or may name.
        named: usize,
        /// Ordered pairs of which that is not known.
        unknown: usize,
    },
}

/// Those for whom a step is taken, and those for whom it is not.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Heads {
    /// For whom it is taken.
    pub done: Vec<PartyIndex>,
    /// For whom it is not.
    pub open: Vec<PartyIndex>,
    /// For whom that is not known.
    pub unknown: Vec<PartyIndex>,
}

impl Heads {
    fn truth(&self) -> Truth {
        if !self.open.is_empty() || (self.done.is_empty() && self.unknown.is_empty()) {
            Truth::False
        } else if self.unknown.is_empty() {
            Truth::True
        } else {
            Truth::Unknown
        }
    }
}

impl Rung {
    /// Returns whether the step is taken.
    pub fn is_taken(&self) -> Truth {
        match self {
            Self::Words { .. } => Truth::True,
            Self::Complete { gaps } => gaps.is_empty().into(),
            Self::FinalClauses { lacks } => lacks.is_empty().into(),
            Self::Adopted { on } => on.is_some().into(),
            Self::Signed(heads)
            | Self::GuarantorsConsented(heads)
            | Self::BeneficiariesConsented(heads) => heads.truth(),
            Self::Assent { needed, .. } => Truth::between(needed.is_empty(), true),
            Self::InForce { on_day, .. } => *on_day,
            Self::Linked { in_force, .. } => *in_force,
            Self::Law { force } => force.is_law().into(),
            Self::Bound {
                bound,
                named,
                unknown,
            } => Truth::between(
                *named > 0 && bound == named,
                *named > 0 && bound + unknown == *named,
            ),
        }
    }

    /// Whether the promise can bind although the step is not taken: advice, not law.
    pub const fn is_advice(&self) -> bool {
        matches!(self, Self::Complete { .. } | Self::FinalClauses { .. })
    }

    /// Returns the label in data.
    pub const fn label(&self) -> &'static str {
        match self {
            Self::Words { .. } => "words",
            Self::Complete { .. } => "complete",
            Self::FinalClauses { .. } => "final-clauses",
            Self::Adopted { .. } => "adopted",
            Self::Signed(_) => "signed",
            Self::GuarantorsConsented(_) => "guarantors-consented",
            Self::BeneficiariesConsented(_) => "beneficiaries-consented",
            Self::Assent { .. } => "assent",
            Self::InForce { .. } => "in-force",
            Self::Linked { .. } => "linked",
            Self::Law { .. } => "law",
            Self::Bound { .. } => "bound",
        }
    }
}

/// Returns the steps of a promise from its words to its force.
pub fn ladder(register: &Register, coverage: &Coverage, row: &Row) -> Vec<Rung> {
    let covered = &coverage.treaties[row.treaty];
    let history = &covered.history;
    let treaty = register.treaty(history.treaty);
    let (by, to) = (heads(coverage, &row.by), heads(coverage, &row.to));
    let adopted = treaty.clauses.header.adopted.as_ref().map(|day| day.value);
    let mut rungs = Vec::from([
        Rung::Words {
            statement: row.statement,
        },
        Rung::Complete {
            gaps: lint::gaps(&row.promise),
        },
        Rung::FinalClauses {
            lacks: lint::instrument(&treaty.clauses),
        },
        Rung::Adopted {
            on: adopted.filter(|adopted| *adopted <= covered.day),
        },
        Rung::Signed(by.split(covered, has_signed)),
        Rung::GuarantorsConsented(by.split(covered, has_consented)),
    ]);
    if row.promise.needs_party_as_beneficiary() {
        let heads = to.split(covered, has_consented);
        rungs.push(Rung::BeneficiariesConsented(heads));
    }
    if matches!(row.promise.to, Beneficiaries::Third(_)) {
        rungs.push(assent(covered, &to));
    }
    let on_day = history.in_force_on(covered.day);
    let why_not = (on_day != Truth::True)
        .then(|| missing::why_not(register, history.treaty, covered.day, history.lens));
    rungs.push(Rung::InForce {
        force: history.force().clone(),
        on_day,
        why_not,
    });
    if let Some(treaty) = &row.promise.linked_to {
        rungs.push(Rung::Linked {
            treaty: treaty.clone(),
            in_force: row.link,
        });
    }
    rungs.push(Rung::Law {
        force: row.promise.legal_force(),
    });
    rungs.push(bound(coverage, row));
    rungs
}

/// Members by whether a promise names them.
struct Named {
    certain: Vec<PartyIndex>,
    perhaps: Vec<PartyIndex>,
}

fn heads(coverage: &Coverage, named: &[Truth]) -> Named {
    let of = |truth: Truth| {
        let members = coverage.members.iter().zip(named);
        members
            .filter(|(_, named)| **named == truth)
            .map(|(member, _)| *member)
            .collect()
    };
    Named {
        certain: of(Truth::True),
        perhaps: of(Truth::Unknown),
    }
}

impl Named {
    fn split(&self, covered: &Covered, is_done: fn(Standing) -> Truth) -> Heads {
        let mut heads = Heads {
            unknown: self.perhaps.clone(),
            ..Heads::default()
        };
        for member in &self.certain {
            let room = match is_done(covered.seat(*member).standing) {
                Truth::True => &mut heads.done,
                Truth::False => &mut heads.open,
                Truth::Unknown => &mut heads.unknown,
            };
            room.push(*member);
        }
        heads
    }
}

fn has_signed(standing: Standing) -> Truth {
    match standing {
        Standing::Signatory | Standing::SignatoryBoundBy18 => Truth::True,
        other => has_consented(other),
    }
}

fn has_consented(standing: Standing) -> Truth {
    match standing {
        Standing::Undetermined => Truth::Unknown,
        other => (other.is_party() || other == Standing::Contracting).into(),
    }
}

fn assent(covered: &Covered, to: &Named) -> Rung {
    let strangers = to.certain.iter().copied();
    let strangers = strangers.filter(|member| covered.seat(*member).party != Truth::True);
    let (needed, presumed) = strangers.partition(|member| covered.seat(*member).is_organization);
    Rung::Assent { presumed, needed }
}

fn bound(coverage: &Coverage, row: &Row) -> Rung {
    let count = coverage.members.len();
    let places = (0..count).flat_map(|from| (0..count).map(move |to| (from, to)));
    let marks = places.map(|(from, to)| coverage.mark(row, from, to));
    let (mut bound, mut named, mut unknown) = (0, 0, 0);
    for mark in marks.filter(|mark| *mark != Mark::Nothing) {
        named += 1;
        bound += usize::from(mark.is_covered());
        unknown += usize::from(mark == Mark::Undetermined);
    }
    Rung::Bound {
        bound,
        named,
        unknown,
    }
}
