//! `sponsio backup` and `sponsio restore`: a copy of the database, and what it is worth. The lock and
//! the secret key are in no backup.

use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use sponsio_depositary::store::{Settings, Sqlite};
use sponsio_depositary::{Holdings, holdings, load};
use sponsio_ledger::checkpoint::Checkpoint;
use sponsio_ledger::note::Note;

use crate::args::{RegisterArg, Shared};
use crate::command::account;
use crate::command::bundle::place_new;
use crate::command::desk::args::read;
use crate::command::desk::{find, settled};
use crate::command::doctor::Grade;
use crate::command::doctor::examination::holdings::judged;
use crate::failure::{Failure, Kind};
use crate::place::ledger::ServerFault;
use crate::place::{Place, PlaceError, wait_for};
use crate::print::Console;
use crate::wording::{Words, place, say};

/// Arguments of `sponsio backup`.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  sponsio backup 2026-11-22.backup --register practice\n\n\
    The copy holds the confidential payloads. It can be made while others record. A database on a\n\
    server is copied by the server's own pg_dump; this command then says how."
)]
pub struct Backup {
    /// File for the copy; it must not be there
    pub file: PathBuf,
    /// The register
    #[command(flatten)]
    pub register: RegisterArg,
    /// Answer as JSON
    #[arg(long)]
    pub json: bool,
}

/// Copies the database and reads the copy again.
pub fn backup(args: &Backup, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let place = find(&args.register, &words, console)?;
    let copied = || {
        if args.file.exists() {
            return Err(PlaceError::Taken(args.file.clone()));
        }
        let store = place.file()?;
        wait_for(store.backup(args.file.clone()))??;
        size_of(&place, &args.file)
    };
    let size = copied().map_err(|error| place::failure(&words, &error))?;
    account::note_backup(&place, size, &words)?;
    let path = args.file.display().to_string();
    let data = json!({ "file": path, "size": size });
    let said = say!(words, "backup-made", path = path, size = size);
    settled(console, args.json, &data, &said)
}

/// Arguments of `sponsio restore`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    sponsio restore --verify 2026-11-22.backup --register practice\n  \
    sponsio restore 2026-11-22.backup --register practice\n\n\
    A database that is there is never overwritten. A copy that is older than what was signed is put in\n\
    place to be read, but nothing is signed over it: the missing entries are fetched from a mirror.")]
pub struct Restore {
    /// The copy
    pub file: PathBuf,
    /// Only say what the copy is worth
    #[arg(long)]
    pub verify: bool,
    /// The register whose settings, key and lock are there
    #[command(flatten)]
    pub register: RegisterArg,
    /// Answer as JSON
    #[arg(long)]
    pub json: bool,
}

/// Examines a copy, and puts it in the place of a database that is gone.
pub fn restore(args: &Restore, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let said = |error: PlaceError| place::failure(&words, &error);
    let place = Place::settled(&args.register.register).map_err(said)?;
    console.notice = place.is_exercise().then(|| say!(words, "exercise-notice"));
    if let Some(address) = place.address() {
        return Err(said(ServerFault::Dumped(address.to_owned()).into()));
    }
    let bytes = read(&words, &args.file)?;
    let size = size_of(&place, &args.file).map_err(said)?;
    let locked = locked(&place);
    let lacks = locked.unwrap_or(0).saturating_sub(size);
    let beside = beside(&place, &args.file).map_err(said)?;
    let (grade, detail) = judged(&words, &beside);
    if !args.verify {
        place_new(&place.database(), &bytes).map_err(said)?;
    }
    let path = args.file.display().to_string();
    let data = json!({
        "file": path,
        "size": size,
        "signed": locked,
        "lacks": lacks,
        "restored": !args.verify,
        "beside": { "result": grade.word(), "detail": detail },
    });
    let key = if args.verify {
        "restore-verified"
    } else {
        "restore-done"
    };
    settled(
        console,
        args.json,
        &data,
        &format!(
            "{} {}: {detail}.",
            say!(words, key, path = path, size = size),
            say!(words, "doctor-holdings")
        ),
    )?;
    if grade == Grade::Defect {
        return Err(Failure::new(Kind::Defect, detail));
    }
    if lacks == 0 {
        return Ok(());
    }
    let sentence = say!(words, "restore-lacks", lacks = lacks, size = size);
    Err(Failure::new(Kind::NotVerified, sentence).with_hint(say!(words, "desk-rollback-hint")))
}

/// Reads a copy whole, folds it, compares its root; returns how many entries it has.
fn size_of(place: &Place, file: &std::path::Path) -> Result<u64, PlaceError> {
    let store = Sqlite::open_reading(file, &Settings::default())?;
    let state = wait_for(load(&store, place.origin()))??;
    Ok(state.size())
}

/// Reads what the copy keeps beside its entries.
fn beside(place: &Place, file: &std::path::Path) -> Result<Holdings, PlaceError> {
    let store = Sqlite::open_reading(file, &Settings::default())?;
    Ok(wait_for(holdings(
        &store,
        place.origin(),
        &place.policy()?,
    ))??)
}

/// How many entries the lock says were signed.
fn locked(place: &Place) -> Option<u64> {
    let note = std::fs::read(place.lock().join("checkpoint")).ok()?;
    let note = Note::parse(&note).ok()?;
    Some(Checkpoint::parse(note.text()).ok()?.size)
}
