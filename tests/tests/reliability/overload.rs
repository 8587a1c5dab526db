//! Goal 14: ten times as many acts as may wait, or ten times as many bytes, in a process whose memory
//! is limited from outside. What does not fit is refused at once; what was taken is recorded; nothing
//! is lost. Where even the room that the desk promises to need is not there, the process ends, and
//! what it had acknowledged is kept.

use libtest_mimic::Failed;
use sponsio_depositary::{DeskError, Submitted};
use std::env;
use std::fs;
use std::io::{self, Write as _};
use std::path::PathBuf;
use std::process::{Command, ExitCode, Stdio};

use crate::acknowledged::Acknowledged;
use crate::length::say;
use crate::office::{Office, act, open_register, quick_folder, runtime};

/// How many acts may wait, how many bytes, and how many acts are recorded one by one before.
const WAITING: u64 = 10_000;
const BEFORE: u64 = 20;
const WAITING_BYTES: u64 = 64 << 20;

/// Fewer MiB than the acts that may wait take.
const SCARCE: u64 = 24;

/// The order of a flood stands under this name in its environment.
const ORDER: &str = "SPONSIO_TEST_FLOOD";

/// What is offered.
#[derive(Debug, Clone)]
pub(crate) struct Flood {
    folder: PathBuf,
    acts: u64,
    /// How long the document is that comes with each act.
    document: u64,
    /// How much memory there is for it, in MiB.
    room: Room,
}

/// The memory that a process may have, in MiB.
#[derive(Debug, Clone, Copy)]
enum Room {
    /// So many of addresses, from its beginning.
    Whole(u64),
    /// So many of data beyond what it had when the flood began.
    Beyond(u64),
}

/// What came of a flood.
#[derive(Debug)]
struct Ended {
    success: bool,
    said: Acknowledged,
    busy: u64,
    resident: u64,
}

/// Returns the order of this process, if it is a flood.
pub(crate) fn order() -> Option<Flood> {
    let order = env::var_os(ORDER)?;
    let mut lines = order.to_str()?.lines();
    Some(Flood {
        folder: lines.next()?.into(),
        acts: lines.next()?.parse().ok()?,
        document: lines.next()?.parse().ok()?,
        room: match lines.next()?.split_once(' ')? {
            ("beyond", room) => Room::Beyond(room.parse().ok()?),
            (_, room) => Room::Whole(room.parse().ok()?),
        },
    })
}

pub(crate) fn run() -> Result<(), Failed> {
    let many = flooded(10 * WAITING, 0, Room::Whole(512))?;
    let taken = many.said.count() as u64;
    if !many.success || many.busy == 0 || taken - 1 - BEFORE + many.busy != 10 * WAITING {
        return Err(format!(
            "{taken} taken, {} refused, {:?}",
            many.busy, many.said.stopped
        )
        .into());
    }
    // As many bytes as fill the room ten times.
    let (length, limit) = (256 << 10, 768);
    let offered = 10 * WAITING_BYTES / length;
    let long = flooded(offered, length, Room::Whole(limit))?;
    let kept = long.said.count() as u64;
    if !long.success || long.busy == 0 || kept - 1 - BEFORE + long.busy != offered {
        return Err(format!(
            "{kept} taken, {} refused, {:?}",
            long.busy, long.said.stopped
        )
        .into());
    }
    let starved = flooded(offered, length, Room::Beyond(SCARCE))?;
    if starved.success {
        return Err(format!("{SCARCE} MiB were enough; the limit limits nothing").into());
    }
    if (starved.said.count() as u64) < BEFORE {
        return Err("the process ended before it was flooded".into());
    }
    say(&format!(
        "{} acts offered in 512 MiB of memory: {taken} recorded, {} refused as busy, 0 lost, {} MiB \
         resident at most; {} acts of {length} bytes offered in {limit} MiB: {kept} recorded, {} \
         refused as busy, 0 lost, {} MiB resident at most; with {SCARCE} MiB for them the process \
         ended, and all of {} acknowledged acts were kept",
        10 * WAITING + 1 + BEFORE,
        many.busy,
        many.resident >> 10,
        offered + 1 + BEFORE,
        long.busy,
        long.resident >> 10,
        starved.said.count()
    ));
    Ok(())
}

