//! Statements, as the reader may see them: each at its level, with its source, its repetitions side by
//! side and the answers to it.

use serde_json::{Value, json};

use sponsio_law::conference::{
    Conference, RecordedStatement, Repetition, Source, Statement, StatementKind,
};
use sponsio_record::ActId;

use crate::args::Shared;
use crate::command::conference::reader::{ShowArgs, view};
use crate::command::conference::statement::StatementArgs;
use crate::failure::{Failure, Kind};
use crate::layout::{labelled, paragraph};
use crate::print::Console;
use crate::wording::{Words, say};

/// Prints the statements in the order of receipt.
pub(super) fn list(
    args: &ShowArgs,
    shared: &Shared,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let (conference, _) = view(&args.conference, &args.reader, shared, console)?;
    let statements = conference.statements().iter();
    if args.reader.json {
        let statements = statements.map(|one| data(&conference, one));
        let sources: Vec<_> = conference.sources().iter().map(source).collect();
        let data = json!({ "statements": statements.collect::<Vec<_>>(), "sources": sources });
        return Ok(console.json(&data)?);
    }
    let mut said = String::new();
    for one in conference.sources() {
        said += &paragraph(&source_line(&words, one), console.width);
    }
    for one in statements {
        said += &paragraph(&line(&words, one), console.width);
    }
    if said.is_empty() {
        said = paragraph(&say!(words, "statement-none"), console.width);
    }
    Ok(console.text(&said)?)
}

/// Prints one statement with what stands beside it.
pub(super) fn run(
    args: &StatementArgs,
    shared: &Shared,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let (conference, _) = view(&args.conference, &args.reader, shared, console)?;
    let Some(found) = conference.statement(args.of) else {
        let sentence = say!(words, "statement-not-found", of = args.of.to_string());
        return Err(Failure::new(Kind::NotFound, sentence));
    };
    if args.reader.json {
        return Ok(console.json(&data(&conference, found))?);
    }
    let mut said = paragraph(&line(&words, found), console.width);
    if let Some(statement) = &found.statement {
        said += &labelled(&statement_lines(&words, statement), console.width);
        if let Some(source) = conference.source(statement.source) {
            said += &paragraph(&source_line(&words, source), console.width);
        }
    }
    for change in &found.levels {
        let given = &change.given;
        let level = level(&words, given.level);
        let sentence = match &given.view {
            None => say!(
                words,
                "level-given",
                level = level,
                grounds = &given.grounds
            ),
            Some(view) => say!(
                words,
                "level-given-by",
                level = level,
                by = view.as_str(),
                grounds = &given.grounds
            ),
        };
        said += &paragraph(&sentence, console.width);
    }
    for repetition in conference.repetitions(found.id) {
        said += &paragraph(&repeated(&words, &conference, repetition), console.width);
    }
    if found
        .public()
        .is_some_and(|said| said.kind == StatementKind::Accusation)
    {
        let replies = found
            .replies
            .iter()
            .map(|(of, _)| answer(&words, &conference, *of));
        let replies: Vec<String> = replies.collect();
        if replies.is_empty() {
            said += &paragraph(&say!(words, "reply-none"), console.width);
        }
        for reply in replies {
            said += &paragraph(&reply, console.width);
        }
    }
    Ok(console.text(&said)?)
}

/// Returns the word for a level.
pub(in crate::command::conference) fn level(
    words: &Words,
    level: sponsio_law::conference::Level,
) -> String {
    say!(words, &format!("held-level-{}", level.label()))
}

/// Returns what a statement says, behind labels.
pub(super) fn statement_lines(words: &Words, said: &Statement) -> Vec<(String, String)> {
    let mut lines = Vec::new();
    let mut line = |key: &str, value: String| {
        if !value.is_empty() {
            lines.push((say!(words, key), value));
        }
    };
    line("statement-speaker", said.speaker.clone());
    let capacity = say!(words, &format!("capacity-{}", said.capacity.label()));
    let office = match said.office.as_str() {
        "" => capacity,
        office => format!("{capacity}: {office}"),
    };
    line("statement-capacity", office);
    line(
        "statement-kind",
        say!(words, &format!("statement-kind-{}", said.kind.label())),
    );
    line(
        "statement-date",
        said.date.map(|day| words.day(day)).unwrap_or_default(),
    );
    line("statement-place", said.place.clone());
    line("statement-occasion", said.occasion.clone());
    line("statement-audience", said.audience.join("; "));
    line("statement-accused", said.accused.join("; "));
    for quote in &said.quotes {
        let key = if quote.direct {
            "statement-words"
        } else {
            "statement-told"
        };
        line(key, quote.text.clone());
    }
    line("statement-doubtful", said.doubtful.clone());
    lines
}

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

