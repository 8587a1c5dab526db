//! The pages of a register on loopback: what they say, how they are labelled, what they refuse.

#![expect(clippy::unwrap_used, reason = "helpers fail where the tests would")]

extern crate alloc;

mod answers;
mod api;
mod authenticator;
mod coverage;
mod desk;
mod desk_house;
mod empty;
mod feeds;
mod gate;
mod hostile;
mod house;
mod instrument;
mod program;
mod record;
mod room;
mod structure;
mod style;
mod whatif;
