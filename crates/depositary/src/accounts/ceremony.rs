//! Ceremonies: what the server keeps between asking an authenticator and its answer. Each is used once,
//! within minutes.

use rusqlite::{OptionalExtension as _, params};
use sponsio_record::{Digest, Instant};

use super::{AccountError, Accounts, later};

/// How long a ceremony waits for its answer, in seconds.
const OPEN: i64 = 300;

/// A ceremony that has begun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ceremony {
    /// Whose.
    pub officer: String,
    /// What for: a sign-in, a new passkey, an act.
    pub purpose: String,
    /// What is needed to judge the answer.
    pub state: String,
}

impl Accounts {
    /// Keeps a ceremony until it is answered; those whose time is over are forgotten.
    pub fn begin(
        &self,
        secret: &Digest,
        ceremony: &Ceremony,
        now: Instant,
    ) -> Result<(), AccountError> {
        let connection = self.lock();
        connection.execute("DELETE FROM ceremony WHERE expires <= ?1", [now.seconds()])?;
        connection.execute(
            "INSERT INTO ceremony (secret, officer, purpose, state, expires)
             VALUES (?1, ?2, ?3, ?4, ?5)",
            params![
                secret.as_bytes(),
                ceremony.officer,
                ceremony.purpose,
                ceremony.state,
                later(now, OPEN)
            ],
        )?;
        Ok(())
    }

    /// Takes a ceremony, which cannot be taken again.
    pub fn take(&self, secret: &Digest, now: Instant) -> Result<Option<Ceremony>, AccountError> {
        let found = self.lock().query_row(
            "DELETE FROM ceremony WHERE secret = ?1 RETURNING officer, purpose, state, expires",
            params![secret.as_bytes()],
            |row| {
                let ceremony = Ceremony {
                    officer: row.get(0)?,
                    purpose: row.get(1)?,
                    state: row.get(2)?,
                };
                Ok((ceremony, row.get::<_, i64>(3)?))
            },
        );
        let found = found.optional()?;
        Ok(found.and_then(|(ceremony, expires)| (now.seconds() < expires).then_some(ceremony)))
    }
}
