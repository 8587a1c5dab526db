//! Turkish suffixes by vowel harmony. A pattern is written with archiphonemes: `A` is a or e, `I` is ı,
//! i, u or ü, as the vowel before it asks; `D` is d or t, as the consonant before it asks.

use super::super::word_list::WordList;

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

/// The letters of a stem that its suffixes ask about: its last vowel and its last letter.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ending {
    vowel: Option<char>,
    last: Option<char>,
}

impl Ending {
    /// Returns those of a stem.
    pub(super) fn of(stem: &str) -> Self {
        Self {
            vowel: stem.chars().rev().find(|letter| is_vowel(*letter)),
            last: stem.chars().next_back(),
        }
    }

    /// Whether the stem ends in a vowel.
    pub(super) fn is_vowel(self) -> bool {
        self.last.is_some_and(is_vowel)
    }

    /// Whether `rest` is this suffix on the stem, letter by letter.
    pub(super) fn takes(self, rest: &str, pattern: &str) -> bool {
        // A letter takes one byte or two, where that of the pattern takes one.
        if rest.len() < pattern.len() || rest.len() > 2 * pattern.len() {
            return false;
        }
        let (mut vowel, mut before) = (self.vowel, self.last);
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
}

/// Whether a letter may stand for that of a pattern, whatever stands before it.
const fn may_be(asked: char, letter: char) -> bool {
    match asked {
        'A' => matches!(letter, 'a' | 'e'),
        'I' => matches!(letter, 'ı' | 'i' | 'u' | 'ü'),
        'D' => matches!(letter, 'd' | 't'),
        _ => asked == letter,
    }
}

/// Returns the stem of a word that ends in this suffix, if something with a vowel is left.
pub(super) fn without<'w>(word: &'w str, pattern: &str) -> Option<&'w str> {
    let mut letters = word.char_indices().rev();
    let mut begin = word.len();
    for asked in pattern.chars().rev() {
        let (at, _) = letters.next().filter(|(_, of)| may_be(asked, *of))?;
        begin = at;
    }
    let (stem, rest) = word.split_at(begin);
    let ending = Ending::of(stem);
    (ending.vowel.is_some() && ending.takes(rest, pattern)).then_some(stem)
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

/// Endings with what they make of a word.
type Endings = &'static [(&'static str, Nominal, Case)];

/// The endings of clauses by their last letters, the longer ones of a kind first.
const CLAUSES: [(char, Endings); 5] = [
    (
        'I',
        &[
            ("DIğInI", Fact, Accusative),
            ("DIklArInI", Fact, Accusative),
            ("DIğImIzI", Fact, Accusative),
            ("DIğImI", Fact, Accusative),
            ("DIğInIzI", Fact, Accusative),
            ("DIğI", Fact, Nominative),
            ("DIklArI", Fact, Nominative),
            ("AcAğInI", Future, Accusative),
            ("AcAklArInI", Future, Accusative),
            ("AcAğImIzI", Future, Accusative),
            ("AcAğImI", Future, Accusative),
            ("AcAğI", Future, Nominative),
            ("AcAklArI", Future, Nominative),
            ("mAsInI", Act, Accusative),
            ("mAlArInI", Act, Accusative),
            ("mAyI", Act, Accusative),
            ("mAmIzI", Act, Accusative),
            ("mAsI", Act, Nominative),
            ("mAlArI", Act, Nominative),
        ],
    ),
    (
        'n',
        &[
            ("DIğInIn", Fact, Genitive),
            ("DIklArInIn", Fact, Genitive),
            ("DIğImIzIn", Fact, Genitive),
            ("DIğIndAn", Fact, Ablative),
            ("DIklArIndAn", Fact, Ablative),
            ("AcAğInIn", Future, Genitive),
            ("AcAklArInIn", Future, Genitive),
            ("AcAğImIzIn", Future, Genitive),
            ("AcAğIndAn", Future, Ablative),
            ("AcAklArIndAn", Future, Ablative),
            ("mAsInIn", Act, Genitive),
            ("mAlArInIn", Act, Genitive),
            ("mAsIndAn", Act, Ablative),
            ("mAktAn", Infinitive, Ablative),
        ],
    ),
    (
        'A',
        &[
            ("DIğInA", Fact, Dative),
            ("DIklArInA", Fact, Dative),
            ("DIğImIzA", Fact, Dative),
            ("AcAğInA", Future, Dative),
            ("AcAklArInA", Future, Dative),
            ("AcAğImIzA", Future, Dative),
            ("mAsInA", Act, Dative),
            ("mAlArInA", Act, Dative),
            ("mAyA", Act, Dative),
            ("mAklA", Infinitive, Instrumental),
        ],
    ),
    (
        'z',
        &[
            ("DIğImIz", Fact, Nominative),
            ("AcAğImIz", Future, Nominative),
            ("mAmIz", Act, Nominative),
        ],
    ),
    ('k', &[("mAk", Infinitive, Nominative)]),
];

/// Returns what a folded word is as the noun of a clause.
pub(super) fn clause(word: &str) -> Option<(Nominal, Case)> {
    let last = word.chars().next_back()?;
    let (_, endings) = CLAUSES.iter().find(|(asked, _)| may_be(*asked, last))?;
    endings
        .iter()
        .find(|(pattern, ..)| without(word, pattern).is_some())
        .map(|(_, nominal, case)| (*nominal, *case))
}

/// Whether a folded word is one of these stems in the locative: toplantıda, toplantısında.
pub(super) fn is_in(word: &str, stems: &WordList) -> bool {
    const LOCATIVES: [&str; 5] = ["DA", "sIndA", "IndA", "lArdA", "lArIndA"];
    matches!(word.as_bytes().last(), Some(b'a' | b'e'))
        && stems.stems(word).any(|stem| {
            let (ending, rest) = (Ending::of(stem), &word[stem.len()..]);
            LOCATIVES.iter().any(|of| ending.takes(rest, of))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    static NOUNS: WordList = WordList::of(&["toplantı", "bildirge", "metin", "metn", "forum"]);

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
            assert!(is_in(word, &NOUNS), "{word}");
        }
        for word in [
            "toplantıya",
            "metinden",
            "forum",
            "bildirgenin",
            "toplantıdan",
        ] {
            assert!(!is_in(word, &NOUNS), "{word}");
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
