//! While the store takes one batch the next is drawn up over it: nobody is answered by what is not in
//! the store, neither with an acknowledgement nor with a refusal.

#[expect(
    dead_code,
    reason = "each test file uses a part of the practice register"
)]
mod practice;

extern crate alloc;

use alloc::sync::Arc;
use core::sync::atomic::{AtomicBool, Ordering};
use std::path::Path;

use practice::{accession, set_up};
use sponsio_depositary::store::{
    Answer, Batch, Cosignature, Document, Head, Memory, NewEntry, Position, Signed, Store,
    StoreError,
};
use sponsio_depositary::world::{SystemChance, SystemClock};
use sponsio_depositary::{
    Depositary, DeskError, FolderLock, FolderShelf, RecordAct, Recorded, World,
};
use sponsio_record::{ActId, Digest};
use tokio::sync::{Mutex, mpsc, watch};
use tokio::task::JoinHandle;

const ORIGIN: &str = "register.example/exercise";
const SECRET: [u8; 32] = [7; 32];

/// A store that takes a batch when it is told to, or fails as it is told to.
struct Told {
    inner: Memory,
    is_held: AtomicBool,
    /// How many batches were brought while it was held.
    brought: watch::Sender<usize>,
    orders: Mutex<mpsc::UnboundedReceiver<Result<(), StoreError>>>,
}

/// A desk over a store that is told what to do.
struct Practice {
    desk: Depositary,
    store: Arc<Told>,
    orders: mpsc::UnboundedSender<Result<(), StoreError>>,
}

impl Practice {
    /// Returns a desk with a register, over a store that is held from now on.
    async fn new(folder: &Path) -> Self {
        let inner = Memory::new();
        let beside = Arc::new(inner.beside());
        let (orders, told) = mpsc::unbounded_channel();
        let store = Arc::new(Told {
            inner,
            is_held: AtomicBool::new(false),
            brought: watch::Sender::new(0),
            orders: Mutex::new(told),
        });
        let world = World {
            store: Arc::clone(&store) as _,
            drawer: Arc::clone(&beside) as _,
            outbox: beside,
            shelf: Arc::new(FolderShelf::open(&folder.join("log")).expect("a folder")),
            lock: Arc::new(FolderLock::open(&folder.join("lock")).expect("a folder")),
            clock: Arc::new(SystemClock::new()),
            chance: Arc::new(SystemChance),
            snapshots: None,
        };
        let desk = Depositary::open(ORIGIN, &SECRET, world).await;
        let desk = desk.expect("the desk opens");
        set_up(&desk).await;
        store.is_held.store(true, Ordering::SeqCst);
        Self {
            desk,
            store,
            orders,
        }
    }

    /// Brings an act under this mark.
    fn bring(&self, participant: &str, mark: u8) -> JoinHandle<Result<Recorded, DeskError>> {
        let request = RecordAct {
            id: Some(ActId::from_bytes([mark; 16])),
            ..accession(participant)
        };
        let desk = self.desk.clone();
        tokio::spawn(async move { desk.record_act(request).await })
    }

    /// Waits until the store was brought so many batches.
    async fn until_brought(&self, batches: usize) {
        let mut brought = self.store.brought.subscribe();
        let enough = brought.wait_for(|brought| *brought >= batches).await;
        enough.expect("the store is there");
    }

    /// Lets everything happen that waits for nothing.
    async fn settle(&self) {
        for _ in 0..100 {
            tokio::task::yield_now().await;
        }
    }

    fn tell(&self, order: Result<(), StoreError>) {
        self.orders.send(order).expect("the store is there");
    }
}

fn retryable() -> StoreError {
    StoreError::Retryable("in the way".to_owned())
}

#[tokio::test]
async fn nobody_is_answered_by_what_is_not_in_the_store() {
    let folder = tempfile::tempdir().unwrap();
    let practice = Practice::new(folder.path()).await;
    let size = practice.desk.state().size();
    let first = practice.bring("ARD", 1);
    practice.until_brought(1).await;
    let again = practice.bring("ARD", 1);
    let another = practice.bring("ARD", 2);
    let second = practice.bring("BEL", 3);
    practice.settle().await;
    assert_eq!(practice.desk.state().size(), size);
    let waiting = [&first, &again, &another, &second];
    assert!(waiting.iter().all(|answer| !answer.is_finished()));
    practice.tell(Ok(()));
    let first = first.await.unwrap().expect("it is recorded");
    assert_eq!((first.seq, practice.desk.state().size()), (size, size + 1));
    practice.settle().await;
    assert!(!second.is_finished() && !another.is_finished());
    practice.tell(Ok(()));
    let second = second.await.unwrap().expect("it is recorded");
    assert_eq!(second.seq, size + 1);
    let again = again.await.unwrap().expect("it was recorded before");
    assert_eq!((again.seq, again.repeated), (size, true));
    let another = another.await.unwrap();
    assert!(matches!(another, Err(DeskError::Refused(_))), "{another:?}");
    // The two that were drawn up over the first batch came in one of their own.
    assert_eq!(*practice.store.brought.borrow(), 2);
}

