//! A body with N delegations, cut into pieces so that each piece is kept, dropped by one set of
//! delegations, or inserted by one set. One run of a Word document cannot stand in two deletions, so
//! the words of the base are cut wherever the set of those that drop them changes.
//!
//! The text of a delegation is what is kept, without what it drops, with what it inserts.

use super::voices::Voices;
use crate::body::{Body, Part, Reading, Segment, Site};
use crate::provision::Provision;
use crate::token::Token;
use alloc::vec::Vec;
use sponsio_record::ParticipantId;

/// What happens to the words of a piece.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Change {
    /// Nobody touches them.
    Kept,
    /// These delegations drop them from the base.
    Dropped(Voices),
    /// These delegations put them in.
    Inserted(Voices),
}

/// Words with one fate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    /// What happens to them.
    pub(crate) change: Change,
    /// The words.
    pub(crate) tokens: Vec<Token>,
    /// The contested place that they come from, counted within the body from 0.
    pub(crate) site: Option<usize>,
}

/// A provision as changes to a base: its pieces, and who has no paragraph at all or has one more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cut {
    /// The pieces of its words, in order.
    pub(crate) pieces: Vec<Piece>,
    /// What happens to the paragraph as such.
    pub(crate) paragraph: Change,
}

/// A change to the words of a base.
struct Hunk {
    begin: usize,
    end: usize,
    voices: Voices,
    words: Vec<(Voices, Vec<Token>)>,
}

impl Cut {
    /// Returns what is left when only the changes of one delegation count; `None` if the provision is
    /// one that others insert.
    pub(crate) fn narrowed(self, delegation: &ParticipantId) -> Option<Self> {
        let own = || Voices::of(core::slice::from_ref(delegation));
        let narrow = |change: Change| match change {
            Change::Kept => Some(Change::Kept),
            Change::Dropped(voices) if voices.has(delegation) => Some(Change::Dropped(own())),
            Change::Dropped(_) => Some(Change::Kept),
            Change::Inserted(voices) => voices.has(delegation).then(|| Change::Inserted(own())),
        };
        let paragraph = narrow(self.paragraph)?;
        let pieces = self.pieces.into_iter().filter_map(|mut piece| {
            piece.change = narrow(piece.change)?;
            Some(piece)
        });
        Some(Self {
            pieces: merge(pieces.collect()),
            paragraph,
        })
    }
}

impl Cut {
    /// Takes the paragraph out for one delegation, as what it moves elsewhere.
    pub(crate) fn drop_for(&mut self, delegation: &ParticipantId) {
        let own = Voices::of(core::slice::from_ref(delegation));
        drop_all(&mut self.pieces, &own);
        for piece in &mut self.pieces {
            if let Change::Inserted(voices) = &mut piece.change {
                *voices = voices.without(&own);
            }
        }
        let is_left = |piece: &Piece| !matches!(&piece.change, Change::Inserted(v) if v.is_empty());
        self.pieces.retain(is_left);
        match &mut self.paragraph {
            Change::Inserted(voices) => *voices = voices.without(&own),
            Change::Dropped(voices) => voices.join(&own),
            kept @ Change::Kept => *kept = Change::Dropped(own),
        }
    }
}

/// Cuts a provision.
pub(crate) fn cut(provision: &Provision) -> Cut {
    let mut pieces = pieces_of(&provision.body);
    let mut without = Voices::default();
    let base = provision.body.base();
    for alternative in &provision.alternatives {
        let voices = Voices::of_reading(&alternative.stances);
        let is_base = |body: &Body| body.base() == base;
        if voices.is_empty() || alternative.body.as_ref().is_some_and(is_base) {
            continue;
        }
        drop_all(&mut pieces, &voices);
        match &alternative.body {
            None => without.join(&voices),
            Some(body) => pieces.push(Piece {
                change: Change::Inserted(voices),
                tokens: body.base(),
                site: None,
            }),
        }
    }
    let inserters = Voices::of(&provision.inserted_by);
    let paragraph = if !inserters.is_empty() {
        pieces = within_insertion(pieces, &inserters);
        Change::Inserted(inserters)
    } else if without.is_empty() {
        Change::Kept
    } else {
        Change::Dropped(without)
    };
    Cut {
        pieces: merge(pieces),
        paragraph,
    }
}

/// Returns what a delegation reads: the words for it, or `None` if it has no such paragraph. For
/// nobody in particular it is the base.
pub(crate) fn read_as(cut: &Cut, delegation: Option<&ParticipantId>) -> Option<Vec<Token>> {
    let names = |voices: &Voices| delegation.is_some_and(|code| voices.has(code));
    let stays = |change: &Change| match change {
        Change::Kept => true,
        Change::Dropped(voices) => !names(voices),
        Change::Inserted(voices) => names(voices),
    };
    let words = |piece: &Piece| piece.tokens.clone();
    stays(&cut.paragraph).then(|| {
        cut.pieces
            .iter()
            .filter(|piece| stays(&piece.change))
            .flat_map(words)
            .collect()
    })
}

