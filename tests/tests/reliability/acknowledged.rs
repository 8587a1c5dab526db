//! What a writer has said, and whether a register keeps its word.

use alloc::collections::BTreeMap;
use core::time::Duration;
use libtest_mimic::Failed;
use sponsio_depositary::Depositary;
use sponsio_depositary::world::{Clock as _, SystemClock};
use sponsio_ledger::policy::Cosigned;
use sponsio_record::{ActId, Digest};

use crate::office::{Office, mark};
use crate::public_log::{self, audited};

/// What writers have acknowledged: each act with its place and leaf.
#[derive(Debug, Clone, Default)]
pub(crate) struct Acknowledged {
    acts: BTreeMap<ActId, (u64, Digest)>,
    /// How many entries were said to be published.
    pub(crate) published: u64,
    /// Why a writer stopped, if it said so.
    pub(crate) stopped: Option<String>,
    /// Whether a writer said that its work was done.
    pub(crate) done: bool,
}

impl Acknowledged {
    pub(crate) fn count(&self) -> usize {
        self.acts.len()
    }

    /// Takes a line that a writer has said.
    pub(crate) fn hear(&mut self, line: &str) -> Result<(), Failed> {
        let words: Vec<_> = line.split(' ').collect();
        match words.as_slice() {
            ["acknowledged", name, seq, leaf] => {
                let place = (seq.parse()?, leaf.parse::<Digest>()?);
                if self.acts.insert(mark(name), place).is_some() {
                    return Err(format!("{name} was acknowledged twice").into());
                }
            }
            ["published", size] => self.published = self.published.max(size.parse()?),
            ["done"] => self.done = true,
            ["stopped", ..] => self.stopped = Some(line.to_owned()),
            _ => {}
        }
        Ok(())
    }

    /// Opens the register, compares it with what was acknowledged, and closes it again; returns how
    /// long it took until it could record again, and how many entries it has.
    pub(crate) async fn holds(
        &self,
        office: &Office,
        seen: Option<&Cosigned>,
    ) -> Result<(Duration, u64), Failed> {
        let clock = SystemClock::new();
        let desk = office.desk().await?;
        let took = clock.monotonic();
        let size = desk.state().size();
        let verdict = self.compare(office, &desk, seen);
        desk.close().await?;
        verdict?;
        Ok((took, size))
    }

    fn compare(
        &self,
        office: &Office,
        desk: &Depositary,
        seen: Option<&Cosigned>,
    ) -> Result<(), Failed> {
        let size = desk.state().size();
        if size < self.published {
            return Err(format!("{} were published, {size} are left", self.published).into());
        }
        if size == 0 {
            return if self.acts.is_empty() && seen.is_none() {
                Ok(())
            } else {
                Err("the whole register is lost".into())
            };
        }
        let files = public_log::read(&office.log())?;
        let (audit, places) = audited(&files, seen)?;
        if audit.entries != size {
            return Err(format!("{size} entries, {} of them published", audit.entries).into());
        }
        for (act, place) in &self.acts {
            if places.get(act) != Some(place) {
                let found = places.get(act);
                return Err(format!("act {act} was at {place:?}, and is at {found:?}").into());
            }
        }
        Ok(())
    }
}
