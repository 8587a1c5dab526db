//! Where a change begins: an insertion or a deletion that could as well stand some words earlier or
//! later is moved to where a reader would put the bracket. How many words are aligned stays the same.

use crate::align::Hunk;
use crate::lexicon::{Lexicon, Seam, Words};

/// How far a hunk is moved at most, so that a text of one word repeated takes linear time.
const FARTHEST: usize = 256;

/// Moves each hunk to the best of its equivalent places.
pub(crate) fn slide(lexicon: &Lexicon<'_>, base: &Words, text: &Words, hunks: &mut [Hunk]) {
    for at in 0..hunks.len() {
        // A word between two hunks stays, so that they remain two.
        let floor = match at.checked_sub(1).map(|before| &hunks[before]) {
            Some(before) => before.base.end + 1,
            None => 0,
        };
        let ceiling = match hunks.get(at + 1) {
            Some(after) => after.base.start.saturating_sub(1),
            None => base.exact.len(),
        };
        let hunk = &mut hunks[at];
        if hunk.base.is_empty() == hunk.text.is_empty() {
            continue;
        }
        let view = Slider {
            lexicon,
            base,
            text,
            hunk: hunk.clone(),
        };
        *hunk = view.best(floor, ceiling);
    }
}

struct Slider<'a> {
    lexicon: &'a Lexicon<'a>,
    base: &'a Words,
    text: &'a Words,
    hunk: Hunk,
}

/// How good a place is; the greatest is taken, and of equals the leftmost.
#[derive(PartialEq, Eq, PartialOrd, Ord, Clone, Copy)]
struct Merit {
    /// Aligned tokens that are equal, against the leftmost place.
    equal: isize,
    seam: u8,
}

impl Slider<'_> {
    fn best(self, floor: usize, ceiling: usize) -> Hunk {
        let (mut left, mut equal) = (0, 0);
        while left < FARTHEST
            && self.hunk.base.start - left > floor
            && self.hunk.text.start > left
            && self.fits(left)
        {
            left += 1;
            equal += self.gain(left);
        }
        let mut right = 0;
        while right < FARTHEST
            && self.hunk.base.end + right < ceiling
            && self.hunk.text.end + right < self.text.exact.len()
            && self.fits_right(right)
        {
            right += 1;
        }
        let mut best: Option<(Merit, Hunk)> = None;
        for step in 0..=left + right {
            let moved = self.moved(step, left);
            let merit = Merit {
                equal,
                seam: self.seam(&moved),
            };
            if best.as_ref().is_none_or(|(found, _)| merit > *found) {
                best = Some((merit, moved.clone()));
            }
            if step < left + right {
                equal -= self.gain_of(&moved);
            }
        }
        best.map_or(self.hunk, |(_, hunk)| hunk)
    }

    fn moved(&self, step: usize, left: usize) -> Hunk {
        Hunk {
            base: self.hunk.base.start + step - left..self.hunk.base.end + step - left,
            text: self.hunk.text.start + step - left..self.hunk.text.end + step - left,
        }
    }

    fn key(&self, number: u32) -> imara_diff::Token {
        self.lexicon.entry(number).key
    }

    /// Whether the hunk, moved to the left by this much already, can move once more: the token that
    /// leaves it on the right is the one that enters it on the left.
    fn fits(&self, by: usize) -> bool {
        let (entering, leaving) = self.edge(by);
        self.key(entering) == self.key(leaving)
    }

    fn edge(&self, by: usize) -> (u32, u32) {
        let hunk = &self.hunk;
        if hunk.base.is_empty() {
            let words = &self.text.exact;
            (
                words[hunk.text.start - by - 1],
                words[hunk.text.end - by - 1],
            )
        } else {
            let words = &self.base.exact;
            (
                words[hunk.base.start - by - 1],
                words[hunk.base.end - by - 1],
            )
        }
    }

    fn fits_right(&self, by: usize) -> bool {
        let hunk = &self.hunk;
        let (words, range) = if hunk.base.is_empty() {
            (&self.text.exact, &hunk.text)
        } else {
            (&self.base.exact, &hunk.base)
        };
        self.key(words[range.start + by]) == self.key(words[range.end + by])
    }

    /// What the step that moved the hunk to the left by this much in all did to the number of equal
    /// tokens.
    fn gain(&self, by: usize) -> isize {
        let hunk = &self.hunk;
        let at = |words: &Words, place: usize| words.exact[place];
        let before = at(self.base, hunk.base.start - by) == at(self.text, hunk.text.start - by);
        let after = at(self.base, hunk.base.end - by) == at(self.text, hunk.text.end - by);
        isize::from(after) - isize::from(before)
    }

    /// The same for the step to the right from this place, seen from the place it leads to.
    fn gain_of(&self, hunk: &Hunk) -> isize {
        let at = |words: &Words, place: usize| words.exact[place];
        let before = at(self.base, hunk.base.start) == at(self.text, hunk.text.start);
        let after = at(self.base, hunk.base.end) == at(self.text, hunk.text.end);
        isize::from(after) - isize::from(before)
    }

    fn seam(&self, hunk: &Hunk) -> u8 {
        let (words, range) = if hunk.base.is_empty() {
            (&self.text.exact, &hunk.text)
        } else {
            (&self.base.exact, &hunk.base)
        };
        let seam_at = |place: usize| self.lexicon.entry(words[place]).seam;
        let before = range.start.checked_sub(1).map(seam_at);
        let ends = range.end == words.len();
        match before {
            None | Some(Seam::Sentence) => 3,
            _ if ends => 3,
            Some(Seam::Clause) => 2,
            _ if seam_at(range.start) == Seam::Opener => 1,
            _ => 0,
        }
    }
}
