//! Sessions: who is signed in, until when. A session alone binds nobody: an act needs an assertion of
//! its own.

use rusqlite::{OptionalExtension as _, params};
use sponsio_record::{Digest, Instant};

use super::{AccountError, Accounts, instant};

/// After how many idle seconds a session ends.
pub const IDLE: i64 = 15 * 60;

/// After how many seconds a session ends in any case.
pub const ABSOLUTE: i64 = 8 * 3_600;

/// A session that has not ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// By what it is named in a list; not the secret.
    pub handle: String,
    /// Whose it is.
    pub officer: String,
    /// What every form of this session carries.
    pub token: String,
    /// When it began.
    pub began: Instant,
    /// When it was used last.
    pub seen: Instant,
}

const COLUMNS: &str = "SELECT handle, officer, token, began, seen FROM session";

fn session(row: &rusqlite::Row<'_>) -> Result<Session, rusqlite::Error> {
    Ok(Session {
        handle: row.get(0)?,
        officer: row.get(1)?,
        token: row.get(2)?,
        began: instant(row.get(3)?),
        seen: instant(row.get(4)?),
    })
}

impl Accounts {
    /// Begins a session; those that have ended are forgotten.
    pub fn begin_session(&self, secret: &Digest, session: &Session) -> Result<(), AccountError> {
        let connection = self.lock();
        let now = session.began.seconds();
        connection.execute(
            "DELETE FROM session WHERE seen <= ?1 OR began <= ?2",
            params![now - IDLE, now - ABSOLUTE],
        )?;
        connection.execute(
            "INSERT INTO session (secret, handle, officer, token, began, seen)
             VALUES (?1, ?2, ?3, ?4, ?5, ?5)",
            params![
                secret.as_bytes(),
                session.handle,
                session.officer,
                session.token,
                now
            ],
        )?;
        Ok(())
    }

    /// Returns whose session has this secret, if it has not ended. It does not count as a use.
    pub fn holder_of(&self, secret: &Digest, now: Instant) -> Result<Option<String>, AccountError> {
        let found = self.lock().query_row(
            "SELECT officer FROM session WHERE secret = ?1 AND seen > ?2 AND began > ?3",
            params![
                secret.as_bytes(),
                now.seconds() - IDLE,
                now.seconds() - ABSOLUTE
            ],
            |row| row.get(0),
        );
        Ok(found.optional()?)
    }

    /// Returns the session of this secret, if it has not ended, and keeps that it was used.
    pub fn session(&self, secret: &Digest, now: Instant) -> Result<Option<Session>, AccountError> {
        let found = self.session_unused(secret, now)?;
        // Once a minute is enough: not every page is a write.
        if let Some(found) = &found
            && 60 <= now.seconds() - found.seen.seconds()
        {
            self.lock().execute(
                "UPDATE session SET seen = ?2 WHERE secret = ?1",
                params![secret.as_bytes(), now.seconds()],
            )?;
        }
        Ok(found)
    }

    /// Returns the session of this secret, if it has not ended, and does not count as a use of it: what a page
    /// asks by itself keeps no session alive.
    pub fn session_unused(
        &self,
        secret: &Digest,
        now: Instant,
    ) -> Result<Option<Session>, AccountError> {
        let found = self.lock().query_row(
            &format!("{COLUMNS} WHERE secret = ?1 AND seen > ?2 AND began > ?3"),
            params![
                secret.as_bytes(),
                now.seconds() - IDLE,
                now.seconds() - ABSOLUTE
            ],
            session,
        );
        Ok(found.optional()?)
    }

    /// Returns the sessions of an officer that have not ended, the latest first.
    pub fn sessions(&self, officer: &str, now: Instant) -> Result<Vec<Session>, AccountError> {
        let connection = self.lock();
        let mut asked = connection.prepare(&format!(
            "{COLUMNS} WHERE officer = ?1 AND seen > ?2 AND began > ?3 ORDER BY began DESC, handle"
        ))?;
        let found = asked.query_map(
            params![officer, now.seconds() - IDLE, now.seconds() - ABSOLUTE],
            session,
        )?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    /// Ends a session of an officer; returns whether there was one.
    pub fn end_session(&self, officer: &str, handle: &str) -> Result<bool, AccountError> {
        let ended = self.lock().execute(
            "DELETE FROM session WHERE officer = ?1 AND handle = ?2",
            params![officer, handle],
        )?;
        Ok(ended == 1)
    }
}
