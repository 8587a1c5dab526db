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
        while let Some(byte) = text.as_bytes()[..range.end].get(at) {
            if let Some((index, quote)) = inside.next_if(|(_, quote)| quote.open <= at) {
                let width = text[at..].chars().next().map_or(1, char::len_utf8);
                let end = quote.close.clamp(at + width, range.end);
                tokens.push(at, end, Sort::Quote(index));
                at = end;
                continue;
            }
            if *byte == b' ' {
                at += 1;
                continue;
            }
            let letter = match byte {
                0..0x80 => char::from(*byte),
                _ => text[at..range.end].chars().next().unwrap_or(' '),
            };
            if is_alphanumeric(letter) {
                let limit = inside
                    .peek()
                    .map_or(range.end, |(_, quote)| quote.open.min(range.end));
                at = tokens.word(at, letter, limit, tongue == Tongue::Turkish);
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

    /// Takes in the word that begins with this letter; returns where it ends.
    fn word(&mut self, start: usize, first: char, limit: usize, turkic: bool) -> usize {
        let begin = self.folded.len();
        let text = self.text;
        let bytes = &text.as_bytes()[..limit];
        let next = |at: usize| text[at..limit].chars().next();
        let joins = |at: usize| next(at).is_some_and(is_alphanumeric);
        let (mut base, mut end) = (None, start);
        loop {
            // Most letters are plain ones, about which nothing need be looked up.
            let plain = bytes[end..]
                .iter()
                .take_while(|byte| byte.is_ascii_alphanumeric())
                .count();
            self.fold_plain(end..end + plain, turkic);
            end += plain;
            let Some(letter) = bytes.get(end).and_then(|_| next(end)) else {
                break;
            };
            let behind = end + letter.len_utf8();
            if is_alphanumeric(letter) || is_combining(letter) {
                push_folded(&mut self.folded, letter, turkic);
            } else if is_apostrophe(letter) && joins(behind) {
                base.get_or_insert(self.folded.len() - begin);
                self.folded.push('\'');
            } else if matches!(letter, '-' | '\u{2010}' | '\u{2011}') && joins(behind) {
                self.folded.push('-');
            } else if letter != '\u{ad}' {
                break;
            }
            end = behind;
        }
        let sort = if !is_small(first) && first.is_numeric() {
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
            is_capital: !is_small(first) && first.is_uppercase(),
        });
        end
    }

    /// Appends plain letters with differences of case removed.
    fn fold_plain(&mut self, plain: Span, turkic: bool) {
        let letters = &self.text[plain];
        if turkic && letters.as_bytes().contains(&b'I') {
            for letter in letters.chars() {
                push_folded(&mut self.folded, letter, turkic);
            }
            return;
        }
        let at = self.folded.len();
        self.folded.push_str(letters);
        self.folded[at..].make_ascii_lowercase();
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
        self.list.get(at).map_or("", |token| {
            let behind = token.folded.0 + token.base + 1;
            if behind < token.folded.1 {
                &self.folded[behind..token.folded.1]
            } else {
                ""
            }
        })
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

/// Whether a character is a small letter of those that occur most, which need not be looked up.
const fn is_small(letter: char) -> bool {
    matches!(letter, 'a'..='z' | 'ß'..='ö' | 'ø'..='ÿ' | 'ğ' | 'ı' | 'ş')
}

/// Whether a character is a letter or a digit.
fn is_alphanumeric(letter: char) -> bool {
    is_small(letter)
        || matches!(letter, 'À'..='Ö' | 'Ø'..='Þ' | 'Ğ' | 'İ' | 'Ş')
        || letter.is_alphanumeric()
}

/// Whether a character only changes the letter before it.
const fn is_combining(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}')
}
