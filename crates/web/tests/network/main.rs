//! The houses on loopback: a log, its witnesses, mirrors and monitor, honest and lying.

extern crate alloc;

mod desk;
mod foreign;
mod mirror;
mod monitor;
mod read;
mod specimen;
mod witness;
