//! The ledger's targets of speed (`ledger.md` section 13) as ratios to what the same machine does in
//! the same run: syncs of a file, bare commits of SQLite, bare hashing. It prints a table.
//!
//! It takes `SPONSIO_BENCH_ENTRIES` (how many entries the large log has; 1,000,000 if not given) and
//! `SPONSIO_BENCH_FOLDER` (where the files lie; a temporary folder if not given).

extern crate alloc;

use alloc::borrow::Cow;
use alloc::sync::Arc;
use core::error::Error;
use core::time::Duration;
use rusqlite::Connection;
use sponsio_depositary::store::{Document, Settings, Sqlite};
use sponsio_depositary::world::{Clock as _, SystemChance, SystemClock};
use sponsio_depositary::{
    Depositary, FolderLock, FolderShelf, OpenRegister, Submission, World, cite,
};
use sponsio_law::filing::{Filing, Matter};
use sponsio_law::party::{Participant, ParticipantKind};
use sponsio_ledger::audit::{Files, audit};
use sponsio_ledger::note::{Note, SigningKey};
use sponsio_ledger::policy::Policy;
use sponsio_ledger::proof::Proof;
use sponsio_ledger::receipt::Receipt;
use sponsio_ledger::tree::{Leaves, Tree, inclusion, leaf_hash};
use sponsio_record::{ActId, Digest, ParticipantId};
use std::env;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use tokio::runtime::Builder;

type Outcome<T> = Result<T, Box<dyn Error>>;

const ORIGIN: &str = "bench.example/exercise";
const SECRET: [u8; 32] = [5; 32];

/// How long each way of recording is measured.
const SPAN: Duration = Duration::from_secs(4);

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
    let folder = match env::var_os("SPONSIO_BENCH_FOLDER") {
        Some(folder) => tempfile::tempdir_in(folder)?,
        None => tempfile::tempdir()?,
    };
    let runtime = Builder::new_multi_thread().enable_time().build()?;
    runtime.block_on(measure(folder.path(), entries))
}

fn number(name: &str) -> Option<u64> {
    env::var_os(name)?.to_str()?.parse().ok()
}

async fn measure(folder: &Path, entries: u64) -> Outcome<()> {
    let mut table = Table::default();
    let syncs = syncs(&folder.join("syncs"))?;
    let commits = commits(&folder.join("commits.sqlite"))?;
    table.say(
        "fdatasync of 4 KiB",
        &format!("{:.0}/s, p99 {:?}", syncs.rate, syncs.p99),
    );
    table.say(
        "bare SQLite commits (WAL, FULL)",
        &format!("{:.0}/s", commits.rate),
    );

    let office = Office(folder.join("register"));
    let desk = office.desk().await?;
    let one = record(&desk, 1, "ONE").await?;
    let lesser = (0.8 * syncs.rate).min(0.8 * commits.rate);
    table.target("one client", one.rate, lesser, "acts/s");
    let many = record(&desk, 256, "MANY").await?;
    let lesser = (50.0 * syncs.rate).min(20_000.0);
    table.target("256 clients", many.rate, lesser, "acts/s");
    let most = 4.0 * syncs.p99.as_secs_f64() * 1_000.0 + 5.0;
    table.limit(
        "p99 acknowledgement, one client",
        one.p99.as_secs_f64() * 1_000.0,
        most,
        "ms",
    );
    table.say(
        "p99 acknowledgement, 256 clients",
        &format!("{:?}", many.p99),
    );

    grow(&desk, entries).await?;
    let size = desk.state().size();
    desk.published(size).await?;
    table.say(
        "entries",
        &format!("{size}, resident {} MiB with the desk open", resident()?),
    );
    desk.close().await?;

    let clock = SystemClock::new();
    let desk = office.desk().await?;
    let started = clock.monotonic().as_secs_f64();
    let millions = f64::from(u32::try_from(size)?) / 1e6;
    table.limit("start", started, 5.0 * millions.max(0.2), "s");
    table.say("resident after the start", &format!("{} MiB", resident()?));
    desk.close().await?;
    verify(&office, &mut table).await
}

#[derive(Default)]
struct Table(bool);

