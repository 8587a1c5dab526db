//! Turkish case suffixes on numbers, dates, codes and names, chosen by how the word is read aloud:
//! vowel harmony, buffer letters, and hardening after voiceless consonants.
//!
//! This module knows sounds, not meanings: `1987` ends in *yedi*, `TUR` in *re*, `Fas` in *s*.

/// A suffix that a number, date, code or name may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Suffix {
    /// `-DA`: at, on, in.
    Locative,
    /// `-DAn`: from.
    Ablative,
    /// `-(n)In`: of.
    Genitive,
    /// `-(y)A`: to.
    Dative,
    /// `-(y)I`: the object.
    Accusative,
    /// `-(s)I`: one of them.
    Possessive,
    /// `-(I)ncI`: the n-th.
    Ordinal,
}

impl Suffix {
    /// Returns the suffix that is named by its form after *e*, as the locale files write it.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "de" => Self::Locative,
            "den" => Self::Ablative,
            "in" => Self::Genitive,
            "e" => Self::Dative,
            "i" => Self::Accusative,
            "si" => Self::Possessive,
            "inci" => Self::Ordinal,
            _ => return None,
        })
    }
}

/// Returns the word with the suffix behind an apostrophe: `1987'de`, `Danimarka'nın`, `4-4'ün`.
pub fn suffixed(word: &str, suffix: Suffix) -> String {
    let ending = Ending::of(word);
    let (low, high) = (ending.low(), ending.high());
    let stop = if ending.voiceless { 't' } else { 'd' };
    let buffer = |letter: &'static str| if ending.open { letter } else { "" };
    let attached = match suffix {
        _ if ending.compound => after_possessive(suffix, low, high),
        Suffix::Locative => format!("{stop}{low}"),
        Suffix::Ablative => format!("{stop}{low}n"),
        Suffix::Genitive => format!("{}{high}n", buffer("n")),
        Suffix::Dative => format!("{}{low}", buffer("y")),
        Suffix::Accusative => format!("{}{high}", buffer("y")),
        Suffix::Possessive => format!("{}{high}", buffer("s")),
        Suffix::Ordinal if ending.open => format!("nc{high}"),
        Suffix::Ordinal => format!("{high}nc{high}"),
    };
    format!("{word}'{attached}")
}

/// The pronominal *n* stands before every case of a word that already ends in a possessive:
/// *Birliği'nde*, *Cumhuriyeti'ne*.
fn after_possessive(suffix: Suffix, low: char, high: char) -> String {
    match suffix {
        Suffix::Locative => format!("nd{low}"),
        Suffix::Ablative => format!("nd{low}n"),
        Suffix::Genitive => format!("n{high}n"),
        Suffix::Dative => format!("n{low}"),
        Suffix::Accusative | Suffix::Possessive => format!("n{high}"),
        Suffix::Ordinal => format!("nc{high}"),
    }
}

/// The sound in which a word ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Ending {
    /// The last vowel, in lower case.
    vowel: char,
    /// Whether the word ends in that vowel.
    open: bool,
    /// Whether it ends in one of *f s t k ç ş h p*.
    voiceless: bool,
    /// Whether it is a compound whose head already carries a possessive.
    compound: bool,
}

impl Ending {
    fn of(word: &str) -> Self {
        let last = last_part(word);
        if let Some(read) = read_aloud(word, last) {
            return Self::of_sounds(read);
        }
        let compound = word.contains(' ') && COMPOUND_HEADS.contains(&last);
        Self {
            compound,
            ..Self::of_sounds(last)
        }
    }

    fn of_sounds(sounds: &str) -> Self {
        let mut letters = sounds
            .chars()
            .rev()
            .map(small)
            .filter(|c| c.is_alphabetic());
        let last = letters.next().unwrap_or('e');
        let vowel = if is_vowel(last) {
            Some(last)
        } else {
            letters.find(|letter| is_vowel(*letter))
        };
        Self {
            vowel: vowel.unwrap_or('e'),
            open: is_vowel(last),
            voiceless: "fstkçşhpqx".contains(last),
            compound: false,
        }
    }

    /// The low vowel that harmonizes: *a* or *e*.
    const fn low(self) -> char {
        match self.vowel {
            'a' | 'ı' | 'o' | 'u' => 'a',
            _ => 'e',
        }
    }

    /// The high vowel that harmonizes: *ı*, *i*, *u* or *ü*.
    const fn high(self) -> char {
        match self.vowel {
            'a' | 'ı' => 'ı',
            'o' | 'u' => 'u',
            'ö' | 'ü' => 'ü',
            _ => 'i',
        }
    }
}

/// The heads of compound names that end in a possessive.
const COMPOUND_HEADS: [&str; 16] = [
    "Adaları",
    "Birliği",
    "Cumhuriyeti",
    "Devletleri",
    "Devleti",
    "Emirlikleri",
    "Federasyonu",
    "Krallığı",
    "Kurumu",
    "Örgütü",
    "Sahili",
    "Topluluğu",
    "Bankası",
    "Ajansı",
    "Ginesi",
    "Konseyi",
];

