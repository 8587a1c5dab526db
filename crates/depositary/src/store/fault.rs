//! A store that fails when it is told to: the n-th call fails, before or after it was done, once or
//! several times in a row. For tests of those who use a store.

use super::{
    Answer, Batch, Cosignature, Document, Drawer, Envelope, Head, Lock, NewEntry, Outbox, Position,
    Shelf, Signed, Store, StoreError, Swap, Waiting,
};
use alloc::sync::Arc;
use core::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use sponsio_record::{ActId, Digest};

/// Which calls fail. One plan counts the calls of all wrappers that share it, also those made after
/// a restart: two failures in a row hit the recovery from the first one.
#[derive(Debug)]
pub struct Plan {
    first: u64,
    times: u64,
    persisted: bool,
    calls: AtomicU64,
}

impl Plan {
    /// Returns a plan by which so many calls fail from the n-th on, counted from one; if persisted,
    /// what they wrote is there all the same.
    pub fn new(first: u64, times: u64, persisted: bool) -> Arc<Self> {
        Arc::new(Self {
            first,
            times,
            persisted,
            calls: AtomicU64::new(0),
        })
    }

    /// Returns a plan by which nothing fails, to count the calls of a run.
    pub fn without_faults() -> Arc<Self> {
        Self::new(u64::MAX, 0, false)
    }

    /// Returns how many calls were made.
    pub fn calls(&self) -> u64 {
        self.calls.load(Ordering::SeqCst)
    }

    /// Counts a call and returns whether it fails.
    fn strikes(&self) -> bool {
        let call = self.calls.fetch_add(1, Ordering::SeqCst) + 1;
        call >= self.first && call - self.first < self.times
    }
}

/// A store, shelf, lock, drawer or outbox whose calls fail by a plan.
///
/// As the contract has it, a wrapper that has failed fatally refuses to write; a new one around the
/// same inner value is the restarted process.
pub struct Faulty<S> {
    inner: S,
    plan: Arc<Plan>,
    broken: AtomicBool,
}

impl<S: Sync> Faulty<S> {
    /// Returns a wrapper whose calls fail by this plan.
    pub fn new(inner: S, plan: Arc<Plan>) -> Self {
        Self {
            inner,
            plan,
            broken: AtomicBool::new(false),
        }
    }

    /// Ends the wrapper, as the process would end, and returns what it was around.
    pub fn into_inner(self) -> S {
        self.inner
    }

    async fn write<T>(
        &self,
        work: impl Future<Output = Result<T, StoreError>> + Send,
    ) -> Result<T, StoreError> {
        if self.broken.load(Ordering::SeqCst) {
            return Err(injected());
        }
        if !self.plan.strikes() {
            return work.await;
        }
        self.broken.store(true, Ordering::SeqCst);
        if self.plan.persisted {
            work.await?;
        }
        Err(injected())
    }

    async fn read<T>(
        &self,
        work: impl Future<Output = Result<T, StoreError>> + Send,
    ) -> Result<T, StoreError> {
        if self.plan.strikes() {
            self.broken.store(true, Ordering::SeqCst);
            return Err(injected());
        }
        work.await
    }
}

fn injected() -> StoreError {
    StoreError::Fatal("injected fault".to_owned())
}

impl<S: Store> Store for Faulty<S> {
    fn open_log(&self, origin: &str) -> Answer<'_, Head> {
        let origin = origin.to_owned();
        Box::pin(self.write(async move { self.inner.open_log(&origin).await }))
    }

    fn admits_others(&self) -> bool {
        self.inner.admits_others()
    }

    fn head(&self) -> Answer<'_, Head> {
        Box::pin(self.read(async move { self.inner.head().await }))
    }

    fn append(&self, expected: Position, batch: Batch) -> Answer<'_, ()> {
        Box::pin(self.write(async move { self.inner.append(expected, batch).await }))
    }

    fn entries(&self, from: u64, most: usize) -> Answer<'_, Vec<Vec<u8>>> {
        Box::pin(self.read(async move { self.inner.entries(from, most).await }))
    }

    fn rows(&self, from: u64, most: usize) -> Answer<'_, Vec<NewEntry>> {
        Box::pin(self.read(async move { self.inner.rows(from, most).await }))
    }

    fn find_act(&self, id: &ActId) -> Answer<'_, Option<(u64, Digest)>> {
        let id = *id;
        Box::pin(self.read(async move { self.inner.find_act(&id).await }))
    }

    fn document(&self, digest: &Digest) -> Answer<'_, Option<Document>> {
        let digest = *digest;
        Box::pin(self.read(async move { self.inner.document(&digest).await }))
    }

    fn put_document(&self, document: Document) -> Answer<'_, ()> {
        Box::pin(self.write(async move { self.inner.put_document(document).await }))
    }

    fn seize(&self) -> Answer<'_, u64> {
        Box::pin(self.write(async move { self.inner.seize().await }))
    }

    fn signed(&self) -> Answer<'_, Option<Signed>> {
        Box::pin(self.read(async move { self.inner.signed().await }))
    }

    fn signed_over(&self, size: u64) -> Answer<'_, Option<Signed>> {
        Box::pin(self.read(async move { self.inner.signed_over(size).await }))
    }

    fn sign(&self, old: Option<u64>, new: Signed) -> Answer<'_, ()> {
        Box::pin(self.write(async move { self.inner.sign(old, new).await }))
    }

    fn cosignatures(&self, size: u64) -> Answer<'_, Vec<Cosignature>> {
        Box::pin(self.read(async move { self.inner.cosignatures(size).await }))
    }

    fn add_cosignature(&self, size: u64, new: Cosignature) -> Answer<'_, ()> {
        Box::pin(self.write(async move { self.inner.add_cosignature(size, new).await }))
    }

    fn close(&self) -> Answer<'_, ()> {
        self.inner.close()
    }
}

