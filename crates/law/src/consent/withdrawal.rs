//! Notice of withdrawal or denunciation (VCLT arts 54, 56).
//!
//! | on the day of receipt | examined |
//! | --- | --- |
//! | no consent is live | refused, `nothing-to-withdraw` (END-1) |
//! | a notice is pending | refused, `second-notice` (END-6) |
//! | the treaty is not in force for the participant | refused, `not-in-force-for-it`: the instrument can be withdrawn (CON-5) |
//! | whether it is in force is undetermined | received, `force-undetermined` |
//! | the text excludes withdrawal | refused, `withdrawal-excluded` (END-1) |
//! | no notice may be given yet | refused, `notice-too-early` with the first day (END-5) |
//! | the notice names an earlier day of effect than the text allows | refused, `effect-too-early` (END-4, END-5) |
//! | the text is silent | received, `silent-on-withdrawal` (END-4) |
//! | the register has no clause on withdrawal | received, `no-withdrawal-rule` |
//! | the clause is beyond the core | received, `not-evaluated` |
//!
//! A later day of effect than the earliest may be named (END-5).

use alloc::vec::Vec;

use crate::calendar::Date;
use crate::clause::denunciation::{self, Ending, InForceSince, Notice};
use crate::clause::explain::Step;
use crate::clause::rule::{ExtensionKeyword, Withdrawal};
use crate::clause::truth::Truth;
use crate::consent::Examined;
use crate::consent::case::{Case, consent_of, start_of};
use crate::refusal::Ground;
use crate::remark::Concern;
use crate::status::history::Effect;

/// Examines a notice of withdrawal.
pub(crate) fn examine(case: &Case<'_>) -> Examined {
    let Some(effect) = case.live() else {
        return Err(Ground::NothingToWithdraw {
            ended: case.ended(),
        });
    };
    if let Some(pending) = case.pending() {
        return Err(Ground::SecondNotice(pending));
    }
    let mut concerns = Vec::new();
    match case.history().binds(effect, case.date()) {
        Truth::True => {}
        Truth::Unknown => concerns.push(Concern::ForceUndetermined),
        Truth::False => {
            return Err(Ground::NotInForceForIt {
                consent: consent_of(effect),
                from: start_of(effect),
            });
        }
    }
    concerns.extend(by_clause(case, effect)?);
    Ok(concerns)
}

fn by_clause(case: &Case<'_>, effect: &Effect) -> Result<Option<Concern>, Ground> {
    if let Some(beyond) = case.beyond(&[ExtensionKeyword::WithdrawalBeyond]) {
        not_earlier_than(case, case.date())?;
        return Ok(Some(beyond));
    }
    if let Some((statement, Withdrawal::Excluded)) = case.treaty.withdrawal() {
        return Err(Ground::WithdrawalExcluded { statement });
    }
    let notice = Notice {
        act: case.next_act(),
        received: case.date(),
        recorded_effect: None,
    };
    let since = InForceSince {
        general: case.history().force().as_since(),
        own: effect.start.as_since(),
    };
    let policies = case.register.policies(case.treaty);
    let (ending, steps) = denunciation::effect_of(notice, case.treaty, policies, since);
    if let Some(bar) = steps.iter().find_map(barred) {
        return Err(Ground::NoticeTooEarly { bar });
    }
    match ending {
        Ending::On(earliest) => {
            not_earlier_than(case, earliest)?;
            Ok(None)
        }
        Ending::UnknownFrom(earliest) => {
            not_earlier_than(case, earliest)?;
            Ok(match case.treaty.withdrawal() {
                Some((_, Withdrawal::Silent)) => Some(Concern::SilentOnWithdrawal { earliest }),
                None => Some(Concern::NoWithdrawalRule),
                // The bar runs from a day that is not known; that remark is already made.
                Some(_) => None,
            })
        }
        // The period ends beyond the calendar, or the bar has not begun to run.
        Ending::Barred | Ending::Never => Ok(case
            .treaty
            .withdrawal()
            .map(|(statement, _)| Concern::NotEvaluated { statement })),
    }
}

const fn barred(step: &Step) -> Option<Date> {
    match step {
        Step::Barred { bar } => Some(*bar),
        _ => None,
    }
}

fn not_earlier_than(case: &Case<'_>, earliest: Date) -> Result<(), Ground> {
    match case.request.effect {
        Some(stated) if stated < earliest => Err(Ground::EffectTooEarly { stated, earliest }),
        _ => Ok(()),
    }
}