/// The last run of letters and digits.
fn last_part(word: &str) -> &str {
    let end = word
        .char_indices()
        .rev()
        .find(|(_, letter)| letter.is_alphanumeric())
        .map_or(0, |(at, letter)| at + letter.len_utf8());
    let trimmed = &word[..end];
    let start = trimmed
        .char_indices()
        .rev()
        .take_while(|(_, letter)| letter.is_alphanumeric())
        .last()
        .map_or(0, |(at, _)| at);
    &trimmed[start..]
}

/// The last word of what is said aloud for a number, a single letter or a code; `None` for a word.
fn read_aloud(word: &str, last: &str) -> Option<&'static str> {
    if last.ends_with(|digit: char| digit.is_ascii_digit()) {
        return Some(number_aloud(&digits(word)));
    }
    let letters = last.chars().count();
    let is_code = letters <= LONGEST_CODE && last.chars().all(|letter| letter.is_ascii_uppercase());
    if letters == 1 || is_code {
        return last.chars().last().map(letter_aloud);
    }
    None
}

/// Codes longer than this are read as words: `TUR`, but *UNESCO*.
const LONGEST_CODE: usize = 4;

/// The digits that are said last: of `2/3`, *üçte iki*, the numerator; of `61,6` those after the
/// comma; of `13.728.306` all.
fn digits(word: &str) -> String {
    let last = word.trim_end_matches(|mark: char| !mark.is_ascii_digit());
    let number_start = |text: &str| {
        text.rfind(|mark: char| !mark.is_ascii_digit() && mark != '.' && mark != '\u{202f}')
            .map_or(0, |at| {
                at + text[at..].chars().next().map_or(1, char::len_utf8)
            })
    };
    let start = number_start(last);
    let said = match last[..start].strip_suffix('/') {
        Some(before) if before.ends_with(|digit: char| digit.is_ascii_digit()) => {
            &before[number_start(before)..]
        }
        _ => &last[start..],
    };
    said.chars().filter(char::is_ascii_digit).collect()
}

/// The last word of a number read aloud: `2010` is *iki bin on*.
fn number_aloud(digits: &str) -> &'static str {
    const ONES: [&str; 10] = [
        "sıfır", "bir", "iki", "üç", "dört", "beş", "altı", "yedi", "sekiz", "dokuz",
    ];
    const TENS: [&str; 10] = [
        "sıfır", "on", "yirmi", "otuz", "kırk", "elli", "altmış", "yetmiş", "seksen", "doksan",
    ];
    const THOUSANDS: [&str; 5] = ["yüz", "bin", "milyon", "milyar", "trilyon"];
    let zeros = digits
        .bytes()
        .rev()
        .take_while(|digit| *digit == b'0')
        .count();
    let said = digits
        .bytes()
        .rev()
        .nth(zeros)
        .map(|digit| usize::from(digit - b'0'));
    match (said, zeros) {
        (None, _) => ONES[0],
        (Some(digit), 0) => ONES.get(digit).copied().unwrap_or(ONES[0]),
        (Some(digit), 1) => TENS.get(digit).copied().unwrap_or(TENS[0]),
        (Some(_), 2) => THOUSANDS[0],
        (Some(_), zeros) => THOUSANDS.get(zeros / 3).copied().unwrap_or(THOUSANDS[4]),
    }
}

/// The Turkish name of a letter.
fn letter_aloud(letter: char) -> &'static str {
    match small(letter) {
        'a' => "a",
        'ı' => "ı",
        'i' => "i",
        'o' => "o",
        'ö' => "ö",
        'u' => "u",
        'ü' | 'q' => "ü",
        'x' => "iks",
        _ => "be",
    }
}

/// The lower case of a Turkish letter; `I` is *ı* and `İ` is *i*.
pub(super) fn small(letter: char) -> char {
    match letter {
        'I' => 'ı',
        'Ç' => 'ç',
        'Ğ' => 'ğ',
        'Ö' | 'Ô' | 'ô' => 'ö',
        'Ş' => 'ş',
        'Ü' => 'ü',
        'Â' | 'â' | 'á' | 'ã' => 'a',
        'é' | 'è' | 'ê' => 'e',
        'İ' | 'í' | 'î' => 'i',
        'ó' => 'o',
        'ú' | 'û' => 'u',
        other => other.to_ascii_lowercase(),
    }
}

const fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'ı' | 'i' | 'o' | 'ö' | 'u' | 'ü')
}

#[cfg(test)]
mod tests {
    use super::Suffix::{Ablative, Accusative, Dative, Genitive, Locative, Ordinal, Possessive};
    use super::*;

    fn check(suffix: Suffix, forms: &[&str]) {
        for form in forms {
            let (word, _) = form.rsplit_once('\'').expect("a form has an apostrophe");
            assert_eq!(&suffixed(word, suffix), form);
        }
    }

