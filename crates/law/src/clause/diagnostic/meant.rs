//! Which keyword a misspelt word may stand for.

use alloc::vec::Vec;

/// The longest word for which a suggestion is sought.
const LONGEST: usize = 40;

/// Returns the candidate nearest to a word, if it is near enough to be meant.
pub(in crate::clause) fn meant<'c>(
    word: &str,
    candidates: impl IntoIterator<Item = &'c str>,
) -> Option<&'c str> {
    let word = word.chars().take(LONGEST + 1).collect::<Vec<_>>();
    if word.len() > LONGEST {
        return None;
    }
    let bound = match word.len() {
        0..=2 => return None,
        3..=4 => 1,
        _ => 2,
    };
    candidates
        .into_iter()
        .filter(|candidate| candidate.len().abs_diff(word.len()) <= bound)
        .map(|candidate| (distance(&word, candidate), candidate))
        .filter(|(distance, _)| (1..=bound).contains(distance))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// Returns how many letters must be changed, added or left out to get from one word to the other.
fn distance(from: &[char], to: &str) -> usize {
    let mut row = (0..=from.len()).collect::<Vec<_>>();
    for (nth, letter) in to.chars().enumerate() {
        let mut diagonal = nth;
        let mut left = nth + 1;
        let mut next = Vec::with_capacity(row.len());
        next.push(left);
        for (above, other) in row.iter().skip(1).zip(from) {
            let changed = diagonal + usize::from(*other != letter);
            left = changed.min(above + 1).min(left + 1);
            diagonal = *above;
            next.push(left);
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_words_are_meant_and_far_ones_are_not() {
        let units = ["days", "months", "years"];
        assert_eq!(meant("mnths", units), Some("months"));
        assert_eq!(meant("dys", units), Some("days"));
        assert_eq!(meant("Years", units), Some("years"));
        assert_eq!(meant("weeks", units), None);
        assert_eq!(meant("months", units), None);
        assert_eq!(meant("", units), None);
        assert_eq!(distance(&['a', 'b'], "ba"), 2);
    }
}
