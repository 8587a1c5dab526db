//! The clock of an exercise: it stands at the instant that the command line names.

use core::time::Duration;

use sponsio_depositary::world::Clock;
use sponsio_record::Instant;

/// A clock that stands still.
#[derive(Debug, Clone, Copy)]
pub struct StandingClock(pub Instant);

impl Clock for StandingClock {
    fn now(&self) -> Instant {
        self.0
    }

    fn monotonic(&self) -> Duration {
        Duration::ZERO
    }
}

/// Returns the instant that an argument names.
pub fn instant(text: &str) -> Result<Instant, String> {
    text.parse()
        .map_err(|_| format!("`{text}` is no instant; write it as 2026-11-22T13:24:40Z"))
}
