//! `sponsio.toml`: which log a register place is, and where what should lie on other volumes is.

use std::path::PathBuf;

use sponsio_depositary::fetch::Address;
use sponsio_depositary::{Duty, Observer};
use sponsio_ledger::note::VerifierKey;
use thiserror::Error;
use toml::{Table, Value};

use crate::folder::suggestion::nearest;

/// The name of the file.
pub const FILE: &str = "sponsio.toml";

const KEYS: [&str; 5] = ["key", "lock", "observer", "origin", "store"];

/// What is said of each observer.
const OBSERVER_KEYS: [&str; 3] = ["duty", "key", "url"];

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
    /// Who watches the log from outside and is asked for cosignatures.
    pub observers: Vec<Observer>,
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
    /// An observer cannot be asked; they are counted from one.
    #[error("observer {0}: {1}")]
    Observer(usize, String),
}

impl Config {
    /// Returns the settings of a new register.
    pub fn new(origin: String, lock: PathBuf) -> Self {
        Self {
            origin,
            lock,
            key: PathBuf::from("keys/log.key"),
            store: None,
            observers: Vec::new(),
        }
    }

    /// Reads the settings; a key that is not known is an error.
    pub fn read(text: &str) -> Result<Self, ConfigError> {
        let table: Table = text
            .parse()
            .map_err(|error: toml::de::Error| ConfigError::Form(error.message().to_owned()))?;
        known(&table, KEYS)?;
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
            observers: observers(&table)?,
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
             # The secret key of the log. Keep it in no backup of the register.\n\
             key = {key}\n\
             {store}"
        ))
    }
}

/// Returns how a duty is written.
pub const fn duty_word(duty: Duty) -> &'static str {
    match duty {
        Duty::Witness => "witness",
        Duty::Mirror => "mirror",
    }
}

/// Returns an observer as a block of the file.
pub fn block(observer: &Observer) -> String {
    format!(
        "[[observer]]\nduty = {}\nurl = {}\nkey = {}\n",
        Value::from(duty_word(observer.duty)),
        Value::from(observer.address.to_string()),
        Value::from(observer.key.to_string())
    )
}

/// Refuses a key that is not one of these.
fn known<const N: usize>(table: &Table, keys: [&'static str; N]) -> Result<(), ConfigError> {
    match table.keys().find(|key| !keys.contains(&key.as_str())) {
        None => Ok(()),
        Some(unknown) => {
            let meant = nearest(unknown, keys);
            Err(ConfigError::Unknown(unknown.clone(), meant))
        }
    }
}

fn observers(table: &Table) -> Result<Vec<Observer>, ConfigError> {
    let Some(value) = table.get("observer") else {
        return Ok(Vec::new());
    };
    let blocks = value.as_array().ok_or(ConfigError::NoText("observer"))?;
    let mut found: Vec<Observer> = Vec::new();
    for (place, block) in (1..).zip(blocks) {
        let wrong = |why: String| ConfigError::Observer(place, why);
        let block = block.as_table();
        let block = block.ok_or_else(|| wrong("it has `duty`, `url` and `key`".to_owned()))?;
        known(block, OBSERVER_KEYS)?;
        let text = |key: &str| {
            let text = block.get(key).and_then(Value::as_str);
            text.ok_or_else(|| wrong(format!("`{key}` is missing or is no text")))
        };
        let duty = match text("duty")? {
            "witness" => Duty::Witness,
            "mirror" => Duty::Mirror,
            other => return Err(wrong(format!("`{other}` is neither witness nor mirror"))),
        };
        let address = Address::parse(text("url")?).map_err(|error| wrong(error.to_string()))?;
        let key: VerifierKey = text("key")?
            .parse()
            .map_err(|fault| wrong(format!("{fault}")))?;
        if found.iter().any(|other| other.key.name() == key.name()) {
            return Err(wrong(format!("{} is named twice", key.name())));
        }
        let observer = Observer::new(duty, address, key);
        found.push(observer.ok_or_else(|| wrong("its key does not cosign".to_owned()))?);
    }
    Ok(found)
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

    const OBSERVED: &str = "origin = \"a\"\nlock = \"b\"\nkey = \"c\"\n";

    fn witness(name: &str) -> Observer {
        let key = sponsio_ledger::note::SigningKey::cosigner(name, &[1; 32]).expect("a key");
        let address = Address::parse("http://127.0.0.1:8081").expect("an address");
        Observer::new(Duty::Witness, address, key.verifier().clone()).expect("it cosigns")
    }

    #[test]
    fn observers_are_read_as_they_are_written() {
        let written = [
            block(&witness("a.example/w")),
            block(&witness("b.example/w")),
        ]
        .concat();
        let config = Config::read(&format!("{OBSERVED}{written}")).expect("settings");
        let names: Vec<_> = config.observers.iter().map(|one| one.key.name()).collect();
        assert_eq!(names, ["a.example/w", "b.example/w"]);
    }

    #[test]
    fn an_observer_that_cannot_be_asked_is_refused_with_its_place() {
        let good = block(&witness("a.example/w"));
        for (from, to) in [
            ("witness\"", "judge\""),
            ("http:", "ftp:"),
            ("+", "-"),
            ("duty", "#"),
        ] {
            let bad = good.replacen(from, to, 1);
            let read = Config::read(&format!("{OBSERVED}{good}{bad}"));
            assert!(
                matches!(read, Err(ConfigError::Observer(2, _))),
                "{bad}: {read:?}"
            );
        }
        let twice = Config::read(&format!("{OBSERVED}{good}{good}"));
        assert!(matches!(twice, Err(ConfigError::Observer(2, _))));
        let unknown = Config::read(&format!("{OBSERVED}{}", good.replace("url", "ur")));
        let named = ConfigError::Unknown("ur".to_owned(), Some("url"));
        assert_eq!(unknown, Err(named));
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
