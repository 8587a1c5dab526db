//! `sponsio manpages`: manual pages, one for each command.

use std::path::PathBuf;

use clap::{Args, CommandFactory as _};

use crate::args::Cli;
use crate::failure::{Failure, Kind};

/// Arguments of `sponsio manpages`.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  sponsio manpages ~/.local/share/man/man1")]
pub struct Manpages {
    /// The folder into which the pages are written; it must be there
    pub folder: PathBuf,
}

/// Writes the pages.
pub fn run(args: &Manpages) -> Result<(), Failure> {
    if !args.folder.is_dir() {
        let sentence = format!("there is no folder {}", args.folder.display());
        return Err(Failure::new(Kind::NotFound, sentence));
    }
    clap_mangen::generate_to(Cli::command(), &args.folder).map_err(|error| {
        let sentence = format!("the pages cannot be written: {error}");
        Failure::new(Kind::Defect, sentence)
    })
}
