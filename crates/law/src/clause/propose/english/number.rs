//! Number words of English, to 999.

use crate::clause::propose::cursor::Cursor;
use crate::clause::propose::number::{Form, Piece, Row, Size, Sum};

const UNITS: [(&str, &str); 9] = [
    ("one", "first"),
    ("two", "second"),
    ("three", "third"),
    ("four", "fourth"),
    ("five", "fifth"),
    ("six", "sixth"),
    ("seven", "seventh"),
    ("eight", "eighth"),
    ("nine", "ninth"),
];

const TEENS: [(&str, &str); 10] = [
    ("ten", "tenth"),
    ("eleven", "eleventh"),
    ("twelve", "twelfth"),
    ("thirteen", "thirteenth"),
    ("fourteen", "fourteenth"),
    ("fifteen", "fifteenth"),
    ("sixteen", "sixteenth"),
    ("seventeen", "seventeenth"),
    ("eighteen", "eighteenth"),
    ("nineteen", "nineteenth"),
];

const TENS: [(&str, &str); 8] = [
    ("twenty", "twentieth"),
    ("thirty", "thirtieth"),
    ("forty", "fortieth"),
    ("fifty", "fiftieth"),
    ("sixty", "sixtieth"),
    ("seventy", "seventieth"),
    ("eighty", "eightieth"),
    ("ninety", "ninetieth"),
];

const HUNDRED: [(&str, &str); 1] = [("hundred", "hundredth")];

/// Reads a number in words: `twenty-second`, `one hundred and twenty`.
pub(in crate::clause::propose) fn words(c: &mut Cursor<'_>, form: Form) -> Option<u32> {
    let mut sum = Sum::default();
    loop {
        let joined = sum.after_hundred()
            && c.next().is_some_and(|token| token.word() == "and")
            && c.ahead(1)
                .is_some_and(|token| piece(token.word()).is_some());
        let next = piece(
            c.ahead(usize::from(joined))
                .map_or("", |token| token.word()),
        );
        match next {
            Some(piece) if sum.add(piece) => c.advance(1 + usize::from(joined)),
            _ => return sum.value(form),
        }
    }
}

/// Whether the letters are those that make the figure an ordinal: `22nd`, `11th`.
pub(in crate::clause::propose) fn is_suffix(value: u32, suffix: &str) -> bool {
    let expected = match (value % 10, value % 100) {
        (1, rest) if rest != 11 => "st",
        (2, rest) if rest != 12 => "nd",
        (3, rest) if rest != 13 => "rd",
        _ => "th",
    };
    suffix == expected
}

fn piece(word: &str) -> Option<Piece> {
    let rows: [Row; 4] = [
        (Size::Unit, 1, 1, &UNITS),
        (Size::Teen, 10, 1, &TEENS),
        (Size::Ten, 20, 10, &TENS),
        (Size::Hundred, 100, 1, &HUNDRED),
    ];
    rows.into_iter().find_map(|(size, first, step, words)| {
        (first..)
            .step_by(step)
            .zip(words)
            .find_map(|(value, (cardinal, ordinal))| {
                let form = match word {
                    _ if word == *cardinal => Form::Cardinal,
                    _ if word == *ordinal => Form::Ordinal,
                    _ => return None,
                };
                Some(Piece { size, value, form })
            })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clause::propose::Language::English;
    use crate::clause::propose::number::number;
    use crate::clause::propose::testing::read;
    use alloc::format;
    use alloc::string::{String, ToString as _};

    /// Returns the number in words, built the other way round than it is read.
    fn in_words(value: u32, form: Form) -> String {
        let last = |pair: (&str, &str)| match form {
            Form::Cardinal => pair.0.to_string(),
            Form::Ordinal => pair.1.to_string(),
        };
        let at = |value: u32| value as usize;
        match (value / 100, value % 100) {
            (0, 1..=9) => last(UNITS[at(value) - 1]),
            (0, 10..=19) => last(TEENS[at(value) - 10]),
            (0, _) if value.is_multiple_of(10) => last(TENS[at(value) / 10 - 2]),
            (0, _) => {
                let tens = TENS[at(value) / 10 - 2].0;
                format!("{tens}-{}", in_words(value % 10, form))
            }
            (hundreds, 0) => format!("{} {}", UNITS[at(hundreds) - 1].0, last(HUNDRED[0])),
            (hundreds, rest) => {
                let hundreds = UNITS[at(hundreds) - 1].0;
                format!("{hundreds} hundred and {}", in_words(rest, form))
            }
        }
    }

    #[test]
    fn every_number_is_read_in_words() {
        for value in 1..1_000 {
            for form in [Form::Cardinal, Form::Ordinal] {
                let words = in_words(value, form);
                assert_eq!(
                    read(&words, English, |c| number(c, form)),
                    Some(value),
                    "{words}"
                );
            }
        }
    }

    #[test]
    fn figures_are_ordinal_by_their_own_letters() {
        for (text, form, expected) in [
            ("22nd", Form::Ordinal, Some(22)),
            ("11th", Form::Ordinal, Some(11)),
            ("113th", Form::Ordinal, Some(113)),
            ("thirtieth (30th)", Form::Ordinal, Some(30)),
            ("thirtieth (30)", Form::Ordinal, Some(30)),
            ("30 (thirty)", Form::Cardinal, Some(30)),
            ("22th", Form::Ordinal, None),
            ("11st", Form::Ordinal, None),
            ("30", Form::Ordinal, None),
            ("30th", Form::Cardinal, None),
            ("thirty (40)", Form::Cardinal, None),
            ("two three", Form::Cardinal, None),
            ("thirtieth two", Form::Ordinal, None),
            ("twenty eleven", Form::Cardinal, None),
            ("0", Form::Cardinal, None),
            ("4294967296", Form::Cardinal, None),
            ("99999", Form::Cardinal, None),
        ] {
            assert_eq!(read(text, English, |c| number(c, form)), expected, "{text}");
        }
    }
}
