//! The folder that the public reads: tiles, entry bundles and the checkpoint.
//!
//! A file appears whole or not at all: it is written in `.incoming`, synced, renamed to its place,
//! and the folder is synced. What a tile holds is not known here.

use crate::disk::{blocking, fatal, folder_of, make_folder, replace, sync, write};
use crate::store::{Answer, Shelf, StoreError};
use alloc::collections::BTreeSet;
use alloc::sync::Arc;
use core::sync::atomic::{AtomicU64, Ordering};
use rustix::fs::{CWD, RenameFlags, renameat_with, syncfs};
use rustix::io::Errno;
use std::fs;
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
    incoming: PathBuf,
    written: AtomicU64,
}

const CHECKPOINT: &str = "checkpoint";
const INCOMING: &str = ".incoming";

impl FolderShelf {
    /// Opens the shelf in this folder, which is made if it is not there, and sweeps away what a
    /// process that was killed left half-written.
    ///
    /// One process at a time places files there.
    pub fn open(root: &Path) -> io::Result<Self> {
        let incoming = root.join(INCOMING);
        match fs::remove_dir_all(&incoming) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        make_folder(&incoming)?;
        Ok(Self {
            place: Arc::new(Place {
                root: root.to_owned(),
                incoming,
                written: AtomicU64::new(0),
            }),
        })
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
        blocking(move || place.put_over(&place.root.join(CHECKPOINT), &checkpoint))
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
        let part = self.part();
        write(&part, bytes).map_err(fatal(path))?;
        self.rename(&part, path, bytes)?;
        sync(&folder_of(path)).map_err(fatal(path))
    }

    /// Places files, none over another. Each is on the disk before it has its name, and the disk is
    /// waited for once for the bytes of all, and once for the names in each folder.
    fn put_all(&self, files: &[(PathBuf, Vec<u8>)]) -> Result<(), StoreError> {
        let mut parts = Vec::new();
        for (path, bytes) in files {
            make_folder(&folder_of(path)).map_err(fatal(path))?;
            if let Some(found) = read(path)? {
                self.compare(path, &found, bytes)?;
                continue;
            }
            let part = self.part();
            fs::write(&part, bytes).map_err(fatal(&part))?;
            parts.push((part, path, bytes));
        }
        if parts.is_empty() {
            return Ok(());
        }
        let volume = fs::File::open(&self.incoming).map_err(fatal(&self.incoming))?;
        syncfs(&volume).map_err(|error| fatal(&self.incoming)(error.into()))?;
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
        fs::File::open(path)
            .and_then(|file| file.sync_all())
            .and_then(|()| sync(&folder_of(path)))
            .map_err(fatal(path))
    }

    fn put_over(&self, path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
        make_folder(&folder_of(path))
            .and_then(|()| replace(&self.part(), path, bytes))
            .map_err(fatal(path))
    }

    fn part(&self) -> PathBuf {
        let number = self.written.fetch_add(1, Ordering::SeqCst);
        self.incoming.join(number.to_string())
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
mod tests {
    use super::*;

    fn shelf() -> (tempfile::TempDir, FolderShelf) {
        let folder = tempfile::tempdir().unwrap();
        let shelf = FolderShelf::open(&folder.path().join("log")).unwrap();
        (folder, shelf)
    }

    #[tokio::test]
    async fn a_file_is_placed_once() {
        let (_folder, shelf) = shelf();
        let path = "tile/0/x001/234.p/17";
        assert_eq!(shelf.tile(path).await, Ok(None));
        assert_eq!(shelf.place(path, b"leaves".to_vec()).await, Ok(()));
        assert_eq!(shelf.place(path, b"leaves".to_vec()).await, Ok(()));
        let other = shelf.place(path, b"other!".to_vec()).await;
        assert!(matches!(other, Err(StoreError::Fatal(_))), "{other:?}");
        assert_eq!(shelf.tile(path).await, Ok(Some(b"leaves".to_vec())));
        assert_eq!(shelf.tile("tile/0/x001").await, Ok(None));
        assert_eq!(shelf.tile("tile/0/x001/234.p/17/1").await, Ok(None));
    }

    #[tokio::test]
    async fn many_files_are_placed_together_and_none_over_another() {
        let (_folder, shelf) = shelf();
        let file = |path: &str, bytes: &[u8]| (path.to_owned(), bytes.to_vec());
        assert_eq!(shelf.place("tile/0/001", b"one".to_vec()).await, Ok(()));
        let files = vec![
            file("tile/0/000", b"nought"),
            file("tile/0/001", b"one"),
            file("tile/1/000.p/2", b"above"),
        ];
        assert_eq!(shelf.place_all(files.clone()).await, Ok(()));
        assert_eq!(shelf.place_all(files.clone()).await, Ok(()));
        let listed: Vec<_> = files.into_iter().map(|(path, _)| path).collect();
        assert_eq!(shelf.list().await.unwrap(), listed);
        let other = vec![file("tile/0/002", b"two"), file("tile/0/001", b"other")];
        assert!(matches!(
            shelf.place_all(other).await,
            Err(StoreError::Fatal(_))
        ));
        assert_eq!(shelf.tile("tile/0/002").await, Ok(None));
        assert_eq!(shelf.tile("tile/0/001").await, Ok(Some(b"one".to_vec())));
    }

    #[tokio::test]
    async fn a_wrong_file_is_mended_and_the_checkpoint_is_replaced() {
        let (_folder, shelf) = shelf();
        assert_eq!(shelf.place("tile/0/000", b"wrong".to_vec()).await, Ok(()));
        assert_eq!(shelf.mend("tile/0/000", b"right".to_vec()).await, Ok(()));
        assert_eq!(shelf.tile("tile/0/000").await, Ok(Some(b"right".to_vec())));
        assert_eq!(shelf.checkpoint().await, Ok(None));
        for note in [b"one".to_vec(), b"two".to_vec()] {
            assert_eq!(shelf.publish(note.clone()).await, Ok(()));
            assert_eq!(shelf.checkpoint().await, Ok(Some(note)));
        }
        assert_eq!(shelf.list().await, Ok(vec!["tile/0/000".to_owned()]));
    }

    #[tokio::test]
    async fn no_path_leads_out_of_the_shelf() {
        let (folder, shelf) = shelf();
        fs::write(folder.path().join("secret"), "key").unwrap();
        for path in [
            "../secret",
            "/etc/passwd",
            "tile/../../secret",
            "",
            "a//b",
            "a/",
            ".incoming/0",
            "checkpoint",
            "a\\b",
        ] {
            assert_eq!(shelf.tile(path).await, Ok(None), "{path}");
            assert!(shelf.place(path, b"x".to_vec()).await.is_err(), "{path}");
            assert!(shelf.mend(path, b"x".to_vec()).await.is_err(), "{path}");
        }
    }

    #[tokio::test]
    async fn what_a_killed_process_left_is_swept() {
        let (folder, shelf) = shelf();
        assert_eq!(shelf.place("tile/0/000", b"whole".to_vec()).await, Ok(()));
        let root = folder.path().join("log");
        fs::write(root.join(".incoming/7"), "hal").unwrap();
        assert_eq!(shelf.list().await.unwrap(), ["tile/0/000"]);
        let again = FolderShelf::open(&root).unwrap();
        assert!(!root.join(".incoming/7").exists());
        assert_eq!(again.tile("tile/0/000").await, Ok(Some(b"whole".to_vec())));
    }
}
