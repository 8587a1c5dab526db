//! Work of whole programs, beside that of others: the foreign verifier, and `cp`.

use crate::Outcome;
use crate::measure::office::Office;
use crate::measure::table::{Table, median};
use sponsio_depositary::world::{Clock as _, SystemClock};
use sponsio_ledger::policy::Policy;
use std::env;
use std::ffi::OsString;
use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// Verifies the log by `sponsio log verify`, which folds the register too, and by the peer in Go.
pub(crate) fn verify_beside(
    office: &Office,
    folder: &Path,
    rounds: u64,
    table: &mut Table,
) -> Outcome<()> {
    let Some(sponsio) = env::var_os("SPONSIO_BENCH_SPONSIO") else {
        table.say(
            "log verify",
            "left out: scripts/bench says where sponsio is",
        );
        return Ok(());
    };
    let policy = policy(folder)?;
    let mut ours = Command::new(&sponsio);
    ours.args(["log", "verify", "--policy"]).arg(&policy);
    ours.arg(office.log());
    let go = env::var_os("SPONSIO_BENCH_GO");
    let mut theirs = go.map(|program| {
        let mut theirs = Command::new(program);
        theirs.arg("log").arg(&policy).arg(office.log());
        theirs
    });
    let (mut our_times, mut their_times) = (Vec::new(), Vec::new());
    for _ in 0..rounds {
        our_times.push(run(&mut ours)?);
        if let Some(theirs) = &mut theirs {
            their_times.push(run(theirs)?);
        }
    }
    let time = median(&our_times);
    if their_times.is_empty() {
        table.say("log verify, as a process", &format!("{time:.3} s"));
        table.say("verify.go", "left out: it is not there");
    } else {
        let theirs = median(&their_times);
        table.say("verify.go, as a process", &format!("{theirs:.3} s"));
        table.limit("log verify, as a process", time, 0.5 * theirs, "s");
    }
    Ok(())
}

/// Pulls a mirror from nothing, and copies the same files with `cp -r`.
pub(crate) fn mirror_beside(
    office: &Office,
    folder: &Path,
    rounds: u64,
    table: &mut Table,
) -> Outcome<()> {
    let Some(sponsio) = env::var_os("SPONSIO_BENCH_SPONSIO") else {
        table.say("mirror", "left out: scripts/bench says where sponsio is");
        return Ok(());
    };
    let policy = policy(folder)?;
    let house = House::serve(&sponsio, &office.log())?;
    let copy = folder.join("copy");
    let (mut copies, mut synced, mut mirrors) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..rounds {
        let mut cp = Command::new("cp");
        copies.push(run(cp.arg("-r").arg(office.log()).arg(&copy))?);
        let mut sync = Command::new("sync");
        let last = copies.last().copied().unwrap_or_default();
        synced.push(last + run(sync.arg("-f").arg(&copy))?);
        fs::remove_dir_all(&copy)?;
        let mut pull = Command::new(&sponsio);
        pull.args(["mirror", "pull", &house.address]).arg(&copy);
        pull.args(["--once", "--policy"]).arg(&policy);
        mirrors.push(run(&mut pull)?);
        fs::remove_dir_all(&copy)?;
    }
    let (copied, synced) = (median(&copies), median(&synced));
    let figure = format!("{copied:.3} s; {synced:.3} s until the disk has it");
    table.say("cp -r of the log", &figure);
    table.limit("mirror from nothing", median(&mirrors), 1.5 * copied, "s");
    Ok(())
}

fn policy(folder: &Path) -> Outcome<PathBuf> {
    let path = folder.join("policy");
    fs::write(&path, Policy::of_log(Office::key()?).print())?;
    Ok(path)
}

/// Runs a program to its end; returns the seconds that it took.
fn run(command: &mut Command) -> Outcome<f64> {
    let clock = SystemClock::new();
    let ran = command.stdin(Stdio::null()).output()?;
    let took = clock.monotonic().as_secs_f64();
    if !ran.status.success() {
        let said = String::from_utf8_lossy(&ran.stderr).into_owned();
        return Err(format!("{command:?}: {said}").into());
    }
    Ok(took)
}

/// A log that is served until this is dropped.
struct House {
    child: Child,
    address: String,
}

impl House {
    fn serve(sponsio: &OsString, log: &Path) -> Outcome<Self> {
        let mut child = Command::new(sponsio)
            .args(["log", "serve", "--register"])
            .arg(log)
            .stdout(Stdio::piped())
            .spawn()?;
        let out = child.stdout.take().ok_or("it speaks")?;
        let mut line = String::new();
        BufReader::new(out).read_line(&mut line)?;
        let address = line.trim_end().strip_prefix("listening on ");
        let address = format!("http://{}", address.ok_or("it says where it listens")?);
        Ok(Self { child, address })
    }
}

impl Drop for House {
    fn drop(&mut self) {
        // It may have ended by itself.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
