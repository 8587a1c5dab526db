//! The snapshot as files of a folder, one a segment. They are renamed into place and never synced: a
//! file that a power loss leaves half written has not its digest, and is made anew.

use alloc::sync::Arc;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::Snapshots;
use crate::disk::{blocking, make_folder};
use crate::store::{Answer, StoreError};

/// The longest file that is read: far more than a segment has.
const FILE_MAX: u64 = 1 << 30;

/// Segments in the folder of a register.
#[derive(Debug, Clone)]
pub struct FolderSnapshots {
    folder: Arc<Path>,
}

impl FolderSnapshots {
    /// Returns the snapshot in this folder, which is made when something is kept.
    pub fn at(folder: &Path) -> Self {
        Self {
            folder: folder.into(),
        }
    }

    fn file(&self, number: u64) -> PathBuf {
        self.folder.join(format!("{number:08}"))
    }
}

/// Nothing is lost where a snapshot cannot be read or kept.
fn harmless(path: &Path) -> impl Fn(io::Error) -> StoreError {
    move |error| StoreError::Retryable(format!("{}: {error}", path.display()))
}

impl Snapshots for FolderSnapshots {
    fn segment(&self, number: u64) -> Answer<'_, Option<Vec<u8>>> {
        let path = self.file(number);
        blocking(move || match fs::metadata(&path) {
            Ok(found) if found.len() > FILE_MAX => Ok(None),
            Ok(_) => fs::read(&path).map(Some).map_err(harmless(&path)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(harmless(&path)(error)),
        })
    }

    fn keep(&self, number: u64, bytes: Vec<u8>) -> Answer<'_, ()> {
        let (folder, path) = (Arc::clone(&self.folder), self.file(number));
        let part = path.with_extension("part");
        blocking(move || {
            make_folder(&folder)
                .and_then(|()| fs::write(&part, bytes))
                .and_then(|()| fs::rename(&part, &path))
                .map_err(harmless(&path))
        })
    }

    fn discard(&self) -> Answer<'_, ()> {
        let folder = Arc::clone(&self.folder);
        blocking(move || match fs::remove_dir_all(&folder) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(harmless(&folder)(error)),
            _ => Ok(()),
        })
    }
}
