//! The rolling text as brackets with the delegations that stand behind them, or without.

use super::words::{Style, spelled};
use crate::body::{Body, Part, Reading, Segment, Site, Stance};
use crate::number::Label;
use crate::position::Stated;
use crate::provision::{Kind, Provision, ProvisionId};
use crate::rolling::Rolling;
use crate::stand::{Change, Placement};
use crate::token::Token;
use crate::voice::Override;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;
use sponsio_record::ParticipantId;

/// A stretch of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words that nobody contests.
    Words(&'a [Token]),
    /// A contested place.
    Place {
        /// Whether a space stands before it.
        space_before: bool,
        /// Its readings.
        brackets: Vec<Bracket<'a>>,
    },
}

/// A reading of a contested place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bracket<'a> {
    /// Whether it is that of the base.
    pub is_base: bool,
    /// Who stands where on it; empty in a view without names.
    pub stances: &'a [Stance],
    /// Its words; empty is *no text*.
    pub pieces: Vec<Piece<'a>>,
}

/// What is wanted in the place of a whole provision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rival<'a> {
    /// Other words, or none, under a letter.
    Text {
        /// The letter.
        letter: char,
        /// Who stands where on it; empty in a view without names.
        stances: &'a [Stance],
        /// The words; none is *no text*.
        words: Option<Vec<Piece<'a>>>,
    },
    /// The same provision elsewhere.
    Moved {
        /// Who wants that.
        by: Vec<&'a ParticipantId>,
        /// After which provision; none is the beginning.
        after: Option<ProvisionId>,
    },
    /// The provision cut or joined.
    Restructured {
        /// Who wants that.
        by: Vec<&'a ParticipantId>,
        /// What.
        change: &'a Change,
    },
}

/// A provision in a view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row<'a> {
    /// The provision.
    pub provision: &'a Provision,
    /// Its words.
    pub pieces: Vec<Piece<'a>>,
    /// What is wanted in its place.
    pub rivals: Vec<Rival<'a>>,
    /// Who inserts it; empty for a provision of the base, and in a view without names.
    pub inserted_by: &'a [ParticipantId],
    /// Whether it is inserted.
    pub is_inserted: bool,
    /// Positions that fit no reading any more; none in a view without names.
    pub unattached: Vec<&'a Stated>,
    /// Members that stand here themselves although their group speaks; none in a view without names.
    pub overrides: Vec<&'a Override>,
}

/// A rolling text as rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View<'a> {
    /// One for each provision that says anything, in order.
    pub rows: Vec<Row<'a>>,
}

impl Rolling {
    /// Returns the rolling text with the delegations behind every bracket.
    pub fn attributed(&self) -> View<'_> {
        self.view(true)
    }

    /// Returns the rolling text without names.
    pub fn unattributed(&self) -> View<'_> {
        self.view(false)
    }

    fn view(&self, names: bool) -> View<'_> {
        let rows = self.expression.provisions.iter();
        let rows = rows.map(|own| self.row(own, names));
        // A text without title has one that says nothing; a preamble is a heading without words.
        let says = |row: &Row<'_>| {
            let is_heading = matches!(row.provision.kind, Kind::Preamble | Kind::Testimonium);
            is_heading || !row.provision.is_blank() || !row.rivals.is_empty()
        };
        View {
            rows: rows.filter(says).collect(),
        }
    }

    fn row<'a>(&'a self, own: &'a Provision, names: bool) -> Row<'a> {
        let shown = |stances: &'a [Stance]| if names { stances } else { &[] };
        let mut rivals: Vec<Rival<'a>> = own
            .alternatives
            .iter()
            .map(|rival| Rival::Text {
                letter: rival.letter,
                stances: shown(&rival.stances),
                words: rival.body.as_ref().map(|body| pieces(body, names)),
            })
            .collect();
        rivals.extend(self.moves(own, names));
        rivals.extend(self.changes_of(own, names));
        let unattached = self.unattached.iter();
        let overrides = self.overrides.iter();
        Row {
            provision: own,
            pieces: pieces(&own.body, names),
            rivals,
            inserted_by: if names { &own.inserted_by } else { &[] },
            is_inserted: !own.inserted_by.is_empty(),
            unattached: unattached
                .filter(|stated| names && stated.provision == own.id)
                .collect(),
            overrides: overrides
                .filter(|member| names && member.provision == own.id)
                .collect(),
        }
    }

    fn moves<'a>(&'a self, own: &Provision, names: bool) -> Vec<Rival<'a>> {
        let mut moves: BTreeMap<Option<ProvisionId>, Vec<&'a ParticipantId>> = BTreeMap::new();
        for (by, placements) in &self.placements {
            let is_own = |placement: &&Placement| placement.provision == own.id;
            if let Some(placement) = placements.iter().find(is_own) {
                moves.entry(placement.after).or_default().push(by);
            }
        }
        moves
            .into_iter()
            .map(|(after, by)| Rival::Moved {
                by: if names { by } else { Vec::new() },
                after,
            })
            .collect()
    }

    fn changes_of<'a>(&'a self, own: &Provision, names: bool) -> Vec<Rival<'a>> {
        let mut rivals: Vec<(&'a Change, Vec<&'a ParticipantId>)> = Vec::new();
        for (by, changes) in &self.changes {
            for changed in changes.iter().filter(|changed| changed.provision == own.id) {
                match rivals.iter_mut().find(|(own, _)| *own == &changed.change) {
                    Some((_, all)) => all.push(by),
                    None => rivals.push((&changed.change, alloc::vec![by])),
                }
            }
        }
        let rival = |(change, by)| Rival::Restructured {
            by: if names { by } else { Vec::new() },
            change,
        };
        rivals.into_iter().map(rival).collect()
    }
}

/// Returns a body as pieces.
pub(super) fn pieces(body: &Body, names: bool) -> Vec<Piece<'_>> {
    let pieces = body.parts.iter().map(|part| match part {
        Part::Words(words) => Piece::Words(words),
        Part::Site(site) => place(site, names),
    });
    pieces.collect()
}

fn place(site: &Site, names: bool) -> Piece<'_> {
    let bracket = |reading| bracket(reading, names);
    Piece::Place {
        space_before: site.space_before,
        brackets: site.readings.iter().map(bracket).collect(),
    }
}

fn bracket(reading: &Reading, names: bool) -> Bracket<'_> {
    let pieces = reading.segments.iter().map(|segment| match segment {
        Segment::Words(words) => Piece::Words(words.as_slice()),
        Segment::Site(site) => place(site, names),
    });
    Bracket {
        is_base: reading.is_base,
        stances: if names { &reading.stances } else { &[] },
        pieces: pieces.collect(),
    }
}

impl Row<'_> {
    /// Whether something in it is contested.
    pub fn is_contested(&self) -> bool {
        self.is_inserted || !self.rivals.is_empty() || self.provision.body.is_contested()
    }
}

impl View<'_> {
    /// Returns the view as lines of plain text, each provision and each rival one line.
    pub fn lines(&self, style: Style<'_>) -> Vec<String> {
        let mut lines = Vec::with_capacity(self.rows.len());
        for row in &self.rows {
            let mut line = label_text(row.provision.label.as_ref());
            line.push_str(&spelled(&row.pieces, style));
            lines.push(line);
        }
        lines
    }
}

fn label_text(label: Option<&Label>) -> String {
    match label {
        Some(label) if !label.text.is_empty() => alloc::format!("{} ", label.text),
        _ => String::new(),
    }
}
