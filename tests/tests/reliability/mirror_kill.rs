//! Goal 11: a mirror that is killed at any byte of its work, or cut off at any byte of an upload, goes
//! on and ends with the same files; so it does after the power went, and what it had cosigned by then
//! it still holds. A package that is not the log's is refused.
//!
//! The process under trial is a mirror and a witness in one, traced as it works.

use alloc::collections::BTreeMap;
use alloc::sync::Arc;
use libtest_mimic::Failed;
use sponsio_ledger::checkpoint::Checkpoint;
use sponsio_ledger::mirror::{Header, State, receive, upload};
use sponsio_ledger::note::Note;
use sponsio_ledger::tile::{bundles_for, tiles_for};
use sponsio_ledger::tree::{Hash, Leaves, consistency, leaf_hash, root_of_first};
use sponsio_ledger::witness::{AddCheckpoint, Latest, origin_hash};
use sponsio_web::{Failure, Mirror, Witness};
use std::env;
use std::ffi::OsString;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

use crate::crash_power::traces;
use crate::crash_state::{Disk, Kept};
use crate::length::{Draws, is_full, number, say};
use crate::office::{ORIGIN, key, quick_folder, runtime};
use crate::public_log::{self, Files};
use crate::town::{clock, cosigner};
use crate::traced::{self, Step};

/// The folder of the process under trial stands under this name in its environment.
const PLACE: &str = "SPONSIO_TEST_HOUSES";

const MIRROR: &str = "mirror.example";
const WITNESS: &str = "witness.example";

/// The sizes at which the log shows itself: within a bundle, at its end, and beyond.
const SIZES: [u64; 4] = [3, 200, 256, 260];
const SIZE: u64 = 260;

/// A log of short entries: a mirror does not read them.
struct Log {
    entries: Vec<Vec<u8>>,
    leaves: Vec<Hash>,
}

impl Log {
    fn new() -> Self {
        let entries: Vec<_> = (0..SIZE)
            .map(|seq| format!("entry {seq}").into_bytes())
            .collect();
        let leaves = entries.iter().map(|entry| leaf_hash(entry)).collect();
        Self { entries, leaves }
    }

    fn note(&self, size: u64) -> Result<Note, Failed> {
        let root = root_of_first(&Leaves(&self.leaves), size).ok_or("a root")?;
        let text = Checkpoint::new(ORIGIN, size, root).text();
        let signed = Note::new(&text, vec![key().sign(&text)?]);
        Ok(signed.map_err(|fault| fault.to_string())?)
    }

    fn request(&self, old: u64, size: u64) -> Result<Vec<u8>, Failed> {
        let request = AddCheckpoint {
            old,
            proof: consistency(&Leaves(&self.leaves), old, size).ok_or("a proof")?,
            note: self.note(size)?,
        };
        Ok(request.print())
    }

    fn upload(&self, start: u64, end: u64) -> Result<Vec<u8>, Failed> {
        let header = Header {
            origin: ORIGIN.to_owned(),
            start,
            end,
            ticket: Vec::new(),
        };
        let entry = |seq: u64| self.entries.get(usize::try_from(seq).ok()?).cloned();
        Ok(upload(&header, 32, &entry, &Leaves(&self.leaves)).ok_or("an upload")?)
    }

    /// The tiles and bundles that a mirror of the whole log has.
    fn files(&self) -> Result<Files, Failed> {
        let tiles = tiles_for(0, SIZE, &Leaves(&self.leaves)).ok_or("tiles")?;
        let entry = |seq: u64| self.entries.get(usize::try_from(seq).ok()?).cloned();
        let bundles = bundles_for(0, SIZE, entry).ok_or("bundles")?;
        let files = tiles.into_iter().chain(bundles);
        Ok(files
            .map(|(path, bytes)| (path.to_string(), bytes))
            .collect())
    }
}

