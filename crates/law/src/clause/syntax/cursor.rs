//! A reader's place in the words of one statement, and what was expected there.
//!
//! Each test that fails at the furthest place reached leaves behind what it looked for; a
//! diagnostic lists exactly these alternatives. The cursor knows no statement.

use alloc::string::String;
use alloc::vec::Vec;

use crate::act::ActKind;
use crate::clause::diagnostic::{Code, Detail, Expected, Faults, Found, meant};
use crate::clause::rule::Span;
use crate::clause::syntax::value::ORDINALS;
use crate::clause::token::{Shape, Token};

/// The deepest nesting of parentheses.
const DEEPEST: u32 = 32;
/// How many characters of offending words are quoted.
const LONGEST_QUOTE: usize = 40;

/// The statement cannot be read further; a diagnostic has been given.
#[derive(Debug)]
pub(super) struct Stop;

/// What is read, or `Stop`.
pub(super) type Read<T> = Result<T, Stop>;

/// A place in the tokens of one statement.
#[derive(Debug)]
pub(super) struct Cursor<'s> {
    source: &'s str,
    tokens: &'s [Token],
    at: usize,
    /// The furthest place at which a test failed, and what was looked for there.
    furthest: usize,
    expected: Vec<Expected>,
    depth: u32,
    /// Whether vocabulary beyond the core was met; the statement is then kept in words.
    pub(super) beyond: bool,
    /// Whether `its deposit` has a meaning here.
    pub(super) joining: bool,
    /// Whether `that day` has a meaning here.
    pub(super) falling_back: bool,
    /// The code under which faults of form are noted here.
    pub(super) code: Code,
    /// Where what is wrong is noted.
    pub(super) faults: &'s mut Faults,
}

impl<'s> Cursor<'s> {
    /// Returns a cursor at the beginning of a statement.
    pub(super) fn new(source: &'s str, tokens: &'s [Token], faults: &'s mut Faults) -> Self {
        Self {
            source,
            tokens,
            at: 0,
            furthest: 0,
            expected: Vec::new(),
            depth: 0,
            beyond: false,
            joining: false,
            falling_back: false,
            code: Code::Syntax,
            faults,
        }
    }

    /// Returns the next token without passing it.
    pub(super) fn peek(&self) -> Option<Token> {
        self.tokens.get(self.at).copied()
    }

