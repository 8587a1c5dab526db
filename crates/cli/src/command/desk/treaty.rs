//! `sponsio treaty`: the texts of which the register says who is bound by them.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use sponsio_depositary::EnterTreaty;
use sponsio_law::clause::{Severity, parse, print};

use crate::args::Shared;
use crate::command::desk::args::{DeskArgs, document, read_text};
use crate::command::desk::recording::{self, Request};
use crate::failure::{Failure, Kind};
use crate::print::Console;
use crate::wording::{Words, say};

/// What can be done with treaties.
#[derive(Debug, Subcommand)]
#[command(after_help = "Examples:\n  \
    sponsio treaty enter demo-1.clausula --register practice")]
pub enum TreatyCommand {
    /// Enter a treaty with its final clauses in the register
    Enter(Enter),
}

/// Arguments of `sponsio treaty enter`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    sponsio clause check demo-1.clausula\n  \
    sponsio treaty enter demo-1.clausula --text text.pdf:fr --text text-en.pdf:en --register practice")]
pub struct Enter {
    /// Its head and final clauses in Clausula; the head names its identifier
    pub file: PathBuf,
    /// Authentic text, with its language: text.pdf:fr
    #[arg(long, value_name = "FILE:LANG")]
    pub text: Vec<String>,
    /// How it is recorded
    #[command(flatten)]
    pub desk: DeskArgs,
}

/// Runs a command on treaties.
pub fn run(
    command: &TreatyCommand,
    shared: &Shared,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let TreatyCommand::Enter(args) = command;
    recording::run(&args.desk, shared, console, |words, _| {
        let source = read_text(words, &args.file)?;
        let parsed = parse(&source);
        let treaty = parsed.file.header.id.as_ref().map(|id| id.value.clone());
        let treaty = treaty.ok_or_else(|| no_id(words, args))?;
        // Faults are named at their places in the file as it is.
        let is_faulty = parsed
            .diagnostics
            .iter()
            .any(|found| found.severity == Severity::Error);
        let clauses = if is_faulty {
            source
        } else {
            print(&parsed.file)
        };
        let texts = args.text.iter().map(|given| {
            let (document, language) = document(words, given)?;
            let language = language.ok_or_else(|| no_language(words, given))?;
            Ok((document, language))
        });
        Ok(Request::Treaty(EnterTreaty {
            treaty,
            clauses,
            texts: texts.collect::<Result<_, Failure>>()?,
        }))
    })
}

fn no_id(words: &Words, args: &Enter) -> Failure {
    let path = args.file.display().to_string();
    Failure::new(Kind::Usage, say!(words, "desk-no-id", path = path))
}

fn no_language(words: &Words, given: &str) -> Failure {
    Failure::new(Kind::Usage, say!(words, "desk-no-language", given = given))
}
