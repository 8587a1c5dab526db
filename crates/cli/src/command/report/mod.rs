//! `sponsio report`: look at what the press says was said. Nothing is recorded by looking.

mod printed;
pub mod read;

use clap::Subcommand;

use crate::args::Shared;
use crate::failure::Failure;
use crate::print::Console;

/// What can be done with reports.
#[derive(Debug, Subcommand)]
pub enum ReportCommand {
    /// Read who said what in a report, as a draft for a person to confirm; nothing is recorded
    Read(read::Read),
}

/// Runs a command on reports.
pub fn run(
    command: &ReportCommand,
    shared: &Shared,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    match command {
        ReportCommand::Read(args) => read::run(args, shared, console),
    }
}
