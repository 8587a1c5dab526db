//! `sponsio key`: the secret keys of an office: one for recovery made, the passphrase of the log's key
//! set or changed.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use serde_json::json;

use sponsio_ledger::note::SigningKey;

use crate::args::{KeyArg, RegisterArg, Shared};
use crate::command::desk::{find_to_sign, settled, source};
use crate::failure::Failure;
use crate::place::{PlaceError, key};
use crate::print::Console;
use crate::wording::{Words, place, say};

/// What can be done with keys.
#[derive(Debug, Subcommand)]
#[command(after_help = "Examples:\n  \
    sponsio key passphrase --register register\n  \
    sponsio key make recovery.key --name recovery.treaties.example.org")]
pub enum KeyCommand {
    /// Set the passphrase of the log's key, or another one
    Passphrase(Passphrase),
    /// Make a key to be kept off-line, and print its public half
    Make(Make),
}

/// Arguments of `sponsio key passphrase`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    sponsio key passphrase --register register\n  \
    sponsio key passphrase --passphrase-file old --new-passphrase-file new --register register\n\n\
    At a terminal both are asked for. The key itself stays the same.")]
pub struct Passphrase {
    /// File whose first line is the new passphrase; otherwise it is asked for
    #[arg(long, value_name = "FILE", conflicts_with = "remove")]
    pub new_passphrase_file: Option<PathBuf>,
    /// Leave the key without a passphrase
    #[arg(long)]
    pub remove: bool,
    /// The register
    #[command(flatten)]
    pub register: RegisterArg,
    /// The key of the log
    #[command(flatten)]
    pub key: KeyArg,
    /// Say what would be done; change nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Answer as JSON
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `sponsio key make`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    sponsio key make recovery.key --name recovery.treaties.example.org\n\n\
    `sponsio init --recovery VKEY` names it in the first entry of a log; `sponsio log revoke-key` uses it.")]
pub struct Make {
    /// File to write; it must not be there
    pub file: PathBuf,
    /// Name of the key, as a host name of yours
    #[arg(long)]
    pub name: String,
    /// File whose first line is its passphrase; otherwise it is asked for
    #[arg(long, value_name = "FILE", conflicts_with = "no_passphrase")]
    pub passphrase_file: Option<PathBuf>,
    /// Leave it without a passphrase
    #[arg(long)]
    pub no_passphrase: bool,
    /// Answer as JSON
    #[arg(long)]
    pub json: bool,
}

/// Runs a command on keys.
pub fn run(
    command: &KeyCommand,
    shared: &Shared,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    match command {
        KeyCommand::Passphrase(args) => passphrase(args, shared, console),
        KeyCommand::Make(args) => make(args, shared, console),
    }
}

fn passphrase(
    args: &Passphrase,
    shared: &Shared,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let place = find_to_sign(&args.register, &args.key, &words, console)?;
    let path = place.key();
    let new = source(args.new_passphrase_file.clone(), &words, console);
    let change = || {
        let secrets = key::read(&path, place.passphrase())?;
        let phrase = (!args.remove).then(|| new.new_one()).transpose()?;
        if !args.dry_run {
            let phrase = phrase.as_ref().map(|phrase| phrase.as_str());
            key::replace(&path, &secrets, phrase)?;
        }
        Ok(())
    };
    change().map_err(|error: PlaceError| place::failure(&words, &error))?;
    let at = path.display().to_string();
    let data = json!({ "key": at, "encrypted": !args.remove, "dry_run": args.dry_run });
    let said = match (args.dry_run, args.remove) {
        (true, _) => "key-rehearsed",
        (false, true) => "key-opened",
        (false, false) => "key-sealed",
    };
    settled(console, args.json, &data, &say!(words, said, path = at))
}

fn make(args: &Make, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let said = |error: PlaceError| place::failure(&words, &error);
    let new = source(args.passphrase_file.clone(), &words, console);
    let made = || {
        let phrase = (!args.no_passphrase).then(|| new.new_one()).transpose()?;
        let secret = key::fresh()?;
        let signing = SigningKey::log(&args.name, &secret)
            .map_err(|_| PlaceError::Origin(args.name.clone()))?;
        let phrase = phrase.as_ref().map(|phrase| phrase.as_str());
        if args.file.exists() {
            return Err(PlaceError::Taken(args.file.clone()));
        }
        key::write(&args.file, core::slice::from_ref(&*secret), phrase)?;
        Ok(signing.verifier().to_string())
    };
    let vkey = made().map_err(said)?;
    let path = args.file.display().to_string();
    let data = json!({ "file": path, "vkey": vkey, "encrypted": !args.no_passphrase });
    if args.json {
        return Ok(console.json(&data)?);
    }
    // The key alone, so that it can be given to another command.
    Ok(writeln!(console.out, "{vkey}")?)
}
