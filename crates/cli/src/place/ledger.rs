//! Where the ledger of a register lies: in a file of its folder, for one process that writes, or in a
//! database of PostgreSQL, for several servers.

use alloc::sync::Arc;
use thiserror::Error;

#[cfg(feature = "postgres")]
use sponsio_depositary::store::postgres;
use sponsio_depositary::store::{Backend, Settings, Sqlite};

use crate::place::{Place, PlaceError};

/// Why a database on a server is not used.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ServerFault {
    /// The setting is no address.
    #[error("it is no address of a database")]
    Address,
    /// The address holds a password.
    #[error("the address holds a password")]
    Password,
    /// The address leads over a network.
    #[error("the server is on another machine")]
    Remote,
    /// The address asks for an encryption that verifies nobody.
    #[error("the server would not be verified")]
    Unverified,
    /// The server does not answer.
    #[error("the server does not answer: {0}")]
    Unreachable(String),
    /// A setting of the server by which a committed entry can be lost.
    #[error("{setting} = {found}; a ledger needs {wanted}")]
    Unsafe {
        /// The setting.
        setting: String,
        /// What it is.
        found: String,
        /// What it must be.
        wanted: String,
    },
    /// The database belongs to something else.
    #[error("the schema `sponsio` is not of Sponsio")]
    Foreign,
    /// A later Sponsio wrote it.
    #[error("a later Sponsio wrote it")]
    Newer,
    /// The database has a log of this origin, which another server began.
    #[error("the database has a log {0}")]
    Taken(String),
    /// Its copies are made by the server's own programs.
    #[error("the copies of {0} are made by `pg_dump`")]
    Dumped(String),
    /// This program knows no servers.
    #[error("this program was built without PostgreSQL")]
    NotBuilt,
}

/// What a server says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServerReport {
    /// Its version.
    pub version: String,
    /// Whether it notices a page that the disk changed.
    pub checksums: bool,
    /// The settings that a ledger rests on.
    pub settings: String,
}

impl Place {
    /// Returns the address of the database, where it lies on a server.
    pub fn address(&self) -> Option<&str> {
        self.config.store.as_deref()
    }

    /// Opens the ledger to write it. A file is for one process: another that has it is named in the
    /// refusal. A server's database is for all who come.
    pub fn store(&self) -> Result<Arc<dyn Backend>, PlaceError> {
        match self.address() {
            Some(address) => on_server(address, false),
            None => Ok(Arc::new(Sqlite::open(
                &self.database(),
                &Settings::default(),
            )?)),
        }
    }

    /// Opens the ledger to read it, beside whoever writes it.
    pub fn reader(&self) -> Result<Arc<dyn Backend>, PlaceError> {
        match self.address() {
            Some(address) => on_server(address, true),
            None => Ok(self.file()?),
        }
    }

    /// Opens the file of the ledger to read it; a database on a server has none.
    pub fn file(&self) -> Result<Arc<Sqlite>, PlaceError> {
        if let Some(address) = self.address() {
            return Err(ServerFault::Dumped(address.to_owned()).into());
        }
        let settings = Settings {
            readers: 1,
            ..Settings::default()
        };
        Ok(Arc::new(Sqlite::open_reading(&self.database(), &settings)?))
    }

    /// Asks the server what it is set to; `None` where the ledger lies in a file.
    pub fn server(&self) -> Result<Option<ServerReport>, PlaceError> {
        self.address().map(report).transpose()
    }
}

#[cfg(feature = "postgres")]
fn on_server(address: &str, reads_only: bool) -> Result<Arc<dyn Backend>, PlaceError> {
    Ok(Arc::new(connect(address, reads_only)?))
}

#[cfg(feature = "postgres")]
fn report(address: &str) -> Result<ServerReport, PlaceError> {
    let store = connect(address, true)?;
    let server = store.server();
    let settings = server.settings.iter();
    let settings: Vec<_> = settings
        .map(|(name, value)| format!("{name} = {value}"))
        .collect();
    Ok(ServerReport {
        version: server.version.clone(),
        checksums: server.checksums,
        settings: settings.join(", "),
    })
}

#[cfg(feature = "postgres")]
fn connect(address: &str, reads_only: bool) -> Result<postgres::Postgres, ServerFault> {
    use postgres::{Address, AddressError, OpenError, Postgres, Settings};
    let address: Address = address.parse().map_err(|error| match error {
        AddressError::Form => ServerFault::Address,
        AddressError::Password => ServerFault::Password,
        AddressError::Remote => ServerFault::Remote,
        AddressError::Unverified => ServerFault::Unverified,
    })?;
    let settings = Settings::default();
    let opened = if reads_only {
        Postgres::open_reading(&address, &settings)
    } else {
        Postgres::open(&address, &settings)
    };
    opened.map_err(|error| match error {
        OpenError::Unreachable { why, .. } => ServerFault::Unreachable(why),
        OpenError::Unsafe {
            setting,
            found,
            wanted,
            ..
        } => ServerFault::Unsafe {
            setting: setting.to_owned(),
            found,
            wanted: wanted.to_owned(),
        },
        OpenError::Foreign { .. } => ServerFault::Foreign,
        OpenError::Newer { .. } => ServerFault::Newer,
        OpenError::Io(why) => ServerFault::Unreachable(why.to_string()),
    })
}

#[cfg(not(feature = "postgres"))]
fn on_server(_: &str, _: bool) -> Result<Arc<dyn Backend>, PlaceError> {
    Err(ServerFault::NotBuilt.into())
}

#[cfg(not(feature = "postgres"))]
fn report(_: &str) -> Result<ServerReport, PlaceError> {
    Err(ServerFault::NotBuilt.into())
}
