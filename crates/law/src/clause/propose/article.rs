//! Lists of articles: `3, 5 and 7(2)(a)`, `14 bis`. A range is refused: which articles stand between
//! its ends only the text knows.

use alloc::string::String;
use alloc::vec::Vec;

use super::cursor::Cursor;
use super::list::items;
use super::token::Kind;
use super::{Language, turkish};

const LATIN: [&str; 5] = ["bis", "ter", "quater", "quinquies", "sexies"];

/// Reads the labels of articles with these separators between them.
pub(super) fn articles(c: &mut Cursor<'_>, separators: &[&str]) -> Option<Vec<String>> {
    items(c, separators, label)
}

/// Reads the label of an article, with its paragraphs and items in parentheses.
pub(super) fn label(c: &mut Cursor<'_>) -> Option<String> {
    c.attempt(|c| {
        let mut label = number_or_roman(c)?;
        if let Some(latin) = LATIN.iter().find(|latin| c.say(latin)) {
            label.push(' ');
            label.push_str(latin);
        }
        while let Some(part) = c.attempt(part) {
            label.push_str(&part);
        }
        Some(label)
    })
}

/// Reads a figure, in Turkish with or without the suffix of an ordinal, or a Roman number.
fn number_or_roman(c: &mut Cursor<'_>) -> Option<String> {
    let start = c.place();
    let token = c.next()?;
    c.advance(1);
    match &token.kind {
        Kind::Figure { digits, suffix } => {
            let fits = digits.len() <= 3 && !digits.contains('.');
            let plain = suffix.is_empty()
                || (c.language() == Language::Turkish && turkish::number::is_suffix(suffix));
            (fits && plain).then(|| digits.clone())
        }
        Kind::Word { .. } => {
            let word = c.words_from(start);
            let roman = word.chars().all(|letter| "IVXL".contains(letter));
            roman.then(|| word.into())
        }
        Kind::Mark(_) => None,
    }
}

/// Reads `(2)` or `(a)` that follows without a space.
fn part(c: &mut Cursor<'_>) -> Option<String> {
    if !c.adjacent() {
        return None;
    }
    let start = c.place();
    c.say("(").then_some(())?;
    let short = match &c.next()?.kind {
        Kind::Figure { digits, suffix } => digits.len() <= 3 && suffix.is_empty(),
        Kind::Word { text, .. } => text.len() <= 4,
        Kind::Mark(_) => false,
    };
    short.then(|| c.advance(1))?;
    c.say(")").then(|| c.words_from(start).into())
}
