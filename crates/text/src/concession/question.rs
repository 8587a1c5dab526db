//! The questions that a provision leaves open, and who would have to give way for each answer.

use super::{Besides, Choice, Chosen};
use crate::body::{Part, Passage, Position, Segment, Site, Stance};
use crate::provision::Provision;
use crate::rolling::{Rolling, flat};
use crate::token::TokenKind;
use crate::voice::is_chair;
use alloc::collections::BTreeSet;
use alloc::vec::Vec;
use sponsio_record::ParticipantId;

/// A question by its answers.
pub(super) type Question = Vec<Choice>;

/// Returns the ways in which a provision can be cleared, each with its questions: its own words with all
/// their places, or one of the whole alternatives; and of an inserted provision, that it goes.
pub(super) fn ways(rolling: &Rolling, own: &Provision) -> Vec<Vec<Question>> {
    let mut sites: Vec<Question> = Vec::new();
    for part in &own.body.parts {
        if let Part::Site(site) = part {
            sites.push(of_site(sites.len(), site));
        }
    }
    let mut ways = with_alternatives(own, sites);
    if own.inserted_by.is_empty() {
        return ways;
    }
    let stays = settled(Chosen::Insertion(true), resisters(rolling, own));
    for way in &mut ways {
        way.insert(0, stays.clone());
    }
    let inserters = own.inserted_by.iter();
    let inserters = inserters.filter(|code| !is_chair(code)).cloned().collect();
    ways.push(alloc::vec![settled(Chosen::Insertion(false), inserters)]);
    ways
}

fn settled(chosen: Chosen, by: BTreeSet<ParticipantId>) -> Question {
    alloc::vec![Choice { chosen, by }]
}

/// With a whole alternative the places in the words are no question any more.
fn with_alternatives(own: &Provision, sites: Vec<Question>) -> Vec<Vec<Question>> {
    if own.alternatives.is_empty() {
        return alloc::vec![sites];
    }
    // Whoever wants a reading of a place wants the provision.
    let of_text: Vec<Stance> = supporters(own);
    let mut stances: Vec<&[Stance]> = alloc::vec![&of_text];
    let rivals = own.alternatives.iter();
    stances.extend(rivals.map(|rival| rival.stances.as_slice()));
    let mut loses = losers(&stances).into_iter();
    let mut first = alloc::vec![settled(
        Chosen::NoAlternative,
        loses.next().unwrap_or_default()
    )];
    first.extend(sites);
    let mut ways = alloc::vec![first];
    for (rival, by) in own.alternatives.iter().zip(loses) {
        let words = rival.body.as_ref().map(crate::Body::base);
        let chosen = Chosen::Alternative(rival.letter, words);
        ways.push(alloc::vec![settled(chosen, by)]);
    }
    ways
}

fn supporters(own: &Provision) -> Vec<Stance> {
    let mut all = Vec::new();
    for part in &own.body.parts {
        if let Part::Site(site) = part {
            let stances = listed(site).into_iter().flat_map(|(_, _, stances)| stances);
            all.extend(stances.filter(|own| own.is_support()).cloned());
        }
    }
    all
}

/// Who opposes an insertion as a whole, or reserves.
fn resisters(rolling: &Rolling, own: &Provision) -> BTreeSet<ParticipantId> {
    let words = own.body.base();
    let stated = rolling.unattached.iter();
    stated
        .filter(|stated| stated.provision == own.id && stated.words == words)
        .filter(|stated| resists(stated.position))
        .map(|stated| stated.delegation.clone())
        .collect()
}

fn of_site(number: usize, site: &Site) -> Question {
    let readings = listed(site);
    let stances: Vec<&[Stance]> = readings.iter().map(|(_, _, stances)| *stances).collect();
    let loses = losers(&stances);
    readings
        .into_iter()
        .zip(loses)
        .map(|((is_base, words, _), by)| Choice {
            chosen: Chosen::Reading(number, is_base, words),
            by,
        })
        .collect()
}

/// The readings of a place, those within a reading each on its own.
fn listed(site: &Site) -> Vec<(bool, Passage, &[Stance])> {
    let mut list = Vec::new();
    for reading in &site.readings {
        let inner = reading.segments.iter().find_map(|segment| match segment {
            Segment::Site(inner) => Some(inner),
            Segment::Words(_) => None,
        });
        let Some(inner) = inner else {
            list.push((reading.is_base, flat(reading), reading.stances.as_slice()));
            continue;
        };
        for own in &inner.readings {
            let first = own.stances.iter().find(|stance| stance.is_support());
            let code = first.and_then(|stance| stance.delegation.as_ref());
            let words = code.map_or_else(|| flat(reading), |code| reading.words_of(code));
            list.push((reading.is_base, words, own.stances.as_slice()));
        }
    }
    list
}

const fn resists(position: Position) -> bool {
    matches!(position, Position::Oppose | Position::Reserve)
}

/// For each reading, who would have to give way: those that want another and have not said that they
/// can accept this one, and those that oppose this one or reserve.
fn losers(readings: &[&[Stance]]) -> Vec<BTreeSet<ParticipantId>> {
    let codes = |stances: &[Stance], wanted: fn(Position) -> bool| -> BTreeSet<ParticipantId> {
        stances
            .iter()
            .filter(|own| wanted(own.position))
            .filter_map(|own| own.delegation.clone())
            // The chair has nothing to give up.
            .filter(|code| !is_chair(code))
            .collect()
    };
    let wants = |position| matches!(position, Position::Propose | Position::Support);
    let accepts = |position| matches!(position, Position::CanAccept);
    readings
        .iter()
        .enumerate()
        .map(|(at, chosen)| {
            let mut loses = BTreeSet::new();
            for (other, stances) in readings.iter().enumerate() {
                if other != at {
                    loses.extend(codes(stances, wants));
                }
            }
            for code in codes(chosen, accepts) {
                loses.remove(&code);
            }
            loses.extend(codes(chosen, resists));
            loses
        })
        .collect()
}

/// Returns what is open there that no choice of words settles.
pub(super) fn besides(rolling: &Rolling, own: &Provision) -> BTreeSet<Besides> {
    let mut besides = BTreeSet::new();
    let mut changes = rolling.changes.values().flatten().map(|own| own.provision);
    let mut moves = rolling
        .placements
        .values()
        .flatten()
        .map(|own| own.provision);
    if changes.any(|id| id == own.id) || moves.any(|id| id == own.id) {
        besides.insert(Besides::Structure);
    }
    let words = own.body.base();
    for token in &words {
        match &token.kind {
            TokenKind::Placeholder => {
                besides.insert(Besides::Placeholder);
            }
            TokenKind::Footnote(footnote) if footnote.by.is_some() => {
                besides.insert(Besides::Reservation);
            }
            _ => {}
        }
    }
    let mut unattached = rolling.unattached.iter();
    let is_insertion =
        |stated: &crate::Stated| !own.inserted_by.is_empty() && stated.words == words;
    if unattached.any(|stated| stated.provision == own.id && !is_insertion(stated)) {
        besides.insert(Besides::Unattached);
    }
    besides
}
