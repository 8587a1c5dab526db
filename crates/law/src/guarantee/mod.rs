//! Guarantees: who promises what to whom, in which way, and whether it binds on a day (GUA-1 to
//! GUA-9, treaty-law part 4).
//!
//! The words of a promise come from the guarantee lines of an adopted text or a `.clausula` file;
//! whether they bind comes from the status of guarantor and beneficiary. Nothing here judges whether
//! a trigger has come or a promise was broken, and nothing raises the legal force of a promise.

pub mod account;
pub mod advice;
pub mod binding;
pub mod cell;
pub mod closing;
pub mod coverage;
mod english;
pub mod force;
pub mod lint;
mod pairing;
pub mod promise;
mod roll;
mod seat;
mod summary;
#[cfg(test)]
mod tests;
pub mod text;

pub use account::{Account, account};
pub use advice::Advice;
pub use binding::{Rung, ladder};
pub use cell::{Cell, Condition, Life, Mark};
pub use closing::{Closing, closings};
pub use coverage::{Asked, Coverage, Covered, Row, TooLarge, coverage, promising};
pub use force::LegalForce;
pub use promise::{Direction, Promise};
pub use summary::{Balance, Collectivity, Reciprocity};
