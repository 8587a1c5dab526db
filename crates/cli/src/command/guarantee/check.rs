//! `sponsio guarantee check`: advice on the guarantees of a draft, with line and column, and the first
//! steps that are still missing for them to bind.

use std::path::PathBuf;

use clap::Args;
use serde_json::{Value, json};

use sponsio_law::clause::rule::Rule;
use sponsio_law::clause::{Code, Diagnostic, Severity};
use sponsio_law::guarantee::Promise;
use sponsio_law::guarantee::lint;

use super::source::{Draft, read};
use crate::args::Shared;
use crate::command::clause::check::findings;
use crate::failure::{Failure, Kind};
use crate::layout::{paragraph, untied};
use crate::print::Console;
use crate::wording::{Voice, Words, diagnostic, guarantee, say};

/// Arguments of `sponsio guarantee check`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    sponsio guarantee check examples/text/guarantees.en.treaty\n  \
    sponsio guarantee check examples/guarantees/treaties/demo-accord.clausula --lang tr")]
pub struct Check {
    /// Texts (`name.en.treaty`) or clause files (`name.clausula`)
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    /// Columns for which text is laid out; otherwise those of the terminal, at most 100
    #[arg(long, value_name = "COLUMNS")]
    pub width: Option<usize>,
    /// Answer as JSON
    #[arg(long)]
    pub json: bool,
}

/// Checks each draft; fails if a line cannot be read as a rule.
pub fn run(args: &Check, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let (mut has_errors, mut files) = (false, Vec::new());
    for path in &args.files {
        let draft = read(&words, path)?;
        has_errors |= concerning(&draft).any(|found| found.severity == Severity::Error);
        if args.json {
            files.push(data(&words, &draft));
        } else {
            let said = text(&words, &draft, args.width.unwrap_or(console.width));
            console.out.write_all(said.as_bytes())?;
        }
    }
    if args.json {
        console.json(&Value::from(files))?;
    }
    if has_errors {
        return Err(Failure::new(Kind::Defect, say!(words, "clause-errors")));
    }
    Ok(())
}

/// What concerns the guarantees: their own findings, and every line that is no rule.
fn concerning(draft: &Draft) -> impl Iterator<Item = &Diagnostic> {
    let found = draft.parsed.diagnostics.iter();
    found.filter(|found| found.severity == Severity::Error || found.code >= Code::T420)
}

fn promises(draft: &Draft) -> impl Iterator<Item = (u32, &Promise)> {
    let statements = draft.parsed.file.statements.iter();
    statements.filter_map(|statement| match &statement.rule {
        Rule::Guarantee(promise) => Some((statement.line, promise.as_ref())),
        _ => None,
    })
}

fn text(words: &Words, draft: &Draft, width: usize) -> String {
    let voice = Voice::without_register(words);
    let mut said = findings(words, &draft.name, &draft.shown, concerning(draft));
    let mut count = 0_usize;
    for (line, promise) in promises(draft) {
        count += 1;
        let sentence = guarantee::sentence(voice, promise);
        let place = say!(words, "clause-line", number = line);
        said += &paragraph(&format!("{sentence} ({place})"), width);
        let gaps = lint::gaps(promise).len();
        let direction = guarantee::direction(words, promise.direction());
        let line = say!(
            words,
            "guarantee-stands",
            direction = direction,
            gaps = gaps
        );
        said += &paragraph(&line, width);
        said.push('\n');
    }
    let lacks = lint::instrument(&draft.parsed.file).len();
    let adopted = if draft.parsed.file.header.adopted.is_some() {
        "yes"
    } else {
        "no"
    };
    said += &paragraph(
        &say!(words, "guarantee-count", file = &draft.name, count = count),
        width,
    );
    if count > 0 {
        let next = say!(words, "guarantee-next", lacks = lacks, adopted = adopted);
        said += &paragraph(&next, width);
    }
    said
}

fn data(words: &Words, draft: &Draft) -> Value {
    let voice = Voice::without_register(words);
    let found = concerning(draft).map(|found| {
        json!({
            "code": found.code.as_str(),
            "severity": if found.severity == Severity::Error { "error" } else { "warning" },
            "line": found.line,
            "column": found.column,
            "title": diagnostic::title(words, found.code),
            "detail": diagnostic::detail(words, &found.detail),
        })
    });
    let promises = promises(draft).map(|(line, promise)| {
        json!({
            "name": promise.name,
            "line": line,
            "sentence": untied(&guarantee::sentence(voice, promise)),
            "direction": promise.direction().label(),
            "gaps": lint::gaps(promise).len(),
        })
    });
    json!({
        "file": draft.name,
        "guarantees": promises.collect::<Vec<_>>(),
        "diagnostics": found.collect::<Vec<_>>(),
    })
}
