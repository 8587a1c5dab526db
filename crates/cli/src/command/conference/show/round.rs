//! The figures of a round.

use serde_json::{Value, json};

use sponsio_law::conference::Figures;
use sponsio_record::ConferenceId;

use crate::args::Shared;
use crate::command::conference::reader::{ReaderArgs, view};
use crate::failure::{Failure, Kind};
use crate::layout::labelled;
use crate::print::Console;
use crate::wording::{Words, say};

/// Prints the figures of a round.
pub(in crate::command::conference) fn run(
    id: &ConferenceId,
    name: &str,
    args: &ReaderArgs,
    shared: &Shared,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let (conference, now) = view(id, args, shared, console)?;
    if conference.round(name).is_none() {
        let sentence = say!(words, "conference-no-round", round = name);
        return Err(Failure::new(Kind::NotFound, sentence));
    }
    let counted = figures(&conference.figures(name, now));
    if args.json {
        return Ok(console.json(&counted)?);
    }
    let rows: Vec<(String, String)> = counted
        .as_object()
        .into_iter()
        .flatten()
        .map(|(key, count)| {
            let key = format!("figure-{}", key.replace('_', "-"));
            (say!(words, &key), count.to_string())
        })
        .collect();
    Ok(console.text(&labelled(&rows, usize::MAX))?)
}

/// Returns figures as data.
pub(in crate::command::conference) fn figures(figures: &Figures) -> Value {
    json!({
        "tabled": figures.tabled,
        "withdrawn": figures.withdrawn,
        "superseded": figures.superseded,
        "absorbed": figures.absorbed,
        "accepted": figures.accepted,
        "not_pursued": figures.not_pursued,
        "open": figures.open,
        "tablers": figures.tablers,
        "acknowledged": figures.acknowledged,
        "answers": figures.answers,
        "places": figures.places,
        "agreed": figures.agreed,
        "ad_referendum": figures.ad_referendum,
        "in_package": figures.in_package,
        "touched": figures.touched,
        "reservations": figures.reservations,
    })
}