impl<S: Drawer> Drawer for Faulty<S> {
    fn put(&self, envelope: Envelope) -> Answer<'_, ()> {
        Box::pin(self.write(async move { self.inner.put(envelope).await }))
    }

    fn get(&self, commitment: &Digest) -> Answer<'_, Option<Envelope>> {
        let commitment = *commitment;
        Box::pin(self.read(async move { self.inner.get(&commitment).await }))
    }

    fn erase(&self, commitment: &Digest) -> Answer<'_, bool> {
        let commitment = *commitment;
        Box::pin(self.write(async move { self.inner.erase(&commitment).await }))
    }

    fn list(&self) -> Answer<'_, Vec<Digest>> {
        Box::pin(self.read(async move { self.inner.list().await }))
    }
}

impl<S: Outbox> Outbox for Faulty<S> {
    fn take(&self, most: usize) -> Answer<'_, Vec<Waiting>> {
        Box::pin(self.read(async move { self.inner.take(most).await }))
    }

    fn done(&self, id: u64) -> Answer<'_, ()> {
        Box::pin(self.write(async move { self.inner.done(id).await }))
    }

    fn failed(&self, id: u64, reason: &str) -> Answer<'_, ()> {
        let reason = reason.to_owned();
        Box::pin(self.write(async move { self.inner.failed(id, &reason).await }))
    }
}

impl<S: Shelf> Shelf for Faulty<S> {
    fn tile(&self, path: &str) -> Answer<'_, Option<Vec<u8>>> {
        let path = path.to_owned();
        Box::pin(self.read(async move { self.inner.tile(&path).await }))
    }

    fn place(&self, path: &str, bytes: Vec<u8>) -> Answer<'_, ()> {
        let path = path.to_owned();
        Box::pin(self.write(async move { self.inner.place(&path, bytes).await }))
    }

    fn mend(&self, path: &str, bytes: Vec<u8>) -> Answer<'_, ()> {
        let path = path.to_owned();
        Box::pin(self.write(async move { self.inner.mend(&path, bytes).await }))
    }

    fn list(&self) -> Answer<'_, Vec<String>> {
        Box::pin(self.read(async move { self.inner.list().await }))
    }

    fn checkpoint(&self) -> Answer<'_, Option<Vec<u8>>> {
        Box::pin(self.read(async move { self.inner.checkpoint().await }))
    }

    fn publish(&self, checkpoint: Vec<u8>) -> Answer<'_, ()> {
        Box::pin(self.write(async move { self.inner.publish(checkpoint).await }))
    }
}

impl<S: Lock> Lock for Faulty<S> {
    fn checkpoint(&self) -> Answer<'_, Option<Vec<u8>>> {
        Box::pin(self.read(async move { self.inner.checkpoint().await }))
    }

    fn swap(&self, old: Option<&[u8]>, new: &[u8]) -> Answer<'_, Swap> {
        let old = old.map(<[u8]>::to_vec);
        let new = new.to_vec();
        Box::pin(self.write(async move { self.inner.swap(old.as_deref(), &new).await }))
    }
}

#[cfg(test)]
mod tests {
    use super::super::conformance::{self, ORIGIN, batch};
    use super::super::{Memory, Store as _};
    use super::*;

    #[tokio::test]
    async fn without_faults_a_wrapper_is_as_good_as_what_it_is_around() {
        let plan = Plan::without_faults();
        conformance::conforms(async || Faulty::new(Memory::new(), Arc::clone(&plan))).await;
        assert!(plan.calls() > 100);
    }

    /// Has a writer work until all is written, starting again after each fault; returns how often.
    async fn work(memory: &Memory, plan: &Arc<Plan>) -> u32 {
        for restarts in 0..10 {
            let store = Faulty::new(memory.beside(), Arc::clone(plan));
            let Ok(mut head) = store.open_log(ORIGIN).await else {
                continue;
            };
            while head.size < 12 {
                let next = batch(&head, 3, "work");
                if store.append(head.position(), next).await.is_err() {
                    // What happened is not known; the wrapper must not let anything more be tried.
                    let again = batch(&head, 3, "again");
                    assert!(store.append(head.position(), again).await.is_err());
                    break;
                }
                let Ok(now) = store.head().await else { break };
                head = now;
            }
            if head.size == 12 {
                return restarts;
            }
        }
        panic!("a writer that starts again gets its work done")
    }

    #[tokio::test]
    async fn every_call_fails_once_and_twice_persisted_and_not() {
        let whole = Memory::new();
        let counting = Plan::without_faults();
        assert_eq!(work(&whole, &counting).await, 0);
        whole.open_log(ORIGIN).await.unwrap();
        let expected = whole.entries(0, 99).await.unwrap();
        assert_eq!((counting.calls(), expected.len()), (9, 12));
        for first in 1..=counting.calls() {
            for (times, persisted) in [(1, false), (1, true), (2, false), (2, true)] {
                let memory = Memory::new();
                let plan = Plan::new(first, times, persisted);
                let restarts = work(&memory, &plan).await;
                // The last call of all may be the first to fail, and a second one may not come.
                assert!((1..=2).contains(&restarts), "{plan:?}");
                memory.open_log(ORIGIN).await.unwrap();
                assert_eq!(memory.entries(0, 99).await.unwrap(), expected, "{plan:?}");
            }
        }
    }
}
