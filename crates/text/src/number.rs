//! The labels of provisions as they stand in a text. A label is no identity: it may change with each
//! edition, while the id of the provision stays.

use crate::language::Language;
use alloc::sync::Arc;
use alloc::vec::Vec;

/// The Latin words for an inserted second, third … tenth provision.
pub const LATIN: [&str; 9] = [
    "bis",
    "ter",
    "quater",
    "quinquies",
    "sexies",
    "septies",
    "octies",
    "novies",
    "decies",
];

/// The letters of the languages that do not count in the Latin alphabet, or add to it.
const ALPHABETS: [(&str, &str); 3] = [
    ("tr", "abcçdefgğhıijklmnoöprsştuüvyz"),
    ("ru", "абвгдежзиклмнопрстуфхцчшщэюя"),
    ("es", "abcdefghijklmnñopqrstuvwxyz"),
];

/// How a label is written around its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LabelForm {
    /// After a keyword: `Article 14 bis`, `Part I`.
    Heading,
    /// With a full stop: `1.`, `1 bis.`, `3.2.`.
    Dotted,
    /// In parentheses: `(1)`, `(a)`, `(ii)`.
    Parenthesised,
    /// A dash for an item without number.
    Dash,
}

/// The label of a provision.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Label {
    /// How it is written.
    pub form: LabelForm,
    /// The number with its Latin suffix, without keyword and punctuation: `14 bis`, `a`, `3.2`; empty
    /// for a dash.
    pub text: Arc<str>,
}

/// What a number is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Numerals {
    /// `1`, `3.2`.
    Digits,
    /// `i`, `IV`.
    Roman,
    /// `a`, `B`, `aa`, in the Latin alphabet.
    Letters,
    /// The same in the alphabet of the text's own language: `ç` comes after `c` in Turkish.
    OwnLetters,
}

/// A label as a number that can be compared with its neighbours: the parts between its full stops, and
/// its Latin suffix, 0 where it has none.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number {
    /// The parts: `3.2` has two.
    pub parts: Vec<u32>,
    /// 2 for *bis*, 3 for *ter* … 10 for *decies*.
    pub suffix: u8,
}

impl Label {
    /// Returns a label of this form.
    pub fn new(form: LabelForm, text: &str) -> Self {
        let text = Arc::from(text);
        Self { form, text }
    }

    /// Returns the label with the Latin suffix of the nth insertion after it, from 1; nothing after
    /// *decies*, or where it has a suffix already.
    pub fn inserted(&self, nth: usize) -> Option<Self> {
        let latin = LATIN.get(nth.checked_sub(1)?)?;
        if self.form == LabelForm::Dash || split_suffix(&self.text).1 != 0 {
            return None;
        }
        Some(Self::new(
            self.form,
            &alloc::format!("{} {latin}", self.text),
        ))
    }

    /// Returns every way in which the label can be counted: `(i)` is the first of Roman numerals and
    /// the ninth letter.
    pub fn numbers(&self, language: &Language) -> Vec<(Numerals, Number)> {
        let (bare, suffix) = split_suffix(&self.text);
        let number = |parts| Number { parts, suffix };
        let of = |numerals, value: u32| (numerals, number(alloc::vec![value]));
        let mut found = Vec::new();
        if let Some(parts) = digits(bare) {
            found.push((Numerals::Digits, number(parts)));
        }
        found.extend(roman(bare).map(|value| of(Numerals::Roman, value)));
        let latin = letter(bare, LATIN_LETTERS);
        found.extend(latin.map(|value| of(Numerals::Letters, value)));
        let own = own_alphabet(language).and_then(|letters| letter(bare, letters));
        found.extend(own.map(|value| of(Numerals::OwnLetters, value)));
        found
    }

    /// Whether this label comes before another of its row; `None` where the two are not counted in the
    /// same numerals.
    pub fn precedes(&self, next: &Self, language: &Language) -> Option<bool> {
        if self.form != next.form || self.form == LabelForm::Dash {
            return None;
        }
        let others = next.numbers(language);
        let mut comparable = None;
        for (numerals, number) in self.numbers(language) {
            for (_, other) in others.iter().filter(|(kind, _)| *kind == numerals) {
                comparable = Some(comparable == Some(true) || number < *other);
            }
        }
        comparable
    }

    /// Whether two labels of two languages stand for the same place: they are equal, or equal in number
    /// when each is counted in letters of its own alphabet.
    pub fn corresponds(&self, own: &Language, other: &Self, others: &Language) -> bool {
        if self.text == other.text {
            return self.form == other.form;
        }
        let letters = |(numerals, number): (Numerals, Number)| {
            matches!(numerals, Numerals::Letters | Numerals::OwnLetters).then_some(number)
        };
        let numbers: Vec<Number> = other
            .numbers(others)
            .into_iter()
            .filter_map(letters)
            .collect();
        self.form == other.form
            && self
                .numbers(own)
                .into_iter()
                .filter_map(letters)
                .any(|number| numbers.contains(&number))
    }
}

