//! Headings: what stands in quotation marks in them is kept apart from what was said, and linked to the
//! passage that it repeats. Its speaker is that passage's; where there is none, nobody's.

use alloc::vec::Vec;

use super::kind;
use super::quotes;
use super::reading::{Doubt, Heading, Passage, Setting, Span, Tongue};
use super::scene::{beginning, trimmed};
use super::speech::{Class, Said, Who};
use super::word::{Sort, Tokens};

/// Words shorter than this say little.
const SHORTEST: usize = 3;

/// So many letters at the beginning make two words alike, if they have them.
const ALIKE: usize = 5;

/// So much of a heading must be in a passage that it repeats, in hundredths.
const SHARE: usize = 30;

/// Below this share the heading says it in other words.
const FAITHFUL: usize = 50;

/// A heading looks for its passage among so many after it.
const AHEAD: usize = 64;

/// More headings than these are not linked.
const LINKED_MAX: usize = 500;

/// Links the headings; the passages quoted in them enter the list at their places.
pub(super) fn link(
    text: &str,
    spans: &[Span],
    passages: &mut Vec<Passage>,
    tongue: Tongue,
) -> Vec<Heading> {
    let mut known: Vec<Option<Stems<'_>>> = Vec::new();
    known.resize_with(passages.len(), || None);
    let mut headings: Vec<(Span, Option<Span>)> = Vec::new();
    let mut quoted: Vec<(Passage, Option<Span>)> = Vec::new();
    for (index, span) in spans.iter().enumerate() {
        if index >= LINKED_MAX {
            headings.push((span.clone(), None));
            continue;
        }
        let next = spans.get(index + 1).map_or(text.len(), |next| next.start);
        let from = passages.partition_point(|passage| passage.span.start < span.end);
        let section = &passages[from..(from + AHEAD).min(passages.len())];
        let near = section.partition_point(|passage| passage.span.start < next);
        let all = if near == 0 { section } else { &section[..near] };
        let own = &mut known[from..from + all.len()];
        for (stems, passage) in own.iter_mut().zip(all) {
            stems.get_or_insert_with(|| Stems::of(text, &passage.span, tongue));
        }
        let own = &*own;
        headings.push((
            span.clone(),
            repeated(text, span, own, tongue).map(|(at, _)| all[at].span.clone()),
        ));
        for quote in quotes::find(text, span, false) {
            let inner = trimmed(text, &quote.inner);
            let found = repeated(text, &inner, own, tongue);
            let of = found.map(|(at, share)| (&all[at], share));
            quoted.push((
                heading_passage(text, inner, of, tongue),
                of.map(|(passage, _)| passage.span.clone()),
            ));
        }
    }
    let mut linked = Vec::with_capacity(quoted.len());
    for (passage, target) in quoted {
        linked.push((passage.span.clone(), target));
        passages.push(passage);
    }
    passages.sort_by_key(|passage| {
        (
            passage.span.start,
            core::cmp::Reverse(passage.span.end),
            passage.is_direct,
        )
    });
    let place = |target: &Span| {
        passages
            .iter()
            .position(|passage| passage.span == *target && !passage.is_heading)
    };
    let at: Vec<(Span, Option<usize>)> = linked
        .iter()
        .map(|(span, target)| (span.clone(), target.as_ref().and_then(place)))
        .collect();
    let headings = headings
        .into_iter()
        .map(|(span, target)| Heading {
            span,
            repeats: target.as_ref().and_then(place),
        })
        .collect();
    for (span, target) in at {
        if let Some(passage) = passages
            .iter_mut()
            .find(|passage| passage.is_heading && passage.span == span)
        {
            passage.repeats = target;
        }
    }
    headings
}

fn heading_passage(
    text: &str,
    span: Span,
    of: Option<(&Passage, usize)>,
    tongue: Tongue,
) -> Passage {
    let said = Said {
        clause: span.clone(),
        sentence: span.clone(),
        span,
        is_direct: true,
        who: Who::default(),
        verb: None,
        class: Class::Say,
        doubt: None,
        cited: Vec::new(),
        setting: Setting::default(),
    };
    let (kind, rests_on) = kind::of(text, &said, tongue);
    Passage {
        span: said.span,
        is_direct: true,
        speaker: of.and_then(|(passage, _)| passage.speaker.clone()),
        named: None,
        capacity: of.and_then(|(passage, _)| passage.capacity.clone()),
        verb: None,
        kind,
        rests_on,
        doubt: of
            .filter(|(_, share)| *share < FAITHFUL)
            .map(|_| Doubt::HeadingDiffers),
        is_heading: true,
        repeats: None,
        cited: Vec::new(),
        setting: Setting::default(),
    }
}

/// Returns which passage shares most words with a heading, and what share of the heading's words.
fn repeated(
    text: &str,
    heading: &Span,
    passages: &[Option<Stems<'_>>],
    tongue: Tongue,
) -> Option<(usize, usize)> {
    let asked = Stems::of(text, heading, tongue);
    let count = asked.words().count();
    if count == 0 {
        return None;
    }
    let mut best: Option<(usize, usize)> = None;
    for (index, own) in passages.iter().enumerate() {
        let shared = asked
            .words()
            .filter(|word| {
                let mut words = own.iter().flat_map(Stems::words);
                words.any(|other| is_alike(word, other))
            })
            .count();
        let share = 100 * shared / count;
        if share >= SHARE && best.is_none_or(|(_, known)| share > known) {
            best = Some((index, share));
        }
    }
    best
}

/// The words by which headings and passages are compared.
struct Stems<'t> {
    tokens: Tokens<'t>,
    /// Their places, with the length of each in characters.
    places: Vec<(usize, usize)>,
}

/// A word with its length in characters.
type Sized<'w> = (&'w str, usize);

impl<'t> Stems<'t> {
    fn of(text: &'t str, span: &Span, tongue: Tongue) -> Self {
        let tokens = Tokens::of(text, beginning(text, span), &[], None, tongue);
        let places = (0..tokens.list.len())
            .filter(|at| matches!(tokens.list[*at].sort, Sort::Word | Sort::Number))
            .map(|at| (at, tokens.base_at(at).chars().count()))
            .filter(|(_, length)| *length >= SHORTEST)
            .collect();
        Self { tokens, places }
    }

    fn words(&self) -> impl Iterator<Item = Sized<'_>> {
        let word = |(at, length): &(usize, usize)| (self.tokens.base_at(*at), *length);
        self.places.iter().map(word)
    }
}

/// Whether two words begin alike: with five letters, or with all of the shorter one.
fn is_alike((one, length): &Sized<'_>, (other, longer): Sized<'_>) -> bool {
    // What begins with another byte begins with another letter.
    if one.as_bytes().first() != other.as_bytes().first() {
        return false;
    }
    let shared = one
        .chars()
        .zip(other.chars())
        .take(ALIKE)
        .take_while(|(a, b)| a == b)
        .count();
    shared >= ALIKE.min(*length).min(longer) && shared >= SHORTEST
}
