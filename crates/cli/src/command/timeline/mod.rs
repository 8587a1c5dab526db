//! `sponsio timeline`: the curve of consents with the number that is needed, the trigger, entry into
//! force and the day to which the data reach; in the terminal or as a picture.

mod chart;
mod curve;
mod svg;

use std::fs;
use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use sponsio_law::clause::rule::Share;
use sponsio_law::status::timeline;

use crate::args::Shared;
use crate::command::question::{Question, QuestionArgs};
use crate::failure::{Failure, Kind};
use crate::layout::paragraph;
use crate::print::Console;
use crate::wording::say;

use self::curve::Curve;

/// Arguments of `sponsio timeline`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    sponsio timeline 4-9 --register examples/register\n  \
    sponsio timeline 18-10 --svg rome.svg --lang tr --register examples/register")]
pub struct Timeline {
    /// The question
    #[command(flatten)]
    pub question: QuestionArgs,
    /// Write a picture to this file; it replaces what is there
    #[arg(long, value_name = "FILE")]
    pub svg: Option<PathBuf>,
    /// Answer as JSON
    #[arg(long, conflicts_with = "svg")]
    pub json: bool,
}

/// Draws the curve.
pub fn run(args: &Timeline, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let question = Question::read(&args.question, shared, console)?;
    let timeline = timeline::timeline(&question.register, &question.history);
    if args.json {
        return Ok(console.json(&data(&question, &timeline))?);
    }
    let mut said = question.head();
    said.push('\n');
    let Some(curve) = Curve::of(&timeline, question.day()) else {
        said += &paragraph(&say!(question.words, "timeline-none"), question.width);
        return Ok(console.text(&said)?);
    };
    let Some(path) = &args.svg else {
        said += &chart::drawn(&question.words, &curve, question.width, shared.plain);
        return Ok(console.text(&said)?);
    };
    let treaty = question.register.treaty(question.treaty);
    let picture = svg::drawn(&question.words, &curve, treaty.title(), treaty.id.as_str());
    let name = path.display().to_string();
    fs::write(path, picture).map_err(|error| {
        let (words, why) = (&question.words, error.to_string());
        let sentence = say!(words, "failure-file", path = &name, why = why);
        Failure::new(Kind::Defect, sentence)
    })?;
    Ok(writeln!(
        console.err,
        "{}",
        say!(question.words, "timeline-written", path = name)
    )?)
}

fn data(question: &Question, timeline: &timeline::Timeline) -> serde_json::Value {
    let text = |day: Option<sponsio_law::calendar::Date>| day.map(|day| day.to_string());
    let day = question.day();
    let levels = timeline.levels.iter().filter(|level| level.day <= day).map(|level| {
        json!({ "day": level.day.to_string(), "counted": level.counted, "live": level.live })
    });
    let shares = timeline.shares.iter().map(|share| {
        let sums = share.sums.iter().filter(|(changed, _)| *changed <= day);
        let sums = sums
            .map(|(changed, sum)| json!({ "day": changed.to_string(), "sum": sum.to_string() }));
        json!({
            "table": share.table,
            "needed": match share.needed {
                Share::Percent(percent) => format!("{percent} %"),
                Share::Fraction(numerator, denominator) => format!("{numerator}/{denominator}"),
            },
            "total": share.total.to_string(),
            "levels": sums.collect::<Vec<_>>(),
        })
    });
    json!({
        "treaty": question.register.treaty(question.treaty).id.as_str(),
        "levels": levels.collect::<Vec<_>>(),
        "threshold": timeline.threshold,
        "shares": shares.collect::<Vec<_>>(),
        "trigger": text(timeline.trigger),
        "in_force": text(timeline.in_force),
        "ended": text(timeline.ended),
        "provisionally_in_force": text(timeline.provisional),
        "known_to": text(question.horizon),
    })
}
