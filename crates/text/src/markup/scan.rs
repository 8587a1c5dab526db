//! What a line is: it depends on its first characters alone.

use crate::keyword::{self, Keyword};
use crate::language::Language;
use crate::number::{self, Label, LabelForm};
use crate::provision::Kind;

/// What a line is; places are byte offsets in the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Nothing but spaces.
    Empty,
    /// `# …`
    Title { body: usize },
    /// `## Part I. General`
    Division {
        kind: Kind,
        label: Option<Label>,
        body: usize,
    },
    /// `Article 14 bis. Notification`
    Article { label: Label, body: usize },
    /// `1. …`, `(a) …`, `- …`
    Labelled {
        kind: Kind,
        label: Label,
        body: usize,
    },
    /// `& …`
    Closing { body: usize },
    /// `| …`
    Rule { text: usize },
    /// `|= 3f9a1c20`
    Bound([u8; 4]),
    /// `> …`
    Note { text: usize },
    /// `Alt A (USA): …`; the delegations stand between the two places.
    Alternative {
        letter: char,
        who: Option<(usize, usize)>,
        body: usize,
    },
    /// `Alt:`, which ends the alternatives of the provision above.
    AlternativesEnd,
    /// Anything else.
    Plain { body: usize },
}

/// Returns the number of spaces at the beginning of a line, and what it is.
pub(crate) fn classify(line: &str, language: &Language) -> (usize, Shape) {
    let trimmed = line.trim_start_matches([' ', '\t']);
    let indent = line.len() - trimmed.len();
    let text = trimmed.trim_end();
    let shape = if text.is_empty() {
        Shape::Empty
    } else {
        marked(text, language).unwrap_or(Shape::Plain { body: 0 })
    };
    (indent, shape.moved(indent))
}

impl Shape {
    /// Counts places from the beginning of the line, which the indentation precedes.
    fn moved(mut self, by: usize) -> Self {
        match &mut self {
            Self::Title { body }
            | Self::Division { body, .. }
            | Self::Article { body, .. }
            | Self::Labelled { body, .. }
            | Self::Closing { body }
            | Self::Rule { text: body }
            | Self::Note { text: body }
            | Self::Plain { body } => *body += by,
            Self::Alternative { who, body, .. } => {
                *body += by;
                *who = who.map(|(start, end)| (start + by, end + by));
            }
            Self::Empty | Self::Bound(_) | Self::AlternativesEnd => {}
        }
        self
    }
}

fn marked(text: &str, language: &Language) -> Option<Shape> {
    match text.as_bytes().first()? {
        b'#' => heading(text, language),
        b'|' => Some(rule(text)),
        b'>' => after_sign(text).map(|text| Shape::Note { text }),
        b'&' => after_sign(text).map(|body| Shape::Closing { body }),
        b'-' => after_sign(text).map(|body| Shape::Labelled {
            kind: Kind::Item,
            label: Label::new(LabelForm::Dash, ""),
            body,
        }),
        b'(' => parenthesised(text),
        b'0'..=b'9' => dotted(text),
        _ => worded(text, language),
    }
}

/// The place after a sign of one byte and its space.
fn after_sign(text: &str) -> Option<usize> {
    match text.as_bytes().get(1) {
        None => Some(1),
        Some(b' ') => Some(2),
        Some(_) => None,
    }
}

fn rule(text: &str) -> Shape {
    if let Some(digits) = text.strip_prefix("|= ")
        && let Some(bound) = digits_of(digits)
    {
        return Shape::Bound(bound);
    }
    let text = if text.as_bytes().get(1) == Some(&b' ') {
        2
    } else {
        1
    };
    Shape::Rule { text }
}

fn digits_of(text: &str) -> Option<[u8; 4]> {
    let is_digit = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    if text.len() != 8 || !text.bytes().all(is_digit) {
        return None;
    }
    u32::from_str_radix(text, 16).ok().map(u32::to_be_bytes)
}

fn parenthesised(text: &str) -> Option<Shape> {
    let length = number::parenthesised_number(&text[1..])?;
    let inside = &text[1..=length];
    let body = after_label(text, length + 2)?;
    let kind = if inside.starts_with(|first: char| first.is_ascii_digit()) {
        Kind::Paragraph
    } else {
        Kind::Item
    };
    let label = Label::new(LabelForm::Parenthesised, inside);
    Some(Shape::Labelled { kind, label, body })
}

