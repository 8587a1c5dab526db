//! The ledger in memory: for trials, for what-if questions, and as the measure of the other stores.
//! Nothing outlives the process.

use super::{
    Answer, Batch, Cosignature, Document, Drawer, Envelope, Head, Letter, NewEntry, Outbox,
    Position, Signed, Store, StoreError, Waiting,
};
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::sync::Arc;
use core::sync::atomic::{AtomicBool, Ordering};
use sponsio_record::{ActId, Digest};
use std::sync::{Mutex, OnceLock, PoisonError};

/// One server's view of a ledger in memory; [`Memory::beside`] gives another server's view.
#[derive(Default)]
pub struct Memory {
    kept: Arc<Mutex<Kept>>,
    origin: OnceLock<String>,
    refusal: OnceLock<String>,
    closed: AtomicBool,
}

#[derive(Default)]
struct Kept {
    logs: BTreeMap<String, Log>,
    documents: BTreeMap<Digest, Document>,
    envelopes: BTreeMap<Digest, Envelope>,
    letters: BTreeMap<u64, Waiting>,
    addressed: BTreeSet<(ActId, String)>,
}

struct Log {
    head: Head,
    entries: Vec<NewEntry>,
    acts: BTreeMap<ActId, (u64, Digest)>,
    places: BTreeSet<(String, u64)>,
    signed: BTreeMap<u64, Signed>,
    cosignatures: BTreeMap<(u64, String), String>,
}

impl Memory {
    /// Returns an empty ledger.
    pub fn new() -> Self {
        Self::default()
    }

    /// Returns another server on the same ledger.
    #[must_use]
    pub fn beside(&self) -> Self {
        Self {
            kept: Arc::clone(&self.kept),
            ..Self::default()
        }
    }

    /// Does work that checks everything before it changes anything.
    fn write<T>(&self, work: impl FnOnce(&mut Kept) -> Ready<T>) -> Ready<T> {
        self.refused()?;
        let outcome = work(&mut self.kept.lock().unwrap_or_else(PoisonError::into_inner));
        if let Err(StoreError::Fatal(why)) = &outcome {
            self.refusal.get_or_init(|| why.clone());
        }
        outcome
    }

    fn write_log<T>(&self, work: impl FnOnce(&mut Log) -> Result<T, StoreError>) -> Ready<T> {
        let origin = self.opened()?;
        self.write(|kept| work(log_of(kept, origin)?))
    }

    fn read<T>(&self, work: impl FnOnce(&Kept) -> T) -> Ready<T> {
        self.ended()?;
        Ok(work(
            &self.kept.lock().unwrap_or_else(PoisonError::into_inner),
        ))
    }

    fn read_log<T>(&self, work: impl FnOnce(&Log) -> T) -> Ready<T> {
        let origin = self.opened()?;
        self.read(|kept| kept.logs.get(origin).map(work))?
            .ok_or_else(unopened)
    }

    fn opened(&self) -> Ready<&String> {
        self.origin.get().ok_or_else(unopened)
    }

    fn ended(&self) -> Ready<()> {
        if self.closed.load(Ordering::SeqCst) {
            return Err(StoreError::Fatal("the store is closed".to_owned()));
        }
        Ok(())
    }

    fn refused(&self) -> Ready<()> {
        self.ended()?;
        self.refusal
            .get()
            .map_or(Ok(()), |why| Err(StoreError::Fatal(why.clone())))
    }
}

type Ready<T> = Result<T, StoreError>;

fn unopened() -> StoreError {
    StoreError::Fatal("no log is open".to_owned())
}

fn log_of<'a>(kept: &'a mut Kept, origin: &str) -> Ready<&'a mut Log> {
    kept.logs.get_mut(origin).ok_or_else(unopened)
}

impl Log {
    fn new() -> Self {
        Self {
            head: Head::empty(),
            entries: Vec::new(),
            acts: BTreeMap::new(),
            places: BTreeSet::new(),
            signed: BTreeMap::new(),
            cosignatures: BTreeMap::new(),
        }
    }

    fn stale(&self) -> StoreError {
        StoreError::Stale {
            head: self.head.position(),
        }
    }

    /// Returns why these entries cannot follow, the first in order.
    fn examine(&self, batch: &Batch) -> Ready<()> {
        let mut acts = BTreeMap::new();
        let mut places = BTreeSet::new();
        for (entry, seq) in batch.entries.iter().zip(self.head.size..) {
            if let Some(&(seq, digest)) = self.acts.get(&entry.act).or(acts.get(&entry.act)) {
                return Err(StoreError::ActTaken {
                    id: entry.act,
                    seq,
                    same: digest == entry.act_digest,
                });
            }
            let place = (entry.stream.clone(), entry.nth);
            if self.places.contains(&place) || !places.insert(place) {
                let NewEntry { stream, nth, .. } = entry;
                let why = format!("place {nth} of the stream {stream} is taken");
                return Err(StoreError::Fatal(why));
            }
            acts.insert(entry.act, (seq, entry.act_digest));
        }
        if batch.head.last_recorded < self.head.last_recorded {
            let why = "an entry is recorded before the one before it";
            return Err(StoreError::Fatal(why.to_owned()));
        }
        Ok(())
    }

