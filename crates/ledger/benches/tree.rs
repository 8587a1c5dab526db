//! The budgets of the log: hashing a whole log against bare SHA-256 of the same bytes, auditing
//! one, and verifying one receipt.

extern crate alloc;

use alloc::collections::BTreeMap;
use divan::{Bencher, black_box};
use sha2::{Digest as _, Sha256};
use sponsio_ledger::audit::audit;
use sponsio_ledger::checkpoint::Checkpoint;
use sponsio_ledger::entry::{self, By, Head, Office, Streams, Visibility};
use sponsio_ledger::note::{Note, SigningKey};
use sponsio_ledger::policy::Policy;
use sponsio_ledger::proof::Proof;
use sponsio_ledger::receipt::Receipt;
use sponsio_ledger::tile::{Edge, bundles_for, tiles_for};
use sponsio_ledger::tree::{Hash, Leaves, Tree, inclusion, leaf_hash};
use sponsio_record::{Instant, read};

const ORIGIN: &str = "log.example/bench";
const ENTRIES: [u64; 2] = [10_000, 70_000];

fn main() {
    divan::main();
}

/// Bare SHA-256 over the bytes of each entry: what the others are measured against.
#[divan::bench(args = ENTRIES, sample_count = 10, sample_size = 1)]
fn bare_sha256(bencher: Bencher<'_, '_>, count: u64) {
    let entries = entries(count);
    bencher.bench_local(|| {
        for entry in &entries {
            black_box(Sha256::digest(black_box(entry)));
        }
    });
}

/// Leaf hashes and the root of the tree.
#[divan::bench(args = ENTRIES, sample_count = 10, sample_size = 1)]
fn root_of_entries(bencher: Bencher<'_, '_>, count: u64) {
    let entries = entries(count);
    bencher.bench_local(|| {
        let mut tree = Tree::new();
        for entry in &entries {
            tree.append(leaf_hash(black_box(entry)));
        }
        tree.root()
    });
}

/// Leaf hashes, all tiles and the root: the hashing of an audit.
#[divan::bench(args = ENTRIES, sample_count = 10, sample_size = 1)]
fn tiles_of_entries(bencher: Bencher<'_, '_>, count: u64) {
    let entries = entries(count);
    bencher.bench_local(|| {
        let mut edge = Edge::new();
        for entry in &entries {
            edge.append(leaf_hash(black_box(entry)), &mut |_, bytes| {
                drop(black_box(bytes));
            });
        }
        edge.tree().root()
    });
}

/// The whole audit: every entry read as a record, every tile compared.
#[divan::bench(args = ENTRIES, sample_count = 5, sample_size = 1)]
fn whole_audit(bencher: Bencher<'_, '_>, count: u64) {
    let entries = entries(count);
    let files = files(&entries);
    let policy = policy();
    bencher.bench_local(|| {
        let found = audit(black_box(&files), &policy);
        assert_eq!(found.entries, count);
        found.root
    });
}

/// One receipt of a log of 70,000 entries.
#[divan::bench]
fn one_receipt(bencher: Bencher<'_, '_>) {
    let entries = entries(70_000);
    let leaves: Vec<Hash> = entries.iter().map(|entry| leaf_hash(entry)).collect();
    let receipt = Receipt {
        entry: entries[33_333].clone(),
        proof: Proof {
            index: 33_333,
            path: inclusion(&Leaves(&leaves), 33_333, 70_000).expect("the leaves are here"),
            extra: None,
            note: note(&leaves),
        },
    };
    let policy = policy();
    bencher.bench_local(|| {
        let logged = black_box(&receipt).verify(&policy).verified();
        logged.expect("the receipt is good").seq
    });
}

fn key() -> SigningKey {
    SigningKey::log(ORIGIN, &[1; 32]).expect("the origin is a name")
}

fn policy() -> Policy {
    Policy::of_log(key().verifier().clone())
}

fn note(leaves: &[Hash]) -> Note {
    let mut tree = Tree::new();
    tree.extend(leaves);
    let text = Checkpoint::new(ORIGIN, tree.size(), tree.root()).text();
    let line = key().sign(&text).expect("a log signs");
    Note::new(&text, vec![line]).expect("one line")
}

/// Entries of about 600 bytes in 40 streams.
fn entries(count: u64) -> Vec<Vec<u8>> {
    let mut streams = Streams::new();
    (0..count)
        .map(|seq| {
            let place = streams.next(&format!("instrument/{}", seq % 40));
            streams.follow(&place, seq).expect("the place is the next");
            let head = Head {
                log: ORIGIN.to_owned(),
                seq,
                recorded: Instant::from_seconds(1_795_353_600).expect("a day of 2026"),
                by: By {
                    office: Office::Depositary,
                    party: None,
                    officer: None,
                },
                stream: place,
                visibility: Visibility::Public,
            };
            let act = format!(
                "{{\"id\":\"{seq:032x}\",\"kind\":\"ratification\",\"note\":\"{}\",\"type\":\"sponsio.act/1\"}}",
                "x".repeat(290)
            );
            let record = read(act.as_bytes()).expect("the act is a record");
            entry::public(&head, record.object(), &[]).expect("the entry is well formed")
        })
        .collect()
}

fn files(entries: &[Vec<u8>]) -> BTreeMap<String, Vec<u8>> {
    let leaves: Vec<Hash> = entries.iter().map(|entry| leaf_hash(entry)).collect();
    let size = leaves.len() as u64;
    let at = |seq: u64| entries.get(usize::try_from(seq).ok()?).cloned();
    let mut files: BTreeMap<String, Vec<u8>> = tiles_for(0, size, &Leaves(&leaves))
        .into_iter()
        .chain(bundles_for(0, size, at))
        .flatten()
        .map(|(path, bytes)| (path.to_string(), bytes))
        .collect();
    files.insert(
        "checkpoint".to_owned(),
        note(&leaves).to_string().into_bytes(),
    );
    files
}
