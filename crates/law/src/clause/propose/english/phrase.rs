//! Phrases that occur in every English clause: the treaty itself, the depositary, the kinds of
//! instrument, dates, annexes. Phrases without effect on a rule stand in closed lists.

use alloc::vec::Vec;

use crate::act::ActKind;
use crate::calendar::{Date, Unit};
use crate::clause::propose::Role;
use crate::clause::propose::cursor::Cursor;
use crate::clause::propose::list::items;
use crate::clause::propose::number::{Form, number, plain};

/// What stands between the items of an enumeration.
pub(super) const SEPARATORS: [&str; 3] = [", and|or", "and|or", ","];

const TREATY: &str = "convention|treaty|agreement|protocol|covenant|charter|statute|constitution|\
amendment|accord|pact";

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The forms in which a clause names the acts of consent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verb {
    /// ratifying
    Participle,
    /// ratifies
    Singular,
    /// ratify
    Plural,
    /// ratified
    Past,
}

const NOUNS: [(&str, ActKind); 7] = [
    ("ratification", ActKind::Ratification),
    ("acceptance", ActKind::Acceptance),
    ("approval", ActKind::Approval),
    ("accession", ActKind::Accession),
    ("formal confirmation", ActKind::FormalConfirmation),
    ("act of formal confirmation", ActKind::FormalConfirmation),
    ("acts of formal confirmation", ActKind::FormalConfirmation),
];

const VERBS: [(ActKind, [&str; 4]); 5] = [
    (
        ActKind::Ratification,
        ["ratifying", "ratifies", "ratify", "ratified"],
    ),
    (
        ActKind::Acceptance,
        ["accepting", "accepts", "accept", "accepted"],
    ),
    (
        ActKind::Approval,
        ["approving", "approves", "approve", "approved"],
    ),
    (
        ActKind::Accession,
        ["acceding", "accedes", "accede", "acceded"],
    ),
    (
        ActKind::FormalConfirmation,
        [
            "formally confirming",
            "formally confirms",
            "formally confirm",
            "formally confirmed",
        ],
    ),
];

/// Reads the name that the treaty gives itself; not that of another treaty.
pub(super) fn treaty(c: &mut Cursor<'_>) -> bool {
    c.attempt(|c| {
        if c.attempt(|c| c.other_treaty().cloned()).is_some() {
            return None;
        }
        (c.say("this|the") || c.say("the present")).then_some(())?;
        c.say("[present] [optional|additional] [amending]");
        c.say(TREATY).then_some(())
    })
    .is_some()
}

/// Reads the treaty as the subject of its own clause. "The amendment" or "the protocol" may be one
/// that is adopted under it, so those need "this" or "the present".
pub(super) fn subject(c: &mut Cursor<'_>) -> bool {
    c.attempt(|c| {
        let certain = c.next()?.word() == "this"
            || [
                "present",
                "convention",
                "treaty",
                "covenant",
                "charter",
                "statute",
                "constitution",
            ]
            .contains(&c.ahead(1)?.word());
        (certain && treaty(c)).then_some(())
    })
    .is_some()
}

/// Reads the treaty's name or a pronoun for it.
pub(super) fn treaty_or_it(c: &mut Cursor<'_>) -> bool {
    c.say("it") || treaty(c)
}

/// Reads the depositary after one of these prepositions: `with the Secretary-General of the United
/// Nations`.
pub(super) fn depositary(c: &mut Cursor<'_>, preposition: &str) -> bool {
    c.attempt(|c| {
        c.say(preposition).then_some(())?;
        if c.say("him|it|them") {
            return Some(());
        }
        c.attempt(government_of).or_else(|| {
            (c.say("the depositary|depository [government|state]")
                || c.say("the secretary|director general"))
            .then_some(())?;
            c.say_one(&[
                "of the united nations [organization]",
                "of the organization|agency|council|union|league|commission",
                "of the international atomic energy agency",
                "of the international maritime organization",
                "of the council of europe",
                "of the african union",
                "of this|the convention|treaty|agreement|protocol|covenant|statute",
            ]);
            Some(())
        })
    })
    .is_some()
}

fn government_of(c: &mut Cursor<'_>) -> Option<()> {
    c.say("the government of [the]").then_some(())?;
    c.participant().map(|_| ())
}

/// Reads a reference that only says where the instruments are provided for.
pub(super) fn cross_reference(c: &mut Cursor<'_>) {
    c.attempt(|c| {
        (c.say("in accordance with") || c.say("pursuant to")).then_some(())?;
        provision(c)
    });
}

