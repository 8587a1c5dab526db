//! `sponsio suspend`: the operation of the treaty is suspended for one party (VCLT art. 57), or no longer.

use clap::Args;

use sponsio_law::act::ActKind;

use crate::args::Shared;
use crate::command::desk::args::{ActArgs, DeskArgs};
use crate::command::desk::recording::{self, Request};
use crate::failure::Failure;
use crate::print::Console;

/// Arguments of `sponsio suspend`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    sponsio suspend demo-1 ARD --register practice\n  \
    sponsio suspend demo-1 ARD --end --register practice")]
pub struct Suspend {
    /// The act
    #[command(flatten)]
    pub act: ActArgs,
    /// It ends
    #[arg(long)]
    pub end: bool,
    /// How it is recorded
    #[command(flatten)]
    pub desk: DeskArgs,
}

/// Records a suspension or its end.
pub fn run(args: &Suspend, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let kind = if args.end {
        ActKind::EndOfSuspension
    } else {
        ActKind::Suspension
    };
    recording::run(&args.desk, shared, console, |words, state| {
        Ok(Request::Act(args.act.act(words, state, kind)?))
    })
}