const LATIN_LETTERS: &str = "abcdefghijklmnopqrstuvwxyz";

fn own_alphabet(language: &Language) -> Option<&'static str> {
    let of_language = |(tag, _): &&(&str, &str)| *tag == language.primary();
    ALPHABETS
        .iter()
        .find(of_language)
        .map(|(_, letters)| *letters)
}

/// Parts a number from its Latin suffix: `14 bis` is `14` and 2.
pub(crate) fn split_suffix(text: &str) -> (&str, u8) {
    if let Some((bare, word)) = text.rsplit_once(' ')
        && let Some(place) = LATIN.iter().position(|latin| *latin == word)
    {
        return (bare, u8::try_from(place + 2).unwrap_or(u8::MAX));
    }
    (text, 0)
}

/// Reads `14`, `3.2`, and `5a` as 5 and 1.
fn digits(text: &str) -> Option<Vec<u32>> {
    let mut parts = Vec::new();
    for part in text.split('.') {
        let end = part
            .find(|letter: char| !letter.is_ascii_digit())
            .unwrap_or(part.len());
        let (number, rest) = part.split_at(end);
        parts.push(number.parse().ok()?);
        if !rest.is_empty() {
            parts.push(letter(rest, LATIN_LETTERS)?);
        }
    }
    Some(parts)
}

/// Reads a Roman numeral from 1 to 399, in small or in capital letters.
pub(crate) fn roman(text: &str) -> Option<u32> {
    const SIGNS: [(&str, u32); 9] = [
        ("c", 100),
        ("xc", 90),
        ("l", 50),
        ("xl", 40),
        ("x", 10),
        ("ix", 9),
        ("v", 5),
        ("iv", 4),
        ("i", 1),
    ];
    let small: alloc::string::String = if text.bytes().all(|byte| byte.is_ascii_uppercase()) {
        text.to_ascii_lowercase()
    } else {
        text.into()
    };
    let mut rest = small.as_str();
    let mut value = 0;
    for (sign, worth) in SIGNS {
        let most = match worth {
            100 | 10 | 1 => 3,
            _ => 1,
        };
        for _ in 0..most {
            if let Some(shorter) = rest.strip_prefix(sign) {
                rest = shorter;
                value += worth;
            }
        }
    }
    (rest.is_empty() && value > 0).then_some(value)
}

/// Reads `a`, `B`, and `aa` as the letter after the last.
fn letter(text: &str, alphabet: &str) -> Option<u32> {
    let mut letters = text.chars();
    let first = letters.next()?;
    if !letters.clone().all(|other| other == first) {
        return None;
    }
    let place = |letter| alphabet.chars().position(|other| other == letter);
    // The one letter whose capital is another's in Turkish is left as it stands.
    let small = || {
        let mut folded = first.to_lowercase();
        folded.next().filter(|_| folded.next().is_none())
    };
    let nth = place(first).or_else(|| small().and_then(place))?;
    let round = u32::try_from(letters.count()).ok()?;
    let size = u32::try_from(alphabet.chars().count()).ok()?;
    round
        .checked_mul(size)?
        .checked_add(u32::try_from(nth).ok()? + 1)
}

/// Returns the length of the number at the beginning of these words, as a heading has it: digits with
/// their parts, a Roman numeral or a letter, in capitals, each perhaps with a Latin suffix.
pub(crate) fn heading_number(text: &str) -> Option<usize> {
    let digits = dotted_digits(text);
    let bare = if digits > 0 {
        let letter = text[digits..]
            .chars()
            .next()
            .filter(char::is_ascii_lowercase);
        let ends = |end: usize| {
            text[end..]
                .chars()
                .next()
                .is_none_or(|next| !next.is_alphanumeric())
        };
        match letter {
            Some(_) if ends(digits + 1) => digits + 1,
            _ => digits,
        }
    } else {
        capitals(text)?
    };
    Some(with_suffix(text, bare)).filter(|end| {
        let next = text[*end..].chars().next();
        next.is_none_or(|next| !next.is_alphanumeric())
    })
}

/// The length of `3`, `3.2`, `3.2.1`; a last full stop is not part of it.
pub(crate) fn dotted_digits(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut end = 0;
    loop {
        let run = bytes[end..]
            .iter()
            .take_while(|byte| byte.is_ascii_digit())
            .count();
        if run == 0 || run > MOST_DIGITS {
            // Steps back over the full stop that no digits follow.
            return end.saturating_sub(1);
        }
        end += run;
        if bytes.get(end) != Some(&b'.') {
            return end;
        }
        end += 1;
    }
}

/// The most digits of a number in a label: four are a year.
const MOST_DIGITS: usize = 3;

