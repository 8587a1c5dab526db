//! The desk of a register place: opened to record, closed when everything is published.

use alloc::sync::Arc;

use alloc::collections::BTreeMap;
use core::time::Duration;

use sponsio_depositary::fetch::Fetcher;
use sponsio_depositary::world::{Clock, SystemChance, SystemClock};
use sponsio_depositary::{
    Attendance, Copyist, Depositary, FolderLock, FolderShelf, FolderSnapshots, Keyring, State,
    Witnessing, World,
};
use sponsio_law::filing::Confirmation;
use sponsio_record::Instant;

use crate::place::clock::StandingClock;
use crate::place::{Place, PlaceError, io_at, key};

/// How long an observer may take for an answer, while somebody waits for a command.
const PATIENCE: Duration = Duration::from_secs(10);

/// How often those who have not cosigned are asked again where a command waits for them.
const ROUNDS: u32 = 5;

/// How long to wait between two rounds.
const BETWEEN: Duration = Duration::from_secs(2);

/// What the observers of a log did about its last checkpoint.
#[derive(Debug, Default)]
pub struct Attended {
    /// How each of them stands, by name.
    pub observers: BTreeMap<String, Attendance>,
    /// How many entries the quorum of the policy has cosigned.
    pub witnessed: u64,
}

impl Place {
    /// Returns the clock by which acts are received: that of the machine, or in an exercise the
    /// instant that is given.
    pub fn clock(&self, now: Option<Instant>) -> Result<Arc<dyn Clock>, PlaceError> {
        match now {
            None => Ok(Arc::new(SystemClock::new())),
            Some(now) if self.is_exercise() => Ok(Arc::new(StandingClock(now))),
            Some(_) => Err(PlaceError::RealClock),
        }
    }

    /// Returns a clock for what is no act of the office: that of the machine, or in an exercise the
    /// instant of the last entry.
    pub fn clock_of_last(&self, state: &State) -> Result<Arc<dyn Clock>, PlaceError> {
        let last = state.last_recorded().filter(|_| self.is_exercise());
        self.clock(last)
    }

    /// Opens the desk. What observers saw last is asked before anything is signed.
    pub async fn desk(&self, clock: Arc<dyn Clock>) -> Result<Depositary, PlaceError> {
        self.desk_of(&self.secrets()?, clock, self.witnessing()?)
            .await
    }

    /// Opens the desk of a log that was never signed before, with the key made for it.
    pub async fn first_desk(
        &self,
        clock: Arc<dyn Clock>,
        secret: &[u8; 32],
    ) -> Result<Depositary, PlaceError> {
        let secrets = core::slice::from_ref(secret);
        self.desk_of(secrets, clock, Witnessing::default()).await
    }

    /// Reads the keys of the log, which may need their passphrase.
    pub fn secrets(&self) -> Result<key::Secrets, PlaceError> {
        key::read(&self.key(), self.passphrase())
    }

    /// Opens the desk with what two officers confirm, which is recorded.
    pub async fn confirmed_desk(
        &self,
        clock: Arc<dyn Clock>,
        confirmation: Confirmation,
    ) -> Result<Depositary, PlaceError> {
        let witnessing = Witnessing {
            confirmation: Some(confirmation),
            ..self.witnessing()?
        };
        self.desk_of(&self.secrets()?, clock, witnessing).await
    }

    /// Returns who watches the log, as the settings and the policy name them.
    pub fn witnessing(&self) -> Result<Witnessing, PlaceError> {
        let policy = self.policy()?;
        Ok(Witnessing {
            observers: self.observers().to_vec(),
            policy: policy.asks_for_cosignatures().then_some(policy),
            fetcher: Fetcher::new(PATIENCE),
            confirmation: None,
            is_established: true,
            only_when_told: true,
        })
    }

    /// Returns the copyist, who makes proofs beside whatever process records.
    pub async fn copyist(&self) -> Result<Copyist, PlaceError> {
        let store = self.reader()?;
        sponsio_depositary::store::Store::open_log(store.as_ref(), self.origin()).await?;
        let files = FolderShelf::open_reading(&self.log());
        Ok(Copyist::new(self.origin(), store, Arc::new(files)))
    }

    /// Opens the desk with these keys and observers.
    pub async fn desk_of(
        &self,
        secrets: &[[u8; 32]],
        clock: Arc<dyn Clock>,
        witnessing: Witnessing,
    ) -> Result<Depositary, PlaceError> {
        let keys = Keyring::of(self.origin(), secrets)?;
        // The database first: who has it has the right to touch the other files.
        let store = self.store()?;
        let (log, lock) = (self.log(), self.lock());
        let world = World {
            drawer: Arc::clone(&store) as _,
            outbox: Arc::clone(&store) as _,
            store: store as _,
            shelf: Arc::new(FolderShelf::open(&log).map_err(io_at(&log))?),
            lock: Arc::new(FolderLock::open(&lock).map_err(io_at(&lock))?),
            clock,
            chance: Arc::new(SystemChance),
            snapshots: Some(Arc::new(FolderSnapshots::at(&self.snapshot()))),
        };
        Ok(Depositary::open_with(keys, world, witnessing).await?)
    }
}

/// Publishes what is recorded, shows it to the observers and closes the desk. Who is down is no
/// outage; where a command waits for the quorum, those who have not cosigned are asked again for a
/// while.
pub async fn finish(desk: Depositary, waits: bool) -> Result<Attended, PlaceError> {
    let size = desk.state().size();
    desk.published(size).await?;
    let mut witnessed = desk.ask_observers().await?;
    let mut rounds = 1;
    while waits && witnessed < size && rounds < ROUNDS && !desk.attendance().is_empty() {
        tokio::time::sleep(BETWEEN).await;
        witnessed = desk.ask_observers().await?;
        rounds += 1;
    }
    let observers = desk.attendance();
    desk.close().await?;
    Ok(Attended {
        observers,
        witnessed,
    })
}
