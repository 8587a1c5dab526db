//! From the bytes of a report to its text: encoding, size, and markup taken off, with the way back from
//! each place of the text to the bytes it came from.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::ops::Range;

use super::html;

/// The largest report that is read, in bytes.
pub const REPORT_MAX: usize = 16 << 20;

/// The text of a report, and where it came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extracted {
    /// The text.
    pub text: String,
    /// Whether markup was taken off.
    pub is_html: bool,
    /// Where stretches of the text begin in the source; empty where the text is the source.
    pub(super) places: Vec<Place>,
    /// Stretches that markup says are headings.
    pub(super) headings: Vec<Range<usize>>,
}

/// A stretch of text that stands in the source as it is, or that stands for a stretch of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    /// Where it begins in the text.
    pub(super) text: usize,
    /// Where it begins in the source.
    pub(super) source: usize,
    /// How long it is in the source, if that is not as long as in the text.
    pub(super) whole: Option<usize>,
}

impl Extracted {
    /// Returns the bytes of the source from which a stretch of the text came. What markup stands
    /// between is included.
    pub fn source(&self, span: &Range<usize>) -> Range<usize> {
        if self.places.is_empty() {
            return span.clone();
        }
        let start = self.begin(span.start);
        if span.is_empty() {
            return start..start;
        }
        start..self.end(span.end).max(start)
    }

    /// Returns the text of a source, as the reader of reports takes it.
    ///
    /// # Errors
    /// Where the bytes are no text, too many, or hold no words.
    pub fn of(bytes: &[u8]) -> Result<Self, Unreadable> {
        extract(bytes)
    }

    /// Returns the stretch of the text that came from these bytes of the source, if they are whole:
    /// the way back from [`Self::source`].
    pub fn shown(&self, source: &Range<usize>) -> Option<Range<usize>> {
        if self.places.is_empty() {
            return self.text.get(source.clone()).map(|_| source.clone());
        }
        let next = |nth: usize| {
            self.places
                .get(nth + 1)
                .map_or(self.text.len(), |at| at.text)
        };
        let mut found = None..None;
        for (nth, place) in self.places.iter().enumerate() {
            let length = next(nth).saturating_sub(place.text);
            let whole = place.source..place.source + place.whole.unwrap_or(length);
            let into = |at: usize| match place.whole {
                Some(_) if at == whole.start => place.text,
                Some(_) => next(nth),
                None => place.text + (at - whole.start),
            };
            if found.start.is_none() && whole.contains(&source.start) {
                found.start = Some(into(source.start));
            }
            if whole.start < source.end && source.end <= whole.end {
                found.end = Some(into(source.end));
            }
        }
        let found = found.start?..found.end?;
        let is_whole = self.text.get(found.clone()).is_some() && self.source(&found) == *source;
        is_whole.then_some(found)
    }

    fn place(&self, at: usize) -> Option<Place> {
        let after = self.places.partition_point(|place| place.text <= at);
        self.places.get(after.checked_sub(1)?).copied()
    }

    fn begin(&self, at: usize) -> usize {
        self.place(at).map_or(0, |place| match place.whole {
            Some(_) => place.source,
            None => place.source + (at - place.text),
        })
    }

    fn end(&self, at: usize) -> usize {
        self.place(at.saturating_sub(1))
            .map_or(0, |place| match place.whole {
                Some(whole) => place.source + whole,
                None => place.source + (at - place.text),
            })
    }
}

/// Returns the words of a stretch of a report as it stands in its source: of HTML without the markup, which
/// is no part of what was said. `None` where the report is no HTML, so that its bytes are its words.
pub fn unmarked(source: &str, stretch: &str) -> Option<String> {
    html::is_html(source).then(|| html::extract(stretch).text.trim().into())
}

/// Why a report cannot be read, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// There are no words in it.
    Empty,
    /// It is larger than [`REPORT_MAX`].
    TooLarge,
    /// From this place on it is not UTF-8; the bytes look like another encoding.
    NotUtf8 {
        /// The line, from 1.
        line: usize,
        /// The column in characters, from 1.
        column: usize,
        /// What the bytes look like.
        looks_like: Encoding,
    },
}

