//! The copyist: makes receipts and bundles, certified copies in the words of VCLT art. 77(1)(b), from
//! what is recorded and published. It reads only, so it works beside whatever process records.

use alloc::sync::Arc;

use sponsio_ledger::checkpoint::Checkpoint;
use sponsio_ledger::note::Note;
use sponsio_ledger::receipt::Receipt;

use crate::desk::Depositary;
use crate::failure::{DeskError, Fatal, Unfit};
use crate::store::{Shelf, Store};
use crate::tiles::{Shelved, Tiles};

/// Makes proofs of one log from its store and its public files.
#[derive(Clone)]
pub struct Copyist {
    pub(crate) origin: String,
    pub(crate) store: Arc<dyn Store>,
    pub(crate) shelf: Arc<dyn Shelf>,
}

/// The published checkpoint: its note with all signatures, and what it states.
#[derive(Debug, Clone)]
pub(crate) struct Published {
    pub(crate) note: Note,
    pub(crate) bytes: Vec<u8>,
    pub(crate) checkpoint: Checkpoint,
}

impl Copyist {
    /// Returns the copyist of the log of this origin, which the store has open.
    pub fn new(origin: &str, store: Arc<dyn Store>, shelf: Arc<dyn Shelf>) -> Self {
        Self {
            origin: origin.to_owned(),
            store,
            shelf,
        }
    }

    /// Returns the receipt of an entry under the published checkpoint; one that is not published yet
    /// has none.
    pub async fn receipt(&self, seq: u64) -> Result<Receipt, DeskError> {
        let published = self.covering(seq + 1).await?;
        let mut tiles = self.tiles(&published);
        Ok(self.receipt_under(&published, seq, &mut tiles).await?)
    }

    /// Returns the published checkpoint, if it covers so many entries.
    pub(crate) async fn covering(&self, size: u64) -> Result<Published, DeskError> {
        let published = self.checkpoint().await?;
        if published.checkpoint.size < size {
            return Err(Unfit::NotPublished(size.saturating_sub(1)).into());
        }
        Ok(published)
    }

    /// Returns the published checkpoint.
    pub(crate) async fn checkpoint(&self) -> Result<Published, Fatal> {
        let broken = |detail: String| Fatal::Storage(format!("the published checkpoint: {detail}"));
        let bytes = self.shelf.checkpoint().await?;
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
        let source = Shelved(Arc::clone(&self.shelf));
        Tiles::new(source, published.checkpoint.size)
    }

    /// Returns the exact bytes of an entry.
    pub(crate) async fn entry(&self, seq: u64) -> Result<Vec<u8>, Fatal> {
        let mut entries = self.store.entries(seq, 1).await?;
        entries
            .pop()
            .ok_or_else(|| Fatal::entry(seq, &"it is not in the store"))
    }
}

impl Depositary {
    /// Returns the copyist of this desk's log.
    pub(crate) fn copyist(&self) -> Copyist {
        let (store, shelf) = (Arc::clone(&self.house.store), Arc::clone(&self.house.shelf));
        Copyist::new(self.origin(), store, shelf)
    }
}
