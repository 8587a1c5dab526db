#![expect(
    clippy::cast_possible_truncation,
    reason = "the sizes in these tests are small"
)]

use super::*;
use crate::checkpoint::Checkpoint;
use crate::specimen::{DOCUMENT, ORIGIN, Specimen, log_key, next_key, policy, signed};
use crate::tree::leaf_hash;
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::vec;

type Folder = BTreeMap<String, Vec<u8>>;

fn verdict(files: &Folder) -> Verdict<Cosigned> {
    audit(files, &policy()).verdict
}

#[track_caller]
fn refused(files: &Folder) -> Rule {
    match verdict(files) {
        Verdict::Refused(refusal) => refusal.rule,
        other => panic!("{other:?}"),
    }
}

/// A log signed over whatever entries it has, honest or not.
fn published(entries: &[Vec<u8>]) -> Folder {
    let mut log = Specimen::empty();
    log.entries = entries.to_vec();
    log.files()
}

#[test]
fn honest_logs_of_many_sizes_verify() {
    for size in [1, 2, 255, 256, 257, 300, 1_000] {
        let log = Specimen::of(size);
        let mut seen = 0;
        let found = Auditor::new(&policy()).run(&log.files(), &mut |entry| {
            assert_eq!(entry.head.seq, seen);
            seen += 1;
        });
        assert!(
            matches!(found.verdict, Verdict::Verified(_)),
            "{size}: {:?}",
            found.verdict
        );
        assert_eq!((found.entries, seen), (size, size));
        assert_eq!(found.streams, log.streams);
        assert_eq!(found.unknown, 0);
        assert_eq!(found.absent.len(), usize::from(size > 2));
    }
    let empty = published(&[]);
    assert!(matches!(verdict(&empty), Verdict::Verified(_)));
}

#[test]
fn flipped_bits_of_the_files_are_refused() {
    let log = Specimen::of(12);
    let files = log.files();
    let mut flips = 0;
    for (path, bytes) in &files {
        // Every bit of the checkpoint; of the rest every seventh, so that each place in a byte has
        // its turn.
        let step = if path == CHECKPOINT { 1 } else { 7 };
        for bit in (0..bytes.len() * 8).step_by(step) {
            let mut flipped = files.clone();
            flipped.get_mut(path).unwrap()[bit / 8] ^= 1 << (bit % 8);
            assert!(
                matches!(verdict(&flipped), Verdict::Refused(_)),
                "{path}, bit {bit}"
            );
            flips += 1;
        }
    }
    assert!(flips > 10_000, "{flips}");
}

#[test]
fn a_corrupted_leaf_hash_in_a_tile_is_never_accepted() {
    for size in [300, 4_096, 65_535, 65_537] {
        let leaves: Vec<_> = (0..size)
            .map(|seq| leaf_hash(format!("{seq}").as_bytes()))
            .collect();
        // The comparison of tiles alone, as the audit makes it, without the cost of reading entries.
        let mut edge = Edge::new();
        let mut tiles = BTreeMap::new();
        for leaf in &leaves {
            edge.append(*leaf, &mut |path, bytes| drop(tiles.insert(path, bytes)));
        }
        tiles.extend(edge.partial());
        let mut tried = 0;
        for corrupted in (5..size).step_by(size as usize / 97 + 1) {
            let path = TilePath::of_level(Level::Hashes(0), size)
                .nth(corrupted as usize / 256)
                .unwrap();
            let mut stored = tiles[&path].clone();
            stored[corrupted as usize % 256 * 32] ^= 1;
            let differs = files::same(&path, &stored, &tiles[&path]).unwrap_err();
            assert_eq!(differs.rule, Rule::TileDiffers);
            assert_eq!(differs.offset, corrupted as usize % 256 * 32);
            tried += 1;
        }
        assert!(tried > 60, "{tried}");
    }
    let files = Specimen::of(300).files();
    for corrupted in (5..300).step_by(4) {
        let mut wrong = files.clone();
        let path = if corrupted < 256 {
            "tile/0/000"
        } else {
            "tile/0/001.p/44"
        };
        wrong.get_mut(path).unwrap()[corrupted % 256 * 32] ^= 1;
        assert_eq!(refused(&wrong), Rule::TileDiffers, "{corrupted}");
    }
}

#[test]
fn missing_files_are_named_and_surplus_ones_refused() {
    let files = Specimen::of(300).files();
    for path in files.keys() {
        let mut fewer = files.clone();
        fewer.remove(path);
        let Verdict::Incomplete(missing) = verdict(&fewer) else {
            panic!("{path}: {:?}", verdict(&fewer));
        };
        assert_eq!(missing, [Missing::File(path.clone())]);
    }
    for path in [
        "policy",
        "tile/0/002.p/1",
        "tile/0/001",
        "tile/1/001.p/1",
        "tile/2/000.p/1",
        "tile/entries/002",
        "tile/0/0",
        "documents/x",
        "checkpoint.bak",
    ] {
        let mut more = files.clone();
        more.insert(path.to_string(), vec![0; 32]);
        assert_eq!(refused(&more), Rule::FileSurplus, "{path}");
        assert_eq!(audit(&more, &policy()).surplus, [path]);
    }
}

