//! Goal 3: the n-th call to the store, the shelf or the lock fails, for every n, once and twice in a
//! row, with and without what it wrote being there. Nothing is acknowledged that is not kept, no
//! checkpoint is shown over missing files, the desk stops, and starting again completes the work.

use alloc::sync::Arc;
use libtest_mimic::Failed;
use sponsio_depositary::store::Memory;
use sponsio_depositary::store::fault::{Faulty, Plan};
use sponsio_depositary::world::{SystemChance, SystemClock};
use sponsio_depositary::{FolderLock, FolderShelf, World};

use crate::length::say;
use crate::office::{Office, quick_folder};
use crate::sessions;

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

/// Does all sessions under a plan, starting again after each fault.
fn work(plan: &Arc<Plan>) -> Result<Worked, Failed> {
    let folder = quick_folder()?;
    let memory = Memory::new();
    let office = Office::at(folder.path());
    let open = |office: &Office| world(office, &memory, plan);
    let restarts = sessions::work(&office, &open, false)?;
    Ok(Worked {
        calls: plan.calls(),
        restarts,
    })
}

fn world(office: &Office, memory: &Memory, plan: &Arc<Plan>) -> Result<World, Failed> {
    let plan = || Arc::clone(plan);
    let folder = FolderShelf::open(&office.log())?;
    let lock = FolderLock::open(&office.lock())?;
    Ok(World {
        store: Arc::new(Faulty::new(memory.beside(), plan())),
        drawer: Arc::new(Faulty::new(memory.beside(), plan())),
        outbox: Arc::new(Faulty::new(memory.beside(), plan())),
        shelf: Arc::new(Faulty::new(folder, plan())),
        lock: Arc::new(Faulty::new(lock, plan())),
        clock: Arc::new(SystemClock::new()),
        chance: Arc::new(SystemChance),
        snapshots: None,
    })
}
