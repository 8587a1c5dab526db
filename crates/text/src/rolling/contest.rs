//! One provision under the hands of all delegations: its contested places, or its rival texts.

use super::Options;
use super::factor;
use super::reading::{Draft, DraftSite, Supporters, listed};
use crate::body::{Body, Part, Passage, Position, Stance};
use crate::cut::{self, Cursor};
use crate::lexicon::{Lexicon, Words};
use crate::position::Stated;
use crate::provision::Alternative;
use crate::token::Token;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use sponsio_record::{Instant, ParticipantId};

/// What is said of one provision.
#[derive(Default)]
pub(super) struct Claims<'a> {
    /// The words of the base.
    pub(super) base: &'a [Token],
    /// The words that delegations want in their place.
    pub(super) texts: Vec<(&'a ParticipantId, Instant, &'a [Token])>,
    /// Who wants no such provision.
    pub(super) deleters: Vec<(&'a ParticipantId, Instant)>,
    /// Positions on readings.
    pub(super) stated: Vec<&'a Stated>,
    /// Whether whole texts are shown whatever the brackets would look like.
    pub(super) is_restructured: bool,
}

/// What comes of it.
pub(super) struct Contest {
    pub(super) body: Body,
    pub(super) alternatives: Vec<Alternative>,
    pub(super) unattached: Vec<Stated>,
}

/// Returns the body and the whole alternatives of one provision.
pub(super) fn contest<'a>(
    lexicon: &mut Lexicon<'a>,
    claims: &Claims<'a>,
    options: &Options,
) -> Contest {
    let base = lexicon.words(claims.base);
    let mut texts: BTreeMap<Words, Supporters> = BTreeMap::new();
    for (delegation, at, words) in &claims.texts {
        let words = lexicon.words_like(words, &base);
        texts
            .entry(words)
            .or_default()
            .add(*at, (*delegation).clone());
    }
    let mut keepers = texts.remove(&base).unwrap_or_default();
    keepers.settle();
    let mut deleters = Supporters::default();
    for (delegation, at) in &claims.deleters {
        deleters.add(*at, (*delegation).clone());
    }
    deleters.settle();
    for supporters in texts.values_mut() {
        supporters.settle();
    }
    let lexicon = &*lexicon;
    let mut stated: Vec<&Stated> = latest(&claims.stated);
    let sites = draft_sites(lexicon, &base, &texts, &keepers, options);
    let is_whole = claims.is_restructured
        || options
            .whole_above
            .is_some_and(|limit| is_crowded(lexicon, &base, &texts, &sites, limit));
    let (body, mut rivals) = if is_whole {
        (Body::of(claims.base.to_vec()), whole(lexicon, &texts))
    } else {
        let mut sites = sites;
        stated.retain(|own| !attach(lexicon, &base, &mut sites, own));
        (written(lexicon, claims.base, &sites, options), Vec::new())
    };
    if deleters.count() > 0 {
        rivals.push(Rival {
            words: None,
            by: deleters,
            stances: Vec::new(),
        });
    }
    if !rivals.is_empty() && (keepers.count() > 0 && is_whole || stated_on_base(&stated, &base)) {
        rivals.push(Rival {
            words: Some(claims.base.to_vec()),
            by: keepers,
            stances: Vec::new(),
        });
    }
    rivals.sort_by(Rival::order);
    // Who has words of its own for the provision keeps them, wherever they are shown.
    let speaks = |own: &Stated| {
        let of = |by: &ParticipantId| *by == own.delegation;
        claims.texts.iter().any(|(by, ..)| of(by)) || claims.deleters.iter().any(|(by, _)| of(by))
    };
    stated.retain(|own| !attach_whole(claims.base, &mut rivals, own, speaks(own)));
    let letters = letters();
    let alternatives = rivals
        .into_iter()
        .zip(letters)
        .map(|(rival, letter)| rival.lettered(letter))
        .collect();
    Contest {
        body,
        alternatives,
        unattached: stated.into_iter().cloned().collect(),
    }
}

/// The letters of alternatives: `A` to `Z`, then `a` to `z`, then the capitals of the Greeks and on.
fn letters() -> impl Iterator<Item = char> {
    ('A'..='Z').chain('a'..='z').chain('\u{391}'..=char::MAX)
}

