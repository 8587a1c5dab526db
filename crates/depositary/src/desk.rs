//! The desk: what can be asked of a depositary, each by one function in a file of its own.

use alloc::sync::Arc;
use core::time::Duration;
use std::sync::{Mutex, PoisonError};

use sponsio_ledger::note::VerifierKey;
use sponsio_record::{ActId, Instant};
use tokio::sync::{Semaphore, mpsc, oneshot, watch};

use crate::brought::{Brought, Waiting};
use crate::calendar::day_in;
use crate::failure::{DeskError, Fatal};
use crate::house::{House, World};
use crate::keyring::Keyring;
use crate::open::{self, Turn};
use crate::sequencer::Sequencer;
use crate::snapshot::Upkeep;
use crate::state::State;
use crate::submission::{Recorded, Submission};
use crate::witnessing::{Witnessing, keep_showing};

/// The most acts that wait at a time; more are refused early, and nothing is lost.
const MOST_WAITING: usize = 10_000;

/// The most KiB that the acts that wait have with their documents. An act that has more by itself
/// waits alone.
const ROOM: u32 = 64 << 10;

/// How often a desk reads what other servers have recorded, so that it shows and publishes that too.
const FOLLOWING: Duration = Duration::from_millis(500);

/// An act that was brought and is not answered yet.
#[derive(Debug)]
pub struct Submitted(oneshot::Receiver<Result<Recorded, DeskError>>);

impl Submitted {
    /// Waits for the answer.
    pub async fn answered(self) -> Result<Recorded, DeskError> {
        self.0.await.unwrap_or(Err(Fatal::Closed.into()))
    }
}

/// A depositary's desk over one log. Copies are the same desk.
#[derive(Clone)]
pub struct Depositary {
    pub(crate) house: Arc<House>,
    waiting: mpsc::Sender<Waiting>,
    room: Arc<Semaphore>,
    /// The mark that the next act has.
    given: Arc<Mutex<Option<ActId>>>,
}

impl Depositary {
    /// Opens the desk over the log of this origin: the ledger is read whole and checked against what
    /// was signed, and what was recorded before is published. The secret is that of the log's key.
    pub async fn open(origin: &str, secret: &[u8; 32], world: World) -> Result<Self, Fatal> {
        Self::open_witnessed(origin, secret, world, Witnessing::default()).await
    }

    /// Opens the desk over a log that others watch: before anything is signed they are asked what
    /// they saw last, and after each publication for their cosignatures.
    pub async fn open_witnessed(
        origin: &str,
        secret: &[u8; 32],
        world: World,
        witnessing: Witnessing,
    ) -> Result<Self, Fatal> {
        let keys = Keyring::of(origin, core::slice::from_ref(secret))?;
        Self::open_with(keys, world, witnessing).await
    }

    /// Opens the desk with all keys of the log that are at hand, as after a rotation. What officers
    /// confirm is recorded before anybody else's act.
    pub async fn open_with(
        keys: Keyring,
        world: World,
        witnessing: Witnessing,
    ) -> Result<Self, Fatal> {
        Self::open_in(Turn::Join, keys, world, witnessing).await
    }

    /// Opens the desk and raises the turn: servers that were there before, paused ones too, record
    /// and sign nothing any more. Where the store admits one server only, every opening does so.
    pub async fn take_over(
        keys: Keyring,
        world: World,
        witnessing: Witnessing,
    ) -> Result<Self, Fatal> {
        Self::open_in(Turn::TakeOver, keys, world, witnessing).await
    }

    async fn open_in(
        turn: Turn,
        keys: Keyring,
        world: World,
        witnessing: Witnessing,
    ) -> Result<Self, Fatal> {
        let watched = !(witnessing.observers.is_empty() || witnessing.only_when_told);
        let confirmation = witnessing.confirmation.clone();
        let beside_others = world.store.admits_others();
        let opened = open::open(keys, world, witnessing, turn).await?;
        let house = opened.house;
        let (waiting, inbox) = mpsc::channel(MOST_WAITING);
        let sequencer = Sequencer::new(Arc::clone(&house), opened.state, opened.epoch);
        tokio::spawn(sequencer.run(inbox));
        if beside_others {
            tokio::spawn(keep_following(waiting.downgrade()));
        }
        if let Some(upkeep) = Upkeep::of(&house, opened.believed) {
            tokio::spawn(upkeep.run());
        }
        if watched {
            tokio::spawn(keep_showing(Arc::downgrade(&house)));
        }
        let room = Arc::new(Semaphore::new(ROOM as usize));
        let desk = Self {
            house,
            waiting,
            room,
            given: Arc::default(),
        };
        // Before the register opens nothing was signed, and there is nothing to confirm.
        if let Some(confirmation) = confirmation
            && desk.state().size() > 0
        {
            desk.confirm_officially(confirmation)
                .await
                .map_err(|error| match error {
                    DeskError::Stopped(fatal) => fatal,
                    other => Fatal::Storage(format!("the confirmation: {other}")),
                })?;
        }
        Ok(desk)
    }

    /// Returns the state that is recorded.
    pub fn state(&self) -> Arc<State> {
        self.house.state()
    }

    /// Returns the origin of the log.
    pub fn origin(&self) -> &str {
        &self.house.origin
    }

