//! Optional parts, lists and quoted words as they are printed. Knows no statement.

use core::fmt;

/// Prints a part that may be absent, after the words that introduce it.
pub(super) fn optional(
    f: &mut fmt::Formatter<'_>,
    before: &str,
    value: Option<impl fmt::Display>,
) -> fmt::Result {
    match value {
        Some(value) => write!(f, "{before}{value}"),
        None => Ok(()),
    }
}

/// Prints entries with commas between them.
pub(super) fn listed(f: &mut fmt::Formatter<'_>, entries: &[impl fmt::Display]) -> fmt::Result {
    separated(f, entries, ", ")
}

/// Prints entries with a separator between them.
pub(super) fn separated(
    f: &mut fmt::Formatter<'_>,
    entries: &[impl fmt::Display],
    separator: &str,
) -> fmt::Result {
    for (nth, entry) in entries.iter().enumerate() {
        if nth > 0 {
            f.write_str(separator)?;
        }
        write!(f, "{entry}")?;
    }
    Ok(())
}

/// Words in quotation marks.
pub(super) struct Quoted<'t>(pub(super) &'t str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\"{}\"", Printable(self.0, '"', '\''))
    }
}

/// Words without line breaks, and with what would end them replaced.
pub(super) struct Printable<'t>(pub(super) &'t str, pub(super) char, pub(super) char);

impl fmt::Display for Printable<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(words, ending, replacement) = *self;
        words.chars().try_for_each(|character| {
            let printed = match character {
                '\n' => ' ',
                character if character == ending => replacement,
                character => character,
            };
            write!(f, "{printed}")
        })
    }
}
