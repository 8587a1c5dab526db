//! Healing after an old backup: the range that is missing comes back from a mirror, each bundle
//! verified against the log's own signed checkpoint before a byte of it is appended.

use sponsio_ledger::checkpoint::Checkpoint;
use sponsio_ledger::entry::{Entry, Matter};
use sponsio_ledger::mirror::next_bundle;
use sponsio_ledger::path::TILE_WIDTH;
use sponsio_ledger::policy::Policy;
use sponsio_ledger::tile::entries_of;
use sponsio_ledger::tree::{
    Tree, consistency, leaf_hash, subtree_consistency, verify_consistency,
    verify_subtree_consistency,
};
use sponsio_ledger::witness::origin_hash;
use sponsio_record::{ActId, Digest};

use crate::failure::Fatal;
use crate::fetch::{ANSWER_MAX, Address, FetchError, Fetcher};
use crate::open::load;
use crate::state::{Documents, State, Told, filing_of, needed_documents};
use crate::store::{Backend, Batch, Document, Head, NewEntry, Position, StoreError};
use crate::tiles::{Remote, Tiles};

/// The longest document that is fetched.
const DOCUMENT_MAX: usize = 64 << 20;

/// What healing brought back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Healed {
    /// How many entries there were before.
    pub before: u64,
    /// How many there are now.
    pub size: u64,
    /// Documents that the entries cite and that the mirror does not have; they come from a backup.
    pub absent: Vec<Digest>,
}

/// Why nothing, or nothing more, was healed. What was appended before is verified and stays.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum HealError {
    /// The mirror does not answer.
    #[error(transparent)]
    Fetch(#[from] FetchError),
    /// The mirror has no checkpoint that this log has signed.
    #[error("the mirror shows no checkpoint of this log: {0}")]
    Checkpoint(String),
    /// The mirror has no more than the store.
    #[error("the mirror has {known} entries, the store has {size}")]
    NotBehind {
        /// How many entries the mirror has.
        known: u64,
        /// How many the store has.
        size: u64,
    },
    /// The store does not continue to what the mirror has: it holds other entries.
    #[error("the first {0} entries are not those of the mirror's checkpoint; nothing was appended")]
    Parted(u64),
    /// What the mirror sends does not lead to the signed root.
    #[error("{0} of the mirror does not lead to the signed root")]
    Unproven(String),
    /// A document without which the register cannot be folded is nowhere to be had.
    #[error("the document {} is neither kept nor to be had from the mirror", .0.cited())]
    NoDocument(Digest),
    /// The store does not do what it is asked, or its entries are not in order.
    #[error(transparent)]
    Fatal(#[from] Fatal),
}

impl From<StoreError> for HealError {
    fn from(error: StoreError) -> Self {
        Self::Fatal(error.into())
    }
}

/// What a store lacks that a mirror has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lacking {
    /// How many entries the store has.
    pub size: u64,
    /// How many the mirror has, under the log's own signature.
    pub known: u64,
}

/// Says what the store of the log that this policy names lacks and a mirror has; nothing is written.
/// What the store holds is proved to be the beginning of what the mirror holds.
pub async fn lacking(
    store: &dyn Backend,
    keys: &Policy,
    fetcher: &Fetcher,
    from: &Address,
) -> Result<Lacking, HealError> {
    let origin = origin_of(keys)?;
    let state = load(store, origin).await?;
    let (log, target) = find(fetcher, from, keys).await?;
    let mut healing = Healing::begin(store, origin, fetcher, &log, state, target)?;
    healing.compare().await?;
    Ok(Lacking {
        size: healing.state.size(),
        known: healing.target.size,
    })
}

