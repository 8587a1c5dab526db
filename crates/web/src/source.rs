//! Where the pages take the register from: a value that is read, never written.

use alloc::collections::BTreeMap;
use alloc::sync::Arc;
use std::sync::OnceLock;

use sponsio_law::calendar::Date;
use sponsio_law::register::{Register, TreatyIndex};
use sponsio_law::status::history::{History, Lens};
use sponsio_record::{Digest, Instant};
use thiserror::Error;

/// Gives the register as it is now. It may take its time: it is asked on a thread of its own.
pub trait Source: Send + Sync + 'static {
    /// Returns the register, newly read where it has changed.
    fn reading(&self) -> Result<Arc<Reading>, Unread>;
}

/// Why the register cannot be shown now.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("the register cannot be read: {0}")]
pub struct Unread(pub String);

/// A register as it was read.
#[derive(Debug)]
pub struct Reading {
    /// The register.
    pub register: Register,
    /// What it calls itself; empty where it says nothing.
    pub title: String,
    /// Whether it is a practice register, in which nothing has legal effect.
    pub exercise: bool,
    /// The day to which its keeper has kept it; absent where each treaty says so for itself.
    pub kept_to: Option<Date>,
    /// The log it is kept in; absent for a folder of tables.
    pub log: Option<Head>,
    histories: BTreeMap<TreatyIndex, OnceLock<History>>,
}

/// The head of the log from which a register was computed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The origin.
    pub origin: String,
    /// How many entries there are.
    pub size: u64,
    /// The root of the tree over them.
    pub root: Digest,
    /// When the last of them was recorded.
    pub recorded: Option<Instant>,
    /// The log's public key, as a vkey.
    pub key: Option<String>,
    /// The office's own policy (C2SP tlog-policy): its log, its witnesses, its quorum; empty if it has none.
    pub policy: String,
    /// The last checkpoint that was published; absent before the first.
    pub published: Option<Published>,
}

/// A published checkpoint, as the office's own policy judges it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// The signed note.
    pub note: String,
    /// How many entries it covers.
    pub size: u64,
    /// The witnesses of the policy, each with the time of its cosignature if it has cosigned.
    pub witnesses: Vec<(String, Option<Instant>)>,
    /// Whether as many have cosigned as the policy asks for.
    pub quorum: bool,
}

impl Reading {
    /// Returns a reading; histories are computed when they are asked for.
    pub fn new(register: Register, title: String) -> Self {
        let places = register.treaty_places();
        let histories = places.map(|place| (place, OnceLock::new())).collect();
        Self {
            register,
            title,
            exercise: false,
            kept_to: None,
            log: None,
            histories,
        }
    }

    /// Returns the history of a treaty as known today; it is computed once.
    pub(crate) fn history(&self, treaty: TreatyIndex) -> &History {
        // Places are those of this register, so that there is one.
        self.histories[&treaty].get_or_init(|| self.register.history(treaty, Lens::default()))
    }

    /// Returns the day the pages speak of where none is asked for: the latest to which data reach.
    pub(crate) fn day(&self) -> Option<Date> {
        let register = &self.register;
        let treaties = register.treaties().iter();
        self.kept_to
            .or_else(|| treaties.filter_map(|treaty| register.horizon(treaty)).max())
    }
}
