//! Clarifications, as the reader may see them.

use serde_json::{Value, json};

use sponsio_law::conference::{Clarification, Weight};
use sponsio_record::ParticipantId;

use crate::args::Shared;
use crate::command::conference::reader::{ShowArgs, view};
use crate::failure::Failure;
use crate::layout::paragraph;
use crate::print::Console;
use crate::wording::{Words, say};

pub(super) fn list(
    args: &ShowArgs,
    shared: &Shared,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let (conference, _) = view(&args.conference, &args.reader, shared, console)?;
    let points = conference.clarifications().iter();
    if args.reader.json {
        let points: Vec<_> = points.map(data).collect();
        return Ok(console.json(&json!({ "clarifications": points }))?);
    }
    let mut said = String::new();
    for point in points {
        let (of, raised) = (point.id.to_string(), &point.raised);
        let head = say!(
            words,
            "clarification-line",
            of = of,
            by = raised.participant.as_str(),
            point = &raised.point
        );
        said += &paragraph(&head, console.width);
        for (code, understood) in &point.understood {
            let code = code.as_str();
            let line = say!(
                words,
                "clarification-understood",
                code = code,
                words = understood
            );
            said += &paragraph(&line, console.width);
        }
        for (code, _, answer) in &point.answers {
            let line = say!(
                words,
                "clarification-answered",
                code = code.as_str(),
                words = answer
            );
            said += &paragraph(&line, console.width);
        }
        said += &paragraph(&weight(&words, point), console.width);
    }
    if said.is_empty() {
        said = paragraph(&say!(words, "clarification-none"), console.width);
    }
    Ok(console.text(&said)?)
}

fn weight(words: &Words, point: &Clarification) -> String {
    let (meeting, reading) = match &point.closed {
        Some((closed, _)) => (closed.meeting.as_str(), closed.reading.as_str()),
        None => return say!(words, "clarification-open"),
    };
    match point.weight() {
        Weight::PreparatoryWork(lacking) => {
            let lacking: Vec<_> = lacking.iter().map(ParticipantId::as_str).collect();
            say!(
                words,
                "clarification-preparatory",
                meeting = meeting,
                reading = reading,
                lacking = words.list(&lacking)
            )
        }
        Weight::Agreed | Weight::Open => say!(
            words,
            "clarification-agreed",
            meeting = meeting,
            reading = reading
        ),
    }
}

fn data(point: &Clarification) -> Value {
    let (counts, lacking) = match point.weight() {
        Weight::Open => ("open", Vec::new()),
        Weight::Agreed => ("agreed-interpretation", Vec::new()),
        Weight::PreparatoryWork(lacking) => (
            "preparatory-work",
            lacking.iter().map(ToString::to_string).collect(),
        ),
    };
    json!({
        "id": point.id.to_string(),
        "at": point.at.to_string(),
        "by": point.raised.participant.as_str(),
        "point": point.raised.point,
        "about": point.raised.about.map(|of| of.to_string()),
        "understood": point.understood.iter().map(|(code, words)| json!({
            "participant": code.as_str(),
            "words": words,
        })).collect::<Vec<_>>(),
        "answers": point.answers.iter().map(|(code, at, answer)| json!({
            "participant": code.as_str(),
            "at": at.to_string(),
            "words": answer,
        })).collect::<Vec<_>>(),
        "readings": point.readings.iter().map(|(code, (meeting, reading))| json!({
            "participant": code.as_str(),
            "meeting": meeting,
            "reading": reading,
        })).collect::<Vec<_>>(),
        "closed": point.closed.as_ref().map(|(closed, at)| json!({
            "at": at.to_string(),
            "meeting": closed.meeting,
            "reading": closed.reading,
        })),
        "counts_as": counts,
        "lacking": lacking,
    })
}
