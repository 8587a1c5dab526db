//! Which paragraph is which provision: by its bookmark, else by the likeness of their words.

use crate::token::Token;
use alloc::vec::Vec;
use core::cmp::Ordering;

/// Above this product of lengths a gap is not searched for likeness, only for equal words.
const WIDEST: usize = 1_000_000;
/// The least likeness, in hundredths, at which two paragraphs may be the same provision.
const LEAST: usize = 40;

/// The words of a paragraph or provision, counted. Every paragraph is held against every other, so a word
/// is known by its hash: two words in 2^64 that have one would make a guess a little worse.
pub(crate) struct Words {
    /// In the order of the hashes.
    counts: Vec<(u64, usize)>,
    total: usize,
}

impl Words {
    /// Counts words.
    pub(crate) fn of(tokens: &[Token]) -> Self {
        let mut hashes: Vec<u64> = tokens.iter().map(|token| hash(&token.text)).collect();
        hashes.sort_unstable();
        let mut counts: Vec<(u64, usize)> = Vec::new();
        for hash in hashes {
            match counts.last_mut() {
                Some((last, count)) if *last == hash => *count += 1,
                _ => counts.push((hash, 1)),
            }
        }
        Self {
            counts,
            total: tokens.len(),
        }
    }

    /// Returns how much two have in common, from 0 to 100.
    pub(crate) fn likeness(&self, other: &Self) -> usize {
        let all = self.total + other.total;
        if all == 0 {
            return 100;
        }
        let (mut own, mut others) = (self.counts.as_slice(), other.counts.as_slice());
        let mut common = 0;
        while let ([(word, count), rest @ ..], [(foreign, times), left @ ..]) = (own, others) {
            match word.cmp(foreign) {
                Ordering::Less => own = rest,
                Ordering::Greater => others = left,
                Ordering::Equal => {
                    common += count.min(times);
                    (own, others) = (rest, left);
                }
            }
        }
        200 * common / all
    }

    /// Whether they are too different in length to be the same provision.
    fn is_far_from(&self, other: &Self) -> bool {
        200 * self.total.min(other.total) < LEAST * (self.total + other.total)
    }
}

/// The hash of Fowler, Noll and Vo (1a, 64 bits).
fn hash(word: &str) -> u64 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    word.bytes().fold(0xcbf2_9ce4_8422_2325, step)
}

/// Pairs lines with provisions, both in their order, so that likeness is greatest and no two pairs
/// cross. Returns for each line the provision.
pub(crate) fn pair(provisions: &[&Words], lines: &[&Words]) -> Vec<Option<usize>> {
    let mut pairs = alloc::vec![None; lines.len()];
    // What begins and what ends alike is no part of the search.
    let same = |p: usize, l: usize| provisions[p].likeness(lines[l]) == 100;
    let shorter = provisions.len().min(lines.len());
    let head = (0..shorter).take_while(|&at| same(at, at)).count();
    let tail = (0..shorter - head)
        .take_while(|&at| same(provisions.len() - 1 - at, lines.len() - 1 - at))
        .count();
    for (at, pair) in pairs.iter_mut().enumerate().take(head) {
        *pair = Some(at);
    }
    for at in 0..tail {
        pairs[lines.len() - 1 - at] = Some(provisions.len() - 1 - at);
    }
    let (left, right) = (provisions.len() - head - tail, lines.len() - head - tail);
    if left == 0 || right == 0 {
        return pairs;
    }
    if left.saturating_mul(right) > WIDEST {
        return in_order(provisions, lines, pairs, (head, tail));
    }
    let width = right + 1;
    let mut best = alloc::vec![0_usize; (left + 1) * width];
    let likeness = |p: usize, l: usize| {
        if provisions[head + p].is_far_from(lines[head + l]) {
            return 0;
        }
        let like = provisions[head + p].likeness(lines[head + l]);
        if like >= LEAST { like } else { 0 }
    };
    for p in (0..left).rev() {
        for l in (0..right).rev() {
            let like = likeness(p, l);
            let both = if like > 0 {
                like + best[(p + 1) * width + l + 1]
            } else {
                0
            };
            best[p * width + l] = both
                .max(best[(p + 1) * width + l])
                .max(best[p * width + l + 1]);
        }
    }
    let (mut p, mut l) = (0, 0);
    while p < left && l < right {
        let here = best[p * width + l];
        if here == best[(p + 1) * width + l] {
            p += 1;
        } else if here == best[p * width + l + 1] {
            l += 1;
        } else {
            pairs[head + l] = Some(head + p);
            (p, l) = (p + 1, l + 1);
        }
    }
    pairs
}

/// Pairs only equal words, each with the first that is left.
fn in_order(
    provisions: &[&Words],
    lines: &[&Words],
    mut pairs: Vec<Option<usize>>,
    (head, tail): (usize, usize),
) -> Vec<Option<usize>> {
    let mut next = head;
    for line in head..lines.len() - tail {
        let rest = next..provisions.len() - tail;
        let mut near = rest.take(1_000);
        if let Some(found) = near.find(|&p| provisions[p].likeness(lines[line]) == 100) {
            pairs[line] = Some(found);
            next = found + 1;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::token::tokenize;
    use alloc::string::String;

    fn paired(provisions: &[Words], lines: &[Words]) -> Vec<Option<usize>> {
        let provisions: Vec<&Words> = provisions.iter().collect();
        let lines: Vec<&Words> = lines.iter().collect();
        pair(&provisions, &lines)
    }

    fn words(texts: &[&str]) -> Vec<Words> {
        texts
            .iter()
            .map(|text| Words::of(&tokenize(text)))
            .collect()
    }

    #[test]
    fn paragraphs_find_their_provisions() {
        let provisions = words(&["One and two.", "Three and four.", "Five and six.", "Seven."]);
        let lines = words(&[
            "One and two.",
            "New words here",
            "Three and fourteen.",
            "Seven.",
        ]);
        assert_eq!(
            paired(&provisions, &lines),
            [Some(0), None, Some(1), Some(3)]
        );
        assert_eq!(paired(&provisions, &[]), []);
        assert_eq!(paired(&[], &lines), [None; 4]);
    }

    #[test]
    fn a_very_long_gap_is_paired_by_equal_words() {
        let texts: Vec<String> = (0..1_500)
            .map(|n| alloc::format!("number {n} is here"))
            .collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let mut other = texts.clone();
        other.remove(0);
        other.push("the end");
        let pairs = paired(&words(&texts), &words(&other));
        assert_eq!(pairs[0], Some(1));
        assert_eq!(pairs[1_498], Some(1_499));
        assert_eq!(pairs[1_499], None);
    }
}
