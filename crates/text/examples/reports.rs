//! Reads so many reports of five hundred words, one after the other, as the bench needs it:
//!
//! ```text
//! cargo run --release -p sponsio-text --example reports -- 10000
//! ```
//!
//! One line: how many reports and words, how many passages were found, the time of the processor in
//! milliseconds and the peak of resident memory in KiB. It has the allocator of the program.

#[path = "../benches/workload/mod.rs"]
mod workload;

use mimalloc::MiMalloc;
use rustix::time::{ClockId, clock_gettime};
use sponsio_text::report::{Options, read};
use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

#[expect(clippy::print_stdout, reason = "an example talks to its caller")]
fn main() -> ExitCode {
    let Some(count) = std::env::args().nth(1).and_then(|count| count.parse().ok()) else {
        println!("usage: reports COUNT");
        return ExitCode::FAILURE;
    };
    let reports = workload::reports();
    let all = || reports.iter().cycle().take(count);
    let words: usize = all()
        .map(|(report, _)| report.split_whitespace().count())
        .sum();
    let mut passages = 0;
    let began = milliseconds();
    for (report, tongue) in all() {
        let options = Options {
            tongue: *tongue,
            today: None,
        };
        passages += read(report.as_bytes(), &options).map_or(0, |reading| reading.passages.len());
    }
    let spent = milliseconds() - began;
    println!(
        "reports {count} words {words} passages {passages} cpu_ms {spent} peak_kib {}",
        peak().unwrap_or_else(|| "unknown".to_owned())
    );
    ExitCode::SUCCESS
}

/// The time that this process has had of the processor: whatever else the machine does is not in it.
fn milliseconds() -> i64 {
    let now = clock_gettime(ClockId::ProcessCPUTime);
    now.tv_sec * 1_000 + now.tv_nsec / 1_000_000
}

/// The largest resident memory so far, in KiB, as Linux says it.
fn peak() -> Option<String> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().trim_end_matches(" kB").to_owned())
}
