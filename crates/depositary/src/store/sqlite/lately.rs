//! How long short pieces of work took lately: the disk of a machine is another one from hour to hour.

use crate::world::{Clock as _, SystemClock};
use core::sync::atomic::{AtomicU64, Ordering};
use core::time::Duration;

/// What counts as quick. A thread that sleeps is woken in 0.05 to 0.1 ms, on a busy machine in more, and
/// twice for each answer: below this, whoever waits for a thread waits for the waking as much as for the disk.
const QUICK: Duration = Duration::from_millis(1);

/// How many pieces of work the average goes back, about.
const PIECES: u64 = 4;

/// The average time of the last pieces of work, in nanoseconds. Nothing is quick before it was seen to be.
pub(super) struct Lately(AtomicU64);

impl Default for Lately {
    fn default() -> Self {
        Self(AtomicU64::new(nanoseconds(QUICK)))
    }
}

impl Lately {
    /// Whether the work was quick lately.
    pub(super) fn is_quick(&self) -> bool {
        self.0.load(Ordering::Relaxed) < nanoseconds(QUICK)
    }

    /// Does a piece of work and counts how long it took.
    pub(super) fn timed<T>(&self, work: impl FnOnce() -> T) -> T {
        let clock = SystemClock::new();
        let done = work();
        self.count(clock.monotonic());
        done
    }

    fn count(&self, took: Duration) {
        let before = self.0.load(Ordering::Relaxed);
        let sum = (PIECES - 1)
            .saturating_mul(before)
            .saturating_add(nanoseconds(took));
        // One that is lost between two threads changes nothing that matters.
        self.0.store(sum / PIECES, Ordering::Relaxed);
    }
}

/// Half a millennium is enough for any disk.
fn nanoseconds(duration: Duration) -> u64 {
    u64::try_from(duration.as_nanos()).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_quick_before_it_was() {
        let lately = Lately::default();
        assert!(!lately.is_quick());
        lately.count(Duration::from_micros(200));
        assert!(lately.is_quick());
    }

    #[test]
    fn one_slow_disk_is_noticed_at_once_and_forgotten_after_a_while() {
        let lately = Lately::default();
        for _ in 0..20 {
            lately.count(Duration::from_micros(200));
        }
        lately.count(Duration::from_millis(50));
        assert!(!lately.is_quick());
        let quick = (0..20).position(|_| {
            lately.count(Duration::from_micros(200));
            lately.is_quick()
        });
        assert!(quick.is_some_and(|after| after > 2), "{quick:?}");
    }

    #[test]
    fn no_time_overflows() {
        let lately = Lately::default();
        lately.count(Duration::MAX);
        lately.count(Duration::MAX);
        assert!(!lately.is_quick());
    }
}
