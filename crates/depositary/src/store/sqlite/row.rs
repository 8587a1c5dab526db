//! Rows as values, and what an error of SQLite means for a writer.

use crate::store::{Head, Signed, StoreError};
use rusqlite::types::FromSql;
use rusqlite::{Connection, ErrorCode, OptionalExtension as _, Params, Row};
use sponsio_record::{ActId, Digest, Instant};

/// Returns what this error means: another connection was in the way, or nobody knows.
///
/// It names what was done, never what it was done with: values may be confidential.
pub(super) fn during(doing: &'static str) -> impl Fn(rusqlite::Error) -> StoreError {
    move |error| {
        let text = format!("{doing}: {error}");
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
                StoreError::Retryable(text)
            }
            _ => StoreError::Fatal(text),
        }
    }
}

/// Returns that the database holds what nobody wrote.
pub(super) fn damaged(what: &str) -> StoreError {
    StoreError::Fatal(format!("the database is damaged: {what}"))
}

/// Returns the one row of a statement, if there is one.
pub(super) fn row<T>(
    connection: &Connection,
    doing: &'static str,
    sql: &str,
    given: impl Params,
    read: impl FnOnce(&Row<'_>) -> Result<T, StoreError>,
) -> Result<Option<T>, StoreError> {
    let mut statement = connection.prepare_cached(sql).map_err(during(doing))?;
    statement
        .query_row(given, |row| Ok(read(row)))
        .optional()
        .map_err(during(doing))?
        .transpose()
}

/// Returns all rows of a statement.
pub(super) fn rows<T>(
    connection: &Connection,
    doing: &'static str,
    sql: &str,
    given: impl Params,
    read: impl Fn(&Row<'_>) -> Result<T, StoreError>,
) -> Result<Vec<T>, StoreError> {
    let mut statement = connection.prepare_cached(sql).map_err(during(doing))?;
    let mut rows = statement.query(given).map_err(during(doing))?;
    let mut found = Vec::new();
    while let Some(row) = rows.next().map_err(during(doing))? {
        found.push(read(row)?);
    }
    Ok(found)
}

/// Runs a statement and returns how many rows it changed.
pub(super) fn change(
    connection: &Connection,
    doing: &'static str,
    sql: &str,
    given: impl Params,
) -> Result<usize, StoreError> {
    connection
        .prepare_cached(sql)
        .and_then(|mut statement| statement.execute(given))
        .map_err(during(doing))
}

/// Returns a column.
pub(super) fn column<T: FromSql>(row: &Row<'_>, at: usize) -> Result<T, StoreError> {
    row.get(at).map_err(during("reading a row"))
}

/// Returns a column that counts something.
pub(super) fn count(row: &Row<'_>, at: usize) -> Result<u64, StoreError> {
    u64::try_from(column::<i64>(row, at)?).map_err(|_| damaged("a count is negative"))
}

/// Returns a column that is a digest.
pub(super) fn digest(row: &Row<'_>, at: usize) -> Result<Digest, StoreError> {
    column(row, at).map(Digest::from_bytes)
}

/// Returns a column that is the id of an act.
pub(super) fn act(row: &Row<'_>, at: usize) -> Result<ActId, StoreError> {
    column(row, at).map(ActId::from_bytes)
}

/// Returns the number as SQLite counts; no log has 2^63 entries.
pub(super) fn signed_count(number: u64) -> Result<i64, StoreError> {
    i64::try_from(number).map_err(|_| StoreError::Fatal(format!("{number} is too many")))
}

/// Returns a row of `head`.
pub(super) fn head(row: &Row<'_>) -> Result<Head, StoreError> {
    let frontier: Vec<u8> = column(row, 2)?;
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
pub(super) fn signed(row: &Row<'_>) -> Result<Signed, StoreError> {
    Ok(Signed {
        size: count(row, 0)?,
        root: digest(row, 1)?,
        note: column(row, 2)?,
        epoch: count(row, 3)?,
    })
}
