//! Correction of the date of an earlier act (VCLT art. 79, DEP-5). The date of the correction is
//! the right date of the act; when the error became known is the day of receipt.
//!
//! | the correction | examined |
//! | --- | --- |
//! | names no act, or one that the register does not have | refused, `corrects-nothing`, `no-such-act` |
//! | names an act of another treaty or participant | refused, `act-of-another-treaty`, `act-of-another` |
//! | names a correction | refused, `corrects-a-correction`: the first act is corrected again |
//! | gives the date that the act already has | refused, `same-date` |
//! | gives a date after receipt, or before adoption | refused, `after-receipt`, `before-adoption` |
//! | moves the act past another that rests on it, or on which it rests | refused, `out-of-order` |

use alloc::vec::Vec;

use crate::act::{Act, ActKind};
use crate::calendar::Date;
use crate::clause::explain::ActIndex;
use crate::consent::Examined;
use crate::consent::case::{Case, earlier};
use crate::refusal::Ground;
use crate::status::fact::Fact;

/// Examines a correction.
pub(crate) fn examine(case: &Case<'_>) -> Examined {
    let (act, target) = target(case)?;
    case.not_before_adoption(case.date())?;
    let own = case.facts_of(case.party);
    let present = own.iter().find(|fact| fact.act == act);
    if present.map_or(target.date, |fact| fact.date) == case.date() {
        return Err(Ground::SameDate { act });
    }
    if let Some(present) = present
        && let Some(other) = own
            .iter()
            .find(|other| changes_order(present, other, case.date()))
    {
        return Err(Ground::OutOfOrder {
            act,
            other: earlier(other),
        });
    }
    Ok(Vec::new())
}

/// The act that is corrected.
fn target<'a>(case: &Case<'a>) -> Result<(ActIndex, &'a Act), Ground> {
    let id = case
        .request
        .refers_to
        .as_deref()
        .ok_or(Ground::CorrectsNothing)?;
    let mut acts = (0_u32..).zip(case.treaty.acts());
    let Some((place, target)) =
        acts.find(|(_, act)| act.id.as_deref() == Some(id) && act.known_from() <= case.received)
    else {
        return Err(match case.register.act_marked(id) {
            Some((treaty, _)) if *treaty != case.treaty.id => Ground::ActOfAnotherTreaty {
                id: id.into(),
                treaty: treaty.clone(),
            },
            _ => Ground::NoSuchAct { id: id.into() },
        });
    };
    let act = ActIndex(place);
    if target.participant != case.request.participant {
        return Err(Ground::ActOfAnother {
            act,
            author: target.participant.clone(),
        });
    }
    if target.kind() == Some(ActKind::Correction) {
        return Err(Ground::CorrectsACorrection { act });
    }
    Ok((act, target))
}

/// Whether the new date would put one act before the other on which it rests.
fn changes_order(corrected: &Fact, other: &Fact, to: Date) -> bool {
    let parted =
        rests_on(other.kind, corrected.kind) && corrected.date <= other.date && other.date < to;
    let passed =
        rests_on(corrected.kind, other.kind) && other.date <= corrected.date && to < other.date;
    parted || passed
}

/// Whether acts of one kind rest on acts of another, so that they cannot come before them. A
/// consent rests on an earlier withdrawal, which made room for it.
const fn rests_on(later: ActKind, earlier: ActKind) -> bool {
    let completes = matches!(
        later,
        ActKind::Ratification
            | ActKind::Acceptance
            | ActKind::Approval
            | ActKind::FormalConfirmation
            | ActKind::IntentionNotToBecomeParty
    );
    let ends = matches!(later, ActKind::Withdrawal | ActKind::WithdrawalOfInstrument);
    let ended = matches!(
        earlier,
        ActKind::Withdrawal | ActKind::WithdrawalOfInstrument
    );
    let gives = earlier.is_consent() || matches!(earlier, ActKind::Continuation);
    let undoes = matches!(
        (later, earlier),
        (
            ActKind::ConfirmationOfSignature,
            ActKind::SignatureAdReferendum
        ) | (ActKind::Revocation, ActKind::Withdrawal)
            | (
                ActKind::EndOfProvisionalApplication,
                ActKind::ProvisionalApplication
            )
            | (ActKind::EndOfSuspension, ActKind::Suspension)
    );
    completes && earlier.is_signature() || ends && gives || later.is_consent() && ended || undoes
}
