//! The derivation of one cell: the words, the status of both sides with its acts and policies, the
//! time, the conditions, and the day to which the data reach.

use alloc::vec::Vec;

use crate::act::ActLabel;
use crate::calendar::Date;
use crate::clause::explain::ActIndex;
use crate::clause::truth::Truth;
use crate::guarantee::cell::{Cell, Condition, Mark};
use crate::guarantee::coverage::{Coverage, Row};
use crate::guarantee::pairing::Setting;
use crate::guarantee::seat;
use crate::register::{PartyIndex, Register};
use crate::status::history::Effect;
use crate::status::standing::Answer;

/// Why a cell is as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// The cell.
    pub cell: Cell,
    /// How it is shown under the legal force of its promise.
    pub mark: Mark,
    /// Whether the promise names the one as guarantor and the other as beneficiary.
    pub named: (Truth, Truth),
    /// Where the guarantor stands.
    pub obligor: Side,
    /// Where the beneficiary stands.
    pub beneficiary: Side,
    /// Whether the beneficiary's own status matters to the promise.
    pub needs_party: bool,
    /// Since when the promise holds between the two, or held when it last did.
    pub since: Option<Date>,
    /// The first day on which it no longer held because one of the two was no longer bound.
    pub until: Option<Date>,
    /// The first day on which its own time has run out.
    pub runs_out: Option<Date>,
    /// Guarantors without whom the others do not owe.
    pub joint_missing: Vec<PartyIndex>,
}

/// One side of a pair towards the treaty of the promise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Side {
    /// Who.
    pub party: PartyIndex,
    /// Where it stands on the day, or last stood as far as is known.
    pub answer: Answer,
    /// The consent on which that rests, with its derivation.
    pub effect: Option<Effect>,
    /// Its recorded reservations, objections and declarations.
    pub qualifications: Vec<ActIndex>,
}

/// Returns why a cell is as it is; the members are given by their places in [`Coverage::members`].
pub fn account(
    register: &Register,
    coverage: &Coverage,
    row: &Row,
    from: usize,
    to: usize,
) -> Option<Account> {
    let (obligor, beneficiary) = (*coverage.members.get(from)?, *coverage.members.get(to)?);
    let covered = coverage.treaties.get(row.treaty)?;
    let cell = coverage.cell(row, from, to);
    let setting = Setting {
        promise: &row.promise,
        day: covered.day,
        joint_incomplete: cell.has(Condition::JointIncomplete),
        link: row.link,
    };
    let span = setting.span(covered.seat(obligor), covered.seat(beneficiary));
    let side = |party| side(register, coverage, row, party);
    Some(Account {
        cell,
        mark: coverage.mark(row, from, to),
        named: (
            row.by.get(from).copied().unwrap_or(Truth::False),
            row.to.get(to).copied().unwrap_or(Truth::False),
        ),
        obligor: side(obligor)?,
        beneficiary: side(beneficiary)?,
        needs_party: row.promise.needs_party_as_beneficiary(),
        since: span.map(|span| span.from),
        until: span
            .and_then(|span| span.until)
            .filter(|until| *until <= covered.day),
        runs_out: setting.runs_out(span),
        joint_missing: row.joint_missing.clone(),
    })
}

fn side(register: &Register, coverage: &Coverage, row: &Row, party: PartyIndex) -> Option<Side> {
    let covered = coverage.treaties.get(row.treaty)?;
    let history = &covered.history;
    let answer = history.answer(register, party, coverage.at);
    let effect = answer.position.effect;
    let effect = effect.and_then(|place| history.effects.get(place)).cloned();
    let treaty = register.treaty(history.treaty);
    let known = history.lens.known;
    let acts = (0_u32..).zip(treaty.acts().iter().zip(treaty.parties()));
    let qualifications = acts.filter(|(_, (act, whose))| {
        let is_known = known.is_none_or(|known| act.known_from() <= known);
        let qualifies = matches!(&act.label, ActLabel::Unmapped(label) if seat::qualifies(label));
        **whose == party && is_known && qualifies && act.date <= covered.day
    });
    let qualifications = qualifications.map(|(place, _)| ActIndex(place)).collect();
    Some(Side {
        party,
        answer,
        effect,
        qualifications,
    })
}
