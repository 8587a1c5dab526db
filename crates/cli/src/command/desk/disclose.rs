//! `sponsio disclose`: a confidential act is disclosed to all; from now on it counts for everybody.

use clap::Args;

use sponsio_depositary::store::Envelope;
use sponsio_depositary::{Unfit, commitment};

use crate::args::Shared;
use crate::command::desk::args::DeskArgs;
use crate::command::desk::recording::{self, Request};
use crate::failure::Failure;
use crate::place::{Place, PlaceError, wait_for};
use crate::print::Console;
use crate::wording::{Words, place};

/// Arguments of `sponsio disclose`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    sponsio disclose 7 --dry-run --register practice\n  \
    sponsio disclose 7 --register practice\n\n\
    A public log never forgets: what is disclosed stays disclosed.")]
pub struct Disclose {
    /// Place of the confidential entry
    pub seq: u64,
    /// How it is recorded
    #[command(flatten)]
    pub desk: DeskArgs,
}

/// Records a disclosure.
pub fn run(args: &Disclose, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let said = |error: PlaceError| place::failure(&words, &error);
    let place = Place::find(&args.desk.register.register).map_err(said)?;
    let envelope = envelope(&place, args.seq).map_err(said)?;
    recording::run(&args.desk, shared, console, |_, _| {
        Ok(Request::Disclosure(args.seq, envelope))
    })
}

/// Reads what lies behind a confidential entry.
pub(super) fn envelope(place: &Place, seq: u64) -> Result<Envelope, PlaceError> {
    let store = place.reader()?;
    wait_for(async {
        store.open_log(place.origin()).await?;
        let commitment = commitment(store.as_ref(), place.origin(), seq).await?;
        let envelope = store.get(commitment.digest()).await?;
        Ok(envelope.ok_or_else(|| PlaceError::Desk(Unfit::Erased(seq).into()))?)
    })?
}
