//! Texts side by side: what two say differently, word by word, and what several say of one provision.

use crate::cut::{self, Cursor};
use crate::expression::Expression;
use crate::language::Language;
use crate::lexicon::{Lexicon, Words};
use crate::number::Label;
use crate::order;
use crate::provision::{Provision, ProvisionId};
use crate::token::Token;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

/// A stretch of two texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stretch<'a> {
    /// Both have it.
    Same(&'a [Token]),
    /// They differ: what the first has, what the second has. One may be empty.
    Differs(&'a [Token], &'a [Token]),
}

/// Returns the stretches of two texts, in order.
pub fn compare_words<'a>(
    language: &Language,
    first: &'a [Token],
    second: &'a [Token],
) -> Vec<Stretch<'a>> {
    let mut lexicon = Lexicon::new(language, first.len());
    let base = lexicon.words(first);
    let text = lexicon.words_like(second, &base);
    let mut stretches = Vec::new();
    let mut at = 0;
    for hunk in cut::changes(&lexicon, &base, &text) {
        if at < hunk.base.start {
            stretches.push(Stretch::Same(&first[at..hunk.base.start]));
        }
        at = hunk.base.end;
        stretches.push(Stretch::Differs(&first[hunk.base], &second[hunk.text]));
    }
    if at < first.len() {
        stretches.push(Stretch::Same(&first[at..]));
    }
    stretches
}

/// A stretch of several texts beside each other: the words of each, in the order of the texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beside<'a> {
    /// The words of each text.
    pub cells: Vec<&'a [Token]>,
    /// Whether all have the same.
    pub is_same: bool,
}

/// Returns the stretches of several texts beside each other, all aligned with the first.
pub fn compare_many<'a>(language: &Language, texts: &[&'a [Token]]) -> Vec<Beside<'a>> {
    let Some(first) = texts.first() else {
        return Vec::new();
    };
    let mut lexicon = Lexicon::new(language, first.len());
    let words: Vec<Words> = texts.iter().map(|text| lexicon.words(text)).collect();
    let base = &words[0];
    let others: Vec<&Words> = words.iter().collect();
    let changes: Vec<_> = others
        .iter()
        .map(|text| cut::changes(&lexicon, base, text))
        .collect();
    let mut cursors: Vec<Cursor<'_>> = changes.iter().map(|own| Cursor::new(own)).collect();
    let mut rows = Vec::new();
    let mut at = 0;
    let end = base.exact.len()..base.exact.len();
    let sites = cut::sites(&lexicon, base, &others, &changes, 1);
    for site in sites.into_iter().map(Some).chain([None]) {
        let start = site.as_ref().map_or(end.start, |site| site.start);
        if at < start {
            rows.push(Beside {
                cells: texts.iter().map(|_| &first[at..start]).collect(),
                is_same: true,
            });
        }
        if let Some(site) = site {
            at = site.end;
            let cell =
                |(cursor, text): (&mut Cursor<'_>, &&'a [Token])| &text[cursor.advance(&site)];
            rows.push(Beside {
                cells: cursors.iter_mut().zip(texts).map(cell).collect(),
                is_same: false,
            });
        }
    }
    rows
}

/// What differs between two editions at one provision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The provision.
    pub id: ProvisionId,
    /// What differs there; several may.
    pub what: Vec<Differs>,
}

/// One thing in which two editions differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Differs {
    /// Only the first has it.
    Gone,
    /// Only the second has it.
    New,
    /// Its words.
    Words,
    /// Its label: the first's, the second's.
    Label(Option<Label>, Option<Label>),
    /// Its kind.
    Kind,
    /// Its place among the others, or of which it is a part.
    Place,
}

/// Returns the provisions in which two editions differ: in the order of the second, each that only the
/// first has after the one that it followed there.
pub fn compare(first: &Expression, second: &Expression) -> Vec<Difference> {
    let of_first: BTreeMap<ProvisionId, (usize, &Provision)> = first
        .provisions
        .iter()
        .enumerate()
        .map(|(at, own)| (own.id, (at, own)))
        .collect();
    let of_second: BTreeSet<ProvisionId> = second.provisions.iter().map(|own| own.id).collect();
    let shared: Vec<usize> = second
        .provisions
        .iter()
        .filter_map(|own| of_first.get(&own.id).map(|(at, _)| *at))
        .collect();
    let steady: BTreeSet<usize> = order::longest_rising(&shared)
        .into_iter()
        .map(|at| shared[at])
        .collect();
    let mut gone: BTreeMap<Option<ProvisionId>, Vec<ProvisionId>> = BTreeMap::new();
    let mut before = None;
    for own in &first.provisions {
        if of_second.contains(&own.id) {
            before = Some(own.id);
        } else {
            gone.entry(before).or_default().push(own.id);
        }
    }
    let mut list = Vec::new();
    let mut add = |id, what: Vec<Differs>| {
        if !what.is_empty() {
            list.push(Difference { id, what });
        }
    };
    for id in gone.remove(&None).unwrap_or_default() {
        add(id, alloc::vec![Differs::Gone]);
    }
    for own in &second.provisions {
        let what = match of_first.get(&own.id) {
            None => alloc::vec![Differs::New],
            Some((at, old)) => differs(old, own, steady.contains(at)),
        };
        add(own.id, what);
        for id in gone.remove(&Some(own.id)).unwrap_or_default() {
            add(id, alloc::vec![Differs::Gone]);
        }
    }
    list
}

fn differs(old: &Provision, new: &Provision, is_steady: bool) -> Vec<Differs> {
    let mut what = Vec::new();
    if old.body != new.body {
        what.push(Differs::Words);
    }
    if old.label != new.label {
        what.push(Differs::Label(old.label.clone(), new.label.clone()));
    }
    if old.kind != new.kind {
        what.push(Differs::Kind);
    }
    if !is_steady || old.parent != new.parent {
        what.push(Differs::Place);
    }
    what
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokenize;
    use alloc::string::String;

    fn text(tokens: &[Token]) -> String {
        crate::view::plain(tokens)
    }

    #[test]
    fn two_texts_are_compared_word_by_word() {
        let language = Language::new("en").unwrap();
        let first = tokenize("Each Party shall promptly notify the others.");
        let second = tokenize("Each Party shall notify all the others.");
        let shown: Vec<String> = compare_words(&language, &first, &second)
            .iter()
            .map(|stretch| match stretch {
                Stretch::Same(words) => text(words),
                Stretch::Differs(a, b) => alloc::format!("-{} +{}", text(a), text(b)),
            })
            .collect();
        assert_eq!(
            shown,
            [
                "Each Party shall",
                "- promptly +",
                " notify",
                "- + all",
                " the others."
            ]
        );
    }

    #[test]
    fn several_texts_stand_beside_each_other() {
        let language = Language::new("en").unwrap();
        let texts = [
            tokenize("notify at once the Depositary"),
            tokenize("notify promptly the Depositary"),
            tokenize("notify the Depositary"),
        ];
        let refs: Vec<&[Token]> = texts.iter().map(Vec::as_slice).collect();
        let rows = compare_many(&language, &refs);
        let cells: Vec<String> = rows[1].cells.iter().map(|cell| text(cell)).collect();
        assert_eq!(cells, [" at once", " promptly", ""]);
        assert_eq!(rows.len(), 3);
    }
}
