//! The words of a stretch of text. A quoted passage is one token: what stands in it belongs to somebody
//! else's sentence.

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use super::quotes::Quote;
use super::reading::{Span, Tongue};
use crate::fold::push_folded;

/// The longest sentence, in tokens.
const SENTENCE_MAX: usize = 1_000;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    /// Letters, with what is joined to them by an apostrophe or a hyphen.
    Word,
    /// Digits, with what is joined to them.
    Number,
    /// Any other character.
    Mark(char),
    /// A quoted passage, by its place in the list.
    Quote(usize),
}

/// A token with its place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) sort: Sort,
    /// Where its folded form lies.
    folded: (usize, usize),
    /// How much of the folded form stands before an apostrophe.
    base: usize,
    /// Whether it begins with a capital letter.
    pub(super) is_capital: bool,
}

/// The tokens of a stretch.
#[derive(Debug)]
pub(super) struct Tokens<'t> {
    pub(super) text: &'t str,
    folded: String,
    pub(super) list: Vec<Token>,
}

/// Whether a character is an apostrophe within a word.
pub(super) const fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’' | '‘' | 'ʼ')
}

impl<'t> Tokens<'t> {
    /// Returns the tokens of a stretch whose quoted passages are those directly within `parent`.
    pub(super) fn of(
        text: &'t str,
        range: Span,
        quotes: &[Quote],
        parent: Option<usize>,
        tongue: Tongue,
    ) -> Self {
        let mut tokens = Self {
            text,
            folded: String::with_capacity(range.len()),
            list: Vec::with_capacity(range.len() / 4),
        };
        // Passages stand in the order in which they open.
        let first = quotes.partition_point(|quote| quote.open < range.start);
        let mut inside = quotes
            .iter()
            .enumerate()
            .skip(first)
            .take_while(|(_, quote)| quote.open < range.end)
            .filter(|(_, quote)| quote.parent == parent)
            .peekable();
        let mut at = range.start;
        while let Some(letter) = text[at..range.end].chars().next() {
            if let Some((index, quote)) = inside.next_if(|(_, quote)| quote.open <= at) {
                let end = quote.close.clamp(at + letter.len_utf8(), range.end);
                tokens.push(at, end, Sort::Quote(index));
                at = end;
            } else if letter.is_alphanumeric() {
                let limit = inside
                    .peek()
                    .map_or(range.end, |(_, quote)| quote.open.min(range.end));
                at = tokens.word(at, limit, tongue == Tongue::Turkish);
            } else {
                let end = at + letter.len_utf8();
                if !letter.is_whitespace() && letter != '\u{feff}' && letter != '\u{ad}' {
                    tokens.push(at, end, Sort::Mark(letter));
                }
                at = end;
            }
        }
        tokens
    }

    fn push(&mut self, start: usize, end: usize, sort: Sort) {
        let at = self.folded.len();
        self.list.push(Token {
            start,
            end,
            sort,
            folded: (at, at),
            base: 0,
            is_capital: false,
        });
    }

    fn word(&mut self, start: usize, limit: usize, turkic: bool) -> usize {
        let begin = self.folded.len();
        // Most letters are plain ones, about which nothing need be looked up.
        let plain = self.text.as_bytes()[start..limit]
            .iter()
            .take_while(|byte| byte.is_ascii_alphanumeric())
            .count();
        for byte in &self.text.as_bytes()[start..start + plain] {
            match byte {
                b'I' if turkic => self.folded.push('ı'),
                _ => self.folded.push(char::from(byte.to_ascii_lowercase())),
            }
        }
        let from = start + plain;
        let (mut base, mut end) = (None, from);
        let mut rest = self.text[from..limit].char_indices().peekable();
        while let Some((at, letter)) = rest.next() {
            let joins =
                |next: Option<&(usize, char)>| next.is_some_and(|(_, next)| next.is_alphanumeric());
            if letter.is_alphanumeric() || is_combining(letter) {
                push_folded(&mut self.folded, letter, turkic);
            } else if is_apostrophe(letter) && joins(rest.peek()) {
                base.get_or_insert(self.folded.len() - begin);
                self.folded.push('\'');
            } else if matches!(letter, '-' | '\u{2010}' | '\u{2011}') && joins(rest.peek()) {
                self.folded.push('-');
            } else if letter != '\u{ad}' {
                break;
            }
            end = from + at + letter.len_utf8();
        }
        let first = self.text[start..].chars().next().unwrap_or(' ');
        let sort = if first.is_numeric() {
            Sort::Number
        } else {
            Sort::Word
        };
        let length = self.folded.len() - begin;
        self.list.push(Token {
            start,
            end,
            sort,
            folded: (begin, self.folded.len()),
            base: base.unwrap_or(length),
            is_capital: first.is_uppercase(),
        });
        end
    }

