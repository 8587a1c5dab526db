//! Hashes read from tiles as they are stored, to make proofs with. They are not authenticated, by
//! intent: the proof that is made from them is verified against a signed root, or is worthless.

use crate::path::{Level, TILE_WIDTH, TilePath};
use crate::tree::{HASH_LENGTH, Hash, Nodes, fold};
use alloc::vec::Vec;
use core::cell::RefCell;

/// The tiles of a log of a known size, and where to read them.
pub struct StoredTiles<R> {
    size: u64,
    read: R,
    /// The tile read last: neighbouring hashes are asked for one after another.
    last: RefCell<Option<(TilePath, Vec<Hash>)>>,
}

impl<R: Fn(&TilePath) -> Option<Vec<u8>>> StoredTiles<R> {
    /// Returns the tiles of a log of this size; `read` gives the bytes of a stored tile.
    pub fn new(size: u64, read: R) -> Self {
        Self {
            size,
            read,
            last: RefCell::new(None),
        }
    }

    /// Applies `take` to the hashes of a tile, if it is stored with its exact length.
    fn with<T>(&self, path: TilePath, take: impl FnOnce(&[Hash]) -> Option<T>) -> Option<T> {
        let mut last = self.last.borrow_mut();
        match &*last {
            Some((kept, hashes)) if *kept == path => take(hashes),
            _ => {
                let bytes = (self.read)(&path)?;
                let (hashes, rest) = bytes.as_chunks::<HASH_LENGTH>();
                if !rest.is_empty() || hashes.len() as u64 != path.width() {
                    return None;
                }
                let (_, hashes) = last.insert((path, hashes.to_vec()));
                take(hashes)
            }
        }
    }
}

impl<R: Fn(&TilePath) -> Option<Vec<u8>>> Nodes for StoredTiles<R> {
    fn node(&self, height: u32, index: u64) -> Option<Hash> {
        let level = u8::try_from(height / 8).ok()?;
        let in_level = self.size.checked_shr(8 * u32::from(level)).unwrap_or(0);
        // The node is the root over `wide` neighbouring hashes of one tile of this level.
        let wide = 1_u64 << (height % 8);
        let start = index.checked_mul(wide)?;
        if start.checked_add(wide)? > in_level {
            return None;
        }
        let tile = start / TILE_WIDTH;
        let width = (in_level - tile * TILE_WIDTH).min(TILE_WIDTH);
        let path = TilePath::new(Level::Hashes(level), tile, width)?;
        let from = usize::try_from(start % TILE_WIDTH).ok()?;
        self.with(path, |hashes| {
            let part = hashes.get(from..from + usize::try_from(wide).ok()?)?;
            Some(fold(part))
        })
    }
}
