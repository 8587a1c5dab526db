//! The readings of a contested place, before they are written as brackets.

use crate::body::{Position, Stance};
use crate::lexicon::Lexicon;
use crate::token::Token;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use core::cmp::Ordering;
use core::ops::Range;
use sponsio_record::{Instant, ParticipantId};

/// Who wants some words, and when each said so.
#[derive(Debug, Clone, Default)]
pub(super) struct Supporters(Vec<(Instant, ParticipantId)>);

impl Supporters {
    /// Takes in one more; each counts once, with what it said first.
    pub(super) fn add(&mut self, at: Instant, delegation: ParticipantId) {
        self.0.push((at, delegation));
    }

    /// Takes in all of others.
    pub(super) fn unite(&mut self, others: &Self) {
        self.0.extend(others.0.iter().cloned());
    }

    /// Sets them in order: by instant, then by code.
    pub(super) fn settle(&mut self) {
        self.0.sort();
        let mut met = alloc::collections::BTreeSet::new();
        self.0
            .retain(|(_, delegation)| met.insert(delegation.clone()));
    }

    /// Returns how many they are.
    pub(super) fn count(&self) -> usize {
        self.0.len()
    }

    /// Returns when the first of them said so.
    pub(super) fn first(&self) -> Option<Instant> {
        self.0.first().map(|(at, _)| *at)
    }

    /// Whether this delegation is among them.
    pub(super) fn has(&self, delegation: &ParticipantId) -> bool {
        self.0.iter().any(|(_, own)| own == delegation)
    }

    /// Returns them as stances: the first proposes, the others support. Keepers of the base propose
    /// nothing.
    pub(super) fn stances(&self, keeps: bool) -> Vec<Stance> {
        let stance = |(place, (_, delegation)): (usize, &(Instant, ParticipantId))| Stance {
            delegation: Some(delegation.clone()),
            position: if place == 0 && !keeps {
                Position::Propose
            } else {
                Position::Support
            },
        };
        self.0.iter().enumerate().map(stance).collect()
    }

    /// Returns how many bytes their codes take in print.
    pub(super) fn printed(&self) -> usize {
        self.0.iter().map(|(_, own)| own.as_str().len() + 2).sum()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &ParticipantId> {
        self.0.iter().map(|(_, delegation)| delegation)
    }
}

/// One reading of a place.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    /// Whether it is that of the base.
    pub(super) is_base: bool,
    /// Its words.
    pub(super) words: Vec<u32>,
    /// Who wants it.
    pub(super) by: Supporters,
    /// What others say of it.
    pub(super) others: Vec<Stance>,
}

/// A contested place with its readings.
#[derive(Debug, Clone)]
pub(super) struct DraftSite {
    /// The tokens of the base that it covers.
    pub(super) range: Range<usize>,
    /// Its readings, the base reading first.
    pub(super) readings: Vec<Draft>,
}

/// Returns the readings in their order: that of the base, then by number of supporters, instant and
/// text.
pub(super) fn listed(
    lexicon: &Lexicon<'_>,
    base: Vec<u32>,
    keepers: &Supporters,
    rivals: BTreeMap<Vec<u32>, Supporters>,
) -> Vec<Draft> {
    let mut readings: Vec<Draft> = rivals
        .into_iter()
        .map(|(words, mut by)| {
            by.settle();
            Draft {
                is_base: false,
                words,
                by,
                others: Vec::new(),
            }
        })
        .collect();
    readings.sort_by(|a, b| rank(lexicon, a, b));
    readings.insert(
        0,
        Draft {
            is_base: true,
            words: base,
            by: keepers.clone(),
            others: Vec::new(),
        },
    );
    readings
}

fn rank(lexicon: &Lexicon<'_>, a: &Draft, b: &Draft) -> Ordering {
    let tokens = |draft: &Draft| -> Vec<Token> {
        draft
            .words
            .iter()
            .map(|number| lexicon.token(*number).clone())
            .collect()
    };
    b.by.count()
        .cmp(&a.by.count())
        .then_with(|| a.by.first().cmp(&b.by.first()))
        .then_with(|| by_text(&tokens(a), &tokens(b)))
}

/// The order of two texts by their words as one reads them, then by everything else.
pub(super) fn by_text(a: &[Token], b: &[Token]) -> Ordering {
    let words = |tokens: &[Token]| -> Vec<_> {
        tokens
            .iter()
            .map(|token| (token.text.clone(), token.space_before))
            .collect()
    };
    words(a).cmp(&words(b)).then_with(|| a.cmp(b))
}
