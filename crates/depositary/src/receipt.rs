//! The receipt of an act: the exact bytes of its entry, and the proof that the published log holds
//! it.

use sponsio_ledger::checkpoint::Checkpoint;
use sponsio_ledger::proof::Proof;
use sponsio_ledger::receipt::Receipt;
use sponsio_ledger::tree::{inclusion, leaf_hash, verify_inclusion};

use crate::copyist::{Copyist, Published};
use crate::desk::Depositary;
use crate::failure::{DeskError, Fatal};
use crate::tiles::{Shelved, Tiles};

impl Depositary {
    /// Returns the receipt of an entry under the published checkpoint, which must cover it.
    pub async fn receipt(&self, seq: u64) -> Result<Receipt, DeskError> {
        self.published(seq + 1).await?;
        self.copyist().receipt(seq).await
    }
}

impl Copyist {
    /// Returns the receipt of an entry under this checkpoint; its path is verified before it is
    /// handed out.
    pub(crate) async fn receipt_under(
        &self,
        published: &Published,
        seq: u64,
        tiles: &mut Tiles<Shelved>,
    ) -> Result<Receipt, Fatal> {
        let Checkpoint { size, root, .. } = &published.checkpoint;
        let entry = self.entry(seq).await?;
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
