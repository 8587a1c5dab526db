//! `sponsio register diff`: what changed between two registers.

use std::path::PathBuf;

use clap::Args;

use crate::args::{Format, OutputArg, Shared};
use crate::change::changes;
use crate::command::register::{diff_report, diff_rows, open, print_faults, settle};
use crate::failure::Failure;
use crate::folder::fault::Faults;
use crate::json;
use crate::print::Console;
use crate::wording::{Voice, Words, say};

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
pub fn run(args: &Diff, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let (old, old_report) = open(&args.old, &words, console)?;
    let (new, new_report) = open(&args.new, &words, console)?;
    let changes = changes(&old, &new);
    let mut faults = Faults::default();
    for (folder, report) in [(&args.old, &old_report), (&args.new, &new_report)] {
        if !report.faults.is_empty() {
            let path = folder.display().to_string();
            let head = say!(words, "folder-faults-in", path = path);
            writeln!(console.err, "{head}")?;
            print_faults(&words, &report.faults, console)?;
        }
        faults.count_in(&report.faults);
    }
    match args.output.form() {
        Format::Text => {
            let said = diff_report::text(Voice::new(&words, &new), &changes, console.width);
            console.text(&said)?;
        }
        Format::Csv => console.csv(diff_rows::HEADER, diff_rows::rows(&changes))?,
        Format::Json => console.json(&json::change::changes(&changes))?,
    }
    settle(&words, &faults)
}
