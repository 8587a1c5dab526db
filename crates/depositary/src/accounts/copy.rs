//! A copy of the accounts, made while they are in use, and brought back: nobody is signed in by a copy, no
//! link of one can be used, and who was revoked since stays revoked.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use rusqlite::{Connection, OpenFlags};
use rustix::fs::{CWD, RenameFlags, renameat_with};
use sponsio_record::Instant;

use super::{APPLICATION, AccountError, Accounts, LastWord, PATIENCE, Word};
use crate::disk;
use crate::store::sqlite::backup::backup_without;

/// The tables that no copy holds: each opens a door by itself, and is made anew in a minute.
const DOORS: [&str; 4] = ["ceremony", "invitation", "session", "token"];

/// How many there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counted {
    /// Accounts that may sign in.
    pub live: u64,
    /// Accounts that are revoked.
    pub revoked: u64,
    /// Items in the inbox, at whatever stage.
    pub motions: u64,
}

/// What came of a copy that was brought back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brought {
    /// What is there now.
    pub counted: Counted,
    /// Who may sign in again.
    pub live: Vec<String>,
    /// Who may not, though the copy says so: the last word on them is that they are revoked.
    pub revoked_since: Vec<String>,
}

impl Accounts {
    /// Opens a file of accounts to read it alone; it must be there, and nothing is made or changed.
    pub fn open_reading(path: &Path) -> Result<Self, AccountError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(path, flags)?;
        connection.busy_timeout(PATIENCE)?;
        let application: i32 =
            connection.query_row("PRAGMA application_id", [], |row| row.get(0))?;
        if application != APPLICATION {
            return Err(AccountError::Foreign(path.to_owned()));
        }
        Ok(Self {
            connection: Mutex::new(connection),
            last_word: None,
        })
    }

    /// Copies everything but what opens a door at once to a file that is not there yet; others may use the
    /// accounts meanwhile.
    pub fn copy_to(&self, to: &Path) -> Result<(), AccountError> {
        if to.exists() {
            return Err(AccountError::Taken(to.to_owned()));
        }
        let connection = self.lock();
        let mut statements = "PRAGMA secure_delete = ON;".to_owned();
        for table in DOORS {
            // A file that an older Sponsio wrote does not have all of them.
            let is_there = "SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE name = ?1)";
            if connection.query_row(is_there, [table], |row| row.get(0))? {
                statements.extend(["DELETE FROM ", table, ";"]);
            }
        }
        statements += "VACUUM;";
        Ok(backup_without(&connection, to, &statements)?)
    }

    /// Returns how many there are, having read every page of the file.
    pub fn counted(&self) -> Result<Counted, AccountError> {
        let connection = self.lock();
        let verdict: String =
            connection.query_row("PRAGMA integrity_check", [], |row| row.get(0))?;
        if verdict != "ok" {
            return Err(AccountError::Unread("the file is damaged, and"));
        }
        let count = |what: &str| {
            let asked = format!("SELECT count(*) FROM {what}");
            let number = connection.query_row(&asked, [], |row| row.get::<_, i64>(0))?;
            Ok::<_, AccountError>(u64::try_from(number).unwrap_or(0))
        };
        Ok(Counted {
            live: count("account WHERE revoked IS NULL")?,
            revoked: count("account WHERE revoked IS NOT NULL")?,
            motions: count("motion")?,
        })
    }

    /// Brings a copy back into the place of accounts that are gone. Whoever the last word says is revoked
    /// comes back revoked, whatever the copy says.
    pub fn bring_back(
        copy: &Path,
        to: &Path,
        last_word: &LastWord,
        now: Instant,
    ) -> Result<Brought, AccountError> {
        if to.exists() {
            return Err(AccountError::Taken(to.to_owned()));
        }
        let failed = |error: io::Error| AccountError::Io(to.to_owned(), error);
        let mut part = to.as_os_str().to_owned();
        part.push(".part");
        let part = PathBuf::from(part);
        match fs::remove_file(&part) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(failed(error)),
            _ => {}
        }
        Self::open_reading(copy)?.copy_to(&part)?;
        let brought = Self::open(&part)?.settled(last_word, now)?;
        renameat_with(CWD, &part, CWD, to, RenameFlags::NOREPLACE)
            .map_err(|error| failed(error.into()))?;
        disk::sync(&disk::folder_of(to)).map_err(failed)?;
        Ok(brought)
    }

    /// Revokes whom the last word says, and closes the file.
    fn settled(self, last_word: &LastWord, now: Instant) -> Result<Brought, AccountError> {
        let (mut live, mut revoked_since) = (Vec::new(), Vec::new());
        for account in self.list()? {
            let officer = account.holder.officer;
            if account.revoked.is_some() {
                continue;
            }
            if last_word.on(&officer)? == Some(Word::Revoked) {
                self.revoke(&officer, now)?;
                revoked_since.push(officer);
            } else {
                live.push(officer);
            }
        }
        Ok(Brought {
            counted: self.counted()?,
            live,
            revoked_since,
        })
    }
}
