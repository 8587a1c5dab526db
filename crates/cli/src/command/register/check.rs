//! `sponsio register check`: read, judge, compute everything, compare with what was announced.

use clap::Args;

use sponsio_law::status::history::Lens;

use crate::args::{Format, OutputArg, Shared};
use crate::command::register::finding::{Finding, Findings};
use crate::command::register::{FolderArg, check_report, open, print_faults, settle};
use crate::failure::Failure;
use crate::folder::lint;
use crate::json;
use crate::print::Console;
use crate::wording::{Voice, Words};

/// Arguments of `sponsio register check`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
        sponsio register check examples/register\n  \
        sponsio register check examples/register --format csv > computed.csv\n\n\
        A difference is a finding, not a failure: the announced date is evidence, and the data may\n\
        be at fault as well as the rule. A treaty that is in force by its clause and was never\n\
        announced is a difference; one that is not in force and was never announced is equal.\n\n\
        Exit code 1 says that something is defective: a file, a row, a clause, a circle of\n\
        treaties. It is left out, named on the error stream, and the rest is computed.")]
pub struct Check {
    /// Where the register is.
    #[command(flatten)]
    pub folder: FolderArg,
    /// The form of the output.
    #[command(flatten)]
    pub output: OutputArg,
}

/// Checks a register.
pub fn run(args: &Check, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let (register, mut report) = open(&args.folder.folder, &words, console)?;
    let histories = register.chronicle(Lens::default());
    let judgements = lint::judge(
        &register,
        &histories,
        &args.folder.folder,
        &mut report.faults,
    );
    let findings = Findings::new(&register, &histories, judgements);
    let voice = Voice::new(&words, &register);
    print_faults(&words, &report.faults, console)?;
    match args.output.form() {
        Format::Csv => {
            let rows = findings.findings.iter().map(Finding::row);
            console.csv(["treaty", "state", "date", "announced", "verdict"], rows)?;
        }
        Format::Json => console.json(&json::check::check(voice, &register, &report, &findings))?,
        Format::Text => {
            let width = console.width;
            let said = check_report::text(voice, &register, &report, &findings, width);
            console.out.write_all(said.as_bytes())?;
        }
    }
    settle(&words, &report.faults)
}
