//! The file of a log's secret keys: 32 random bytes each as a line of text between two others, oldest
//! first, encrypted with a passphrase or not, for its owner's eyes only.

pub mod passphrase;
pub mod sealed;

use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::os::unix::fs::{MetadataExt as _, OpenOptionsExt as _};
use std::path::Path;

use sponsio_depositary::disk;
use sponsio_depositary::world::{Chance as _, SystemChance};
use sponsio_record::{from_base64, to_base64};
use zeroize::Zeroizing;

use self::passphrase::Source;
use self::sealed::{Lots, SealedError, WORK};
use crate::place::{PlaceError, io_at};

const BEGIN: &str = "-----BEGIN SPONSIO LOG KEY-----\n";
const END: &str = "\n-----END SPONSIO LOG KEY-----\n";

/// The permissions of the file: its owner reads and writes, nobody else anything.
const OWNER_ONLY: u32 = 0o600;

/// The most keys of one file: those of a rotation that was begun before the one before it is over.
const KEYS_MAX: usize = 8;

/// Secret keys, oldest first; they are wiped when they are no longer needed.
pub type Secrets = Zeroizing<Vec<[u8; 32]>>;

/// Returns a fresh secret key.
pub fn fresh() -> Result<Zeroizing<[u8; 32]>, PlaceError> {
    let mut secret = Zeroizing::new([0; 32]);
    SystemChance.fill(secret.as_mut_slice())?;
    Ok(secret)
}

/// Writes keys to a file that is not there yet, encrypted where there is a passphrase.
pub fn write(
    path: &Path,
    secrets: &[[u8; 32]],
    passphrase: Option<&str>,
) -> Result<(), PlaceError> {
    let text = printed(secrets, passphrase)?;
    create(path, &text).map_err(io_at(path))
}

/// Puts keys in the place of those in a file; it has the old ones or the new ones at any time.
pub fn replace(
    path: &Path,
    secrets: &[[u8; 32]],
    passphrase: Option<&str>,
) -> Result<(), PlaceError> {
    let text = printed(secrets, passphrase)?;
    let mut part = path.as_os_str().to_owned();
    part.push(".part");
    let part = Path::new(&part);
    let placed = || {
        // What a process that was killed has left is not continued.
        if let Err(error) = fs::remove_file(part)
            && error.kind() != std::io::ErrorKind::NotFound
        {
            return Err(error);
        }
        create(part, &text)?;
        fs::rename(part, path)?;
        disk::sync(&disk::folder_of(path))
    };
    placed().map_err(io_at(path))
}

/// The keys of a file, and the passphrase that opened it.
pub struct Unlocked {
    /// The keys.
    pub secrets: Secrets,
    /// The passphrase; none where they are not encrypted.
    pub passphrase: Option<Zeroizing<String>>,
}

/// Reads the keys of a file.
pub fn read(path: &Path, passphrase: &Source) -> Result<Secrets, PlaceError> {
    Ok(unlock(path, passphrase)?.secrets)
}

/// Reads the keys of a file; a passphrase is asked for only if they are encrypted.
pub fn unlock(path: &Path, passphrase: &Source) -> Result<Unlocked, PlaceError> {
    let text = text(path)?;
    let no_key = || PlaceError::Key(path.to_owned());
    if !sealed::is_sealed(&text) {
        return Ok(Unlocked {
            secrets: secrets(&text).ok_or_else(no_key)?,
            passphrase: None,
        });
    }
    let passphrase = passphrase.present()?;
    let opened = sealed::open(&text, &passphrase).map_err(|error| match error {
        SealedError::Passphrase => PlaceError::WrongPassphrase(path.to_owned()),
        SealedError::Form | SealedError::Work | SealedError::Changed => no_key(),
    })?;
    let opened = str::from_utf8(&opened).map_err(|_| no_key())?;
    Ok(Unlocked {
        secrets: secrets(opened).ok_or_else(no_key)?,
        passphrase: Some(passphrase),
    })
}

