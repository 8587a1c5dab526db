//! Paragraphs and headings. An empty line ends a paragraph; a line in capitals is a heading, and so is
//! a short line alone that ends like no sentence.

use alloc::vec::Vec;

use super::reading::Span;
use super::source::Extracted;

/// A paragraph or a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Paragraph {
    pub(super) span: Span,
    pub(super) is_heading: bool,
}

/// The longest line without a final stop that is taken for a heading, in words.
const HEADING_WORDS: usize = 16;

/// Returns the paragraphs of a text from this place on. `speaks` says of a line without a final stop
/// that it ends like a report of speech, and so is no heading.
pub(super) fn paragraphs(
    extracted: &Extracted,
    from: usize,
    speaks: impl Fn(&Span) -> bool,
) -> Vec<Paragraph> {
    let text = &extracted.text;
    let mut found: Vec<Paragraph> = Vec::new();
    let mut open: Option<Span> = None;
    let mut at = from;
    let mut marked = extracted.headings.iter().peekable();
    for line in text[from..].split_inclusive('\n') {
        let span = trimmed(text, at..at + line.len());
        at += line.len();
        while marked
            .next_if(|heading| heading.end <= span.start)
            .is_some()
        {}
        let is_marked = marked
            .peek()
            .is_some_and(|heading| heading.start <= span.start && span.end <= heading.end);
        if span.is_empty() {
            found.extend(open.take().map(|span| body(text, span, &speaks)));
        } else if is_marked || is_capitals(&text[span.clone()]) {
            found.extend(open.take().map(|span| body(text, span, &speaks)));
            found.push(Paragraph {
                span,
                is_heading: true,
            });
        } else {
            let start = open.map_or(span.start, |open| open.start);
            open = Some(start..span.end);
        }
    }
    found.extend(open.take().map(|span| body(text, span, &speaks)));
    found
}

fn trimmed(text: &str, span: Span) -> Span {
    let blank = |letter: char| letter.is_whitespace() || letter == '\u{feff}';
    let line = &text[span.clone()];
    let start = span.start + (line.len() - line.trim_start_matches(blank).len());
    let end = span.start + line.trim_end_matches(blank).len();
    start..end.max(start)
}

fn body(text: &str, span: Span, speaks: &impl Fn(&Span) -> bool) -> Paragraph {
    let words = &text[span.clone()];
    let is_heading = !words.contains('\n')
        && words.ends_with(|last: char| {
            last.is_alphanumeric() || matches!(last, '"' | '”' | '»' | '’' | '\'')
        })
        && !words
            .trim_end_matches(['"', '”', '»', '’', '\''])
            .ends_with(['.', '!', '?', '…', ','])
        && (2..=HEADING_WORDS).contains(&words.split_whitespace().count())
        && !speaks(&span);
    Paragraph { span, is_heading }
}

/// Whether a line is in capitals: at least four letters, nine tenths of them capitals.
fn is_capitals(line: &str) -> bool {
    let (mut upper, mut lower) = (0_usize, 0_usize);
    for letter in line.chars() {
        upper += usize::from(letter.is_uppercase());
        lower += usize::from(letter.is_lowercase());
    }
    upper >= 4 && lower * 9 <= upper
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<(&str, bool)> {
        let extracted = Extracted {
            text: text.into(),
            is_html: false,
            places: Vec::new(),
            headings: Vec::new(),
        };
        paragraphs(&extracted, 0, |_| false)
            .into_iter()
            .map(|paragraph| (&text[paragraph.span], paragraph.is_heading))
            .collect()
    }

    #[test]
    fn capitals_are_headings_with_either_letter_i() {
        assert_eq!(
            of("\"SINIRLARI AÇIYORUZ\"\r\nBakan konuştu.\n \nTAVSAL: İLK ADIM\n\nAB ve NATO."),
            [
                ("\"SINIRLARI AÇIYORUZ\"", true),
                ("Bakan konuştu.", false),
                ("TAVSAL: İLK ADIM", true),
                ("AB ve NATO.", false)
            ]
        );
    }

    #[test]
    fn a_short_line_without_a_stop_is_a_heading() {
        assert_eq!(
            of("Yeni bir teklif\n\nBakan geldi."),
            [("Yeni bir teklif", true), ("Bakan geldi.", false)]
        );
        assert_eq!(of("Satır\niki satır"), [("Satır\niki satır", false)]);
    }
}
