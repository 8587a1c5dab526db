//! Opening a database file: one process, a local disk, a sound SQLite, the settings of the ledger,
//! and the migrations that have not run yet.

use super::held::{self, Held};
use super::volume;
use crate::disk;
use core::time::Duration;
use rusqlite::{Connection, OpenFlags, TransactionBehavior};
use std::io;
use std::path::{Path, PathBuf};

/// The oldest SQLite that is used, as it numbers itself: 3.51.3. Those from 3.7.0 to 3.51.2 can lose
/// committed transactions when one connection writes while another one checkpoints.
const OLDEST: i32 = 3_051_003;

/// Marks a database as one of ours: "SPON" in ASCII.
const APPLICATION: i32 = 0x5350_4F4E;

/// The migrations, in order; the place of each, counted from one, is its number.
const MIGRATIONS: [&str; 2] = [
    include_str!("../../../migrations/sqlite/0001_ledger.sql"),
    include_str!("../../../migrations/sqlite/0002_entries_by_place.sql"),
];

/// How a database is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    /// How long to wait for another process to end before it is named in a refusal.
    pub patience: Duration,
    /// How many connections read.
    pub readers: usize,
}

impl Default for Settings {
    /// Returns settings for one server: no waiting, two readers.
    fn default() -> Self {
        Self {
            patience: Duration::ZERO,
            readers: 2,
        }
    }
}

/// Why a database was not opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// Another process has it open.
    #[error("{} is held by {}", .path.display(), held_by(*.pid))]
    Held {
        /// The lock file.
        path: PathBuf,
        /// The process that wrote its number into it.
        pid: Option<u32>,
    },
    /// It lies on a network file system.
    #[error("{} lies on a network file system ({kind}); a ledger needs a local disk", .path.display())]
    Network {
        /// The folder.
        path: PathBuf,
        /// What the operating system calls the file system.
        kind: String,
    },
    /// SQLite is too old to be trusted with committed transactions.
    #[error("SQLite {found} can lose committed transactions; 3.51.3 or later is needed")]
    OldSqlite {
        /// The version that is linked in.
        found: String,
    },
    /// The file is a database of something else.
    #[error("{} is not a database of Sponsio", .path.display())]
    Foreign {
        /// The file.
        path: PathBuf,
    },
    /// A later Sponsio wrote it.
    #[error("{} has form {found}; this Sponsio knows forms up to {known}", .path.display())]
    Newer {
        /// The file.
        path: PathBuf,
        /// The number of the last migration that ran on it.
        found: usize,
        /// The number of the last migration that is known here.
        known: usize,
    },
    /// A file could not be used.
    #[error("{}: {source}", .path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// SQLite refused.
    #[error("{}: {source}", .path.display())]
    Database {
        /// The file.
        path: PathBuf,
        /// Why.
        source: rusqlite::Error,
    },
}

fn held_by(pid: Option<u32>) -> String {
    pid.map_or_else(
        || "another process".to_owned(),
        |pid| format!("process {pid}"),
    )
}

/// A database that this process alone has open.
pub(super) struct Opened {
    pub(super) held: Held,
    pub(super) writer: Connection,
    pub(super) readers: Vec<Connection>,
}

/// Opens a database, making it if there is none, and brings it to the newest form.
pub(super) fn open(path: &Path, settings: &Settings) -> Result<Opened, OpenError> {
    sound(rusqlite::version_number(), rusqlite::version())?;
    let folder = disk::folder_of(path);
    if let Some(kind) = volume::network(&folder) {
        return Err(OpenError::Network { path: folder, kind });
    }
    let held = held::take(&held::beside(path), settings.patience)?;
    let refused = |source| OpenError::Database {
        path: path.to_owned(),
        source,
    };
    let mut writer = writing(path).map_err(refused)?;
    let form = recognise(&writer, path)?;
    prepare(&writer, path)?;
    migrate(&mut writer, form).map_err(refused)?;
    disk::sync(&folder).map_err(|source| OpenError::Io {
        path: folder.clone(),
        source,
    })?;
    let readers = (0..settings.readers.max(1))
        .map(|_| reading(path).map_err(refused))
        .collect::<Result<_, _>>()?;
    Ok(Opened {
        held,
        writer,
        readers,
    })
}

