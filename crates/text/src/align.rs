//! The alignment of a text with the base: a histogram diff over keys, made a longest common
//! subsequence wherever that can be checked in little time.

use crate::exact;
use crate::order;
use alloc::vec::Vec;
use core::ops::Range;
use imara_diff::{Algorithm, Diff, Token};

/// Up to this product of lengths a text is aligned exactly as a whole.
const WHOLE: usize = 1 << 18;

/// Up to this product of lengths a window between long equal runs is aligned exactly.
const WINDOW: usize = 1 << 22;

/// An equal run of this many tokens is believed.
const LONG_RUN: usize = 16;

/// Above this product of lengths a text is first asked whether it is in order at all: a histogram takes
/// quadratic time over shuffled words.
const LARGE: usize = 1 << 22;

/// A stretch that differs: tokens of the base, and the tokens of the text in their place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Hunk {
    /// The tokens of the base; empty for an insertion.
    pub(crate) base: Range<usize>,
    /// The tokens of the text; empty for a deletion.
    pub(crate) text: Range<usize>,
}

impl Hunk {
    fn shifted(&self, base: usize, text: usize) -> Self {
        Self {
            base: self.base.start + base..self.base.end + base,
            text: self.text.start + text..self.text.end + text,
        }
    }
}

/// Returns where a text differs from the base, in order; no two hunks touch in both texts. `keys` is
/// how many keys there are.
pub(crate) fn align(base: &[Token], text: &[Token], keys: u32) -> Vec<Hunk> {
    let head = base.iter().zip(text).take_while(|(a, b)| a == b).count();
    let (base, text) = (&base[head..], &text[head..]);
    let tail = base
        .iter()
        .rev()
        .zip(text.iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    let (base, text) = (&base[..base.len() - tail], &text[..text.len() - tail]);
    if base.is_empty() && text.is_empty() {
        return Vec::new();
    }
    let rough = rough(base, text, keys);
    let fine = if base.len().saturating_mul(text.len()) <= WHOLE {
        improved(base, text, &rough)
    } else {
        in_windows(base, text, &rough)
    };
    fine.iter().map(|hunk| hunk.shifted(head, head)).collect()
}

fn rough(base: &[Token], text: &[Token], keys: u32) -> Vec<Hunk> {
    if base.is_empty() || text.is_empty() {
        return alloc::vec![Hunk {
            base: 0..base.len(),
            text: 0..text.len(),
        }];
    }
    let is_large = base.len().saturating_mul(text.len()) > LARGE;
    let algorithm = if is_large && is_shuffled(base, text, keys) {
        Algorithm::Myers
    } else {
        Algorithm::Histogram
    };
    let mut diff = Diff::default();
    diff.compute_with(algorithm, base, text, keys);
    let ranged = |range: Range<u32>| range.start as usize..range.end as usize;
    diff.hunks()
        .map(|hunk| Hunk {
            base: ranged(hunk.before),
            text: ranged(hunk.after),
        })
        .collect()
}

/// Whether the words that both have once do not stand in one order, or are too few to hold on to.
fn is_shuffled(base: &[Token], text: &[Token], keys: u32) -> bool {
    let mut places = alloc::vec![(0_u32, 0_usize); keys as usize];
    for (at, key) in base.iter().enumerate() {
        let place = &mut places[key.0 as usize];
        *place = (place.0.saturating_add(1), at);
    }
    let mut met = alloc::vec![0_u8; keys as usize];
    for key in text {
        let count = &mut met[key.0 as usize];
        *count = count.saturating_add(1);
    }
    let once = |key: &&Token| places[key.0 as usize].0 == 1 && met[key.0 as usize] == 1;
    let anchors: Vec<usize> = text
        .iter()
        .filter(once)
        .map(|key| places[key.0 as usize].1)
        .collect();
    let rising = order::longest_rising(&anchors).len();
    rising * 2 < anchors.len() || rising * 64 < base.len().min(text.len())
}

/// The hunks of a window, exactly aligned if that keeps more of the base.
fn improved(base: &[Token], text: &[Token], rough: &[Hunk]) -> Vec<Hunk> {
    let dropped: usize = rough.iter().map(|hunk| hunk.base.len()).sum();
    let kept = base.len() - dropped;
    if kept == base.len().min(text.len()) {
        return rough.to_vec();
    }
    exact::longer(base, text, kept).unwrap_or_else(|| rough.to_vec())
}

/// Looks between long equal runs only.
fn in_windows(base: &[Token], text: &[Token], rough: &[Hunk]) -> Vec<Hunk> {
    let mut fine = Vec::with_capacity(rough.len());
    let mut rest = rough;
    while let Some(first) = rest.first() {
        let apart = |pair: &[Hunk]| pair[1].base.start - pair[0].base.end >= LONG_RUN;
        let count = rest.windows(2).take_while(|pair| !apart(pair)).count() + 1;
        let (window, further) = rest.split_at(count);
        rest = further;
        let end = window.last().unwrap_or(first);
        let (of_base, of_text) = (
            first.base.start..end.base.end,
            first.text.start..end.text.end,
        );
        if window.len() == 1 || of_base.len().saturating_mul(of_text.len()) > WINDOW {
            fine.extend_from_slice(window);
            continue;
        }
        let local: Vec<Hunk> = window
            .iter()
            .map(|hunk| Hunk {
                base: hunk.base.start - of_base.start..hunk.base.end - of_base.start,
                text: hunk.text.start - of_text.start..hunk.text.end - of_text.start,
            })
            .collect();
        let better = improved(&base[of_base.clone()], &text[of_text.clone()], &local);
        fine.extend(
            better
                .iter()
                .map(|hunk| hunk.shifted(of_base.start, of_text.start)),
        );
    }
    fine
}
