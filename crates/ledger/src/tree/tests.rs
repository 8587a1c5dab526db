use super::*;
use alloc::format;
use alloc::vec::Vec;
use proptest::prelude::*;

/// The leaves of the reference tree of Certificate Transparency and the roots of its first 1 to 8
/// leaves: see tests/vectors/ledger/README.md.
const REFERENCE: &str = include_str!("../../../../tests/vectors/ledger/rfc6962.txt");

fn hex(text: &str) -> Vec<u8> {
    (0..text.len() / 2)
        .map(|at| u8::from_str_radix(&text[2 * at..2 * at + 2], 16).unwrap())
        .collect()
}

fn leaves(count: u64) -> Vec<Hash> {
    (0..count)
        .map(|index| leaf_hash(format!("entry {index}").as_bytes()))
        .collect()
}

/// The tree hash as RFC 6962 section 2.1 writes it down.
fn defined(leaves: &[Hash]) -> Hash {
    match leaves {
        [] => empty_root(),
        [leaf] => *leaf,
        _ => {
            let (left, right) = leaves.split_at(split(leaves.len() as u64) as usize);
            node_hash(&defined(left), &defined(right))
        }
    }
}

/// The audit path as RFC 6962 section 2.1.1 writes it down.
fn defined_path(index: usize, leaves: &[Hash]) -> Vec<Hash> {
    if leaves.len() == 1 {
        return Vec::new();
    }
    let (left, right) = leaves.split_at(split(leaves.len() as u64) as usize);
    let (mut path, beside) = if index < left.len() {
        (defined_path(index, left), defined(right))
    } else {
        (defined_path(index - left.len(), right), defined(left))
    };
    path.push(beside);
    path
}

/// The consistency proof as RFC 6962 section 2.1.2 writes it down.
fn defined_consistency(old: usize, leaves: &[Hash], whole: bool) -> Vec<Hash> {
    if old == leaves.len() {
        return if whole {
            Vec::new()
        } else {
            [defined(leaves)].to_vec()
        };
    }
    let (left, right) = leaves.split_at(split(leaves.len() as u64) as usize);
    if old <= left.len() {
        let mut path = defined_consistency(old, left, whole);
        path.push(defined(right));
        path
    } else {
        let mut path = defined_consistency(old - left.len(), right, false);
        path.push(defined(left));
        path
    }
}

#[test]
fn the_reference_tree_has_its_known_roots() {
    let mut tree = Tree::new();
    let mut checked = 0;
    for line in REFERENCE.lines().filter(|line| !line.starts_with('#')) {
        let mut words = line.split(' ');
        match words.next().unwrap() {
            "empty" => assert_eq!(tree.root().as_slice(), hex(words.next().unwrap())),
            "leaf" => {
                tree.append(leaf_hash(&hex(words.next().unwrap())));
                assert_eq!(words.next(), Some("root"));
                assert_eq!(tree.root().as_slice(), hex(words.next().unwrap()));
                checked += 1;
            }
            other => panic!("unknown line {other}"),
        }
    }
    assert_eq!(checked, 8);
}

#[test]
fn roots_and_proofs_are_those_of_the_definition() {
    let all = leaves(70);
    for size in 1..=all.len() {
        let (part, length) = (&all[..size], size as u64);
        let nodes = Leaves(part);
        let mut tree = Tree::new();
        tree.extend(part);
        let root = defined(part);
        assert_eq!(tree.root(), root);
        assert_eq!(root_of_first(&nodes, length), Some(root));
        for old in 1..=size {
            let proof = consistency(&nodes, old as u64, length).unwrap();
            assert_eq!(proof, defined_consistency(old, part, true));
            let old_root = defined(&all[..old]);
            let verified = verify_consistency(old as u64, &old_root, length, &root, &proof);
            assert_eq!(verified, Ok(()), "{old} to {size}");
            let subtree =
                verify_subtree_consistency(0, old as u64, &old_root, length, &root, &proof);
            assert_eq!(subtree, Ok(()), "{old} to {size}");
        }
        for index in 0..size {
            let at = index as u64;
            let proof = inclusion(&nodes, at, length).unwrap();
            assert_eq!(proof, defined_path(index, part));
            assert_eq!(
                verify_inclusion(&part[index], at, length, &proof, &root),
                Ok(())
            );
            let subtree =
                verify_subtree_consistency(at, at + 1, &part[index], length, &root, &proof);
            assert_eq!(subtree, Ok(()));
        }
    }
}