async fn mirror(folder: &Path) -> Result<Arc<Mirror>, Failure> {
    let logs = [key().verifier().clone()];
    let mirror = Mirror::open(cosigner(MIRROR), &logs, &folder.join("mirror"), clock()).await?;
    Ok(Arc::new(mirror))
}

fn witness(folder: &Path) -> Result<Witness, Failure> {
    let logs = [key().verifier().clone()];
    Witness::open(cosigner(WITNESS), &logs, &folder.join("witness"), clock())
}

/// Returns the folder of this process, if it is the one under trial.
pub(crate) fn order() -> Option<PathBuf> {
    env::var_os(PLACE).map(PathBuf::from)
}

/// Works as mirror and witness, and says each cosignature at once.
pub(crate) fn obey(folder: &Path) -> ExitCode {
    let worked = runtime().block_on(work(folder));
    match worked {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            said(&format!("failed {why:?}"));
            ExitCode::FAILURE
        }
    }
}

async fn work(folder: &Path) -> Result<(), Failed> {
    let log = Log::new();
    let (mirror, witness) = (mirror(folder).await?, witness(folder)?);
    let mut old = 0;
    for size in SIZES {
        let cosigned = witness.add_checkpoint(&log.request(old, size)?).await?;
        if cosigned.status != 200 {
            return Err(format!("the witness answers {cosigned:?}").into());
        }
        said(&format!("witnessed {size}"));
        mirror.add_checkpoint(&log.request(old, size)?).await?;
        let held = mirror.add_entries(&log.upload(old, size)?).await?;
        if held.status != 200 {
            return Err(format!("the mirror answers {held:?}").into());
        }
        said(&format!("mirrored {size}"));
        old = size;
    }
    Ok(())
}

fn said(line: &str) {
    let mut out = io::stdout().lock();
    // Where nobody listens any more there is nothing left to say.
    drop(out.write_all(format!("{line}\n").as_bytes()));
    drop(out.flush());
}

pub(crate) fn run() -> Result<(), Failed> {
    let log = Log::new();
    let cuts = cut_off(&log)?;
    let refused = bad_packages(&log)?;
    let killed = if traces() {
        killed(&log)?
    } else if is_full() {
        return Err("the full form needs strace and the right to trace".into());
    } else {
        "kills left out: strace is not there, or may not trace here".to_owned()
    };
    say(&format!("{cuts}; {refused}; {killed}"));
    Ok(())
}

/// How many of so many places are tried, evenly; in the full form each.
fn stride(places: usize, short: u64) -> usize {
    let wanted = number("SPONSIO_MIRROR_PLACES", short, u64::MAX);
    (places / usize::try_from(wanted).unwrap_or(usize::MAX).max(1)).max(1)
}

/// An upload ends at any byte; the mirror is asked where it stands, and the rest is sent.
fn cut_off(log: &Log) -> Result<String, Failed> {
    let body = log.upload(0, SIZE)?;
    let places: Vec<_> = (0..body.len()).step_by(stride(body.len(), 40)).collect();
    for cut in &places {
        let folder = quick_folder()?;
        runtime()
            .block_on(async {
                let mirror = mirror(folder.path()).await?;
                mirror.add_checkpoint(&log.request(0, SIZE)?).await?;
                let answer = mirror.add_entries(&body[..*cut]).await?;
                if ![202, 400].contains(&answer.status) {
                    return Err(Failed::from(format!("{answer:?}")));
                }
                goes_on(&mirror, log).await
            })
            .and_then(|()| has_all(folder.path(), log))
            .map_err(|why| format!("an upload cut at byte {cut}: {why:?}"))?;
    }
    Ok(format!(
        "an upload cut at {} of {} bytes was resumed",
        places.len(),
        body.len()
    ))
}

