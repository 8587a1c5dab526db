//! Which known word may be meant by one that is not known.

use core::cmp::min;

/// The longest word for which a suggestion is sought, in bytes.
const LONGEST: usize = 64;

/// Returns the known word that is nearest, if it is near enough to be meant. Exchanged neighbours
/// weigh less than another letter: that is how codes are mistyped.
pub(crate) fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if word.is_empty() || word.len() > LONGEST {
        return None;
    }
    let most = if word.len() <= 4 { 2 } else { 4 };
    known
        .into_iter()
        .filter(|candidate| candidate.len() <= LONGEST)
        .map(|candidate| (distance(word.as_bytes(), candidate.as_bytes()), candidate))
        .filter(|(distance, _)| *distance <= most)
        .min()
        .map(|(_, candidate)| candidate)
}

/// The optimal string alignment distance: 2 for a letter changed, added or left out, 1 for
/// neighbours exchanged or a letter in the other case.
fn distance(from: &[u8], to: &[u8]) -> usize {
    let width = to.len() + 1;
    let mut table = vec![0; (from.len() + 1) * width];
    for row in 0..=from.len() {
        for column in 0..width {
            let cell = |up: usize, left: usize| table[(row - up) * width + column - left];
            table[row * width + column] = match (row, column) {
                (0, column) => 2 * column,
                (row, 0) => 2 * row,
                _ => {
                    let (one, other) = (from[row - 1], to[column - 1]);
                    let changed = match one {
                        _ if one == other => 0,
                        _ if one.eq_ignore_ascii_case(&other) => 1,
                        _ => 2,
                    };
                    let mut least = min(cell(1, 1) + changed, cell(1, 0) + 2);
                    least = min(least, cell(0, 1) + 2);
                    let exchanged =
                        row > 1 && column > 1 && one == to[column - 2] && from[row - 2] == other;
                    if exchanged {
                        least = min(least, cell(2, 2) + 1);
                    }
                    least
                }
            };
        }
    }
    table[from.len() * width + to.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_near_is_meant() {
        let codes = ["NRU", "TUR", "X-EU", "TUN"];
        assert_eq!(nearest("TRU", codes), Some("TUR"));
        assert_eq!(nearest("X-UE", codes), Some("X-EU"));
        assert_eq!(nearest("QQQ", codes), None);
        assert_eq!(nearest("", codes), None);
        assert_eq!(nearest("Date", ["date", "note"]), Some("date"));
    }
}
