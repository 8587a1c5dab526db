//! `sponsio observer`: who watches the log from outside and is asked for cosignatures, and whose
//! cosignatures the office's own policy asks for.

pub mod list;

use clap::{Args, Subcommand, ValueEnum};
use serde_json::json;

use sponsio_depositary::fetch::Address;
use sponsio_depositary::{Duty, Observer};
use sponsio_ledger::note::VerifierKey;

use crate::args::{RegisterArg, Shared};
use crate::command::desk::find;
use crate::command::network::address;
use crate::failure::{Failure, Kind};
use crate::layout::paragraph;
use crate::place::observers::{Change, Wanted};
use crate::place::{Place, PlaceError};
use crate::print::Console;
use crate::wording::{Words, place, say};

/// What can be done with observers.
#[derive(Debug, Subcommand)]
#[command(after_help = "Examples:\n  \
    sponsio observer add witness https://witness.example/w witness.example/w+… --quorum 1 --register register\n  \
    sponsio observer list --register register\n\n\
    A desk that is running reads them at its next start.")]
pub enum ObserverCommand {
    /// Ask one more witness or mirror for cosignatures
    Add(Add),
    /// List who is asked, and who has cosigned the published checkpoint
    List(list::List),
    /// Ask one no more
    Remove(Remove),
    /// Say how many of them must have cosigned
    Quorum(Quorum),
}

/// What an observer does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum DutyArg {
    /// It cosigns what is consistent with all that it saw.
    Witness,
    /// It cosigns what it holds durably and serves.
    Mirror,
}

impl From<DutyArg> for Duty {
    fn from(arg: DutyArg) -> Self {
        match arg {
            DutyArg::Witness => Self::Witness,
            DutyArg::Mirror => Self::Mirror,
        }
    }
}

/// Arguments of `sponsio observer add`.
#[derive(Debug, Args)]
pub struct Add {
    /// What it does
    pub duty: DutyArg,
    /// Where it is asked, as <https://witness.example/w>
    #[arg(value_name = "URL", value_parser = address)]
    pub address: Address,
    /// Its key, as name+id+base64; get it from whoever runs it, and not from the address
    #[arg(value_name = "VKEY")]
    pub key: VerifierKey,
    /// How many of all observers must have cosigned from now on; otherwise as before
    #[arg(long, value_name = "COUNT", value_parser = wanted)]
    pub quorum: Option<Wanted>,
    /// How it is changed
    #[command(flatten)]
    pub change: ChangeArgs,
}

/// Arguments of `sponsio observer remove`.
#[derive(Debug, Args)]
pub struct Remove {
    /// Name of the observer, which is that of its key
    pub name: String,
    /// How it is changed
    #[command(flatten)]
    pub change: ChangeArgs,
}

/// Arguments of `sponsio observer quorum`.
#[derive(Debug, Args)]
pub struct Quorum {
    /// How many of the observers must have cosigned, or `none`
    #[arg(value_name = "COUNT", value_parser = wanted)]
    pub count: Wanted,
    /// How it is changed
    #[command(flatten)]
    pub change: ChangeArgs,
}

/// What the commands share that change observers.
#[derive(Debug, Args)]
pub struct ChangeArgs {
    /// The register
    #[command(flatten)]
    pub register: RegisterArg,
    /// Show the policy as it would be; change nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Answer as JSON
    #[arg(long)]
    pub json: bool,
}

/// Runs a command on observers.
pub fn run(
    command: &ObserverCommand,
    shared: &Shared,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    match command {
        ObserverCommand::Add(args) => add(args, &words, console),
        ObserverCommand::List(args) => list::run(args, &words, console),
        ObserverCommand::Remove(args) => change(&args.change, true, &words, console, |place| {
            place.without_observer(&args.name)
        }),
        ObserverCommand::Quorum(args) => change(&args.change, false, &words, console, |place| {
            place.with_quorum(args.count)
        }),
    }
}

fn add(args: &Add, words: &Words, console: &mut Console<'_>) -> Result<(), Failure> {
    let observer = Observer::new(args.duty.into(), args.address.clone(), args.key.clone());
    let observer = observer.ok_or_else(|| {
        let name = args.key.name();
        Failure::new(
            Kind::Usage,
            say!(words, "observer-no-cosigner", name = name),
        )
        .with_hint(say!(words, "observer-no-cosigner-hint"))
    })?;
    let wanted = args.quorum.unwrap_or(Wanted::AsBefore);
    change(&args.change, false, words, console, |place| {
        place.with_observer(&observer, wanted)
    })
}

fn change(
    args: &ChangeArgs,
    removes: bool,
    words: &Words,
    console: &mut Console<'_>,
    make: impl FnOnce(&Place) -> Result<Change, PlaceError>,
) -> Result<(), Failure> {
    let said = |error: PlaceError| place::failure(words, &error);
    let place = find(&args.register, words, console)?;
    let change = make(&place).map_err(said)?;
    if !args.dry_run {
        place.apply(&change, !removes).map_err(said)?;
    }
    let data = json!({ "dry_run": args.dry_run, "policy": change.policy });
    if args.json {
        return Ok(console.json(&data)?);
    }
    let key = if args.dry_run {
        "observer-rehearsed"
    } else {
        "observer-changed"
    };
    let path = place.policy_file().display().to_string();
    let head = paragraph(&say!(words, key, path = path), console.width);
    let policy: String = change
        .policy
        .lines()
        .flat_map(|line| ["  ", line, "\n"])
        .collect();
    Ok(console.text(&(head + &policy))?)
}

fn wanted(text: &str) -> Result<Wanted, String> {
    if text == "none" {
        return Ok(Wanted::None);
    }
    let count = text.parse().ok().filter(|count| *count > 0);
    count
        .map(Wanted::AtLeast)
        .ok_or_else(|| format!("`{text}` is no number from 1 and not `none`"))
}