    fn keep(&mut self, entries: Vec<NewEntry>, head: Head) {
        for (entry, seq) in entries.into_iter().zip(self.head.size..) {
            self.acts.insert(entry.act, (seq, entry.act_digest));
            self.places.insert((entry.stream.clone(), entry.nth));
            self.entries.push(entry);
        }
        self.head = head;
    }

    fn sign(&mut self, old: Option<u64>, new: Signed) -> Ready<()> {
        let last = self.signed.last_key_value().map(|(size, _)| *size);
        if self.head.epoch != new.epoch || last != old {
            return Err(self.stale());
        }
        if new.size > self.head.size || old.is_some_and(|old| new.size < old) {
            let why = format!("a checkpoint over {} entries is out of turn", new.size);
            return Err(StoreError::Fatal(why));
        }
        let before = self.signed.get(&new.size).map(|signed| signed.root);
        let head = (self.head.size == new.size).then_some(self.head.root);
        if before.into_iter().chain(head).any(|root| root != new.root) {
            let why = format!("two roots over {} entries", new.size);
            return Err(StoreError::Fatal(why));
        }
        self.signed.insert(new.size, new);
        Ok(())
    }
}

impl Kept {
    /// Returns why these letters cannot be kept.
    fn examine(&self, letters: &[Letter]) -> Ready<()> {
        let mut addressed = BTreeSet::new();
        for Letter { act, addressee, .. } in letters {
            let key = (*act, addressee.clone());
            if addressee.is_empty() || self.addressed.contains(&key) || !addressed.insert(key) {
                let why = format!("a second letter about {act}, or one to nobody: `{addressee}`");
                return Err(StoreError::Fatal(why));
            }
        }
        Ok(())
    }

    fn post(&mut self, letter: Letter) {
        let id = self.addressed.len() as u64 + 1;
        self.addressed
            .insert((letter.act, letter.addressee.clone()));
        let waiting = Waiting {
            id,
            letter,
            attempts: 0,
            failure: None,
        };
        self.letters.insert(id, waiting);
    }
}

