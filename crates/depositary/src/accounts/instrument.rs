//! The instrument itself, as an officer handed it in: its bytes, the name that it came with, and what its
//! examination found. What was found is not read here.

use rusqlite::{OptionalExtension as _, TransactionBehavior, params};

use super::motion::insert;
use super::{AccountError, Accounts, Motion};

/// An instrument that was handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instrument {
    /// The name of the file, as it may be shown; nothing is ever opened by it.
    pub name: String,
    /// What its examination found, as whoever examined it writes that.
    pub found: String,
    /// The exact bytes.
    pub bytes: Vec<u8>,
}

impl Accounts {
    /// Enters what was received together with the instrument itself; both or neither.
    pub fn enter_with_instrument(
        &self,
        motion: &Motion,
        instrument: &Instrument,
    ) -> Result<(), AccountError> {
        let mut connection = self.lock();
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        insert(&transaction, motion)?;
        transaction.execute(
            "INSERT INTO instrument (motion, name, found, bytes) VALUES (?1, ?2, ?3, ?4)",
            params![
                motion.id,
                instrument.name,
                instrument.found,
                instrument.bytes
            ],
        )?;
        Ok(transaction.commit()?)
    }

    /// Returns the instrument of a motion, if one was handed in.
    pub fn instrument(&self, motion: &str) -> Result<Option<Instrument>, AccountError> {
        let found = self.lock().query_row(
            "SELECT name, found, bytes FROM instrument WHERE motion = ?1",
            [motion],
            |row| {
                Ok(Instrument {
                    name: row.get(0)?,
                    found: row.get(1)?,
                    bytes: row.get(2)?,
                })
            },
        );
        Ok(found.optional()?)
    }
}
