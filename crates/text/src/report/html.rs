//! HTML as text. Tags go, block elements end paragraphs, headings are noted, what is no text (scripts,
//! styles, comments) is left out, character references are resolved. This is no browser: markup that
//! is broken is read as the text it most probably is, and every place leads back to its bytes.

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use super::source::{Extracted, Place};

/// Elements whose content is no text of the report.
const LEFT_OUT: [&str; 9] = [
    "script",
    "style",
    "title",
    "noscript",
    "template",
    "svg",
    "iframe",
    "nav",
    "figcaption",
];

/// Elements that begin and end a paragraph.
const BLOCKS: [&str; 26] = [
    "p",
    "div",
    "br",
    "li",
    "ul",
    "ol",
    "tr",
    "td",
    "th",
    "table",
    "article",
    "section",
    "header",
    "footer",
    "main",
    "aside",
    "blockquote",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "body",
    "time",
];

/// The longest character reference that is looked for, in bytes.
const REFERENCE_MAX: usize = 12;

/// Whether a source is to be read as HTML: it begins with a tag, or holds tags of paragraphs.
pub(super) fn is_html(source: &str) -> bool {
    let begin =
        source.trim_start_matches(|letter: char| letter.is_whitespace() || letter == '\u{feff}');
    let starts = |name: &str| {
        begin
            .get(..name.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(name))
    };
    [
        "<!doctype",
        "<html",
        "<body",
        "<p",
        "<div",
        "<h1",
        "<h2",
        "<article",
        "<head",
        "<meta",
        "<?xml",
        "<!--",
        "<script",
        "<time",
    ]
    .iter()
    .any(|name| starts(name))
        || source.contains("</p>")
        || source.contains("</P>")
}

/// Returns the text of an HTML source.
pub(super) fn extract(source: &str) -> Extracted {
    let mut reader = Reader {
        source,
        text: String::with_capacity(source.len() / 2),
        places: Vec::new(),
        headings: Vec::new(),
        heading: None,
        unclosed: [false; LEFT_OUT.len()],
    };
    reader.read();
    Extracted {
        text: reader.text,
        is_html: true,
        places: reader.places,
        headings: reader.headings,
    }
}

struct Reader<'s> {
    source: &'s str,
    text: String,
    places: Vec<Place>,
    headings: Vec<Range<usize>>,
    /// Where an open heading begins in the text.
    heading: Option<usize>,
    /// The elements of [`LEFT_OUT`] that are not closed from here on: they are looked for once.
    unclosed: [bool; LEFT_OUT.len()],
}

impl Reader<'_> {
    fn read(&mut self) {
        let bytes = self.source.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            at = match bytes[at] {
                b'<' if self.begins_markup(at) => self.markup(at),
                b'&' => self.reference(at),
                _ => self.run(at),
            };
        }
        self.end_heading();
    }

    fn begins_markup(&self, at: usize) -> bool {
        self.source[at + 1..].starts_with(|letter: char| {
            letter.is_ascii_alphabetic() || matches!(letter, '/' | '!' | '?')
        })
    }

    /// Text up to the next `<` or `&`; white space of the source is one space.
    fn run(&mut self, at: usize) -> usize {
        let rest = &self.source[at..];
        let first = rest.chars().next().map_or(1, char::len_utf8);
        let end = rest[first..]
            .find(['<', '&'])
            .map_or(rest.len(), |to| to + first);
        let mut from = 0;
        let run = &rest[..end];
        while from < run.len() {
            let tail = &run[from..];
            let spaces = tail.len() - tail.trim_start_matches([' ', '\n', '\r', '\t']).len();
            if spaces > 0 {
                if !self.text.is_empty() && !self.text.ends_with([' ', '\n']) {
                    self.put(at + from, " ", (spaces != 1).then_some(spaces));
                }
                from += spaces;
                continue;
            }
            let word = tail.find([' ', '\n', '\r', '\t']).unwrap_or(tail.len());
            self.put(at + from, &tail[..word], None);
            from += word;
        }
        at + end
    }

    fn put(&mut self, source: usize, words: &str, whole: Option<usize>) {
        let text = self.text.len();
        let follows = whole.is_none()
            && self.places.last().is_some_and(|last| {
                last.whole.is_none() && source.checked_sub(last.source) == Some(text - last.text)
            });
        if !follows {
            self.places.push(Place {
                text,
                source,
                whole,
            });
        }
        self.text.push_str(words);
    }

    fn paragraph(&mut self, at: usize) {
        let kept = self.text.trim_end_matches(' ').len();
        self.text.truncate(kept);
        while self
            .places
            .last()
            .is_some_and(|place| place.text >= kept && place.text > 0)
        {
            self.places.pop();
        }
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.put(at, "\n\n", Some(0));
        }
    }

    /// A tag, a comment or a declaration; returns the place after it.
    fn markup(&mut self, at: usize) -> usize {
        let rest = &self.source[at..];
        if rest.starts_with("<!--") {
            return rest.find("-->").map_or(self.source.len(), |to| at + to + 3);
        }
        let end = at + tag_end(rest);
        let inside = rest[1..].trim_start_matches('/');
        let is_closing = rest.starts_with("</");
        let name_end = inside
            .find(|letter: char| !letter.is_ascii_alphanumeric())
            .unwrap_or(inside.len());
        let name = &inside[..name_end];
        let is = |known: &str| name.eq_ignore_ascii_case(known);
        if let Some(known) = LEFT_OUT.iter().position(|known| is(known)) {
            self.paragraph(at);
            if !is_closing && !self.unclosed[known] {
                if let Some(length) = element_end(&self.source[end..], name) {
                    return end + length;
                }
                self.unclosed[known] = true;
                // What is code to its end is no text; other elements are read as if not begun.
                return if known < 2 { self.source.len() } else { end };
            }
        }
        if BLOCKS.iter().any(|known| is(known)) {
            self.end_heading();
            self.paragraph(at);
            let level = name.len() == 2
                && name.starts_with(['h', 'H'])
                && name.ends_with(|l: char| l.is_ascii_digit());
            if !is_closing && level {
                self.heading = Some(self.text.len());
            }
        }
        end
    }

    fn end_heading(&mut self) {
        if let Some(start) = self.heading.take() {
            let end = self.text.trim_end().len();
            if start < end {
                self.headings.push(start..end);
            }
        }
    }

    fn reference(&mut self, at: usize) -> usize {
        let bytes = self.source.as_bytes();
        let limit = bytes.len().min(at + REFERENCE_MAX);
        let end = (at + 1..limit).find(|place| bytes[*place] == b';');
        let letter = end.and_then(|end| resolve(&self.source[at + 1..end]));
        if let (Some(end), Some(letter)) = (end, letter) {
            let mut buffer = [0; 4];
            let letter = if letter == '\u{a0}' { ' ' } else { letter };
            self.put(at, letter.encode_utf8(&mut buffer), Some(end + 1 - at));
            end + 1
        } else {
            self.put(at, "&", None);
            at + 1
        }
    }
}

