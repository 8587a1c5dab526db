//! Evidence: what shows that a log lied, as a folder of files that other programs confirm.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use sponsio_depositary::disk::{make_folder, sync, write};
use sponsio_record::Digest;

use crate::failure::Failure;

/// The most pieces of a kind that are kept of one log: whoever repeats himself fills no disk.
const PIECES_MAX: usize = 1_000;

/// A piece of evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// What it shows, in a word.
    pub kind: &'static str,
    /// The size of the tree at which it shows.
    pub size: u64,
    /// What it shows, in a sentence with how to confirm it.
    pub says: String,
    /// The files, by name.
    pub files: Vec<(String, Vec<u8>)>,
}

impl Evidence {
    /// Keeps the evidence below this folder; returns where. The same evidence is kept once.
    pub fn keep(&self, folder: &Path) -> Result<Option<PathBuf>, Failure> {
        let place = folder.join(self.name());
        if place.exists() {
            return Ok(Some(place));
        }
        let write_all = || -> io::Result<Option<PathBuf>> {
            make_folder(folder)?;
            let mut kept = 0;
            for piece in fs::read_dir(folder)? {
                let name = piece?.file_name();
                kept += usize::from(name.to_string_lossy().starts_with(self.kind));
            }
            if kept >= PIECES_MAX {
                return Ok(None);
            }
            let part = folder.join(".incoming");
            match fs::remove_dir_all(&part) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => {}
            }
            make_folder(&part)?;
            write(&part.join("README.txt"), self.says.as_bytes())?;
            for (name, bytes) in &self.files {
                write(&part.join(name), bytes)?;
            }
            sync(&part)?;
            fs::rename(&part, &place)?;
            sync(folder)?;
            Ok(Some(place.clone()))
        };
        write_all().map_err(Failure::io(folder))
    }

    fn name(&self) -> String {
        let mut hasher = sponsio_record::Hasher::new("sponsio.evidence/1");
        for (name, bytes) in &self.files {
            hasher.part(name.as_bytes());
            hasher.part(bytes);
        }
        let digest: Digest = hasher.finish();
        let digest = digest.to_string();
        format!("{}-{}-{}", self.kind, self.size, &digest[..16])
    }
}
