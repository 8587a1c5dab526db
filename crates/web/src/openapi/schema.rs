//! The forms of the answers (JSON Schema 2020-12).

use serde_json::{Map, Value, json};
use sponsio_law::party::ParticipantKind;

/// Returns every form by its name.
pub(super) fn all() -> Value {
    json!({
        "Problem": problem(),
        "Head": head(),
        "Derivation": derivation(),
        "Entry": entry(),
        "Standing": standing(&[("participant", text()), ("name", text())]),
        "StandingOfTreaty": standing(&[("treaty", text()), ("title", text())]),
        "Treaties": answer(&[("treaties", list("Entry")), ("next", optional("string"))]),
        "Treaty": answer(&[
            ("treaty", form("Entry")),
            ("at", optional_day()),
            ("participants", list("Standing")),
        ]),
        "TreatyWhy": answer(&[
            ("treaty", text()),
            ("at", optional_day()),
            ("state", text()),
            ("in_force_since", optional_day()),
            ("derivation", one_of_or_null("Derivation")),
        ]),
        "StandingWhy": answer(&[
            ("treaty", text()),
            ("participant", text()),
            ("at", optional_day()),
            ("status", optional("string")),
            ("since", optional_day()),
            ("derivation", one_of_or_null("Derivation")),
        ]),
        "Participants": answer(&[
            ("participants", json!({ "type": "array", "items": named() })),
            ("next", optional("string")),
        ]),
        "Participant": answer(&[
            ("participant", text()),
            ("name", text()),
            ("treaties", list("StandingOfTreaty")),
        ]),
        "Between": answer(&[("treaties", array()), ("coverage", any_object())]),
        "Coverage": answer(&[]),
        "Statements": answer(&[("statements", list("Statement")), ("next", optional("string"))]),
        "Statement": statement(),
        "Events": answer(&[
            ("at", optional_day()),
            ("events", json!({ "type": "array", "items": event() })),
            ("next", optional("string")),
        ]),
        "Log": answer(&[
            ("recorded", optional("string")),
            ("key", optional("string")),
            ("published", json!({ "type": ["object", "null"] })),
        ]),
    })
}

/// An answer: it says from which log it was computed, to which day that is known, and whether it is an exercise.
fn answer(own: &[(&str, Value)]) -> Value {
    let head = [
        ("log", one_of_or_null("Head")),
        ("known_to", optional_day()),
        ("exercise", json!({ "type": "boolean" })),
    ];
    object(own.iter().chain(&head))
}

fn object<'m>(members: impl Iterator<Item = &'m (&'m str, Value)>) -> Value {
    let members: Map<String, Value> = members
        .map(|(name, form)| ((*name).to_owned(), form.clone()))
        .collect();
    let required: Vec<&String> = members.keys().collect();
    json!({ "type": "object", "required": required, "properties": members })
}

fn text() -> Value {
    json!({ "type": "string" })
}

fn day() -> Value {
    json!({ "type": "string", "format": "date" })
}

fn optional(kind: &str) -> Value {
    json!({ "type": [kind, "null"] })
}

fn optional_day() -> Value {
    json!({ "type": ["string", "null"], "format": "date" })
}

fn form(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

fn one_of_or_null(name: &str) -> Value {
    json!({ "oneOf": [form(name), { "type": "null" }] })
}

fn list(name: &str) -> Value {
    json!({ "type": "array", "items": form(name) })
}

fn array() -> Value {
    json!({ "type": "array", "items": { "type": "object" } })
}

fn any_object() -> Value {
    json!({ "type": "object" })
}

fn kind() -> Value {
    json!({ "type": "string", "enum": ParticipantKind::ALL.map(ParticipantKind::label) })
}

/// RFC 9457.
fn problem() -> Value {
    json!({
        "type": "object",
        "required": ["type", "title", "status"],
        "properties": {
            "type": { "type": "string", "format": "uri" },
            "title": text(),
            "status": { "type": "integer" },
            "detail": text(),
            "instance": text(),
            "rule": text(),
            "pointer": text(),
        },
    })
}

fn head() -> Value {
    let size = json!({ "type": "integer", "minimum": 0 });
    object([("origin", text()), ("size", size), ("root", text())].iter())
}

fn derivation() -> Value {
    let line = object([("kind", text()), ("label", text()), ("text", text())].iter());
    let members = [
        ("language", text()),
        ("because", optional("string")),
        ("lines", json!({ "type": "array", "items": line })),
    ];
    object(members.iter())
}

fn entry() -> Value {
    let members = [
        ("id", text()),
        ("title", text()),
        ("adopted", optional_day()),
        ("state", text()),
        ("in_force_since", optional_day()),
        ("parties", json!({ "type": "integer", "minimum": 0 })),
    ];
    object(members.iter())
}

fn named() -> Value {
    object([("id", text()), ("name", text()), ("kind", kind())].iter())
}

fn standing(own: &[(&str, Value)]) -> Value {
    let members = [
        ("kind", kind()),
        ("signed", optional_day()),
        ("deposited", optional_day()),
        ("act", optional("string")),
        ("status", text()),
        ("since", optional_day()),
        ("in_force_for_it", optional_day()),
        ("until", optional_day()),
        ("until_unknown", json!({ "type": "boolean" })),
    ];
    object(own.iter().chain(&members))
}

fn event() -> Value {
    let members = [
        ("day", day()),
        ("treaty", text()),
        ("participant", optional("string")),
        ("event", text()),
        ("act", optional("string")),
    ];
    object(members.iter())
}

fn statement() -> Value {
    let texts = || json!({ "type": "array", "items": text() });
    let members = [
        ("id", text()),
        ("conference", text()),
        ("day", optional_day()),
        ("speaker", text()),
        ("capacity", text()),
        ("participant", optional("string")),
        ("audience", texts()),
        ("kind", text()),
        ("level", text()),
        ("doubtful", text()),
        ("source", json!({ "type": ["object", "null"] })),
        ("quotes", array()),
        ("drafts", array()),
    ];
    object(members.iter())
}
