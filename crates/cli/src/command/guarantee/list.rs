//! `sponsio guarantee list`: the promises of a register with what they are worth on a day.

use clap::Args;
use serde_json::{Value, json};

use crate::args::{Format, OutputArg, Shared};
use crate::command::coverage::question::Answered;
use crate::command::coverage::{head, promise, promises};
use crate::command::question::PointArgs;
use crate::failure::Failure;
use crate::layout::paragraph;
use crate::print::Console;
use crate::wording::{guarantee, say};

/// Arguments of `sponsio guarantee list`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    sponsio guarantee list --register examples/guarantees\n  \
    sponsio guarantee list demo-accord --lang tr --register examples/guarantees")]
pub struct List {
    /// Treaties, by their identifiers; otherwise all in which something is guaranteed
    #[arg(value_name = "TREATY")]
    pub treaties: Vec<String>,
    /// The question
    #[command(flatten)]
    pub question: PointArgs,
    /// The form of the output
    #[command(flatten)]
    pub output: OutputArg,
}

/// The columns of the table.
const COLUMNS: [&str; 11] = [
    "treaty",
    "guarantee",
    "sense",
    "direction",
    "mode",
    "force",
    "guarantors_named",
    "guarantors_bound",
    "returned",
    "one_sided",
    "citation",
];

/// Lists the promises.
pub fn run(args: &List, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let answered = Answered::read(&args.question, &args.treaties, &[], shared, console)?;
    let rows = &answered.coverage.rows;
    match args.output.form() {
        Format::Text => {
            let mut said = head(&answered);
            if rows.is_empty() {
                said += &paragraph(&say!(answered.words, "coverage-none"), answered.width);
                return Ok(console.text(&said)?);
            }
            said.push('\n');
            said += &promises(&answered);
            for row in rows {
                said.push('\n');
                let sentence = guarantee::sentence(answered.voice(), &row.promise);
                said += &paragraph(&sentence, answered.width);
            }
            Ok(console.text(&said)?)
        }
        Format::Json => {
            let rows = rows
                .iter()
                .map(|row| promise(answered.matrix(), row, false));
            Ok(console.json(&json!({
                "at": answered.coverage.at.to_string(),
                "guarantees": rows.collect::<Vec<Value>>(),
            }))?)
        }
        Format::Csv => console.csv(COLUMNS, rows.iter().map(|row| cells(&answered, row))),
    }
}

fn cells(answered: &Answered, row: &sponsio_law::guarantee::Row) -> [String; 11] {
    let (promise, coverage) = (&row.promise, &answered.coverage);
    let (reciprocity, collectivity) = (coverage.reciprocity(row), coverage.collectivity(row));
    let place = coverage.treaties[row.treaty].history.treaty;
    let statement = answered.register.treaty(place).statement(row.statement);
    let citation = statement.and_then(|found| found.citation.clone());
    [
        answered.treaty(row.treaty).to_owned(),
        promise.name.clone(),
        promise.sense.label().to_owned(),
        promise.direction().label().to_owned(),
        promise.mode.label().to_owned(),
        promise.legal_force().label().to_owned(),
        collectivity.named.to_string(),
        collectivity.bound.to_string(),
        reciprocity.returned.to_string(),
        reciprocity.one_sided.to_string(),
        citation.unwrap_or_default(),
    ]
}
