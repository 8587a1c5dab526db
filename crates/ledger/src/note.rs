//! Signed notes (C2SP signed-note): a text, an empty line, and a line per signature. Reading is
//! strict, so that no bit can change unseen; which keys are to be believed is not known here.

mod key;

pub use key::{KeyError, KeyKind, SigningKey, VerifierKey};

use crate::verdict::{Fault, Rule};
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::fmt;
use sponsio_record::{from_base64, to_base64};

/// The longest note, in bytes.
pub const NOTE_MAX: usize = 262_144;

/// The most signatures of a note.
pub const SIGNATURES_MAX: usize = 64;

/// What begins a signature line.
const DASH: &str = "\u{2014} ";

/// The length of a key id in bytes.
const ID_LENGTH: usize = 4;

/// A signed note, well formed; nothing of it is verified yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    text: String,
    signatures: Vec<Signature>,
}

/// A signature line: who is said to have signed, with which key, and the bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    name: String,
    id: [u8; ID_LENGTH],
    bytes: Vec<u8>,
}

impl Note {
    /// Returns the note of this text and these signatures. The text ends in a line end and has no
    /// other control character.
    pub fn new(text: &str, signatures: Vec<Signature>) -> Result<Self, Fault> {
        if text.is_empty() || !text.ends_with('\n') {
            return Err(Rule::NoteForm.at(text.len()));
        }
        let note = Self {
            text: text.to_string(),
            signatures,
        };
        // What is written is what a reader accepts.
        Self::parse(note.to_string().as_bytes())
    }

    /// Reads a signed note.
    pub fn parse(bytes: &[u8]) -> Result<Self, Fault> {
        if bytes.len() > NOTE_MAX {
            return Err(Rule::NoteSize.at(NOTE_MAX));
        }
        let note = str::from_utf8(bytes)
            .map_err(|error| Rule::NoteText.at(error.valid_up_to()))?;
        if let Some(at) = note.bytes().position(|byte| byte < b' ' && byte != b'\n') {
            return Err(Rule::NoteText.at(at));
        }
        let end = note.rfind("\n\n").ok_or(Rule::NoteForm.at(0))? + 1;
        let (text, rest) = note.split_at(end);
        let signatures = signatures(&rest[1..], end + 1)?;
        Ok(Self {
            text: text.to_string(),
            signatures,
        })
    }

    /// Returns the text, with its final line end.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the signatures in the order of their lines.
    pub fn signatures(&self) -> &[Signature] {
        &self.signatures
    }

    /// Returns this note with further signatures; one that is there already is not repeated.
    pub fn with(&self, more: &[Signature]) -> Result<Self, Fault> {
        let mut signatures = self.signatures.clone();
        for signature in more {
            if !signatures.contains(signature) {
                signatures.push(signature.clone());
            }
        }
        Self::new(&self.text, signatures)
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.text)?;
        self.signatures
            .iter()
            .try_for_each(|signature| write!(f, "{signature}"))
    }
}

/// Reads signature lines and nothing else, as a witness answers with them; `start` is the offset
/// of the first within the whole.
pub fn signatures(lines: &str, start: usize) -> Result<Vec<Signature>, Fault> {
    if !lines.ends_with('\n') {
        return Err(Rule::NoteForm.at(start + lines.len()));
    }
    let mut signatures = Vec::new();
    let mut at = start;
    for line in lines.split_terminator('\n') {
        if signatures.len() == SIGNATURES_MAX {
            return Err(Rule::NoteSize.at(at));
        }
        signatures.push(Signature::parse(line).ok_or(Rule::NoteLine.at(at))?);
        at += line.len() + 1;
    }
    Ok(signatures)
}

impl Signature {
    pub(crate) fn new(key: &VerifierKey, bytes: Vec<u8>) -> Self {
        Self {
            name: key.name().to_string(),
            id: key.id(),
            bytes,
        }
    }

    /// Reads a signature line, given without its line end.
    fn parse(line: &str) -> Option<Self> {
        let (name, base64) = line.strip_prefix(DASH)?.split_once(' ')?;
        if !key::is_name(name) {
            return None;
        }
        let mut id = from_base64(base64).ok()?;
        let bytes = id.split_off(ID_LENGTH.min(id.len()));
        if bytes.is_empty() {
            return None;
        }
        Some(Self {
            name: name.to_string(),
            id: id.try_into().ok()?,
            bytes,
        })
    }

    /// Returns the name of the key.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the bytes that follow the key id.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Returns whether the line names this key, by name and id.
    pub fn is_by(&self, key: &VerifierKey) -> bool {
        self.name == key.name() && self.id == key.id()
    }
}

impl fmt::Display for Signature {
    /// Writes the signature line, with its line end.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut bytes = self.id.to_vec();
        bytes.extend_from_slice(&self.bytes);
        writeln!(f, "{DASH}{} {}", self.name, to_base64(&bytes))
    }
}

#[cfg(test)]
mod tests;
