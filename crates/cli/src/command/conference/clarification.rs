//! `sponsio clarification`: a point understood differently, the answers, the reading on which it closed.

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use sponsio_law::conference::{
    Clarification, ClarificationAnswered, ClarificationClosed, ClarificationRaised, QuestionShared,
    ReadingRecorded, Step, Weight,
};
use sponsio_record::{ActId, ConferenceId, ParticipantId};

use crate::args::Shared;
use crate::command::conference::reader::{ShowArgs, view};
use crate::command::conference::{StepArgs, conference_id, delegation, mark, step};
use crate::failure::Failure;
use crate::layout::paragraph;
use crate::print::Console;
use crate::wording::{Words, say};

/// What can be done with clarifications.
#[derive(Debug, Subcommand)]
#[command(after_help = "Examples:\n  \
    sponsio clarification raise guarantees --as ARD --point \"What a plan is\" --understood \"Any staff study\"\n  \
    sponsio clarification agree guarantees MARK --as ARD --meeting plenary-1 --reading \"A plan that was approved\"\n  \
    sponsio clarification close guarantees MARK --meeting plenary-1 --reading \"A plan that was approved\"")]
pub enum ClarificationCommand {
    /// Raise a point that was understood differently
    Raise(RaiseArgs),
    /// Record that another delegation has the same question
    Share(ShareArgs),
    /// Answer
    Answer(AnswerArgs),
    /// Record, at a meeting, the reading on which a delegation agrees that had the question
    Agree(AgreeArgs),
    /// Close it at a meeting, on a reading
    Close(CloseArgs),
    /// List the clarifications, with what each counts as
    List(ShowArgs),
}

/// Arguments of `sponsio clarification raise`.
#[derive(Debug, Args)]
pub struct RaiseArgs {
    /// The conference
    #[arg(value_parser = conference_id)]
    pub conference: ConferenceId,
    /// Who raises it
    #[arg(long = "as", value_name = "CODE", value_parser = delegation)]
    pub by: ParticipantId,
    /// The point
    #[arg(long, value_name = "TEXT")]
    pub point: String,
    /// How the delegation understood it
    #[arg(long, value_name = "TEXT")]
    pub understood: String,
    /// Mark of the statement from which it arose
    #[arg(long, value_name = "MARK", value_parser = mark)]
    pub about: Option<ActId>,
    /// How it is recorded
    #[command(flatten)]
    pub step: StepArgs,
}

/// Arguments of `sponsio clarification share`.
#[derive(Debug, Args)]
pub struct ShareArgs {
    /// The conference
    #[arg(value_parser = conference_id)]
    pub conference: ConferenceId,
    /// Mark of the clarification
    #[arg(value_parser = mark)]
    pub of: ActId,
    /// Who has the question
    #[arg(long = "as", value_name = "CODE", value_parser = delegation)]
    pub by: ParticipantId,
    /// How the delegation understood the point
    #[arg(long, value_name = "TEXT")]
    pub understood: String,
    /// How it is recorded
    #[command(flatten)]
    pub step: StepArgs,
}

/// Arguments of `sponsio clarification answer`.
#[derive(Debug, Args)]
pub struct AnswerArgs {
    /// The conference
    #[arg(value_parser = conference_id)]
    pub conference: ConferenceId,
    /// Mark of the clarification
    #[arg(value_parser = mark)]
    pub of: ActId,
    /// Who answers
    #[arg(long = "as", value_name = "CODE", value_parser = delegation)]
    pub by: ParticipantId,
    /// The answer
    #[arg(long, value_name = "TEXT")]
    pub answer: String,
    /// How it is recorded
    #[command(flatten)]
    pub step: StepArgs,
}

/// Arguments of `sponsio clarification agree`.
#[derive(Debug, Args)]
pub struct AgreeArgs {
    /// The conference
    #[arg(value_parser = conference_id)]
    pub conference: ConferenceId,
    /// Mark of the clarification
    #[arg(value_parser = mark)]
    pub of: ActId,
    /// Who agrees
    #[arg(long = "as", value_name = "CODE", value_parser = delegation)]
    pub by: ParticipantId,
    /// The name of the meeting
    #[arg(long)]
    pub meeting: String,
    /// The reading, word for word
    #[arg(long, value_name = "TEXT")]
    pub reading: String,
    /// How it is recorded
    #[command(flatten)]
    pub step: StepArgs,
}

/// Arguments of `sponsio clarification close`.
#[derive(Debug, Args)]
pub struct CloseArgs {
    /// The conference
    #[arg(value_parser = conference_id)]
    pub conference: ConferenceId,
    /// Mark of the clarification
    #[arg(value_parser = mark)]
    pub of: ActId,
    /// The name of the meeting
    #[arg(long)]
    pub meeting: String,
    /// The reading, word for word
    #[arg(long, value_name = "TEXT")]
    pub reading: String,
    /// How it is recorded
    #[command(flatten)]
    pub step: StepArgs,
}

