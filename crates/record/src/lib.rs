//! What a record is: one value, one byte string; the names it uses, the digest by which it is
//! cited, the commitment that stands for it where it must not be read.
//!
//! The doors are [`read`] for bytes from outside, [`Draft::finish`] for bytes of our own, and
//! [`Digest::of`] to cite either. This crate knows bytes, not meaning: no input or output, no
//! clock, no law, no log.
#![no_std]

extern crate alloc;

mod base64;
mod canonical;
mod commitment;
mod digest;
mod envelope;
mod fault;
mod field;
mod hex;
mod instant;
mod name;
mod scan;
#[cfg(test)]
mod sentences;
mod strict;

pub use base64::{Base64Error, decode as from_base64, encode as to_base64};
pub use canonical::Draft;
pub use commitment::{Commitment, Opening, SALT_BYTES};
pub use digest::{Digest, DigestError, Hasher};
pub use envelope::Kind;
pub use fault::{Breach, Fault};
pub use field::{FieldError, Fields, Problem};
pub use instant::{Instant, InstantError};
pub use name::{ActId, ActIdError, ConferenceId, NameError, ParticipantId, TreatyId};
pub use strict::{Array, Object, Record, Scalar, Text, Value, read};

/// The greatest length in bytes of a record that becomes an entry of a log (rule 7).
pub const ENTRY_MAX: usize = 65_535;

/// The greatest depth at which a value may stand in a record; the record itself has depth 0 (rule 7).
pub const DEPTH_MAX: usize = 16;

/// The greatest absolute value of an integer in a record: 2^53 − 1 (rule 4).
pub const INTEGER_MAX: i64 = (1 << 53) - 1;

/// The greatest length in bytes of a member's name (rule 3).
pub const NAME_MAX: usize = 64;
