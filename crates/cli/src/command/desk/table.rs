//! `sponsio table`: the tables and groups that clauses name.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use sponsio_depositary::{Rows, SetTable, State};
use sponsio_record::ParticipantId;

use crate::args::Shared;
use crate::command::desk::args::{DeskArgs, read};
use crate::command::desk::recording::{self, Request};
use crate::failure::{Failure, Kind};
use crate::folder::fault::Faults;
use crate::folder::{groups, weights};
use crate::print::Console;
use crate::wording::{Words, fault, say};

/// What can be done with tables.
#[derive(Debug, Subcommand)]
#[command(after_help = "Examples:\n  \
    sponsio table set weights/shares.csv shares.csv --sort weights --register practice")]
pub enum TableCommand {
    /// Set a table or group; earlier rows of the same path are replaced
    Set(Set),
}

/// Arguments of `sponsio table set`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    sponsio table set weights/shares.csv shares.csv --sort weights --register practice\n  \
    sponsio table set groups/shore.csv shore.csv --sort group --register practice\n  \
    sponsio table set groups/X-NSU.csv members.csv --sort membership --organization X-NSU --register practice")]
pub struct Set {
    /// Path by which clauses name it
    pub path: String,
    /// Its rows as comma-separated values: `participant,weight`, or `participant,from,until`
    pub file: PathBuf,
    /// What it is
    #[arg(long, value_enum)]
    pub sort: Sort,
    /// Organization whose members these are
    #[arg(long, value_name = "CODE", required_if_eq("sort", "membership"))]
    pub organization: Option<String>,
    /// How it is recorded
    #[command(flatten)]
    pub desk: DeskArgs,
}

/// What a table is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Sort {
    /// Who weighs how much.
    Weights,
    /// Who is in a group, from when, until when.
    Group,
    /// Who is a member of an organization.
    Membership,
}

/// Runs a command on tables.
pub fn run(
    command: &TableCommand,
    shared: &Shared,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let TableCommand::Set(args) = command;
    recording::run(&args.desk, shared, console, |words, state| {
        let rows = rows(words, state, args)?;
        let path = args.path.clone();
        Ok(Request::Table(SetTable { path, rows }))
    })
}

/// Reads the rows; a table with faults is not recorded.
fn rows(words: &Words, state: &State, args: &Set) -> Result<Rows, Failure> {
    let bytes = read(words, &args.file)?;
    let (name, register) = (args.file.display().to_string(), &state.register);
    let mut faults = Faults::default();
    let group = |faults: &mut Faults| groups::read(&name, &bytes, register, faults);
    let rows = match args.sort {
        Sort::Weights => Rows::Weights(weights::read(&name, &bytes, register, &mut faults)),
        Sort::Group => Rows::Group(group(&mut faults)),
        Sort::Membership => {
            let code = args.organization.as_deref().unwrap_or_default();
            let organization = ParticipantId::new(code)
                .map_err(|_| Failure::new(Kind::Usage, say!(words, "desk-no-code", code = code)))?;
            Rows::Membership(organization, group(&mut faults))
        }
    };
    if faults.count() == 0 {
        return Ok(rows);
    }
    let sentence = say!(words, "desk-table-faults", path = name);
    let failure = Failure::new(Kind::Usage, sentence);
    let lines = faults.kept().iter().map(|found| fault::line(words, found));
    Err(lines.fold(failure, Failure::with_hint))
}
