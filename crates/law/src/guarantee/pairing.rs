//! From a promise and two seats to a cell: the rules by which a promise comes to life between a
//! guarantor and a beneficiary, and by which it is lost.

use crate::calendar::{self, Date};
use crate::clause::truth::Truth;
use crate::guarantee::cell::{Cell, Condition, Life};
use crate::guarantee::promise::{Beneficiaries, Lasting, Promise};
use crate::guarantee::seat::{Seat, Span};

/// What a promise has in common for all its pairs on a day.
#[derive(Debug, Clone, Copy)]
pub(super) struct Setting<'a> {
    pub(super) promise: &'a Promise,
    pub(super) day: Date,
    /// Whether some of those who owe only together are not bound.
    pub(super) joint_incomplete: bool,
    /// Whether the linked instrument is in force; true where there is none.
    pub(super) link: Truth,
}

impl Setting<'_> {
    /// Returns the cell from one participant to another; `named` says whether the promise names
    /// them as guarantor and beneficiary.
    pub(super) fn cell(&self, named: Truth, obligor: &Seat, beneficiary: &Seat) -> Cell {
        if named == Truth::False {
            return Cell::NOTHING;
        }
        let life = self.life(obligor, beneficiary);
        let cell = self.timed(life, obligor, beneficiary);
        if named == Truth::Unknown {
            return cell
                .with_life(Life::Undetermined)
                .with(Condition::RollUnknown);
        }
        self.conditions(cell, obligor, beneficiary)
    }

    /// Returns the shared time in which the promise stands, or stood last.
    pub(super) fn span(&self, obligor: &Seat, beneficiary: &Seat) -> Option<Span> {
        let own = obligor.spans.iter().copied();
        if !self.promise.needs_party_as_beneficiary() {
            return own.max_by_key(|span| span.from);
        }
        let shared = own.flat_map(|span| {
            let theirs = beneficiary.spans.iter();
            theirs.filter_map(move |other| span.overlap(*other))
        });
        shared.max_by_key(|span| span.from)
    }

    /// Returns the first day on which the promise no longer holds because its time has run out.
    pub(super) fn runs_out(&self, span: Option<Span>) -> Option<Date> {
        match &self.promise.lasts {
            Some(Lasting::Until(last)) => calendar::next_day(*last),
            Some(Lasting::For(count, unit)) => {
                calendar::after(span?.from, *count, *unit).map(|reached| reached.day)
            }
            _ => None,
        }
    }

    fn life(&self, obligor: &Seat, beneficiary: &Seat) -> Life {
        let both = self.promise.needs_party_as_beneficiary();
        let party = if both {
            obligor.party.and(beneficiary.party)
        } else {
            obligor.party
        };
        let suspended = obligor.is_suspended() || (both && beneficiary.is_suspended());
        match party {
            Truth::True if suspended => Life::Suspended,
            Truth::True => Life::InForce,
            Truth::Unknown => Life::Undetermined,
            Truth::False if suspended && self.applied(obligor, beneficiary) => Life::Suspended,
            Truth::False if self.applied(obligor, beneficiary) => Life::Provisional,
            Truth::False if self.span(obligor, beneficiary).is_some() => Life::Lost,
            Truth::False => Life::Offered,
        }
    }

    /// Whether the two apply the treaty to one another without both being parties.
    fn applied(&self, obligor: &Seat, beneficiary: &Seat) -> bool {
        let applies = |seat: &Seat| seat.provisional || seat.party == Truth::True;
        let both = self.promise.needs_party_as_beneficiary();
        applies(obligor) && (!both || applies(beneficiary))
    }

    fn timed(&self, life: Life, obligor: &Seat, beneficiary: &Seat) -> Cell {
        let runs_out = self.runs_out(self.span(obligor, beneficiary));
        if runs_out.is_none_or(|end| end > self.day) {
            return Cell::new(life);
        }
        // What never was in force is not lost: its offer has lapsed, and says so.
        match life {
            Life::Offered => Cell::new(Life::Offered).with(Condition::Expired),
            Life::Nothing => Cell::NOTHING,
            _ => Cell::new(Life::Lost).with(Condition::Expired),
        }
    }

    fn conditions(&self, cell: Cell, obligor: &Seat, beneficiary: &Seat) -> Cell {
        let promise = self.promise;
        let third = matches!(promise.to, Beneficiaries::Third(_));
        let stranger = third && beneficiary.party != Truth::True;
        let needs_assent = stranger && beneficiary.is_organization;
        let alive = cell.life().is_alive();
        let ends_with_event = matches!(promise.lasts, Some(Lasting::UntilEvent(_)));
        let cell = if needs_assent && alive {
            cell.with_life(Life::Undetermined)
        } else {
            cell
        };
        let theirs = promise.needs_party_as_beneficiary();
        let pending = obligor.is_withdrawing() || (theirs && beneficiary.is_withdrawing());
        cell.with_if(alive && needs_assent, Condition::AssentUnknown)
            .with_if(
                alive && stranger && !needs_assent,
                Condition::AssentPresumed,
            )
            .with_if(alive && self.joint_incomplete, Condition::JointIncomplete)
            .with_if(alive && self.link != Truth::True, Condition::LinkOpen)
            .with_if(alive && ends_with_event, Condition::EndsWithEvent)
            .with_if(
                obligor.qualified || (theirs && beneficiary.qualified),
                Condition::Qualified,
            )
            .with_if(alive && pending, Condition::WithdrawalPending)
    }
}
