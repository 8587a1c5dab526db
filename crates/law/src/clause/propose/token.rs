//! Words, figures and marks of a sentence, each with its place. This module knows letters, not
//! meaning: hyphens inside a word part it, an apostrophe shows where a suffix begins.

use alloc::string::String;
use alloc::vec::Vec;
use core::iter::Peekable;
use core::str::CharIndices;

use super::{Language, fold};
use crate::clause::rule::Span;

/// A piece of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    /// What it is.
    pub(super) kind: Kind,
    /// Where it stands.
    pub(super) span: Span,
}

/// What a piece of a sentence is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    /// A word in small letters, without its apostrophe.
    Word {
        /// All of it.
        text: String,
        /// How many bytes of it stand before the apostrophe.
        stem: usize,
    },
    /// A number in figures.
    Figure {
        /// Its digits, with a point before the decimals and no separators of thousands.
        digits: String,
        /// The letters that follow it: `nd` in 22nd, `üncü` in 14'üncü.
        suffix: String,
    },
    /// Any other character that is not white space.
    Mark(char),
}

impl Token {
    /// Returns the word, or an empty text where this is no word.
    pub(super) fn word(&self) -> &str {
        match &self.kind {
            Kind::Word { text, .. } => text,
            _ => "",
        }
    }

    /// Returns the part of the word before its apostrophe.
    pub(super) fn stem(&self) -> &str {
        match &self.kind {
            Kind::Word { text, stem } => text.get(..*stem).unwrap_or(text),
            _ => "",
        }
    }

    /// Returns the part of the word after its apostrophe.
    pub(super) fn suffix(&self) -> &str {
        match &self.kind {
            Kind::Word { text, stem } => text.get(*stem..).unwrap_or(""),
            Kind::Figure { suffix, .. } => suffix,
            Kind::Mark(_) => "",
        }
    }

    /// Whether this is the mark.
    pub(super) fn is_mark(&self, mark: char) -> bool {
        self.kind == Kind::Mark(mark)
    }
}

/// Returns the tokens of a sentence; every character that is not white space is in one of them,
/// except a hyphen between two letters.
pub(super) fn tokens(source: &str, language: Language) -> Vec<Token> {
    let mut reader = Reader {
        source,
        chars: source.char_indices().peekable(),
        language,
    };
    let mut tokens = Vec::new();
    while let Some((start, character)) = reader.chars.peek().copied() {
        if character.is_whitespace() {
            reader.chars.next();
            continue;
        }
        let before = tokens.last().map(|token: &Token| &token.kind);
        let kind = if character.is_ascii_digit() {
            Some(reader.figure())
        } else if character.is_alphabetic() {
            Some(reader.word())
        } else {
            reader.chars.next();
            let parts = is_hyphen(character)
                && matches!(before, Some(Kind::Word { .. }))
                && reader.next_is(char::is_alphabetic)
                && source[..start].ends_with(is_letter);
            (!parts).then_some(Kind::Mark(character))
        };
        let end = reader.position();
        if let Some(kind) = kind {
            tokens.push(Token {
                kind,
                span: span(start, end),
            });
        }
    }
    tokens
}

/// Returns the half-open range as a span; places beyond four gigabytes are cut to the last.
pub(super) fn span(start: usize, end: usize) -> Span {
    let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    Span {
        start: place(start),
        end: place(end),
    }
}

fn is_letter(character: char) -> bool {
    character.is_alphabetic() || matches!(character, '\u{300}'..='\u{36f}')
}

fn is_hyphen(character: char) -> bool {
    matches!(character, '-' | '\u{2010}' | '\u{2011}')
}

fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '\u{2019}' | '\u{2bc}')
}

struct Reader<'s> {
    source: &'s str,
    chars: Peekable<CharIndices<'s>>,
    language: Language,
}

