//! What a witness reads and what its client reads: whatever the bytes are, neither panics; a request
//! is printed as the same bytes; a checkpoint is accepted only if the log signed it and it continues
//! what was seen; a cosignature is taken only if it verifies.
//!
//! The first byte says what the witness has seen, and what it is asked.

#![no_main]

#[path = "specimen/mod.rs"]
mod specimen;

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use sponsio_ledger::note::VerifierKey;
use sponsio_ledger::tree::{Hash, Leaves, root_of_first};
use sponsio_ledger::witness::{AddCheckpoint, Latest, Reply, judge, read_answer};

struct World {
    keys: Vec<VerifierKey>,
    witness: VerifierKey,
    text: String,
    /// The roots of the log at each size.
    roots: Vec<Hash>,
}

static WORLD: LazyLock<World> = LazyLock::new(|| {
    let log = specimen::Specimen::new();
    let (leaves, size) = (log.leaves(), log.entries.len() as u64);
    let root = |size| root_of_first(&Leaves(&leaves), size).expect("so many entries");
    World {
        keys: vec![specimen::log_key().verifier().clone()],
        witness: specimen::witness_key().verifier().clone(),
        text: log.note(size).text().to_owned(),
        roots: (0..=size).map(root).collect(),
    }
});

fuzz_target!(|bytes: &[u8]| {
    let world = &*WORLD;
    let Some((choice, body)) = bytes.split_first() else {
        return;
    };
    if let Ok(request) = AddCheckpoint::parse(body) {
        assert_eq!(request.print(), body);
    }
    let size = u64::from(*choice) % world.roots.len() as u64;
    let root = world.roots[usize::from(*choice) % world.roots.len()];
    let seen = Latest { size, root };
    let keys = |origin: &str| {
        if origin == specimen::ORIGIN {
            world.keys.clone()
        } else {
            Vec::new()
        }
    };
    match judge(body, keys, |_| seen) {
        Ok(accepted) => {
            let (new, place) = (&accepted.checkpoint, accepted.checkpoint.size);
            assert_eq!(
                (&accepted.replaces, new.text().as_str()),
                (&seen, accepted.note.text())
            );
            assert!(place >= size);
            // The log of the seeds has shown a second face; it continues nothing that was seen.
            if size > 0 {
                assert_eq!(
                    world.roots.get(usize::try_from(place).expect("small")),
                    Some(&new.root)
                );
            }
            for line in accepted.note.signatures() {
                assert!(world.keys.iter().any(|key| line.is_by(key)));
            }
        }
        Err(answer) => {
            assert!(matches!(answer.status, 400 | 403 | 404 | 409 | 422));
            assert!(answer.body.ends_with('\n'));
            assert!(!answer.evidence || answer.status == 422);
        }
    }
    if let Ok(body) = str::from_utf8(body) {
        let status = [200, 409, 422, 500][usize::from(*choice) % 4];
        let keys = core::slice::from_ref(&world.witness);
        if let Reply::Cosigned(lines) = read_answer(status, body, &world.text, keys) {
            assert!(!lines.is_empty());
            assert!(lines.iter().all(|line| line.is_by(&world.witness)));
        }
    }
});
