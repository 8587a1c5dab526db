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
mod tests;
