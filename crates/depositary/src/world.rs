//! The single door to what is not determined by its input: clock, chance and post.
//!
//! Everything else takes time and chance as arguments; only the two types here that are called
//! `System…` ask the machine. What an instant means for a treaty is not known here.

use crate::store::{Answer, StoreError, Waiting};
use core::time::Duration;
use sponsio_record::Instant;

/// A clock that tells the time of day and how long something took.
pub trait Clock: Send + Sync {
    /// Returns the present instant on this machine's calendar clock, which may be set back.
    fn now(&self) -> Instant;

    /// Returns the time since some fixed point, on a clock that never goes back.
    fn monotonic(&self) -> Duration;
}

/// A source of unpredictable bytes.
pub trait Chance: Send + Sync {
    /// Fills the buffer, or says why there is no chance to be had: a salt is never weak.
    fn fill(&self, buffer: &mut [u8]) -> Result<(), StoreError>;
}

/// A way by which letters leave the house.
pub trait Post: Send + Sync {
    /// Sends a letter with this text; an error leaves it in the outbox.
    fn send<'a>(&'a self, waiting: &'a Waiting, text: &'a [u8]) -> Answer<'a, ()>;
}

/// The clock of the machine.
#[derive(Debug, Clone, Copy)]
pub struct SystemClock {
    started: std::time::Instant,
}

impl SystemClock {
    /// Returns the clock; its monotonic time begins now.
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place of the house with a clock"
    )]
    pub fn new() -> Self {
        Self {
            started: std::time::Instant::now(),
        }
    }
}

impl Default for SystemClock {
    fn default() -> Self {
        Self::new()
    }
}

impl Clock for SystemClock {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place of the house with a clock"
    )]
    fn now(&self) -> Instant {
        let now = std::time::SystemTime::now();
        let seconds = match now.duration_since(std::time::UNIX_EPOCH) {
            Ok(after) => i64::try_from(after.as_secs()).unwrap_or(i64::MAX),
            // A clock before 1970 is wrong; the start of 1970 is refused by the keeper as well.
            Err(_) => 0,
        };
        Instant::from_seconds(seconds).unwrap_or(Instant::MAX)
    }

    fn monotonic(&self) -> Duration {
        self.started.elapsed()
    }
}

/// The random source of the operating system.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemChance;

impl Chance for SystemChance {
    fn fill(&self, buffer: &mut [u8]) -> Result<(), StoreError> {
        getrandom::fill(buffer)
            .map_err(|error| StoreError::Retryable(format!("no random bytes: {error}")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clocks_of_the_machine_do_not_go_back() {
        let clock = SystemClock::new();
        let (now, elapsed) = (clock.now(), clock.monotonic());
        std::thread::sleep(Duration::from_millis(2));
        assert!(clock.now() >= now);
        assert!(clock.monotonic() >= elapsed + Duration::from_millis(2));
    }

    #[test]
    fn chance_does_not_repeat_itself() {
        let (mut first, mut second) = ([0; 32], [0; 32]);
        SystemChance.fill(&mut first).unwrap();
        SystemChance.fill(&mut second).unwrap();
        assert_ne!(first, second);
        assert_ne!(first, [0; 32]);
    }
}
