//! The keeper of the public log: tiles, checkpoint, publication (steps 3 to 6 of the commit order).
//!
//! What it writes it reads again and computes anew before it signs. Recovery at a start runs the
//! same function as normal work; it may be killed at any point and run again.

use alloc::collections::BTreeSet;
use alloc::sync::Arc;
use core::time::Duration;

use sponsio_ledger::checkpoint::Checkpoint;
use sponsio_ledger::note::Note;
use sponsio_ledger::path::{Level, TILE_WIDTH, TilePath};
use sponsio_ledger::tile::{Edge, Tile, bundles_for, entries_of};
use sponsio_ledger::tree::leaf_hash;
use sponsio_record::Digest;

use crate::failure::Fatal;
use crate::house::House;
use crate::open::{agrees, stated};
use crate::store::{Shelf, Signed, StoreError, Swap};

/// The least time between two publications, so that many acts share a checkpoint, and recording has
/// the disk to itself most of the time. The specification allows a second from the first unpublished
/// entry; what is left of it is for placing the files.
const INTERVAL: Duration = Duration::from_millis(700);

/// The most entries that are put on the shelf before the next are read.
const STRETCH: u64 = 64 * TILE_WIDTH;

/// How far publication has come.
#[derive(Debug)]
pub(crate) struct Keeper {
    /// The right edge of the tiles at the size that was signed last.
    pub(crate) edge: Edge,
    /// The checkpoint that was signed last.
    pub(crate) signed: Option<Signed>,
    /// The note that is locked.
    pub(crate) locked: Option<Vec<u8>>,
    /// The turn in which this desk signs; whoever takes over raises it in the store.
    pub(crate) epoch: u64,
}

impl House {
    /// Publishes until everything that is recorded is published, in intervals.
    pub(crate) async fn publish_when_due(self: Arc<Self>) {
        loop {
            if let Err(fatal) = self.publish().await {
                self.stop(fatal);
            }
            self.end_publishing();
            let size = self.state().size();
            let done = size <= *self.published.borrow() || self.stopped().is_some();
            if done || !self.begin_publishing() {
                return;
            }
            tokio::time::sleep(INTERVAL).await;
        }
    }

    /// Publishes a checkpoint over all entries that are in the store.
    pub(crate) async fn publish(&self) -> Result<(), Fatal> {
        let mut keeper = self.keeper.lock().await;
        let state = self.state();
        if state.size() > 0 {
            if self.store.admits_others() {
                self.follow_signed(&mut keeper).await?;
            }
            while keeper.signed_size() < state.size() {
                let edge = self.place_files(&keeper.edge, state.size()).await?;
                let root = Digest::from_bytes(edge.tree().root());
                if root != state.root() {
                    let (size, kept) = (state.size(), state.root());
                    return Err(Fatal::Root {
                        size,
                        found: root,
                        kept,
                    });
                }
                self.sign(&mut keeper, edge, root).await?;
            }
            self.lock_and_show(&mut keeper).await?;
        }
        self.published.send_replace(keeper.signed_size());
        Ok(())
    }

    /// Writes the files that the log of this size has and the log at the edge has not, and returns
    /// the edge that follows from what is read again.
    async fn place_files(&self, edge: &Edge, size: u64) -> Result<Edge, Fatal> {
        let mut read_again = edge.clone();
        while read_again.size() < size {
            let from = read_again.size();
            let to = size.min((from / STRETCH + 1) * STRETCH);
            let (files, next) = self.files(&read_again, to).await?;
            let named = files
                .iter()
                .map(|(path, bytes)| (path.to_string(), bytes.clone()));
            self.shelf.place_all(named.collect()).await?;
            let mut bundles = Vec::new();
            for (path, bytes) in files {
                let found = read_back(self.shelf.as_ref(), &path.to_string(), &bytes).await?;
                if path.level() == Level::Entries {
                    bundles.push((path.width(), found));
                }
            }
            append_leaves(&mut read_again, from, &bundles)?;
            if read_again != next {
                let size = to;
                return Err(Fatal::Root {
                    size,
                    found: Digest::from_bytes(read_again.tree().root()),
                    kept: Digest::from_bytes(next.tree().root()),
                });
            }
        }
        Ok(read_again)
    }