/// Returns how long a tag is; a `>` in a quoted attribute does not end it.
fn tag_end(rest: &str) -> usize {
    let mut quoted = None;
    for (at, byte) in rest.bytes().enumerate() {
        match (quoted, byte) {
            (Some(mark), byte) if mark == byte => quoted = None,
            (None, b'"' | b'\'') => quoted = Some(byte),
            (None, b'>') => return at + 1,
            // A tag that is never closed ends where the next one begins.
            (_, b'<') if at > 0 && quoted.is_none() => return at,
            _ => {}
        }
    }
    rest.find('>').map_or(rest.len(), |at| at + 1)
}

/// Returns how far it is to the end of an element that is left out, if it ends.
fn element_end(rest: &str, name: &str) -> Option<usize> {
    let mut from = 0;
    while let Some(at) = rest[from..].find("</") {
        let after = from + at + 2;
        let is_end = rest
            .get(after..after + name.len())
            .is_some_and(|found| found.eq_ignore_ascii_case(name));
        if is_end {
            return Some(
                rest[after..]
                    .find('>')
                    .map_or(rest.len(), |to| after + to + 1),
            );
        }
        from = after;
    }
    None
}

fn resolve(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code)
            .filter(|letter| !letter.is_control() || letter.is_whitespace());
    }
    NAMED
        .iter()
        .find_map(|(known, letter)| (*known == name).then_some(*letter))
}

/// The named references that occur in reports in Turkish and English.
const NAMED: [(&str, char); 45] = [
    ("quot", '"'),
    ("amp", '&'),
    ("apos", '\''),
    ("lt", '<'),
    ("gt", '>'),
    ("nbsp", '\u{a0}'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("bdquo", '„'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("sbquo", '‚'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("lsaquo", '‹'),
    ("rsaquo", '›'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("hellip", '…'),
    ("shy", '\u{ad}'),
    ("copy", '©'),
    ("middot", '·'),
    ("bull", '•'),
    ("euro", '€'),
    ("ccedil", 'ç'),
    ("Ccedil", 'Ç'),
    ("ouml", 'ö'),
    ("Ouml", 'Ö'),
    ("uuml", 'ü'),
    ("Uuml", 'Ü'),
    ("imath", 'ı'),
    ("Idot", 'İ'),
    ("scedil", 'ş'),
    ("Scedil", 'Ş'),
    ("gbreve", 'ğ'),
    ("Gbreve", 'Ğ'),
    ("acirc", 'â'),
    ("icirc", 'î'),
    ("ucirc", 'û'),
    ("eacute", 'é'),
    ("egrave", 'è'),
    ("aacute", 'á'),
    ("oacute", 'ó'),
    ("iacute", 'í'),
    ("ntilde", 'ñ'),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn text(source: &str) -> String {
        extract(source).text.trim_end().into()
    }

    #[test]
    fn scripts_and_tags_go_and_blocks_part_paragraphs() {
        assert_eq!(
            text("<p>One<script>say(\"no</p>\")</script></p><p>t<b>w</b>o <a href='>'>x</a></p>"),
            "One\n\ntwo x"
        );
        assert_eq!(
            text("<p>a<!-- \"b\" --> c &lt; d & e &nosuch; <3</p>"),
            "a c < d & e &nosuch; <3"
        );
        assert_eq!(text("<p>&#305;&#x15f; &ldquo;x&rdquo;</p>"), "ış “x”");
        assert_eq!(text("<style>p{}"), "");
    }

    #[test]
    fn headings_are_noted() {
        let read = extract("<h1>A <i>title</i></h1><p>Text.</p>");
        let titles: Vec<_> = read
            .headings
            .iter()
            .map(|span| &read.text[span.clone()])
            .collect();
        assert_eq!(titles, ["A title"]);
    }
}
