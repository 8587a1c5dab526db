//! Statements and what stands beside them, in sentences.

use sponsio_law::conference::{
    Conference, Level, RecordedStatement, Repetition, Source, Statement, StatementKind,
};
use sponsio_record::ActId;

use crate::wording::{Words, say};

/// Returns the word for a level.
pub(in crate::command::conference) fn level(words: &Words, level: Level) -> String {
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

/// Returns a statement in one line.
pub(super) fn line(words: &Words, one: &RecordedStatement) -> String {
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

/// Returns a repetition in one line.
pub(super) fn repeated(words: &Words, conference: &Conference, repetition: &Repetition) -> String {
    let recorded = &repetition.repeated;
    let of = repetition.id.to_string();
    let claimed_by = || claimed_by(words, repetition);
    match (recorded.claimed_in, repetition.sourced) {
        (Some(_), None) => say!(
            words,
            "repetition-claimed",
            of = of,
            speaker = claimed_by(),
            quote = repetition.words(conference).unwrap_or_default()
        ),
        (Some(_), Some(own)) => say!(
            words,
            "repetition-borne-out",
            of = of,
            speaker = claimed_by(),
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

/// Returns who is said to have repeated something: the name where this reader has it, office and party.
fn claimed_by(words: &Words, repetition: &Repetition) -> String {
    let recorded = &repetition.repeated;
    let office = Some(recorded.office.clone()).filter(|office| !office.is_empty());
    let party = recorded.party.as_ref().map(ToString::to_string);
    let known = [repetition.speaker.clone(), office, party];
    let known: Vec<String> = known.into_iter().flatten().collect();
    if known.is_empty() {
        return say!(words, "somebody-unnamed");
    }
    known.join(", ")
}

/// Returns an answer to an accusation in one line.
pub(super) fn answer(words: &Words, conference: &Conference, of: ActId) -> String {
    let (speaker, quote) = first_words(conference, of);
    say!(
        words,
        "reply-line",
        of = of.to_string(),
        speaker = speaker,
        quote = quote
    )
}

/// Returns what the same speaker said at another time, in one line.
pub(super) fn beside(words: &Words, conference: &Conference, one: &RecordedStatement) -> String {
    let (speaker, quote) = first_words(conference, one.id);
    let said = one.public();
    let kind = said.map(|said| said.kind.label()).unwrap_or_default();
    let kind = say!(words, &format!("statement-kind-{kind}"));
    let day = said.and_then(|said| conference.said_on(said));
    let day = day.map(|day| words.day(day)).unwrap_or_default();
    let level = level(words, one.level(None));
    say!(
        words,
        "statement-beside",
        of = one.id.to_string(),
        speaker = speaker,
        day = day,
        kind = kind,
        level = level,
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
