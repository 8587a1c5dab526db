//! A treaty at a glance: one square a State, and the same as a table. It is no map: no border is drawn.

use askama::Template;
use sponsio_law::register::TreatyIndex;

use crate::locale::say;
use crate::page::asked::Asked;
use crate::page::frame::{Frame, Section};
use crate::page::shown::{Row, Shown};
use crate::svg::squares::{Square, drawn};

#[derive(Template)]
#[template(path = "map.html")]
struct Map {
    p: Frame,
    id: String,
    title: String,
    picture: Option<String>,
    rows: Vec<Row>,
}

/// Whether there is a State to be shown.
pub(crate) fn has_states(shown: &Shown<'_>) -> bool {
    let participants = shown.reading.register.participants().iter();
    participants.filter(|one| one.kind.is_state()).count() > 0
}

/// Returns the page.
pub(crate) fn page(
    shown: &Shown<'_>,
    asked: &Asked,
    treaty: TreatyIndex,
) -> Result<String, askama::Error> {
    let register = &shown.reading.register;
    let history = shown.reading.history(treaty);
    let horizon = history.horizon(register);
    let day = shown.day_for(treaty, asked.at);
    let p = Frame::new(asked, Section::Treaties, shown.reading).of_treaty(day, horizon);
    let states = register
        .parties()
        .filter(|party| register.participant(*party).kind.is_state());
    let mut rows: Vec<Row> = day.map_or_else(Vec::new, |day| {
        states.map(|party| shown.row(treaty, party, day)).collect()
    });
    rows.sort_by_cached_key(|row| shown.wording.order(shown.language, &row.name));
    let squares = rows.iter().map(|row| Square {
        pattern: row.tile.pattern,
        letter: &row.tile.letter,
        code: &row.code,
        title: format!("{}: {}", row.name, row.tile.word),
    });
    let squares: Vec<Square<'_>> = squares.collect();
    let told = say!(p.words, "map-told", count = squares.len());
    let picture = (!squares.is_empty()).then(|| drawn(&told, &squares));
    let of = register.treaty(treaty);
    Map {
        id: of.id.to_string(),
        title: of.title().to_owned(),
        picture,
        rows,
        p,
    }
    .render()
}
