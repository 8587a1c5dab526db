//! Akoma Ntoso 3.0 (OASIS), out and in: one document per language, valid against the official schema; a
//! text as an act or bill, proposals as amendments.
//!
//! Akoma Ntoso has no construct for N attributed readings of one place. They are written as deletions and
//! insertions, which any reader understands, with attributes of our own namespace, `urn:sponsio:text:1`,
//! that make the way back exact.

mod arrange;
mod inline;
mod meta;
mod name;
mod proposal;
mod read;
mod stance;
#[cfg(test)]
mod tests;
mod write;

pub use proposal::{ImportedProposals, Phrases, Proposal};
pub use read::{ImportFault, Imported, Remainder, holds_proposals, read, read_proposals};
pub use write::{write, write_proposal, write_proposals};

use crate::expression::Expression;
use sponsio_record::{Digest, Instant, ParticipantId};

/// How many provisions may stand within one another: a file has at most 256 elements in one another, and
/// four of them may stand for one provision.
const DEEPEST_PROVISION: usize = 48;

/// What a document says besides the text.
#[derive(Clone)]
pub struct Options<'a> {
    /// The instrument, as part of its address: `x1` in `/akn/un/act/2026-12-12/x1`.
    pub number: &'a str,
    /// The day of the text and of the document (UTC).
    pub date: Instant,
    /// Whether the text is adopted; an adopted text is an act, any other a bill.
    pub is_adopted: bool,
    /// Whether this language is authentic.
    pub is_authentic: bool,
    /// The record of which this is a copy.
    pub record: Option<Digest>,
    /// The text before its last renumbering: where an `eId` was another, it stays as the `wId`.
    pub before: Option<&'a Expression>,
    /// The words for an empty reading: "no text".
    pub no_text: &'a str,
    /// The name of a delegation, where one is known.
    pub name: &'a dyn Fn(&ParticipantId) -> Option<alloc::string::String>,
}
