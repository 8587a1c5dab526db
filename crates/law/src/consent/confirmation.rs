//! Confirmation: of a signature *ad referendum* (VCLT art. 12(2)(b)), and an organization's act of
//! formal confirmation (VCLT-IO art. 14).
//!
//! | on the day of the act | examined |
//! | --- | --- |
//! | formal confirmation by one that is no organization | refused, `not-an-organization` (FP-3) |
//! | formal confirmation without signature | refused, `unsigned` (CON-3) |
//! | confirmation without a signature *ad referendum* | refused, `nothing-to-confirm` (SIG-2) |
//! | confirmation of a confirmed signature | refused, `already-confirmed` (SIG-2) |
//!
//! A confirmed signature is a full one as of its own day; the confirmation changes no date.

use alloc::vec::Vec;

use crate::act::ActKind;
use crate::consent::case::Case;
use crate::consent::{Examined, ratification, standing_consent};
use crate::party::ParticipantKind;
use crate::refusal::Ground;

/// Examines the confirmation of a signature *ad referendum*.
pub(crate) fn examine_signature(case: &Case<'_>) -> Examined {
    let Some(signature) = case.latest(&[ActKind::SignatureAdReferendum]) else {
        return Err(Ground::NothingToConfirm);
    };
    match case.latest(&[ActKind::ConfirmationOfSignature]) {
        Some(confirmed) if signature.on <= confirmed.on => Err(Ground::AlreadyConfirmed(confirmed)),
        _ => Ok(Vec::new()),
    }
}

/// Examines an organization's act of formal confirmation.
pub(crate) fn examine_formal(case: &Case<'_>) -> Examined {
    if case.kind() != ParticipantKind::Organization {
        return Err(Ground::NotAnOrganization);
    }
    let mut concerns = standing_consent::examine(case)?;
    concerns.extend(ratification::completes_signature(case)?);
    Ok(concerns)
}
