//! The folding of letters before words are compared: one explicit table per language, because the
//! pair İ/i, I/ı of Turkish makes any language-blind folding wrong.

use super::Language;

/// Letters whose small form does not depend on the language.
const SMALL: [(char, char); 22] = [
    ('Ç', 'ç'),
    ('Ğ', 'ğ'),
    ('Ö', 'ö'),
    ('Ş', 'ş'),
    ('Ü', 'ü'),
    ('É', 'é'),
    ('È', 'è'),
    ('À', 'à'),
    ('Ô', 'ô'),
    ('Å', 'å'),
    ('Ã', 'ã'),
    ('Í', 'í'),
    ('Ñ', 'ñ'),
    ('Ó', 'ó'),
    ('Ø', 'ø'),
    ('Â', 'a'),
    ('â', 'a'),
    ('Î', 'i'),
    ('î', 'i'),
    ('Û', 'u'),
    ('û', 'u'),
    ('İ', 'i'),
];

/// A letter followed by a combining mark, and the single letter that the two make.
const COMPOSED: [(char, char, char); 9] = [
    ('c', '\u{327}', 'ç'),
    ('s', '\u{327}', 'ş'),
    ('g', '\u{306}', 'ğ'),
    ('o', '\u{308}', 'ö'),
    ('u', '\u{308}', 'ü'),
    ('i', '\u{307}', 'i'),
    ('ı', '\u{307}', 'i'),
    ('a', '\u{302}', 'a'),
    ('u', '\u{302}', 'u'),
];

/// Returns the small form of a letter, or the character itself where the table has none.
pub(super) fn small(letter: char, language: Language) -> char {
    if letter == 'I' && language == Language::Turkish {
        return 'ı';
    }
    if letter.is_ascii() {
        return letter.to_ascii_lowercase();
    }
    SMALL
        .iter()
        .find(|(large, _)| *large == letter)
        .map_or(letter, |(_, small)| *small)
}

/// Returns the letter that `base` (already small) and a combining mark make, if the table has it.
pub(super) fn composed(base: char, mark: char) -> Option<char> {
    COMPOSED
        .iter()
        .find(|(letter, with, _)| *letter == base && *with == mark)
        .map(|(_, _, whole)| *whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_two_letters_i_keep_apart_in_turkish_only() {
        for (letter, english, turkish) in [
            ('I', 'i', 'ı'),
            ('İ', 'i', 'i'),
            ('ı', 'ı', 'ı'),
            ('i', 'i', 'i'),
            ('Ş', 'ş', 'ş'),
            ('Â', 'a', 'a'),
        ] {
            assert_eq!(small(letter, Language::English), english);
            assert_eq!(small(letter, Language::Turkish), turkish);
        }
    }

    #[test]
    fn letters_written_in_two_characters_are_one() {
        assert_eq!(composed('s', '\u{327}'), Some('ş'));
        assert_eq!(composed('ı', '\u{307}'), Some('i'));
        assert_eq!(composed('x', '\u{327}'), None);
    }
}