/// Runs a command on clarifications.
pub fn run(
    command: &ClarificationCommand,
    shared: &Shared,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let (args, conference, done) = match command {
        ClarificationCommand::Raise(args) => (
            &args.step,
            &args.conference,
            Step::ClarificationRaised(ClarificationRaised {
                participant: args.by.clone(),
                point: args.point.clone(),
                understood: args.understood.clone(),
                about: args.about,
            }),
        ),
        ClarificationCommand::Share(args) => (
            &args.step,
            &args.conference,
            Step::ClarificationShared(QuestionShared {
                of: args.of,
                participant: args.by.clone(),
                understood: args.understood.clone(),
            }),
        ),
        ClarificationCommand::Answer(args) => (
            &args.step,
            &args.conference,
            Step::ClarificationAnswered(ClarificationAnswered {
                of: args.of,
                participant: args.by.clone(),
                answer: args.answer.clone(),
            }),
        ),
        ClarificationCommand::Agree(args) => (
            &args.step,
            &args.conference,
            Step::ClarificationAgreed(ReadingRecorded {
                of: args.of,
                participant: args.by.clone(),
                meeting: args.meeting.clone(),
                reading: args.reading.clone(),
            }),
        ),
        ClarificationCommand::Close(args) => (
            &args.step,
            &args.conference,
            Step::ClarificationClosed(ClarificationClosed {
                of: args.of,
                meeting: args.meeting.clone(),
                reading: args.reading.clone(),
            }),
        ),
        ClarificationCommand::List(args) => return list(args, shared, console),
    };
    step(args, shared, console, conference, |_, _| Ok(done))
}

fn list(args: &ShowArgs, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let (conference, _) = view(&args.conference, &args.reader, shared, console)?;
    let points = conference.clarifications().iter();
    if args.reader.json {
        let points: Vec<_> = points.map(data).collect();
        return Ok(console.json(&json!({ "clarifications": points }))?);
    }
    let mut said = String::new();
    for point in points {
        let (of, raised) = (point.id.to_string(), &point.raised);
        let head = say!(
            words,
            "clarification-line",
            of = of,
            by = raised.participant.as_str(),
            point = &raised.point
        );
        said += &paragraph(&head, console.width);
        for (code, understood) in &point.understood {
            let code = code.as_str();
            let line = say!(
                words,
                "clarification-understood",
                code = code,
                words = understood
            );
            said += &paragraph(&line, console.width);
        }
        for (code, _, answer) in &point.answers {
            let line = say!(
                words,
                "clarification-answered",
                code = code.as_str(),
                words = answer
            );
            said += &paragraph(&line, console.width);
        }
        said += &paragraph(&weight(&words, point), console.width);
    }
    if said.is_empty() {
        said = paragraph(&say!(words, "clarification-none"), console.width);
    }
    Ok(console.text(&said)?)
}

fn weight(words: &Words, point: &Clarification) -> String {
    let (meeting, reading) = match &point.closed {
        Some((closed, _)) => (closed.meeting.as_str(), closed.reading.as_str()),
        None => return say!(words, "clarification-open"),
    };
    match point.weight() {
        Weight::PreparatoryWork(lacking) => {
            let lacking: Vec<_> = lacking.iter().map(ParticipantId::as_str).collect();
            say!(
                words,
                "clarification-preparatory",
                meeting = meeting,
                reading = reading,
                lacking = words.list(&lacking)
            )
        }
        Weight::Agreed | Weight::Open => say!(
            words,
            "clarification-agreed",
            meeting = meeting,
            reading = reading
        ),
    }
}

fn data(point: &Clarification) -> Value {
    let (counts, lacking) = match point.weight() {
        Weight::Open => ("open", Vec::new()),
        Weight::Agreed => ("agreed-interpretation", Vec::new()),
        Weight::PreparatoryWork(lacking) => (
            "preparatory-work",
            lacking.iter().map(ToString::to_string).collect(),
        ),
    };
    json!({
        "id": point.id.to_string(),
        "at": point.at.to_string(),
        "by": point.raised.participant.as_str(),
        "point": point.raised.point,
        "about": point.raised.about.map(|of| of.to_string()),
        "understood": point.understood.iter().map(|(code, words)| json!({
            "participant": code.as_str(),
            "words": words,
        })).collect::<Vec<_>>(),
        "answers": point.answers.iter().map(|(code, at, answer)| json!({
            "participant": code.as_str(),
            "at": at.to_string(),
            "words": answer,
        })).collect::<Vec<_>>(),
        "readings": point.readings.iter().map(|(code, (meeting, reading))| json!({
            "participant": code.as_str(),
            "meeting": meeting,
            "reading": reading,
        })).collect::<Vec<_>>(),
        "closed": point.closed.as_ref().map(|(closed, at)| json!({
            "at": at.to_string(),
            "meeting": closed.meeting,
            "reading": closed.reading,
        })),
        "counts_as": counts,
        "lacking": lacking,
    })
}
