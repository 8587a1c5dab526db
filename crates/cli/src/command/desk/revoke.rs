//! `sponsio revoke`: a notice that has not taken effect is revoked (VCLT art. 68), or a consent.

use clap::Args;

use sponsio_law::act::ActKind;

use crate::args::Shared;
use crate::command::desk::args::{ActArgs, DeskArgs};
use crate::command::desk::recording::{self, Request};
use crate::failure::Failure;
use crate::print::Console;

/// Arguments of `sponsio revoke`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    sponsio revoke demo-1 ARD --register practice")]
pub struct Revoke {
    /// The act
    #[command(flatten)]
    pub act: ActArgs,
    /// How it is recorded
    #[command(flatten)]
    pub desk: DeskArgs,
}

/// Records a revocation.
pub fn run(args: &Revoke, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    recording::run(&args.desk, shared, console, |words, state| {
        let act = args.act.act(words, state, ActKind::Revocation)?;
        Ok(Request::Act(act))
    })
}
