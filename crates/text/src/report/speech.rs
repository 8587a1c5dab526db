//! What the readers of both languages find in a sentence, before it is said whose words they are.

use alloc::string::String;
use alloc::vec::Vec;

use super::reading::{Cited, Doubt, Setting, Span};

/// What somebody does who reports with a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Class {
    /// Says.
    Say,
    /// Promises or guarantees.
    Promise,
    /// Offers or declares readiness.
    Offer,
    /// Proposes, calls, asks for.
    Propose,
    /// Denies.
    Deny,
    /// Accuses.
    Accuse,
    /// Calls something by a name.
    Characterise,
}

/// Who speaks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Who {
    /// As fully as the text names them.
    pub(super) name: Option<String>,
    /// The words that name them here.
    pub(super) named: Option<Span>,
    /// Their office, as the text gives it.
    pub(super) capacity: Option<String>,
    /// Why it is doubtful that it is they.
    pub(super) doubt: Option<Doubt>,
    /// Whether it is a State, a ministry or the like: nobody whom "he" or "she" could mean.
    pub(super) is_body: bool,
}

/// A passage with the sentence it was found in.
#[derive(Debug, Clone)]
pub(super) struct Said {
    pub(super) span: Span,
    pub(super) is_direct: bool,
    pub(super) who: Who,
    pub(super) verb: Option<Span>,
    pub(super) class: Class,
    pub(super) doubt: Option<Doubt>,
    /// The words whose kind it shares: of a partial quotation the clause around it.
    pub(super) clause: Span,
    pub(super) cited: Vec<Cited>,
    /// The sentence.
    pub(super) sentence: Span,
    /// Filled in when the sentence has been read.
    pub(super) setting: Setting,
}
