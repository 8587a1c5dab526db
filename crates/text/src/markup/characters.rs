//! What makes a file unreadable before its lines are looked at: size, encoding, characters that hide.

use crate::markup::fault::{Code, Detail, Faults};
use unicode_normalization::{IsNormalized, UnicodeNormalization as _, is_nfc, is_nfc_quick};

/// The longest file that is read, in bytes.
pub const FILE_MAX: usize = 8 << 20;

/// The longest line that is read, in bytes.
pub const LINE_MAX: usize = 1 << 20;

/// Returns the bytes as text, without the mark of their order at the beginning, or what of them is text.
/// The second part says whether the file can be read.
pub(crate) fn text<'s>(bytes: &'s [u8], faults: &mut Faults) -> (&'s str, bool) {
    if bytes.len() > FILE_MAX {
        faults.note(Code::T004, 0..0, Detail::FileTooLarge(bytes.len()));
        return ("", false);
    }
    let text = match core::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let valid = error.valid_up_to();
            faults.note(Code::T001, valid..valid, Detail::NotUtf8);
            let text = core::str::from_utf8(&bytes[..valid]).unwrap_or_default();
            return (text, false);
        }
    };
    let mut readable = true;
    let (mut start, mut composed) = (0, true);
    for line in text.split_inclusive('\n') {
        if line.len() > LINE_MAX {
            faults.note(Code::T005, start..start, Detail::LineTooLong(line.len()));
            readable = false;
        }
        readable &= characters(line, start, faults);
        if composed && !is_composed(line) {
            composed = false;
            let at = start + first_decomposed(line);
            faults.note(Code::T006, at..at, Detail::NotComposed);
        }
        start += line.len();
    }
    (text, readable)
}

fn characters(line: &str, start: usize, faults: &mut Faults) -> bool {
    let mut readable = true;
    for (at, character) in line.char_indices() {
        let (code, detail) = match character {
            '\n' | '\t' => continue,
            '\r' if line.as_bytes().get(at + 1) == Some(&b'\n') => continue,
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
                (Code::T003, Detail::DirectionOverride(character))
            }
            _ if character.is_control() => (Code::T002, Detail::ControlCharacter(character)),
            _ => continue,
        };
        let at = start + at;
        faults.note(code, at..at + character.len_utf8(), detail);
        readable = false;
    }
    readable
}

fn is_composed(line: &str) -> bool {
    match is_nfc_quick(line.chars()) {
        IsNormalized::Yes => true,
        IsNormalized::No => false,
        IsNormalized::Maybe => is_nfc(line),
    }
}

fn first_decomposed(line: &str) -> usize {
    let differs =
        |((at, written), composed): ((usize, char), char)| (written != composed).then_some(at);
    line.char_indices()
        .zip(line.nfc())
        .find_map(differs)
        .unwrap_or_default()
}
