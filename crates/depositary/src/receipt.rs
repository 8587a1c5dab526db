//! The receipt of an act: the exact bytes of its entry, and the proof that the published log holds
//! it.

use alloc::collections::{BTreeMap, BTreeSet};
use core::cell::RefCell;

use sponsio_ledger::checkpoint::Checkpoint;
use sponsio_ledger::note::Note;
use sponsio_ledger::path::TilePath;
use sponsio_ledger::proof::Proof;
use sponsio_ledger::receipt::Receipt;
use sponsio_ledger::tile::StoredTiles;
use sponsio_ledger::tree::{Hash, inclusion, leaf_hash, verify_inclusion};

use crate::desk::Depositary;
use crate::failure::{DeskError, Fatal};
use crate::store::Shelf;

/// The published checkpoint: its note with all signatures, and what it states.
#[derive(Debug, Clone)]
pub(crate) struct Published {
    pub(crate) note: Note,
    pub(crate) bytes: Vec<u8>,
    pub(crate) checkpoint: Checkpoint,
}

impl Depositary {
    /// Returns the receipt of an entry under the published checkpoint, which must cover it.
    pub async fn receipt(&self, seq: u64) -> Result<Receipt, DeskError> {
        self.published(seq + 1).await?;
        let published = self.checkpoint().await?;
        Ok(self
            .receipt_under(&published, seq, &mut Tiles::default())
            .await?)
    }

    /// Returns the published checkpoint.
    pub(crate) async fn checkpoint(&self) -> Result<Published, Fatal> {
        let broken = |detail: String| Fatal::Storage(format!("the published checkpoint: {detail}"));
        let bytes = self.house.shelf.checkpoint().await?;
        let bytes = bytes.ok_or_else(|| broken("it is not there".to_owned()))?;
        let note = Note::parse(&bytes).map_err(|fault| broken(fault.to_string()))?;
        let checkpoint =
            Checkpoint::parse(note.text()).map_err(|fault| broken(fault.to_string()))?;
        Ok(Published {
            note,
            bytes,
            checkpoint,
        })
    }

    /// Returns the receipt of an entry under this checkpoint.
    pub(crate) async fn receipt_under(
        &self,
        published: &Published,
        seq: u64,
        tiles: &mut Tiles,
    ) -> Result<Receipt, Fatal> {
        let Checkpoint { size, root, .. } = &published.checkpoint;
        let mut entries = self.house.store.entries(seq, 1).await?;
        let entry = entries
            .pop()
            .ok_or_else(|| Fatal::entry(seq, &"it is not in the store"))?;
        let path = tiles.path(self.house.shelf.as_ref(), seq, *size).await?;
        verify_inclusion(&leaf_hash(&entry), seq, *size, &path, root).map_err(|error| {
            let detail = format!("no path to the published root: {error}");
            Fatal::entry(seq, &detail)
        })?;
        Ok(Receipt {
            entry,
            proof: Proof {
                index: seq,
                path,
                extra: None,
                note: published.note.clone(),
            },
        })
    }
}

/// Tiles as they were read from the shelf. They are not believed: a path that was found with them is
/// verified before it is handed out.
#[derive(Debug, Default)]
pub(crate) struct Tiles(BTreeMap<TilePath, Vec<u8>>);

impl Tiles {
    /// Returns the path of an entry; reads the tiles that it needs and that are not here yet.
    async fn path(&mut self, shelf: &dyn Shelf, seq: u64, size: u64) -> Result<Vec<Hash>, Fatal> {
        loop {
            let wanted = match self.try_path(seq, size) {
                Ok(path) => return Ok(path),
                Err(wanted) => wanted,
            };
            for path in wanted {
                let name = path.to_string();
                let wrong = |detail: &str| Fatal::Tile {
                    path: name.clone(),
                    detail: detail.to_owned(),
                };
                let tile = shelf.tile(&name).await?;
                let tile = tile.ok_or_else(|| wrong("it is not there"))?;
                if self.0.insert(path, tile).is_some() {
                    return Err(wrong("it has another length"));
                }
            }
        }
    }

    /// Returns the path, or the tiles that are missing for it.
    fn try_path(&self, seq: u64, size: u64) -> Result<Vec<Hash>, BTreeSet<TilePath>> {
        let wanted = RefCell::new(BTreeSet::new());
        let stored = StoredTiles::new(size, |path: &TilePath| {
            let tile = self.0.get(path).cloned();
            wanted.borrow_mut().insert(*path);
            tile
        });
        let found = inclusion(&stored, seq, size);
        drop(stored);
        let mut wanted = wanted.into_inner();
        found.ok_or_else(|| {
            // Of those asked for, the ones that are here were not the reason, but for the last.
            let missing: BTreeSet<_> = wanted
                .iter()
                .filter(|path| !self.0.contains_key(path))
                .copied()
                .collect();
            if missing.is_empty() {
                core::mem::take(&mut wanted)
            } else {
                missing
            }
        })
    }
}
