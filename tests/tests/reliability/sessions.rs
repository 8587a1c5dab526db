//! A writer who starts again until all acts are recorded, whatever fails meanwhile, and the comparison
//! of what was acknowledged with what is there.

use alloc::collections::BTreeMap;
use libtest_mimic::Failed;
use sponsio_depositary::{Depositary, DeskError, World};
use sponsio_record::Digest;

use crate::office::{ORIGIN, Office, SECRET, act, mark, open_register, runtime};
use crate::public_log::{as_served, audited, read};

/// How many acts are recorded in each of the sessions.
const SESSIONS: [u64; 3] = [3, 4, 2];

/// Opens the stores of an office anew.
pub(crate) type Open<'a> = &'a dyn Fn(&Office) -> Result<World, Failed>;

/// Where such a writer stands.
pub(crate) struct Bench<'a> {
    office: &'a Office,
    open: Open<'a>,
    /// Whether stores that do not open are a fault of the plan, after which it starts again.
    opening_may_fail: bool,
    /// What was acknowledged, by the number of the act.
    acknowledged: BTreeMap<u64, (u64, Digest)>,
    restarts: u64,
}

/// Does all sessions, starting again after each fault; returns how often.
pub(crate) fn work(office: &Office, open: Open<'_>, opening_may_fail: bool) -> Result<u64, Failed> {
    let mut bench = Bench {
        office,
        open,
        opening_may_fail,
        acknowledged: BTreeMap::new(),
        restarts: 0,
    };
    let mut first = 0;
    for acts in SESSIONS {
        bench.session(first..first + acts)?;
        first += acts;
    }
    bench.examine(first)?;
    Ok(bench.restarts)
}

impl Bench<'_> {
    fn session(&mut self, numbers: core::ops::Range<u64>) -> Result<(), Failed> {
        for _ in 0..5 {
            let ended = runtime().block_on(self.attempt(numbers.clone()));
            let stopped = match ended {
                Ok(()) => return Ok(()),
                Err(Ended::Stopped) => true,
                Err(Ended::Wrong(why)) => return Err(why),
            };
            self.restarts += u64::from(stopped);
            if !self.office.log().is_dir() {
                continue;
            }
            let served = as_served(&read(&self.office.log())?);
            if served.contains_key("checkpoint") {
                audited(&served, None).map_err(|why| format!("while stopped: {why:?}"))?;
            }
        }
        Err("the work is not done after five starts".into())
    }

    async fn attempt(&mut self, numbers: core::ops::Range<u64>) -> Result<(), Ended> {
        let world = match (self.open)(self.office) {
            Err(_) if self.opening_may_fail => return Err(Ended::Stopped),
            world => world?,
        };
        let desk = Depositary::open(ORIGIN, &SECRET, world).await;
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
