//! The files of a log, however they are stored, and which of them a log of a given size has.

use super::CHECKPOINT;
use crate::path::{Level, TILE_WIDTH, TilePath};
use crate::verdict::{Refusal, Rule};
use alloc::borrow::Cow;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use sponsio_record::Digest;

/// The folder of documents beside the tiles.
const DOCUMENTS: &str = "documents/";

/// The files of a log.
pub trait Files {
    /// Returns the bytes of the file at this path, with `/` between its parts.
    fn file(&self, path: &str) -> Option<Cow<'_, [u8]>>;

    /// Returns the paths of all files.
    fn list(&self) -> Vec<String>;

    /// Returns a document; by default it lies beside the tiles, as `documents/` and its digest.
    fn document(&self, digest: &Digest) -> Option<Cow<'_, [u8]>> {
        self.file(&document_path(digest))
    }
}

impl Files for BTreeMap<String, Vec<u8>> {
    fn file(&self, path: &str) -> Option<Cow<'_, [u8]>> {
        self.get(path).map(|bytes| Cow::Borrowed(bytes.as_slice()))
    }

    fn list(&self) -> Vec<String> {
        self.keys().cloned().collect()
    }
}

pub(super) fn document_path(digest: &Digest) -> String {
    format!("{DOCUMENTS}{digest}")
}

/// The files, sorted by what a log of its size has.
pub(super) struct Shelf<'f> {
    pub(super) files: &'f dyn Files,
    pub(super) documents: BTreeSet<Digest>,
    pub(super) surplus: Vec<String>,
    /// Partial tiles of smaller sizes, which may stay: the widths, by level and place.
    older: BTreeMap<(Level, u64), Vec<TilePath>>,
}

impl<'f> Shelf<'f> {
    pub(super) fn new(files: &'f dyn Files) -> Self {
        Self {
            files,
            documents: BTreeSet::new(),
            surplus: Vec::new(),
            older: BTreeMap::new(),
        }
    }

    pub(super) fn document(&self, digest: &Digest) -> Option<Cow<'f, [u8]>> {
        self.files.document(digest)
    }

    /// Sorts the files by what a log of this size has.
    pub(super) fn sort(&mut self, size: u64) {
        for path in self.files.list() {
            if path == CHECKPOINT {
                continue;
            }
            if let Some(digest) = path.strip_prefix(DOCUMENTS)
                && let Ok(digest) = digest.parse()
            {
                self.documents.insert(digest);
                continue;
            }
            match path.parse::<TilePath>() {
                Ok(tile) if tile.width() == width_of(&tile, size) => {}
                Ok(tile) if tile.width() < width_of(&tile, size) => {
                    let place = (tile.level(), tile.index());
                    self.older.entry(place).or_default().push(tile);
                }
                _ => self.surplus.push(path),
            }
        }
    }

    /// Compares the older partial tiles of this place with the tile that now stands there.
    pub(super) fn older_tiles(&self, path: &TilePath, bytes: &[u8]) -> Result<(), Refusal> {
        for older in self.older_at(path) {
            let length = usize::try_from(older.width()).map_or(0, |width| 32 * width);
            self.older_file(older, bytes.get(..length).unwrap_or(bytes))?;
        }
        Ok(())
    }

    /// Compares the older partial bundles of this place with the bundle that now stands there.
    pub(super) fn older_bundles(
        &self,
        path: &TilePath,
        bundle: &[u8],
        entries: &[(usize, &[u8])],
    ) -> Result<(), Refusal> {
        for older in self.older_at(path) {
            let last = usize::try_from(older.width() - 1).ok();
            let end = last
                .and_then(|last| entries.get(last))
                .map(|(at, entry)| at + entry.len());
            self.older_file(
                older,
                end.and_then(|end| bundle.get(..end)).unwrap_or(bundle),
            )?;
        }
        Ok(())
    }

    fn older_at(&self, path: &TilePath) -> &[TilePath] {
        let place = (path.level(), path.index());
        self.older.get(&place).map_or(&[], Vec::as_slice)
    }

    fn older_file(&self, path: &TilePath, expected: &[u8]) -> Result<(), Refusal> {
        match self.files.file(&path.to_string()) {
            Some(stored) => same(path, &stored, expected),
            None => Ok(()),
        }
    }

    /// Refuses the first file that a log of this size does not have.
    pub(super) fn nothing_else(&self) -> Result<(), Refusal> {
        match self.surplus.first() {
            None => Ok(()),
            Some(path) => Err(Rule::FileSurplus.broken(path.as_str(), 0, "")),
        }
    }
}

/// Compares a stored tile with what the entries give.
pub(super) fn same(path: &TilePath, stored: &[u8], expected: &[u8]) -> Result<(), Refusal> {
    if stored == expected {
        return Ok(());
    }
    let differs = stored
        .iter()
        .zip(expected)
        .position(|(one, other)| one != other);
    let offset = differs.unwrap_or(stored.len().min(expected.len()));
    Err(Rule::TileDiffers.broken(path.to_string(), offset, ""))
}

/// Returns how wide the tile at this place is in a log of this size; 0 where there is none.
fn width_of(path: &TilePath, size: u64) -> u64 {
    let count = match path.level() {
        Level::Entries => size,
        Level::Hashes(level) => size.checked_shr(8 * u32::from(level)).unwrap_or(0),
    };
    path.index()
        .checked_mul(TILE_WIDTH)
        .and_then(|start| count.checked_sub(start))
        .map_or(0, |rest| rest.min(TILE_WIDTH))
}
