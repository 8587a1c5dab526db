//! Numbers, ordinals and dates as they are written in each language.

use sponsio_law::calendar::Date;

use crate::wording::Language;

/// The narrow space between groups of digits in English.
const NARROW_SPACE: &str = "\u{202f}";

/// Returns a number with its digits in groups of three, from five digits on, and the decimal mark
/// of the language.
pub(super) fn grouped(number: &str, language: Language) -> String {
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    let (gap, mark) = match language {
        Language::En => (NARROW_SPACE, '.'),
        Language::Tr => (".", ','),
    };
    let mut written = if whole.len() > 4 {
        in_threes(whole, gap)
    } else {
        whole.to_owned()
    };
    if !part.is_empty() {
        written.push(mark);
        written.push_str(part);
    }
    written
}

fn in_threes(digits: &str, gap: &str) -> String {
    let mut written = String::new();
    for (nth, digit) in digits.chars().enumerate() {
        if nth > 0 && (digits.len() - nth).is_multiple_of(3) {
            written.push_str(gap);
        }
        written.push(digit);
    }
    written
}

/// Returns an English ordinal: `1st`, `2nd`, `23rd`, `111th`.
pub(super) fn ordinal(number: u64) -> String {
    let ending = match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

/// A space at which no line is broken.
const TIED: char = '\u{a0}';

const ENGLISH_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const TURKISH_MONTHS: [&str; 12] = [
    "Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos", "Eylül", "Ekim",
    "Kasım", "Aralık",
];

/// Returns a date written out: `26 June 1987`, `26 Haziran 1987`; its parts stay on one line.
pub(super) fn written_out(date: Date, language: Language) -> String {
    let months = match language {
        Language::En => ENGLISH_MONTHS,
        Language::Tr => TURKISH_MONTHS,
    };
    let month = usize::from(date.month().unsigned_abs()).saturating_sub(1);
    let month = months.get(month).copied().unwrap_or_default();
    format!("{}{TIED}{month}{TIED}{}", date.day(), date.year())
}

#[cfg(test)]
mod tests {
    use super::*;
    use sponsio_law::calendar;

    #[test]
    fn digits_are_grouped_from_five_on() {
        assert_eq!(grouped("1000", Language::En), "1000");
        assert_eq!(
            grouped("13728306", Language::En),
            "13\u{202f}728\u{202f}306"
        );
        assert_eq!(grouped("13728306", Language::Tr), "13.728.306");
        assert_eq!(grouped("61.6", Language::Tr), "61,6");
        assert_eq!(grouped("12345.5", Language::En), "12\u{202f}345.5");
    }

    #[test]
    fn english_ordinals_mind_the_teens() {
        let written: Vec<String> = [1, 2, 3, 4, 11, 12, 13, 20, 22, 101, 111, 123]
            .map(ordinal)
            .into();
        assert_eq!(
            written.join(" "),
            "1st 2nd 3rd 4th 11th 12th 13th 20th 22nd 101st 111th 123rd"
        );
    }

    #[test]
    fn dates_are_written_out() {
        let day = calendar::parse("1987-06-26").expect("a day");
        assert_eq!(written_out(day, Language::En), "26\u{a0}June\u{a0}1987");
        assert_eq!(written_out(day, Language::Tr), "26\u{a0}Haziran\u{a0}1987");
    }
}
