//! A filing: what one entry of the ledger says, as the law reads it (`docs/spec/act.md`).
//!
//! The register is the fold of the filings in the order of the ledger. A filing states; whether an
//! act may be received is examined before it is filed, by [`Register::receive`]. This module knows
//! the record form of a filing and nothing of the log that holds it.

mod enter;
mod fault;
mod matter;
mod read;
mod table;
#[cfg(test)]
mod tests;
mod write;

use alloc::string::String;
use alloc::vec::Vec;

use sponsio_record::{ActId, Digest};

pub use enter::{EnterError, disclosed_act};
pub use fault::FilingFault;
pub use matter::{
    Confirmation, Ground, Matter, Notification, Opening, Revocation, TableCitation, TableSort,
    instrument_stream,
};
pub(crate) use read::{date, officer};
pub use table::{members_record, weights_record};

#[cfg(doc)]
use crate::register::Register;

/// The type of the record that a filing is.
pub const ACT_TYPE: &str = "sponsio.act/1";

/// The type of the record to which a confidential entry commits: an act with its signatures.
pub const PRIVATE_TYPE: &str = "sponsio.private/1";

/// One filing: its mark, what it says, and the documents it names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filing {
    /// The mark that the author chose: 128 random bits, unique in a log.
    pub id: ActId,
    /// What it says.
    pub matter: Matter,
    /// The documents it names; they are kept outside the log under their digests.
    pub documents: Vec<DocumentRef>,
}

/// A document by its digest. The log names it and does not hold it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentRef {
    /// The SHA-256 of its bytes.
    pub digest: Digest,
    /// How many bytes it has.
    pub bytes: u64,
    /// Its media type, as `application/pdf`.
    pub media: String,
    /// Its language, as a BCP 47 tag.
    pub language: Option<String>,
}

/// The stream of the log's own matters.
pub const LOG_STREAM: &str = "log";
/// The stream of the participants.
pub const PARTICIPANTS_STREAM: &str = "participants";
/// The stream of the depositaries' habits.
pub const POLICIES_STREAM: &str = "policies";
/// The stream of tables and groups.
pub const TABLES_STREAM: &str = "tables";
/// The stream of confidential entries, unless the parties agree to show another name.
pub const SEALED_STREAM: &str = "sealed";
