//! The description of what a program with a token can bring and read at the desk, made from the table by
//! which it is read (`desk::program`).

use serde_json::{Map, Value, json};

use super::{problem, query};
use crate::desk::program::body::{Form, MATTERS, Matter, Member};
use crate::desk::{kinds, known};
use crate::locale::{Language, say};

/// Something that a program asks of the desk.
pub(crate) struct Write {
    /// Its name, which does not change.
    pub(crate) id: &'static str,
    /// By which method.
    pub(crate) method: &'static str,
    /// Its path.
    pub(crate) path: &'static str,
}

/// Everything that a program asks of the desk.
pub(crate) const WRITES: [Write; 5] = [
    Write {
        id: "instruments",
        method: "POST",
        path: "/api/v1/instruments",
    },
    Write {
        id: "corrections",
        method: "POST",
        path: "/api/v1/corrections",
    },
    Write {
        id: "notifications",
        method: "POST",
        path: "/api/v1/notifications",
    },
    Write {
        id: "motions",
        method: "GET",
        path: "/api/v1/motions",
    },
    Write {
        id: "motion",
        method: "GET",
        path: "/api/v1/motions/{motion}",
    },
];

/// Adds the paths and forms to the description of the reads.
pub(super) fn describe(document: &mut Value) {
    for write in &WRITES {
        let matter = MATTERS.iter().find(|matter| matter.path == write.id);
        let told = match matter {
            Some(matter) => post(write, matter),
            None => get(write),
        };
        document["paths"][write.path][write.method.to_ascii_lowercase()] = told;
    }
    for matter in &MATTERS {
        document["components"]["schemas"][matter.kind] = body(matter);
    }
    document["components"]["schemas"]["Motion"] = motion();
    document["components"]["schemas"]["Motions"] = json!({
        "type": "object",
        "required": ["motions", "next"],
        "properties": {
            "motions": { "type": "array", "items": { "$ref": "#/components/schemas/Motion" } },
            "next": { "type": ["string", "null"] },
        },
    });
    document["components"]["securitySchemes"] = json!({
        "token": {
            "type": "http",
            "scheme": "bearer",
            "description": "A token of an account: `sponsio account token add`, or the profile at the desk.",
        },
    });
}

fn common(write: &Write, parameters: Vec<Value>) -> Map<String, Value> {
    let words = Language::English.words();
    let lang = query(
        "lang",
        "The language of sentences.",
        &json!({ "type": "string", "enum": ["en", "tr", "ar"] }),
    );
    let parameters: Vec<Value> = parameters.into_iter().chain([lang]).collect();
    let members = [
        ("operationId", json!(write.id)),
        ("summary", json!(say!(words, &format!("api-{}", write.id)))),
        ("security", json!([{ "token": [] }])),
        ("parameters", json!(parameters)),
    ];
    members
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect()
}

/// What every question of a program can be refused with.
fn refusals() -> Map<String, Value> {
    let told = [
        (
            "400",
            "Something in the address or the head cannot be read.",
        ),
        ("401", "No token came that is known and has not ended."),
        (
            "403",
            "The token, or its account, does not allow this; `rule` says which and why.",
        ),
        ("404", "Something that is named is not there."),
        ("503", "Something cannot be read or written now."),
    ];
    told.into_iter()
        .map(|(status, told)| (status.to_owned(), problem(told)))
        .collect()
}

fn post(write: &Write, matter: &Matter) -> Value {
    let key = json!({
        "name": "Idempotency-Key",
        "in": "header",
        "required": false,
        "description": "What is sent again under the same key within 24 hours is answered as the first time, and \
            entered once.",
        "schema": { "type": "string", "pattern": "^[A-Za-z0-9_-]{1,255}$" },
    });
    let mut told = common(write, vec![key]);
    let form = json!({ "$ref": format!("#/components/schemas/{}", matter.kind) });
    told.insert(
        "requestBody".to_owned(),
        json!({ "required": true, "content": { "application/json": { "schema": form } } }),
    );
    let mut answers = refusals();
    let more = [
        (
            "409",
            "Something else was sent under this `Idempotency-Key`.",
        ),
        ("413", "The body is longer than 64 KiB."),
        ("415", "The body is not application/json, or is packed."),
        (
            "422",
            "The body is not of the form; `pointer` says where and `rule` why.",
        ),
        ("429", "Too much of this token waits in the inbox."),
    ];
    answers.extend(more.map(|(status, told)| (status.to_owned(), problem(told))));
    answers.insert(
        "201".to_owned(),
        json!({
            "description": "It waits in the inbox. Nothing is recorded before two officers have asserted it.",
            "headers": { "Location": { "schema": { "type": "string" } } },
            "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Motion" } } },
        }),
    );
    told.insert("responses".to_owned(), Value::Object(answers));
    Value::Object(told)
}

