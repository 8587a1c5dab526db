//! What is written, each in one transaction that the writing thread alone opens.

use super::read;
use super::row::{self, change, column, count, during, signed_count};
use super::taken::{Refused, Taken};
use crate::store::{
    Batch, Cosignature, Document, Envelope, Head, Letter, NewEntry, Position, Signed, StoreError,
};
use rusqlite::{Connection, Transaction, TransactionBehavior, params};
use sponsio_record::Digest;
use std::sync::{Mutex, PoisonError};

/// Does the work in one transaction. A commit that fails is fatal whatever the reason, and never
/// tried again: the pages may be on the disk or not.
fn transact<T>(
    connection: &mut Connection,
    work: impl FnOnce(&Transaction<'_>) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    let transaction = connection
        .transaction_with_behavior(TransactionBehavior::Immediate)
        .map_err(during("beginning to write"))?;
    let done = work(&transaction)?;
    transaction
        .commit()
        .map_err(|error| StoreError::Fatal(format!("committing: {error}")))?;
    Ok(done)
}

/// Returns the number of the log of this origin and its head, beginning it if it is new.
pub(super) fn open_log(
    connection: &mut Connection,
    origin: &str,
) -> Result<(i64, Head), StoreError> {
    let doing = "opening the log";
    transact(connection, |transaction| {
        change(transaction, doing, include_str!("log_insert.sql"), [origin])?;
        let sql = include_str!("log_id.sql");
        let log = row::row(transaction, doing, sql, [origin], |row| column(row, 0))?
            .ok_or_else(|| row::damaged("the log has no number"))?;
        let empty = Head::empty();
        let given = params![log, empty.root.as_bytes(), empty.last_recorded.seconds()];
        change(transaction, doing, include_str!("head_insert.sql"), given)?;
        Ok((log, read::head(transaction, log)?))
    })
}

pub(super) fn append(
    connection: &mut Connection,
    log: i64,
    taken: &Mutex<Taken>,
    expected: Position,
    batch: &Batch,
) -> Result<(), StoreError> {
    let mut taken = taken.lock().unwrap_or_else(PoisonError::into_inner);
    transact(connection, |transaction| {
        // Whoever comes second learns it here, before anything of the batch is written.
        swap(transaction, log, expected, &batch.head)?;
        read::taken(transaction, log, &mut taken)?;
        if let Some((at, why)) = taken.refuses(&batch.entries)? {
            return Err(refused(transaction, log, expected.size, batch, at, &why)?);
        }
        keep_entries(transaction, log, expected.size, &batch.entries)?;
        for document in &batch.documents {
            keep_document(transaction, document)?;
        }
        for envelope in &batch.envelopes {
            keep_envelope(transaction, envelope)?;
        }
        for letter in &batch.letters {
            keep_letter(transaction, letter)?;
        }
        Ok(())
    })?;
    taken.take(&batch.entries);
    Ok(())
}

fn swap(
    transaction: &Transaction<'_>,
    log: i64,
    expected: Position,
    new: &Head,
) -> Result<(), StoreError> {
    let frontier: Vec<u8> = new
        .frontier
        .iter()
        .flat_map(Digest::as_bytes)
        .copied()
        .collect();
    let stale = || {
        Ok(StoreError::Stale {
            head: read::head(transaction, log)?.position(),
        })
    };
    // No head is where no number of the database goes.
    let (Ok(size), Ok(epoch)) = (signed_count(expected.size), signed_count(expected.epoch)) else {
        return Err(stale()?);
    };
    let given = params![
        log,
        size,
        epoch,
        signed_count(new.size)?,
        new.root.as_bytes(),
        frontier,
        new.last_recorded.seconds(),
    ];
    let doing = "swapping the head";
    match change(transaction, doing, include_str!("head_swap.sql"), given)? {
        1 => Ok(()),
        _ => Err(stale()?),
    }
}

fn keep_entries(
    transaction: &Transaction<'_>,
    log: i64,
    first: u64,
    entries: &[NewEntry],
) -> Result<(), StoreError> {
    let doing = "keeping an entry";
    let mut insert = transaction
        .prepare_cached(include_str!("entry_insert.sql"))
        .map_err(during(doing))?;
    for (entry, seq) in entries.iter().zip(first..) {
        let given = params![
            log,
            signed_count(seq)?,
            entry.bytes,
            entry.leaf.as_bytes(),
            entry.act.as_bytes(),
            entry.act_digest.as_bytes(),
            entry.stream,
            signed_count(entry.nth)?,
        ];
        insert.execute(given).map_err(during(doing))?;
    }
    Ok(())
}

/// Returns what is said of the entry at this place of a batch, which cannot follow.
fn refused(
    transaction: &Transaction<'_>,
    log: i64,
    first: u64,
    batch: &Batch,
    at: usize,
    why: &Refused,
) -> Result<StoreError, StoreError> {
    let NewEntry {
        act,
        act_digest,
        stream,
        nth,
        ..
    } = &batch.entries[at];
    let Refused::Act(seq) = *why else {
        let why = format!("place {nth} of the stream {stream} is taken");
        return Ok(StoreError::Fatal(why));
    };
    let within = seq
        .checked_sub(first)
        .and_then(|at| usize::try_from(at).ok());
    let digest = match within.and_then(|at| batch.entries.get(at)) {
        Some(entry) => entry.act_digest,
        None => read::act_digest(transaction, log, seq)?,
    };
    Ok(StoreError::ActTaken {
        id: *act,
        seq,
        same: digest == *act_digest,
    })
}

/// Keeps a document, or leaves the one that is there: both have the digest of their bytes.
fn keep_document(connection: &Connection, document: &Document) -> Result<(), StoreError> {
    let given = params![document.digest.as_bytes(), document.media, document.bytes];
    let sql = include_str!("document_insert.sql");
    change(connection, "keeping a document", sql, given)?;
    Ok(())
}

/// Keeps an envelope, or leaves the one that is there: both open the commitment.
fn keep_envelope(connection: &Connection, envelope: &Envelope) -> Result<(), StoreError> {
    let given = params![
        envelope.commitment.as_bytes(),
        envelope.salt,
        envelope.bytes
    ];
    let sql = include_str!("private_insert.sql");
    change(connection, "keeping an envelope", sql, given)?;
    Ok(())
}

fn keep_letter(connection: &Connection, letter: &Letter) -> Result<(), StoreError> {
    let given = params![
        letter.act.as_bytes(),
        letter.addressee,
        letter.text.as_bytes()
    ];
    change(
        connection,
        "keeping a letter",
        include_str!("letter_insert.sql"),
        given,
    )?;
    Ok(())
}

pub(super) fn document(connection: &mut Connection, document: &Document) -> Result<(), StoreError> {
    transact(connection, |transaction| {
        keep_document(transaction, document)
    })
}

pub(super) fn envelope(connection: &mut Connection, envelope: &Envelope) -> Result<(), StoreError> {
    transact(connection, |transaction| {
        keep_envelope(transaction, envelope)
    })
}

/// Erases an envelope. Freed pages are overwritten (`secure_delete`), and the write-ahead log, which
/// still holds the bytes as they were written, is emptied into the database and cut to nothing.
pub(super) fn erase(connection: &mut Connection, commitment: &Digest) -> Result<bool, StoreError> {
    let doing = "erasing an envelope";
    let erased = transact(connection, |transaction| {
        let given = [commitment.as_bytes()];
        change(transaction, doing, include_str!("private_erase.sql"), given)
    })?;
    let busy: bool = connection
        .query_row(include_str!("truncate.sql"), [], |row| row.get(0))
        .map_err(during(doing))?;
    if busy {
        let why = "the envelope is gone, but a reader keeps its bytes in the write-ahead log";
        return Err(StoreError::Retryable(why.to_owned()));
    }
    Ok(erased > 0)
}

pub(super) fn done(connection: &mut Connection, id: u64) -> Result<(), StoreError> {
    let Ok(id) = i64::try_from(id) else {
        return Ok(());
    };
    transact(connection, |transaction| {
        let sql = include_str!("letter_done.sql");
        change(transaction, "noting a letter as sent", sql, [id]).map(drop)
    })
}

pub(super) fn failed(connection: &mut Connection, id: u64, why: &str) -> Result<(), StoreError> {
    let Ok(id) = i64::try_from(id) else {
        return Ok(());
    };
    transact(connection, |transaction| {
        let sql = include_str!("letter_failed.sql");
        change(transaction, "noting why a letter failed", sql, (id, why)).map(drop)
    })
}

pub(super) fn seize(connection: &mut Connection, log: i64) -> Result<u64, StoreError> {
    let sql = include_str!("head_seize.sql");
    transact(connection, |transaction| {
        row::row(transaction, "taking over", sql, [log], |row| count(row, 0))?
            .ok_or_else(|| row::damaged("the log has no head"))
    })
}

pub(super) fn sign(
    connection: &mut Connection,
    log: i64,
    old: Option<u64>,
    new: &Signed,
) -> Result<(), StoreError> {
    transact(connection, |transaction| {
        let head = read::head(transaction, log)?;
        let last = read::signed(transaction, log)?;
        if head.epoch != new.epoch || last.as_ref().map(|last| last.size) != old {
            let head = head.position();
            return Err(StoreError::Stale { head });
        }
        let size = new.size;
        if size > head.size || old.is_some_and(|old| size < old) {
            return Err(StoreError::Fatal(format!(
                "a checkpoint over {size} entries is out of its turn"
            )));
        }
        let other = |root: Digest| root != new.root;
        let signed_otherwise = last.is_some_and(|last| last.size == size && other(last.root));
        if signed_otherwise || (head.size == size && other(head.root)) {
            return Err(StoreError::Fatal(format!("two roots over {size} entries")));
        }
        let given = params![
            log,
            signed_count(size)?,
            new.root.as_bytes(),
            new.note,
            signed_count(new.epoch)?,
        ];
        let sql = include_str!("signed_insert.sql");
        change(transaction, "keeping a signed checkpoint", sql, given).map(drop)
    })
}

pub(super) fn cosign(
    connection: &mut Connection,
    log: i64,
    size: u64,
    new: &Cosignature,
) -> Result<(), StoreError> {
    transact(connection, |transaction| {
        let given = params![log, signed_count(size)?, new.witness, new.line];
        let sql = include_str!("cosign_insert.sql");
        change(transaction, "keeping a cosignature", sql, given).map(drop)
    })
}
