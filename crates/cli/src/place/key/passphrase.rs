//! Where the passphrase of a key comes from: a file, or the person at the terminal. It is never an
//! argument, for arguments are shown to everybody on the machine, and never printed.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;
use zeroize::Zeroizing;

/// The fewest characters of a passphrase that is set.
pub const SHORTEST: usize = 12;

/// Why there is no passphrase.
#[derive(Debug, Error)]
pub enum PassphraseError {
    /// One is needed, no file is named, and nobody can be asked.
    #[error("a passphrase is needed, and there is no terminal to ask for it")]
    Nobody,
    /// The file cannot be read, or the terminal.
    #[error("{}: {}", .0.display(), .1)]
    Io(PathBuf, #[source] io::Error),
    /// The first line of the file is empty.
    #[error("{} holds no passphrase", .0.display())]
    Empty(PathBuf),
    /// The new one is too short.
    #[error("a passphrase has at least {SHORTEST} characters")]
    Short,
    /// What was typed the second time is not what was typed first.
    #[error("the two passphrases differ")]
    Differ,
}

/// How to ask on the terminal, in the words of the interface.
#[derive(Debug, Clone, Default)]
pub struct Prompts {
    /// For the passphrase of a key that is there.
    pub present: String,
    /// For a new one.
    pub new: String,
    /// For the same once more.
    pub again: String,
}

/// Where a passphrase comes from.
#[derive(Debug, Clone, Default)]
pub struct Source {
    /// The file whose first line it is.
    pub file: Option<PathBuf>,
    /// How to ask, where there is somebody at a terminal.
    pub prompts: Option<Prompts>,
}

impl Source {
    /// Returns the passphrase of a key that is there.
    pub fn present(&self) -> Result<Zeroizing<String>, PassphraseError> {
        match (&self.file, &self.prompts) {
            (Some(file), _) => first_line(file),
            (None, Some(prompts)) => ask(&prompts.present),
            (None, None) => Err(PassphraseError::Nobody),
        }
    }

    /// Returns a passphrase to be set; at a terminal it is typed twice.
    pub fn new_one(&self) -> Result<Zeroizing<String>, PassphraseError> {
        let passphrase = match (&self.file, &self.prompts) {
            (Some(file), _) => first_line(file)?,
            (None, Some(prompts)) => {
                let passphrase = ask(&prompts.new)?;
                if ask(&prompts.again)? != passphrase {
                    return Err(PassphraseError::Differ);
                }
                passphrase
            }
            (None, None) => return Err(PassphraseError::Nobody),
        };
        if passphrase.chars().count() < SHORTEST {
            return Err(PassphraseError::Short);
        }
        Ok(passphrase)
    }
}

fn first_line(file: &Path) -> Result<Zeroizing<String>, PassphraseError> {
    let text = fs::read_to_string(file).map(Zeroizing::new);
    let text = text.map_err(|error| PassphraseError::Io(file.to_owned(), error))?;
    let line = text.lines().next().unwrap_or_default();
    if line.is_empty() {
        return Err(PassphraseError::Empty(file.to_owned()));
    }
    Ok(Zeroizing::new(line.to_owned()))
}

fn ask(prompt: &str) -> Result<Zeroizing<String>, PassphraseError> {
    rpassword::prompt_password(prompt)
        .map(Zeroizing::new)
        .map_err(|error| PassphraseError::Io("/dev/tty".into(), error))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_file(text: &str) -> (tempfile::TempDir, Source) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("passphrase");
        fs::write(&file, text).unwrap();
        let file = Some(file);
        (
            folder,
            Source {
                file,
                prompts: None,
            },
        )
    }

    #[test]
    fn the_first_line_of_the_file_is_the_passphrase() {
        let (_folder, source) = of_file("correct horse battery\nand a note\n");
        assert_eq!(source.present().unwrap().as_str(), "correct horse battery");
        assert_eq!(source.new_one().unwrap().as_str(), "correct horse battery");
    }

    #[test]
    fn none_an_empty_one_and_a_short_one_are_refused() {
        let nobody = Source::default().present();
        assert!(matches!(nobody, Err(PassphraseError::Nobody)));
        let (_folder, source) = of_file("\nsecond line\n");
        assert!(matches!(source.present(), Err(PassphraseError::Empty(_))));
        let (_folder, source) = of_file("elevenchars\n");
        assert!(source.present().is_ok());
        assert!(matches!(source.new_one(), Err(PassphraseError::Short)));
        let missing = Source {
            file: Some("/nowhere/passphrase".into()),
            prompts: None,
        };
        assert!(matches!(missing.present(), Err(PassphraseError::Io(..))));
    }
}
