//! The depositary's desk: the one place with a clock, chance, a database and a post.
//!
//! It decides no law: what an act needs and does is known to `law`, how a log proves itself to
//! `ledger`. What stands here is the order of writing, what keeps, and one function for each thing
//! that a depositary does (VCLT art. 77).
#![forbid(unsafe_code)]

extern crate alloc;

pub mod accounts;
mod act;
mod admission;
mod adoption;
mod authentication;
mod brought;
pub mod bundle;
pub mod calendar;
mod clock_watch;
mod columns;
mod conference;
mod copyist;
mod correction;
mod corrigendum;
mod delivery;
mod desk;
mod disclosure;
pub mod disk;
mod draft;
mod entering;
mod failure;
pub mod fetch;
mod heal;
mod holdings;
mod house;
mod import;
mod keeper;
mod keyring;
mod lock;
pub mod mandate;
mod meeting;
mod motion;
mod negotiated;
mod notification;
mod observer;
mod open;
mod opening;
mod participant;
mod pending;
mod proposal;
mod receipt;
mod rotation;
mod round;
mod sequencer;
mod shelf;
mod silence;
mod snapshot;
mod state;
mod statement;
pub mod store;
mod submission;
mod table;
pub mod tiles;
mod treaty;
pub mod webhook;
mod witnessing;
pub mod world;

pub use act::{Preview, RecordAct};
pub use adoption::{Adopt, TextAdopted};
pub use conference::{Convene, MakeRevision, SeatDelegation, SpeakFor};
pub use copyist::Copyist;
pub use correction::Correct;
pub use corrigendum::ProposeCorrection;
pub use delivery::Delivered;
pub use desk::{Depositary, Submitted};
pub use disclosure::{commitment, disclosing};
pub use entering::Foreseen;
pub use failure::{DeskError, Fatal, Unfit};
pub use heal::{HealError, Healed, Lacking, heal, lacking};
pub use holdings::{Holdings, holdings};
pub use house::World;
pub use import::Imported;
pub use keyring::Keyring;
pub use lock::FolderLock;
pub use meeting::{Attend, CloseMeeting, Sent};
pub use motion::{DrawnUp, Entered};
pub use negotiated::{RoundFigures, RoundText, round_figures};
pub use notification::{Confirm, Notify};
pub use observer::{Absence, Duty, Observer};
pub use open::load;
pub use opening::OpenRegister;
pub use participant::AddParticipant;
pub use pending::{Intent, Pending};
pub use proposal::{AnswerProposal, Dispose, OnProposal, Reader, Table, TakePosition};
pub use rotation::RevokeKey;
pub use round::OpenRound;
pub use shelf::FolderShelf;
pub use silence::{BreakSilence, StartSilence};
pub use snapshot::{FolderSnapshots, Snapshots};
pub use state::State;
pub use statement::{
    ClaimRepetition, ConfirmStatement, DraftProvision, RecordSource, RecordStatement,
};
pub use submission::{Recorded, Submission, cite};
pub use table::{Rows, SetTable};
pub use treaty::{EnterTreaty, SetPolicies};
pub use witnessing::{Attendance, Level, Witnessing};
