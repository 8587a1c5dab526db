//! The upkeep of the snapshot, beside the work of a desk: what was believed at the start is compared
//! with the entries, and what was recorded since is added when the desk rests.
//!
//! It takes half the time of one processor at most. Where an entry is damaged, or the snapshot says
//! something else than the entries, the desk stops recording: what it holds in memory is wrong.

use alloc::sync::{Arc, Weak};
use core::time::Duration;

use sponsio_ledger::tree::Tree;
use sponsio_record::Digest;
use tokio::task::spawn_blocking;

use super::{Segment, Snapshots};
use crate::failure::Fatal;
use crate::house::House;
use crate::open::{AT_ONCE, read};
use crate::store::{NewEntry, StoreError};

/// How often it looks whether there is something to do.
const LOOKING: Duration = Duration::from_secs(1);

/// When what cannot be read or kept now is tried again.
const LATER: Duration = Duration::from_mins(1);

/// How many segments may be missing while the desk is busy.
const MOST_MISSING: u64 = 64;

/// What is kept up for one desk.
pub(crate) struct Upkeep {
    house: Weak<House>,
    snapshots: Arc<dyn Snapshots>,
    /// The number of the next segment, and the tree over the entries before it.
    next: u64,
    tree: Tree,
    /// The digests of the segments that were believed at the start.
    believed: Vec<Digest>,
}

/// What became of a segment.
enum Done {
    /// It is kept, and the next one can follow.
    Kept,
    /// It cannot be read or kept now.
    Later,
    /// There is none to be read.
    Nothing,
}

impl Upkeep {
    /// Returns the upkeep of a house that has a place for a snapshot.
    pub(crate) fn of(house: &Arc<House>, believed: Vec<Digest>) -> Option<Self> {
        Some(Self {
            house: Arc::downgrade(house),
            snapshots: house.snapshots.clone()?,
            next: 0,
            tree: Tree::default(),
            believed,
        })
    }

    /// Works until the desk is closed or has stopped.
    pub(crate) async fn run(mut self) {
        let mut last = 0;
        while let Some(house) = self.house.upgrade()
            && house.stopped().is_none()
        {
            let began = house.clock.monotonic();
            let size = house.state().size();
            let rests = size == last;
            last = size;
            let done = if self.is_due(size, rests) {
                self.segment(&house).await
            } else {
                Ok(Done::Nothing)
            };
            let waits = match done {
                Ok(Done::Kept) => house.clock.monotonic().saturating_sub(began),
                Ok(Done::Nothing) => LOOKING,
                Ok(Done::Later) => LATER,
                Err(fatal) => {
                    drop(house.stop(fatal));
                    return;
                }
            };
            drop(house);
            tokio::time::sleep(waits).await;
        }
    }

    /// Whether a segment is to be read: one that was believed, or one that was recorded and can wait no
    /// longer.
    fn is_due(&self, size: u64, rests: bool) -> bool {
        let each = self.snapshots.each();
        let whole = size / each;
        let missing = whole.saturating_sub(self.next);
        self.believed().is_some() || (missing > 0 && rests) || missing > MOST_MISSING
    }

    /// Returns the digest of the next segment, if it was believed.
    fn believed(&self) -> Option<&Digest> {
        let next = usize::try_from(self.next).ok();
        next.and_then(|next| self.believed.get(next))
    }

    /// Reads the entries of the next segment, and compares or keeps what they tell.
    async fn segment(&mut self, house: &House) -> Result<Done, Fatal> {
        let (number, each) = (self.next, self.snapshots.each());
        let rows = match rows(house, number * each, each).await {
            Ok(rows) => rows,
            Err(StoreError::Fatal(why)) => return Err(Fatal::Storage(why)),
            Err(_) => return Ok(Done::Later),
        };
        let (origin, tree) = (house.origin.clone(), self.tree.clone());
        let written = spawn_blocking(move || write(&rows, &origin, number, each, tree));
        let died = |_| Fatal::Storage("a thread that writes a snapshot died".to_owned());
        let (bytes, tree) = written.await.map_err(died)??;
        // What the desk knows came from the segment that was there at the start.
        if self
            .believed()
            .is_some_and(|digest| *digest != Digest::of(&bytes))
        {
            let (first, last) = (number * each, number * each + each - 1);
            // The next start reads the entries; if the folder cannot be emptied, it stops again.
            drop(self.snapshots.discard().await);
            let why = format!("the snapshot of entries {first} to {last} is not what they say");
            return Err(Fatal::Storage(why));
        }
        match self.snapshots.segment(number).await {
            Ok(Some(kept)) if kept == bytes => {}
            Ok(_) => {
                if self.snapshots.keep(number, bytes).await.is_err() {
                    return Ok(Done::Later);
                }
            }
            Err(_) => return Ok(Done::Later),
        }
        self.next += 1;
        self.tree = tree;
        house.kept.send_replace(self.next * each);
        Ok(Done::Kept)
    }
}

/// Returns the rows of the entries of a segment.
async fn rows(house: &House, first: u64, each: u64) -> Result<Vec<NewEntry>, StoreError> {
    let mut rows: Vec<NewEntry> = Vec::new();
    while (rows.len() as u64) < each {
        let from = first + rows.len() as u64;
        let most = usize::try_from(first + each - from).unwrap_or(AT_ONCE);
        let mut more = house.store.rows(from, most.min(AT_ONCE)).await?;
        if more.is_empty() {
            return Err(StoreError::Fatal(format!(
                "entry {from} is not in the store"
            )));
        }
        rows.append(&mut more);
    }
    Ok(rows)
}

/// Returns the segment that these rows make, and the tree after them.
fn write(
    rows: &[NewEntry],
    origin: &str,
    number: u64,
    each: u64,
    mut tree: Tree,
) -> Result<(Vec<u8>, Tree), Fatal> {
    let seqs = number * each..;
    let told = rows.iter().zip(seqs).map(|(row, seq)| {
        let told = read(row, origin, seq)?;
        tree.append(told.leaf);
        Ok(told)
    });
    let told = told.collect::<Result<Vec<_>, Fatal>>()?;
    let root = Digest::from_bytes(tree.root());
    Ok((Segment::write(origin, number, &root, rows, &told)?, tree))
}
