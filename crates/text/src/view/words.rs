//! Words in print.

use super::attributed::{Bracket, Piece};
use crate::body::{Position, Stance};
use crate::token::{Target, Token, TokenKind};
use alloc::string::String;
use core::fmt::Write as _;

/// How brackets are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style<'a> {
    /// The words for a reading without words, as `no text`.
    pub no_text: &'a str,
    /// Whether readings are divided by slashes, `[holders]/[owners]`.
    pub slashes: bool,
}

impl Default for Style<'_> {
    fn default() -> Self {
        Self {
            no_text: "no text",
            slashes: false,
        }
    }
}

/// How tokens are said.
type Said<'a> = &'a dyn Fn(&[Token]) -> String;

/// Returns tokens as they are read, with the space before the first. A reference within the instrument
/// prints as the id in braces: its label depends on where it stands.
pub fn plain(tokens: &[Token]) -> String {
    let mut text = String::new();
    write_tokens(&mut text, tokens);
    text
}

pub(super) fn write_tokens(text: &mut String, tokens: &[Token]) {
    for token in tokens {
        if token.space_before {
            text.push(' ');
        }
        match &token.kind {
            TokenKind::Reference(
                Target::Provision(id) | Target::ProvisionInFull(id) | Target::ProvisionNumber(id),
            ) if token.text.is_empty() => {
                text.push_str("{@");
                text.push_str(id.as_str());
                text.push('}');
            }
            TokenKind::Placeholder => {
                text.push_str("{?");
                text.push_str(&token.text);
                text.push('}');
            }
            TokenKind::Footnote(footnote) => {
                text.push_str("^[");
                if let Some(by) = &footnote.by {
                    text.push_str(by.as_str());
                    text.push_str(": ");
                }
                text.push_str(plain(&footnote.tokens).trim_start());
                text.push(']');
            }
            TokenKind::Word
            | TokenKind::Number
            | TokenKind::Punctuation
            | TokenKind::Reference(_) => text.push_str(&token.text),
        }
    }
}

/// Returns pieces as one line: `Each Party shall [promptly][USA, JPN: at once][no text: TUR] notify`.
pub fn spelled(pieces: &[Piece<'_>], style: Style<'_>) -> String {
    spelled_by(pieces, style, &plain)
}

/// The same where the words are those that a function gives, as references by their labels.
pub fn spelled_by(pieces: &[Piece<'_>], style: Style<'_>, words: Said<'_>) -> String {
    let mut line = String::new();
    spell(&mut line, pieces, style, words);
    line
}

fn spell(line: &mut String, pieces: &[Piece<'_>], style: Style<'_>, said: Said<'_>) {
    for piece in pieces {
        match piece {
            Piece::Words(words) => line.push_str(&said(words)),
            Piece::Place {
                space_before,
                brackets,
            } => {
                if *space_before {
                    line.push(' ');
                }
                for (number, bracket) in brackets.iter().enumerate() {
                    if number > 0 && style.slashes {
                        line.push('/');
                    }
                    spell_bracket(line, bracket, style, said);
                }
            }
        }
    }
}

fn spell_bracket(line: &mut String, bracket: &Bracket<'_>, style: Style<'_>, said: Said<'_>) {
    line.push('[');
    if bracket.pieces.is_empty() {
        line.push_str(style.no_text);
        if !bracket.stances.is_empty() {
            line.push_str(": ");
            write_codes(line, bracket.stances);
        }
    } else {
        if !bracket.stances.is_empty() {
            write_codes(line, bracket.stances);
            line.push_str(": ");
        }
        let from = line.len();
        spell(line, &bracket.pieces, style, said);
        if line[from..].starts_with(' ') {
            line.remove(from);
        }
    }
    line.push(']');
}

/// Writes codes with the marks of positions.
fn write_codes(line: &mut String, stances: &[Stance]) {
    for (number, stance) in stances.iter().enumerate() {
        if number > 0 {
            line.push_str(", ");
        }
        match &stance.delegation {
            Some(code) => line.push_str(code.as_str()),
            None => line.push('?'),
        }
        let mark = match stance.position {
            Position::Propose | Position::Support => "",
            Position::CanAccept => "~",
            Position::Reserve => "!",
            Position::Oppose => "^",
        };
        // Writing into a text does not fail.
        let _ = write!(line, "{mark}");
    }
}
