//! `sponsio acknowledge`: an addressee confirms that a notification reached it: *received by the
//! State* in the sense of VCLT art. 78(c).

use clap::Args;

use sponsio_depositary::Confirm;

use crate::args::Shared;
use crate::command::desk::args::DeskArgs;
use crate::command::desk::notify::mark;
use crate::command::desk::recording::{self, Request};
use crate::command::question;
use crate::failure::Failure;
use crate::print::Console;
use crate::wording::place;

/// Arguments of `sponsio acknowledge`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    sponsio acknowledge 00112233445566778899aabbccddeeff BEL --register practice\n\n\
    The mark is that of the notification, as `sponsio log show` lists it.")]
pub struct Acknowledge {
    /// Mark of the notification
    pub notification: String,
    /// Who confirms, by code or name
    pub participant: String,
    /// How it is recorded
    #[command(flatten)]
    pub desk: DeskArgs,
}

/// Records the confirmation of an addressee.
pub fn run(args: &Acknowledge, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    recording::run(&args.desk, shared, console, |words, state| {
        let register = &state.register;
        let party = question::participant(words, register, &args.participant)?;
        let of = mark(words, &args.notification)?;
        let participant = register.participant(party).id.clone();
        Confirm::of_notification(register, of, participant)
            .map(Request::Acknowledgement)
            .map_err(|unfit| place::desk(words, register, &unfit.into()))
    })
}
