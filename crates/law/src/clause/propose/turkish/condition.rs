//! What must have happened, in Turkish, up to the word for the day: `yirminci onay belgesinin tevdi
//! edildiği tarihi`. The case of that word is kept: it says what may follow.

use alloc::vec::Vec;

use super::participants::{all_signatories, listed_in_annex, names_of, share};
use super::phrase::{Case, depositary, kinds, treaty};
use crate::act::ActKind;
use crate::clause::propose::Role;
use crate::clause::propose::cursor::Cursor;
use crate::clause::propose::named::Named;
use crate::clause::propose::number::{Form, number};
use crate::clause::rule::{Atom, Condition, Filter, Noun, Set};

/// How the word for the day ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Day {
    /// tarihi: "izleyen" may follow.
    Accusative,
    /// tarihten: "sonra" may follow.
    Ablative,
    /// tarihte: the day itself.
    Locative,
    /// tarihin: "içinde bulunduğu ay" may follow.
    Genitive,
    /// edildiği ayı: the month itself was named.
    Month,
}

/// Reads what must have happened, and the word for the day.
pub(super) fn day_of(c: &mut Cursor<'_>) -> Option<(Condition, Day)> {
    c.attempt(deposited_instruments)
        .or_else(|| c.attempt(depositing_states))
        .or_else(|| c.attempt(ratified_by))
}

/// Reads `en az on bir onay belgesinin tevdi edilmiş olması`, the condition of a fixed day.
pub(super) fn having_been_deposited(c: &mut Cursor<'_>) -> Option<Condition> {
    let mut named = Named::default();
    elements(c, &mut named)?;
    depositary(c);
    c.say("tevdi|depo|teslim edilmiş olması").then_some(())?;
    named.condition()
}

fn deposited_instruments(c: &mut Cursor<'_>) -> Option<(Condition, Day)> {
    let mut named = Named::default();
    elements(c, &mut named)?;
    depositary(c);
    let day = deposit_day(c)?;
    Some((named.condition()?, day))
}

/// Reads the instruments, one element after the other.
fn elements(c: &mut Cursor<'_>, named: &mut Named) -> Option<()> {
    element(c, named)?;
    while c
        .attempt(|c| {
            c.say_one(&[", ve", "ve|ile", ","]).then_some(())?;
            element(c, named)
        })
        .is_some()
    {}
    Some(())
}

fn element(c: &mut Cursor<'_>, named: &mut Named) -> Option<()> {
    c.attempt(|c| nth(c, named))
        .or_else(|| c.attempt(|c| including(c, named)))
        .or_else(|| c.attempt(|c| of_all(c, named)))
        .or_else(|| c.attempt(|c| counted(c, named)))
}

/// Reads `yirminci onay veya katılma belgesinin`.
fn nth(c: &mut Cursor<'_>, named: &mut Named) -> Option<()> {
    let states = c.say("bir devlet tarafından") || c.say("devletlerce");
    let least = c.noting(Role::Threshold, |c| number(c, Form::Ordinal))?;
    kinds(c)?;
    c.noting(Role::Noun, |c| c.say("belgesinin").then_some(()))?;
    named.push(Atom::Count {
        least,
        noun: noun(states),
        filters: Vec::new(),
    });
    Some(())
}

const fn noun(states: bool) -> Noun {
    if states {
        Noun::States
    } else {
        Noun::Instruments
    }
}

/// Reads `Fransa ve İtalya'nın onay belgeleri dâhil olmak üzere en az altı onay belgesinin`.
fn including(c: &mut Cursor<'_>, named: &mut Named) -> Option<()> {
    let listed = names_of(c)?;
    c.attempt(kinds);
    c.say("belgeleri|belgesi dahil olmak üzere [,]")
        .then_some(())?;
    counted(c, named)?;
    named.qualify_including(listed);
    Some(())
}

/// Reads `Fransa ve İtalya'nın onay belgelerinin`, `bütün imzacı Devletlerin onay belgelerinin`.
fn of_all(c: &mut Cursor<'_>, named: &mut Named) -> Option<()> {
    if let Some(listed) = c.attempt(names_of) {
        named.push_listed(listed);
    } else if let Some(set) = c.attempt(everybody) {
        named.push(Atom::AllOf(set));
    } else {
        return None;
    }
    kinds(c)?;
    c.noting(Role::Noun, |c| {
        c.say("belgelerinin|belgesinin").then_some(())
    })
}

/// Reads `bütün imzacı Devletlerin`, `Ek 2'de sayılan bütün Devletlerin`.
fn everybody(c: &mut Cursor<'_>) -> Option<Set> {
    c.attempt(all_signatories).or_else(|| {
        c.attempt(|c| {
            let set = listed_in_annex(c)?;
            c.say("bütün|tüm devletlerin").then_some(set)
        })
    })
}

/// Reads `en az yirmi diğer onay belgesinin`, with a share or a group before the number.
fn counted(c: &mut Cursor<'_>, named: &mut Named) -> Option<()> {
    let mut filters = Vec::new();
    let group = c.attempt(|c| {
        let set = listed_in_annex(c)?;
        (c.say("devletlere ait") || c.say("devletlerin [,]")).then_some(set)
    });
    let group = group.or_else(|| {
        c.attempt(|c| {
            c.say("imzacı devletlere ait [,]")
                .then_some(Set::Signatories)
        })
    });
    filters.extend(group.map(Filter::Of));
    let share = c.attempt(share);
    c.say("en az");
    let least = c.noting(Role::Threshold, |c| number(c, Form::Cardinal))?;
    if c.say("diğer") {
        filters.push(named.others()?);
    }
    kinds(c)?;
    c.noting(Role::Noun, |c| c.say("belgesinin").then_some(()))?;
    named.push(Atom::Count {
        least,
        noun: Noun::Instruments,
        filters,
    });
    if let Some(share) = share {
        named.qualify(share);
    }
    Some(())
}