fn dotted(text: &str) -> Option<Shape> {
    let digits = number::dotted_digits(text);
    if digits == 0 {
        return None;
    }
    let end = number::with_suffix(text, digits);
    if text.as_bytes().get(end) != Some(&b'.') {
        return None;
    }
    let body = after_label(text, end + 1)?;
    let label = Label::new(LabelForm::Dotted, &text[..end]);
    let kind = Kind::Paragraph;
    Some(Shape::Labelled { kind, label, body })
}

/// The place after the space that follows a label; nothing where no space does.
fn after_label(text: &str, end: usize) -> Option<usize> {
    match text.as_bytes().get(end) {
        None => Some(end),
        Some(b' ') => Some(end + 1),
        Some(_) => None,
    }
}

fn heading(text: &str, language: &Language) -> Option<Shape> {
    let hashes = text.bytes().take_while(|byte| *byte == b'#').count();
    let body = after_label(text, hashes)?;
    let kind = match hashes {
        1 => return Some(Shape::Title { body }),
        2 => Kind::Part,
        3 => Kind::Chapter,
        4 => Kind::Section,
        _ => return None,
    };
    let named = |(keyword, length)| division(text, keyword, body + length);
    Some(
        keyword::leading(language, &text[body..])
            .and_then(named)
            .unwrap_or(Shape::Division {
                kind,
                label: None,
                body,
            }),
    )
}

/// A division whose keyword ends here.
fn division(text: &str, keyword: Keyword, end: usize) -> Option<Shape> {
    let (kind, is_numbered) = match keyword {
        Keyword::Part => (Kind::Part, true),
        Keyword::Chapter => (Kind::Chapter, true),
        Keyword::Section => (Kind::Section, true),
        Keyword::Annex => (Kind::Annex, true),
        Keyword::Preamble => (Kind::Preamble, false),
        Keyword::Testimonium => (Kind::Testimonium, false),
        Keyword::Article | Keyword::Alternative => return None,
    };
    if let Some(body) = after_heading(text, end) {
        // A part, chapter or section without number is one by its hashes; its words stand alone.
        let has_place = matches!(kind, Kind::Annex | Kind::Preamble | Kind::Testimonium);
        return has_place.then_some(Shape::Division {
            kind,
            label: None,
            body,
        });
    }
    let (label, body) = numbered(text, end).filter(|_| is_numbered)?;
    let label = Some(label);
    Some(Shape::Division { kind, label, body })
}

/// The label after a keyword that ends here, and the place of the words of the heading.
fn numbered(text: &str, end: usize) -> Option<(Label, usize)> {
    let start = after_label(text, end).filter(|start| *start > end)?;
    let length = number::heading_number(&text[start..])?;
    let label = Label::new(LabelForm::Heading, &text[start..start + length]);
    Some((label, after_heading(text, start + length)?))
}

/// The place of the words of a heading whose number ends here: after a full stop, or at the end of the
/// line; what is put at the end of a line, such as an id, may follow.
fn after_heading(text: &str, end: usize) -> Option<usize> {
    let rest = &text[end..];
    if let Some(after) = rest.strip_prefix('.') {
        return (after.is_empty() || after.starts_with(' ')).then_some(end + 1);
    }
    let is_end = rest.is_empty() || rest.starts_with(" {#") || rest.starts_with(" {+");
    is_end.then_some(end)
}

fn worded(text: &str, language: &Language) -> Option<Shape> {
    let (keyword, end) = keyword::leading(language, text)?;
    match keyword {
        Keyword::Article => {
            let (label, body) = numbered(text, end)?;
            Some(Shape::Article { label, body })
        }
        Keyword::Alternative => alternative(text, end),
        _ => None,
    }
}