impl Table {
    fn say(&mut self, what: &str, figure: &str) {
        if !core::mem::replace(&mut self.0, true) {
            drop(writeln!(
                io::stdout(),
                "{:<36} {:>16}  target",
                "what",
                "figure"
            ));
        }
        drop(writeln!(io::stdout(), "{what:<36} {figure:>16}"));
    }

    fn target(&mut self, what: &str, found: f64, least: f64, unit: &str) {
        let met = if found >= least { "met" } else { "MISSED" };
        self.say(
            what,
            &format!("{found:.0} {unit}  at least {least:.0}: {met}"),
        );
    }

    fn limit(&mut self, what: &str, found: f64, most: f64, unit: &str) {
        let met = if found <= most { "met" } else { "MISSED" };
        self.say(
            what,
            &format!("{found:.3} {unit}  at most {most:.3}: {met}"),
        );
    }
}

struct Pace {
    rate: f64,
    p99: Duration,
}

impl Pace {
    fn of(mut times: Vec<Duration>, span: Duration) -> Self {
        times.sort_unstable();
        let place = times.len() * 99 / 100;
        let count = u32::try_from(times.len()).unwrap_or(u32::MAX);
        Self {
            rate: f64::from(count) / span.as_secs_f64(),
            p99: times.get(place).copied().unwrap_or_default(),
        }
    }
}

/// Does something again and again for the span.
fn repeat(mut work: impl FnMut() -> Outcome<()>) -> Outcome<Pace> {
    let clock = SystemClock::new();
    let mut times = Vec::new();
    while clock.monotonic() < SPAN {
        let before = clock.monotonic();
        work()?;
        times.push(clock.monotonic().saturating_sub(before));
    }
    Ok(Pace::of(times, clock.monotonic()))
}

fn syncs(path: &Path) -> Outcome<Pace> {
    let mut file = File::create(path)?;
    repeat(|| {
        file.write_all(&[7; 4_096])?;
        Ok(file.sync_data()?)
    })
}

fn commits(path: &Path) -> Outcome<Pace> {
    let connection = Connection::open(path)?;
    connection.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE entry (bytes BLOB);",
    )?;
    let mut insert = connection.prepare("INSERT INTO entry (bytes) VALUES (?1)")?;
    repeat(|| {
        insert.execute([vec![7_u8; 600]])?;
        Ok(())
    })
}

struct Office(PathBuf);

impl Office {
    async fn desk(&self) -> Outcome<Depositary> {
        fs::create_dir_all(&self.0)?;
        let store = Sqlite::open(&self.0.join("register.sqlite"), &Settings::default())?;
        let store = Arc::new(store);
        let world = World {
            drawer: Arc::clone(&store) as _,
            outbox: Arc::clone(&store) as _,
            store,
            shelf: Arc::new(FolderShelf::open(&self.0.join("log"))?),
            lock: Arc::new(FolderLock::open(&self.0.join("lock"))?),
            clock: Arc::new(SystemClock::new()),
            chance: Arc::new(SystemChance),
        };
        let desk = Depositary::open(ORIGIN, &SECRET, world).await?;
        if desk.state().size() == 0 {
            desk.open_register(OpenRegister {
                title: "Bench".to_owned(),
                zone: "UTC".to_owned(),
                recovery: None,
                exercise: true,
            })
            .await?;
        }
        Ok(desk)
    }
}

/// An act of this name that the law has no objection to: a participant enters, with a letter.
fn act(name: &str, desk: &Depositary) -> Outcome<Submission> {
    let mut id = [0; 16];
    id.copy_from_slice(&Digest::of(name.as_bytes()).as_bytes()[..16]);
    let letter = Document::of("text/plain", b"The instrument itself.".to_vec());
    let filing = Filing {
        id: ActId::from_bytes(id),
        matter: Matter::Participant(Participant {
            id: ParticipantId::new(name)?,
            name: format!("Participant {name}"),
            kind: ParticipantKind::Institution,
        }),
        documents: vec![cite(&letter, Some("en"))],
    };
    let reached = desk.state().last_recorded().ok_or("the register is open")?;
    Ok(Submission::of_office(&filing, vec![letter], reached)?)
}

