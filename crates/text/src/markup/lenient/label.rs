//! Labels as people write them: `2bis.`, `(17bis)`, `3.3`, `3.3bis`, `a.`, `- (17ter)`.

use crate::number::{self, LATIN, Label, LabelForm};

/// Returns the label with which words begin, and the place after it and its space.
pub(super) fn leading(text: &str) -> Option<(Label, usize)> {
    if let Some(rest) = text.strip_prefix("- ").or_else(|| text.strip_prefix("* ")) {
        let skipped = 2 + (rest.len() - rest.trim_start().len());
        // A dash before a label is the list's, not the text's.
        let labelled =
            leading(rest.trim_start()).filter(|(label, _)| label.form != LabelForm::Dash);
        return Some(match labelled {
            Some((label, end)) => (label, skipped + end),
            None => (Label::new(LabelForm::Dash, ""), skipped),
        });
    }
    if matches!(text, "-" | "*") {
        return Some((Label::new(LabelForm::Dash, ""), 1));
    }
    parenthesised(text)
        .or_else(|| dotted(text))
        .or_else(|| lettered(text))
}

fn parenthesised(text: &str) -> Option<(Label, usize)> {
    let rest = text.strip_prefix('(')?;
    let end = rest.find(')').filter(|end| *end <= 24)?;
    let inside = &rest[..end];
    let text_of = if number::parenthesised_number(rest) == Some(end) {
        inside.into()
    } else {
        let (digits, length) = number_with_suffix(inside)?;
        (length == inside.len()).then_some(digits)?
    };
    let body = after(text, end + 2)?;
    Some((Label::new(LabelForm::Parenthesised, &text_of), body))
}

fn dotted(text: &str) -> Option<(Label, usize)> {
    let (number, length) = number_with_suffix(text)?;
    let stop = text[length..].starts_with(['.', ':']);
    // A single number without a stop is a number.
    let is_label = stop || number.contains('.');
    let body = after(text, length + usize::from(stop)).filter(|_| is_label)?;
    Some((Label::new(LabelForm::Dotted, &number), body))
}

fn lettered(text: &str) -> Option<(Label, usize)> {
    let mut letters = text.chars();
    let letter = letters.next().filter(char::is_ascii_lowercase)?;
    let body = after(text, 2).filter(|_| letters.next() == Some('.'))?;
    let mut written = [0; 4];
    let label = Label::new(LabelForm::Parenthesised, letter.encode_utf8(&mut written));
    Some((label, body))
}

/// Reads `3`, `3.3`, `3bis`, `3.3 bis`, with the suffix parted from the number by one space.
fn number_with_suffix(text: &str) -> Option<(alloc::string::String, usize)> {
    let digits = number::dotted_digits(text);
    if digits == 0 {
        return None;
    }
    let rest = &text[digits..];
    let word = rest.strip_prefix(' ').unwrap_or(rest);
    let end = word
        .find(|letter: char| !letter.is_ascii_lowercase())
        .unwrap_or(word.len());
    let suffix = &word[..end];
    let number = &text[..digits];
    if LATIN.contains(&suffix) {
        let length = text.len() - word.len() + end;
        return Some((alloc::format!("{number} {suffix}"), length));
    }
    // `quat` and other short forms are kept as they stand.
    if !suffix.is_empty() && rest.starts_with(suffix) {
        return matches!(suffix.len(), 3..=5)
            .then(|| (alloc::format!("{number} {suffix}"), digits + suffix.len()));
    }
    Some((number.into(), digits))
}

/// The place after the space that follows a label; nothing where the label ends within a word.
fn after(text: &str, end: usize) -> Option<usize> {
    let rest = text.get(end..)?;
    let words = rest.trim_start();
    (rest.is_empty() || words.len() < rest.len()).then_some(text.len() - words.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::{String, ToString as _};

    fn read(text: &str) -> Option<(String, usize)> {
        leading(text).map(|(label, end)| (label.text.to_string(), end))
    }

    #[test]
    fn labels_are_read_as_people_write_them() {
        let label = |text: &str, end| Some((text.to_string(), end));
        assert_eq!(read("1. x"), label("1", 3));
        assert_eq!(read("2bis. x"), label("2 bis", 6));
        assert_eq!(read("3.3 In"), label("3.3", 4));
        assert_eq!(read("3.3: In"), label("3.3", 5));
        assert_eq!(read("3.3bis In"), label("3.3 bis", 7));
        assert_eq!(read("3.3quat In"), label("3.3 quat", 8));
        assert_eq!(read("(17bis) x"), label("17 bis", 8));
        assert_eq!(read("- (17ter) x"), label("17 ter", 10));
        assert_eq!(read("a. x"), label("a", 3));
        assert_eq!(read("- x"), label("", 2));
        assert_eq!(read("1.   x"), label("1", 5));
        for prose in ["5 per cent", "2015. x", "1.5x", "(see) x", "e.g. x", "-x"] {
            assert_eq!(read(prose), None, "{prose}");
        }
    }
}