fn pieces_of(body: &Body) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut sites = 0;
    for part in &body.parts {
        match part {
            Part::Words(tokens) => pieces.push(Piece {
                change: Change::Kept,
                tokens: tokens.clone(),
                site: None,
            }),
            Part::Site(site) => {
                cut_site(site, sites, &mut pieces);
                sites += 1;
            }
        }
    }
    pieces
}

fn cut_site(site: &Site, number: usize, pieces: &mut Vec<Piece>) {
    let base = Body {
        parts: alloc::vec![Part::Site(site.clone())],
    }
    .base();
    // A reading that somebody could accept and nobody wants is no change; it is said beside the text.
    let is_wanted = |reading: &&Reading| !Voices::of_reading(&reading.stances).is_empty();
    let rivals = site
        .readings
        .iter()
        .filter(|reading| !reading.is_base)
        .filter(is_wanted);
    let hunks: Vec<Hunk> = rivals.map(|reading| hunk(reading, &base)).collect();
    let mut edges: Vec<usize> = hunks
        .iter()
        .flat_map(|hunk| [hunk.begin, hunk.end])
        .collect();
    edges.extend([0, base.len()]);
    edges.sort_unstable();
    edges.dedup();
    for (place, &edge) in edges.iter().enumerate() {
        let ending = hunks.iter().filter(|hunk| hunk.end == edge);
        for (voices, tokens) in ending.flat_map(|hunk| &hunk.words) {
            pieces.push(Piece {
                change: Change::Inserted(voices.clone()),
                tokens: tokens.clone(),
                site: Some(number),
            });
        }
        let Some(&next) = edges.get(place + 1) else {
            return;
        };
        let mut droppers = Voices::default();
        for hunk in hunks
            .iter()
            .filter(|hunk| hunk.begin <= edge && hunk.end >= next)
        {
            droppers.join(&hunk.voices);
        }
        let change = if droppers.is_empty() {
            Change::Kept
        } else {
            Change::Dropped(droppers)
        };
        pieces.push(Piece {
            change,
            tokens: base[edge..next].to_vec(),
            site: Some(number),
        });
    }
}

/// Returns a reading as a change to the words of the base, without what both begin and end with.
fn hunk(reading: &Reading, base: &[Token]) -> Hunk {
    let voices = Voices::of_reading(&reading.stances);
    let [Segment::Words(tokens)] = reading.segments.as_slice() else {
        let mut words = Vec::new();
        flatten(&reading.segments, &voices, &mut words);
        return Hunk {
            begin: 0,
            end: base.len(),
            voices,
            words,
        };
    };
    let shorter = base.len().min(tokens.len());
    let begin = (0..shorter)
        .take_while(|&at| base[at] == tokens[at])
        .count();
    let tail = (0..shorter - begin)
        .take_while(|&at| base[base.len() - 1 - at] == tokens[tokens.len() - 1 - at])
        .count();
    let own = tokens[begin..tokens.len() - tail].to_vec();
    Hunk {
        begin,
        end: base.len() - tail,
        words: alloc::vec![(voices.clone(), own)],
        voices,
    }
}

fn flatten(segments: &[Segment], voices: &Voices, words: &mut Vec<(Voices, Vec<Token>)>) {
    for segment in segments {
        match segment {
            Segment::Words(tokens) => words.push((voices.clone(), tokens.clone())),
            Segment::Site(site) => {
                for reading in &site.readings {
                    let inner = Voices::of_reading(&reading.stances);
                    flatten(&reading.segments, &inner, words);
                }
            }
        }
    }
}

/// Lets delegations drop what there is of the base.
fn drop_all(pieces: &mut [Piece], voices: &Voices) {
    for piece in pieces {
        match &mut piece.change {
            Change::Dropped(droppers) => droppers.join(voices),
            change @ Change::Kept => *change = Change::Dropped(voices.clone()),
            Change::Inserted(_) => {}
        }
    }
}

/// Writes the pieces of a provision that is not in the base: there is nothing to drop, so what some
/// of its authors drop is inserted by the others alone.
fn within_insertion(pieces: Vec<Piece>, inserters: &Voices) -> Vec<Piece> {
    let inserted = |mut piece: Piece| {
        let voices = match &piece.change {
            Change::Kept => inserters.clone(),
            Change::Dropped(droppers) => inserters.without(droppers),
            Change::Inserted(voices) => voices.clone(),
        };
        piece.change = Change::Inserted(voices.clone());
        (!voices.is_empty()).then_some(piece)
    };
    pieces.into_iter().filter_map(inserted).collect()
}

fn merge(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut merged: Vec<Piece> = Vec::new();
    for piece in pieces.into_iter().filter(|piece| !piece.tokens.is_empty()) {
        match merged.last_mut() {
            Some(last) if last.change == piece.change && last.site == piece.site => {
                last.tokens.extend(piece.tokens);
            }
            _ => merged.push(piece),
        }
    }
    merged
}

#[cfg(test)]
mod tests;
