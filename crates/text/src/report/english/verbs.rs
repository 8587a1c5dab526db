//! English verbs that report, and what stands with them.

use super::super::speech::Class;
use super::super::word::{Sort, Tokens};
use super::super::word_list::Begins;
use super::lexicon::VERBS;
use core::ops::Range;

/// What a verb takes: sums of these.
pub(super) type Frames = u16;
/// "that …".
pub(super) const THAT: Frames = 1;
/// A clause without "that".
pub(super) const BARE: Frames = 2;
/// A quotation before or behind it.
pub(super) const QUOTE: Frames = 4;
/// Somebody is told.
pub(super) const TELL: Frames = 8;
/// "to …".
pub(super) const TO: Frames = 16;
/// Somebody "to …".
pub(super) const ASK: Frames = 32;
/// Somebody "of …".
pub(super) const OF: Frames = 64;
/// "as" before a quotation.
pub(super) const AS: Frames = 128;
/// A quotation somewhere behind it.
pub(super) const CALL: Frames = 256;
/// -ing.
pub(super) const GERUND: Frames = 512;

/// With which letters the verbs begin, in all their forms.
static BEGINS: Begins = {
    let mut begins = Begins::none();
    let mut at = 0;
    while at < VERBS.len() {
        let forms = &VERBS[at].0;
        let mut nth = 0;
        while nth < forms.len() {
            begins.add_word(forms[nth]);
            nth += 1;
        }
        at += 1;
    }
    begins
};

/// A verb that was found.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub(super) tokens: Range<usize>,
    pub(super) class: Class,
    pub(super) frames: Frames,
    /// Whether it stands as -ing.
    pub(super) is_gerund: bool,
}

/// Returns the verb at a token, if it reports.
pub(super) fn verb_at(tokens: &Tokens<'_>, at: usize, start: usize) -> Option<Found> {
    let token = tokens.list.get(at)?;
    if token.sort != Sort::Word {
        return None;
    }
    let word = tokens.word_at(at);
    if word == "pointed" && tokens.word_at(at + 1) == "out"
        || word == "made" && tokens.word_at(at + 1) == "clear"
    {
        return Some(Found {
            tokens: at..at + 2,
            class: Class::Say,
            frames: THAT | BARE | QUOTE,
            is_gerund: false,
        });
    }
    // "As Tavsal put it, …"; "She went on: …"
    let next = tokens.word_at(at + 1);
    if matches!(word, "put" | "puts") && next == "it"
        || matches!(word, "went" | "goes") && next == "on"
    {
        return Some(Found {
            tokens: at..at + 2,
            class: Class::Say,
            frames: QUOTE,
            is_gerund: false,
        });
    }
    if !BEGINS.has(word.as_bytes()) {
        return None;
    }
    let first = word.as_bytes().first()?;
    let begin = VERBS.partition_point(|(forms, ..)| forms[0].as_bytes().first() < Some(first));
    let (forms, class, frames) = VERBS[begin..]
        .iter()
        .take_while(|(forms, ..)| forms[0].as_bytes().first() == Some(first))
        .find(|(forms, ..)| forms.contains(&word))?;
    if at > start
        && matches!(
            tokens.word_at(at - 1),
            "to" | "not" | "never" | "be" | "been" | "was" | "were" | "is" | "are" | "being"
        )
    {
        return None;
    }
    let is_gerund = forms[2] == word;
    // Behind these stands a noun: "talks on guarantees", "the claims". A gerund may: "by saying".
    if at > start && !is_gerund && asks_for_a_noun(tokens.word_at(at - 1)) {
        return None;
    }
    Some(Found {
        tokens: at..at + 1,
        class: *class,
        frames: *frames,
        is_gerund,
    })
}

fn asks_for_a_noun(word: &str) -> bool {
    matches!(
        word,
        "on" | "of"
            | "for"
            | "about"
            | "with"
            | "from"
            | "the"
            | "these"
            | "those"
            | "such"
            | "any"
    )
}