#[test]
fn partial_tiles_of_smaller_sizes_may_stay_if_they_are_right() {
    let log = Specimen::of(300);
    let mut files = log.files();
    let mut smaller = Specimen::empty();
    for size in [10, 255, 270] {
        smaller.entries = log.entries[..size].to_vec();
        for (path, bytes) in smaller.files() {
            files.entry(path).or_insert(bytes);
        }
    }
    assert!(files.contains_key("tile/entries/001.p/14"));
    assert!(matches!(verdict(&files), Verdict::Verified(_)));
    for path in [
        "tile/0/000.p/10",
        "tile/0/000.p/255",
        "tile/0/001.p/14",
        "tile/entries/000.p/10",
        "tile/entries/001.p/14",
    ] {
        let mut wrong = files.clone();
        *wrong.get_mut(path).unwrap().last_mut().unwrap() ^= 1;
        assert_eq!(refused(&wrong), Rule::TileDiffers, "{path}");
    }
}

#[test]
fn a_log_that_lies_about_its_entries_is_refused() {
    let log = Specimen::of(40);
    let changed = |seq: usize, from: &str, to: &str| {
        let mut entries = log.entries.clone();
        let text = String::from_utf8(entries[seq].clone()).unwrap();
        let other = text.replacen(from, to, 1);
        assert_ne!(text, other, "{from} in {text}");
        entries[seq] = other.into_bytes();
        refused(&published(&entries))
    };
    assert_eq!(changed(8, "\"seq\":8", "\"seq\":9"), Rule::EntrySeq);
    assert_eq!(changed(8, ORIGIN, "log.other.example/x"), Rule::EntryLog);
    assert_eq!(changed(8, "2026-11-22", "2026-11-21"), Rule::EntryRecorded);
    assert_eq!(changed(8, "\"nth\":1", "\"nth\":2"), Rule::EntryStream);
    assert_eq!(changed(8, "\"prev\":1", "\"prev\":0"), Rule::EntryStream);
    assert_eq!(
        changed(8, &format!("{:032x}", 8), &format!("{:032x}", 1)),
        Rule::EntryAct
    );
    assert_eq!(
        changed(5, "\"heads\":\"sha256:", "\"heads\":\"sha256:0"),
        Rule::HeadsDiffer
    );
    assert_eq!(changed(5, "\"heads\":", "\"head\":"), Rule::HeadsDiffer);
    assert_eq!(changed(6, "\"n\":6", "\"n\":7"), Rule::ActSignature);
    assert_eq!(changed(4, "\"id\"", "\"i\""), Rule::EntryMember);

    let mut swapped = log.entries.clone();
    swapped.swap(8, 9);
    assert_eq!(refused(&published(&swapped)), Rule::EntrySeq);
    let mut doubled = log.entries.clone();
    doubled.insert(8, doubled[7].clone());
    assert_eq!(refused(&published(&doubled)), Rule::EntrySeq);

    // Entries that are not those of the signed root.
    let mut other = log.files();
    let fewer = published(&log.entries[..39]);
    other.insert("checkpoint".to_string(), signed_of(40, [7; 32]));
    assert_eq!(refused(&other), Rule::RootDiffers);
    other.insert("checkpoint".to_string(), fewer["checkpoint"].clone());
    assert!(!matches!(verdict(&other), Verdict::Verified(_)));
    other.insert(
        "checkpoint".to_string(),
        signed_of(999_999_999_999_999_999, [7; 32]),
    );
    assert!(matches!(verdict(&other), Verdict::Incomplete(missing) if missing.len() <= 101));
}

fn signed_of(size: u64, root: Hash) -> Vec<u8> {
    signed(&Checkpoint::new(ORIGIN, size, root))
        .to_string()
        .into_bytes()
}

#[test]
fn a_rotation_needs_both_keys() {
    let vkey = next_key().verifier().to_string();
    let member = format!("\"vkey\":\"{vkey}\"");
    for (signers, good) in [
        (vec![log_key(), next_key()], true),
        (vec![next_key()], false),
        (vec![log_key()], false),
        (vec![], false),
    ] {
        let mut log = Specimen::empty();
        log.act("log", "opening", "\"title\":\"x\"", &[]);
        log.act(
            "log",
            "rotate",
            &member,
            &signers.iter().collect::<Vec<_>>(),
        );
        match verdict(&log.files()) {
            Verdict::Verified(_) => assert!(good),
            Verdict::Refused(refusal) => assert!(!good && refusal.rule == Rule::Rotation),
            Verdict::Incomplete(missing) => panic!("{missing:?}"),
        }
    }
}

#[test]
fn documents_beside_the_log_are_compared() {
    let mut files = Specimen::of(20).files();
    let found = audit(&files, &policy());
    let digest = Digest::of(DOCUMENT);
    assert_eq!(found.absent.first(), Some(&digest));
    let path = format!("documents/{digest}");
    files.insert(path.clone(), DOCUMENT.to_vec());
    let found = audit(&files, &policy());
    assert!(found.absent.is_empty() && matches!(found.verdict, Verdict::Verified(_)));
    files.insert(path, b"another".to_vec());
    assert_eq!(refused(&files), Rule::DocumentDiffers);
}

#[test]
fn a_log_continues_its_older_checkpoints_and_no_others() {
    let (log, policy) = (Specimen::of(300), policy());
    let files = log.files();
    let grown = |old: &Cosigned| {
        Auditor::new(&policy)
            .continuing(old)
            .run(&files, &mut |_| {})
            .verdict
    };
    for size in [0, 1, 17, 256, 300] {
        let old = policy.open(log.note(size).to_string().as_bytes()).unwrap();
        assert!(matches!(grown(&old), Verdict::Verified(_)), "{size}");
        let other = policy.open(&signed_of(size, [9; 32])).unwrap();
        assert_eq!(grown(&other).refusal().unwrap().rule, Rule::Consistency);
    }
    let larger = policy.open(&signed_of(301, [9; 32])).unwrap();
    assert_eq!(grown(&larger).refusal().unwrap().rule, Rule::Consistency);
}
