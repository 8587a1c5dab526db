//! `sponsio clause`: look at final clauses as Clausula, and at the words they come from.

pub mod check;
pub mod explain;
pub mod propose;

use std::fs;
use std::path::Path;

use clap::Subcommand;

use crate::args::Shared;
use crate::failure::{Failure, Kind};
use crate::print::Console;
use crate::wording::{Words, say};

/// What can be done with clauses.
#[derive(Debug, Subcommand)]
#[command(after_help = "Examples:\n  \
    sponsio clause check examples/register/treaties/4-9.clausula\n  \
    sponsio clause explain examples/register/treaties/4-9.clausula --lang tr")]
pub enum ClauseCommand {
    /// Point at what is wrong or doubtful in clause files
    Check(check::Check),
    /// Say each statement of a clause file as a sentence for a drafter
    Explain(explain::Explain),
    /// Propose a rule from the words of a final clause, for a person to confirm
    Propose(propose::Propose),
}

/// Runs a command on clauses.
pub fn run(
    command: &ClauseCommand,
    shared: &Shared,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    match command {
        ClauseCommand::Check(args) => check::run(args, shared, console),
        ClauseCommand::Explain(args) => explain::run(args, shared, console),
        ClauseCommand::Propose(args) => propose::run(args, shared, console),
    }
}

/// Reads a clause file whole.
fn source(words: &Words, path: &Path) -> Result<String, Failure> {
    let file = path.display().to_string();
    fs::read_to_string(path).map_err(|error| {
        let kind = match error.kind() {
            std::io::ErrorKind::NotFound => Kind::NotFound,
            _ => Kind::Defect,
        };
        let sentence = say!(
            words,
            "clause-unreadable",
            file = file,
            why = error.to_string()
        );
        Failure::new(kind, sentence)
    })
}
