//! Words as numbers: what alignment compares. Equal tokens have one number; tokens that differ only in
//! case, space or marks have one key.

use crate::fold;
use crate::language::Language;
use crate::token::{Token, TokenKind};
use alloc::borrow::Cow;
use alloc::sync::Arc;
use alloc::vec::Vec;
use imara_diff::Interner;

/// The key of a token: its folded words, or what else it is.
#[derive(PartialEq, Eq, Hash)]
enum Key<'a> {
    Words(Cow<'a, str>),
    Other(&'a TokenKind, &'a str),
}

/// What kind of place in a sentence a token makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Seam {
    /// None.
    #[default]
    Plain,
    /// It ends a sentence.
    Sentence,
    /// It ends a clause.
    Clause,
    /// It begins a phrase: a conjunction or an article.
    Opener,
}

/// What is known of one token.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Entry {
    /// Its key.
    pub(crate) key: imara_diff::Token,
    /// Whether it counts as a word.
    pub(crate) is_word: bool,
    /// What place it makes.
    pub(crate) seam: Seam,
    /// How many bytes it takes in print, its space included.
    pub(crate) printed: usize,
}

/// The words of a text as numbers.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) struct Words {
    /// The number of each token; equal tokens have equal numbers.
    pub(crate) exact: Vec<u32>,
}

/// Numbers for tokens, given in the order in which they are met.
pub(crate) struct Lexicon<'a> {
    exact: Interner<&'a Token>,
    keys: Interner<Key<'a>>,
    entries: Vec<Entry>,
    turkish: bool,
}

impl<'a> Lexicon<'a> {
    /// Returns an empty lexicon for a language.
    pub(crate) fn new(language: &Language, capacity: usize) -> Self {
        Self {
            exact: Interner::new(capacity),
            keys: Interner::new(capacity),
            entries: Vec::with_capacity(capacity),
            turkish: fold::is_turkic(language),
        }
    }

    /// Returns the numbers of these tokens.
    pub(crate) fn words(&mut self, tokens: &'a [Token]) -> Words {
        let exact = tokens.iter().map(|token| self.number(token)).collect();
        Words { exact }
    }

    /// Returns the numbers of tokens most of which are those of another text in its order. They are what
    /// [`Self::words`] returns; only it is quicker, since what stands next there is looked at first.
    pub(crate) fn words_like(&mut self, tokens: &'a [Token], model: &Words) -> Words {
        let mut next = 0;
        let mut exact = Vec::with_capacity(tokens.len());
        for token in tokens {
            let expected = model.exact.get(next).copied();
            if let Some(number) = expected.filter(|known| is_equal(self.token(*known), token)) {
                next += 1;
                exact.push(number);
                continue;
            }
            let number = self.number(token);
            let ahead = &model.exact[next..model.exact.len().min(next + AHEAD)];
            // A word that is not there stands in the place of none, or of what is still to come.
            if let Some(skipped) = ahead.iter().position(|known| *known == number) {
                next += skipped + 1;
            }
            exact.push(number);
        }
        Words { exact }
    }

    fn number(&mut self, token: &'a Token) -> u32 {
        let number = self.exact.intern(token).0;
        if number as usize == self.entries.len() {
            let key = match token.kind {
                TokenKind::Word | TokenKind::Number | TokenKind::Punctuation => {
                    Key::Words(fold::fold(&token.text, self.turkish))
                }
                TokenKind::Reference(_) | TokenKind::Placeholder | TokenKind::Footnote(_) => {
                    Key::Other(&token.kind, &token.text)
                }
            };
            let key = self.keys.intern(key);
            self.entries.push(Entry {
                key,
                is_word: !matches!(token.kind, TokenKind::Punctuation),
                seam: seam(token),
                printed: token.text.len().max(1) + usize::from(token.space_before),
            });
        }
        number
    }

    /// Returns what is known of a token by its number.
    pub(crate) fn entry(&self, number: u32) -> &Entry {
        &self.entries[number as usize]
    }

    /// Returns the keys of words.
    pub(crate) fn keys(&self, words: &Words) -> Vec<imara_diff::Token> {
        words
            .exact
            .iter()
            .map(|number| self.entry(*number).key)
            .collect()
    }

    /// Returns how many keys there are.
    pub(crate) fn key_count(&self) -> u32 {
        self.keys.num_tokens()
    }

    /// Returns the token of a number.
    pub(crate) fn token(&self, number: u32) -> &'a Token {
        self.exact[imara_diff::Token(number)]
    }

    /// Returns how many bytes these words take in print.
    pub(crate) fn printed(&self, words: &[u32]) -> usize {
        words.iter().map(|number| self.entry(*number).printed).sum()
    }
}

/// How far ahead in the other text a word is looked for that is not the next one there.
const AHEAD: usize = 24;

/// Whether two tokens are equal. Those of versions of one text often share their words.
fn is_equal(one: &Token, other: &Token) -> bool {
    one.space_before == other.space_before
        && one.marks == other.marks
        && (Arc::ptr_eq(&one.text, &other.text) || one.text == other.text)
        && one.kind == other.kind
}

/// Conjunctions and articles that begin a phrase, in the languages of the tables of the markup.
const OPENERS: [&str; 60] = [
    "a", "al", "an", "and", "au", "aux", "ayrıca", "bir", "but", "de", "del", "des", "du", "el",
    "et", "et/ou", "for", "he", "i", "if", "in", "ki", "la", "las", "le", "les", "los", "mais",
    "nor", "o", "of", "or", "ou", "para", "pour", "que", "si", "so", "that", "the", "to", "u",
    "un", "una", "unless", "une", "uno", "unos", "veya", "ve", "where", "which", "while", "who",
    "with", "without", "ya", "y", "и", "или",
];

fn seam(token: &Token) -> Seam {
    match token.kind {
        TokenKind::Punctuation => match &*token.text {
            "." | "!" | "?" | "…" | "。" | "؟" | "۔" => Seam::Sentence,
            "," | ";" | ":" | "–" | "—" | "،" | "؛" | "，" | "；" | "：" | "、" => {
                Seam::Clause
            }
            _ => Seam::Plain,
        },
        TokenKind::Word if OPENERS.contains(&&*fold::fold(&token.text, false)) => Seam::Opener,
        _ => Seam::Plain,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::token::tokenize;
    use alloc::string::String;
    use proptest::prelude::*;

    fn text() -> impl Strategy<Value = String> {
        let word = prop::sample::select(&["a", "A", "b", "c", "d,", "e.", "a b c d, e."][..]);
        prop::collection::vec(word, 0..40).prop_map(|words| words.join(" "))
    }

    proptest! {
        #[test]
        fn a_text_has_the_same_numbers_whatever_it_is_read_beside(base in text(), other in text()) {
            let language = Language::new("en").unwrap();
            let (base, other) = (tokenize(&base), tokenize(&other));
            let mut plain = Lexicon::new(&language, 8);
            let expected = (plain.words(&base), plain.words(&other));
            let mut quick = Lexicon::new(&language, 8);
            let words = quick.words(&base);
            let beside = quick.words_like(&other, &words);
            prop_assert_eq!((words, beside), expected);
        }
    }
}
