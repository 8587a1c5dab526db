//! The snapshot of the fold: what was told of the entries, kept so that a start need not read every
//! record again (`ledger.md` sections 5 and 6, ADR 0030).
//!
//! A snapshot is a cache. It lies in segments of entries that follow each other, each with the root of
//! the log at its end and the digest of its bytes. One that is missing, damaged, of another version or
//! not of this log costs time and nothing else: it is thrown away, and the entries are read. What was
//! believed at a start is compared with the entries behind it ([`upkeep`]).

mod folder;
mod segment;
mod upkeep;

use alloc::collections::VecDeque;
use alloc::sync::Arc;
use core::num::NonZero;
use std::thread::{self, JoinHandle};

use crate::failure::Fatal;
use crate::open::{Course, documents_of};
use crate::store::{Answer, Head, Known, Store};
pub use folder::FolderSnapshots;
pub(crate) use segment::{Segment, Unusable};
use sponsio_record::Digest;
pub(crate) use upkeep::Upkeep;

/// A place for the segments of a snapshot. What is there may be lost or damaged at any time.
pub trait Snapshots: Send + Sync {
    /// How many entries a segment has.
    fn each(&self) -> u64 {
        16_384
    }

    /// Returns the segment of this number, if it is there.
    fn segment(&self, number: u64) -> Answer<'_, Option<Vec<u8>>>;

    /// Keeps a segment in place of the one of this number.
    fn keep(&self, number: u64, bytes: Vec<u8>) -> Answer<'_, ()>;

    /// Throws all segments away.
    fn discard(&self) -> Answer<'_, ()>;
}

/// What a start took from a snapshot.
#[derive(Default)]
pub(crate) struct Believed {
    /// What a store finds the entries by; it counts only when the root of all entries has been found right.
    pub(crate) known: Vec<Known>,
    /// The digest of each segment: what was believed is compared, not what lies there by then.
    pub(crate) digests: Vec<Digest>,
}

/// Folds what the snapshot tells of the first entries of a log; returns what was believed.
///
/// # Errors
/// [`Fatal`] if a segment is not usable, or what it tells does not fold: then the entries are read.
pub(crate) async fn follow(
    course: &mut Course,
    snapshots: &dyn Snapshots,
    store: &dyn Store,
    origin: &Arc<str>,
    head: &Head,
) -> Result<Believed, Fatal> {
    let ahead = thread::available_parallelism().map_or(1, NonZero::get);
    let each = snapshots.each();
    let whole = head.size / each;
    let mut asked = 0..whole;
    let mut reading = VecDeque::new();
    let mut believed = Believed::default();
    loop {
        while reading.len() < ahead
            && let Some(number) = asked.next()
        {
            match snapshots.segment(number).await? {
                Some(bytes) => reading.push_back(read(bytes, Arc::clone(origin), number, each)?),
                // What comes after a gap is no use.
                None => asked = whole..whole,
            }
        }
        let Some(next) = reading.pop_front() else {
            return Ok(believed);
        };
        let died = |_| Fatal::Storage("a thread that reads a snapshot died".to_owned());
        let mut segment = next.join().map_err(died)??;
        believed.known.append(&mut segment.known);
        believed.digests.push(segment.digest);
        for told in segment.told {
            let documents = documents_of(store, &told).await?;
            course.follow(told, &documents)?;
        }
        if course.state.root() != segment.root {
            return Err(Unusable::Root.into());
        }
    }
}

/// Reads a segment in a thread of its own.
fn read(
    bytes: Vec<u8>,
    origin: Arc<str>,
    number: u64,
    each: u64,
) -> Result<JoinHandle<Result<Segment, Fatal>>, Fatal> {
    thread::Builder::new()
        .name("snapshot reader".to_owned())
        .spawn(move || Segment::read(&bytes, &origin, number, each))
        .map_err(|error| Fatal::Storage(format!("a thread: {error}")))
}
