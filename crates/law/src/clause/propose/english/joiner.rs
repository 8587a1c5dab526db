//! Entry into force for those who consent later.

use super::force::{end, enters};
use super::phrase::{
    SEPARATORS, Verb, cross_reference, depositary, kinds, provision, subject, treaty_or_it, verbs,
};
use super::term::{Anchor, term};
use crate::act::ActKind;
use crate::clause::propose::Role;
use crate::clause::propose::cursor::Cursor;
use crate::clause::propose::list::items;
use crate::clause::propose::number::{Form, number};
use crate::clause::propose::reading::Said;
use crate::clause::rule::{JoinerScope, Point};

/// Reads a sentence on those who join later, to its end.
pub(super) fn sentence(c: &mut Cursor<'_>) -> Option<Said> {
    let (scope, number) = c.noting(Role::Scope, whom)?;
    c.say(",");
    (c.say("it") || subject(c)).then_some(())?;
    enters(c).then_some(())?;
    c.say(",");
    let term = term(c, Own)?;
    c.attempt(whichever_is_later);
    end(c)?;
    Some(Said::Joiner {
        scope,
        number,
        term,
    })
}

/// Reads `For each State which ratifies or accedes to it after …`.
fn whom(c: &mut Cursor<'_>) -> Option<(JoinerScope, Option<u32>)> {
    c.say_one(&[
        "for",
        "with respect to",
        "in respect of",
        "in relation to",
        "as regards",
        "in the case of",
        "as to",
    ])
    .then_some(())?;
    c.say_one(&[
        "each|any|every state or regional economic integration organization|organisation",
        "each|any|every state|government|party",
        "each|any|every contracting party|state",
        "states|governments",
    ])
    .then_some(())?;
    consenting(c)?;
    after(c)
}

/// Reads what they do. Who names ratification but no accession, or accession alone, governs only
/// some of those who join later: that is beyond the core.
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
    let acts = c
        .attempt(|c| verbs(c, Verb::Participle))
        .or_else(|| {
            c.attempt(|c| {
                c.say("which|that|who").then_some(())?;
                let singular = c.attempt(|c| verbs(c, Verb::Singular));
                singular.or_else(|| c.attempt(|c| verbs(c, Verb::Plural)))
            })
        })
        .or_else(|| c.attempt(|c| perfect(c)));
    if let Some(acts) = acts {
        return governs_all(&acts).then_some(());
    }
    if c.attempt(expressing).is_some() {
        return Some(());
    }
    depositing(c)?;
    let named = c.take_kinds();
    named.iter().all(|kinds| governs_all(kinds)).then_some(())
}

fn perfect(c: &mut Cursor<'_>) -> Option<alloc::vec::Vec<ActKind>> {
    c.say("which|that has|have").then_some(())?;
    verbs(c, Verb::Past)
}

fn expressing(c: &mut Cursor<'_>) -> Option<()> {
    c.say_one(&[
        "expressing its|their consent to be bound",
        "which|that subsequently expresses|express its|their consent to be bound",
        "which|that expresses|express its|their consent to be bound",
        "consenting to be bound",
    ])
    .then_some(())?;
    c.attempt(|c| {
        c.say("by").then_some(())?;
        treaty_or_it(c).then_some(())
    });
    Some(())
}

fn depositing(c: &mut Cursor<'_>) -> Option<()> {
    c.attempt(|c| {
        c.say_one(&[
            "depositing its|their|an instrument|instruments",
            "which|that deposits|deposit its|their|an instrument|instruments",
        ])
        .then_some(())?;
        of_kinds(c);
        depositary(c, "with");
        Some(())
    })
    .or_else(|| {
        c.attempt(|c| {
            c.say("whose instrument|instruments").then_some(())?;
            of_kinds(c);
            c.say("is|are deposited").then_some(())?;
            depositary(c, "with");
            Some(())
        })
    })
}

fn of_kinds(c: &mut Cursor<'_>) {
    c.attempt(|c| {
        c.say("of").then_some(())?;
        kinds(c)
    });
}

/// Reads from when on the clause governs.
fn after(c: &mut Cursor<'_>) -> Option<(JoinerScope, Option<u32>)> {
    if c.say("thereafter") {
        return Some((JoinerScope::Later, None));
    }
    (c.say("after|following") || c.say("subsequent|subsequently to")).then_some(())?;
    c.attempt(after_force)
        .or_else(|| c.attempt(after_number))
        .or_else(|| c.attempt(after_conditions))
}

