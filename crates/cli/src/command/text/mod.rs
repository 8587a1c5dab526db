//! `sponsio text`: look at the text of an instrument, in one language or in several.

pub mod akn;
pub mod check;
pub mod compare;
pub mod concordance;
pub mod confirm;
pub mod docx;
pub(crate) mod exchanged;
pub mod fmt;
pub mod import;
pub(crate) mod report;
mod rules;
pub mod scrub;
pub(crate) mod source;

use clap::Subcommand;

use crate::args::Shared;
use crate::failure::Failure;
use crate::print::Console;

/// What can be done with texts.
#[derive(Debug, Subcommand)]
#[command(after_help = "Examples:\n  \
    sponsio text check examples/text/guarantees.en.treaty\n  \
    sponsio text concordance examples/text/guarantees.en.treaty examples/text/guarantees.tr.treaty")]
pub enum TextCommand {
    /// Point at what is wrong or doubtful in text files
    Check(check::Check),
    /// Write text files in canonical form, with an id for each provision
    Fmt(fmt::Fmt),
    /// Compare two editions, provision by provision and word by word
    Compare(compare::Compare),
    /// Compare the languages of an instrument: structure, numbers, dates, references, brackets
    Concordance(concordance::Concordance),
    /// Renumber a text without brackets, with the table of old and new labels
    Scrub(scrub::ScrubArgs),
    /// Write a text as a Word document, with the tracked changes of all delegations or of one
    Docx(docx::Docx),
    /// Write a text as Akoma Ntoso
    Akn(akn::Akn),
    /// Read a Word document or Akoma Ntoso: as a text, or as what a delegation wants
    Import(import::Import),
}

/// Runs a command on texts.
pub fn run(
    command: &TextCommand,
    shared: &Shared,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    match command {
        TextCommand::Check(args) => check::run(args, shared, console),
        TextCommand::Fmt(args) => fmt::run(args, shared, console),
        TextCommand::Compare(args) => compare::run(args, shared, console),
        TextCommand::Concordance(args) => concordance::run(args, shared, console),
        TextCommand::Scrub(args) => scrub::run(args, shared, console),
        TextCommand::Docx(args) => docx::run(args, shared, console),
        TextCommand::Akn(args) => akn::run(args, shared, console),
        TextCommand::Import(args) => import::run(args, shared, console),
    }
}
