//! Provisional application and its end (VCLT art. 25).
//!
//! | on the day of the act | examined |
//! | --- | --- |
//! | the text is not yet adopted | refused, `before-adoption` |
//! | the participant is a party | refused, `already-party` (PA-2) |
//! | it already applies the treaty provisionally | refused, `already-provisional` |
//! | the text has a clause that counts such notices, and it is evaluated | received |
//! | the text has a clause on it | received, `not-evaluated`: its limits are examined by hand |
//! | the text has none | received, `no-provisional-clause` (PA-1) |
//! | an end without a beginning, or after entry into force for it | refused, `not-provisional` (PA-2) |

use alloc::vec::Vec;

use crate::act::ActKind;
use crate::clause::rule::ExtensionKeyword;
use crate::clause::truth::Truth;
use crate::consent::Examined;
use crate::consent::case::{Case, start_of};
use crate::refusal::{Earlier, Ground};
use crate::remark::Concern;

/// Examines a declaration of provisional application.
pub(crate) fn examine(case: &Case<'_>) -> Examined {
    case.not_before_adoption(case.date())?;
    let mut concerns = Vec::new();
    if let Some(effect) = case.live() {
        match case.history().binds(effect, case.date()) {
            Truth::False => {}
            Truth::Unknown => concerns.push(Concern::ForceUndetermined),
            Truth::True => {
                return Err(Ground::AlreadyParty {
                    since: start_of(effect),
                });
            }
        }
    }
    if let Some(earlier) = applied(case) {
        return Err(Ground::AlreadyProvisional(earlier));
    }
    let clause = case.beyond(&[
        ExtensionKeyword::ProvisionalApplication,
        ExtensionKeyword::ProvisionallyInForce,
    ]);
    let is_evaluated = case.treaty.provisional().is_some();
    let silent = (!is_evaluated).then_some(Concern::NoProvisionalClause);
    concerns.extend(clause.or(silent));
    Ok(concerns)
}

/// Examines the end of provisional application.
pub(crate) fn examine_end(case: &Case<'_>) -> Examined {
    match applied(case) {
        Some(_) => Ok(Vec::new()),
        None => Err(Ground::NotProvisional),
    }
}

/// The act since which the participant applies the treaty provisionally on the day of the request.
fn applied(case: &Case<'_>) -> Option<Earlier> {
    let position = case
        .history()
        .position(case.register, case.party, case.date());
    case.running(
        ActKind::ProvisionalApplication,
        ActKind::EndOfProvisionalApplication,
    )
    .filter(|_| position.applies_provisionally)
}
