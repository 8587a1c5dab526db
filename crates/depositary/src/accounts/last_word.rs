//! The last word on who is revoked: a file beside the last checkpoint that was signed, on another volume and
//! in no backup. By it an older copy of the accounts is told who was revoked after it was made. It names
//! pseudonyms alone.

use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use sponsio_record::Instant;

use super::{AccountError, Accounts, OWNER_ONLY};
use crate::disk::{folder_of, make_folder, sync};

/// The file in which revocations are written down, one a line: when, what, whose.
#[derive(Debug, Clone)]
pub struct LastWord(PathBuf);

/// What was done with an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Word {
    /// It was revoked.
    Revoked,
    /// It was invited again.
    Invited,
}

impl Word {
    const fn text(self) -> &'static str {
        match self {
            Self::Revoked => "revoked",
            Self::Invited => "invited",
        }
    }
}

impl LastWord {
    /// Returns the last word that is kept in this file; without it nobody was revoked.
    pub const fn of(file: PathBuf) -> Self {
        Self(file)
    }

    /// Returns the file.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Returns what was last done with an account, if anything was written of it.
    pub fn on(&self, officer: &str) -> Result<Option<Word>, AccountError> {
        let text = match fs::read_to_string(&self.0) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(AccountError::Io(self.0.clone(), error)),
        };
        let mut words = text.lines().rev().filter_map(|line| {
            let mut parts = line.split(' ').skip(1);
            let word = match parts.next()? {
                "revoked" => Word::Revoked,
                "invited" => Word::Invited,
                _ => return None,
            };
            (parts.next()? == officer).then_some(word)
        });
        Ok(words.next())
    }

    /// Adds a line; it is on the disk when this returns.
    fn add(&self, word: Word, officer: &str, now: Instant) -> io::Result<()> {
        let folder = folder_of(&self.0);
        make_folder(&folder)?;
        let mut options = OpenOptions::new();
        let mut file = options
            .create(true)
            .append(true)
            .mode(OWNER_ONLY)
            .open(&self.0)?;
        file.write_all(format!("{now} {} {officer}\n", word.text()).as_bytes())?;
        file.sync_all()?;
        sync(&folder)
    }
}

impl Accounts {
    /// Writes down what was done, where there is a place for it and it changes what stands there.
    pub(super) fn note(&self, word: Word, officer: &str, now: Instant) -> Result<(), AccountError> {
        let Some(last) = &self.last_word else {
            return Ok(());
        };
        let stands = last.on(officer)?;
        if word == Word::Invited && stands != Some(Word::Revoked) {
            return Ok(());
        }
        let added = last.add(word, officer, now);
        added.map_err(|error| AccountError::Unnoted(last.0.clone(), error))
    }
}
