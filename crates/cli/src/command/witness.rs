//! `sponsio witness`: a witness of other people's logs.

use alloc::sync::Arc;
use core::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Subcommand};

use sponsio_depositary::world::{SystemChance, SystemClock};
use sponsio_ledger::note::VerifierKey;
use sponsio_web::{Witness, key};

use crate::args::Shared;
use crate::command::network;
use crate::failure::Failure;
use crate::print::Console;
use crate::wording::Words;

/// What can be done as a witness.
#[derive(Debug, Subcommand)]
#[command(after_help = "Examples:\n  \
    sponsio witness key witness.key --name witness.example/w\n  \
    sponsio witness serve --key witness.key --policy policy --state seen --listen 127.0.0.1:8081")]
pub enum WitnessCommand {
    /// Make a key, and print its public half
    Key(KeyArgs),
    /// Cosign checkpoints that continue what was seen, until it is stopped
    Serve(ServeArgs),
}

/// Arguments of `sponsio witness key` and `sponsio mirror key`.
#[derive(Debug, Args)]
pub struct KeyArgs {
    /// File to write; it must not be there
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Name to sign under, as host/path; a witness and a mirror need names of their own
    #[arg(long)]
    pub name: String,
}

/// Arguments of a witness or mirror that serves.
#[derive(Debug, Args)]
pub struct ServeArgs {
    /// File of the key
    #[arg(long, value_name = "FILE")]
    pub key: PathBuf,
    /// Key of a log to accept, as name+id+base64
    #[arg(long = "log", value_name = "VKEY")]
    pub logs: Vec<VerifierKey>,
    /// Policy whose logs to accept
    #[arg(long, value_name = "FILE")]
    pub policy: Option<PathBuf>,
    /// Folder for what must not be forgotten
    #[arg(long, value_name = "DIR")]
    pub state: PathBuf,
    /// Address to listen on; port 0 takes any that is free
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:0")]
    pub listen: SocketAddr,
}

/// Runs a command of a witness.
pub fn run(
    command: &WitnessCommand,
    shared: &Shared,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    match command {
        WitnessCommand::Key(args) => make_key(args, console),
        WitnessCommand::Serve(args) => serve(args, shared, console),
    }
}

/// Makes a key and prints its public half.
pub(crate) fn make_key(args: &KeyArgs, console: &mut Console<'_>) -> Result<(), Failure> {
    let key = key::make(&args.name, &args.file, &SystemChance).map_err(network::failure)?;
    Ok(writeln!(console.out, "{}", key.verifier())?)
}

fn serve(args: &ServeArgs, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let logs = network::logs(&args.logs, args.policy.as_deref(), &words)?;
    let key = key::load(&args.key).map_err(network::failure)?;
    let clock = Arc::new(SystemClock::new());
    let witness = Witness::open(key, &logs, &args.state, clock).map_err(network::failure)?;
    let router = Arc::new(witness).router();
    network::wait(network::serve(router, args.listen, &words, console))
}
