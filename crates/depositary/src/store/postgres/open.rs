//! Opening a database: a server that keeps its promises, the settings of the ledger for each
//! connection, and the migrations that have not run yet.

use super::address::Address;
use super::encryption::Encryption;
use super::row::said;
use alloc::sync::Arc;
use core::error::Error as _;
use core::time::Duration;
use deadpool_postgres::{
    Hook, HookError, Manager, ManagerConfig, Object, Pool, PoolError, RecyclingMethod, Runtime,
};
use std::io;
use std::sync::{Mutex, PoisonError};
use tokio_postgres::error::SqlState;
use tokio_postgres::{Client, NoTls};

/// The oldest server that is used, as it numbers itself; older ones get no more corrections.
const OLDEST: i32 = 130_000;

/// The migrations, in order; the place of each, counted from one, is its number.
const MIGRATIONS: [&str; 1] = [include_str!("../../../migrations/postgres/0001_ledger.sql")];

/// How long a server may take to accept a connection.
const CONNECTING: Duration = Duration::from_secs(10);

/// How long a call waits for a connection that is free.
const WAITING: Duration = Duration::from_secs(30);

/// How a database is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    /// How many connections there are at most.
    pub connections: usize,
}

impl Default for Settings {
    /// Returns settings for one of several servers: four connections.
    fn default() -> Self {
        Self { connections: 4 }
    }
}

/// Why a database was not opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The server does not answer, or not to this user.
    #[error("the server of {address} does not answer: {why}")]
    Unreachable {
        /// The address.
        address: Address,
        /// Why, in the server's words.
        why: String,
    },
    /// A setting of the server, by which a committed entry can be lost or changed.
    #[error("the server of {address} has {setting} = {found}; a ledger needs {wanted}")]
    Unsafe {
        /// The address.
        address: Address,
        /// The setting.
        setting: &'static str,
        /// What it is.
        found: String,
        /// What it must be.
        wanted: &'static str,
    },
    /// The database has a schema `sponsio` that is not ours.
    #[error("the schema sponsio of {address} is not of Sponsio")]
    Foreign {
        /// The address.
        address: Address,
    },
    /// A later Sponsio wrote it.
    #[error("{address} has form {found}; this Sponsio knows forms up to {known}")]
    Newer {
        /// The address.
        address: Address,
        /// The number of the last migration that ran on it.
        found: usize,
        /// The number of the last migration that is known here.
        known: usize,
    },
    /// The thread that speaks with the server cannot start, or the certificates of its authority cannot
    /// be read.
    #[error("the store's connection: {0}")]
    Io(#[from] io::Error),
}

/// What the server says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Server {
    /// Its version in its own words.
    pub version: String,
    /// Whether it notices a page that the disk gives back changed (`initdb --data-checksums`).
    pub checksums: bool,
    /// Each setting that a ledger rests on, with what it is; all are as they must be.
    pub settings: Vec<(&'static str, String)>,
}

/// Why the last connection was refused, as data; the pool itself keeps a text only.
pub(super) type Refused = Arc<Mutex<Option<OpenError>>>;

/// Returns connections that are made when they are needed, each with the settings of the ledger.
pub(super) fn pool(
    address: &Address,
    settings: Settings,
    reads_only: bool,
    encryption: Option<Encryption>,
    refused: Refused,
) -> Pool {
    let mut config = address.config();
    config.connect_timeout(CONNECTING);
    config.tcp_user_timeout(WAITING);
    let recycling_method = RecyclingMethod::Verified;
    let recycling = ManagerConfig { recycling_method };
    let manager = match encryption {
        Some(encryption) => Manager::from_config(config, encryption, recycling),
        None => Manager::from_config(config, NoTls, recycling),
    };
    let address = address.clone();
    let set = Hook::async_fn(move |client: &mut deadpool_postgres::ClientWrapper, _| {
        let (address, refused) = (address.clone(), Arc::clone(&refused));
        Box::pin(async move {
            let set = async {
                client.batch_execute(include_str!("session.sql")).await?;
                if reads_only {
                    let sql = include_str!("session_reading.sql");
                    client.batch_execute(sql).await?;
                }
                Ok(())
            };
            set.await.map_err(HookError::Backend)?;
            let sound = examine(client, &address, reads_only).await;
            sound.map(drop).map_err(|error| {
                let why = error.to_string();
                *refused.lock().unwrap_or_else(PoisonError::into_inner) = Some(error);
                HookError::message(why)
            })
        })
    });
    Pool::builder(manager)
        .max_size(settings.connections.max(1))
        .wait_timeout(Some(WAITING))
        .create_timeout(Some(CONNECTING))
        .recycle_timeout(Some(CONNECTING))
        .runtime(Runtime::Tokio1)
        .post_create(set)
        .build()
        .expect("a runtime is given for the timeouts")
}

