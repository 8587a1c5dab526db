//! `sponsio whatif`: what would change if acts happened, had not happened, or were counted otherwise.
//! A supposition is laid over a copy of the register; nothing is written.

pub(in crate::command) mod changes;
pub(in crate::command) mod supposed;

use clap::{ArgGroup, Args};
use serde_json::json;

use sponsio_law::register::Register;
use sponsio_law::status::consequence::{self, Chronicled, Consequence};
use sponsio_law::status::history::{History, Lens};
use sponsio_law::status::missing;
use sponsio_law::status::supposition::{Supposition, SuppositionError};

use crate::args::Shared;
use crate::command::question::{Question, QuestionArgs};
use crate::command::why_not::way;
use crate::failure::{Failure, Kind};
use crate::json::change::consequence as changed;
use crate::json::day;
use crate::json::history::force;
use crate::layout::{paragraph, untied};
use crate::print::Console;
use crate::wording::{Voice, answer, failure, missing as wording, say};

/// Arguments of `sponsio whatif`.
#[derive(Debug, Args)]
#[command(group(
    ArgGroup::new("supposition")
        .args(["add", "remove", "policy", "rule"])
        .required(true)
        .multiple(true)
))]
#[command(after_help = "Examples:\n  \
    sponsio whatif demo-assurances --add \"GLD ratification 2026-11-20\" --add \"VSP ratification 2026-11-20\"\n  \
    sponsio whatif 4-9 --remove \"DNK ratification\"\n  \
    sponsio whatif 4-9 --policy \"period-expiry next-day\"\n  \
    sponsio whatif 4-9 --rule \"in force 90 days after the day at least 25 instruments\"")]
pub struct WhatIf {
    /// The question
    #[command(flatten)]
    pub question: QuestionArgs,
    /// An act that is supposed to happen: "IND ratification 2027-01-10"
    #[arg(long, value_name = "ACT")]
    pub add: Vec<String>,
    /// Acts that are supposed not to have happened: "IND", "IND ratification", "IND ratification 1979-04-10"
    #[arg(long, value_name = "ACTS")]
    pub remove: Vec<String>,
    /// A policy that comes before the treaty's own: "period-expiry next-day"
    #[arg(long, value_name = "POLICY")]
    pub policy: Vec<String>,
    /// A statement that takes the place of those of its kind
    #[arg(long, value_name = "STATEMENT")]
    pub rule: Vec<String>,
    /// Answer as JSON
    #[arg(long)]
    pub json: bool,
}

/// Answers what would be.
pub fn run(args: &WhatIf, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let question = Question::read(&args.question, shared, console)?;
    let supposition = supposed::read(&question, args)?;
    let register = question
        .register
        .suppose(question.treaty, &supposition)
        .map_err(|error| refused(&question, error))?;
    // What is supposed is known to whoever supposes it: the lens keeps its view and no day.
    let lens = Lens {
        known: None,
        ..question.lens
    };
    let before = question.register.chronicle(lens);
    let after = register.chronicle(lens);
    let found = consequence::consequences(
        Chronicled {
            register: &question.register,
            histories: &before,
        },
        Chronicled {
            register: &register,
            histories: &after,
        },
    );
    let latest = latest(&question, &supposition);
    let supposed = Supposed {
        register: &register,
        history: register.history(question.treaty, lens),
        found,
        missing: missing::why_not(&register, question.treaty, latest, lens),
    };
    if args.json {
        return Ok(console.json(&data(&question, &supposition, &supposed))?);
    }
    let said = text(&question, &supposition, &supposed);
    Ok(console.text(&said)?)
}

/// What is so under the supposition.
struct Supposed<'a> {
    register: &'a Register,
    history: History,
    found: Vec<Consequence>,
    missing: missing::WhyNot,
}

/// The day on which the supposition is looked at: the one asked for, but not before the latest
/// supposed act.
fn latest(question: &Question, supposition: &Supposition) -> sponsio_law::calendar::Date {
    let acts = supposition.add.iter().map(|act| act.date);
    acts.fold(question.at, sponsio_law::calendar::Date::max)
}

fn refused(question: &Question, error: SuppositionError) -> Failure {
    match error {
        SuppositionError::NothingToRemove(selection) => {
            let what = supposed::selection(question.voice(), &selection);
            Failure::new(
                Kind::NotFound,
                say!(question.words, "nothing-to-remove", what = what),
            )
        }
        SuppositionError::Entry(error) => {
            Failure::new(Kind::Usage, failure::entry(&question.words, &error))
        }
    }
}

fn text(question: &Question, supposition: &Supposition, supposed: &Supposed<'_>) -> String {
    let (words, width) = (&question.words, question.width);
    let voice = question.voice();
    let mut said = paragraph(&say!(words, "hypothesis"), width);
    said += &paragraph(
        &answer::title(voice, &question.register, &question.history),
        width,
    );
    if let Some(horizon) = answer::horizon(voice, &question.register, &question.history) {
        said += &paragraph(&horizon, width);
    }
    for line in supposed::lines(voice, supposition) {
        said += &paragraph(&line, width);
    }
    said.push('\n');
    said += &changes::text(
        question,
        &supposed.found,
        &changes::horizons(question, &supposed.found),
    );
    let is_dated = supposed.history.force().since().is_some();
    if !is_dated && !supposed.missing.ways.is_empty() {
        let voice = Voice::new(words, supposed.register);
        said.push('\n');
        let (history, missing) = (&supposed.history, &supposed.missing);
        said += &wording::ways(voice, supposed.register, history, missing, width);
    }
    said
}

fn data(
    question: &Question,
    supposition: &Supposition,
    supposed: &Supposed<'_>,
) -> serde_json::Value {
    let lines = supposed::lines(question.voice(), supposition);
    let ways = supposed.missing.ways.iter();
    let missing = ways.map(|found| way(supposed.register, question.treaty, found));
    let horizons = changes::horizons(question, &supposed.found);
    let consequences = supposed.found.iter().map(|found| {
        let known_to = horizons.get(found.treaty()).copied().flatten();
        let mut value = changed(found);
        value["known_to"] = day(known_to);
        value["beyond"] = json!(known_to.is_none_or(|known_to| found.reaches_beyond(known_to)));
        value
    });
    json!({
        "hypothesis": true,
        "treaty": question.register.treaty(question.treaty).id.as_str(),
        "supposed": lines.iter().map(|line| untied(line)).collect::<Vec<_>>(),
        "before": force(&question.register, &question.history, question.history.force()),
        "after": force(supposed.register, &supposed.history, supposed.history.force()),
        "consequences": consequences.collect::<Vec<_>>(),
        "missing": missing.collect::<Vec<_>>(),
    })
}
