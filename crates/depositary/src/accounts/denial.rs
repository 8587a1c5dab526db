//! What was refused to whom. No word of a draft and no address of a reader stands in it.

use rusqlite::params;
use sponsio_record::Instant;

use super::{AccountError, Accounts, instant};

/// How many refusals are kept; the oldest are forgotten.
const KEPT: i64 = 100_000;

/// Something that was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Denial {
    /// When.
    pub at: Instant,
    /// To whom, if somebody was named.
    pub officer: Option<String>,
    /// What would have been done.
    pub deed: String,
    /// With what: a path without what was asked beside it.
    pub place: String,
    /// Why it was refused, as a stable word.
    pub why: String,
}

impl Accounts {
    /// Keeps that something was refused.
    pub fn denied(&self, denial: &Denial) -> Result<(), AccountError> {
        let connection = self.lock();
        connection.execute(
            "INSERT INTO denial (at, officer, deed, place, why) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![
                denial.at.seconds(),
                denial.officer,
                denial.deed,
                denial.place,
                denial.why
            ],
        )?;
        connection.execute(
            "DELETE FROM denial WHERE id <= ?1",
            [connection.last_insert_rowid() - KEPT],
        )?;
        Ok(())
    }

    /// Returns the last refusals, the latest first.
    pub fn denials(&self, most: u32) -> Result<Vec<Denial>, AccountError> {
        let connection = self.lock();
        let mut asked = connection.prepare(
            "SELECT at, officer, deed, place, why FROM denial ORDER BY id DESC LIMIT ?1",
        )?;
        let found = asked.query_map([most], |row| {
            Ok(Denial {
                at: instant(row.get(0)?),
                officer: row.get(1)?,
                deed: row.get(2)?,
                place: row.get(3)?,
                why: row.get(4)?,
            })
        })?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    /// Returns how often this was refused to an officer since an instant.
    pub fn denials_since(
        &self,
        officer: &str,
        deed: &str,
        since: Instant,
    ) -> Result<u64, AccountError> {
        let counted = self.lock().query_row(
            "SELECT count(*) FROM denial WHERE officer = ?1 AND deed = ?2 AND at > ?3",
            params![officer, deed, since.seconds()],
            |row| row.get::<_, i64>(0),
        )?;
        Ok(u64::try_from(counted).unwrap_or(0))
    }
}