/// Opens connections that can only read a database that is there, in a form that is known here.
pub(super) fn open_reading(path: &Path, settings: &Settings) -> Result<Vec<Connection>, OpenError> {
    sound(rusqlite::version_number(), rusqlite::version())?;
    let refused = |source| OpenError::Database {
        path: path.to_owned(),
        source,
    };
    let first = reading(path).map_err(refused)?;
    if recognise(&first, path)? == 0 {
        let path = path.to_owned();
        return Err(OpenError::Foreign { path });
    }
    let more = (1..settings.readers.max(1)).map(|_| reading(path).map_err(refused));
    core::iter::once(Ok(first)).chain(more).collect()
}

fn sound(number: i32, found: &str) -> Result<(), OpenError> {
    if number < OLDEST {
        let found = found.to_owned();
        return Err(OpenError::OldSqlite { found });
    }
    Ok(())
}

/// Returns the connection that writes and checkpoints; there is one.
fn writing(path: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_CREATE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    Connection::open_with_flags(path, flags)
}

/// Returns a connection that can only read.
pub(super) fn reading(path: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.execute_batch(include_str!("reader.sql"))?;
    Ok(connection)
}

/// Returns the number of the last migration that ran, before anything is changed in the file.
fn recognise(connection: &Connection, path: &Path) -> Result<usize, OpenError> {
    let number = |sql: &str| {
        let number = connection.query_row(sql, [], |row| row.get::<_, i64>(0));
        number.map_err(|source| OpenError::Database {
            path: path.to_owned(),
            source,
        })
    };
    let application = number("PRAGMA application_id")?;
    let version = number("PRAGMA user_version")?;
    let tables = number(include_str!("tables.sql"))?;
    let fresh = application == 0 && version == 0 && tables == 0;
    if application != i64::from(APPLICATION) && !fresh {
        let path = path.to_owned();
        return Err(OpenError::Foreign { path });
    }
    let form = usize::try_from(version).unwrap_or(usize::MAX);
    if form > MIGRATIONS.len() {
        return Err(OpenError::Newer {
            path: path.to_owned(),
            found: form,
            known: MIGRATIONS.len(),
        });
    }
    Ok(form)
}

/// Sets the connection as the ledger needs it and asks back what matters: a pragma that is refused
/// says nothing.
fn prepare(connection: &Connection, path: &Path) -> Result<(), OpenError> {
    let failed = |source| OpenError::Database {
        path: path.to_owned(),
        source,
    };
    connection
        .execute_batch(include_str!("writer.sql"))
        .map_err(failed)?;
    let mode: String = connection
        .pragma_query_value(None, "journal_mode", |row| row.get(0))
        .map_err(failed)?;
    let synchronous: i64 = connection
        .pragma_query_value(None, "synchronous", |row| row.get(0))
        .map_err(failed)?;
    if mode != "wal" || synchronous != 2 {
        let source = io::Error::other("it cannot be kept in write-ahead mode with full syncs");
        let path = path.to_owned();
        return Err(OpenError::Io { path, source });
    }
    Ok(())
}

/// Runs the migrations after this form, each in one transaction with the number that says so.
fn migrate(connection: &mut Connection, form: usize) -> rusqlite::Result<()> {
    for (number, migration) in (1_i64..).zip(MIGRATIONS).skip(form) {
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        transaction.execute_batch(migration)?;
        transaction.pragma_update(None, "application_id", APPLICATION)?;
        transaction.pragma_update(None, "user_version", number)?;
        transaction.commit()?;
    }
    Ok(())
}
