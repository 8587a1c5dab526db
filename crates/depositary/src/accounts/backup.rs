//! When the ledger was copied last, for the page of whoever keeps the desk running. The copies are elsewhere.

use rusqlite::{OptionalExtension as _, params};
use sponsio_record::Instant;

use super::{AccountError, Accounts, instant};

impl Accounts {
    /// Keeps that the ledger was copied, and how many entries the copy has.
    pub fn note_backup(&self, at: Instant, size: u64) -> Result<(), AccountError> {
        self.lock().execute(
            "INSERT INTO backup (at, size) VALUES (?1, ?2)",
            params![at.seconds(), i64::try_from(size).unwrap_or(i64::MAX)],
        )?;
        Ok(())
    }

    /// Returns when the ledger was copied last, and how many entries the copy has.
    pub fn last_backup(&self) -> Result<Option<(Instant, u64)>, AccountError> {
        let found = self.lock().query_row(
            "SELECT at, size FROM backup ORDER BY id DESC LIMIT 1",
            [],
            |row| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?)),
        );
        let found = found.optional()?;
        Ok(found.map(|(at, size)| (instant(at), u64::try_from(size).unwrap_or(0))))
    }
}
