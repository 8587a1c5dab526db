//! The houses on loopback: a log, its witnesses, mirrors and monitor, honest and lying.

#![expect(
    clippy::unwrap_used,
    clippy::cast_possible_truncation,
    clippy::print_stderr,
    reason = "helpers fail where the tests would, sizes are small, what is left out is said"
)]

extern crate alloc;

mod desk;
mod foreign;
mod mirror;
mod monitor;
mod read;
mod specimen;
mod witness;
