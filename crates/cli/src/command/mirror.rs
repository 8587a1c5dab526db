//! `sponsio mirror`: a mirror of other people's logs.

use alloc::sync::Arc;
use std::path::PathBuf;

use clap::{Args, Subcommand};

use sponsio_depositary::fetch::{Address, Fetcher};
use sponsio_depositary::world::SystemClock;
use sponsio_web::{Mirror, Pulled, Puller, key};

use crate::args::Shared;
use crate::command::network;
use crate::command::witness::{KeyArgs, ServeArgs, make_key};
use crate::failure::{Failure, Kind};
use crate::print::Console;
use crate::wording::{Words, say};

/// What can be done as a mirror.
#[derive(Debug, Subcommand)]
#[command(after_help = "Examples:\n  \
    sponsio mirror key mirror.key --name mirror.example/m\n  \
    sponsio mirror serve --key mirror.key --policy policy --state held --listen 127.0.0.1:8082\n  \
    sponsio mirror pull https://log.example copy --policy policy --once")]
pub enum MirrorCommand {
    /// Make a key, and print its public half
    Key(KeyArgs),
    /// Hold what logs send, serve it and cosign it, until it is stopped
    Serve(ServeArgs),
    /// Fetch a log into a folder, verify all of it, and keep up with it
    Pull(Pull),
}

/// Arguments of `sponsio mirror pull`.
#[derive(Debug, Args)]
pub struct Pull {
    /// Address of the log
    #[arg(value_parser = network::address)]
    pub url: Address,
    /// Folder to fetch into; an earlier pull goes on there
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
    /// Policy with the key of the log
    #[arg(long, value_name = "FILE")]
    pub policy: PathBuf,
    /// Fetch once and end
    #[arg(long)]
    pub once: bool,
    /// Seconds between two fetches
    #[arg(long, value_name = "SECONDS", default_value_t = 60, value_parser = clap::value_parser!(u64).range(1..))]
    pub every: u64,
}

/// Runs a command of a mirror.
pub fn run(
    command: &MirrorCommand,
    shared: &Shared,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    match command {
        MirrorCommand::Key(args) => make_key(args, console),
        MirrorCommand::Serve(args) => network::wait(serve(args, &words, console)),
        MirrorCommand::Pull(args) => network::wait(pull(args, &words, console)),
    }
}

async fn serve(args: &ServeArgs, words: &Words, console: &mut Console<'_>) -> Result<(), Failure> {
    let logs = network::logs(&args.logs, args.policy.as_deref(), words)?;
    let key = key::load(&args.key).map_err(network::failure)?;
    let clock = Arc::new(SystemClock::new());
    let mirror = Mirror::open(key, &logs, &args.state, clock).await;
    let router = Arc::new(mirror.map_err(network::failure)?).router();
    network::serve(router, args.listen, words, console).await
}

async fn pull(args: &Pull, words: &Words, console: &mut Console<'_>) -> Result<(), Failure> {
    let policy = network::policy(&args.policy, words)?;
    let fetcher = Fetcher::default();
    let puller = Puller::open(fetcher, policy, args.url.clone(), &args.folder).await;
    let mut puller = puller.map_err(network::failure)?;
    let mut stop = core::pin::pin!(network::stop()?);
    loop {
        match puller.pull().await.map_err(network::failure) {
            Ok(outcome) => say_pulled(&outcome, words, console)?,
            // A log that is down may be up again; one that cannot be believed is told each time.
            Err(failure) if !args.once => writeln!(console.err, "{}", failure.sentence)?,
            Err(failure) => return Err(failure),
        }
        if args.once || !network::next_round(args.every, stop.as_mut()).await {
            return Ok(());
        }
    }
}

fn say_pulled(pulled: &Pulled, words: &Words, console: &mut Console<'_>) -> Result<(), Failure> {
    let sentence = match pulled {
        Pulled::Held { before, size } => {
            let line = say!(words, "network-held", before = *before, size = *size);
            writeln!(console.out, "{line}")?;
            return Ok(console.out.flush()?);
        }
        Pulled::Older { known, size } => {
            say!(words, "network-older", known = *known, size = *size)
        }
        Pulled::Forked { evidence } => {
            let place = evidence.as_ref().map(|path| path.display().to_string());
            say!(words, "network-forked", place = place.unwrap_or_default())
        }
    };
    Err(Failure::new(Kind::NotVerified, sentence))
}
