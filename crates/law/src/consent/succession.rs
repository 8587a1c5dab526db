//! Notification of succession (VCSST arts 17, 22, 23) and succession to a signature (art. 19).
//!
//! | on the day of notification | examined |
//! | --- | --- |
//! | not by a State | refused, `only-states-succeed` (SUCC-1) |
//! | the date of succession lies after it | refused, `succession-after-notification` (SUCC-2) |
//! | the date of succession lies before adoption | refused, `succession-before-adoption` |
//! | there is no date of succession | received, `published-succession` (SUCC-2) |
//! | the predecessor that it names is not in the register | refused, `predecessor-unknown` |
//! | that predecessor held no consent on the day of succession | refused, `predecessor-holds-nothing` |
//! | to a signature that the predecessor did not give | refused, `predecessor-did-not-sign` |
//! | to a signature, without naming the predecessor | received, `predecessor-not-named` |
//! | what stands in the way of any consent, or of a signature | see `standing_consent`, `signature` |
//!
//! A succession need not name its predecessor; then what the predecessor held is not examined.

use alloc::vec::Vec;

use crate::consent::case::{Case, consent_of};
use crate::consent::{Examined, standing_consent};
use crate::party::ParticipantKind;
use crate::refusal::Ground;
use crate::remark::Concern;

/// Examines a notification of succession.
pub(crate) fn examine(case: &Case<'_>) -> Examined {
    by_a_state(case)?;
    let mut concerns = standing_consent::examine(case)?;
    match case.request.effect {
        None => concerns.push(Concern::NoSuccessionDate),
        Some(succeeded) if case.date() < succeeded => {
            return Err(Ground::SuccessionAfterNotification { succeeded });
        }
        Some(succeeded) => match case.not_before_adoption(succeeded) {
            Err(Ground::BeforeAdoption { adopted }) => {
                return Err(Ground::SuccessionBeforeAdoption { succeeded, adopted });
            }
            other => other?,
        },
    }
    if let Some(named) = case.request.refers_to.as_deref() {
        let predecessor = case.predecessor(named)?;
        let on = case.request.effect.unwrap_or(case.date());
        if !case.held_consent_until(predecessor, on) {
            return Err(Ground::PredecessorHoldsNothing {
                predecessor: case.register.participant(predecessor).id.clone(),
                on,
            });
        }
    }
    Ok(concerns)
}

/// Examines a succession to a predecessor's signature.
pub(crate) fn examine_signature(case: &Case<'_>) -> Examined {
    by_a_state(case)?;
    case.not_before_adoption(case.date())?;
    if let Some((signature, _)) = case.signature() {
        return Err(Ground::AlreadySigned(signature));
    }
    if let Some(effect) = case.live() {
        return Err(Ground::AlreadyConsented(consent_of(effect)));
    }
    let Some(named) = case.request.refers_to.as_deref() else {
        return Ok(Vec::from([Concern::PredecessorNotNamed]));
    };
    let predecessor = case.predecessor(named)?;
    if !case.has_signed(predecessor, case.date()) {
        return Err(Ground::PredecessorDidNotSign {
            predecessor: case.register.participant(predecessor).id.clone(),
        });
    }
    Ok(Vec::new())
}

fn by_a_state(case: &Case<'_>) -> Result<(), Ground> {
    if case.kind() == ParticipantKind::State {
        Ok(())
    } else {
        Err(Ground::OnlyStatesSucceed)
    }
}
