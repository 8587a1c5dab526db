//! The words and marks of Clausula, and the lines that belong to one statement.
//!
//! Words are read permissively (`18-10@2026`, `66.6666`, `2/3`); what they mean is decided where
//! they stand. This module knows no keyword.

use alloc::vec::Vec;

use crate::clause::diagnostic::{Delimiter, Detail, Faults};
use crate::clause::rule::Span;

/// What a token is, by its shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// A run of characters without white space and marks: keyword, name, number, date.
    Word,
    /// Words in quotation marks.
    Text,
    /// A citation in square brackets.
    Citation,
    /// One of `( ) { } , ; : = %`.
    Mark,
    /// Something that cannot be read; a diagnostic has been given.
    Broken,
}

/// A word or mark and where it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    /// Its shape.
    pub(super) shape: Shape,
    /// The line on which it stands, counted from 1.
    pub(super) line: u32,
    /// The bytes it covers, with quotation marks or brackets.
    pub(super) span: Span,
}

impl Token {
    /// Returns the token as it stands in the source.
    pub(super) fn raw(self, source: &str) -> &str {
        source
            .get(self.span.start as usize..self.span.end as usize)
            .unwrap_or_default()
    }

    /// Returns what stands between the quotation marks or brackets of a text or citation.
    pub(super) fn content(self, source: &str) -> &str {
        let raw = self.raw(source);
        raw.get(1..raw.len().saturating_sub(1)).unwrap_or_default()
    }
}

/// The tokens of a source and the statements they fall into.
#[derive(Debug, Default)]
pub(super) struct Tokens {
    tokens: Vec<Token>,
    /// The first token of each statement.
    starts: Vec<usize>,
}

impl Tokens {
    /// Returns the tokens of each statement: a line and the deeper indented lines below it.
    pub(super) fn statements(&self) -> impl Iterator<Item = &[Token]> {
        self.starts.iter().enumerate().filter_map(|(nth, start)| {
            let end = self.starts.get(nth + 1).copied();
            self.tokens.get(*start..end.unwrap_or(self.tokens.len()))
        })
    }
}

/// Returns the tokens of a source of at most `u32::MAX` bytes; what cannot be read is reported.
pub(super) fn read(source: &str, faults: &mut Faults) -> Tokens {
    let mut tokens = Tokens::default();
    let mut head_indent = None;
    let mut offset = if source.starts_with('\u{feff}') { 3 } else { 0 };
    let body = source.get(offset..).unwrap_or_default();
    for (number, line) in (1_u32..).zip(body.split('\n')) {
        let indent = line.chars().take_while(|c| c.is_whitespace()).count();
        let before = tokens.tokens.len();
        read_line(line, offset, number, &mut tokens.tokens, faults);
        let holds_tokens = tokens.tokens.len() > before;
        if holds_tokens && head_indent.is_none_or(|head| indent <= head) {
            tokens.starts.push(before);
            head_indent = Some(indent);
        }
        offset += line.len() + 1;
    }
    tokens
}

fn read_line(line: &str, offset: usize, number: u32, tokens: &mut Vec<Token>, faults: &mut Faults) {
    let mut at = 0;
    while let Some((shape, start, end)) = next(line, at) {
        let span = span(offset + start, offset + end);
        if shape == Shape::Broken {
            faults.syntax(span, broken(line.get(start..).unwrap_or_default()));
        }
        tokens.push(Token {
            shape,
            line: number,
            span,
        });
        at = end;
    }
}

/// Returns the shape and the bytes of the next token at or after `at`.
fn next(line: &str, at: usize) -> Option<(Shape, usize, usize)> {
    let rest = line.get(at..)?;
    let start = at + rest.find(|c: char| !c.is_whitespace())?;
    let rest = line.get(start..)?;
    let closed_by = |mark: char| {
        let inside = rest.get(1..).and_then(|inside| inside.find(mark));
        inside.map(|length| start + length + 2)
    };
    // A text that is not closed spoils the rest of its line and nothing more.
    let to_end = start + rest.trim_end().len();
    let token = match rest.chars().next()? {
        '#' => return None,
        '"' => closed_by('"').map_or((Shape::Broken, to_end), |end| (Shape::Text, end)),
        '[' => closed_by(']').map_or((Shape::Broken, to_end), |end| (Shape::Citation, end)),
        ']' => (Shape::Broken, start + 1),
        mark if is_mark(mark) => (Shape::Mark, start + 1),
        _ => {
            let length = rest
                .find(|c: char| {
                    c.is_whitespace() || is_mark(c) || matches!(c, '"' | '[' | ']' | '#')
                })
                .unwrap_or(rest.len());
            (Shape::Word, start + length)
        }
    };
    Some((token.0, start, token.1))
}

fn is_mark(c: char) -> bool {
    matches!(c, '(' | ')' | '{' | '}' | ',' | ';' | ':' | '=' | '%')
}

fn broken(rest: &str) -> Detail {
    match rest.chars().next() {
        Some('"') => Detail::Unclosed(Delimiter::Quotation),
        Some('[') => Detail::Unclosed(Delimiter::Citation),
        _ => Detail::Unopened(Delimiter::Citation),
    }
}

fn span(start: usize, end: usize) -> Span {
    Span {
        start: u32::try_from(start).unwrap_or(u32::MAX),
        end: u32::try_from(end).unwrap_or(u32::MAX),
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec;

    use super::*;

    fn words(source: &str) -> Vec<Vec<&str>> {
        let mut faults = Faults::default();
        read(source, &mut faults)
            .statements()
            .map(|tokens| tokens.iter().map(|token| token.raw(source)).collect())
            .collect()
    }

    #[test]
    fn a_deeper_line_continues_a_statement() {
        assert_eq!(
            words(
                "\u{feff}treaty \"A # b\" # c\r\n\r\n  id 18-10@2026\r\n# d\r\nin force\n   # e\n\n  [art. 1 #2]\nends"
            ),
            vec![
                vec!["treaty", "\"A # b\"", "id", "18-10@2026"],
                vec!["in", "force", "[art. 1 #2]"],
                vec!["ends"],
            ]
        );
    }

    #[test]
    fn marks_stand_alone() {
        assert_eq!(
            words("X={TUR,X-EU} 66.6666%; or later:(2/3)"),
            vec![vec![
                "X", "=", "{", "TUR", ",", "X-EU", "}", "66.6666", "%", ";", "or", "later", ":",
                "(", "2/3", ")"
            ]]
        );
    }

    #[test]
    fn what_is_not_closed_spoils_its_line_only() {
        let mut faults = Faults::default();
        let source = "a \"b\nc [d\ne ]f";
        assert_eq!(read(source, &mut faults).statements().count(), 3);
        assert_eq!(faults.finish(source).len(), 3);
    }
}
