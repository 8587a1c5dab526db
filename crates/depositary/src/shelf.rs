//! The folder that the public reads: tiles, entry bundles and the checkpoint.
//!
//! A file appears whole or not at all: it is written in `.incoming`, synced, renamed to its place,
//! and the folder is synced. Several processes may place files in one folder, each with its own part
//! of `.incoming`. What a tile holds is not known here; of a checkpoint, how many entries it covers.

use crate::disk::{blocking, fatal, folder_of, make_folder, replace, sync, write};
use crate::lock::covered;
use crate::store::{Answer, Shelf, StoreError};
use alloc::collections::BTreeSet;
use alloc::sync::Arc;
use core::sync::atomic::{AtomicU64, Ordering};
use rustix::fs::{CWD, RenameFlags, renameat_with, syncfs};
use rustix::io::Errno;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

/// A shelf that is a folder on a local disk.
#[derive(Debug, Clone)]
pub struct FolderShelf {
    place: Arc<Place>,
}

#[derive(Debug)]
struct Place {
    root: PathBuf,
    /// Where files are written before they are placed; none where the shelf is only read.
    incoming: Option<Incoming>,
    written: AtomicU64,
}

/// Where this process alone writes what it is about to place.
#[derive(Debug)]
struct Incoming {
    folder: PathBuf,
    /// Held for as long as the process lives.
    _held: File,
}

const CHECKPOINT: &str = "checkpoint";
const INCOMING: &str = ".incoming";
const PART: &str = "part-";
const HELD: &str = "held-";
const GUARD: &str = "guard";

/// How many files are waited for one by one: the disk is not made to take what others have written.
const FEW: usize = 4;

impl FolderShelf {
    /// Opens the shelf in this folder, which is made if it is not there, and sweeps away what
    /// processes that were killed left half-written.
    pub fn open(root: &Path) -> io::Result<Self> {
        let incoming = Incoming::take(&root.join(INCOMING))?;
        Ok(Self {
            place: Arc::new(Place {
                root: root.to_owned(),
                incoming: Some(incoming),
                written: AtomicU64::new(0),
            }),
        })
    }

    /// Opens the shelf in this folder to read it, beside whatever process places files there; nothing
    /// is swept away, and placing is refused.
    pub fn open_reading(root: &Path) -> Self {
        Self {
            place: Arc::new(Place {
                root: root.to_owned(),
                incoming: None,
                written: AtomicU64::new(0),
            }),
        }
    }
}

impl Incoming {
    /// Takes the first part that no living process has, and sweeps the others that none has.
    fn take(above: &Path) -> io::Result<Self> {
        make_folder(above)?;
        let parts = parts_of(above)?;
        let mut taken = None;
        for number in 0..=parts {
            let folder = above.join(format!("{PART}{number}"));
            // The file stays: who removed it would let two processes hold two files.
            let held = open_to_lock(&above.join(format!("{HELD}{number}")))?;
            match held.try_lock() {
                Err(TryLockError::WouldBlock) => continue,
                Err(TryLockError::Error(error)) => return Err(error),
                Ok(()) => sweep(&folder)?,
            }
            if taken.is_none() {
                taken = Some((folder, held));
            }
        }
        match taken {
            Some((folder, held)) => {
                make_folder(&folder)?;
                Ok(Self {
                    folder,
                    _held: held,
                })
            }
            // Another process took the last one meanwhile.
            None => Self::take(above),
        }
    }
}

/// Returns one more than the largest number of a part, and sweeps what is none.
fn parts_of(above: &Path) -> io::Result<u64> {
    let mut parts = 0;
    for item in fs::read_dir(above)? {
        let item = item?;
        let name = item.file_name().to_string_lossy().into_owned();
        let number = name.strip_prefix(PART).or(name.strip_prefix(HELD));
        match number.map(str::parse::<u64>) {
            Some(Ok(number)) => parts = parts.max(number + 1),
            _ if name == GUARD => {}
            // Before there were parts, files were written here.
            _ => match fs::remove_file(item.path()) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => {}
            },
        }
    }
    Ok(parts)
}

