//! What must have happened: a deposit as a noun ("the deposit of the tenth instrument …") or as a
//! sentence ("ten States have deposited …").

use alloc::vec::Vec;

use super::participants::{at_least, listed_in_annex, names, participants, qualifications};
use super::phrase::{Verb, cross_reference, depositary, kinds, treaty_or_it, verbs};
use crate::clause::propose::Role;
use crate::clause::propose::cursor::Cursor;
use crate::clause::propose::named::Named;
use crate::clause::propose::number::{Form, number};
use crate::clause::rule::{Atom, Condition, Filter, Noun, Set};

/// Reads `[the] deposit of …`.
pub(super) fn deposit(c: &mut Cursor<'_>) -> Option<Condition> {
    c.say("[the] deposit|receipt").then_some(())?;
    depositary(c, "with|by");
    c.say("of").then_some(())?;
    let mut named = Named::default();
    instruments(c, &mut named)?;
    while c
        .attempt(|c| {
            c.say("and").then_some(())?;
            c.say("of");
            instruments(c, &mut named)
        })
        .is_some()
    {}
    places(c);
    named.condition()
}

/// Reads what may follow a deposit without changing it: with whom, under which article.
fn places(c: &mut Cursor<'_>) {
    depositary(c, "with|by");
    cross_reference(c);
    depositary(c, "with|by");
}

/// Reads the instruments that are deposited: the tenth, at least ten, or those of named States.
fn instruments(c: &mut Cursor<'_>, named: &mut Named) -> Option<()> {
    if let Some(least) = c.attempt(|c| {
        c.say("the|a").then_some(())?;
        let least = c.noting(Role::Threshold, |c| number(c, Form::Ordinal))?;
        instrument_noun(c, false)?;
        Some(least)
    }) {
        depositors(c, least, Vec::new(), named);
        return Some(());
    }
    if c.attempt(|c| some_instruments(c, named)).is_some() {
        return Some(());
    }
    c.attempt(|c| {
        c.say("[the] [their]");
        instrument_noun(c, true)?;
        depositary(c, "with");
        c.say("by|of|from").then_some(())?;
        participants(c, named)
    })
}

/// Reads `[at least] ten [other] instruments of ratification [by …]`.
fn some_instruments(c: &mut Cursor<'_>, named: &mut Named) -> Option<()> {
    at_least(c);
    let least = c.noting(Role::Threshold, |c| number(c, Form::Cardinal))?;
    let mut filters = Vec::new();
    if c.say("other") {
        filters.push(named.others()?);
    }
    instrument_noun(c, least > 1)?;
    depositors(c, least, filters, named);
    Some(())
}

fn instrument_noun(c: &mut Cursor<'_>, many: bool) -> Option<()> {
    let noun = c.noting(Role::Noun, |c| {
        c.say("such");
        c.say(if many { "instruments" } else { "instrument" })
            .then_some(())
    });
    noun?;
    c.say("of").then_some(())?;
    kinds(c)
}

/// Reads whose instruments are counted, and what is said of them.
fn depositors(c: &mut Cursor<'_>, least: u32, mut filters: Vec<Filter>, named: &mut Named) {
    places(c);
    let mut noun = Noun::Instruments;
    let by = c.attempt(|c| {
        c.say("by|of|from").then_some(())?;
        c.say("a|the");
        if c.say("signatory state|states") {
            return Some((Noun::States, Some(Set::Signatories)));
        }
        c.say("state|states|government|governments").then_some(())?;
        Some((Noun::States, listed_in_annex(c)))
    });
    if let Some((who, set)) = by {
        noun = match set {
            None => who,
            Some(_) => Noun::Instruments,
        };
        filters.splice(0..0, set.map(Filter::Of));
    }
    places(c);
    named.push(Atom::Count {
        least,
        noun,
        filters,
    });
    qualifications(c, named);
}

/// Reads a sentence that says what must have happened.
pub(super) fn sentence(c: &mut Cursor<'_>) -> Option<Condition> {
    let mut named = Named::default();
    c.attempt(|c| instruments_deposited(c, &mut named))
        .or_else(|| {
            named = Named::default();
            c.attempt(|c| participants_consented(c, &mut named))
        })
        .or_else(|| {
            named = Named::default();
            c.attempt(|c| treaty_ratified(c, &mut named))
        })?;
    named.condition()
}

/// Reads `ten instruments of ratification have been deposited`.
fn instruments_deposited(c: &mut Cursor<'_>, named: &mut Named) -> Option<()> {
    subject(c, named)?;
    while c
        .attempt(|c| {
            c.say("[,] and").then_some(())?;
            subject(c, named)
        })
        .is_some()
    {}
    c.say(",");
    (c.say("have|has been") || c.say("is|are|was|were")).then_some(())?;
    c.say("deposited|received").then_some(())?;
    places(c);
    Some(())
}

fn subject(c: &mut Cursor<'_>, named: &mut Named) -> Option<()> {
    c.attempt(|c| {
        c.say("[the]");
        instrument_noun(c, true)?;
        c.say("of|by").then_some(())?;
        let listed = names(c)?;
        named.push_listed(listed);
        Some(())
    })
    .or_else(|| c.attempt(|c| instruments(c, named)))
}

/// Reads `ten States have deposited their instruments` or `have expressed their consent`.
fn participants_consented(c: &mut Cursor<'_>, named: &mut Named) -> Option<()> {
    participants(c, named)?;
    c.say(",");
    c.say("have|has").then_some(())?;
    c.attempt(deposited)
        .or_else(|| c.attempt(expressed))
        .or_else(|| c.attempt(ratified))
        .or_else(|| c.attempt(signed_or_deposited))
}

fn deposited(c: &mut Cursor<'_>) -> Option<()> {
    c.say("[each] deposited").then_some(())?;
    depositary(c, "with");
    c.say("their|its|the|an [respective] [requisite]");
    c.say("instruments|instrument of").then_some(())?;
    kinds(c)?;
    places(c);
    Some(())
}

fn expressed(c: &mut Cursor<'_>) -> Option<()> {
    c.say("expressed|given|signified [their] consent to be bound by")
        .then_some(())?;
    treaty_or_it(c).then_some(())?;
    cross_reference(c);
    Some(())
}

fn ratified(c: &mut Cursor<'_>) -> Option<()> {
    let acts = verbs(c, Verb::Past)?;
    c.keep_kinds(acts);
    Some(())
}

/// Reads the formula by which a signature without reservation as to ratification binds at once: all
/// acts of consent count.
fn signed_or_deposited(c: &mut Cursor<'_>) -> Option<()> {
    c.say("either signed").then_some(())?;
    treaty_or_it(c).then_some(())?;
    c.say("without reservation as to ratification , acceptance or approval or")
        .then_some(())?;
    c.say("[have] deposited [the] [requisite] instruments of ratification , acceptance , approval or accession")
        .then_some(())?;
    places(c);
    Some(())
}

/// Reads `it has been ratified by all signatory States`.
fn treaty_ratified(c: &mut Cursor<'_>, named: &mut Named) -> Option<()> {
    treaty_or_it(c).then_some(())?;
    c.say("has been").then_some(())?;
    ratified(c)?;
    c.say("by").then_some(())?;
    participants(c, named)
}
