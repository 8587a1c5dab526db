//! What a database survives that is opened by processes of their own: `kill -9` at random instants,
//! and two processes on one file. A kill does not test the disk: the page cache survives it.
//!
//! The program starts itself again as the writer that is killed.

use core::time::Duration;
use libtest_mimic::{Arguments, Failed, Trial};
use sponsio_depositary::store::conformance::{ORIGIN, batch, chain, entry};
use sponsio_depositary::store::{Drawer as _, Head, Outbox as _, Settings, Sqlite, Store as _};
use sponsio_depositary::world::{Chance as _, SystemChance};
use sponsio_record::Digest;
use std::env;
use std::ffi::OsString;
use std::io::{self, BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, Command, ExitCode, Stdio};
use std::thread;
use tokio::runtime::{Builder, Runtime};

/// Under this name the writer finds the database; only a process that is a writer has it.
const WRITER: &str = "SPONSIO_TEST_WRITER";
/// How often a writer is killed, if not the 25 times of the short form.
const KILLS: &str = "SPONSIO_KILLS";

fn main() -> ExitCode {
    if let Some(database) = env::var_os(WRITER) {
        write_until_killed(Path::new(&database));
        return ExitCode::FAILURE;
    }
    let trials = vec![
        Trial::test("killed_at_random_instants", killed_at_random_instants),
        Trial::test("a_second_process_is_refused", a_second_process_is_refused),
        Trial::test("a_second_process_takes_over", a_second_process_takes_over),
    ];
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}

/// Appends batches and, after each, says how many entries are there for good.
fn write_until_killed(database: &Path) {
    let patient = Settings {
        patience: Duration::from_secs(20),
        ..Settings::default()
    };
    let mut out = io::stdout();
    let store = match Sqlite::open(database, &patient) {
        Ok(store) => store,
        Err(error) => {
            writeln!(out, "refused {error}").expect("the parent listens");
            return;
        }
    };
    runtime().block_on(async {
        let mut head = store.open_log(ORIGIN).await.expect("the log opens");
        loop {
            let next = batch(&head, 1 + head.size % 7, "kill");
            let after = next.head.clone();
            let written = store.append(head.position(), next).await;
            written.expect("a batch is written");
            writeln!(out, "acknowledged {}", after.size).expect("the parent listens");
            out.flush().expect("the parent listens");
            head = after;
        }
    });
}

fn runtime() -> Runtime {
    Builder::new_current_thread()
        .build()
        .expect("a runtime starts")
}

fn writer(database: &Path) -> io::Result<Child> {
    Command::new(env::current_exe()?)
        .env(WRITER, database)
        .stdout(Stdio::piped())
        .spawn()
}

/// Kills a writer after this time and returns the last size that it acknowledged.
fn killed_after(database: &Path, wait: Duration) -> io::Result<Option<u64>> {
    let mut child = writer(database)?;
    let sizes = acknowledgements(&mut child);
    let listener = thread::spawn(move || sizes.last());
    thread::sleep(wait);
    child.kill()?;
    child.wait()?;
    Ok(listener.join().expect("the listener ends"))
}

fn kills() -> u64 {
    let asked = env::var_os(KILLS);
    let number = |asked: OsString| asked.to_str()?.parse().ok();
    asked.and_then(number).unwrap_or(25)
}

fn killed_at_random_instants() -> Result<(), Failed> {
    let folder = tempfile::tempdir()?;
    let database = folder.path().join("register.sqlite");
    let mut acknowledged = 0;
    let mut beyond = 0;
    for round in 0..kills() {
        let mut chance = [0; 2];
        SystemChance.fill(&mut chance)?;
        let wait = Duration::from_micros(u64::from(u16::from_be_bytes(chance)) * 3);
        let last = killed_after(&database, wait)?;
        acknowledged = last.unwrap_or(acknowledged).max(acknowledged);
        let size = examine(&database, acknowledged)
            .map_err(|why| format!("kill {round} after {wait:?}: {why}"))?;
        // Written and not yet acknowledged: allowed, and from now on as good as acknowledged.
        beyond += u64::from(size > acknowledged);
        acknowledged = size;
    }
    if acknowledged == 0 {
        return Err("no writer lived long enough to write".into());
    }
    writeln!(
        io::stderr(),
        "{} kills, {acknowledged} entries, {beyond} times more written than acknowledged",
        kills()
    )?;
    Ok(())
}

