//! XML, written in order and read within limits: no document type, no entities of its own, no nesting
//! deeper than 256. Knows no vocabulary.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use quick_xml::Reader;
use quick_xml::events::Event;
use roxmltree::{Document, ParsingOptions};

/// The deepest nesting of elements that is read.
pub(crate) const DEEPEST: usize = 256;
/// The most elements and stretches of text that are read.
const MOST_NODES: u32 = 2_000_000;

/// Why bytes are not read as XML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum XmlFault {
    /// They are not UTF-8; the number is the offset of the first wrong byte.
    Encoding(usize),
    /// They declare a document type, at this line and column.
    DocumentType(u32, u32),
    /// Elements are nested deeper than 256, at this line and column.
    TooDeep(u32, u32),
    /// There are too many elements.
    TooMany,
    /// They are not well-formed: line, column and what the reader says.
    Malformed(u32, u32, String),
}

impl fmt::Display for XmlFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Encoding(at) => write!(f, "not UTF-8 at byte {at}"),
            Self::DocumentType(line, column) => {
                write!(f, "{line}:{column}: a document type is not read")
            }
            Self::TooDeep(line, column) => {
                write!(
                    f,
                    "{line}:{column}: elements are nested deeper than {DEEPEST}"
                )
            }
            Self::TooMany => write!(f, "more than {MOST_NODES} elements and texts"),
            Self::Malformed(line, column, said) => write!(f, "{line}:{column}: {said}"),
        }
    }
}

impl core::error::Error for XmlFault {}

/// Returns the text of bytes in UTF-8, without a byte order mark.
pub(crate) fn decode(bytes: &[u8]) -> Result<&str, XmlFault> {
    let text =
        core::str::from_utf8(bytes).map_err(|error| XmlFault::Encoding(error.valid_up_to()))?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// Reads a document. The depth is measured before the tree is built.
pub(crate) fn read(text: &str) -> Result<Document<'_>, XmlFault> {
    measure(text)?;
    let options = ParsingOptions {
        allow_dtd: false,
        nodes_limit: MOST_NODES,
        ..ParsingOptions::default()
    };
    Document::parse_with_options(text, options).map_err(|error| {
        let at = error.pos();
        match error {
            roxmltree::Error::DtdDetected => XmlFault::DocumentType(at.row, at.col),
            roxmltree::Error::NodesLimitReached => XmlFault::TooMany,
            other => XmlFault::Malformed(at.row, at.col, alloc::format!("{other}")),
        }
    })
}

fn measure(text: &str) -> Result<(), XmlFault> {
    let mut reader = Reader::from_str(text);
    let mut depth = 0_usize;
    loop {
        let before = reader.buffer_position();
        match reader.read_event() {
            Ok(Event::Start(_)) => {
                depth += 1;
                if depth > DEEPEST {
                    let (line, column) = place(text, before);
                    return Err(XmlFault::TooDeep(line, column));
                }
            }
            Ok(Event::End(_)) => depth = depth.saturating_sub(1),
            Ok(Event::DocType(_)) => {
                let (line, column) = place(text, before);
                return Err(XmlFault::DocumentType(line, column));
            }
            Ok(Event::Eof) => return Ok(()),
            Ok(_) => {}
            Err(error) => {
                let (line, column) = place(text, reader.error_position());
                return Err(XmlFault::Malformed(line, column, alloc::format!("{error}")));
            }
        }
    }
}

/// Returns line and column, from 1, of a byte offset; columns count Unicode scalar values.
fn place(text: &str, offset: u64) -> (u32, u32) {
    let offset = usize::try_from(offset)
        .unwrap_or(usize::MAX)
        .min(text.len());
    let before = &text.as_bytes()[..offset];
    let begin = before
        .iter()
        .rposition(|&byte| byte == b'\n')
        .map_or(0, |at| at + 1);
    let lines = before.split(|&byte| byte == b'\n').count();
    // Bytes that continue a character begin with the bits 10.
    let columns = before[begin..]
        .iter()
        .filter(|&&byte| byte & 0xc0 != 0x80)
        .count()
        + 1;
    let bounded = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    (bounded(lines), bounded(columns))
}

/// Writes XML in order. What was opened last is closed first, by construction.
#[derive(Debug, Default)]
pub(crate) struct Xml {
    out: String,
    open: Vec<&'static str>,
    in_tag: bool,
}

