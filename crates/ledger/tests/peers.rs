//! The log against programs that share no code with it: a log that a Python script wrote is read
//! here, and a log that was written here is read by a Python verifier. Both lie beside the project;
//! where they are not there, these tests say so and are left out.

extern crate alloc;

use alloc::collections::BTreeMap;
use sponsio_ledger::audit::audit;
use sponsio_ledger::checkpoint::Checkpoint;
use sponsio_ledger::cosignature::cosign;
use sponsio_ledger::entry::{self, By, Head, Office, Streams, Visibility};
use sponsio_ledger::note::{Note, SigningKey};
use sponsio_ledger::path::{Level, TilePath};
use sponsio_ledger::policy::{Policy, fork};
use sponsio_ledger::proof::Proof;
use sponsio_ledger::tile::{bundles_for, entries_of, tiles_for};
use sponsio_ledger::tree::{
    Hash, Leaves, Tree, inclusion, leaf_hash, root_of_first, verify_inclusion,
};
use sponsio_ledger::verdict::Verdict;
use sponsio_record::{Instant, read};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const ORIGIN: &str = "log.sponsio.example/ledger";

/// The folder of the foreign programs, if it and a Python are here.
fn peers() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/peers/ledger");
    let python = Command::new("python3").arg("--version").output();
    let here = folder.join("verify.py").is_file() && python.is_ok();
    here.then_some(folder)
}

#[expect(clippy::print_stdout, reason = "a test that was left out says so")]
fn left_out() {
    println!("left out: no peers beside the project, or no python3");
}

fn python(script: &Path, arguments: &[&Path], size: Option<u64>) -> i32 {
    let output = Command::new("python3")
        .arg(script)
        .args(arguments)
        .args(size.map(|size| size.to_string()))
        .output()
        .expect("python3 starts");
    output.status.code().expect("python3 ends by itself")
}

#[test]
fn a_log_that_another_program_wrote_is_read() {
    let Some(peers) = peers() else {
        return left_out();
    };
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path();
    for size in [1_u64, 256, 300, 1_000] {
        let made = out.join(size.to_string());
        assert_eq!(python(&peers.join("make_log.py"), &[&made], Some(size)), 0);
        let file = |path: &str| fs::read(made.join(path)).unwrap();
        let policy = Policy::parse(&file("policy")).unwrap();
        let cosigned = policy.open(&file("log/checkpoint")).unwrap();
        assert_eq!(cosigned.seen.len(), 2);
        assert_eq!(cosigned.checkpoint.size, size);

        let mut leaves: Vec<Hash> = Vec::new();
        for path in TilePath::of_level(Level::Entries, size) {
            let bundle = file(&format!("log/{path}"));
            let entries = entries_of(&bundle, path.width()).unwrap();
            leaves.extend(entries.iter().map(|(_, entry)| leaf_hash(entry)));
        }
        let nodes = Leaves(&leaves);
        assert_eq!(root_of_first(&nodes, size), Some(cosigned.checkpoint.root));
        for (path, bytes) in tiles_for(0, size, &nodes).unwrap() {
            assert_eq!(file(&format!("log/{path}")), bytes, "{path}");
        }

        let old = policy.open(&file("old.checkpoint")).unwrap().checkpoint;
        assert_eq!(root_of_first(&nodes, old.size), Some(old.root));
        let forked = fork(&policy, &file("log/checkpoint"), &file("fork.checkpoint"));
        assert!(forked.unwrap().is_some());

        for seq in [0, size / 2, size - 1] {
            let bytes = file(&format!("receipts/{seq}.tlog-proof"));
            let proof = Proof::parse(&bytes).unwrap();
            assert_eq!(proof.print(), bytes);
            assert_eq!(Some(&proof.path), inclusion(&nodes, seq, size).as_ref());
            let leaf = leaf_hash(&file(&format!("receipts/{seq}.entry")));
            let root = &cosigned.checkpoint.root;
            let verified = verify_inclusion(&leaf, seq, size, &proof.path, root);
            assert_eq!(verified, Ok(()));
        }
    }
}