fn open_to_lock(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.create(true).truncate(false).write(true).open(path)
}

fn sweep(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

impl Shelf for FolderShelf {
    fn tile(&self, path: &str) -> Answer<'_, Option<Vec<u8>>> {
        let (place, path) = (Arc::clone(&self.place), path.to_owned());
        blocking(move || match place.below(&path) {
            Some(path) => read(&path),
            None => Ok(None),
        })
    }

    fn place(&self, path: &str, bytes: Vec<u8>) -> Answer<'_, ()> {
        let (place, path) = (Arc::clone(&self.place), path.to_owned());
        blocking(move || place.put(&place.named(&path)?, &bytes))
    }

    fn place_all(&self, files: Vec<(String, Vec<u8>)>) -> Answer<'_, ()> {
        let place = Arc::clone(&self.place);
        blocking(move || {
            let named = files.into_iter();
            let named = named.map(|(path, bytes)| Ok((place.named(&path)?, bytes)));
            place.put_all(&named.collect::<Result<Vec<_>, StoreError>>()?)
        })
    }

    fn mend(&self, path: &str, bytes: Vec<u8>) -> Answer<'_, ()> {
        let (place, path) = (Arc::clone(&self.place), path.to_owned());
        blocking(move || place.put_over(&place.named(&path)?, &bytes))
    }

    fn list(&self) -> Answer<'_, Vec<String>> {
        let place = Arc::clone(&self.place);
        blocking(move || {
            let mut found = Vec::new();
            collect(&place.root, "", &mut found).map_err(fatal(&place.root))?;
            found.retain(|path| path != CHECKPOINT);
            found.sort_unstable();
            Ok(found)
        })
    }

    fn checkpoint(&self) -> Answer<'_, Option<Vec<u8>>> {
        let place = Arc::clone(&self.place);
        blocking(move || read(&place.root.join(CHECKPOINT)))
    }

    fn publish(&self, checkpoint: Vec<u8>) -> Answer<'_, ()> {
        let place = Arc::clone(&self.place);
        blocking(move || place.show(&checkpoint))
    }
}

impl Place {
    /// Returns the file of this path, if the path leads to a place below the root and to no other.
    fn below(&self, path: &str) -> Option<PathBuf> {
        let sound = |part: &str| {
            let letters = |byte: u8| byte.is_ascii_alphanumeric() || b"._-".contains(&byte);
            !part.is_empty() && !part.starts_with('.') && part.bytes().all(letters)
        };
        let known = path.split('/').all(sound) && path != CHECKPOINT;
        known.then(|| self.root.join(path))
    }

    fn named(&self, path: &str) -> Result<PathBuf, StoreError> {
        let unknown = || StoreError::Fatal(format!("no file of a log is called `{path}`"));
        self.below(path).ok_or_else(unknown)
    }

    /// Places a file, and never over another.
    fn put(&self, path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
        make_folder(&folder_of(path)).map_err(fatal(path))?;
        if let Some(found) = read(path)? {
            return self.compare(path, &found, bytes);
        }
        let part = self.part()?;
        write(&part, bytes).map_err(fatal(path))?;
        self.rename(&part, path, bytes)?;
        sync(&folder_of(path)).map_err(fatal(path))
    }

