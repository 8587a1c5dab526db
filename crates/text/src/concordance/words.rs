//! Number words: how each language spells 1 to 200, as cardinals and ordinals. They are compared without
//! spaces and hyphens, so that `yirmibeş` and `yirmi beş` are the same.

use crate::language::Language;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

/// The largest number whose words are known.
const MOST: u32 = 200;

/// Returns the number words of a language, written together; nothing where they are not known.
pub(super) fn table(language: &Language) -> Option<BTreeMap<String, u32>> {
    let spell: fn(u32, &mut Vec<String>) = match language.primary() {
        "en" => english,
        "tr" => turkish,
        "fr" => french,
        _ => return None,
    };
    let mut table = BTreeMap::new();
    for number in 1..=MOST {
        let mut spellings = Vec::new();
        spell(number, &mut spellings);
        for spelling in spellings {
            table.insert(spelling, number);
        }
    }
    Some(table)
}

const ENGLISH: [&str; 20] = [
    "",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const ENGLISH_TENS: [&str; 10] = [
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
];
const ENGLISH_ORDINALS: [&str; 20] = [
    "",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
];

fn of<'t>(table: &[&'t str], nth: u32) -> &'t str {
    table.get(nth as usize).copied().unwrap_or_default()
}

fn english(number: u32, into: &mut Vec<String>) {
    let (hundreds, below) = (number / 100, number % 100);
    let cardinal = |below: u32| {
        if below < 20 {
            of(&ENGLISH, below).into()
        } else {
            alloc::format!(
                "{}{}",
                of(&ENGLISH_TENS, below / 10),
                of(&ENGLISH, below % 10)
            )
        }
    };
    let ordinal = |below: u32| match (below / 10, below % 10) {
        _ if below < 20 => of(&ENGLISH_ORDINALS, below).into(),
        (tens, 0) => alloc::format!("{}ieth", of(&ENGLISH_TENS, tens).trim_end_matches('y')),
        (tens, units) => {
            alloc::format!(
                "{}{}",
                of(&ENGLISH_TENS, tens),
                of(&ENGLISH_ORDINALS, units)
            )
        }
    };
    if hundreds == 0 {
        into.extend([cardinal(below), ordinal(below)]);
        // So many times.
        match below {
            2 => into.push("twice".into()),
            3 => into.push("thrice".into()),
            _ => {}
        }
        return;
    }
    let ones: &[&str] = if hundreds == 1 {
        &["", "one", "a"]
    } else {
        &["two"]
    };
    for one in ones {
        if below == 0 {
            into.push(alloc::format!("{one}hundred"));
            into.push(alloc::format!("{one}hundredth"));
            continue;
        }
        for and in ["", "and"] {
            into.push(alloc::format!("{one}hundred{and}{}", cardinal(below)));
            into.push(alloc::format!("{one}hundred{and}{}", ordinal(below)));
        }
    }
}

const TURKISH: [&str; 10] = [
    "", "bir", "iki", "üç", "dört", "beş", "altı", "yedi", "sekiz", "dokuz",
];
const TURKISH_TENS: [&str; 10] = [
    "", "on", "yirmi", "otuz", "kırk", "elli", "altmış", "yetmiş", "seksen", "doksan",
];

fn turkish(number: u32, into: &mut Vec<String>) {
    let hundreds = match number / 100 {
        0 => "",
        1 => "yüz",
        _ => "ikiyüz",
    };
    let below = number % 100;
    let cardinal = alloc::format!(
        "{hundreds}{}{}",
        of(&TURKISH_TENS, below / 10),
        of(&TURKISH, below % 10)
    );
    into.push(turkish_ordinal(&cardinal));
    into.push(cardinal);
    if number == 1 {
        into.push("ilk".into());
    }
}

/// The ordinal after the harmony of its last vowel: `beşinci`, `altıncı`, `dördüncü`.
fn turkish_ordinal(cardinal: &str) -> String {
    let vowel = cardinal
        .chars()
        .rev()
        .find(|letter| "aeıioöuü".contains(*letter));
    let close = match vowel {
        Some('a' | 'ı') => 'ı',
        Some('o' | 'u') => 'u',
        Some('ö' | 'ü') => 'ü',
        _ => 'i',
    };
    let ends_in_vowel = cardinal.chars().next_back() == vowel;
    let stem = match cardinal.strip_suffix("dört") {
        Some(before) => alloc::format!("{before}dörd"),
        None => cardinal.into(),
    };
    let joint = if ends_in_vowel {
        String::new()
    } else {
        String::from(close)
    };
    alloc::format!("{stem}{joint}nc{close}")
}

