//! Several desks over one ledger: each records, each shows and publishes what the others recorded,
//! and one that takes over fences those before it.

#[expect(
    dead_code,
    reason = "each test file uses a part of the practice register"
)]
mod practice;

extern crate alloc;

use alloc::sync::Arc;
use std::fs;
use std::path::Path;

use practice::{accession, set_up};
use sponsio_depositary::store::{Memory, Shelf as _, Store as _};
use sponsio_depositary::world::{SystemChance, SystemClock};
use sponsio_depositary::{
    Depositary, DeskError, Fatal, FolderLock, FolderShelf, Keyring, Witnessing, World,
};

const ORIGIN: &str = "register.example/exercise";
const SECRET: [u8; 32] = [7; 32];

/// A server on this ledger with public files and lock in this folder.
fn server(ledger: &Memory, folder: &Path) -> World {
    let store = Arc::new(ledger.beside());
    World {
        drawer: Arc::clone(&store) as _,
        outbox: Arc::clone(&store) as _,
        store,
        shelf: Arc::new(FolderShelf::open(&folder.join("log")).expect("a folder")),
        lock: Arc::new(FolderLock::open(&folder.join("lock")).expect("a folder")),
        clock: Arc::new(SystemClock::new()),
        chance: Arc::new(SystemChance),
        snapshots: None,
    }
}

async fn open(ledger: &Memory, folder: &Path) -> Depositary {
    let desk = Depositary::open(ORIGIN, &SECRET, server(ledger, folder)).await;
    desk.expect("the desk opens")
}

fn shown(folder: &Path) -> Vec<u8> {
    fs::read(folder.join("log/checkpoint")).expect("a checkpoint is shown")
}

#[tokio::test]
async fn who_loses_the_race_examines_again() {
    let (ledger, folder) = (Memory::new(), tempfile::tempdir().unwrap());
    let one = open(&ledger, folder.path()).await;
    set_up(&one).await;
    let other = open(&ledger, folder.path()).await;
    let size = other.state().size();
    assert_eq!(one.state().size(), size);
    let first = one
        .record_act(accession("ARD"))
        .await
        .expect("it is recorded");
    assert_eq!(first.seq, size);
    // The other desk still stands where it was: what it brings is examined against the new state.
    let again = other.record_act(accession("ARD")).await;
    assert!(matches!(again, Err(DeskError::Refused(_))), "{again:?}");
    let second = other
        .record_act(accession("BEL"))
        .await
        .expect("it is recorded");
    assert_eq!(second.seq, size + 1);
    let all = size + 2;
    assert_eq!(other.published(all).await.expect("published"), all);
    // The first one has recorded nothing since, and follows all the same.
    assert_eq!(one.published(all).await.expect("it follows"), all);
    assert_eq!(one.state().root(), other.state().root());
    one.close().await.expect("it closes");
    other.close().await.expect("it closes");
}

#[tokio::test]
async fn servers_with_folders_of_their_own_show_the_same_log() {
    let ledger = Memory::new();
    let (here, there) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let one = open(&ledger, here.path()).await;
    let other = open(&ledger, there.path()).await;
    set_up(&one).await;
    let size = one.state().size();
    assert_eq!(other.published(size).await.expect("it follows"), size);
    other
        .record_act(accession("ARD"))
        .await
        .expect("it is recorded");
    assert_eq!(one.published(size + 1).await.expect("it follows"), size + 1);
    one.close().await.expect("it closes");
    other.close().await.expect("it closes");
    assert_eq!(shown(here.path()), shown(there.path()));
    let files = |folder: &Path| FolderShelf::open(&folder.join("log")).expect("a folder");
    let (here, there) = (files(here.path()), files(there.path()));
    for path in ["tile/entries/000.p/5", "tile/0/000.p/5"] {
        let file = here.tile(path).await.expect("it reads");
        assert!(file.is_some(), "{path}");
        assert_eq!(file, there.tile(path).await.expect("it reads"), "{path}");
    }
}

#[tokio::test]
async fn a_server_that_takes_over_fences_those_before_it() {
    let (ledger, folder) = (Memory::new(), tempfile::tempdir().unwrap());
    let before = open(&ledger, folder.path()).await;
    set_up(&before).await;
    let world = server(&ledger, folder.path());
    let keys = Keyring::of(ORIGIN, &[SECRET]).expect("a key");
    let after = Depositary::take_over(keys, world, Witnessing::default()).await;
    let after = after.expect("it takes over");
    let fenced = before.record_act(accession("ARD")).await;
    let superseded = |error: &DeskError| matches!(error, DeskError::Stopped(Fatal::Superseded));
    assert!(fenced.as_ref().is_err_and(superseded), "{fenced:?}");
    assert_eq!(before.close().await, Err(Fatal::Superseded));
    after
        .record_act(accession("ARD"))
        .await
        .expect("it is recorded");
    // Who starts again joins the new turn.
    let again = open(&ledger, folder.path()).await;
    again
        .record_act(accession("BEL"))
        .await
        .expect("it is recorded");
    let size = again.state().size();
    assert_eq!(after.published(size).await.expect("it follows"), size);
    again.close().await.expect("it closes");
    after.close().await.expect("it closes");
}

/// A server that was fenced and records nothing notices it too.
#[tokio::test]
async fn a_fenced_server_that_rests_notices_it() {
    let (ledger, folder) = (Memory::new(), tempfile::tempdir().unwrap());
    let before = open(&ledger, folder.path()).await;
    set_up(&before).await;
    let size = before.state().size();
    before.published(size).await.expect("published");
    let other = ledger.beside();
    other.open_log(ORIGIN).await.expect("the log is there");
    other.seize().await.expect("it takes over");
    let waited = before.published(size + 1).await;
    let superseded = |error: &DeskError| matches!(error, DeskError::Stopped(Fatal::Superseded));
    assert!(waited.as_ref().is_err_and(superseded), "{waited:?}");
}

/// A checkpoint in the lock, or on the shelf, that the ledger does not know is another history.
#[tokio::test]
async fn what_others_show_must_be_in_the_ledger() {
    let (ledger, folder) = (Memory::new(), tempfile::tempdir().unwrap());
    let ahead = open(&ledger, folder.path()).await;
    set_up(&ahead).await;
    ahead.close().await.expect("it closes");
    for kept in ["lock", "log"] {
        let place = tempfile::tempdir().unwrap();
        fs::create_dir_all(place.path().join(kept)).unwrap();
        let note = place.path().join(kept).join("checkpoint");
        fs::write(note, shown(folder.path())).unwrap();
        let world = server(&Memory::new(), place.path());
        let opened = Depositary::open(ORIGIN, &SECRET, world).await;
        assert!(
            matches!(opened, Err(Fatal::Rollback { .. })),
            "{kept}: {opened:?}"
        );
    }
}
