//! `sponsio log export`: a copy of the public log, from which anybody can verify it and read the
//! register. What is confidential is not in it.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::json;

use sponsio_ledger::audit::Files as _;
use sponsio_ledger::entry::Entry;

use crate::args::{RegisterArg, Shared};
use crate::command::desk::find;
use crate::failure::Failure;
use crate::layout::paragraph;
use crate::place::public::{LogFolder, each_entry};
use crate::place::{Place, PlaceError, io_at, wait_for};
use crate::print::Console;
use crate::wording::{Words, place, say};

/// Arguments of `sponsio log export`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  sponsio log export copy --register practice")]
pub struct Export {
    /// Folder for the copy; it must not be there
    pub folder: PathBuf,
    /// The register
    #[command(flatten)]
    pub register: RegisterArg,
    /// Answer as JSON
    #[arg(long)]
    pub json: bool,
}

/// Copies the log.
pub fn run(args: &Export, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let place = find(&args.register, &words, console)?;
    let (files, documents) =
        copy(&place, &args.folder).map_err(|error| place::failure(&words, &error))?;
    let path = args.folder.display().to_string();
    if args.json {
        let done = json!({ "folder": path, "files": files, "documents": documents });
        return Ok(console.json(&done)?);
    }
    let policy = place.policy_file().display().to_string();
    let said = say!(
        words,
        "export-done",
        files = files,
        documents = documents,
        path = &path
    );
    let next = say!(words, "export-next", path = path, policy = policy);
    let said = paragraph(&said, console.width) + &paragraph(&next, console.width);
    Ok(console.text(&said)?)
}

/// Copies beside and renames, so that a copy is whole or is not there.
fn copy(place: &Place, to: &Path) -> Result<(usize, usize), PlaceError> {
    if to.exists() {
        return Err(PlaceError::Taken(to.to_owned()));
    }
    let parent = match to.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    };
    let beside = tempfile::Builder::new()
        .prefix(".sponsio-export-")
        .tempdir_in(&parent)
        .map_err(io_at(&parent))?;
    let log = LogFolder::new(&place.log());
    // The checkpoint first: files that come later do no harm.
    let mut paths = log.list();
    paths.sort_by_key(|path| path != "checkpoint");
    for path in &paths {
        let bytes = log
            .file(path)
            .ok_or_else(|| PlaceError::Missing(path.clone()))?;
        put(&beside.path().join(path), &bytes)?;
    }
    let documents = copy_documents(place, beside.path())?;
    fs::rename(beside.path(), to).map_err(io_at(to))?;
    drop(beside.keep());
    Ok((paths.len(), documents))
}

/// Copies the documents that public entries name.
fn copy_documents(place: &Place, to: &Path) -> Result<usize, PlaceError> {
    let store = place.reader()?;
    let mut named = alloc::collections::BTreeSet::new();
    wait_for(async {
        store.open_log(place.origin()).await?;
        each_entry(store.as_ref(), place.origin(), &mut |entry: &Entry<'_>| {
            let documents = entry.act().map(|act| act.documents.clone());
            named.extend(documents.into_iter().flatten().map(|cited| cited.digest));
        })
        .await?;
        let mut copied = 0;
        for digest in &named {
            if let Some(document) = store.document(digest).await? {
                put(&to.join(format!("documents/{digest}")), &document.bytes)?;
                copied += 1;
            }
        }
        Ok(copied)
    })?
}

fn put(path: &Path, bytes: &[u8]) -> Result<(), PlaceError> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(io_at(folder))?;
    }
    fs::write(path, bytes).map_err(io_at(path))
}
