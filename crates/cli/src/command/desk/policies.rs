//! `sponsio policies`: how a depositary counts where a text is silent.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use sponsio_depositary::SetPolicies;

use crate::args::Shared;
use crate::command::desk::args::{DeskArgs, read_text};
use crate::command::desk::recording::{self, Request};
use crate::failure::Failure;
use crate::print::Console;

/// What can be done with policies.
#[derive(Debug, Subcommand)]
#[command(after_help = "Examples:\n  \
    sponsio policies set depositary.clausula --register practice")]
pub enum PoliciesCommand {
    /// Set the habits of a depositary; earlier ones of the same name are replaced
    Set(Set),
}

/// Arguments of `sponsio policies set`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    sponsio policies set depositary.clausula --dry-run --register practice")]
pub struct Set {
    /// One block `depositary "…"` in Clausula
    pub file: PathBuf,
    /// How it is recorded
    #[command(flatten)]
    pub desk: DeskArgs,
}

/// Runs a command on policies.
pub fn run(
    command: &PoliciesCommand,
    shared: &Shared,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let PoliciesCommand::Set(args) = command;
    recording::run(&args.desk, shared, console, |words, _| {
        let clauses = read_text(words, &args.file)?;
        Ok(Request::Policies(SetPolicies { clauses }))
    })
}
