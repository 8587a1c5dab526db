//! What the bench of the ledger is made of.

pub(crate) mod check;
pub(crate) mod office;
pub(crate) mod peer;
pub(crate) mod processes;
pub(crate) mod table;

use crate::Outcome;
use core::time::Duration;
use std::fs;

/// How long each way of working is measured in a round.
pub(crate) const SPAN: Duration = Duration::from_secs(2);

/// Returns the resident memory of this process in MiB, as Linux says it.
pub(crate) fn resident() -> Outcome<u64> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let number = line.and_then(|line| line.split_whitespace().next());
    Ok(number
        .ok_or("Linux says how much memory is resident")?
        .parse::<u64>()?
        / 1_024)
}
