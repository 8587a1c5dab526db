//! Clausula: final clauses as executable law. One clause, one statement; a closed vocabulary; no
//! functions, no loops, no recursion.

pub mod decimal;
pub mod rule;
