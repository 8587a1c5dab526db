//! The network face: the log for everybody to read, and what parties run to watch it: witness,
//! mirror, monitor. It decides no law; what a witness or mirror answers is decided by `ledger`.
#![forbid(unsafe_code)]

extern crate alloc;

mod chronicle;
mod evidence;
mod failure;
mod fork;
mod holding;
pub mod key;
mod mirror;
mod monitor;
mod problem;
mod pull;
mod read;
mod serve;
mod state;
mod witness;

pub use axum::Router;
pub use evidence::Evidence;
pub use failure::Failure;
pub use mirror::Mirror;
pub use monitor::{Finding, Monitor, Round, Warning};
pub use pull::{Pulled, Puller};
pub use read::LogFolder;
pub use serve::{Limits, listen, serve};
pub use witness::Witness;
