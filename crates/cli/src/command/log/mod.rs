//! `sponsio log`: the public log of a register: shown, copied, verified, served, taken over.

pub mod export;
pub mod heal;
pub mod rotate;
pub mod serve;
pub mod show;
pub mod take_over;
pub mod verify;

use clap::Subcommand;

use crate::args::Shared;
use crate::failure::Failure;
use crate::print::Console;

/// What can be done with a log.
#[derive(Debug, Subcommand)]
#[command(after_help = "Examples:\n  \
    sponsio log show --register practice\n  \
    sponsio log export copy --register practice\n  \
    sponsio log verify copy --policy practice/policy")]
pub enum LogCommand {
    /// List the entries: place, instant, what was recorded, the mark of the act
    Show(show::Show),
    /// Copy the public log, with the documents that its entries name, into a new folder
    Export(export::Export),
    /// Verify a log from its entries up: every file, every signature, and the register they give
    Verify(verify::Verify),
    /// Fetch from a mirror what an old backup lacks
    Heal(heal::Heal),
    /// Pass the log on to a fresh key; the one before it signs as well for 90 days
    Rotate(rotate::Rotate),
    /// Revoke a lost key of the log by the key for recovery
    RevokeKey(rotate::RevokeKey),
    /// Serve checkpoint, tiles and entries to everybody, until it is stopped
    Serve(serve::Serve),
    /// Take over: servers that were opened before record and sign nothing more
    TakeOver(take_over::TakeOver),
}

/// Runs a command on a log.
pub fn run(
    command: &LogCommand,
    shared: &Shared,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    match command {
        LogCommand::Show(args) => show::run(args, shared, console),
        LogCommand::Export(args) => export::run(args, shared, console),
        LogCommand::Verify(args) => verify::run(args, shared, console),
        LogCommand::Heal(args) => heal::run(args, shared, console),
        LogCommand::Rotate(args) => rotate::rotate(args, shared, console),
        LogCommand::RevokeKey(args) => rotate::revoke(args, shared, console),
        LogCommand::Serve(args) => serve::run(args, shared, console),
        LogCommand::TakeOver(args) => take_over::run(args, shared, console),
    }
}
