//! The language of a text, as a BCP 47 tag, and the direction in which it is written.

use alloc::sync::Arc;
use core::fmt;

/// The longest tag that is accepted, in bytes.
const LONGEST: usize = 35;

/// The primary subtags that are written from right to left.
const RIGHT_TO_LEFT: [&str; 8] = ["ar", "arc", "dv", "fa", "he", "ps", "ur", "yi"];

/// A language tag (BCP 47): `en`, `tr`, `pt-BR`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language(Arc<str>);

/// Why a word is no language tag: subtags of one to eight letters or digits, joined by hyphens, the
/// first one of two or three lower-case letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LanguageError;

impl fmt::Display for LanguageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a language is a tag such as `en` or `pt-BR` (BCP 47)")
    }
}

impl core::error::Error for LanguageError {}

/// In which direction a line is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// From left to right.
    LeftToRight,
    /// From right to left, as Arabic and Hebrew are.
    RightToLeft,
}

impl Language {
    /// Returns the language of this tag, or says that it is none.
    pub fn new(tag: &str) -> Result<Self, LanguageError> {
        let mut subtags = tag.split('-');
        let primary = subtags.next().unwrap_or_default();
        let primary_fits =
            matches!(primary.len(), 2 | 3) && primary.bytes().all(|byte| byte.is_ascii_lowercase());
        let fits = |subtag: &str| {
            matches!(subtag.len(), 1..=8) && subtag.bytes().all(|byte| byte.is_ascii_alphanumeric())
        };
        if tag.len() <= LONGEST && primary_fits && subtags.all(fits) {
            return Ok(Self(Arc::from(tag)));
        }
        Err(LanguageError)
    }

    /// Returns the language whose words the markup accepts in every file.
    pub fn english() -> Self {
        Self(Arc::from("en"))
    }

    /// Returns the tag.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the primary subtag: `pt` of `pt-BR`.
    pub fn primary(&self) -> &str {
        self.0.split('-').next().unwrap_or_default()
    }

    /// Returns the direction in which this language is written.
    pub fn direction(&self) -> Direction {
        if RIGHT_TO_LEFT.contains(&self.primary()) {
            Direction::RightToLeft
        } else {
            Direction::LeftToRight
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_checked_in_form() {
        for good in ["en", "tr", "pt-BR", "zh-Hans", "fil"] {
            assert_eq!(Language::new(good).unwrap().as_str(), good);
        }
        for bad in ["", "e", "EN", "en-", "en--GB", "english", "en_GB", "tü"] {
            assert_eq!(Language::new(bad), Err(LanguageError), "{bad}");
        }
        assert!(Language::new(&alloc::format!("en-{}", "a".repeat(40))).is_err());
    }

    #[test]
    fn arabic_is_written_from_right_to_left() {
        let of = |tag| Language::new(tag).unwrap().direction();
        assert_eq!(of("ar-EG"), Direction::RightToLeft);
        assert_eq!(of("tr"), Direction::LeftToRight);
    }
}
