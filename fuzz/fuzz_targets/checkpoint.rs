//! Checkpoints and cosignatures: whatever the bytes are, reading does not panic; a checkpoint is
//! printed as the same text; nothing is opened under a policy but what the log has signed, and no
//! bytes are a cosignature but those that the witness made.

#![no_main]

#[path = "specimen/mod.rs"]
mod specimen;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use sponsio_ledger::checkpoint::Checkpoint;
use sponsio_ledger::cosignature::{Cosignature, verify};
use sponsio_ledger::note::{Note, VerifierKey};
use sponsio_ledger::policy::{Policy, fork};

struct World {
    policy: Policy,
    witness: VerifierKey,
    whole: Note,
    /// What the log has signed.
    texts: BTreeSet<String>,
}

static WORLD: LazyLock<World> = LazyLock::new(|| {
    let log = specimen::Specimen::new();
    let notes = (0..=log.entries.len() as u64).map(|size| log.note(size));
    World {
        policy: specimen::policy(),
        witness: specimen::witness_key().verifier().clone(),
        whole: log.note(log.entries.len() as u64),
        texts: notes.map(|note| note.text().to_owned()).collect(),
    }
});

fuzz_target!(|bytes: &[u8]| {
    let world = &*WORLD;
    if let Ok(text) = str::from_utf8(bytes)
        && let Ok(checkpoint) = Checkpoint::parse(text)
    {
        assert_eq!(checkpoint.text(), text);
    }
    if let Ok(cosigned) = world.policy.open_signed(bytes) {
        assert!(world.texts.contains(cosigned.note.text()));
        assert_eq!(cosigned.checkpoint.text(), cosigned.note.text());
        assert_eq!(cosigned.quorum, !cosigned.seen.is_empty());
        assert_eq!(cosigned.quorum, world.policy.open(bytes).is_ok());
        // The log of the seeds has one face.
        let whole = world.whole.to_string();
        assert_eq!(fork(&world.policy, bytes, whole.as_bytes()), Ok(None));
    }
    let made = world.whole.signatures().last().map(|line| line.bytes());
    match verify(world.whole.text(), &world.witness, bytes) {
        Ok(Cosignature::Verified(_)) => assert_eq!(made, Some(bytes)),
        Ok(Cosignature::Unverified(_)) => panic!("a key of Ed25519 verifies"),
        Err(_) => {}
    }
});