    /// Returns a word with differences of case removed; nothing of a mark or a quoted passage.
    pub(super) fn word_at(&self, at: usize) -> &str {
        self.list
            .get(at)
            .map_or("", |token| &self.folded[token.folded.0..token.folded.1])
    }

    /// Returns what stands before the apostrophe of a folded word.
    pub(super) fn base_at(&self, at: usize) -> &str {
        self.list.get(at).map_or("", |token| {
            &self.folded[token.folded.0..token.folded.0 + token.base]
        })
    }

    /// Returns what stands behind the apostrophe of a folded word.
    pub(super) fn suffix_at(&self, at: usize) -> &str {
        let word = self.word_at(at);
        word.get(self.base_at(at).len() + 1..).unwrap_or_default()
    }

    /// Returns the word as it is written before its apostrophe.
    pub(super) fn name_at(&self, at: usize) -> &'t str {
        self.list.get(at).map_or("", |token| {
            let word = &self.text[token.start..token.end];
            word.split(is_apostrophe).next().unwrap_or(word)
        })
    }

    /// Returns whether a token is this mark.
    pub(super) fn is_mark(&self, at: usize, mark: char) -> bool {
        self.list
            .get(at)
            .is_some_and(|token| token.sort == Sort::Mark(mark))
    }

    /// Returns whether a token is a word with a capital letter.
    pub(super) fn is_name(&self, at: usize) -> bool {
        self.list
            .get(at)
            .is_some_and(|token| token.sort == Sort::Word && token.is_capital)
    }

    /// Returns the quoted passage that a token is.
    pub(super) fn quote_at(&self, at: usize) -> Option<usize> {
        match self.list.get(at)?.sort {
            Sort::Quote(index) => Some(index),
            _ => None,
        }
    }

    /// Returns the stretch of text from the first of these tokens to the last.
    pub(super) fn span(&self, tokens: &Range<usize>) -> Span {
        match self.list.get(tokens.clone()) {
            Some([first, .., last]) => first.start..last.end,
            Some([only]) => only.start..only.end,
            _ => 0..0,
        }
    }

    /// Returns the sentences, as ranges of tokens.
    pub(super) fn sentences(
        &self,
        quotes: &[Quote],
        ends: fn(&Self, usize) -> bool,
    ) -> Vec<Range<usize>> {
        let mut sentences = Vec::new();
        let mut start = 0;
        for at in 0..self.list.len() {
            let is_end = match self.list[at].sort {
                Sort::Mark('.' | '!' | '?' | '…') => self.begins_anew(at + 1) && ends(self, at),
                Sort::Quote(index) => {
                    let inner = &self.text[quotes[index].inner.clone()];
                    inner.trim_end().ends_with(['.', '!', '?', '…'])
                        && self.begins_anew(at + 1)
                        && ends(self, at)
                }
                _ => false,
            };
            // What has no end is cut, so that work within a sentence stays bounded.
            if is_end || at + 1 - start >= SENTENCE_MAX {
                sentences.push(start..at + 1);
                start = at + 1;
            }
        }
        if start < self.list.len() {
            sentences.push(start..self.list.len());
        }
        sentences
    }

    /// Whether a sentence may begin with this token, or nothing follows.
    fn begins_anew(&self, at: usize) -> bool {
        self.list.get(at).is_none_or(|token| match token.sort {
            Sort::Word => token.is_capital,
            Sort::Number | Sort::Quote(_) => true,
            Sort::Mark(mark) => matches!(mark, '-' | '–' | '—' | '(' | '[' | '•' | '*'),
        })
    }
}

/// Returns those words of a list in the order of its bytes whose first two bytes are a word's own.
pub(super) fn alike<'l>(list: &'l [&'l str], word: &str) -> &'l [&'l str] {
    let key = |word: &str| match word.as_bytes() {
        [first, second, ..] => u16::from_be_bytes([*first, *second]),
        _ => 0,
    };
    let asked = key(word);
    let first = list.partition_point(|one| key(one) < asked);
    let count = list[first..]
        .iter()
        .take_while(|one| key(one) == asked)
        .count();
    &list[first..first + count]
}

/// Whether a character only changes the letter before it.
const fn is_combining(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}')
}
