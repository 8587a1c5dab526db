//! The network face: the register for everybody to read in a browser, the log beneath it, and what
//! parties run to watch it: witness, mirror, monitor. It decides no law; what a witness or mirror
//! answers is decided by `ledger`, and what a page says of a date by `law`.
#![forbid(unsafe_code)]

extern crate alloc;

mod answer;
mod api;
mod assets;
mod calendar;
mod chronicle;
mod desk;
mod evidence;
mod failure;
mod feed;
mod file;
mod fork;
mod gate;
mod guard;
mod holding;
pub mod key;
mod locale;
mod mirror;
mod monitor;
mod openapi;
mod overload;
mod page;
mod pages;
mod problem;
mod pull;
mod read;
mod route;
mod seat;
mod serve;
mod source;
mod state;
mod svg;
mod table;
mod tls;
mod witness;
mod wording;

pub use axum::Router;
pub use desk::{Cannot, Desk, Examined, Examiner, Office, Refused, Said, Saying, Unexamined};
pub use evidence::Evidence;
pub use failure::Failure;
pub use gate::{
    Allowed, Answered, Gate, Network, NoNetwork, ProxyHeader, Rates, Tally, Trusted, Watched,
};
pub use locale::Language;
pub use mirror::Mirror;
pub use monitor::{Finding, Monitor, Round, Warning};
pub use pages::Pages;
pub use pull::{Pulled, Puller};
pub use read::LogFolder;
pub use serve::{Face, Limits, listen, serve};
pub use source::{Head, Published, Reading, Shelf, Source, Unread};
pub use tls::Encryption;
pub use witness::Witness;
pub use wording::{
    Account, Changed, Clause, Clauses, Consequences, Deposits, Gap, Gaps, Line, Named, Promises,
    Stage, Stages, Supposed, Terms, Walked, Wording,
};
