//! The lock file: one process per database. It holds the number of the process that has it, and is
//! freed by the operating system when that process ends, however it ends.

use super::open::OpenError;
use core::time::Duration;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read as _, Seek as _, Write as _};
use std::path::{Path, PathBuf};
use std::{process, thread};

/// How long to rest between two looks at a lock that another process holds.
const REST: Duration = Duration::from_millis(20);

/// The right to write; it ends when this is dropped.
pub(super) struct Held {
    _file: File,
}

/// Returns the lock file that stands beside a database.
pub(super) fn beside(database: &Path) -> PathBuf {
    let mut name = database.as_os_str().to_owned();
    name.push(".lock");
    name.into()
}

/// Takes the lock, waiting at most so long for another process to give it up.
///
/// The file is never removed: whoever removed it would let two processes lock two files.
pub(super) fn take(path: &Path, patience: Duration) -> Result<Held, OpenError> {
    let failed = |source| OpenError::Io {
        path: path.to_owned(),
        source,
    };
    let mut file = OpenOptions::new()
        .create(true)
        .truncate(false)
        .read(true)
        .write(true)
        .open(path)
        .map_err(failed)?;
    let mut waited = Duration::ZERO;
    loop {
        match file.try_lock() {
            Ok(()) => break,
            Err(TryLockError::WouldBlock) if waited < patience => {
                thread::sleep(REST);
                waited += REST;
            }
            Err(TryLockError::WouldBlock) => {
                return Err(OpenError::Held {
                    path: path.to_owned(),
                    pid: holder(&mut file),
                });
            }
            Err(TryLockError::Error(source)) => return Err(failed(source)),
        }
    }
    sign(&mut file).map_err(failed)?;
    Ok(Held { _file: file })
}

fn holder(file: &mut File) -> Option<u32> {
    let mut text = String::new();
    file.read_to_string(&mut text).ok()?;
    text.trim_end().parse().ok()
}

fn sign(file: &mut File) -> io::Result<()> {
    file.set_len(0)?;
    file.rewind()?;
    writeln!(file, "{}", process::id())
}
