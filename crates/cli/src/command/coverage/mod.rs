//! `sponsio coverage`: who guarantees what to whom on a day, as a matrix with its gaps and
//! asymmetries, and what would close a gap; as text, table, data or picture.

mod data;
mod matrix;
mod pair;
mod promises;
pub mod question;
mod rows;
mod svg;

use std::fs;
use std::path::PathBuf;

use clap::Args;

use sponsio_law::guarantee::Mark;

use crate::args::{Format, OutputArg, Shared};
use crate::failure::{Failure, Kind};
use crate::folder::suggestion::nearest;
use crate::print::Console;
use crate::wording::say;

pub(crate) use self::data::{data, promise};
pub(crate) use self::matrix::head;
pub(crate) use self::pair::said;
pub(crate) use self::promises::promises;
use self::question::Answered;
pub(crate) use self::rows::{COLUMNS, rows};
use crate::command::question::PointArgs;

/// Arguments of `sponsio coverage`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    sponsio coverage --register examples/guarantees\n  \
    sponsio coverage demo-accord --at 2029-01-01 --svg accord.svg --register examples/guarantees\n  \
    sponsio coverage demo-accord --from ARD --to CAR --register examples/guarantees\n  \
    sponsio coverage --format csv --register examples/guarantees")]
pub struct CoverageCommand {
    /// Treaties, by their identifiers; otherwise all in which something is guaranteed
    #[arg(value_name = "TREATY")]
    pub treaties: Vec<String>,
    /// The question
    #[command(flatten)]
    pub question: PointArgs,
    /// Only these participants
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    pub among: Vec<String>,
    /// Only the promise of this name
    #[arg(long, value_name = "NAME")]
    pub guarantee: Option<String>,
    /// Why one cell is as it is: the guarantor
    #[arg(long, value_name = "CODE", requires = "to")]
    pub from: Option<String>,
    /// Why one cell is as it is: the beneficiary
    #[arg(long, value_name = "CODE", requires = "from")]
    pub to: Option<String>,
    /// Write the matrix as a picture to this file; it replaces what is there
    #[arg(long, value_name = "FILE")]
    pub svg: Option<PathBuf>,
    /// The form of the output
    #[command(flatten)]
    pub output: OutputArg,
}

/// Answers who is covered by whom.
pub fn run(
    args: &CoverageCommand,
    shared: &Shared,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let mut answered =
        Answered::read(&args.question, &args.treaties, &args.among, shared, console)?;
    if let Some(name) = &args.guarantee {
        keep(&mut answered, name)?;
    }
    if let (Some(from), Some(to)) = (&args.from, &args.to) {
        return pair::run(&answered, (from, to), args.output.form(), console);
    }
    if let Some(path) = &args.svg {
        let picture = svg::drawn(&answered);
        let name = path.display().to_string();
        fs::write(path, picture).map_err(|error| {
            let why = error.to_string();
            let sentence = say!(answered.words, "failure-file", path = &name, why = why);
            Failure::new(Kind::Defect, sentence)
        })?;
        let said = say!(answered.words, "coverage-written", path = name);
        writeln!(console.err, "{said}")?;
    }
    match args.output.form() {
        Format::Text => Ok(console.text(&matrix::text(&answered, shared.plain))?),
        Format::Csv => console.csv(COLUMNS, rows(answered.matrix())),
        Format::Json => Ok(console.json(&data(answered.matrix()))?),
    }
}

/// Leaves out all promises but those of this name.
fn keep(answered: &mut Answered, name: &str) -> Result<(), Failure> {
    let rows = &mut answered.coverage.rows;
    if rows.iter().any(|row| row.promise.name == name) {
        rows.retain(|row| row.promise.name == name);
        return Ok(());
    }
    let words = &answered.words;
    let failure = Failure::new(
        Kind::NotFound,
        say!(words, "not-found-guarantee", name = name),
    );
    let known = rows.iter().map(|row| row.promise.name.as_str());
    Err(match nearest(name, known) {
        Some(meant) => failure.with_hint(say!(words, "did-you-mean", id = meant)),
        None => failure,
    })
}

/// The marks that occur in the matrix, the strongest first.
fn marks(answered: &Answered) -> Vec<Mark> {
    let coverage = &answered.coverage;
    let mut seen = alloc::collections::BTreeSet::new();
    let count = coverage.members.len();
    for from in 0..count {
        seen.extend((0..count).map(|to| coverage.strongest(from, to)));
    }
    Mark::ALL
        .into_iter()
        .filter(|mark| seen.contains(mark))
        .collect()
}
