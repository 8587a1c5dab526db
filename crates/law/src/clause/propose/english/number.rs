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
