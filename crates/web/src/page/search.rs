//! Finding by words: letters are compared without case, accents and dots, so that `IĞDIR`, `Iğdır`
//! and `igdir` are one. Identifiers are compared as they stand.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Words to be found.
pub(crate) struct Search {
    words: Vec<String>,
}

impl Search {
    /// Returns the search for what somebody typed; all its words must be there.
    pub(crate) fn of(typed: &str) -> Self {
        let folded = folded(typed);
        Self {
            words: folded.split_whitespace().map(str::to_owned).collect(),
        }
    }

    /// Whether nothing is searched for.
    pub(crate) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether each word stands in one of these texts.
    pub(crate) fn finds(&self, texts: &[&str]) -> bool {
        let texts: Vec<String> = texts.iter().map(|text| folded(text)).collect();
        let mut words = self.words.iter();
        words.all(|word| texts.iter().any(|text| text.contains(word.as_str())))
    }
}

/// Case folding that joins the dotted and the dotless i, as a reader of either language expects.
fn folded(text: &str) -> String {
    text.nfkd()
        .filter(|letter| !is_combining_mark(*letter))
        .flat_map(char::to_lowercase)
        .filter(|letter| !is_combining_mark(*letter))
        .map(|letter| if letter == 'ı' { 'i' } else { letter })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_and_dots_do_not_matter() {
        for written in ["IĞDIR", "Iğdır", "ığdır", "iğdir", "İĞDİR", "igdir"] {
            assert!(Search::of(written).finds(&["Iğdır"]), "{written}");
        }
        assert!(Search::of("cote ivoire").finds(&["Côte d’Ivoire"]));
        assert!(Search::of("4-9 rights").finds(&["Human Rights", "4-9"]));
        assert!(!Search::of("rights children").finds(&["Human Rights"]));
        assert!(Search::of("إنذار").finds(&["الإنذار المبكر"]));
        assert!(Search::of(" \u{a0}").is_empty());
    }
}
