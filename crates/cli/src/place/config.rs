//! `sponsio.toml`: which log a register place is, and where what should lie on other volumes is.

use std::path::PathBuf;

use thiserror::Error;
use toml::{Table, Value};

use crate::folder::suggestion::nearest;

/// The name of the file.
pub const FILE: &str = "sponsio.toml";

const KEYS: [&str; 4] = ["key", "lock", "origin", "store"];

/// The settings of a register place. Paths that are relative begin at its folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// The origin of the log, which is the name of its key.
    pub origin: String,
    /// The folder with the last word on what was signed.
    pub lock: PathBuf,
    /// The file with the log's secret key.
    pub key: PathBuf,
    /// The address of the database, where it is not a file of the folder. It holds no password.
    pub store: Option<String>,
}

/// Why settings cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ConfigError {
    /// It is no TOML.
    #[error("{0}")]
    Form(String),
    /// A key that no setting has; perhaps this one is meant.
    #[error("the key `{0}` is unknown")]
    Unknown(String, Option<&'static str>),
    /// A setting is missing or is no text.
    #[error("`{0}` is missing or is no text")]
    NoText(&'static str),
}

impl Config {
    /// Returns the settings of a new register.
    pub fn new(origin: String, lock: PathBuf) -> Self {
        let key = PathBuf::from("keys/log.key");
        let store = None;
        Self {
            origin,
            lock,
            key,
            store,
        }
    }

    /// Reads the settings; a key that is not known is an error.
    pub fn read(text: &str) -> Result<Self, ConfigError> {
        let table: Table = text
            .parse()
            .map_err(|error: toml::de::Error| ConfigError::Form(error.message().to_owned()))?;
        if let Some(unknown) = table.keys().find(|key| !KEYS.contains(&key.as_str())) {
            let meant = nearest(unknown, KEYS);
            return Err(ConfigError::Unknown(unknown.clone(), meant));
        }
        let text = |key: &'static str| {
            let value = table.get(key).and_then(Value::as_str);
            value.ok_or(ConfigError::NoText(key)).map(str::to_owned)
        };
        Ok(Self {
            origin: text("origin")?,
            lock: text("lock")?.into(),
            key: text("key")?.into(),
            store: table
                .contains_key("store")
                .then(|| text("store"))
                .transpose()?,
        })
    }

    /// Returns the settings as a file that [`Config::read`] reads; `None` if a path is no text.
    pub fn print(&self) -> Option<String> {
        let origin = Value::from(self.origin.as_str());
        let lock = Value::from(self.lock.to_str()?);
        let key = Value::from(self.key.to_str()?);
        let store = self.store.as_ref().map(|address| {
            let address = Value::from(address.as_str());
            format!(
                "# The database. Its password is not written here: PGPASSFILE names the file that has it.\n\
                 store = {address}\n"
            )
        });
        let store = store.unwrap_or_default();
        Some(format!(
            "# The name of the log: it stands in every entry and every checkpoint, and never changes.\n\
             origin = {origin}\n\
             # The last checkpoint that was signed. Keep it on another volume, and in no backup.\n\
             lock = {lock}\n\
             # The secret key of the log, not encrypted: whoever reads it can sign for this office.\n\
             key = {key}\n\
             {store}"
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_printed_is_read() {
        let config = Config::new("a.example/\"quoted\"".to_owned(), "/elsewhere/lock".into());
        let printed = config.print().expect("paths are text");
        assert_eq!(Config::read(&printed), Ok(config.clone()));
        let store = Some("postgres:///register?host=/run/postgresql".to_owned());
        let config = Config { store, ..config };
        let printed = config.print().expect("paths are text");
        assert_eq!(Config::read(&printed), Ok(config));
    }

    #[test]
    fn unknown_keys_and_missing_ones_are_named() {
        let unknown = Config::read("origin = \"a\"\nlok = \"b\"\nkey = \"c\"\n");
        let named = ConfigError::Unknown("lok".to_owned(), Some("lock"));
        assert_eq!(unknown, Err(named));
        let missing = Config::read("origin = \"a\"\nlock = 3\nkey = \"c\"\n");
        assert_eq!(missing, Err(ConfigError::NoText("lock")));
        let number = Config::read("origin = \"a\"\nlock = \"b\"\nkey = \"c\"\nstore = 5432\n");
        assert_eq!(number, Err(ConfigError::NoText("store")));
        assert!(matches!(
            Config::read("origin = "),
            Err(ConfigError::Form(_))
        ));
    }
}
