//! Accounts, what is granted to them, their passkeys, and the one-time links by which a passkey is made.

use rusqlite::{OptionalExtension as _, Row, params};
use sponsio_record::{Digest, Instant, ParticipantId};

use super::{AccountError, Accounts, Word, instant, later};
use crate::mandate::rights::{Grant, Holder, Role, Scope};

/// How long a one-time link may be used, in seconds: three days.
const INVITED: i64 = 72 * 3_600;

/// An account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Who it is, and what is granted.
    pub holder: Holder,
    /// How the person is called; it stands in no log.
    pub name: String,
    /// When the account was made.
    pub made: Instant,
    /// Since when it is revoked, if it is.
    pub revoked: Option<Instant>,
    /// How many passkeys it has.
    pub passkeys: u64,
}

/// A passkey of an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passkey {
    /// The identifier of the credential, in base64url.
    pub credential: String,
    /// The public key with its counters, as whoever verifies it writes them.
    pub held: String,
    /// When it was added.
    pub added: Instant,
    /// When it was used last.
    pub used: Option<Instant>,
}

/// Whether a name can stand in the log as the pseudonym of an officer.
pub fn is_pseudonym(name: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    name.strip_prefix("o-")
        .is_some_and(|rest| !rest.is_empty() && rest.len() <= 40 && rest.bytes().all(plain))
}

const COLUMNS: &str = "SELECT officer, name, party, made, revoked, \
    (SELECT count(*) FROM passkey WHERE passkey.officer = account.officer) FROM account";

impl Accounts {
    /// Makes an account, or gives an account that is there more roles; a new name replaces the old one.
    pub fn invite(
        &self,
        holder: &Holder,
        name: &str,
        secret: &Digest,
        now: Instant,
    ) -> Result<(), AccountError> {
        if !is_pseudonym(&holder.officer) {
            return Err(AccountError::Pseudonym(holder.officer.clone()));
        }
        let party = holder.party.as_ref().map(ParticipantId::as_str);
        let mut connection = self.lock();
        let transaction = connection.transaction()?;
        transaction.execute(
            "INSERT INTO account (officer, name, party, made) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (officer) DO UPDATE SET name = excluded.name, party = excluded.party,
                 revoked = NULL",
            params![holder.officer, name, party, now.seconds()],
        )?;
        let mut changed = 0;
        for grant in &holder.grants {
            changed += transaction.execute(
                "INSERT INTO granted (officer, role, scope) VALUES (?1, ?2, ?3)
                 ON CONFLICT DO NOTHING",
                params![holder.officer, grant.role.label(), grant.scope.to_string()],
            )?;
        }
        if changed > 0 {
            // What may be done has changed: whoever is signed in signs in again.
            transaction.execute("DELETE FROM session WHERE officer = ?1", [&holder.officer])?;
        }
        transaction.execute(
            "DELETE FROM invitation WHERE officer = ?1",
            [&holder.officer],
        )?;
        transaction.execute(
            "INSERT INTO invitation (secret, officer, expires) VALUES (?1, ?2, ?3)",
            params![secret.as_bytes(), holder.officer, later(now, INVITED)],
        )?;
        transaction.commit()?;
        // Only afterwards: where it cannot be written, a copy that is restored stays revoked.
        self.note(Word::Invited, &holder.officer, now)
    }

    /// Revokes an account: its sessions end, its links lead nowhere, its passkeys are forgotten. It is
    /// revoked even if the last word on it cannot be written, which is then said.
    pub fn revoke(&self, officer: &str, now: Instant) -> Result<(), AccountError> {
        self.take_away(officer, now)?;
        self.note(Word::Revoked, officer, now)
    }

    fn take_away(&self, officer: &str, now: Instant) -> Result<(), AccountError> {
        let mut connection = self.lock();
        let transaction = connection.transaction()?;
        let revoked = transaction.execute(
            "UPDATE account SET revoked = ?2 WHERE officer = ?1 AND revoked IS NULL",
            params![officer, now.seconds()],
        )?;
        if revoked == 0 {
            return Err(AccountError::NoAccount(officer.to_owned()));
        }
        for table in [
            "session",
            "invitation",
            "passkey",
            "recovery",
            "ceremony",
            "granted",
            "token",
        ] {
            transaction.execute(
                &format!("DELETE FROM {table} WHERE officer = ?1"),
                [officer],
            )?;
        }
        Ok(transaction.commit()?)
    }

