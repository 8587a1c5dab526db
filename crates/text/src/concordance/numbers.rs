//! The numbers of a text: digits with the separators of the language, number words, ordinals, and per
//! cent on either side.

use super::fractions::{fraction, so_many};
use super::words;
use crate::language::Language;
use crate::token::{Token, TokenKind};
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

/// The most words of one number: `one hundred and twenty five`.
const MOST_WORDS: usize = 6;

/// Whether the number words of a language are known.
pub(super) fn knows_words(language: &Language) -> bool {
    matches!(language.primary(), "en" | "tr" | "fr")
}

/// Returns the numbers of these tokens in one form: `1000.5`, and `5%` for a per cent.
pub(super) fn numbers(tokens: &[Token], language: &Language, with_words: bool) -> Vec<String> {
    let spelt = with_words.then(|| words::table(language)).flatten();
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if let Some(table) = &spelt {
            // `her iki` is `both`, which is no number.
            if is_both(tokens, at, language) {
                at += 1;
                continue;
            }
            if let Some((said, length)) = fraction(&tokens[at..], table, language) {
                found.extend((!said.is_empty()).then_some(said));
                at += length;
                continue;
            }
        }
        let digits = in_digits(&tokens[at..], language);
        let read = digits.or_else(|| {
            let table = spelt.as_ref()?;
            let mut joined = String::new();
            let mut longest = None;
            for (nth, token) in tokens[at..].iter().take(MOST_WORDS).enumerate() {
                if token.kind != TokenKind::Word {
                    break;
                }
                joined.push_str(&folded(&token.text, language));
                let many = (nth == 0)
                    .then(|| so_many(&joined, table, language))
                    .flatten();
                if let Some(number) = table.get(&joined).copied().or(many) {
                    longest = Some((number.to_string(), nth + 1, number));
                }
            }
            // The word for one is an article.
            let is_article =
                |joined: &str| matches!(joined, "one" | "bir" | "un" | "une" | "uno" | "один");
            longest
                .filter(|(_, length, number)| {
                    *number != 1 || *length > 1 || !is_article(&folded(&tokens[at].text, language))
                })
                .map(|(text, length, _)| (text, length))
        });
        match read {
            Some((number, length)) => {
                let is_percent = percent_before(tokens, at) || percent_after(tokens, at + length);
                let sign = if is_percent { "%" } else { "" };
                found.push(alloc::format!("{number}{sign}"));
                at += length;
            }
            None => at += 1,
        }
    }
    found
}

fn is_both(tokens: &[Token], at: usize, language: &Language) -> bool {
    let is = |at: usize, word: &str| {
        let token = tokens.get(at);
        token.is_some_and(|token| folded(&token.text, language) == word)
    };
    language.primary() == "tr" && is(at, "iki") && at.checked_sub(1).is_some_and(|at| is(at, "her"))
}

/// A word in small letters after the table of its language, without hyphens and what an apostrophe cuts
/// off.
pub(super) fn folded(word: &str, language: &Language) -> String {
    let is_turkish = language.primary() == "tr";
    let bare = without_suffix(word);
    let mut small = String::new();
    for letter in bare
        .chars()
        .filter(|letter| !matches!(letter, '-' | '\u{2010}' | '\u{2011}'))
    {
        match letter {
            'I' if is_turkish => small.push('ı'),
            'İ' if is_turkish => small.push('i'),
            letter => small.extend(letter.to_lowercase()),
        }
    }
    small
}

/// A word without what follows its apostrophe: `14'üncü`, `Mayıs'ta`.
pub(super) fn without_suffix(word: &str) -> &str {
    word.split(['\'', '\u{2019}']).next().unwrap_or(word)
}

/// The value of a digit, also of an Arabic-Indic one.
pub(super) fn digit(letter: char) -> Option<char> {
    let value = match letter {
        '0'..='9' => return Some(letter),
        '\u{660}'..='\u{669}' => u32::from(letter) - 0x660,
        '\u{6f0}'..='\u{6f9}' => u32::from(letter) - 0x6f0,
        _ => return None,
    };
    char::from_digit(value, 10)
}

/// Reads a number in digits at the first of these tokens, and how many tokens it takes.
fn in_digits(tokens: &[Token], language: &Language) -> Option<(String, usize)> {
    let first = tokens.first()?;
    if !first.is_word() {
        return None;
    }
    let text = leading_number(without_suffix(&first.text))?;
    let mut joined = text.clone();
    let mut length = 1;
    // French, Spanish and Russian part thousands by a space.
    let parts_by_space = matches!(language.primary(), "fr" | "es" | "ru");
    if parts_by_space
        && (1..=3).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_digit())
    {
        for next in &tokens[1..] {
            let Some(group) = leading_number(&next.text).filter(|_| next.space_before) else {
                break;
            };
            let whole = group.split([',', '.']).next().unwrap_or_default();
            if whole.len() != 3 {
                break;
            }
            joined.push_str(&group);
            length += 1;
        }
    }
    Some((normal(&joined, language), length))
}

/// The digits, full stops and commas with which a word begins; nothing if it begins otherwise.
fn leading_number(word: &str) -> Option<String> {
    let mut number = String::new();
    for letter in word.chars() {
        match (digit(letter), letter) {
            (Some(digit), _) => number.push(digit),
            (None, '.' | ',') if !number.is_empty() => number.push(letter),
            (None, '\u{66b}') if !number.is_empty() => number.push(','),
            _ => break,
        }
    }
    let trimmed = number.trim_end_matches(['.', ',']);
    (!trimmed.is_empty()).then(|| trimmed.into())
}

/// One form for all languages: no separators of thousands, a full stop before decimals.
fn normal(number: &str, language: &Language) -> String {
    let (thousands, decimal) = match language.primary() {
        "en" => (',', '.'),
        _ => ('.', ','),
    };
    let (whole, fraction) = match number.rsplit_once(decimal) {
        Some((whole, fraction)) => (whole, fraction),
        None => (number, ""),
    };
    let groups: Vec<&str> = whole.split(thousands).collect();
    let is_grouped = groups.len() > 1 && groups[1..].iter().all(|group| group.len() == 3);
    if groups.len() > 1 && !is_grouped {
        // No thousands: `3.2` is a number with parts in every language.
        return number.replace(',', ".");
    }
    let whole = groups.concat();
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let fraction = fraction.trim_end_matches('0');
    if fraction.is_empty() {
        whole.into()
    } else {
        alloc::format!("{whole}.{fraction}")
    }
}

fn percent_before(tokens: &[Token], at: usize) -> bool {
    at.checked_sub(1)
        .and_then(|before| tokens.get(before))
        .is_some_and(|before| matches!(&*before.text, "%" | "٪" | "yüzde" | "Yüzde"))
}

fn percent_after(tokens: &[Token], at: usize) -> bool {
    let text = |nth: usize| tokens.get(nth).map_or("", |token| &*token.text);
    match text(at) {
        "%" | "٪" | "percent" => true,
        "per" | "pour" => text(at + 1) == "cent",
        "por" => text(at + 1) == "ciento",
        word => word.starts_with("процент"),
    }
}
