//! `sponsio erase`: what lies behind a confidential entry is erased, salt and bytes: afterwards it can
//! be neither proved nor guessed. What this cannot reach is said.

use clap::Args;
use serde_json::json;

use sponsio_depositary::commitment;
use sponsio_depositary::store::Envelope;
use sponsio_record::Digest;

use crate::args::{RegisterArg, Shared};
use crate::command::desk::disclose::envelope;
use crate::command::desk::find;
use crate::failure::Failure;
use crate::layout::paragraph;
use crate::place::{Place, PlaceError, wait_for};
use crate::print::Console;
use crate::wording::{Words, place, say};

/// Arguments of `sponsio erase`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    sponsio erase 7 --dry-run --register practice\n  \
    sponsio erase 7 --register practice\n\n\
    There is no way back. The entry stays in the log and shows that something was recorded, and when.")]
pub struct Erase {
    /// Place of the confidential entry
    pub seq: u64,
    /// The register
    #[command(flatten)]
    pub register: RegisterArg,
    /// Say what would be erased, and what would not; erase nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Answer as JSON
    #[arg(long)]
    pub json: bool,
}

/// Erases what lies behind an entry.
pub fn run(args: &Erase, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let place = find(&args.register, &words, console)?;
    let said = |error: PlaceError| place::failure(&words, &error);
    let held = envelope(&place, args.seq).map_err(said)?;
    let documents = documents(&held);
    if !args.dry_run {
        erase(&place, args.seq).map_err(said)?;
    }
    if args.json {
        return Ok(console.json(&json!({
            "seq": args.seq,
            "dry_run": args.dry_run,
            "erased_bytes": held.bytes.len(),
            "documents_kept": documents,
            "not_reached": ["backups", "openings", "storage"],
        }))?);
    }
    let head = if args.dry_run {
        "erase-rehearsed"
    } else {
        "erase-done"
    };
    let mut text = paragraph(&say!(words, head, seq = args.seq), console.width);
    for key in ["erase-backups", "erase-openings", "erase-storage"] {
        text += &paragraph(&say!(words, key), console.width);
    }
    if !documents.is_empty() {
        let documents = words.list(&documents);
        let kept = say!(words, "erase-documents", documents = documents);
        text += &paragraph(&kept, console.width);
    }
    Ok(console.text(&text)?)
}

/// The documents that the act names: the store keeps documents for good.
fn documents(held: &Envelope) -> Vec<String> {
    let Ok((act, _)) = sponsio_ledger::entry::disclosed(&held.bytes) else {
        return Vec::new();
    };
    let digests = act.documents.iter().map(|cited| cited.digest);
    digests.map(|digest: Digest| digest.cited()).collect()
}

fn erase(place: &Place, seq: u64) -> Result<bool, PlaceError> {
    let store = place.store()?;
    wait_for(async {
        store.open_log(place.origin()).await?;
        let commitment = commitment(store.as_ref(), place.origin(), seq).await?;
        let erased = store.erase(commitment.digest()).await?;
        store.close().await?;
        Ok(erased)
    })?
}
