//! Accession (VCLT art. 15): consent without signature.
//!
//! | on the day of deposit | examined |
//! | --- | --- |
//! | the text is not open for accession to it | refused, `not-yet-open`, `closed`, `not-entitled` (S-3) |
//! | a signatory, while the text is open for signature | refused, `signatory-accedes` (CON-3) |
//! | the same, but `open for accession` covers the day | received |
//! | a signatory, and the text does not say until when it is open for signature | received, `signatory-accedes` |
//! | a signatory whose consent has ended | received: it joins again (END-12) |
//! | what stands in the way of any consent | see `standing_consent` |

use crate::clause::rule::OpenFor;
use crate::consent::case::Case;
use crate::consent::{Examined, entitlement, standing_consent};
use crate::refusal::Ground;
use crate::remark::Concern;

/// Examines an instrument of accession.
pub(crate) fn examine(case: &Case<'_>) -> Examined {
    let mut concerns = standing_consent::examine(case)?;
    concerns.extend(entitlement::examine(case, OpenFor::Accession)?);
    concerns.extend(by_signatory(case)?);
    Ok(concerns)
}

fn by_signatory(case: &Case<'_>) -> Result<Option<Concern>, Ground> {
    let Some((signature, _)) = case.signature() else {
        return Ok(None);
    };
    let joins_again = case.ended().is_some_and(|ended| signature.on <= ended.on);
    if joins_again || entitlement::covering(case, OpenFor::Accession).is_some() {
        return Ok(None);
    }
    if let Some(open) = entitlement::covering(case, OpenFor::Signature) {
        return Err(Ground::SignatoryAccedes {
            signature,
            until: open.until,
        });
    }
    let is_silent = !entitlement::says_when(case, OpenFor::Signature);
    Ok(is_silent.then_some(Concern::SignatoryAccedes {
        signature: signature.act,
    }))
}
