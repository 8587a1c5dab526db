//! The frontier of a growing tree: the roots of its complete subtrees, largest first. It is all that
//! appending needs and all that a head stores.

use super::{HASH_LENGTH, Hash, LARGEST_SIZE, empty_root, node_hash};
use alloc::vec::Vec;
use core::fmt;

/// A tree that only grows, kept as its size and its frontier.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tree {
    size: u64,
    frontier: Vec<Hash>,
}

/// Why bytes are not the frontier of a tree of that size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FrontierError {
    /// The size has more than 18 digits.
    Size(u64),
    /// A tree of that size has a frontier of another length, in bytes.
    Length {
        /// What the size asks for.
        expected: usize,
        /// What was given.
        received: usize,
    },
}

impl fmt::Display for FrontierError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Size(size) => write!(f, "a tree of {size} leaves is larger than any log"),
            Self::Length { expected, received } => {
                write!(
                    f,
                    "the frontier has {expected} bytes, {received} were given"
                )
            }
        }
    }
}

impl core::error::Error for FrontierError {}

impl Tree {
    /// Returns the tree without leaves.
    pub fn new() -> Self {
        Self::default()
    }

    /// Returns the tree of this size whose frontier these bytes are, as [`Tree::frontier`] gives them.
    pub fn restore(size: u64, frontier: &[u8]) -> Result<Self, FrontierError> {
        let expected = HASH_LENGTH * size.count_ones() as usize;
        if size > LARGEST_SIZE {
            return Err(FrontierError::Size(size));
        }
        if frontier.len() != expected {
            return Err(FrontierError::Length {
                expected,
                received: frontier.len(),
            });
        }
        let (hashes, _) = frontier.as_chunks::<HASH_LENGTH>();
        Ok(Self {
            size,
            frontier: hashes.to_vec(),
        })
    }

    /// Appends the hash of the next leaf.
    pub fn append(&mut self, leaf: Hash) {
        let mut hash = leaf;
        let mut complete = self.size;
        while complete & 1 == 1
            && let Some(left) = self.frontier.pop()
        {
            hash = node_hash(&left, &hash);
            complete >>= 1;
        }
        self.frontier.push(hash);
        self.size += 1;
    }

    /// Appends the hashes of the next leaves.
    pub fn extend(&mut self, leaves: &[Hash]) {
        for leaf in leaves {
            self.append(*leaf);
        }
    }

    /// Returns the number of leaves.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Returns the root hash (RFC 6962 section 2.1).
    pub fn root(&self) -> Hash {
        let mut hashes = self.frontier.iter().rev();
        let Some(smallest) = hashes.next() else {
            return empty_root();
        };
        hashes.fold(*smallest, |hash, left| node_hash(left, &hash))
    }

    /// Returns the frontier as bytes: the roots of the complete subtrees, largest first.
    pub fn frontier(&self) -> Vec<u8> {
        self.frontier.concat()
    }

    /// Returns the tree whose complete subtrees, largest first, have these roots; their number is
    /// that of the ones in the binary form of the size.
    pub(crate) fn of_subtrees(size: u64, frontier: Vec<Hash>) -> Self {
        debug_assert_eq!(size.count_ones() as usize, frontier.len());
        Self { size, frontier }
    }
}
