//! The start: the ledger is read whole, folded and checked; what was begun is finished.

use alloc::collections::{BTreeMap, BTreeSet, VecDeque};
use alloc::sync::Arc;
use core::future::{poll_fn, ready};
use core::num::NonZero;
use core::task::Poll;
use std::io;
use std::thread::{self, JoinHandle};

use sponsio_ledger::checkpoint::Checkpoint;
use sponsio_ledger::entry::Entry;
use sponsio_ledger::path::TilePath;
use sponsio_ledger::rotation::Succession;
use sponsio_ledger::tile::Edge;
use sponsio_ledger::tree::Hash;
use sponsio_record::Digest;

use crate::columns;
use crate::failure::Fatal;
use crate::house::{House, World};
use crate::keeper::Keeper;
use crate::keyring::Keyring;
use crate::snapshot::{self, Snapshots};
use crate::state::{Documents, State, Told, needed_documents};
use crate::store::{Answer, Head, NewEntry, Shelf, Signed, Store};
use crate::witnessing::{Gallery, Witnessing};

/// How many entries are asked of the store at once.
pub(crate) const AT_ONCE: usize = 4_096;

/// How many such portions are being read beside the one that is folded.
const AHEAD: usize = 1;

/// How many entries are worth a thread.
const LEAST_IN_A_THREAD: usize = 512;

/// Returns the fold of all entries of a log, checked against the root that the store keeps. Nothing
/// is written.
pub async fn load(store: &dyn Store, origin: &str) -> Result<State, Fatal> {
    let head = store.open_log(origin).await?;
    let mut state = State::default();
    fold_to(&mut state, store, origin, &head, &mut |_| {}).await?;
    Ok(state)
}

/// What is followed at a start: the fold, the right edge of the tree over it, and the roots that others
/// have stated.
#[derive(Clone)]
pub(crate) struct Course {
    pub(crate) state: State,
    edge: Edge,
    /// The edge at the size that was signed.
    signed: (u64, Edge),
    /// The roots at the sizes that are asked for.
    roots: BTreeMap<u64, Hash>,
    asked: BTreeSet<u64>,
}

impl Course {
    /// Returns the course before the first entry.
    fn new(succession: Succession, signed: u64, asked: BTreeSet<u64>) -> Self {
        let edge = Edge::new();
        Self {
            state: State {
                succession: Arc::new(succession),
                ..State::default()
            },
            signed: (signed, edge.clone()),
            roots: BTreeMap::from([(0, edge.tree().root())]),
            edge,
            asked,
        }
    }

    /// Takes the leaf of the next entry.
    fn take(&mut self, leaf: Hash) {
        self.edge.append(leaf, &mut |_, _| {});
        let size = self.edge.size();
        if size == self.signed.0 {
            self.signed.1 = self.edge.clone();
        }
        if self.asked.contains(&size) {
            self.roots.insert(size, self.edge.tree().root());
        }
    }

    /// Follows one entry.
    pub(crate) fn follow(&mut self, told: Told, documents: &Documents) -> Result<(), Fatal> {
        let leaf = told.leaf;
        self.state.follow(told, documents)?;
        self.take(leaf);
        Ok(())
    }

    /// Follows the log to this head: what the snapshot tells, then the entries. Returns the
    /// digests of the segments that were believed.
    async fn to(&mut self, world: &World, origin: &str, head: &Head) -> Result<Vec<Digest>, Fatal> {
        if let Some(snapshots) = &world.snapshots {
            let mut tried = self.clone();
            match tried.with(snapshots.as_ref(), world, origin, head).await {
                Ok(believed) => {
                    *self = tried;
                    return Ok(believed);
                }
                // Whatever is wrong with it, the entries say how it is; a folder that cannot be
                // emptied now is overwritten later.
                Err(_) => drop(snapshots.discard().await),
            }
        }
        self.entries(world.store.as_ref(), origin, head).await?;
        Ok(Vec::new())
    }

    async fn with(
        &mut self,
        snapshots: &dyn Snapshots,
        world: &World,
        origin: &str,
        head: &Head,
    ) -> Result<Vec<Digest>, Fatal> {
        let store = world.store.as_ref();
        let believed = snapshot::follow(self, snapshots, store, &origin.into(), head).await?;
        self.entries(store, origin, head).await?;
        store.remember(believed.known).await?;
        Ok(believed.digests)
    }

    /// Follows the entries that are not followed yet.
    async fn entries(&mut self, store: &dyn Store, origin: &str, head: &Head) -> Result<(), Fatal> {
        let mut state = core::mem::take(&mut self.state);
        let outcome = fold_to(&mut state, store, origin, head, &mut |leaf| self.take(leaf)).await;
        self.state = state;
        outcome
    }
}

/// In whose turn a desk is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Turn {
    /// In the turn of those who are there, where the store admits them; else it takes over.
    Join,
    /// In a new one: whoever was there before writes no more.
    TakeOver,
}

