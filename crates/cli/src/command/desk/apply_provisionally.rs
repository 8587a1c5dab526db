//! `sponsio apply-provisionally`: provisional application begins, or ends (VCLT art. 25).

use clap::Args;

use sponsio_law::act::ActKind;

use crate::args::Shared;
use crate::command::desk::args::{ActArgs, DeskArgs};
use crate::command::desk::recording::{self, Request};
use crate::failure::Failure;
use crate::print::Console;

/// Arguments of `sponsio apply-provisionally`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    sponsio apply-provisionally demo-1 ARD --register practice\n  \
    sponsio apply-provisionally demo-1 ARD --end --register practice")]
pub struct ApplyProvisionally {
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

/// Records provisional application or its end.
pub fn run(
    args: &ApplyProvisionally,
    shared: &Shared,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let kind = if args.end {
        ActKind::EndOfProvisionalApplication
    } else {
        ActKind::ProvisionalApplication
    };
    recording::run(&args.desk, shared, console, |words, state| {
        Ok(Request::Act(args.act.act(words, state, kind)?))
    })
}
