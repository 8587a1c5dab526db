//! `sponsio backup` and `sponsio restore`: copies of the database and of the accounts, and what they are
//! worth. The lock and the secret key are in no backup.

mod accounts;
mod restore;

use std::path::PathBuf;

use clap::Args;
use serde_json::{Value, json};

use sponsio_depositary::load;
use sponsio_depositary::store::{Settings, Sqlite};

use crate::args::{RegisterArg, Shared};
use crate::command::account;
use crate::command::desk::{find, settled};
use crate::failure::{Failure, Kind};
use crate::place::{Place, PlaceError, wait_for};
use crate::print::Console;
use crate::wording::{Words, place, say};

pub use restore::{Restore, restore};

/// Arguments of `sponsio backup`.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  sponsio backup 2026-11-22.backup --register practice\n\n\
    The copy holds the confidential payloads. It can be made while others record. The accounts are copied\n\
    into a file of their own beside it, with .accounts at the end; no session and no link is in it. Neither\n\
    file is ever for publication. A database on a server is copied by the server's own pg_dump; this command\n\
    then says how, and --only-accounts copies the accounts."
)]
pub struct Backup {
    /// File for the copy; it must not be there
    pub file: PathBuf,
    /// The register
    #[command(flatten)]
    pub register: RegisterArg,
    /// Copy the accounts alone
    #[arg(long)]
    pub only_accounts: bool,
    /// Answer as JSON
    #[arg(long)]
    pub json: bool,
}

/// Copies the accounts and the database, and reads the copies again.
pub fn backup(args: &Backup, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let place = find(&args.register, &words, console)?;
    let said = |error: PlaceError| place::failure(&words, &error);
    for file in [&args.file, &accounts::beside(&args.file)] {
        if file.exists() {
            return Err(said(PlaceError::Taken(file.clone())));
        }
    }
    let store = (!args.only_accounts).then(|| place.file()).transpose();
    let store = store.map_err(said)?;
    // The accounts first: what they say is recorded is then in the copy of the database too.
    let copied = accounts::copy(&place, &args.file, &words)?;
    if copied.is_none() && args.only_accounts {
        let sentence = say!(words, "backup-no-accounts");
        return Err(Failure::new(Kind::NotFound, sentence));
    }
    let size = store.map(|store| {
        wait_for(store.backup(args.file.clone()))??;
        size_of(&place, &args.file)
    });
    let size = size.transpose().map_err(said)?;
    if let Some(size) = size {
        account::note_backup(&place, size, &words)?;
    }
    let path = args.file.display().to_string();
    let data = json!({
        "file": size.map(|_| path.as_str()),
        "size": size,
        "accounts": copied.as_ref().map_or(Value::Null, accounts::Copied::data),
    });
    let database = size.map(|size| say!(words, "backup-made", path = path, size = size));
    let accounts = copied.as_ref().map(|copied| copied.sentence(&words));
    let sentences = database.into_iter().chain(accounts);
    let sentences = sentences.collect::<Vec<_>>().join(" ");
    settled(console, args.json, &data, &sentences)
}

/// Reads a copy whole, folds it, compares its root; returns how many entries it has.
fn size_of(place: &Place, file: &std::path::Path) -> Result<u64, PlaceError> {
    let store = Sqlite::open_reading(file, &Settings::default())?;
    let state = wait_for(load(&store, place.origin()))??;
    Ok(state.size())
}
