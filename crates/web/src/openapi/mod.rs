//! The description of the API (`OpenAPI` 3.1), made from one table: what can be asked, and in which form the
//! answer comes. A test asks each path and holds the answer against its form.

mod schema;
mod write;

use serde_json::{Map, Value, json};

use crate::locale::{Language, say};

pub(crate) use write::WRITES;

/// Something that can be asked.
pub(crate) struct Operation {
    /// Its name, which does not change.
    pub(crate) id: &'static str,
    /// Its path; what stands in braces is chosen by who asks.
    pub(crate) path: &'static str,
    /// The form of the answer.
    answer: &'static str,
    /// Whether it comes page by page.
    is_paged: bool,
    /// Whether it depends on a day.
    is_dated: bool,
}

const fn one(id: &'static str, path: &'static str, answer: &'static str) -> Operation {
    Operation {
        id,
        path,
        answer,
        is_paged: false,
        is_dated: true,
    }
}

const fn list(id: &'static str, path: &'static str, answer: &'static str) -> Operation {
    Operation {
        is_paged: true,
        ..one(id, path, answer)
    }
}

/// Everything that can be asked.
pub(crate) const OPERATIONS: [Operation; 13] = [
    list("treaties", "/api/v1/treaties", "Treaties"),
    one("treaty", "/api/v1/treaties/{treaty}", "Treaty"),
    one("treaty-why", "/api/v1/treaties/{treaty}/why", "TreatyWhy"),
    one(
        "standing-why",
        "/api/v1/treaties/{treaty}/participants/{participant}/why",
        "StandingWhy",
    ),
    list("participants", "/api/v1/participants", "Participants"),
    one(
        "participant",
        "/api/v1/participants/{participant}",
        "Participant",
    ),
    one(
        "between",
        "/api/v1/participants/{participant}/with/{other}",
        "Between",
    ),
    one("coverage", "/api/v1/coverage", "Coverage"),
    one("coverage-of", "/api/v1/coverage/{treaty}", "Coverage"),
    list("statements", "/api/v1/statements", "Statements"),
    one("statement", "/api/v1/statements/{statement}", "Statements"),
    list("events", "/api/v1/events", "Events"),
    Operation {
        is_dated: false,
        ..one("log", "/api/v1/log", "Log")
    },
];

/// Returns the document of the desk: the reads, and what a program with a token can bring.
pub(crate) fn document_of_desk() -> Value {
    let mut document = document();
    write::describe(&mut document);
    document["info"]["title"] = "Sponsio: the register and the desk".into();
    document
}

/// Returns the document of the reads.
pub(crate) fn document() -> Value {
    let paths = OPERATIONS.iter();
    let paths =
        paths.map(|operation| (operation.path.to_owned(), json!({ "get": get(operation) })));
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Sponsio: the public register",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "Reads of a register of treaties, open to everybody. Every answer names the size of \
                the log from which it was computed; its ETag is made of that size and the day.",
            "license": { "name": "Apache-2.0 OR MIT", "identifier": "Apache-2.0 OR MIT" },
        },
        "servers": [{ "url": "/" }],
        "paths": paths.collect::<Map<_, _>>(),
        "components": { "schemas": schema::all() },
    })
}

fn get(operation: &Operation) -> Value {
    let words = Language::English.words();
    let named = operation.path.split('/').filter_map(|part| {
        let name = part.strip_prefix('{')?.strip_suffix('}')?;
        Some(json!({ "name": name, "in": "path", "required": true, "schema": identifier(name) }))
    });
    let mut parameters: Vec<Value> = named.collect();
    if operation.is_dated {
        parameters.push(query(
            "at",
            "The day that is asked about.",
            &json!({
                "type": "string", "format": "date", "examples": ["2024-02-29"],
            }),
        ));
    }
    parameters.push(query(
        "lang",
        "The language of names and sentences.",
        &json!({
            "type": "string", "enum": ["en", "tr", "ar"],
        }),
    ));
    if operation.is_paged {
        parameters.push(query(
            "cursor",
            "Where the page begins: `next` of the page before.",
            &json!({
                "type": "string", "pattern": "^[0-9]{1,9}$",
            }),
        ));
    }
    let form = json!({ "$ref": format!("#/components/schemas/{}", operation.answer) });
    json!({
        "operationId": operation.id,
        "summary": say!(words, &format!("api-{}", operation.id)),
        "parameters": parameters,
        "responses": {
            "200": {
                "description": "The answer.",
                "headers": { "ETag": { "schema": { "type": "string" } } },
                "content": { "application/json": { "schema": form } },
            },
            "304": { "description": "The reader has it already." },
            "400": problem("What is asked for cannot be read."),
            "404": problem("It is not there, or is not public."),
            "422": problem("It is more than is given at once."),
            "503": problem("The register cannot be read now."),
        },
    })
}

fn problem(told: &str) -> Value {
    let form = json!({ "$ref": "#/components/schemas/Problem" });
    json!({ "description": told, "content": { "application/problem+json": { "schema": form } } })
}

fn query(name: &str, told: &str, schema: &Value) -> Value {
    json!({ "name": name, "in": "query", "required": false, "description": told, "schema": schema })
}

/// The form of an identifier in a path.
fn identifier(name: &str) -> Value {
    let pattern = match name {
        "treaty" => "^[A-Za-z0-9._@-]{1,64}$",
        "statement" => "^[0-9a-f]{32}$",
        _ => "^[A-Z0-9-]{1,64}$",
    };
    json!({ "type": "string", "pattern": pattern })
}
