//! The receipt of an act: the exact bytes of its entry, and the proof that the published log holds
//! it.

use std::collections::BTreeSet;
use std::sync::Mutex;

use alloc::collections::BTreeMap;

use sponsio_ledger::checkpoint::Checkpoint;
use sponsio_ledger::note::Note;
use sponsio_ledger::path::TilePath;
use sponsio_ledger::proof::Proof;
use sponsio_ledger::receipt::Receipt;
use sponsio_ledger::tile::StoredTiles;
use sponsio_ledger::tree::{inclusion, leaf_hash, verify_inclusion};

use crate::desk::Depositary;
use crate::failure::{DeskError, Fatal};

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
        Ok(self.receipt_under(&published, seq).await?)
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

    /// Returns the receipt of an entry under this checkpoint. The tiles that the path is read from
    /// are not believed: the path is verified before it is handed out.
    pub(crate) async fn receipt_under(
        &self,
        published: &Published,
        seq: u64,
    ) -> Result<Receipt, Fatal> {
        let Checkpoint { size, root, .. } = &published.checkpoint;
        let missing = || Fatal::entry(seq, &"it is not in the store");
        let mut entries = self.house.store.entries(seq, 1).await?;
        let entry = entries.pop().ok_or_else(missing)?;
        let path = self.inclusion_path(seq, *size).await?;
        verify_inclusion(&leaf_hash(&entry), seq, *size, &path, root).map_err(|error| {
            let detail = format!("no path to the published root: {error}");
            Fatal::entry(seq, &detail)
        })?;
        Ok(Receipt {
            entry,
            proof: Proof {
                index: seq,
                path,
                note: published.note.clone(),
                ..Proof::default()
            },
        })
    }

    /// Reads the tiles that a path needs, as many times as it takes to know which.
    async fn inclusion_path(
        &self,
        seq: u64,
        size: u64,
    ) -> Result<Vec<sponsio_ledger::tree::Hash>, Fatal> {
        let mut tiles: BTreeMap<TilePath, Vec<u8>> = BTreeMap::new();
        loop {
            let wanted = Mutex::new(BTreeSet::new());
            let stored = StoredTiles::new(size, |path: &TilePath| {
                let tile = tiles.get(path).cloned();
                if tile.is_none()
                    && let Ok(mut wanted) = wanted.lock()
                {
                    wanted.insert(*path);
                }
                tile
            });
            let found = inclusion(&stored, seq, size);
            drop(stored);
            if let Some(path) = found {
                return Ok(path);
            }
            let wanted = wanted.into_inner().unwrap_or_default();
            for path in wanted {
                let name = path.to_string();
                let absent = Fatal::Tile {
                    path: name.clone(),
                    detail: "it is not there, or has another length".to_owned(),
                };
                let tile = self.house.shelf.tile(&name).await?;
                if tiles.insert(path, tile.ok_or_else(|| absent.clone())?).is_some() {
                    return Err(absent);
                }
            }
        }
    }
}
