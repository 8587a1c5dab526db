//! Where, when, on what occasion and to whom something was said, as words of its sentence.

use core::ops::Range;

use super::reading::{Setting, Span, Tongue};
use super::scene::beginning;
use super::speech::Said;
use super::word::{Sort, Tokens};
use super::{english, turkish};

/// The words that show the setting in one language.
pub(super) struct Marks {
    /// Words that end a phrase of place, behind an apostrophe; empty where a word stands before it.
    pub(super) place_suffixes: &'static [&'static str],
    /// Words before a place.
    pub(super) place_before: &'static [&'static str],
    /// Words that end, or are, an occasion.
    pub(super) occasions: &'static [&'static str],
    /// Words that say when.
    pub(super) times: &'static [&'static str],
    /// Words that say to whom.
    pub(super) audiences: &'static [&'static str],
}

/// Returns the setting of a passage: what its sentence says outside the passage.
pub(super) fn of(text: &str, said: &Said, tongue: Tongue) -> Setting {
    let marks = match tongue {
        Tongue::Turkish => &turkish::signs::SETTING,
        Tongue::English => &english::signs::SETTING,
    };
    let mut setting = Setting::default();
    let outside = [
        said.sentence.start..said.clause.start.max(said.sentence.start),
        said.clause.end.min(said.sentence.end)..said.sentence.end,
    ];
    for stretch in outside.iter().map(|stretch| beginning(text, stretch)) {
        if stretch.start < stretch.end {
            look(text, stretch, marks, tongue, &mut setting);
        }
    }
    setting
}

fn look(text: &str, stretch: Range<usize>, marks: &Marks, tongue: Tongue, setting: &mut Setting) {
    let tokens = Tokens::of(text, stretch, &[], None, tongue);
    let span = |at: usize| Some(tokens.span(&(at..at + 1)));
    for at in 0..tokens.list.len() {
        if tokens.list[at].sort != Sort::Word {
            continue;
        }
        let word = tokens.word_at(at);
        let is_name = tokens.is_name(at);
        let by_suffix = is_name && marks.place_suffixes.contains(&tokens.suffix_at(at));
        let by_word = is_name
            && at > 0
            && marks.place_before.contains(&tokens.word_at(at - 1))
            && !marks.times.contains(&word);
        if setting.place.is_none() && (by_suffix || by_word) {
            setting.place = span(at);
        }
        if setting.occasion.is_none() && marks.occasions.contains(&word) {
            setting.occasion = Some(occasion(&tokens, at, tongue));
        }
        if setting.time.is_none() && marks.times.contains(&word) {
            setting.time = span(at);
        }
        if setting.audience.is_none() && marks.audiences.contains(&word) {
            setting.audience = span(at);
        }
    }
}

/// An occasion with the words before it that belong to it.
fn occasion(tokens: &Tokens<'_>, at: usize, tongue: Tongue) -> Span {
    let mut start = at;
    while start > 0 && at - start < 3 {
        let before = start - 1;
        let word = tokens.word_at(before);
        let is_open = tokens.list[before].sort != Sort::Word
            || !tokens.suffix_at(before).is_empty()
            || match tongue {
                Tongue::Turkish => ["ğı", "ği", "ğu", "ğü", "an", "en", "nda", "nde"]
                    .iter()
                    .any(|end| word.ends_with(end)),
                Tongue::English => matches!(
                    word,
                    "a" | "an"
                        | "the"
                        | "at"
                        | "in"
                        | "during"
                        | "after"
                        | "to"
                        | "his"
                        | "her"
                        | "its"
                        | "said"
                        | "told"
                ),
            };
        if is_open {
            break;
        }
        start = before;
    }
    tokens.span(&(start..at + 1))
}
