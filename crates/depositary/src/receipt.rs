//! The receipt of an act: the exact bytes of its entry, and the proof that the published log holds
//! it.

use alloc::sync::Arc;

use sponsio_ledger::checkpoint::Checkpoint;
use sponsio_ledger::note::Note;
use sponsio_ledger::proof::Proof;
use sponsio_ledger::receipt::Receipt;
use sponsio_ledger::tree::{inclusion, leaf_hash, verify_inclusion};

use crate::desk::Depositary;
use crate::failure::{DeskError, Fatal};
use crate::tiles::{Shelved, Tiles};

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
        let mut tiles = self.tiles(&published);
        Ok(self.receipt_under(&published, seq, &mut tiles).await?)
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

    /// Returns the tiles of the log as this checkpoint covers it.
    pub(crate) fn tiles(&self, published: &Published) -> Tiles<Shelved> {
        let source = Shelved(Arc::clone(&self.house.shelf));
        Tiles::new(source, published.checkpoint.size)
    }

    /// Returns the receipt of an entry under this checkpoint; its path is verified before it is
    /// handed out.
    pub(crate) async fn receipt_under(
        &self,
        published: &Published,
        seq: u64,
        tiles: &mut Tiles<Shelved>,
    ) -> Result<Receipt, Fatal> {
        let Checkpoint { size, root, .. } = &published.checkpoint;
        let mut entries = self.house.store.entries(seq, 1).await?;
        let entry = entries
            .pop()
            .ok_or_else(|| Fatal::entry(seq, &"it is not in the store"))?;
        let path = tiles
            .prove(|nodes| inclusion(&nodes, seq, *size))
            .await?
            .ok_or_else(|| Fatal::entry(seq, &"a tile that its path needs is not there"))?;
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
