//! In which form a Turkish verb stands, by its chain of suffixes.

use super::suffix::Ending;

/// The form in which a verb stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// It ends its sentence: `-DI`, `-mIş`, `-(I)yor` …
    Finite,
    /// It ends a clause: `-(y)ArAk`, `-(y)Ip`, `-ken`.
    Converb,
    /// Its subject follows: `-(y)An`.
    Participle,
    /// It is itself reported: `-DIğInI`.
    Reported,
    /// `-DIğI gibi`, `-DIğI üzere`.
    As,
}

/// The chains of each form, in the order in which they are tried.
const FORMS: [(Form, &[&str]); 5] = [
    (
        Form::Finite,
        &[
            "DI",
            "DIlAr",
            "DIk",
            "mIştI",
            "mIşlArdI",
            "mIş",
            "mIştIr",
            "Iyor",
            "IyorlAr",
            "IyordI",
            "AcAk",
            "AcAktIr",
            "Ir",
            "Ar",
            "mAktA",
            "mAktAdIr",
        ],
    ),
    (
        Form::Converb,
        &[
            "ArAk", "Ip", "Irken", "Arken", "DIktAn", "mIşken", "IncA", "mAklA",
        ],
    ),
    (Form::Participle, &["An"]),
    (
        Form::Reported,
        &[
            "DIğInI",
            "DIklArInI",
            "DIğInA",
            "DIğInIn",
            "AcAğInI",
            "DIğImI",
            "DIğImIzI",
            "AcAklArInI",
        ],
    ),
    (Form::As, &["DIğI", "DIklArI", "DIğImIz", "DIğIm"]),
];

/// Returns the form in which a word has this stem.
pub(super) fn form(stem: &str, word: &str) -> Option<Form> {
    if let Some(rest) = word.strip_prefix(stem) {
        if rest.is_empty() {
            return None;
        }
        let ending = Ending::of(stem);
        let has = |patterns: &[&str]| patterns.iter().any(|pattern| takes(ending, rest, pattern));
        let (form, _) = FORMS.iter().find(|(_, patterns)| has(patterns))?;
        return Some(*form);
    }
    // Before -Iyor a final a or e is narrowed: söyle-, söylüyor.
    let narrowed = stem.strip_suffix(['a', 'e'])?;
    let rest = word.strip_prefix(narrowed)?;
    let ending = Ending::of(narrowed);
    ["Iyor", "IyorlAr", "IyordI"]
        .iter()
        .any(|pattern| ending.takes(rest, pattern))
        .then_some(Form::Finite)
}

/// Whether a suffix fits a stem; after a vowel, one that begins with a vowel takes a y, and -Ir and -Ar
/// lose theirs.
fn takes(ending: Ending, rest: &str, pattern: &str) -> bool {
    let begins_with_vowel = matches!(pattern.as_bytes().first(), Some(b'A' | b'I'));
    if !(begins_with_vowel && ending.is_vowel()) {
        return ending.takes(rest, pattern);
    }
    if let Some(after) = rest.strip_prefix('y')
        && ending.takes(after, pattern)
    {
        return true;
    }
    matches!(pattern, "Ir" | "Irken" | "Iyor" | "IyorlAr" | "IyordI")
        && ending.takes(rest, &pattern[1..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn suffix_chains_of_reporting_verbs() {
        for (stem, word, wanted) in [
            ("de", "dedi", Form::Finite),
            ("di", "diyen", Form::Participle),
            ("di", "diyerek", Form::Converb),
            ("de", "derken", Form::Converb),
            ("de", "dediğini", Form::Reported),
            ("söyle", "söylüyor", Form::Finite),
            ("söyle", "söylemişti", Form::Finite),
            ("söyle", "söyleyen", Form::Participle),
            ("belirt", "belirterek", Form::Converb),
            ("belirt", "belirttiği", Form::As),
            ("kayded", "kaydederek", Form::Converb),
            ("vurgula", "vurgulayarak", Form::Converb),
            ("vurgulan", "vurgulandı", Form::Finite),
            ("suçla", "suçlarken", Form::Converb),
            ("bildiril", "bildirildi", Form::Finite),
            ("konuş", "konuşuyor", Form::Finite),
        ] {
            assert_eq!(form(stem, word), Some(wanted), "{word}");
        }
        for (stem, word) in [
            ("söyle", "söylemedi"),
            ("açıkla", "açıklama"),
            ("de", "de"),
            ("belirt", "belirtisi"),
            ("yaz", "yazılı"),
        ] {
            assert_eq!(form(stem, word), None, "{word}");
        }
    }
}
