//! A treaty as linked data: schema.org `Legislation`, in a data block of its page.

use serde_json::{Map, Value, json};
use sponsio_law::register::TreatyIndex;

use crate::page::shown::Shown;
use crate::page::tile::State;

/// Returns the treaty as JSON-LD that may stand in HTML.
pub(crate) fn legislation(shown: &Shown<'_>, treaty: TreatyIndex, state: State) -> String {
    let of = shown.reading.register.treaty(treaty);
    let header = &of.clauses.header;
    let force = match state {
        State::InForce(_) => Some("https://schema.org/InForce"),
        State::Later(_)
        | State::Before(_)
        | State::NotInForce
        | State::Ended(_)
        | State::Lapsed(_) => Some("https://schema.org/NotInForce"),
        State::Undetermined(_) | State::NoRule | State::NothingKnown => None,
    };
    let members = [
        ("@context", Some(json!("https://schema.org"))),
        ("@type", Some(json!("Legislation"))),
        ("legislationType", Some(json!("treaty"))),
        ("name", Some(json!(of.title()))),
        ("legislationIdentifier", Some(json!(of.id.as_str()))),
        (
            "legislationDate",
            header
                .adopted
                .as_ref()
                .map(|day| json!(day.value.to_string())),
        ),
        (
            "temporalCoverage",
            state.since().map(|day| json!(format!("{day}/.."))),
        ),
        ("legislationLegalForce", force.map(Value::from)),
        (
            "inLanguage",
            (!header.authentic.is_empty()).then(|| json!(header.authentic)),
        ),
        (
            "legislationResponsible",
            header.depositary.as_ref().map(|named| json!(named.value)),
        ),
    ];
    let members = members
        .into_iter()
        .filter_map(|(name, value)| Some((name.to_owned(), value?)));
    let written = Value::Object(members.collect::<Map<_, _>>()).to_string();
    // No title can end the block that it stands in.
    written
        .replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('&', "\\u0026")
}
