//! Tokens: by which a program acts for an account. Each is shown once, kept by its digest, and ends.

use rusqlite::{OptionalExtension as _, Row, params};
use sponsio_record::{Digest, Instant};

use super::{AccountError, Accounts, instant};
use crate::mandate::allowance::Allowance;

/// How many days a token may last.
pub const LONGEST: u16 = 366;

/// How many tokens an account has at most.
const MOST: u64 = 50;

/// How often it is kept that a token was used, in seconds.
const NOTED: i64 = 60;

/// A token, without its secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// By which it is named where its secret is not: 16 hexadecimal digits.
    pub handle: String,
    /// For whom it acts.
    pub officer: String,
    /// What its holder calls it.
    pub name: String,
    /// What it allows.
    pub allowance: Allowance,
    /// When it was made.
    pub made: Instant,
    /// When it ends.
    pub expires: Instant,
    /// When it was used last, to the minute.
    pub used: Option<Instant>,
}

const COLUMNS: &str = "SELECT handle, officer, name, deeds, scopes, made, expires, used FROM token";

fn token(row: &Row<'_>) -> Result<Token, rusqlite::Error> {
    let (deeds, scopes): (String, String) = (row.get(3)?, row.get(4)?);
    Ok(Token {
        handle: row.get(0)?,
        officer: row.get(1)?,
        name: row.get(2)?,
        allowance: Allowance::kept(&deeds, &scopes),
        made: instant(row.get(5)?),
        expires: instant(row.get(6)?),
        used: row.get::<_, Option<i64>>(7)?.map(instant),
    })
}

impl Accounts {
    /// Adds a token of an account that is not revoked; those that have ended are forgotten.
    pub fn add_token(&self, token: &Token, secret: &Digest) -> Result<(), AccountError> {
        let words = |list: Vec<String>| list.join(" ");
        let deeds = token.allowance.deeds().iter();
        let deeds = words(deeds.map(|deed| deed.label().to_owned()).collect());
        let scopes = token.allowance.scopes().iter();
        let scopes = words(scopes.map(ToString::to_string).collect());
        let mut connection = self.lock();
        let transaction = connection.transaction()?;
        transaction.execute(
            "DELETE FROM token WHERE expires <= ?1",
            [token.made.seconds()],
        )?;
        let done = transaction.execute(
            "INSERT INTO token (secret, handle, officer, name, deeds, scopes, made, expires)
             SELECT ?1, ?2, officer, ?4, ?5, ?6, ?7, ?8 FROM account
             WHERE officer = ?3 AND revoked IS NULL
             AND (SELECT count(*) FROM token WHERE token.officer = ?3) < ?9",
            params![
                secret.as_bytes(),
                token.handle,
                token.officer,
                token.name,
                deeds,
                scopes,
                token.made.seconds(),
                token.expires.seconds(),
                i64::try_from(MOST).unwrap_or(i64::MAX),
            ],
        )?;
        if done == 0 {
            return Err(AccountError::NoToken(token.officer.clone()));
        }
        Ok(transaction.commit()?)
    }

    /// Returns the token of this secret, if it has not ended; that it was used is kept.
    pub fn token(&self, secret: &Digest, now: Instant) -> Result<Option<Token>, AccountError> {
        let connection = self.lock();
        let found = connection
            .query_row(
                &format!("{COLUMNS} WHERE secret = ?1 AND expires > ?2"),
                params![secret.as_bytes(), now.seconds()],
                token,
            )
            .optional()?;
        connection.execute(
            "UPDATE token SET used = ?2 WHERE secret = ?1 AND expires > ?2
             AND (used IS NULL OR used + ?3 <= ?2)",
            params![secret.as_bytes(), now.seconds(), NOTED],
        )?;
        Ok(found)
    }

    /// Returns the tokens of an account, or of all, that have not ended, by account and name.
    pub fn tokens(&self, officer: Option<&str>, now: Instant) -> Result<Vec<Token>, AccountError> {
        let connection = self.lock();
        let mut asked = connection.prepare(&format!(
            "{COLUMNS} WHERE (?1 IS NULL OR officer = ?1) AND expires > ?2
             ORDER BY officer, name, handle"
        ))?;
        let found = asked.query_map(params![officer, now.seconds()], token)?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    /// Ends a token, of this account where one is named; returns whether there was one.
    pub fn end_token(&self, officer: Option<&str>, handle: &str) -> Result<bool, AccountError> {
        let done = self.lock().execute(
            "DELETE FROM token WHERE handle = ?2 AND (?1 IS NULL OR officer = ?1)",
            params![officer, handle],
        )?;
        Ok(done == 1)
    }
}
