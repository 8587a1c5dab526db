//! A desk whose log is watched: witnessed acts, a minority down, an old backup, and healing.

use alloc::sync::Arc;
use core::time::Duration;
use std::path::Path;

use sponsio_depositary::fetch::{Address, Fetcher};
use sponsio_depositary::store::{Memory, Store as _};
use sponsio_depositary::world::SystemChance;
use sponsio_depositary::{
    Absence, AddParticipant, Depositary, Duty, Fatal, FolderLock, FolderShelf, HealError, Level,
    Observer, OpenRegister, Witnessing, World, heal,
};
use sponsio_law::filing::{Confirmation, Ground};
use sponsio_law::party::{Participant, ParticipantKind};
use sponsio_ledger::audit::audit;
use sponsio_ledger::policy::Policy;
use sponsio_record::ParticipantId;
use sponsio_web::{Mirror, Witness};

use super::mirror::folder_files;
use super::specimen::{House, ORIGIN, clock, cosigner, log_key};

const SECRET: [u8; 32] = [7; 32];

fn world(store: &Memory, folder: &Path, lock: &str) -> World {
    let store = Arc::new(store.beside());
    World {
        drawer: Arc::clone(&store) as _,
        outbox: Arc::clone(&store) as _,
        store,
        shelf: Arc::new(FolderShelf::open(&folder.join("log")).unwrap()),
        lock: Arc::new(FolderLock::open(&folder.join(lock)).unwrap()),
        clock: clock(),
        chance: Arc::new(SystemChance),
        snapshots: None,
    }
}

async fn open(desk: &Depositary) {
    let opening = OpenRegister {
        title: "Practice".to_owned(),
        zone: "Europe/Istanbul".to_owned(),
        recovery: None,
        exercise: true,
    };
    desk.open_register(opening).await.unwrap();
}

async fn add(desk: &Depositary, from: u64, to: u64) {
    for number in from..to {
        let participant = Participant {
            id: ParticipantId::new(&format!("P{number}")).unwrap(),
            name: format!("Party {number}"),
            kind: ParticipantKind::Institution,
        };
        desk.add_participant(AddParticipant { participant })
            .await
            .unwrap();
    }
}

async fn witness(folder: &Path, name: &str) -> House {
    let logs = [log_key().verifier().clone()];
    let witness = Witness::open(cosigner(name), &logs, &folder.join(name), clock());
    House::serving(Arc::new(witness.unwrap()).router()).await
}

async fn mirror(folder: &Path, name: &str) -> House {
    let logs = [log_key().verifier().clone()];
    let mirror = Mirror::open(cosigner(name), &logs, &folder.join(name), clock()).await;
    House::serving(Arc::new(mirror.unwrap()).router()).await
}

fn observer(duty: Duty, address: &Address, name: &str) -> Observer {
    Observer::new(duty, address.clone(), cosigner(name).verifier().clone()).unwrap()
}

/// A policy of which any two must have cosigned.
fn policy(names: &[&str]) -> Policy {
    let log = format!("log {}\n", log_key().verifier());
    let witnesses: Vec<_> = names
        .iter()
        .map(|name| {
            format!(
                "witness {name} {}
",
                cosigner(name).verifier()
            )
        })
        .collect();
    let group = format!(
        "group parties 2 {}
quorum parties
",
        names.join(" ")
    );
    let text = log + &witnesses.concat() + &group;
    Policy::parse(text.as_bytes()).unwrap()
}

