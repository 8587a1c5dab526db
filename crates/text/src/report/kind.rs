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
    match class {
        Class::Accuse => return (Kind::Accusation, None),
        Class::Deny => return (Kind::Denial, None),
        Class::Promise => return (Kind::Assurance, None),
        Class::Propose => return (Kind::Proposal, None),
        Class::Offer => return (Kind::Readiness, None),
        Class::Say | Class::Characterise => {}
    }
    let words = Words::of(tokens);
    let find = |list| words.find(list);
    // Each list is gone through only if those before it decide nothing.
    let shown = |kind: Kind, span: Option<Span>| span.map(|span| (kind, Some(span)));
    let early = shown(Kind::Readiness, find(signs.ready)).or_else(|| {
        let bound = find(signs.bound).or_else(|| words.together(signs.until, signs.negative));
        shown(Kind::Condition, bound)
    });
    if let Some(early) = early {
        return early;
    }
    let is_none_promised = find(signs.no_promise).is_some();
    let harmless = if is_none_promised {
        None
    } else {
        words.together(signs.hostile, signs.negative)
    };
    let condition = match harmless {
        None => shown(Kind::Condition, find(signs.condition)),
        Some(_) => None,
    };
    condition
        .or_else(|| shown(Kind::Denial, find(signs.denial)))
        .or_else(|| shown(Kind::Denial, denied(&words, signs)))
        .or_else(|| shown(Kind::Assurance, harmless))
        .or_else(|| {
            let promise = if is_none_promised {
                None
            } else {
                find(signs.promise)
            };
            shown(Kind::Assurance, promise)
        })
        .or_else(|| shown(Kind::Accusation, find(signs.blame)))
        .or_else(|| shown(Kind::Proposal, find(signs.proposal)))
        .or_else(|| shown(Kind::Report, find(signs.meeting)))
        .unwrap_or((Kind::Other, None))
}

/// Returns the act that is said not to have been done.
fn denied(words: &Words<'_, '_>, signs: &Signs) -> Option<Span> {
    let not_done = words.together(signs.acts, signs.not_done).or_else(|| {
        let act = words.together(signs.acts, signs.happened)?;
        words.together(signs.negative, signs.happened).map(|_| act)
    })?;
    words.find(signs.intent).is_none().then_some(not_done)
}

fn is_sign(word: &str, sign: &str) -> bool {
    let (Some(first), Some(mark)) = (word.as_bytes().first(), sign.as_bytes().first()) else {
        return false;
    };
    match mark {
        b'=' => sign.as_bytes().get(1) == Some(first) && word == &sign[1..],
        b'~' => word.ends_with(&sign[1..]),
        b'*' => word.contains(&sign[1..]),
        _ => mark == first && word.starts_with(sign),
    }
}

/// The words of a passage, its parts divided by marks that end something.
struct Words<'w, 't> {
    tokens: &'w Tokens<'t>,
    list: Vec<(usize, &'w str)>,
    /// With which bytes words begin.
    begins: [bool; 256],
    /// Where each part begins in the list; the last one is where the list ends.
    parts: Vec<usize>,
}

impl<'w, 't> Words<'w, 't> {
    fn of(tokens: &'w Tokens<'t>) -> Self {
        let mut list = Vec::with_capacity(tokens.list.len());
        let mut begins = [false; 256];
        let mut parts = alloc::vec![0];
        for at in 0..tokens.list.len() {
            let word = tokens.word_at(at);
            if let Some(first) = word.as_bytes().first() {
                begins[usize::from(*first)] = true;
                list.push((at, word));
            } else if matches!(
                tokens.list[at].sort,
                Sort::Mark(';' | '.' | '!' | '?' | ':' | '…')
            ) {
                parts.push(list.len());
            }
        }
        parts.push(list.len());
        Self {
            tokens,
            list,
            begins,
            parts,
        }
    }

    /// Returns the place of the first of these signs.
    fn find(&self, signs: &[&[&str]]) -> Option<Span> {
        self.within(0..self.list.len(), &self.possible(signs))
    }

    /// Returns the place of a sign of the first list in whose part one of the second stands too.
    fn together(&self, one: &[&[&str]], other: &[&[&str]]) -> Option<Span> {
        let one = self.possible(one);
        if one.is_empty() {
            return None;
        }
        let other = self.possible(other);
        self.parts.windows(2).find_map(|part| {
            let found = self.within(part[0]..part[1], &one)?;
            self.within(part[0]..part[1], &other).map(|_| found)
        })
    }

    /// Those signs with whose first letter a word begins, and those that may stand anywhere in a word.
    fn possible<'s>(&self, signs: &[&'s [&'s str]]) -> Vec<&'s [&'s str]> {
        let may_be = |sign: &&[&str]| {
            let begin = sign.first().map_or(&b""[..], |sign| sign.as_bytes());
            match begin {
                [b'~' | b'*', ..] => true,
                [b'=', first, ..] | [first, ..] => self.begins[usize::from(*first)],
                [] => false,
            }
        };
        signs.iter().copied().filter(may_be).collect()
    }

    fn within(&self, part: Range<usize>, signs: &[&[&str]]) -> Option<Span> {
        let words = self.list.get(part)?;
        (0..words.len()).find_map(|nth| {
            let rest = &words[nth..];
            let follows = |sign: &&&[&str]| {
                sign.len() <= rest.len()
                    && sign
                        .iter()
                        .zip(rest)
                        .all(|(sign, (_, word))| is_sign(word, sign))
            };
            let sign = signs.iter().find(follows)?;
            let last = rest[sign.len() - 1].0;
            Some(self.tokens.list[rest[0].0].start..self.tokens.list[last].end)
        })
    }
}
