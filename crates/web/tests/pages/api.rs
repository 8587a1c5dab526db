//! The API says of itself what it answers, and answers so.

use serde_json::Value;
use sponsio_law::register::Register;
use sponsio_web::Reading;

use super::house::{House, practice};

/// Says where a value is not of its form; the few words of JSON Schema that the document uses.
pub(crate) fn differs(document: &Value, form: &Value, value: &Value, place: &str) -> Vec<String> {
    if let Some(name) = form["$ref"].as_str() {
        let form = document.pointer(name.trim_start_matches('#')).unwrap();
        return differs(document, form, value, place);
    }
    if let Some(choices) = form["oneOf"].as_array() {
        let fits = choices
            .iter()
            .filter(|form| differs(document, form, value, place).is_empty());
        let fits = fits.count();
        return if fits == 1 {
            Vec::new()
        } else {
            vec![format!("{place}: {fits} forms fit")]
        };
    }
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    let wanted = &form["type"];
    let fits = wanted == kind
        || wanted
            .as_array()
            .is_some_and(|all| all.iter().any(|one| one == kind));
    if !fits {
        return vec![format!("{place} is {kind}, not {wanted}")];
    }
    let mut found = Vec::new();
    if let Some(members) = value.as_object() {
        for name in form["required"].as_array().into_iter().flatten() {
            if !members.contains_key(name.as_str().unwrap()) {
                found.push(format!("{place} lacks {name}"));
            }
        }
        for (name, form) in form["properties"].as_object().into_iter().flatten() {
            if let Some(value) = members.get(name) {
                found.extend(differs(document, form, value, &format!("{place}.{name}")));
            }
        }
    }
    if let Some(items) = value.as_array() {
        for item in items {
            found.extend(differs(document, &form["items"], item, place));
        }
    }
    if let Some(choices) = form["enum"].as_array()
        && !value.is_null()
        && !choices.contains(value)
    {
        found.push(format!("{place} is {value}"));
    }
    found
}

fn data(house: &House, path: &str) -> Value {
    serde_json::from_str(&house.get(path)).unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_answer_is_of_the_form_that_the_document_states() {
    let document = data(&House::of(Some(practice())).await, "/api/openapi.json");
    insta::assert_snapshot!(format!("{document:#}"));
    let empty = Reading::new(Register::new(), String::new());
    for (reading, is_empty) in [(practice(), false), (empty, true)] {
        let house = House::of(Some(reading)).await;
        let paths = document["paths"].as_object().unwrap();
        assert!(paths.len() >= 13);
        for (path, methods) in paths {
            let asked = path
                .replace("{treaty}", "warning")
                .replace("{participant}", "ADM")
                .replace("{other}", "GLD");
            if asked.contains("{statement}") || (is_empty && asked != *path) {
                continue;
            }
            let form = methods
                .pointer("/get/responses/200/content/application~1json/schema")
                .unwrap();
            let found = differs(&document, form, &data(&house, &asked), path);
            assert_eq!(found, Vec::<String>::new());
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_form_that_does_not_fit_is_noticed() {
    let document = data(&House::of(Some(practice())).await, "/api/openapi.json");
    let form = serde_json::json!({ "$ref": "#/components/schemas/Entry" });
    let wrong =
        serde_json::json!({ "id": 1, "title": "x", "adopted": null, "state": "x", "parties": 0 });
    assert_eq!(differs(&document, &form, &wrong, "e").len(), 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_tag_is_the_size_of_the_log_and_the_day() {
    let house = House::of(Some(practice())).await;
    let tag = |path: &str| {
        let (head, _) = house.ask(&format!("GET {path}"), "");
        let (_, tag) = head.split_once("etag: ").unwrap();
        tag.lines().next().unwrap().to_owned()
    };
    let now = tag("/api/v1/treaties");
    assert!(now.contains("4218-") && now.contains("2024-12-31"), "{now}");
    assert_ne!(tag("/api/v1/treaties?at=2020-01-01"), now);
    assert_ne!(tag("/api/v1/treaties?lang=tr"), now);
    let known = format!("if-none-match: \"x\", {}\r\n", now.replace("w/", "W/"));
    let (head, body) = house.ask("GET /api/v1/treaties", &known);
    assert!(
        head.starts_with("http/1.1 304 ") && body.is_empty(),
        "{head}"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_goes_wrong_is_a_problem_document() {
    let house = House::of(Some(practice())).await;
    for (path, status, name) in [
        ("/api/v1/nothing", "404", "not-found"),
        ("/api/v2/treaties", "404", "not-found"),
        ("/api/v1/treaties/none", "404", "no-such-treaty"),
        (
            "/api/v1/participants/ADM/with/ADM",
            "404",
            "one-participant",
        ),
        ("/api/v1/treaties?at=2023-02-29", "400", "no-such-day"),
        ("/api/v1/treaties?lang=xx", "400", "no-such-language"),
        ("/api/v1/treaties?at=", "400", "no-such-day"),
        ("/api/v1/events?cursor=x", "400", "no-such-cursor"),
        ("/api/v1/events?cursor=", "400", "no-such-cursor"),
    ] {
        let (head, body) = house.ask(&format!("GET {path}"), "");
        assert!(
            head.starts_with(&format!("http/1.1 {status} ")),
            "{path}: {head}"
        );
        assert!(head.contains("application/problem+json"), "{path}: {head}");
        let told: Value = serde_json::from_str(&body).unwrap();
        assert_eq!(
            told["type"],
            format!("urn:sponsio:problem:{name}"),
            "{path}"
        );
        assert!(
            told["detail"].as_str().is_some_and(|said| !said.is_empty()),
            "{path}"
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_derivation_is_data_as_well() {
    let house = House::of(Some(practice())).await;
    let why = data(&house, "/api/v1/treaties/warning/why?at=2024-01-01&lang=en");
    assert_eq!(why["in_force_since"], "2018-03-03");
    assert_eq!(why["derivation"]["lines"][1]["kind"], "trigger");
    let path = "/api/v1/treaties/warning/participants/RHV/why?at=2024-06-01";
    let why = data(&house, path);
    assert_eq!(why["status"], "former");
    assert!(
        why["derivation"]["because"]
            .as_str()
            .unwrap()
            .contains("RHV")
    );
}
