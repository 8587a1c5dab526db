//! The files of a text: `<name>.<language>.treaty`, and documents of other forms.

use alloc::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use sponsio_record::{Digest, Instant};
use sponsio_text::markup::{FILE_MAX, Options, Parsed, lenient, parse};
use sponsio_text::{IdsOfDigest, Language, Provision, ProvisionId};

use crate::failure::{Failure, Kind};
use crate::wording::{Words, say};

/// The largest document of another form, in bytes: what it may be once unpacked.
const DOCUMENT_MAX: u64 = 64 << 20;

/// Whether the name of a file says that it is a Word document.
pub(crate) fn is_document(path: &Path) -> bool {
    path.extension()
        .is_some_and(|name| name.eq_ignore_ascii_case("docx"))
}

/// Returns when a file was written, in whole seconds.
pub(crate) fn written(path: &Path) -> Option<Instant> {
    let modified = path.metadata().ok()?.modified().ok()?;
    let since = modified.duration_since(UNIX_EPOCH).ok()?;
    Instant::from_seconds(i64::try_from(since.as_secs()).ok()?)
}

/// Refuses a file to write that is one of those read, under whatever name.
pub(crate) fn refuse_as_output<'p>(
    words: &Words,
    out: &Path,
    read: impl IntoIterator<Item = &'p Path>,
) -> Result<(), Failure> {
    let Ok(own) = fs::canonicalize(out) else {
        return Ok(());
    };
    let is_same = |path: &&Path| fs::canonicalize(path).is_ok_and(|path| path == own);
    let Some(read) = read.into_iter().find(is_same) else {
        return Ok(());
    };
    let file = read.display().to_string();
    let sentence = say!(words, "rolling-overwrites", file = file);
    Err(Failure::new(Kind::Usage, sentence).with_hint(say!(words, "rolling-overwrites-hint")))
}

/// A file that was read.
pub(crate) struct Source {
    /// Its name as it was given.
    pub(crate) name: String,
    /// Its bytes; of a text that is too large, one byte more than may be read.
    pub(crate) bytes: Vec<u8>,
    path: PathBuf,
}

impl Source {
    /// Reads a text, as far as it may be read, or a Word document.
    pub(crate) fn read(words: &Words, path: &Path) -> Result<Self, Failure> {
        if is_document(path) {
            return Self::read_document(words, path);
        }
        Self::up_to(words, path, FILE_MAX as u64)
    }

    /// Reads a document of another form; one that is too large is refused.
    pub(crate) fn read_document(words: &Words, path: &Path) -> Result<Self, Failure> {
        let source = Self::up_to(words, path, DOCUMENT_MAX)?;
        if source.bytes.len() as u64 > DOCUMENT_MAX {
            let sentence = say!(words, "import-large", file = source.name);
            return Err(Failure::new(Kind::Defect, sentence));
        }
        Ok(source)
    }

    /// Reads so many bytes and one more.
    fn up_to(words: &Words, path: &Path, most: u64) -> Result<Self, Failure> {
        let name = path.display().to_string();
        let mut bytes = Vec::new();
        let read = File::open(path).and_then(|file| file.take(most + 1).read_to_end(&mut bytes));
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
        self.parse_without(is_lenient, BTreeSet::new())
    }

    /// The same where these provisions are known to be deleted.
    pub(crate) fn parse_without(&self, is_lenient: bool, deleted: BTreeSet<ProvisionId>) -> Parsed {
        let options = Options {
            language: self.language(),
            deleted,
            ..Options::default()
        };
        let mut ids = IdsOfDigest::new(Digest::of(&self.bytes));
        if is_lenient {
            lenient::read(&self.bytes, &options, &mut ids).parsed
        } else {
            parse(&self.bytes, &options, &mut ids)
        }
    }

    /// Returns the ids of its provisions, those of rival texts too, whatever else is wrong with it.
    pub(crate) fn ids(&self) -> BTreeSet<ProvisionId> {
        let text = self.parse(true).expression;
        let provisions = text.iter().flat_map(|text| &text.provisions);
        let rivals = |own: &Provision| {
            let rivals = own.alternatives.iter().flat_map(|rival| &rival.provisions);
            rivals.map(|own| own.id).collect::<Vec<_>>()
        };
        provisions
            .flat_map(|own| core::iter::once(own.id).chain(rivals(own)))
            .collect()
    }

    /// The language that the name of the file says.
    pub(crate) fn language(&self) -> Option<Language> {
        let stem = Path::new(self.path.file_stem()?);
        Language::new(stem.extension()?.to_str()?).ok()
    }
}
