//! A small register in a folder of its own, and the command run on it without a process.

pub(crate) mod archive;
pub(crate) mod journey;
pub(crate) mod running;
pub(crate) mod sitting;
pub(crate) mod talks;

use std::fs;
use std::path::{Path, PathBuf};

use clap::Parser as _;
use tempfile::TempDir;

use sponsio::args::Cli;
use sponsio::command;
use sponsio::print::Console;
use sponsio::wording::{Words, failure};

const PARTICIPANTS: &str = "code,name,kind
AUS,Australia,state
NZL,New Zealand,state
TUR,Türkiye,state
X-EU,European Union,organization
";

const ACTS: &str = "treaty,participant,act,date,source,note
alpha,AUS,ratification,2001-01-10,test,
alpha,TUR,signature,2000-06-01,test,
alpha,TUR,ratification,2001-02-10,test,
alpha,NZL,accession,2001-05-01,test,
alpha,NZL,withdrawal,2005-01-01,test,
beta,AUS,accession,2002-03-04,test,
beta,TUR,application,2002-03-05,test,\"a word, no act\"
gamma,TUR,acceptance,2003-01-01,test,
";

const ALPHA: &str = "treaty \"Convention Alpha\"
  id alpha
  adopted 2000-06-01 at \"Ankara\"
  announced in force 2001-03-13
  data as of 2010-12-31

in force 30 days after the day at least 2 instruments [art. 5]
each later joiner 30 days after its deposit [art. 5]
withdrawal 12 months after receipt of notice [art. 6]
";

const BETA: &str = "treaty \"Protocol Beta\"
  id beta
  data as of 2010-12-31

in force on the day treaty alpha in force and at least 1 instruments [art. 2]
each later joiner on its deposit [art. 2]
";

const GAMMA: &str = "treaty \"Agreement Gamma\"
  id gamma
  data as of 2010-12-31
";

/// A register folder that is gone when the test ends.
pub(crate) struct Folder(TempDir);

impl Folder {
    /// Returns a register of three treaties without a fault.
    pub(crate) fn small() -> Self {
        let folder = Self(tempfile::tempdir().expect("a temporary folder"));
        folder.put("participants.csv", PARTICIPANTS);
        folder.put("acts.csv", ACTS);
        folder.put("treaties/alpha.clausula", ALPHA);
        folder.put("treaties/beta.clausula", BETA);
        folder.put("treaties/gamma.clausula", GAMMA);
        folder
    }

    /// Writes a file of the folder.
    pub(crate) fn put(&self, file: &str, text: impl AsRef<[u8]>) {
        let path = self.path().join(file);
        fs::create_dir_all(path.parent().expect("a folder")).expect("the folder is made");
        fs::write(path, text).expect("the file is written");
    }

    /// Adds text at the end of a file of the folder.
    pub(crate) fn add(&self, file: &str, text: impl AsRef<[u8]>) {
        let mut bytes = fs::read(self.path().join(file)).expect("the file is there");
        bytes.extend_from_slice(text.as_ref());
        self.put(file, bytes);
    }

    /// Takes a file away.
    pub(crate) fn take(&self, file: &str) {
        fs::remove_file(self.path().join(file)).expect("the file was there");
    }

    /// Returns where the folder is.
    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }
}

/// What a command did.
pub(crate) struct Done {
    /// The exit code.
    pub(crate) code: u8,
    /// The data.
    pub(crate) out: String,
    /// The messages, that of the failure included.
    pub(crate) err: String,
}

/// Runs the command line with these words, `{}` standing for the folder.
pub(crate) fn run(folder: &Path, words: &str) -> Done {
    let words: Vec<&str> = words.split(' ').collect();
    run_words(folder, &words)
}

/// Runs the command line with these words, which may hold spaces.
pub(crate) fn run_words(folder: &Path, words: &[&str]) -> Done {
    let folder = folder.to_str().expect("the folder's path is UTF-8");
    let words = words.iter().map(|word| word.replace("{}", folder));
    let cli = Cli::try_parse_from(words).expect("the words are a command line");
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let words = Words::new(cli.shared.lang);
    let outcome = command::run(cli, &mut Console::new(&mut out, &mut err));
    let mut err = String::from_utf8(err).expect("messages are UTF-8");
    let code = match outcome {
        Ok(()) => 0,
        Err(failed) => {
            err.push_str(&failure::message(&words, &failed));
            failed.kind.exit_code()
        }
    };
    let out = String::from_utf8(out).expect("data is UTF-8");
    Done { code, out, err }
}

/// Returns the real register beside the project, if it is there.
pub(crate) fn corpus() -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpus");
    path.is_dir().then_some(path)
}

/// Runs a command on one file with this content; the folder is left out of what it says.
pub(crate) fn on(file: &str, content: impl AsRef<[u8]>, words: &str) -> Done {
    let folder = Folder::small();
    folder.put(file, content);
    let mut done = run(folder.path(), words);
    let prefix = format!("{}/", folder.path().display());
    done.out = done.out.replace(&prefix, "");
    done.err = done.err.replace(&prefix, "");
    done
}
