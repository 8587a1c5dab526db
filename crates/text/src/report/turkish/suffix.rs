//! Turkish suffixes by vowel harmony. A pattern is written with archiphonemes: `A` is a or e, `I` is ı,
//! i, u or ü, as the vowel before it asks; `D` is d or t, as the consonant before it asks.

/// Whether a consonant is voiceless: -DI is hard behind it.
const fn is_voiceless(letter: char) -> bool {
    matches!(letter, 'f' | 's' | 't' | 'k' | 'ç' | 'ş' | 'h' | 'p')
}

/// Whether a letter is a vowel.
pub(super) const fn is_vowel(letter: char) -> bool {
    matches!(
        letter,
        'a' | 'e' | 'ı' | 'i' | 'o' | 'ö' | 'u' | 'ü' | 'â' | 'î' | 'û'
    )
}

/// The vowel of a suffix after this one: `A` two ways, `I` four ways.
const fn harmonic(archiphoneme: char, last: char) -> char {
    match (archiphoneme, last) {
        ('A', 'a' | 'ı' | 'o' | 'u') => 'a',
        ('A', _) => 'e',
        (_, 'a' | 'ı') => 'ı',
        (_, 'o' | 'u') => 'u',
        (_, 'ö' | 'ü' | 'û') => 'ü',
        (_, _) => 'i',
    }
}

/// Whether `rest` is this suffix on this stem, letter by letter.
pub(super) fn is_suffix(stem: &str, rest: &str, pattern: &str) -> bool {
    let mut vowel = stem.chars().rev().find(|letter| is_vowel(*letter));
    let mut before = stem.chars().next_back();
    let mut letters = rest.chars();
    for asked in pattern.chars() {
        let Some(letter) = letters.next() else {
            return false;
        };
        let fits = match asked {
            'A' | 'I' => vowel.is_some_and(|last| harmonic(asked, last) == letter),
            'D' => {
                let is_hard = before.is_some_and(is_voiceless);
                letter == if is_hard { 't' } else { 'd' }
            }
            _ => asked == letter,
        };
        if !fits {
            return false;
        }
        if is_vowel(letter) {
            vowel = Some(letter);
        }
        before = Some(letter);
    }
    letters.next().is_none()
}

/// Returns the stem of a word that ends in this suffix, if something with a vowel is left.
pub(super) fn without<'w>(word: &'w str, pattern: &str) -> Option<&'w str> {
    let (last, asked) = (word.chars().next_back()?, pattern.chars().next_back()?);
    let may_end = match asked {
        'A' => matches!(last, 'a' | 'e'),
        'I' => matches!(last, 'ı' | 'i' | 'u' | 'ü'),
        'D' => matches!(last, 'd' | 't'),
        _ => asked == last,
    };
    if !may_end {
        return None;
    }
    let length = pattern.chars().count();
    let (at, _) = word.char_indices().rev().nth(length.checked_sub(1)?)?;
    let (stem, rest) = word.split_at(at);
    (stem.chars().any(is_vowel) && is_suffix(stem, rest, pattern)).then_some(stem)
}

/// What the noun of a clause is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Nominal {
    /// -DIK: what is or was.
    Fact,
    /// -(y)AcAK: what will be.
    Future,
    /// -mA: that something be done.
    Act,
    /// -mAk: to do.
    Infinitive,
}

/// The case of a clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    /// No ending but that of the possessor.
    Nominative,
    /// `-I`.
    Accusative,
    /// `-In`.
    Genitive,
    /// `-A`.
    Dative,
    /// `-DAn`.
    Ablative,
    /// `-lA`.
    Instrumental,
}

use Case::{Ablative, Accusative, Dative, Genitive, Instrumental, Nominative};
use Nominal::{Act, Fact, Future, Infinitive};

