//! What the desk's parts share: the stores, the clock, the key, and the state that everybody sees.

use alloc::sync::Arc;
use core::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError, RwLock};

use sponsio_ledger::policy::Policy;
use tokio::sync::watch;

use crate::failure::Fatal;
use crate::keyring::Keyring;
use crate::snapshot::Snapshots;
use crate::state::State;
use crate::store::{Drawer, Lock, Outbox, Shelf, Store};
use crate::witnessing::Gallery;
use crate::world::{Chance, Clock};

/// Where a desk keeps things, and what it asks the world.
#[derive(Clone)]
pub struct World {
    /// The ledger.
    pub store: Arc<dyn Store>,
    /// Confidential payloads.
    pub drawer: Arc<dyn Drawer>,
    /// Letters that wait.
    pub outbox: Arc<dyn Outbox>,
    /// The public files of the log.
    pub shelf: Arc<dyn Shelf>,
    /// The last word on what was signed.
    pub lock: Arc<dyn Lock>,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// The source of random bytes.
    pub chance: Arc<dyn Chance>,
    /// Where the fold is kept, so that a start need not read every record again.
    pub snapshots: Option<Arc<dyn Snapshots>>,
}

pub(crate) struct House {
    pub(crate) origin: String,
    pub(crate) key: Keyring,
    pub(crate) store: Arc<dyn Store>,
    pub(crate) drawer: Arc<dyn Drawer>,
    pub(crate) outbox: Arc<dyn Outbox>,
    pub(crate) shelf: Arc<dyn Shelf>,
    pub(crate) lock: Arc<dyn Lock>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) chance: Arc<dyn Chance>,
    pub(crate) snapshots: Option<Arc<dyn Snapshots>>,
    state: RwLock<Arc<State>>,
    fatal: Mutex<Option<Fatal>>,
    /// How many entries the published checkpoint covers.
    pub(crate) published: watch::Sender<u64>,
    /// How many entries the snapshot has that were compared with it.
    pub(crate) kept: watch::Sender<u64>,
    publishing: AtomicBool,
    pub(crate) keeper: tokio::sync::Mutex<crate::keeper::Keeper>,
    pub(crate) gallery: Gallery,
}

impl House {
    pub(crate) fn new(
        origin: String,
        key: Keyring,
        world: World,
        state: State,
        keeper: crate::keeper::Keeper,
        gallery: Gallery,
    ) -> Self {
        let World {
            store,
            drawer,
            outbox,
            shelf,
            lock,
            clock,
            chance,
            snapshots,
        } = world;
        Self {
            origin,
            key,
            store,
            drawer,
            outbox,
            shelf,
            lock,
            clock,
            chance,
            snapshots,
            state: RwLock::new(Arc::new(state)),
            fatal: Mutex::new(None),
            published: watch::Sender::new(0),
            kept: watch::Sender::new(0),
            publishing: AtomicBool::new(false),
            keeper: tokio::sync::Mutex::new(keeper),
            gallery,
        }
    }

    /// Returns the policy by which a note is one of this log, as its entries have it: what a revoked
    /// key signed too late is not.
    pub(crate) fn believed(&self) -> Policy {
        self.state().succession.policy(&self.key.policy())
    }

    /// Returns the state that is in the store.
    pub(crate) fn state(&self) -> Arc<State> {
        Arc::clone(&self.state.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Shows everybody a state whose entries are in the store.
    pub(crate) fn show(&self, state: Arc<State>) {
        *self.state.write().unwrap_or_else(PoisonError::into_inner) = state;
    }

    /// Stops recording for good; returns the first reason there was.
    pub(crate) fn stop(&self, fatal: Fatal) -> Fatal {
        let mut first = self.fatal.lock().unwrap_or_else(PoisonError::into_inner);
        let first = first.get_or_insert(fatal).clone();
        // Whoever waits for a checkpoint, or a snapshot, learns that none will come.
        self.published.send_modify(|_| {});
        self.kept.send_modify(|_| {});
        first
    }

    /// Returns why nothing is recorded any more.
    pub(crate) fn stopped(&self) -> Option<Fatal> {
        let fatal = self.fatal.lock().unwrap_or_else(PoisonError::into_inner);
        fatal.clone()
    }

    /// Whether the caller is the one to publish what was recorded.
    pub(crate) fn begin_publishing(&self) -> bool {
        !self.publishing.swap(true, Ordering::AcqRel)
    }

    pub(crate) fn end_publishing(&self) {
        self.publishing.store(false, Ordering::Release);
    }
}