/// Reads `article 14, paragraph 2` or `paragraph 1 of this article`.
pub(super) fn provision(c: &mut Cursor<'_>) -> Option<()> {
    c.attempt(|c| {
        c.say("article|paragraph").then_some(())?;
        plain(c, 3)?;
        c.say("above");
        c.attempt(|c| {
            c.say("[,] paragraph").then_some(())?;
            plain(c, 3)
        });
        c.say_one(&["of this article", "of article"])
            .then(|| plain(c, 3));
        c.attempt(|c| {
            c.say("of").then_some(())?;
            treaty(c).then_some(())
        });
        Some(())
    })
}

/// Reads the kinds of instrument after `of`, and keeps them.
pub(super) fn kinds(c: &mut Cursor<'_>) -> Option<()> {
    let kinds = c.noting(Role::Kinds, |c| {
        items(c, &SEPARATORS, |c| {
            c.say("of");
            NOUNS
                .iter()
                .find_map(|(words, kind)| c.say(words).then_some(*kind))
        })
    })?;
    c.keep_kinds(kinds);
    Some(())
}

/// Reads verbs of consent, each with or without the treaty as its object.
pub(super) fn verbs(c: &mut Cursor<'_>, form: Verb) -> Option<Vec<ActKind>> {
    c.noting(Role::Kinds, |c| {
        items(c, &SEPARATORS, |c| {
            let kind = VERBS.iter().find_map(|(kind, words)| {
                let word = words.get(form as usize)?;
                c.say(word).then_some(*kind)
            })?;
            object(c);
            Some(kind)
        })
    })
}

fn object(c: &mut Cursor<'_>) {
    if c.say("thereto") {
        return;
    }
    c.attempt(|c| {
        c.say("to");
        treaty_or_it(c).then_some(())
    });
}

/// Reads a day of the calendar: `1 January 1989`, `January 1, 1989`.
pub(super) fn date(c: &mut Cursor<'_>) -> Option<Date> {
    c.noting(Role::Date, |c| {
        let day_first = c.attempt(|c| {
            let day = day_number(c)?;
            c.say("day");
            c.say("of");
            Some((day, month(c)?))
        });
        let (day, month) = day_first.or_else(|| {
            let month = month(c)?;
            let day = day_number(c)?;
            c.say(",").then_some((day, month))
        })?;
        let year = plain(c, 4).filter(|year| (1800..3000).contains(year))?;
        Date::new(i16::try_from(year).ok()?, month, i8::try_from(day).ok()?).ok()
    })
}

fn day_number(c: &mut Cursor<'_>) -> Option<u32> {
    plain(c, 2).or_else(|| {
        c.say("the");
        number(c, Form::Ordinal)
    })
}

fn month(c: &mut Cursor<'_>) -> Option<i8> {
    let place = MONTHS.iter().position(|month| c.say(month))?;
    i8::try_from(place + 1).ok()
}

/// Reads `three months`, `thirty (30) days`, `a period of one year`.
pub(super) fn period(c: &mut Cursor<'_>) -> Option<(u32, Unit)> {
    c.noting(Role::Period, |c| {
        c.say("a period of");
        let count = number(c, Form::Cardinal)?;
        let unit = unit(c, count)?;
        Some((count, unit))
    })
}

fn unit(c: &mut Cursor<'_>, count: u32) -> Option<Unit> {
    c.say("calendar");
    let names = [
        (Unit::Days, "day", "days"),
        (Unit::Months, "month", "months"),
        (Unit::Years, "year", "years"),
    ];
    names
        .into_iter()
        .find_map(|(unit, one, many)| c.say(if count == 1 { one } else { many }).then_some(unit))
}

/// Reads `Annex A`, `Schedule II`, with or without `to this Convention`.
pub(super) fn annex(c: &mut Cursor<'_>) -> bool {
    c.attempt(|c| {
        c.say("annex|schedule|appendix").then_some(())?;
        let label = c.next()?;
        let short = label.word().len() <= 4 && !label.is_mark('.') && !label.is_mark(',');
        (short && !is_function_word(label.word())).then(|| c.advance(1));
        c.attempt(|c| {
            c.say("to|of").then_some(())?;
            treaty(c).then_some(())
        });
        Some(())
    })
    .is_some()
}

/// Whether a short word after `Annex` is no label.
fn is_function_word(word: &str) -> bool {
    [
        "to", "of", "and", "or", "have", "has", "in", "with", "not", "but", "by", "if",
    ]
    .contains(&word)
}
