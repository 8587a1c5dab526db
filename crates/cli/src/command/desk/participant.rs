//! `sponsio participant`: who can act.

use clap::builder::{PossibleValuesParser, TypedValueParser as _};
use clap::{Args, Subcommand};

use sponsio_depositary::AddParticipant;
use sponsio_law::party::{Participant, ParticipantKind};
use sponsio_record::ParticipantId;

use crate::args::Shared;
use crate::command::desk::args::DeskArgs;
use crate::command::desk::recording::{self, Request};
use crate::failure::{Failure, Kind};
use crate::print::Console;
use crate::wording::say;

/// What can be done with participants.
#[derive(Debug, Subcommand)]
#[command(after_help = "Examples:\n  \
    sponsio participant add ARD Ardenia --register practice")]
pub enum ParticipantCommand {
    /// Enter a participant in the register
    Add(Add),
}

/// Arguments of `sponsio participant add`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    sponsio participant add ARD Ardenia --register practice\n  \
    sponsio participant add X-NSU \"Narrow Sea Union\" --sort organization --register practice")]
pub struct Add {
    /// Code by which it is named
    pub code: String,
    /// Name by which people know it
    pub name: String,
    /// What it is
    #[arg(long, default_value = "state", value_parser = PossibleValuesParser::new(
        ParticipantKind::ALL.map(ParticipantKind::label)
    ).try_map(kind))]
    pub sort: ParticipantKind,
    /// How it is recorded
    #[command(flatten)]
    pub desk: DeskArgs,
}

/// Runs a command on participants.
pub fn run(
    command: &ParticipantCommand,
    shared: &Shared,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let ParticipantCommand::Add(args) = command;
    recording::run(&args.desk, shared, console, |words, _| {
        let id = ParticipantId::new(&args.code).map_err(|_| {
            let sentence = say!(words, "desk-no-code", code = &args.code);
            Failure::new(Kind::Usage, sentence)
        })?;
        let participant = Participant {
            id,
            name: args.name.clone(),
            kind: args.sort,
        };
        Ok(Request::Participant(AddParticipant { participant }))
    })
}

fn kind(label: String) -> Result<ParticipantKind, String> {
    ParticipantKind::from_label(&label).ok_or(label)
}
