//! The order of letters by which names are sorted: in Turkish *ç* comes after *c* and *ı* before *i*;
//! in English a letter with a mark stands with the one without.

use crate::wording::turkish::small;

const TURKISH: [char; 32] = [
    'a', 'b', 'c', 'ç', 'd', 'e', 'f', 'g', 'ğ', 'h', 'ı', 'i', 'j', 'k', 'l', 'm', 'n', 'o', 'ö',
    'p', 'q', 'r', 's', 'ş', 't', 'u', 'ü', 'v', 'w', 'x', 'y', 'z',
];

/// Where other signs stand: before all letters.
const SIGN: u8 = 0;

/// Returns the place of a letter in the Turkish alphabet.
pub(super) fn turkish(letter: char) -> u8 {
    let small = small(letter);
    let place = TURKISH.iter().position(|known| *known == small);
    place
        .and_then(|place| u8::try_from(place + 1).ok())
        .unwrap_or(SIGN)
}

/// Returns the place of a letter in the English alphabet.
pub(super) fn english(letter: char) -> u8 {
    let bare = match letter {
        'I' | 'ı' | 'İ' => 'i',
        other => match small(other) {
            'ç' => 'c',
            'ğ' => 'g',
            'ö' => 'o',
            'ş' => 's',
            'ü' => 'u',
            plain => plain,
        },
    };
    if bare.is_ascii_lowercase() {
        u8::try_from(bare).unwrap_or(SIGN)
    } else {
        SIGN
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(names: &[&'static str], place: fn(char) -> u8) -> Vec<&'static str> {
        let mut names = names.to_vec();
        names.sort_by_key(|name| name.chars().map(place).collect::<Vec<_>>());
        names
    }

    #[test]
    fn turkish_letters_stand_where_the_alphabet_has_them() {
        let names = [
            "İran",
            "Irak",
            "Çad",
            "Danimarka",
            "Cezayir",
            "Şili",
            "Sudan",
            "Tunus",
        ];
        let expected = [
            "Cezayir",
            "Çad",
            "Danimarka",
            "Irak",
            "İran",
            "Sudan",
            "Şili",
            "Tunus",
        ];
        assert_eq!(sorted(&names, turkish), expected);
    }

    #[test]
    fn english_leaves_marks_aside() {
        let names = [
            "Tuvalu",
            "Türkiye",
            "Côte d'Ivoire",
            "Cuba",
            "Iraq",
            "India",
        ];
        let expected = [
            "Côte d'Ivoire",
            "Cuba",
            "India",
            "Iraq",
            "Türkiye",
            "Tuvalu",
        ];
        assert_eq!(sorted(&names, english), expected);
    }
}