fn get(write: &Write) -> Value {
    let (parameter, answer) = if write.path.ends_with('}') {
        let mark = json!({ "type": "string", "pattern": "^[0-9a-f]{32}$" });
        let own = json!({ "name": "motion", "in": "path", "required": true, "schema": mark });
        (own, "Motion")
    } else {
        let own = query(
            "cursor",
            "Where the page begins: `next` of the page before.",
            &json!({ "type": "string", "pattern": "^[0-9]{1,9}$" }),
        );
        (own, "Motions")
    };
    let mut told = common(write, vec![parameter]);
    let mut answers = refusals();
    let form = json!({ "$ref": format!("#/components/schemas/{answer}") });
    answers.insert(
        "200".to_owned(),
        json!({
            "description": "The answer.",
            "content": { "application/json": { "schema": form } },
        }),
    );
    told.insert("responses".to_owned(), Value::Object(answers));
    Value::Object(told)
}

/// The form of a body.
fn body(matter: &Matter) -> Value {
    let members = matter.members.iter();
    let properties: Map<String, Value> = members
        .map(|member| (member.name.to_owned(), form(member)))
        .collect();
    let required = matter.members.iter().filter(|member| member.is_required);
    let required: Vec<&str> = required.map(|member| member.name).collect();
    json!({
        "type": "object",
        "additionalProperties": false,
        "required": required,
        "properties": properties,
    })
}

fn form(member: &Member) -> Value {
    match member.form {
        Form::Treaty => json!({ "type": "string", "pattern": "^[A-Za-z0-9._@-]{1,64}$" }),
        Form::Participant => json!({ "type": "string", "pattern": "^[A-Z0-9-]{1,64}$" }),
        Form::Kind => {
            let labels: Vec<&str> = kinds().collect();
            json!({ "type": "string", "enum": labels })
        }
        Form::Act => json!({ "type": "string", "pattern": "^[0-9a-f]{32}$" }),
        Form::Day => {
            json!({ "type": "string", "format": "date", "examples": ["2026-11-30"] })
        }
        Form::Words(most) if member.is_required => {
            json!({ "type": "string", "minLength": 1, "maxLength": most, "pattern": "\\S" })
        }
        Form::Words(most) => json!({ "type": "string", "maxLength": most }),
    }
}

fn motion() -> Value {
    let text = || json!({ "type": "string" });
    let optional = || json!({ "type": ["string", "null"] });
    let members = [
        ("id", text()),
        ("kind", json!({ "type": "string", "enum": known() })),
        ("treaty", optional()),
        ("entered", text()),
        ("entered_by", text()),
        ("token", optional()),
        (
            "stage",
            json!({ "type": "string", "enum": ["received", "proposed", "settled"] }),
        ),
        ("proposed_by", optional()),
        ("confirmed_by", optional()),
        ("remark", optional()),
        ("entry", json!({ "type": ["integer", "null"] })),
        (
            "foreseen",
            json!({
                "type": ["object", "null"],
                "required": ["received", "rule", "detail"],
                "properties": {
                    "received": { "type": "boolean" },
                    "rule": optional(),
                    "detail": optional(),
                },
            }),
        ),
        ("page", text()),
    ];
    let required: Vec<&str> = members.iter().map(|(name, _)| *name).collect();
    let required = json!(required);
    let properties: Map<String, Value> = members
        .into_iter()
        .map(|(name, form)| (name.to_owned(), form))
        .collect();
    json!({ "type": "object", "required": required, "properties": properties })
}