#[tokio::test]
async fn what_was_drawn_up_over_a_batch_that_is_not_taken_is_drawn_up_anew() {
    let folder = tempfile::tempdir().unwrap();
    let practice = Practice::new(folder.path()).await;
    let size = practice.desk.state().size();
    let first = practice.bring("ARD", 1);
    practice.until_brought(1).await;
    let another = practice.bring("ARD", 2);
    let second = practice.bring("BEL", 3);
    practice.settle().await;
    practice.tell(Err(retryable()));
    practice.until_brought(2).await;
    practice.settle().await;
    assert!(!first.is_finished() && !another.is_finished() && !second.is_finished());
    assert_eq!(practice.desk.state().size(), size);
    practice.tell(Ok(()));
    let first = first.await.unwrap().expect("it is recorded");
    let second = second.await.unwrap().expect("it is recorded");
    assert_eq!((first.seq, second.seq), (size, size + 1));
    assert!(matches!(another.await.unwrap(), Err(DeskError::Refused(_))));
}

#[tokio::test]
async fn a_refusal_that_rests_on_what_may_be_lost_is_not_given() {
    let folder = tempfile::tempdir().unwrap();
    let practice = Practice::new(folder.path()).await;
    let first = practice.bring("ARD", 1);
    practice.until_brought(1).await;
    let another = practice.bring("ARD", 2);
    let second = practice.bring("BEL", 3);
    practice.settle().await;
    practice.tell(Err(StoreError::Fatal("the disk is gone".to_owned())));
    for answer in [first, another, second] {
        let answer = answer.await.unwrap();
        assert!(matches!(answer, Err(DeskError::Stopped(_))), "{answer:?}");
    }
}

impl Store for Told {
    fn append(&self, expected: Position, batch: Batch) -> Answer<'_, ()> {
        Box::pin(async move {
            if self.is_held.load(Ordering::SeqCst) {
                self.brought.send_modify(|brought| *brought += 1);
                let order = self.orders.lock().await.recv().await;
                order.unwrap_or_else(|| Err(retryable()))?;
            }
            self.inner.append(expected, batch).await
        })
    }

    fn open_log(&self, origin: &str) -> Answer<'_, Head> {
        self.inner.open_log(origin)
    }

    /// One server alone, so that nobody is followed.
    fn admits_others(&self) -> bool {
        false
    }

    fn head(&self) -> Answer<'_, Head> {
        self.inner.head()
    }

    fn entries(&self, from: u64, most: usize) -> Answer<'_, Vec<Vec<u8>>> {
        self.inner.entries(from, most)
    }

    fn rows(&self, from: u64, most: usize) -> Answer<'_, Vec<NewEntry>> {
        self.inner.rows(from, most)
    }

    fn find_act(&self, id: &ActId) -> Answer<'_, Option<(u64, Digest)>> {
        self.inner.find_act(id)
    }

    fn document(&self, digest: &Digest) -> Answer<'_, Option<Document>> {
        self.inner.document(digest)
    }

    fn put_document(&self, document: Document) -> Answer<'_, ()> {
        self.inner.put_document(document)
    }

    fn seize(&self) -> Answer<'_, u64> {
        self.inner.seize()
    }

    fn signed(&self) -> Answer<'_, Option<Signed>> {
        self.inner.signed()
    }

    fn signed_over(&self, size: u64) -> Answer<'_, Option<Signed>> {
        self.inner.signed_over(size)
    }

    fn sign(&self, old: Option<u64>, new: Signed) -> Answer<'_, ()> {
        self.inner.sign(old, new)
    }

    fn cosignatures(&self, size: u64) -> Answer<'_, Vec<Cosignature>> {
        self.inner.cosignatures(size)
    }

    fn add_cosignature(&self, size: u64, new: Cosignature) -> Answer<'_, ()> {
        self.inner.add_cosignature(size, new)
    }

    fn close(&self) -> Answer<'_, ()> {
        self.inner.close()
    }
}
