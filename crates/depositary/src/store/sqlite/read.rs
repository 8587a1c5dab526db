//! What is read. Reading connections see what was committed before they were asked.

use super::row::{self, column, count, damaged, digest, during, signed_count};
use super::taken::Taken;
use crate::store::{
    Cosignature, Document, Envelope, Head, Letter, NewEntry, Signed, StoreError, Waiting,
};
use rusqlite::Connection;
use sponsio_record::{ActId, Digest};
use std::sync::{Mutex, PoisonError};

/// Returns the number of the log of this origin and its head; a log that is not there is an error.
pub(super) fn log(connection: &Connection, origin: &str) -> Result<(i64, Head), StoreError> {
    let sql = include_str!("log_id.sql");
    let number = row::row(connection, "finding the log", sql, [origin], |row| {
        column(row, 0)
    })?;
    // Nothing was written and nothing is damaged: it is another log's database.
    let number = number.ok_or_else(|| {
        StoreError::Retryable(format!("the database has no log of the origin {origin}"))
    })?;
    Ok((number, head(connection, number)?))
}

pub(super) fn head(connection: &Connection, log: i64) -> Result<Head, StoreError> {
    let doing = "reading the head";
    row::row(
        connection,
        doing,
        include_str!("head.sql"),
        [log],
        row::head,
    )?
    .ok_or_else(|| damaged("the log has no head"))
}

pub(super) fn entries(
    connection: &Connection,
    log: i64,
    from: u64,
    most: usize,
) -> Result<Vec<Vec<u8>>, StoreError> {
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let Ok(first) = i64::try_from(from) else {
        return Ok(Vec::new());
    };
    let sql = include_str!("entries.sql");
    let found = row::rows(
        connection,
        "reading entries",
        sql,
        (log, first, most),
        |row| Ok((count(row, 0)?, column(row, 1)?)),
    )?;
    without_gaps(found, from)
}

pub(super) fn rows(
    connection: &Connection,
    log: i64,
    from: u64,
    most: usize,
) -> Result<Vec<NewEntry>, StoreError> {
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let Ok(first) = i64::try_from(from) else {
        return Ok(Vec::new());
    };
    let sql = include_str!("rows.sql");
    let found = row::rows(
        connection,
        "reading entries",
        sql,
        (log, first, most),
        |row| {
            let entry = NewEntry {
                bytes: column(row, 1)?,
                leaf: digest(row, 2)?,
                act: row::act(row, 3)?,
                act_digest: digest(row, 4)?,
                stream: column(row, 5)?,
                nth: count(row, 6)?,
            };
            Ok((count(row, 0)?, entry))
        },
    )?;
    without_gaps(found, from)
}

/// Returns what was read for each place, if no place is left out.
fn without_gaps<T>(found: Vec<(u64, T)>, from: u64) -> Result<Vec<T>, StoreError> {
    let placed = found.into_iter().zip(from..);
    placed
        .map(|((seq, entry), due)| {
            if seq == due {
                Ok(entry)
            } else {
                Err(damaged(&format!("entry {due} is missing")))
            }
        })
        .collect()
}

/// Returns what the file's own check finds wrong.
pub(super) fn defects(connection: &Connection) -> Result<Vec<String>, StoreError> {
    let sql = include_str!("integrity.sql");
    let said: Vec<String> = row::rows(connection, "examining the file", sql, [], |row| {
        column(row, 0)
    })?;
    Ok(said.into_iter().filter(|line| line != "ok").collect())
}

/// Sees what is taken by the entries that are not known yet.
pub(super) fn taken(
    connection: &Connection,
    log: i64,
    taken: &mut Taken,
) -> Result<(), StoreError> {
    let doing = "reading which acts are there";
    let mut statement = connection
        .prepare_cached(include_str!("taken.sql"))
        .map_err(during(doing))?;
    let given = (log, signed_count(taken.known())?);
    let mut rows = statement.query(given).map_err(during(doing))?;
    while let Some(found) = rows.next().map_err(during(doing))? {
        let due = taken.known();
        if count(found, 0)? != due {
            return Err(damaged(&format!("entry {due} is missing")));
        }
        let stream: String = column(found, 2)?;
        taken.see(row::act(found, 1)?, &stream, count(found, 3)?);
    }
    Ok(())
}

