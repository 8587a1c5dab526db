//! What a desk keeps, in memory and beyond its end; its clock is the virtual one, its chance that of
//! a seed.

use alloc::collections::BTreeMap;
use alloc::sync::Arc;
use core::time::Duration;
use libtest_mimic::Failed;
use sponsio_depositary::World;
use sponsio_depositary::store::{Answer, Lock, Memory, Shelf, Store as _, StoreError, Swap};
use sponsio_depositary::world::{Chance, Clock};
use sponsio_record::Instant;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::length::Draws;
use crate::office::ORIGIN;

/// When every world begins.
const BEGIN: i64 = 1_795_353_600;

/// What outlives a desk.
pub(super) struct Kept {
    store: Memory,
    shelf: Arc<Files>,
    lock: Arc<Locked>,
    clock: Arc<Virtual>,
    chance: Arc<Seeded>,
}

impl Kept {
    pub(super) fn new(seed: u64) -> Self {
        Self {
            store: Memory::new(),
            shelf: Arc::default(),
            lock: Arc::default(),
            clock: Arc::new(Virtual(tokio::time::Instant::now())),
            chance: Arc::new(Seeded(Mutex::new(Draws::of(seed ^ 0x5a5a)))),
        }
    }

    /// Returns the world of the next desk.
    pub(super) fn world(&self) -> World {
        let store = Arc::new(self.store.beside());
        World {
            drawer: Arc::clone(&store) as _,
            outbox: Arc::clone(&store) as _,
            store,
            shelf: Arc::clone(&self.shelf) as _,
            lock: Arc::clone(&self.lock) as _,
            clock: Arc::clone(&self.clock) as _,
            chance: Arc::clone(&self.chance) as _,
            snapshots: None,
        }
    }

    /// Returns all entries.
    pub(super) async fn entries(&self) -> Result<Vec<Vec<u8>>, Failed> {
        let store = self.store.beside();
        store.open_log(ORIGIN).await?;
        Ok(store.entries(0, usize::MAX).await?)
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn ready<'a, T: Send + 'a>(value: T) -> Answer<'a, T> {
    Box::pin(core::future::ready(Ok(value)))
}

/// The public files.
#[derive(Default)]
struct Files {
    tiles: Mutex<BTreeMap<String, Vec<u8>>>,
    checkpoint: Mutex<Option<Vec<u8>>>,
}

impl Shelf for Files {
    fn tile(&self, path: &str) -> Answer<'_, Option<Vec<u8>>> {
        ready(locked(&self.tiles).get(path).cloned())
    }

    fn place(&self, path: &str, bytes: Vec<u8>) -> Answer<'_, ()> {
        let mut tiles = locked(&self.tiles);
        let kept = tiles
            .entry(path.to_owned())
            .or_insert_with(|| bytes.clone());
        let placed = if *kept == bytes {
            Ok(())
        } else {
            Err(StoreError::Fatal(format!("{path} is placed twice")))
        };
        Box::pin(core::future::ready(placed))
    }

    fn mend(&self, path: &str, bytes: Vec<u8>) -> Answer<'_, ()> {
        locked(&self.tiles).insert(path.to_owned(), bytes);
        ready(())
    }

    fn list(&self) -> Answer<'_, Vec<String>> {
        ready(locked(&self.tiles).keys().cloned().collect())
    }

    fn checkpoint(&self) -> Answer<'_, Option<Vec<u8>>> {
        ready(locked(&self.checkpoint).clone())
    }

    fn publish(&self, checkpoint: Vec<u8>) -> Answer<'_, ()> {
        *locked(&self.checkpoint) = Some(checkpoint);
        ready(())
    }
}

/// The last word on what was signed.
#[derive(Default)]
struct Locked(Mutex<Option<Vec<u8>>>);

impl Lock for Locked {
    fn checkpoint(&self) -> Answer<'_, Option<Vec<u8>>> {
        ready(locked(&self.0).clone())
    }

    fn swap(&self, old: Option<&[u8]>, new: &[u8]) -> Answer<'_, Swap> {
        let mut held = locked(&self.0);
        let swap = if held.as_deref() == old {
            *held = Some(new.to_vec());
            Swap::Done
        } else {
            Swap::Lost { held: held.clone() }
        };
        ready(swap)
    }
}

struct Virtual(tokio::time::Instant);

impl Clock for Virtual {
    fn now(&self) -> Instant {
        let passed = i64::try_from(self.0.elapsed().as_secs()).unwrap_or(i64::MAX);
        Instant::from_seconds(BEGIN.saturating_add(passed)).unwrap_or(Instant::MAX)
    }

    fn monotonic(&self) -> Duration {
        self.0.elapsed()
    }
}

struct Seeded(Mutex<Draws>);

impl Chance for Seeded {
    fn fill(&self, buffer: &mut [u8]) -> Result<(), StoreError> {
        let mut draws = locked(&self.0);
        for byte in buffer {
            *byte = u8::try_from(draws.below(256)).unwrap_or(0);
        }
        Ok(())
    }
}
