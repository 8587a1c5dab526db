//! A signatory's clear intention not to become a party (VCLT art. 18(a), SIG-4).
//!
//! | on the day of the declaration | examined |
//! | --- | --- |
//! | it has not signed | refused, `not-a-signatory` |
//! | its consent is live | refused, `already-consented`, `notice-pending`: it leaves by other acts |
//! | it has already declared so | refused, `already-declared` |
//!
//! The signature stays in the table.

use alloc::vec::Vec;

use crate::act::ActKind;
use crate::consent::Examined;
use crate::consent::case::{Case, consent_of};
use crate::refusal::Ground;

/// Examines a declaration of the intention not to become a party.
pub(crate) fn examine(case: &Case<'_>) -> Examined {
    if let Some(effect) = case.live() {
        return Err(case.pending().map_or_else(
            || Ground::AlreadyConsented(consent_of(effect)),
            Ground::NoticePending,
        ));
    }
    let Some((signature, _)) = case.signature() else {
        return Err(Ground::NotASignatory);
    };
    match case.latest(&[ActKind::IntentionNotToBecomeParty]) {
        Some(declared) if signature.on <= declared.on => Err(Ground::AlreadyDeclared(declared)),
        _ => Ok(Vec::new()),
    }
}
