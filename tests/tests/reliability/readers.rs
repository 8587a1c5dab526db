//! A reader of a public log that looks again and again while others write it.

use alloc::collections::BTreeMap;
use alloc::sync::Arc;
use core::sync::atomic::{AtomicBool, Ordering};
use core::time::Duration;
use libtest_mimic::Failed;
use sponsio_ledger::tree::Hash;
use std::fs;
use std::path::PathBuf;
use std::thread::{self, JoinHandle};

use crate::office::policy;

/// The checkpoints that were seen: the root over each size.
pub(crate) type Seen = BTreeMap<u64, Hash>;

/// Reads the checkpoint again and again; what is there is always whole, signed, and one per size.
pub(crate) struct Reader {
    end: Arc<AtomicBool>,
    thread: JoinHandle<Result<Seen, String>>,
}

impl Reader {
    pub(crate) fn start(path: PathBuf) -> Self {
        let end = Arc::new(AtomicBool::new(false));
        let ended = Arc::clone(&end);
        let thread = thread::spawn(move || {
            let policy = policy();
            let mut seen = Seen::new();
            let mut last = 0;
            while !ended.load(Ordering::SeqCst) {
                if let Ok(note) = fs::read(&path) {
                    let opened = policy.open(&note).map_err(|fault| fault.to_string())?;
                    let (size, root) = (opened.checkpoint.size, opened.checkpoint.root);
                    if size < last || *seen.entry(size).or_insert(root) != root {
                        return Err(format!(
                            "a second checkpoint of size {size}, or an older one"
                        ));
                    }
                    last = size;
                }
                thread::sleep(Duration::from_millis(1));
            }
            Ok(seen)
        });
        Self { end, thread }
    }

    pub(crate) fn end(self) -> Result<Seen, Failed> {
        self.end.store(true, Ordering::SeqCst);
        let seen = self.thread.join().map_err(|_| "the reader ends")?;
        Ok(seen?)
    }
}
