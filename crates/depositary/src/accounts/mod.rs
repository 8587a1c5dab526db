//! Who may sign in, and what officers set in motion: a file of SQLite beside the ledger, in no part of
//! the log. It decides no rights (`mandate`) and verifies no assertion; secrets are kept by their
//! digests.
//!
//! Every function is one short transaction on the one connection of this process; other processes, as
//! the command that invites, may have the file open at the same time.

mod account;
mod backup;
mod ceremony;
mod copy;
mod denial;
mod drafting;
mod instrument;
mod last_word;
mod motion;
mod once;
mod reading;
mod session;
#[cfg(test)]
mod tests;
mod token;
mod webhook;
mod zone;

use core::time::Duration;
use std::fs::OpenOptions;
use std::io;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use rusqlite::{Connection, OpenFlags, TransactionBehavior};
use sponsio_record::Instant;

use crate::store::StoreError;

pub use account::{Account, Passkey, is_pseudonym};
pub use ceremony::Ceremony;
pub use copy::{Brought, Counted};
pub use denial::Denial;
pub use drafting::RoomDraft;
pub use instrument::Instrument;
pub use last_word::{LastWord, Word};
pub use motion::{Assertion, Evidence, Motion, Proposed};
pub use once::{Once, Received};
pub use reading::PaperRead;
pub use session::{ABSOLUTE, IDLE, Session};
pub use token::{LONGEST, Token};
pub use webhook::{Attempt, Delivery, Manner, Webhook};

/// The migrations, in order; the place of each, counted from one, is its number.
const MIGRATIONS: [&str; 4] = [
    include_str!("../../migrations/accounts/0001_accounts.sql"),
    include_str!("../../migrations/accounts/0002_room.sql"),
    include_str!("../../migrations/accounts/0003_programs.sql"),
    include_str!("../../migrations/accounts/0004_instruments.sql"),
];

/// Marks a database as one of accounts: "SPAC" in ASCII.
const APPLICATION: i32 = 0x5350_4143;

/// Nobody but the owner reads the file.
const OWNER_ONLY: u32 = 0o600;

/// How long to wait for another process that writes.
const PATIENCE: Duration = Duration::from_secs(5);

/// Why the accounts cannot be used, or something is not there.
#[derive(Debug, thiserror::Error)]
pub enum AccountError {
    /// The file cannot be made.
    #[error("{}: {}", .0.display(), .1)]
    Io(PathBuf, #[source] io::Error),
    /// The file is no file of accounts.
    #[error("{} holds no accounts", .0.display())]
    Foreign(PathBuf),
    /// A later Sponsio wrote the file.
    #[error("{} was written by a later Sponsio", .0.display())]
    Newer(PathBuf),
    /// The database does not answer.
    #[error("accounts: {0}")]
    Database(#[from] rusqlite::Error),
    /// The name is no pseudonym.
    #[error("`{0}` is no pseudonym: `o-` and then small letters, digits and hyphens")]
    Pseudonym(String),
    /// There is no such account, or it is revoked.
    #[error("there is no account {0}")]
    NoAccount(String),
    /// There is no such account, or it has as many tokens as it may have.
    #[error("there is no account {0} that may have another token")]
    NoToken(String),
    /// There is no such webhook.
    #[error("there is no webhook {0}")]
    NoWebhook(String),
    /// What is kept cannot be read.
    #[error("accounts: {0} cannot be read")]
    Unread(&'static str),
    /// A file is there already.
    #[error("{} is there already", .0.display())]
    Taken(PathBuf),
    /// No copy can be made of the file, or it is damaged.
    #[error(transparent)]
    Copy(#[from] StoreError),
    /// It is done, but the last word on who is revoked could not be written.
    #[error("it is done, but {} cannot be written: a copy that is restored would not know of it: {}", .0.display(), .1)]
    Unnoted(PathBuf, #[source] io::Error),
    /// Somebody else was quicker: it is not at the stage any more at which this is done.
    #[error("it is not `{0}` any more")]
    Moved(&'static str),
}

/// The accounts of a register.
#[derive(Debug)]
pub struct Accounts {
    connection: Mutex<Connection>,
    last_word: Option<LastWord>,
}

impl Accounts {
    /// Opens the file, making it if it is not there; only its owner can read it.
    pub fn open(path: &Path) -> Result<Self, AccountError> {
        let mut options = OpenOptions::new();
        options
            .create(true)
            .truncate(false)
            .write(true)
            .mode(OWNER_ONLY);
        options
            .open(path)
            .map_err(|error| AccountError::Io(path.to_owned(), error))?;
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut connection = Connection::open_with_flags(path, flags)?;
        connection.busy_timeout(PATIENCE)?;
        connection.execute_batch(
            "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA foreign_keys = ON;
             PRAGMA secure_delete = ON; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY;",
        )?;
        migrate(&mut connection, path)?;
        Ok(Self {
            connection: Mutex::new(connection),
            last_word: None,
        })
    }

    /// Returns the accounts with a file that no backup holds, in which revocations are written down.
    #[must_use]
    pub fn with_last_word(mut self, last_word: LastWord) -> Self {
        self.last_word = Some(last_word);
        self
    }

    fn lock(&self) -> MutexGuard<'_, Connection> {
        // A transaction of whoever panicked was rolled back.
        self.connection
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

fn migrate(connection: &mut Connection, path: &Path) -> Result<(), AccountError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let number = |name: &str| {
        transaction.query_row(&format!("PRAGMA {name}"), [], |row| row.get::<_, i32>(0))
    };
    let done = number("user_version")?;
    let known = i32::try_from(MIGRATIONS.len()).unwrap_or(i32::MAX);
    if done > 0 && number("application_id")? != APPLICATION {
        return Err(AccountError::Foreign(path.to_owned()));
    }
    if known < done {
        return Err(AccountError::Newer(path.to_owned()));
    }
    let done = usize::try_from(done).unwrap_or(0);
    for migration in &MIGRATIONS[done..] {
        transaction.execute_batch(migration)?;
    }
    if done < MIGRATIONS.len() {
        transaction.execute_batch(&format!(
            "PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {known};"
        ))?;
    }
    Ok(transaction.commit()?)
}

/// Reads an instant as it is kept.
fn instant(seconds: i64) -> Instant {
    Instant::from_seconds(seconds).unwrap_or(Instant::MIN)
}

/// Returns the instant so many seconds later.
fn later(instant: Instant, seconds: i64) -> i64 {
    instant.seconds().saturating_add(seconds)
}
