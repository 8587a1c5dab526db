//! General entry into force: one term, with a bound or a second term, or a fixed day with a
//! fallback.

use super::condition;
use super::phrase::{date, period, subject, treaty_or_it};
use super::term::{General, milestone, term};
use crate::calendar::Unit;
use crate::clause::propose::Role;
use crate::clause::propose::cursor::Cursor;
use crate::clause::propose::number::{Form, number};
use crate::clause::propose::reading::Said;
use crate::clause::rule::{Atom, Condition, Moment, Point, Term};

/// Reads a sentence on general entry into force, to its end.
pub(super) fn sentence(c: &mut Cursor<'_>) -> Option<Said> {
    c.attempt(fallback)
        .or_else(|| c.attempt(after_the_subject))
        .or_else(|| c.attempt(before_the_subject))
        .map(Said::Force)
}

/// Reads `shall enter into force`.
pub(super) fn enters(c: &mut Cursor<'_>) -> bool {
    c.say_one(&[
        "shall|will enter|come into force",
        "enters|comes into force",
    ])
}

/// Reads the end of a sentence.
pub(super) fn end(c: &mut Cursor<'_>) -> Option<()> {
    (c.at_end() || c.say(".")).then_some(())
}

fn after_the_subject(c: &mut Cursor<'_>) -> Option<Moment> {
    subject(c).then_some(())?;
    enters(c).then_some(())?;
    c.say(",");
    let same_day = c.attempt(|c| {
        c.say("on the same day|date as").then_some(())?;
        other_in_force(c)
    });
    if let Some(term) = same_day {
        end(c)?;
        return Some(Moment::Latest(alloc::vec![term]));
    }
    let moment = with_bound(c)?;
    end(c)?;
    Some(moment)
}

/// Reads `On the thirtieth day after …, this Convention shall enter into force.`
fn before_the_subject(c: &mut Cursor<'_>) -> Option<Moment> {
    let first = term(c, General)?;
    c.say(",");
    subject(c).then_some(())?;
    enters(c).then_some(())?;
    end(c)?;
    Some(Moment::Latest(alloc::vec![first]))
}

/// Reads a term and what bounds it: `, but in no case earlier than …`.
fn with_bound(c: &mut Cursor<'_>) -> Option<Moment> {
    let first = term(c, General)?;
    if let Some(second) = c.attempt(not_before) {
        return Some(Moment::Latest(alloc::vec![first, second]));
    }
    if let Some((second, later)) = c.attempt(or_on) {
        let terms = alloc::vec![first, second];
        return Some(if later {
            Moment::Latest(terms)
        } else {
            Moment::Earliest(terms)
        });
    }
    Some(Moment::Latest(alloc::vec![first]))
}

fn not_before(c: &mut Cursor<'_>) -> Option<Term> {
    if let Some(term) = c.attempt(provided) {
        return Some(term);
    }
    c.say(",");
    let bound = c.say_one(&[
        "but in no case|event earlier than",
        "but in no case|event before",
        "but not earlier than",
        "but not before",
        "but no earlier than",
        "and not earlier than",
        "and not before",
    ]);
    let prohibited = bound
        || c.attempt(|c| {
            c.say_one(&[
                "except that",
                "but",
                "provided that",
                "provided , however , that",
            ])
            .then_some(())?;
            treaty_or_it(c).then_some(())?;
            c.say("shall not enter|come into force before|until")
                .then_some(())
        })
        .is_some();
    prohibited.then_some(())?;
    bounding_day(c)
}

/// Reads a day that bounds another: a date, a period after adoption, another treaty's day.
fn bounding_day(c: &mut Cursor<'_>) -> Option<Term> {
    if let Some(date) = c.attempt(date) {
        return Some(Term::On(Point::Date(date)));
    }
    if let Some(term) = c.attempt(|c| {
        let (count, unit) = period(c)?;
        c.say("after|following|from").then_some(())?;
        Some(Term::After {
            count,
            unit,
            point: milestone(c)?,
        })
    }) {
        return Some(term);
    }
    c.attempt(|c| {
        c.say_one(&[
            "the date of [the] entry into force of",
            "the [date] [of] entry into force of",
            "the day|date on which",
        ]);
        other_in_force(c)
    })
}

/// Reads another treaty with or without the words that it is in force.
fn other_in_force(c: &mut Cursor<'_>) -> Option<Term> {
    let id = c.noting(Role::Treaty, |c| c.other_treaty().cloned())?;
    c.say_one(&["enters|comes into force", "has entered|come into force"]);
    Some(Term::On(Point::TheDay(Condition::Atom(Atom::InForce(id)))))
}

/// Reads `, provided that the Convention is in force`.
fn provided(c: &mut Cursor<'_>) -> Option<Term> {
    c.say("[,] provided that").then_some(())?;
    let id = c.noting(Role::Treaty, |c| c.other_treaty().cloned())?;
    c.say_one(&[
        "is [already] in force",
        "has [itself] [already] entered|come into force",
        "is [then] in force",
    ])
    .then_some(())?;
    c.say("[on] [by] [that] date|day");
    Some(Term::On(Point::TheDay(Condition::Atom(Atom::InForce(id)))))
}

/// Reads `, or on 1 January 2000, whichever is the later`; `true` for the later.
fn or_on(c: &mut Cursor<'_>) -> Option<(Term, bool)> {
    c.say("[,] or [on] [upon]").then_some(())?;
    let second = bounding_day(c)?;
    c.say("[,] whichever is|occurs [the]").then_some(())?;
    let later = c.say("later");
    (later || c.say("earlier")).then_some((second, later))
}

/// Reads a fixed day on condition, and what holds when the condition is not met by then.
fn fallback(c: &mut Cursor<'_>) -> Option<Moment> {
    subject(c).then_some(())?;
    enters(c).then_some(())?;
    c.say("on").then_some(())?;
    let day = date(c)?;
    c.say("[,] provided|if [that]").then_some(())?;
    c.say("by that date|day [,]");
    let condition = c.noting(Role::Anchor, condition::sentence)?;
    c.say_one(&["by that date|day", "before or on that date|day"]);
    c.say(".").then_some(())?;
    let otherwise = c.attempt(otherwise)?;
    end(c)?;
    Some(Moment::Fallback {
        date: day,
        condition,
        otherwise,
    })
}

/// Reads `In the event that this condition has not been fulfilled by that date, the Protocol shall
/// enter into force on the ninetieth day following the date on which it has been fulfilled`.
fn otherwise(c: &mut Cursor<'_>) -> Option<Term> {
    (c.say("in the event that") || c.say("if|where")).then_some(())?;
    the_condition(c).then_some(())?;
    c.say("has|have|is|are not [been] fulfilled|met|satisfied by that date|day")
        .then_some(())?;
    c.say("[,] [then]");
    treaty_or_it(c).then_some(())?;
    enters(c).then_some(())?;
    let (count, unit) = c
        .attempt(|c| {
            c.say("on the").then_some(())?;
            let count = c.noting(Role::Period, |c| number(c, Form::Ordinal))?;
            c.say("day").then_some((count, Unit::Days))
        })
        .or_else(|| c.attempt(period))?;
    c.say("after|following the date|day on which")
        .then_some(())?;
    (the_condition(c) || c.say("it|they")).then_some(())?;
    c.say("has|have|is|are [been] fulfilled|met|satisfied")
        .then_some(())?;
    Some(Term::After {
        count,
        unit,
        point: Point::ThatDay,
    })
}

fn the_condition(c: &mut Cursor<'_>) -> bool {
    c.say("this|that|the|these|those condition|conditions|requirement|requirements")
}
