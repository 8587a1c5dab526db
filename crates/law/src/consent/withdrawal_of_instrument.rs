//! Withdrawal of an instrument of consent before the treaty is in force for its author (CON-5, by
//! analogy with VCLT art. 68: before it takes effect).
//!
//! | on the day of the withdrawal | examined |
//! | --- | --- |
//! | no consent is live | refused, `no-instrument` |
//! | the treaty is in force for the author | refused, `in-force-for-it`: notice of withdrawal (VCLT art. 54) |
//! | whether it is in force is undetermined | received, `force-undetermined` |
//! | the policy `withdrawal-before-force` is `refused` | refused, `instrument-kept` |
//! | the condition for entry into force is met, its day has not come | received, `trigger-is-final` |
//!
//! The last line rests on three rules together. An instrument that has not taken effect binds only
//! by VCLT art. 18(b); the trigger, once reached, is final (EIF-6), so that the others keep their
//! date; and nobody starts whose consent is no longer live on that day. The same holds for a later
//! joiner until its own date: it can give no notice yet, so it must be able to take its instrument
//! back.

use alloc::vec::Vec;

use crate::clause::rule::{PolicySetting, WithdrawalBeforeForce};
use crate::clause::truth::Truth;
use crate::consent::Examined;
use crate::consent::case::{Case, consent_of, start_of};
use crate::refusal::Ground;
use crate::remark::Concern;
use crate::status::history::Force;

/// Examines the withdrawal of an instrument.
pub(crate) fn examine(case: &Case<'_>) -> Examined {
    let Some(effect) = case.live() else {
        return Err(Ground::NoInstrument);
    };
    let mut concerns = Vec::new();
    match case.history().binds(effect, case.date()) {
        Truth::False => {}
        Truth::Unknown => concerns.push(Concern::ForceUndetermined),
        Truth::True => {
            return Err(Ground::InForceForIt {
                consent: consent_of(effect),
                since: start_of(effect),
            });
        }
    }
    let policies = case.register.policies(case.treaty);
    let (policy, layer) = policies.find(Some(case.date()), |setting| match setting {
        PolicySetting::WithdrawalBeforeForce(policy) => Some(policy),
        _ => None,
    });
    if policy == WithdrawalBeforeForce::Refused {
        return Err(Ground::InstrumentKept { layer });
    }
    concerns.extend(after_trigger(case));
    Ok(concerns)
}

fn after_trigger(case: &Case<'_>) -> Option<Concern> {
    match case.history().force() {
        Force::InForce {
            since,
            trigger: Some(trigger),
        } if *trigger <= case.date() && case.date() < *since => Some(Concern::TriggerIsFinal {
            trigger: *trigger,
            general: *since,
        }),
        _ => None,
    }
}