#[test]
fn every_subtree_is_contained_and_nothing_else_is_one() {
    let all = leaves(40);
    let nodes = Leaves(&all);
    for size in 1..=40 {
        let root = root_of_first(&nodes, size).unwrap();
        for start in 0..size {
            for end in start..=size {
                let proof = subtree_consistency(&nodes, start, end, size);
                let part = defined(&all[start as usize..end as usize]);
                let width = (end - start).next_power_of_two();
                if end == start || !start.is_multiple_of(width) {
                    assert_eq!(proof, None);
                    let judged =
                        verify_subtree_consistency(start, end, &part, size, &root, &[]);
                    assert_eq!(judged, Err(ProofError::Range));
                    continue;
                }
                let proof = proof.unwrap();
                let judge = |part: &Hash, root: &Hash, proof: &[Hash]| {
                    verify_subtree_consistency(start, end, part, size, root, proof)
                };
                assert_eq!(judge(&part, &root, &proof), Ok(()), "{start}..{end} in {size}");
                assert!(judge(&empty_root(), &root, &proof).is_err());
                assert!(judge(&part, &empty_root(), &proof).is_err());
                let mut longer = proof.clone();
                longer.push(part);
                assert!(judge(&part, &root, &longer).is_err());
                if let Some((_, shorter)) = proof.split_last() {
                    assert!(judge(&part, &root, shorter).is_err());
                }
            }
        }
    }
}

#[test]
fn a_frontier_is_kept_as_bytes() {
    let mut tree = Tree::new();
    for leaf in leaves(300) {
        tree.append(leaf);
        assert_eq!(Tree::restore(tree.size(), &tree.frontier()), Ok(tree.clone()));
    }
    let short = &tree.frontier()[1..];
    assert_eq!(
        Tree::restore(300, short),
        Err(FrontierError::Length {
            expected: 128,
            received: 127
        })
    );
    assert_eq!(
        Tree::restore(u64::MAX, &[0; 64 * HASH_LENGTH]),
        Err(FrontierError::Size(u64::MAX))
    );
}

#[test]
fn sizes_at_the_end_of_the_numbers_are_judged_without_panic() {
    let hash = empty_root();
    let proof = [hash; 70];
    for size in [0, 1, LARGEST_SIZE, u64::MAX - 1, u64::MAX] {
        for index in [0, 1, size / 2, size.wrapping_sub(1), size, u64::MAX] {
            for length in [0, 1, 63, 64, 70] {
                let proof = &proof[..length];
                assert!(verify_inclusion(&hash, index, size, proof, &[0; 32]).is_err());
                if index > 0 && index < size {
                    assert!(verify_consistency(index, &hash, size, &[0; 32], proof).is_err());
                }
                let end = index.saturating_add(1);
                let judged = verify_subtree_consistency(index, end, &hash, size, &[0; 32], proof);
                assert!(judged.is_err());
            }
        }
    }
}

proptest! {
    #[test]
    fn a_changed_proof_proves_nothing(
        size in 1_u64..2_000,
        index in any::<prop::sample::Index>(),
        old in any::<prop::sample::Index>(),
        bit in any::<prop::sample::Index>(),
    ) {
        let all = leaves(size);
        let nodes = Leaves(&all);
        let root = root_of_first(&nodes, size).unwrap();
        let index = index.index(size as usize) as u64;
        let leaf = all[index as usize];
        let path = inclusion(&nodes, index, size).unwrap();
        prop_assert_eq!(verify_inclusion(&leaf, index, size, &path, &root), Ok(()));
        for other in [index.wrapping_sub(1), index + 1] {
            if other < size {
                prop_assert!(verify_inclusion(&leaf, other, size, &path, &root).is_err());
            }
        }
        prop_assert!(verify_inclusion(&flipped(leaf, bit), index, size, &path, &root).is_err());
        prop_assert!(verify_inclusion(&leaf, index, size, &path, &flipped(root, bit)).is_err());
        for place in 0..path.len() {
            let mut wrong = path.clone();
            wrong[place] = flipped(wrong[place], bit);
            prop_assert!(verify_inclusion(&leaf, index, size, &wrong, &root).is_err());
            wrong.remove(place);
            prop_assert!(verify_inclusion(&leaf, index, size, &wrong, &root).is_err());
        }

        let old = old.index(size as usize) as u64 + 1;
        let old_root = root_of_first(&nodes, old).unwrap();
        let proof = consistency(&nodes, old, size).unwrap();
        let judge = |old_root: &Hash, root: &Hash, proof: &[Hash]| {
            verify_consistency(old, old_root, size, root, proof)
        };
        prop_assert_eq!(judge(&old_root, &root, &proof), Ok(()));
        prop_assert!(judge(&flipped(old_root, bit), &root, &proof).is_err());
        prop_assert!(judge(&old_root, &flipped(root, bit), &proof).is_err());
        for place in 0..proof.len() {
            let mut wrong = proof.clone();
            wrong[place] = flipped(wrong[place], bit);
            prop_assert!(judge(&old_root, &root, &wrong).is_err());
            wrong.remove(place);
            prop_assert!(judge(&old_root, &root, &wrong).is_err());
        }
    }
}

fn flipped(mut hash: Hash, bit: prop::sample::Index) -> Hash {
    let bit = bit.index(256);
    hash[bit / 8] ^= 1 << (bit % 8);
    hash
}
