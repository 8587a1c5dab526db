//! Who must have consented: `at least twenty States including X and Y`, `all signatory States`,
//! with the share that they must account for.

use alloc::string::String;
use alloc::vec::Vec;

use super::phrase::{annex, treaty_or_it};
use crate::clause::decimal::Decimal;
use crate::clause::propose::cursor::Cursor;
use crate::clause::propose::list::items;
use crate::clause::propose::named::Named;
use crate::clause::propose::number::{Form, decimal, number, percent, plain};
use crate::clause::propose::{RemarkKind, Role};
use crate::clause::rule::{Atom, Filter, Noun, Set, Share};
use sponsio_record::ParticipantId;

/// The words for "at least".
const AT_LEAST: [&str; 6] = [
    "at least",
    "not less than",
    "not fewer than",
    "no less than",
    "no fewer than",
    "a minimum of",
];

/// Words of quantity of which a share can be taken: a table of weights must be about one of them.
const QUANTITIES: &[&str] = &[
    "tonnage",
    "tonnages",
    "emissions",
    "votes",
    "capital",
    "subscriptions",
    "subscription",
    "consumption",
    "production",
    "contributions",
    "exports",
    "imports",
    "shares",
    "budget",
];

/// Words that end a description: what follows them changes the meaning of a clause.
const BREAKS: &[&str] = &[
    "and",
    "or",
    "not",
    "no",
    "unless",
    "except",
    "excepting",
    "excluding",
    "if",
    "provided",
    "other",
    "than",
    "less",
    "more",
    "fewer",
    "before",
    "after",
    "until",
    "till",
    "when",
    "which",
    "that",
    "have",
    "has",
    "had",
    "shall",
    "may",
    "must",
    "is",
    "are",
    "been",
    "being",
    "but",
    "whichever",
    "earlier",
    "later",
    "least",
    "most",
    "per",
    "cent",
    "percent",
    "deposited",
    "deposit",
    "ratified",
    "ratification",
    "instrument",
    "instruments",
    "force",
    "from",
    "by",
    "without",
    "amendment",
    "nor",
    "neither",
    "never",
    "none",
    "only",
    "also",
    "including",
    "subject",
    "accounting",
    "representing",
    "holding",
    "unit",
];

const LONGEST_DESCRIPTION: usize = 30;

/// Reads `at least`, if it is there.
pub(super) fn at_least(c: &mut Cursor<'_>) -> bool {
    c.say_one(&AT_LEAST)
}

/// Reads participants: `France, Italy and twenty other States`.
pub(super) fn participants(c: &mut Cursor<'_>, named: &mut Named) -> Option<()> {
    one(c, named)?;
    while c
        .attempt(|c| {
            c.say_one(&[", and by", "and by", ", and", "and", ","])
                .then_some(())?;
            one(c, named)
        })
        .is_some()
    {}
    Some(())
}

fn one(c: &mut Cursor<'_>, named: &mut Named) -> Option<()> {
    if let Some(listed) = c.attempt(names) {
        named.push_listed(listed);
        return Some(());
    }
    if let Some(set) = c.attempt(everybody) {
        named.push(Atom::AllOf(set));
        return Some(());
    }
    c.attempt(|c| counted(c, named))
}

/// Reads names: `the United States of America, France and Italy`.
pub(super) fn names(c: &mut Cursor<'_>) -> Option<Vec<ParticipantId>> {
    c.noting(Role::Set, |c| {
        items(c, &[", and", "and", ","], |c| {
            c.say("the");
            c.participant().cloned()
        })
    })
}

/// Reads `all signatory States` or `all the States listed in Annex 2`.
fn everybody(c: &mut Cursor<'_>) -> Option<Set> {
    let start = c.place();
    if let Some(set) = c.attempt(|c| {
        c.say("all [of] [the]").then_some(())?;
        c.say("states|governments").then_some(())?;
        listed_in_annex(c)
    }) {
        return Some(set);
    }
    c.noting(Role::Set, |c| {
        c.say("all [of] [the]").then_some(())?;
        let plain = c.say("signatory states|governments") || c.say("signatories");
        if !plain {
            c.say("states signatory|signatories").then_some(())?;
        }
        c.attempt(|c| {
            c.say("to|of").then_some(())?;
            treaty_or_it(c).then_some(())
        });
        c.remark(RemarkKind::AllSignatories, start);
        Some(Set::Signatories)
    })
}

/// Reads `listed in Annex A` after a noun, and declares the group.
pub(super) fn listed_in_annex(c: &mut Cursor<'_>) -> Option<Set> {
    c.attempt(|c| {
        let start = c.place();
        c.say("[which|that] [are] listed|named|specified|included in")
            .then_some(())?;
        annex(c).then_some(())?;
        let (words, span) = (c.words_from(start), c.span_since(start));
        Some(Set::Named(c.declare_group(words, span)))
    })
}

/// Reads `at least twenty other States listed in Annex A accounting for …, including …`.
fn counted(c: &mut Cursor<'_>, named: &mut Named) -> Option<()> {
    at_least(c);
    let least = c.noting(Role::Threshold, |c| number(c, Form::Cardinal))?;
    let mut filters = Vec::new();
    let other = c.say("other");
    let noun = c.noting(Role::Noun, |c| states(c, &mut filters))?;
    if let Some(set) = listed_in_annex(c) {
        filters.push(Filter::Of(set));
    }
    if other {
        filters.push(named.others()?);
    }
    named.push(Atom::Count {
        least,
        noun,
        filters,
    });
    qualifications(c, named);
    Some(())
}

