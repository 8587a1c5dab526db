//! Withdrawal and denunciation in Turkish.

use super::force::end;
use super::phrase::{Case, by_depositary, depositary, period, treaty};
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
        c.attempt(|c| {
            treaty(c, Case::Ablative).then_some(())?;
            c.say("çekilinemez|çekilemez").then_some(())
        })
        .or_else(|| {
            c.attempt(|c| {
                treaty(c, Case::Nominative).then_some(())?;
                c.say("feshedilemez").then_some(())
            })
        })
        .or_else(|| {
            c.attempt(|c| {
                c.say("hiçbir taraf [devlet]").then_some(())?;
                leaves(c, "çekilemez", "feshedemez")
            })
        })
    })?;
    end(c)?;
    Some(Withdrawal::Excluded)
}

fn leaves(c: &mut Cursor<'_>, withdraws: &str, denounces: &str) -> Option<()> {
    c.say(",");
    c.attempt(|c| {
        treaty(c, Case::Ablative).then_some(())?;
        c.say(withdraws).then_some(())
    })
    .or_else(|| {
        c.attempt(|c| {
            treaty(c, Case::Accusative).then_some(())?;
            c.say(denounces).then_some(())
        })
    })
}

fn effect_only(c: &mut Cursor<'_>) -> Option<Withdrawal> {
    let start = c.place();
    let (count, unit) = c.noting(Role::Withdrawal, effect)?;
    c.remark(RemarkKind::NoBarHere, start);
    end(c)?;
    Some(Withdrawal::Notice {
        count,
        unit,
        not_before: None,
    })
}

/// Reads `Çekilme, bildirimin alındığı tarihten bir yıl sonra hüküm doğurur`.
fn effect(c: &mut Cursor<'_>) -> Option<(u32, Unit)> {
    c.say("[bu] çekilme|fesih [,]").then_some(())?;
    c.noting(Role::Anchor, |c| {
        c.say("[yazılı] bildirimin|bildiriminin").then_some(())?;
        by_depositary(c);
        c.say_one(&[
            "alındığı tarihten|günden",
            "alınmasından",
            "alınma tarihinden",
        ])
        .then_some(())
    })?;
    c.remarking(RemarkKind::PeriodExpiry, &["itibaren"]);
    let (count, unit) = period(c)?;
    c.say("sonra").then_some(())?;
    c.say_one(&[
        "hüküm doğurur",
        "hüküm ifade eder",
        "sonuç doğurur",
        "geçerli|etkili olur",
        "geçerlilik kazanır",
        "yürürlüğe girer",
    ])
    .then_some((count, unit))
}

/// Reads that a party may leave, from when on, and when that takes effect.
fn allowed(c: &mut Cursor<'_>) -> Option<Withdrawal> {
    let (not_before, (count, unit)) = c.noting(Role::Withdrawal, |c| {
        let before = c.attempt(|c| {
            let bar = bar(c)?;
            c.say(",");
            Some(bar)
        });
        c.say("her|herhangi [bir] taraf [devlet] [,]")
            .then_some(())?;
        let bar = match before {
            Some(bar) => Some(bar),
            None => c.attempt(bar),
        };
        c.say("[,] [her] [zaman] [,]");
        depositary(c);
        c.say_one(&[
            "yapacağı|göndereceği [yazılı] bildirimle",
            "yazılı bildirimle",
            "yazılı bildirimde bulunarak",
        ])
        .then_some(())?;
        leaves(c, "çekilebilir", "feshedebilir")?;
        c.say(".").then_some(())?;
        Some((bar, effect(c)?))
    })?;
    end(c)?;
    Some(Withdrawal::Notice {
        count,
        unit,
        not_before,
    })
}

/// Reads `Sözleşmenin [kendisi bakımından] yürürlüğe girdiği tarihten beş yıl sonra|geçtikten
/// sonra`.
fn bar(c: &mut Cursor<'_>) -> Option<NoticeBar> {
    c.noting(Role::Anchor, |c| {
        treaty(c, Case::Genitive).then_some(())?;
        let own = c.say_one(&[
            "kendisi|kendi bakımından|için|açısından",
            "o taraf bakımından|için",
        ]);
        c.say("yürürlüğe").then_some(())?;
        c.say_one(&["girdiği tarihten", "girmesinden|girişinden"])
            .then_some(())?;
        c.say("itibaren");
        let (count, unit) = period(c)?;
        c.say("[geçtikten] sonra").then_some(())?;
        let after = if own {
            BarStart::ItsForce
        } else {
            BarStart::GeneralForce
        };
        Some(NoticeBar { count, unit, after })
    })
}
