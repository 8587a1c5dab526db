//! The SHA-256 by which a record, a document or a folded state is cited, with its text form.

use crate::hex;
use alloc::format;
use alloc::string::String;
use core::fmt;
use core::str::FromStr;
use sha2::Digest as _;

/// What stands before the digits of a cited digest.
const ALGORITHM: &str = "sha256:";

/// A SHA-256 digest; its text form is 64 lower-case hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest([u8; 32]);

impl Digest {
    /// Returns the digest of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(sha2::Sha256::digest(bytes).into())
    }

    /// Returns the 32 bytes of the digest.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Returns the first sixteen hexadecimal digits, for display beside a longer citation.
    pub fn short(&self) -> String {
        let mut text = format!("{self}");
        text.truncate(16);
        text
    }

    /// Returns the digest that these 32 bytes are.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Returns the form in which records cite the digest: `sha256:` and 64 digits.
    pub fn cited(&self) -> String {
        let mut text = String::with_capacity(ALGORITHM.len() + 2 * self.0.len());
        text.push_str(ALGORITHM);
        let written = hex::write(&self.0, &mut text);
        debug_assert!(written.is_ok(), "a text takes whatever is written to it");
        text
    }

    /// Returns the digest that a record cites so.
    pub fn from_cited(text: &str) -> Result<Self, DigestError> {
        text.strip_prefix(ALGORITHM).ok_or(DigestError)?.parse()
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        hex::write(&self.0, f)
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Why a text is not a digest: it must be 64 lower-case hexadecimal digits, and `sha256:` before
/// them where it is cited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DigestError;

impl fmt::Display for DigestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a digest is 64 lower-case hexadecimal digits")
    }
}

impl core::error::Error for DigestError {}

impl FromStr for Digest {
    type Err = DigestError;

    fn from_str(text: &str) -> Result<Self, DigestError> {
        hex::read(text).map(Self).ok_or(DigestError)
    }
}

/// A digest over parts: every part is preceded by its length, so that no two sequences of parts
/// run together into the same bytes.
#[derive(Debug, Clone, Default)]
pub struct Hasher(sha2::Sha256);

impl Hasher {
    /// Returns a hasher for one kind of thing; the tag keeps digests of different kinds apart.
    pub fn new(tag: &str) -> Self {
        let mut hasher = Self::default();
        hasher.part(tag.as_bytes());
        hasher
    }

    /// Adds one part.
    pub fn part(&mut self, bytes: &[u8]) {
        self.0.update((bytes.len() as u64).to_be_bytes());
        self.0.update(bytes);
    }

    /// Returns the digest of all parts.
    pub fn finish(self) -> Digest {
        Digest(self.0.finalize().into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString as _;

    #[test]
    fn digest_of_the_empty_string_and_back() {
        let digest = Digest::of(b"");
        let text = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(digest.to_string(), text);
        assert_eq!(text.parse(), Ok(digest));
        assert_eq!(digest.short(), "e3b0c44298fc1c14");
    }

    #[test]
    fn only_the_canonical_text_form_is_read() {
        let upper = "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855";
        assert_eq!(upper.parse::<Digest>(), Err(DigestError));
        assert_eq!("e3b0".parse::<Digest>(), Err(DigestError));
    }

    #[test]
    fn the_cited_form_names_the_algorithm() {
        let digest = Digest::of(b"");
        let cited = digest.cited();
        assert_eq!(cited, format!("sha256:{digest}"));
        assert_eq!(Digest::from_cited(&cited), Ok(digest));
        assert_eq!(Digest::from_bytes(*digest.as_bytes()), digest);
        assert_eq!(format!("{digest:?}"), format!("{digest}"));
        for other in ["", "sha256:", "SHA256:", "sha512:", " sha256:"] {
            let text = format!("{other}{digest}");
            let other_form = other != "sha256:";
            assert_eq!(Digest::from_cited(&text).is_err(), other_form, "{text}");
        }
        assert_eq!(Digest::from_cited("sha256:e3b0"), Err(DigestError));
    }

    #[test]
    fn parts_do_not_run_together() {
        let digest = |parts: &[&[u8]]| {
            let mut hasher = Hasher::new("test");
            for part in parts {
                hasher.part(part);
            }
            hasher.finish()
        };
        assert_ne!(digest(&[b"ab", b"c"]), digest(&[b"a", b"bc"]));
    }
}
