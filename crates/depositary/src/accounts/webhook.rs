//! Who is told of acts over the network: where, in which manner of signing, how far they have been told,
//! and what came of each attempt. What is sent is not known here.

use core::fmt;

use rusqlite::{Connection, OptionalExtension as _, Row, params};
use sponsio_record::Instant;

use super::{AccountError, Accounts, instant};

/// How many attempts are kept; the oldest are forgotten.
const KEPT: i64 = 20_000;

/// How what is sent is signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// HMAC-SHA256 with a secret that both sides have.
    Hmac,
    /// Ed25519: whoever has the public key can verify, and show it to others.
    Ed25519,
}

impl Manner {
    /// Returns the stable label.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Hmac => "hmac",
            Self::Ed25519 => "ed25519",
        }
    }

    /// Returns the one of this label.
    pub fn from_label(label: &str) -> Option<Self> {
        [Self::Hmac, Self::Ed25519]
            .into_iter()
            .find(|manner| manner.label() == label)
    }
}

/// Somebody who is told of acts.
#[derive(Clone, PartialEq, Eq)]
pub struct Webhook {
    /// By which it is named: 16 hexadecimal digits.
    pub handle: String,
    /// Where it is told.
    pub address: String,
    /// The kinds of events of which it is told; none means all.
    pub kinds: Vec<String>,
    /// How what is sent is signed.
    pub manner: Manner,
    /// The secret with which it is signed; in Ed25519 that from which the key is made.
    pub secret: [u8; 32],
    /// Whether it may lie in a private network, or on this machine.
    pub inside: bool,
    /// When it was added.
    pub made: Instant,
    /// The first entry of which it was not told.
    pub next: u64,
    /// Since when that entry is tried in vain.
    pub failing: Option<Instant>,
    /// How often it was tried.
    pub tries: u32,
    /// Before which it is not tried again.
    pub due: Instant,
    /// Since when nothing is tried any more, until somebody resumes it.
    pub resting: Option<Instant>,
}

impl fmt::Debug for Webhook {
    /// Shows no secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Webhook")
            .field("handle", &self.handle)
            .field("address", &self.address)
            .field("next", &self.next)
            .finish_non_exhaustive()
    }
}

/// One attempt to tell somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempt {
    /// The identifier of the message, the same in each attempt.
    pub message: String,
    /// The kind of event.
    pub kind: String,
    /// The entry; none for a test.
    pub seq: Option<u64>,
    /// When.
    pub at: Instant,
    /// How long it took, in milliseconds.
    pub took: u32,
    /// What was answered; none if nothing was.
    pub status: Option<u16>,
    /// Why it is no delivery; empty if it is one.
    pub why: String,
}

impl Attempt {
    /// Whether the message was taken.
    pub fn is_delivery(&self) -> bool {
        self.why.is_empty()
    }
}

/// An attempt with whom it was made for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    /// The handle of the webhook.
    pub webhook: String,
    /// The attempt.
    pub attempt: Attempt,
}

const COLUMNS: &str = "SELECT handle, address, kinds, manner, secret, inside, made, next, failing, \
    tries, due, resting FROM webhook";

fn webhook(row: &Row<'_>) -> Result<Option<Webhook>, rusqlite::Error> {
    let (manner, secret): (String, Vec<u8>) = (row.get(3)?, row.get(4)?);
    let (Some(manner), Ok(secret)) = (Manner::from_label(&manner), secret.try_into()) else {
        return Ok(None);
    };
    let kinds: String = row.get(2)?;
    Ok(Some(Webhook {
        handle: row.get(0)?,
        address: row.get(1)?,
        kinds: kinds.split_whitespace().map(str::to_owned).collect(),
        manner,
        secret,
        inside: row.get(5)?,
        made: instant(row.get(6)?),
        next: u64::try_from(row.get::<_, i64>(7)?).unwrap_or(0),
        failing: row.get::<_, Option<i64>>(8)?.map(instant),
        tries: u32::try_from(row.get::<_, i64>(9)?).unwrap_or(u32::MAX),
        due: instant(row.get(10)?),
        resting: row.get::<_, Option<i64>>(11)?.map(instant),
    }))
}

