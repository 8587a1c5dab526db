//! What a mirror reads and what its client reads: whatever the bytes are, neither panics; headers
//! and what a mirror says of itself are printed as the same bytes; nothing is held that is not the
//! log's, in its place.
//!
//! The first byte says what the mirror holds already.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use sponsio_ledger::mirror::{Header, Info, State, receive};
use sponsio_ledger::tree::{Hash, Leaves, leaf_hash, root_of_first};
use sponsio_ledger::witness::Latest;

const ORIGIN: &str = "fuzz";

/// One bundle and a bit: entry n is the byte n, twice from 256 on.
const SIZE: usize = 260;

/// Where mirrors stand: nothing, some, all but one of a bundle, a bundle, some of the next.
const HELD: [u64; 5] = [0, 3, 255, 256, 258];

fn entry(seq: usize) -> Vec<u8> {
    let byte = u8::try_from(seq % 256).unwrap_or(0);
    vec![byte; 1 + seq / 256]
}

static LEAVES: LazyLock<Vec<Hash>> =
    LazyLock::new(|| (0..SIZE).map(|seq| leaf_hash(&entry(seq))).collect());

static PENDING: LazyLock<Vec<Latest>> = LazyLock::new(|| {
    let latest = |size: u64| Latest {
        size,
        root: root_of_first(&Leaves(&LEAVES), size).expect("so many leaves"),
    };
    [5, 256, SIZE as u64].map(latest).to_vec()
});

fuzz_target!(|bytes: &[u8]| {
    let Some((choice, body)) = bytes.split_first() else {
        return;
    };
    if let Some((header, at)) = Header::read(body) {
        assert_eq!(header.write().as_deref(), body.get(..at));
    }
    if let Ok(text) = str::from_utf8(body)
        && let Ok(info) = text.parse::<Info>()
    {
        assert_eq!(info.to_string(), text);
    }
    let next = HELD[usize::from(*choice) % HELD.len()];
    let state = |origin: &str| {
        (origin == ORIGIN).then(|| State {
            pending: PENDING.clone(),
            mirrored: if next >= 5 { 5 } else { 0 },
            next,
        })
    };
    let held = |seq: u64| {
        let leaf = LEAVES.get(usize::try_from(seq).ok()?)?;
        (seq < next).then_some(*leaf)
    };
    let received = receive(body, state, &held);
    for (seq, bytes) in (next..).zip(&received.entries) {
        assert_eq!(seq, bytes.0);
        assert_eq!(bytes.1, entry(usize::try_from(seq).expect("small")));
    }
    let reached = next + received.entries.len() as u64;
    if let Some(target) = received.complete {
        assert!(PENDING.contains(&target) && target.size <= reached);
        assert_eq!(received.answer.status, 200);
    }
    assert!(matches!(
        received.answer.status,
        200 | 202 | 400 | 404 | 409 | 422
    ));
});
