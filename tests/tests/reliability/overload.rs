//! Goal 14: ten times as many acts as the queue holds. What does not fit is refused at once; what was
//! taken is recorded; nothing is lost.

use libtest_mimic::Failed;
use sponsio_depositary::{DeskError, Submitted};

use crate::length::say;
use crate::office::{Office, act, open_register, quick_folder, runtime};
use crate::public_log::{audited, read};

/// How many acts may wait.
const WAITING: u64 = 10_000;

pub(crate) fn run() -> Result<(), Failed> {
    let folder = quick_folder()?;
    let office = Office::at(folder.path());
    let before = resident()?;
    let (taken, busy, size, most) = runtime().block_on(flood(&office))?;
    if busy == 0 || taken.len() as u64 - 1 + busy != 10 * WAITING {
        return Err(format!("{} taken, {busy} refused", taken.len()).into());
    }
    let (audit, places) = audited(&read(&office.log())?, None)?;
    // Besides the opening there are the entries that name the heads, one after each thousand.
    let acts = taken.len() as u64;
    let heads = size.saturating_sub(acts + 1);
    if audit.entries != size || size <= acts || heads > size / 1_000 {
        return Err(format!("{acts} taken, {} entries", audit.entries).into());
    }
    for (act, seq) in taken {
        if places.get(&act).map(|place| place.0) != Some(seq) {
            return Err(format!("act {act} was recorded at {seq} and is not there").into());
        }
    }
    say(&format!(
        "{} acts offered: {} recorded, {busy} refused as busy, 0 lost; resident memory \
         {before} KiB before, {most} KiB with all of them offered",
        10 * WAITING + 1,
        acts
    ));
    Ok(())
}

type Taken = Vec<(sponsio_record::ActId, u64)>;

async fn flood(office: &Office) -> Result<(Taken, u64, u64, u64), Failed> {
    let desk = office.desk().await?;
    open_register(&desk).await?;
    let mut waiting: Vec<Submitted> = Vec::new();
    let mut busy = 0;
    for number in 0..10 * WAITING {
        match desk.submit(act(&format!("O{number}"), 0, &desk)?) {
            Ok(submitted) => waiting.push(submitted),
            Err(DeskError::Busy) => busy += 1,
            Err(other) => return Err(other.into()),
        }
    }
    let most = resident()?;
    let mut taken = Vec::new();
    for submitted in waiting {
        let recorded = submitted.answered().await?;
        taken.push((recorded.act, recorded.seq));
    }
    // The queue is free again: the next act is taken.
    let next = desk.record(act("AFTER", 0, &desk)?).await?;
    taken.push((next.act, next.seq));
    let size = desk.state().size();
    desk.published(size).await?;
    desk.close().await?;
    Ok((taken, busy, size, most))
}

/// Returns the resident memory of this process in KiB, as Linux says it.
fn resident() -> Result<u64, Failed> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let number = line.and_then(|line| line.split_whitespace().next());
    Ok(number
        .ok_or("Linux says how much memory is resident")?
        .parse()?)
}
