//! The table of positions: what each delegation says of each reading. Who says nothing is shown as silent, and
//! never as holding the base.

use sponsio_law::conference::Conference;
use sponsio_text::view::Subject;
use sponsio_text::{Expression, Position, ProvisionId, Rolling};

use super::amended::named;
use crate::locale::{Words, say};
use crate::page::text::write;

/// What one delegation says of one reading: the letter of the tile, its data name and the word.
pub(super) struct Cell {
    pub(super) letter: String,
    pub(super) name: &'static str,
    pub(super) said: String,
    /// What its group says for it.
    pub(super) by_group: bool,
}

/// What a delegation says.
pub(super) struct Row {
    pub(super) code: String,
    pub(super) cells: Vec<Cell>,
}

/// The readings of one provision with what each delegation says of them.
pub(super) struct Table {
    pub(super) provision: String,
    pub(super) heads: Vec<Head>,
    pub(super) rows: Vec<Row>,
}

/// A reading at the head of a column.
pub(super) struct Head {
    pub(super) words: String,
    pub(super) is_base: bool,
    /// Whether the words are those of the text, and not of the page.
    pub(super) is_text: bool,
}

/// The most characters of a reading at the head of a column.
const HEAD: usize = 60;

/// Returns the table of each provision of which something is contested, in the order of the text.
pub(super) fn tables(
    words: &Words,
    view: &Conference,
    rolling: &Rolling,
    only: Option<ProvisionId>,
) -> Vec<Table> {
    let text = &rolling.expression;
    let rows = rolling.positions();
    let mut tables = Vec::new();
    for of_one in rows.chunk_by(|one, other| one.provision == other.provision) {
        let Some(first) = of_one.first() else {
            continue;
        };
        if only.is_some_and(|only| only != first.provision) {
            continue;
        }
        let heads = of_one
            .iter()
            .map(|row| head(words, text, row.provision, &row.subject));
        let delegations = view.seats().map(|(code, _)| {
            let cells = of_one.iter().map(|row| {
                let standing = row.standings.get(code);
                let (letter, name) = tile(standing.map(|standing| standing.position));
                Cell {
                    letter: say!(words, letter),
                    name,
                    said: say!(words, letter.trim_start_matches("letter-")),
                    by_group: standing.is_some_and(|standing| standing.by_group),
                }
            });
            Row {
                code: code.to_string(),
                cells: cells.collect(),
            }
        });
        tables.push(Table {
            provision: named(text, first.provision),
            rows: delegations.collect(),
            heads: heads.collect(),
        });
    }
    tables
}

/// The key of the letter, whose word has the same name without `letter-`, and the name of the tile.
const fn tile(position: Option<Position>) -> (&'static str, &'static str) {
    match position {
        Some(Position::Propose) => ("letter-stance-propose", "p"),
        Some(Position::Support) => ("letter-stance-support", "s"),
        Some(Position::CanAccept) => ("letter-stance-can-accept", "a"),
        Some(Position::Reserve) => ("letter-stance-reserve", "r"),
        Some(Position::Oppose) => ("letter-stance-oppose", "o"),
        None => ("letter-stance-silent", "n"),
    }
}

fn head(words: &Words, text: &Expression, id: ProvisionId, subject: &Subject) -> Head {
    let (tokens, is_base) = match subject {
        Subject::Reading(_, _, is_base, tokens) => (Some(tokens), *is_base),
        Subject::Alternative(_, tokens) => (tokens.as_ref(), false),
        Subject::Insertion => {
            return Head {
                words: say!(words, "room-tag-inserted"),
                is_base: false,
                is_text: false,
            };
        }
    };
    let mut said = String::new();
    write(
        text,
        id,
        tokens.map(Vec::as_slice).unwrap_or_default(),
        &mut said,
        &mut Vec::new(),
    );
    let said = said.trim();
    if said.is_empty() {
        return Head {
            words: say!(words, "room-no-text"),
            is_base,
            is_text: false,
        };
    }
    let mut short: String = said.chars().take(HEAD).collect();
    if short.len() < said.len() {
        short.push('…');
    }
    Head {
        words: short,
        is_base,
        is_text: true,
    }
}

/// The six tiles with their words, for the key below a table.
pub(super) fn key(words: &Words) -> Vec<Cell> {
    let all = [
        Some(Position::Propose),
        Some(Position::Support),
        Some(Position::CanAccept),
        Some(Position::Reserve),
        Some(Position::Oppose),
        None,
    ];
    let cells = all.into_iter().map(|position| {
        let (letter, name) = tile(position);
        Cell {
            letter: say!(words, letter),
            name,
            said: say!(words, letter.trim_start_matches("letter-")),
            by_group: false,
        }
    });
    cells.collect()
}