/// Asks a mirror where it stands, as any client does, and sends what it lacks.
async fn goes_on(mirror: &Mirror, log: &Log) -> Result<(), Failed> {
    let mut old = 0;
    // Where it stands by its last answer; two corrections, and then it must be content.
    for _ in 0..3 {
        let answer = mirror.add_checkpoint(&log.request(old, SIZE)?).await?;
        match answer.status {
            200 => break,
            409 => old = answer.body.trim().parse()?,
            _ => return Err(format!("its checkpoint: {answer:?}").into()),
        }
    }
    let mut start = SIZE;
    for _ in 0..4 {
        let answer = mirror.add_entries(&log.upload(start, SIZE)?).await?;
        match answer.status {
            200 => return Ok(()),
            202 | 409 => start = answer.body.lines().nth(1).ok_or("a place")?.parse()?,
            _ => return Err(format!("from {start} on: {answer:?}").into()),
        }
    }
    Err("it never has everything".into())
}

/// Compares the files of the mirror with those of the log.
fn has_all(folder: &Path, log: &Log) -> Result<(), Failed> {
    let place = folder.join("mirror").join(origin_hash(ORIGIN)).join("log");
    let files = public_log::read(&place)?;
    let note = files.get("checkpoint").ok_or("a checkpoint")?;
    let stated = public_log::stated(note).ok_or("a whole checkpoint")?;
    if stated.text() != log.note(SIZE)?.text() {
        return Err(format!("it shows {stated:?}").into());
    }
    for (path, bytes) in log.files()? {
        if files.get(&path) != Some(&bytes) {
            return Err(format!("{path} is not that of the log").into());
        }
    }
    Ok(())
}

/// Every bit of an upload is flipped: nothing is held that is not the log's, in its place.
fn bad_packages(log: &Log) -> Result<String, Failed> {
    let body = log.upload(0, SIZE)?;
    let root = root_of_first(&Leaves(&log.leaves), SIZE).ok_or("a root")?;
    let bits: Vec<_> = (0..body.len() * 8)
        .step_by(stride(body.len() * 8, 2_000))
        .collect();
    let mut by_status: BTreeMap<u16, u64> = BTreeMap::new();
    for bit in &bits {
        let mut bad = body.clone();
        bad[bit / 8] ^= 1 << (bit % 8);
        let state = State {
            pending: vec![Latest { size: SIZE, root }],
            mirrored: 0,
            next: 0,
        };
        let received = receive(&bad, |origin| (origin == ORIGIN).then_some(state), &|_| {
            None
        });
        for (seq, entry) in &received.entries {
            if log.entries.get(usize::try_from(*seq)?).map(Vec::as_slice) != Some(*entry) {
                return Err(format!("bit {bit}: entry {seq} is held").into());
            }
        }
        if received.complete.is_some() && received.entries.len() != log.entries.len() {
            return Err(format!("bit {bit}: it believes to have everything").into());
        }
        *by_status.entry(received.answer.status).or_default() += 1;
    }
    let statuses = by_status
        .iter()
        .map(|(status, count)| format!("{status}: {count}"));
    Ok(format!(
        "{} flipped bits of an upload, nothing false held ({})",
        bits.len(),
        statuses.collect::<Vec<_>>().join(", ")
    ))
}

/// Traces the houses at work; then lays out what a disk has when they are killed at each byte that
/// they write, or the power goes, and opens them on it.
fn killed(log: &Log) -> Result<String, Failed> {
    let folder = quick_folder()?;
    let root = fs::canonicalize(folder.path())?.join("houses");
    fs::create_dir(&root)?;
    let steps = trace(&root, &folder.path().join("report"))?;
    let places = places(&steps);
    let chosen: Vec<_> = places.iter().step_by(stride(places.len(), 60)).collect();
    let mut draws = Draws::seeded();
    let mut powerless = 0;
    for (number, (place, cut)) in chosen.iter().enumerate() {
        let mut disk = Disk::default();
        let mut promised = Promised::default();
        for step in &steps[..*place] {
            disk.take(step);
            promised.hear(step)?;
        }
        if let Some(step) = partly(&steps[*place], *cut) {
            disk.take(&step);
        }
        let kept = match number % 4 {
            0 | 1 => Kept::Everything,
            2 => Kept::Nothing,
            _ => Kept::Some(10 + draws.below(81)),
        };
        powerless += u64::from(kept != Kept::Everything);
        let laid = quick_folder()?;
        disk.lay(&root, laid.path(), kept, &mut draws)?;
        runtime()
            .block_on(promised.holds(laid.path(), log))
            .and_then(|()| has_all(laid.path(), log))
            .map_err(|why| format!("step {place}, {cut} bytes of it, {kept:?}: {why:?}"))?;
    }
    Ok(format!(
        "mirror and witness killed at {} of {} bytes and steps ({powerless} times with the power \
         gone): the same files in the end, nothing cosigned was lost",
        chosen.len(),
        places.len()
    ))
}

