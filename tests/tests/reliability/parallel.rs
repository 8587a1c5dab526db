//! Work in as many parts as there are processors, each with what it needs for itself.

use libtest_mimic::Failed;
use std::thread;

/// Runs a part for each processor at the same time; it is told which of how many parts it is. The
/// first error counts.
pub(crate) fn in_parts(work: impl Fn(Part) -> Result<(), Failed> + Sync) -> Result<(), Failed> {
    let parts = thread::available_parallelism()?.get();
    let work = &work;
    thread::scope(|scope| {
        let running: Vec<_> = (0..parts)
            .map(|nth| {
                let part = Part { nth, parts };
                scope.spawn(move || work(part).map_err(|why| format!("{why:?}")))
            })
            .collect();
        for part in running {
            part.join().map_err(|_| "a thread died")??;
        }
        Ok(())
    })
}

/// Which of how many parts.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Part {
    nth: usize,
    parts: usize,
}

impl Part {
    /// Returns this part's share of so many numbers. The shares are interleaved, so that each has
    /// small and large ones, early and late.
    pub(crate) fn of(self, count: u64) -> impl Iterator<Item = u64> {
        (self.nth as u64..count).step_by(self.parts)
    }
}