/// Opens what the killed writer left and returns how many whole entries it holds.
fn examine(database: &Path, acknowledged: u64) -> Result<u64, String> {
    let store = Sqlite::open(database, &Settings::default()).map_err(|error| error.to_string())?;
    runtime().block_on(async {
        let said = |error: sponsio_depositary::store::StoreError| error.to_string();
        let head = store.open_log(ORIGIN).await.map_err(said)?;
        if head.size < acknowledged {
            return Err(format!("{acknowledged} acknowledged, {} left", head.size));
        }
        let found = store.entries(0, usize::MAX).await.map_err(said)?;
        if found.len() as u64 != head.size {
            return Err(format!(
                "{} entries, the head says {}",
                found.len(),
                head.size
            ));
        }
        let mut root = Head::empty().root;
        for (seq, bytes) in (0..).zip(&found) {
            let wanted = entry(seq, "kill");
            if *bytes != wanted.bytes {
                return Err(format!("entry {seq} is not what was appended"));
            }
            let place = store.find_act(&wanted.act).await.map_err(said)?;
            if place != Some((seq, wanted.act_digest)) {
                return Err(format!("the act of entry {seq} is at {place:?}"));
            }
            let text = Digest::of(format!("document {seq} kill").as_bytes());
            if store.document(&text).await.map_err(said)?.is_none() {
                return Err(format!("entry {seq} lost its document"));
            }
            root = chain(&root, bytes);
        }
        if root != head.root {
            return Err("the root is not that of the entries".to_owned());
        }
        let envelopes = store.list().await.map_err(said)?.len() as u64;
        let letters = store.take(usize::MAX).await.map_err(said)?.len() as u64;
        if (envelopes, letters) != (head.size, head.size) {
            return Err(format!(
                "{envelopes} envelopes, {letters} letters, {} entries",
                head.size
            ));
        }
        Ok(head.size)
    })
}

fn a_second_process_is_refused() -> Result<(), Failed> {
    let folder = tempfile::tempdir()?;
    let database = folder.path().join("register.sqlite");
    let mut child = writer(&database)?;
    let mut sizes = acknowledgements(&mut child);
    sizes.next().ok_or("the first process writes")?;
    let refused = Sqlite::open(&database, &Settings::default());
    let number = child.id();
    child.kill()?;
    child.wait()?;
    match refused {
        Ok(_) => Err("two processes have the database open".into()),
        Err(error)
            if error
                .to_string()
                .contains(&format!("held by process {number}")) =>
        {
            Ok(())
        }
        Err(error) => Err(format!("the holder is process {number}, not: {error}").into()),
    }
}

fn a_second_process_takes_over() -> Result<(), Failed> {
    let folder = tempfile::tempdir()?;
    let database = folder.path().join("register.sqlite");
    let mut first = writer(&database)?;
    let mut of_first = acknowledgements(&mut first);
    of_first.next().ok_or("the first one writes")?;
    let mut second = writer(&database)?;
    let mut of_second = acknowledgements(&mut second);
    // Long enough for the second one to start and find the first one there.
    thread::sleep(Duration::from_millis(200));
    first.kill()?;
    first.wait()?;
    let last = of_first.last().ok_or("the first one goes on writing")?;
    let next = of_second.next().ok_or("the second one takes over")?;
    second.kill()?;
    second.wait()?;
    if next <= last {
        return Err(format!("the second one begins with {next} after {last}").into());
    }
    examine(&database, next)?;
    Ok(())
}

/// Returns the sizes that a writer acknowledges, as it does so.
fn acknowledgements(child: &mut Child) -> impl Iterator<Item = u64> + Send + 'static {
    let output = child.stdout.take().expect("the output is a pipe");
    // A line is one write to the pipe: none arrives in halves.
    let lines = BufReader::new(output).split(b'\n').map_while(Result::ok);
    lines.filter_map(|line| {
        let line = str::from_utf8(&line).ok()?;
        line.strip_prefix("acknowledged ")?.parse().ok()
    })
}