/// Asks what the server is set to, and refuses what can lose or change a committed entry.
pub(super) async fn examine(
    client: &Client,
    address: &Address,
    reads_only: bool,
) -> Result<Server, OpenError> {
    let row = client
        .query_one(include_str!("settings.sql"), &[])
        .await
        .map_err(|error| unreachable(address, &error))?;
    let text = |at: usize| row.try_get::<_, String>(at).unwrap_or_default();
    let number: i32 = row.try_get(5).unwrap_or_default();
    let standby: bool = row.try_get(7).unwrap_or(true);
    let wanted = [
        ("fsync", text(0), "on"),
        ("full_page_writes", text(1), "on"),
        ("synchronous_commit", text(2), "on"),
        ("server_encoding", text(3), "UTF8"),
    ];
    let refused = |setting, found, wanted| {
        let address = address.clone();
        Err(OpenError::Unsafe {
            address,
            setting,
            found,
            wanted,
        })
    };
    if number < OLDEST {
        return refused("server_version", text(6), "13 or later");
    }
    for (setting, found, wanted) in &wanted {
        if found != wanted {
            return refused(setting, found.clone(), wanted);
        }
    }
    if standby && !reads_only {
        return refused(
            "pg_is_in_recovery",
            "true".to_owned(),
            "a server that writes",
        );
    }
    Ok(Server {
        version: text(6),
        checksums: text(4) == "on",
        settings: wanted.map(|(setting, found, _)| (setting, found)).into(),
    })
}

/// Brings the database to the newest form, or says that only reading would have to.
pub(super) async fn prepare(
    pool: &Pool,
    address: &Address,
    reads_only: bool,
    refused: &Refused,
) -> Result<Server, OpenError> {
    let mut client = connect(pool, address, refused).await?;
    let server = examine(&client, address, reads_only).await?;
    // Servers that start at the same time race for each form; who has lost looks again.
    loop {
        let form = recognise(&client, address).await?;
        if form == MIGRATIONS.len() {
            return Ok(server);
        }
        if reads_only {
            let address = address.clone();
            return Err(OpenError::Foreign { address });
        }
        if let Err(error) = migrate(&mut client, form).await
            && !lost_race(&error)
        {
            return Err(unreachable(address, &error));
        }
    }
}

async fn connect(pool: &Pool, address: &Address, refused: &Refused) -> Result<Object, OpenError> {
    pool.get().await.map_err(|error| {
        if let Some(known) = refused
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take()
        {
            return known;
        }
        match error {
            PoolError::Backend(error) => unreachable(address, &error),
            other => OpenError::Unreachable {
                address: address.clone(),
                why: other.to_string(),
            },
        }
    })
}

fn unreachable(address: &Address, error: &tokio_postgres::Error) -> OpenError {
    // Why a server is not believed stands behind the error, not in it.
    let behind = error.source().filter(|_| error.as_db_error().is_none());
    let why = match behind {
        Some(behind) => format!("{}: {behind}", said(error)),
        None => said(error),
    };
    let address = address.clone();
    OpenError::Unreachable { address, why }
}

/// Returns the number of the last migration that ran, before anything is changed.
async fn recognise(client: &Client, address: &Address) -> Result<usize, OpenError> {
    let failed = |error: tokio_postgres::Error| unreachable(address, &error);
    let asked = client.query_one(include_str!("form.sql"), &[]).await;
    let row = asked.map_err(failed)?;
    match (row.get::<_, bool>(0), row.get::<_, bool>(1)) {
        (false, false) => return Ok(0),
        (false, true) => {
            let address = address.clone();
            return Err(OpenError::Foreign { address });
        }
        (true, _) => {}
    }
    let asked = client.query_one(include_str!("form_number.sql"), &[]).await;
    let found = usize::try_from(asked.map_err(failed)?.get::<_, i32>(0)).unwrap_or(usize::MAX);
    let known = MIGRATIONS.len();
    if found > known {
        let address = address.clone();
        return Err(OpenError::Newer {
            address,
            found,
            known,
        });
    }
    Ok(found)
}

/// Runs the migration after this form, in one transaction with the number that says so.
async fn migrate(client: &mut Object, form: usize) -> Result<(), tokio_postgres::Error> {
    let transaction = client.transaction().await?;
    transaction.batch_execute(MIGRATIONS[form]).await?;
    let number = i32::try_from(form + 1).expect("there are few migrations");
    let sql = include_str!("form_insert.sql");
    transaction.execute(sql, &[&number]).await?;
    transaction.commit().await
}

/// Whether another server ran the same migration meanwhile.
fn lost_race(error: &tokio_postgres::Error) -> bool {
    const TAKEN: [SqlState; 4] = [
        SqlState::UNIQUE_VIOLATION,
        SqlState::DUPLICATE_SCHEMA,
        SqlState::DUPLICATE_TABLE,
        SqlState::DUPLICATE_OBJECT,
    ];
    error.code().is_some_and(|code| TAKEN.contains(code))
}