/// A house that was opened.
pub(crate) struct Opened {
    pub(crate) house: Arc<House>,
    pub(crate) state: State,
    pub(crate) epoch: u64,
    /// The digests of the segments of the snapshot that were believed.
    pub(crate) believed: Vec<Digest>,
}

/// Opens the house: reads the log, compares it with what was signed, and publishes what was recorded
/// and not yet published.
pub(crate) async fn open(
    key: Keyring,
    world: World,
    witnessing: Witnessing,
    turn: Turn,
) -> Result<Opened, Fatal> {
    let origin = &key.origin().to_owned();
    // Others may be writing: what follows from the head is read first, the head itself last.
    let locked = world.lock.checkpoint().await?;
    let shown = world.shelf.checkpoint().await?;
    let locks = |note: &Vec<u8>| stated("the locked checkpoint", note, &key);
    let mut known: Vec<_> = locked
        .as_ref()
        .map(locks)
        .transpose()?
        .into_iter()
        .collect();
    // The shelf can be made again: only what it shows under our signature counts.
    known.extend(shown.and_then(|note| stated("the shown checkpoint", &note, &key).ok()));
    let seen = witnessing.seen(&key.policy(), locked.is_some()).await?;
    world.store.open_log(origin).await?;
    if turn == Turn::TakeOver || !world.store.admits_others() {
        world.store.seize().await?;
    }
    let signed = world.store.signed().await?;
    if let Some(signed) = &signed {
        agrees(signed, &key)?;
    }
    let head = world.store.head().await?;
    let mut keeper = Keeper {
        edge: Edge::new(),
        signed,
        locked,
        epoch: head.epoch,
    };
    let stated = known
        .iter()
        .chain(seen.iter().map(|seen| &seen.checkpoint))
        .map(|checkpoint| checkpoint.size);
    let succession = Succession::of(key.verifiers());
    let mut course = Course::new(succession, keeper.signed_size(), stated.collect());
    let from_snapshot = course.to(&world, origin, &head).await?;
    let Course {
        state,
        signed: (signed_size, edge),
        roots,
        ..
    } = course;
    keeper.edge = edge;
    compare_with_signed(&keeper, &state)?;
    key.current(&state.succession)?;
    // What a revoked key signed too late is no word of this log.
    let believed = state.succession.policy(&key.policy());
    let seen = seen.into_iter().filter(|seen| {
        let note = seen.note.to_string();
        believed.open_signed(note.as_bytes()).is_ok()
    });
    known.extend(seen.map(|seen| seen.checkpoint));
    for checkpoint in known {
        if roots.get(&checkpoint.size) != Some(&checkpoint.root) {
            let (known, size) = (checkpoint.size, state.size());
            return Err(Fatal::Rollback { known, size });
        }
    }
    check_edge(world.shelf.as_ref(), &keeper.edge).await?;
    let house = Arc::new(House::new(
        origin.clone(),
        key,
        world,
        state.clone(),
        keeper,
        Gallery::new(witnessing),
    ));
    house.place_missing(signed_size).await?;
    house.publish().await?;
    Ok(Opened {
        house,
        state,
        epoch: head.epoch,
        believed: from_snapshot,
    })
}

/// Folds what was recorded after the state, up to this head.
pub(crate) async fn read_on(state: &mut State, house: &House, head: &Head) -> Result<(), Fatal> {
    fold_to(
        state,
        house.store.as_ref(),
        &house.origin,
        head,
        &mut |_| {},
    )
    .await
}

async fn fold_to(
    state: &mut State,
    store: &dyn Store,
    origin: &str,
    head: &Head,
    leaf: &mut (dyn FnMut(Hash) + Send),
) -> Result<(), Fatal> {
    let ask = |from: u64| {
        let most = usize::try_from(head.size.saturating_sub(from)).unwrap_or(AT_ONCE);
        begun(store.rows(from, most.min(AT_ONCE)))
    };
    let mut asked = state.size();
    let mut coming = ask(asked).await;
    let mut reading = VecDeque::new();
    while state.size() < head.size {
        // The store reads on, and other threads read entries, while those before are folded.
        while asked < head.size && reading.len() <= AHEAD {
            let rows = coming.await?;
            if rows.is_empty() {
                return Err(Fatal::entry(asked, &"it is not in the store"));
            }
            let first = asked;
            asked += rows.len() as u64;
            coming = ask(asked).await;
            reading.push_back(Reading::begin(rows, origin, first)?);
        }
        let read = reading
            .pop_front()
            .map_or(Ok(Vec::new()), Reading::finish)?;
        for told in read {
            let documents = documents_of(store, &told).await?;
            let hash = told.leaf;
            state.follow(told, &documents)?;
            leaf(hash);
        }
    }
    if state.size() == head.size && state.root() != head.root {
        return Err(Fatal::Root {
            size: head.size,
            found: state.root(),
            kept: head.root,
        });
    }
    Ok(())
}

