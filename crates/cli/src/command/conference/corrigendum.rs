//! `sponsio corrigendum`: a correction of an adopted text (VCLT art. 79), made unless somebody objects in
//! time. The adopted text is never overwritten.

use clap::{Args, Subcommand};
use serde_json::json;

use sponsio_depositary::ProposeCorrection;
use sponsio_law::conference::{CorrectionOfText, CorrigendumObjection, Place, Step};
use sponsio_record::{ActId, ConferenceId, Instant, ParticipantId};
use sponsio_text::{Language, ProvisionId};

use crate::args::Shared;
use crate::command::conference::reader::{ShowArgs, view};
use crate::command::conference::round::provision;
use crate::command::conference::{
    SittingArgs, StepArgs, conference_id, delegation, language, mark, record, step,
};
use crate::command::desk::args::document;
use crate::failure::Failure;
use crate::layout::paragraph;
use crate::place::clock::instant;
use crate::print::Console;
use crate::wording::{Words, say};

/// What can be done with corrections of an adopted text.
#[derive(Debug, Subcommand)]
#[command(after_help = "Examples:\n  \
    sponsio corrigendum propose guarantees k7m2qy en --right words.txt --reason \"a letter is missing\" --until 2027-06-01T00:00:00Z\n  \
    sponsio corrigendum object guarantees 00112233445566778899aabbccddeeff --as CAR\n  \
    sponsio corrigendum show guarantees")]
pub enum CorrigendumCommand {
    /// Propose a correction, with the right words and the period for objections
    Propose(Propose),
    /// Object to a correction
    Object(Object),
    /// Show the corrections
    Show(ShowArgs),
}

/// Arguments of `sponsio corrigendum propose`.
#[derive(Debug, Args)]
pub struct Propose {
    /// The conference
    #[arg(value_parser = conference_id)]
    pub conference: ConferenceId,
    /// The id of the provision
    #[arg(value_parser = provision)]
    pub provision: ProvisionId,
    /// The language
    #[arg(value_parser = language)]
    pub language: Language,
    /// The right words, from a file; the public log holds them
    #[arg(long, value_name = "FILE")]
    pub right: String,
    /// Why the present words are wrong
    #[arg(long, value_name = "TEXT")]
    pub reason: String,
    /// Instant before which an objection must be received
    #[arg(long, value_name = "INSTANT", value_parser = instant)]
    pub until: Instant,
    /// How it is recorded
    #[command(flatten)]
    pub sitting: SittingArgs,
}

/// Arguments of `sponsio corrigendum object`.
#[derive(Debug, Args)]
pub struct Object {
    /// The conference
    #[arg(value_parser = conference_id)]
    pub conference: ConferenceId,
    /// Mark of the correction
    #[arg(value_parser = mark)]
    pub of: ActId,
    /// Who objects
    #[arg(long = "as", value_name = "CODE", value_parser = delegation)]
    pub by: ParticipantId,
    /// How it is recorded
    #[command(flatten)]
    pub step: StepArgs,
}

/// Runs a command on corrections.
pub fn run(
    command: &CorrigendumCommand,
    shared: &Shared,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    match command {
        CorrigendumCommand::Propose(args) => {
            record(&args.sitting, shared, console, async |desk, words| {
                let (right, _) = document(words, &args.right)?;
                let request = ProposeCorrection {
                    conference: args.conference.clone(),
                    place: Place {
                        provision: args.provision,
                        language: args.language.clone(),
                    },
                    words: right,
                    reason: args.reason.clone(),
                    until: args.until,
                };
                Ok(desk.propose_correction(request).await?)
            })
        }
        CorrigendumCommand::Object(args) => {
            step(&args.step, shared, console, &args.conference, |_, _| {
                Ok(Step::CorrigendumObjection(CorrigendumObjection {
                    of: args.of,
                    participant: args.by.clone(),
                }))
            })
        }
        CorrigendumCommand::Show(args) => show(args, shared, console),
    }
}

fn show(args: &ShowArgs, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let (conference, now) = view(&args.conference, &args.reader, shared, console)?;
    if args.reader.json {
        let all = conference.corrigenda().map(|(of, correction)| {
            json!({
                "id": of.to_string(),
                "provision": correction.proposed.place.provision.as_str(),
                "language": correction.proposed.place.language.as_str(),
                "wrong": correction.proposed.wrong.cited(),
                "right": correction.proposed.right.cited(),
                "reason": correction.proposed.reason,
                "until": correction.proposed.until.to_string(),
                "state": state(correction, now),
                "objections": correction.objections.iter().map(|(by, at)| json!({
                    "by": by.as_str(),
                    "at": at.to_string(),
                    "late": *at >= correction.proposed.until,
                })).collect::<Vec<_>>(),
            })
        });
        return Ok(console.json(&json!({ "corrigenda": all.collect::<Vec<_>>() }))?);
    }
    let mut said = String::new();
    for (of, correction) in conference.corrigenda() {
        let state = say!(words, &format!("corrigendum-{}", state(correction, now)));
        let line = say!(
            words,
            "corrigendum-line",
            of = of.to_string(),
            place = correction.proposed.place.to_string(),
            reason = &correction.proposed.reason,
            until = correction.proposed.until.to_string(),
            state = state
        );
        said += &paragraph(&line, console.width);
        for (by, at) in &correction.objections {
            let key = if *at < correction.proposed.until {
                "corrigendum-objection"
            } else {
                "corrigendum-late"
            };
            let line = say!(words, key, by = by.as_str(), at = at.to_string());
            said += &paragraph(&line, console.width);
        }
    }
    if said.is_empty() {
        said = paragraph(&say!(words, "corrigendum-none"), console.width);
    }
    Ok(console.text(&said)?)
}

fn state(correction: &CorrectionOfText, now: Instant) -> &'static str {
    match correction.is_made(now) {
        None => "open",
        Some(true) => "made",
        Some(false) => "refused",
    }
}
