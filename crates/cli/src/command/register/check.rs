//! `sponsio register check`.
use crate::failure::Failure;
use crate::print::Console;
use clap::Args;
/// Arguments.
#[derive(Debug, Args)]
pub struct Check {
    /// Where the register is.
    #[command(flatten)]
    pub folder: super::FolderArg,
}
/// Runs it.
pub fn run(args: &Check, console: &mut Console<'_>) -> Result<(), Failure> {
    let (_, report) = super::open(&args.folder.folder, console)?;
    super::print_faults(&report.faults, console)?;
    super::settle(&report.faults)
}
