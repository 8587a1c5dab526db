//! Paths inside the folder. A rule may name a file; it may not reach out of the folder for it.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Component, Path, PathBuf};

use crate::folder::fault::Problem;

/// The largest file that is read, in bytes.
pub const LARGEST_FILE: u64 = 512 * 1024 * 1024;

/// The folder of a register, resolved once.
#[derive(Debug, Clone)]
pub(super) struct Root {
    path: PathBuf,
}

impl Root {
    /// Returns the folder at this path.
    pub(super) fn new(path: &Path) -> io::Result<Self> {
        let path = fs::canonicalize(path)?;
        if fs::metadata(&path)?.is_dir() {
            Ok(Self { path })
        } else {
            Err(io::ErrorKind::NotADirectory.into())
        }
    }

    /// Returns the path of a file or folder inside, or why it cannot be taken. Symbolic links are
    /// followed as long as they stay inside.
    pub(super) fn resolve(&self, relative: &str) -> Result<PathBuf, Problem> {
        let named = Path::new(relative);
        let inside = named
            .components()
            .all(|component| matches!(component, Component::Normal(_)));
        // `\` and `:` would mean a way out on other systems: a register must not depend on one.
        if relative.is_empty() || !inside || relative.contains(['\\', ':', '\0']) {
            return Err(Problem::PathOutside);
        }
        let resolved = fs::canonicalize(self.path.join(named)).map_err(|error| problem(&error))?;
        if resolved.starts_with(&self.path) {
            Ok(resolved)
        } else {
            Err(Problem::PathOutside)
        }
    }

    /// Returns the bytes of a file inside, without a byte order mark.
    pub(super) fn load(&self, relative: &str) -> Result<Vec<u8>, Problem> {
        let path = self.resolve(relative)?;
        let unreadable = |error: io::Error| problem(&error);
        let found = fs::metadata(&path).map_err(unreadable)?;
        if !found.is_file() {
            return Err(Problem::Unreadable("it is not a file".to_owned()));
        }
        if found.len() > LARGEST_FILE {
            return Err(Problem::FileTooLarge(LARGEST_FILE));
        }
        let room = usize::try_from(found.len()).unwrap_or_default();
        let mut bytes = Vec::with_capacity(room.saturating_add(1));
        File::open(&path)
            .map_err(unreadable)?
            .take(LARGEST_FILE + 1)
            .read_to_end(&mut bytes)
            .map_err(unreadable)?;
        if bytes.len() as u64 > LARGEST_FILE {
            return Err(Problem::FileTooLarge(LARGEST_FILE));
        }
        if bytes.starts_with(b"\xef\xbb\xbf") {
            bytes.drain(..3);
        }
        Ok(bytes)
    }

    /// Returns the names of the entries of a folder inside that end in this suffix, without it,
    /// sorted; `None` where there is no such folder. Names that are not UTF-8 are left out: no
    /// identifier could be one.
    pub(super) fn stems(&self, folder: &str, suffix: &str) -> Result<Option<Vec<String>>, Problem> {
        let path = match self.resolve(folder) {
            Ok(path) => path,
            Err(Problem::MissingFile) => return Ok(None),
            Err(problem) => return Err(problem),
        };
        let mut stems = Vec::new();
        for entry in fs::read_dir(path).map_err(|error| problem(&error))? {
            let name = entry.map_err(|error| problem(&error))?.file_name();
            let stem = name.to_str().and_then(|name| name.strip_suffix(suffix));
            stems.extend(stem.map(str::to_owned));
        }
        stems.sort_unstable();
        Ok(Some(stems))
    }
}

fn problem(error: &io::Error) -> Problem {
    match error.kind() {
        io::ErrorKind::NotFound => Problem::MissingFile,
        _ => Problem::Unreadable(error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_stays_inside() {
        let outer = tempfile::tempdir().unwrap();
        let folder = outer.path().join("register");
        fs::create_dir(&folder).unwrap();
        fs::write(outer.path().join("secret.csv"), "x").unwrap();
        fs::write(folder.join("inside.csv"), "\u{feff}x").unwrap();
        let root = Root::new(&folder).unwrap();
        assert_eq!(root.load("inside.csv"), Ok(b"x".to_vec()));
        let outside = outer.path().join("secret.csv");
        for path in [
            "../secret.csv",
            "",
            "./inside.csv",
            "a\\b",
            "C:x",
            outside.to_str().unwrap(),
        ] {
            assert_eq!(root.load(path), Err(Problem::PathOutside), "{path}");
        }
        assert_eq!(root.load("none.csv"), Err(Problem::MissingFile));
        assert!(matches!(root.load("."), Err(Problem::PathOutside)));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_inside() {
        use std::os::unix::fs::symlink;
        let outer = tempfile::tempdir().unwrap();
        let folder = outer.path().join("register");
        fs::create_dir(&folder).unwrap();
        fs::write(outer.path().join("secret.csv"), "x").unwrap();
        fs::write(folder.join("inside.csv"), "y").unwrap();
        symlink("../secret.csv", folder.join("out.csv")).unwrap();
        symlink("inside.csv", folder.join("in.csv")).unwrap();
        let root = Root::new(&folder).unwrap();
        assert_eq!(root.load("out.csv"), Err(Problem::PathOutside));
        assert_eq!(root.load("in.csv"), Ok(b"y".to_vec()));
    }
}
