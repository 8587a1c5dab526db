//! `sponsio log rotate` and `sponsio log revoke-key`: the key of the log passes on.

use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use sponsio_record::Instant;

use crate::args::{KeyArg, RegisterArg, Shared};
use crate::command::desk::{find_to_sign, settled, source};
use crate::failure::Failure;
use crate::layout::labelled;
use crate::place::clock::instant;
use crate::place::succession::{Loss, Passed};
use crate::place::{Place, PlaceError, key};
use crate::print::Console;
use crate::wording::{Words, place, say};

/// Arguments of `sponsio log rotate`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    sponsio log rotate --register register\n\n\
    A fresh key is made and named in the log; both keys sign that act, and for 90 days every checkpoint.\n\
    Tell those who verify the new key by another way than the log; `log verify --follow-rotation` shows\n\
    them the chain.")]
pub struct Rotate {
    /// How the key passes on
    #[command(flatten)]
    pub pass: PassArgs,
}

/// Arguments of `sponsio log revoke-key`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    sponsio log revoke-key --recovery recovery.key --since 2026-11-22T12:00:00Z --register register\n\n\
    The key for recovery is the one that `init --recovery` named in the first entry of the log. What the\n\
    lost key signed stays good up to the last size that the quorum had cosigned before the instant.")]
pub struct RevokeKey {
    /// File of the key for recovery
    #[arg(long, value_name = "FILE")]
    pub recovery: PathBuf,
    /// File whose first line is the passphrase of that key; otherwise it is asked for
    #[arg(long, value_name = "FILE")]
    pub recovery_passphrase_file: Option<PathBuf>,
    /// Instant from which on the lost key may have been in other hands
    #[arg(long, value_name = "INSTANT", value_parser = instant)]
    pub since: Instant,
    /// Last size that the quorum had cosigned before, where the published checkpoint does not tell it
    #[arg(long, value_name = "SIZE")]
    pub good: Option<u64>,
    /// How the key passes on
    #[command(flatten)]
    pub pass: PassArgs,
}

/// What both share.
#[derive(Debug, Args)]
pub struct PassArgs {
    /// The register
    #[command(flatten)]
    pub register: RegisterArg,
    /// The key of the log
    #[command(flatten)]
    pub key: KeyArg,
    /// Instant by which it is recorded; in an exercise only
    #[arg(long, value_name = "INSTANT", value_parser = instant)]
    pub now: Option<Instant>,
    /// Say what would be done; make no key and write nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Answer as JSON
    #[arg(long)]
    pub json: bool,
}

/// Passes the log on to a fresh key.
pub fn rotate(args: &Rotate, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let place = find_to_sign(&args.pass.register, &args.pass.key, &words, console)?;
    pass(&args.pass, "rotate", &place, &words, console, |place| {
        place.rotate(args.pass.now)
    })
}

/// Revokes the log's key.
pub fn revoke(args: &RevokeKey, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let place = find_to_sign(&args.pass.register, &args.pass.key, &words, console)?;
    let loss = Loss {
        since: args.since,
        good: args.good,
    };
    let passphrase = source(args.recovery_passphrase_file.clone(), &words, console);
    pass(&args.pass, "revoke", &place, &words, console, |place| {
        let recovery = key::read(&args.recovery, &passphrase)?;
        let [secret] = &recovery[..] else {
            return Err(PlaceError::Key(args.recovery.clone()));
        };
        place.revoke_key(secret, loss, args.pass.now)
    })
}

fn pass(
    args: &PassArgs,
    what: &str,
    place: &Place,
    words: &Words,
    console: &mut Console<'_>,
    work: impl FnOnce(&Place) -> Result<Passed, PlaceError>,
) -> Result<(), Failure> {
    let said = |error: PlaceError| place::failure(words, &error);
    if args.dry_run {
        // The key must be there and open, or the rehearsal would promise too much.
        place.secrets().map_err(said)?;
        let data = json!({ "dry_run": true });
        let key = format!("{what}-rehearsed");
        return settled(console, args.json, &data, &say!(words, &key));
    }
    let Passed { from, to, seq } = work(place).map_err(said)?;
    if args.json {
        return Ok(console.json(&json!({
            "dry_run": false,
            "seq": seq,
            "from": from.to_string(),
            "to": to.to_string(),
        }))?);
    }
    let head = say!(words, &format!("{what}-done"), seq = seq);
    let head = crate::layout::paragraph(&head, console.width);
    let lines = [
        (say!(words, "rotate-from"), from.to_string()),
        (say!(words, "rotate-to"), to.to_string()),
    ];
    Ok(console.text(&(head + &labelled(&lines, usize::MAX)))?)
}
