//! Register folders on disk, read as names and contents; the register of real treaties, if present.

use alloc::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// Returns the register of real treaties that may stand beside the project.
pub fn corpus() -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpus");
    path.is_dir().then_some(path)
}

/// Reads the files of a register folder, named as seen from it.
pub fn read(root: &Path) -> io::Result<BTreeMap<String, String>> {
    let mut files = BTreeMap::new();
    for below in ["", "treaties/", "weights/", "groups/"] {
        let folder = root.join(below);
        if !folder.is_dir() {
            continue;
        }
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            if entry.file_type()?.is_file() {
                let name = format!("{below}{}", entry.file_name().display());
                files.insert(name, fs::read_to_string(entry.path())?);
            }
        }
    }
    Ok(files)
}