    /// Returns the next token if it is a word or mark, as written.
    pub(super) fn peek_raw(&self) -> Option<&'s str> {
        self.raw_at(self.at)
    }

    /// Passes one token.
    pub(super) fn advance(&mut self) {
        self.at += 1;
    }

    /// Returns how many tokens were passed.
    pub(super) fn position(&self) -> usize {
        self.at
    }

    /// Returns the tokens from a position up to the cursor.
    pub(super) fn passed_since(&self, position: usize) -> &'s [Token] {
        let end = self.at.min(self.tokens.len());
        self.tokens.get(position..end).unwrap_or_default()
    }

    /// Returns the bytes from a position up to the cursor.
    pub(super) fn span_since(&self, position: usize) -> Span {
        let passed = self.passed_since(position);
        Span {
            start: passed.first().map_or(0, |token| token.span.start),
            end: passed.last().map_or(0, |token| token.span.end),
        }
    }

    /// Whether `read so from` comes next.
    pub(super) fn later_reading_follows(&self) -> bool {
        ["read", "so", "from"]
            .into_iter()
            .enumerate()
            .all(|(nth, word)| self.raw_at(self.at + nth) == Some(word))
    }

    /// Returns the source from which the tokens were read.
    pub(super) fn source(&self) -> &'s str {
        self.source
    }

    /// Returns the bytes from the first token to the last.
    pub(super) fn whole_span(&self) -> Span {
        Span {
            start: self.tokens.first().map_or(0, |token| token.span.start),
            end: self.tokens.last().map_or(0, |token| token.span.end),
        }
    }

    /// Passes these words and marks if they come next, all of them or none.
    pub(super) fn phrase(&mut self, words: &'static str) -> bool {
        self.pass(words, 0)
    }

    /// Passes these words if they come next; they are not offered where nothing fits, because they
    /// belong to the vocabulary beyond the core.
    pub(super) fn rare_phrase(&mut self, words: &'static str) -> bool {
        self.pass(words, 1)
    }

    /// Passes these words if they come next, and offers them nowhere.
    pub(super) fn hidden_phrase(&mut self, words: &'static str) -> bool {
        self.pass(words, usize::MAX)
    }

    /// Passes words beyond the core and remembers that they occurred.
    pub(super) fn beyond_phrase(&mut self, words: &'static str) -> bool {
        let passed = self.rare_phrase(words);
        self.beyond |= passed;
        passed
    }

    /// Passes these words or stops.
    pub(super) fn require(&mut self, words: &'static str) -> Read<()> {
        if self.phrase(words) {
            Ok(())
        } else {
            self.unexpected()
        }
    }

    /// Passes words; they are offered if at least so many of them stand here.
    fn pass(&mut self, words: &'static str, offered_from: usize) -> bool {
        let (mut at, mut rest) = (self.at, words);
        while !rest.is_empty() {
            let (piece, tail) = first_piece(rest);
            if self.raw_at(at) != Some(piece) {
                if at - self.at >= offered_from {
                    self.expect_at(at, Expected::Words(rest));
                }
                return false;
            }
            (at, rest) = (at + 1, tail);
        }
        self.at = at;
        true
    }

    fn raw_at(&self, at: usize) -> Option<&'s str> {
        let token = self.tokens.get(at)?;
        matches!(token.shape, Shape::Word | Shape::Mark).then(|| token.raw(self.source))
    }

    /// Notes what was looked for here in vain.
    pub(super) fn expect(&mut self, expected: Expected) {
        self.expect_at(self.at, expected);
    }

    fn expect_at(&mut self, at: usize, expected: Expected) {
        if at > self.furthest {
            self.furthest = at;
            self.expected.clear();
        }
        if at == self.furthest && !self.expected.contains(&expected) {
            self.expected.push(expected);
        }
    }

    /// Reports that nothing expected stands at the furthest place reached.
    pub(super) fn unexpected<T>(&mut self) -> Read<T> {
        let token = self.tokens.get(self.furthest).copied();
        let expected = core::mem::take(&mut self.expected);
        let raw = token.map(|token| token.raw(self.source));
        let detail = Detail::Expected {
            found: raw.map_or(Found::End, |raw| Found::Words(quote(raw))),
            // A suggestion costs more than reading; none is sought for what is only counted.
            meant: raw
                .filter(|_| !self.faults.is_full())
                .and_then(|raw| meant(raw, expected.iter().flat_map(candidates))),
            expected,
        };
        let end = self.whole_span().end;
        let span = token.map_or(Span { start: end, end }, |token| token.span);
        // What is broken was reported when it was read.
        if token.is_none_or(|token| token.shape != Shape::Broken) {
            self.faults.push(self.code, span, detail);
        }
        Err(Stop)
    }

    /// Reports a fault of the token just passed; reading goes on after it.
    pub(super) fn report(&mut self, detail: Detail) {
        let token = self.at.checked_sub(1).and_then(|at| self.tokens.get(at));
        let span = token.map_or_else(|| self.whole_span(), |token| token.span);
        self.faults.push(self.code, span, detail);
    }

    /// Reports a fault of what was passed since a position; reading goes on after it.
    pub(super) fn report_since(&mut self, begun_at: usize, detail: Detail) {
        let span = self.span_since(begun_at);
        self.faults.push(self.code, span, detail);
    }

    /// Reads something in parentheses; the opening one has been passed.
    pub(super) fn nested<T>(&mut self, read: impl FnOnce(&mut Self) -> Read<T>) -> Read<T> {
        if self.depth >= DEEPEST {
            self.report(Detail::TooDeep { most: DEEPEST });
            return Err(Stop);
        }
        self.depth += 1;
        let value = read(self)?;
        self.require(")")?;
        self.depth -= 1;
        Ok(value)
    }

    /// Returns the citation if one comes next, and passes it.
    pub(super) fn citation(&mut self) -> Option<String> {
        let token = self.peek().filter(|token| token.shape == Shape::Citation);
        if token.is_none() {
            self.expect(Expected::Citation);
        }
        let content = token?.content(self.source);
        self.advance();
        Some(content.into())
    }

    /// Stops unless everything has been read.
    pub(super) fn end(&mut self) -> Read<()> {
        if self.peek().is_none() {
            return Ok(());
        }
        self.expect(Expected::End);
        self.unexpected()
    }

    /// Passes what is left on the line of the last token passed, at least one token in all.
    pub(super) fn skip_line(&mut self, begun_at: usize) {
        if self.at == begun_at {
            self.advance();
        }
        let last = self.at.checked_sub(1).and_then(|at| self.tokens.get(at));
        let line = last.map(|token| token.line);
        while self.peek().is_some_and(|token| Some(token.line) == line) {
            self.advance();
        }
    }
}

/// Returns the words of an offending token, verbatim, cut where they grow too long.
pub(super) fn quote(raw: &str) -> String {
    raw.chars().take(LONGEST_QUOTE).collect()
}

fn first_piece(words: &'static str) -> (&'static str, &'static str) {
    let end = match words.find([' ', ':']) {
        Some(0) => 1,
        Some(end) => end,
        None => words.len(),
    };
    let (piece, tail) = words.split_at(end);
    (piece, tail.trim_start())
}

/// Returns the words that a misspelt word may stand for.
fn candidates(expected: &Expected) -> Vec<&'static str> {
    match expected {
        Expected::Words(words) => alloc::vec![first_piece(words).0],
        Expected::Ordinal => ORDINALS.to_vec(),
        Expected::Act => ActKind::ALL
            .into_iter()
            .filter(|act| act.is_consent())
            .map(ActKind::label)
            .collect(),
        _ => Vec::new(),
    }
}