    /// Returns the public key with which the log signs now.
    pub fn key(&self) -> Result<VerifierKey, Fatal> {
        let current = self.house.key.current(&self.state().succession)?;
        Ok(current.verifier().clone())
    }

    /// Returns why nothing is recorded any more, if that is so.
    pub fn stopped(&self) -> Option<Fatal> {
        self.house.stopped()
    }

    /// Records an act: examined, durable, and in its place when this returns.
    pub async fn record(&self, submission: Submission) -> Result<Recorded, DeskError> {
        self.submit(submission)?.answered().await
    }

    /// Brings an act without waiting for the answer, so that others can come with it.
    pub fn submit(&self, submission: Submission) -> Result<Submitted, DeskError> {
        let taken = ROOM.min(submission.kib());
        let room = Arc::clone(&self.room).try_acquire_many_owned(taken);
        let room = room.map_err(|_| DeskError::Busy)?;
        let (answer, answered) = oneshot::channel();
        self.ask(Waiting::Act {
            brought: Box::new(Brought::new(submission, Some(room))),
            answer,
        })?;
        Ok(Submitted(answered))
    }

    /// Names the heads of all streams, where anything was recorded since they were named; returns
    /// the place of the entry that names them.
    pub async fn name_heads(&self) -> Result<u64, DeskError> {
        let (answer, answered) = oneshot::channel();
        self.ask(Waiting::Heads { answer })?;
        answered.await.unwrap_or(Err(Fatal::Closed.into()))
    }

    /// Waits until the published checkpoint covers so many entries; returns how many it covers.
    pub async fn published(&self, size: u64) -> Result<u64, DeskError> {
        self.reached(self.house.published.subscribe(), size).await
    }

    /// Waits until the snapshot has so many entries, each compared with its record; returns how many it
    /// has. It has them in whole segments, so that the last entries of a log are in none.
    pub async fn in_snapshot(&self, size: u64) -> Result<u64, DeskError> {
        self.reached(self.house.kept.subscribe(), size).await
    }

    async fn reached(&self, mut so_far: watch::Receiver<u64>, size: u64) -> Result<u64, DeskError> {
        loop {
            let reached = *so_far.borrow_and_update();
            if reached >= size {
                return Ok(reached);
            }
            if let Some(fatal) = self.house.stopped() {
                return Err(fatal.into());
            }
            if so_far.changed().await.is_err() {
                return Err(Fatal::Closed.into());
            }
        }
    }

    /// Returns how many entries the published checkpoint covers.
    pub fn covered(&self) -> u64 {
        *self.house.published.borrow()
    }

    /// Closes the desk: what is recorded is published. A desk that has stopped says why.
    pub async fn close(self) -> Result<(), Fatal> {
        let Self { house, waiting, .. } = self;
        drop(waiting);
        let stopped = match house.stopped() {
            None => house.publish().await,
            Some(fatal) => Err(fatal),
        };
        house.store.close().await?;
        stopped
    }

    /// Returns the same desk for whoever chose the mark of the next act: tried again, the act is refused if it
    /// was recorded, and so never recorded twice. Acts after it have fresh marks.
    #[must_use]
    pub fn marking(&self, id: ActId) -> Self {
        Self {
            given: Arc::new(Mutex::new(Some(id))),
            ..self.clone()
        }
    }

    /// Returns the mark that was chosen for the next act, else a fresh one.
    pub fn mark(&self) -> Result<ActId, DeskError> {
        let given = self
            .given
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        if let Some(id) = given {
            return Ok(id);
        }
        let mut bytes = [0; 16];
        self.house.chance.fill(&mut bytes).map_err(Fatal::from)?;
        Ok(ActId::from_bytes(bytes))
    }

    /// Reads the clock: the time of receipt, read once per act.
    pub fn now(&self) -> Instant {
        self.house.clock.now()
    }

    /// Returns the day on which an instant lies at the depositary's seat.
    pub fn day_at_seat(&self, instant: Instant) -> sponsio_law::calendar::Date {
        let state = self.state();
        let zone = state
            .opening
            .as_ref()
            .map_or("UTC", |opening| &opening.zone);
        day_in(zone, instant)
    }

    /// Returns today at the depositary's seat.
    pub fn today(&self) -> sponsio_law::calendar::Date {
        self.day_at_seat(self.now())
    }

    fn ask(&self, waiting: Waiting) -> Result<(), DeskError> {
        if let Some(fatal) = self.house.stopped() {
            return Err(fatal.into());
        }
        self.waiting.try_send(waiting).map_err(|error| match error {
            mpsc::error::TrySendError::Full(_) => DeskError::Busy,
            mpsc::error::TrySendError::Closed(_) => Fatal::Closed.into(),
        })
    }
}

/// Has the log followed until nobody can ask the desk any more.
async fn keep_following(waiting: mpsc::WeakSender<Waiting>) {
    loop {
        tokio::time::sleep(FOLLOWING).await;
        let Some(waiting) = waiting.upgrade() else {
            return;
        };
        // Where acts wait, the first of them finds what was recorded meanwhile.
        drop(waiting.try_send(Waiting::Follow));
    }
}

impl core::fmt::Debug for Depositary {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Depositary")
            .field("origin", &self.house.origin)
            .field("size", &self.state().size())
            .finish_non_exhaustive()
    }
}
