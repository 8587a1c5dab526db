//! Lists of words that every word of a report is held against. Most words are in none of them, and the
//! first two bytes of a word mostly say so.

use core::ops::Range;

/// Which first two bytes the words of a set have, by the low five bits of each. What is not among them
/// begins no word of the set.
#[derive(Debug, Clone, Copy)]
pub(super) struct Begins([u32; 32]);

impl Begins {
    /// Returns those of no word.
    pub(super) const fn none() -> Self {
        Self([0; 32])
    }

    /// Adds what begins with these letters: of a single byte all that may follow it.
    pub(super) const fn add(&mut self, letters: &[u8]) {
        match letters {
            [] => {}
            [only] => self.add_byte(*only),
            [first, second, ..] => self.0[row(*first)] |= bit(*second),
        }
    }

    /// Adds what begins with this byte.
    pub(super) const fn add_byte(&mut self, first: u8) {
        self.0[row(first)] = u32::MAX;
    }

    /// Adds a word and nothing longer.
    pub(super) const fn add_word(&mut self, word: &str) {
        if !word.is_empty() {
            self.add_letters(Letters::of(word));
        }
    }

    /// Adds a word and nothing longer.
    pub(super) const fn add_letters(&mut self, letters: Letters) {
        self.0[letters.row] |= letters.bit;
    }

    /// Adds what ends in these letters; the ends of words are kept apart from their beginnings.
    pub(super) const fn add_ending(&mut self, letters: &[u8]) {
        match letters {
            [] => {}
            [only] => self.add_byte(*only),
            [.., before, last] => self.0[row(*last)] |= bit(*before),
        }
    }

    /// Whether a word of these letters may be in the set.
    pub(super) const fn has_letters(&self, letters: Letters) -> bool {
        self.0[letters.row] & letters.bit != 0
    }

    /// Whether two sets may have a word in common.
    fn meets(&self, other: &Self) -> bool {
        let mut rows = self.0.iter().zip(&other.0);
        rows.any(|(one, other)| one & other != 0)
    }

    /// Whether something that begins with these letters may be in the set.
    #[inline]
    pub(super) const fn has(&self, letters: &[u8]) -> bool {
        match letters {
            [] => false,
            [only] => self.0[row(*only)] != 0,
            [first, second, ..] => self.0[row(*first)] & bit(*second) != 0,
        }
    }
}

/// The first two bytes of a word, by the low five bits of each.
#[derive(Debug, Clone, Copy)]
pub(super) struct Letters {
    row: usize,
    bit: u32,
}

impl Letters {
    /// Returns those of a word.
    pub(super) const fn of(word: &str) -> Self {
        match word.as_bytes() {
            [] => Self { row: 0, bit: 0 },
            [first] => Self {
                row: row(*first),
                bit: 1,
            },
            [first, second, ..] => Self {
                row: row(*first),
                bit: bit(*second),
            },
        }
    }
}

impl Letters {
    /// Returns the last two bytes of a word, the last one first.
    pub(super) const fn at_end_of(word: &str) -> Self {
        match word.as_bytes() {
            [] | [_] => Self::of(word),
            [.., before, last] => Self {
                row: row(*last),
                bit: bit(*before),
            },
        }
    }
}

const fn row(byte: u8) -> usize {
    (byte & 31) as usize
}

const fn bit(byte: u8) -> u32 {
    1 << (byte & 31)
}

/// The most words of a list.
const MOST: usize = 128;

/// Which words of a list begin with which letters.
pub(super) struct Index {
    begins: Begins,
    /// The places of the words by the low five bits of their first bytes; last those of no known beginning.
    places: [u8; MOST],
    /// The first two bytes of each of them.
    letters: [[u8; 2]; MOST],
    /// Where the places of each first byte begin.
    rows: [u8; ROWS + 2],
}

/// How many rows of known beginnings there are.
const ROWS: usize = 32;

impl Index {
    /// Returns that of an empty list. Places are added row by row.
    pub(super) const fn new() -> Self {
        Self {
            begins: Begins::none(),
            places: [0; MOST],
            letters: [[0; 2]; MOST],
            rows: [0; ROWS + 2],
        }
    }

    /// Adds to this row the words of that row whose letters these are; of no letters to the last row.
    pub(super) const fn add(&mut self, of: usize, place: usize, letters: &[u8]) {
        let own = match letters {
            [] => ROWS,
            [first, ..] => row(*first),
        };
        if own != of {
            return;
        }
        assert!(place < MOST, "a list is longer than is reckoned with");
        let filled = self.rows[ROWS + 1] as usize;
        #[expect(clippy::cast_possible_truncation, reason = "less than MOST")]
        let small = place as u8;
        self.places[filled] = small;
        self.letters[filled] = match letters {
            [] => [0, 0],
            [only] => [*only, 0],
            [first, second, ..] => [*first, *second],
        };
        self.begins.add(letters);
        let mut at = of + 1;
        while at < self.rows.len() {
            self.rows[at] += 1;
            at += 1;
        }
    }

