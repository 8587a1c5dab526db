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
