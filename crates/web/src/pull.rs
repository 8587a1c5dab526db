//! Pulling a log: checkpoint, bundles, tiles, each verified before it is kept. A pull may be killed
//! at any byte and goes on where it stood; a log that does not continue is refused, and what shows
//! it is kept.

use alloc::sync::Arc;
use std::path::{Path, PathBuf};

use sponsio_depositary::fetch::{ANSWER_MAX, Address, Fetcher};
use sponsio_depositary::store::Shelf as _;
use sponsio_depositary::tiles::{Remote, Shelved, Tiles};
use sponsio_ledger::mirror::next_bundle;
use sponsio_ledger::path::{Level, TILE_WIDTH, TilePath};
use sponsio_ledger::policy::Policy;
use sponsio_ledger::tile::entries_of;
use sponsio_ledger::tree::{Tree, leaf_hash, subtree_consistency, verify_subtree_consistency};

use crate::evidence::Evidence;
use crate::failure::Failure;
use crate::fork::{Relation, compare};
use crate::holding::Holding;
use crate::state::{Stated, Workplace};

/// What came of following a log to a checkpoint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Followed {
    /// Everything that the checkpoint covers is held.
    Held,
    /// The checkpoint is older than what is held, and continues into it.
    Older { known: u64 },
    /// The checkpoint contradicts one that was accepted before.
    Forked(Evidence),
    /// A file that a log of this size has is not there.
    Missing(String),
    /// A file does not lead to the signed root.
    Wrong(String),
}

/// What came of a pull.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pulled {
    /// So many entries are held, all that the log has published.
    Held {
        /// How many there were before.
        before: u64,
        /// How many there are now.
        size: u64,
    },
    /// The log shows fewer entries than are held.
    Older {
        /// How many are held.
        known: u64,
        /// How many it shows.
        size: u64,
    },
    /// The log has signed what contradicts what is held.
    Forked {
        /// What shows it.
        evidence: Option<PathBuf>,
    },
}

/// A mirror that pulls one log into one folder.
pub struct Puller {
    fetcher: Fetcher,
    policy: Policy,
    address: Address,
    holding: Holding,
    _place: Workplace,
}

impl Puller {
    /// Opens the folder; what is held is read again and computed anew.
    pub async fn open(
        fetcher: Fetcher,
        policy: Policy,
        address: Address,
        folder: &Path,
    ) -> Result<Self, Failure> {
        let place = Workplace::take(folder)?;
        Ok(Self {
            fetcher,
            policy,
            address,
            holding: Holding::open(folder, &mut |_, _| {}).await?,
            _place: place,
        })
    }

    /// Pulls what the log has published since.
    pub async fn pull(&mut self) -> Result<Pulled, Failure> {
        let at = self.address.below("checkpoint");
        let note = self.fetcher.find(&at, ANSWER_MAX).await?;
        let note = note.ok_or_else(|| Failure::unbelieved(&at, "there is no checkpoint"))?;
        let cosigned = self.policy.open_signed(&note);
        let cosigned = cosigned.map_err(|fault| Failure::unbelieved(&at, fault.to_string()))?;
        let stated = Stated {
            checkpoint: cosigned.checkpoint,
            note: cosigned.note,
        };
        let (before, size) = (self.holding.next(), stated.checkpoint.size);
        let source = Remote {
            fetcher: &self.fetcher,
            log: &self.address,
        };
        let wrong =
            |path: &str, detail: &str| Err(Failure::unbelieved(self.address.below(path), detail));
        match follow(&mut self.holding, source, &stated, &mut |_, _| {}).await? {
            Followed::Held => Ok(Pulled::Held { before, size }),
            Followed::Older { known } => Ok(Pulled::Older { known, size }),
            Followed::Forked(evidence) => Ok(Pulled::Forked {
                evidence: evidence.keep(&self.holding.evidence())?,
            }),
            Followed::Missing(path) => wrong(&path, "it is not there"),
            Followed::Wrong(path) => wrong(&path, "it does not lead to the signed root"),
        }
    }
}

