//! Revocation of a notice of withdrawal before it takes effect (VCLT art. 68, END-6).
//!
//! | on the day of the revocation | examined |
//! | --- | --- |
//! | a notice is pending | received |
//! | the notice may have taken effect, because its day is not known | received, `notice-may-have-taken-effect` |
//! | the notice takes effect on this day or took effect before | refused, `notice-took-effect` |
//! | no notice was given, or it is already revoked | refused, `no-notice-to-revoke` |

use alloc::vec::Vec;

use crate::consent::Examined;
use crate::consent::case::Case;
use crate::refusal::Ground;
use crate::remark::Concern;
use crate::status::live::End;

/// Examines a revocation.
pub(crate) fn examine(case: &Case<'_>) -> Examined {
    if case.pending().is_some() {
        let end = case.live().map(|effect| effect.consent.end);
        return Ok(match end {
            Some(End::UnknownFrom(from, notice)) if from <= case.date() => {
                Vec::from([Concern::NoticeMayHaveTakenEffect { notice, from }])
            }
            _ => Vec::new(),
        });
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
