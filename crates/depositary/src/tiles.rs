//! Proofs made from tiles that lie elsewhere: on a shelf, or below an address. No tile is believed;
//! who makes a proof verifies it against a signed root.

use alloc::collections::BTreeMap;
use alloc::sync::Arc;
use core::cell::Cell;

use sponsio_ledger::path::TilePath;
use sponsio_ledger::tile::StoredTiles;
use sponsio_ledger::tree::Nodes;

use crate::fetch::{Address, FetchError, Fetcher};
use crate::store::{Shelf, StoreError};

/// How many tiles are kept while proofs are made.
const KEPT_MAX: usize = 256;

/// A place where the tiles of one log lie.
pub trait TileSource: Sync {
    /// Why the place cannot be asked.
    type Error: Send;

    /// Returns the bytes of a tile, `None` where it is not there.
    fn tile(
        &self,
        path: &TilePath,
    ) -> impl Future<Output = Result<Option<Vec<u8>>, Self::Error>> + Send;
}

/// The tiles below an address.
#[derive(Debug, Clone, Copy)]
pub struct Remote<'a> {
    /// The client.
    pub fetcher: &'a Fetcher,
    /// The address of the log.
    pub log: &'a Address,
}

impl TileSource for Remote<'_> {
    type Error = FetchError;

    async fn tile(&self, path: &TilePath) -> Result<Option<Vec<u8>>, FetchError> {
        self.fetcher.tile(self.log, path).await
    }
}

/// The tiles on a shelf.
#[derive(Clone)]
pub struct Shelved(pub Arc<dyn Shelf>);

impl TileSource for Shelved {
    type Error = StoreError;

    async fn tile(&self, path: &TilePath) -> Result<Option<Vec<u8>>, StoreError> {
        self.0.tile(&path.to_string()).await
    }
}

/// The tiles of a log of one size, fetched as proofs need them.
pub struct Tiles<S> {
    source: S,
    size: u64,
    kept: BTreeMap<TilePath, Vec<u8>>,
}

impl<S: TileSource> Tiles<S> {
    /// Returns the tiles of a log of this size.
    pub fn new(source: S, size: u64) -> Self {
        Self {
            source,
            size,
            kept: BTreeMap::new(),
        }
    }

    /// Makes a proof; `None` where a tile that it needs is not there or is malformed.
    pub async fn prove<T>(
        &mut self,
        make: impl Fn(&dyn Nodes) -> Option<T>,
    ) -> Result<Option<T>, S::Error> {
        loop {
            let missing = match self.attempt(&make) {
                Ok(proof) => return Ok(Some(proof)),
                Err(Some(path)) => path,
                Err(None) => return Ok(None),
            };
            let Some(bytes) = self.source.tile(&missing).await? else {
                return Ok(None);
            };
            if self.kept.len() == KEPT_MAX {
                self.kept.clear();
            }
            self.kept.insert(missing, bytes);
        }
    }

    /// Tries with the tiles that are kept; the error is the first tile that is missing.
    fn attempt<T>(&self, make: impl Fn(&dyn Nodes) -> Option<T>) -> Result<T, Option<TilePath>> {
        let missing = Cell::new(None);
        let nodes = StoredTiles::new(self.size, |path: &TilePath| {
            let kept = self.kept.get(path).cloned();
            if kept.is_none() {
                missing.set(Some(*path));
            }
            kept
        });
        make(&nodes).ok_or_else(|| missing.get())
    }
}
