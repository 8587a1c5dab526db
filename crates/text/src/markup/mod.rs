//! The source form of a text: `.treaty`. One file per language, plain prose with few marks; what a line
//! is depends only on how it begins. Beside it the forms in which texts are exchanged:
//! [`akn`] and [`docx`].
//!
//! The strict reader ([`parse`]) gives a text or says everything that is wrong; [`print`] writes the
//! canonical form. Nothing here knows a file.

pub mod akn;
mod characters;
mod definitions;
pub mod docx;
pub mod fault;
mod inline;
pub mod lenient;
pub(crate) mod meant;
mod parse;
mod piece;
mod print;
mod rank;
mod scan;
#[cfg(test)]
mod tests;
mod who;
pub mod xml;

pub use characters::{FILE_MAX, LINE_MAX};
pub use fault::{Code, Delimiter, Detail, Difference, Fault, MOST_FAULTS, Severity};
pub use parse::{Options, Parsed, parse};
pub use piece::{Piece, pieces};
pub use print::{print, print_body, print_pieces, print_words};
pub use who::is_delegation;
pub(crate) use who::mark;
