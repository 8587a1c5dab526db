//! A start from a snapshot: the same state as from the entries, and a snapshot that is damaged, foreign
//! or a lie does no harm that is not noticed.

mod practice;

extern crate alloc;

use alloc::collections::BTreeMap;
use alloc::sync::Arc;
use core::future::ready;
use core::time::Duration;
use std::fs;
use std::path::Path;
use std::sync::Mutex;

use practice::{ORIGIN, SECRET, accession, code, set_up, treaty, world};
use sponsio_depositary::store::Answer;
use sponsio_depositary::{
    Depositary, DeskError, Fatal, FolderSnapshots, RecordAct, Snapshots, State,
};
use sponsio_law::act::ActKind;
use sponsio_ledger::entry::Visibility;
use sponsio_record::{ActId, Digest};

/// How many entries a segment has here.
const EACH: u64 = 4;

/// Segments in memory.
#[derive(Default)]
struct Kept(Mutex<BTreeMap<u64, Vec<u8>>>);

impl Kept {
    fn change(&self, change: impl FnOnce(&mut BTreeMap<u64, Vec<u8>>)) {
        change(&mut self.0.lock().expect("nobody died"));
    }

    fn numbers(&self) -> Vec<u64> {
        let kept = self.0.lock().expect("nobody died");
        kept.keys().copied().collect()
    }
}

impl Snapshots for Kept {
    fn each(&self) -> u64 {
        EACH
    }

    fn segment(&self, number: u64) -> Answer<'_, Option<Vec<u8>>> {
        let kept = self.0.lock().expect("nobody died");
        Box::pin(ready(Ok(kept.get(&number).cloned())))
    }

    fn keep(&self, number: u64, bytes: Vec<u8>) -> Answer<'_, ()> {
        self.change(|kept| drop(kept.insert(number, bytes)));
        Box::pin(ready(Ok(())))
    }

    fn discard(&self) -> Answer<'_, ()> {
        self.change(BTreeMap::clear);
        Box::pin(ready(Ok(())))
    }
}

async fn open(folder: &Path, kept: &Arc<Kept>) -> Result<Depositary, Fatal> {
    let mut world = world(folder);
    world.snapshots = Some(Arc::clone(kept) as _);
    Depositary::open(ORIGIN, &SECRET, world).await
}

/// All that a state says of the register.
fn said(state: &State) -> String {
    format!("{} {} {:?}", state.size(), state.root(), state.register)
}

/// A register of eight entries of several kinds, all of them in the snapshot.
async fn register(folder: &Path) -> (Arc<Kept>, String) {
    let kept = Arc::new(Kept::default());
    let desk = open(folder, &kept).await.expect("it opens");
    set_up(&desk).await;
    let mut sealed = RecordAct::new(ActKind::Signature, treaty(), code("ARD"));
    sealed.visibility = Visibility::Sealed;
    desk.record_act(sealed).await.expect("recorded");
    let first = desk.record_act(accession("ARD")).await.expect("recorded");
    let mut second = accession("BEL");
    "as received".clone_into(&mut second.note);
    let second = desk.record_act(second).await.expect("recorded");
    desk.name_heads().await.expect("named");
    let third = desk.record_act(accession("BEL")).await;
    third.expect_err("it is a party");
    assert_eq!((first.seq, second.seq), (5, 6));
    assert_eq!(desk.in_snapshot(2 * EACH).await.expect("kept"), 2 * EACH);
    let said = said(&desk.state());
    desk.close().await.expect("closed");
    assert_eq!(kept.numbers(), [0, 1]);
    (kept, said)
}

