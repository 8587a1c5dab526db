//! `sponsio import`: a folder of tables becomes entries of the ledger, recorded as published. What is
//! recorded already is not recorded twice, so that an import that was cut short is started again.

use std::path::PathBuf;

use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::json;

use sponsio_depositary::Imported;
use sponsio_law::register::Register;
use sponsio_record::Instant;

use crate::args::{KeyArg, RegisterArg, Shared};
use crate::command::desk::find_to_sign;
use crate::command::register::{open, print_faults, settle};
use crate::failure::{Failure, Kind};
use crate::layout::paragraph;
use crate::place::clock::instant;
use crate::place::desk::finish;
use crate::place::{Place, PlaceError, is_place, wait_for};
use crate::print::Console;
use crate::wording::{Words, place, say};

/// Arguments of `sponsio import`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    sponsio import examples/register --register practice\n\n\
    Rows with faults are named and left out, as `sponsio register check` names them.")]
pub struct Import {
    /// Folder of tables, as `docs/spec/register-folder.md` describes it
    pub folder: PathBuf,
    /// The register
    #[command(flatten)]
    pub register: RegisterArg,
    /// The key of the log
    #[command(flatten)]
    pub key: KeyArg,
    /// Instant by which the acts are recorded; in an exercise only
    #[arg(long, value_name = "INSTANT", value_parser = instant)]
    pub now: Option<Instant>,
    /// Answer as JSON
    #[arg(long)]
    pub json: bool,
}

/// Imports a folder.
pub fn run(args: &Import, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let place = find_to_sign(&args.register, &args.key, &words, console)?;
    if is_place(&args.folder) {
        let path = args.folder.display().to_string();
        return Err(Failure::new(
            Kind::Usage,
            say!(words, "import-no-folder", path = path),
        ));
    }
    let (register, report) = open(&args.folder, &words, console)?;
    print_faults(&words, &report.faults, console)?;
    let bar = bar(&words, console.shows_progress);
    let imported = import(&place, args, &register, &bar);
    bar.finish_and_clear();
    let (imported, size) = imported.map_err(|error| place::failure(&words, &error))?;
    if args.json {
        console.json(&json!({
            "recorded": imported.recorded,
            "repeated": imported.repeated,
            "size": size,
            "faults": report.faults.count(),
        }))?;
    } else {
        let said = say!(
            words,
            "import-done",
            recorded = imported.recorded,
            repeated = imported.repeated,
            size = size
        );
        console.text(&paragraph(&said, console.width))?;
    }
    settle(&words, &report.faults)
}

fn import(
    place: &Place,
    args: &Import,
    register: &Register,
    bar: &ProgressBar,
) -> Result<(Imported, u64), PlaceError> {
    let clock = place.clock(args.now)?;
    wait_for(async {
        let desk = place.desk(clock).await?;
        let imported = desk
            .import(register, &mut |done, all| {
                bar.set_length(all as u64);
                bar.set_position(done as u64);
            })
            .await?;
        desk.name_heads().await?;
        let size = desk.state().size();
        finish(desk, false).await?;
        Ok((imported, size))
    })?
}

fn bar(words: &Words, is_shown: bool) -> ProgressBar {
    if !is_shown {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(0);
    if let Ok(style) = ProgressStyle::with_template("{msg:12} {bar:40} {pos}/{len}") {
        bar.set_style(style);
    }
    bar.set_message(say!(words, "progress-acts"));
    bar
}