fn after_force(c: &mut Cursor<'_>) -> Option<(JoinerScope, Option<u32>)> {
    let noun = c.attempt(|c| {
        c.say("[the] [date] [of] [the] [its] entry|coming into force")
            .then_some(())?;
        c.attempt(|c| {
            c.say("of").then_some(())?;
            treaty_or_it(c).then_some(())
        });
        Some(())
    });
    noun.or_else(|| {
        c.attempt(|c| {
            c.say("the date|day on which");
            treaty_or_it(c).then_some(())?;
            c.say_one(&["has entered|come into force", "enters|comes into force"])
                .then_some(())
        })
    })?;
    Some((JoinerScope::AfterForce, None))
}

fn after_number(c: &mut Cursor<'_>) -> Option<(JoinerScope, Option<u32>)> {
    c.say("[the] [date] [of] [the] deposit").then_some(())?;
    depositary(c, "with");
    c.say("of the|such").then_some(())?;
    let number = c.noting(Role::Threshold, |c| number(c, Form::Ordinal))?;
    c.say("[such] instrument").then_some(())?;
    c.attempt(|c| {
        c.say("of").then_some(())?;
        items(c, &SEPARATORS, |c| {
            c.say("of");
            c.say_one(&[
                "ratification",
                "acceptance",
                "approval",
                "accession",
                "formal confirmation",
            ])
            .then_some(())
        })
    });
    depositary(c, "with");
    cross_reference(c);
    Some((JoinerScope::Later, Some(number)))
}

fn after_conditions(c: &mut Cursor<'_>) -> Option<(JoinerScope, Option<u32>)> {
    c.say("the conditions [for] [entry] [into] [force]")
        .then_some(())?;
    (c.say("set out in") || c.say("specified|referred [to] in")).then_some(())?;
    provision(c)?;
    c.say("[for] [entry] [into] [force] have been fulfilled|met|satisfied")
        .then_some(())?;
    Some((JoinerScope::Later, None))
}

/// Reads the words that repeat the rule for those who join early.
fn whichever_is_later(c: &mut Cursor<'_>) -> Option<()> {
    c.say("[,] or on|upon [the] [date] [of] [the] entry into force of")
        .then_some(())?;
    treaty_or_it(c).then_some(())?;
    cross_reference(c);
    c.say("[,] whichever is|occurs [the] later").then_some(())
}

/// The anchors of a clause on later joiners: their own deposit.
#[derive(Clone, Copy)]
struct Own;

impl Anchor for Own {
    fn deposit(self, c: &mut Cursor<'_>) -> Option<Point> {
        c.say("[the] [such] deposit|receipt").then_some(())?;
        depositor(c);
        depositary(c, "with|by");
        c.say("of").then_some(())?;
        own_instrument(c)?;
        depositor(c);
        depositary(c, "with|by");
        cross_reference(c);
        Some(Point::ItsDeposit)
    }

    fn sentence(self, c: &mut Cursor<'_>) -> Option<Point> {
        let owner = c.attempt(|c| {
            c.say("such|that|the state|government|party [concerned] [or] [organization]")
                .then_some(())?;
            c.say("[has] deposited|deposits [with]").then_some(())
        });
        if owner.is_some() {
            own_instrument(c)?;
        } else {
            own_instrument(c)?;
            depositor(c);
            c.say_one(&["is|was deposited", "has been deposited", "are deposited"])
                .then_some(())?;
        }
        depositary(c, "with|by");
        Some(Point::ItsDeposit)
    }

    fn other(self, _: &mut Cursor<'_>) -> Option<Point> {
        None
    }
}

fn depositor(c: &mut Cursor<'_>) {
    c.say_one(&[
        "by such|that|the state or regional economic integration organization|organisation",
        "by such|that|the state or organization|organisation",
        "by such|that|the state|government|party [concerned]",
    ]);
}

fn own_instrument(c: &mut Cursor<'_>) -> Option<()> {
    c.say_one(&[
        "its [own] [respective] instrument",
        "their [own] [respective] instruments",
    ])
    .then_some(())?;
    of_kinds(c);
    Some(())
}
