//! Clausula: final clauses as executable law. One clause, one statement; a closed vocabulary; no
//! functions, no loops, no recursion.

pub mod decimal;
pub(crate) mod denunciation;
pub mod dependency;
pub mod entry_into_force;
pub(crate) mod evaluate;
pub mod explain;
pub mod layers;
pub(crate) mod moment;
pub mod rule;
pub(crate) mod scene;
pub(crate) mod tally;
pub mod truth;
pub(crate) mod units;
