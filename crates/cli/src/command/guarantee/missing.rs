//! `sponsio guarantee missing`: what is still missing for a promise to bind, step by step.

use clap::Args;
use serde_json::{Value, json};

use sponsio_law::clause::truth::Truth;
use sponsio_law::guarantee::{Row, Rung, ladder};

use crate::args::Shared;
use crate::command::coverage::head;
use crate::command::coverage::question::Answered;
use crate::command::question::PointArgs;
use crate::failure::{Failure, Kind};
use crate::layout::{hanging, paragraph, untied};
use crate::print::Console;
use crate::wording::{guarantee, missing, say};

/// Arguments of `sponsio guarantee missing`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    sponsio guarantee missing demo-accord --register examples/guarantees\n  \
    sponsio guarantee missing demo-accord PEACE --lang tr --register examples/guarantees")]
pub struct Missing {
    /// The treaty, by its identifier
    pub treaty: String,
    /// One promise, by its name; otherwise all of the treaty
    pub guarantee: Option<String>,
    /// The question
    #[command(flatten)]
    pub question: PointArgs,
    /// Answer as JSON
    #[arg(long)]
    pub json: bool,
}

/// Says what is missing.
pub fn run(args: &Missing, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let treaties = [args.treaty.clone()];
    let mut answered = Answered::read(&args.question, &treaties, &[], shared, console)?;
    if let Some(name) = &args.guarantee {
        answered
            .coverage
            .rows
            .retain(|row| row.promise.name == *name);
        if answered.coverage.rows.is_empty() {
            let sentence = say!(answered.words, "not-found-guarantee", name = name);
            return Err(Failure::new(Kind::NotFound, sentence));
        }
    }
    if args.json {
        let rows = answered.coverage.rows.iter();
        let found = rows.map(|row| data(&answered, row)).collect::<Vec<_>>();
        return Ok(console
            .json(&json!({ "at": answered.coverage.at.to_string(), "guarantees": found }))?);
    }
    let mut said = head(&answered);
    if answered.coverage.rows.is_empty() {
        said += &paragraph(&say!(answered.words, "coverage-none"), answered.width);
    }
    for row in &answered.coverage.rows {
        said.push('\n');
        said += &text(&answered, row);
    }
    Ok(console.text(&said)?)
}

/// Returns the steps of one promise, each with its sign.
pub(super) fn text(answered: &Answered, row: &Row) -> String {
    let (voice, width) = (answered.voice(), answered.width);
    let rungs = ladder(&answered.register, &answered.coverage, row);
    let name = &row.promise.name;
    let mut said = paragraph(&say!(answered.words, "ladder-head", name = name), width);
    for rung in &rungs {
        let line = guarantee::rung(voice, &answered.register, &answered.coverage, row, rung);
        said += &hanging(&format!("{} {line}", sign(rung)), 2, 4, width);
        if let Rung::InForce {
            why_not: Some(found),
            ..
        } = rung
        {
            let history = &answered.coverage.treaties[row.treaty].history;
            let ways = missing::ways(
                voice,
                &answered.register,
                history,
                found,
                width.saturating_sub(4),
            );
            for line in ways.lines() {
                said.extend(["    ", line, "\n"]);
            }
        }
    }
    said
}

/// Done, open, not known; advice is no step of law.
fn sign(rung: &Rung) -> &'static str {
    match (rung.is_taken(), rung.is_advice()) {
        (Truth::True, _) => "+",
        (Truth::Unknown, _) => "?",
        (Truth::False, true) => "!",
        (Truth::False, false) => "-",
    }
}

fn data(answered: &Answered, row: &Row) -> Value {
    let rungs = ladder(&answered.register, &answered.coverage, row);
    let steps = rungs.iter().map(|rung| {
        let said = guarantee::rung(
            answered.voice(),
            &answered.register,
            &answered.coverage,
            row,
            rung,
        );
        let taken = match rung.is_taken() {
            Truth::True => Value::Bool(true),
            Truth::False => Value::Bool(false),
            Truth::Unknown => Value::Null,
        };
        json!({
            "step": rung.label(),
            "taken": taken,
            "advice": rung.is_advice(),
            "sentence": untied(&said),
        })
    });
    json!({
        "treaty": answered.treaty(row.treaty),
        "guarantee": row.promise.name,
        "steps": steps.collect::<Vec<_>>(),
    })
}
