//! `sponsio manpages`: manual pages, one for each command.

use std::path::PathBuf;

use clap::{Args, CommandFactory as _};

use crate::args::{Cli, Shared};
use crate::failure::{Failure, Kind};
use crate::wording::{Words, say};

/// Arguments of `sponsio manpages`.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  sponsio manpages ~/.local/share/man/man1")]
pub struct Manpages {
    /// The folder into which the pages are written; it must be there
    pub folder: PathBuf,
}

/// Writes the pages.
pub fn run(args: &Manpages, shared: &Shared) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let path = args.folder.display().to_string();
    if !args.folder.is_dir() {
        let sentence = say!(words, "folder-not-found", path = path);
        return Err(Failure::new(Kind::NotFound, sentence));
    }
    clap_mangen::generate_to(Cli::command(), &args.folder).map_err(|error| {
        let sentence = say!(words, "failure-file", path = path, why = error.to_string());
        Failure::new(Kind::Defect, sentence)
    })
}