/// Waits until the desk has stopped; says why.
async fn stopped(desk: &Depositary) -> Fatal {
    for _ in 0..400 {
        if let Some(fatal) = desk.stopped() {
            return fatal;
        }
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
    panic!("the desk goes on");
}

#[tokio::test]
async fn a_start_from_a_snapshot_leads_to_the_same_state_and_goes_on() {
    let folder = tempfile::tempdir().expect("a folder");
    let (kept, said_before) = register(folder.path()).await;
    let desk = open(folder.path(), &kept).await.expect("it opens");
    assert_eq!(said(&desk.state()), said_before);
    // Whose act is taken is known without a look at the entries.
    let refused = desk.record_act(accession("ARD")).await;
    assert!(matches!(refused, Err(DeskError::Refused(_))), "{refused:?}");
    desk.in_snapshot(2 * EACH).await.expect("compared");
    assert_eq!(desk.stopped(), None);
    desk.close().await.expect("closed");
    let without = practice::desk(folder.path()).await;
    assert_eq!(said(&without.state()), said_before);
    without.close().await.expect("closed");
}

#[tokio::test]
async fn an_act_of_the_snapshot_is_not_recorded_twice() {
    let folder = tempfile::tempdir().expect("a folder");
    let kept = Arc::new(Kept::default());
    let desk = open(folder.path(), &kept).await.expect("it opens");
    set_up(&desk).await;
    let mark = ActId::from_bytes([9; 16]);
    let recorded = desk.marking(mark).record_act(accession("ARD")).await;
    let recorded = recorded.expect("recorded");
    desk.name_heads().await.expect("named");
    desk.record_act(accession("BEL")).await.expect("recorded");
    desk.name_heads().await.expect("named");
    desk.in_snapshot(2 * EACH).await.expect("kept");
    desk.close().await.expect("closed");
    let desk = open(folder.path(), &kept).await.expect("it opens");
    let again = desk.marking(mark).record_act(accession("BEL")).await;
    let Err(DeskError::IdReused { id, seq }) = again else {
        panic!("{again:?}");
    };
    assert_eq!((id, seq), (mark, recorded.seq));
    desk.close().await.expect("closed");
}

#[tokio::test]
async fn a_flipped_bit_costs_the_snapshot_and_nothing_else() {
    let folder = tempfile::tempdir().expect("a folder");
    let (kept, said_before) = register(folder.path()).await;
    let mut sound = BTreeMap::new();
    kept.change(|kept| sound = kept.clone());
    let bits = sound[&1].len() * 8;
    for bit in (0..bits).step_by(bits / 40) {
        kept.change(|kept| {
            *kept = sound.clone();
            let segment = kept.get_mut(&1).expect("it is there");
            segment[bit / 8] ^= 1 << (bit % 8);
        });
        let desk = open(folder.path(), &kept).await.expect("it opens");
        assert_eq!(said(&desk.state()), said_before, "bit {bit}");
        desk.close().await.expect("closed");
    }
}

#[tokio::test]
async fn a_snapshot_of_another_log_or_place_is_thrown_away() {
    let folder = tempfile::tempdir().expect("a folder");
    let (kept, said_before) = register(folder.path()).await;
    let elsewhere = tempfile::tempdir().expect("a folder");
    let (other, _) = register(elsewhere.path()).await;
    let mut foreign = BTreeMap::new();
    other.change(|kept| foreign = kept.clone());
    let mut own = BTreeMap::new();
    kept.change(|kept| own = kept.clone());
    for wrong in [
        // The same origin, other acts: the root says it.
        foreign.clone(),
        BTreeMap::from([(0, own[&0].clone()), (1, foreign[&1].clone())]),
        BTreeMap::from([(0, own[&1].clone()), (1, own[&0].clone())]),
        BTreeMap::from([(0, own[&0].clone()), (1, Vec::new())]),
    ] {
        kept.change(|kept| *kept = wrong);
        let desk = open(folder.path(), &kept).await.expect("it opens");
        assert_eq!(said(&desk.state()), said_before);
        desk.in_snapshot(2 * EACH).await.expect("made anew");
        desk.close().await.expect("closed");
        kept.change(|kept| assert_eq!(*kept, own));
    }
    // After a gap nothing is used; before it, everything.
    kept.change(|kept| drop(kept.remove(&0)));
    let desk = open(folder.path(), &kept).await.expect("it opens");
    assert_eq!(said(&desk.state()), said_before);
    desk.close().await.expect("closed");
}

#[tokio::test]
async fn a_snapshot_that_lies_stops_the_desk_and_the_next_start_is_right() {
    let folder = tempfile::tempdir().expect("a folder");
    let (kept, said_before) = register(folder.path()).await;
    kept.change(|kept| {
        let segment = kept.get_mut(&1).expect("it is there");
        let at = segment.windows(11).position(|part| part == b"as received");
        let at = at.expect("the note of the notice");
        segment[at..at + 11].copy_from_slice(b"as DECEIVED");
        let end = segment.len() - 32;
        let digest = Digest::of(&segment[..end]);
        segment[end..].copy_from_slice(digest.as_bytes());
    });
    let desk = open(folder.path(), &kept).await.expect("it opens");
    // What was believed is compared, whatever lies there by then.
    kept.change(BTreeMap::clear);
    let fatal = stopped(&desk).await;
    assert!(fatal.to_string().contains("entries 4 to 7"), "{fatal}");
    let refused = desk.record_act(accession("ARD")).await;
    assert!(matches!(refused, Err(DeskError::Stopped(_))), "{refused:?}");
    desk.close().await.expect_err("it has stopped");
    assert_eq!(kept.numbers(), [0; 0]);
    let desk = open(folder.path(), &kept).await.expect("it opens");
    assert_eq!(said(&desk.state()), said_before);
    desk.close().await.expect("closed");
}

/// Whatever stands in a segment under a right digest: the desk opens, and what it believed wrongly stops
/// it.
#[tokio::test]
async fn no_bytes_of_a_segment_bring_a_desk_down() {
    let folder = tempfile::tempdir().expect("a folder");
    let (kept, said_before) = register(folder.path()).await;
    let mut own = BTreeMap::new();
    kept.change(|kept| own = kept.clone());
    let length = own[&1].len() - 32;
    let (mut believed, mut thrown_away) = (0, 0);
    for at in (0..length).step_by(23) {
        for byte in [0, own[&1][at] ^ 1, own[&1][at].wrapping_add(1), 0x7f, 0xff] {
            let mut wrong = own[&1].clone();
            wrong[at] = byte;
            if wrong == own[&1] {
                continue;
            }
            let digest = Digest::of(&wrong[..length]);
            wrong[length..].copy_from_slice(digest.as_bytes());
            kept.change(|kept| *kept = BTreeMap::from([(0, own[&0].clone()), (1, wrong.clone())]));
            let desk = open(folder.path(), &kept).await.expect("it opens");
            if kept.numbers().is_empty() {
                assert_eq!(said(&desk.state()), said_before, "byte {at}");
                desk.close().await.expect("closed");
                thrown_away += 1;
            } else {
                stopped(&desk).await;
                desk.close().await.expect_err("it has stopped");
                believed += 1;
            }
        }
    }
    assert!(believed > 5 && thrown_away > 30, "{believed} {thrown_away}");
}

#[tokio::test]
async fn an_entry_that_is_damaged_behind_the_snapshot_stops_the_desk() {
    let folder = tempfile::tempdir().expect("a folder");
    let (kept, _) = register(folder.path()).await;
    let path = folder.path().join("register.sqlite");
    let connection = rusqlite::Connection::open(&path).expect("a connection");
    connection
        .execute_batch(
            "DROP TRIGGER entry_stays; UPDATE entry SET act_id = zeroblob(16) WHERE seq = 5;",
        )
        .expect("changed");
    drop(connection);
    let desk = open(folder.path(), &kept).await.expect("it opens");
    let fatal = stopped(&desk).await;
    assert!(matches!(fatal, Fatal::Entry { seq: 5, .. }), "{fatal:?}");
}

#[tokio::test]
async fn segments_lie_in_a_folder_and_are_made_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let snapshots = FolderSnapshots::at(&folder.path().join("snapshot"));
    assert_eq!(snapshots.segment(0).await, Ok(None));
    snapshots.discard().await.expect("there is nothing");
    snapshots.keep(3, b"three".to_vec()).await.expect("kept");
    snapshots
        .keep(3, b"four".to_vec())
        .await
        .expect("kept anew");
    assert_eq!(snapshots.segment(3).await, Ok(Some(b"four".to_vec())));
    let names = fs::read_dir(folder.path().join("snapshot")).expect("a folder");
    assert_eq!(names.count(), 1);
    snapshots.discard().await.expect("thrown away");
    assert_eq!(snapshots.segment(3).await, Ok(None));
    // A folder that cannot be written is no reason to stop: the error may be tried again.
    fs::write(folder.path().join("snapshot"), b"a file").expect("written");
    let kept = snapshots.keep(3, Vec::new()).await;
    assert!(
        matches!(
            kept,
            Err(sponsio_depositary::store::StoreError::Retryable(_))
        ),
        "{kept:?}"
    );
}
