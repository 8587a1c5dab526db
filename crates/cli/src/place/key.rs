//! The file of the log's secret key: 32 random bytes as text between two lines, for its owner's eyes
//! only. It is not encrypted; `sponsio doctor` says so.

use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::os::unix::fs::{MetadataExt as _, OpenOptionsExt as _};
use std::path::Path;

use sponsio_record::{from_base64, to_base64};

use crate::place::{PlaceError, io_at};

const BEGIN: &str = "-----BEGIN SPONSIO LOG KEY-----\n";
const END: &str = "\n-----END SPONSIO LOG KEY-----\n";

/// The permissions of the file: its owner reads and writes, nobody else anything.
const OWNER_ONLY: u32 = 0o600;

/// Writes a key to a file that is not there yet.
pub fn write(path: &Path, secret: &[u8; 32]) -> Result<(), PlaceError> {
    let text = format!("{BEGIN}{}{END}", to_base64(secret));
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(OWNER_ONLY)
        .open(path)
        .map_err(io_at(path))?;
    file.write_all(text.as_bytes())
        .and_then(|()| file.sync_all())
        .map_err(io_at(path))
}

/// Reads a key.
pub fn read(path: &Path) -> Result<[u8; 32], PlaceError> {
    let text = fs::read_to_string(path).map_err(io_at(path))?;
    let no_key = || PlaceError::Key(path.to_owned(), "no-key");
    let inner = text
        .strip_prefix(BEGIN)
        .and_then(|text| text.strip_suffix(END));
    let bytes = from_base64(inner.ok_or_else(no_key)?).map_err(|_| no_key())?;
    bytes.try_into().map_err(|_| no_key())
}

/// Returns the permissions of a key file that others than its owner have; zero is as it should be.
pub fn open_to_others(path: &Path) -> Result<u32, PlaceError> {
    let mode = fs::metadata(path).map_err(io_at(path))?.mode();
    Ok(mode & 0o077)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_for_its_owner_and_is_never_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("log.key");
        write(&path, &[7; 32]).unwrap();
        assert_eq!(read(&path).unwrap(), [7; 32]);
        assert_eq!(open_to_others(&path).unwrap(), 0);
        assert!(matches!(write(&path, &[8; 32]), Err(PlaceError::Io(..))));
        fs::write(&path, "no key").unwrap();
        assert!(matches!(read(&path), Err(PlaceError::Key(..))));
    }
}
