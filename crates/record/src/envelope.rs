//! The head that every record carries: its type, `sponsio.NAME/VERSION` (rule 8). A type that
//! nobody knows is kept and hashed, never interpreted.

use crate::fault::Breach;
use core::fmt;

/// The longest name of a type, in bytes.
const NAME_LONGEST: usize = 64;
/// The most digits of a version; any such number fits in 32 bits.
const VERSION_DIGITS: usize = 9;

/// The type of a record: `sponsio.entry/1` has the name `entry` and the version 1.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Kind<'a> {
    text: &'a str,
    name: &'a str,
    version: u32,
}

impl<'a> Kind<'a> {
    /// Returns the type that this text is, or what is wrong with it.
    pub fn parse(text: &'a str) -> Result<Self, Breach> {
        if !text.is_ascii() {
            return Err(Breach::NotAscii);
        }
        let (name, version) = text
            .strip_prefix("sponsio.")
            .and_then(|rest| rest.split_once('/'))
            .ok_or(Breach::TypeForm)?;
        if !is_name(name) || !is_version(version) {
            return Err(Breach::TypeForm);
        }
        let version = version.parse().map_err(|_| Breach::TypeForm)?;
        Ok(Self {
            text,
            name,
            version,
        })
    }

    /// Returns the whole text, as `sponsio.entry/1`.
    pub fn as_str(&self) -> &'a str {
        self.text
    }

    /// Returns the name, as `entry`.
    pub fn name(&self) -> &'a str {
        self.name
    }

    /// Returns the version, 1 or more.
    pub fn version(&self) -> u32 {
        self.version
    }
}

impl fmt::Display for Kind<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text)
    }
}

impl fmt::Debug for Kind<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text)
    }
}

impl PartialEq<str> for Kind<'_> {
    fn eq(&self, other: &str) -> bool {
        self.text == other
    }
}

impl PartialEq<&str> for Kind<'_> {
    fn eq(&self, other: &&str) -> bool {
        self.text == *other
    }
}

/// Returns whether this is the name of a type: `[a-z][a-z0-9-]{0,63}`.
fn is_name(name: &str) -> bool {
    let bytes = name.as_bytes();
    bytes.len() <= NAME_LONGEST
        && bytes.first().is_some_and(u8::is_ascii_lowercase)
        && bytes
            .iter()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || *byte == b'-')
}

/// Returns whether this is a version: `[1-9][0-9]{0,8}`.
fn is_version(version: &str) -> bool {
    version.len() <= VERSION_DIGITS
        && version.bytes().all(|byte| byte.is_ascii_digit())
        && !version.starts_with('0')
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::format;
    use alloc::string::ToString as _;

    #[test]
    fn a_type_has_a_name_and_a_version() {
        let kind = Kind::parse("sponsio.entry/12").unwrap();
        assert_eq!((kind.name(), kind.version()), ("entry", 12));
        assert_eq!(kind.as_str(), "sponsio.entry/12");
        assert_eq!(kind.to_string(), "sponsio.entry/12");
        assert_eq!(format!("{kind:?}"), "sponsio.entry/12");
        assert!(kind == "sponsio.entry/12" && kind != "sponsio.entry/1");
        assert!(kind == *"sponsio.entry/12" && kind != *"sponsio.entry/1");
        assert_eq!(
            Kind::parse("sponsio.a-1/999999999").unwrap().version(),
            999_999_999
        );
    }

    #[test]
    fn other_forms_are_refused() {
        for text in [
            "",
            "sponsio.",
            "sponsio.a",
            "sponsio./1",
            "sponsio.a/",
            "sponsio.a/0",
            "sponsio.a/01",
            "sponsio.a/-1",
            "sponsio.a/+1",
            "sponsio.a/1 ",
            "sponsio.a/1/2",
            "sponsio.A/1",
            "sponsio.1a/1",
            "sponsio.-/1",
            "sponsio.a_b/1",
            "sponsio.a.b/1",
            "Sponsio.a/1",
            "a/1",
            "sponsio.a/1000000000",
        ] {
            assert_eq!(Kind::parse(text), Err(Breach::TypeForm), "{text}");
        }
        let of_length = |length| format!("sponsio.{}/1", "a".repeat(length));
        assert!(Kind::parse(&of_length(64)).is_ok());
        assert_eq!(Kind::parse(&of_length(65)), Err(Breach::TypeForm));
        assert_eq!(Kind::parse("sponsio.é/1"), Err(Breach::NotAscii));
    }
}
