//! The list of participants, and the page of one: where it stands towards each treaty.

use askama::Template;
use sponsio_law::register::PartyIndex;
use sponsio_law::status::standing::Standing;

use crate::locale::say;
use crate::page::asked::Asked;
use crate::page::frame::{Frame, Section};
use crate::page::search::Search;
use crate::page::shown::{Row, Shown};

#[derive(Template)]
#[template(path = "parties.html")]
pub(crate) struct Parties {
    p: Frame,
    note: String,
    rows: Vec<Named>,
}

/// A participant in the list.
pub(crate) struct Named {
    pub(crate) code: String,
    pub(crate) name: String,
    pub(crate) kind: String,
}

#[derive(Template)]
#[template(path = "party.html")]
pub(crate) struct Party {
    p: Frame,
    who: Named,
    summary: String,
    rows: Vec<(String, String, Row)>,
    has_until: bool,
}

/// Returns the list of participants.
pub(crate) fn list(shown: &Shown<'_>, asked: &Asked) -> Result<String, askama::Error> {
    let p = Frame::new(asked, Section::Parties, shown.reading);
    let mut rows = named(shown);
    let of = rows.len();
    let search = Search::of(&asked.words);
    if !search.is_empty() {
        rows.retain(|row| search.finds(&[&row.name, &row.code, &row.kind]));
    }
    let note = say!(p.words, "rows-shown", count = rows.len(), of = of);
    Parties { p, note, rows }.render()
}

/// Returns all participants, by name.
pub(crate) fn named(shown: &Shown<'_>) -> Vec<Named> {
    let register = &shown.reading.register;
    let mut rows: Vec<Named> = register.parties().map(|party| one(shown, party)).collect();
    rows.sort_by_cached_key(|row| shown.wording.order(shown.language, &row.name));
    rows
}

fn one(shown: &Shown<'_>, party: PartyIndex) -> Named {
    let own = shown.reading.register.participant(party);
    Named {
        code: own.id.to_string(),
        name: shown.name(party),
        kind: say!(shown.words(), &format!("kind-{}", own.kind.label())),
    }
}

/// Returns the page of one participant.
pub(crate) fn page(
    shown: &Shown<'_>,
    asked: &Asked,
    party: PartyIndex,
) -> Result<String, askama::Error> {
    let p = Frame::new(asked, Section::Parties, shown.reading);
    let rows = rows(shown, asked, party);
    let bound = rows
        .iter()
        .filter(|(.., row)| row.standing.is_party())
        .count();
    let summary = if let Some(day) = p.day {
        say!(p.words, "party-summary", count = bound, day = day)
    } else {
        say!(p.words, "state-nothing-known")
    };
    Party {
        who: one(shown, party),
        summary,
        has_until: rows.iter().any(|(.., row)| row.until.is_some()),
        rows,
        p,
    }
    .render()
}

/// Returns where a participant stands towards each treaty it has to do with: identifier, title, row.
pub(crate) fn rows(
    shown: &Shown<'_>,
    asked: &Asked,
    party: PartyIndex,
) -> Vec<(String, String, Row)> {
    let register = &shown.reading.register;
    let places = register.treaty_places();
    let rows = places.filter_map(|place| {
        let day = shown.day_for(place, asked.at)?;
        let row = shown.row(place, party, day);
        let treaty = register.treaty(place);
        (row.standing != Standing::None)
            .then(|| (treaty.id.to_string(), treaty.title().to_owned(), row))
    });
    rows.collect()
}
