//! `sponsio status`: the status table of a treaty as a depositary prints it, or one participant's
//! place in it.

mod row;
mod table;

use clap::Args;
use serde_json::{Value, json};

use sponsio_law::status::standing::Standing;

use crate::args::{Format, OutputArg, Shared};
use crate::command::question::{self, Question, QuestionArgs};
use crate::failure::Failure;
use crate::json::history::{force, lapses, provisional};
use crate::layout::paragraph;
use crate::print::Console;
use crate::wording::{answer, say};

use self::row::Row;

/// Arguments of `sponsio status`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    sponsio status 4-9 --register examples/register\n  \
    sponsio status 4-9 DNK --at 1987-06-26 --register examples/register\n  \
    sponsio status 18-10 --register examples/register --format csv")]
pub struct Status {
    /// The question
    #[command(flatten)]
    pub question: QuestionArgs,
    /// One participant, by code or name; otherwise all that have done something
    pub participant: Option<String>,
    /// The form of the output
    #[command(flatten)]
    pub output: OutputArg,
}

/// Answers where everybody stands.
pub fn run(args: &Status, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let question = Question::read(&args.question, shared, console)?;
    let rows = match &args.participant {
        Some(code) => {
            let party = question.participant(code)?;
            vec![Row::of(&question, party)]
        }
        None => row::rows(&question),
    };
    match args.output.form() {
        Format::Text => Ok(console.text(&text(&question, &rows, args))?),
        Format::Csv => console.csv(row::COLUMNS, rows.iter().map(Row::cells)),
        Format::Json => Ok(console.json(&data(&question, &rows))?),
    }
}

fn text(question: &Question, rows: &[Row], args: &Status) -> String {
    let (voice, width) = (question.voice(), question.width);
    let mut said = question.head();
    let Some(horizon) = question.horizon else {
        return said;
    };
    said.push('\n');
    if args.participant.is_some() {
        for row in rows {
            said += &paragraph(&answer::position(voice, &row.name, &row.answer), width);
        }
    } else {
        said += &paragraph(&counts(question, rows), width);
    }
    if rows
        .iter()
        .any(|row| row.answer.position.standing != Standing::None)
    {
        said += &table::laid_out(voice, rows, width);
    }
    let asked_for =
        |code: &str| args.participant.is_none() || rows.iter().any(|row| row.code == code);
    let later = question.register.treaty(question.treaty).acts().iter();
    let later = later
        .filter(|act| horizon < act.known_from() && asked_for(act.participant.as_str()))
        .count();
    if later > 0 {
        said += &paragraph(&say!(question.words, "note-after", count = later), width);
    }
    said
}

/// How many stand where, in the order in which consent grows firmer.
fn counts(question: &Question, rows: &[Row]) -> String {
    let words = &question.words;
    let counted: Vec<String> = Standing::ALL
        .into_iter()
        .rev()
        .filter_map(|standing| {
            let of = |row: &&Row| row.answer.position.standing == standing;
            let count = rows.iter().filter(of).count();
            let standing = words.standing(standing);
            (count > 0).then(|| say!(words, "status-count", standing = standing, count = count))
        })
        .collect();
    if counted.is_empty() {
        return say!(words, "status-none");
    }
    say!(
        words,
        "status-counts",
        day = question.day(),
        counts = counted.join(", ")
    )
}

fn data(question: &Question, rows: &[Row]) -> Value {
    let treaty = question.register.treaty(question.treaty);
    json!({
        "treaty": treaty.id.as_str(),
        "title": treaty.title(),
        "at": question.horizon.map(|_| question.at.to_string()),
        "known": question.lens.known.map(|day| day.to_string()),
        "known_to": question.horizon.map(|day| day.to_string()),
        "beyond": question.horizon.is_none_or(|horizon| horizon < question.at),
        "view": question::view_name(question.lens.view),
        "in_force": force(&question.register, &question.history, question.history.force()),
        "lapses": lapses(&question.register, &question.history),
        "provisionally_in_force": provisional(&question.register, &question.history),
        "participants": rows.iter().map(Row::data).collect::<Vec<_>>(),
    })
}
