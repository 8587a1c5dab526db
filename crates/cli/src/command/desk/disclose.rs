//! `sponsio disclose`: a confidential act is disclosed to all; from now on it counts for everybody.

use clap::Args;
use serde_json::json;

use sponsio_record::Instant;

use crate::args::{RegisterArg, Shared};
use crate::command::desk::{find, settled};
use crate::failure::Failure;
use crate::place::clock::instant;
use crate::place::{PlaceError, wait_for};
use crate::print::Console;
use crate::wording::{Words, place, say};

/// Arguments of `sponsio disclose`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    sponsio disclose 7 --register practice\n\n\
    A public log never forgets: what is disclosed stays disclosed.")]
pub struct Disclose {
    /// Place of the confidential entry
    pub seq: u64,
    /// The register
    #[command(flatten)]
    pub register: RegisterArg,
    /// Instant by which it is recorded; in an exercise only
    #[arg(long, value_name = "INSTANT", value_parser = instant)]
    pub now: Option<Instant>,
    /// Answer as JSON
    #[arg(long)]
    pub json: bool,
}

/// Records a disclosure.
pub fn run(args: &Disclose, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let place = find(&args.register, &words, console)?;
    let outcome = || {
        let clock = place.clock(args.now)?;
        wait_for(async {
            let desk = place.desk(clock).await?;
            let recorded = desk.disclose(args.seq).await?;
            desk.close().await?;
            Ok::<_, PlaceError>(recorded)
        })?
    };
    let recorded = outcome().map_err(|error| place::failure(&words, &error))?;
    let data = json!({ "of": args.seq, "seq": recorded.seq, "leaf": recorded.leaf.cited() });
    let said = say!(words, "disclose-done", of = args.seq, seq = recorded.seq);
    settled(console, args.json, &data, &said)
}
