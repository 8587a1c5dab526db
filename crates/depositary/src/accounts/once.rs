//! What programs bring: a motion by a token, once however often it is sent, and answered as the first
//! time for a day.

use rusqlite::{Connection, OptionalExtension as _, TransactionBehavior, params};
use sponsio_record::{Digest, Instant};

use super::motion::insert;
use super::token::Token;
use super::{AccountError, Accounts, Motion, later};

/// How long an answer is kept, in seconds: a day.
const KEPT: i64 = 24 * 3_600;

/// How many motions of one token may wait.
const MOST_WAITING: i64 = 1_000;

/// By what a repetition is recognized.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Once {
    /// The key that the program chose.
    pub key: String,
    /// The digest of what it asks.
    pub asked: Digest,
}

/// What became of a motion that a program brought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Received {
    /// It waits in the inbox.
    Entered,
    /// It was brought before; this was the answer.
    Before(String),
    /// Something else was brought under this key.
    Otherwise,
    /// Too much of this token waits.
    Full,
}

impl Accounts {
    /// Returns what was answered to a token under this key within the last day, if anything was.
    pub fn answered(
        &self,
        token: &Token,
        once: &Once,
        now: Instant,
    ) -> Result<Option<Received>, AccountError> {
        let connection = self.lock();
        answered(&connection, token, once, now)
    }

    /// Enters a motion that a token brings, with the answer that a repetition gets; all or nothing.
    pub fn bring(
        &self,
        motion: &Motion,
        token: &Token,
        once: Option<(&Once, &str)>,
        now: Instant,
    ) -> Result<Received, AccountError> {
        let mut connection = self.lock();
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        transaction.execute("DELETE FROM answered WHERE at <= ?1", [later(now, -KEPT)])?;
        if let Some((once, _)) = once
            && let Some(before) = answered(&transaction, token, once, now)?
        {
            return Ok(before);
        }
        let waiting = transaction.query_row(
            "SELECT count(*) FROM motion_token JOIN motion ON motion.id = motion_token.motion
             WHERE token = ?1 AND stage IN ('received', 'proposed')",
            [&token.handle],
            |row| row.get::<_, i64>(0),
        )?;
        if MOST_WAITING <= waiting {
            return Ok(Received::Full);
        }
        insert(&transaction, motion)?;
        transaction.execute(
            "INSERT INTO motion_token (motion, token, name) VALUES (?1, ?2, ?3)",
            params![motion.id, token.handle, token.name],
        )?;
        if let Some((once, answer)) = once {
            transaction.execute(
                "INSERT INTO answered (token, name, asked, answer, at) VALUES (?1, ?2, ?3, ?4, ?5)",
                params![
                    token.handle,
                    once.key,
                    once.asked.as_bytes(),
                    answer,
                    now.seconds()
                ],
            )?;
        }
        transaction.commit()?;
        Ok(Received::Entered)
    }

    /// Returns the name of the token that brought a motion, if one did.
    pub fn brought_by(&self, motion: &str) -> Result<Option<String>, AccountError> {
        let found = self.lock().query_row(
            "SELECT name FROM motion_token WHERE motion = ?1",
            [motion],
            |row| row.get(0),
        );
        Ok(found.optional()?)
    }
}

fn answered(
    connection: &Connection,
    token: &Token,
    once: &Once,
    now: Instant,
) -> Result<Option<Received>, AccountError> {
    let found = connection
        .query_row(
            "SELECT asked, answer FROM answered WHERE token = ?1 AND name = ?2 AND at > ?3",
            params![token.handle, once.key, later(now, -KEPT)],
            |row| Ok((row.get::<_, Vec<u8>>(0)?, row.get::<_, String>(1)?)),
        )
        .optional()?;
    Ok(found.map(|(asked, answer)| {
        if asked == once.asked.as_bytes() {
            Received::Before(answer)
        } else {
            Received::Otherwise
        }
    }))
}
