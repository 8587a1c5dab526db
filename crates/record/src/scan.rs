//! The tokens of a record, read from bytes: strings, names, integers, punctuation. What the tokens
//! make up together is the reader's affair.

use crate::fault::{Breach, Fault};
use crate::{INTEGER_MAX, NAME_MAX};
use alloc::borrow::Cow;
use alloc::string::String;

/// A place in the bytes, moving forwards.
#[derive(Debug)]
pub(crate) struct Scanner<'a> {
    bytes: &'a [u8],
    /// As much of the bytes as is UTF-8, from the first on.
    text: &'a str,
    at: usize,
}

impl<'a> Scanner<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        // Looked through once: text by text it takes several times as long.
        let text = match core::str::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) => {
                let valid = bytes.get(..error.valid_up_to()).unwrap_or_default();
                core::str::from_utf8(valid).unwrap_or_default()
            }
        };
        Self { bytes, text, at: 0 }
    }

    /// Returns the offset of the next byte.
    pub(crate) fn at(&self) -> usize {
        self.at
    }

    /// Returns the next byte and stays before it.
    #[inline]
    pub(crate) fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// Returns the bytes from an earlier place up to this one.
    pub(crate) fn since(&self, start: usize) -> &'a [u8] {
        self.bytes.get(start..self.at).unwrap_or_default()
    }

    /// Returns whether the rest begins with these bytes, and passes over them if so.
    pub(crate) fn passes(&mut self, expected: &[u8]) -> bool {
        let found = self.rest().starts_with(expected);
        if found {
            self.at += expected.len();
        }
        found
    }

    /// Returns whether the next byte is this one, and passes over it if so.
    #[inline]
    pub(crate) fn passes_byte(&mut self, expected: u8) -> bool {
        let found = self.peek() == Some(expected);
        self.at += usize::from(found);
        found
    }

    /// Passes over this byte of punctuation.
    #[inline]
    pub(crate) fn expect(&mut self, expected: u8) -> Result<(), Fault> {
        if self.passes_byte(expected) {
            Ok(())
        } else {
            Err(self.unexpected())
        }
    }

    /// Returns the fault of a byte that no token may have here.
    pub(crate) fn unexpected(&self) -> Fault {
        let what = match self.peek() {
            None => Breach::Truncated,
            Some(b' ' | b'\t' | b'\n' | b'\r') => Breach::WhiteSpace,
            Some(_) => Breach::Token,
        };
        self.fault(what)
    }

    /// Returns a fault at the next byte.
    pub(crate) fn fault(&self, what: Breach) -> Fault {
        Fault {
            what,
            offset: self.at,
        }
    }

    /// Reads the name of a member, with its quotation marks (rule 3).
    pub(crate) fn name(&mut self) -> Result<&'a str, Fault> {
        let start = self.at;
        self.expect(b'"')?;
        let length = self
            .rest()
            .iter()
            .position(|byte| !is_name_byte(*byte))
            .unwrap_or(self.rest().len());
        let first = self.at;
        let name = self.take(length);
        let begins = name.first().is_some_and(u8::is_ascii_lowercase);
        match self.peek() {
            None => Err(self.fault(Breach::Truncated)),
            Some(b'"') if begins && name.len() <= NAME_MAX => {
                self.at += 1;
                // The bytes of a name are ASCII.
                let name = self.text.get(first..first + length);
                name.ok_or_else(|| self.fault(Breach::Name))
            }
            Some(_) => Err(Fault {
                what: Breach::Name,
                offset: start,
            }),
        }
    }

    /// Reads an integer (rules 2 and 4).
    pub(crate) fn integer(&mut self) -> Result<i64, Fault> {
        let start = self.at;
        let negative = self.passes_byte(b'-');
        let count = self
            .rest()
            .iter()
            .take_while(|byte| byte.is_ascii_digit())
            .count();
        let digits = self.take(count);
        if matches!(self.peek(), Some(b'.' | b'e' | b'E')) {
            return Err(self.fault(Breach::NotAnInteger));
        }
        let fault = |what| Fault {
            what,
            offset: start,
        };
        match digits {
            [] if self.peek().is_none() => return Err(self.fault(Breach::Truncated)),
            [b'0'] if negative => return Err(fault(Breach::IntegerForm)),
            [] | [b'0', _, ..] => return Err(fault(Breach::IntegerForm)),
            _ => {}
        }
        let size = digits
            .iter()
            .try_fold(0_i64, |size, digit| {
                let size = size * 10 + i64::from(digit - b'0');
                (size <= INTEGER_MAX).then_some(size)
            })
            .ok_or_else(|| fault(Breach::IntegerRange))?;
        Ok(if negative { -size } else { size })
    }

    /// Reads a string with its quotation marks (rule 5).
    pub(crate) fn string(&mut self) -> Result<Cow<'a, str>, Fault> {
        self.expect(b'"')?;
        let first = self.literal()?;
        if self.passes_byte(b'"') {
            return Ok(Cow::Borrowed(first));
        }
        let mut text = String::from(first);
        loop {
            match self.peek() {
                None => return Err(self.fault(Breach::Truncated)),
                Some(b'"') => {
                    self.at += 1;
                    return Ok(Cow::Owned(text));
                }
                Some(b'\\') => text.push(self.escape()?),
                Some(0) => return Err(self.fault(Breach::Nul)),
                Some(_) => return Err(self.fault(Breach::ControlCharacter)),
            }
            text.push_str(self.literal()?);
        }
    }

    /// Reads characters that stand for themselves, up to the next byte that does not.
    fn literal(&mut self) -> Result<&'a str, Fault> {
        let length = self
            .rest()
            .iter()
            .position(|byte| matches!(byte, b'"' | b'\\' | ..0x20))
            .unwrap_or(self.rest().len());
        let start = self.at;
        let bytes = self.take(length);
        if let Some(text) = self.text.get(start..self.at) {
            return Ok(text);
        }
        core::str::from_utf8(bytes).map_err(|error| Fault {
            what: Breach::NotUtf8,
            offset: start + error.valid_up_to(),
        })
    }

    /// Reads one escape, which must be the canonical form of its character.
    fn escape(&mut self) -> Result<char, Fault> {
        let start = self.fault(Breach::Escape);
        self.at += 1;
        let Some(letter) = self.peek() else {
            return Err(self.fault(Breach::Truncated));
        };
        self.at += 1;
        match letter {
            b'"' => Ok('"'),
            b'\\' => Ok('\\'),
            b'b' => Ok('\u{8}'),
            b't' => Ok('\t'),
            b'n' => Ok('\n'),
            b'f' => Ok('\u{c}'),
            b'r' => Ok('\r'),
            b'u' => {
                let digits = self.take(4);
                if digits.len() < 4 && digits.iter().all(u8::is_ascii_hexdigit) {
                    return Err(self.fault(Breach::Truncated));
                }
                control(digits).map_err(|what| Fault { what, ..start })
            }
            _ => Err(start),
        }
    }

    fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    /// Passes over so many bytes, or over fewer where the bytes end.
    fn take(&mut self, length: usize) -> &'a [u8] {
        let rest = self.rest();
        let taken = rest.get(..length).unwrap_or(rest);
        self.at += taken.len();
        taken
    }
}

