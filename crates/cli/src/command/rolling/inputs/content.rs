//! What a file is by its bytes, whatever its name says.

use crate::command::text::source::{Source, is_document};
use crate::failure::{Failure, Kind};
use crate::wording::{Words, say};

/// How much of a file is looked at, in bytes.
const LOOKED_AT: usize = 8_192;

/// The forms that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::command) enum Content {
    /// A Word document.
    Word,
    /// XML, which should be Akoma Ntoso.
    Xml,
    /// The source form or plain text.
    Text,
}

impl Content {
    /// Returns what a file is; what is none of the forms that are read is refused by its name.
    pub(in crate::command) fn of(words: &Words, source: &Source) -> Result<Self, Failure> {
        if is_document(source.path()) {
            return Ok(Self::Word);
        }
        let bytes = &source.bytes[..source.bytes.len().min(LOOKED_AT)];
        let what = if bytes.starts_with(b"%PDF-") {
            say!(words, "rolling-is-pdf")
        } else if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
            say!(words, "rolling-is-old-word")
        } else if bytes.starts_with(b"{\\rtf") {
            say!(words, "rolling-is-rtf")
        } else if bytes.starts_with(b"PK\x03\x04") {
            say!(words, "rolling-is-packed")
        } else {
            let text = String::from_utf8_lossy(bytes);
            let begin = text.trim_start_matches('\u{feff}').trim_start();
            let is = |sign: &str| {
                let begin = begin.get(..sign.len());
                begin.is_some_and(|begin| begin.eq_ignore_ascii_case(sign))
            };
            if is("<!doctype html") || is("<html") {
                say!(words, "rolling-is-page")
            } else if is("<?xml") || is("<akomaNtoso") {
                return Ok(Self::Xml);
            } else if bytes.contains(&0) && text.contains('\u{fffd}') {
                say!(words, "rolling-is-binary")
            } else {
                return Ok(Self::Text);
            }
        };
        Err(not_text(words, source, &what))
    }
}

/// Why a file is not read, and what is.
pub(super) fn not_text(words: &Words, source: &Source, what: &str) -> Failure {
    let file = source.name.as_str();
    let sentence = say!(words, "rolling-not-text", file = file, what = what);
    Failure::new(Kind::Defect, sentence).with_hint(say!(words, "rolling-not-text-hint"))
}
