//! A public log that lies in a folder: its files, and the register that its entries give.

use alloc::borrow::Cow;
use alloc::sync::Arc;
use std::fs;
use std::path::{Path, PathBuf};

use sponsio_depositary::store::{Backend, Store};
use sponsio_law::filing::{EnterError, Filing, Matter, Opening};
use sponsio_law::register::Register;
use sponsio_ledger::audit::Files;
use sponsio_ledger::entry::Entry;
use sponsio_record::{Digest, Instant};

use crate::place::{Place, PlaceError, wait_for};

/// The files of a log below a folder.
#[derive(Clone)]
pub struct LogFolder {
    root: PathBuf,
    /// Where documents are kept that do not lie beside the log.
    store: Option<Arc<dyn Backend>>,
}

impl LogFolder {
    /// Returns the log that lies in this folder.
    pub fn new(root: &Path) -> Self {
        Self {
            root: root.to_owned(),
            store: None,
        }
    }

    /// Returns the log of a register, whose documents are in its database.
    pub fn of(place: &Place) -> Result<Self, PlaceError> {
        Ok(Self {
            root: place.log(),
            store: Some(place.reader()?),
        })
    }
}

impl Files for LogFolder {
    fn file(&self, path: &str) -> Option<Cow<'_, [u8]>> {
        // A path that is no plain name below the folder leads nowhere.
        let plain = |part: &str| !part.is_empty() && !part.starts_with('.');
        if !path.split('/').all(plain) {
            return None;
        }
        fs::read(self.root.join(path)).ok().map(Cow::Owned)
    }

    fn list(&self) -> Vec<String> {
        let mut found = Vec::new();
        collect(&self.root, "", &mut found);
        found.sort_unstable();
        found
    }

    fn document(&self, digest: &Digest) -> Option<Cow<'_, [u8]>> {
        let Some(store) = &self.store else {
            return self.file(&format!("documents/{digest}"));
        };
        // The store compares the bytes with the digest: what it gives is the document.
        let found = wait_for(store.document(digest)).ok()?.ok()??;
        Some(Cow::Owned(found.bytes))
    }
}

/// Where our own shelf writes a file before it is placed; the folder is no part of a log.
const INCOMING: &str = ".incoming";

/// Collects the files of a folder, all of them: what does not belong there is to be seen.
fn collect(folder: &Path, below: &str, found: &mut Vec<String>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let Ok(name) = entry.file_name().into_string() else {
            continue;
        };
        let path = if below.is_empty() {
            name
        } else {
            format!("{below}/{name}")
        };
        if path == INCOMING {
            continue;
        }
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => collect(&entry.path(), &path, found),
            Ok(_) => found.push(path),
            Err(_) => {}
        }
    }
}

/// How many entries are read at once.
const AT_ONCE: usize = 4_096;

/// Shows each entry of a stored log in order.
pub async fn each_entry(
    store: &dyn Store,
    origin: &str,
    visit: &mut dyn FnMut(&Entry<'_>),
) -> Result<(), PlaceError> {
    let size = store.head().await?.size;
    let mut at = 0;
    while at < size {
        let entries = store.entries(at, AT_ONCE).await?;
        if entries.is_empty() {
            return Err(PlaceError::Missing(format!("entry {at}")));
        }
        for bytes in entries {
            visit(&Entry::at(&bytes, origin, at)?);
            at += 1;
        }
    }
    Ok(())
}

/// The register that the entries of a log give, entry by entry.
#[derive(Debug, Default)]
pub struct Fold {
    /// The register.
    pub register: Register,
    /// What the first entry says.
    pub opening: Option<Opening>,
    /// When the last entry was recorded.
    pub last_recorded: Option<Instant>,
    /// The first entry whose act the law cannot take, and why.
    pub fault: Option<(u64, String)>,
    /// Documents without which the register cannot be computed.
    pub missing: Vec<Digest>,
    /// How many confidential acts there are: they count when they are disclosed.
    pub confidential: u64,
}

impl Fold {
    /// Takes the next entry, with the documents that lie beside the log.
    pub fn take(&mut self, entry: &Entry<'_>, files: &dyn Files) {
        self.last_recorded = Some(entry.head.recorded);
        let Some(act) = entry.act() else {
            self.confidential += 1;
            return;
        };
        if self.fault.is_some() {
            return;
        }
        let document = |digest: &Digest| files.document(digest).map(Cow::into_owned);
        let entered = match Filing::read(&act.object) {
            Ok(filing) => match filing.matter {
                Matter::Opening(opening) => {
                    self.opening = Some(opening);
                    Ok(())
                }
                _ => match self.register.enter(&filing, &document) {
                    Err(EnterError::NoDocument(digest)) => {
                        self.missing.push(digest);
                        Ok(())
                    }
                    entered => entered.map_err(|error| error.to_string()),
                },
            },
            Err(error) => Err(error.to_string()),
        };
        if let Err(why) = entered {
            self.fault = Some((entry.head.seq, why));
        }
    }
}
