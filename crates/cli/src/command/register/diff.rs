//! `sponsio register diff`: what changed between two registers.

use std::path::PathBuf;

use clap::Args;

use crate::args::{Format, OutputArg};
use crate::change::changes;
use crate::command::register::{diff_report, open, print_faults, settle};
use crate::failure::Failure;
use crate::folder::fault::Faults;
use crate::json;
use crate::print::Console;

/// Arguments of `sponsio register diff`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
        sponsio register diff table-2024 table-2025\n  \
        sponsio register diff table-2024 table-2025 --json\n\n\
        Acts are matched by treaty, participant, act and date; an act whose date changed is shown\n\
        as one change. Consequences reach as far as the acts do: also into treaties that refer to\n\
        the changed ones. That the registers differ is no failure.")]
pub struct Diff {
    /// Folder of the earlier register
    pub old: PathBuf,
    /// Folder of the later register
    pub new: PathBuf,
    /// The form of the output.
    #[command(flatten)]
    pub output: OutputArg,
}

/// Compares two registers.
pub fn run(args: &Diff, console: &mut Console<'_>) -> Result<(), Failure> {
    let (old, old_report) = open(&args.old, console)?;
    let (new, new_report) = open(&args.new, console)?;
    let changes = changes(&old, &new);
    let mut faults = Faults::default();
    for (folder, report) in [(&args.old, &old_report), (&args.new, &new_report)] {
        if !report.faults.is_empty() {
            writeln!(console.err, "in {}:", folder.display())?;
            print_faults(&report.faults, console)?;
        }
        faults.count_in(&report.faults);
    }
    match args.output.form() {
        Format::Text => diff_report::print_report(console.out, &changes)?,
        Format::Csv => console.csv(diff_report::HEADER, diff_report::rows(&changes))?,
        Format::Json => console.json(&json::change::changes(&changes))?,
    }
    settle(&faults)
}
