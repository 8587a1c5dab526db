//! The paragraphs that come back, paired with the provisions that went out.

use super::cut::{Change, read_as};
use super::pair::{self, Words};
use super::read::{Document, Revision, RevisionKind};
use super::resolve::Line;
use super::sheet::{Sheet, Shown};
use super::show::{Shower, front};
use super::voices::Voices;
use crate::language::Language;
use crate::provision::{Provision, ProvisionId};
use crate::token::{Token, tokenize};
use alloc::borrow::Cow;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec::Vec;
use sponsio_record::ParticipantId;

/// A provision as the delegation knew it.
pub(crate) struct Known<'a> {
    pub(crate) provision: Cow<'a, Provision>,
    /// Its words for this delegation.
    pub(crate) words: Vec<Token>,
    /// What stands before them.
    pub(crate) front: String,
}

/// Returns what a delegation reads in a sheet, in order.
pub(crate) fn known<'a>(
    sheet: &Sheet<'a>,
    delegation: &ParticipantId,
    language: &Language,
) -> Vec<Known<'a>> {
    let own = |shown: &Shown<'a>| {
        Some(Known {
            words: read_as(&shown.cut, Some(delegation))?,
            front: front(&shown.provision, language),
            provision: shown.provision.clone(),
        })
    };
    sheet.shown.iter().filter_map(own).collect()
}

/// Which line is which of the known provisions, and which of these pairs are guesses.
pub(crate) struct Pairs {
    pub(crate) of_line: Vec<Option<usize>>,
    pub(crate) guessed: BTreeSet<usize>,
}

/// Pairs lines with known provisions: by bookmark, else by likeness.
pub(crate) fn pairs(known: &[Known<'_>], lines: &[Line], shower: &Shower<'_>) -> Pairs {
    let of_known: Vec<Words> = known
        .iter()
        .map(|own| {
            let text = alloc::format!(
                "{} {}",
                own.front,
                shower.text(&own.words, own.provision.id)
            );
            Words::of(&tokenize(&text))
        })
        .collect();
    let of_lines: Vec<Words> = lines
        .iter()
        .map(|line| Words::of(&tokenize(&line.text())))
        .collect();
    let mut places: BTreeMap<ProvisionId, Vec<usize>> = BTreeMap::new();
    for (place, own) in known.iter().enumerate() {
        places.entry(own.provision.id).or_default().push(place);
    }
    // A bookmark that runs through several paragraphs marks the one that is most alike.
    let mut claims: Vec<(usize, usize, usize)> = Vec::new();
    for (number, line) in lines.iter().enumerate() {
        for place in line
            .bookmarks
            .iter()
            .filter_map(|id| places.get(id))
            .flatten()
        {
            claims.push((of_known[*place].likeness(&of_lines[number]), *place, number));
        }
    }
    claims.sort_by(|a, b| b.0.cmp(&a.0).then(a.2.cmp(&b.2)).then(a.1.cmp(&b.1)));
    let mut of_line = alloc::vec![None; lines.len()];
    let mut taken = BTreeSet::new();
    for (_, place, number) in claims {
        if of_line[number].is_none() && taken.insert(place) {
            of_line[number] = Some(place);
        }
    }
    let guessed = guess(&of_known, &of_lines, &mut of_line, &taken);
    Pairs { of_line, guessed }
}

fn guess(
    of_known: &[Words],
    of_lines: &[Words],
    of_line: &mut [Option<usize>],
    taken: &BTreeSet<usize>,
) -> BTreeSet<usize> {
    let left: Vec<usize> = (0..of_known.len())
        .filter(|place| !taken.contains(place))
        .collect();
    let free: Vec<usize> = (0..of_line.len())
        .filter(|&line| of_line[line].is_none())
        .collect();
    let known: Vec<&Words> = left.iter().map(|&place| &of_known[place]).collect();
    let lines: Vec<&Words> = free.iter().map(|&line| &of_lines[line]).collect();
    let mut guessed = BTreeSet::new();
    for (line, found) in free.iter().zip(pair::pair(&known, &lines)) {
        if let Some(found) = found {
            of_line[*line] = Some(left[found]);
            guessed.insert(left[found]);
        }
    }
    guessed
}

/// The author lists that a sheet was written with.
pub(crate) fn authors(sheet: &Sheet<'_>) -> BTreeMap<String, Voices> {
    let mut authors = BTreeMap::new();
    for shown in &sheet.shown {
        let changes = shown.cut.pieces.iter().map(|piece| &piece.change);
        for change in changes.chain([&shown.cut.paragraph]) {
            if let Change::Dropped(voices) | Change::Inserted(voices) = change {
                authors.insert(voices.author(), voices.clone());
            }
        }
    }
    authors
}

/// Our revisions of which a file has none in the paragraph where they were.
pub(crate) fn missing(
    sheet: &Sheet<'_>,
    document: &Document,
    paragraphs: &BTreeMap<ProvisionId, BTreeSet<usize>>,
) -> Vec<(ProvisionId, BTreeSet<String>)> {
    let mut expected: BTreeMap<ProvisionId, BTreeSet<Revision>> = BTreeMap::new();
    for shown in &sheet.shown {
        for piece in &shown.cut.pieces {
            let (kind, voices) = match &piece.change {
                Change::Kept => continue,
                Change::Dropped(voices) => (RevisionKind::Deletion, voices),
                Change::Inserted(voices) => (RevisionKind::Insertion, voices),
            };
            let revision = Revision {
                kind,
                author: voices.author(),
            };
            expected
                .entry(shown.provision.id)
                .or_default()
                .insert(revision);
        }
    }
    let mut missing = Vec::new();
    for (id, expected) in expected {
        let places = paragraphs.get(&id).cloned().unwrap_or_default();
        let found: BTreeSet<&Revision> = places
            .iter()
            .filter_map(|&place| document.paragraphs.get(place))
            .flat_map(|paragraph| &paragraph.texts)
            .flat_map(|text| &text.revisions)
            .collect();
        let lost: BTreeSet<String> = expected
            .into_iter()
            .filter(|revision| !found.contains(revision))
            .map(|revision| revision.author)
            .collect();
        if !lost.is_empty() {
            missing.push((id, lost));
        }
    }
    missing
}
