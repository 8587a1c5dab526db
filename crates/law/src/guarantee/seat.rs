//! Where each participant sits towards one treaty on a day, reduced to what a promise needs.

use alloc::vec::Vec;

use crate::act::ActLabel;
use crate::calendar::Date;
use crate::clause::truth::Truth;
use crate::party::ParticipantKind;
use crate::register::{PartyIndex, Register};
use crate::status::history::{History, Start};
use crate::status::live::End;
use crate::status::standing::Standing;

/// A time during which a treaty was in force for a participant; the end is the first day outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) from: Date,
    pub(super) until: Option<Date>,
}

impl Span {
    /// Returns the time that two spans share, if any.
    pub(super) fn overlap(self, other: Self) -> Option<Self> {
        let from = self.from.max(other.from);
        let until = match (self.until, other.until) {
            (Some(one), Some(two)) => Some(one.min(two)),
            (one, two) => one.or(two),
        };
        until
            .is_none_or(|until| from < until)
            .then_some(Self { from, until })
    }
}

/// What the acts of a participant have left, be they spent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Traces {
    None,
    /// An act, but no signature.
    Act,
    /// A signature.
    Signature,
}

/// A participant towards a treaty on a day.
#[derive(Debug, Clone)]
pub(super) struct Seat {
    pub(super) standing: Standing,
    pub(super) traces: Traces,
    /// Whether the treaty is in force for it.
    pub(super) party: Truth,
    /// Whether it applies the treaty provisionally.
    pub(super) provisional: bool,
    /// When the treaty was in force for it, up to the day.
    pub(super) spans: Vec<Span>,
    /// Whether a reservation, objection or declaration of its is recorded.
    pub(super) qualified: bool,
    pub(super) is_organization: bool,
}

impl Seat {
    /// Whether the participant has anything to do with the treaty.
    pub(super) fn is_concerned(&self) -> bool {
        self.traces != Traces::None || !matches!(self.standing, Standing::None)
    }

    /// Whether the operation of the treaty is suspended for it.
    pub(super) const fn is_suspended(&self) -> bool {
        matches!(self.standing, Standing::Suspended)
    }

    /// Whether its notice of withdrawal is pending.
    pub(super) const fn is_withdrawing(&self) -> bool {
        matches!(self.standing, Standing::Withdrawing)
    }
}

/// Returns the seats of all participants of the register, in its order.
pub(super) fn seats(register: &Register, history: &History, day: Date) -> Vec<Seat> {
    let mut seats: Vec<Seat> = register
        .parties()
        .map(|party| seat(register, history, party, day))
        .collect();
    let treaty = register.treaty(history.treaty);
    let known = history.lens.known;
    for (act, party) in treaty.acts().iter().zip(treaty.parties()) {
        let is_known = known.is_none_or(|known| act.known_from() <= known);
        if is_known
            && act.date <= day
            && let Some(seat) = seats.get_mut(party.at())
        {
            seat.traces = seat.traces.max(Traces::Act);
            seat.qualified |= matches!(&act.label, ActLabel::Unmapped(label) if qualifies(label));
        }
    }
    seats
}

/// Whether an act that the catalogue does not have yet may change what its author owes: its label
/// says so in the words of VCLT art. 2(1)(d).
pub(super) fn qualifies(label: &str) -> bool {
    ["reservation", "objection", "declaration", "understanding"]
        .iter()
        .any(|word| label.split(['-', '_', ' ']).any(|part| part == *word))
}

fn seat(register: &Register, history: &History, party: PartyIndex, day: Date) -> Seat {
    let position = history.position(register, party, day);
    Seat {
        standing: position.standing,
        traces: if position.signature.is_some() {
            Traces::Signature
        } else {
            Traces::None
        },
        party: history.is_party(party, day),
        provisional: position.applies_provisionally,
        spans: spans(history, party, day),
        qualified: false,
        is_organization: register.kind(party) == ParticipantKind::Organization,
    }
}

fn spans(history: &History, party: PartyIndex, day: Date) -> Vec<Span> {
    let ended = history.ended();
    let effects = history.effects_of(party);
    effects
        .filter_map(|effect| {
            let Start::On(from) = effect.start else {
                return None;
            };
            let own = match effect.consent.end {
                End::Day(end, _) => Some(end),
                End::Open | End::UnknownFrom(..) => None,
            };
            let until = match (own, ended) {
                (Some(own), Some(ended)) => Some(own.min(ended)),
                (own, ended) => own.or(ended),
            };
            let begun = from <= day && until.is_none_or(|until| from < until);
            begun.then_some(Span { from, until })
        })
        .collect()
}
