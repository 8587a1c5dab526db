//! `sponsio decline`: a signatory makes clear that it will not become a party (VCLT art. 18(a), SIG-4).

use clap::Args;

use sponsio_law::act::ActKind;

use crate::args::Shared;
use crate::command::desk::args::{ActArgs, DeskArgs};
use crate::command::desk::recording::{self, Request};
use crate::failure::Failure;
use crate::print::Console;

/// Arguments of `sponsio decline`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    sponsio decline demo-1 ARD --register practice")]
pub struct Decline {
    /// The act
    #[command(flatten)]
    pub act: ActArgs,
    /// How it is recorded
    #[command(flatten)]
    pub desk: DeskArgs,
}

/// Records the intention not to become a party.
pub fn run(args: &Decline, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    recording::run(&args.desk, shared, console, |words, state| {
        let act = args
            .act
            .act(words, state, ActKind::IntentionNotToBecomeParty)?;
        Ok(Request::Act(act))
    })
}
