//! `sponsio why`: why a treaty is, or is not, in force; why a participant stands where it stands.

use clap::Args;
use serde_json::{Value, json as object};

use sponsio_law::register::PartyIndex;

use crate::args::Shared;
use crate::command::question::{self, Question, QuestionArgs};
use crate::failure::Failure;
use crate::json;
use crate::layout::{labelled, paragraph, untied};
use crate::print::Console;
use crate::wording::account::{self, Account};
use crate::wording::answer;
use crate::wording::derivation::Line;

/// Arguments of `sponsio why`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    sponsio why 4-9 --register examples/register\n  \
    sponsio why 4-9 DNK --register examples/register --lang tr\n  \
    sponsio why 12-1 --view announced --register examples/register")]
pub struct Why {
    /// The question
    #[command(flatten)]
    pub question: QuestionArgs,
    /// One participant, by code or name; otherwise the treaty itself
    pub participant: Option<String>,
    /// Answer as JSON
    #[arg(long)]
    pub json: bool,
}

/// Answers why.
pub fn run(args: &Why, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let question = Question::read(&args.question, shared, console)?;
    let party = args.participant.as_deref();
    let party = party.map(|code| question.participant(code)).transpose()?;
    let reply = Reply::new(&question, party);
    if args.json {
        return Ok(console.json(&data(&question, &reply))?);
    }
    Ok(console.text(&text(&question, &reply))?)
}

/// A reply: what is said, and the same as data.
pub(super) struct Reply {
    account: Account,
    participant: Option<Value>,
    steps: Value,
}

impl Reply {
    /// Answers for one participant, or for the treaty itself.
    pub(super) fn new(question: &Question, party: Option<PartyIndex>) -> Self {
        party.map_or_else(|| treaty(question), |party| participant(question, party))
    }
}

fn treaty(question: &Question) -> Reply {
    let (register, history) = (&question.register, &question.history);
    let treaty = register.treaty(question.treaty);
    Reply {
        account: account::treaty(question.voice(), register, history, question.at),
        participant: None,
        steps: json::derivation::steps(treaty, &history.steps),
    }
}

fn participant(question: &Question, party: PartyIndex) -> Reply {
    let (voice, register, history) = (question.voice(), &question.register, &question.history);
    let treaty = register.treaty(question.treaty);
    let stands = history.answer(register, party, question.at);
    let effect = account::effect_of(history, party, &stands);
    Reply {
        account: account::participant(voice, register, history, party, question.at),
        participant: Some(object!({
            "participant": register.participant(party).id.as_str(),
            "name": voice.party(register, party),
            "status": stands.position.standing.label(),
            "since": stands.position.since.map(|day| day.to_string()),
            "start": effect.map(|effect| json::history::start(effect.start)),
        })),
        steps: effect.map_or(Value::Null, |effect| {
            json::derivation::steps(treaty, &effect.steps)
        }),
    }
}

/// The reply for people.
pub(super) fn text(question: &Question, reply: &Reply) -> String {
    let (voice, width) = (question.voice(), question.width);
    let title = answer::title(voice, &question.register, &question.history);
    let horizon = answer::horizon(voice, &question.register, &question.history);
    let head = core::iter::once(&title)
        .chain(&reply.account.sentences)
        .chain(&horizon)
        .chain(&reply.account.because)
        .chain(&reply.account.next);
    let mut said: String = head.map(|line| paragraph(line, width)).collect();
    if !reply.account.lines.is_empty() {
        said.push('\n');
        let lines = reply.account.lines.iter();
        let lines: Vec<(String, String)> = lines
            .map(|line| (line.label(voice), line.text.clone()))
            .collect();
        said += &labelled(&lines, width);
    }
    said
}

/// The reply as data.
pub(super) fn data(question: &Question, reply: &Reply) -> Value {
    let (register, history) = (&question.register, &question.history);
    let treaty = register.treaty(question.treaty);
    let announced = treaty.announced().map(|day| day.to_string());
    object!({
        "treaty": treaty.id.as_str(),
        "title": treaty.title(),
        "at": question.horizon.map(|_| question.at.to_string()),
        "known": question.lens.known.map(|day| day.to_string()),
        "known_to": question.horizon.map(|day| day.to_string()),
        "beyond": question.horizon.is_none_or(|horizon| horizon < question.at),
        "view": question::view_name(question.lens.view),
        "in_force": json::history::force(register, history, history.force()),
        "computed": json::history::force(register, history, &history.computed),
        "announced": announced,
        "lapses": json::history::lapses(register, history),
        "provisionally_in_force": json::history::provisional(register, history),
        "participant": reply.participant,
        "answer": untied(&reply.account.sentences.join(" ")),
        "because": reply.account.because.as_deref().map(untied),
        "steps": reply.steps,
        "lines": reply.account.lines.iter().map(line).collect::<Vec<_>>(),
    })
}

fn line(line: &Line) -> Value {
    object!({ "kind": line.kind, "text": untied(&line.text) })
}
