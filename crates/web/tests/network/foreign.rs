//! Foreign programs: the witness in Go cosigns our log, and the verifiers in Go and Python confirm our
//! evidence. What is not installed is left out, and said.

use alloc::sync::Arc;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use sponsio_depositary::fetch::{Address, Fetcher};
use sponsio_depositary::store::Memory;
use sponsio_depositary::world::SystemChance;
use sponsio_depositary::{
    Depositary, Duty, FolderLock, FolderShelf, Level, Observer, OpenRegister, Witnessing, World,
};
use sponsio_ledger::policy::Policy;
use sponsio_web::{LogFolder, Pulled, Puller, key};

use super::mirror::policy;
use super::specimen::{House, ORIGIN, Specimen, clock, log_key};

fn verifiers() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/verifiers")
}

/// Builds a Go program of the verifiers, where Go and its packages are installed.
fn built(source: &str, to: &Path) -> bool {
    let (gopath, cache) = ("/usr/share/gocode", to.with_extension("cache"));
    let there = Path::new(gopath).join("src/golang.org/x/mod").exists();
    let version = Command::new("go").arg("version").output();
    if !there || version.is_err() {
        eprintln!("left out: golang-go and golang-golang-x-mod-dev are not installed");
        return false;
    }
    let folder = verifiers();
    let (place, what) = match source {
        "go" => (folder.join("go"), "."),
        file => (folder, file),
    };
    let status = Command::new("go")
        .args(["build", "-o"])
        .arg(to)
        .arg(what)
        .current_dir(place)
        .envs([("GO111MODULE", "off"), ("GOPATH", gopath)])
        .env("GOCACHE", cache)
        .status();
    assert!(status.expect("go runs").success());
    true
}

struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself.
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_witness_in_go_cosigns_our_checkpoints() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let program = folder.join("witness");
    if !built("witness.go", &program) {
        return;
    }
    let file = folder.join("witness.key");
    let made = key::make("go.example/w", &file, &SystemChance).unwrap();
    let vkey = log_key().verifier().to_string();
    let mut child = Command::new(&program)
        .args([
            "-listen",
            "127.0.0.1:0",
            "-origin",
            ORIGIN,
            "-vkey",
            &vkey,
            "-key",
        ])
        .arg(&file)
        .arg("-state")
        .arg(folder.join("state"))
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    let out = child.stdout.take().unwrap();
    let _running = Running(child);
    BufReader::new(out).read_line(&mut line).unwrap();
    let address = line.split_whitespace().last().unwrap();
    let address = Address::parse(&format!("http://{address}")).unwrap();
    let trusted = format!("log {vkey}\nwitness go {}\nquorum go\n", made.verifier());
    let witnessing = Witnessing {
        observers: vec![Observer::new(Duty::Witness, address, made.verifier().clone()).unwrap()],
        policy: Some(Policy::parse(trusted.as_bytes()).unwrap()),
        fetcher: Fetcher::default(),
        ..Witnessing::default()
    };
    let store = Arc::new(Memory::new());
    let world = World {
        drawer: Arc::clone(&store) as _,
        outbox: Arc::clone(&store) as _,
        store,
        shelf: Arc::new(FolderShelf::open(&folder.join("log")).unwrap()),
        lock: Arc::new(FolderLock::open(&folder.join("lock")).unwrap()),
        clock: clock(),
        chance: Arc::new(SystemChance),
        snapshots: None,
    };
    let desk = Depositary::open_witnessed(ORIGIN, &[7; 32], world, witnessing)
        .await
        .unwrap();
    let opening = OpenRegister {
        title: "Practice".to_owned(),
        zone: "UTC".to_owned(),
        recovery: None,
        exercise: true,
    };
    desk.open_register(opening).await.unwrap();
    for size in 1..6 {
        desk.published(size).await.unwrap();
        desk.ask_observers().await.unwrap();
        assert_eq!(
            desk.level(size - 1),
            Some(Level::Witnessed),
            "{:?}",
            desk.attendance()
        );
        let participant = sponsio_law::party::Participant {
            id: sponsio_record::ParticipantId::new(&format!("P{size}")).unwrap(),
            name: "Party".to_owned(),
            kind: sponsio_law::party::ParticipantKind::Institution,
        };
        desk.add_participant(sponsio_depositary::AddParticipant { participant })
            .await
            .unwrap();
    }
    desk.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn evidence_of_a_fork_is_confirmed_by_foreign_verifiers() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let program = folder.join("verify");
    let mut programs = vec![(
        PathBuf::from("python3"),
        Some(verifiers().join("python/verify.py")),
    )];
    if built("go", &program) {
        programs.push((program, None));
    }
    let trusted = folder.join("policy");
    std::fs::write(&trusted, policy().print()).unwrap();
    for (old, seq, size) in [
        (400, 7, 400),
        (400, 300, 700),
        (256, 3, 500),
        (512, 511, 513),
    ] {
        let (source, copy) = (
            folder.join("source"),
            folder.join(format!("copy-{old}-{size}")),
        );
        let log = Specimen::of(old);
        log.write(&source);
        let house = House::serving(LogFolder::of(&source).router()).await;
        let puller = Puller::open(Fetcher::default(), policy(), house.address.clone(), &copy).await;
        let mut puller = puller.unwrap();
        puller.pull().await.unwrap();
        std::fs::remove_dir_all(&source).unwrap();
        log.parting_at(seq, size).write(&source);
        let Ok(Pulled::Forked {
            evidence: Some(evidence),
        }) = puller.pull().await
        else {
            panic!("{old} {size}");
        };
        std::fs::remove_dir_all(&source).unwrap();
        for (program, script) in &programs {
            let confirmed = |notes: [&str; 2]| {
                let mut command = Command::new(program);
                command.args(script).arg("fork").arg(&trusted);
                command.args(notes.map(|note| evidence.join(note)));
                let proof = evidence.join("consistency");
                command.args(proof.exists().then_some(proof));
                command.output().expect("it runs").status.code()
            };
            assert_eq!(
                confirmed(["checkpoint-1", "checkpoint-2"]),
                Some(0),
                "{program:?} {old} {size}"
            );
            assert_eq!(
                confirmed(["checkpoint-1", "checkpoint-1"]),
                Some(1),
                "{program:?}"
            );
        }
    }
}