/// The endings of clauses, the longer ones of a kind first.
const CLAUSES: [(&str, Nominal, Case); 47] = [
    ("DIğInI", Fact, Accusative),
    ("DIklArInI", Fact, Accusative),
    ("DIğImIzI", Fact, Accusative),
    ("DIğImI", Fact, Accusative),
    ("DIğInIzI", Fact, Accusative),
    ("DIğInIn", Fact, Genitive),
    ("DIklArInIn", Fact, Genitive),
    ("DIğImIzIn", Fact, Genitive),
    ("DIğInA", Fact, Dative),
    ("DIklArInA", Fact, Dative),
    ("DIğImIzA", Fact, Dative),
    ("DIğIndAn", Fact, Ablative),
    ("DIklArIndAn", Fact, Ablative),
    ("DIğI", Fact, Nominative),
    ("DIklArI", Fact, Nominative),
    ("DIğImIz", Fact, Nominative),
    ("AcAğInI", Future, Accusative),
    ("AcAklArInI", Future, Accusative),
    ("AcAğImIzI", Future, Accusative),
    ("AcAğImI", Future, Accusative),
    ("AcAğInIn", Future, Genitive),
    ("AcAklArInIn", Future, Genitive),
    ("AcAğImIzIn", Future, Genitive),
    ("AcAğInA", Future, Dative),
    ("AcAklArInA", Future, Dative),
    ("AcAğImIzA", Future, Dative),
    ("AcAğIndAn", Future, Ablative),
    ("AcAklArIndAn", Future, Ablative),
    ("AcAğI", Future, Nominative),
    ("AcAklArI", Future, Nominative),
    ("AcAğImIz", Future, Nominative),
    ("mAsInI", Act, Accusative),
    ("mAlArInI", Act, Accusative),
    ("mAyI", Act, Accusative),
    ("mAmIzI", Act, Accusative),
    ("mAsInIn", Act, Genitive),
    ("mAlArInIn", Act, Genitive),
    ("mAsInA", Act, Dative),
    ("mAlArInA", Act, Dative),
    ("mAyA", Act, Dative),
    ("mAsIndAn", Act, Ablative),
    ("mAktAn", Infinitive, Ablative),
    ("mAsI", Act, Nominative),
    ("mAlArI", Act, Nominative),
    ("mAmIz", Act, Nominative),
    ("mAklA", Infinitive, Instrumental),
    ("mAk", Infinitive, Nominative),
];

/// Returns what a folded word is as the noun of a clause.
pub(super) fn clause(word: &str) -> Option<(Nominal, Case)> {
    let last = word.chars().next_back()?;
    if !matches!(last, 'n' | 'k' | 'z') && !is_vowel(last) {
        return None;
    }
    CLAUSES
        .iter()
        .find(|(pattern, ..)| without(word, pattern).is_some())
        .map(|(_, nominal, case)| (*nominal, *case))
}

/// Whether a folded word is one of these stems in the locative: toplantıda, toplantısında.
pub(super) fn is_in(word: &str, stems: &[&str]) -> bool {
    const LOCATIVES: [&str; 5] = ["DA", "sIndA", "IndA", "lArdA", "lArIndA"];
    word.ends_with(['a', 'e'])
        && stems.iter().any(|stem| {
            word.strip_prefix(stem)
                .is_some_and(|rest| LOCATIVES.iter().any(|of| is_suffix(stem, rest, of)))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_noun_is_known_in_the_locative() {
        for word in [
            "toplantıda",
            "toplantısında",
            "bildirgesinde",
            "metinde",
            "metninde",
            "forumunda",
        ] {
            assert!(
                is_in(word, &["toplantı", "bildirge", "metin", "metn", "forum"]),
                "{word}"
            );
        }
        for word in [
            "toplantıya",
            "metinden",
            "forum",
            "bildirgenin",
            "toplantıdan",
        ] {
            assert!(
                !is_in(word, &["toplantı", "bildirge", "metin", "metn", "forum"]),
                "{word}"
            );
        }
    }

    #[test]
    fn clauses_are_recognized_by_harmony() {
        assert_eq!(clause("olmadığını"), Some((Fact, Accusative)));
        assert_eq!(clause("olduğunu"), Some((Fact, Accusative)));
        assert_eq!(clause("gerektiğinin"), Some((Fact, Genitive)));
        assert_eq!(clause("sınırlanamayacağını"), Some((Future, Accusative)));
        assert_eq!(clause("ilettiklerini"), Some((Fact, Accusative)));
        assert_eq!(clause("göndermeyeceklerini"), Some((Future, Accusative)));
        assert_eq!(clause("oyalamakla"), Some((Infinitive, Instrumental)));
        assert_eq!(clause("dönmeleri"), Some((Act, Nominative)));
        assert_eq!(clause("kurulmasını"), Some((Act, Accusative)));
        assert_eq!(clause("kalınacağı"), Some((Future, Nominative)));
        for none in [
            "olmadiğini",
            "gücünü",
            "kapısını",
            "bakanı",
            "dığını",
            "anlaşmayla",
        ] {
            assert_eq!(clause(none), None, "{none}");
        }
    }
}
