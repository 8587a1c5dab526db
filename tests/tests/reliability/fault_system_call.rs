//! Goal 3 for the whole process: the n-th system call of a kind fails in each of its threads, once
//! and twice in a row, by injection of `strace`; or the process is killed at that call.

use libtest_mimic::Failed;
use std::ffi::OsString;
use std::fs;

use crate::acknowledged::Acknowledged;
use crate::crash_power::traces;
use crate::length::{number, say};
use crate::office::{Office, quick_folder, runtime};
use crate::public_log::{as_served, audited, read};
use crate::writer::{Order, STOPPED};

/// Calls with the ways in which each can fail.
const FAULTS: [(&str, &[&str]); 9] = [
    ("openat", &["error=EIO", "error=EMFILE", "error=ENOSPC"]),
    ("write", &["error=EIO", "error=ENOSPC"]),
    ("pwrite64", &["error=EIO", "error=ENOSPC", "signal=SIGKILL"]),
    ("fsync", &["error=EIO", "signal=SIGKILL"]),
    (
        "fdatasync",
        &["error=EIO", "error=ENOSPC", "signal=SIGKILL"],
    ),
    (
        "renameat2",
        &["error=EIO", "error=ENOSPC", "signal=SIGKILL"],
    ),
    ("rename", &["error=EIO", "error=ENOSPC", "signal=SIGKILL"]),
    ("ftruncate", &["error=EIO"]),
    ("mkdir", &["error=EIO", "error=ENOSPC"]),
];

pub(crate) fn run() -> Result<(), Failed> {
    if !traces() {
        return Err("strace is not there, or may not trace here".into());
    }
    // A call of every stride-th place fails; 1 is every one.
    let stride = number("SPONSIO_CALL_STRIDE", 16, 1);
    let mut tally = Tally::default();
    for (call, ways) in FAULTS {
        for way in ways {
            for times in [1, 2] {
                if way.starts_with("signal") && times == 2 {
                    continue;
                }
                every_call(call, way, times, stride, &mut tally)
                    .map_err(|why| format!("{call} {way} {times}: {why:?}"))?;
            }
        }
    }
    say(&format!(
        "{} runs with an injected fault, {} ended by it, {} went on without harm, {} acts \
         acknowledged, 0 lost",
        tally.runs, tally.ended, tally.unharmed, tally.acknowledged
    ));
    Ok(())
}

#[derive(Default)]
struct Tally {
    runs: u64,
    ended: u64,
    unharmed: u64,
    acknowledged: usize,
}

fn every_call(
    call: &str,
    way: &str,
    times: u64,
    stride: u64,
    tally: &mut Tally,
) -> Result<(), Failed> {
    let mut first = 1;
    loop {
        let last = first + times - 1;
        let inject = format!("inject={call}:{way}:when={first}..{last}");
        if !one(call, &inject, tally).map_err(|why| format!("{inject}: {why:?}"))? {
            return Ok(());
        }
        first += stride;
    }
}

/// Runs a writer with one injection; returns whether there was a call to inject it into.
fn one(call: &str, inject: &str, tally: &mut Tally) -> Result<bool, Failed> {
    let folder = quick_folder()?;
    let root = folder.path().join("register");
    fs::create_dir(&root)?;
    let report = folder.path().join("report");
    let trace = format!("trace={call}");
    let words = ["strace", "-f", "-e", &trace, "-e", inject, "-o"];
    let mut behind: Vec<OsString> = words.iter().map(OsString::from).collect();
    behind.push(report.clone().into_os_string());
    let order = Order {
        folder: root.clone(),
        server: None,
        takes_over: false,
        prefix: "S".to_owned(),
        clients: 2,
        acts: 6,
        sessions: 2,
        document: 100,
    };
    let ended = order.start(&behind)?.wait_with_output()?;
    let report = fs::read_to_string(&report)?;
    let struck = report.contains("(INJECTED)") || report.contains("+++ killed by SIGKILL");
    if !struck {
        return Ok(false);
    }
    let mut said = Acknowledged::default();
    for line in String::from_utf8_lossy(&ended.stdout).lines() {
        said.hear(line)?;
    }
    // A clean stop has its own exit code; the linker's is 127. What was said last may be lost.
    let clean = ended
        .status
        .code()
        .is_none_or(|code| [0, STOPPED.into(), 127].contains(&code));
    if !clean || (said.done && !ended.status.success()) {
        return Err(format!(
            "it ended with {:?} and said {:?}",
            ended.status, said.stopped
        )
        .into());
    }
    let office = Office::at(&root);
    if office.log().join("checkpoint").exists() {
        audited(&as_served(&read(&office.log())?), None)?;
    }
    runtime().block_on(said.holds(&office, None))?;
    tally.runs += 1;
    tally.acknowledged += said.count();
    if ended.status.success() {
        tally.unharmed += 1;
    } else {
        tally.ended += 1;
    }
    Ok(true)
}
