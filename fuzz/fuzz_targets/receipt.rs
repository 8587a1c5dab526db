//! Receipts and rotations: whatever the bytes of an entry and of the proof beside it are, they are
//! judged without a panic, and nothing is verified that the log does not hold.
//!
//! The first two bytes are the length of the entry.

#![no_main]

#[path = "specimen/mod.rs"]
mod specimen;

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use sponsio_ledger::policy::Policy;
use sponsio_ledger::receipt::Receipt;
use sponsio_ledger::rotation::follow;
use sponsio_ledger::verdict::Verdict;

static WORLD: LazyLock<(Policy, Vec<Vec<u8>>)> =
    LazyLock::new(|| (specimen::policy(), specimen::Specimen::new().entries));

fuzz_target!(|bytes: &[u8]| {
    let (policy, entries) = &*WORLD;
    let Some((length, rest)) = bytes.split_first_chunk() else {
        return;
    };
    let length = usize::from(u16::from_be_bytes(*length)).min(rest.len());
    let (entry, proof) = rest.split_at(length);
    let Ok(receipt) = Receipt::read(entry, proof) else {
        return;
    };
    assert_eq!(receipt.proof.print(), proof);
    if let Verdict::Verified(logged) = receipt.verify(policy) {
        let seq = usize::try_from(logged.seq).expect("small");
        assert_eq!(entries.get(seq).map(Vec::as_slice), Some(entry));
    }
    if let Verdict::Verified((believed, steps)) = follow(policy, &[receipt]) {
        assert_eq!((steps.len(), believed.logs().len()), (1, 2));
        assert_eq!(&steps[0].to, specimen::next_key().verifier());
    }
});