/// Fetches the entries that the store of the log that this policy names lacks from a mirror, verifies
/// and appends them. Envelopes that are still in the drawer give confidential acts their identity
/// back.
pub async fn heal(
    store: &dyn Backend,
    keys: &Policy,
    fetcher: &Fetcher,
    from: &Address,
) -> Result<Healed, HealError> {
    let origin = origin_of(keys)?;
    let state = load(store, origin).await?;
    let (log, target) = find(fetcher, from, keys).await?;
    let mut healing = Healing::begin(store, origin, fetcher, &log, state, target)?;
    let (before, known) = (healing.state.size(), healing.target.size);
    healing.compare().await?;
    // Whoever wrote before must not write any more while the gap is closed.
    healing.epoch = store.seize().await?;
    while healing.state.size() < known {
        healing.next().await?;
    }
    if healing.state.root() != Digest::from_bytes(healing.target.root) {
        return Err(HealError::Unproven("the last bundle".to_owned()));
    }
    Ok(Healed {
        before,
        size: known,
        absent: healing.absent,
    })
}

/// Finds the log below the address: itself, or below the digest of its origin as mirrors have it.
async fn find(
    fetcher: &Fetcher,
    from: &Address,
    keys: &Policy,
) -> Result<(Address, Checkpoint), HealError> {
    let mut reason = "there is none".to_owned();
    let origin = origin_of(keys)?;
    for log in [from.below(&origin_hash(origin)), from.clone()] {
        let Some(note) = fetcher.find(&log.below("checkpoint"), ANSWER_MAX).await? else {
            continue;
        };
        match keys.open_signed(&note) {
            Ok(cosigned) => return Ok((log, cosigned.checkpoint)),
            Err(fault) => reason = fault.to_string(),
        }
    }
    Err(HealError::Checkpoint(reason))
}

/// The origin of the log that a policy names.
fn origin_of(keys: &Policy) -> Result<&str, HealError> {
    let unnamed = || HealError::Checkpoint("the policy names no log".to_owned());
    Ok(keys.logs().first().ok_or_else(unnamed)?.key.name())
}

struct Healing<'a> {
    store: &'a dyn Backend,
    origin: &'a str,
    fetcher: &'a Fetcher,
    log: &'a Address,
    tiles: Tiles<Remote<'a>>,
    target: Checkpoint,
    epoch: u64,
    state: State,
    absent: Vec<Digest>,
}

impl<'a> Healing<'a> {
    fn begin(
        store: &'a dyn Backend,
        origin: &'a str,
        fetcher: &'a Fetcher,
        log: &'a Address,
        state: State,
        target: Checkpoint,
    ) -> Result<Self, HealError> {
        let (size, known) = (state.size(), target.size);
        if known <= size {
            return Err(HealError::NotBehind { known, size });
        }
        Ok(Self {
            store,
            origin,
            fetcher,
            log,
            tiles: Tiles::new(Remote { fetcher, log }, known),
            epoch: 0,
            state,
            absent: Vec::new(),
            target,
        })
    }

    /// Compares what is here with what the checkpoint covers.
    async fn compare(&mut self) -> Result<(), HealError> {
        let (old, new) = (self.state.size(), self.target.size);
        let proof = self
            .tiles
            .prove(|nodes| consistency(&nodes, old, new))
            .await?
            .ok_or_else(|| HealError::Unproven("a tile".to_owned()))?;
        let root = *self.state.root().as_bytes();
        verify_consistency(old, &root, new, &self.target.root, &proof)
            .map_err(|_| HealError::Parted(old))
    }

    /// Appends the next bundle, or what is missing of it.
    async fn next(&mut self) -> Result<(), HealError> {
        let (held, size) = (self.state.size(), self.target.size);
        let path = next_bundle(held, size).ok_or_else(|| HealError::Unproven("a bundle".into()))?;
        let unproven = || HealError::Unproven(path.to_string());
        let bundle = self.fetcher.tile(self.log, &path).await?;
        let bundle = bundle.ok_or_else(unproven)?;
        let entries = entries_of(&bundle, path.width()).map_err(|_| unproven())?;
        let (start, mut subtree) = (path.index() * TILE_WIDTH, Tree::new());
        for (_, entry) in &entries {
            subtree.append(leaf_hash(entry));
        }
        let end = start + path.width();
        let proof = self
            .tiles
            .prove(|nodes| subtree_consistency(&nodes, start, end, size))
            .await?
            .ok_or_else(unproven)?;
        let (root, target) = (subtree.root(), &self.target.root);
        verify_subtree_consistency(start, end, &root, size, target, &proof)
            .map_err(|_| unproven())?;
        let missing = (start..).zip(entries).filter(|(seq, _)| *seq >= held);
        let missing: Vec<_> = missing.map(|(_, (_, entry))| entry).collect();
        self.append(&missing).await
    }