impl Accounts {
    /// Adds somebody who is told of acts.
    pub fn add_webhook(&self, webhook: &Webhook) -> Result<(), AccountError> {
        self.lock().execute(
            "INSERT INTO webhook (handle, address, kinds, manner, secret, inside, made, next)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            params![
                webhook.handle,
                webhook.address,
                webhook.kinds.join(" "),
                webhook.manner.label(),
                webhook.secret,
                webhook.inside,
                webhook.made.seconds(),
                number(webhook.next)
            ],
        )?;
        Ok(())
    }

    /// Returns everybody who is told of acts, the first added first.
    pub fn webhooks(&self) -> Result<Vec<Webhook>, AccountError> {
        let connection = self.lock();
        let mut asked = connection.prepare(&format!("{COLUMNS} ORDER BY made, handle"))?;
        let found: Vec<Option<Webhook>> =
            asked.query_map([], webhook)?.collect::<Result<_, _>>()?;
        Ok(found.into_iter().flatten().collect())
    }

    /// Returns the one of this handle.
    pub fn webhook(&self, handle: &str) -> Result<Webhook, AccountError> {
        let found = self
            .lock()
            .query_row(&format!("{COLUMNS} WHERE handle = ?1"), [handle], webhook)
            .optional()?;
        found
            .flatten()
            .ok_or_else(|| AccountError::NoWebhook(handle.to_owned()))
    }

    /// Tells somebody no more; what came of the attempts goes with it.
    pub fn remove_webhook(&self, handle: &str) -> Result<(), AccountError> {
        let mut connection = self.lock();
        let transaction = connection.transaction()?;
        let done = transaction.execute("DELETE FROM webhook WHERE handle = ?1", [handle])?;
        transaction.execute("DELETE FROM delivery WHERE webhook = ?1", [handle])?;
        there(done, handle)?;
        Ok(transaction.commit()?)
    }

    /// Tries again at once where it stands; or behind the entry that was not taken.
    pub fn resume_webhook(&self, handle: &str, skip: bool) -> Result<(), AccountError> {
        let done = self.lock().execute(
            "UPDATE webhook SET next = next + (?2 AND failing IS NOT NULL), failing = NULL,
             tries = 0, due = 0, resting = NULL WHERE handle = ?1",
            params![handle, skip],
        )?;
        there(done, handle)
    }

    /// Keeps how far somebody was told, with what came of the attempt where one was made. Whoever changed the
    /// place meanwhile is believed.
    pub fn told_webhook(
        &self,
        webhook: &Webhook,
        next: u64,
        attempt: Option<&Attempt>,
    ) -> Result<(), AccountError> {
        let mut connection = self.lock();
        let transaction = connection.transaction()?;
        transaction.execute(
            "UPDATE webhook SET next = ?3, failing = NULL, tries = 0, due = 0
             WHERE handle = ?1 AND next = ?2",
            params![webhook.handle, number(webhook.next), number(next)],
        )?;
        if let Some(attempt) = attempt {
            keep(&transaction, &webhook.handle, attempt)?;
        }
        Ok(transaction.commit()?)
    }

    /// Keeps that an attempt was in vain, and when the next one is made, if one is.
    pub fn untold_webhook(
        &self,
        webhook: &Webhook,
        attempt: &Attempt,
        due: Option<Instant>,
    ) -> Result<(), AccountError> {
        let resting = due.is_none().then_some(attempt.at.seconds());
        let mut connection = self.lock();
        let transaction = connection.transaction()?;
        transaction.execute(
            "UPDATE webhook SET failing = coalesce(failing, ?3), tries = tries + 1, due = ?4,
             resting = ?5 WHERE handle = ?1 AND next = ?2",
            params![
                webhook.handle,
                number(webhook.next),
                attempt.at.seconds(),
                due.map_or(0, Instant::seconds),
                resting
            ],
        )?;
        keep(&transaction, &webhook.handle, attempt)?;
        Ok(transaction.commit()?)
    }

    /// Keeps what came of a test.
    pub fn keep_attempt(&self, handle: &str, attempt: &Attempt) -> Result<(), AccountError> {
        keep(&self.lock(), handle, attempt)
    }

    /// Returns the last attempts for somebody, or for all, the latest first.
    pub fn deliveries(
        &self,
        handle: Option<&str>,
        most: u32,
    ) -> Result<Vec<Delivery>, AccountError> {
        let connection = self.lock();
        let mut asked = connection.prepare(
            "SELECT webhook, message, kind, seq, at, took, status, why FROM delivery
             WHERE ?1 IS NULL OR webhook = ?1 ORDER BY id DESC LIMIT ?2",
        )?;
        let found = asked.query_map(params![handle, most], |row| {
            Ok(Delivery {
                webhook: row.get(0)?,
                attempt: Attempt {
                    message: row.get(1)?,
                    kind: row.get(2)?,
                    seq: row
                        .get::<_, Option<i64>>(3)?
                        .and_then(|seq| u64::try_from(seq).ok()),
                    at: instant(row.get(4)?),
                    took: row.get(5)?,
                    status: row.get(6)?,
                    why: row.get(7)?,
                },
            })
        })?;
        Ok(found.collect::<Result<_, _>>()?)
    }
}

fn keep(connection: &Connection, handle: &str, attempt: &Attempt) -> Result<(), AccountError> {
    connection.execute(
        "INSERT INTO delivery (webhook, message, kind, seq, at, took, status, why)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![
            handle,
            attempt.message,
            attempt.kind,
            attempt.seq.map(number),
            attempt.at.seconds(),
            attempt.took,
            attempt.status,
            attempt.why
        ],
    )?;
    connection.execute(
        "DELETE FROM delivery WHERE id <= ?1",
        [connection.last_insert_rowid() - KEPT],
    )?;
    Ok(())
}

fn there(done: usize, handle: &str) -> Result<(), AccountError> {
    if done == 0 {
        return Err(AccountError::NoWebhook(handle.to_owned()));
    }
    Ok(())
}

fn number(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
