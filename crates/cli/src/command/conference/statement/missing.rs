//! `sponsio statement missing`: what still separates spoken words from law, step by step: from the record
//! over the draft to the adopted text, and from there to force.

use serde_json::{Value, json};

use sponsio_law::clause::diagnostic::Detail;
use sponsio_law::conference::Stage;

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
    let key = |name: &str| format!("ahead-{}-{name}", stage.label());
    let plain = |name: &str| say!(words, &key(name));
    match stage {
        Stage::Confirmed { by: Some((by, at)) } => {
            say!(words, &key("done"), by = by, at = at.to_string())
        }
        Stage::Assures { kind: Some(kind) } => {
            let kind = say!(words, &format!("statement-kind-{}", kind.label()));
            let name = if stage.is_taken() == Some(true) {
                "done"
            } else {
                "open"
            };
            say!(words, &key(name), kind = kind)
        }
        Stage::Assures { kind: None } => plain("sealed"),
        Stage::WithCapacity { level: held } => {
            let name = if stage.is_taken() == Some(true) {
                "done"
            } else {
                "open"
            };
            say!(words, &key(name), level = level(words, *held))
        }
        Stage::Complete { advice } => match advice {
            Some(advice) => say!(words, &key("found"), count = advice.len()),
            None => plain("unknown"),
        },
        Stage::Tabled { by, sealed } => match by.first() {
            Some((of, code)) => say!(words, &key("done"), by = code.as_str(), of = of.to_string()),
            None if *sealed > 0 => say!(words, &key("sealed"), count = *sealed),
            None => plain("open"),
        },
        Stage::InText { languages, missing } => {
            let tags = |found: &[&sponsio_text::Language]| {
                let tags: Vec<&str> = found.iter().map(|one| one.as_str()).collect();
                words.list(&tags)
            };
            match (languages.is_empty(), missing.is_empty()) {
                (true, _) => plain("open"),
                (false, true) => say!(words, &key("done"), languages = tags(languages)),
                (false, false) => say!(
                    words,
                    &key("part"),
                    languages = tags(languages),
                    missing = tags(missing)
                ),
            }
        }
        Stage::Agreed { standings, adopted } => {
            if *adopted {
                return plain("adopted");
            }
            let found = standings.iter().map(|(language, standing)| {
                let said = standing::sentence(words, standing.as_ref());
                format!("{language}: {said}")
            });
            let found: Vec<String> = found.collect();
            if found.is_empty() {
                return plain("open");
            }
            say!(words, &key("each"), each = found.join("; "))
        }
        Stage::Adopted {
            adoption: Some(adoption),
        } => say!(
            words,
            &key("done"),
            at = adoption.at.to_string(),
            of = adoption.id.to_string()
        ),
        Stage::Authenticated {
            established: Some((at, of, _)),
        } => {
            say!(
                words,
                &key("done"),
                at = at.to_string(),
                of = of.to_string()
            )
        }
        Stage::Drafted { .. }
        | Stage::Proposable { .. }
        | Stage::Confirmed { by: None }
        | Stage::Adopted { adoption: None }
        | Stage::Authenticated { established: None } => plain(if stage.is_taken() == Some(true) {
            "done"
        } else {
            "open"
        }),
    }
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
