//! `sponsio why-not`: what a treaty still lacks, the smallest set of deposits that would bring it into
//! force, and what a deposit would bring about for one participant.

use clap::Args;
use serde_json::{Value, json};

use sponsio_law::register::{PartyIndex, Register, TreatyIndex};
use sponsio_law::status::history::Start;
use sponsio_law::status::missing::{self, Way, What, WhyNot as Missing};

use crate::args::Shared;
use crate::command::question::{Question, QuestionArgs};
use crate::failure::Failure;
use crate::json::derivation::reason;
use crate::json::history::{force, start};
use crate::layout::{paragraph, untied};
use crate::print::Console;
use crate::wording::{answer, missing as wording, say};

/// Arguments of `sponsio why-not`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    sponsio why-not demo-assurances --register examples/register\n  \
    sponsio why-not demo-assurances GLD --register examples/register --lang tr")]
pub struct WhyNot {
    /// The question
    #[command(flatten)]
    pub question: QuestionArgs,
    /// One participant, by code or name; otherwise the treaty itself
    pub participant: Option<String>,
    /// Answer as JSON
    #[arg(long)]
    pub json: bool,
}

/// Answers why not.
pub fn run(args: &WhyNot, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let question = Question::read(&args.question, shared, console)?;
    if let Some(code) = &args.participant {
        let party = question.participant(code)?;
        return participant(&question, party, args.json, console);
    }
    let day = question.at;
    let found = missing::why_not(&question.register, question.treaty, day, question.lens);
    if args.json {
        return Ok(console.json(&data(&question, &found))?);
    }
    let mut said = question.head();
    said.push('\n');
    said += &wording::ways(
        question.voice(),
        &question.register,
        &question.history,
        &found,
        question.width,
    );
    Ok(console.text(&said)?)
}

fn participant(
    question: &Question,
    party: PartyIndex,
    as_json: bool,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let (voice, register, day) = (question.voice(), &question.register, question.at);
    let words = &question.words;
    let stands = question.history.answer(register, party, day);
    let name = voice.party(register, party);
    let supposed = if stands.position.standing.is_party() {
        None
    } else {
        missing::if_deposited(register, question.treaty, party, day, question.lens)
    };
    let sentence = match &supposed {
        None => say!(words, "why-not-party", who = &name),
        Some((kind, effect)) => {
            let act = words.act(*kind);
            match effect.start {
                Start::On(date) => {
                    say!(
                        words,
                        "why-not-own",
                        who = &name,
                        act = act,
                        day = day,
                        date = date
                    )
                }
                Start::NotYet | Start::Never => {
                    say!(words, "why-not-own-no", who = &name, act = act, day = day)
                }
                Start::Undetermined(_) => {
                    say!(
                        words,
                        "why-not-own-unknown",
                        who = &name,
                        act = act,
                        day = day
                    )
                }
            }
        }
    };
    if as_json {
        let (kind, starts) = supposed.map(|(kind, effect)| (kind, effect.start)).unzip();
        return Ok(console.json(&json!({
            "treaty": register.treaty(question.treaty).id.as_str(),
            "participant": register.participant(party).id.as_str(),
            "day": day.to_string(),
            "status": stands.position.standing.label(),
            "supposed_act": kind.map(sponsio_law::act::ActKind::label),
            "start": starts.map(start),
            "answer": untied(&sentence),
        }))?);
    }
    let head = [
        answer::title(voice, register, &question.history),
        answer::position(voice, &name, &stands),
    ];
    let horizon = answer::horizon(voice, register, &question.history);
    for line in head.iter().chain(&horizon).chain([&sentence]) {
        console
            .out
            .write_all(paragraph(line, question.width).as_bytes())?;
    }
    Ok(())
}

fn data(question: &Question, found: &Missing) -> Value {
    json!({
        "treaty": question.register.treaty(question.treaty).id.as_str(),
        "day": found.day.to_string(),
        "known_to": question.horizon.map(|day| day.to_string()),
        "in_force": force(&question.register, &question.history, &found.force),
        "ways": found.ways.iter().map(|way| self::way(&question.register, question.treaty, way)).collect::<Vec<_>>(),
    })
}

/// Returns a way to entry into force as data.
pub fn way(register: &Register, treaty: TreatyIndex, way: &Way) -> Value {
    let treaty = register.treaty(treaty);
    let lacks = way.lacks.iter().map(|lack| {
        let mut value = match &lack.what {
            What::Instruments(more) => json!({ "kind": "instruments", "more": more }),
            What::Weight(millionths) => json!({ "kind": "weight", "more_millionths": millionths }),
            What::Treaty(id) => json!({ "kind": "treaty", "treaty": id.as_str() }),
            What::Day(day) => json!({ "kind": "day", "day": day.to_string() }),
            What::Unknown(reasons) => json!({
                "kind": "unknown",
                "reasons": reasons.iter().map(|found| reason(treaty, found)).collect::<Vec<_>>(),
            }),
        };
        value["test"] = Value::from(lack.atom.to_string());
        value
    });
    let deposits = way.deposits.as_ref().map(|choices| {
        let choices = choices.iter().map(|choice| {
            let among = choice
                .among
                .iter()
                .map(|party| register.participant(*party).id.as_str());
            json!({ "count": choice.count, "among": among.collect::<Vec<_>>() })
        });
        choices.collect::<Vec<_>>()
    });
    json!({
        "lacks": lacks.collect::<Vec<_>>(),
        "deposits": deposits,
        "size": way.size(),
        "smallest": way.proven_smallest,
        "in_force_on": way.in_force_on.map(|day| day.to_string()),
    })
}