    /// Places the files of a log of this size that are not on the shelf, which may be lost whole:
    /// they are made anew from the entries. A checkpoint is never shown over files that are missing.
    pub(crate) async fn place_missing(&self, size: u64) -> Result<(), Fatal> {
        let there = self.shelf.list().await?;
        let missing: BTreeSet<String> = TilePath::all(size)
            .map(|path| path.to_string())
            .filter(|path| there.binary_search(path).is_err())
            .collect();
        let mut edge = Edge::new();
        while !missing.is_empty() && edge.size() < size {
            let (files, next) = self.files(&edge, size.min(edge.size() + STRETCH)).await?;
            let named = files
                .into_iter()
                .map(|(path, bytes)| (path.to_string(), bytes))
                .filter(|(name, _)| missing.contains(name));
            let named: Vec<_> = named.collect();
            self.shelf.place_all(named.clone()).await?;
            for (name, bytes) in &named {
                read_back(self.shelf.as_ref(), name, bytes).await?;
            }
            edge = next;
        }
        Ok(())
    }

    /// Returns the files that come with the entries from the edge to this size, and the edge there.
    async fn files(&self, edge: &Edge, to: u64) -> Result<(Vec<Tile>, Edge), Fatal> {
        let from = edge.size();
        let start = from - from % TILE_WIDTH;
        let entries = self.read_entries(start, to).await?;
        let mut next = edge.clone();
        let mut files = Vec::new();
        let entry_at = |seq: u64| {
            let place = usize::try_from(seq.checked_sub(start)?).ok()?;
            entries.get(place).map(Vec::as_slice)
        };
        for seq in from..to {
            let entry = entry_at(seq).ok_or_else(|| missing(seq))?;
            next.append(leaf_hash(entry), &mut |path, bytes| {
                files.push((path, bytes));
            });
        }
        files.extend(next.partial());
        let bundles = bundles_for(from, to, entry_at);
        let mut bundles = bundles.ok_or_else(|| missing(from))?;
        bundles.append(&mut files);
        Ok((bundles, next))
    }

    /// Returns the entries from one place up to another, in order.
    async fn read_entries(&self, from: u64, to: u64) -> Result<Vec<Vec<u8>>, Fatal> {
        let mut entries = Vec::new();
        let mut at = from;
        while at < to {
            let most = usize::try_from(to - at).unwrap_or(usize::MAX);
            let mut more = self.store.entries(at, most).await?;
            if more.is_empty() {
                return Err(missing(at));
            }
            at += more.len() as u64;
            entries.append(&mut more);
        }
        Ok(entries)
    }

    /// Signs the checkpoint and keeps it in the store; only one signature per size is ever kept.
    async fn sign(&self, keeper: &mut Keeper, edge: Edge, root: Digest) -> Result<(), Fatal> {
        let checkpoint = Checkpoint::new(&self.origin, edge.size(), *root.as_bytes());
        let text = checkpoint.text();
        let unsigned = |error: &dyn core::fmt::Display| Fatal::Key(error.to_string());
        let state = self.state();
        let signers = self.key.signers(&state.succession, state.last_recorded)?;
        let signatures = signers.into_iter().map(|key| key.sign(&text));
        let signatures: Result<_, _> = signatures.collect();
        let note = Note::new(&text, signatures.map_err(|error| unsigned(&error))?)
            .map_err(|fault| unsigned(&fault))?;
        let signed = Signed {
            size: edge.size(),
            root,
            note: note.to_string().into_bytes(),
            epoch: keeper.epoch,
        };
        let old = keeper.signed.as_ref().map(|signed| signed.size);
        match self.store.sign(old, signed.clone()).await {
            Ok(()) => {
                keeper.signed = Some(signed);
                keeper.edge = edge;
                Ok(())
            }
            // The note lost the swap: it is thrown away unpublished, and what came first is examined.
            Err(StoreError::Stale { head })
                if head.epoch == keeper.epoch && self.follow_signed(keeper).await? =>
            {
                Ok(())
            }
            Err(StoreError::Stale { .. }) => Err(Fatal::Superseded),
            Err(error) => Err(error.into()),
        }
    }

