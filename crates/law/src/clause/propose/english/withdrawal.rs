//! Withdrawal and denunciation: notice and when it takes effect, a bar before which no notice may
//! be given, or the exclusion of both. A text that is silent has no sentence.

use super::force::end;
use super::phrase::{cross_reference, depositary, period, treaty, treaty_or_it};
use crate::calendar::Unit;
use crate::clause::propose::cursor::Cursor;
use crate::clause::propose::reading::Said;
use crate::clause::propose::{RemarkKind, Role};
use crate::clause::rule::{BarStart, NoticeBar, Withdrawal};

/// Reads one sentence on withdrawal, or the two that say that it is allowed and when it takes
/// effect.
pub(super) fn sentence(c: &mut Cursor<'_>) -> Option<Said> {
    c.attempt(excluded)
        .or_else(|| c.attempt(allowed))
        .or_else(|| c.attempt(effect_only))
        .map(Said::Withdrawal)
}

fn excluded(c: &mut Cursor<'_>) -> Option<Withdrawal> {
    c.noting(Role::Withdrawal, |c| {
        let by_treaty = c.attempt(|c| {
            treaty(c).then_some(())?;
            (c.say("is|are not") || c.say("shall not be") || c.say("may not be")).then_some(())?;
            c.say_one(&[
                "subject to denunciation or withdrawal",
                "subject to withdrawal or denunciation",
                "subject to denunciation|withdrawal",
                "denounced",
            ])
            .then_some(())
        });
        if by_treaty.is_some() {
            return Some(());
        }
        c.say("no [state] [contracting] party|state may")
            .then_some(())?;
        leave(c)
    })?;
    end(c)?;
    Some(Withdrawal::Excluded)
}

/// Reads `denounce this Convention`, `withdraw from it`.
fn leave(c: &mut Cursor<'_>) -> Option<()> {
    c.say_one(&["denounce or withdraw from", "denounce", "withdraw from"])
        .then_some(())?;
    treaty_or_it(c).then_some(())
}

fn effect_only(c: &mut Cursor<'_>) -> Option<Withdrawal> {
    let start = c.place();
    let (count, unit) = c.noting(Role::Withdrawal, |c| {
        c.say("[the|a|any|such|each|this]");
        effect(c)
    })?;
    c.remark(RemarkKind::NoBarHere, start);
    end(c)?;
    Some(Withdrawal::Notice {
        count,
        unit,
        not_before: None,
    })
}

/// Reads `denunciation shall take effect one year after receipt of the notification`.
fn effect(c: &mut Cursor<'_>) -> Option<(u32, Unit)> {
    c.say("denunciation|withdrawal").then_some(())?;
    c.attempt(|c| {
        c.say("from|of").then_some(())?;
        treaty(c).then_some(())
    });
    takes_effect(c)
}

fn takes_effect(c: &mut Cursor<'_>) -> Option<(u32, Unit)> {
    c.say_one(&[
        "shall|will take effect",
        "takes effect",
        "shall|will become|be effective",
        "becomes effective",
    ])
    .then_some(())?;
    if c.say("after|upon|on|at") {
        c.remarking(
            RemarkKind::PeriodExpiry,
            &["[the] expiration|expiry of [the]", "the end of"],
        )
        .then_some(())?;
    }
    let (count, unit) = period(c)?;
    c.say("after|following|from").then_some(())?;
    c.noting(Role::Anchor, receipt)?;
    Some((count, unit))
}

fn receipt(c: &mut Cursor<'_>) -> Option<()> {
    let as_noun = c.attempt(|c| {
        c.say_one(&["the date|day of"]);
        c.say("the|its|such");
        c.say("receipt").then_some(())?;
        depositary(c, "by");
        c.attempt(|c| {
            c.say("of").then_some(())?;
            notice(c)
        });
        depositary(c, "by");
        Some(())
    });
    as_noun.or_else(|| {
        c.attempt(|c| {
            c.say("the date|day on which");
            notice(c)?;
            c.say_one(&["is|was received", "has been received"])
                .then_some(())?;
            depositary(c, "by").then_some(())
        })
    })
}

fn notice(c: &mut Cursor<'_>) -> Option<()> {
    c.say("the|such|that|its");
    c.say("written");
    c.say("notification|notice").then_some(())?;
    c.say_one(&["of denunciation|withdrawal"]);
    Some(())
}

/// Reads that a party may leave, from when on, and when that takes effect.
fn allowed(c: &mut Cursor<'_>) -> Option<Withdrawal> {
    let (not_before, (count, unit)) = c.noting(Role::Withdrawal, |c| {
        let before = c.attempt(|c| {
            let bar = bar(c)?;
            c.say(",");
            Some(bar)
        });
        who_may(c)?;
        leave(c)?;
        c.say_one(&["at any time"]);
        let between = if before.is_none() {
            c.attempt(bar)
        } else {
            None
        };
        c.say(",");
        by_notice(c)?;
        let bar = before.or(between);
        let effect = c
            .attempt(|c| {
                c.say(", which").then_some(())?;
                takes_effect(c)
            })
            .or_else(|| {
                c.attempt(|c| {
                    c.say(".").then_some(())?;
                    c.say("[the|a|any|such|each|this]");
                    effect(c)
                })
            })?;
        Some((bar, effect))
    })?;
    end(c)?;
    Some(Withdrawal::Notice {
        count,
        unit,
        not_before,
    })
}

fn who_may(c: &mut Cursor<'_>) -> Option<()> {
    c.say("a|any|each|every|that|such|the [state] [contracting] party|state may")
        .then_some(())
}

fn by_notice(c: &mut Cursor<'_>) -> Option<()> {
    c.say_one(&["by means of", "by giving", "by"])
        .then_some(())?;
    c.say("a|an");
    (c.say("[written] notification|notice") || c.say("instrument of denunciation")).then_some(())?;
    c.say("in writing");
    c.say("addressed|given");
    depositary(c, "to|with");
    cross_reference(c);
    Some(())
}

/// Reads `[at any time] after [the expiry of] five years from its entry into force [for that
/// Party]`.
fn bar(c: &mut Cursor<'_>) -> Option<NoticeBar> {
    c.noting(Role::Anchor, |c| {
        c.say("at any time");
        c.say("after").then_some(())?;
        c.say_one(&["[the] expiration|expiry of [the]"]);
        let (count, unit) = period(c)?;
        c.say("from|after|following").then_some(())?;
        let after = c
            .attempt(entry_noun)
            .or_else(|| c.attempt(entry_sentence))?;
        Some(NoticeBar { count, unit, after })
    })
}

fn entry_noun(c: &mut Cursor<'_>) -> Option<BarStart> {
    c.say_one(&["the date|day of"]);
    c.say("[the|its] entry|coming into force").then_some(())?;
    c.attempt(|c| {
        c.say("of").then_some(())?;
        treaty_or_it(c).then_some(())
    });
    Some(for_whom(c))
}

fn entry_sentence(c: &mut Cursor<'_>) -> Option<BarStart> {
    c.say("the date|day on which").then_some(())?;
    treaty_or_it(c).then_some(())?;
    c.say_one(&[
        "has entered|come into force",
        "entered|enters|came into force",
    ])
    .then_some(())?;
    Some(for_whom(c))
}

fn for_whom(c: &mut Cursor<'_>) -> BarStart {
    let own = c.say_one(&[
        "in respect of that|the|a|such [state] [contracting] party|state [concerned]",
        "for that|the|a|such [state] [contracting] party|state [concerned]",
        "for it",
    ]);
    if own {
        BarStart::ItsForce
    } else {
        BarStart::GeneralForce
    }
}
