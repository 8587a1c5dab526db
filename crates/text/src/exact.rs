//! A longest common subsequence, 64 tokens of the base at a time (Hyyrö 2004, *Bit-parallel LCS-length
//! computation revisited*). It takes time and memory in proportion to the product of the lengths.

use crate::align::Hunk;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use imara_diff::Token;

const BITS: usize = u64::BITS as usize;

/// Returns the hunks of a longest common subsequence, if it is longer than `kept`.
pub(crate) fn longer(base: &[Token], text: &[Token], kept: usize) -> Option<Vec<Hunk>> {
    let width = base.len().div_ceil(BITS);
    let rows = rows(base, text, width);
    let last = rows.get(rows.len().checked_sub(width)?..)?;
    let clear: usize = (0..base.len()).filter(|at| !is_set(last, *at)).count();
    (clear > kept).then(|| trace(&rows, width, base.len(), text.len()))
}

/// For each token of the text one row: the bit of a token of the base is clear where the common
/// subsequence grows by one.
fn rows(base: &[Token], text: &[Token], width: usize) -> Vec<u64> {
    let mut masks: BTreeMap<u32, Vec<u64>> = BTreeMap::new();
    for (at, key) in base.iter().enumerate() {
        let mask = masks.entry(key.0).or_insert_with(|| alloc::vec![0; width]);
        mask[at / BITS] |= 1 << (at % BITS);
    }
    let mut rows = Vec::with_capacity(width * text.len());
    let mut row = alloc::vec![u64::MAX; width];
    for key in text {
        if let Some(mask) = masks.get(&key.0) {
            let mut carry = false;
            for (word, mask) in row.iter_mut().zip(mask) {
                let matched = *word & mask;
                let (sum, first) = word.overflowing_add(matched);
                let (sum, second) = sum.overflowing_add(u64::from(carry));
                carry = first || second;
                *word = sum | (*word & !mask);
            }
        }
        rows.extend_from_slice(&row);
    }
    rows
}

fn is_set(row: &[u64], at: usize) -> bool {
    row[at / BITS] >> (at % BITS) & 1 == 1
}

fn trace(rows: &[u64], width: usize, base: usize, text: usize) -> Vec<Hunk> {
    let row = |at: usize| &rows[at * width..(at + 1) * width];
    let (mut left, mut up) = (base, text);
    let mut hunks: Vec<Hunk> = Vec::new();
    let (mut base_end, mut text_end) = (base, text);
    let mut close = |left: usize, up: usize, base_end: usize, text_end: usize| {
        if left < base_end || up < text_end {
            hunks.push(Hunk {
                base: left..base_end,
                text: up..text_end,
            });
        }
    };
    while left > 0 && up > 0 {
        if is_set(row(up - 1), left - 1) {
            left -= 1;
        } else if up > 1 && !is_set(row(up - 2), left - 1) {
            up -= 1;
        } else {
            close(left, up, base_end, text_end);
            left -= 1;
            up -= 1;
            (base_end, text_end) = (left, up);
        }
    }
    close(0, 0, base_end, text_end);
    hunks.reverse();
    hunks
}
