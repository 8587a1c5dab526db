//! `sponsio withdraw-instrument`: an instrument is withdrawn before entry into force (CON-5).

use clap::Args;

use sponsio_law::act::ActKind;

use crate::args::Shared;
use crate::command::desk::args::{ActArgs, DeskArgs};
use crate::command::desk::recording::{self, Request};
use crate::failure::Failure;
use crate::print::Console;

/// Arguments of `sponsio withdraw-instrument`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    sponsio withdraw-instrument demo-1 ARD --register practice")]
pub struct WithdrawInstrument {
    /// The act
    #[command(flatten)]
    pub act: ActArgs,
    /// How it is recorded
    #[command(flatten)]
    pub desk: DeskArgs,
}

/// Records the withdrawal of an instrument.
pub fn run(
    args: &WithdrawInstrument,
    shared: &Shared,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    recording::run(&args.desk, shared, console, |words, state| {
        let act = args
            .act
            .act(words, state, ActKind::WithdrawalOfInstrument)?;
        Ok(Request::Act(act))
    })
}
