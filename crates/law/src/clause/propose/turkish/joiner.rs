//! Entry into force for those who consent later, in Turkish.

use super::condition::{Day, deposit_day, word_for_the_day};
use super::force::{end, enters};
use super::phrase::{Case, depositary, kinds, participles, subject, treaty};
use super::term::from_day;
use crate::act::ActKind;
use crate::clause::propose::Role;
use crate::clause::propose::cursor::Cursor;
use crate::clause::propose::number::{Form, number};
use crate::clause::propose::reading::Said;
use crate::clause::rule::{JoinerScope, Point};

/// Reads a sentence on those who join later, to its end.
pub(super) fn sentence(c: &mut Cursor<'_>) -> Option<Said> {
    let subject_first = subject(c);
    c.say(",");
    let (scope, number) = c.noting(Role::Scope, whom)?;
    c.say(",");
    if !subject_first {
        subject(c);
        c.say(",");
    }
    let day = c.noting(Role::Anchor, own_deposit)?;
    let term = from_day(c, day, Point::ItsDeposit)?;
    enters(c).then_some(())?;
    end(c)?;
    Some(Said::Joiner {
        scope,
        number,
        term,
    })
}

/// Reads `yirminci onay belgesinin tevdi edilmesinden sonra onaylayan veya katılan her Devlet
/// bakımından`.
fn whom(c: &mut Cursor<'_>) -> Option<(JoinerScope, Option<u32>)> {
    let after = c.attempt(after_force).or_else(|| c.attempt(after_number))?;
    consenting(c)?;
    c.say("her [bir] devlet|taraf bakımından|için|açısından|yönünden")
        .then_some(after)
}

fn after_force(c: &mut Cursor<'_>) -> Option<(JoinerScope, Option<u32>)> {
    treaty(c, Case::Genitive);
    c.say("yürürlüğe").then_some(())?;
    c.say_one(&[
        "girmesinden|girişinden",
        "girdiği tarihten",
        "giriş tarihinden",
    ])
    .then_some(())?;
    c.say("sonra").then_some((JoinerScope::AfterForce, None))
}

fn after_number(c: &mut Cursor<'_>) -> Option<(JoinerScope, Option<u32>)> {
    let number = c.noting(Role::Threshold, |c| number(c, Form::Ordinal))?;
    kinds(c)?;
    c.take_kinds();
    c.say("belgesinin").then_some(())?;
    depositary(c);
    c.say_one(&[
        "tevdiinden|tevdisinden",
        "tevdi|depo|teslim edilmesinden",
        "tevdi|depo|teslim edildiği tarihten",
        "tevdi tarihinden",
    ])
    .then_some(())?;
    c.say("sonra").then_some((JoinerScope::Later, Some(number)))
}

/// Reads what they do; only a clause that names ratification (or its like) and accession governs
/// all who join later.
fn consenting(c: &mut Cursor<'_>) -> Option<()> {
    let governs_all = |acts: &[ActKind]| {
        let ratifying = [
            ActKind::Ratification,
            ActKind::Acceptance,
            ActKind::Approval,
        ];
        let ratifies = acts.iter().any(|act| ratifying.contains(act));
        ratifies && acts.contains(&ActKind::Accession)
    };
    if let Some(acts) = c.attempt(participles) {
        return governs_all(&acts).then_some(());
    }
    if let Some(()) = c.attempt(|c| {
        treaty(c, Case::Nominative).then_some(())?;
        c.say("ile bağlanma rızasını beyan|ifade eden")
            .then_some(())
    }) {
        return Some(());
    }
    c.say("[kendi]");
    c.attempt(kinds);
    let named = c.take_kinds();
    c.say("belgesini").then_some(())?;
    depositary(c);
    c.say("tevdi|depo|teslim eden").then_some(())?;
    named.iter().all(|kinds| governs_all(kinds)).then_some(())
}

/// Reads the own deposit up to the word for the day.
fn own_deposit(c: &mut Cursor<'_>) -> Option<Day> {
    let owner = c.say_one(&[
        "o|bu|anılan devletin",
        "söz konusu devletin",
        "ilgili devletin",
    ]);
    let own = c.say("kendi") || owner;
    c.attempt(kinds);
    c.take_kinds();
    if c.say("belgesini") {
        depositary(c);
        c.say("tevdi|depo|teslim ettiği").then_some(())?;
        return word_for_the_day(c);
    }
    own.then_some(())?;
    c.say("belgesinin").then_some(())?;
    depositary(c);
    deposit_day(c)
}
