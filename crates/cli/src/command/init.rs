//! `sponsio init`: a new register, kept as a ledger.

use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use sponsio_depositary::OpenRegister;
use sponsio_ledger::note::VerifierKey;
use sponsio_record::Instant;

use crate::args::Shared;
use crate::command::desk::source;
use crate::failure::{Failure, Kind};
use crate::layout::{labelled, paragraph};
use crate::place::clock::instant;
use crate::place::made::{self, NewPlace};
use crate::place::{EXERCISE, Place};
use crate::print::Console;
use crate::wording::{Words, place, say};

/// Arguments of `sponsio init`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    sponsio init register --origin treaties.example.org/log --title \"Treaty register\" --zone Europe/Istanbul \\\n    \
        --lock /mnt/other-volume/treaties\n  \
    sponsio init practice --origin treaties.example.org --title Practice --exercise\n  \
    sponsio init register --origin treaties.example.org/log --title \"Treaty register\" \\\n    \
        --store \"postgres:///treaties?host=/run/postgresql\"\n\n\
    The lock holds the last checkpoint that was signed. It should lie on another volume than the\n\
    register, and in no backup: it is what tells an old copy from the register itself.\n\
    The key of the log is encrypted with a passphrase. It is asked for, or read from a file; it is never\n\
    an argument, and stands in no backup. Without one whoever reads the key file can sign for this office.")]
pub struct Init {
    /// Folder of the register; it must not be there, or be empty
    pub folder: PathBuf,
    /// Name of the log: a host name of yours and a path, as treaties.example.org/log
    #[arg(long, value_name = "NAME")]
    pub origin: String,
    /// Title of the register
    #[arg(long)]
    pub title: String,
    /// Time zone of the depositary's seat, whose calendar counts
    #[arg(long, value_name = "IANA", default_value = "UTC")]
    pub zone: String,
    /// Folder for the lock file, on another volume; otherwise beside the register
    #[arg(long, value_name = "DIR")]
    pub lock: Option<PathBuf>,
    /// Database on a server, for several servers: `postgres://USER@HOST/DATABASE`, without a password
    #[arg(long, value_name = "ADDRESS")]
    pub store: Option<String>,
    /// Public key that may revoke the log's key; keep its private half off-line
    #[arg(long, value_name = "VKEY")]
    pub recovery: Option<String>,
    /// File whose first line is the passphrase for the log's key; otherwise it is asked for
    #[arg(
        long,
        value_name = "FILE",
        env = "SPONSIO_PASSPHRASE_FILE",
        conflicts_with = "no_passphrase"
    )]
    pub passphrase_file: Option<PathBuf>,
    /// Leave the log's key without a passphrase; an exercise does so unless a file is given
    #[arg(long)]
    pub no_passphrase: bool,
    /// Make a practice register: nothing in it has legal effect
    #[arg(long)]
    pub exercise: bool,
    /// Instant of the opening; in an exercise only
    #[arg(long, value_name = "INSTANT", value_parser = instant)]
    pub now: Option<Instant>,
    /// Answer as JSON
    #[arg(long)]
    pub json: bool,
}

/// Makes a register.
pub fn run(args: &Init, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let recovery = args.recovery.as_deref().map(str::parse::<VerifierKey>);
    if let Some(Err(fault)) = recovery {
        let why = fault.to_string();
        return Err(
            Failure::new(Kind::Usage, say!(words, "init-no-recovery", why = why))
                .with_hint(say!(words, "init-no-recovery-hint")),
        );
    }
    // The name of an exercise is what every reader of it goes by.
    if !args.exercise && args.origin.ends_with(EXERCISE) {
        return Err(
            Failure::new(Kind::Usage, say!(words, "init-exercise-origin"))
                .with_hint(say!(words, "init-exercise-origin-hint")),
        );
    }
    let is_open = args.no_passphrase || (args.exercise && args.passphrase_file.is_none());
    let passphrase = (!is_open).then(|| source(args.passphrase_file.clone(), &words, console));
    let request = NewPlace {
        root: args.folder.clone(),
        origin: args.origin.clone(),
        lock: args.lock.clone(),
        store: args.store.clone(),
        opening: OpenRegister {
            title: args.title.clone(),
            zone: args.zone.clone(),
            recovery: args.recovery.clone(),
            exercise: args.exercise,
        },
        now: args.now,
        passphrase,
    };
    let made = made::make(request).map_err(|error| place::failure(&words, &error))?;
    let vkey = vkey(&made.0).map_err(|error| place::failure(&words, &error))?;
    console.notice = args.exercise.then(|| say!(words, "exercise-notice"));
    if args.json {
        let (place, recorded) = &made;
        let mut data = json!({
            "register": place.root().display().to_string(),
            "origin": place.origin(),
            "title": args.title,
            "zone": args.zone,
            "vkey": vkey,
            "encrypted": !is_open,
            "seq": recorded.seq,
            "leaf": recorded.leaf.cited(),
            "recorded": recorded.recorded.to_string(),
        });
        if let Some(address) = place.address() {
            data["store"] = address.into();
        }
        return Ok(console.json(&data)?);
    }
    let said = text(&words, args, is_open, &made.0, &vkey, console.width);
    Ok(console.text(&said)?)
}

fn vkey(place: &Place) -> Result<String, crate::place::PlaceError> {
    let policy = place.policy()?;
    let keys = policy.logs().iter().map(|log| log.key.to_string());
    Ok(keys.collect::<Vec<_>>().join(" "))
}

fn text(
    words: &Words,
    args: &Init,
    is_open: bool,
    place: &Place,
    vkey: &str,
    width: usize,
) -> String {
    let path = place.root().display().to_string();
    let made = say!(words, "init-made", title = &args.title, path = &path);
    let mut said = paragraph(&made, width);
    if args.exercise && args.origin != place.origin() {
        let origin = place.origin();
        said += &paragraph(&say!(words, "exercise-origin", origin = origin), width);
    }
    let mut lines = vec![
        ("init-origin", place.origin().to_owned()),
        ("init-zone", args.zone.clone()),
        ("init-vkey", vkey.to_owned()),
        ("init-key", place.key().display().to_string()),
        ("init-lock", place.lock().display().to_string()),
        ("init-policy", place.policy_file().display().to_string()),
    ];
    if let Some(address) = place.address() {
        lines.push(("init-store", address.to_owned()));
    }
    let lines: Vec<_> = lines
        .into_iter()
        .map(|(key, value)| (say!(words, key), value))
        .collect();
    said += &labelled(&lines, usize::MAX);
    let key = if is_open {
        "init-key-plain"
    } else {
        "init-key-sealed"
    };
    said += &paragraph(&say!(words, key), width);
    if args.lock.is_none() {
        said += &paragraph(&say!(words, "init-lock-beside"), width);
    }
    said + &paragraph(&say!(words, "init-next", path = path), width)
}