/// Follows a log to a signed checkpoint; each entry that is held now is shown, in order.
pub(crate) async fn follow(
    holding: &mut Holding,
    source: Remote<'_>,
    stated: &Stated,
    visit: &mut (dyn FnMut(u64, &[u8]) + Send),
) -> Result<Followed, Failure> {
    let size = stated.checkpoint.size;
    if let Some(base) = holding.pending().cloned() {
        let (ours, theirs) = (&base.checkpoint.origin, &stated.checkpoint.origin);
        if ours != theirs {
            let detail = format!("it is the log {theirs}; here {ours} is held");
            return Err(Failure::unbelieved(source.log, detail));
        }
        let known = base.checkpoint.size;
        let relation = if size < known {
            let shelf = Shelved(Arc::new(holding.shelf().clone()));
            compare(shelf, &base, stated).await?
        } else {
            compare(source, &base, stated).await?
        };
        match relation {
            Relation::Forked(evidence) => return Ok(Followed::Forked(evidence)),
            _ if size < known => return Ok(Followed::Older { known }),
            Relation::Unproven => return Ok(Followed::Wrong("tile".to_owned())),
            Relation::Continues => {}
        }
    }
    let known = holding.mirrored().map_or(0, |held| held.checkpoint.size);
    if holding
        .pending()
        .is_none_or(|pending| pending.note != stated.note)
    {
        holding.aim(stated.clone()).await?;
    }
    let mut tiles = Tiles::new(source, size);
    while holding.next() < size {
        let (from, mut verified) = (holding.next(), Vec::new());
        let fetched = fetch(source, &mut tiles, stated, from, &mut verified).await;
        // What was verified is held, whatever came after it.
        let entries: Vec<&[u8]> = verified.iter().map(Vec::as_slice).collect();
        holding.take(&entries).await?;
        for (seq, entry) in (from..).zip(entries) {
            visit(seq, entry);
        }
        if let Some(found) = fetched? {
            return Ok(found);
        }
    }
    if let Some(found) = compare_tiles(holding, source, known, size).await? {
        return Ok(found);
    }
    holding.complete(stated).await?;
    Ok(Followed::Held)
}

/// How many entries are verified before they are put on the disk together.
const STRETCH: usize = 8_192;

/// Fetches the next bundles and verifies them, a stretch at most; returns what is wrong with one.
async fn fetch(
    source: Remote<'_>,
    tiles: &mut Tiles<Remote<'_>>,
    stated: &Stated,
    from: u64,
    verified: &mut Vec<Vec<u8>>,
) -> Result<Option<Followed>, Failure> {
    while let Some(path) = next_bundle(from + verified.len() as u64, stated.checkpoint.size)
        && verified.len() < STRETCH
    {
        let Some(bundle) = source.fetcher.tile(source.log, &path).await? else {
            return Ok(Some(Followed::Missing(path.to_string())));
        };
        let entries = entries_of(&bundle, path.width()).unwrap_or_default();
        let entries: Vec<&[u8]> = entries.into_iter().map(|(_, entry)| entry).collect();
        let whole = entries.len() as u64 == path.width();
        if !whole || !leads(tiles, &path, &entries, stated).await? {
            return Ok(Some(Followed::Wrong(path.to_string())));
        }
        let held = (from + verified.len() as u64) % TILE_WIDTH;
        let held = usize::try_from(held).unwrap_or(0);
        let new = entries.get(held..).unwrap_or_default();
        verified.extend(new.iter().map(|entry| entry.to_vec()));
    }
    Ok(None)
}

/// Whether the entries of a bundle are part of the signed tree.
async fn leads(
    tiles: &mut Tiles<Remote<'_>>,
    path: &TilePath,
    entries: &[&[u8]],
    stated: &Stated,
) -> Result<bool, Failure> {
    let (start, size) = (path.index() * TILE_WIDTH, stated.checkpoint.size);
    let end = start + path.width();
    let mut subtree = Tree::new();
    for entry in entries {
        subtree.append(leaf_hash(entry));
    }
    let proof = tiles
        .prove(|nodes| subtree_consistency(&nodes, start, end, size))
        .await?;
    let (root, target) = (subtree.root(), &stated.checkpoint.root);
    let verified =
        |proof: &[_]| verify_subtree_consistency(start, end, &root, size, target, proof).is_ok();
    Ok(proof.is_some_and(|proof| verified(&proof)))
}

/// Compares the tiles of hashes that came since with what the entries give.
async fn compare_tiles(
    holding: &Holding,
    source: Remote<'_>,
    known: u64,
    size: u64,
) -> Result<Option<Followed>, Failure> {
    for level in (0..8).map(Level::Hashes) {
        let before: Vec<_> = TilePath::of_level(level, known).collect();
        for path in TilePath::of_level(level, size) {
            if usize::try_from(path.index()).is_ok_and(|at| before.get(at) == Some(&path)) {
                continue;
            }
            let Some(found) = source.fetcher.tile(source.log, &path).await? else {
                return Ok(Some(Followed::Missing(path.to_string())));
            };
            if holding.tile(&path).await?.as_ref() != Some(&found) {
                return Ok(Some(Followed::Wrong(path.to_string())));
            }
        }
    }
    Ok(None)
}

impl Holding {
    /// Returns the tile that the held entries give at this place.
    async fn tile(&self, path: &TilePath) -> Result<Option<Vec<u8>>, Failure> {
        let partial = self.partial().into_iter().find(|(own, _)| own == path);
        match partial {
            Some((_, bytes)) => Ok(Some(bytes)),
            None => Ok(self.shelf().tile(&path.to_string()).await?),
        }
    }
}
