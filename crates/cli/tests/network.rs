//! The commands of the network as processes: witness, mirror, monitor and the log they watch, killed
//! and started again.

#![expect(clippy::print_stderr, reason = "what is left out is said")]

extern crate alloc;

#[expect(dead_code, reason = "each test file uses a part of what they share")]
mod support;

use alloc::sync::Arc;
use core::time::Duration;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use sponsio_depositary::store::Memory;
use sponsio_depositary::world::{SystemChance, SystemClock};
use sponsio_depositary::{
    AddParticipant, Depositary, FolderLock, FolderShelf, OpenRegister, World,
};
use sponsio_law::party::{Participant, ParticipantKind};
use sponsio_ledger::note::SigningKey;
use sponsio_record::ParticipantId;
use support::running::{Running, serve, sponsio};

const ORIGIN: &str = "register.example/exercise";
const SECRET: [u8; 32] = [7; 32];

/// Writes the log of a register with so many entries; another number makes another history.
fn write_log(folder: &Path, count: u64, history: u64) {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    runtime.expect("a runtime").block_on(async {
        let store = Arc::new(Memory::new());
        let world = World {
            drawer: Arc::clone(&store) as _,
            outbox: Arc::clone(&store) as _,
            store,
            shelf: Arc::new(FolderShelf::open(&folder.join("log")).expect("a folder")),
            lock: Arc::new(FolderLock::open(&folder.join("lock")).expect("a folder")),
            clock: Arc::new(SystemClock::new()),
            chance: Arc::new(SystemChance),
            snapshots: None,
        };
        let desk = Depositary::open(ORIGIN, &SECRET, world)
            .await
            .expect("a desk");
        let opening = OpenRegister {
            title: format!("History {history}"),
            zone: "UTC".to_owned(),
            recovery: None,
            exercise: true,
        };
        desk.open_register(opening).await.expect("open");
        let mut waiting = Vec::new();
        for number in 1..count {
            let participant = Participant {
                id: ParticipantId::new(&format!("P{number}")).expect("a code"),
                name: format!("Party {number}"),
                kind: ParticipantKind::Institution,
            };
            let desk = desk.clone();
            let adding = AddParticipant { participant };
            waiting.push(tokio::spawn(
                async move { desk.add_participant(adding).await },
            ));
        }
        for waiting in waiting {
            waiting.await.expect("it ends").expect("recorded");
        }
        desk.close().await.expect("closed");
    });
}

fn policy(folder: &Path) -> PathBuf {
    let key = SigningKey::log(ORIGIN, &SECRET).expect("a key");
    let file = folder.join("policy");
    fs::write(&file, format!("log {}\nquorum none\n", key.verifier())).expect("written");
    file
}

/// Every file of a log with its bytes.
fn files(log: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let (mut found, mut open) = (Vec::new(), vec![log.to_owned()]);
    while let Some(folder) = open.pop() {
        for item in fs::read_dir(folder).expect("a folder") {
            let path = item.expect("an item").path();
            if path.ends_with(".incoming") {
                continue;
            }
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path.strip_prefix(log).expect("below").to_owned();
                found.push((name, fs::read(path).expect("read")));
            }
        }
    }
    found.sort();
    found
}

