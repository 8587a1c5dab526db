//! `sponsio restore`: what a copy is worth, and putting it in the place of what is gone.

use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use sponsio_depositary::store::{Settings, Sqlite};
use sponsio_depositary::{Holdings, holdings};
use sponsio_ledger::checkpoint::Checkpoint;
use sponsio_ledger::note::Note;

use super::{accounts, size_of};
use crate::args::{RegisterArg, Shared};
use crate::command::bundle::place_new;
use crate::command::desk::args::read;
use crate::command::desk::settled;
use crate::command::doctor::Grade;
use crate::command::doctor::examination::holdings::judged;
use crate::failure::{Failure, Kind};
use crate::place::ledger::ServerFault;
use crate::place::{Place, PlaceError, wait_for};
use crate::print::Console;
use crate::wording::{Words, place, say};

/// Arguments of `sponsio restore`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    sponsio restore --verify 2026-11-22.backup --register practice\n  \
    sponsio restore 2026-11-22.backup --register practice\n\n\
    A database that is there is never overwritten, nor are accounts. Accounts come back without a session or\n\
    a link, and whoever was revoked after the copy was made stays revoked as far as the lock knows of it. A copy that is older than what was signed is put in\n\
    place to be read, but nothing is signed over it: the missing entries are fetched from a mirror.")]
pub struct Restore {
    /// The copy
    pub file: PathBuf,
    /// Only say what the copy is worth
    #[arg(long)]
    pub verify: bool,
    /// Bring back the accounts alone
    #[arg(long)]
    pub only_accounts: bool,
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
    if args.only_accounts {
        let brought = accounts::bring(&place, &args.file, args.verify, &words)?;
        let sentence = brought.sentence(&words);
        if matches!(brought, accounts::Outcome::None) {
            let sentence = say!(words, "restore-no-accounts");
            return Err(Failure::new(Kind::NotFound, sentence));
        }
        return settled(
            console,
            args.json,
            &json!({ "accounts": brought.data() }),
            &sentence,
        );
    }
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
    let brought = accounts::bring(&place, &args.file, args.verify, &words)?;
    let path = args.file.display().to_string();
    let data = json!({
        "file": path,
        "size": size,
        "signed": locked,
        "lacks": lacks,
        "restored": !args.verify,
        "beside": { "result": grade.word(), "detail": detail },
        "accounts": brought.data(),
    });
    let key = if args.verify {
        "restore-verified"
    } else {
        "restore-done"
    };
    let database = say!(words, key, path = path, size = size);
    let beside = say!(words, "doctor-holdings");
    let said = format!(
        "{database} {beside}: {detail}. {}",
        brought.sentence(&words)
    );
    settled(console, args.json, &data, said.trim_end())?;
    if grade == Grade::Defect {
        return Err(Failure::new(Kind::Defect, detail));
    }
    if lacks == 0 {
        return Ok(());
    }
    let sentence = say!(words, "restore-lacks", lacks = lacks, size = size);
    Err(Failure::new(Kind::NotVerified, sentence).with_hint(say!(words, "desk-rollback-hint")))
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
