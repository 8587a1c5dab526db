//! What a process asks of the file system, in order, as `strace` reports it. Only the files of one
//! folder are followed; what is asked of them and not understood here is an error, never passed over.

use alloc::collections::BTreeMap;
use libtest_mimic::Failed;
use std::path::{Path, PathBuf};

/// The calls that change what a disk holds, or make it hold it.
pub(crate) const CALLS: &str = "trace=openat,open,creat,close,write,pwrite64,writev,pwritev,pwritev2,\
    fsync,fdatasync,syncfs,sync_file_range,rename,renameat,renameat2,link,linkat,symlink,symlinkat,ftruncate,\
    truncate,fallocate,copy_file_range,sendfile,unlink,unlinkat,mkdir,mkdirat,rmdir,dup,dup2,dup3";

/// A file, whatever it is called at the time.
pub(crate) type Inode = usize;

/// One step, in the order in which the steps were completed.
#[derive(Debug, Clone)]
pub(crate) enum Step {
    /// Bytes of a file change.
    Write {
        inode: Inode,
        at: usize,
        bytes: Vec<u8>,
    },
    /// A file is cut, or grows by zeros.
    Truncate { inode: Inode, length: usize },
    /// Steps on this file before that one are on the disk.
    Sync { inode: Inode, begun: usize },
    /// A name comes to stand for a file, or for nothing.
    Name { path: PathBuf, inode: Option<Inode> },
    /// A folder is made.
    Folder { path: PathBuf },
    /// Names in this folder that were given before that step are on the disk.
    SyncFolder { path: PathBuf, begun: usize },
    /// The process said this line.
    Said(String),
}

/// Whether a file counts: the shared index of the database is rebuilt at every start, and files that
/// are only locked hold nothing.
fn matters(path: &Path) -> bool {
    let name = path.to_string_lossy();
    !(name.ends_with("-shm") || name.ends_with(".lock") || name.ends_with(".guard"))
}

enum Open {
    File { inode: Inode, at: usize },
    Folder(PathBuf),
}

struct Reader<'r> {
    root: &'r Path,
    names: BTreeMap<PathBuf, Inode>,
    open: BTreeMap<i64, Open>,
    inodes: usize,
    steps: Vec<Step>,
}

/// A call whose beginning was reported.
struct Begun {
    text: String,
    steps: usize,
    /// What the first argument meant when the call began; another thread may reuse the number.
    target: Option<(Option<Inode>, Option<PathBuf>)>,
}

/// Reads a report about the files below a folder that was empty when the process began.
pub(crate) fn read(report: &str, root: &Path) -> Result<Vec<Step>, Failed> {
    let mut reader = Reader {
        root,
        names: BTreeMap::new(),
        open: BTreeMap::new(),
        inodes: 0,
        steps: Vec::new(),
    };
    let mut unfinished: BTreeMap<String, Begun> = BTreeMap::new();
    for line in report.lines() {
        let (thread, text) = line.split_once(' ').ok_or("a line names its thread")?;
        let text = text.trim_start();
        if text.starts_with("+++") || text.starts_with("---") {
            continue;
        }
        if let Some(text) = text.strip_suffix(" <unfinished ...>") {
            let begun = reader.begin(text);
            unfinished.insert(thread.to_owned(), begun);
        } else if let Some(rest) = text.strip_prefix("<... ") {
            let (_, rest) = rest.split_once(" resumed>").ok_or("a call is resumed")?;
            let mut begun = unfinished.remove(thread).ok_or("a call had begun")?;
            begun.text.push_str(rest);
            reader.complete(&begun)?;
        } else {
            let begun = reader.begin(text);
            reader.complete(&begun)?;
        }
    }
    Ok(reader.steps)
}

