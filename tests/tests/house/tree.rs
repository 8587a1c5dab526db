//! The files of the project: those that git follows or would follow, else all but build output.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What a walk leaves out when there is no git: output and tools, never sources.
const NOT_OURS: [&str; 4] = [".git", ".tools", "target", "node_modules"];

/// The project on disk.
pub(super) struct Tree {
    root: PathBuf,
    files: Vec<String>,
}

impl Tree {
    /// Returns the project that these tests belong to.
    pub(super) fn here() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .parent()
            .expect("the tests package lies in the project")
            .to_path_buf();
        let mut files = followed_by_git(&root).unwrap_or_else(|| {
            let mut found = Vec::new();
            walk(&root, "", &mut found);
            found
        });
        files.retain(|path| root.join(path).is_file());
        files.sort_unstable();
        files.dedup();
        Self { root, files }
    }

    /// Returns the folder of the project.
    pub(super) fn root(&self) -> &Path {
        &self.root
    }

    /// Returns every path, relative to the project, with `/` between its parts.
    pub(super) fn files(&self) -> impl Iterator<Item = &str> {
        self.files.iter().map(String::as_str)
    }

    /// Returns the paths of one kind of file: `rs`, `md`.
    pub(super) fn of_kind(&self, kind: &str) -> impl Iterator<Item = &str> {
        self.files().filter(move |path| is_kind(path, kind))
    }

    /// Returns whether the project has this file.
    pub(super) fn has(&self, path: &str) -> bool {
        self.files
            .binary_search_by(|file| file.as_str().cmp(path))
            .is_ok()
    }

    /// Returns whether the project has a folder of this name with a file in it.
    pub(super) fn has_folder(&self, path: &str) -> bool {
        let prefix = format!("{}/", path.trim_end_matches('/'));
        self.files().any(|file| file.starts_with(&prefix))
    }

    /// Returns the names of the folders under `crates/` that hold a crate.
    pub(super) fn crates(&self) -> impl Iterator<Item = &str> {
        self.files().filter_map(|path| {
            let name = path.strip_prefix("crates/")?.strip_suffix("/Cargo.toml")?;
            (!name.contains('/')).then_some(name)
        })
    }

    /// Returns the text of a file, or `None` where it is not UTF-8.
    pub(super) fn text(&self, path: &str) -> Option<String> {
        let bytes = fs::read(self.root.join(path)).expect("a listed file can be read");
        String::from_utf8(bytes).ok()
    }

    /// Returns the text of a file that must be UTF-8.
    pub(super) fn source(&self, path: &str) -> String {
        self.text(path)
            .unwrap_or_else(|| panic!("{path} is not UTF-8; save it as UTF-8"))
    }
}

/// Returns whether a path names this kind of file.
pub(super) fn is_kind(path: &str, kind: &str) -> bool {
    Path::new(path)
        .extension()
        .is_some_and(|extension| extension == kind)
}

fn followed_by_git(root: &Path) -> Option<Vec<String>> {
    let output = Command::new("git")
        .arg("-C")
        .arg(root)
        .args([
            "ls-files",
            "-z",
            "--cached",
            "--others",
            "--exclude-standard",
        ])
        .output()
        .ok()?;
    if !output.status.success() {
        return None;
    }
    let listed = String::from_utf8(output.stdout).ok()?;
    let files: Vec<_> = listed.split_terminator('\0').map(str::to_owned).collect();
    // A copy inside a foreign repository is not followed by it.
    files
        .iter()
        .any(|path| path == "Cargo.toml")
        .then_some(files)
}

fn walk(root: &Path, folder: &str, found: &mut Vec<String>) {
    for entry in fs::read_dir(root.join(folder)).expect("a folder of the project can be read") {
        let entry = entry.expect("a folder of the project can be read");
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = if folder.is_empty() {
            name.clone()
        } else {
            format!("{folder}/{name}")
        };
        let kind = entry.file_type().expect("the kind of a file is known");
        if kind.is_dir() && !NOT_OURS.contains(&name.as_str()) {
            walk(root, &path, found);
        } else if kind.is_file() {
            found.push(path);
        }
    }
}

#[test]
fn the_walk_finds_what_git_follows() {
    let tree = Tree::here();
    let mut walked = Vec::new();
    walk(tree.root(), "", &mut walked);
    let missed: Vec<_> = tree
        .files()
        .filter(|path| !walked.iter().any(|other| other == path))
        .collect();
    assert!(missed.is_empty(), "the walk does not find {missed:?}");
    assert!(tree.has("Cargo.toml") && tree.has_folder("crates/law") && !tree.has("crates/law"));
}
