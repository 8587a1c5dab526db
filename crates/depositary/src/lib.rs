//! The depositary's desk: the one place with a clock, chance, a database and a post.
//!
//! It decides no law: what an act needs and does is known to `law`, how a log proves itself to
//! `ledger`. What stands here is the order of writing, what keeps, and one function for each thing
//! that a depositary does (VCLT art. 77).
#![forbid(unsafe_code)]

extern crate alloc;

mod act;
mod admission;
pub mod bundle;
pub mod calendar;
mod clock_watch;
mod correction;
mod delivery;
mod desk;
mod disclosure;
mod disk;
mod entering;
mod failure;
mod house;
mod import;
mod keeper;
mod lock;
mod mandate;
mod notification;
mod open;
mod opening;
mod participant;
mod receipt;
mod sequencer;
mod shelf;
mod state;
pub mod store;
mod submission;
mod table;
mod treaty;
pub mod world;

pub use act::{Preview, RecordAct};
pub use correction::Correct;
pub use delivery::Delivered;
pub use desk::{Depositary, Submitted};
pub use entering::Foreseen;
pub use failure::{DeskError, Fatal, Unfit};
pub use house::World;
pub use import::Imported;
pub use lock::FolderLock;
pub use notification::{Confirm, Notify};
pub use open::load;
pub use opening::OpenRegister;
pub use participant::AddParticipant;
pub use shelf::FolderShelf;
pub use state::State;
pub use submission::{Recorded, Submission, cite};
pub use table::{Rows, SetTable};
pub use treaty::{EnterTreaty, SetPolicies};
