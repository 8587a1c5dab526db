//! The right edge of the tiles: at each level, the hashes that do not fill a tile yet. Leaves go in
//! from the left, full tiles come out, and the root can be read at any size.

use crate::path::{Level, TILE_WIDTH, TilePath};
use crate::tree::{HASH_LENGTH, Hash, Nodes, Tree, fold};
use alloc::vec::Vec;

/// The hashes of the last, partial tile of every level.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Edge {
    size: u64,
    /// From level 0; each holds fewer than 256 hashes, and no level above the highest used.
    levels: Vec<Vec<Hash>>,
}

impl Edge {
    /// Returns the edge of the tree without leaves.
    pub fn new() -> Self {
        Self::default()
    }

    /// Returns the edge of the first `size` leaves, or `None` where a hash is not stored. The
    /// hashes are as good as where they are stored: compare [`Edge::tree`] with what is known.
    pub fn at(size: u64, nodes: &impl Nodes) -> Option<Self> {
        let mut levels = Vec::new();
        let (mut count, mut height) = (size, 0);
        while count > 0 {
            let start = count - count % TILE_WIDTH;
            let hashes: Option<Vec<_>> = (start..count)
                .map(|index| nodes.node(height, index))
                .collect();
            levels.push(hashes?);
            count /= TILE_WIDTH;
            height += 8;
        }
        Some(Self { size, levels })
    }

    /// Appends the hash of the next leaf, and gives each tile that it completes to `full`.
    pub fn append(&mut self, leaf: Hash, full: &mut impl FnMut(TilePath, Vec<u8>)) {
        self.size += 1;
        let mut hash = leaf;
        for level in 0_u8.. {
            let place = usize::from(level);
            if self.levels.len() == place {
                self.levels.push(Vec::with_capacity(8));
            }
            let hashes = &mut self.levels[place];
            hashes.push(hash);
            if hashes.len() as u64 != TILE_WIDTH {
                return;
            }
            hash = fold(hashes);
            let index = (self.size >> (8 * u32::from(level) + 8)) - 1;
            if let Some(path) = TilePath::new(Level::Hashes(level), index, TILE_WIDTH) {
                full(path, hashes.concat());
            }
            hashes.clear();
        }
    }

    /// Returns the partial tiles at this size, from level 0 up; empty ones do not exist.
    pub fn partial(&self) -> Vec<(TilePath, Vec<u8>)> {
        let levels = self.levels.iter().zip(0_u8..);
        levels
            .filter_map(|(hashes, level)| {
                let count = self.size >> (8 * u32::from(level));
                let width = hashes.len() as u64;
                let path = TilePath::new(Level::Hashes(level), count / TILE_WIDTH, width)?;
                Some((path, hashes.concat()))
            })
            .collect()
    }

    /// Returns the number of leaves.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Returns the tree whose right edge this is; it has the root.
    pub fn tree(&self) -> Tree {
        let mut frontier = Vec::new();
        for hashes in self.levels.iter().rev() {
            let mut level = Tree::new();
            level.extend(hashes);
            let bytes = level.frontier();
            frontier.extend_from_slice(bytes.as_chunks::<HASH_LENGTH>().0);
        }
        Tree::of_subtrees(self.size, frontier)
    }
}