impl Store for Memory {
    fn open_log(&self, origin: &str) -> Answer<'_, Head> {
        let origin = origin.to_owned();
        Box::pin(async move {
            if origin.is_empty() {
                return Err(StoreError::Fatal("an origin is empty".to_owned()));
            }
            if *self.origin.get_or_init(|| origin.clone()) != origin {
                return Err(StoreError::Fatal("another log is open".to_owned()));
            }
            self.write(move |kept| {
                let log = kept.logs.entry(origin).or_insert_with(Log::new);
                Ok(log.head.clone())
            })
        })
    }

    fn admits_others(&self) -> bool {
        true
    }

    fn head(&self) -> Answer<'_, Head> {
        Box::pin(async move { self.read_log(move |log| log.head.clone()) })
    }

    fn append(&self, expected: Position, batch: Batch) -> Answer<'_, ()> {
        Box::pin(async move {
            let origin = self.opened()?;
            self.write(move |kept| {
                let batch = batch.following(expected)?;
                let log = log_of(kept, origin)?;
                if log.head.position() != expected {
                    return Err(log.stale());
                }
                log.examine(&batch)?;
                kept.examine(&batch.letters)?;
                log_of(kept, origin)?.keep(batch.entries, batch.head);
                for document in batch.documents {
                    kept.documents.entry(document.digest).or_insert(document);
                }
                for envelope in batch.envelopes {
                    kept.envelopes
                        .entry(envelope.commitment)
                        .or_insert(envelope);
                }
                batch
                    .letters
                    .into_iter()
                    .for_each(|letter| kept.post(letter));
                Ok(())
            })
        })
    }

    fn entries(&self, from: u64, most: usize) -> Answer<'_, Vec<Vec<u8>>> {
        let first = usize::try_from(from).unwrap_or(usize::MAX);
        Box::pin(async move {
            self.read_log(move |log| {
                let entries = log.entries.iter().skip(first).take(most);
                entries.map(|entry| entry.bytes.clone()).collect()
            })
        })
    }

    fn rows(&self, from: u64, most: usize) -> Answer<'_, Vec<NewEntry>> {
        let first = usize::try_from(from).unwrap_or(usize::MAX);
        Box::pin(async move {
            self.read_log(move |log| log.entries.iter().skip(first).take(most).cloned().collect())
        })
    }

    fn find_act(&self, id: &ActId) -> Answer<'_, Option<(u64, Digest)>> {
        let id = *id;
        Box::pin(async move { self.read_log(move |log| log.acts.get(&id).copied()) })
    }

    fn document(&self, digest: &Digest) -> Answer<'_, Option<Document>> {
        let digest = *digest;
        Box::pin(async move { self.read(move |kept| kept.documents.get(&digest).cloned()) })
    }

    fn put_document(&self, document: Document) -> Answer<'_, ()> {
        Box::pin(async move {
            self.write(move |kept| {
                let document = document.verified()?;
                kept.documents.entry(document.digest).or_insert(document);
                Ok(())
            })
        })
    }

    fn seize(&self) -> Answer<'_, u64> {
        Box::pin(async move {
            self.write_log(move |log| {
                log.head.epoch += 1;
                Ok(log.head.epoch)
            })
        })
    }

    fn signed(&self) -> Answer<'_, Option<Signed>> {
        Box::pin(async move {
            self.read_log(move |log| {
                log.signed
                    .last_key_value()
                    .map(|(_, signed)| signed.clone())
            })
        })
    }

    fn signed_over(&self, size: u64) -> Answer<'_, Option<Signed>> {
        Box::pin(async move { self.read_log(move |log| log.signed.get(&size).cloned()) })
    }

    fn sign(&self, old: Option<u64>, new: Signed) -> Answer<'_, ()> {
        Box::pin(async move { self.write_log(move |log| log.sign(old, new)) })
    }

    fn cosignatures(&self, size: u64) -> Answer<'_, Vec<Cosignature>> {
        Box::pin(async move {
            self.read_log(move |log| {
                log.cosignatures
                    .iter()
                    .filter(|((of, _), _)| *of == size)
                    .map(|((_, witness), line)| Cosignature {
                        witness: witness.clone(),
                        line: line.clone(),
                    })
                    .collect()
            })
        })
    }

    fn add_cosignature(&self, size: u64, new: Cosignature) -> Answer<'_, ()> {
        Box::pin(async move {
            self.write_log(move |log| {
                log.cosignatures.insert((size, new.witness), new.line);
                Ok(())
            })
        })
    }

    fn close(&self) -> Answer<'_, ()> {
        Box::pin(async move {
            self.closed.store(true, Ordering::SeqCst);
            Ok(())
        })
    }
}

impl Drawer for Memory {
    fn put(&self, envelope: Envelope) -> Answer<'_, ()> {
        Box::pin(async move {
            self.write(move |kept| {
                let envelope = envelope.verified()?;
                kept.envelopes
                    .entry(envelope.commitment)
                    .or_insert(envelope);
                Ok(())
            })
        })
    }

    fn get(&self, commitment: &Digest) -> Answer<'_, Option<Envelope>> {
        let commitment = *commitment;
        Box::pin(async move { self.read(move |kept| kept.envelopes.get(&commitment).cloned()) })
    }

    fn erase(&self, commitment: &Digest) -> Answer<'_, bool> {
        let commitment = *commitment;
        Box::pin(
            async move { self.write(move |kept| Ok(kept.envelopes.remove(&commitment).is_some())) },
        )
    }

    fn list(&self) -> Answer<'_, Vec<Digest>> {
        Box::pin(async move { self.read(move |kept| kept.envelopes.keys().copied().collect()) })
    }
}

impl Outbox for Memory {
    fn take(&self, most: usize) -> Answer<'_, Vec<Waiting>> {
        Box::pin(async move {
            self.read(move |kept| {
                let mut waiting: Vec<_> = kept.letters.values().collect();
                waiting.sort_by_key(|waiting| (waiting.attempts, waiting.id));
                waiting.into_iter().take(most).cloned().collect()
            })
        })
    }

    fn done(&self, id: u64) -> Answer<'_, ()> {
        Box::pin(async move {
            self.write(move |kept| {
                kept.letters.remove(&id);
                Ok(())
            })
        })
    }

    fn failed(&self, id: u64, reason: &str) -> Answer<'_, ()> {
        let reason = reason.to_owned();
        Box::pin(async move {
            self.write(move |kept| {
                if let Some(waiting) = kept.letters.get_mut(&id) {
                    waiting.attempts += 1;
                    waiting.failure = Some(reason);
                }
                Ok(())
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::conformance;
    use super::*;

    #[tokio::test]
    async fn memory_conforms() {
        conformance::conforms(async || Memory::new()).await;
    }

    #[tokio::test]
    async fn two_servers_on_one_memory() {
        let first = Memory::new();
        conformance::two_servers(&first, &first.beside()).await;
    }
}
