//! What stands in the way of a new consent, whatever its kind (VCLT arts 11, 16).
//!
//! | on the day of the act | examined |
//! | --- | --- |
//! | the text is not yet adopted | refused, `before-adoption` (EIF-3) |
//! | a notice of withdrawal is pending | refused, `notice-pending`: revoke it (END-6) |
//! | a consent is live, or a later one is recorded | refused, `already-consented` |
//! | an earlier consent may have ended | received, `earlier-end-unknown` (END-12) |
//! | the text does not name the kind of act | received, `does-not-count` (CON-1) |
//! | an organization whose members are not known | received, `membership-unknown` (S-4) |
//! | a territory | received, `territory-not-counted` (S-1) |
//! | a statement on consent beyond the core | received, `not-evaluated` |

use alloc::vec::Vec;

use crate::clause::rule::{ExtensionKeyword, OrganizationCounting, Rule};
use crate::consent::Examined;
use crate::consent::case::{Case, consent_of, doubt_of};
use crate::party::ParticipantKind;
use crate::refusal::Ground;
use crate::remark::Concern;

/// Examines whether the participant is free to consent on the day of the request.
pub(crate) fn examine(case: &Case<'_>) -> Examined {
    case.not_before_adoption(case.date())?;
    let mut concerns = Vec::new();
    if let Some(effect) = case.live() {
        match doubt_of(effect) {
            Some((from, notice)) if from <= case.date() => {
                concerns.push(Concern::EarlierEndUnknown { notice });
            }
            _ => {
                return Err(case.pending().map_or_else(
                    || Ground::AlreadyConsented(consent_of(effect)),
                    Ground::NoticePending,
                ));
            }
        }
    }
    if let Some(later) = case
        .effects()
        .find(|effect| case.date() < effect.consent.from)
    {
        return Err(Ground::AlreadyConsented(consent_of(later)));
    }
    concerns.extend(counting(case));
    concerns.extend(case.beyond(&[ExtensionKeyword::ConsentBeyond, ExtensionKeyword::Link]));
    Ok(concerns)
}

/// What keeps the act from counting in the conditions of the text.
fn counting(case: &Case<'_>) -> Option<Concern> {
    if !case.treaty.clauses.statements.iter().all(|statement| {
        !matches!(&statement.rule, Rule::Consent(kinds) if !kinds.contains(&case.request.kind))
    }) {
        return Some(Concern::DoesNotCount);
    }
    match case.kind() {
        ParticipantKind::Territory => Some(Concern::TerritoryNotCounted),
        ParticipantKind::Organization => {
            let policies = case.register.policies(case.treaty);
            let counting = policies.organizations(Some(case.date())).0;
            let unknown = case
                .register
                .membership(&case.request.participant)
                .is_none();
            (counting == OrganizationCounting::NotAdditional && unknown)
                .then_some(Concern::MembershipUnknown)
        }
        _ => None,
    }
}
