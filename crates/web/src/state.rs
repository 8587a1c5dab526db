//! What a house keeps on disk between starts: a folder that one process works in, and notes that
//! are there whole or not at all.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use sponsio_depositary::disk::{make_folder, replace};
use sponsio_ledger::checkpoint::Checkpoint;
use sponsio_ledger::note::Note;
use tokio::task::spawn_blocking;

use crate::failure::Failure;

/// A folder that no other process works in while this is held.
#[derive(Debug)]
pub(crate) struct Workplace {
    _lock: File,
}

impl Workplace {
    /// Takes the folder, which is made if it is not there.
    pub(crate) fn take(folder: &Path) -> Result<Self, Failure> {
        let path = folder.join(".lock");
        let open = || {
            make_folder(folder)?;
            OpenOptions::new()
                .create(true)
                .truncate(false)
                .write(true)
                .open(&path)
        };
        let lock = open().map_err(Failure::io(folder))?;
        match lock.try_lock() {
            Ok(()) => Ok(Self { _lock: lock }),
            Err(TryLockError::WouldBlock) => Err(Failure::InUse(folder.to_owned())),
            Err(TryLockError::Error(error)) => Err(Failure::io(&path)(error)),
        }
    }
}

/// A checkpoint with the note that says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Stated {
    pub(crate) checkpoint: Checkpoint,
    pub(crate) note: Note,
}

impl Stated {
    /// Reads a note that is a checkpoint.
    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        let note = Note::parse(bytes).ok()?;
        let checkpoint = Checkpoint::parse(note.text()).ok()?;
        Some(Self { checkpoint, note })
    }

    /// Reads a kept note; `None` where none is kept. What cannot be read is never taken for nothing:
    /// whoever forgets what it saw can be led anywhere.
    pub(crate) fn kept(path: &Path) -> Result<Option<Self>, Failure> {
        match fs::read(path) {
            Ok(bytes) => Self::read(&bytes)
                .map(Some)
                .ok_or_else(|| Failure::damaged(path, "the kept checkpoint cannot be read")),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(Failure::io(path)(error)),
        }
    }

    /// Keeps the note in place of the one before; it is on the disk when this returns.
    pub(crate) async fn keep(&self, path: PathBuf) -> Result<(), Failure> {
        let bytes = self.note.to_string().into_bytes();
        let kept = spawn_blocking(move || {
            let part = path.with_extension("part");
            replace(&part, &path, &bytes).map_err(Failure::io(&path))
        });
        kept.await.unwrap_or_else(|_| {
            Err(Failure::Io {
                place: "state".to_owned(),
                detail: "the thread that writes has died".to_owned(),
            })
        })
    }
}