const FRENCH: [&str; 17] = [
    "", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze",
    "douze", "treize", "quatorze", "quinze", "seize",
];
const FRENCH_TENS: [&str; 7] = [
    "",
    "",
    "vingt",
    "trente",
    "quarante",
    "cinquante",
    "soixante",
];

fn french(number: u32, into: &mut Vec<String>) {
    let hundreds = match number / 100 {
        0 => "",
        1 => "cent",
        _ => "deuxcent",
    };
    for below in french_below(number % 100) {
        let cardinal = alloc::format!("{hundreds}{below}");
        let ordinal = match cardinal.as_str() {
            "un" => {
                into.extend(["premier".into(), "première".into()]);
                None
            }
            _ => Some(french_ordinal(&cardinal)),
        };
        into.extend(ordinal);
        if number == 80 || number == 200 {
            into.push(alloc::format!("{cardinal}s"));
        }
        into.push(cardinal);
    }
}

fn french_below(below: u32) -> Vec<String> {
    let (base, rest) = match below {
        0..=16 => return alloc::vec![of(&FRENCH, below).into()],
        17..=19 => return alloc::vec![alloc::format!("dix{}", of(&FRENCH, below - 10))],
        20..=69 => (of(&FRENCH_TENS, below / 10), below % 10),
        70..=79 => ("soixante", below - 60),
        _ => ("quatrevingt", below - 80),
    };
    let rest = match rest {
        0 => String::new(),
        17..=19 => alloc::format!("dix{}", of(&FRENCH, rest - 10)),
        rest => of(&FRENCH, rest).into(),
    };
    let mut spellings = alloc::vec![alloc::format!("{base}{rest}")];
    if matches!(rest.as_str(), "un" | "onze") {
        spellings.push(alloc::format!("{base}et{rest}"));
    }
    spellings
}

fn french_ordinal(cardinal: &str) -> String {
    let stem = match cardinal {
        _ if cardinal.ends_with('f') => alloc::format!("{}v", cardinal.trim_end_matches('f')),
        _ if cardinal.ends_with("cinq") => alloc::format!("{cardinal}u"),
        _ => cardinal.trim_end_matches('e').into(),
    };
    alloc::format!("{stem}ième")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(tag: &str, words: &str) -> Option<u32> {
        table(&Language::new(tag).unwrap())?.get(words).copied()
    }

    #[test]
    fn words_are_known_up_to_two_hundred() {
        for (tag, words, number) in [
            ("en", "twentyfive", 25),
            ("en", "twentieth", 20),
            ("en", "onehundredandtwelfth", 112),
            ("en", "ahundred", 100),
            ("en", "twohundred", 200),
            ("en", "fortieth", 40),
            ("tr", "yirmibeş", 25),
            ("tr", "dördüncü", 4),
            ("tr", "altıncı", 6),
            ("tr", "otuzuncu", 30),
            ("tr", "yüzyirmibeşinci", 125),
            ("tr", "ikiyüz", 200),
            ("tr", "kırkıncı", 40),
            ("fr", "quatrevingts", 80),
            ("fr", "quatrevingtdixsept", 97),
            ("fr", "soixanteetonze", 71),
            ("fr", "neuvième", 9),
            ("fr", "cinquième", 5),
            ("fr", "deuxcents", 200),
        ] {
            assert_eq!(read(tag, words), Some(number), "{words}");
        }
        assert_eq!(read("de", "zwei"), None);
    }

    #[test]
    fn no_word_has_two_numbers() {
        for spell in [english, turkish, french] {
            let mut seen = BTreeMap::new();
            for number in 1..=MOST {
                let mut spellings = Vec::new();
                spell(number, &mut spellings);
                for spelling in spellings {
                    let other = seen.insert(spelling.clone(), number);
                    assert!(other.is_none_or(|other| other == number), "{spelling}");
                }
            }
        }
    }
}
