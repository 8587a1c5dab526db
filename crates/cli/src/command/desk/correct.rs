//! `sponsio correct`: a wrong date is corrected by a later act that says why (VCLT art. 79, DEP-5).

use clap::Args;

use sponsio_depositary::Correct as Correction;
use sponsio_law::calendar::Date;

use crate::args::Shared;
use crate::command::desk::args::DeskArgs;
use crate::command::desk::recording::{self, Request};
use crate::command::question::day;
use crate::failure::Failure;
use crate::print::Console;
use crate::wording::place;

/// Arguments of `sponsio correct`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    sponsio correct 00112233445566778899aabbccddeeff --date 2026-10-01 --reason \"date of the letter\" --register practice")]
pub struct Correct {
    /// Mark of the act whose date is wrong
    pub act: String,
    /// Its right date
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub date: Date,
    /// Why the recorded one is wrong
    #[arg(long, value_name = "TEXT")]
    pub reason: String,
    /// Where the right date is found
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub source: String,
    /// How it is recorded
    #[command(flatten)]
    pub desk: DeskArgs,
}

/// Records a correction.
pub fn run(args: &Correct, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    recording::run(&args.desk, shared, console, |words, state| {
        let correction = Correction {
            of: args.act.clone(),
            right: args.date,
            reason: args.reason.clone(),
            source: args.source.clone(),
        };
        let act = correction.act(state);
        let act = act.map_err(|unfit| place::desk(words, &state.register, &unfit.into()))?;
        Ok(Request::Act(act))
    })
}
