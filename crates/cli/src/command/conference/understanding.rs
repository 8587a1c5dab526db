//! `sponsio understanding`: what was reached, who affirms it, where it was carried.

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use sponsio_law::conference::{
    Step, Understanding, UnderstandingAffirmed, UnderstandingCarried, UnderstandingRecorded,
};
use sponsio_record::{ActId, ConferenceId, ParticipantId};
use sponsio_text::ProvisionId;

use crate::args::Shared;
use crate::command::conference::reader::{ShowArgs, view};
use crate::command::conference::round::provision;
use crate::command::conference::{StepArgs, conference_id, delegation, mark, step};
use crate::failure::Failure;
use crate::layout::paragraph;
use crate::print::Console;
use crate::wording::{Words, say};

/// What can be done with understandings.
#[derive(Debug, Subcommand)]
#[command(after_help = "Examples:\n  \
    sponsio understanding record guarantees --among ARD --among BEL --words \"Guarantees are mutual\" --meeting plenary-1\n  \
    sponsio understanding affirm guarantees MARK --as ARD\n  \
    sponsio understanding carry guarantees MARK k7m2qy --reason \"taken up as the rule of article 2\"")]
pub enum UnderstandingCommand {
    /// Record an understanding, and among whom it is said to have been reached
    Record(RecordArgs),
    /// Affirm an understanding
    Affirm(AffirmArgs),
    /// Record that it is carried into a provision of the text
    Carry(CarryArgs),
    /// List the understandings, with who affirms them and where they were carried
    List(ShowArgs),
}

/// Arguments of `sponsio understanding record`.
#[derive(Debug, Args)]
pub struct RecordArgs {
    /// The conference
    #[arg(value_parser = conference_id)]
    pub conference: ConferenceId,
    /// Its words
    #[arg(long, value_name = "TEXT")]
    pub words: String,
    /// Among whom it is said to have been reached; repeat for each
    #[arg(long, value_name = "CODE", required = true, value_parser = delegation)]
    pub among: Vec<ParticipantId>,
    /// The name of the meeting at which it was reached
    #[arg(long, value_name = "NAME", default_value = "")]
    pub meeting: String,
    /// Mark of the statement that says so
    #[arg(long, value_name = "MARK", value_parser = mark)]
    pub claimed_in: Option<ActId>,
    /// How it is recorded
    #[command(flatten)]
    pub step: StepArgs,
}

/// Arguments of `sponsio understanding affirm`.
#[derive(Debug, Args)]
pub struct AffirmArgs {
    /// The conference
    #[arg(value_parser = conference_id)]
    pub conference: ConferenceId,
    /// Mark of the understanding
    #[arg(value_parser = mark)]
    pub of: ActId,
    /// Who affirms it
    #[arg(long = "as", value_name = "CODE", value_parser = delegation)]
    pub by: ParticipantId,
    /// How it is recorded
    #[command(flatten)]
    pub step: StepArgs,
}

/// Arguments of `sponsio understanding carry`.
#[derive(Debug, Args)]
pub struct CarryArgs {
    /// The conference
    #[arg(value_parser = conference_id)]
    pub conference: ConferenceId,
    /// Mark of the understanding
    #[arg(value_parser = mark)]
    pub of: ActId,
    /// The id of the provision
    #[arg(value_parser = provision)]
    pub provision: ProvisionId,
    /// How it was carried
    #[arg(long, value_name = "TEXT")]
    pub reason: String,
    /// How it is recorded
    #[command(flatten)]
    pub step: StepArgs,
}

/// Runs a command on understandings.
pub fn run(
    command: &UnderstandingCommand,
    shared: &Shared,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let (args, conference, done) = match command {
        UnderstandingCommand::Record(args) => (
            &args.step,
            &args.conference,
            Step::UnderstandingRecorded(UnderstandingRecorded {
                words: args.words.clone(),
                among: args.among.iter().cloned().collect(),
                meeting: args.meeting.clone(),
                claimed_in: args.claimed_in,
            }),
        ),
        UnderstandingCommand::Affirm(args) => (
            &args.step,
            &args.conference,
            Step::UnderstandingAffirmed(UnderstandingAffirmed {
                of: args.of,
                participant: args.by.clone(),
            }),
        ),
        UnderstandingCommand::Carry(args) => (
            &args.step,
            &args.conference,
            Step::UnderstandingCarried(UnderstandingCarried {
                of: args.of,
                provision: args.provision,
                reason: args.reason.clone(),
            }),
        ),
        UnderstandingCommand::List(args) => return list(args, shared, console),
    };
    step(args, shared, console, conference, |_, _| Ok(done))
}

fn list(args: &ShowArgs, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let (conference, _) = view(&args.conference, &args.reader, shared, console)?;
    let all = conference.understandings().iter();
    if args.reader.json {
        let all: Vec<_> = all.map(data).collect();
        return Ok(console.json(&json!({ "understandings": all }))?);
    }
    let mut said = String::new();
    for one in all {
        said += &paragraph(&line(&words, one), console.width);
        for (provision, _, reason) in &one.carried {
            let provision = provision.as_str();
            let line = say!(
                words,
                "understanding-carried",
                provision = provision,
                reason = reason
            );
            said += &paragraph(&line, console.width);
        }
    }
    if said.is_empty() {
        said = paragraph(&say!(words, "understanding-none"), console.width);
    }
    Ok(console.text(&said)?)
}

/// Returns an understanding in one line: reached, or said to have been.
pub(crate) fn line(words: &Words, one: &Understanding) -> String {
    let of = one.id.to_string();
    let among: Vec<_> = one
        .recorded
        .among
        .iter()
        .map(ParticipantId::as_str)
        .collect();
    let among = words.list(&among);
    let lacking: Vec<_> = one.unaffirmed().map(ParticipantId::as_str).collect();
    if lacking.is_empty() {
        return say!(
            words,
            "understanding-reached",
            of = of,
            among = among,
            words = &one.recorded.words
        );
    }
    say!(
        words,
        "understanding-claimed",
        of = of,
        among = among,
        words = &one.recorded.words,
        lacking = words.list(&lacking)
    )
}

/// Returns an understanding as data.
pub(super) fn data(one: &Understanding) -> Value {
    json!({
        "id": one.id.to_string(),
        "at": one.at.to_string(),
        "words": one.recorded.words,
        "among": one.recorded.among.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "meeting": one.recorded.meeting,
        "claimed_in": one.recorded.claimed_in.map(|of| of.to_string()),
        "affirmed": one.affirmed.iter().map(|(code, at)| json!({
            "participant": code.as_str(),
            "at": at.to_string(),
        })).collect::<Vec<_>>(),
        "unaffirmed": one.unaffirmed().map(ToString::to_string).collect::<Vec<_>>(),
        "carried": one.carried.iter().map(|(provision, at, reason)| json!({
            "provision": provision.as_str(),
            "at": at.to_string(),
            "reason": reason,
        })).collect::<Vec<_>>(),
    })
}
