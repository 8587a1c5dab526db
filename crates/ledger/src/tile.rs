//! Tiles: 256 hashes of one level, or 256 entries, in one file. They are made from leaves, and a
//! stored tile is only ever compared with what the leaves give (L4): nothing here hands out a hash
//! of a tile as authentic.

mod bundle;
mod edge;
mod stored;

pub use bundle::{BundleError, bundles_for, entries_of, join};
pub use edge::Edge;
pub use stored::StoredTiles;

use crate::path::TilePath;
use crate::tree::Nodes;
use alloc::vec::Vec;

/// A file to be placed: its path and its bytes.
pub type Tile = (TilePath, Vec<u8>);

/// Returns the tiles of hashes that a log of `new` leaves has and a log of `old` leaves has not: the
/// tiles completed since, and the partial tiles that changed. `None` where `nodes` does not store a
/// hash that is needed.
pub fn tiles_for(old: u64, new: u64, nodes: &impl Nodes) -> Option<Vec<Tile>> {
    let mut edge = Edge::at(old, nodes)?;
    let before = edge.partial();
    let mut tiles = Vec::new();
    for index in old..new {
        edge.append(nodes.node(0, index)?, &mut |path, bytes| {
            tiles.push((path, bytes));
        });
    }
    let changed = edge.partial().into_iter().filter(|tile| !before.contains(tile));
    tiles.extend(changed);
    Some(tiles)
}

#[cfg(test)]
mod tests;
