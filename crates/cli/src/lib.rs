//! The command line of Sponsio: readers, commands and wording around the pure crates.
//!
//! A command reads its arguments, asks one question of `law` and prints. It knows no law and no
//! terminal: it writes to a [`print::Console`] that its caller hands down.

extern crate alloc;

pub mod args;
pub mod change;
pub mod command;
pub mod failure;
pub mod folder;
pub mod json;
pub mod layout;
pub mod marks;
mod picture;
pub mod place;
pub mod print;
pub mod settings;
pub mod terminal;
pub mod wording;
