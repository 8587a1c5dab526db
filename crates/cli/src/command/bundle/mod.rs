//! `sponsio bundle`: everything that is needed to verify one claim offline, in one file.

pub mod verify;

use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use clap::{ArgGroup, Args, Subcommand};
use serde_json::json;

use sponsio_depositary::bundle::{Ask, Enclosed};
use sponsio_depositary::{DeskError, State, Unfit};
use sponsio_law::calendar::Date;
use sponsio_record::Digest;

use crate::args::{KeyArg, RegisterArg, Shared};
use crate::command::desk::{find_to_sign, settled};
use crate::command::question::{self, day};
use crate::failure::{Failure, Kind};
use crate::place::desk::finish;
use crate::place::{Place, PlaceError, io_at, wait_for};
use crate::print::Console;
use crate::wording::{Words, place as wording, say};

/// What can be done with bundles.
#[derive(Debug, Subcommand)]
#[command(after_help = "Examples:\n  \
    sponsio bundle make --treaty demo-1 -o demo-1.sponsio --register practice\n  \
    sponsio bundle make --treaty demo-1 --participant ARD --at 2027-01-01 -o ard.sponsio --register practice\n  \
    sponsio bundle make --entry 4 -o 4.sponsio --register practice\n  \
    sponsio bundle verify demo-1.sponsio --policy my-policy")]
pub enum BundleCommand {
    /// Write a bundle that proves one claim
    Make(Make),
    /// Verify a bundle offline: proofs, documents, and the law run again
    Verify(verify::Verify),
}

/// Arguments of `sponsio bundle make`.
#[derive(Debug, Args)]
#[command(group(ArgGroup::new("claim").args(["entry", "treaty"]).required(true)))]
pub struct Make {
    /// Prove that this entry is in the log
    #[arg(long, value_name = "SEQ")]
    pub entry: Option<u64>,
    /// Prove that this document is what the entry names
    #[arg(long, value_name = "sha256:…", requires = "entry")]
    pub document: Option<String>,
    /// Prove how this treaty stands
    #[arg(long, value_name = "TREATY")]
    pub treaty: Option<String>,
    /// One participant
    #[arg(long, value_name = "CODE", requires = "treaty")]
    pub participant: Option<String>,
    /// Legal date that is asked for
    #[arg(long, value_name = "DATE", value_parser = day, requires = "treaty")]
    pub at: Option<Date>,
    /// As known on this day
    #[arg(long, value_name = "DATE", value_parser = day, requires = "treaty")]
    pub known: Option<Date>,
    /// Bring along every document that its entries name, not only what the proof needs
    #[arg(long)]
    pub documents: bool,
    /// File for the bundle; it must not be there
    #[arg(short, long, value_name = "FILE")]
    pub output: PathBuf,
    /// The register
    #[command(flatten)]
    pub register: RegisterArg,
    /// The key of the log, for a status that is asked for before the heads of the streams are named
    #[command(flatten)]
    pub key: KeyArg,
    /// Answer as JSON
    #[arg(long)]
    pub json: bool,
}

/// Runs a command on bundles.
pub fn run(
    command: &BundleCommand,
    shared: &Shared,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    match command {
        BundleCommand::Make(args) => make(args, shared, console),
        BundleCommand::Verify(args) => verify::run(args, shared, console),
    }
}

fn make(args: &Make, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let place = find_to_sign(&args.register, &args.key, &words, console)?;
    let state = place
        .state()
        .map_err(|error| wording::failure(&words, &error))?;
    let ask = ask(&words, &state, args)?;
    let enclosed = if args.documents {
        Enclosed::All
    } else {
        Enclosed::Needed
    };
    let made = || {
        let bytes = wait_for(bundle(&place, &state, ask, enclosed))??;
        place_new(&args.output, &bytes)?;
        Ok(bytes.len())
    };
    let bytes = made().map_err(|error| wording::failure(&words, &error))?;
    let path = args.output.display().to_string();
    let data = json!({ "file": path, "bytes": bytes });
    let said = say!(words, "bundle-made", path = path, bytes = bytes);
    settled(console, args.json, &data, &said)
}

/// Makes a bundle beside whoever records. Only where the heads of the streams are older than what it
/// rests on must they be named, which is recording.
async fn bundle(
    place: &Place,
    state: &State,
    ask: Ask,
    enclosed: Enclosed,
) -> Result<Vec<u8>, PlaceError> {
    let copyist = place.copyist().await?;
    match copyist.bundle(state, ask.clone(), enclosed).await {
        Err(DeskError::Unfit(Unfit::HeadsBehind | Unfit::NotPublished(_))) => {}
        made => return Ok(made?),
    }
    let desk = place.desk(place.clock_of_last(state)?).await?;
    let bytes = desk.make_bundle(ask, enclosed).await?;
    finish(desk, false).await?;
    Ok(bytes)
}

/// What the words ask for; what the register does not have is not found.
fn ask(words: &Words, state: &State, args: &Make) -> Result<Ask, Failure> {
    if let Some(id) = &args.treaty {
        let treaty = question::treaty(words, &state.register, id)?;
        let party = args.participant.as_deref();
        let party = party.map(|code| question::participant(words, &state.register, code));
        return Ok(Ask::Status {
            treaty: state.register.treaty(treaty).id.clone(),
            participant: party
                .transpose()?
                .map(|party| state.register.participant(party).id.clone()),
            at: args.at,
            known: args.known,
        });
    }
    let seq = args.entry.unwrap_or_default();
    if state.size() <= seq {
        let sentence = say!(words, "desk-no-such-entry", seq = seq);
        return Err(Failure::new(Kind::NotFound, sentence));
    }
    let Some(digest) = &args.document else {
        return Ok(Ask::Act { seq });
    };
    let no_digest = || {
        let sentence = say!(words, "bundle-no-digest", digest = digest);
        Failure::new(Kind::Usage, sentence)
    };
    let digest = Digest::from_cited(digest).map_err(|_| no_digest())?;
    Ok(Ask::Document { seq, digest })
}

/// Writes a file that is not there yet.
pub fn place_new(path: &Path, bytes: &[u8]) -> Result<(), PlaceError> {
    let opened = OpenOptions::new().write(true).create_new(true).open(path);
    let mut file = opened.map_err(|error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => PlaceError::Taken(path.to_owned()),
        _ => PlaceError::Io(path.to_owned(), error),
    })?;
    file.write_all(bytes)
        .and_then(|()| file.sync_all())
        .map_err(io_at(path))
}
