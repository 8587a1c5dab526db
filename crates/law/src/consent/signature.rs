//! Signature (VCLT art. 12), simple, *ad referendum* and definitive; the duty of art. 18 runs from
//! it.
//!
//! | on the day of the signature | examined |
//! | --- | --- |
//! | the text is not yet adopted or opened | refused, `before-adoption`, `before-opening` |
//! | the text is not open for signature to it | refused, `not-yet-open`, `closed`, `not-entitled` |
//! | it has signed, and not turned away since | refused, `already-signed` (SIG-1) |
//! | it has already consented | refused, `already-consented`, `notice-pending` |
//! | a definitive signature by an organization | received, `organization-binds-by-signature` |
//!
//! After a clear intention not to become a party (SIG-4) a participant may sign again: that takes
//! the intention back.

use alloc::vec::Vec;

use crate::act::ActKind;
use crate::clause::rule::OpenFor;
use crate::consent::case::{Case, consent_of};
use crate::consent::{Examined, entitlement, standing_consent};
use crate::party::ParticipantKind;
use crate::refusal::Ground;
use crate::remark::Concern;

/// Examines a signature that does not bind by itself.
pub(crate) fn examine(case: &Case<'_>) -> Examined {
    let concerns = examine_signing(case)?;
    if let Some(effect) = case.live() {
        return Err(Ground::AlreadyConsented(consent_of(effect)));
    }
    Ok(concerns)
}

/// Examines a signature that binds (VCLT art. 12(1)).
pub(crate) fn examine_definitive(case: &Case<'_>) -> Examined {
    let mut concerns = examine_signing(case)?;
    concerns.extend(standing_consent::examine(case)?);
    if case.kind() == ParticipantKind::Organization {
        concerns.push(Concern::OrganizationBindsBySignature);
    }
    Ok(concerns)
}

fn examine_signing(case: &Case<'_>) -> Result<Vec<Concern>, Ground> {
    case.not_before_opening(case.date())?;
    let concerns = entitlement::examine(case, OpenFor::Signature)?;
    if let Some((signature, _)) = case.signature() {
        let turned_away = case.latest(&[ActKind::IntentionNotToBecomeParty]);
        if turned_away.is_none_or(|intention| intention.on < signature.on) {
            return Err(Ground::AlreadySigned(signature));
        }
    }
    Ok(concerns)
}
