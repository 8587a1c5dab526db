//! Lists of articles: `3, 5 and 7(2)(a)`, `14 bis`. A range is refused: which articles stand between
//! its ends only the text knows.

use alloc::string::String;
use alloc::vec::Vec;

use super::cursor::Cursor;
use super::list::items;
use super::token::Kind;

const LATIN: [&str; 5] = ["bis", "ter", "quater", "quinquies", "sexies"];

/// Reads the labels of articles with these separators between them.
pub(super) fn articles(c: &mut Cursor<'_>, separators: &[&str]) -> Option<Vec<String>> {
    items(c, separators, label)
}

/// Reads the label of an article, with its paragraphs and items in parentheses.
pub(super) fn label(c: &mut Cursor<'_>) -> Option<String> {
    c.attempt(|c| {
        let start = c.place();
        let roman = number_or_roman(c)?;
        if roman
            && !c
                .words_from(start)
                .chars()
                .all(|letter| "IVXL".contains(letter))
        {
            return None;
        }
        let mut label = String::from(c.words_from(start));
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

/// Reads a figure or a word; `true` for a word, which must be a Roman number.
fn number_or_roman(c: &mut Cursor<'_>) -> Option<bool> {
    let roman = match &c.next()?.kind {
        Kind::Figure { digits, suffix } => {
            let fits = suffix.is_empty() && digits.len() <= 3 && !digits.contains('.');
            fits.then_some(false)
        }
        Kind::Word { text, stem } => (*stem == text.len()).then_some(true),
        Kind::Mark(_) => None,
    };
    c.advance(usize::from(roman.is_some()));
    roman
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
