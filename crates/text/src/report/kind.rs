//! What kind of statement a passage is, by the verb that reports it and the words in it.

use alloc::vec::Vec;
use core::ops::Range;

use super::reading::{Kind, Span, Tongue};
use super::scene::beginning;
use super::speech::{Class, Said};
use super::word::{Sort, Tokens};
use super::{english, turkish};

/// The words that show a kind. Each entry is a list of beginnings of words that must follow one another;
/// `=` before one means the whole word, `~` its end, `*` any part of it.
pub(super) struct Signs {
    /// Words of attack and threat.
    pub(super) hostile: &'static [&'static [&'static str]],
    /// Words that deny.
    pub(super) negative: &'static [&'static [&'static str]],
    /// Words of promise.
    pub(super) promise: &'static [&'static [&'static str]],
    /// Words of readiness.
    pub(super) ready: &'static [&'static [&'static str]],
    /// Words that make one thing depend on another, whatever else is said.
    pub(super) bound: &'static [&'static [&'static str]],
    /// Words that make a refusal depend on something: "durmadan dönmeyiz".
    pub(super) until: &'static [&'static [&'static str]],
    /// Words of condition and necessity.
    pub(super) condition: &'static [&'static [&'static str]],
    /// Words of proposal.
    pub(super) proposal: &'static [&'static [&'static str]],
    /// Words of blame.
    pub(super) blame: &'static [&'static [&'static str]],
    /// Words that say that something alleged is not so.
    pub(super) denial: &'static [&'static [&'static str]],
    /// Acts of which somebody may be accused.
    pub(super) acts: &'static [&'static [&'static str]],
    /// Words that deny what has happened.
    pub(super) not_done: &'static [&'static [&'static str]],
    /// Words of what has happened, which a negative word denies.
    pub(super) happened: &'static [&'static [&'static str]],
    /// Words of intention and expectation: whoever denies these denies no act.
    pub(super) intent: &'static [&'static [&'static str]],
    /// Words of hope and defiance, with which nothing is promised.
    pub(super) no_promise: &'static [&'static [&'static str]],
    /// Words of meetings and their results.
    pub(super) meeting: &'static [&'static [&'static str]],
}

/// Returns the kind of a passage, and the words on which it rests.
pub(super) fn of(text: &str, said: &Said, tongue: Tongue) -> (Kind, Option<Span>) {
    let signs = match tongue {
        Tongue::Turkish => &turkish::signs::SIGNS,
        Tongue::English => &english::signs::SIGNS,
    };
    // A short quotation within a clause is of the clause's kind; a long one speaks for itself.
    let own = Tokens::of(text, beginning(text, &said.span), &[], None, tongue);
    let first = decide(&own, said.class, signs);
    if said.clause == said.span || first.0 != Kind::Other && first.1.is_some() && !is_weak(first.0)
    {
        return settle(first, said);
    }
    let around = Tokens::of(text, beginning(text, &said.clause), &[], None, tongue);
    settle(decide(&around, said.class, signs), said)
}

/// Kinds that the words around a short quotation may change.
const fn is_weak(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Report | Kind::Proposal | Kind::Accusation | Kind::Assurance
    )
}

fn settle((kind, rests_on): (Kind, Option<Span>), said: &Said) -> (Kind, Option<Span>) {
    let rests_on = rests_on.or_else(|| said.verb.clone());
    (kind, rests_on.filter(|_| kind != Kind::Other))
}

fn decide(tokens: &Tokens<'_>, class: Class, signs: &Signs) -> (Kind, Option<Span>) {
    let find = |list: &[&[&str]]| find(tokens, list);
    let is_none_promised = find(signs.no_promise).is_some();
    let harmless = if is_none_promised {
        None
    } else {
        together(tokens, signs.hostile, signs.negative)
    };
    let bound = find(signs.bound).or_else(|| together(tokens, signs.until, signs.negative));
    let has_happened = together(tokens, signs.negative, signs.happened).is_some();
    let denied = together(tokens, signs.acts, signs.not_done)
        .or_else(|| together(tokens, signs.acts, signs.happened).filter(|_| has_happened))
        .filter(|_| find(signs.intent).is_none());
    match class {
        Class::Accuse => return (Kind::Accusation, None),
        Class::Deny => return (Kind::Denial, None),
        Class::Promise => return (Kind::Assurance, None),
        Class::Propose => return (Kind::Proposal, None),
        Class::Offer => return (Kind::Readiness, None),
        Class::Say | Class::Characterise => {}
    }
    let sorted: [(Kind, Option<Span>); 10] = [
        (Kind::Readiness, find(signs.ready)),
        (Kind::Condition, bound),
        (
            Kind::Condition,
            find(signs.condition).filter(|_| harmless.is_none()),
        ),
        (Kind::Denial, find(signs.denial)),
        (Kind::Denial, denied),
        (Kind::Assurance, harmless),
        (
            Kind::Assurance,
            find(signs.promise).filter(|_| !is_none_promised),
        ),
        (Kind::Accusation, find(signs.blame)),
        (Kind::Proposal, find(signs.proposal)),
        (Kind::Report, find(signs.meeting)),
    ];
    sorted
        .into_iter()
        .find_map(|(kind, span)| span.map(|span| (kind, Some(span))))
        .unwrap_or((Kind::Other, None))
}

fn is_sign(word: &str, sign: &str) -> bool {
    match sign.split_at_checked(1) {
        Some(("=", whole)) => word == whole,
        Some(("~", end)) => word.ends_with(end),
        Some(("*", part)) => word.contains(part),
        _ => word.starts_with(sign),
    }
}

/// Returns the place of a sign of the first list in whose part of the text one of the second stands too.
fn together(tokens: &Tokens<'_>, one: &[&[&str]], other: &[&[&str]]) -> Option<Span> {
    let ends = |at: &usize| {
        matches!(
            tokens.list[*at].sort,
            Sort::Mark(';' | '.' | '!' | '?' | ':' | '…')
        )
    };
    let count = tokens.list.len();
    let mut from = 0;
    while from < count {
        let to = (from..count).find(ends).unwrap_or(count);
        if let Some(found) = within(tokens, from..to, one)
            && within(tokens, from..to, other).is_some()
        {
            return Some(found);
        }
        from = to + 1;
    }
    None
}

/// Returns the place of the first of these signs.
fn find(tokens: &Tokens<'_>, signs: &[&[&str]]) -> Option<Span> {
    within(tokens, 0..tokens.list.len(), signs)
}

fn within(tokens: &Tokens<'_>, range: Range<usize>, signs: &[&[&str]]) -> Option<Span> {
    let words: Vec<usize> = range.filter(|at| !tokens.word_at(*at).is_empty()).collect();
    for (nth, at) in words.iter().enumerate() {
        for sign in signs {
            let follows = sign.iter().enumerate().all(|(step, begin)| {
                words.get(nth + step).is_some_and(|at| {
                    let word = tokens.word_at(*at);
                    is_sign(word, begin)
                })
            });
            if follows {
                let last = words[nth + sign.len() - 1];
                return Some(tokens.list[*at].start..tokens.list[last].end);
            }
        }
    }
    None
}
