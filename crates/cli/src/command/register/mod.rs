//! `sponsio register`: a register as a whole.

pub mod check;
mod check_report;
pub mod diff;
mod diff_report;
pub mod effects;
pub mod finding;

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use indicatif::{ProgressBar, ProgressStyle};

use sponsio_law::register::Register;

use crate::failure::{Failure, Kind};
use crate::folder::fault::Faults;
use crate::folder::progress::{Progress, Silent, Stage};
use crate::folder::{self, Report};
use crate::print::Console;

/// What can be done with a register as a whole.
#[derive(Debug, Subcommand)]
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
pub fn run(command: RegisterCommand, console: &mut Console<'_>) -> Result<(), Failure> {
    match command {
        RegisterCommand::Check(args) => check::run(&args, console),
        RegisterCommand::Effects(args) => effects::run(&args, console),
        RegisterCommand::Diff(args) => diff::run(&args, console),
    }
}

/// Reads a register, with a progress bar where the console shows one.
pub fn open(path: &Path, console: &Console<'_>) -> Result<(Register, Report), Failure> {
    if console.shows_progress {
        let mut bar = Bar(ProgressBar::new(0));
        let read = folder::read(path, &mut bar);
        bar.0.finish_and_clear();
        Ok(read?)
    } else {
        Ok(folder::read(path, &mut Silent)?)
    }
}

/// A progress bar on the terminal's message stream.
struct Bar(ProgressBar);

impl Progress for Bar {
    fn begin(&mut self, stage: Stage, steps: usize) {
        let style = ProgressStyle::with_template("{msg:10} {bar:40} {pos}/{len}");
        if let Ok(style) = style {
            self.0.set_style(style);
        }
        self.0.set_length(steps as u64);
        self.0.set_position(0);
        self.0.set_message(match stage {
            Stage::Treaties => "treaties",
            Stage::Acts => "acts",
        });
    }

    fn advance(&mut self) {
        self.0.inc(1);
    }
}

/// Prints what is wrong in a register among the messages.
pub fn print_faults(faults: &Faults, console: &mut Console<'_>) -> Result<(), Failure> {
    for fault in faults.kept() {
        writeln!(console.err, "error: {fault} [{}]", fault.problem.kind())?;
        if let Some(hint) = fault.hint() {
            writeln!(console.err, "  {hint}")?;
        }
    }
    if faults.left_out() > 0 {
        writeln!(console.err, "and {} more", faults.left_out())?;
    }
    Ok(())
}

/// Fails if a register has faults: what was computed is printed, and is not the whole truth.
pub fn settle(faults: &Faults) -> Result<(), Failure> {
    match faults.count() {
        0 => Ok(()),
        1 => Err(Failure::new(
            Kind::Defect,
            "1 fault was left out of the register; the results rest on the rest",
        )),
        count => Err(Failure::new(
            Kind::Defect,
            format!("{count} faults were left out of the register; the results rest on the rest"),
        )),
    }
}