/// Whether the keys of a file are encrypted.
pub fn is_sealed(path: &Path) -> Result<bool, PlaceError> {
    Ok(sealed::is_sealed(&text(path)?))
}

/// Returns the permissions of a key file that others than its owner have; zero is as it should be.
pub fn open_to_others(path: &Path) -> Result<u32, PlaceError> {
    let mode = fs::metadata(path).map_err(io_at(path))?.mode();
    Ok(mode & 0o077)
}

fn text(path: &Path) -> Result<Zeroizing<String>, PlaceError> {
    let text = fs::read_to_string(path).map_err(io_at(path))?;
    Ok(Zeroizing::new(text))
}

fn secrets(text: &str) -> Option<Secrets> {
    let lines = text.strip_prefix(BEGIN)?.strip_suffix(END)?;
    let mut secrets = Zeroizing::new(Vec::with_capacity(KEYS_MAX));
    for line in lines.split('\n') {
        let bytes = Zeroizing::new(from_base64(line).ok()?);
        secrets.push(bytes.as_slice().try_into().ok()?);
    }
    (secrets.len() <= KEYS_MAX).then_some(secrets)
}

fn printed(
    secrets: &[[u8; 32]],
    passphrase: Option<&str>,
) -> Result<Zeroizing<String>, PlaceError> {
    let lines: Vec<_> = secrets.iter().map(|secret| to_base64(secret)).collect();
    let lines = Zeroizing::new(lines.join("\n"));
    let plain = Zeroizing::new([BEGIN, &lines, END].concat());
    let Some(passphrase) = passphrase else {
        return Ok(plain);
    };
    let mut lots = Lots {
        salt: [0; 16],
        file_key: Zeroizing::new([0; 16]),
        nonce: [0; 16],
    };
    SystemChance.fill(&mut lots.salt)?;
    SystemChance.fill(lots.file_key.as_mut_slice())?;
    SystemChance.fill(&mut lots.nonce)?;
    let sealed = sealed::seal(plain.as_bytes(), passphrase, &lots, WORK);
    // The parameters of the format are ours; no passphrase is refused by it.
    let sealed = sealed.ok_or(PlaceError::Unsealed)?;
    Ok(Zeroizing::new(sealed))
}

fn create(path: &Path, text: &str) -> std::io::Result<()> {
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(OWNER_ONLY)
        .open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_for_its_owner_and_is_never_overwritten_by_a_new_one() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("log.key");
        let nobody = Source::default();
        write(&path, &[[7; 32]], None).unwrap();
        assert_eq!(*read(&path, &nobody).unwrap(), [[7; 32]]);
        assert_eq!(open_to_others(&path).unwrap(), 0);
        let again = write(&path, &[[8; 32]], None);
        assert!(matches!(again, Err(PlaceError::Io(..))));
        replace(&path, &[[7; 32], [8; 32]], None).unwrap();
        assert_eq!(*read(&path, &nobody).unwrap(), [[7; 32], [8; 32]]);
        assert_eq!(open_to_others(&path).unwrap(), 0);
        fs::write(&path, "no key").unwrap();
        assert!(matches!(read(&path, &nobody), Err(PlaceError::Key(..))));
    }

    #[test]
    fn an_encrypted_key_needs_its_passphrase() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("log.key");
        let given = |text: &str| {
            let file = folder.path().join("passphrase");
            fs::write(&file, text).unwrap();
            Source {
                file: Some(file),
                prompts: None,
            }
        };
        write(&path, &[[7; 32]], Some("correct horse battery")).unwrap();
        assert!(is_sealed(&path).unwrap());
        let held = fs::read_to_string(&path).unwrap();
        assert!(!held.contains(&to_base64(&[7; 32])));
        let right = read(&path, &given("correct horse battery\n")).unwrap();
        assert_eq!(*right, [[7; 32]]);
        let wrong = read(&path, &given("correct horse\n"));
        assert!(matches!(wrong, Err(PlaceError::WrongPassphrase(_))));
        let none = read(&path, &Source::default());
        assert!(matches!(none, Err(PlaceError::Passphrase(_))));
    }
}
