//! The depositary's desk: the one place with a clock, chance, a database and a post.
//!
//! It decides no law: what an act needs and does is known to `law`, how a log proves itself to
//! `ledger`. What stands here is what keeps: the stores, the shelf of public files and the lock.
#![forbid(unsafe_code)]

extern crate alloc;

mod disk;
mod lock;
mod shelf;
pub mod store;
pub mod world;

pub use lock::FolderLock;
pub use shelf::FolderShelf;