/// Of what one delegation said of one reading, what it said last.
fn latest<'a>(stated: &[&'a Stated]) -> Vec<&'a Stated> {
    let mut last = BTreeMap::new();
    let mut sorted = stated.to_vec();
    sorted.sort_by_key(|own| (own.at, own.position));
    for own in sorted {
        let key = (
            own.delegation.clone(),
            (own.range.start, own.range.end),
            own.words.clone(),
        );
        last.insert(key, own);
    }
    last.into_values().collect()
}

fn draft_sites(
    lexicon: &Lexicon<'_>,
    base: &Words,
    texts: &BTreeMap<Words, Supporters>,
    keepers: &Supporters,
    options: &Options,
) -> Vec<DraftSite> {
    let words: Vec<&Words> = texts.keys().collect();
    let changes: Vec<_> = words
        .iter()
        .map(|text| cut::changes(lexicon, base, text))
        .collect();
    let ranges = cut::sites(lexicon, base, &words, &changes, options.coalesce);
    let mut cursors: Vec<Cursor<'_>> = changes.iter().map(|own| Cursor::new(own)).collect();
    let mut sites = Vec::with_capacity(ranges.len());
    for range in ranges {
        let of_base = &base.exact[range.clone()];
        let mut rivals: BTreeMap<Vec<u32>, Supporters> = BTreeMap::new();
        for (cursor, (text, by)) in cursors.iter_mut().zip(texts) {
            let own = &text.exact[cursor.advance(&range)];
            if own != of_base {
                match rivals.get_mut(own) {
                    Some(supporters) => supporters.unite(by),
                    None => {
                        rivals.insert(own.to_vec(), by.clone());
                    }
                }
            }
        }
        sites.push(DraftSite {
            readings: listed(lexicon, of_base.to_vec(), keepers, rivals),
            range,
        });
    }
    sites
}

/// Whether brackets would hide the text: too much of the base is in them, or they are longer than the
/// texts one after the other.
fn is_crowded(
    lexicon: &Lexicon<'_>,
    base: &Words,
    texts: &BTreeMap<Words, Supporters>,
    sites: &[DraftSite],
    limit: u8,
) -> bool {
    let covered: usize = sites.iter().map(|site| site.range.len()).sum();
    if covered * 100 > usize::from(limit) * base.exact.len() {
        return covered > 0;
    }
    let one_after_the_other: usize = texts
        .iter()
        .map(|(words, by)| lexicon.printed(&words.exact) + by.printed() + 10)
        .sum();
    let brackets: usize = sites
        .iter()
        .map(|site| {
            let reading =
                |draft: &Draft| lexicon.printed(&draft.words).max(2) + draft.by.printed() + 4;
            let readings: usize = site.readings.iter().map(reading).sum();
            readings - lexicon.printed(&base.exact[site.range.clone()])
        })
        .sum();
    brackets > one_after_the_other
}

fn written(lexicon: &Lexicon<'_>, base: &[Token], sites: &[DraftSite], options: &Options) -> Body {
    let mut parts = Vec::with_capacity(2 * sites.len() + 1);
    let mut at = 0;
    for site in sites {
        if at < site.range.start {
            parts.push(Part::Words(base[at..site.range.start].to_vec()));
        }
        let first = |draft: &Draft| {
            draft
                .words
                .first()
                .map(|number| lexicon.token(*number).space_before)
        };
        parts.push(Part::Site(crate::Site {
            space_before: site.readings.iter().find_map(first).unwrap_or(false),
            readings: factor::written(lexicon, &site.readings, options.factor),
        }));
        at = site.range.end;
    }
    if at < base.len() {
        parts.push(Part::Words(base[at..].to_vec()));
    }
    Body { parts }
}