/// Reads `en az on Devletin onay belgelerini tevdi ettiği tarih…`.
fn depositing_states(c: &mut Cursor<'_>) -> Option<(Condition, Day)> {
    let mut named = Named::default();
    states(c, &mut named)?;
    while c
        .attempt(|c| {
            c.say_one(&[", ve", "ve|ile", ","]).then_some(())?;
            states(c, &mut named)
        })
        .is_some()
    {}
    let done = c.attempt(|c| {
        c.say("[kendi]");
        kinds(c)?;
        c.say("belgelerini|belgesini").then_some(())?;
        depositary(c);
        (c.say("tevdi|depo|teslim ettiği|ettikleri")).then_some(())
    });
    done.or_else(|| {
        c.attempt(|c| {
            treaty(c, Case::Nominative).then_some(())?;
            c.say("ile bağlanma rızasını|rızalarını beyan|ifade ettiği|ettikleri")
                .then_some(())
        })
    })?;
    let day = word_for_the_day(c)?;
    Some((named.condition()?, day))
}

fn states(c: &mut Cursor<'_>, named: &mut Named) -> Option<()> {
    if let Some(set) = c.attempt(everybody) {
        named.push(Atom::AllOf(set));
        return Some(());
    }
    c.attempt(|c| {
        let share = c.attempt(share);
        c.say("en az");
        let least = c.noting(Role::Threshold, |c| number(c, Form::Cardinal))?;
        let mut filters = Vec::new();
        if c.say("diğer") {
            filters.push(named.others()?);
        }
        if c.say("imzacı") {
            filters.push(Filter::Of(Set::Signatories));
        }
        c.noting(Role::Noun, |c| c.say("devletin").then_some(()))?;
        named.push(Atom::Count {
            least,
            noun: Noun::States,
            filters,
        });
        if let Some(share) = share {
            named.qualify(share);
        }
        Some(())
    })
    .or_else(|| {
        let listed = c.attempt(names_of)?;
        named.push_listed(listed);
        Some(())
    })
}

/// Reads `yirmi Devlet tarafından onaylandığı tarih…`.
fn ratified_by(c: &mut Cursor<'_>) -> Option<(Condition, Day)> {
    c.say("en az");
    let least = c.noting(Role::Threshold, |c| number(c, Form::Cardinal))?;
    c.noting(Role::Noun, |c| {
        (c.say("devlet tarafından") || c.say("devletçe")).then_some(())
    })?;
    c.noting(Role::Kinds, |c| c.say("onaylandığı").then_some(()))?;
    c.keep_kinds(alloc::vec![ActKind::Ratification]);
    let day = word_for_the_day(c)?;
    Some((
        Condition::Atom(Atom::Count {
            least,
            noun: Noun::States,
            filters: Vec::new(),
        }),
        day,
    ))
}

/// Reads the deposit after its genitive, to the word for the day: `tevdi edildiği tarihi`.
pub(super) fn deposit_day(c: &mut Cursor<'_>) -> Option<Day> {
    c.attempt(|c| {
        c.say("tevdi|depo|teslim edildiği").then_some(())?;
        word_for_the_day(c)
    })
    .or_else(|| c.attempt(verbal_noun))
    .or_else(|| {
        c.attempt(|c| {
            c.say("tevdi|depo|teslim [edilme|edilmesi]").then_some(())?;
            possessed_day(c)
        })
    })
}

/// Reads the word for the day after a participle: `tarihi`, `tarihten`, `günde`.
pub(super) fn word_for_the_day(c: &mut Cursor<'_>) -> Option<Day> {
    let forms = [
        ("tarihi|günü", Day::Accusative),
        ("tarihten|günden", Day::Ablative),
        ("tarihte|günde|gün", Day::Locative),
        ("tarihin|günün", Day::Genitive),
        ("ayı", Day::Month),
    ];
    forms
        .into_iter()
        .find_map(|(words, day)| c.say(words).then_some(day))
}

fn possessed_day(c: &mut Cursor<'_>) -> Option<Day> {
    let forms = [
        ("tarihini|gününü", Day::Accusative),
        ("tarihinden|gününden", Day::Ablative),
        ("tarihinde|gününde", Day::Locative),
        ("tarihinin|gününün", Day::Genitive),
    ];
    forms
        .into_iter()
        .find_map(|(words, day)| c.say(words).then_some(day))
}

fn verbal_noun(c: &mut Cursor<'_>) -> Option<Day> {
    let forms: [(&[&str], Day); 3] = [
        (
            &["tevdiini|tevdisini", "tevdi|depo|teslim edilmesini"],
            Day::Accusative,
        ),
        (
            &["tevdiinden|tevdisinden", "tevdi|depo|teslim edilmesinden"],
            Day::Ablative,
        ),
        (
            &[
                "tevdiiyle|tevdisiyle",
                "tevdi|depo|teslim edilmesiyle",
                "tevdi|depo|teslim edilmesi üzerine",
            ],
            Day::Locative,
        ),
    ];
    forms
        .into_iter()
        .find_map(|(patterns, day)| c.say_one(patterns).then_some(day))
}
