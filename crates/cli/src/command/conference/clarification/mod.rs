//! `sponsio clarification`: a point understood differently, the answers, the reading on which it closed.

mod args;
mod show;

use clap::Subcommand;

use sponsio_law::conference::{
    ClarificationAnswered, ClarificationClosed, ClarificationRaised, QuestionShared,
    ReadingRecorded, Step,
};

use crate::args::Shared;
use crate::command::conference::clarification::args::{
    AgreeArgs, AnswerArgs, CloseArgs, RaiseArgs, ShareArgs,
};
use crate::command::conference::clarification::show::list;
use crate::command::conference::reader::ShowArgs;
use crate::command::conference::step;
use crate::failure::Failure;
use crate::print::Console;

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
