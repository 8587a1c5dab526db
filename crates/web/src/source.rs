//! Where the pages take the register from: a value that is read, never written.

use alloc::collections::{BTreeMap, VecDeque};
use alloc::sync::Arc;
use std::sync::{Mutex, OnceLock, PoisonError};

use sponsio_law::calendar::Date;
use sponsio_law::guarantee::{self, Coverage, TooLarge, promising};
use sponsio_law::register::{Register, TreatyIndex};
use sponsio_law::status::history::{History, Lens};
use sponsio_record::{Digest, Instant};
use sponsio_text::markup::{Options, parse};
use sponsio_text::{Expression, IdsOfDigest, Language};
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
    /// The documents that the log names; absent where none are kept.
    pub shelf: Option<Shelf>,
    histories: BTreeMap<TreatyIndex, OnceLock<History>>,
    matrices: Mutex<VecDeque<Matrix>>,
    texts: Mutex<VecDeque<(Digest, Option<Arc<Expression>>)>>,
}

/// Gives the documents of the public log by their digests, byte for byte. The pages ask only for those
/// that an act of the log has made public.
#[derive(Clone)]
pub struct Shelf(Arc<Give>);

type Give = dyn Fn(&Digest) -> Option<Vec<u8>> + Send + Sync;

impl Shelf {
    /// Returns the shelf from which this gives.
    pub fn new(give: impl Fn(&Digest) -> Option<Vec<u8>> + Send + Sync + 'static) -> Self {
        Self(Arc::new(give))
    }
}

impl core::fmt::Debug for Shelf {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Shelf")
    }
}

/// How many texts are kept for the next reader.
const TEXTS: usize = 16;

/// How many matrices of guarantees are kept for the next reader.
const MATRICES: usize = 4;

/// A matrix of guarantees that was asked for.
#[derive(Debug)]
struct Matrix {
    treaty: Option<TreatyIndex>,
    at: Date,
    coverage: Arc<Coverage>,
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
            matrices: Mutex::default(),
            texts: Mutex::default(),
            shelf: None,
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

    /// Returns a document whose bytes are those of the digest.
    pub(crate) fn document(&self, digest: &Digest) -> Option<Vec<u8>> {
        let Shelf(give) = self.shelf.as_ref()?;
        give(digest).filter(|bytes| Digest::of(bytes) == *digest)
    }

    /// Returns a text in its source form, read once.
    pub(crate) fn text(&self, digest: &Digest, language: &Language) -> Option<Arc<Expression>> {
        let mut kept = self.texts.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, found)) = kept.iter().find(|(known, _)| known == digest) {
            return found.clone();
        }
        let read = self.document(digest).and_then(|bytes| {
            let options = Options {
                language: Some(language.clone()),
                ..Options::default()
            };
            let mut ids = IdsOfDigest::new(*digest);
            parse(&bytes, &options, &mut ids).expression
        });
        let read = read.map(Arc::new);
        kept.truncate(TEXTS - 1);
        kept.push_front((*digest, read.clone()));
        read
    }

    /// Returns the guarantees of one treaty, or of all, on a day. One is computed at a time, however many
    /// ask, and the last few are kept.
    pub(crate) fn coverage(
        &self,
        treaty: Option<TreatyIndex>,
        at: Date,
    ) -> Result<Arc<Coverage>, TooLarge> {
        // Whoever panicked here has changed nothing: a matrix is kept as a whole.
        let mut kept = self.matrices.lock().unwrap_or_else(PoisonError::into_inner);
        let found = kept
            .iter()
            .find(|kept| kept.treaty == treaty && kept.at == at);
        if let Some(found) = found {
            return Ok(Arc::clone(&found.coverage));
        }
        let treaties = treaty.map_or_else(|| promising(&self.register), |treaty| vec![treaty]);
        let asked = guarantee::Asked {
            treaties: &treaties,
            at,
            lens: Lens::default(),
            among: &[],
        };
        let coverage = Arc::new(guarantee::coverage(&self.register, &asked)?);
        kept.truncate(MATRICES - 1);
        kept.push_front(Matrix {
            treaty,
            at,
            coverage: Arc::clone(&coverage),
        });
        Ok(coverage)
    }
}