/// What bytes that are not UTF-8 look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-16, by its byte order mark.
    Utf16,
    /// One byte a letter, such as Windows-1254 or ISO 8859-9 for Turkish.
    SingleByte,
    /// No text: it holds zero bytes.
    Binary,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("there are no words in it"),
            Self::TooLarge => write!(f, "it is larger than {} MiB", REPORT_MAX >> 20),
            Self::NotUtf8 { line, column, .. } => {
                write!(f, "from line {line}, column {column} on it is not UTF-8")
            }
        }
    }
}

impl core::error::Error for Unreadable {}

/// Returns the text of a report.
pub(super) fn extract(bytes: &[u8]) -> Result<Extracted, Unreadable> {
    if bytes.len() > REPORT_MAX {
        return Err(Unreadable::TooLarge);
    }
    let source =
        core::str::from_utf8(bytes).map_err(|error| not_utf8(bytes, error.valid_up_to()))?;
    let extracted = if html::is_html(source) {
        html::extract(source)
    } else {
        Extracted {
            text: source.into(),
            is_html: false,
            places: Vec::new(),
            headings: Vec::new(),
        }
    };
    if extracted.text.chars().any(char::is_alphanumeric) {
        Ok(extracted)
    } else {
        Err(Unreadable::Empty)
    }
}

fn not_utf8(bytes: &[u8], valid: usize) -> Unreadable {
    let before = core::str::from_utf8(&bytes[..valid]).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let last = before.rsplit('\n').next().unwrap_or_default();
    let looks_like = if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        Encoding::Utf16
    } else if bytes.contains(&0) {
        Encoding::Binary
    } else {
        Encoding::SingleByte
    };
    Unreadable::NotUtf8 {
        line,
        column: last.chars().count() + 1,
        looks_like,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_that_are_no_text_are_refused_with_their_place() {
        assert_eq!(extract(b" \n\t"), Err(Unreadable::Empty));
        assert_eq!(
            extract(b"<p></p><script>x</script>"),
            Err(Unreadable::Empty)
        );
        let refused = extract(b"one\nt\xfcrk").unwrap_err();
        let Unreadable::NotUtf8 {
            line,
            column,
            looks_like,
        } = refused
        else {
            panic!("{refused}");
        };
        assert_eq!((line, column, looks_like), (2, 2, Encoding::SingleByte));
        let utf16 = extract(&[0xff, 0xfe, b'a', 0]).unwrap_err();
        assert!(matches!(
            utf16,
            Unreadable::NotUtf8 {
                looks_like: Encoding::Utf16,
                ..
            }
        ));
        assert_eq!(
            extract(&alloc::vec![b'a'; REPORT_MAX + 1]),
            Err(Unreadable::TooLarge)
        );
    }

    #[test]
    fn words_are_unmarked_in_html_only() {
        let html = "<p>“We <b>will</b> not&nbsp;go”</p>";
        let stretch = "We <b>will</b> not&nbsp;go";
        assert_eq!(unmarked(html, stretch).as_deref(), Some("We will not go"));
        assert_eq!(unmarked("“We <will> not”", "We <will> not"), None);
    }

    #[test]
    fn places_of_marked_up_text_lead_back_to_the_source() {
        let source = "<html><body><p>A &amp; <b>b&uuml;y</b>\u{fc}k</p></body></html>";
        let read = extract(source.as_bytes()).unwrap();
        let words = "A & b\u{fc}y\u{fc}k";
        let at = read.text.find(words).unwrap();
        let span = at..at + words.len();
        assert_eq!(
            &source[read.source(&span)],
            "A &amp; <b>b&uuml;y</b>\u{fc}k"
        );
        assert_eq!(read.shown(&read.source(&span)), Some(span));
        assert_eq!(read.shown(&(0..3)), None);
        let letter = at + "A & b".len();
        assert_eq!(&source[read.source(&(letter..letter + 2))], "&uuml;");
    }
}
