//! `sponsio statement missing`: what still separates spoken words from law, step by step: from the record
//! over the draft to the adopted text, and from there to force.

use serde_json::{Value, json};

use sponsio_law::clause::diagnostic::Detail;
use sponsio_law::conference::{Stage, Standing};
use sponsio_text::Language;

use crate::args::Shared;
use crate::command::conference::in_force::in_force;
use crate::command::conference::reader::view;
use crate::command::conference::show::standing;
use crate::command::conference::statement::args::StatementArgs;
use crate::command::conference::statement::said::{level, line};
use crate::failure::{Failure, Kind};
use crate::layout::{hanging, paragraph, untied};
use crate::print::Console;
use crate::wording::{Words, diagnostic, say};

/// Says what is missing.
pub(super) fn run(
    args: &StatementArgs,
    shared: &Shared,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let (conference, now) = view(&args.conference, &args.reader, shared, console)?;
    let Some(ahead) = conference.ahead(args.of, now) else {
        let sentence = say!(words, "statement-not-found", of = args.of.to_string());
        return Err(Failure::new(Kind::NotFound, sentence));
    };
    let force = in_force(&conference, now, &args.reader.register, &words, console)?;
    if args.reader.json {
        let drafts = ahead.drafts.iter().map(|(draft, steps)| {
            json!({
                "draft": draft.drafted.provision.as_str(),
                "hypothetical": draft.hypothetical,
                "language": draft.drafted.language.as_str(),
                "words": draft.drafted.words,
                "guarantee": draft.drafted.guarantee,
                "steps": data(&words, steps),
            })
        });
        return Ok(console.json(&json!({
            "id": ahead.statement.id.to_string(),
            "steps": data(&words, &ahead.spoken),
            "drafts": drafts.collect::<Vec<_>>(),
            "in_force": force.as_ref().and_then(|found| found.taken),
            "force": force.as_ref().map(|found| untied(&found.sentence)),
        }))?);
    }
    let mut said = paragraph(&line(&words, ahead.statement), console.width);
    said += &paragraph(&say!(words, "ahead-head"), console.width);
    said += &steps(&words, &ahead.spoken, console.width);
    for (draft, stages) in &ahead.drafts {
        let id = draft.drafted.provision.as_str();
        let head = say!(words, "ahead-draft", id = id, words = &draft.drafted.words);
        said += &paragraph(&head, console.width);
        said += &steps(&words, stages, console.width);
    }
    if let Some(found) = force {
        said += &hanging(
            &format!("{} {}", sign(found.taken, false), found.sentence),
            2,
            4,
            console.width,
        );
        for line in found.ways.lines() {
            said.extend(["    ", line, "\n"]);
        }
    }
    Ok(console.text(&said)?)
}

