//! Continuation of a predecessor's legal personality (SUCC-5): the new State takes over what the
//! predecessor held on that day.
//!
//! | on the day of continuation | examined |
//! | --- | --- |
//! | not by a State | refused, `only-states-succeed` |
//! | the predecessor is not named, or not in the register | refused, `predecessor-not-named`, `predecessor-unknown` |
//! | the predecessor is no former State | refused, `predecessor-not-former` |
//! | an own consent is live | refused, `already-consented` |
//! | the predecessor holds no consent and did not sign | refused, `predecessor-holds-nothing` |
//! | the predecessor has only signed | received, `signature-not-carried` |

use alloc::vec::Vec;

use crate::consent::Examined;
use crate::consent::case::{Case, consent_of};
use crate::party::ParticipantKind;
use crate::refusal::Ground;
use crate::remark::Concern;

/// Examines an act of continuation.
pub(crate) fn examine(case: &Case<'_>) -> Examined {
    if case.kind() != ParticipantKind::State {
        return Err(Ground::OnlyStatesSucceed);
    }
    let Some(named) = case.request.refers_to.as_deref() else {
        return Err(Ground::PredecessorNotNamed);
    };
    let place = case.predecessor(named)?;
    let predecessor = case.register.participant(place);
    if predecessor.kind != ParticipantKind::FormerState {
        return Err(Ground::PredecessorNotFormer {
            predecessor: predecessor.id.clone(),
        });
    }
    if let Some(effect) = case.live() {
        return Err(Ground::AlreadyConsented(consent_of(effect)));
    }
    let on = case.date();
    if case.holds_consent(place, on) {
        return Ok(Vec::new());
    }
    if case.has_signed(place, on) {
        return Ok(Vec::from([Concern::SignatureNotCarried]));
    }
    Err(Ground::PredecessorHoldsNothing {
        predecessor: predecessor.id.clone(),
        on,
    })
}
