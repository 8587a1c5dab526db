//! Suspension of the operation of a treaty for one party, and its end (VCLT arts 57, 72).
//!
//! | on the day of the act | examined |
//! | --- | --- |
//! | the participant is not a party | refused, `not-a-party` (END-7) |
//! | whether it is a party is undetermined | received, `force-undetermined` |
//! | the operation is already suspended for it | refused, `already-suspended` |
//! | any other suspension | received, `suspension-not-examined`: the ground is not judged (G-2) |
//! | an end without suspension | refused, `not-suspended` |

use alloc::vec::Vec;

use crate::act::ActKind;
use crate::clause::truth::Truth;
use crate::consent::Examined;
use crate::consent::case::Case;
use crate::refusal::Ground;
use crate::remark::Concern;

/// Examines a suspension.
pub(crate) fn examine(case: &Case<'_>) -> Examined {
    let mut concerns = Vec::new();
    match case.history().is_party(case.party, case.date()) {
        Truth::False => return Err(Ground::NotAParty),
        Truth::Unknown => concerns.push(Concern::ForceUndetermined),
        Truth::True => {}
    }
    if let Some(earlier) = case.running(ActKind::Suspension, ActKind::EndOfSuspension) {
        return Err(Ground::AlreadySuspended(earlier));
    }
    concerns.push(Concern::SuspensionNotExamined);
    Ok(concerns)
}

/// Examines the end of a suspension.
pub(crate) fn examine_end(case: &Case<'_>) -> Examined {
    match case.running(ActKind::Suspension, ActKind::EndOfSuspension) {
        Some(_) => Ok(Vec::new()),
        None => Err(Ground::NotSuspended),
    }
}