    /// Returns the rows, in which places are added.
    pub(super) const fn rows() -> usize {
        ROWS + 1
    }

    /// Returns the places of those words with which this one may begin.
    pub(super) fn near(&self, word: &str) -> impl Iterator<Item = usize> + use<'_> {
        let asked = match word.as_bytes() {
            [] => [0, 0],
            [only] => [*only, 0],
            [first, second, ..] => [*first, *second],
        };
        let range = if self.begins.has(word.as_bytes()) {
            self.row(row(asked[0]))
        } else {
            0..0
        };
        let is_near = move |own: [u8; 2]| own == asked || own == [asked[0], 0];
        range
            .filter(move |at| is_near(self.letters[*at]))
            .map(|at| usize::from(self.places[at]))
    }

    /// Whether one of the list may begin a word of these letters.
    pub(super) const fn may_begin(&self, letters: Letters) -> bool {
        self.begins.has_letters(letters)
    }

    /// Whether something has no known beginning.
    pub(super) const fn has_anywhere(&self) -> bool {
        self.rows[ROWS] < self.rows[ROWS + 1]
    }

    /// Returns the places of what has no known beginning.
    pub(super) fn anywhere(&self) -> impl Iterator<Item = usize> + use<'_> {
        let places = &self.places[self.row(ROWS)];
        places.iter().map(|place| usize::from(*place))
    }

    /// Whether one of the list may begin one of these words, or has no known beginning.
    pub(super) fn may_have(&self, words: &Begins) -> bool {
        self.has_anywhere() || self.begins.meets(words)
    }

    fn row(&self, row: usize) -> Range<usize> {
        usize::from(self.rows[row])..usize::from(self.rows[row + 1])
    }
}

/// A list of folded words, or of their stems.
pub(super) struct WordList {
    words: &'static [&'static str],
    index: Index,
}

impl WordList {
    /// Returns a list of words, none of which is empty.
    pub(super) const fn of(words: &'static [&'static str]) -> Self {
        let mut index = Index::new();
        let mut row = 0;
        while row < Index::rows() {
            let mut at = 0;
            while at < words.len() {
                assert!(!words[at].is_empty(), "an empty word is in every list");
                index.add(row, at, words[at].as_bytes());
                at += 1;
            }
            row += 1;
        }
        Self { words, index }
    }

    /// Whether a word is in the list.
    #[inline]
    pub(super) fn has(&self, word: &str) -> bool {
        self.index.begins.has(word.as_bytes()) && self.has_near(word)
    }

    fn has_near(&self, word: &str) -> bool {
        let mut near = self.index.near(word);
        near.any(|at| self.words[at] == word)
    }

    /// Whether a word begins with one of the list.
    #[inline]
    pub(super) fn begins(&self, word: &str) -> bool {
        self.index.begins.has(word.as_bytes()) && self.stems(word).next().is_some()
    }

    /// Whether a word may begin with one of the list, by its first letters.
    #[inline]
    pub(super) fn may_begin(&self, word: &str) -> bool {
        self.index.begins.has(word.as_bytes())
    }

    /// Returns those of the list with which a word begins, in the order of the list.
    pub(super) fn stems<'l>(
        &'l self,
        word: &'l str,
    ) -> impl Iterator<Item = &'static str> + use<'l> {
        let near = self.index.near(word).map(|at| self.words[at]);
        near.filter(|stem| word.starts_with(stem))
    }

    /// Returns all of them in their order.
    pub(super) const fn all(&self) -> &'static [&'static str] {
        self.words
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::String;
    use proptest::prelude::*;

    static WORDS: WordList = WordList::of(&["kabul", "şart", "a", "ab", "ve", "önce", "önceki"]);

    proptest! {
        #[test]
        fn the_first_look_hides_nothing(
            pieces in prop::collection::vec(prop::sample::select(&[
                "a", "b", "ab", "kabul", "kab", "ş", "şart", "ö", "önce", "ki", "v", "e", "\u{601}", "",
            ][..]), 0..4),
        ) {
            let word: String = pieces.concat();
            prop_assert_eq!(WORDS.has(&word), WORDS.all().contains(&&*word));
            let stems = WORDS.all().iter().copied().filter(|stem| word.starts_with(stem));
            prop_assert!(WORDS.stems(&word).eq(stems));
        }
    }
}
