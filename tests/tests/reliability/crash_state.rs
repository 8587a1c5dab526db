//! What a disk may hold after the power went: everything that was synced, and of the rest any part,
//! in any order, torn at sectors of 512 bytes; of names, for each one of those it had since its folder
//! was synced.

use alloc::collections::BTreeMap;
use libtest_mimic::Failed;
use std::fs;
use std::path::{Path, PathBuf};

use crate::length::Draws;
use crate::traced::{Inode, Step};

const SECTOR: usize = 512;

/// A change of a file's bytes.
#[derive(Debug, Clone)]
enum Change {
    Write(usize, Vec<u8>),
    Truncate(usize),
}

impl Change {
    fn apply(&self, bytes: &mut Vec<u8>) {
        match self {
            Self::Write(at, new) => overwrite(bytes, *at, new),
            Self::Truncate(length) => bytes.resize(*length, 0),
        }
    }
}

fn overwrite(bytes: &mut Vec<u8>, at: usize, new: &[u8]) {
    let end = at + new.len();
    if bytes.len() < end {
        bytes.resize(end, 0);
    }
    bytes[at..end].copy_from_slice(new);
}

#[derive(Debug, Default)]
struct File {
    /// What readers see.
    seen: Vec<u8>,
    /// What the disk has for certain.
    synced: Vec<u8>,
    pending: Vec<(usize, Change)>,
}

/// A disk after some of the steps.
#[derive(Debug, Default)]
pub(crate) struct Disk {
    files: Vec<File>,
    names: BTreeMap<PathBuf, Inode>,
    synced_names: BTreeMap<PathBuf, Inode>,
    pending_names: Vec<(usize, PathBuf, Option<Inode>)>,
    synced_folders: Vec<PathBuf>,
    pending_folders: Vec<(usize, PathBuf)>,
    taken: usize,
}

/// How much of what was not synced a disk kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kept {
    Nothing,
    Everything,
    /// Each change with this probability, in percent; of those, some are torn.
    Some(u64),
}

impl Disk {
    /// Takes the next step.
    pub(crate) fn take(&mut self, step: &Step) {
        let number = self.taken;
        self.taken += 1;
        match step {
            Step::Write { inode, at, bytes } => {
                self.change(number, *inode, Change::Write(*at, bytes.clone()));
            }
            Step::Truncate { inode, length } => {
                self.change(number, *inode, Change::Truncate(*length));
            }
            Step::Sync { inode, begun } => {
                let file = self.file(*inode);
                let later = file.pending.iter().position(|(number, _)| number >= begun);
                let later = later.unwrap_or(file.pending.len());
                for (_, change) in file.pending.drain(..later) {
                    change.apply(&mut file.synced);
                }
            }
            Step::Name { path, inode } => {
                match inode {
                    Some(inode) => self.names.insert(path.clone(), *inode),
                    None => self.names.remove(path),
                };
                self.pending_names.push((number, path.clone(), *inode));
            }
            Step::Folder { path } => self.pending_folders.push((number, path.clone())),
            Step::SyncFolder { path, begun } => self.sync_folder(path, *begun),
            Step::Said(_) => {}
        }
    }

    fn file(&mut self, inode: Inode) -> &mut File {
        if self.files.len() <= inode {
            self.files.resize_with(inode + 1, File::default);
        }
        &mut self.files[inode]
    }

    fn change(&mut self, number: usize, inode: Inode, change: Change) {
        let file = self.file(inode);
        change.apply(&mut file.seen);
        file.pending.push((number, change));
    }

    fn sync_folder(&mut self, folder: &Path, begun: usize) {
        let synced = |number: usize, path: &Path| number < begun && path.parent() == Some(folder);
        for (number, path, inode) in core::mem::take(&mut self.pending_names) {
            if !synced(number, &path) {
                self.pending_names.push((number, path, inode));
            } else if let Some(inode) = inode {
                self.synced_names.insert(path, inode);
            } else {
                self.synced_names.remove(&path);
            }
        }
        for (number, path) in core::mem::take(&mut self.pending_folders) {
            if synced(number, &path) {
                self.synced_folders.push(path);
            } else {
                self.pending_folders.push((number, path));
            }
        }
    }

    /// Returns what readers saw in the file of this name.
    pub(crate) fn seen(&self, path: &Path) -> Option<&[u8]> {
        let file = self.files.get(*self.names.get(path)?)?;
        Some(&file.seen)
    }

    /// Returns how many changes are not synced.
    pub(crate) fn pending(&self) -> usize {
        let of_files = self.files.iter().map(|file| file.pending.len());
        of_files.sum::<usize>() + self.pending_names.len() + self.pending_folders.len()
    }

    /// Lays what the disk kept into an empty folder.
    pub(crate) fn lay(
        &self,
        root: &Path,
        into: &Path,
        kept: Kept,
        draws: &mut Draws,
    ) -> Result<(), Failed> {
        let mut folders = self.synced_folders.clone();
        for (_, folder) in &self.pending_folders {
            let above = folder
                .parent()
                .is_some_and(|above| above == root || folders.iter().any(|f| f == above));
            if above && chosen(kept, draws) {
                folders.push(folder.clone());
            }
        }
        for folder in &folders {
            fs::create_dir_all(into.join(folder.strip_prefix(root)?))?;
        }
        for (path, inode) in self.kept_names(kept, draws) {
            let above = path.parent().ok_or("a file lies in a folder")?;
            if above != root && !folders.iter().any(|folder| folder == above) {
                continue;
            }
            let Some(file) = self.files.get(inode) else {
                fs::write(into.join(path.strip_prefix(root)?), b"")?;
                continue;
            };
            let mut bytes = file.synced.clone();
            for (_, change) in &file.pending {
                if chosen(kept, draws) {
                    tear(change, kept, draws, &mut bytes);
                }
            }
            fs::write(into.join(path.strip_prefix(root)?), bytes)?;
        }
        Ok(())
    }

    /// For each name one of the files that it stood for since its folder was synced.
    fn kept_names(&self, kept: Kept, draws: &mut Draws) -> BTreeMap<PathBuf, Inode> {
        let mut names = self.synced_names.clone();
        let mut ended: Vec<&Path> = Vec::new();
        for (_, path, inode) in &self.pending_names {
            if ended.contains(&path.as_path()) {
                continue;
            }
            if !chosen(kept, draws) {
                ended.push(path);
            } else if let Some(inode) = inode {
                names.insert(path.clone(), *inode);
            } else {
                names.remove(path);
            }
        }
        names
    }
}

fn chosen(kept: Kept, draws: &mut Draws) -> bool {
    match kept {
        Kept::Nothing => false,
        Kept::Everything => true,
        Kept::Some(percent) => draws.percent(percent),
    }
}

/// Applies a change, or only some of its sectors.
fn tear(change: &Change, kept: Kept, draws: &mut Draws, bytes: &mut Vec<u8>) {
    let (Change::Write(at, new), Kept::Some(_)) = (change, kept) else {
        return change.apply(bytes);
    };
    if draws.percent(60) {
        return change.apply(bytes);
    }
    let mut from = 0;
    while from < new.len() {
        let to = new.len().min((at + from) / SECTOR * SECTOR + SECTOR - at);
        if draws.percent(50) {
            overwrite(bytes, at + from, &new[from..to]);
        }
        from = to;
    }
}
