//! Fractions in words: `two thirds`, `üçte ikisi`, `deux tiers`. Each language says them in its own way, so
//! that they are read as one number and not as the two of which they are made.

use super::numbers::folded;
use crate::language::Language;
use crate::token::{Token, TokenKind};
use alloc::collections::BTreeMap;
use alloc::string::String;

type Table = BTreeMap<String, u32>;

/// Reads a fraction at the first of these tokens, and how many tokens it takes. Halves are empty: they are
/// said with words that are no numbers.
pub(super) fn fraction(
    tokens: &[Token],
    table: &Table,
    language: &Language,
) -> Option<(String, usize)> {
    let first = tokens.first().filter(|own| own.kind == TokenKind::Word)?;
    let next = tokens.get(1).filter(|own| own.kind == TokenKind::Word);
    let next = next.map(|own| folded(&own.text, language));
    let (upper, lower, length) = match language.primary() {
        "en" => match first.text.rsplit_once(['-', '\u{2010}', '\u{2011}']) {
            Some((upper, lower)) => {
                english(&folded(upper, language), &folded(lower, language), table, 1)
            }
            None => english(&folded(&first.text, language), &next?, table, 2),
        },
        "tr" => turkish(&folded(&first.text, language), &next?, table),
        "fr" => french(&folded(&first.text, language), &next?, table),
        _ => None,
    }?;
    let said = if lower == 2 {
        String::new()
    } else {
        alloc::format!("{upper}/{lower}")
    };
    Some((said, length))
}

fn english(upper: &str, lower: &str, table: &Table, length: usize) -> Option<(u32, u32, usize)> {
    let number = *table.get(upper)?;
    let is_ordinal = |word: &str| {
        ["rd", "th"].iter().any(|end| word.ends_with(end))
            && table.get(word).is_some_and(|at| *at > 2)
    };
    if is_ordinal(upper) || matches!(upper, "first" | "second" | "twice") {
        return None;
    }
    let parts = match lower.strip_suffix('s') {
        Some(one) if is_ordinal(one) => *table.get(one)?,
        None if number == 1 && is_ordinal(lower) => *table.get(lower)?,
        _ => match lower {
            "half" | "halves" => 2,
            "quarter" | "quarters" => 4,
            _ => return None,
        },
    };
    Some((number, parts, length))
}

/// The whole stands first, in the place where: `üçte iki`, `üçte ikisinin`.
fn turkish(whole: &str, part: &str, table: &Table) -> Option<(u32, u32, usize)> {
    let stem = ["te", "ta", "de", "da"]
        .iter()
        .find_map(|end| whole.strip_suffix(end))?;
    let lower = *table.get(stem).filter(|_| !stem.ends_with("nc"))?;
    // `yüzde beş` is a per cent.
    if lower == 100 {
        return None;
    }
    Some((turkish_part(part, table)?, lower, 2))
}

/// A number that may bear what says whose part it is: `ikisi`, `ikisinin`, `üçünü`.
fn turkish_part(word: &str, table: &Table) -> Option<u32> {
    if let Some(number) = table.get(word) {
        return Some(*number);
    }
    let hard = word.replacen("dörd", "dört", 1);
    let ends = hard.char_indices().map(|(at, _)| at).rev();
    ends.filter_map(|at| hard.split_at_checked(at))
        .find_map(|(stem, rest)| {
            let number = table.get(stem)?;
            let rest = rest.strip_prefix('s').unwrap_or(rest);
            let mut letters = rest.chars();
            let is_its = letters.next().is_some_and(|own| "iıuü".contains(own));
            let goes_on = letters.next().is_none_or(|own| own == 'n');
            (is_its && goes_on).then_some(*number)
        })
}

fn french(upper: &str, lower: &str, table: &Table) -> Option<(u32, u32, usize)> {
    let number = *table.get(upper).filter(|_| !upper.ends_with("ième"))?;
    let parts = match lower {
        "tiers" => 3,
        "quart" | "quarts" => 4,
        "demi" | "demie" | "demis" | "demies" => 2,
        _ => {
            let one = lower.strip_suffix('s').unwrap_or(lower);
            *table.get(one).filter(|_| one.ends_with("ième"))?
        }
    };
    Some((number, parts, 2))
}

/// Reads `ikisi` and the like, which name so many of something.
pub(super) fn so_many(word: &str, table: &Table, language: &Language) -> Option<u32> {
    // `onu` and `birini` are other words, too.
    let is_told = language.primary() == "tr" && !word.starts_with("on") && !word.starts_with("bir");
    if !is_told || table.contains_key(word) {
        return None;
    }
    turkish_part(word, table)
}
