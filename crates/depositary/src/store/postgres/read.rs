//! What is read: what was committed before the statement began.

use super::row::{self, column, count, damaged, digest, signed_count};
use crate::store::{
    Cosignature, Document, Envelope, Head, Letter, NewEntry, Signed, StoreError, Waiting,
};
use deadpool_postgres::GenericClient;
use sponsio_record::{ActId, Digest};
use tokio_postgres::Row;

/// Returns the number of the log of this origin, if it is there.
pub(super) async fn number(
    on: &impl GenericClient,
    origin: &str,
) -> Result<Option<i64>, StoreError> {
    let sql = include_str!("log_id.sql");
    let found = row::row(on, "finding the log", sql, &[&origin]).await?;
    found.map(|row| column(&row, 0)).transpose()
}

/// Returns the number of the log of this origin and its head; a log that is not there is an error.
pub(super) async fn log(on: &impl GenericClient, origin: &str) -> Result<(i64, Head), StoreError> {
    // Nothing was written and nothing is damaged: it is another log's database.
    let number = number(on, origin).await?.ok_or_else(|| {
        StoreError::Retryable(format!("the database has no log of the origin {origin}"))
    })?;
    Ok((number, head(on, number).await?))
}

pub(super) async fn head(on: &impl GenericClient, log: i64) -> Result<Head, StoreError> {
    let sql = include_str!("head.sql");
    let found = row::row(on, "reading the head", sql, &[&log]).await?;
    row::head(&found.ok_or_else(|| damaged("the log has no head"))?)
}

pub(super) async fn entries(
    on: &impl GenericClient,
    log: i64,
    from: u64,
    most: usize,
) -> Result<Vec<Vec<u8>>, StoreError> {
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let Ok(first) = i64::try_from(from) else {
        return Ok(Vec::new());
    };
    let sql = include_str!("entries.sql");
    let found = row::rows(on, "reading entries", sql, &[&log, &first, &most]).await?;
    found
        .iter()
        .zip(from..)
        .map(|(row, due)| {
            without_gap(row, due)?;
            column(row, 1)
        })
        .collect()
}

pub(super) async fn rows(
    on: &impl GenericClient,
    log: i64,
    from: u64,
    most: usize,
) -> Result<Vec<NewEntry>, StoreError> {
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let Ok(first) = i64::try_from(from) else {
        return Ok(Vec::new());
    };
    let sql = include_str!("rows.sql");
    let found = row::rows(on, "reading entries", sql, &[&log, &first, &most]).await?;
    found
        .iter()
        .zip(from..)
        .map(|(row, due)| {
            without_gap(row, due)?;
            Ok(NewEntry {
                bytes: column(row, 1)?,
                leaf: digest(row, 2)?,
                act: row::act(row, 3)?,
                act_digest: digest(row, 4)?,
                stream: column(row, 5)?,
                nth: count(row, 6)?,
            })
        })
        .collect()
}

fn without_gap(row: &Row, due: u64) -> Result<(), StoreError> {
    if count(row, 0)? == due {
        return Ok(());
    }
    Err(damaged(&format!("entry {due} is missing")))
}

pub(super) async fn act(
    on: &impl GenericClient,
    log: i64,
    id: &ActId,
) -> Result<Option<(u64, Digest)>, StoreError> {
    let sql = include_str!("act.sql");
    let id = id.as_bytes().as_slice();
    let found = row::row(on, "finding an act", sql, &[&log, &id]).await?;
    found
        .map(|row| Ok((count(&row, 0)?, digest(&row, 1)?)))
        .transpose()
}

pub(super) async fn document(
    on: &impl GenericClient,
    wanted: &Digest,
) -> Result<Option<Document>, StoreError> {
    let sql = include_str!("document.sql");
    let digest = wanted.as_bytes().as_slice();
    let found = row::row(on, "reading a document", sql, &[&digest]).await?;
    found
        .map(|row| {
            let document = Document {
                digest: *wanted,
                media: column(&row, 0)?,
                bytes: column(&row, 1)?,
            };
            document.verified()
        })
        .transpose()
}

pub(super) async fn envelope(
    on: &impl GenericClient,
    wanted: &Digest,
) -> Result<Option<Envelope>, StoreError> {
    let sql = include_str!("private.sql");
    let commitment = wanted.as_bytes().as_slice();
    let found = row::row(on, "reading an envelope", sql, &[&commitment]).await?;
    found
        .map(|row| {
            let envelope = Envelope {
                commitment: *wanted,
                salt: row::bare(&row, 0)?,
                bytes: column(&row, 1)?,
            };
            envelope.verified()
        })
        .transpose()
}

pub(super) async fn commitments(on: &impl GenericClient) -> Result<Vec<Digest>, StoreError> {
    let sql = include_str!("private_list.sql");
    let found = row::rows(on, "listing envelopes", sql, &[]).await?;
    found.iter().map(|row| digest(row, 0)).collect()
}

pub(super) async fn waiting(
    on: &impl GenericClient,
    most: usize,
) -> Result<Vec<Waiting>, StoreError> {
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let sql = include_str!("letter_take.sql");
    let found = row::rows(on, "reading the outbox", sql, &[&most]).await?;
    let waiting = found.iter().map(|row| {
        Ok(Waiting {
            id: count(row, 0)?,
            letter: Letter {
                act: row::act(row, 1)?,
                addressee: column(row, 2)?,
                text: digest(row, 3)?,
            },
            attempts: u32::try_from(count(row, 4)?).unwrap_or(u32::MAX),
            failure: column(row, 5)?,
        })
    });
    waiting.collect()
}

pub(super) async fn signed(
    on: &impl GenericClient,
    log: i64,
) -> Result<Option<Signed>, StoreError> {
    let sql = include_str!("signed.sql");
    let found = row::row(on, "reading the signed checkpoint", sql, &[&log]).await?;
    found.as_ref().map(row::signed).transpose()
}

pub(super) async fn signed_over(
    on: &impl GenericClient,
    log: i64,
    size: u64,
) -> Result<Option<Signed>, StoreError> {
    let Ok(size) = i64::try_from(size) else {
        return Ok(None);
    };
    let sql = include_str!("signed_over.sql");
    let found = row::row(on, "reading a signed checkpoint", sql, &[&log, &size]).await?;
    found.as_ref().map(row::signed).transpose()
}

pub(super) async fn cosignatures(
    on: &impl GenericClient,
    log: i64,
    size: u64,
) -> Result<Vec<Cosignature>, StoreError> {
    let sql = include_str!("cosign.sql");
    let given = signed_count(size)?;
    let found = row::rows(on, "reading cosignatures", sql, &[&log, &given]).await?;
    let cosignatures = found.iter().map(|row| {
        Ok(Cosignature {
            witness: column(row, 0)?,
            line: column(row, 1)?,
        })
    });
    cosignatures.collect()
}