/// Begins what is asked of a store, so that it goes on while something else is done here.
async fn begun<'a, T: Send + 'a>(mut answer: Answer<'a, T>) -> Answer<'a, T> {
    let begun = poll_fn(|context| Poll::Ready(answer.as_mut().poll(context))).await;
    match begun {
        Poll::Ready(answered) => Box::pin(ready(answered)),
        Poll::Pending => answer,
    }
}

/// Entries that follow each other, being read in as many threads as there are processors.
struct Reading(Vec<JoinHandle<Result<Vec<Told>, Fatal>>>);

impl Reading {
    fn begin(rows: Vec<NewEntry>, log: &str, first: u64) -> Result<Self, Fatal> {
        let threads = thread::available_parallelism().map_or(1, NonZero::get);
        let each = rows.len().div_ceil(threads).max(LEAST_IN_A_THREAD);
        let (rows, log): (Arc<[NewEntry]>, Arc<str>) = (rows.into(), log.into());
        let starts = (0..rows.len()).step_by(each);
        let begun: io::Result<Vec<_>> = starts
            .map(|start| {
                let (rows, log) = (Arc::clone(&rows), Arc::clone(&log));
                let reader = thread::Builder::new().name("entry reader".to_owned());
                reader.spawn(move || {
                    let part = rows.iter().zip(first..).skip(start).take(each);
                    part.map(|(row, seq)| read(row, &log, seq)).collect()
                })
            })
            .collect();
        let begun = begun.map_err(|error| Fatal::Storage(format!("a thread: {error}")));
        Ok(Self(begun?))
    }

    /// Waits until all are read.
    fn finish(self) -> Result<Vec<Told>, Fatal> {
        let mut all = Vec::new();
        for part in self.0 {
            let died = |_| Fatal::Storage("a thread that reads entries died".to_owned());
            all.append(&mut part.join().map_err(died)??);
        }
        Ok(all)
    }
}

/// Reads an entry; what stands beside its bytes is compared.
pub(crate) fn read(row: &NewEntry, log: &str, seq: u64) -> Result<Told, Fatal> {
    let entry = Entry::at(&row.bytes, log, seq).map_err(|refusal| Fatal::entry(seq, &refusal))?;
    let leaf = entry.leaf();
    columns::compare(row, &entry, &leaf)?;
    Told::of(entry, leaf)
}

/// The documents without which an entry cannot be folded.
pub(crate) async fn documents_of(store: &dyn Store, told: &Told) -> Result<Documents, Fatal> {
    let wanted = told.filing.as_ref().map(needed_documents);
    let wanted = wanted.unwrap_or_default();
    let mut documents = Documents::new();
    for digest in wanted {
        if let Some(document) = store.document(&digest).await? {
            documents.insert(digest, document.bytes);
        }
    }
    Ok(documents)
}

/// Returns what a note states that is kept here, if it is signed by this log's key.
pub(crate) fn stated(what: &str, note: &[u8], key: &Keyring) -> Result<Checkpoint, Fatal> {
    let opened = key.policy().open(note);
    let unreadable = |fault| Fatal::Storage(format!("{what}: {fault}"));
    Ok(opened.map_err(unreadable)?.checkpoint)
}

/// Whether the note that is kept with a signed size states just that: it is shown again as it is.
pub(crate) fn agrees(signed: &Signed, key: &Keyring) -> Result<(), Fatal> {
    let what = "the signed checkpoint";
    let checkpoint = stated(what, &signed.note, key)?;
    if checkpoint.size == signed.size && checkpoint.root == *signed.root.as_bytes() {
        return Ok(());
    }
    let size = signed.size;
    let detail = format!("{what}: its note does not state the root kept for {size} entries");
    Err(Fatal::Storage(detail))
}

fn compare_with_signed(keeper: &Keeper, state: &State) -> Result<(), Fatal> {
    let Some(Signed { size, root, .. }) = &keeper.signed else {
        return Ok(());
    };
    let found = Digest::from_bytes(keeper.edge.tree().root());
    if keeper.edge.size() != *size {
        let (known, size) = (*size, state.size());
        return Err(Fatal::Rollback { known, size });
    }
    if found != *root {
        return Err(Fatal::Root {
            size: *size,
            found,
            kept: *root,
        });
    }
    Ok(())
}

/// Mends the shelf at the right edge of what was signed: the files there are those that a kill or a
/// power loss may have left undone. Files that are missing are placed anew before anything is shown;
/// those that are there with other bytes, and not at the edge, are examined by `sponsio doctor`.
async fn check_edge(shelf: &dyn Shelf, edge: &Edge) -> Result<(), Fatal> {
    for (path, bytes) in edge.partial() {
        let path: String = TilePath::to_string(&path);
        if shelf.tile(&path).await?.as_ref() != Some(&bytes) {
            shelf.mend(&path, bytes).await?;
        }
    }
    Ok(())
}