    /// Goes on to the checkpoint that another server has signed, if there is one: its files are made
    /// from the entries, and its root is compared with theirs.
    async fn follow_signed(&self, keeper: &mut Keeper) -> Result<bool, Fatal> {
        let Some(signed) = self.store.signed().await? else {
            return Ok(false);
        };
        let known = keeper.signed_size();
        if signed.size < known {
            let size = signed.size;
            return Err(Fatal::Rollback { known, size });
        }
        if signed.size == known {
            return Ok(false);
        }
        agrees(&signed, &self.key)?;
        let edge = self.place_files(&keeper.edge, signed.size).await?;
        let found = Digest::from_bytes(edge.tree().root());
        if found != signed.root {
            return Err(Fatal::Root {
                size: signed.size,
                found,
                kept: signed.root,
            });
        }
        keeper.edge = edge;
        keeper.signed = Some(signed);
        Ok(true)
    }

    /// Locks the signed checkpoint and puts it where everybody reads it.
    pub(crate) async fn lock_and_show(&self, keeper: &mut Keeper) -> Result<(), Fatal> {
        let signed = loop {
            let Some(signed) = keeper.signed.clone() else {
                return Ok(());
            };
            if keeper.locked.as_ref() == Some(&signed.note) {
                break signed;
            }
            let old = keeper.locked.as_deref();
            match self.lock.swap(old, &signed.note).await? {
                Swap::Done => keeper.locked = Some(signed.note),
                Swap::Lost { held } => self.follow_locked(keeper, held).await?,
            }
        };
        let note = self.with_cosignatures(&signed).await?;
        if self.shelf.checkpoint().await?.as_ref() != Some(&note) {
            self.shelf.publish(note).await?;
        }
        Ok(())
    }

    /// Goes on from a note that another process has locked meanwhile; it must be one that the store
    /// has signed. Where the lock is gone, or holds another history, nothing is signed any more.
    async fn follow_locked(&self, keeper: &mut Keeper, held: Option<Vec<u8>>) -> Result<(), Fatal> {
        let held = held.ok_or(Fatal::Superseded)?;
        let Checkpoint { size, root, .. } = stated("the locked checkpoint", &held, &self.key)?;
        let signed = self.store.signed_over(size).await?;
        if signed.is_none_or(|signed| *signed.root.as_bytes() != root) {
            let known = size;
            let size = self.state().size();
            return Err(Fatal::Rollback { known, size });
        }
        keeper.locked = Some(held);
        self.follow_signed(keeper).await?;
        Ok(())
    }

    /// Returns the note with the witnesses' signatures that are kept for it.
    async fn with_cosignatures(&self, signed: &Signed) -> Result<Vec<u8>, Fatal> {
        let mut note = signed.note.clone();
        for cosignature in self.store.cosignatures(signed.size).await? {
            note.extend_from_slice(cosignature.line.trim_end().as_bytes());
            note.push(b'\n');
        }
        Note::parse(&note).map_err(|fault| Fatal::Key(format!("checkpoint: {fault}")))?;
        Ok(note)
    }
}

impl Keeper {
    pub(crate) fn signed_size(&self) -> u64 {
        self.signed.as_ref().map_or(0, |signed| signed.size)
    }
}

/// Reads a file that was just placed; it must be there with just these bytes.
async fn read_back(shelf: &dyn Shelf, path: &str, bytes: &[u8]) -> Result<Vec<u8>, Fatal> {
    let wrong = |detail: &str| Fatal::Tile {
        path: path.to_owned(),
        detail: detail.to_owned(),
    };
    let found = shelf
        .tile(path)
        .await?
        .ok_or_else(|| wrong("is not there"))?;
    if found != bytes {
        return Err(wrong("is not what was written"));
    }
    Ok(found)
}

/// Appends the leaves from `from` on, as the bundles hold them, the first of which begins at the
/// multiple of 256 below `from`.
fn append_leaves(edge: &mut Edge, from: u64, bundles: &[(u64, Vec<u8>)]) -> Result<(), Fatal> {
    let mut seq = from - from % TILE_WIDTH;
    for (width, bundle) in bundles {
        let entries = entries_of(bundle, *width).map_err(|error| Fatal::entry(seq, &error))?;
        for (_, entry) in entries {
            if seq >= from {
                edge.append(leaf_hash(entry), &mut |_, _| {});
            }
            seq += 1;
        }
    }
    Ok(())
}

fn missing(seq: u64) -> Fatal {
    Fatal::entry(seq, &"it is not in the store")
}
