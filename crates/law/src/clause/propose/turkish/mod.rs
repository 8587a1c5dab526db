//! The grammar of Turkish final clauses. The order is that of the language: what must have happened,
//! then the day ("tarihi izleyen otuzuncu gün"), then the verb. The case of the word for the day
//! decides what may follow it.

mod condition;
mod force;
mod joiner;
pub(super) mod number;
mod participants;
mod phrase;
mod reservations;
mod term;
mod withdrawal;

use super::cursor::Cursor;
use super::reading::Clause;

/// Reads a sentence to its end.
pub(super) fn clause(c: &mut Cursor<'_>) -> Option<Clause> {
    let said = c
        .attempt(force::sentence)
        .or_else(|| c.attempt(joiner::sentence))
        .or_else(|| c.attempt(withdrawal::sentence))
        .or_else(|| c.attempt(reservations::sentence))?;
    Clause::new(c, said)
}