/// Has so many clients record for the span, each waiting for its answer.
async fn record(desk: &Depositary, clients: usize, prefix: &'static str) -> Outcome<Pace> {
    let clock = SystemClock::new();
    let clients: Vec<_> = (0..clients)
        .map(|client| {
            let desk = desk.clone();
            tokio::spawn(async move {
                let mut times = Vec::new();
                while clock.monotonic() < SPAN {
                    let name = format!("{prefix}-{client}-{}", times.len());
                    let submission = act(&name, &desk).map_err(|why| why.to_string())?;
                    let before = clock.monotonic();
                    let answer = desk.record(submission).await;
                    answer.map_err(|why| why.to_string())?;
                    times.push(clock.monotonic().saturating_sub(before));
                }
                Ok::<_, String>(times)
            })
        })
        .collect();
    let mut times = Vec::new();
    for client in clients {
        times.append(&mut client.await??);
    }
    Ok(Pace::of(times, clock.monotonic()))
}

/// Records until the log has so many entries.
async fn grow(desk: &Depositary, entries: u64) -> Outcome<()> {
    while desk.state().size() < entries {
        let from = desk.state().size();
        let answers: Result<Vec<_>, _> = (from..entries.min(from + 4_000))
            .map(|number| Ok::<_, Box<dyn Error>>(desk.submit(act(&format!("G{number}"), desk)?)?))
            .collect();
        for answer in answers? {
            answer.answered().await?;
        }
    }
    Ok(())
}

/// A log in its folder.
struct Folder(PathBuf);

impl Files for Folder {
    fn file(&self, path: &str) -> Option<Cow<'_, [u8]>> {
        fs::read(self.0.join(path)).ok().map(Cow::Owned)
    }

    fn list(&self) -> Vec<String> {
        Vec::new()
    }
}

async fn verify(office: &Office, table: &mut Table) -> Outcome<()> {
    let key = SigningKey::log(ORIGIN, &SECRET)?;
    let policy = Policy::of_log(key.verifier().clone());
    let store = Sqlite::open(&office.0.join("register.sqlite"), &Settings::default())?;
    let store: &dyn sponsio_depositary::store::Store = &store;
    store.open_log(ORIGIN).await?;
    let entries = store.entries(0, usize::MAX).await?;
    store.close().await?;

    let clock = SystemClock::new();
    let mut last = Digest::of(b"");
    for entry in &entries {
        last = Digest::of(entry);
    }
    core::hint::black_box(last);
    let bare = clock.monotonic().as_secs_f64();
    let clock = SystemClock::new();
    let mut tree = Tree::new();
    for entry in &entries {
        tree.append(leaf_hash(entry));
    }
    core::hint::black_box(tree.root());
    let hashed = clock.monotonic().as_secs_f64();
    table.say("bare SHA-256 of the entries", &format!("{bare:.3} s"));
    table.limit("hash verification of the entries", hashed, 2.0 * bare, "s");

    let clock = SystemClock::new();
    let audited = audit(&Folder(office.0.join("log")), &policy);
    if audited.verdict.verified().is_none() {
        return Err("the log of the bench is not verified".into());
    }
    let whole = clock.monotonic().as_secs_f64();
    table.say(
        "full audit: form, order, every tile",
        &format!("{whole:.3} s"),
    );

    let leaves: Vec<_> = entries.iter().map(|entry| leaf_hash(entry)).collect();
    let size = leaves.len() as u64;
    let note = fs::read(office.0.join("log/checkpoint"))?;
    let index = size / 3;
    let receipt = Receipt {
        entry: entries[usize::try_from(index)?].clone(),
        proof: Proof {
            index,
            path: inclusion(&Leaves(&leaves), index, size).ok_or("a path")?,
            extra: None,
            note: Note::parse(&note).map_err(|fault| fault.to_string())?,
        },
    };
    let clock = SystemClock::new();
    let rounds = 200;
    for _ in 0..rounds {
        if receipt.verify(&policy).verified().is_none() {
            return Err("the receipt of the bench is not verified".into());
        }
    }
    let each = clock.monotonic().as_secs_f64() * 1_000.0 / f64::from(rounds);
    table.limit("one receipt", each, 1.0, "ms");
    Ok(())
}

/// Returns the resident memory of this process in MiB, as Linux says it.
fn resident() -> Outcome<u64> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let number = line.and_then(|line| line.split_whitespace().next());
    Ok(number
        .ok_or("Linux says how much memory is resident")?
        .parse::<u64>()?
        / 1_024)
}
