//! Verifies proofs: inclusion after RFC 9162 section 2.1.3.2, consistency after section 2.1.4.2,
//! and the containment of a subtree.

use super::prove::is_subtree;
use super::{Hash, empty_root, node_hash, split};
use core::fmt;

/// Why a proof proves nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProofError {
    /// The leaf's index is not below the size, or the older tree is the larger one.
    Range,
    /// The proof has more or fewer hashes than the sizes ask for.
    Length,
    /// The proof leads to another root.
    Root,
    /// The proof leads to another root of the older tree, or of the subtree.
    OldRoot,
}

impl fmt::Display for ProofError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Range => "the index or the older size lies beyond the tree",
            Self::Length => "the proof has not the length that the sizes ask for",
            Self::Root => "the proof does not lead to the root",
            Self::OldRoot => "the proof does not lead to the older root",
        })
    }
}

impl core::error::Error for ProofError {}

/// Returns the root to which the proof leads from the leaf (RFC 9162 section 2.1.3.2).
pub fn root_from_inclusion(
    leaf: &Hash,
    index: u64,
    size: u64,
    proof: &[Hash],
) -> Result<Hash, ProofError> {
    if index >= size {
        return Err(ProofError::Range);
    }
    let (mut node, mut last) = (index, size - 1);
    let mut hash = *leaf;
    for beside in proof {
        if last == 0 {
            return Err(ProofError::Length);
        }
        if node & 1 == 1 || node == last {
            hash = node_hash(beside, &hash);
            while node & 1 == 0 && node != 0 {
                node >>= 1;
                last >>= 1;
            }
        } else {
            hash = node_hash(&hash, beside);
        }
        node >>= 1;
        last >>= 1;
    }
    if last == 0 {
        Ok(hash)
    } else {
        Err(ProofError::Length)
    }
}

/// Verifies that the leaf is the one at `index` in the tree with this size and root.
pub fn verify_inclusion(
    leaf: &Hash,
    index: u64,
    size: u64,
    proof: &[Hash],
    root: &Hash,
) -> Result<(), ProofError> {
    if root_from_inclusion(leaf, index, size, proof)? == *root {
        Ok(())
    } else {
        Err(ProofError::Root)
    }
}

/// Verifies that the newer tree continues the older one (RFC 9162 section 2.1.4.2). Every tree
/// continues the empty one, and a tree continues itself; both need an empty proof.
pub fn verify_consistency(
    old_size: u64,
    old_root: &Hash,
    new_size: u64,
    new_root: &Hash,
    proof: &[Hash],
) -> Result<(), ProofError> {
    if old_size > new_size {
        return Err(ProofError::Range);
    }
    if old_size == 0 || old_size == new_size {
        return without_proof(old_size, old_root, new_size, new_root, proof);
    }
    // An older tree that is complete is itself the first node of the path.
    let (start, rest) = match proof.split_first() {
        None => return Err(ProofError::Length),
        Some(_) if old_size.is_power_of_two() => (old_root, proof),
        Some((first, rest)) => (first, rest),
    };
    let (mut node, mut last) = (old_size - 1, new_size - 1);
    while node & 1 == 1 {
        node >>= 1;
        last >>= 1;
    }
    let (mut old, mut new) = (*start, *start);
    for beside in rest {
        if last == 0 {
            return Err(ProofError::Length);
        }
        if node & 1 == 1 || node == last {
            old = node_hash(beside, &old);
            new = node_hash(beside, &new);
            while node & 1 == 0 && node != 0 {
                node >>= 1;
                last >>= 1;
            }
        } else {
            new = node_hash(&new, beside);
        }
        node >>= 1;
        last >>= 1;
    }
    if last != 0 {
        return Err(ProofError::Length);
    }
    compare(&old, old_root, &new, new_root)
}

fn without_proof(
    old_size: u64,
    old_root: &Hash,
    new_size: u64,
    new_root: &Hash,
    proof: &[Hash],
) -> Result<(), ProofError> {
    if !proof.is_empty() {
        return Err(ProofError::Length);
    }
    if old_size == 0 && *old_root != empty_root() {
        return Err(ProofError::OldRoot);
    }
    if old_size == new_size && old_root != new_root {
        return Err(ProofError::Root);
    }
    Ok(())
}

/// Verifies that the subtree of the leaves `start..end`, which has the hash `subtree`, is contained
/// in the tree with this size and root. The rule is that of the proof's own definition, read
/// backwards, so that it also covers inclusion (one leaf) and consistency (`start` zero).
pub fn verify_subtree_consistency(
    start: u64,
    end: u64,
    subtree: &Hash,
    size: u64,
    root: &Hash,
    proof: &[Hash],
) -> Result<(), ProofError> {
    if !is_subtree(start, end) || end > size {
        return Err(ProofError::Range);
    }
    let mut path = proof.iter();
    let (old, new) = climb((start, end), (0, size), Some(subtree), &mut path)?;
    if path.next().is_some() {
        return Err(ProofError::Length);
    }
    compare(&old, subtree, &new, root)
}

/// Returns the hash of what the tree part `whole` holds of the subtree, and that of the part
/// itself. Each level takes one hash of the proof; a tree has at most 64 levels.
fn climb<'a>(
    (start, end): (u64, u64),
    (first, last): (u64, u64),
    known: Option<&Hash>,
    path: &mut impl Iterator<Item = &'a Hash>,
) -> Result<(Hash, Hash), ProofError> {
    if (start, end) == (first, last) {
        let hash = match known {
            Some(hash) => *hash,
            None => *path.next().ok_or(ProofError::Length)?,
        };
        return Ok((hash, hash));
    }
    let middle = first + split(last - first);
    if end <= middle {
        let (old, new) = climb((start, end), (first, middle), known, path)?;
        let right = path.next().ok_or(ProofError::Length)?;
        Ok((old, node_hash(&new, right)))
    } else if start >= middle {
        let (old, new) = climb((start, end), (middle, last), known, path)?;
        let left = path.next().ok_or(ProofError::Length)?;
        Ok((old, node_hash(left, &new)))
    } else {
        let (old, new) = climb((middle, end), (middle, last), None, path)?;
        let left = path.next().ok_or(ProofError::Length)?;
        Ok((node_hash(left, &old), node_hash(left, &new)))
    }
}

fn compare(old: &Hash, old_root: &Hash, new: &Hash, new_root: &Hash) -> Result<(), ProofError> {
    if old != old_root {
        Err(ProofError::OldRoot)
    } else if new != new_root {
        Err(ProofError::Root)
    } else {
        Ok(())
    }
}
