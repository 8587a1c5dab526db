//! What a record is: the names it uses and the digest by which it is cited.
//!
//! This crate knows bytes, not meaning: no input or output, no clock, no law.
#![no_std]

extern crate alloc;

mod digest;
mod name;

pub use digest::{Digest, DigestError, Hasher};
pub use name::{NameError, ParticipantId, TreatyId};