    /// Returns all accounts, revoked ones too, by pseudonym.
    pub fn list(&self) -> Result<Vec<Account>, AccountError> {
        let connection = self.lock();
        let mut asked = connection.prepare(&format!("{COLUMNS} ORDER BY officer"))?;
        let found = asked.query_map([], account)?;
        let mut accounts: Vec<Account> = found.collect::<Result<_, _>>()?;
        for account in &mut accounts {
            account.holder.grants = grants(&connection, &account.holder.officer)?;
        }
        Ok(accounts)
    }

    /// Returns an account that is not revoked.
    pub fn account(&self, officer: &str) -> Result<Option<Account>, AccountError> {
        let connection = self.lock();
        let found = connection
            .query_row(
                &format!("{COLUMNS} WHERE officer = ?1 AND revoked IS NULL"),
                [officer],
                account,
            )
            .optional()?;
        let Some(mut account) = found else {
            return Ok(None);
        };
        account.holder.grants = grants(&connection, officer)?;
        Ok(Some(account))
    }

    /// Returns whose link this is, if it can still be used; the link stays.
    pub fn invited(&self, secret: &Digest, now: Instant) -> Result<Option<String>, AccountError> {
        let found = self.lock().query_row(
            "SELECT officer FROM invitation WHERE secret = ?1 AND expires > ?2",
            params![secret.as_bytes(), now.seconds()],
            |row| row.get(0),
        );
        Ok(found.optional()?)
    }

    /// Gives an account that is there a one-time link, in the place of the one before.
    pub fn link(&self, officer: &str, secret: &Digest, now: Instant) -> Result<(), AccountError> {
        let mut connection = self.lock();
        let transaction = connection.transaction()?;
        transaction.execute("DELETE FROM invitation WHERE officer = ?1", [officer])?;
        let done = transaction.execute(
            "INSERT INTO invitation (secret, officer, expires)
             SELECT ?1, officer, ?3 FROM account WHERE officer = ?2 AND revoked IS NULL",
            params![secret.as_bytes(), officer, later(now, INVITED)],
        )?;
        if done == 0 {
            return Err(AccountError::NoAccount(officer.to_owned()));
        }
        Ok(transaction.commit()?)
    }

    /// Adds a passkey by a one-time link, which is used up; a credential that is there already is refused.
    pub fn add_passkey(
        &self,
        officer: &str,
        passkey: &Passkey,
        secret: &Digest,
    ) -> Result<(), AccountError> {
        let mut connection = self.lock();
        let transaction = connection.transaction()?;
        let used = transaction.execute(
            "DELETE FROM invitation WHERE secret = ?1 AND officer = ?2",
            params![secret.as_bytes(), officer],
        )?;
        if used == 0 {
            return Err(AccountError::Moved("invited"));
        }
        transaction.execute(
            "INSERT INTO passkey (credential, officer, held, added) VALUES (?1, ?2, ?3, ?4)",
            params![
                passkey.credential,
                officer,
                passkey.held,
                passkey.added.seconds()
            ],
        )?;
        Ok(transaction.commit()?)
    }

    /// Removes a passkey of an account that has another, and ends its sessions but this one.
    pub fn remove_passkey(
        &self,
        officer: &str,
        credential: &str,
        session: &str,
    ) -> Result<(), AccountError> {
        let mut connection = self.lock();
        let transaction = connection.transaction()?;
        let removed = transaction.execute(
            "DELETE FROM passkey WHERE credential = ?1 AND officer = ?2
             AND 1 < (SELECT count(*) FROM passkey WHERE officer = ?2)",
            params![credential, officer],
        )?;
        if removed == 0 {
            return Err(AccountError::Moved("one of several"));
        }
        transaction.execute(
            "DELETE FROM session WHERE officer = ?1 AND handle <> ?2",
            params![officer, session],
        )?;
        Ok(transaction.commit()?)
    }

