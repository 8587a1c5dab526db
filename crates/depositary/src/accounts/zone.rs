//! The time zone in which somebody is told deadlines, beside UTC.

use rusqlite::{OptionalExtension as _, params};

use super::{AccountError, Accounts};

impl Accounts {
    /// Returns the time zone of an account by its IANA name, if one was chosen.
    pub fn zone(&self, officer: &str) -> Result<Option<String>, AccountError> {
        let found = self.lock().query_row(
            "SELECT zone FROM account_zone WHERE officer = ?1",
            [officer],
            |row| row.get(0),
        );
        Ok(found.optional()?)
    }

    /// Keeps the time zone of an account; that it is one is for the caller to have asked. `None` leaves UTC
    /// alone.
    pub fn keep_zone(&self, officer: &str, zone: Option<&str>) -> Result<(), AccountError> {
        let connection = self.lock();
        match zone {
            Some(zone) => connection.execute(
                "INSERT INTO account_zone (officer, zone) VALUES (?1, ?2)
                 ON CONFLICT (officer) DO UPDATE SET zone = ?2",
                params![officer, zone],
            )?,
            None => connection.execute("DELETE FROM account_zone WHERE officer = ?1", [officer])?,
        };
        Ok(())
    }
}
