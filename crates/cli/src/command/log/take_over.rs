//! `sponsio log take-over`: shuts out every server that was opened before.

use clap::Args;
use serde_json::json;

use crate::args::{RegisterArg, Shared};
use crate::command::desk::{find, settled};
use crate::failure::Failure;
use crate::place::{Place, PlaceError, wait_for};
use crate::print::Console;
use crate::wording::{Words, place, say};

/// Arguments of `sponsio log take-over`.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  \
    sponsio log take-over --register /srv/treaties\n\n\
    For a server that cannot be reached, or is paused: when this returns, no server that was opened\n\
    before can record or sign. Those that still run stop, and join again when they are started.")]
pub struct TakeOver {
    /// The register
    #[command(flatten)]
    pub register: RegisterArg,
    /// Answer as JSON
    #[arg(long)]
    pub json: bool,
}

/// Raises the turn.
pub fn run(args: &TakeOver, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let place = find(&args.register, &words, console)?;
    let turn = raise(&place).map_err(|error| place::failure(&words, &error))?;
    let data = json!({ "origin": place.origin(), "turn": turn });
    let said = say!(words, "take-over-done", turn = turn);
    settled(console, args.json, &data, &said)
}

fn raise(place: &Place) -> Result<u64, PlaceError> {
    let store = place.store()?;
    wait_for(async {
        store.open_log(place.origin()).await?;
        Ok(store.seize().await?)
    })?
}
