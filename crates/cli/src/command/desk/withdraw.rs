//! `sponsio withdraw`: a notice of withdrawal or denunciation is received (VCLT arts 54, 56).

use clap::Args;

use sponsio_law::act::ActKind;

use crate::args::Shared;
use crate::command::desk::args::{ActArgs, DeskArgs};
use crate::command::desk::recording::{self, Request};
use crate::failure::Failure;
use crate::print::Console;

/// Arguments of `sponsio withdraw`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    sponsio withdraw demo-1 ARD --at 2027-03-01 --register practice")]
pub struct Withdraw {
    /// The act
    #[command(flatten)]
    pub act: ActArgs,
    /// How it is recorded
    #[command(flatten)]
    pub desk: DeskArgs,
}

/// Records a notice.
pub fn run(args: &Withdraw, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    recording::run(&args.desk, shared, console, |words, state| {
        let act = args.act.act(words, state, ActKind::Withdrawal)?;
        Ok(Request::Act(act))
    })
}
