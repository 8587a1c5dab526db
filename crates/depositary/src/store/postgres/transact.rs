//! One transaction: what its end means, and when it is tried again.

use super::row::{during, said};
use crate::store::StoreError;
use deadpool_postgres::{Object, Pool, PoolError, Transaction};
use tokio_postgres::IsolationLevel;
use tokio_postgres::error::SqlState;

/// How often a transaction is tried that another one was in the way of (SQLSTATE 40001).
const TRIES: u32 = 5;

/// Returns a connection that was just tried. Where there is none, nothing was written.
pub(super) async fn connection(pool: &Pool) -> Result<Object, StoreError> {
    pool.get().await.map_err(|error| {
        let why = match &error {
            PoolError::Backend(error) => said(error),
            other => other.to_string(),
        };
        StoreError::Retryable(format!("the database does not answer: {why}"))
    })
}

/// Does the work in one transaction, and again where another one was in the way.
pub(super) async fn transact<T>(
    pool: &Pool,
    work: impl AsyncFn(&Transaction<'_>) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    let mut connection = connection(pool).await?;
    for _ in 1..TRIES {
        match attempt(&mut connection, &work).await {
            Err(StoreError::Retryable(_)) => {}
            decided => return decided,
        }
    }
    attempt(&mut connection, &work).await
}

/// A commit that fails is fatal, and never tried again, unless the server says that it undid the
/// transaction: the entries may be there or not, and a new start reads which.
async fn attempt<T>(
    connection: &mut Object,
    work: &impl AsyncFn(&Transaction<'_>) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    let begun = connection
        .build_transaction()
        .isolation_level(IsolationLevel::ReadCommitted)
        .start()
        .await;
    let transaction = begun.map_err(|error| during("beginning to write", &error))?;
    match work(&transaction).await {
        Ok(done) => match transaction.commit().await {
            Ok(()) => Ok(done),
            Err(error) if error.code() == Some(&SqlState::T_R_SERIALIZATION_FAILURE) => {
                Err(during("committing", &error))
            }
            Err(error) => Err(StoreError::Fatal(format!("committing: {}", said(&error)))),
        },
        Err(error) => {
            // Nothing was committed, whatever becomes of this; the rows that were held are free.
            drop(transaction.rollback().await);
            Err(error)
        }
    }
}
