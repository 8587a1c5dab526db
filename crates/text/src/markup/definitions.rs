//! What a Markdown file defines in one place and names in another: addresses and footnotes.

use alloc::borrow::ToOwned as _;
use alloc::collections::BTreeMap;
use alloc::string::String;
use core::ops::Range;

/// The definitions of a file by their names.
#[derive(Debug, Default)]
pub(crate) struct Definitions {
    addresses: BTreeMap<String, String>,
    footnotes: BTreeMap<String, Footnote>,
}

/// What is given out for the name of a footnote.
#[derive(Debug)]
pub(crate) enum Taken {
    /// The file defines no such footnote.
    Unknown,
    /// Its words were given out before.
    Before,
    /// Its number among the definitions, and where its words stand.
    Words(usize, Range<usize>),
}

#[derive(Debug)]
struct Footnote {
    nth: usize,
    words: Range<usize>,
    is_taken: bool,
}

impl Definitions {
    /// Keeps an address.
    pub(crate) fn define_address(&mut self, name: &str, address: &str) {
        self.addresses.insert(name.to_owned(), address.to_owned());
    }

    /// Keeps the words of a footnote; the first of a name counts. Returns whether it was kept.
    pub(crate) fn define_footnote(&mut self, name: &str, nth: usize, words: Range<usize>) -> bool {
        if self.footnotes.contains_key(name) {
            return false;
        }
        let footnote = Footnote {
            nth,
            words,
            is_taken: false,
        };
        self.footnotes.insert(name.to_owned(), footnote);
        true
    }

    /// Returns the address of a name.
    pub(crate) fn address(&self, name: &str) -> Option<&str> {
        self.addresses.get(name).map(String::as_str)
    }

    /// Takes the words of a footnote, which are given out once.
    pub(crate) fn take(&mut self, name: &str) -> Taken {
        let Some(footnote) = self.footnotes.get_mut(name) else {
            return Taken::Unknown;
        };
        if core::mem::replace(&mut footnote.is_taken, true) {
            return Taken::Before;
        }
        Taken::Words(footnote.nth, footnote.words.clone())
    }
}
