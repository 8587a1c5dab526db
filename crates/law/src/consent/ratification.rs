//! Ratification, acceptance and approval (VCLT art. 14): acts that complete a signature.
//!
//! | on the day of deposit | examined |
//! | --- | --- |
//! | an organization ratifies | refused, `organization-ratifies` (VCLT-IO art. 14) |
//! | no signature is recorded | refused, `unsigned` (CON-3) |
//! | acceptance or approval, and the text names it but neither ratification nor accession | received, `accepted-without-signature` |
//! | the signature is one *ad referendum* without confirmation | received, `ad-referendum-unconfirmed` (SIG-2) |
//! | the signature led to a consent that has ended | received, `signature-spent` (END-12) |
//! | what stands in the way of any consent | see `standing_consent` |

use crate::act::ActKind;
use crate::clause::rule::Rule;
use crate::consent::case::Case;
use crate::consent::{Examined, standing_consent};
use crate::party::ParticipantKind;
use crate::refusal::Ground;
use crate::remark::Concern;

/// Examines an instrument of ratification, acceptance or approval.
pub(crate) fn examine(case: &Case<'_>) -> Examined {
    let kind = case.request.kind;
    if kind == ActKind::Ratification && case.kind() == ParticipantKind::Organization {
        return Err(Ground::OrganizationRatifies);
    }
    let mut concerns = standing_consent::examine(case)?;
    match completes_signature(case) {
        Ok(concern) => concerns.extend(concern),
        Err(Ground::Unsigned) if kind != ActKind::Ratification && is_general(case) => {
            concerns.push(Concern::AcceptedWithoutSignature);
        }
        Err(ground) => return Err(ground),
    }
    Ok(concerns)
}

/// Examines whether there is a signature that the act completes.
pub(crate) fn completes_signature(case: &Case<'_>) -> Result<Option<Concern>, Ground> {
    let Some((signature, kind)) = case.signature() else {
        return Err(Ground::Unsigned);
    };
    let spent = case
        .effects()
        .any(|effect| signature.on <= effect.consent.from && effect.consent.from <= case.date());
    if spent {
        return Ok(Some(Concern::SignatureSpent));
    }
    let confirmed = case
        .latest(&[ActKind::ConfirmationOfSignature])
        .is_some_and(|confirmed| signature.on <= confirmed.on);
    let open = kind == ActKind::SignatureAdReferendum && !confirmed;
    Ok(open.then_some(Concern::AdReferendumUnconfirmed {
        signature: signature.act,
    }))
}

/// Whether the text names this kind of act and no other by which one who has not signed, or has,
/// could become a party: then it is the general act of consent.
fn is_general(case: &Case<'_>) -> bool {
    case.treaty
        .clauses
        .statements
        .iter()
        .any(|statement| match &statement.rule {
            Rule::Consent(kinds) => {
                kinds.contains(&case.request.kind)
                    && !kinds.contains(&ActKind::Ratification)
                    && !kinds.contains(&ActKind::Accession)
            }
            _ => false,
        })
}
