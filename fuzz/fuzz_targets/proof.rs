//! Proofs of logging: whatever the bytes are, reading does not panic; what is read is printed as
//! the same bytes, and proofs over any numbers are judged.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sponsio_ledger::proof::Proof;
use sponsio_ledger::tree::{
    Hash, root_from_inclusion, verify_consistency, verify_subtree_consistency,
};

fuzz_target!(|bytes: &[u8]| {
    if let Ok(proof) = Proof::parse(bytes) {
        assert_eq!(proof.print(), bytes);
    }
    let Some((numbers, rest)) = bytes.split_first_chunk::<16>() else {
        return;
    };
    let (first, second) = numbers.split_at(8);
    let number = |bytes: &[u8]| {
        bytes
            .iter()
            .fold(0, |number, byte| number << 8 | u64::from(*byte))
    };
    let (one, other) = (number(first), number(second));
    let (hashes, _) = rest.as_chunks::<32>();
    let Some((leaf, path)) = hashes.split_first() else {
        return;
    };
    // The subtree rule, written down from the definition, agrees with the walk of the RFC.
    if let Some(end) = one.checked_add(1)
        && path.len() <= 64
    {
        let walked = root_from_inclusion(leaf, one, other, path);
        let judge = |root: &Hash| verify_subtree_consistency(one, end, leaf, other, root, path);
        match walked {
            Ok(root) => assert_eq!(judge(&root), Ok(())),
            Err(_) => assert!(judge(&[0; 32]).is_err()),
        }
    }
    let _judged = verify_consistency(one, leaf, other, &[0; 32], path);
});
