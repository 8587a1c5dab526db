//! The tamper-evident log.
//!
//! Leaves are bytes. This crate knows no law, no network, no file system and no clock; whoever
//! verifies brings the origin, the keys and the quorum, and never takes them from a server.
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

pub mod archive;
pub mod audit;
pub mod bundle;
pub mod checkpoint;
pub mod cosignature;
pub mod dsse;
pub mod entry;
pub mod mirror;
pub mod note;
pub mod path;
pub mod policy;
pub mod proof;
pub mod receipt;
pub mod rotation;
pub mod tile;
pub mod tree;
pub mod verdict;
pub mod witness;

#[cfg(test)]
mod sentences;
#[cfg(test)]
mod specimen;
