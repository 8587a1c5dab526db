//! What a mirror holds of a log: entry bundles as they were verified, the tiles that follow from
//! them, and the checkpoint that it stands for. It may be killed at any byte: at the next start the
//! entries are read again, everything else follows from them.

use alloc::collections::BTreeMap;
use std::path::{Path, PathBuf};

use sponsio_depositary::FolderShelf;
use sponsio_depositary::store::Shelf as _;
use sponsio_ledger::note::Note;
use sponsio_ledger::path::{Level, TILE_WIDTH, TilePath};
use sponsio_ledger::tile::{Edge, Tile, entries_of, join};
use sponsio_ledger::tree::{Hash, leaf_hash};

use crate::failure::Failure;
use crate::state::Stated;

/// The entries of a log that are held, with what follows from them.
pub(crate) struct Holding {
    folder: PathBuf,
    shelf: FolderShelf,
    edge: Edge,
    /// The entries of the last, partial bundle.
    tail: Vec<Vec<u8>>,
    pending: Option<Stated>,
    mirrored: Option<Stated>,
}

impl Holding {
    /// Opens what is held in this folder; every entry is read and shown, in order.
    pub(crate) async fn open(
        folder: &Path,
        visit: &mut (dyn FnMut(u64, &[u8]) + Send),
    ) -> Result<Self, Failure> {
        let log = folder.join("log");
        let shelf = FolderShelf::open(&log).map_err(Failure::io(&log))?;
        let mirrored = shelf.checkpoint().await?;
        let unreadable = || Failure::damaged(&log.join("checkpoint"), "it cannot be read");
        let mirrored = mirrored
            .map(|note| Stated::read(&note).ok_or_else(unreadable))
            .transpose()?;
        let mut holding = Self {
            pending: Stated::kept(&folder.join(PENDING))?,
            folder: folder.to_owned(),
            shelf,
            edge: Edge::new(),
            tail: Vec::new(),
            mirrored,
        };
        holding.read_again(visit).await?;
        Ok(holding)
    }

    /// Returns how many entries are held.
    pub(crate) fn next(&self) -> u64 {
        self.edge.size()
    }

    /// Returns the checkpoint that is aimed at: the latest that was accepted.
    pub(crate) fn pending(&self) -> Option<&Stated> {
        self.pending.as_ref()
    }

    /// Returns the checkpoint all of whose entries are held.
    pub(crate) fn mirrored(&self) -> Option<&Stated> {
        self.mirrored.as_ref()
    }

    /// Returns the shelf with the files that are held.
    pub(crate) fn shelf(&self) -> &FolderShelf {
        &self.shelf
    }

    /// Returns the partial tiles at the end of what is held.
    pub(crate) fn partial(&self) -> Vec<Tile> {
        self.edge.partial()
    }

    /// Returns the folder of the public files.
    pub(crate) fn log_folder(&self) -> PathBuf {
        self.folder.join("log")
    }

    /// Returns the folder for evidence.
    pub(crate) fn evidence(&self) -> PathBuf {
        self.folder.join("evidence")
    }

    /// Aims at a checkpoint, which is kept before anything of it is fetched.
    pub(crate) async fn aim(&mut self, stated: Stated) -> Result<(), Failure> {
        stated.keep(self.folder.join(PENDING)).await?;
        self.pending = Some(stated);
        Ok(())
    }

    /// Returns the entries that are held from this place on, up to the end of its bundle.
    pub(crate) async fn bundle(&self, index: u64) -> Result<Vec<Vec<u8>>, Failure> {
        if index == self.next() / TILE_WIDTH {
            return Ok(self.tail.clone());
        }
        let Some(path) = TilePath::new(Level::Entries, index, TILE_WIDTH) else {
            return Ok(Vec::new());
        };
        let Some(bytes) = self.shelf.tile(&path.to_string()).await? else {
            return Ok(Vec::new());
        };
        split(&self.log_folder(), &path, &bytes)
    }

    /// Returns the hashes of the held leaves from the start of the bundle to this place.
    pub(crate) async fn leaves_before(&self, seq: u64) -> Result<BTreeMap<u64, Hash>, Failure> {
        let index = seq / TILE_WIDTH;
        let entries = self.bundle(index).await?;
        let places = (index * TILE_WIDTH..seq).zip(entries);
        Ok(places
            .map(|(seq, entry)| (seq, leaf_hash(&entry)))
            .collect())
    }

