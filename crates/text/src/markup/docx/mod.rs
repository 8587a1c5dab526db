//! Word documents (ECMA-376, WordprocessingML), out and in.
//!
//! One provision is one paragraph. The changes of N delegations stand in one document as tracked changes
//! whose author is the list of those that stand behind them; the text of a delegation is what remains
//! after accepting the changes whose list names it and rejecting the others, and rejecting all gives the
//! base. See `docs/decisions/0012-documents-with-many-authors.md`.

mod archive;
mod base;
mod cut;
mod known;
mod numbering;
pub(crate) mod pair;
mod read;
mod resolve;
mod returned;
mod seam;
mod sheet;
pub(crate) mod show;
pub(crate) mod structure;
mod voices;
mod words;
mod write;

pub use archive::ArchiveFault;
pub use base::{Base, base, paragraphs};
pub use read::{Comment, Document, Loss, LossKind, ReadFault, read, read_main};
pub use returned::{Missing, ReturnFault, Returned, returned};
pub use sheet::Source;
pub use write::{Options, View, Wording, write};

/// The custom property that says what a document of ours is.
const KIND: &str = "Sponsio.Kind";
const KIND_ROLLING: &str = "rolling";
const KIND_EDITING: &str = "editing";
/// The custom property that says whose working copy it is.
const FOR: &str = "Sponsio.For";
/// The custom property that says in how many paragraphs of a rolling text there are tracked changes.
const CHANGED: &str = "Sponsio.Changed";
/// How many provisions one custom property names: its text has at most 255 characters.
const IN_A_ROW: usize = 32;

/// The custom property, one of several from 1 on, that names the provisions in whose paragraphs there are
/// tracked changes.
fn changed_row(number: usize) -> alloc::string::String {
    alloc::format!("{CHANGED}.{number}")
}

/// The initials under which comments are written with a document, so that they are told from those that
/// people write into it.
const INITIALS: &str = "Sp.";

#[cfg(test)]
mod tests;