/// Floods a desk in a process of limited memory, and compares the register with what it said.
fn flooded(acts: u64, document: u64, room: Room) -> Result<Ended, Failed> {
    let folder = quick_folder()?;
    let register = folder.path().join("register");
    fs::create_dir(&register)?;
    let (limit, room) = match room {
        Room::Whole(room) => (format!("--as={}", room << 20), format!("whole {room}")),
        Room::Beyond(room) => ("--as=unlimited".into(), format!("beyond {room}")),
    };
    let ended = Command::new("prlimit")
        .arg(limit)
        .arg(env::current_exe()?)
        .env(
            ORDER,
            format!("{}\n{acts}\n{document}\n{room}", register.display()),
        )
        .stderr(Stdio::null())
        .output()
        .map_err(|error| format!("this trial needs prlimit (util-linux): {error}"))?;
    let (mut said, mut busy, mut resident) = (Acknowledged::default(), 0, 0);
    for line in String::from_utf8_lossy(&ended.stdout).lines() {
        match line.split(' ').collect::<Vec<_>>().as_slice() {
            ["busy", count] => busy = count.parse()?,
            ["resident", most] => resident = most.parse()?,
            _ => said.hear(line)?,
        }
    }
    runtime().block_on(said.holds(&Office::at(&register), None))?;
    Ok(Ended {
        success: ended.status.success() && said.done,
        said,
        busy,
        resident,
    })
}

/// Floods the desk and says what was taken.
pub(crate) fn obey(flood: &Flood) -> ExitCode {
    match runtime().block_on(pour(flood)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            line(&format!("stopped {}", why.message().unwrap_or_default()));
            ExitCode::FAILURE
        }
    }
}

async fn pour(flood: &Flood) -> Result<(), Failed> {
    let desk = Office::at(&flood.folder).desk().await?;
    open_register(&desk).await?;
    let length = usize::try_from(flood.document)?;
    for number in 0..BEFORE {
        let name = format!("B{number}");
        let recorded = desk.record(act(&name, 0, &desk)?).await?;
        line(&format!(
            "acknowledged {name} {} {}",
            recorded.seq, recorded.leaf
        ));
    }
    if let Room::Beyond(room) = flood.room {
        limit_to(room)?;
    }
    let mut waiting: Vec<(String, Submitted)> = Vec::new();
    let mut busy = 0;
    for number in 0..flood.acts {
        let name = format!("O{number}");
        match desk.submit(act(&name, length, &desk)?) {
            Ok(submitted) => waiting.push((name, submitted)),
            Err(DeskError::Busy) => busy += 1,
            Err(other) => return Err(other.into()),
        }
    }
    line(&format!("busy {busy}"));
    for (name, submitted) in waiting {
        let recorded = submitted.answered().await?;
        line(&format!(
            "acknowledged {name} {} {}",
            recorded.seq, recorded.leaf
        ));
    }
    // There is room again: the next act is taken.
    let next = desk.record(act("AFTER", length, &desk)?).await?;
    line(&format!("acknowledged AFTER {} {}", next.seq, next.leaf));
    let size = desk.state().size();
    let published = desk.published(size).await?;
    line(&format!("published {published}"));
    desk.close().await?;
    line(&format!("resident {}", status("VmHWM:")?));
    line("done");
    Ok(())
}

/// Says a line. Where nobody listens any more there is nothing left to say.
fn line(line: &str) {
    let mut out = io::stdout().lock();
    drop(out.write_all(format!("{line}\n").as_bytes()));
    drop(out.flush());
}

/// Limits this process to so many MiB of data beyond what it has now: how much it has before a flood
/// differs from machine to machine.
fn limit_to(room: u64) -> Result<(), Failed> {
    let limit = (status("VmData:")? << 10) + (room << 20);
    let set = Command::new("prlimit")
        .arg(format!("--pid={}", std::process::id()))
        .arg(format!("--data={limit}"))
        .status()?;
    if set.success() {
        Ok(())
    } else {
        Err("prlimit set no limit".into())
    }
}

/// Returns a figure of this process in KiB, as Linux says it.
fn status(name: &str) -> Result<u64, Failed> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix(name));
    let number = line.and_then(|line| line.split_whitespace().next());
    Ok(number
        .ok_or_else(|| format!("Linux does not say {name}"))?
        .parse()?)
}
