//! Revocation of a notice of withdrawal before it takes effect (VCLT art. 68, END-6).
//!
//! | on the day of the revocation | examined |
//! | --- | --- |
//! | a notice is pending | received |
//! | the notice may have taken effect, because its day is not known | received, `notice-may-have-taken-effect` |
//! | the notice takes effect on this day or took effect before | refused, `notice-took-effect` |
//! | no notice was given, or it is already revoked | refused, `no-notice-to-revoke` |

use crate::act::ActKind;
use crate::consent::Examined;
use crate::consent::case::{Case, doubt_of};
use crate::refusal::Ground;
use crate::remark::Concern;

/// Examines a revocation.
pub(crate) fn examine(case: &Case<'_>) -> Examined {
    if let Some(pending) = case.pending()
        && case
            .latest(&[ActKind::Revocation])
            .is_none_or(|revoked| revoked.on < pending.notice.on)
    {
        let doubt = case.live().and_then(doubt_of);
        let doubt = doubt.filter(|(from, _)| *from <= case.date());
        return Ok(doubt
            .map(|(from, notice)| Concern::NoticeMayHaveTakenEffect { notice, from })
            .into_iter()
            .collect());
    }
    Err(too_late(case).unwrap_or(Ground::NoNoticeToRevoke))
}

/// The notice by which the last consent ended, where none is live any more.
fn too_late(case: &Case<'_>) -> Option<Ground> {
    if case.live().is_some() {
        return None;
    }
    let ended = case.ended()?;
    let by_notice = case.effects().any(|effect| {
        let mut notices = effect.consent.notices.iter();
        notices.any(|notice| notice.act == ended.act)
    });
    by_notice.then_some(Ground::NoticeTookEffect {
        notice: ended.act,
        effect: ended.on,
    })
}
