//! Identifiers: treaties, conferences, participants and acts. The first three are short ASCII words
//! that a register assigns; the names that people read stand beside them and may change
//! without changing the identity (S-5). That of an act is a random number which its author draws.

use crate::hex;
use alloc::sync::Arc;
use core::fmt;
use core::str::FromStr;

/// The longest identifier that a register may assign, in bytes.
const LONGEST: usize = 64;

/// Why a word is not an identifier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameError {
    /// The word is empty.
    Empty,
    /// The word is longer than 64 bytes; the number is its length.
    TooLong(usize),
    /// The word holds a character that identifiers do not have, at this byte offset.
    Character(usize),
}

impl fmt::Display for NameError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("an identifier cannot be empty"),
            Self::TooLong(length) => {
                write!(
                    f,
                    "an identifier has at most {LONGEST} bytes, this one has {length}"
                )
            }
            Self::Character(at) => {
                write!(f, "an identifier cannot hold the character at byte {at}")
            }
        }
    }
}

impl core::error::Error for NameError {}

fn check(word: &str, allowed: fn(u8) -> bool) -> Result<(), NameError> {
    if word.is_empty() {
        return Err(NameError::Empty);
    }
    if word.len() > LONGEST {
        return Err(NameError::TooLong(word.len()));
    }
    match word.bytes().position(|byte| !allowed(byte)) {
        Some(at) => Err(NameError::Character(at)),
        None => Ok(()),
    }
}

macro_rules! identifier {
    ($(#[$doc:meta])* $name:ident, $allowed:expr) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// Returns the identifier that this word is, or why it is none.
            pub fn new(word: &str) -> Result<Self, NameError> {
                check(word, $allowed)?;
                Ok(Self(Arc::from(word)))
            }

            /// Returns the identifier as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

identifier!(
    /// The register's identifier of a treaty: `4-9`, `solas-1974`, `18-10@2026`.
    TreatyId,
    |byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'@')
);
identifier!(
    /// The register's identifier of a conference: `guarantees-2027`.
    ConferenceId,
    |byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'@')
);
identifier!(
    /// The register's identifier of a participant: `TUR`, `X-EU`, `CSK`.
    ParticipantId,
    |byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'-'
);

/// The identifier of an act in a log: 128 bits, written as 32 lower-case hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ActId([u8; 16]);

impl ActId {
    /// Returns the identifier that these 16 bytes are.
    pub fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// Returns the 16 bytes of the identifier.
    pub fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }
}

impl fmt::Display for ActId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        hex::write(&self.0, f)
    }
}

impl fmt::Debug for ActId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Why a text is not the identifier of an act: it must be 32 lower-case hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ActIdError;

impl fmt::Display for ActIdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the identifier of an act is 32 lower-case hexadecimal digits")
    }
}

impl core::error::Error for ActIdError {}

impl FromStr for ActId {
    type Err = ActIdError;

    fn from_str(text: &str) -> Result<Self, ActIdError> {
        hex::read(text).map(Self).ok_or(ActIdError)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::format;
    use alloc::string::ToString as _;

    #[test]
    fn identifiers_are_short_ascii_words() {
        assert!(TreatyId::new("18-10@2026").is_ok());
        assert!(ParticipantId::new("X-CARICOM").is_ok());
        assert_eq!(TreatyId::new(""), Err(NameError::Empty));
        assert_eq!(ParticipantId::new("TuR"), Err(NameError::Character(1)));
        assert_eq!(TreatyId::new("İ"), Err(NameError::Character(0)));
        assert_eq!(TreatyId::new(&"a".repeat(65)), Err(NameError::TooLong(65)));
    }

    #[test]
    fn the_identifier_of_an_act_has_32_digits() {
        let text = "00112233445566778899aabbccddeeff";
        let id: ActId = text.parse().unwrap();
        assert_eq!(
            (id.to_string().as_str(), format!("{id:?}").as_str()),
            (text, text)
        );
        assert_eq!(ActId::from_bytes(*id.as_bytes()), id);
        for other in ["", &text[1..], "00112233445566778899AABBCCDDEEFF"] {
            assert_eq!(other.parse::<ActId>(), Err(ActIdError), "{other}");
        }
    }
}