    /// Returns the passkeys of an account, the oldest first.
    pub fn passkeys(&self, officer: &str) -> Result<Vec<Passkey>, AccountError> {
        let connection = self.lock();
        let mut asked = connection.prepare(
            "SELECT credential, held, added, used FROM passkey WHERE officer = ?1
             ORDER BY added, credential",
        )?;
        let found = asked.query_map([officer], |row| {
            Ok(Passkey {
                credential: row.get(0)?,
                held: row.get(1)?,
                added: instant(row.get(2)?),
                used: row.get::<_, Option<i64>>(3)?.map(instant),
            })
        })?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    /// Keeps that a passkey was used, with its new counters.
    pub fn used_passkey(
        &self,
        credential: &str,
        held: &str,
        now: Instant,
    ) -> Result<(), AccountError> {
        self.lock().execute(
            "UPDATE passkey SET held = ?2, used = ?3 WHERE credential = ?1",
            params![credential, held, now.seconds()],
        )?;
        Ok(())
    }

    /// Keeps the hashes of recovery codes, in the place of those that were there.
    pub fn keep_recovery(&self, officer: &str, hashes: &[String]) -> Result<(), AccountError> {
        let mut connection = self.lock();
        let transaction = connection.transaction()?;
        transaction.execute("DELETE FROM recovery WHERE officer = ?1", [officer])?;
        for (place, hash) in (1_i64..).zip(hashes) {
            transaction.execute(
                "INSERT INTO recovery (officer, place, hash) VALUES (?1, ?2, ?3)",
                params![officer, place, hash],
            )?;
        }
        Ok(transaction.commit()?)
    }

    /// Returns the hash of the recovery code in this place, counted from one.
    pub fn recovery(&self, officer: &str, place: u32) -> Result<Option<String>, AccountError> {
        let found = self.lock().query_row(
            "SELECT hash FROM recovery WHERE officer = ?1 AND place = ?2",
            params![officer, place],
            |row| row.get(0),
        );
        Ok(found.optional()?)
    }

    /// Returns how many recovery codes are left.
    pub fn recoveries(&self, officer: &str) -> Result<u64, AccountError> {
        let counted = self.lock().query_row(
            "SELECT count(*) FROM recovery WHERE officer = ?1",
            [officer],
            |row| row.get::<_, i64>(0),
        )?;
        Ok(u64::try_from(counted).unwrap_or(0))
    }

    /// Uses up a recovery code; returns whether it was there.
    pub fn use_recovery(&self, officer: &str, place: u32) -> Result<bool, AccountError> {
        let used = self.lock().execute(
            "DELETE FROM recovery WHERE officer = ?1 AND place = ?2",
            params![officer, place],
        )?;
        Ok(used == 1)
    }
}

fn account(row: &Row<'_>) -> Result<Account, rusqlite::Error> {
    let party: Option<String> = row.get(2)?;
    Ok(Account {
        holder: Holder {
            officer: row.get(0)?,
            party: party.and_then(|code| ParticipantId::new(&code).ok()),
            grants: Vec::new(),
        },
        name: row.get(1)?,
        made: instant(row.get(3)?),
        revoked: row.get::<_, Option<i64>>(4)?.map(instant),
        passkeys: u64::try_from(row.get::<_, i64>(5)?).unwrap_or(0),
    })
}

/// A role or scope that this Sponsio does not know grants nothing.
fn grants(connection: &rusqlite::Connection, officer: &str) -> Result<Vec<Grant>, AccountError> {
    let mut asked =
        connection.prepare("SELECT role, scope FROM granted WHERE officer = ?1 ORDER BY 1, 2")?;
    let found = asked.query_map([officer], |row| {
        Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))
    })?;
    let mut grants = Vec::new();
    for row in found {
        let (role, scope) = row?;
        if let (Some(role), Some(scope)) = (Role::from_label(&role), Scope::from_text(&scope)) {
            grants.push(Grant { role, scope });
        }
    }
    Ok(grants)
}
