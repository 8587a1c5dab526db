//! Which token of a base each token of a text is: the alignment on which everything else rests.

use crate::cut;
use crate::language::Language;
use crate::lexicon::Lexicon;
use crate::token::Token;
use alloc::vec::Vec;

/// Returns for each token of a text its token of the base, or none for words that the base has not.
/// Tokens that differ only in case, space or marks are paired; the pairs stand in order.
pub fn pair(language: &Language, base: &[Token], text: &[Token]) -> Vec<Option<usize>> {
    pair_all(language, base, &[text]).pop().unwrap_or_default()
}

/// Returns the pairs of several texts with one base, whose words are read once.
pub fn pair_all(
    language: &Language,
    base: &[Token],
    texts: &[&[Token]],
) -> Vec<Vec<Option<usize>>> {
    let mut lexicon = Lexicon::new(language, base.len());
    let base = lexicon.words(base);
    let texts: Vec<_> = texts
        .iter()
        .map(|text| lexicon.words_like(text, &base))
        .collect();
    let pairs = |text: &crate::lexicon::Words| {
        let mut pairs = Vec::with_capacity(text.exact.len());
        let mut next = 0;
        for hunk in cut::aligned(&lexicon, &base, text) {
            pairs.extend((next..hunk.base.start).map(Some));
            pairs.extend(hunk.text.clone().map(|_| None));
            next = hunk.base.end;
        }
        pairs.extend((next..base.exact.len()).map(Some));
        pairs
    };
    texts.iter().map(pairs).collect()
}
