//! `sponsio text check`: every finding with its place.

use alloc::collections::BTreeSet;
use std::path::PathBuf;

use clap::Args;
use serde_json::{Value, json};

use crate::args::Shared;
use crate::command::text::{report, rules, source::Source};
use crate::failure::{Failure, Kind};
use crate::print::Console;
use crate::wording::{Words, say};

/// Arguments of `sponsio text check`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    sponsio text check examples/text/guarantees.en.treaty\n  \
    sponsio text check --lenient draft.md\n  \
    sponsio text check second.en.treaty --since first.en.treaty")]
pub struct Check {
    /// Text files
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    /// Read a real negotiating text: brackets without delegations, options, Markdown
    #[arg(long)]
    pub lenient: bool,
    /// An earlier edition: what it has and a file has no more is deleted, and cited no more
    #[arg(long, value_name = "FILE")]
    pub since: Option<PathBuf>,
    /// Answer as JSON
    #[arg(long)]
    pub json: bool,
}

/// Checks each file; fails if one cannot be used.
pub fn run(args: &Check, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let before = match &args.since {
        Some(path) => Source::read(&words, path)?.ids(),
        None => BTreeSet::new(),
    };
    let (mut is_refused, mut is_misruled, mut files) = (false, false, Vec::new());
    for path in &args.files {
        let source = Source::read(&words, path)?;
        let deleted = if before.is_empty() {
            BTreeSet::new()
        } else {
            &before - &source.ids()
        };
        let parsed = source.parse_without(args.lenient, deleted);
        is_refused |= parsed.expression.is_none();
        let misruled = match &parsed.expression {
            // Of a text that is read leniently a rule line is a note.
            Some(text) if !args.lenient => rules::misruled(&words, text, &source.text()),
            _ => Vec::new(),
        };
        is_misruled |= !misruled.is_empty();
        if args.json {
            let faults = parsed.faults.iter();
            let misruled = misruled.iter().map(|own| rules::data(&source.name, own));
            files.push(json!({
                "file": source.name,
                "provisions": parsed.expression.as_ref().map(|text| text.provisions.len()),
                "faults": faults
                    .map(|fault| report::data(&words, &source.name, fault))
                    .chain(misruled)
                    .collect::<Vec<_>>(),
                "left_out": parsed.left_out,
            }));
        } else {
            let mut said = report::findings(&words, &source.name, &source.text(), &parsed);
            said += &rules::said(&words, &source.name, &source.text(), &misruled);
            said += &report::summary(&words, &source.name, &parsed, misruled.len());
            console.out.write_all(said.as_bytes())?;
        }
    }
    if args.json {
        console.json(&Value::from(files))?;
    }
    if is_refused || is_misruled {
        let hint = say!(&words, "text-lenient-hint");
        let failure = Failure::new(Kind::Defect, say!(&words, "text-errors"));
        return Err(if args.lenient || !is_refused {
            failure
        } else {
            failure.with_hint(hint)
        });
    }
    Ok(())
}
