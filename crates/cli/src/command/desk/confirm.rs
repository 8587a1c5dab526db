//! `sponsio confirm`: two officers confirm what the desk does not do by itself, and the log keeps who
//! they were and why.

use clap::{Args, Subcommand};
use serde_json::json;

use sponsio_law::filing::{Confirmation, Ground};
use sponsio_record::Instant;

use crate::args::{KeyArg, RegisterArg, Shared};
use crate::command::desk::{find_to_sign, settled};
use crate::failure::{Failure, Kind};
use crate::place::clock::instant;
use crate::place::desk::finish;
use crate::place::{Place, PlaceError, wait_for};
use crate::print::Console;
use crate::wording::{Words, place, say};

/// How far the clock may be behind the last entry without anybody's word, in seconds.
const BEHIND: i64 = 2;

/// What two officers can confirm.
#[derive(Debug, Subcommand)]
#[command(after_help = "Examples:\n  \
    sponsio confirm lock --officer o-anna --officer o-ben --reason \"volume of the lock lost\" --register practice\n  \
    sponsio confirm clock --officer o-anna --officer o-ben --reason \"clock was a day ahead\" --register practice")]
pub enum ConfirmCommand {
    /// The log may be signed although its lock is lost and nobody outside says what was signed last
    Lock(Confirm),
    /// Acts may be recorded although the clock is behind the last entry
    Clock(Confirm),
}

/// Arguments of `sponsio confirm`.
#[derive(Debug, Args)]
pub struct Confirm {
    /// Pseudonym of an officer, o-…; two different ones
    #[arg(long, value_name = "o-NAME", required = true)]
    pub officer: Vec<String>,
    /// Why they are sure
    #[arg(long, value_name = "TEXT")]
    pub reason: String,
    /// The register
    #[command(flatten)]
    pub register: RegisterArg,
    /// The key of the log
    #[command(flatten)]
    pub key: KeyArg,
    /// Instant by which it is recorded; in an exercise only
    #[arg(long, value_name = "INSTANT", value_parser = instant)]
    pub now: Option<Instant>,
    /// Say what would be confirmed; write nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Answer as JSON
    #[arg(long)]
    pub json: bool,
}

/// Runs a confirmation.
pub fn run(
    command: &ConfirmCommand,
    shared: &Shared,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let (ground, args) = match command {
        ConfirmCommand::Lock(args) => (Ground::Lock, args),
        ConfirmCommand::Clock(args) => (Ground::Clock, args),
    };
    let place = find_to_sign(&args.register, &args.key, &words, console)?;
    let said = |error: PlaceError| place::failure(&words, &error);
    let confirmation = confirmation(&words, ground, args)?;
    let state = place.state().map_err(said)?;
    let needed = match ground {
        Ground::Lock => !place.lock().join("checkpoint").exists(),
        Ground::Clock => {
            let now = place.clock(args.now).map_err(said)?.now();
            let last = state.last_recorded().unwrap_or(now);
            BEHIND < last.seconds().saturating_sub(now.seconds())
        }
    };
    if !needed {
        let key = format!("confirm-no-need-{}", ground.as_str());
        return Err(Failure::new(Kind::Refused, say!(words, &key)));
    }
    let officers = confirmation.officers.clone();
    let recorded = if args.dry_run {
        None
    } else {
        Some(confirm(&place, args, confirmation).map_err(said)?)
    };
    let size = state.size();
    let data = json!({
        "dry_run": args.dry_run,
        "ground": ground.as_str(),
        "officers": officers,
        "size": size,
        "root": state.root().cited(),
        "seq": recorded,
    });
    let officers = words.list(&officers);
    let sentence = match recorded {
        Some(seq) => say!(words, "confirm-done", seq = seq, officers = officers),
        None => {
            let key = format!("confirm-rehearsed-{}", ground.as_str());
            let root = state.root().cited();
            say!(words, &key, size = size, root = root, officers = officers)
        }
    };
    settled(console, args.json, &data, &sentence)
}

fn confirmation(words: &Words, ground: Ground, args: &Confirm) -> Result<Confirmation, Failure> {
    let wrong = |key: &str| Failure::new(Kind::Usage, say!(words, key));
    let is_pseudonym = |officer: &String| {
        let rest = officer.strip_prefix("o-").unwrap_or_default();
        !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_graphic())
    };
    if !args.officer.iter().all(is_pseudonym) {
        return Err(wrong("confirm-no-pseudonym"));
    }
    let officers = match &args.officer[..] {
        [one, other] if one != other => [one.clone(), other.clone()],
        _ => {
            let mut failure = wrong("confirm-two");
            failure.kind = Kind::Refused;
            return Err(failure);
        }
    };
    if args.reason.trim().is_empty() {
        return Err(wrong("confirm-no-reason"));
    }
    Ok(Confirmation {
        ground,
        officers,
        reason: args.reason.clone(),
    })
}

/// Opens the desk with the confirmation; returns the place of the entry that keeps it.
fn confirm(place: &Place, args: &Confirm, confirmation: Confirmation) -> Result<u64, PlaceError> {
    let clock = place.clock(args.now)?;
    wait_for(async {
        let desk = place.confirmed_desk(clock, confirmation).await?;
        // It is the first act of the desk that was opened with it.
        let seq = desk.state().size() - 1;
        finish(desk, false).await?;
        Ok(seq)
    })?
}
