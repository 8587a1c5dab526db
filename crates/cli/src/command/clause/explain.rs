//! `sponsio clause explain`: each statement of a clause file as a sentence.

use std::path::PathBuf;

use clap::Args;
use serde_json::{Value, json};

use sponsio_law::clause::diagnostic::Severity;
use sponsio_law::clause::parse;
use sponsio_law::clause::rule::{ClauseFile, Header, Statement};

use crate::args::Shared;
use crate::command::clause::source;
use crate::failure::{Failure, Kind};
use crate::layout::{paragraph, untied, wrapped};
use crate::print::Console;
use crate::wording::{Voice, Words, rule, say};

/// Arguments of `sponsio clause explain`.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  sponsio clause explain examples/register/treaties/4-9.clausula --lang tr"
)]
pub struct Explain {
    /// A clause file
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Columns for which text is laid out; otherwise those of the terminal, at most 100
    #[arg(long, value_name = "COLUMNS")]
    pub width: Option<usize>,
    /// Answer as JSON
    #[arg(long)]
    pub json: bool,
}

/// Says what the clauses say.
pub fn run(args: &Explain, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let parsed = parse(&source(&words, &args.file)?);
    if args.json {
        console.json(&data(&words, &parsed.file))?;
    } else {
        let said = text(&words, &parsed.file, args.width.unwrap_or(console.width));
        console.out.write_all(said.as_bytes())?;
    }
    let mut errors = parsed.diagnostics.iter();
    if errors.any(|found| found.severity == Severity::Error) {
        let file = args.file.display().to_string();
        return Err(Failure::new(Kind::Defect, say!(words, "clause-errors"))
            .with_hint(format!("sponsio clause check {file}")));
    }
    Ok(())
}

fn text(words: &Words, file: &ClauseFile, width: usize) -> String {
    let voice = Voice::without_register(words);
    let mut said = paragraph(&file.header.title, width);
    for line in header(words, &file.header) {
        said += &paragraph(&line, width);
    }
    for statement in &file.statements {
        let sentence = rule::sentence(voice, statement);
        let lines = wrapped(&sentence, width.saturating_sub(2));
        let head = untied(&head(words, statement));
        said.extend(["\n", &head, "\n  ", &lines.join("\n  "), "\n"]);
    }
    said
}

/// The place of a statement: its citation and its line.
fn head(words: &Words, statement: &Statement) -> String {
    let line = say!(words, "clause-line", number = statement.line);
    match &statement.citation {
        Some(citation) => format!("{} ({line})", words.citation(citation)),
        None => format!("({line})"),
    }
}

fn header(words: &Words, header: &Header) -> Vec<String> {
    let day = |key: &str, day: Option<sponsio_law::calendar::Date>| {
        day.map(|day| say!(words, key, day = day))
    };
    let fields = [
        day(
            "clause-adopted",
            header.adopted.as_ref().map(|found| found.value),
        ),
        day(
            "clause-opened",
            header.opened.as_ref().map(|found| found.value),
        ),
        header
            .depositary
            .as_ref()
            .map(|named| say!(words, "clause-depositary", name = &named.value)),
        day(
            "clause-announced",
            header.announced.as_ref().map(|found| found.value),
        ),
        day(
            "clause-data",
            header.data_as_of.as_ref().map(|found| found.value),
        ),
    ];
    let policies = header
        .policies
        .iter()
        .map(|policy| rule::policy(words, policy));
    fields.into_iter().flatten().chain(policies).collect()
}

fn data(words: &Words, file: &ClauseFile) -> Value {
    let voice = Voice::without_register(words);
    let statements = file.statements.iter().map(|statement| {
        json!({
            "line": statement.line,
            "citation": statement.citation,
            "statement": rule::line(statement),
            "sentence": untied(&rule::sentence(voice, statement)),
        })
    });
    json!({
        "title": file.header.title,
        "statements": statements.collect::<Vec<_>>(),
    })
}
