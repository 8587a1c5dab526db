//! Which reservations the text allows, in Turkish.

use alloc::string::String;
use alloc::vec::Vec;

use super::force::end;
use super::phrase::{Case, SEPARATORS, treaty};
use crate::clause::propose::Role;
use crate::clause::propose::article::label;
use crate::clause::propose::cursor::Cursor;
use crate::clause::propose::list::items;
use crate::clause::propose::reading::Said;
use crate::clause::rule::Reservations;

/// Reads a sentence on reservations, to its end.
pub(super) fn sentence(c: &mut Cursor<'_>) -> Option<Said> {
    let reservations = c.noting(Role::Reservations, |c| {
        c.attempt(none)
            .or_else(|| c.attempt(any))
            .or_else(|| c.attempt(by_articles))
    })?;
    end(c)?;
    Some(Said::Reservations(reservations))
}

const CANNOT: [&str; 3] = [
    "çekince konulamaz|konamaz|yapılamaz|getirilemez",
    "çekince konulmasına izin verilmez",
    "ihtirazi kayıt konulamaz|konamaz",
];

const CAN: [&str; 3] = [
    "çekince konulabilir|konabilir",
    "çekince konulmasına izin verilir",
    "ihtirazi kayıt konulabilir|konabilir",
];

fn none(c: &mut Cursor<'_>) -> Option<Reservations> {
    treaty(c, Case::Dative).then_some(())?;
    c.say("hiçbir|herhangi [bir]");
    c.say_one(&CANNOT).then_some(Reservations::None)
}

/// Reads `Bu Sözleşmenin bütün maddelerine çekince konulabilir`.
fn any(c: &mut Cursor<'_>) -> Option<Reservations> {
    treaty(c, Case::Genitive).then_some(())?;
    c.say("bütün|tüm|her|herhangi [bir] maddelerine|hükümlerine|hükmüne|maddesine")
        .then_some(())?;
    c.say_one(&CAN).then_some(Reservations::Any)
}

fn by_articles(c: &mut Cursor<'_>) -> Option<Reservations> {
    let only = c.say("yalnızca|sadece|yalnız");
    c.attempt(|c| treaty(c, Case::Genitive).then_some(()));
    let only = only || c.say("yalnızca|sadece|yalnız");
    let list = c.noting(Role::Articles, list)?;
    if only {
        return c.say_one(&CAN).then_some(Reservations::OnlyTo(list));
    }
    c.say("hiçbir|herhangi [bir]");
    c.say_one(&CANNOT).then_some(Reservations::NotTo(list))
}

/// Reads `3., 5. ve 7(2). maddelerine`, `3 ve 5. maddelere`.
fn list(c: &mut Cursor<'_>) -> Option<Vec<String>> {
    let list = items(c, &SEPARATORS, |c| {
        let label = label(c)?;
        c.say("[.] [inci|ıncı|uncu|üncü|nci|ncı]");
        Some(label)
    })?;
    c.say("maddelerine|maddesine|maddelere|maddeye")
        .then_some(list)
}
