//! Clausula: final clauses as executable law. One clause, one statement; a closed vocabulary; no
//! functions, no loops, no recursion.

pub mod decimal;
pub mod diagnostic;
mod policy;
mod print;
pub mod rule;
mod sameness;
pub mod syntax;
mod token;

pub use print::{print, print_depositaries, print_statement};
pub use syntax::{Parsed, parse, parse_depositaries, parse_policy, parse_statement};
