//! How to read the register: the statuses with their tiles, the words, what it does not prove, who
//! can read it, and the data.

use askama::Template;
use sponsio_law::status::standing::Standing;

use crate::locale::say;
use crate::page::asked::Asked;
use crate::page::frame::{Frame, Section};
use crate::page::shown::Shown;
use crate::page::tile::Tile;

#[derive(Template)]
#[template(path = "help.html")]
pub(crate) struct Help {
    p: Frame,
    statuses: Vec<(Tile, String)>,
    words: Vec<(String, String)>,
}

/// The statuses that pages show, in the order in which consent grows firmer.
const STATUSES: [Standing; 12] = Standing::ALL;

/// The words that a reader may not know.
const WORDS: [&str; 8] = [
    "entry",
    "deposit",
    "depositary",
    "horizon",
    "derivation",
    "log",
    "checkpoint",
    "witness",
];

/// Returns the page.
pub(crate) fn page(shown: &Shown<'_>, asked: &Asked) -> Result<String, askama::Error> {
    let p = Frame::new(asked, Section::Help, shown.reading);
    let meaning = |label: &str| say!(p.words, &format!("meaning-{label}"));
    let mut statuses: Vec<(Tile, String)> = STATUSES
        .into_iter()
        .map(|standing| {
            (
                Tile::of_standing(p.words, standing),
                meaning(standing.label()),
            )
        })
        .collect();
    statuses.push((Tile::revoked(p.words), meaning("revoked")));
    let words = WORDS.into_iter().map(|word| {
        let term = say!(p.words, &format!("term-{word}"));
        (term, say!(p.words, &format!("term-{word}-is")))
    });
    Help {
        statuses,
        words: words.collect(),
        p,
    }
    .render()
}
