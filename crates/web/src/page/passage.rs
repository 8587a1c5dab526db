//! Words in the paragraph of the report in which they stand, letter for letter.

use sponsio_law::conference::Quote;

/// A paragraph of a report, or the gap where others are left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Paragraph {
    /// Whether something of the report stands between it and the paragraph before.
    pub(crate) after_gap: bool,
    pub(crate) pieces: Vec<Piece>,
    /// The numbers of the passages that begin here, from 1.
    pub(crate) numbers: Vec<usize>,
}

/// A stretch of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) text: String,
    /// The number of the passage that ends with it; 0 where one goes on, or of words beside.
    pub(crate) number: usize,
    pub(crate) is_marked: bool,
}

/// Returns the paragraphs in which passages stand; none where one is not there, letter for letter.
pub(crate) fn paragraphs(report: &[u8], quotes: &[Quote]) -> Option<Vec<Paragraph>> {
    let report = core::str::from_utf8(report).ok()?;
    let mut spans = Vec::new();
    for (place, quote) in quotes.iter().enumerate() {
        let start = usize::try_from(quote.start).ok()?;
        let end = start.checked_add(quote.text.len())?;
        if report.get(start..end) != Some(quote.text.as_str()) {
            return None;
        }
        spans.push((start, end, place + 1));
    }
    spans.sort_unstable();
    let mut found = Vec::new();
    let (mut line_start, mut skipped) = (0, false);
    for line in report.split_inclusive('\n') {
        let (start, end) = (line_start, line_start + line.trim_end().len());
        line_start += line.len();
        let here = spans.iter().filter(|span| span.0 < end && start < span.1);
        let here: Vec<_> = here.copied().collect();
        if here.is_empty() {
            skipped |= start < end;
            continue;
        }
        found.push(Paragraph {
            after_gap: skipped,
            pieces: pieces(report, (start, end), &here),
            numbers: here
                .iter()
                .filter(|span| start <= span.0)
                .map(|span| span.2)
                .collect(),
        });
        skipped = false;
    }
    Some(found)
}

/// Cuts a paragraph where passages begin and end; where two overlap, the later begins after the earlier.
fn pieces(
    report: &str,
    (start, end): (usize, usize),
    spans: &[(usize, usize, usize)],
) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut at = start;
    let mut put = |from: usize, to: usize, number: usize, is_marked: bool| {
        if let Some(text) = report.get(from..to).filter(|text| !text.is_empty()) {
            let text = text.to_owned();
            pieces.push(Piece {
                text,
                number,
                is_marked,
            });
        }
    };
    for (first, last, number) in spans {
        let (first, until) = ((*first).clamp(at, end), (*last).clamp(at, end));
        put(at, first, 0, false);
        let ends_here = *last <= end;
        put(first, until, if ends_here { *number } else { 0 }, true);
        at = at.max(until);
    }
    put(at, end, 0, false);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    const REPORT: &str =
        "Title\n\nShe said: \"No plans – none.\" And more.\nBeside.\n\nReady, he added.\n";

    fn quote(text: &str) -> Quote {
        Quote {
            start: REPORT.find(text).unwrap() as u64,
            text: text.to_owned(),
            direct: true,
        }
    }

    /// The pieces of a paragraph are the paragraph, whatever is marked in it.
    #[test]
    fn nothing_of_a_paragraph_is_lost_or_written_twice() {
        let quotes = [
            quote("No plans – none."),
            quote("plans – none.\" And"),
            quote("Ready"),
        ];
        let found = paragraphs(REPORT.as_bytes(), &quotes).unwrap();
        let whole = |paragraph: &Paragraph| {
            let pieces = paragraph.pieces.iter().map(|piece| piece.text.as_str());
            pieces.collect::<String>()
        };
        assert_eq!(whole(&found[0]), "She said: \"No plans – none.\" And more.");
        assert_eq!(whole(&found[1]), "Ready, he added.");
        assert_eq!((found[0].after_gap, found[1].after_gap), (true, true));
        assert_eq!(
            (&found[0].numbers[..], &found[1].numbers[..]),
            (&[1, 2][..], &[3][..])
        );
        assert!(found[0].pieces[1].is_marked && found[0].pieces[1].number == 1);
    }

    #[test]
    fn a_passage_over_two_paragraphs_is_marked_in_both() {
        let found = paragraphs(REPORT.as_bytes(), &[quote("more.\nBeside")]).unwrap();
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].pieces[1].text, "more.");
        assert_eq!(
            (found[0].pieces[1].number, found[1].pieces[0].number),
            (0, 1)
        );
        assert_eq!(found[1].pieces[0].text, "Beside");
    }

    #[test]
    fn words_that_do_not_stand_there_are_not_shown_as_if_they_did() {
        let mut wrong = quote("Ready");
        wrong.start += 1;
        assert_eq!(paragraphs(REPORT.as_bytes(), &[wrong]), None);
        assert_eq!(paragraphs(b"\xff", &[quote("Ready")]), None);
        let mut far = quote("Ready");
        far.start = u64::MAX;
        assert_eq!(paragraphs(REPORT.as_bytes(), &[far]), None);
    }
}
