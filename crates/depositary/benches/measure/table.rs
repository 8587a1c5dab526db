//! Figures, and the table in which they are shown with their targets.

use crate::Outcome;
use core::time::Duration;
use std::fs;
use std::io::{self, Write as _};

/// How fast something went that was done again and again.
pub(crate) struct Pace {
    pub(crate) rate: f64,
    pub(crate) p99: Duration,
}

impl Pace {
    /// Returns the pace of what took these times within the span.
    pub(crate) fn of(mut times: Vec<Duration>, span: Duration) -> Self {
        times.sort_unstable();
        let place = times.len() * 99 / 100;
        let count = u32::try_from(times.len()).unwrap_or(u32::MAX);
        Self {
            rate: f64::from(count) / span.as_secs_f64(),
            p99: times.get(place).copied().unwrap_or_default(),
        }
    }
}

/// Returns the middle one of some figures; the lower of two.
pub(crate) fn median(figures: &[f64]) -> f64 {
    let mut sorted = figures.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let middle = sorted.len().saturating_sub(1) / 2;
    sorted.get(middle).copied().unwrap_or_default()
}

/// Prints a line per figure as soon as it is known.
#[derive(Default)]
pub(crate) struct Table;

impl Table {
    pub(crate) fn say(&mut self, what: &str, figure: &str) {
        // A line of output that is lost changes no figure.
        drop(writeln!(io::stdout(), "{what:<44} {figure}"));
    }

    /// Shows a figure that must reach a target.
    pub(crate) fn target(&mut self, what: &str, found: f64, least: f64, unit: &str) {
        let met = if found >= least { "met" } else { "MISSED" };
        let share = found / least;
        let said = format!("{found:.0} {unit}, at least {least:.0}: {met} ({share:.2} of it)");
        self.say(&format!("TARGET {what}"), &said);
    }

    /// Shows a figure that must stay below a limit.
    pub(crate) fn limit(&mut self, what: &str, found: f64, most: f64, unit: &str) {
        let met = if found <= most { "met" } else { "MISSED" };
        let share = found / most;
        let said = format!("{found:.3} {unit}, at most {most:.3}: {met} ({share:.2} of it)");
        self.say(&format!("TARGET {what}"), &said);
    }

    /// Shows how much else the machine does.
    pub(crate) fn load(&mut self, when: &str) -> Outcome<()> {
        let load = fs::read_to_string("/proc/loadavg")?;
        let load: Vec<_> = load.split_whitespace().take(3).collect();
        self.say(&format!("load of the machine {when}"), &load.join(" "));
        Ok(())
    }
}
