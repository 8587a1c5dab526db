//! A copy of the whole database as one file, taken while others read and write.
//!
//! It holds what the database holds, confidential payloads included; the lock file and the log's
//! key never lie in the database, so they are in no backup.

use super::row::during;
use crate::disk;
use crate::store::StoreError;
use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};
use rustix::fs::{CWD, RenameFlags, renameat_with};
use std::fs::{self, File, OpenOptions};
use std::io;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

/// Copies the database to a file that does not exist yet, which appears whole and checked or not
/// at all, readable by its owner alone. What goes wrong there says nothing about the database itself
/// and can be tried again.
pub(super) fn backup(connection: &Connection, to: &Path) -> Result<(), StoreError> {
    backup_without(connection, to, "")
}

/// The same, with statements that take out of the copy what shall not be in it.
pub(crate) fn backup_without(
    connection: &Connection,
    to: &Path,
    statements: &str,
) -> Result<(), StoreError> {
    let failed = |error: io::Error| StoreError::Retryable(format!("{}: {error}", to.display()));
    if to.exists() {
        return Err(failed(io::ErrorKind::AlreadyExists.into()));
    }
    let mut part = to.as_os_str().to_owned();
    part.push(".part");
    let part = PathBuf::from(part);
    match fs::remove_file(&part) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(failed(error)),
        _ => {}
    }
    OpenOptions::new()
        .create_new(true)
        .write(true)
        .mode(OWNER_ONLY)
        .open(&part)
        .map_err(failed)?;
    copy(connection, &part, statements)?;
    File::open(&part)
        .and_then(|file| file.sync_all())
        .map_err(failed)?;
    renameat_with(CWD, &part, CWD, to, RenameFlags::NOREPLACE)
        .map_err(|error| failed(error.into()))?;
    disk::sync(&disk::folder_of(to)).map_err(failed)
}

/// A copy of confidential things is read by nobody else.
const OWNER_ONLY: u32 = 0o600;

fn copy(connection: &Connection, part: &Path, statements: &str) -> Result<(), StoreError> {
    let retryable = |error: rusqlite::Error| match during("writing a backup")(error) {
        StoreError::Fatal(why) => StoreError::Retryable(why),
        other => other,
    };
    let mut target = Connection::open(part).map_err(retryable)?;
    // In one step, which is one reading transaction: a state that was committed.
    let step = Backup::new(connection, &mut target)
        .and_then(|backup| backup.step(-1))
        .map_err(retryable)?;
    if step != StepResult::Done {
        let why = "the database is too busy for a backup";
        return Err(StoreError::Retryable(why.to_owned()));
    }
    // One file, without a write-ahead log beside it.
    target
        .pragma_update(None, "journal_mode", "DELETE")
        .map_err(retryable)?;
    target.execute_batch(statements).map_err(retryable)?;
    let verdict: String = target
        .pragma_query_value(None, "integrity_check", |row| row.get(0))
        .map_err(retryable)?;
    if verdict != "ok" {
        return Err(StoreError::Fatal(format!(
            "the database is damaged: {verdict}"
        )));
    }
    target.close().map_err(|(_, error)| retryable(error))
}
