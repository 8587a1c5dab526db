//! The public files of a log, as a reader fetches them, and what an audit says of them.

use alloc::collections::BTreeMap;
use libtest_mimic::Failed;
use sponsio_ledger::audit::{Audit, Auditor};
use sponsio_ledger::checkpoint::Checkpoint;
use sponsio_ledger::note::Note;
use sponsio_ledger::path::TilePath;
use sponsio_ledger::policy::Cosigned;
use sponsio_record::{ActId, Digest};
use std::fs;
use std::path::Path;

use crate::office::policy;

pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// Where the acts of a log stand: the place and the leaf of each.
pub(crate) type Places = BTreeMap<ActId, (u64, Digest)>;

/// Reads all files of a log, without what is being written.
pub(crate) fn read(folder: &Path) -> Result<Files, Failed> {
    let mut files = Files::new();
    collect(folder, "", &mut files)?;
    Ok(files)
}

fn collect(folder: &Path, prefix: &str, files: &mut Files) -> Result<(), Failed> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_str().ok_or("a file of a log has a plain name")?;
        if name.starts_with('.') {
            continue;
        }
        let path = format!("{prefix}{name}");
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{path}/"), files)?;
        } else {
            files.insert(path, fs::read(entry.path())?);
        }
    }
    Ok(())
}

/// Returns the files that a reader of the published checkpoint asks for: those that a server is
/// just placing for the next one are not among them.
pub(crate) fn as_served(files: &Files) -> Files {
    let mut served = Files::new();
    let Some(note) = files.get("checkpoint") else {
        return served;
    };
    served.insert("checkpoint".to_owned(), note.clone());
    if let Some(checkpoint) = stated(note) {
        for path in TilePath::all(checkpoint.size).map(|path| path.to_string()) {
            if let Some(bytes) = files.get(&path) {
                served.insert(path, bytes.clone());
            }
        }
    }
    served
}

/// Returns what a note states, if it is whole.
pub(crate) fn stated(note: &[u8]) -> Option<Checkpoint> {
    Checkpoint::parse(Note::parse(note).ok()?.text()).ok()
}

/// Audits a log and says where its acts stand; an error if it is not verified.
pub(crate) fn audited(files: &Files, old: Option<&Cosigned>) -> Result<(Audit, Places), Failed> {
    let policy = policy();
    let mut auditor = Auditor::new(&policy);
    if let Some(old) = old {
        auditor = auditor.continuing(old);
    }
    let mut places = Places::new();
    let audit = auditor.run(files, &mut |entry| {
        if let Some(act) = entry.act() {
            let leaf = Digest::from_bytes(entry.leaf());
            places.insert(act.id, (entry.head.seq, leaf));
        }
    });
    if audit.verdict.clone().verified().is_none() {
        return Err(format!("the public log: {:?}", audit.verdict).into());
    }
    Ok((audit, places))
}
