//! Files that are on the disk when the call returns. An error is fatal: after a failed sync nobody
//! knows what the disk has.

use crate::store::{Answer, StoreError};
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use tokio::task::spawn_blocking;

/// Does file work in a thread that may wait for the disk.
pub(crate) fn blocking<'a, T: Send + 'static>(
    work: impl FnOnce() -> Result<T, StoreError> + Send + 'static,
) -> Answer<'a, T> {
    Box::pin(async move {
        let died = |_| StoreError::Fatal("a thread that writes files died".to_owned());
        spawn_blocking(work).await.map_err(died)?
    })
}

/// Returns that a file could not be used; whatever the reason, the writer stops.
pub(crate) fn fatal(path: &Path) -> impl Fn(io::Error) -> StoreError {
    move |error| StoreError::Fatal(format!("{}: {error}", path.display()))
}

/// Writes a file beside and renames it over the old one; both are on the disk before it returns.
pub fn replace(part: &Path, path: &Path, bytes: &[u8]) -> io::Result<()> {
    write(part, bytes)?;
    fs::rename(part, path)?;
    sync(&folder_of(path))
}

/// Writes a file, and waits until the disk has it.
pub fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// Waits until the disk has the names in a folder.
pub fn sync(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Returns the folder in which a file lies.
pub fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// Whether files can be made in a folder: it is there, its volume is not read-only, and this process may.
pub fn can_write(folder: &Path) -> bool {
    rustix::fs::access(
        folder,
        rustix::fs::Access::WRITE_OK | rustix::fs::Access::EXEC_OK,
    )
    .is_ok()
}

/// Makes a folder and those above it; the disk has each name before the next one is made.
pub fn make_folder(folder: &Path) -> io::Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    let above = folder_of(folder);
    make_folder(&above)?;
    match fs::create_dir(folder) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
        _ => {}
    }
    sync(&above)
}
