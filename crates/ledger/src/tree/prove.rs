//! Makes proofs from stored hashes. What is stored is not believed: who makes a proof verifies it
//! against the root before giving it away.

use super::{Hash, Tree, node_hash, split};
use alloc::vec::Vec;

/// Where the hashes of a tree are stored.
pub trait Nodes {
    /// Returns the hash of the complete subtree of `2^height` leaves that begins at leaf `index *
    /// 2^height`, or `None` where it is not stored.
    fn node(&self, height: u32, index: u64) -> Option<Hash>;
}

/// The hashes of all leaves, in order; the nodes above are computed.
#[derive(Debug, Clone, Copy)]
pub struct Leaves<'a>(pub &'a [Hash]);

impl Nodes for Leaves<'_> {
    fn node(&self, height: u32, index: u64) -> Option<Hash> {
        let width = 1_u64.checked_shl(height)?;
        let start = usize::try_from(index.checked_mul(width)?).ok()?;
        let end = start.checked_add(usize::try_from(width).ok()?)?;
        let mut tree = Tree::new();
        tree.extend(self.0.get(start..end)?);
        Some(tree.root())
    }
}

impl<N: Nodes + ?Sized> Nodes for &N {
    fn node(&self, height: u32, index: u64) -> Option<Hash> {
        (**self).node(height, index)
    }
}

/// Returns the root of the tree of the first `size` leaves, or `None` where a hash is not stored.
pub fn root_of_first(nodes: &impl Nodes, size: u64) -> Option<Hash> {
    range(nodes, 0, size)
}

/// Returns the audit path of the leaf at `index` in the tree of `size` leaves, from its sibling up
/// (RFC 6962 section 2.1.1); `None` where there is no such leaf or a hash is not stored.
pub fn inclusion(nodes: &impl Nodes, index: u64, size: u64) -> Option<Vec<Hash>> {
    subtree_consistency(nodes, index, index.checked_add(1)?, size)
}

/// Returns the proof that the tree of `new` leaves continues that of `old` leaves (RFC 6962 section
/// 2.1.2). It is empty for `old` zero and for equal sizes.
pub fn consistency(nodes: &impl Nodes, old: u64, new: u64) -> Option<Vec<Hash>> {
    if old == 0 {
        return Some(Vec::new());
    }
    subtree_consistency(nodes, 0, old, new)
}

/// Returns the proof that the subtree of the leaves `start..end` is contained in the tree of `size`
/// leaves; `None` where that range is no subtree or a hash is not stored. `start` is a multiple of
/// the least power of two that is not below the number of leaves.
pub fn subtree_consistency(
    nodes: &impl Nodes,
    start: u64,
    end: u64,
    size: u64,
) -> Option<Vec<Hash>> {
    if !is_subtree(start, end) || end > size {
        return None;
    }
    // The part of the tree that is still to be split, and whether the subtree's own hash is what
    // the reader has.
    let (mut first, mut last, mut known) = (0, size, true);
    let mut proof = Vec::new();
    let (mut inner, outer) = (start, end);
    while (first, last) != (inner, outer) {
        let middle = first + split(last - first);
        if outer <= middle {
            proof.push(range(nodes, middle, last)?);
            last = middle;
        } else {
            proof.push(range(nodes, first, middle)?);
            first = middle;
            if inner < middle {
                // The left part lies wholly in the subtree: the rest of it begins here.
                inner = middle;
                known = false;
            }
        }
    }
    if !known {
        proof.push(range(nodes, inner, outer)?);
    }
    proof.reverse();
    Some(proof)
}

/// Whether the leaves `start..end` are a subtree: not empty, and `start` a multiple of the least
/// power of two that holds them.
pub(super) fn is_subtree(start: u64, end: u64) -> bool {
    end.checked_sub(start)
        .filter(|width| *width > 0)
        .and_then(u64::checked_next_power_of_two)
        .is_some_and(|width| start.is_multiple_of(width))
}

/// Returns the hash over the leaves `start..end`, `start` being a multiple of the powers of two that
/// the range is composed of.
fn range(nodes: &impl Nodes, start: u64, end: u64) -> Option<Hash> {
    let mut frontier = Vec::new();
    let mut at = start;
    while at < end {
        let height = (63 - (end - at).leading_zeros()).min(at.trailing_zeros());
        frontier.push(nodes.node(height, at >> height)?);
        at += 1 << height;
    }
    let mut hashes = frontier.into_iter().rev();
    let Some(smallest) = hashes.next() else {
        return Some(super::empty_root());
    };
    Some(hashes.fold(smallest, |hash, left| node_hash(&left, &hash)))
}
