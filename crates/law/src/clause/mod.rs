//! Clausula: final clauses as executable law. One clause, one statement; a closed vocabulary; no
//! functions, no loops, no recursion.

pub mod decimal;
pub(crate) mod denunciation;
pub mod dependency;
pub mod diagnostic;
pub mod entry_into_force;
pub(crate) mod evaluate;
pub mod explain;
pub mod header;
pub mod layers;
pub mod lint;
pub(crate) mod moment;
mod policy;
mod print;
pub(crate) mod proportion;
pub mod propose;
pub mod rule;
mod sameness;
pub(crate) mod scene;
pub mod syntax;
pub(crate) mod tally;
mod token;
pub mod truth;
pub(crate) mod units;

pub use dependency::{dependencies, partners};
pub use diagnostic::{Code, Diagnostic, Severity};
pub use lint::{LintContext, check, lint};
pub use print::{print, print_depositaries, print_statement};
pub use syntax::{Parsed, parse, parse_depositaries, parse_policy, parse_statement};