fn witnessing(observers: Vec<Observer>) -> Witnessing {
    let names: Vec<_> = observers
        .iter()
        .map(|observer| observer.key.name().to_owned())
        .collect();
    let names: Vec<_> = names.iter().map(String::as_str).collect();
    Witnessing {
        policy: Some(policy(&names)),
        observers,
        fetcher: Fetcher::new(Duration::from_secs(5)),
        ..Witnessing::default()
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn acts_are_witnessed_and_a_minority_that_is_down_is_no_outage() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let (a, b) = (
        witness(folder, "alpha").await,
        witness(folder, "bravo-w").await,
    );
    let m = mirror(folder, "mike-mirror").await;
    let observers = vec![
        observer(Duty::Witness, &a.address, "alpha"),
        observer(Duty::Witness, &b.address, "bravo-w"),
        observer(Duty::Mirror, &m.address, "mike-mirror"),
    ];
    let witnessing = witnessing(observers);
    let trusted = witnessing.policy.clone().unwrap();
    let store = Memory::new();
    let desk =
        Depositary::open_witnessed(ORIGIN, &SECRET, world(&store, folder, "lock"), witnessing);
    let desk = desk.await.unwrap();
    open(&desk).await;
    add(&desk, 1, 300).await;
    desk.published(300).await.unwrap();
    desk.ask_observers().await.unwrap();
    assert_eq!(desk.level(299), Some(Level::Witnessed));
    assert_eq!(desk.level(300), None);
    for (name, stands) in desk.attendance() {
        assert_eq!((stands.cosigned, stands.absence), (300, None), "{name}");
    }
    let files = folder_files(&folder.join("log"));
    let verified = audit(&files, &trusted)
        .verdict
        .verified()
        .expect("a good log");
    assert_eq!(verified.seen.len(), 3);

    b.kill().await;
    add(&desk, 300, 310).await;
    desk.published(310).await.unwrap();
    desk.ask_observers().await.unwrap();
    assert_eq!(
        desk.level(309),
        Some(Level::Witnessed),
        "two of three have cosigned"
    );
    let attendance = desk.attendance();
    assert_eq!(attendance["bravo-w"].cosigned, 300);
    assert!(matches!(
        attendance["bravo-w"].absence,
        Some(Absence::Unreached(_))
    ));

    a.kill().await;
    add(&desk, 310, 311).await;
    desk.published(311).await.unwrap();
    desk.ask_observers().await.unwrap();
    assert_eq!(
        desk.level(310),
        Some(Level::Published),
        "one of three is no quorum"
    );
    assert_eq!(desk.stopped(), None);
    desk.close().await.unwrap();
}

/// Copies a store as a backup does; only entries are in it here.
async fn backup(store: &Memory, count: usize) -> Memory {
    use sponsio_depositary::store::{Batch, Head, NewEntry, Position};
    use sponsio_ledger::entry::Entry;
    use sponsio_ledger::tree::Tree;
    use sponsio_record::Digest;
    let copy = Memory::new();
    let head = copy.open_log(ORIGIN).await.unwrap();
    store.open_log(ORIGIN).await.unwrap();
    let entries = store.entries(0, count).await.unwrap();
    let (mut tree, mut rows, mut recorded) = (Tree::new(), Vec::new(), head.last_recorded);
    for bytes in &entries {
        let entry = Entry::read(bytes, "entry").unwrap();
        let act = entry.act().unwrap();
        tree.append(entry.leaf());
        recorded = entry.head.recorded;
        rows.push(NewEntry {
            leaf: Digest::from_bytes(entry.leaf()),
            act: act.id,
            act_digest: Digest::of(act.object.bytes()),
            stream: entry.head.stream.name.clone(),
            nth: entry.head.stream.nth,
            bytes: bytes.clone(),
        });
    }
    let frontier = tree.frontier();
    let batch = Batch {
        entries: rows,
        documents: Vec::new(),
        envelopes: Vec::new(),
        letters: Vec::new(),
        head: Head {
            size: tree.size(),
            root: Digest::from_bytes(tree.root()),
            frontier: frontier
                .as_chunks()
                .0
                .iter()
                .copied()
                .map(Digest::from_bytes)
                .collect(),
            epoch: 0,
            last_recorded: recorded,
        },
    };
    copy.append(Position { size: 0, epoch: 0 }, batch)
        .await
        .unwrap();
    copy
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_old_backup_refuses_to_sign_and_is_healed_from_the_mirror() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let w = witness(folder, "witness").await;
    let m = mirror(folder, "mirror-m").await;
    let witnessing = witnessing(vec![
        observer(Duty::Witness, &w.address, "witness"),
        observer(Duty::Mirror, &m.address, "mirror-m"),
    ]);
    let store = Memory::new();
    let opened = Depositary::open_witnessed(
        ORIGIN,
        &SECRET,
        world(&store, folder, "lock"),
        witnessing.clone(),
    );
    let desk = opened.await.unwrap();
    open(&desk).await;
    add(&desk, 1, 700).await;
    desk.published(700).await.unwrap();
    desk.ask_observers().await.unwrap();
    assert_eq!(desk.level(699), Some(Level::Witnessed));
    desk.close().await.unwrap();

    // The backup knows neither the lock nor what was signed; the observers do.
    let old = backup(&store, 300).await;
    let other = folder.join("restored");
    let refused = Depositary::open_witnessed(
        ORIGIN,
        &SECRET,
        world(&old, &other, "lock"),
        witnessing.clone(),
    );
    assert_eq!(
        refused.await.unwrap_err(),
        Fatal::Rollback {
            known: 700,
            size: 300
        }
    );
    assert!(!other.join("log/checkpoint").exists(), "nothing was signed");
    let reading = sponsio_depositary::load(&old, ORIGIN).await.unwrap();
    assert_eq!(reading.size(), 300, "reading goes on");

    let key = log_key();
    let healed = heal(
        &old,
        &Policy::of_log(key.verifier().clone()),
        &Fetcher::default(),
        &m.address,
    )
    .await
    .unwrap();
    assert_eq!((healed.before, healed.size), (300, 700));
    let (was, is) = (
        store.entries(0, 700).await.unwrap(),
        old.entries(0, 700).await.unwrap(),
    );
    assert!(was == is, "byte for byte");
    let again = heal(
        &old,
        &Policy::of_log(key.verifier().clone()),
        &Fetcher::default(),
        &m.address,
    )
    .await;
    assert_eq!(
        again,
        Err(HealError::NotBehind {
            known: 700,
            size: 700
        })
    );
    let desk = Depositary::open_witnessed(
        ORIGIN,
        &SECRET,
        world(&old, &other, "lock"),
        witnessing.clone(),
    );
    let desk = desk.await.unwrap();
    add(&desk, 700, 701).await;
    desk.published(701).await.unwrap();
    desk.ask_observers().await.unwrap();
    assert_eq!(desk.level(700), Some(Level::Witnessed));
    desk.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_second_log_under_the_same_key_is_never_witnessed() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let (w, x) = (
        witness(folder, "witness").await,
        witness(folder, "xray-w").await,
    );
    let observers = vec![
        observer(Duty::Witness, &w.address, "witness"),
        observer(Duty::Witness, &x.address, "xray-w"),
    ];
    let (one, other) = (folder.join("one"), folder.join("other"));
    let first = Depositary::open_witnessed(
        ORIGIN,
        &SECRET,
        world(&Memory::new(), &one, "lock"),
        witnessing(observers.clone()),
    );
    let first = first.await.unwrap();
    open(&first).await;
    add(&first, 1, 5).await;
    first.published(5).await.unwrap();
    first.ask_observers().await.unwrap();
    // The liar asks nobody before it signs.
    let liar = Depositary::open(ORIGIN, &SECRET, world(&Memory::new(), &other, "lock"))
        .await
        .unwrap();
    open(&liar).await;
    add(&liar, 50, 60).await;
    liar.published(11).await.unwrap();
    liar.close().await.unwrap();
    // One that asks is told, and does not start.
    let fresh = folder.join("fresh");
    let started = Depositary::open_witnessed(
        ORIGIN,
        &SECRET,
        world(&Memory::new(), &fresh, "lock"),
        witnessing(observers),
    );
    assert_eq!(
        started.await.unwrap_err(),
        Fatal::Rollback { known: 5, size: 0 }
    );
    // And the witnesses refuse what the liar has signed.
    let note = std::fs::read(other.join("log/checkpoint")).unwrap();
    let note = sponsio_ledger::note::Note::parse(&note).unwrap();
    let request = sponsio_ledger::witness::AddCheckpoint {
        old: 5,
        proof: Vec::new(),
        note,
    };
    assert_eq!(w.post("add-checkpoint", request.print()).await.status, 422);
    first.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_lock_and_observers_two_officers_confirm() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let gone = witness(folder, "witness").await;
    let address = gone.address.clone();
    gone.kill().await;
    let mut nobody = witnessing(vec![
        observer(Duty::Witness, &address, "witness"),
        observer(Duty::Witness, &address.below("x"), "xray-w"),
    ]);
    let start = async |witnessing: &Witnessing| {
        let world = world(&Memory::new(), folder, "lock");
        Depositary::open_witnessed(ORIGIN, &SECRET, world, witnessing.clone()).await
    };
    assert_eq!(start(&nobody).await.unwrap_err(), Fatal::Unconfirmed);
    let by = |one: &str, other: &str| {
        Some(Confirmation {
            ground: Ground::Lock,
            officers: [one.to_owned(), other.to_owned()],
            reason: "the witnesses are being moved".to_owned(),
        })
    };
    nobody.confirmation = by("o-1", "o-1");
    assert_eq!(start(&nobody).await.unwrap_err(), Fatal::Unconfirmed);
    nobody.confirmation = by("o-1", "o-2");
    start(&nobody).await.unwrap().close().await.unwrap();
}
