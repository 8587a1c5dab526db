//! The files of a text: `<name>.<language>.treaty`.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use sponsio_record::Digest;
use sponsio_text::markup::{FILE_MAX, Options, Parsed, lenient, parse};
use sponsio_text::{IdsOfDigest, Language};

use crate::failure::{Failure, Kind};
use crate::wording::{Words, say};

/// A file that was read.
pub(crate) struct Source {
    /// Its name as it was given.
    pub(crate) name: String,
    /// Its bytes; of one that is too large, one byte more than may be read.
    pub(crate) bytes: Vec<u8>,
    path: PathBuf,
}

impl Source {
    /// Reads a file, as far as it may be read.
    pub(crate) fn read(words: &Words, path: &Path) -> Result<Self, Failure> {
        let name = path.display().to_string();
        let mut bytes = Vec::new();
        let read = File::open(path)
            .and_then(|file| file.take(FILE_MAX as u64 + 1).read_to_end(&mut bytes));
        match read {
            Ok(_) => {
                let path = path.to_owned();
                Ok(Self { name, bytes, path })
            }
            Err(error) => {
                let kind = match error.kind() {
                    io::ErrorKind::NotFound => Kind::NotFound,
                    _ => Kind::Defect,
                };
                let why = error.to_string();
                let sentence = say!(words, "text-unreadable", file = name, why = why);
                Err(Failure::new(kind, sentence))
            }
        }
    }

    /// Returns the bytes as text; what is none is shown as a mark.
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    /// Returns the file.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Reads the text in it. Ids that it lacks follow from its bytes, so that the same file is always
    /// given the same ones.
    pub(crate) fn parse(&self, is_lenient: bool) -> Parsed {
        let options = Options {
            language: self.language(),
            ..Options::default()
        };
        let mut ids = IdsOfDigest::new(Digest::of(&self.bytes));
        if is_lenient {
            lenient::read(&self.bytes, &options, &mut ids).parsed
        } else {
            parse(&self.bytes, &options, &mut ids)
        }
    }

    /// The language that the name of the file says.
    fn language(&self) -> Option<Language> {
        let stem = Path::new(self.path.file_stem()?);
        Language::new(stem.extension()?.to_str()?).ok()
    }
}