#[test]
fn a_log_that_was_written_here_is_verified_elsewhere() {
    let Some(peers) = peers() else {
        return left_out();
    };
    let folder = tempfile::tempdir().unwrap();
    let (policy_path, log_path) = (folder.path().join("policy"), folder.path().join("log"));
    let verifier = peers.join("verify.py");
    for size in [1_usize, 257, 300] {
        let (policy, files) = log(size);
        assert!(matches!(
            audit(&files, &policy).verdict,
            Verdict::Verified(_)
        ));
        fs::write(&policy_path, policy.print()).unwrap();
        let place = |files: &BTreeMap<String, Vec<u8>>| {
            fs::remove_dir_all(&log_path).ok();
            for (path, bytes) in files {
                let path = log_path.join(path);
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, bytes).unwrap();
            }
        };
        let arguments = [Path::new("log"), policy_path.as_path(), log_path.as_path()];
        place(&files);
        assert_eq!(python(&verifier, &arguments, None), 0, "size {size}");
        // One bit of every file: refused there as here.
        for path in files.keys() {
            let mut flipped = files.clone();
            let bytes = flipped.get_mut(path).unwrap();
            let middle = bytes.len() / 2;
            bytes[middle] ^= 1;
            place(&flipped);
            assert_eq!(python(&verifier, &arguments, None), 1, "{path}");
            assert!(!matches!(
                audit(&flipped, &policy).verdict,
                Verdict::Verified(_)
            ));
        }
    }
}

/// A log of so many entries with a policy of one witness.
#[expect(
    clippy::unwrap_used,
    reason = "what these tests are made of is well formed"
)]
fn log(size: usize) -> (Policy, BTreeMap<String, Vec<u8>>) {
    let key = SigningKey::log(ORIGIN, &[1; 32]).unwrap();
    let witness = SigningKey::cosigner("witness.example/w", &[2; 32]).unwrap();
    let mut streams = Streams::new();
    let mut entries = Vec::new();
    for seq in 0..size as u64 {
        let place = streams.next(&format!("instrument/{}", seq % 3));
        streams.follow(&place, seq).unwrap();
        let head = Head {
            log: ORIGIN.to_owned(),
            seq,
            recorded: Instant::from_seconds(1_795_353_600).unwrap(),
            by: By {
                office: Office::Depositary,
                party: None,
                officer: Some("o-7".to_owned()),
            },
            stream: place,
            visibility: Visibility::Public,
        };
        let act = format!(
            "{{\"id\":\"{seq:032x}\",\"kind\":\"ratification\",\"note\":\"Güvence\",\"type\":\"sponsio.act/1\"}}"
        );
        let act = read(act.as_bytes()).unwrap();
        entries.push(entry::public(&head, act.object(), &[]).unwrap());
    }
    let leaves: Vec<Hash> = entries.iter().map(|entry| leaf_hash(entry)).collect();
    let mut tree = Tree::new();
    tree.extend(&leaves);
    let size = tree.size();
    let at = |seq: u64| entries.get(usize::try_from(seq).ok()?).cloned();
    let mut files: BTreeMap<String, Vec<u8>> = tiles_for(0, size, &Leaves(&leaves))
        .into_iter()
        .chain(bundles_for(0, size, at))
        .flatten()
        .map(|(path, bytes)| (path.to_string(), bytes))
        .collect();
    let text = Checkpoint::new(ORIGIN, size, tree.root()).text();
    let lines = vec![
        key.sign(&text).unwrap(),
        cosign(&text, &witness, 1_795_353_600).unwrap(),
    ];
    let note = Note::new(&text, lines).unwrap();
    files.insert("checkpoint".to_owned(), note.to_string().into_bytes());
    let policy = format!(
        "log {}\nwitness w {}\nquorum w\n",
        key.verifier(),
        witness.verifier()
    );
    (Policy::parse(policy.as_bytes()).unwrap(), files)
}