fn trace(root: &Path, report: &Path) -> Result<Vec<Step>, Failed> {
    let words = ["-f", "-xx", "-s", "16777216", "-e", traced::CALLS, "-o"];
    let mut arguments: Vec<OsString> = words.into_iter().map(OsString::from).collect();
    arguments.push(report.into());
    arguments.push(env::current_exe()?.into());
    let ended = Command::new("strace")
        .args(arguments)
        .env(PLACE, root)
        .stderr(Stdio::null())
        .output()?;
    if !ended.status.success() {
        let said = String::from_utf8_lossy(&ended.stdout).into_owned();
        return Err(format!("the traced houses failed: {said}").into());
    }
    traced::read(&fs::read_to_string(report)?, root)
}

/// Every place at which a process can be killed: before each step, and after each byte of a write.
fn places(steps: &[Step]) -> Vec<(usize, usize)> {
    let mut places = Vec::new();
    for (place, step) in steps.iter().enumerate() {
        let bytes = match step {
            Step::Write { bytes, .. } => bytes.len(),
            _ => 1,
        };
        places.extend((0..bytes).map(|cut| (place, cut)));
    }
    places
}

/// The first bytes of a write, if that is what the step is.
fn partly(step: &Step, cut: usize) -> Option<Step> {
    match step {
        Step::Write { inode, at, bytes } if cut > 0 => Some(Step::Write {
            inode: *inode,
            at: *at,
            bytes: bytes[..cut].to_vec(),
        }),
        _ => None,
    }
}

/// What the houses had said by then.
#[derive(Default)]
struct Promised {
    mirrored: u64,
    witnessed: u64,
}

impl Promised {
    fn hear(&mut self, step: &Step) -> Result<(), Failed> {
        if let Step::Said(line) = step {
            match line.split(' ').collect::<Vec<_>>().as_slice() {
                ["mirrored", size] => self.mirrored = size.parse()?,
                ["witnessed", size] => self.witnessed = size.parse()?,
                _ => {}
            }
        }
        Ok(())
    }

    /// Opens both houses on what a disk kept: they stand where they said, or further, and go on.
    async fn holds(&self, folder: &Path, log: &Log) -> Result<(), Failed> {
        let mirror_log = folder.join("mirror").join(origin_hash(ORIGIN)).join("log");
        if self.mirrored > 0 {
            let note = fs::read(mirror_log.join("checkpoint"))?;
            let stated = public_log::stated(&note).ok_or("a whole checkpoint")?;
            if stated.size < self.mirrored {
                return Err(
                    format!("{} mirrored, {} are shown", self.mirrored, stated.size).into(),
                );
            }
        }
        let witness = witness(folder)?;
        let answer = witness.add_checkpoint(&log.request(0, SIZE)?).await?;
        let stands: u64 = match answer.status {
            200 => 0,
            409 => answer.body.trim().parse()?,
            _ => return Err(format!("the witness answers {answer:?}").into()),
        };
        if stands < self.witnessed {
            return Err(format!("{} witnessed, {stands} remembered", self.witnessed).into());
        }
        let mirror = mirror(folder).await?;
        goes_on(&mirror, log).await
    }
}
