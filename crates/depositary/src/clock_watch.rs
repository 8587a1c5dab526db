//! Whether the wall clock can be believed. No legal deadline is computed from it; what it stamps is
//! evidence, and evidence must not run backwards.

use core::time::Duration;

use sponsio_record::Instant;

use crate::failure::Fatal;
use crate::world::Clock;

/// How far the wall clock may be behind the last entry, in seconds.
const BEHIND: i64 = 2;

/// How far the wall clock and the monotonic clock may part, in seconds.
const APART: i64 = 5;

/// The clocks as they were when recording began.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ClockWatch {
    wall: Instant,
    monotonic: Duration,
}

impl ClockWatch {
    /// Begins to watch.
    pub(crate) fn begin(clock: &dyn Clock) -> Self {
        Self {
            wall: clock.now(),
            monotonic: clock.monotonic(),
        }
    }

    /// Returns the instant to record at: now, and never before the last entry. Officers may have
    /// confirmed that the clock is right although it is behind the last entry.
    pub(crate) fn stamp(
        &self,
        clock: &dyn Clock,
        last: Option<Instant>,
        confirmed: bool,
    ) -> Result<Instant, Fatal> {
        let now = clock.now();
        let last = last.unwrap_or(now);
        let elapsed = clock.monotonic().saturating_sub(self.monotonic).as_secs();
        let elapsed = i64::try_from(elapsed).unwrap_or(i64::MAX);
        let expected = self.wall.seconds().saturating_add(elapsed);
        let apart = now.seconds().saturating_sub(expected).saturating_abs();
        let is_behind = last.seconds().saturating_sub(now.seconds()) > BEHIND;
        if (is_behind && !confirmed) || apart > APART {
            return Err(Fatal::Clock { now, last });
        }
        Ok(now.max(last))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Mutex;

    struct Hands(Mutex<(i64, u64)>);

    impl Clock for Hands {
        fn now(&self) -> Instant {
            Instant::from_seconds(self.0.lock().unwrap().0).unwrap()
        }
        fn monotonic(&self) -> Duration {
            Duration::from_secs(self.0.lock().unwrap().1)
        }
    }

    fn at(seconds: i64) -> Instant {
        Instant::from_seconds(seconds).unwrap()
    }

    fn stamped(wall: i64, monotonic: u64, last: i64) -> Result<Instant, Fatal> {
        let clock = Hands(Mutex::new((1_000, 10)));
        let watch = ClockWatch::begin(&clock);
        *clock.0.lock().unwrap() = (wall, monotonic);
        watch.stamp(&clock, Some(at(last)), false)
    }

    #[test]
    fn a_clock_that_officers_confirm_may_be_behind_and_may_not_leap() {
        let clock = Hands(Mutex::new((1_000, 10)));
        let watch = ClockWatch::begin(&clock);
        assert_eq!(watch.stamp(&clock, Some(at(9_000)), true), Ok(at(9_000)));
        *clock.0.lock().unwrap() = (2_000, 10);
        assert!(watch.stamp(&clock, Some(at(9_000)), true).is_err());
    }

    #[test]
    fn order_holds_while_the_clock_is_a_little_behind() {
        assert_eq!(stamped(1_020, 30, 1_000), Ok(at(1_020)));
        assert_eq!(stamped(1_020, 30, 1_022), Ok(at(1_022)));
    }

    #[test]
    fn a_clock_that_goes_back_or_leaps_stops_recording() {
        assert!(matches!(
            stamped(1_020, 30, 1_023),
            Err(Fatal::Clock { .. })
        ));
        let fifteen_days = 15 * 86_400;
        assert!(stamped(1_020 - fifteen_days, 30, 1_000).is_err());
        let ten_years = 3_652 * 86_400;
        assert!(stamped(1_020 + ten_years, 30, 1_000).is_err());
        assert_eq!(stamped(1_025, 30, 1_000), Ok(at(1_025)));
        assert!(stamped(1_026, 30, 1_000).is_err());
    }
}
