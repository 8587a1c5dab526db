//! Reads a whole text with one reader of the grammars, for their tests.

use super::cursor::Cursor;
use super::{Language, Names, names, token};

/// Returns what the reader reads, if that is all of the text.
pub(super) fn read<T>(
    text: &str,
    language: Language,
    reader: impl FnOnce(&mut Cursor<'_>) -> Option<T>,
) -> Option<T> {
    let tokens = token::tokens(text, language);
    let names = names::Folded::new(&Names::default(), language);
    let mut cursor = Cursor::new(text, language, &tokens, &names);
    let read = reader(&mut cursor)?;
    cursor.at_end().then_some(read)
}
