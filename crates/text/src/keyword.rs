//! The words by which a line of the markup is recognised, in each language. They match as they stand
//! here or in the capitals that stand here, never by folding case: how `I`, `İ` and `ı` change depends on
//! the language.

use crate::language::Language;

/// What a keyword says a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Keyword {
    /// An article.
    Article,
    /// A part.
    Part,
    /// A chapter.
    Chapter,
    /// A section.
    Section,
    /// The preamble.
    Preamble,
    /// An annex.
    Annex,
    /// The testimonium.
    Testimonium,
    /// A rival text of a whole provision.
    Alternative,
}

impl Keyword {
    /// Every keyword, in the order of the table.
    pub const ALL: [Self; 8] = [
        Self::Article,
        Self::Part,
        Self::Chapter,
        Self::Section,
        Self::Preamble,
        Self::Annex,
        Self::Testimonium,
        Self::Alternative,
    ];
}

/// The words of one language as they are printed, and in capitals, in the order of [`Keyword::ALL`].
type Row = [[&'static str; 2]; 8];

const ENGLISH: Row = [
    ["Article", "ARTICLE"],
    ["Part", "PART"],
    ["Chapter", "CHAPTER"],
    ["Section", "SECTION"],
    ["Preamble", "PREAMBLE"],
    ["Annex", "ANNEX"],
    ["Testimonium", "TESTIMONIUM"],
    ["Alt", "ALT"],
];

const OTHERS: [(&str, Row); 4] = [
    (
        "tr",
        [
            ["Madde", "MADDE"],
            ["Kısım", "KISIM"],
            ["Bölüm", "BÖLÜM"],
            ["Ayrım", "AYRIM"],
            ["Başlangıç", "BAŞLANGIÇ"],
            ["Ek", "EK"],
            ["Son", "SON"],
            ["Almaşık", "ALMAŞIK"],
        ],
    ),
    (
        "fr",
        [
            ["Article", "ARTICLE"],
            ["Partie", "PARTIE"],
            ["Chapitre", "CHAPITRE"],
            ["Section", "SECTION"],
            ["Préambule", "PRÉAMBULE"],
            ["Annexe", "ANNEXE"],
            ["Fait", "FAIT"],
            ["Variante", "VARIANTE"],
        ],
    ),
    (
        "es",
        [
            ["Artículo", "ARTÍCULO"],
            ["Parte", "PARTE"],
            ["Capítulo", "CAPÍTULO"],
            ["Sección", "SECCIÓN"],
            ["Preámbulo", "PREÁMBULO"],
            ["Anexo", "ANEXO"],
            ["Hecho", "HECHO"],
            ["Alternativa", "ALTERNATIVA"],
        ],
    ),
    (
        "ru",
        [
            ["Статья", "СТАТЬЯ"],
            ["Часть", "ЧАСТЬ"],
            ["Глава", "ГЛАВА"],
            ["Раздел", "РАЗДЕЛ"],
            ["Преамбула", "ПРЕАМБУЛА"],
            ["Приложение", "ПРИЛОЖЕНИЕ"],
            ["Совершено", "СОВЕРШЕНО"],
            ["Вариант", "ВАРИАНТ"],
        ],
    ),
];

fn own(language: &Language) -> &'static Row {
    let of_language = |(tag, _): &&(&str, Row)| *tag == language.primary();
    OTHERS
        .iter()
        .find(of_language)
        .map_or(&ENGLISH, |(_, row)| row)
}

/// Returns the word that is printed for a keyword in a language; English where the language has none.
pub fn keyword(language: &Language, keyword: Keyword) -> &'static str {
    own(language)
        .iter()
        .zip(Keyword::ALL)
        .find(|(_, other)| *other == keyword)
        .map_or("", |(words, _)| words[0])
}

/// Returns every spelling that is accepted in a file of this language: its own words and the English.
pub(crate) fn spellings(language: &Language) -> impl Iterator<Item = (Keyword, &'static str)> {
    let rows = [own(language), &ENGLISH];
    rows.into_iter().flat_map(|row| {
        row.iter()
            .zip(Keyword::ALL)
            .flat_map(|(words, keyword)| words.iter().map(move |word| (keyword, *word)))
    })
}

/// Returns the keyword with which a line begins, and its length: the whole word must match.
pub(crate) fn leading(language: &Language, line: &str) -> Option<(Keyword, usize)> {
    spellings(language)
        .filter(|(_, word)| {
            line.strip_prefix(word).is_some_and(|rest| {
                let next = rest.chars().next();
                next.is_none_or(|next| !next.is_alphanumeric() && !is_joined(next))
            })
        })
        .map(|(keyword, word)| (keyword, word.len()))
        .max_by_key(|(_, length)| *length)
}

/// Whether a character would join what follows to the word before: a combining mark, an apostrophe.
fn is_joined(letter: char) -> bool {
    unicode_normalization::char::is_combining_mark(letter)
        || matches!(letter, '\'' | '\u{2019}' | '-' | '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lead(tag: &str, line: &str) -> Option<(Keyword, usize)> {
        leading(&Language::new(tag).unwrap(), line)
    }

    #[test]
    fn words_match_as_they_stand_in_the_table() {
        assert_eq!(lead("tr", "KISIM I"), Some((Keyword::Part, 5)));
        assert_eq!(lead("tr", "Kısım I"), Some((Keyword::Part, 7)));
        assert_eq!(lead("tr", "Article 1"), Some((Keyword::Article, 7)));
        assert_eq!(lead("ru", "СТАТЬЯ 1"), Some((Keyword::Article, 12)));
        assert_eq!(lead("pt", "Article 1"), Some((Keyword::Article, 7)));
        for other in ["Kisim I", "KıSıM", "kısım I", "Maddeler 1", "Madde'nin"] {
            assert_eq!(lead("tr", other), None, "{other}");
        }
        assert_eq!(lead("en", "Artıcle 1"), None);
        assert_eq!(lead("en", "Madde 1"), None);
    }

    #[test]
    fn a_language_prints_its_own_words() {
        let turkish = Language::new("tr").unwrap();
        assert_eq!(keyword(&turkish, Keyword::Alternative), "Almaşık");
        let other = Language::new("de").unwrap();
        assert_eq!(keyword(&other, Keyword::Annex), "Annex");
    }
}
