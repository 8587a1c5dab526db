//! The day that words of time mean, counted from the date of their report: "dün", "on Tuesday", "11
//! Aralık'ta". A day of the week is the last one that was; words that leave the day open mean none.

use core::ops::Range;

use super::Day;
use super::reading::Tongue;
use super::word::{Sort, Tokens};

/// The days of the week from Monday.
const WEEKDAYS: [(&str, &str); 7] = [
    ("pazartesi", "monday"),
    ("salı", "tuesday"),
    ("çarşamba", "wednesday"),
    ("perşembe", "thursday"),
    ("cuma", "friday"),
    ("cumartesi", "saturday"),
    ("pazar", "sunday"),
];

const MONTHS: [(&str, &str); 12] = [
    ("ocak", "january"),
    ("şubat", "february"),
    ("mart", "march"),
    ("nisan", "april"),
    ("mayıs", "may"),
    ("haziran", "june"),
    ("temmuz", "july"),
    ("ağustos", "august"),
    ("eylül", "september"),
    ("ekim", "october"),
    ("kasım", "november"),
    ("aralık", "december"),
];

fn place(list: &[(&str, &str)], word: &str, tongue: Tongue) -> Option<usize> {
    list.iter().position(|(turkish, english)| {
        word == match tongue {
            Tongue::Turkish => *turkish,
            Tongue::English => *english,
        }
    })
}

/// Returns the day of the week that a folded word names, from Monday.
pub(super) fn weekday(word: &str, tongue: Tongue) -> Option<usize> {
    place(&WEEKDAYS, word, tongue)
}

/// Returns the month that a folded word names, from 0.
pub(super) fn month(word: &str, tongue: Tongue) -> Option<usize> {
    place(&MONTHS, word, tongue)
}

/// Returns the day that these words mean in a report of this date.
pub(super) fn resolve(
    tokens: &Tokens<'_>,
    range: &Range<usize>,
    report: Day,
    tongue: Tongue,
) -> Option<Day> {
    let word = |at: usize| tokens.base_at(at);
    let has = |asked: &[&str]| range.clone().any(|at| asked.contains(&word(at)));
    if let Some(at) = range.clone().find(|at| month(word(*at), tongue).is_some()) {
        return dated(tokens, range, at, report, tongue);
    }
    if let Some(day) = range.clone().find_map(|at| weekday(word(at), tongue)) {
        let back = (report.weekday() + 7 - day) % 7;
        let is_last = has(&["geçen", "geçtiğimiz", "last"]) && back == 0;
        return report.before(if is_last { 7 } else { back });
    }
    let begins = |one: &str, other: &str| {
        range.len() > 1 && word(range.start) == one && word(range.start + 1) == other
    };
    if begins("önceki", "gün") || begins("the", "day") {
        return report.before(2);
    }
    if has(&["dün", "yesterday"]) {
        return report.before(1);
    }
    let is_this = has(&["bugün", "today", "tonight"])
        || has(&["bu", "this"])
            && has(&[
                "sabah",
                "akşam",
                "gece",
                "öğleden",
                "morning",
                "evening",
                "afternoon",
            ]);
    is_this.then_some(report)
}

/// "11 Aralık 2031", "December 11": without a year the last such day that was.
fn dated(
    tokens: &Tokens<'_>,
    range: &Range<usize>,
    at: usize,
    report: Day,
    tongue: Tongue,
) -> Option<Day> {
    let number = |at: usize| {
        let is_number = range.contains(&at) && tokens.list[at].sort == Sort::Number;
        let digits = tokens.base_at(at);
        let end = digits.find(|of: char| !of.is_ascii_digit());
        let digits = &digits[..end.unwrap_or(digits.len())];
        is_number.then(|| digits.parse::<u16>().ok()).flatten()
    };
    let in_month = |number: &u16| (1..=31).contains(number);
    let before = at.checked_sub(1).and_then(number).filter(in_month);
    let day = match (before, tongue) {
        (None, Tongue::English) => number(at + 1).filter(in_month),
        (before, _) => before,
    }?;
    let year = range
        .clone()
        .filter_map(number)
        .find(|number| (1000..=9999).contains(number));
    let month = u8::try_from(month(tokens.base_at(at), tongue)? + 1).ok()?;
    let of = |year: u16| Day::new(year, month, u8::try_from(day).ok()?);
    match year {
        Some(year) => of(year),
        None => of(report.year())
            .filter(|day| *day <= report)
            .or_else(|| of(report.year().checked_sub(1)?)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString as _;

    fn day(text: &str, tongue: Tongue) -> Option<alloc::string::String> {
        let tokens = Tokens::of(text, 0..text.len(), &[], None, tongue);
        // A Wednesday.
        let report = Day::new(2035, 2, 7)?;
        let range = 0..tokens.list.len();
        resolve(&tokens, &range, report, tongue).map(|day| day.to_string())
    }

    #[test]
    fn days_are_counted_from_the_date_of_the_report() {
        for (words, tongue, expected) in [
            ("dün akşam", Tongue::Turkish, Some("2035-02-06")),
            ("bugün", Tongue::Turkish, Some("2035-02-07")),
            ("bu sabah", Tongue::Turkish, Some("2035-02-07")),
            ("önceki gün", Tongue::Turkish, Some("2035-02-05")),
            ("çarşamba günü", Tongue::Turkish, Some("2035-02-07")),
            ("geçen çarşamba", Tongue::Turkish, Some("2035-01-31")),
            ("salı", Tongue::Turkish, Some("2035-02-06")),
            ("perşembe akşamı", Tongue::Turkish, Some("2035-02-01")),
            ("11 Aralık'ta", Tongue::Turkish, Some("2034-12-11")),
            ("12 Mart 2033'te", Tongue::Turkish, Some("2033-03-12")),
            ("31 Şubat'ta", Tongue::Turkish, None),
            ("Aralık'ta", Tongue::Turkish, None),
            ("geçen hafta", Tongue::Turkish, None),
            ("aradan sonra", Tongue::Turkish, None),
            ("late on Tuesday", Tongue::English, Some("2035-02-06")),
            ("last Wednesday", Tongue::English, Some("2035-01-31")),
            ("yesterday evening", Tongue::English, Some("2035-02-06")),
            (
                "the day before yesterday",
                Tongue::English,
                Some("2035-02-05"),
            ),
            ("on December 11", Tongue::English, Some("2034-12-11")),
            ("on 11 December 2033", Tongue::English, Some("2033-12-11")),
            ("on January 1st", Tongue::English, Some("2035-01-01")),
            ("this morning", Tongue::English, Some("2035-02-07")),
            ("in the evening", Tongue::English, None),
        ] {
            assert_eq!(day(words, tongue).as_deref(), expected, "{words}");
        }
    }
}