    /// Takes entries that were verified, the first of which is the next one. They are on the disk
    /// when this returns.
    pub(crate) async fn take(&mut self, entries: &[&[u8]]) -> Result<(), Failure> {
        let mut rest = entries;
        let mut files = Vec::new();
        while !rest.is_empty() {
            let room = TILE_WIDTH - self.next() % TILE_WIDTH;
            let room = usize::try_from(room).unwrap_or(rest.len());
            let (now, later) = rest.split_at(room.min(rest.len()));
            rest = later;
            let width = (self.tail.len() + now.len()) as u64;
            let path = TilePath::new(Level::Entries, self.next() / TILE_WIDTH, width);
            let bundle = self.tail.iter().map(Vec::as_slice);
            let bytes = join(bundle.chain(now.iter().copied()));
            let (Some(path), Some(bytes)) = (path, bytes) else {
                return Err(Failure::damaged(&self.folder, "an entry is too long"));
            };
            files.push((path.to_string(), bytes));
            let full = self.append(now.iter().copied()).into_iter();
            files.extend(full.map(|(path, bytes)| (path.to_string(), bytes)));
        }
        Ok(self.shelf.place_all(files).await?)
    }

    /// Stands for a checkpoint all of whose entries are held: its partial tiles are placed, its root
    /// is compared, and only then it is published.
    pub(crate) async fn complete(&mut self, stated: &Stated) -> Result<(), Failure> {
        let checkpoint = &stated.checkpoint;
        if self.next() != checkpoint.size || self.edge.tree().root() != checkpoint.root {
            return Err(Failure::damaged(
                &self.folder,
                "the entries that are held do not have the root of the checkpoint",
            ));
        }
        let partial = self.edge.partial().into_iter();
        let partial = partial.map(|(path, bytes)| (path.to_string(), bytes));
        self.shelf.place_all(partial.collect()).await?;
        self.publish(&stated.note).await?;
        self.mirrored = Some(stated.clone());
        Ok(())
    }

    /// Publishes the note of the checkpoint that is stood for, with more signatures.
    pub(crate) async fn publish(&self, note: &Note) -> Result<(), Failure> {
        let bytes = note.to_string().into_bytes();
        Ok(self.shelf.publish(bytes).await?)
    }

    /// Appends entries and returns the tiles that are full now.
    fn append<'e>(&mut self, entries: impl Iterator<Item = &'e [u8]>) -> Vec<Tile> {
        let mut full = Vec::new();
        for entry in entries {
            self.edge.append(leaf_hash(entry), &mut |path, bytes| {
                full.push((path, bytes));
            });
            self.tail.push(entry.to_vec());
            if self.edge.size().is_multiple_of(TILE_WIDTH) {
                self.tail.clear();
            }
        }
        full
    }

    /// Reads all bundles again, from the first to the last that follows without a gap.
    async fn read_again(
        &mut self,
        visit: &mut (dyn FnMut(u64, &[u8]) + Send),
    ) -> Result<(), Failure> {
        let widest = self.widest().await?;
        for (expected, (index, path)) in (0..).zip(widest) {
            if index != expected || !self.next().is_multiple_of(TILE_WIDTH) {
                break;
            }
            let bytes = self.shelf.tile(&path.to_string()).await?;
            let bytes = bytes.unwrap_or_default();
            let entries = split(&self.log_folder(), &path, &bytes)?;
            for (seq, entry) in (self.next()..).zip(&entries) {
                visit(seq, entry);
            }
            for (path, bytes) in self.append(entries.iter().map(Vec::as_slice)) {
                self.shelf.place(&path.to_string(), bytes).await?;
            }
        }
        Ok(())
    }

    /// Returns the widest bundle at each place.
    async fn widest(&self) -> Result<BTreeMap<u64, TilePath>, Failure> {
        let mut widest: BTreeMap<u64, TilePath> = BTreeMap::new();
        for path in self.shelf.list().await? {
            let Ok(path) = path.parse::<TilePath>() else {
                continue;
            };
            if path.level() == Level::Entries {
                let kept = widest.entry(path.index()).or_insert(path);
                if kept.width() < path.width() {
                    *kept = path;
                }
            }
        }
        Ok(widest)
    }
}

/// The file of the checkpoint that is aimed at.
const PENDING: &str = "pending";

fn split(log: &Path, path: &TilePath, bytes: &[u8]) -> Result<Vec<Vec<u8>>, Failure> {
    let place = log.join(path.to_string());
    let entries = entries_of(bytes, path.width());
    let entries = entries.map_err(|error| Failure::damaged(&place, error))?;
    Ok(entries
        .into_iter()
        .map(|(_, entry)| entry.to_vec())
        .collect())
}