fn steps(words: &Words, stages: &[Stage<'_>], width: usize) -> String {
    let lines = stages.iter().map(|stage| {
        let sign = sign(stage.is_taken(), stage.is_advice());
        let mut said = hanging(&format!("{sign} {}", sentence(words, stage)), 2, 4, width);
        for one in advice(words, stage) {
            said += &hanging(&format!("- {one}"), 6, 8, width);
        }
        said
    });
    lines.collect()
}

/// Returns what a lawyer would advise on the draft.
fn advice(words: &Words, stage: &Stage<'_>) -> Vec<String> {
    match stage {
        Stage::Complete {
            advice: Some(found),
        } => found
            .iter()
            .map(|one| diagnostic::detail(words, &Detail::Advice(one.clone())))
            .collect(),
        _ => Vec::new(),
    }
}

/// Returns stages for a page.
pub(in crate::command) fn told(words: &Words, stages: &[Stage<'_>]) -> Vec<sponsio_web::Stage> {
    let stages = stages.iter().map(|stage| sponsio_web::Stage {
        name: stage.label(),
        taken: stage.is_taken(),
        is_advice: stage.is_advice(),
        sentence: untied(&sentence(words, stage)),
        advised: advice(words, stage).iter().map(|one| untied(one)).collect(),
    });
    stages.collect()
}

/// Done, open, not known; advice is no step of law.
const fn sign(taken: Option<bool>, advice: bool) -> &'static str {
    match (taken, advice) {
        (Some(true), _) => "+",
        (None, _) => "?",
        (Some(false), true) => "!",
        (Some(false), false) => "-",
    }
}

/// Returns a step as a sentence.
fn sentence(words: &Words, stage: &Stage<'_>) -> String {
    let taken = stage.is_taken() == Some(true);
    let either = |done: &str, open: &str| say!(words, if taken { done } else { open });
    match stage {
        Stage::Confirmed { by: Some((by, at)) } => {
            say!(words, "ahead-confirmed-done", by = by, at = at.to_string())
        }
        Stage::Confirmed { by: None } => say!(words, "ahead-confirmed-open"),
        Stage::Assures { kind: Some(kind) } => {
            let kind = say!(words, &format!("statement-kind-{}", kind.label()));
            if taken {
                return say!(words, "ahead-assures-done");
            }
            say!(words, "ahead-assures-open", kind = kind)
        }
        Stage::Assures { kind: None } => say!(words, "ahead-assures-sealed"),
        Stage::WithCapacity { level: held } => {
            let held = level(words, *held);
            if taken {
                return say!(words, "ahead-with-capacity-done", level = held);
            }
            say!(words, "ahead-with-capacity-open", level = held)
        }
        Stage::Drafted { .. } => either("ahead-drafted-done", "ahead-drafted-open"),
        Stage::Proposable { .. } => either("ahead-proposable-done", "ahead-proposable-open"),
        Stage::Complete {
            advice: Some(found),
        } => {
            say!(words, "ahead-complete-found", count = found.len())
        }
        Stage::Complete { advice: None } => say!(words, "ahead-complete-unknown"),
        Stage::Tabled { by, sealed } => match by.first() {
            Some((of, code)) => {
                let of = of.to_string();
                say!(words, "ahead-tabled-done", by = code.as_str(), of = of)
            }
            None if *sealed > 0 => say!(words, "ahead-tabled-sealed", count = *sealed),
            None => say!(words, "ahead-tabled-open"),
        },
        Stage::InText { languages, missing } => in_text(words, languages, missing),
        Stage::Agreed { standings, adopted } => agreed(words, standings, *adopted),
        Stage::Adopted {
            adoption: Some(adoption),
        } => {
            let (at, of) = (adoption.at.to_string(), adoption.id.to_string());
            say!(words, "ahead-adopted-done", at = at, of = of)
        }
        Stage::Adopted { adoption: None } => say!(words, "ahead-adopted-open"),
        Stage::Authenticated {
            established: Some((at, of, _)),
        } => {
            let (at, of) = (at.to_string(), of.to_string());
            say!(words, "ahead-authenticated-done", at = at, of = of)
        }
        Stage::Authenticated { established: None } => say!(words, "ahead-authenticated-open"),
    }
}

fn in_text(words: &Words, languages: &[&Language], missing: &[&Language]) -> String {
    let tags = |found: &[&Language]| {
        let tags: Vec<&str> = found.iter().map(|one| one.as_str()).collect();
        words.list(&tags)
    };
    if languages.is_empty() {
        return say!(words, "ahead-in-text-open");
    }
    let there = tags(languages);
    if missing.is_empty() {
        return say!(words, "ahead-in-text-done", languages = there);
    }
    let missing = tags(missing);
    say!(
        words,
        "ahead-in-text-part",
        languages = there,
        missing = missing
    )
}

fn agreed(
    words: &Words,
    standings: &[(&Language, Option<Standing>)],
    with_the_text: bool,
) -> String {
    if with_the_text {
        return say!(words, "ahead-agreed-adopted");
    }
    let found = standings.iter().map(|(language, standing)| {
        let said = standing::sentence(words, standing.as_ref());
        format!("{language}: {said}")
    });
    let found: Vec<String> = found.collect();
    if found.is_empty() {
        return say!(words, "ahead-agreed-open");
    }
    say!(words, "ahead-agreed-each", each = found.join("; "))
}

fn data(words: &Words, stages: &[Stage<'_>]) -> Vec<Value> {
    let steps = stages.iter().map(|stage| {
        json!({
            "step": stage.label(),
            "taken": stage.is_taken(),
            "advice": stage.is_advice(),
            "sentence": untied(&sentence(words, stage)),
            "advised": advice(words, stage).iter().map(|one| untied(one)).collect::<Vec<_>>(),
        })
    });
    steps.collect()
}
