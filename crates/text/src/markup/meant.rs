//! Which known word a misspelt one may stand for: at most two letters apart.

/// The longest word for which a suggestion is sought, in letters.
const LONGEST: usize = 40;

/// The most letters that may differ.
const FARTHEST: usize = 2;

/// The most words among which one is sought: a suggestion is a courtesy, and is bounded.
const MOST_CANDIDATES: usize = 4_096;

/// Returns the candidate nearest to a word, if it is near enough to be meant and not the word itself.
pub(crate) fn meant<'c>(
    word: &str,
    candidates: impl IntoIterator<Item = &'c str>,
) -> Option<&'c str> {
    let mut letters = ['\0'; LONGEST];
    let mut length = 0;
    for letter in word.chars() {
        *letters.get_mut(length)? = letter;
        length += 1;
    }
    let letters = letters.get(..length)?;
    let bound = match length {
        0..=2 => return None,
        3..=4 => 1,
        _ => FARTHEST,
    };
    candidates
        .into_iter()
        .take(MOST_CANDIDATES)
        .filter(|candidate| candidate.chars().count().abs_diff(length) <= bound)
        .map(|candidate| (distance(letters, candidate), candidate))
        .filter(|(distance, _)| (1..=bound).contains(distance))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// Returns how many letters must be changed, added or left out to get from one word to the other.
fn distance(from: &[char], to: &str) -> usize {
    let mut row = [0_usize; LONGEST + 1];
    for (nth, cost) in row.iter_mut().enumerate() {
        *cost = nth;
    }
    for (nth, letter) in to.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = nth + 1;
        for (place, other) in from.iter().enumerate() {
            let changed = diagonal + usize::from(*other != letter);
            diagonal = row[place + 1];
            row[place + 1] = changed.min(diagonal + 1).min(row[place] + 1);
        }
    }
    row[from.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_words_are_meant_and_far_ones_are_not() {
        let words = ["Article", "Annex", "Section"];
        assert_eq!(meant("Artıcle", words), Some("Article"));
        assert_eq!(meant("Anex", words), Some("Annex"));
        assert_eq!(meant("Articles", words), Some("Article"));
        assert_eq!(meant("Article", words), None);
        assert_eq!(meant("Sentence", words), None);
        assert_eq!(meant("An", words), None);
        assert_eq!(meant(&"A".repeat(50), words), None);
    }
}
