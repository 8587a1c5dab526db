use super::*;
use crate::path::{Level, TILE_WIDTH};
use crate::tree::{
    Hash, LONGEST_PROOF, Leaves, Tree, consistency, inclusion, leaf_hash, root_of_first,
    verify_consistency, verify_inclusion,
};
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::vec;
use proptest::prelude::*;

fn entry(index: u64) -> Vec<u8> {
    format!("entry {index}").into_bytes()
}

fn leaves(count: u64) -> Vec<Hash> {
    (0..count).map(|index| leaf_hash(&entry(index))).collect()
}

/// What a shelf holds after a log grew in these steps, each tile placed once.
fn grown(sizes: &[u64], leaves: &[Hash]) -> BTreeMap<TilePath, Vec<u8>> {
    let mut shelf: BTreeMap<TilePath, Vec<u8>> = BTreeMap::new();
    let mut old = 0;
    for new in sizes {
        let tiles = tiles_for(old, *new, &Leaves(leaves)).unwrap();
        let bundles = bundles_for(old, *new, |index| Some(entry(index))).unwrap();
        for (path, bytes) in tiles.into_iter().chain(bundles) {
            assert_eq!(shelf.insert(path, bytes), None, "{path} was placed twice");
        }
        old = *new;
    }
    shelf
}

#[test]
fn a_log_of_seventy_thousand_has_its_tiles() {
    let all = leaves(70_000);
    let shelf = grown(&[70_000], &all);
    let paths: Vec<_> = shelf.keys().copied().collect();
    let mut expected: Vec<_> = TilePath::all(70_000).collect();
    expected.sort_unstable();
    assert_eq!(paths, expected);
    for (path, bytes) in &shelf {
        if let Level::Hashes(level) = path.level() {
            assert_eq!(bytes.len() as u64, 32 * path.width());
            let first = Leaves(&all).node(8 * u32::from(level), path.index() * TILE_WIDTH);
            assert_eq!(bytes[..32], first.unwrap());
        }
    }
}

#[test]
fn an_edge_knows_the_root_at_any_size() {
    let all = leaves(70_000);
    let (mut edge, mut tree) = (Edge::new(), Tree::new());
    for leaf in &all {
        edge.append(*leaf, &mut |_, _| {});
        tree.append(*leaf);
        if tree.size() % 997 == 0 || tree.size().is_power_of_two() {
            assert_eq!(edge.tree(), tree);
            assert_eq!(Edge::at(tree.size(), &Leaves(&all)), Some(edge.clone()));
        }
    }
    assert_eq!(Edge::new().tree().root(), Tree::new().root());
}

#[test]
fn bundles_are_read_with_their_exact_length() {
    let bundle = join([&b"one"[..], b"", b"three"]).unwrap();
    assert_eq!(
        entries_of(&bundle, 3),
        Ok(vec![(2, &b"one"[..]), (7, b""), (9, b"three")])
    );
    assert_eq!(entries_of(&bundle, 2), Err(BundleError::Tail(7)));
    assert_eq!(entries_of(&bundle, 4), Err(BundleError::Short(14)));
    assert_eq!(entries_of(&bundle[..13], 3), Err(BundleError::Short(7)));
    assert_eq!(entries_of(&[0], 1), Err(BundleError::Short(0)));
    assert_eq!(join([&[0; 65_536][..]]), None);
    assert_eq!(entries_of(&join([&[7; 65_535][..]]).unwrap(), 1).unwrap().len(), 1);
}

#[test]
fn a_tile_that_is_not_there_or_of_another_length_gives_nothing() {
    let all = leaves(300);
    let shelf = grown(&[300], &all);
    let whole = StoredTiles::new(300, |path| shelf.get(path).cloned());
    assert_eq!(root_of_first(&whole, 300), root_of_first(&Leaves(&all), 300));
    assert_eq!(whole.node(0, 300), None);
    assert_eq!(whole.node(9, 0), None);
    assert_eq!(whole.node(u32::MAX, 0), None);
    assert_eq!(whole.node(1, u64::MAX), None);
    let short = StoredTiles::new(300, |path| {
        let mut bytes = shelf.get(path).cloned()?;
        bytes.pop();
        Some(bytes)
    });
    assert_eq!(root_of_first(&short, 300), None);
    assert_eq!(inclusion(&StoredTiles::new(300, |_| None), 0, 300), None);
}