fn alternative(text: &str, end: usize) -> Option<Shape> {
    if text[end..].trim_end() == ":" {
        return Some(Shape::AlternativesEnd);
    }
    let rest = text[end..].strip_prefix(' ')?;
    let letter = rest.chars().next().filter(|letter| letter.is_uppercase())?;
    let mut at = end + 1 + letter.len_utf8();
    let mut who = None;
    if text[at..].starts_with(" (") {
        let close = at + text[at..].find([')', ':'])?;
        if text.as_bytes().get(close) != Some(&b')') {
            return None;
        }
        who = Some((at + 2, close));
        at = close + 1;
    }
    let body = text[at..].strip_prefix(':').map(|_| at + 1)?;
    Some(Shape::Alternative { letter, who, body })
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::borrow::ToOwned as _;
    use alloc::string::String;

    fn shape(line: &str) -> Shape {
        classify(line, &Language::new("tr").unwrap()).1
    }

    #[test]
    fn prose_is_plain() {
        for line in [
            "The Parties",
            "Article 5 applies to all",
            "Articles 5. X",
            "2024 was a year",
            "2024. A year",
            "1.5 per cent",
            "(see below) words",
            "(a)x",
            "\\1. words",
            "-5 degrees",
            "#hash",
            "##### five",
            "Madde 5 bisque",
            "Ek",
            "1bis. words",
        ] {
            assert!(
                matches!(shape(line), Shape::Plain { .. }),
                "{line}: {:?}",
                shape(line)
            );
        }
    }

    #[test]
    fn labels_decide_the_kind() {
        let kind = |line: &str| match shape(line) {
            Shape::Labelled { kind, label, body } => (kind, label.text.as_ref().to_owned(), body),
            other => panic!("{line}: {other:?}"),
        };
        assert_eq!(kind("1. x"), (Kind::Paragraph, "1".to_owned(), 3));
        assert_eq!(kind("1 bis. x"), (Kind::Paragraph, "1 bis".to_owned(), 7));
        assert_eq!(kind("3.2. x"), (Kind::Paragraph, "3.2".to_owned(), 5));
        assert_eq!(kind("(1) x"), (Kind::Paragraph, "1".to_owned(), 4));
        assert_eq!(kind("  (ii) x"), (Kind::Item, "ii".to_owned(), 7));
        assert_eq!(kind("(a bis) x"), (Kind::Item, "a bis".to_owned(), 8));
        assert_eq!(kind("(ç) x"), (Kind::Item, "ç".to_owned(), 5));
        assert_eq!(kind("- x"), (Kind::Item, String::new(), 2));
    }

    #[test]
    fn headings_are_keyword_and_number() {
        let division = |line: &str| match shape(line) {
            Shape::Division { kind, label, body } => (kind, label.map(|label| label.text), body),
            other => panic!("{line}: {other:?}"),
        };
        assert_eq!(division("## Preamble"), (Kind::Preamble, None, 11));
        assert_eq!(division("## Kısım I. Genel").0, Kind::Part);
        assert_eq!(division("## Kısım I. Genel").1.as_deref(), Some("I"));
        assert_eq!(division("### Final clauses"), (Kind::Chapter, None, 4));
        assert_eq!(division("## Ek {#k7m2qx}"), (Kind::Annex, None, 5));
        assert_eq!(division("## Part"), (Kind::Part, None, 3));
        assert!(matches!(shape("MADDE 14 bis"), Shape::Article { .. }));
        assert!(matches!(shape("Article IV. X"), Shape::Article { .. }));
        assert!(matches!(shape("# Title"), Shape::Title { body: 2 }));
    }

    #[test]
    fn alternatives_have_a_letter_and_a_colon() {
        assert_eq!(
            shape("Almaşık A (TUR, X-EU~): -"),
            Shape::Alternative {
                letter: 'A',
                who: Some((13, 23)),
                body: 25
            }
        );
        assert_eq!(shape("Alt:"), Shape::AlternativesEnd);
        for prose in [
            "Alternatively",
            "Alt A words",
            "Alt komite:",
            "Alt A (x: y)",
        ] {
            assert!(matches!(shape(prose), Shape::Plain { .. }), "{prose}");
        }
    }

    #[test]
    fn rules_are_bound_by_eight_digits() {
        assert_eq!(shape("|= 3f9a1c20"), Shape::Bound([0x3f, 0x9a, 0x1c, 0x20]));
        assert_eq!(shape("|= 3F9A1C20"), Shape::Rule { text: 1 });
        assert_eq!(shape("| in force"), Shape::Rule { text: 2 });
    }
}
