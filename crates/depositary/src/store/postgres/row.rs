//! Rows as values, and what an error of PostgreSQL means for a writer.

use crate::store::{Head, Signed, StoreError};
use deadpool_postgres::GenericClient;
use sponsio_record::{ActId, Digest, Instant};
use tokio_postgres::Row;
use tokio_postgres::error::SqlState;
use tokio_postgres::types::{FromSql, ToSql};

/// The values given to a statement.
pub(super) type Given<'a> = &'a [&'a (dyn ToSql + Sync)];

/// Returns what this error means: another transaction was in the way (40001), or the writer's state
/// is wrong, or nobody knows.
///
/// It names what was done, never what it was done with: values may be confidential, and the detail
/// of an error holds them.
pub(super) fn during(doing: &str, error: &tokio_postgres::Error) -> StoreError {
    let text = format!("{doing}: {}", said(error));
    match error.code() {
        Some(code) if *code == SqlState::T_R_SERIALIZATION_FAILURE => StoreError::Retryable(text),
        _ => StoreError::Fatal(text),
    }
}

/// Returns an error in the server's words, without the values.
pub(super) fn said(error: &tokio_postgres::Error) -> String {
    match error.as_db_error() {
        Some(known) => format!("{} ({})", known.message(), known.code().code()),
        None => error.to_string(),
    }
}

/// Returns that the database holds what nobody wrote.
pub(super) fn damaged(what: &str) -> StoreError {
    StoreError::Fatal(format!("the database is damaged: {what}"))
}

/// Returns all rows of a statement.
pub(super) async fn rows(
    on: &impl GenericClient,
    doing: &str,
    sql: &str,
    given: Given<'_>,
) -> Result<Vec<Row>, StoreError> {
    let failed = |error| during(doing, &error);
    let statement = on.prepare_cached(sql).await.map_err(failed)?;
    on.query(&statement, given).await.map_err(failed)
}

/// Returns the one row of a statement, if there is one.
pub(super) async fn row(
    on: &impl GenericClient,
    doing: &str,
    sql: &str,
    given: Given<'_>,
) -> Result<Option<Row>, StoreError> {
    Ok(rows(on, doing, sql, given).await?.into_iter().next())
}

/// Runs a statement and returns how many rows it changed.
pub(super) async fn change(
    on: &impl GenericClient,
    doing: &str,
    sql: &str,
    given: Given<'_>,
) -> Result<u64, StoreError> {
    let failed = |error| during(doing, &error);
    let statement = on.prepare_cached(sql).await.map_err(failed)?;
    on.execute(&statement, given).await.map_err(failed)
}

/// Returns a column.
pub(super) fn column<'a, T: FromSql<'a>>(row: &'a Row, at: usize) -> Result<T, StoreError> {
    row.try_get(at)
        .map_err(|error| during("reading a row", &error))
}

/// Returns a column that counts something.
pub(super) fn count(row: &Row, at: usize) -> Result<u64, StoreError> {
    u64::try_from(column::<i64>(row, at)?).map_err(|_| damaged("a count is negative"))
}

/// Returns a column that is a digest.
pub(super) fn digest(row: &Row, at: usize) -> Result<Digest, StoreError> {
    bare(row, at).map(Digest::from_bytes)
}

/// Returns a column that is the id of an act.
pub(super) fn act(row: &Row, at: usize) -> Result<ActId, StoreError> {
    bare(row, at).map(ActId::from_bytes)
}

/// Returns a column of just so many bytes.
pub(super) fn bare<const N: usize>(row: &Row, at: usize) -> Result<[u8; N], StoreError> {
    let bytes: &[u8] = column(row, at)?;
    bytes
        .try_into()
        .map_err(|_| damaged(&format!("{} bytes stand for {N}", bytes.len())))
}

/// Returns the number as PostgreSQL counts; no log has 2^63 entries.
pub(super) fn signed_count(number: u64) -> Result<i64, StoreError> {
    i64::try_from(number).map_err(|_| StoreError::Fatal(format!("{number} is too many")))
}

/// Returns a row of `head`.
pub(super) fn head(row: &Row) -> Result<Head, StoreError> {
    let frontier: &[u8] = column(row, 2)?;
    let (digests, rest) = frontier.as_chunks::<32>();
    if !rest.is_empty() {
        return Err(damaged("the frontier ends within a digest"));
    }
    Ok(Head {
        size: count(row, 0)?,
        root: digest(row, 1)?,
        frontier: digests.iter().copied().map(Digest::from_bytes).collect(),
        epoch: count(row, 3)?,
        last_recorded: Instant::from_seconds(column(row, 4)?)
            .ok_or_else(|| damaged("the head has no instant"))?,
    })
}

/// Returns a row of `signed`.
pub(super) fn signed(row: &Row) -> Result<Signed, StoreError> {
    Ok(Signed {
        size: count(row, 0)?,
        root: digest(row, 1)?,
        note: column(row, 2)?,
        epoch: count(row, 3)?,
    })
}
