//! `sponsio log`: the public log of a register.

pub mod serve;

use clap::Subcommand;

use crate::args::Shared;
use crate::failure::Failure;
use crate::print::Console;

/// What can be done with a log.
#[derive(Debug, Subcommand)]
pub enum LogCommand {
    /// Serve checkpoint, tiles and entries to everybody, until it is stopped
    Serve(serve::Serve),
}

/// Runs a command on a log.
pub fn run(
    command: &LogCommand,
    shared: &Shared,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    match command {
        LogCommand::Serve(args) => serve::run(args, shared, console),
    }
}
