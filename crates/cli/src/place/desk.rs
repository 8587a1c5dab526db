//! The desk of a register place: opened to record, closed when everything is published.

use alloc::sync::Arc;

use sponsio_depositary::world::{Clock, SystemChance, SystemClock};
use sponsio_depositary::{Depositary, FolderLock, FolderShelf, State, World};
use sponsio_record::Instant;

use crate::place::clock::StandingClock;
use crate::place::{Place, PlaceError, io_at, key};

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

    /// Opens the desk.
    pub async fn desk(&self, clock: Arc<dyn Clock>) -> Result<Depositary, PlaceError> {
        let secret = key::read(&self.key())?;
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
        };
        Ok(Depositary::open(self.origin(), &secret, world).await?)
    }
}
