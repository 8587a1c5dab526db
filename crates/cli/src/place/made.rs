//! A new register place: made beside, and put in its place when it is whole.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use sponsio_depositary::{OpenRegister, Recorded};
use sponsio_ledger::note::SigningKey;
use sponsio_ledger::policy::Policy;
use sponsio_record::Instant;

use crate::place::config::{self, Config};
use crate::place::key::passphrase::Source;
use crate::place::ledger::ServerFault;
use crate::place::{EXERCISE, Place, PlaceError, io_at, key, wait_for};

/// What is asked to make a register.
#[derive(Debug, Clone)]
pub struct NewPlace {
    /// The folder; it must not be there, or be empty.
    pub root: PathBuf,
    /// The origin of its log.
    pub origin: String,
    /// The folder of the lock file, where it is not beside the register.
    pub lock: Option<PathBuf>,
    /// The address of its database, where it lies on a server.
    pub store: Option<String>,
    /// What its first entry says.
    pub opening: OpenRegister,
    /// The instant, in an exercise.
    pub now: Option<Instant>,
    /// Where the passphrase of its key comes from; without one the key is not encrypted.
    pub passphrase: Option<Source>,
}

/// Makes a register, or leaves nothing behind.
pub fn make(request: NewPlace) -> Result<(Place, Recorded), PlaceError> {
    let NewPlace {
        root,
        mut origin,
        lock,
        store,
        opening,
        now,
        passphrase,
    } = request;
    if opening.exercise && !origin.ends_with(EXERCISE) {
        origin.push_str(EXERCISE);
    }
    let lock = free_lock(lock)?;
    free(&root)?;
    let phrase = passphrase.as_ref().map(Source::new_one).transpose()?;
    let phrase = phrase.as_ref().map(|phrase| phrase.as_str());
    let parent = match root.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    };
    fs::create_dir_all(&parent).map_err(io_at(&parent))?;
    let beside = tempfile::Builder::new()
        .prefix(".sponsio-init-")
        .tempdir_in(&parent)
        .map_err(io_at(&parent))?;
    let config = Config {
        store,
        ..Config::new(origin, lock)
    };
    let secret = key::fresh()?;
    furnish(beside.path(), &config, &secret, phrase)?;
    let place = Place {
        root: beside.path().to_owned(),
        config: config.clone(),
        passphrase: Source::default(),
    };
    untaken(&place)?;
    let clock = place.clock(now)?;
    let recorded = wait_for(async {
        let desk = place.first_desk(clock, &secret).await?;
        let recorded = desk.open_register(opening).await?;
        desk.close().await?;
        Ok::<_, PlaceError>(recorded)
    })??;
    fs::rename(beside.path(), &root).map_err(io_at(&root))?;
    // What was made has another name now: there is nothing to clear away.
    drop(beside.keep());
    sync(&parent)?;
    let passphrase = passphrase.unwrap_or_default();
    Ok((
        Place {
            root,
            config,
            passphrase,
        },
        recorded,
    ))
}

/// Refuses a database on a server that has a log of this origin: another folder has its key.
fn untaken(place: &Place) -> Result<(), PlaceError> {
    if place.address().is_none() {
        return Ok(());
    }
    let store = place.store()?;
    let head = wait_for(store.open_log(place.origin()))??;
    if head.size == 0 {
        return Ok(());
    }
    Err(ServerFault::Taken(place.origin().to_owned()).into())
}

/// Puts everything into the folder but the ledger: key, policy, settings.
fn furnish(
    root: &Path,
    config: &Config,
    secret: &[u8; 32],
    passphrase: Option<&str>,
) -> Result<(), PlaceError> {
    let signing = SigningKey::log(&config.origin, secret)
        .map_err(|_| PlaceError::Origin(config.origin.clone()))?;
    let keys = root.join("keys");
    fs::create_dir(&keys).map_err(io_at(&keys))?;
    key::write(
        &root.join(&config.key),
        core::slice::from_ref(secret),
        passphrase,
    )?;
    sync(&keys)?;
    let policy = Policy::of_log(signing.verifier().clone());
    put(&root.join(super::POLICY), &policy.print())?;
    let path = root.join(config::FILE);
    let no_text = || PlaceError::Io(path.clone(), io::ErrorKind::InvalidFilename.into());
    put(&path, config.print().ok_or_else(no_text)?.as_bytes())
}

fn put(path: &Path, bytes: &[u8]) -> Result<(), PlaceError> {
    fs::write(path, bytes).map_err(io_at(path))?;
    sync(path)
}

fn sync(path: &Path) -> Result<(), PlaceError> {
    File::open(path)
        .and_then(|file| file.sync_all())
        .map_err(io_at(path))
}

/// Refuses a folder that holds anything.
fn free(root: &Path) -> Result<(), PlaceError> {
    match fs::read_dir(root).map(|mut entries| entries.next().is_none()) {
        Ok(true) => Ok(()),
        Ok(false) => Err(PlaceError::Taken(root.to_owned())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(PlaceError::Io(root.to_owned(), error)),
    }
}

/// Returns the folder of the lock as the settings name it; one that locks another log is refused.
fn free_lock(lock: Option<PathBuf>) -> Result<PathBuf, PlaceError> {
    let Some(lock) = lock else {
        return Ok(PathBuf::from("lock"));
    };
    let held = lock.join("checkpoint");
    if held.exists() {
        return Err(PlaceError::Taken(held));
    }
    std::path::absolute(&lock).map_err(io_at(&lock))
}
