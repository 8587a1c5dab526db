//! Bundles: one file from which anybody verifies one claim offline.
//!
//! [`Depositary::make_bundle`] gathers what a claim needs; [`examine`] is its reader, which asks
//! nobody: it has the log's statements verified under the verifier's own policy, folds the acts, has
//! the law compute the state anew, and compares.
//!
//! [`Depositary::make_bundle`]: crate::Depositary::make_bundle

mod examine;
mod make;

pub use examine::{Documents, Examined, Signatures, Stated, evidence, examine};
pub use make::{Ask, Enclosed};