impl Reader<'_> {
    fn begin(&mut self, text: &str) -> Begun {
        let target = text.split_once('(').and_then(|(call, arguments)| {
            let first = arguments.split([',', ')']).next()?.parse().ok()?;
            let found = match self.open.get(&first)? {
                Open::File { inode, .. } => (Some(*inode), None),
                Open::Folder(path) => (None, Some(path.clone())),
            };
            if call == "close" {
                self.open.remove(&first);
            }
            Some(found)
        });
        Begun {
            text: text.to_owned(),
            steps: self.steps.len(),
            target,
        }
    }

    fn complete(&mut self, begun: &Begun) -> Result<(), Failed> {
        let unreadable = || {
            format!(
                "unreadable: {}",
                begun.text.get(..80).unwrap_or(&begun.text)
            )
        };
        let (call, rest) = begun.text.split_once('(').ok_or_else(unreadable)?;
        let (arguments, result) = rest.rsplit_once(" = ").ok_or_else(unreadable)?;
        let arguments = arguments
            .trim_end()
            .strip_suffix(')')
            .ok_or_else(unreadable)?;
        let arguments: Vec<_> = arguments.split(", ").collect();
        let result = result
            .split(' ')
            .next()
            .and_then(|number| number.parse::<i64>().ok());
        // A call that failed, or whose thread ended within it, changed nothing.
        let Some(result) = result.filter(|result| *result >= 0) else {
            return Ok(());
        };
        let argument = |at: usize| arguments.get(at).copied().ok_or_else(unreadable);
        let path = |at: usize| self.path(argument(at)?);
        let begun_at = begun.steps;
        match call {
            // An empty folder that goes is made again before it is used.
            "close" | "rmdir" => {}
            "openat" => {
                let (path, flags) = (self.below(argument(0)?, argument(1)?)?, argument(2)?);
                self.opened(path, flags, result);
            }
            "open" => {
                let (path, flags) = (path(0)?, argument(1)?);
                self.opened(path, flags, result);
            }
            "write" if argument(0)? == "1" => {
                let said = String::from_utf8(bytes(argument(1)?)?)?;
                let said = said.lines().map(|line| Step::Said(line.to_owned()));
                self.steps.extend(said.collect::<Vec<_>>());
            }
            "write" => {
                let number = argument(0)?.parse()?;
                if let Some(Open::File { inode, at }) = self.open.get_mut(&number) {
                    let mut bytes = bytes(argument(1)?)?;
                    bytes.truncate(usize::try_from(result)?);
                    let (inode, start) = (*inode, *at);
                    *at += bytes.len();
                    self.steps.push(Step::Write {
                        inode,
                        at: start,
                        bytes,
                    });
                }
            }
            "pwrite64" => {
                if let Some((Some(inode), _)) = begun.target {
                    let mut bytes = bytes(argument(1)?)?;
                    bytes.truncate(usize::try_from(result)?);
                    let at = argument(3)?.parse()?;
                    self.steps.push(Step::Write { inode, at, bytes });
                }
            }
            "fsync" | "fdatasync" => match &begun.target {
                Some((Some(inode), _)) => self.steps.push(Step::Sync {
                    inode: *inode,
                    begun: begun_at,
                }),
                Some((_, Some(path))) => self.steps.push(Step::SyncFolder {
                    path: path.clone(),
                    begun: begun_at,
                }),
                _ => {}
            },
            // Names are on the disk too; that nobody relies on it is what is tried.
            "syncfs" => {
                let files = (0..self.inodes).map(|inode| Step::Sync {
                    inode,
                    begun: begun_at,
                });
                self.steps.extend(files);
            }
            "ftruncate" => {
                if let Some((Some(inode), _)) = begun.target {
                    let length = argument(1)?.parse()?;
                    self.steps.push(Step::Truncate { inode, length });
                }
            }
            "rename" => {
                let (from, to) = (path(0)?, path(1)?);
                self.renamed(from, to);
            }
            "renameat" | "renameat2" => {
                let from = self.below(argument(0)?, argument(1)?)?;
                let to = self.below(argument(2)?, argument(3)?)?;
                self.renamed(from, to);
            }
            "unlink" => {
                let path = path(0)?;
                self.removed(path);
            }
            "unlinkat" => {
                let path = self.below(argument(0)?, argument(1)?)?;
                self.removed(path);
            }
            "mkdir" => {
                let path = path(0)?;
                self.made(path);
            }
            "mkdirat" => {
                let path = self.below(argument(0)?, argument(1)?)?;
                self.made(path);
            }
            _ if begun.target.is_none() && !begun.text.contains("\\x") => {}
            other => {
                return Err(format!("`{other}` is not understood: {}", unreadable()).into());
            }
        }
        Ok(())
    }

    fn opened(&mut self, path: Option<PathBuf>, flags: &str, number: i64) {
        let Some(path) = path else {
            self.open.remove(&number);
            return;
        };
        let flag = |name| flags.split('|').any(|flag| flag == name);
        if flag("O_DIRECTORY") || (path.is_dir() && !flag("O_CREAT") && !flag("O_RDWR")) {
            self.open.insert(number, Open::Folder(path));
            return;
        }
        let inode = if let Some(inode) = self.names.get(&path).copied() {
            if flag("O_TRUNC") {
                self.steps.push(Step::Truncate { inode, length: 0 });
            }
            inode
        } else {
            let inode = self.inodes;
            self.inodes += 1;
            self.name(path, Some(inode));
            inode
        };
        self.open.insert(number, Open::File { inode, at: 0 });
    }

    fn renamed(&mut self, from: Option<PathBuf>, to: Option<PathBuf>) {
        let (Some(from), Some(to)) = (from, to) else {
            return;
        };
        let inode = self.names.get(&from).copied();
        self.name(to, inode);
        self.name(from, None);
    }

    fn removed(&mut self, path: Option<PathBuf>) {
        if let Some(path) = path
            && self.names.contains_key(&path)
        {
            self.name(path, None);
        }
    }

    fn made(&mut self, path: Option<PathBuf>) {
        if let Some(path) = path {
            self.steps.push(Step::Folder { path });
        }
    }

    fn name(&mut self, path: PathBuf, inode: Option<Inode>) {
        match inode {
            Some(inode) => self.names.insert(path.clone(), inode),
            None => self.names.remove(&path),
        };
        self.steps.push(Step::Name { path, inode });
    }

    /// Returns the path that an argument names, if it is one that matters.
    fn path(&self, argument: &str) -> Result<Option<PathBuf>, Failed> {
        let path = PathBuf::from(String::from_utf8(bytes(argument)?)?);
        Ok((path.starts_with(self.root) && matters(&path)).then_some(path))
    }

    /// Returns the path that a folder's number and a name in it lead to.
    fn below(&self, folder: &str, name: &str) -> Result<Option<PathBuf>, Failed> {
        let name = PathBuf::from(String::from_utf8(bytes(name)?)?);
        let folder = match folder.parse::<i64>() {
            Ok(number) => match self.open.get(&number) {
                Some(Open::Folder(path)) => path.clone(),
                _ => return Ok(None),
            },
            Err(_) => PathBuf::new(),
        };
        let path = folder.join(name);
        Ok((path.starts_with(self.root) && matters(&path)).then_some(path))
    }
}

/// Reads a string of `\x..` in quotation marks.
fn bytes(argument: &str) -> Result<Vec<u8>, Failed> {
    let inner = argument
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'));
    let inner = inner.ok_or_else(|| format!("no whole string: {argument:.60}"))?;
    let digits = inner.split("\\x").skip(1);
    let bytes: Result<Vec<u8>, _> = digits.map(|byte| u8::from_str_radix(byte, 16)).collect();
    Ok(bytes?)
}