    #[test]
    fn every_digit_and_round_number_takes_its_own_locative_and_ablative() {
        check(
            Locative,
            &[
                "27 Mayıs 1987'de",
                "1980'de",
                "1976'da",
                "1983'te",
                "1984'te",
                "1985'te",
                "1990'da",
                "2000'de",
                "2001'de",
                "2010'da",
                "1970'te",
                "1960'ta",
                "1940'ta",
                "1900'de",
                "2030'da",
            ],
        );
        check(
            Ablative,
            &[
                "26 Haziran 1987'den",
                "1976'dan",
                "2010'dan",
                "1940'tan",
                "100'den",
                "1000'den",
                "0'dan",
                "1'den",
                "2'den",
                "3'ten",
                "4'ten",
                "5'ten",
                "6'dan",
                "7'den",
                "8'den",
                "9'dan",
                "10'dan",
                "20'den",
                "30'dan",
                "40'tan",
                "50'den",
                "60'tan",
                "70'ten",
                "80'den",
                "90'dan",
                "1.000.000'dan",
                "2.000.000.000'dan",
                "12.000'den",
                "10.500'den",
            ],
        );
    }

    #[test]
    fn numbers_take_buffers_where_they_end_in_a_vowel() {
        check(
            Genitive,
            &[
                "4-4'ün",
                "4-5'in",
                "18-10'un",
                "6'nın",
                "2'nin",
                "20'nin",
                "40'ın",
                "9'un",
                "27-7-a'nın",
                "27-2-b'nin",
            ],
        );
        check(
            Dative,
            &[
                "6'ya", "1'e", "3'e", "10'a", "20'ye", "7'ye", "40'a", "2017'ye",
            ],
        );
        check(Accusative, &["6'yı", "1'i", "3'ü", "10'u", "2'yi", "50'yi"]);
        check(
            Possessive,
            &[
                "6'sı",
                "2'si",
                "3'ü",
                "4'ü",
                "5'i",
                "10'u",
                "20'si",
                "30'u",
                "40'ı",
                "50'si",
                "%61,6'sı",
                "%55'i",
                "2/3'si",
                "3/4'ü",
            ],
        );
        check(
            Ordinal,
            &[
                "1'inci",
                "2'nci",
                "3'üncü",
                "4'üncü",
                "5'inci",
                "6'ncı",
                "9'uncu",
                "10'uncu",
                "20'nci",
                "22'nci",
                "30'uncu",
                "35'inci",
                "40'ıncı",
                "50'nci",
                "60'ıncı",
                "100'üncü",
                "1000'inci",
            ],
        );
    }

    #[test]
    fn names_follow_their_own_sounds() {
        check(
            Genitive,
            &[
                "Danimarka'nın",
                "Türkiye'nin",
                "Irak'ın",
                "İran'ın",
                "Peru'nun",
                "Ürdün'ün",
                "Gürcistan'ın",
                "Lüksemburg'un",
                "Kıbrıs'ın",
            ],
        );
        check(
            Dative,
            &[
                "Türkiye'ye",
                "Danimarka'ya",
                "Fas'a",
                "Ürdün'e",
                "Mısır'a",
                "Çin'e",
            ],
        );
        check(
            Ablative,
            &[
                "Irak'tan",
                "Fas'tan",
                "Türkiye'den",
                "Birleşik Krallık'tan",
                "Kongo'dan",
                "Meksika'dan",
            ],
        );
        check(
            Locative,
            &[
                "Haziran'da",
                "Mart'ta",
                "Eylül'de",
                "Iğdır'da",
                "Kazakistan'da",
            ],
        );
        check(
            Accusative,
            &["Fransa'yı", "Kenya'yı", "Çad'ı", "Moğolistan'ı"],
        );
    }

    #[test]
    fn compounds_take_the_pronominal_n() {
        check(
            Dative,
            &[
                "Dominik Cumhuriyeti'ne",
                "Avrupa Birliği'ne",
                "Marshall Adaları'na",
            ],
        );
        check(
            Locative,
            &["Rusya Federasyonu'nda", "Amerika Birleşik Devletleri'nde"],
        );
        check(Ablative, &["Avrupa Birliği'nden"]);
        check(Genitive, &["Avrupa Birliği'nin", "Rusya Federasyonu'nun"]);
    }

    #[test]
    fn codes_are_read_letter_by_letter() {
        check(
            Genitive,
            &[
                "TUR'nin", "GBR'nin", "USA'nın", "X-EU'nun", "FRA'nın", "ABD'nin",
            ],
        );
        check(Ablative, &["TUR'den", "X'ten"]);
        check(Dative, &["VCLT'ye", "TDK'ye", "UNESCO'ya"]);
    }

    #[test]
    fn nothing_to_read_is_no_fault() {
        assert_eq!(suffixed("", Genitive), "'nin");
        assert_eq!(suffixed("—", Dative), "—'ye");
        assert_eq!(suffixed("27(1)", Genitive), "27(1)'in");
    }
}
