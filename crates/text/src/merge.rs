//! The three-way merge of words: what a text and a proposal each did to a common base, together, where
//! they did it in different places.

use crate::body::Passage;
use crate::cut;
use crate::language::Language;
use crate::lexicon::Lexicon;
use crate::token::Token;
use alloc::vec::Vec;

/// Returns the words that both changes make, or none if a change of the one overlaps or touches a
/// change of the other.
pub(crate) fn merge(
    language: &Language,
    base: &[Token],
    ours: &[Token],
    theirs: &[Token],
) -> Option<Passage> {
    let mut lexicon = Lexicon::new(language, base.len());
    let words = lexicon.words(base);
    let one = lexicon.words_like(ours, &words);
    let other = lexicon.words_like(theirs, &words);
    let one = cut::changes(&lexicon, &words, &one);
    let other = cut::changes(&lexicon, &words, &other);
    let mut changes: Vec<_> = one
        .iter()
        .map(|hunk| (hunk, true))
        .chain(other.iter().map(|hunk| (hunk, false)))
        .collect();
    changes.sort_by_key(|(hunk, _)| (hunk.base.start, hunk.base.end));
    let collide = |pair: &[(&crate::align::Hunk, bool)]| {
        let [(before, from), (after, of)] = pair else {
            return false;
        };
        from != of && after.base.start <= before.base.end
    };
    if changes.windows(2).any(collide) {
        return None;
    }
    let mut merged = Passage::new();
    let mut at = 0;
    for (hunk, is_ours) in changes {
        merged.extend_from_slice(&base[at..hunk.base.start]);
        let text = if is_ours { ours } else { theirs };
        merged.extend_from_slice(&text[hunk.text.clone()]);
        at = hunk.base.end;
    }
    merged.extend_from_slice(&base[at..]);
    Some(merged)
}
