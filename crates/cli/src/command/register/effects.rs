//! `sponsio register effects`.
use crate::failure::Failure;
use crate::print::Console;
use clap::Args;
/// Arguments.
#[derive(Debug, Args)]
pub struct Effects {
    /// Where the register is.
    #[command(flatten)]
    pub folder: super::FolderArg,
}
/// Runs it.
pub fn run(args: &Effects, console: &mut Console<'_>) -> Result<(), Failure> {
    let (_, report) = super::open(&args.folder.folder, console)?;
    super::print_faults(&report.faults, console)?;
    super::settle(&report.faults)
}