fn capitals(text: &str) -> Option<usize> {
    let end = text
        .find(|letter: char| !letter.is_alphabetic())
        .unwrap_or(text.len());
    let word = &text[..end];
    let is_capital = |letter: char| letter.is_uppercase();
    let single = word.chars().count() == 1 && word.chars().all(is_capital);
    let numeral = word.bytes().all(|byte| byte.is_ascii_uppercase()) && roman(word).is_some();
    (single || numeral).then_some(end)
}

/// Adds the length of a Latin suffix that follows, with its space.
pub(crate) fn with_suffix(text: &str, bare: usize) -> usize {
    let Some(rest) = text[bare..].strip_prefix(' ') else {
        return bare;
    };
    let end = rest
        .find(|letter: char| !letter.is_ascii_lowercase())
        .unwrap_or(rest.len());
    if LATIN.contains(&&rest[..end]) {
        bare + 1 + end
    } else {
        bare
    }
}

/// Returns the length of what stands between the parentheses of a label: `1`, `a`, `aa`, `ii`, `1 bis`.
pub(crate) fn parenthesised_number(text: &str) -> Option<usize> {
    let end = text.find(')')?;
    let inside = text.get(..end).filter(|inside| inside.len() <= 24)?;
    let (bare, _) = split_suffix(inside);
    let is_digits = !bare.is_empty()
        && bare.len() <= MOST_DIGITS
        && bare.bytes().all(|byte| byte.is_ascii_digit());
    let mut letters = bare.chars();
    let first = letters.next();
    let is_letter = first.is_some_and(|first| {
        first.is_alphabetic() && bare.chars().count() <= 2 && letters.all(|other| other == first)
    });
    let is_roman = roman(bare).is_some_and(|value| value < 100);
    (is_digits || is_letter || is_roman).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn language(tag: &str) -> Language {
        Language::new(tag).unwrap()
    }

    fn label(text: &str) -> Label {
        Label::new(LabelForm::Parenthesised, text)
    }

    #[test]
    fn rows_are_counted_in_the_numerals_that_fit() {
        let english = language("en");
        let before = |first: &str, second: &str| label(first).precedes(&label(second), &english);
        assert_eq!(before("h", "i"), Some(true));
        assert_eq!(before("i", "ii"), Some(true));
        assert_eq!(before("z", "aa"), Some(true));
        assert_eq!(before("b", "a"), Some(false));
        assert_eq!(before("14", "14 bis"), Some(true));
        assert_eq!(before("14 ter", "14 bis"), Some(false));
        assert_eq!(before("14 decies", "15"), Some(true));
        assert_eq!(before("3.9", "3.10"), Some(true));
        assert_eq!(before("a", "1"), None);
        assert_eq!(before("a", "a"), Some(false));
    }

    #[test]
    fn alphabets_are_those_of_the_language() {
        let turkish = language("tr");
        assert_eq!(label("c").precedes(&label("ç"), &turkish), Some(true));
        assert!(label("d").corresponds(&language("en"), &label("ç"), &turkish));
        assert!(label("c").corresponds(&language("en"), &label("в"), &language("ru")));
        assert!(!label("c").corresponds(&language("en"), &label("б"), &language("ru")));
        assert!(!label("1").corresponds(&language("en"), &label("2"), &turkish));
    }

    #[test]
    fn insertions_take_latin_suffixes() {
        let article = Label::new(LabelForm::Heading, "14");
        assert_eq!(&*article.inserted(1).unwrap().text, "14 bis");
        assert_eq!(&*article.inserted(9).unwrap().text, "14 decies");
        assert_eq!(article.inserted(10), None);
        assert_eq!(article.inserted(1).unwrap().inserted(1), None);
    }

    #[test]
    fn roman_numerals_are_read_strictly() {
        assert_eq!(roman("xiv"), Some(14));
        assert_eq!(roman("XCIX"), Some(99));
        for bad in ["", "iiii", "vx", "Xi", "mild", "ıv"] {
            assert_eq!(roman(bad), None, "{bad}");
        }
    }

    #[test]
    fn numbers_are_found_at_the_beginning_of_words() {
        assert_eq!(heading_number("14 bis. Words"), Some(6));
        assert_eq!(heading_number("3.2. Words"), Some(3));
        assert_eq!(heading_number("5a"), Some(2));
        assert_eq!(heading_number("IV. Words"), Some(2));
        assert_eq!(heading_number("A"), Some(1));
        assert_eq!(heading_number("5 bisque"), Some(1));
        assert_eq!(heading_number("Any"), None);
        assert_eq!(heading_number("2024"), None);
        assert_eq!(parenthesised_number("aa) x"), Some(2));
        assert_eq!(parenthesised_number("xi bis) x"), Some(6));
        assert_eq!(parenthesised_number("see) x"), None);
        assert_eq!(parenthesised_number("mix) x"), None);
    }
}
