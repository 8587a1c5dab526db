//! Goal 2: the power goes. Every change that a desk asks of its files is recorded together with what
//! it said; then, after each of them, disks are laid out that kept what was synced and any part of
//! the rest, and the desk is opened on each.

use core::time::Duration;
use libtest_mimic::Failed;
use sponsio_ledger::policy::Cosigned;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;

use crate::acknowledged::Acknowledged;
use crate::crash_state::{Disk, Kept};
use crate::length::{Draws, is_full, number, say};
use crate::office::{Office, policy, quick_folder, runtime};
use crate::parallel::{Part, in_parts};
use crate::public_log::{as_served, audited, read as read_log};
use crate::traced::{self, Step};
use crate::writer::Order;

pub(crate) fn run() -> Result<(), Failed> {
    if !traces() {
        say("left out: strace is not there, or may not trace here");
        return if is_full() {
            Err("the full form needs strace and the right to trace".into())
        } else {
            Ok(())
        };
    }
    let wanted = number("SPONSIO_POWER_STATES", 300, 10_000);
    // In the full form there are more entries than a tile holds.
    let small = Order {
        folder: Path::new("").to_owned(),
        server: None,
        takes_over: false,
        prefix: "E".to_owned(),
        clients: 3,
        acts: if is_full() { 100 } else { 24 },
        sessions: 3,
        document: 0,
    };
    replay(&small, wanted / 2)?;
    // In the full form more than the database keeps in its write-ahead log, which is then copied
    // while work goes on.
    let documents = Order {
        acts: if is_full() { 80 } else { 12 },
        sessions: 2,
        document: if is_full() { 100_000 } else { 20_000 },
        ..small
    };
    replay(&documents, wanted - wanted / 2)
}

/// Whether this process may trace another.
pub(crate) fn traces() -> bool {
    let tried = Command::new("strace")
        .args(["-o", "/dev/null", "true"])
        .output();
    tried.is_ok_and(|tried| tried.status.success())
}

fn replay(order: &Order, wanted: u64) -> Result<(), Failed> {
    let (root, steps) = record(order)?;
    let tally = Mutex::new(Tally::default());
    in_parts(|part| judge_part(&root, &steps, wanted, part, &tally))?;
    let tally = tally.into_inner().map_err(|_| "a thread died")?;
    if tally.states != wanted {
        return Err(format!("{} states of {wanted}", tally.states).into());
    }
    say(&format!(
        "{} crash states ({} with changes not synced) over {} steps with {} acts acknowledged: 0 \
         lost, every published checkpoint continued, slowest start {:?}",
        tally.states,
        tally.with_pending,
        steps.len(),
        tally.acknowledged,
        tally.slowest
    ));
    Ok(())
}

#[derive(Default)]
struct Tally {
    states: u64,
    with_pending: u64,
    acknowledged: usize,
    slowest: Duration,
}

/// Takes every step, and judges this part of the states that are spread over them.
fn judge_part(
    root: &Path,
    steps: &[Step],
    wanted: u64,
    part: Part,
    tally: &Mutex<Tally>,
) -> Result<(), Failed> {
    let mut disk = Disk::default();
    let mut said = Acknowledged::default();
    let mut states = part.of(wanted).peekable();
    let length = steps.len() as u64;
    for (place, step) in steps.iter().enumerate() {
        disk.take(step);
        if let Step::Said(line) = step {
            said.hear(line)?;
        }
        // As many states as are due by now; each has its own part of what was not synced.
        let due = (place as u64 + 1) * wanted / length;
        while let Some(state) = states.next_if(|state| *state < due) {
            let mut draws = Draws::numbered(state);
            let kept = match state % 4 {
                0 => Kept::Nothing,
                1 => Kept::Everything,
                _ => Kept::Some(10 + draws.below(81)),
            };
            let seen = seen(&disk, root)?;
            let took =
                judge(&disk, root, kept, &said, seen.as_ref(), &mut draws).map_err(|why| {
                    format!("state {state}, after step {place} of {length} ({kept:?}): {why:?}")
                })?;
            let mut tally = tally.lock().map_err(|_| "a thread died")?;
            tally.slowest = tally.slowest.max(took);
            tally.states += 1;
            tally.with_pending += u64::from(disk.pending() > 0);
        }
    }
    if !said.done {
        return Err(format!("the writer did not finish: {:?}", said.stopped).into());
    }
    let mut tally = tally.lock().map_err(|_| "a thread died")?;
    tally.acknowledged = said.count();
    Ok(())
}

/// Has a writer do its work under `strace` and returns its folder and its steps.
fn record(order: &Order) -> Result<(PathBuf, Vec<Step>), Failed> {
    let folder = quick_folder()?;
    let root = fs::canonicalize(folder.path())?.join("register");
    fs::create_dir(&root)?;
    let report = folder.path().join("report");
    let words = [
        "strace",
        "-f",
        "-xx",
        "-s",
        "16777216",
        "-e",
        traced::CALLS,
        "-o",
    ];
    let mut behind: Vec<OsString> = words.into_iter().map(OsString::from).collect();
    behind.push(report.clone().into_os_string());
    let order = Order {
        folder: root.clone(),
        ..order.clone()
    };
    let ended = order.start(&behind)?.wait_with_output()?;
    if !ended.status.success() {
        let said = String::from_utf8_lossy(&ended.stdout).into_owned();
        return Err(format!("the traced writer failed: {said}").into());
    }
    let steps = traced::read(&fs::read_to_string(&report)?, &root)?;
    Ok((root, steps))
}

/// The checkpoint that readers have seen by now; they keep it.
fn seen(disk: &Disk, root: &Path) -> Result<Option<Cosigned>, Failed> {
    let Some(note) = disk.seen(&root.join("log/checkpoint")) else {
        return Ok(None);
    };
    let opened = policy().open(note);
    Ok(Some(opened.map_err(|fault| format!("published: {fault}"))?))
}

fn judge(
    disk: &Disk,
    root: &Path,
    kept: Kept,
    said: &Acknowledged,
    seen: Option<&Cosigned>,
    draws: &mut Draws,
) -> Result<Duration, Failed> {
    let folder = quick_folder()?;
    disk.lay(root, folder.path(), kept, draws)?;
    let office = Office::at(folder.path());
    // A published checkpoint that the disk has kept has its files, even before anything is mended.
    if office.log().join("checkpoint").exists() {
        audited(&as_served(&read_log(&office.log())?), None)
            .map_err(|why| format!("before the start: {why:?}"))?;
    }
    let (took, _) = runtime().block_on(said.holds(&office, seen))?;
    Ok(took)
}
