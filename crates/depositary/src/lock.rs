//! The lock file: the last note that was signed, on another volume than the log and in no backup.
//!
//! Of a note it reads the second line, which is the number of entries, and whether the text is the
//! same; signatures are for others to verify.

use crate::disk::{blocking, fatal, make_folder, replace};
use crate::store::{Answer, Lock, StoreError, Swap};
use alloc::sync::Arc;
use std::fs::{self, OpenOptions};
use std::io;
use std::path::Path;

/// A lock that is the file `checkpoint` in a folder of its own.
#[derive(Debug, Clone)]
pub struct FolderLock {
    folder: Arc<Path>,
}

impl FolderLock {
    /// Opens the lock in this folder, which is made if it is not there.
    pub fn open(folder: &Path) -> io::Result<Self> {
        make_folder(folder)?;
        Ok(Self {
            folder: folder.into(),
        })
    }
}

impl Lock for FolderLock {
    fn checkpoint(&self) -> Answer<'_, Option<Vec<u8>>> {
        let folder = Arc::clone(&self.folder);
        blocking(move || held(&folder.join(NOTE)))
    }

    fn swap(&self, old: Option<&[u8]>, new: &[u8]) -> Answer<'_, Swap> {
        let folder = Arc::clone(&self.folder);
        let (old, new) = (old.map(<[u8]>::to_vec), new.to_vec());
        blocking(move || swap(&folder, old.as_deref(), &new))
    }
}

const NOTE: &str = "checkpoint";

fn held(path: &Path) -> Result<Option<Vec<u8>>, StoreError> {
    match fs::read(path) {
        Ok(note) => Ok(Some(note)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(fatal(path)(error)),
    }
}

/// Compares and swaps while no other process can.
fn swap(folder: &Path, old: Option<&[u8]>, new: &[u8]) -> Result<Swap, StoreError> {
    let path = folder.join(NOTE);
    let guard = folder.join("checkpoint.guard");
    // The guard stays: who removed it would let two processes hold two guards.
    let _guard = OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(&guard)
        .and_then(|file| file.lock().map(|()| file))
        .map_err(fatal(&guard))?;
    let held = held(&path)?;
    if held.as_deref() != old {
        return Ok(Swap::Lost { held });
    }
    let offered = Stated::read(new).ok_or_else(|| unreadable("the new note"))?;
    if let Some(held) = &held {
        let held = Stated::read(held).ok_or_else(|| unreadable("the locked note"))?;
        if offered.size < held.size {
            return Err(StoreError::Fatal(format!(
                "a note over {} entries is older than the locked one over {}",
                offered.size, held.size
            )));
        }
        if offered.size == held.size && offered.text != held.text {
            let size = held.size;
            return Err(StoreError::Fatal(format!("two notes over {size} entries")));
        }
    }
    let part = folder.join("checkpoint.part");
    replace(&part, &path, new).map_err(fatal(&path))?;
    Ok(Swap::Done)
}

fn unreadable(what: &str) -> StoreError {
    StoreError::Fatal(format!("{what} does not state how many entries it covers"))
}

/// Returns how many entries a note covers, by its second line.
pub(crate) fn covered(note: &[u8]) -> Option<u64> {
    Stated::read(note).map(|stated| stated.size)
}

/// What a note says above its signatures.
struct Stated<'a> {
    text: &'a [u8],
    size: u64,
}

impl<'a> Stated<'a> {
    fn read(note: &'a [u8]) -> Option<Self> {
        let end = note.windows(2).position(|pair| pair == b"\n\n")?;
        let text = note.get(..=end)?;
        let digits = str::from_utf8(text.split(|byte| *byte == b'\n').nth(1)?).ok()?;
        let plain = digits.bytes().all(|digit| digit.is_ascii_digit());
        let leading = digits.len() > 1 && digits.starts_with('0');
        if !plain || leading || digits.len() > 18 {
            return None;
        }
        let size = digits.parse().ok()?;
        Some(Self { text, size })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn note(size: &str, root: &str, signature: &str) -> Vec<u8> {
        format!("office.example/log\n{size}\n{root}\n\n— office {signature}\n").into_bytes()
    }

    fn lock() -> (tempfile::TempDir, FolderLock) {
        let folder = tempfile::tempdir().unwrap();
        let lock = FolderLock::open(&folder.path().join("lock")).unwrap();
        (folder, lock)
    }

    #[tokio::test]
    async fn the_swap_is_won_by_who_knows_what_is_locked() {
        let (_folder, lock) = lock();
        assert_eq!(lock.checkpoint().await, Ok(None));
        let (first, second, third) = (
            note("1", "a", "x"),
            note("2", "b", "x"),
            note("3", "c", "x"),
        );
        let lost = |held: &Vec<u8>| Swap::Lost {
            held: Some(held.clone()),
        };
        assert_eq!(
            lock.swap(Some(&first), &second).await,
            Ok(Swap::Lost { held: None })
        );
        assert_eq!(lock.swap(None, &first).await, Ok(Swap::Done));
        assert_eq!(lock.swap(None, &second).await, Ok(lost(&first)));
        assert_eq!(lock.swap(Some(&first), &second).await, Ok(Swap::Done));
        assert_eq!(lock.swap(Some(&first), &third).await, Ok(lost(&second)));
        assert_eq!(lock.checkpoint().await, Ok(Some(second)));
    }

    #[tokio::test]
    async fn an_older_size_and_a_second_text_for_one_size_are_refused() {
        let (_folder, lock) = lock();
        let held = note("10", "a", "x");
        assert_eq!(lock.swap(None, &held).await, Ok(Swap::Done));
        for wrong in [note("9", "a", "x"), note("10", "b", "x")] {
            let refused = lock.swap(Some(&held), &wrong).await;
            assert!(matches!(refused, Err(StoreError::Fatal(_))), "{refused:?}");
        }
        assert_eq!(lock.checkpoint().await, Ok(Some(held.clone())));
        let cosigned = note("10", "a", "x\n— witness y");
        assert_eq!(lock.swap(Some(&held), &cosigned).await, Ok(Swap::Done));
    }

    #[tokio::test]
    async fn a_note_that_states_no_size_is_refused() {
        let (_folder, lock) = lock();
        for size in ["", "01", "-1", "+1", " 1", "1000000000000000000", "x"] {
            let refused = lock.swap(None, &note(size, "a", "x")).await;
            assert!(matches!(refused, Err(StoreError::Fatal(_))), "{size:?}");
        }
        assert!(lock.swap(None, b"").await.is_err());
        assert!(lock.swap(None, b"one line\n\n").await.is_err());
        assert_eq!(lock.checkpoint().await, Ok(None));
    }

    #[tokio::test]
    async fn of_many_who_race_one_wins() {
        let (_folder, lock) = lock();
        let start = note("1", "a", "x");
        assert_eq!(lock.swap(None, &start).await, Ok(Swap::Done));
        let racers: Vec<_> = (0..16)
            .map(|racer| {
                let (lock, start) = (lock.clone(), start.clone());
                let new = note("2", &format!("root of {racer}"), "x");
                tokio::spawn(async move { lock.swap(Some(&start), &new).await })
            })
            .collect();
        let mut won = 0;
        for racer in racers {
            won += usize::from(racer.await.unwrap() == Ok(Swap::Done));
        }
        assert_eq!(won, 1);
    }
}
