//! Which reservations the text allows: none, any, only to some articles, or not to some.

use alloc::string::String;
use alloc::vec::Vec;

use super::force::end;
use super::phrase::treaty;
use crate::clause::propose::Role;
use crate::clause::propose::article::articles;
use crate::clause::propose::cursor::Cursor;
use crate::clause::propose::reading::Said;
use crate::clause::rule::Reservations;

const SEPARATORS: [&str; 3] = [", and|or", "and|or", ","];

/// Reads a sentence on reservations, to its end.
pub(super) fn sentence(c: &mut Cursor<'_>) -> Option<Said> {
    let reservations = c.noting(Role::Reservations, |c| {
        c.attempt(none)
            .or_else(|| c.attempt(none_but))
            .or_else(|| c.attempt(not_to))
            .or_else(|| c.attempt(only_to))
            .or_else(|| c.attempt(any))
    })?;
    Some(Said::Reservations(reservations))
}

/// Reads `to this Convention` or `to any of its provisions`.
fn to_the_treaty(c: &mut Cursor<'_>) -> bool {
    c.attempt(|c| {
        c.say_one(&["in respect of", "with respect to", "to"])
            .then_some(())?;
        c.say_one(&[
            "any provision|article of",
            "any of the provisions of",
            "the provisions of",
        ]);
        treaty(c).then_some(())
    })
    .is_some()
}

/// Reads `No reservations may be made`, `No reservation is permitted`.
fn no_reservations(c: &mut Cursor<'_>) -> bool {
    c.attempt(|c| {
        c.say("no reservation|reservations").then_some(())?;
        to_the_treaty(c);
        c.say_one(&[
            "may|shall|can be made|permitted|allowed|entered",
            "is|are permitted|allowed|admissible",
        ])
        .then_some(())
    })
    .is_some()
}

fn none(c: &mut Cursor<'_>) -> Option<Reservations> {
    let active = c.attempt(|c| {
        no_reservations(c).then_some(())?;
        to_the_treaty(c);
        end(c)
    });
    let passive = active.or_else(|| {
        c.attempt(|c| {
            c.say("reservations").then_some(())?;
            to_the_treaty(c);
            c.say_one(&[
                "are not permitted|allowed|admissible",
                "shall not be permitted|allowed|made|admissible",
                "may not be made",
                "are prohibited|excluded",
            ])
            .then_some(())?;
            to_the_treaty(c);
            end(c)
        })
    });
    passive
        .or_else(|| {
            c.attempt(|c| {
                treaty(c).then_some(())?;
                c.say_one(&[
                    "shall not be subject to reservations",
                    "is not subject to reservations",
                    "does not admit reservations",
                ])
                .then_some(())?;
                end(c)
            })
        })
        .map(|()| Reservations::None)
}

/// Reads `No reservations may be made except to articles 3 and 5`.
fn none_but(c: &mut Cursor<'_>) -> Option<Reservations> {
    no_reservations(c).then_some(())?;
    to_the_treaty(c);
    c.say_one(&[
        "[,] except [those] to",
        "[,] except in respect of",
        "[,] except with respect to",
        "[,] other than to",
        "[,] other than reservations|those to",
        "[,] other than reservations|those in respect of",
    ])
    .then_some(())?;
    let list = list(c)?;
    end(c)?;
    Some(Reservations::OnlyTo(list))
}

/// Reads `No reservation may be made to articles 1 and 3`.
fn not_to(c: &mut Cursor<'_>) -> Option<Reservations> {
    let before = c.attempt(|c| {
        no_reservations(c).then_some(())?;
        c.say_one(&["in respect of", "with respect to", "to"])
            .then_some(())?;
        list(c)
    });
    let list = before.or_else(|| {
        c.attempt(|c| {
            c.say_one(&["reservations to", "reservations in respect of"])
                .then_some(())?;
            let list = list(c)?;
            c.say_one(&[
                "are not permitted|allowed|admissible",
                "shall not be permitted|allowed|made|admissible",
                "may not be made",
            ])
            .then_some(())?;
            Some(list)
        })
    });
    let list = list.or_else(|| c.attempt(other_than))?;
    end(c)?;
    Some(Reservations::NotTo(list))
}

/// Reads `Any State may make reservations to articles of this Convention other than articles 1
/// and 3`.
fn other_than(c: &mut Cursor<'_>) -> Option<Vec<String>> {
    may_make(c)?;
    c.say("to").then_some(())?;
    c.say_one(&["[any] article|articles", "any provision"])
        .then_some(())?;
    c.attempt(|c| {
        c.say("of").then_some(())?;
        treaty(c).then_some(())
    });
    c.say("[,] other than").then_some(())?;
    list(c)
}

fn may_make(c: &mut Cursor<'_>) -> Option<()> {
    c.say_one(&[
        "any|each|a state|party may make reservations",
        "any|each|a contracting party|state may make reservations",
        "reservations may be made",
    ])
    .then_some(())
}

/// Reads `Reservations may be made only to articles 3 and 5`.
fn only_to(c: &mut Cursor<'_>) -> Option<Reservations> {
    c.say_one(&[
        "reservations may be made only to",
        "reservations are permitted|allowed only to",
        "reservations are permitted|allowed only in respect of",
        "reservations may be made only in respect of",
        "reservations may only be made to",
        "reservations shall only be permitted|allowed to",
    ])
    .then_some(())?;
    let list = list(c)?;
    end(c)?;
    Some(Reservations::OnlyTo(list))
}

/// Reads `Reservations may be made to any provision of this Convention`.
fn any(c: &mut Cursor<'_>) -> Option<Reservations> {
    may_make(c)?;
    c.say_one(&["to any provision|article of", "to any of the provisions of"])
        .then_some(())?;
    treaty(c).then_some(())?;
    end(c)?;
    Some(Reservations::Any)
}

fn list(c: &mut Cursor<'_>) -> Option<Vec<String>> {
    c.noting(Role::Articles, |c| {
        c.say("article|articles").then_some(())?;
        let list = articles(c, &SEPARATORS)?;
        c.attempt(|c| {
            c.say("of|thereof");
            treaty(c).then_some(())
        });
        Some(list)
    })
}
