//! Number words of Turkish, to 999, written apart (`yirmi ikinci`) or together (`yirmibeşinci`).

use crate::clause::propose::cursor::Cursor;
use crate::clause::propose::number::{Form, Piece, Row, Size, Sum};

const UNITS: [(&str, &str); 9] = [
    ("bir", "birinci"),
    ("iki", "ikinci"),
    ("üç", "üçüncü"),
    ("dört", "dördüncü"),
    ("beş", "beşinci"),
    ("altı", "altıncı"),
    ("yedi", "yedinci"),
    ("sekiz", "sekizinci"),
    ("dokuz", "dokuzuncu"),
];

const TENS: [(&str, &str); 9] = [
    ("on", "onuncu"),
    ("yirmi", "yirminci"),
    ("otuz", "otuzuncu"),
    ("kırk", "kırkıncı"),
    ("elli", "ellinci"),
    ("altmış", "altmışıncı"),
    ("yetmiş", "yetmişinci"),
    ("seksen", "sekseninci"),
    ("doksan", "doksanıncı"),
];

const HUNDRED: [(&str, &str); 1] = [("yüz", "yüzüncü")];

const ORDINAL_SUFFIXES: [&str; 6] = ["inci", "ıncı", "uncu", "üncü", "nci", "ncı"];

/// Reads a number in words.
pub(in crate::clause::propose) fn words(c: &mut Cursor<'_>, form: Form) -> Option<u32> {
    let mut sum = Sum::default();
    while let Some(longer) = c.next().and_then(|token| with_word(sum, token.stem())) {
        if c.next().is_some_and(|token| !token.suffix().is_empty()) {
            break;
        }
        sum = longer;
        c.advance(1);
    }
    sum.value(form)
}

/// Returns the number that a single word is, where it may be followed by one of these endings:
/// `ellisini` is fifty with an ending.
pub(in crate::clause::propose) fn inflected(word: &str, endings: &[&str]) -> Option<u32> {
    endings.iter().find_map(|ending| {
        let number = word.strip_suffix(ending)?;
        with_word(Sum::default(), number)?.value(Form::Cardinal)
    })
}

/// Whether the letters after a figure make it an ordinal: `22'nci`, `22 nci`, `30.` before a word.
pub(in crate::clause::propose) fn ordinal_suffix(c: &mut Cursor<'_>, suffix: &str) -> bool {
    if !suffix.is_empty() {
        return is_suffix(suffix);
    }
    let dotted = c.adjacent()
        && c.next().is_some_and(|token| token.is_mark('.'))
        && c.ahead(1).is_some_and(|token| !token.word().is_empty());
    if dotted {
        c.advance(1);
        return true;
    }
    let apart = c.next().is_some_and(|token| is_suffix(token.word()));
    if apart {
        c.advance(1);
    }
    apart
}

/// Whether the letters are those that make a figure an ordinal.
pub(in crate::clause::propose) fn is_suffix(letters: &str) -> bool {
    ORDINAL_SUFFIXES.contains(&letters)
}

/// Adds the pieces of a word to the sum; `None` where the word is not made of number words.
fn with_word(mut sum: Sum, word: &str) -> Option<Sum> {
    let mut rest = word;
    if rest.is_empty() {
        return None;
    }
    while !rest.is_empty() {
        let (piece, length) = longest_piece(rest)?;
        if !sum.add(piece) {
            return None;
        }
        rest = rest.get(length..)?;
    }
    Some(sum)
}

fn longest_piece(text: &str) -> Option<(Piece, usize)> {
    let rows: [Row; 3] = [
        (Size::Unit, 1, 1, &UNITS),
        (Size::Ten, 10, 10, &TENS),
        (Size::Hundred, 100, 1, &HUNDRED),
    ];
    rows.into_iter()
        .flat_map(|(size, first, step, words)| {
            (first..)
                .step_by(step)
                .zip(words)
                .flat_map(move |(value, (cardinal, ordinal))| {
                    [(Form::Cardinal, *cardinal), (Form::Ordinal, *ordinal)]
                        .map(|(form, word)| (Piece { size, value, form }, word))
                })
        })
        .filter(|(_, word)| text.starts_with(word))
        .map(|(piece, word)| (piece, word.len()))
        .max_by_key(|(_, length)| *length)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clause::propose::Language::Turkish;
    use crate::clause::propose::number::number;
    use crate::clause::propose::testing::read;
    use alloc::string::String;
    use alloc::vec::Vec;

    /// Returns the words of the number, built the other way round than they are read.
    fn in_words(value: u32, form: Form) -> Vec<&'static str> {
        let (hundreds, tens, units) = (value / 100, value / 10 % 10, value % 10);
        let mut words = Vec::new();
        if hundreds > 1 {
            words.push(UNITS[hundreds as usize - 1]);
        }
        if hundreds > 0 {
            words.push(HUNDRED[0]);
        }
        if tens > 0 {
            words.push(TENS[tens as usize - 1]);
        }
        if units > 0 {
            words.push(UNITS[units as usize - 1]);
        }
        let last = words.len() - 1;
        let chosen = words.iter().enumerate().map(|(place, pair)| match form {
            Form::Ordinal if place == last => pair.1,
            _ => pair.0,
        });
        chosen.collect()
    }

    #[test]
    fn every_number_is_read_apart_and_together() {
        for value in 1..1_000 {
            for form in [Form::Cardinal, Form::Ordinal] {
                let words = in_words(value, form);
                for text in [words.join(" "), words.concat()] {
                    assert_eq!(
                        read(&text, Turkish, |c| number(c, form)),
                        Some(value),
                        "{text}"
                    );
                }
            }
        }
    }

    #[test]
    fn figures_are_ordinal_by_suffix_or_point() {
        for (text, form, expected) in [
            ("14'üncü", Form::Ordinal, Some(14)),
            ("22’nci", Form::Ordinal, Some(22)),
            ("22 nci", Form::Ordinal, Some(22)),
            ("40ıncı", Form::Ordinal, Some(40)),
            ("40INCI", Form::Ordinal, Some(40)),
            ("yirmi ikinci (22'nci)", Form::Ordinal, Some(22)),
            ("otuz (30)", Form::Cardinal, Some(30)),
            ("22'de", Form::Ordinal, None),
            ("otuz (40)", Form::Cardinal, None),
            ("ikinci iki", Form::Ordinal, None),
            ("otuz on", Form::Cardinal, None),
            ("yüzde", Form::Cardinal, None),
            ("birlikte", Form::Cardinal, None),
        ] {
            assert_eq!(read(text, Turkish, |c| number(c, form)), expected, "{text}");
        }
        let ordinal = |c: &mut Cursor<'_>| {
            let day = number(c, Form::Ordinal)?;
            c.say("gün").then_some(day)
        };
        assert_eq!(read("30. gün", Turkish, ordinal), Some(30));
    }

    #[test]
    fn the_last_word_may_carry_an_ending() {
        let ending: String = "sini".into();
        assert_eq!(inflected("ellisini", &[&ending]), Some(50));
        assert_eq!(inflected("beşini", &["ini"]), Some(5));
        assert_eq!(inflected("tarihini", &["ini"]), None);
    }
}