/// Returns a statement in one line.
fn line(words: &Words, one: &RecordedStatement) -> String {
    let of = one.id.to_string();
    let at = one.at.to_string();
    let Some(said) = &one.statement else {
        return if one.set_aside.is_some() {
            say!(words, "statement-line-aside", of = of, at = at)
        } else {
            say!(words, "statement-line-sealed", of = of, at = at)
        };
    };
    let kind = say!(words, &format!("statement-kind-{}", said.kind.label()));
    let level = level(words, one.level(None));
    let speaker = said.speaker.as_str();
    let mut line = say!(
        words,
        "statement-line",
        of = of,
        speaker = speaker,
        kind = kind,
        level = level
    );
    let mut also = |sentence: String| {
        line.push(' ');
        line.push_str(&sentence);
    };
    if one.confirmed.is_none() {
        also(say!(words, "statement-unconfirmed"));
    }
    if !said.doubtful.is_empty() {
        also(say!(words, "statement-is-doubtful"));
    }
    if said.kind == StatementKind::Readiness {
        also(say!(words, "statement-is-offer"));
    }
    if !one.other_views().is_empty() {
        also(say!(words, "statement-contested"));
    }
    line
}

/// Returns a source in one line.
pub(in crate::command::conference) fn source_line(words: &Words, source: &Source) -> String {
    let recorded = &source.recorded;
    let key = if recorded.fictional {
        "source-line-fictional"
    } else {
        "source-line"
    };
    let (of, date) = (source.id.to_string(), words.day(recorded.date));
    let (publisher, report) = (recorded.publisher.as_str(), recorded.report.cited());
    let language = recorded.language.as_str();
    let mut args = fluent_bundle::FluentArgs::new();
    args.set("of", of);
    args.set("publisher", publisher);
    args.set("date", date);
    args.set("language", language);
    args.set("report", report);
    words.say(key, &args)
}

fn repeated(words: &Words, conference: &Conference, repetition: &Repetition) -> String {
    let recorded = &repetition.repeated;
    let of = repetition.id.to_string();
    match (recorded.claimed_in, repetition.sourced) {
        (Some(_), None) => say!(
            words,
            "repetition-claimed",
            of = of,
            speaker = &recorded.speaker,
            quote = &recorded.words
        ),
        (Some(_), Some(own)) => say!(
            words,
            "repetition-borne-out",
            of = of,
            speaker = &recorded.speaker,
            own = own.to_string()
        ),
        (None, own) => {
            let own = own.unwrap_or(repetition.id);
            let (speaker, quote) = first_words(conference, own);
            say!(
                words,
                "repetition-sourced",
                of = own.to_string(),
                speaker = speaker,
                quote = quote
            )
        }
    }
}

fn answer(words: &Words, conference: &Conference, of: ActId) -> String {
    let (speaker, quote) = first_words(conference, of);
    say!(
        words,
        "reply-line",
        of = of.to_string(),
        speaker = speaker,
        quote = quote
    )
}

fn first_words(conference: &Conference, of: ActId) -> (String, String) {
    let said = conference.statement(of).and_then(RecordedStatement::public);
    said.map_or_else(Default::default, |said| {
        let quotes: Vec<&str> = said
            .quotes
            .iter()
            .map(|quote| quote.text.as_str())
            .collect();
        (said.speaker.clone(), quotes.join(" … "))
    })
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
            "speaker": repetition.repeated.speaker,
            "words": repetition.repeated.words,
            "sourced": repetition.sourced.map(|of| of.to_string()),
        })).collect::<Vec<_>>(),
        "replies": one.replies.iter().map(|(of, _)| of.to_string()).collect::<Vec<_>>(),
    })
}