/// The hole of section 9: a reader that hands out hashes of tiles it has not authenticated. Ours
/// only makes proofs; whatever proof uses the corrupted hash must fail, and none other may.
#[test]
fn a_corrupted_leaf_hash_is_never_accepted() {
    for size in [300, 1_000, 4_096, 65_535, 65_536, 65_537, 70_000] {
        let all = leaves(size);
        let mut shelf = grown(&[size], &all);
        let root = root_of_first(&Leaves(&all), size).unwrap();
        let (mut tried, mut refused) = (0, 0);
        for corrupted in (5..size).step_by(size as usize / 97 + 1) {
            let width = (size - corrupted / 256 * 256).min(256);
            let path = TilePath::new(Level::Hashes(0), corrupted / 256, width).unwrap();
            let place = corrupted as usize % 256 * 32;
            shelf.get_mut(&path).unwrap()[place] ^= 1;
            {
                let nodes = StoredTiles::new(size, |path| shelf.get(path).cloned());
                // The leaf hash itself, as the reader would hand it out.
                let leaf = nodes.node(0, corrupted).unwrap();
                assert_ne!(leaf, all[corrupted as usize]);
                let proof = inclusion(&nodes, corrupted, size).unwrap();
                tried += 1;
                refused +=
                    u32::from(verify_inclusion(&leaf, corrupted, size, &proof, &root).is_err());
                // Its neighbour's proof goes through the corrupted hash.
                let beside = corrupted ^ 1;
                if beside < size {
                    let proof = inclusion(&nodes, beside, size).unwrap();
                    let leaf = all[beside as usize];
                    tried += 1;
                    refused +=
                        u32::from(verify_inclusion(&leaf, beside, size, &proof, &root).is_err());
                }
                // A root at the corrupted leaf's own size is not the root of the older tree.
                let old = corrupted + 1;
                if old < size {
                    let claimed = root_of_first(&nodes, old);
                    let proof = consistency(&nodes, old, size).unwrap();
                    tried += 1;
                    refused += u32::from(claimed.is_none_or(|claimed| {
                        verify_consistency(old, &claimed, size, &root, &proof).is_err()
                            || claimed == root_of_first(&Leaves(&all), old).unwrap()
                    }));
                }
            }
            shelf.get_mut(&path).unwrap()[place] ^= 1;
        }
        assert!(tried > 100, "{size}: {tried}");
        assert_eq!(tried, refused, "accepted at size {size}");
    }
}

proptest! {
    #[test]
    fn tiles_are_the_same_whatever_the_batches(
        steps in prop::collection::vec(0_u64..700, 1..8),
    ) {
        let sizes: Vec<u64> = steps
            .iter()
            .scan(0, |size, step| { *size += step; Some(*size) })
            .collect();
        let size = *sizes.last().unwrap();
        let all = leaves(size);
        let shelf = grown(&sizes, &all);
        let at_once = grown(&[size], &all);
        for (path, bytes) in &at_once {
            prop_assert_eq!(shelf.get(path), Some(bytes), "{}", path);
        }
        // What is left over are the partial tiles of the sizes on the way.
        for (path, bytes) in &shelf {
            if !at_once.contains_key(path) {
                prop_assert!(!path.is_full());
                let on_the_way = sizes.iter().any(|size| TilePath::all(*size).any(|at| at == *path));
                prop_assert!(on_the_way, "{}", path);
                let (_, later) = at_once
                    .iter()
                    .find(|(at, _)| at.level() == path.level() && at.index() == path.index())
                    .unwrap();
                prop_assert!(later.starts_with(bytes));
            }
        }
        // A keeper that has only the tiles goes on as one that has all leaves.
        let more = leaves(size + 300);
        let stored = StoredTiles::new(size, |path| shelf.get(path).cloned());
        let edge = Edge::at(size, &stored).unwrap();
        prop_assert_eq!(edge.tree().root(), root_of_first(&Leaves(&all), size).unwrap());
        prop_assert_eq!(Some(edge), Edge::at(size, &Leaves(&more)));
    }

    #[test]
    fn proofs_from_tiles_are_proofs_from_leaves(
        size in 1_u64..3_000,
        index in any::<prop::sample::Index>(),
    ) {
        let all = leaves(size);
        let shelf = grown(&[size], &all);
        let nodes = StoredTiles::new(size, |path| shelf.get(path).cloned());
        let index = index.index(size as usize) as u64;
        let proof = inclusion(&nodes, index, size).unwrap();
        prop_assert!(proof.len() <= LONGEST_PROOF);
        prop_assert_eq!(Some(proof), inclusion(&Leaves(&all), index, size));
        prop_assert_eq!(
            consistency(&nodes, index + 1, size),
            consistency(&Leaves(&all), index + 1, size)
        );
    }
}
