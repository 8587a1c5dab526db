//! The day that is reached from the word for the day: `izleyen otuzuncu gün`, `üç ay sonra`, `içinde
//! bulunduğu ayı izleyen altıncı ayın ilk günü`.

use alloc::boxed::Box;

use super::condition::Day;
use super::phrase::{period, span_of_time};
use crate::calendar::Unit;
use crate::clause::propose::cursor::Cursor;
use crate::clause::propose::number::{Form, number};
use crate::clause::propose::{RemarkKind, Role};
use crate::clause::rule::{Point, Term};

/// Reads what follows the word for the day, and returns the day that is reached from the point.
pub(super) fn from_day(c: &mut Cursor<'_>, day: Day, point: Point) -> Option<Term> {
    c.attempt(|c| match day {
        Day::Locative => {
            c.say("itibarıyla");
            Some(Term::On(point))
        }
        Day::Accusative => following(c, point),
        Day::Ablative => later_than(c, point),
        Day::Genitive => month_of(c, point),
        Day::Month => following_month(c, point),
    })
}

/// Reads `izleyen`, `takip eden`.
fn follows(c: &mut Cursor<'_>) -> bool {
    c.say("izleyen") || c.say("takip eden")
}

/// Reads what follows `tarihi`.
fn following(c: &mut Cursor<'_>, point: Point) -> Option<Term> {
    follows(c).then_some(())?;
    if let Some(month) = c.attempt(first_of_month) {
        return Some(Term::FirstOfMonth { month, point });
    }
    if let Some((count, unit)) = c.attempt(period_ending) {
        return after_the_period(c, count, unit, point);
    }
    nth_day(c, point)
}

/// Reads `otuzuncu gün`, `altmışıncı günü izleyen ayın ilk günü`.
fn nth_day(c: &mut Cursor<'_>, point: Point) -> Option<Term> {
    let count = c.noting(Role::Period, |c| number(c, Form::Ordinal))?;
    let term = Term::After {
        count,
        unit: Unit::Days,
        point,
    };
    if let Some(month) = c.attempt(|c| {
        c.say("günü|günden").then_some(())?;
        (follows(c) || c.say("sonra|sonraki")).then_some(())?;
        first_of_month(c)
    }) {
        return Some(Term::FirstOfMonth {
            month,
            point: Point::Term(Box::new(term)),
        });
    }
    c.say("gün|günde|günü").then_some(term)
}

/// Reads what follows `tarihten`.
fn later_than(c: &mut Cursor<'_>, point: Point) -> Option<Term> {
    if let Some(term) = c.attempt(|c| {
        c.say("sonraki").then_some(())?;
        if let Some(month) = c.attempt(first_of_month) {
            return Some(Term::FirstOfMonth {
                month,
                point: point.clone(),
            });
        }
        nth_day(c, point.clone())
    }) {
        return Some(term);
    }
    if let Some((count, unit)) = c.attempt(|c| {
        if !c.remarking(RemarkKind::PeriodExpiry, &["itibaren"]) {
            c.say("sonra|başlayarak").then_some(())?;
        }
        period_ending(c)
    }) {
        return after_the_period(c, count, unit, point);
    }
    c.remarking(RemarkKind::PeriodExpiry, &["itibaren"]);
    let (count, unit) = period(c)?;
    c.say("sonra").then_some(Term::After { count, unit, point })
}

/// Reads a period up to its end: `on iki aylık sürenin bitim…`; the case of "end" follows.
fn period_ending(c: &mut Cursor<'_>) -> Option<(u32, Unit)> {
    span_of_time(c)
}

/// Reads the end of a period: `bitiminde`, or `bitimini izleyen ayın ilk günü`.
fn after_the_period(c: &mut Cursor<'_>, count: u32, unit: Unit, point: Point) -> Option<Term> {
    let term = Term::After { count, unit, point };
    let expiry = c.place();
    if c.say("bitiminde|sonunda|dolmasıyla") {
        c.remark(RemarkKind::PeriodExpiry, expiry);
        return Some(term);
    }
    c.say_one(&["bitimini|sonunu|dolmasını", "sona ermesini"])
        .then_some(())?;
    c.remark(RemarkKind::PeriodExpiry, expiry);
    follows(c).then_some(())?;
    let month = first_of_month(c)?;
    Some(Term::FirstOfMonth {
        month,
        point: Point::Term(Box::new(term)),
    })
}

/// Reads what follows `tarihin`.
fn month_of(c: &mut Cursor<'_>, point: Point) -> Option<Term> {
    c.say_one(&[
        "içinde bulunduğu ayı",
        "içinde yer aldığı ayı",
        "rastladığı ayı",
    ])
    .then_some(())?;
    following_month(c, point)
}

fn following_month(c: &mut Cursor<'_>, point: Point) -> Option<Term> {
    follows(c).then_some(())?;
    let month = first_of_month(c)?;
    Some(Term::FirstOfMonth { month, point })
}

/// Reads `ayın ilk günü`, `altıncı ayın birinci gününde`; 1 is the following month.
fn first_of_month(c: &mut Cursor<'_>) -> Option<u8> {
    c.noting(Role::Period, |c| {
        let month = match c.attempt(|c| number(c, Form::Ordinal)) {
            Some(month) => u8::try_from(month)
                .ok()
                .filter(|month| (2..=12).contains(month))?,
            None => 1,
        };
        c.say("[takvim] ayın ilk|birinci gün|günü|gününde")
            .then_some(month)
    })
}
