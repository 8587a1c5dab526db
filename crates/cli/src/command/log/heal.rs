//! `sponsio log heal`: what an old backup lacks comes back from a mirror.

use clap::Args;
use serde_json::json;

use sponsio_depositary::fetch::{Address, Fetcher};
use sponsio_depositary::{heal, lacking};
use sponsio_record::Digest;

use crate::args::{RegisterArg, Shared};
use crate::command::desk::{find, settled};
use crate::command::network::address;
use crate::failure::Failure;
use crate::place::{Place, PlaceError, wait_for};
use crate::print::Console;
use crate::wording::{Words, place, say};

/// Arguments of `sponsio log heal`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    sponsio log heal --from https://mirror.example/m --dry-run --register register\n  \
    sponsio log heal --from https://mirror.example/m --register register\n\n\
    Every entry is verified against the log's own signed checkpoint before it is appended. What a mirror\n\
    does not have comes from a backup: confidential payloads, and documents of confidential acts.")]
pub struct Heal {
    /// Address of the mirror
    #[arg(long, value_name = "URL", value_parser = address)]
    pub from: Address,
    /// The register
    #[command(flatten)]
    pub register: RegisterArg,
    /// Say what is missing; write nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Answer as JSON
    #[arg(long)]
    pub json: bool,
}

/// Heals a register.
pub fn run(args: &Heal, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let place = find(&args.register, &words, console)?;
    let healed = healed(&place, args).map_err(|error| place::failure(&words, &error))?;
    let (before, size, absent) = healed;
    let absent: Vec<String> = absent.iter().map(Digest::cited).collect();
    let data = json!({
        "dry_run": args.dry_run,
        "before": before,
        "size": size,
        "absent_documents": absent,
    });
    let (first, last) = (before, size.saturating_sub(1));
    let key = if args.dry_run {
        "heal-rehearsed"
    } else {
        "heal-done"
    };
    let mut said = say!(words, key, first = first, last = last, size = size);
    if !absent.is_empty() {
        let documents = words.list(&absent);
        said.push(' ');
        said += &say!(words, "heal-absent", documents = documents);
    }
    settled(console, args.json, &data, &said)
}

fn healed(place: &Place, args: &Heal) -> Result<(u64, u64, Vec<Digest>), PlaceError> {
    let (policy, fetcher) = (place.policy()?, Fetcher::default());
    if args.dry_run {
        let store = place.reader()?;
        let found = wait_for(lacking(store.as_ref(), &policy, &fetcher, &args.from))?;
        let found = found?;
        return Ok((found.size, found.known, Vec::new()));
    }
    let store = place.store()?;
    wait_for(async {
        let healed = heal(store.as_ref(), &policy, &fetcher, &args.from).await?;
        store.close().await?;
        Ok((healed.before, healed.size, healed.absent))
    })?
}