/// Returns whether these bytes are the name of a member: `[a-z][a-z0-9_]{0,63}` (rule 3).
pub(crate) fn is_name(name: &[u8]) -> bool {
    name.len() <= NAME_MAX
        && name.first().is_some_and(u8::is_ascii_lowercase)
        && name.iter().all(|byte| is_name_byte(*byte))
}

fn is_name_byte(byte: u8) -> bool {
    matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_')
}

/// Returns the letter that escapes this character after a backslash, where it has one.
pub(crate) fn short_escape(character: char) -> Option<char> {
    Some(match character {
        '"' => '"',
        '\\' => '\\',
        '\u{8}' => 'b',
        '\t' => 't',
        '\n' => 'n',
        '\u{c}' => 'f',
        '\r' => 'r',
        _ => return None,
    })
}

/// Returns the control character that four hexadecimal digits are the canonical escape of.
fn control(digits: &[u8]) -> Result<char, Breach> {
    let code = core::str::from_utf8(digits)
        .ok()
        .filter(|_| digits.iter().all(u8::is_ascii_hexdigit))
        .and_then(|digits| u32::from_str_radix(digits, 16).ok())
        .ok_or(Breach::Escape)?;
    let character = char::from_u32(code).ok_or(Breach::Surrogate)?;
    match character {
        '\0' => Err(Breach::Nul),
        '\u{1}'..='\u{1f}'
            if short_escape(character).is_none() && !digits.iter().any(u8::is_ascii_uppercase) =>
        {
            Ok(character)
        }
        _ => Err(Breach::Escape),
    }
}
