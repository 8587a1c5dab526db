//! I8: against versions whose true alignment is known, no word stands in a wrong place that a longer
//! alignment would have put right.

use super::config;
use proptest::prelude::*;
use sponsio_text::{Language, Token, TokenKind, pair};

/// A base and a version, each token with its true place.
type Version = (Vec<u8>, Vec<(u8, Option<usize>)>);

fn version(words: u8) -> impl Strategy<Value = Version> {
    let change = (
        0_usize..200,
        0_usize..6,
        prop::collection::vec(0..words, 0..5),
    );
    let base = prop::collection::vec(0..words, 1..200);
    (base, prop::collection::vec(change, 0..12)).prop_map(|(base, mut changes)| {
        changes.sort();
        let mut version = Vec::new();
        let mut at = 0;
        for (place, drop, new) in changes {
            let place = place.min(base.len());
            if place < at {
                continue;
            }
            version.extend((at..place).map(|own| (base[own], Some(own))));
            version.extend(new.into_iter().map(|word| (word, None)));
            at = (place + drop).min(base.len());
        }
        version.extend((at..base.len()).map(|own| (base[own], Some(own))));
        (base, version)
    })
}

fn tokens(words: impl Iterator<Item = u8>) -> Vec<Token> {
    words
        .map(|word| Token::plain(TokenKind::Word, &format!("w{word}"), true))
        .collect()
}

/// Counts as `peers/rolling/score.py` does: words in a wrong place, less those that no tool can tell.
fn wrong_without_ties(truth: &[(u8, Option<usize>)], pairs: &[Option<usize>]) -> usize {
    let (mut wrong, mut segment) = (0, Vec::new());
    let mut close = |segment: &mut Vec<(Option<usize>, Option<usize>)>| {
        let bad = segment
            .iter()
            .filter(|(got, own)| got.is_some() && got != own);
        let bad = bad.count();
        let kept = segment.iter().filter(|(got, _)| got.is_some()).count();
        let of_truth = segment.iter().filter(|(_, own)| own.is_some()).count();
        wrong += if kept >= of_truth { 0 } else { bad };
        segment.clear();
    };
    for ((_, own), got) in truth.iter().zip(pairs) {
        if own.is_some() && own == got {
            close(&mut segment);
        } else {
            segment.push((*got, *own));
        }
    }
    close(&mut segment);
    wrong
}

fn assert_aligned(version: &Version) {
    let (base, text) = version;
    let language = Language::new("en").unwrap();
    let base = tokens(base.iter().copied());
    let words = tokens(text.iter().map(|(word, _)| *word));
    let pairs = pair(&language, &base, &words);
    let placed: Vec<usize> = pairs.iter().flatten().copied().collect();
    assert!(placed.is_sorted_by(|a, b| a < b), "in order");
    for (word, place) in words.iter().zip(&pairs) {
        assert!(place.is_none_or(|place| base[place].text == word.text));
    }
    assert_eq!(wrong_without_ties(text, &pairs), 0);
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn i8_with_many_words(version in version(200)) {
        assert_aligned(&version);
    }

    #[test]
    fn i8_with_few_words(version in version(4)) {
        assert_aligned(&version);
    }
}
