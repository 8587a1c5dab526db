//! Fixtures and independent oracles for the tests of the house.

extern crate alloc;

pub mod assemble;
pub mod folder;
pub mod generate;
pub mod oracle;