/// Finds the reading that a position is about: that of the place which holds its range, with the words
/// of the base around it. Returns whether it was found.
fn attach(lexicon: &Lexicon<'_>, base: &Words, sites: &mut [DraftSite], stated: &Stated) -> bool {
    let range = &stated.range;
    let holds = |site: &&mut DraftSite| {
        site.range.start <= range.start && range.end <= site.range.end && range.start <= range.end
    };
    let Some(site) = sites.iter_mut().find(holds) else {
        return false;
    };
    let own_reading = site
        .readings
        .iter()
        .position(|draft| draft.by.has(&stated.delegation));
    let place = site.range.clone();
    let before = &base.exact[place.start..range.start];
    let after = &base.exact[range.end..place.end];
    let is_meant = |draft: &Draft| {
        let length = before.len() + stated.words.len() + after.len();
        draft.words.len() == length
            && draft.words.starts_with(before)
            && draft.words.ends_with(after)
            && draft.words[before.len()..length - after.len()]
                .iter()
                .zip(&stated.words)
                .enumerate()
                .all(|(at, (number, word))| {
                    same_word(lexicon.token(*number), word, at + before.len() == 0)
                })
    };
    let Some(meant) = site.readings.iter().position(is_meant) else {
        return false;
    };
    // Its own text says more than a position on the same words.
    if own_reading == Some(meant) {
        return false;
    }
    let supports = matches!(stated.position, Position::Propose | Position::Support);
    if supports && (own_reading.is_some() || !site.readings[meant].is_base) {
        return false;
    }
    let draft = &mut site.readings[meant];
    if supports {
        draft.by.add(stated.at, stated.delegation.clone());
        draft.by.settle();
    } else {
        draft.others.push(stance_of(stated));
        order_others(&mut draft.others);
    }
    true
}

/// The first word of a reading may have been known without its space.
fn same_word(token: &Token, word: &Token, is_first: bool) -> bool {
    token == word
        || is_first
            && token.text == word.text
            && token.kind == word.kind
            && token.marks == word.marks
}

fn stance_of(stated: &Stated) -> Stance {
    Stance {
        delegation: Some(stated.delegation.clone()),
        position: stated.position,
    }
}

fn order_others(others: &mut [Stance]) {
    others.sort_by(|a, b| (a.position, &a.delegation).cmp(&(b.position, &b.delegation)));
}

/// A rival text of the whole provision.
struct Rival {
    words: Option<Passage>,
    by: Supporters,
    stances: Vec<Stance>,
}

impl Rival {
    fn order(&self, other: &Self) -> core::cmp::Ordering {
        let text = |rival: &Self| rival.words.clone().unwrap_or_default();
        other
            .by
            .count()
            .cmp(&self.by.count())
            .then_with(|| self.by.first().cmp(&other.by.first()))
            .then_with(|| super::reading::by_text(&text(self), &text(other)))
            .then_with(|| self.words.is_some().cmp(&other.words.is_some()))
    }

    fn lettered(self, letter: char) -> Alternative {
        let mut stances = self.by.stances(false);
        stances.extend(self.stances);
        Alternative {
            letter,
            stances,
            body: self.words.map(Body::of),
            provisions: Vec::new(),
        }
    }
}

fn whole(lexicon: &Lexicon<'_>, texts: &BTreeMap<Words, Supporters>) -> Vec<Rival> {
    let tokens = |words: &Words| -> Passage {
        let token = |number: &u32| lexicon.token(*number).clone();
        words.exact.iter().map(token).collect()
    };
    texts
        .iter()
        .map(|(words, by)| Rival {
            words: Some(tokens(words)),
            by: by.clone(),
            stances: Vec::new(),
        })
        .collect()
}

fn stated_on_base(stated: &[&Stated], base: &Words) -> bool {
    let on_base =
        |own: &&&Stated| own.range == (0..base.exact.len()) && own.words.len() == base.exact.len();
    stated.iter().any(|own| on_base(&own))
}

fn attach_whole(base: &[Token], rivals: &mut [Rival], stated: &Stated, speaks: bool) -> bool {
    let range = &stated.range;
    if range.start > range.end || range.end > base.len() {
        return false;
    }
    let mut meant: Passage = base[..range.start].to_vec();
    meant.extend_from_slice(&stated.words);
    meant.extend_from_slice(&base[range.end..]);
    let meant = crate::stand::trimmed(meant);
    let is_meant = |rival: &Rival| match &rival.words {
        Some(words) => *words == meant,
        None => meant.is_empty(),
    };
    let own_rival = rivals
        .iter()
        .position(|rival| rival.by.has(&stated.delegation));
    let Some(at) = rivals.iter().position(is_meant) else {
        return false;
    };
    if own_rival == Some(at) {
        return false;
    }
    let rival = &mut rivals[at];
    if matches!(stated.position, Position::Propose | Position::Support) {
        if speaks || rival.words.as_deref() != Some(base) {
            return false;
        }
        rival.by.add(stated.at, stated.delegation.clone());
        rival.by.settle();
    } else {
        rival.stances.push(stance_of(stated));
        order_others(&mut rival.stances);
    }
    true
}