#[test]
fn our_witness_passes_the_trial_of_foreign_hands() {
    if Command::new("python3").arg("--version").output().is_err() {
        eprintln!("left out: python3 is not installed");
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    // The trial speaks with one dash; the words are those of ours.
    let script = folder.path().join("witness");
    let text = format!(
        "#!/bin/sh\nexec '{}' witness serve --listen \"$2\" --log \"$6\" --key \"$8\" --state \"${{10}}\"\n",
        env!("CARGO_BIN_EXE_sponsio")
    );
    fs::write(&script, text).expect("written");
    fs::set_permissions(&script, fs::Permissions::from_mode(0o755)).expect("executable");
    let trial = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/verifiers/try_witness.py");
    let tried = Command::new("python3")
        .arg(trial)
        .arg(folder.path().join("work"))
        .arg(&script)
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .output()
        .expect("it runs");
    let said = String::from_utf8_lossy(&tried.stdout);
    assert!(
        tried.status.success(),
        "{said}{}",
        String::from_utf8_lossy(&tried.stderr)
    );
    assert!(said.contains(" 0 wrong"), "{said}");
}

#[test]
fn a_pull_that_is_killed_goes_on_and_ends_with_the_same_bytes() {
    let folder = tempfile::tempdir().expect("a folder");
    let (source, copy) = (folder.path().join("source"), folder.path().join("copy"));
    write_log(&source, 3_000, 1);
    let (policy, house) = (policy(folder.path()), serve(&source));
    let pull = || {
        let mut command = sponsio();
        command.args(["mirror", "pull", &house.address]).arg(&copy);
        command.args(["--once", "--policy"]).arg(&policy);
        command.stdout(Stdio::null()).stderr(Stdio::null());
        command
    };
    let mut killed = 0;
    for millis in (4..200).step_by(7) {
        let mut child = pull().spawn().expect("it starts");
        std::thread::sleep(Duration::from_millis(millis));
        child.kill().expect("killed");
        killed += u32::from(!child.wait().expect("ended").success());
        if copy.join("log/checkpoint").exists() {
            break;
        }
    }
    assert!(killed > 0);
    assert!(pull().status().expect("it runs").success());
    // The source keeps what it had at each publication; the copy has what the last one needs.
    let (was, is) = (files(&source.join("log")), files(&copy.join("log")));
    assert!(
        is.iter().all(|file| was.contains(file)),
        "only files of the source"
    );
    let looked = sponsio()
        .args(["monitor", &house.address, "--once", "--policy"])
        .arg(&policy)
        .arg("--state")
        .arg(folder.path().join("seen"))
        .output()
        .expect("it runs");
    assert!(
        looked.status.success(),
        "{}",
        String::from_utf8_lossy(&looked.stderr)
    );
    let copied = serve(&copy);
    let again = sponsio()
        .args(["mirror", "pull", &copied.address, "--once", "--policy"])
        .arg(&policy)
        .arg(folder.path().join("copy-of-the-copy"))
        .status();
    assert!(
        again.expect("it runs").success(),
        "the copy is a log like the source"
    );
}

#[test]
fn a_second_history_is_refused_with_evidence_and_exit_code_3() {
    let folder = tempfile::tempdir().expect("a folder");
    let (one, other) = (folder.path().join("one"), folder.path().join("other"));
    write_log(&one, 20, 1);
    write_log(&other, 20, 2);
    let policy = policy(folder.path());
    let (honest, liar) = (serve(&one), serve(&other));
    let looked = sponsio()
        .args([
            "monitor",
            &honest.address,
            &liar.address,
            "--once",
            "--policy",
        ])
        .arg(&policy)
        .arg("--state")
        .arg(folder.path().join("seen"))
        .output()
        .expect("it runs");
    let said = String::from_utf8_lossy(&looked.stderr);
    assert_eq!(looked.status.code(), Some(3), "{said}");
    assert!(said.contains("finding: fork"), "{said}");
    let place = said
        .lines()
        .find_map(|line| line.trim().strip_prefix("evidence: "));
    assert!(
        Path::new(place.expect("a place"))
            .join("checkpoint-1")
            .exists()
    );
    let pull = |address: &str| {
        let mut command = sponsio();
        command
            .args(["mirror", "pull", address, "--once", "--policy"])
            .arg(&policy);
        command
            .arg(folder.path().join("copy"))
            .output()
            .expect("it runs")
            .status
            .code()
    };
    assert_eq!(pull(&honest.address), Some(0));
    assert_eq!(pull(&liar.address), Some(3));
    assert_eq!(pull(&honest.address), Some(0));
}

#[test]
fn a_house_ends_when_it_is_asked_to() {
    let folder = tempfile::tempdir().expect("a folder");
    let key = folder.path().join("witness.key");
    let made = sponsio()
        .args(["witness", "key", "--name", "w.example/w"])
        .arg(&key)
        .output();
    let made = made.expect("it runs");
    assert!(String::from_utf8_lossy(&made.stdout).starts_with("w.example/w+"));
    let mut start = sponsio();
    start
        .args(["witness", "serve", "--key"])
        .arg(&key)
        .arg("--policy");
    start
        .arg(policy(folder.path()))
        .arg("--state")
        .arg(folder.path().join("seen"));
    let mut running = Running::start(&mut start);
    let second = start.stderr(Stdio::null()).status().expect("it runs");
    assert_eq!(second.code(), Some(1), "one process works in a folder");
    let id = running.child.id().to_string();
    assert!(
        Command::new("kill")
            .args(["-TERM", &id])
            .status()
            .expect("it runs")
            .success()
    );
    assert!(running.child.wait().expect("ended").success());
}

#[test]
fn what_cannot_be_done_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let policy = policy(folder.path());
    let there = folder.path().join("there");
    fs::write(&there, "x").expect("written");
    let code = |words: &[&str]| {
        let output = sponsio().args(words).output().expect("it runs");
        assert!(!output.stderr.is_empty(), "{words:?}");
        output.status.code()
    };
    let (policy, there) = (
        policy.to_str().expect("text"),
        there.to_str().expect("text"),
    );
    let state = folder.path().join("state");
    let state = state.to_str().expect("text");
    assert_eq!(code(&["log", "serve", "--register", "/nowhere"]), Some(4));
    assert_eq!(code(&["witness", "key", there, "--name", "w"]), Some(1));
    assert_eq!(code(&["witness", "key", state, "--name", "a b"]), Some(2));
    assert_eq!(
        code(&["witness", "serve", "--key", there, "--state", state]),
        Some(2)
    );
    assert_eq!(
        code(&[
            "witness", "serve", "--key", there, "--policy", policy, "--state", state
        ]),
        Some(2)
    );
    assert_eq!(
        code(&[
            "mirror", "serve", "--key", "/nowhere", "--policy", policy, "--state", state
        ]),
        Some(1)
    );
    assert_eq!(
        code(&["mirror", "pull", "ftp://x", state, "--policy", policy]),
        Some(2)
    );
    assert_eq!(
        code(&[
            "mirror",
            "pull",
            "http://127.0.0.1:1",
            state,
            "--policy",
            there
        ]),
        Some(2)
    );
    assert_eq!(
        code(&[
            "mirror",
            "pull",
            "http://127.0.0.1:1",
            state,
            "--policy",
            policy,
            "--once"
        ]),
        Some(1)
    );
    assert_eq!(
        code(&[
            "monitor",
            "http://127.0.0.1:1",
            "--policy",
            "/nowhere",
            "--state",
            state
        ]),
        Some(4)
    );
}