/// Reads the noun of a count: States only, or whoever may become a party.
fn states(c: &mut Cursor<'_>, filters: &mut Vec<Filter>) -> Option<Noun> {
    if c.say("signatory states|governments") {
        filters.push(Filter::Of(Set::Signatories));
        return Some(Noun::States);
    }
    if c.say("contracting parties") || c.say("parties") {
        return Some(Noun::Instruments);
    }
    if !(c.say("contracting states") || c.say("states|governments|countries")) {
        return None;
    }
    let start = c.place();
    if c.say("or regional economic integration organizations|organisations") {
        c.remark(RemarkKind::Organizations, start);
        return Some(Noun::Instruments);
    }
    if let Some(()) = c.attempt(|c| {
        c.say("signatory to|of").then_some(())?;
        treaty_or_it(c).then_some(())
    }) {
        filters.push(Filter::Of(Set::Signatories));
    }
    Some(Noun::States)
}

/// Reads what is said of those who are counted: their share, and who must be among them.
pub(super) fn qualifications(c: &mut Cursor<'_>, named: &mut Named) {
    if let Some(atom) = c.attempt(share) {
        named.qualify(atom);
    }
    if let Some(listed) = c.attempt(|c| {
        c.say("[,] including").then_some(())?;
        c.say_one(&["those of", "the instruments of", "that of"]);
        names(c)
    }) {
        named.qualify_including(listed);
        c.say(",");
        return;
    }
    if let Some(atom) = c.attempt(|c| {
        c.say("[,] including").then_some(())?;
        at_least(c);
        let least = c.noting(Role::Threshold, |c| number(c, Form::Cardinal))?;
        c.say("states|governments|parties").then_some(())?;
        let set = listed_in_annex(c)?;
        Some(Atom::Of { least, set })
    }) {
        named.qualify(atom);
        c.say(",");
    }
}

/// Reads `accounting in total for at least 55 per cent of the total emissions …`.
pub(super) fn share(c: &mut Cursor<'_>) -> Option<Atom> {
    c.say(",");
    let verb = c.say_one(&[
        "[which|that] accounting|account|accounted for",
        "[which|that] accounting|account|accounted in total for",
        "[which|that] together accounting|account|accounted for",
        "[which|that] [together] representing|represent [together]",
        "[which|that] [together] holding|hold|having [together]",
        "[which|that] [together] constituting|constitute [together]",
        "the combined merchant fleets of which constitute",
        "whose combined merchant fleets constitute",
    ]);
    if !verb || !at_least(c) {
        return None;
    }
    let share = c.noting(Role::Share, share_number)?;
    c.say("of [the]").then_some(())?;
    let table = c.attempt(table)?;
    c.say(",");
    Some(Atom::Share { share, table })
}

fn share_number(c: &mut Cursor<'_>) -> Option<Share> {
    if let Some(fraction) = c.attempt(fraction) {
        return Some(fraction);
    }
    let value = c.attempt(|c| Some(Decimal::whole(number(c, Form::Cardinal)?)));
    let value = match value {
        Some(value) => value,
        None => decimal(c).filter(|(_, suffix)| suffix.is_empty())?.0,
    };
    let sign = c.say("per cent|centum") || c.say("percent") || c.say("%");
    sign.then(|| percent(value).map(Share::Percent)).flatten()
}

fn fraction(c: &mut Cursor<'_>) -> Option<Share> {
    let known = [
        ("one half", 1, 2),
        ("one third", 1, 3),
        ("two thirds", 2, 3),
        ("three quarters|fourths", 3, 4),
    ];
    known
        .into_iter()
        .find_map(|(words, numerator, denominator)| {
            c.say(words)
                .then_some(Share::Fraction(numerator, denominator))
        })
}

/// Reads the description of a total and declares the table that holds it. Only a description of a
/// known quantity is one: a share of the Parties is a count, and beyond the core.
fn table(c: &mut Cursor<'_>) -> Option<String> {
    let start = c.place();
    let mut quantity = false;
    let mut length = 0;
    while let Some(token) = c.next() {
        let word = token.word();
        let numbered = c.attempt(year_or_label).is_some();
        if !numbered {
            if word.is_empty() || BREAKS.contains(&word) {
                break;
            }
            quantity |= QUANTITIES.contains(&word);
            c.advance(1);
        }
        length += 1;
        if length > LONGEST_DESCRIPTION {
            return None;
        }
    }
    if !quantity || ends_in_preposition(c, start) {
        return None;
    }
    let (words, span) = (c.words_from(start), c.span_since(start));
    Some(c.declare_table(words, span))
}

/// Reads a figure where a description may hold one: a year, or the label of an annex.
fn year_or_label(c: &mut Cursor<'_>) -> Option<()> {
    if annex(c) {
        return Some(());
    }
    c.say("in|for");
    let year = plain(c, 4)?;
    (1800..3000).contains(&year).then_some(())
}

fn ends_in_preposition(c: &Cursor<'_>, start: usize) -> bool {
    let words = c.words_from(start);
    let last = words.rsplit(char::is_whitespace).next().unwrap_or_default();
    ["of", "the", "in", "for", "to", "with"].contains(&last)
}
