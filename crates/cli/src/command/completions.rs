//! `sponsio completions`: a completion script for a shell.

use clap::{Args, CommandFactory as _};
use clap_complete::Shell;

use crate::args::Cli;
use crate::failure::Failure;
use crate::print::Console;

/// Arguments of `sponsio completions`.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  sponsio completions bash > ~/.local/share/bash-completion/completions/sponsio"
)]
pub struct Completions {
    /// The shell
    pub shell: Shell,
}

/// Prints the script.
pub fn run(args: &Completions, console: &mut Console<'_>) -> Result<(), Failure> {
    // Into memory first: the generator cannot report that a reader has gone.
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "sponsio", &mut script);
    Ok(console.out.write_all(&script)?)
}