/// Returns the place of an act and the digest of what was submitted.
pub(super) fn act(
    connection: &Connection,
    log: i64,
    all: &Mutex<Taken>,
    id: &ActId,
) -> Result<Option<(u64, Digest)>, StoreError> {
    let mut all = all.lock().unwrap_or_else(PoisonError::into_inner);
    taken(connection, log, &mut all)?;
    let found = all.act(id)?;
    found
        .map(|seq| Ok((seq, act_digest(connection, log, seq)?)))
        .transpose()
}

/// Returns the digest of what was submitted at a place.
pub(super) fn act_digest(
    connection: &Connection,
    log: i64,
    seq: u64,
) -> Result<Digest, StoreError> {
    let given = (log, signed_count(seq)?);
    let sql = include_str!("act.sql");
    row::row(connection, "finding an act", sql, given, |row| {
        digest(row, 0)
    })?
    .ok_or_else(|| damaged("an act is taken and not there"))
}

pub(super) fn document(
    connection: &Connection,
    wanted: &Digest,
) -> Result<Option<Document>, StoreError> {
    let sql = include_str!("document.sql");
    row::row(
        connection,
        "reading a document",
        sql,
        [wanted.as_bytes()],
        |row| {
            let document = Document {
                digest: *wanted,
                media: column(row, 0)?,
                bytes: column(row, 1)?,
            };
            document.verified()
        },
    )
}

pub(super) fn envelope(
    connection: &Connection,
    wanted: &Digest,
) -> Result<Option<Envelope>, StoreError> {
    let sql = include_str!("private.sql");
    row::row(
        connection,
        "reading an envelope",
        sql,
        [wanted.as_bytes()],
        |row| {
            let envelope = Envelope {
                commitment: *wanted,
                salt: column(row, 0)?,
                bytes: column(row, 1)?,
            };
            envelope.verified()
        },
    )
}

pub(super) fn commitments(connection: &Connection) -> Result<Vec<Digest>, StoreError> {
    let sql = include_str!("private_list.sql");
    row::rows(connection, "listing envelopes", sql, [], |row| {
        digest(row, 0)
    })
}

pub(super) fn waiting(connection: &Connection, most: usize) -> Result<Vec<Waiting>, StoreError> {
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let sql = include_str!("letter_take.sql");
    row::rows(connection, "reading the outbox", sql, [most], |row| {
        Ok(Waiting {
            id: count(row, 0)?,
            letter: Letter {
                act: row::act(row, 1)?,
                addressee: column(row, 2)?,
                text: digest(row, 3)?,
            },
            attempts: column(row, 4)?,
            failure: column(row, 5)?,
        })
    })
}

pub(super) fn signed(connection: &Connection, log: i64) -> Result<Option<Signed>, StoreError> {
    let doing = "reading the signed checkpoint";
    row::row(
        connection,
        doing,
        include_str!("signed.sql"),
        [log],
        row::signed,
    )
}

pub(super) fn signed_over(
    connection: &Connection,
    log: i64,
    size: u64,
) -> Result<Option<Signed>, StoreError> {
    let Ok(size) = i64::try_from(size) else {
        return Ok(None);
    };
    let doing = "reading a signed checkpoint";
    let sql = include_str!("signed_over.sql");
    row::row(connection, doing, sql, (log, size), row::signed)
}

pub(super) fn cosignatures(
    connection: &Connection,
    log: i64,
    size: u64,
) -> Result<Vec<Cosignature>, StoreError> {
    let sql = include_str!("cosign.sql");
    let given = (log, signed_count(size)?);
    row::rows(connection, "reading cosignatures", sql, given, |row| {
        Ok(Cosignature {
            witness: column(row, 0)?,
            line: column(row, 1)?,
        })
    })
}
