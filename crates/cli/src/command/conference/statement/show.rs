//! Statements, as the reader may see them: each at its level, with its source, its repetitions side by
//! side and the answers to it.

use serde_json::json;

use sponsio_law::conference::StatementKind;

use crate::args::Shared;
use crate::command::conference::reader::{ShowArgs, view};
use crate::command::conference::statement::args::StatementArgs;
use crate::command::conference::statement::data::{data, source};
use crate::command::conference::statement::said::{
    answer, beside, level, line, repeated, source_line, statement_lines,
};
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
    for other in conference.also_said(found.id) {
        said += &paragraph(&beside(&words, &conference, other), console.width);
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
