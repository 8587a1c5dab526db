//! The peers of recording: what the disk and SQLite do by themselves.

use crate::Outcome;
use crate::measure::SPAN;
use crate::measure::table::Pace;
use core::time::Duration;
use rusqlite::Connection;
use sponsio_depositary::world::{Clock as _, SystemClock};
use std::fs::{self, File};
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// Whether `fio` was there, once that is known.
static WITH_FIO: OnceLock<bool> = OnceLock::new();

/// Says how syncs were measured.
pub(crate) fn how() -> &'static str {
    if WITH_FIO.get() == Some(&true) {
        "fdatasync of 4 KiB, by fio"
    } else {
        "fdatasync of 4 KiB, without fio"
    }
}

/// Measures synced writes of 4 KiB: by `fio`, the peer that the specification names, or where it is
/// not there by the same calls.
pub(crate) fn syncs(folder: &Path) -> Outcome<Pace> {
    let path = folder.join("syncs");
    let pace = match fio(&path)? {
        Some(pace) => pace,
        None => by_hand(&path)?,
    };
    WITH_FIO.get_or_init(|| false);
    fs::remove_file(path)?;
    Ok(pace)
}

fn fio(path: &Path) -> Outcome<Option<Pace>> {
    let ran = Command::new("fio")
        .args(["--name=syncs", "--rw=write", "--bs=4k", "--fdatasync=1"])
        .args(["--size=64m", "--time_based", "--output-format=terse"])
        .args(["--percentile_list=99"])
        .arg(format!("--runtime={}", SPAN.as_secs()))
        .arg(format!("--filename={}", path.display()))
        .output();
    let said = match ran {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error.into()),
        Ok(ran) => String::from_utf8(ran.stdout)?,
    };
    // Terse version 3: field 49 is the rate of writes; the time from the beginning of a write to
    // the beginning of the next holds its sync, which this format does not tell apart.
    let line = said.lines().find(|line| line.starts_with("3;"));
    let fields: Vec<_> = line.ok_or("fio says a line")?.split(';').collect();
    let rate: f64 = fields.get(48).ok_or("fio says a rate")?.parse()?;
    WITH_FIO.get_or_init(|| true);
    // Its percentiles are of the write without the sync: those of the sync are measured by hand.
    let p99 = by_hand(path)?.p99;
    Ok(Some(Pace { rate, p99 }))
}

fn by_hand(path: &Path) -> Outcome<Pace> {
    let mut file = File::create(path)?;
    repeat(|| {
        file.write_all(&[7; 4_096])?;
        Ok(file.sync_data()?)
    })
}

/// A bare database that takes one row a commit.
pub(crate) struct Commits {
    connection: Connection,
}

impl Commits {
    /// Opens it with the settings that the ledger has.
    pub(crate) fn open(path: &Path) -> Outcome<Self> {
        let path: PathBuf = path.to_owned();
        let connection = Connection::open(path)?;
        connection.execute_batch(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE entry (bytes BLOB);",
        )?;
        Ok(Self { connection })
    }

    /// Measures one round.
    pub(crate) fn measure(&mut self) -> Outcome<Pace> {
        let sql = "INSERT INTO entry (bytes) VALUES (?1)";
        let mut insert = self.connection.prepare(sql)?;
        repeat(|| {
            insert.execute([vec![7_u8; 600]])?;
            Ok(())
        })
    }
}

/// Does something again and again for the span.
fn repeat(mut work: impl FnMut() -> Outcome<()>) -> Outcome<Pace> {
    let clock = SystemClock::new();
    let mut times: Vec<Duration> = Vec::new();
    while clock.monotonic() < SPAN {
        let before = clock.monotonic();
        work()?;
        times.push(clock.monotonic().saturating_sub(before));
    }
    Ok(Pace::of(times, clock.monotonic()))
}