    async fn append(&mut self, entries: &[&[u8]]) -> Result<(), HealError> {
        let expected = Position {
            size: self.state.size(),
            epoch: self.epoch,
        };
        let mut state = self.state.clone();
        let (mut rows, mut documents) = (Vec::new(), Vec::new());
        for bytes in entries {
            let place = format!("entry {}", state.size());
            let entry = Entry::read(bytes, &place)
                .map_err(|refusal| Fatal::entry(state.size(), &refusal))?;
            let needed = self.documents_of(&entry, &mut documents).await?;
            state.follow(Told::read(bytes, self.origin, state.size())?, &needed)?;
            rows.push(self.row(&entry).await?);
        }
        let batch = Batch {
            entries: rows,
            documents,
            envelopes: Vec::new(),
            letters: Vec::new(),
            head: Head {
                size: state.size(),
                root: state.root(),
                frontier: state.frontier(),
                epoch: self.epoch,
                last_recorded: state
                    .last_recorded()
                    .unwrap_or(sponsio_record::Instant::MIN),
            },
        };
        self.store.append(expected, batch).await?;
        self.state = state;
        Ok(())
    }

    /// Collects the documents that an entry cites, kept or fetched; those that the fold needs must be
    /// had.
    async fn documents_of(
        &mut self,
        entry: &Entry<'_>,
        fetched: &mut Vec<Document>,
    ) -> Result<Documents, HealError> {
        let unfit = |error: &dyn core::fmt::Display| Fatal::entry(entry.head.seq, error);
        let Some(filing) = filing_of(entry).map_err(|error| unfit(&error))? else {
            return Ok(Documents::new());
        };
        let needed = needed_documents(&filing);
        let mut found = Documents::new();
        let cited = filing
            .documents
            .iter()
            .map(|cited| (cited.digest, cited.media.as_str()));
        let cited = cited.chain(needed.iter().map(|digest| (*digest, "application/json")));
        for (digest, media) in cited {
            if found.contains_key(&digest) {
                continue;
            }
            if let Some(kept) = self.store.document(&digest).await? {
                found.insert(digest, kept.bytes);
                continue;
            }
            let address = self.log.below(&format!("documents/{digest}"));
            let bytes = self.fetcher.find(&address, DOCUMENT_MAX).await?;
            match bytes.filter(|bytes| Digest::of(bytes) == digest) {
                Some(bytes) => {
                    fetched.push(Document::of(media, bytes.clone()));
                    found.insert(digest, bytes);
                }
                None if needed.contains(&digest) => return Err(HealError::NoDocument(digest)),
                None => self.absent.push(digest),
            }
        }
        Ok(found)
    }

    async fn row(&self, entry: &Entry<'_>) -> Result<NewEntry, HealError> {
        let (act, act_digest) = match &entry.matter {
            Matter::Act(act, _) => (act.id, Digest::of(act.object.bytes())),
            Matter::Commitment(commitment) => {
                let envelope = self.store.get(commitment.digest()).await?;
                let kept = envelope.as_ref().and_then(|kept| sealed(&kept.bytes));
                // Without its envelope nobody knows the act; its commitment stands in for it.
                kept.unwrap_or_else(|| stand_in(commitment.digest()))
            }
        };
        Ok(NewEntry {
            bytes: entry.bytes().to_vec(),
            leaf: Digest::from_bytes(entry.leaf()),
            act,
            act_digest,
            stream: entry.head.stream.name.clone(),
            nth: entry.head.stream.nth,
        })
    }
}

fn sealed(bytes: &[u8]) -> Option<(ActId, Digest)> {
    let (act, _) = sponsio_ledger::entry::disclosed(bytes).ok()?;
    Some((act.id, Digest::of(act.object.bytes())))
}

fn stand_in(commitment: &Digest) -> (ActId, Digest) {
    let mut id = [0; 16];
    id.copy_from_slice(&commitment.as_bytes()[..16]);
    (ActId::from_bytes(id), *commitment)
}
