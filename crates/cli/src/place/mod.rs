//! A register place: the folder in which a depositary keeps a register as a ledger
//! (`docs/spec/register-place.md`). It knows where things lie; what they say is for others to read.

pub mod clock;
pub mod config;
pub mod desk;
pub mod key;
pub mod ledger;
pub mod made;
pub mod observers;
pub mod public;
pub mod reading;
pub mod succession;

use std::io;
use std::path::{Path, PathBuf};

use sponsio_depositary::accounts::LastWord;
use sponsio_depositary::store::{OpenError, StoreError};
use sponsio_depositary::{DeskError, Fatal, HealError, Observer};
use sponsio_ledger::policy::Policy;
use sponsio_ledger::verdict::{Fault, Refusal};
use thiserror::Error;

use crate::place::config::{Config, ConfigError};
use crate::place::key::passphrase::{PassphraseError, Source};
use crate::place::observers::ObserversError;

/// What the origin of every practice register ends in.
pub const EXERCISE: &str = "/exercise";

const DATABASE: &str = "register.sqlite";
const ACCOUNTS: &str = "accounts.sqlite";
const LOG: &str = "log";
const SNAPSHOT: &str = "snapshot";
const POLICY: &str = "policy";

/// Why a register place cannot be used.
#[derive(Debug, Error)]
pub enum PlaceError {
    /// There is no register in this folder.
    #[error("there is no register in {}", .0.display())]
    NotFound(PathBuf),
    /// There is a register, or something else, where a new one was to be made.
    #[error("{} is there already", .0.display())]
    Taken(PathBuf),
    /// A file cannot be read or written.
    #[error("{}: {}", .0.display(), .1)]
    Io(PathBuf, #[source] io::Error),
    /// The settings cannot be read.
    #[error("{}: {}", .0.display(), .1)]
    Config(PathBuf, #[source] ConfigError),
    /// The name can be no origin.
    #[error("`{0}` can be no origin")]
    Origin(String),
    /// The key file holds no key.
    #[error("{} holds no key", .0.display())]
    Key(PathBuf),
    /// The key is encrypted with another passphrase.
    #[error("{} is encrypted with another passphrase", .0.display())]
    WrongPassphrase(PathBuf),
    /// There is no passphrase, or none that can be set.
    #[error(transparent)]
    Passphrase(#[from] PassphraseError),
    /// The key could not be encrypted.
    #[error("the key could not be encrypted")]
    Unsealed,
    /// The first entry of the log names no key for recovery.
    #[error("the log names no key for recovery")]
    NoRecovery,
    /// The key for recovery is another one.
    #[error("the key for recovery is {0}")]
    OtherRecovery(String),
    /// The observers are not changed.
    #[error(transparent)]
    Observers(#[from] ObserversError),
    /// The store was not healed.
    #[error(transparent)]
    Heal(#[from] HealError),
    /// The policy cannot be read.
    #[error("{}: {}", .0.display(), .1)]
    Policy(PathBuf, Fault),
    /// The database is not opened.
    #[error(transparent)]
    Store(#[from] OpenError),
    /// The database on a server is not used.
    #[error(transparent)]
    Server(#[from] ledger::ServerFault),
    /// The database does not answer.
    #[error(transparent)]
    Storage(#[from] StoreError),
    /// The public log is not what it says.
    #[error(transparent)]
    Log(#[from] Refusal),
    /// The public log is not whole.
    #[error("{0} is missing")]
    Missing(String),
    /// The desk does not do what it is asked.
    #[error(transparent)]
    Desk(#[from] DeskError),
    /// An instant was given for a register that is no exercise.
    #[error("only an exercise takes the instant from the command line")]
    RealClock,
}

impl From<Fatal> for PlaceError {
    fn from(fatal: Fatal) -> Self {
        Self::Desk(fatal.into())
    }
}

/// Where the parts of a register lie.
#[derive(Debug, Clone)]
pub struct Place {
    root: PathBuf,
    config: Config,
    passphrase: Source,
}

impl Place {
    /// Finds the register of a folder.
    pub fn find(root: &Path) -> Result<Self, PlaceError> {
        if !is_place(root) {
            return Err(PlaceError::NotFound(root.to_owned()));
        }
        Self::settled(root)
    }

    /// Finds the settings of a register, whether or not its database is there.
    pub fn settled(root: &Path) -> Result<Self, PlaceError> {
        let path = root.join(config::FILE);
        if !path.is_file() {
            return Err(PlaceError::NotFound(root.to_owned()));
        }
        let text = std::fs::read_to_string(&path).map_err(io_at(&path))?;
        let config = Config::read(&text).map_err(|error| PlaceError::Config(path, error))?;
        Ok(Self {
            root: root.to_owned(),
            config,
            passphrase: Source::default(),
        })
    }

    /// Returns the place with a source for the passphrase of its key.
    #[must_use]
    pub fn unlocked_by(mut self, passphrase: Source) -> Self {
        self.passphrase = passphrase;
        self
    }

    /// Returns where the passphrase of the key comes from.
    pub fn passphrase(&self) -> &Source {
        &self.passphrase
    }

    /// Returns the file of the settings.
    pub fn config_file(&self) -> PathBuf {
        self.root.join(config::FILE)
    }

    /// Returns who is asked for cosignatures.
    pub fn observers(&self) -> &[Observer] {
        &self.config.observers
    }

    /// Returns the origin of the log.
    pub fn origin(&self) -> &str {
        &self.config.origin
    }

    /// Whether the origin is that of a practice register.
    pub fn is_exercise(&self) -> bool {
        self.origin().ends_with(EXERCISE)
    }

    /// Returns the folder of the register.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Returns the file of the database; where it lies on a server there is none.
    pub fn database(&self) -> PathBuf {
        self.root.join(DATABASE)
    }

    /// Returns the file of the accounts, whether or not it is there.
    pub fn accounts(&self) -> PathBuf {
        self.root.join(ACCOUNTS)
    }

    /// Returns the folder of the public log.
    pub fn log(&self) -> PathBuf {
        self.root.join(LOG)
    }

    /// Returns the folder of the snapshot, from which a desk starts sooner; it can be thrown away.
    pub fn snapshot(&self) -> PathBuf {
        self.root.join(SNAPSHOT)
    }

    /// Returns the folder with the last word on what was signed.
    pub fn lock(&self) -> PathBuf {
        self.root.join(&self.config.lock)
    }

    /// Returns the last word on whose account is revoked; it lies with the lock, in no backup.
    pub fn last_word(&self) -> LastWord {
        LastWord::of(self.lock().join("revoked"))
    }

    /// Returns the file of the log's secret key.
    pub fn key(&self) -> PathBuf {
        self.root.join(&self.config.key)
    }

    /// Returns the file of the policy.
    pub fn policy_file(&self) -> PathBuf {
        self.root.join(POLICY)
    }

    /// Reads the policy that the office itself goes by.
    pub fn policy(&self) -> Result<Policy, PlaceError> {
        policy(&self.policy_file())
    }
}

/// Whether a folder holds a register that is kept as a ledger.
pub fn is_place(folder: &Path) -> bool {
    let on_server = || Place::settled(folder).is_ok_and(|place| place.address().is_some());
    folder.join(config::FILE).is_file() && (folder.join(DATABASE).is_file() || on_server())
}

/// Reads a policy from a file.
pub fn policy(path: &Path) -> Result<Policy, PlaceError> {
    let bytes = std::fs::read(path).map_err(io_at(path))?;
    Policy::parse(&bytes).map_err(|fault| PlaceError::Policy(path.to_owned(), fault))
}

/// Says at which file something went wrong.
pub(crate) fn io_at(path: &Path) -> impl Fn(io::Error) -> PlaceError {
    move |error| PlaceError::Io(path.to_owned(), error)
}

/// Waits for a future on this thread: the one place where the command line has a runtime.
pub fn wait_for<T>(future: impl Future<Output = T>) -> Result<T, PlaceError> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .build()
        .map_err(|error| PlaceError::Io(PathBuf::from("runtime"), error))?;
    Ok(runtime.block_on(future))
}
