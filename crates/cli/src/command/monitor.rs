//! `sponsio monitor`: logs followed from outside.

use alloc::sync::Arc;
use std::path::PathBuf;

use clap::Args;

use sponsio_depositary::fetch::{Address, Fetcher};
use sponsio_depositary::world::SystemClock;
use sponsio_web::{Monitor, Round};

use crate::args::Shared;
use crate::command::network;
use crate::failure::{Failure, Kind};
use crate::print::Console;
use crate::wording::{Words, say};

/// Arguments of `sponsio monitor`.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  \
    sponsio monitor https://log.example https://witness.example --policy policy --state seen --once\n\n\
    Exit code 3 where a log is not what it says; the evidence is kept in the state folder.")]
pub struct MonitorArgs {
    /// Addresses: of the log first, then of mirrors and witnesses that saw it
    #[arg(value_name = "URL", required = true, value_parser = network::address)]
    pub urls: Vec<Address>,
    /// Policy with the keys of the logs and of who cosigns them
    #[arg(long, value_name = "FILE")]
    pub policy: PathBuf,
    /// Folder for what was seen, and for evidence
    #[arg(long, value_name = "DIR")]
    pub state: PathBuf,
    /// Look once and end
    #[arg(long)]
    pub once: bool,
    /// Seconds between two looks
    #[arg(long, value_name = "SECONDS", default_value_t = 60, value_parser = clap::value_parser!(u64).range(1..))]
    pub every: u64,
    /// Hours without a fresh cosignature after which a log counts as frozen
    #[arg(long, value_name = "HOURS", default_value_t = 24, value_parser = clap::value_parser!(u32).range(1..))]
    pub age: u32,
}

/// Follows the logs.
pub fn run(args: &MonitorArgs, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    network::wait(watch(args, &words, console))
}

async fn watch(
    args: &MonitorArgs,
    words: &Words,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let policy = network::policy(&args.policy, words)?;
    let (views, age) = (args.urls.clone(), i64::from(args.age) * 3_600);
    let clock = Arc::new(SystemClock::new());
    let monitor = Monitor::open(policy, Fetcher::default(), views, &args.state, age, clock).await;
    let mut monitor = monitor.map_err(network::failure)?;
    let mut stop = core::pin::pin!(network::stop()?);
    let mut findings = 0;
    loop {
        let round = monitor.look().await.map_err(network::failure)?;
        print(&round, words, console)?;
        findings += round.findings.len();
        if args.once || !network::next_round(args.every, stop.as_mut()).await {
            break;
        }
    }
    if findings == 0 {
        return Ok(());
    }
    Err(Failure::new(
        Kind::NotVerified,
        say!(words, "network-findings", count = findings),
    ))
}

fn print(round: &Round, words: &Words, console: &mut Console<'_>) -> Result<(), Failure> {
    for (origin, size) in &round.held {
        let line = say!(words, "network-verified", origin = origin, size = *size);
        writeln!(console.out, "{line}")?;
    }
    console.out.flush()?;
    for warning in &round.warnings {
        let what = warning.to_string();
        writeln!(
            console.err,
            "{}",
            say!(words, "network-warning", what = what)
        )?;
    }
    for finding in &round.findings {
        let what = format!("{}: {}: {}", finding.kind, finding.origin, finding.says);
        writeln!(
            console.err,
            "{}",
            say!(words, "network-finding", what = what)
        )?;
        if let Some(place) = &finding.evidence {
            let place = place.display().to_string();
            writeln!(
                console.err,
                "  {}",
                say!(words, "network-evidence", place = place)
            )?;
        }
    }
    Ok(())
}
