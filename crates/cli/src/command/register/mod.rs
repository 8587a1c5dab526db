//! `sponsio register`: a register as a whole.

pub mod check;
mod check_report;
pub mod diff;
mod diff_report;
mod diff_rows;
pub mod effects;
pub mod finding;

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use indicatif::{ProgressBar, ProgressStyle};

use sponsio_law::register::Register;

use crate::args::Shared;
use crate::failure::{Failure, Kind};
use crate::folder::acts::Form;
use crate::folder::fault::Faults;
use crate::folder::progress::{Progress, Silent, Stage};
use crate::folder::{self, Report};
use crate::place::{Place, is_place};
use crate::print::Console;
use crate::wording::{Words, fault, place, say};

/// What can be done with a register as a whole.
#[derive(Debug, Subcommand)]
#[command(after_help = "Examples:\n  \
    sponsio register check examples/register\n  \
    sponsio register effects examples/register --format csv")]
pub enum RegisterCommand {
    /// Read a register, compute all its treaties and compare with what was announced
    Check(check::Check),
    /// List since when and until when each consent binds its author
    Effects(effects::Effects),
    /// Say what changed between two registers, as acts and as consequences
    Diff(diff::Diff),
}

/// Where the register is.
#[derive(Debug, Clone, Args)]
pub struct FolderArg {
    /// Folder of the register
    #[arg(value_name = "DIR", default_value = ".", env = "SPONSIO_REGISTER")]
    pub folder: PathBuf,
}

/// Runs a command on a register.
pub fn run(
    command: &RegisterCommand,
    shared: &Shared,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    match command {
        RegisterCommand::Check(args) => check::run(args, shared, console),
        RegisterCommand::Effects(args) => effects::run(args, shared, console),
        RegisterCommand::Diff(args) => diff::run(args, shared, console),
    }
}

/// Reads a register: one that is kept as a ledger, or a folder of tables, with a progress bar where
/// the console shows one.
pub fn open(
    path: &Path,
    words: &Words,
    console: &mut Console<'_>,
) -> Result<(Register, Report), Failure> {
    if is_place(path) {
        return kept(path, words, console);
    }
    let read = if console.shows_progress {
        let mut bar = Bar {
            bar: ProgressBar::new(0),
            words,
        };
        let read = folder::read(path, &mut bar);
        bar.bar.finish_and_clear();
        read
    } else {
        folder::read(path, &mut Silent)
    };
    read.map_err(|error| fault::no_register(words, &error))
}

/// Reads a register that is kept as a ledger.
fn kept(
    path: &Path,
    words: &Words,
    console: &mut Console<'_>,
) -> Result<(Register, Report), Failure> {
    let read = || {
        let place = Place::find(path)?;
        let register = place.register()?;
        Ok((place, register))
    };
    let (place, register) = read().map_err(|error| place::failure(words, &error))?;
    console.notice = place.is_exercise().then(|| say!(words, "exercise-notice"));
    let report = Report {
        form: Form::Recorded,
        ..Report::default()
    };
    Ok((register, report))
}

/// A progress bar on the terminal's message stream.
struct Bar<'a> {
    bar: ProgressBar,
    words: &'a Words,
}

impl Progress for Bar<'_> {
    fn begin(&mut self, stage: Stage, steps: usize) {
        let style = ProgressStyle::with_template("{msg:12} {bar:40} {pos}/{len}");
        if let Ok(style) = style {
            self.bar.set_style(style);
        }
        self.bar.set_length(steps as u64);
        self.bar.set_position(0);
        self.bar.set_message(match stage {
            Stage::Treaties => say!(self.words, "progress-treaties"),
            Stage::Acts => say!(self.words, "progress-acts"),
        });
    }

    fn advance(&mut self) {
        self.bar.inc(1);
    }
}

/// Prints what is wrong in a register among the messages.
pub fn print_faults(
    words: &Words,
    faults: &Faults,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    for fault in faults.kept() {
        writeln!(console.err, "{}", fault::line(words, fault))?;
        if let Some(hint) = fault::hint(words, fault) {
            writeln!(console.err, "  {hint}")?;
        }
    }
    if let Some(more) = fault::more(words, faults) {
        writeln!(console.err, "{more}")?;
    }
    Ok(())
}

/// Fails if a register has faults: what was computed is printed, and is not the whole truth.
pub fn settle(words: &Words, faults: &Faults) -> Result<(), Failure> {
    match faults.count() {
        0 => Ok(()),
        count => Err(Failure::new(
            Kind::Defect,
            say!(words, "folder-faults", count = count),
        )),
    }
}
