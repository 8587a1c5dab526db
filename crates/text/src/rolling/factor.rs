//! What rival readings have in common, taken out of their brackets where that prints shorter: a common
//! beginning and a common end, with one contested place between.

use super::reading::Draft;
use crate::body::{Position, Reading, Segment, Site, Stance};
use crate::lexicon::Lexicon;
use crate::token::Token;
use alloc::vec::Vec;

/// How many rivals at one place are compared with each other.
const MOST: usize = 32;

/// Several rivals in one bracket.
struct Bundle {
    members: Vec<usize>,
    head: usize,
    tail: usize,
}

/// Returns the readings as they are written.
pub(super) fn written(lexicon: &Lexicon<'_>, drafts: &[Draft], factor: bool) -> Vec<Reading> {
    let bundles = if factor {
        bundles(lexicon, drafts)
    } else {
        Vec::new()
    };
    let mut readings = Vec::with_capacity(drafts.len());
    for (at, draft) in drafts.iter().enumerate() {
        match bundles.iter().find(|bundle| bundle.members.contains(&at)) {
            Some(bundle) if bundle.members.first() == Some(&at) => {
                readings.push(bundled(lexicon, drafts, bundle));
            }
            Some(_) => {}
            None => readings.push(plain(lexicon, draft)),
        }
    }
    readings
}

fn tokens(lexicon: &Lexicon<'_>, words: &[u32]) -> Vec<Token> {
    words
        .iter()
        .map(|number| lexicon.token(*number).clone())
        .collect()
}

fn segments(words: Vec<Token>) -> Vec<Segment> {
    if words.is_empty() {
        Vec::new()
    } else {
        alloc::vec![Segment::Words(words)]
    }
}

fn plain(lexicon: &Lexicon<'_>, draft: &Draft) -> Reading {
    let mut stances = draft.by.stances(draft.is_base);
    stances.extend(draft.others.iter().cloned());
    Reading {
        is_base: draft.is_base,
        stances,
        segments: segments(tokens(lexicon, &draft.words)),
    }
}

fn bundled(lexicon: &Lexicon<'_>, drafts: &[Draft], bundle: &Bundle) -> Reading {
    let mut all = super::reading::Supporters::default();
    let mut inner = Vec::new();
    let mut space_before = false;
    let first = &drafts[bundle.members[0]].words;
    for member in &bundle.members {
        let draft = &drafts[*member];
        all.unite(&draft.by);
        let middle = &draft.words[bundle.head..draft.words.len() - bundle.tail];
        if let Some(number) = middle.first() {
            space_before = lexicon.token(*number).space_before;
        }
        inner.push(Reading {
            is_base: false,
            stances: draft.by.stances(false),
            segments: segments(tokens(lexicon, middle)),
        });
    }
    all.settle();
    let mut written = segments(tokens(lexicon, &first[..bundle.head]));
    written.push(Segment::Site(Site {
        space_before,
        readings: inner,
    }));
    written.extend(segments(tokens(
        lexicon,
        &first[first.len() - bundle.tail..],
    )));
    let stance = |(place, delegation): (usize, &sponsio_record::ParticipantId)| Stance {
        delegation: Some(delegation.clone()),
        position: if place == 0 {
            Position::Propose
        } else {
            Position::Support
        },
    };
    Reading {
        is_base: false,
        stances: all.iter().enumerate().map(stance).collect(),
        segments: written,
    }
}

/// Which rivals go into one bracket: each takes in what makes the print shorter, the first listed first.
fn bundles(lexicon: &Lexicon<'_>, drafts: &[Draft]) -> Vec<Bundle> {
    // A position on one of several readings could not be told within a bracket.
    let free = |at: &usize| !drafts[*at].is_base && drafts[*at].others.is_empty();
    let mut left: Vec<usize> = (0..drafts.len()).filter(free).take(MOST).collect();
    let mut bundles = Vec::new();
    while let Some(seed) = left.first().copied() {
        left.remove(0);
        let mut members = alloc::vec![seed];
        let mut found: Option<Bundle> = None;
        for other in left.clone() {
            members.push(other);
            let shared = shared(lexicon, drafts, &members);
            let before = found.as_ref().map_or_else(
                || alone(lexicon, &drafts[seed]),
                |bundle| together(lexicon, drafts, bundle),
            ) + alone(lexicon, &drafts[other]);
            if shared.head + shared.tail > 0 && together(lexicon, drafts, &shared) < before {
                left.retain(|at| *at != other);
                found = Some(shared);
            } else {
                members.pop();
            }
        }
        bundles.extend(found);
    }
    bundles
}

/// What the members have in common at both ends, so that the place between them has one space bit.
fn shared(lexicon: &Lexicon<'_>, drafts: &[Draft], members: &[usize]) -> Bundle {
    let first = &drafts[members[0]].words;
    let shortest = members
        .iter()
        .map(|at| drafts[*at].words.len())
        .min()
        .unwrap_or(0);
    let same = |from_end: bool, place: usize| {
        members.iter().all(|at| {
            let words = &drafts[*at].words;
            let number = |words: &[u32]| {
                if from_end {
                    words[words.len() - 1 - place]
                } else {
                    words[place]
                }
            };
            number(words) == number(first)
        })
    };
    let mut head = (0..shortest)
        .take_while(|place| same(false, *place))
        .count();
    let one_space = |head: usize, tail: usize| {
        let mut spaces = members.iter().filter_map(|at| {
            let words = &drafts[*at].words;
            let middle = &words[head..words.len() - tail];
            middle.first().map(|n| lexicon.token(*n).space_before)
        });
        let first = spaces.next();
        first.is_none_or(|first| spaces.all(|own| own == first))
    };
    let mut tail = (0..shortest - head)
        .take_while(|place| same(true, *place))
        .count();
    while head > 0 && !one_space(head, tail) {
        head -= 1;
    }
    if !one_space(head, tail) {
        (head, tail) = (0, 0);
    }
    Bundle {
        members: members.to_vec(),
        head,
        tail,
    }
}

/// The length in print of a reading of its own, with its codes, colon and bar.
fn alone(lexicon: &Lexicon<'_>, draft: &Draft) -> usize {
    lexicon.printed(&draft.words).max(2) + draft.by.printed() + 4
}

/// The length in print of a bundle: all codes, common words, and the inner bracket.
fn together(lexicon: &Lexicon<'_>, drafts: &[Draft], bundle: &Bundle) -> usize {
    let first = &drafts[bundle.members[0]].words;
    let common = lexicon.printed(&first[..bundle.head])
        + lexicon.printed(&first[first.len() - bundle.tail..]);
    let mut all = super::reading::Supporters::default();
    let mut inner = 3;
    for member in &bundle.members {
        let draft = &drafts[*member];
        all.unite(&draft.by);
        let middle = &draft.words[bundle.head..draft.words.len() - bundle.tail];
        inner += lexicon.printed(middle).max(2) + draft.by.printed() + 4;
    }
    common + all.printed() + 4 + inner
}
