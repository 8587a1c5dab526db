//! Goal 3: the n-th call to the store, the shelf or the lock fails, for every n, once and twice in a
//! row, with and without what it wrote being there. Nothing is acknowledged that is not kept, no
//! checkpoint is shown over missing files, the desk stops, and starting again completes the work.

use alloc::collections::BTreeMap;
use alloc::sync::Arc;
use libtest_mimic::Failed;
use sponsio_depositary::store::Memory;
use sponsio_depositary::store::fault::{Faulty, Plan};
use sponsio_depositary::world::{SystemChance, SystemClock};
use sponsio_depositary::{Depositary, DeskError, FolderLock, FolderShelf, World};
use sponsio_record::Digest;

use crate::length::say;
use crate::office::{ORIGIN, Office, SECRET, act, mark, open_register, quick_folder, runtime};
use crate::public_log::{as_served, audited, read};

/// How many acts are recorded in each of the sessions.
const SESSIONS: [u64; 3] = [3, 4, 2];

pub(crate) fn run() -> Result<(), Failed> {
    let counting = Plan::without_faults();
    let calls = work(&counting)?.calls;
    let mut runs = 0;
    let mut restarts = 0;
    // A few calls more: how publications fall together differs from run to run.
    for first in 1..=calls + 5 {
        for (times, persisted) in [(1, false), (1, true), (2, false), (2, true)] {
            let plan = Plan::new(first, times, persisted);
            let worked = work(&plan).map_err(|why| format!("{plan:?}: {why:?}"))?;
            if worked.calls >= first && worked.restarts == 0 {
                return Err(format!("{plan:?}: a call failed and nobody noticed").into());
            }
            runs += 1;
            restarts += worked.restarts;
        }
    }
    say(&format!(
        "{calls} calls in an undisturbed run, {runs} runs with faults, {restarts} clean stops and \
         starts, 0 acknowledged acts lost, no checkpoint over missing files"
    ));
    Ok(())
}

struct Worked {
    calls: u64,
    restarts: u64,
}

/// Where a writer stands who starts again until all acts are recorded.
struct Bench {
    office: Office,
    memory: Memory,
    plan: Arc<Plan>,
    /// What was acknowledged, by the number of the act.
    acknowledged: BTreeMap<u64, (u64, Digest)>,
    restarts: u64,
}

/// Does all sessions under a plan, starting again after each fault.
fn work(plan: &Arc<Plan>) -> Result<Worked, Failed> {
    let folder = quick_folder()?;
    let mut bench = Bench {
        office: Office::at(folder.path()),
        memory: Memory::new(),
        plan: Arc::clone(plan),
        acknowledged: BTreeMap::new(),
        restarts: 0,
    };
    let mut first = 0;
    for acts in SESSIONS {
        bench.session(first..first + acts)?;
        first += acts;
    }
    bench.examine(first)?;
    Ok(Worked {
        calls: plan.calls(),
        restarts: bench.restarts,
    })
}

impl Bench {
    fn session(&mut self, numbers: core::ops::Range<u64>) -> Result<(), Failed> {
        for _ in 0..5 {
            let ended = runtime().block_on(self.attempt(numbers.clone()));
            let stopped = match ended {
                Ok(()) => return Ok(()),
                Err(Ended::Stopped) => true,
                Err(Ended::Wrong(why)) => return Err(why),
            };
            self.restarts += u64::from(stopped);
            let served = as_served(&read(&self.office.log())?);
            if served.contains_key("checkpoint") {
                audited(&served, None).map_err(|why| format!("while stopped: {why:?}"))?;
            }
        }
        Err("the work is not done after five starts".into())
    }

    async fn attempt(&mut self, numbers: core::ops::Range<u64>) -> Result<(), Ended> {
        let desk = Depositary::open(ORIGIN, &SECRET, self.world()?).await;
        let desk = desk.map_err(|_| Ended::Stopped)?;
        if open_register(&desk).await.is_err() {
            return stopped(&desk);
        }
        for number in numbers {
            let submission = act(&format!("F{number}"), 100, &desk)?;
            match desk.record(submission).await {
                Ok(recorded) => {
                    let place = (recorded.seq, recorded.leaf);
                    let before = self.acknowledged.insert(number, place);
                    if before.is_some_and(|before| before != place) {
                        return Err(Ended::Wrong(format!("act {number} moved").into()));
                    }
                }
                Err(DeskError::Stopped(_)) => return stopped(&desk),
                Err(other) => return Err(Ended::Wrong(format!("act {number}: {other}").into())),
            }
        }
        let watched = desk.clone();
        desk.close().await.map_err(|_| Ended::Stopped)?;
        if watched.stopped().is_some() {
            return Err(Ended::Stopped);
        }
        Ok(())
    }

    fn world(&self) -> Result<World, Failed> {
        let plan = || Arc::clone(&self.plan);
        let folder = FolderShelf::open(&self.office.log())?;
        let lock = FolderLock::open(&self.office.lock())?;
        Ok(World {
            store: Arc::new(Faulty::new(self.memory.beside(), plan())),
            drawer: Arc::new(Faulty::new(self.memory.beside(), plan())),
            outbox: Arc::new(Faulty::new(self.memory.beside(), plan())),
            shelf: Arc::new(Faulty::new(folder, plan())),
            lock: Arc::new(Faulty::new(lock, plan())),
            clock: Arc::new(SystemClock::new()),
            chance: Arc::new(SystemChance),
        })
    }

    /// Compares what is public with what was acknowledged.
    fn examine(&self, acts: u64) -> Result<(), Failed> {
        let (audit, places) = audited(&read(&self.office.log())?, None)?;
        if audit.entries != acts + 1 || self.acknowledged.len() as u64 != acts {
            return Err(format!("{} entries of {acts} acts", audit.entries).into());
        }
        for (number, place) in &self.acknowledged {
            if places.get(&mark(&format!("F{number}"))) != Some(place) {
                return Err(format!("act {number} is not where it was acknowledged").into());
            }
        }
        Ok(())
    }
}

/// How an attempt ended that did not do its work.
enum Ended {
    /// The desk stopped, as it must after a fault.
    Stopped,
    /// Something else happened.
    Wrong(Failed),
}

impl From<Failed> for Ended {
    fn from(why: Failed) -> Self {
        Self::Wrong(why)
    }
}

/// A desk that refuses because of a fault records nothing any more.
fn stopped(desk: &Depositary) -> Result<(), Ended> {
    match desk.stopped() {
        Some(_) => Err(Ended::Stopped),
        None => Err(Ended::Wrong("it refuses and goes on".into())),
    }
}
