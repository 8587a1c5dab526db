//! `sponsio why`: why a treaty is, or is not, in force; why a participant stands where it stands.

use clap::Args;
use serde_json::{Value, json as object};

use sponsio_law::calendar::Date;
use sponsio_law::clause::explain::{ActIndex, Step};
use sponsio_law::register::PartyIndex;
use sponsio_law::status::difference;
use sponsio_law::status::history::{Effect, Start, View};
use sponsio_law::status::live::End;

use crate::args::Shared;
use crate::command::question::{Question, QuestionArgs};
use crate::failure::Failure;
use crate::json;
use crate::layout::{labelled, paragraph, untied};
use crate::print::Console;
use crate::wording::derivation::{self, Line};
use crate::wording::{answer, say};

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
    let reply = match &args.participant {
        Some(code) => participant(&question, question.participant(code)?),
        None => treaty(&question),
    };
    if args.json {
        return Ok(console.json(&data(&question, &reply, args))?);
    }
    Ok(console.text(&text(&question, &reply))?)
}

/// A reply: what is so, until when that is known, why, and the lines of the derivation.
struct Reply {
    sentences: Vec<String>,
    because: Option<String>,
    lines: Vec<Line>,
    participant: Option<Value>,
    steps: Value,
}

fn treaty(question: &Question) -> Reply {
    let (voice, register, history) = (question.voice(), &question.register, &question.history);
    let treaty = register.treaty(question.treaty);
    let mut lines = Vec::new();
    if history.lens.view == View::Announced
        && let Some(day) = treaty.announced()
    {
        lines.extend(derivation::assumption(voice, day));
    }
    lines.extend(derivation::lines(voice, treaty, &history.steps));
    lines.extend(derivation::unknown(voice, treaty, &history.computed));
    lines.extend(derivation::lines(voice, treaty, &history.lapse_steps));
    if let Some(provisional) = &history.provisional {
        lines.extend(derivation::lines(voice, treaty, &provisional.steps));
        lines.extend(derivation::unknown(voice, treaty, &provisional.force));
    }
    let verdict = difference::verdict(register, history);
    lines.extend(derivation::published(voice, register, history, &verdict));
    Reply {
        sentences: core::iter::once(answer::force(voice, register, history, question.at))
            .chain(answer::provisional(voice, register, history, question.at))
            .collect(),
        because: Some(answer::because(voice, register, history)),
        lines,
        participant: None,
        steps: json::derivation::steps(treaty, &history.steps),
    }
}

fn participant(question: &Question, party: PartyIndex) -> Reply {
    let (voice, register, history) = (question.voice(), &question.register, &question.history);
    let treaty = register.treaty(question.treaty);
    let stands = history.answer(register, party, question.at);
    let name = voice.party(register, party);
    let day = question.day();
    let lived = history
        .effects_of(party)
        .filter(|effect| effect.consent.from <= day);
    let effect = stands
        .position
        .effect
        .and_then(|place| history.effects.get(place));
    let effect = effect.or_else(|| lived.last());
    let signature = stands
        .position
        .signature
        .and_then(|act| treaty.acts().get(act.at()));
    let mut lines = Vec::new();
    if let Some(act) = signature {
        lines.push(Line::new(
            "signature",
            say!(voice.words, "why-signed", day = act.date),
        ));
    }
    if let Some(effect) = effect {
        lines.extend(derivation::act(voice, treaty, effect.consent.act));
        lines.extend(derivation::lines(voice, treaty, &effect.steps));
        if let Some((end, act)) = known_end(question, effect) {
            lines.extend(derivation::lines(voice, treaty, &effect.consent.end_steps));
            let steps = &effect.consent.end_steps;
            if !steps.iter().any(|step| matches!(step, Step::Ended { .. })) {
                lines.push(derivation::ended(voice, treaty, act, end));
            }
        }
    }
    if history.ended().is_some_and(|end| end <= day) {
        lines.extend(derivation::lines(voice, treaty, &history.lapse_steps));
    }
    let general = answer::force(voice, register, history, question.at);
    let why = answer::because(voice, register, history);
    let general = say!(voice.words, "general", answer = general, why = why);
    lines.push(Line::new("general", general));
    let because = match effect {
        Some(effect) => {
            let mut why = derivation::sentence(voice, treaty, &effect.steps);
            if let Some((end, act)) = known_end(question, effect)
                && !stands.position.standing.is_party()
            {
                let ended = derivation::ended(voice, treaty, act, end);
                why = format!("{why}; {}", ended.text);
            }
            let already_said = effect.start == Start::NotYet
                || stands.position.since.map(Start::On) == Some(effect.start);
            let start = answer::start(voice, effect).filter(|_| !already_said);
            let why = start.map_or_else(|| why.clone(), |start| format!("{start}: {why}"));
            Some(say!(voice.words, "because", why = why))
        }
        None => Some(say!(
            voice.words,
            "because",
            why = say!(voice.words, "why-no-consent"),
        )),
    };
    Reply {
        sentences: vec![answer::position(voice, &name, &stands)],
        because,
        lines,
        participant: Some(object!({
            "participant": register.participant(party).id.as_str(),
            "name": name,
            "status": stands.position.standing.label(),
            "since": stands.position.since.map(|day| day.to_string()),
            "start": effect.map(|effect| json::history::start(effect.start)),
        })),
        steps: effect.map_or(Value::Null, |effect| {
            json::derivation::steps(treaty, &effect.steps)
        }),
    }
}

/// The day on which a consent ended, if the act that ended it is known on the day asked for.
fn known_end(question: &Question, effect: &Effect) -> Option<(Date, ActIndex)> {
    let End::Day(end, act) = effect.consent.end else {
        return None;
    };
    let ended = question
        .register
        .treaty(question.treaty)
        .acts()
        .get(act.at())?;
    (ended.known_from() <= question.day()).then_some((end, act))
}

fn text(question: &Question, reply: &Reply) -> String {
    let (voice, width) = (question.voice(), question.width);
    let title = answer::title(voice, &question.register, &question.history);
    let horizon = answer::horizon(voice, &question.register, &question.history);
    let head = core::iter::once(&title)
        .chain(&reply.sentences)
        .chain(&horizon)
        .chain(&reply.because);
    let mut said: String = head.map(|line| paragraph(line, width)).collect();
    if !reply.lines.is_empty() {
        said.push('\n');
        let lines = reply.lines.iter();
        let lines: Vec<(String, String)> = lines
            .map(|line| (line.label(voice), line.text.clone()))
            .collect();
        said += &labelled(&lines, width);
    }
    said
}

fn data(question: &Question, reply: &Reply, args: &Why) -> Value {
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
        "view": args.question.point.view.name(),
        "in_force": json::history::force(register, history, history.force()),
        "computed": json::history::force(register, history, &history.computed),
        "announced": announced,
        "lapses": json::history::lapses(register, history),
        "provisionally_in_force": json::history::provisional(register, history),
        "participant": reply.participant,
        "answer": untied(&reply.sentences.join(" ")),
        "because": reply.because.as_deref().map(untied),
        "steps": reply.steps,
        "lines": reply.lines.iter().map(line).collect::<Vec<_>>(),
    })
}

fn line(line: &Line) -> Value {
    object!({ "kind": line.kind, "text": untied(&line.text) })
}
