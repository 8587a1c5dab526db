//! Statements and their sources as data.

use serde_json::{Value, json};

use sponsio_law::conference::{Conference, RecordedStatement, Source, Statement};

/// Returns the passages of a statement as data.
pub(super) fn quotes(said: &Statement) -> Value {
    let quotes = said.quotes.iter().map(|quote| {
        json!({
            "start": quote.start,
            "end": quote.end(),
            "text": quote.text,
            "direct": quote.direct,
        })
    });
    json!(quotes.collect::<Vec<_>>())
}

/// Returns a source as data.
pub(in crate::command::conference) fn source(source: &Source) -> Value {
    let recorded = &source.recorded;
    json!({
        "id": source.id.to_string(),
        "publisher": recorded.publisher,
        "date": recorded.date.to_string(),
        "language": recorded.language.as_str(),
        "address": recorded.address,
        "report": recorded.report.cited(),
        "fictional": recorded.fictional,
    })
}

/// Returns a statement as data, as far as the reader may see it.
pub(in crate::command::conference) fn data(
    conference: &Conference,
    one: &RecordedStatement,
) -> Value {
    let said = one.statement.as_ref();
    json!({
        "id": one.id.to_string(),
        "at": one.at.to_string(),
        "reader": one.reader,
        "confirmed": one.confirmed.as_ref().map(|(reader, at)| json!({
            "reader": reader,
            "at": at.to_string(),
        })),
        "set_aside": one.set_aside.as_ref().map(|(reader, at, reason)| json!({
            "reader": reader,
            "at": at.to_string(),
            "reason": reason,
        })),
        "level": one.level(None).label(),
        "views": one.other_views().iter().map(|(code, level)| json!({
            "participant": code.as_str(),
            "level": level.label(),
        })).collect::<Vec<_>>(),
        "levels": one.levels.iter().map(|change| json!({
            "id": change.id.to_string(),
            "at": change.at.to_string(),
            "level": change.given.level.label(),
            "participant": change.given.view.as_ref().map(ToString::to_string),
            "grounds": change.given.grounds,
        })).collect::<Vec<_>>(),
        "statement": said.map(|said| json!({
            "source": said.source.to_string(),
            "speaker": said.speaker,
            "capacity": said.capacity.label(),
            "office": said.office,
            "party": said.party.as_ref().map(ToString::to_string),
            "date": said.date.map(|day| day.to_string()),
            "place": said.place,
            "occasion": said.occasion,
            "audience": said.audience,
            "kind": said.kind.label(),
            "quotes": quotes(said),
            "accused": said.accused,
            "doubtful": said.doubtful,
        })),
        "repetitions": conference.repetitions(one.id).map(|repetition| json!({
            "id": repetition.id.to_string(),
            "at": repetition.at.to_string(),
            "claimed_in": repetition.repeated.claimed_in.map(|of| of.to_string()),
            "speaker": repetition.speaker,
            "office": repetition.repeated.office,
            "party": repetition.repeated.party.as_ref().map(ToString::to_string),
            "words": repetition.words(conference),
            "sourced": repetition.sourced.map(|of| of.to_string()),
        })).collect::<Vec<_>>(),
        "also_said": conference.also_said(one.id).iter().map(|other| other.id.to_string()).collect::<Vec<_>>(),
        "replies": one.replies.iter().map(|(of, _)| of.to_string()).collect::<Vec<_>>(),
    })
}
