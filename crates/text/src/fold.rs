//! Case folding for comparison, never for print. Turkish and Azerbaijani have two letters i: dotless
//! `I ı` and dotted `İ i`; elsewhere `I` folds to `i`.

use crate::language::Language;
use alloc::borrow::Cow;
use alloc::string::String;

/// Whether a language folds `I` to `ı`.
pub(crate) fn is_turkic(language: &Language) -> bool {
    matches!(language.primary(), "tr" | "az")
}

/// Returns a word with differences of case removed.
pub(crate) fn fold(word: &str, turkic: bool) -> Cow<'_, str> {
    let is_plain = |byte: u8| byte.is_ascii() && !byte.is_ascii_uppercase();
    if word.bytes().all(is_plain) {
        return Cow::Borrowed(word);
    }
    let mut folded = String::with_capacity(word.len());
    for character in word.chars() {
        push_folded(&mut folded, character, turkic);
    }
    Cow::Owned(folded)
}

/// Appends a letter with differences of case removed.
pub(crate) fn push_folded(folded: &mut String, character: char, turkic: bool) {
    match character {
        'I' if turkic => folded.push('ı'),
        'İ' if turkic => folded.push('i'),
        'A'..='Z' => folded.push(character.to_ascii_lowercase()),
        // Neither has a partner in the other case that is one letter.
        'ı' | 'İ' => folded.push(character),
        _ if character.is_ascii() => folded.push(character),
        // Small letters of Latin-1, and two more of Turkish: they are what they fold to.
        'à'..='ö' | 'ø'..='þ' | 'ğ' | 'ş' => folded.push(character),
        // Up and down again also joins the two forms of the sigma, and `ß` with `ss`.
        _ => {
            let upper = character.to_uppercase();
            folded.extend(upper.flat_map(char::to_lowercase));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_is_folded_by_language() {
        assert_eq!(fold("Parties", false), "parties");
        assert_eq!(fold("ŞART", true), "şart");
        assert_eq!(fold("IŞIK", true), "ışık");
        assert_eq!(fold("İstanbul", true), "istanbul");
        assert_eq!(fold("IN", false), "in");
        assert_eq!(fold("ΟΔΟΣ", false), fold("οδος", false));
        assert_eq!(fold("STRASSE", false), fold("straße", false));
    }

    #[test]
    fn the_two_letters_i_stay_apart() {
        assert_ne!(fold("ısı", true), fold("isi", true));
        assert_eq!(fold("ISI", true), fold("ısı", true));
        assert_eq!(fold("İSİ", true), fold("isi", true));
    }
}
