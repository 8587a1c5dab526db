//! `sponsio guarantee`: the promises of texts and registers: list them, check a draft, say what is
//! still missing for one to bind.

pub mod check;
pub mod list;
pub mod missing;
pub(in crate::command) mod source;

use clap::Subcommand;

use crate::args::Shared;
use crate::failure::Failure;
use crate::print::Console;

/// What can be asked about guarantees.
#[derive(Debug, Subcommand)]
#[command(after_help = "Examples:\n  \
    sponsio guarantee list --register examples/guarantees\n  \
    sponsio guarantee check examples/text/guarantees.en.treaty\n  \
    sponsio guarantee missing demo-accord PEACE --register examples/guarantees\n\n\
    Who is covered by whom: sponsio coverage")]
pub enum GuaranteeCommand {
    /// List the promises of a register, with what they are worth
    List(list::List),
    /// Advise on the guarantees of a draft: a text or a clause file
    Check(check::Check),
    /// Say what is still missing for a promise to bind, step by step
    Missing(missing::Missing),
}

/// Runs a command on guarantees.
pub fn run(
    command: &GuaranteeCommand,
    shared: &Shared,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    match command {
        GuaranteeCommand::List(args) => list::run(args, shared, console),
        GuaranteeCommand::Check(args) => check::run(args, shared, console),
        GuaranteeCommand::Missing(args) => missing::run(args, shared, console),
    }
}
