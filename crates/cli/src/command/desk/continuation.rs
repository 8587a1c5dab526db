//! `sponsio continue`: a State continues the legal personality of a predecessor (SUCC-5).

use clap::Args;

use sponsio_law::act::ActKind;

use crate::args::Shared;
use crate::command::desk::args::{ActArgs, DeskArgs};
use crate::command::desk::recording::{self, Request};
use crate::failure::Failure;
use crate::print::Console;

/// Arguments of `sponsio continue`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    sponsio continue demo-1 NEW --of OLD --register practice")]
pub struct Continue {
    /// The act
    #[command(flatten)]
    pub act: ActArgs,
    /// Code of the predecessor
    #[arg(long, value_name = "CODE")]
    pub of: String,
    /// How it is recorded
    #[command(flatten)]
    pub desk: DeskArgs,
}

/// Records a continuation.
pub fn run(args: &Continue, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    recording::run(&args.desk, shared, console, |words, state| {
        let mut act = args.act.act(words, state, ActKind::Continuation)?;
        act.refers_to = Some(args.of.clone());
        Ok(Request::Act(act))
    })
}
