//! The dates of a text: `9 May 1992`, `May 9, 1992`, `9 Mayıs 1992`, `9.5.1992`, `1992-05-09`.

use super::numbers::{digit, folded, without_suffix};
use crate::language::Language;
use crate::token::{Token, TokenKind};
use alloc::string::String;
use alloc::vec::Vec;

type Months = [&'static str; 12];

const MONTHS: [(&str, Months); 5] = [
    (
        "en",
        [
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
        ],
    ),
    (
        "tr",
        [
            "ocak", "şubat", "mart", "nisan", "mayıs", "haziran", "temmuz", "ağustos", "eylül",
            "ekim", "kasım", "aralık",
        ],
    ),
    (
        "fr",
        [
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre",
        ],
    ),
    (
        "es",
        [
            "enero",
            "febrero",
            "marzo",
            "abril",
            "mayo",
            "junio",
            "julio",
            "agosto",
            "septiembre",
            "octubre",
            "noviembre",
            "diciembre",
        ],
    ),
    (
        "ru",
        [
            "января",
            "февраля",
            "марта",
            "апреля",
            "мая",
            "июня",
            "июля",
            "августа",
            "сентября",
            "октября",
            "ноября",
            "декабря",
        ],
    ),
];

/// Returns the dates of these tokens in the form `1992-05-09` (`05-09` without year), and the tokens that
/// are left.
pub(super) fn dates(tokens: &[Token], language: &Language) -> (Vec<String>, Vec<Token>) {
    let (mut found, mut rest) = (Vec::new(), Vec::new());
    let mut at = 0;
    while at < tokens.len() {
        if let Some((date, length)) = date(&tokens[at..], language) {
            found.push(date);
            at += length;
        } else {
            rest.push(tokens[at].clone());
            at += 1;
        }
    }
    (found, rest)
}

/// Reads a date at the first of these tokens, and how many tokens it takes.
fn date(tokens: &[Token], language: &Language) -> Option<(String, usize)> {
    let [first, others @ ..] = tokens else {
        return None;
    };
    if let Some(date) = numeric(without_suffix(&first.text)) {
        return Some((date, 1));
    }
    if let Some(day) = day(first) {
        // Spanish says `9 de mayo de 1992`.
        let de = |at: usize| usize::from(language.primary() == "es" && text(others, at) == "de");
        let month_at = de(0);
        let month = others
            .get(month_at)
            .and_then(|token| month(token, language))?;
        let year_at = month_at + 1 + de(month_at + 1);
        return Some(match others.get(year_at).and_then(year) {
            Some(year) => (alloc::format!("{year}-{month:02}-{day:02}"), year_at + 2),
            None => (alloc::format!("{month:02}-{day:02}"), month_at + 2),
        });
    }
    // English also says `May 9, 1992`.
    let month = month(first, language).filter(|_| language.primary() == "en")?;
    let day = others.first().and_then(day)?;
    let comma = usize::from(text(others, 1) == ",");
    Some(match others.get(1 + comma).and_then(year) {
        Some(year) => (alloc::format!("{year}-{month:02}-{day:02}"), 3 + comma),
        None => (alloc::format!("{month:02}-{day:02}"), 2),
    })
}

fn text(tokens: &[Token], at: usize) -> &str {
    tokens.get(at).map_or("", |token| &token.text)
}

/// `1992-05-09` and `9.5.1992`.
fn numeric(word: &str) -> Option<String> {
    let plain: Option<String> = word
        .chars()
        .map(|letter| digit(letter).or(matches!(letter, '-' | '.').then_some(letter)))
        .collect();
    let plain = plain?;
    let parts = |separator| -> Vec<&str> { plain.split(separator).collect() };
    let (year, month, day) = match (parts('-').as_slice(), parts('.').as_slice()) {
        ([year, month, day], [_]) | ([_], [day, month, year]) => (*year, *month, *day),
        _ => return None,
    };
    let (month, day): (u32, u32) = (month.parse().ok()?, day.parse().ok()?);
    let fits = year.len() == 4 && (1..=12).contains(&month) && (1..=31).contains(&day);
    fits.then(|| alloc::format!("{year}-{month:02}-{day:02}"))
}

fn month(token: &Token, language: &Language) -> Option<usize> {
    if token.kind != TokenKind::Word {
        return None;
    }
    let (_, months) = MONTHS.iter().find(|(tag, _)| *tag == language.primary())?;
    let word = folded(&token.text, language);
    // English `may` and Turkish `mart` are months only as they are written in dates.
    let is_capital = token.text.chars().next().is_some_and(char::is_uppercase);
    let needs_capital = matches!(language.primary(), "en" | "tr");
    if needs_capital && !is_capital {
        return None;
    }
    months
        .iter()
        .position(|name| *name == word)
        .map(|nth| nth + 1)
}

fn day(token: &Token) -> Option<u32> {
    let number =
        whole(without_suffix(&token.text).trim_end_matches(|letter: char| letter.is_alphabetic()))?;
    (token.is_word() && (1..=31).contains(&number)).then_some(number)
}

fn year(token: &Token) -> Option<u32> {
    let text = without_suffix(&token.text);
    let number = whole(text)?;
    (text.chars().count() == 4).then_some(number)
}

fn whole(text: &str) -> Option<u32> {
    let digits: Option<String> = text.chars().map(digit).collect();
    digits?.parse().ok()
}
