//! Days reached from a point: `on the thirtieth day after …`, `three months after …`, `on the first
//! day of the month following …`.

use alloc::boxed::Box;

use super::condition;
use super::phrase::{date, period, treaty_or_it};
use crate::calendar::Unit;
use crate::clause::propose::cursor::Cursor;
use crate::clause::propose::number::{Form, number};
use crate::clause::propose::{RemarkKind, Role};
use crate::clause::rule::{Point, Term};

/// What the words of an anchor are read with: the general clause and the joiner clause differ.
pub(super) trait Anchor: Copy {
    /// Reads a deposit as a noun, without "the date of".
    fn deposit(self, c: &mut Cursor<'_>) -> Option<Point>;
    /// Reads a sentence after "the date on which".
    fn sentence(self, c: &mut Cursor<'_>) -> Option<Point>;
    /// Reads other points, if there are any.
    fn other(self, c: &mut Cursor<'_>) -> Option<Point>;
}

/// The anchors of general entry into force.
#[derive(Clone, Copy)]
pub(super) struct General;

impl Anchor for General {
    fn deposit(self, c: &mut Cursor<'_>) -> Option<Point> {
        condition::deposit(c).map(Point::TheDay)
    }

    fn sentence(self, c: &mut Cursor<'_>) -> Option<Point> {
        condition::sentence(c).map(Point::TheDay)
    }

    fn other(self, c: &mut Cursor<'_>) -> Option<Point> {
        milestone(c)
    }
}

/// Reads adoption or opening for signature as a point.
pub(super) fn milestone(c: &mut Cursor<'_>) -> Option<Point> {
    c.noting(Role::Anchor, |c| {
        c.attempt(|c| {
            c.say("[the] [date] [of] [its] [the] adoption")
                .then_some(())?;
            of_the_treaty(c);
            Some(Point::Adoption)
        })
        .or_else(|| {
            c.attempt(|c| {
                c.say("[the] [date] [of] [its] [the] opening")
                    .then_some(())?;
                of_the_treaty(c);
                c.say("for signature").then_some(Point::Opening)
            })
        })
        .or_else(|| {
            c.say("the date on which").then_some(())?;
            treaty_or_it(c).then_some(())?;
            c.say("is|was [first] opened for signature")
                .then_some(Point::Opening)
        })
    })
}

fn of_the_treaty(c: &mut Cursor<'_>) {
    c.attempt(|c| {
        c.say("of").then_some(())?;
        treaty_or_it(c).then_some(())
    });
}

/// Reads a term.
pub(super) fn term(c: &mut Cursor<'_>, anchor: impl Anchor) -> Option<Term> {
    c.attempt(|c| first_of_month(c, anchor))
        .or_else(|| c.attempt(|c| nth_day(c, anchor)))
        .or_else(|| c.attempt(|c| period_after(c, anchor)))
        .or_else(|| c.attempt(|c| on_the_day(c, anchor)))
        .or_else(|| c.attempt(named_day))
}

fn named_day(c: &mut Cursor<'_>) -> Option<Term> {
    c.say("on").then_some(())?;
    Some(Term::On(Point::Date(date(c)?)))
}

/// Reads `on the first day of the month following …` and `… of the sixth month after …`.
fn first_of_month(c: &mut Cursor<'_>, anchor: impl Anchor) -> Option<Term> {
    let month = c.noting(Role::Period, |c| {
        c.say("on the first day of the").then_some(())?;
        c.say("calendar");
        let month = if c.say("[next] month") {
            1
        } else {
            let month = number(c, Form::Ordinal)?;
            c.say("[calendar] month").then_some(())?;
            u8::try_from(month)
                .ok()
                .filter(|month| (2..=12).contains(month))?
        };
        c.say_one(&[
            "that follows",
            "which follows",
            "following upon",
            "following",
            "after",
        ])
        .then_some(month)
    })?;
    let point = c
        .attempt(|c| {
            c.attempt(|c| inner(c, anchor))
                .map(|term| Point::Term(Box::new(term)))
        })
        .or_else(|| {
            c.attempt(|c| {
                c.say("the month in|during which").then_some(())?;
                anchor.sentence(c)
            })
        })
        .or_else(|| {
            c.attempt(|c| {
                c.say("that in|during which").then_some(())?;
                anchor.sentence(c)
            })
        })
        .or_else(|| c.attempt(|c| point(c, anchor)))?;
    Some(Term::FirstOfMonth { month, point })
}

/// Reads the day after which a month is counted: `the expiration of three months after …`, `the
/// sixtieth day after …`.
fn inner(c: &mut Cursor<'_>, anchor: impl Anchor) -> Option<Term> {
    if expiry(c) {
        return counted(c, anchor);
    }
    c.say("the").then_some(())?;
    let count = c.noting(Role::Period, |c| number(c, Form::Ordinal))?;
    c.say("day after|following").then_some(())?;
    Some(Term::After {
        count,
        unit: Unit::Days,
        point: point(c, anchor)?,
    })
}

/// Reads `the expiration of`, which leaves open on which day the period ends (DATE-3).
fn expiry(c: &mut Cursor<'_>) -> bool {
    c.remarking(
        RemarkKind::PeriodExpiry,
        &["[the] expiration|expiry of [the]", "the end of"],
    )
}

fn counted(c: &mut Cursor<'_>, anchor: impl Anchor) -> Option<Term> {
    let (count, unit) = period(c)?;
    c.say("after|following|from").then_some(())?;
    Some(Term::After {
        count,
        unit,
        point: point(c, anchor)?,
    })
}

/// Reads `on the thirtieth day after …`.
fn nth_day(c: &mut Cursor<'_>, anchor: impl Anchor) -> Option<Term> {
    let count = c.noting(Role::Period, |c| {
        c.say("on|upon the").then_some(())?;
        let count = number(c, Form::Ordinal)?;
        c.say("day").then_some(count)
    })?;
    c.say("after|following").then_some(())?;
    Some(Term::After {
        count,
        unit: Unit::Days,
        point: point(c, anchor)?,
    })
}

/// Reads `three months after …`, `upon the expiry of thirty days after …`.
fn period_after(c: &mut Cursor<'_>, anchor: impl Anchor) -> Option<Term> {
    if c.say("after|upon|on|at") && !expiry(c) {
        return None;
    }
    counted(c, anchor)
}

/// Reads `on the date of deposit …`, `upon the deposit …`, `when … have …`.
fn on_the_day(c: &mut Cursor<'_>, anchor: impl Anchor) -> Option<Term> {
    if c.say("when") || c.say("as soon as") || c.say("once") {
        return noted(c, |c| anchor.sentence(c)).map(Term::On);
    }
    c.say("on|upon").then_some(())?;
    point(c, anchor).map(Term::On)
}

/// Reads a point and notes it as the anchor.
fn point(c: &mut Cursor<'_>, anchor: impl Anchor) -> Option<Point> {
    noted(c, |c| {
        c.attempt(|c| anchor.other(c))
            .or_else(|| {
                c.attempt(|c| {
                    c.say("[the] date|day on|upon which").then_some(())?;
                    anchor.sentence(c)
                })
            })
            .or_else(|| {
                c.attempt(|c| {
                    if c.say("[the] date|day") {
                        c.say("of").then_some(())?;
                    }
                    anchor.deposit(c)
                })
            })
    })
}

fn noted(c: &mut Cursor<'_>, read: impl FnOnce(&mut Cursor<'_>) -> Option<Point>) -> Option<Point> {
    c.noting(Role::Anchor, read)
}