impl Reader<'_> {
    fn position(&mut self) -> usize {
        self.chars.peek().map_or(self.source.len(), |(at, _)| *at)
    }

    fn next_is(&mut self, test: impl Fn(char) -> bool) -> bool {
        self.chars
            .peek()
            .is_some_and(|(_, character)| test(*character))
    }

    /// Whether the character after the next one passes the test.
    fn second_is(&mut self, test: impl Fn(char) -> bool) -> bool {
        let mut ahead = self.chars.clone();
        ahead.next();
        ahead.next().is_some_and(|(_, character)| test(character))
    }

    /// Reads small letters; marks that combine with the letter before them are folded into it.
    fn letters(&mut self, into: &mut String) {
        while let Some((_, character)) = self.chars.next_if(|(_, character)| is_letter(*character))
        {
            let whole = into
                .chars()
                .next_back()
                .and_then(|base| fold::composed(base, character));
            if let Some(whole) = whole {
                into.pop();
                into.push(whole);
            } else {
                into.push(fold::small(character, self.language));
            }
        }
    }

    fn word(&mut self) -> Kind {
        let mut text = String::new();
        self.letters(&mut text);
        let mut stem = text.len();
        if self.next_is(is_apostrophe) && self.second_is(char::is_alphabetic) {
            self.chars.next();
            stem = text.len();
            self.letters(&mut text);
        }
        Kind::Word { text, stem }
    }

    fn figure(&mut self) -> Kind {
        let (thousand, point) = match self.language {
            Language::English => (',', '.'),
            Language::Turkish => ('.', ','),
        };
        let mut digits = String::new();
        self.digits(&mut digits);
        while digits.len() <= 12 && self.group_of_three(thousand) {
            self.chars.next();
            self.digits(&mut digits);
        }
        if self.next_is(|next| next == point) && self.second_is(|next| next.is_ascii_digit()) {
            self.chars.next();
            digits.push('.');
            self.digits(&mut digits);
        }
        let mut suffix = String::new();
        if self.next_is(is_apostrophe) && self.second_is(char::is_alphabetic) {
            self.chars.next();
        }
        self.letters(&mut suffix);
        Kind::Figure { digits, suffix }
    }

    fn digits(&mut self, into: &mut String) {
        while let Some((_, digit)) = self.chars.next_if(|(_, next)| next.is_ascii_digit()) {
            into.push(digit);
        }
    }

    /// Whether the separator and exactly three digits follow.
    fn group_of_three(&mut self, separator: char) -> bool {
        let mut ahead = self.chars.clone().map(|(_, character)| character);
        ahead.next() == Some(separator)
            && (0..3).all(|_| ahead.next().is_some_and(|next| next.is_ascii_digit()))
            && !ahead.next().is_some_and(|next| next.is_ascii_digit())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::format;
    use alloc::string::ToString as _;

    fn shown(source: &str, language: Language) -> String {
        let words: Vec<String> = tokens(source, language)
            .iter()
            .map(|token| match &token.kind {
                Kind::Word { text, stem } if *stem < text.len() => {
                    format!("{}'{}", token.stem(), token.suffix())
                }
                Kind::Word { text, .. } => text.clone(),
                Kind::Figure { digits, suffix } => format!("#{digits}{suffix}"),
                Kind::Mark(mark) => mark.to_string(),
            })
            .collect();
        words.join(" ")
    }

    #[test]
    fn words_figures_and_marks_are_told_apart() {
        for (source, language, expected) in [
            (
                "the twenty-second (22nd) day",
                Language::English,
                "the twenty second ( #22nd ) day",
            ),
            (
                "1,000,000 tons, 66.67 %.",
                Language::English,
                "#1000000 tons , #66.67 % .",
            ),
            (
                "articles 1,2 and 3-5",
                Language::English,
                "articles #1 , #2 and #3 - #5",
            ),
            (
                "14’üncü IŞIK İlk s\u{327}art",
                Language::Turkish,
                "#14üncü ışık ilk şart",
            ),
            (
                "1.000.000 ton, %66,67'si 30. gün",
                Language::Turkish,
                "#1000000 ton , % #66.67si #30 . gün",
            ),
            (
                "Fransa'nın word—dash",
                Language::Turkish,
                "fransa'nın word — dash",
            ),
        ] {
            assert_eq!(shown(source, language), expected, "{source}");
        }
    }

    #[test]
    fn places_are_bytes_of_the_source() {
        let source = "Şart 22’nci";
        let places: Vec<&str> = tokens(source, Language::Turkish)
            .iter()
            .map(|token| &source[token.span.start as usize..token.span.end as usize])
            .collect();
        assert_eq!(places, ["Şart", "22’nci"]);
    }
}