impl Xml {
    /// Begins a document.
    pub(crate) fn new() -> Self {
        Self {
            out: String::from("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"),
            ..Self::default()
        }
    }

    /// Opens an element; its attributes follow.
    pub(crate) fn start(&mut self, name: &'static str) -> &mut Self {
        self.finish_tag();
        self.out.push('<');
        self.out.push_str(name);
        self.open.push(name);
        self.in_tag = true;
        self
    }

    /// Writes an attribute of the element that was opened last.
    pub(crate) fn attr(&mut self, name: &str, value: &str) -> &mut Self {
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
        escape(&mut self.out, value, true);
        self.out.push('"');
        self
    }

    /// Writes text.
    pub(crate) fn text(&mut self, text: &str) -> &mut Self {
        if !text.is_empty() {
            self.finish_tag();
            escape(&mut self.out, text, false);
        }
        self
    }

    /// Closes the element that was opened last.
    pub(crate) fn end(&mut self) -> &mut Self {
        if let Some(name) = self.open.pop() {
            if self.in_tag {
                self.out.push_str("/>");
                self.in_tag = false;
            } else {
                self.out.push_str("</");
                self.out.push_str(name);
                self.out.push('>');
            }
        }
        self
    }

    /// Begins a new line; for elements in which white space says nothing.
    pub(crate) fn line(&mut self) -> &mut Self {
        self.finish_tag();
        self.out.push('\n');
        self
    }

    /// Closes what is open and returns the document.
    pub(crate) fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.end();
        }
        self.out
    }

    fn finish_tag(&mut self) {
        if self.in_tag {
            self.out.push('>');
            self.in_tag = false;
        }
    }
}

/// Escapes text. Characters that XML 1.0 cannot hold become U+FFFD, and white space that a reader
/// would change is written by its number.
fn escape(out: &mut String, text: &str, in_attribute: bool) {
    let is_special = |c: char| {
        matches!(
            c,
            '<' | '>' | '&' | '"' | '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}'
        )
    };
    let mut written = 0;
    for (at, special) in text.match_indices(is_special) {
        out.push_str(&text[written..at]);
        written = at + special.len();
        match special {
            "<" => out.push_str("&lt;"),
            ">" => out.push_str("&gt;"),
            "&" => out.push_str("&amp;"),
            "\"" if in_attribute => out.push_str("&quot;"),
            "\t" if in_attribute => out.push_str("&#9;"),
            "\n" if in_attribute => out.push_str("&#10;"),
            "\r" => out.push_str("&#13;"),
            "\t" | "\n" | "\"" => out.push_str(special),
            _ => out.push('\u{fffd}'),
        }
    }
    out.push_str(&text[written..]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let mut xml = Xml::new();
        xml.start("a")
            .attr("b", "<\"\n\t&>")
            .text("x < y\r & \u{1}");
        xml.start("c").end().end();
        let text = xml.finish();
        let document = read(&text).unwrap();
        let root = document.root_element();
        assert_eq!(root.attribute("b"), Some("<\"\n\t&>"));
        assert_eq!(root.text(), Some("x < y\r & \u{fffd}"));
        assert!(text.ends_with("<c/></a>"));
    }

    #[test]
    fn types_depth_and_entities_are_refused() {
        let bomb = "<?xml version=\"1.0\"?>\n<!DOCTYPE a [<!ENTITY b \"b\">]><a>&b;</a>";
        assert_eq!(read(bomb).unwrap_err(), XmlFault::DocumentType(2, 1));
        let deep = alloc::format!("{}{}", "<a>".repeat(257), "</a>".repeat(257));
        assert_eq!(read(&deep).unwrap_err(), XmlFault::TooDeep(1, 769));
        let fits = alloc::format!("{}{}", "<a>".repeat(256), "</a>".repeat(256));
        assert!(read(&fits).is_ok());
        assert!(matches!(
            read("<a>&b;</a>"),
            Err(XmlFault::Malformed(1, _, _))
        ));
        assert!(matches!(
            read("<a>\n<b></a>"),
            Err(XmlFault::Malformed(2, _, _))
        ));
        assert_eq!(decode(b"<a>\xff").unwrap_err(), XmlFault::Encoding(3));
    }
}
