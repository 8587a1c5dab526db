//! The ledger's targets of speed (`ledger.md` section 13), each beside what the same machine does in
//! the same run: syncs as `fio` makes them, bare commits of SQLite, bare hashing, a foreign verifier,
//! copying of files. Peer and ours take turns in rounds; the table shows medians.
//!
//! It takes `SPONSIO_BENCH_ENTRIES` (how many entries the large log has; 1,000,000 if not given),
//! `SPONSIO_BENCH_FOLDER` (where the files lie; a temporary folder if not given), `SPONSIO_ROUNDS`,
//! and from `scripts/bench` the programs `SPONSIO_BENCH_SPONSIO` and `SPONSIO_BENCH_GO`.

extern crate alloc;

mod measure;

use core::error::Error;
use measure::office::{Office, Work};
use measure::table::{Pace, Table, median};
use measure::{check, peer, processes};
use mimalloc::MiMalloc;
use sponsio_depositary::world::{Clock as _, SystemClock};
use std::env;
use std::fs;
use std::path::Path;
use tokio::runtime::Builder;

/// As the program has it that is measured.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

type Outcome<T> = Result<T, Box<dyn Error>>;

/// How many entries a segment of the snapshot has.
const SEGMENT: u64 = 16_384;

/// How many entries the log has that is verified beside the foreign verifier (section 13).
const BESIDE: u64 = 70_000;

fn main() -> Outcome<()> {
    let words: Vec<_> = env::args().skip(1).collect();
    let mut names = words
        .iter()
        .filter(|word| !word.starts_with('-'))
        .peekable();
    if names.peek().is_some() && !names.any(|name| "ledger".contains(name.as_str())) {
        return Ok(());
    }
    // `cargo test --benches` only asks whether it runs.
    let whole = words.iter().any(|word| word == "--bench");
    let entries = if whole { 1_000_000 } else { 2_000 };
    let entries = number("SPONSIO_BENCH_ENTRIES").unwrap_or(entries);
    let rounds = number("SPONSIO_ROUNDS").unwrap_or(if whole { 5 } else { 1 });
    let folder = match env::var_os("SPONSIO_BENCH_FOLDER") {
        Some(folder) => tempfile::tempdir_in(folder)?,
        None => tempfile::tempdir()?,
    };
    let runtime = Builder::new_multi_thread().enable_time().build()?;
    let mut table = Table::new();
    table.load("at the beginning")?;
    runtime.block_on(record(folder.path(), rounds, entries, &mut table))?;
    runtime.block_on(beside(folder.path(), rounds, entries, &mut table))?;
    table.load("at the end")
}

fn number(name: &str) -> Option<u64> {
    env::var_os(name)?.to_str()?.parse().ok()
}

/// What is measured of one way of working in every round.
#[derive(Default)]
struct Rounds {
    rates: Vec<f64>,
    p99s: Vec<f64>,
}

impl Rounds {
    fn take(&mut self, pace: &Pace) {
        self.rates.push(pace.rate);
        self.p99s.push(pace.p99.as_secs_f64() * 1_000.0);
    }

    fn rate(&self) -> f64 {
        median(&self.rates)
    }

    fn say(&self, what: &str, table: &mut Table) {
        let all: Vec<String> = self.rates.iter().map(|rate| format!("{rate:.0}")).collect();
        let p99 = median(&self.p99s);
        let figure = format!("{:.0}/s, p99 {p99:.2} ms", self.rate());
        table.say(what, &format!("{figure}  (rounds: {})", all.join(", ")));
    }
}

/// Recording, one client and many, beside syncs and commits; then the large log and its start.
async fn record(folder: &Path, rounds: u64, entries: u64, table: &mut Table) -> Outcome<()> {
    let office = Office::at(&folder.join("register"));
    let work = Work::for_entries(entries);
    let desk = office.desk().await?;
    work.set_up(&desk).await?;
    let mut commits = peer::Commits::open(&folder.join("commits.sqlite"))?;
    let [mut syncing, mut committing, mut one, mut many] = [(); 4].map(|()| Rounds::default());
    for _ in 0..rounds {
        syncing.take(&peer::syncs(folder)?);
        committing.take(&commits.measure()?);
        one.take(&work.record(&desk, 1).await?);
        desk.published(desk.state().size()).await?;
        many.take(&work.record(&desk, 256).await?);
        desk.published(desk.state().size()).await?;
    }
    syncing.say(peer::how(), table);
    committing.say("bare SQLite commits (WAL, FULL)", table);
    one.say("one client", table);
    many.say("256 clients", table);
    let lesser = (0.8 * syncing.rate()).min(0.8 * committing.rate());
    table.target("one client", one.rate(), lesser, "acts/s");
    let lesser = (50.0 * syncing.rate()).min(20_000.0);
    table.target("256 clients", many.rate(), lesser, "acts/s");
    let most = 4.0 * median(&syncing.p99s) + 5.0;
    let p99 = median(&one.p99s);
    table.limit("p99 acknowledgement, one client", p99, most, "ms");

    let clock = SystemClock::new();
    let before = desk.state().size();
    work.grow(&desk, entries).await?;
    let grown = desk.state().size();
    if grown > before {
        let rate = f64::from(u32::try_from(grown - before)?) / clock.monotonic().as_secs_f64();
        table.say("recorded in bulk", &format!("{rate:.0} acts/s"));
    }
    desk.published(grown).await?;
    let resident = measure::resident()?;
    let open = format!("{grown}, resident {resident} MiB with the desk open");
    table.say("entries", &open);
    let clock = SystemClock::new();
    let kept = desk.in_snapshot(grown - grown % SEGMENT).await?;
    let seconds = clock.monotonic().as_secs_f64();
    table.say(
        "snapshot",
        &format!("{kept} entries, made in {seconds:.1} s"),
    );
    desk.close().await?;

    let millions = f64::from(u32::try_from(grown)?) / 1e6;
    let quick = starts(&office, &work, rounds).await?;
    table.limit("start", quick, 5.0 * millions.max(0.2), "s");
    fs::remove_dir_all(office.snapshot())?;
    let slow = starts(&office, &work, 1).await?;
    table.say("start without a snapshot", &format!("{slow:.2} s"));
    check::hashes_and_receipt(&office, rounds, table).await?;
    drop(commits);
    Ok(fs::remove_dir_all(folder.join("register"))?)
}

/// Starts a desk some times; returns the seconds until its first act is acknowledged.
async fn starts(office: &Office, work: &Work, rounds: u64) -> Outcome<f64> {
    let mut starts = Vec::new();
    for _ in 0..rounds.min(3) {
        let clock = SystemClock::new();
        let desk = office.desk().await?;
        work.grow(&desk, desk.state().size() + 1).await?;
        starts.push(clock.monotonic().as_secs_f64());
        desk.close().await?;
    }
    Ok(median(&starts))
}

/// A log of middling size, verified beside a foreign verifier and mirrored beside `cp`.
async fn beside(folder: &Path, rounds: u64, entries: u64, table: &mut Table) -> Outcome<()> {
    let office = Office::at(&folder.join("beside"));
    let size = BESIDE.min(entries);
    let work = Work::for_entries(size);
    let desk = office.desk().await?;
    work.set_up(&desk).await?;
    work.grow(&desk, size).await?;
    desk.published(desk.state().size()).await?;
    desk.close().await?;
    check::audit_in_process(&office, rounds, table)?;
    processes::verify_beside(&office, folder, rounds, table)?;
    processes::mirror_beside(&office, folder, rounds, table)
}
