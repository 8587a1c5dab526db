//! The houses on loopback: a log, its witnesses, mirrors and monitor, honest and lying.

#![expect(
    clippy::unwrap_used,
    reason = "the helpers of these tests fail where the tests would"
)]

extern crate alloc;

mod desk;
mod foreign;
mod mirror;
mod monitor;
mod read;
mod specimen;
mod witness;