    /// Places files, none over another. Each is on the disk before it has its name; where there are
    /// many, the disk is waited for once for the bytes of all, and once for the names in each folder.
    fn put_all(&self, files: &[(PathBuf, Vec<u8>)]) -> Result<(), StoreError> {
        let are_few = files.len() <= FEW;
        let mut parts = Vec::new();
        for (path, bytes) in files {
            make_folder(&folder_of(path)).map_err(fatal(path))?;
            if let Some(found) = read(path)? {
                self.compare(path, &found, bytes)?;
                continue;
            }
            let part = self.part()?;
            let written = if are_few {
                write(&part, bytes)
            } else {
                fs::write(&part, bytes)
            };
            written.map_err(fatal(&part))?;
            parts.push((part, path, bytes));
        }
        if parts.is_empty() {
            return Ok(());
        }
        if !are_few {
            let folder = &self.incoming()?.folder;
            let volume = File::open(folder).map_err(fatal(folder))?;
            syncfs(&volume).map_err(|error| fatal(folder)(error.into()))?;
        }
        let mut folders = BTreeSet::new();
        for (part, path, bytes) in parts {
            self.rename(&part, path, bytes)?;
            folders.insert(folder_of(path));
        }
        folders
            .iter()
            .try_for_each(|folder| sync(folder).map_err(fatal(folder)))
    }

    /// Gives a written file its name, unless another file with these bytes has it.
    fn rename(&self, part: &Path, path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
        match renameat_with(CWD, part, CWD, path, RenameFlags::NOREPLACE) {
            Ok(()) => Ok(()),
            Err(Errno::EXIST) => {
                fs::remove_file(part).map_err(fatal(part))?;
                let found = read(path)?.unwrap_or_default();
                self.compare(path, &found, bytes)
            }
            Err(error) => Err(fatal(path)(error.into())),
        }
    }

    /// Accepts a file that is there with these bytes. A process killed between rename and sync left
    /// it in the page cache only, so it is synced again.
    fn compare(&self, path: &Path, found: &[u8], bytes: &[u8]) -> Result<(), StoreError> {
        if found != bytes {
            let name = path.strip_prefix(&self.root).unwrap_or(path).display();
            return Err(StoreError::Fatal(format!(
                "the file {name} of the log is there with other bytes"
            )));
        }
        File::open(path)
            .and_then(|file| file.sync_all())
            .and_then(|()| sync(&folder_of(path)))
            .map_err(fatal(path))
    }

    /// Shows a checkpoint, unless one over more entries is shown, while no other process can.
    fn show(&self, checkpoint: &[u8]) -> Result<(), StoreError> {
        self.incoming()?;
        let path = self.root.join(CHECKPOINT);
        let guard = self.root.join(INCOMING).join(GUARD);
        let _guard = open_to_lock(&guard)
            .and_then(|file| file.lock().map(|()| file))
            .map_err(fatal(&guard))?;
        let shown = read(&path)?.and_then(|shown| covered(&shown));
        if shown > covered(checkpoint) {
            return Ok(());
        }
        self.put_over(&path, checkpoint)
    }

    fn put_over(&self, path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
        let part = self.part()?;
        make_folder(&folder_of(path))
            .and_then(|()| replace(&part, path, bytes))
            .map_err(fatal(path))
    }

    fn incoming(&self) -> Result<&Incoming, StoreError> {
        let only_read = || StoreError::Fatal("the log's files are only read here".to_owned());
        self.incoming.as_ref().ok_or_else(only_read)
    }

    fn part(&self) -> Result<PathBuf, StoreError> {
        let number = self.written.fetch_add(1, Ordering::SeqCst);
        Ok(self.incoming()?.folder.join(number.to_string()))
    }
}

fn read(path: &Path) -> Result<Option<Vec<u8>>, StoreError> {
    use io::ErrorKind::{IsADirectory, NotADirectory, NotFound};
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if matches!(error.kind(), NotFound | IsADirectory | NotADirectory) => Ok(None),
        Err(error) => Err(fatal(path)(error)),
    }
}

/// Collects the files below a folder, by their path from the root of the shelf.
fn collect(folder: &Path, prefix: &str, found: &mut Vec<String>) -> io::Result<()> {
    for item in fs::read_dir(folder)? {
        let item = item?;
        let name = item.file_name();
        let path = format!("{prefix}{}", name.to_string_lossy());
        if !item.file_type()?.is_dir() {
            found.push(path);
        } else if path != INCOMING {
            collect(&item.path(), &format!("{path}/"), found)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
