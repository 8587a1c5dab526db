//! `/api/v1`: the register as JSON, to be read by anybody's programs. Names and statuses are the
//! stable ones of data; every answer says from which log it was computed.

pub(crate) mod list;
pub(crate) mod path;
mod why;

use serde_json::{Map, Value, json};
use sponsio_law::calendar::Date;
use sponsio_law::guarantee::Coverage;

use crate::page::between::Text;
use crate::page::record::{self, Spoken};
use crate::page::shown::{Entry, Row, Shown};
use crate::source::Reading;

/// Returns the treaties.
pub(crate) fn treaties(shown: &Shown<'_>, entries: &[Entry], next: Option<&str>) -> Value {
    let entries: Vec<Value> = entries.iter().map(entry).collect();
    with_head(shown.reading, json!({ "treaties": entries, "next": next }))
}

/// Returns a treaty with where everybody stands.
pub(crate) fn treaty(shown: &Shown<'_>, of: &Entry, at: Option<Date>, rows: &[Row]) -> Value {
    let rows = rows.iter().map(|row| {
        let mut told = self::row(row);
        told.insert("participant".to_owned(), json!(row.code));
        told.insert("name".to_owned(), json!(row.name));
        Value::Object(told)
    });
    let answer = json!({
        "treaty": entry(of),
        "at": day(at),
        "participants": rows.collect::<Vec<_>>(),
    });
    with_head(shown.reading, answer)
}

/// Returns a participant with where it stands towards each treaty.
pub(crate) fn participant(
    shown: &Shown<'_>,
    (code, name): (&str, &str),
    rows: &[(String, String, Row)],
) -> Value {
    let rows = rows.iter().map(|(id, title, row)| {
        let mut told = self::row(row);
        told.insert("treaty".to_owned(), json!(id));
        told.insert("title".to_owned(), json!(title));
        Value::Object(told)
    });
    let answer = json!({
        "participant": code,
        "name": name,
        "treaties": rows.collect::<Vec<_>>(),
    });
    with_head(shown.reading, answer)
}

/// Returns a matrix of guarantees.
pub(crate) fn coverage(shown: &Shown<'_>, coverage: &Coverage) -> Value {
    let register = &shown.reading.register;
    let told = shown
        .wording
        .coverage_data(shown.language, register, coverage);
    with_head(shown.reading, told)
}

/// Returns what binds two participants, and what each guarantees the other.
pub(crate) fn between(shown: &Shown<'_>, texts: &[Text], coverage: &Coverage) -> Value {
    let register = &shown.reading.register;
    let texts = texts.iter().map(|text| {
        let rows = text
            .rows
            .iter()
            .map(|row| (row.code.clone(), Value::Object(self::row(row))));
        json!({
            "treaty": text.id,
            "title": text.title,
            "binding_both_since": day(text.since),
            "participants": rows.collect::<Map<_, _>>(),
        })
    });
    let answer = json!({
        "treaties": texts.collect::<Vec<_>>(),
        "coverage": shown.wording.coverage_data(shown.language, register, coverage),
    });
    with_head(shown.reading, answer)
}

/// Returns statements that are public, each with its passages and the drafts that rest on it.
pub(crate) fn statements(
    shown: &Shown<'_>,
    at: Option<Date>,
    said: &[Spoken<'_>],
    next: Option<&str>,
) -> Value {
    let by = record::until(at);
    let statements = said.iter().map(|one| {
        let source = one.conference.source(one.said.source).map(|source| &source.recorded);
        let quotes = one.said.quotes.iter().map(|quote| {
            json!({
                "start": quote.start, "end": quote.end(), "text": quote.text, "direct": quote.direct,
            })
        });
        let drafts = one.drafts(by).map(|draft| {
            json!({
                "provision": draft.drafted.provision.as_str(),
                "words": draft.drafted.words,
                "hypothetical": draft.hypothetical,
            })
        });
        json!({
            "id": one.held.id.to_string(),
            "conference": one.conference.id.as_str(),
            "day": day(one.day()),
            "speaker": one.said.speaker,
            "capacity": one.said.capacity.label(),
            "participant": one.said.party.as_ref().map(ToString::to_string),
            "audience": one.said.audience,
            "kind": one.said.kind.label(),
            "level": record::level(one.held, by).label(),
            "doubtful": one.said.doubtful,
            "source": source.map(|source| json!({
                "publisher": source.publisher,
                "date": source.date.to_string(),
                "language": source.language.as_str(),
                "report": source.report.cited(),
                "fictional": source.fictional,
            })),
            "quotes": quotes.collect::<Vec<_>>(),
            "drafts": drafts.collect::<Vec<_>>(),
        })
    });
    with_head(
        shown.reading,
        json!({ "statements": statements.collect::<Vec<_>>(), "next": next }),
    )
}

fn entry(entry: &Entry) -> Value {
    json!({
        "id": entry.id,
        "title": entry.title,
        "adopted": day(entry.adopted),
        "state": entry.state.name(),
        "in_force_since": day(entry.state.since()),
        "parties": entry.parties,
    })
}

fn row(row: &Row) -> Map<String, Value> {
    let told = [
        ("kind", json!(row.kind.label())),
        ("signed", json!(day(row.signed))),
        ("deposited", json!(day(row.deposited))),
        ("act", json!(row.act.map(sponsio_law::act::ActKind::label))),
        ("status", json!(row.label)),
        ("since", json!(day(row.since))),
        ("in_force_for_it", json!(day(row.start))),
        ("until", json!(day(row.until))),
        ("until_unknown", json!(row.until_unknown)),
    ];
    told.into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect()
}

fn day(day: Option<Date>) -> Option<String> {
    day.map(|day| day.to_string())
}

fn with_head(reading: &Reading, mut answer: Value) -> Value {
    let head = reading.log.as_ref().map(
        |head| json!({ "origin": head.origin, "size": head.size, "root": head.root.to_string() }),
    );
    answer["log"] = json!(head);
    answer["known_to"] = json!(day(reading.day()));
    answer["exercise"] = json!(reading.exercise);
    answer
}
