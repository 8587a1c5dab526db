//! What kind of statement a passage is, by the verb that reports it and the words in it.

use alloc::vec::Vec;
use core::ops::Range;

use super::reading::{Kind, Span, Tongue};
use super::scene::beginning;
use super::speech::{Class, Said};
use super::word::{Sort, Tokens};
use super::word_list::{Begins, Index, Letters};
use super::{english, turkish};

/// A list of signs, each a list of beginnings of words that must follow one another.
pub(super) struct SignList {
    signs: &'static [&'static [&'static str]],
    index: Index,
    /// How the words end that a sign asks for by its end.
    ends: Begins,
    /// Whether a sign asks for a part of a word.
    has_part: bool,
}

impl SignList {
    /// Returns a list of signs, none of which is empty.
    pub(super) const fn of(signs: &'static [&'static [&'static str]]) -> Self {
        let mut index = Index::new();
        let (mut ends, mut has_part) = (Begins::none(), false);
        let mut row = 0;
        while row < Index::rows() {
            let mut at = 0;
            while at < signs.len() {
                let letters: &[u8] = match signs[at][0].as_bytes() {
                    [b'~', ending @ ..] => {
                        ends.add_ending(ending);
                        &[]
                    }
                    [b'*', ..] => {
                        has_part = true;
                        &[]
                    }
                    [b'=' | b'$', letters @ ..] | letters => letters,
                };
                index.add(row, at, letters);
                at += 1;
            }
            row += 1;
        }
        Self {
            signs,
            index,
            ends,
            has_part,
        }
    }
}

/// The words that show a kind. Each entry is a list of beginnings of words that must follow one another;
/// `=` before one means the whole word, `$` the whole word where it ends its part, `~` its end, `*` any
/// part of it.
pub(super) struct Signs {
    /// Words of attack and threat.
    pub(super) hostile: SignList,
    /// Words that deny.
    pub(super) negative: SignList,
    /// Words of promise.
    pub(super) promise: SignList,
    /// Words of readiness.
    pub(super) ready: SignList,
    /// Words that make one thing depend on another, whatever else is said.
    pub(super) bound: SignList,
    /// Words that make a refusal depend on something: "durmadan dönmeyiz".
    pub(super) until: SignList,
    /// Words of condition and necessity.
    pub(super) condition: SignList,
    /// Words of proposal.
    pub(super) proposal: SignList,
    /// Words of blame.
    pub(super) blame: SignList,
    /// Words that say that something alleged is not so.
    pub(super) denial: SignList,
    /// Acts of which somebody may be accused.
    pub(super) acts: SignList,
    /// Words that deny what has happened.
    pub(super) not_done: SignList,
    /// Words of what has happened, which a negative word denies.
    pub(super) happened: SignList,
    /// Words of intention and expectation: whoever denies these denies no act.
    pub(super) intent: SignList,
    /// Words of hope and defiance, with which nothing is promised.
    pub(super) no_promise: SignList,
    /// Words of meetings and their results.
    pub(super) meeting: SignList,
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
    let find = |list: &SignList| words.find(list);
    // Each list is gone through only if those before it decide nothing.
    let shown = |kind: Kind, span: Option<Span>| span.map(|span| (kind, Some(span)));
    let early = shown(Kind::Readiness, find(&signs.ready)).or_else(|| {
        let bound = find(&signs.bound).or_else(|| words.together(&signs.until, &signs.negative));
        shown(Kind::Condition, bound)
    });
    if let Some(early) = early {
        return early;
    }
    let is_none_promised = find(&signs.no_promise).is_some();
    let harmless = if is_none_promised {
        None
    } else {
        words.together(&signs.hostile, &signs.negative)
    };
    let condition = match harmless {
        None => shown(Kind::Condition, find(&signs.condition)),
        Some(_) => None,
    };
    condition
        .or_else(|| shown(Kind::Denial, find(&signs.denial)))
        .or_else(|| shown(Kind::Denial, denied(&words, signs)))
        .or_else(|| shown(Kind::Assurance, harmless))
        .or_else(|| {
            let promise = if is_none_promised {
                None
            } else {
                find(&signs.promise)
            };
            shown(Kind::Assurance, promise)
        })
        .or_else(|| shown(Kind::Accusation, find(&signs.blame)))
        .or_else(|| shown(Kind::Proposal, find(&signs.proposal)))
        .or_else(|| shown(Kind::Report, find(&signs.meeting)))
        .unwrap_or((Kind::Other, None))
}

/// Returns the act that is said not to have been done.
fn denied(words: &Words<'_, '_>, signs: &Signs) -> Option<Span> {
    let not_done = words.together(&signs.acts, &signs.not_done).or_else(|| {
        let act = words.together(&signs.acts, &signs.happened)?;
        words
            .together(&signs.negative, &signs.happened)
            .map(|_| act)
    })?;
    words.find(&signs.intent).is_none().then_some(not_done)
}

fn is_sign(word: &str, sign: &str) -> bool {
    let (Some(first), Some(mark)) = (word.as_bytes().first(), sign.as_bytes().first()) else {
        return false;
    };
    match mark {
        b'=' | b'$' => sign.as_bytes().get(1) == Some(first) && word == &sign[1..],
        b'~' => {
            let ending = &sign.as_bytes()[1..];
            word.as_bytes().last() == ending.last() && word.as_bytes().ends_with(ending)
        }
        b'*' => holds(word.as_bytes(), &sign.as_bytes()[1..]),
        _ => mark == first && word.starts_with(sign),
    }
}

/// Whether a word holds this part. Words are short: to look for the first letter is quickest.
fn holds(word: &[u8], part: &[u8]) -> bool {
    let Some(first) = part.first() else {
        return true;
    };
    let places = word.len().saturating_sub(part.len().saturating_sub(1));
    (0..places).any(|at| word[at] == *first && word[at..].starts_with(part))
}

/// A word of a passage.
#[derive(Clone, Copy)]
struct Known<'w> {
    /// Its place among the tokens.
    at: usize,
    word: &'w str,
    begin: Letters,
    end: Letters,
}

/// The words of a passage, its parts divided by marks that end something.
struct Words<'w, 't> {
    tokens: &'w Tokens<'t>,
    list: Vec<Known<'w>>,
    /// With which bytes words begin.
    begins: Begins,
    /// Where each part begins in the list; the last one is where the list ends.
    parts: Vec<usize>,
}

impl<'w, 't> Words<'w, 't> {
    fn of(tokens: &'w Tokens<'t>) -> Self {
        let mut list = Vec::with_capacity(tokens.list.len());
        let mut begins = Begins::none();
        let mut parts = alloc::vec![0];
        for at in 0..tokens.list.len() {
            let word = tokens.word_at(at);
            if !word.is_empty() {
                let begin = Letters::of(word);
                begins.add_letters(begin);
                list.push(Known {
                    at,
                    word,
                    begin,
                    end: Letters::at_end_of(word),
                });
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
    fn find(&self, signs: &SignList) -> Option<Span> {
        self.within(0..self.list.len(), signs)
    }

    /// Returns the place of a sign of the first list in whose part one of the second stands too.
    fn together(&self, one: &SignList, other: &SignList) -> Option<Span> {
        if !one.index.may_have(&self.begins) || !other.index.may_have(&self.begins) {
            return None;
        }
        self.parts.windows(2).find_map(|part| {
            let found = self.within(part[0]..part[1], one)?;
            self.within(part[0]..part[1], other).map(|_| found)
        })
    }

    /// Returns the place of the first of these signs in a stretch; of several at one place the first listed.
    fn within(&self, part: Range<usize>, list: &SignList) -> Option<Span> {
        if !list.index.may_have(&self.begins) {
            return None;
        }
        part.clone().find_map(|nth| {
            let Known {
                at: first,
                word,
                begin,
                end,
            } = self.list[nth];
            let may_begin = list.index.may_begin(begin);
            let may_end = list.has_part || list.ends.has_letters(end);
            if !may_begin && !may_end {
                return None;
            }
            let follows = |at: &usize| {
                let sign = list.signs[*at];
                is_sign(word, sign[0]) && self.follows(nth..part.end, sign)
            };
            let near = list.index.near(word).find(follows);
            let mut anywhere = list.index.anywhere().filter(|_| may_end);
            let anywhere = anywhere.find(follows);
            let sign = match (near, anywhere) {
                (Some(one), Some(other)) => one.min(other),
                (one, other) => one.or(other)?,
            };
            let close = self.list[nth + list.signs[sign].len() - 1].at;
            Some(self.tokens.list[first].start..self.tokens.list[close].end)
        })
    }

    /// Whether a stretch that begins with the first word of a sign begins with all of it.
    fn follows(&self, stretch: Range<usize>, sign: &[&str]) -> bool {
        let end = stretch.start + sign.len();
        let must_end = sign.last().is_some_and(|sign| sign.starts_with('$'));
        let words = &self.list[stretch];
        let mut rest = sign.iter().zip(words).skip(1);
        sign.len() <= words.len()
            && rest.all(|(sign, known)| is_sign(known.word, sign))
            && (!must_end || self.parts.contains(&end))
    }
}
