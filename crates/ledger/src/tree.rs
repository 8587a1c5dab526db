//! The Merkle tree of RFC 6962: hashes of leaves and nodes, the frontier that grows, and the proofs
//! that a leaf is in a tree and that one tree continues another. It does not know where hashes are
//! stored, nor what a leaf says.

mod frontier;
mod prove;
mod verify;

pub use frontier::{FrontierError, Tree};
pub use prove::{Leaves, Nodes, consistency, inclusion, root_of_first, subtree_consistency};
pub use verify::{
    ProofError, root_from_inclusion, verify_consistency, verify_inclusion,
    verify_subtree_consistency,
};

use sha2::{Digest as _, Sha256};

/// A hash of the tree: of a leaf, of a node, or of the whole.
pub type Hash = [u8; 32];

/// The length of a hash in bytes.
pub const HASH_LENGTH: usize = 32;

/// No proof is longer: a tree of 64 levels has 63 nodes beside any path.
pub const LONGEST_PROOF: usize = 63;

/// The largest size of a tree, so that sizes have at most 18 decimal digits.
pub const LARGEST_SIZE: u64 = 999_999_999_999_999_999;

/// Returns the hash of a leaf: SHA-256 over a zero byte and the entry (RFC 6962 section 2.1).
pub fn leaf_hash(entry: &[u8]) -> Hash {
    let mut hasher = Sha256::new();
    hasher.update([0]);
    hasher.update(entry);
    hasher.finalize().into()
}

/// Returns the hash of a node: SHA-256 over a one byte and the two hashes below it (RFC 6962
/// section 2.1).
pub fn node_hash(left: &Hash, right: &Hash) -> Hash {
    let mut block = [1; 1 + 2 * HASH_LENGTH];
    block[1..=HASH_LENGTH].copy_from_slice(left);
    block[1 + HASH_LENGTH..].copy_from_slice(right);
    Sha256::digest(block).into()
}

/// Returns the root of the tree without leaves: SHA-256 of the empty string.
pub fn empty_root() -> Hash {
    Sha256::digest(b"").into()
}

/// Returns the hash over complete subtrees of equal height, whose number is a power of two; the
/// empty slice gives the empty root.
pub(crate) fn fold(hashes: &[Hash]) -> Hash {
    let mut tree = Tree::new();
    for hash in hashes {
        tree.append(*hash);
    }
    tree.root()
}

/// Returns where RFC 6962 splits a tree of this size: the largest power of two below it.
pub(crate) fn split(size: u64) -> u64 {
    debug_assert!(size > 1, "a tree of one leaf is not split");
    1 << (63 - (size - 1).max(1).leading_zeros())
}

#[cfg(test)]
mod tests;
