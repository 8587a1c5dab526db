//! Motions: what was received and waits, what one officer proposes and another confirms, and the
//! assertions by which they did. What an act is, is not known here: it is bytes with a digest.

use rusqlite::{OptionalExtension as _, Row, params};
use sponsio_record::{ConferenceId, Digest, Instant};

use super::{AccountError, Accounts, instant};
use crate::mandate::rights::{Object, Scope, Stage};
use crate::store::Document;

/// Something that waits, or has waited, for two officers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Motion {
    /// The mark of its act, 32 hexadecimal digits.
    pub id: String,
    /// The kind: `deposit`, `correction`, `notification`; in a conference `publication`.
    pub kind: String,
    /// Where it belongs.
    pub scope: Scope,
    /// What was entered and noted, as its pages write it.
    pub form: String,
    /// When it reached the desk.
    pub entered: Instant,
    /// Who entered it.
    pub entered_by: String,
    /// How far it is.
    pub stage: Stage,
    /// Who proposed the act.
    pub proposed_by: Option<String>,
    /// Who confirmed it.
    pub confirmed_by: Option<String>,
    /// Why it was given back or set aside.
    pub remark: String,
    /// The entry that holds it.
    pub seq: Option<u64>,
}

/// An act that was proposed: its exact bytes, and the documents that come with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposed {
    /// The bytes over whose digest both officers assert.
    pub act: Vec<u8>,
    /// The documents, each with its language.
    pub documents: Vec<(Document, Option<String>)>,
}

impl Proposed {
    /// Returns the digest to which assertions are bound.
    pub fn digest(&self) -> Digest {
        Digest::of(&self.act)
    }
}

/// What a passkey asserted for one act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assertion {
    /// Who.
    pub officer: String,
    /// As what: the label of the deed.
    pub deed: String,
    /// The digest of the act.
    pub act: Digest,
    /// The random part of the challenge.
    pub nonce: [u8; 32],
    /// The public key, as it was when it was used.
    pub passkey: String,
    /// What the authenticator answered.
    pub assertion: String,
}

impl Assertion {
    /// Returns the challenge that an authenticator is given for an act: whoever has the act and the
    /// nonce can compute it again.
    pub fn challenge(officer: &str, deed: &str, act: &Digest, nonce: &[u8; 32]) -> Digest {
        let mut bytes = b"sponsio.assertion/1\n".to_vec();
        for line in [officer, deed, &act.to_string()] {
            bytes.extend_from_slice(line.as_bytes());
            bytes.push(b'\n');
        }
        bytes.extend_from_slice(nonce);
        Digest::of(&bytes)
    }
}

/// An assertion as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// When it was given.
    pub at: Instant,
    /// What was asserted.
    pub assertion: Assertion,
}

const COLUMNS: &str = "SELECT id, kind, scope, form, entered, entered_by, stage, proposed_by, \
    confirmed_by, remark, seq FROM motion";

fn motion(row: &Row<'_>) -> Result<Option<Motion>, rusqlite::Error> {
    let (scope, stage): (String, String) = (row.get(2)?, row.get(6)?);
    let (Some(scope), Some(stage)) = (Scope::from_text(&scope), Stage::from_label(&stage)) else {
        return Ok(None);
    };
    Ok(Some(Motion {
        id: row.get(0)?,
        kind: row.get(1)?,
        scope,
        form: row.get(3)?,
        entered: instant(row.get(4)?),
        entered_by: row.get(5)?,
        stage,
        proposed_by: row.get(7)?,
        confirmed_by: row.get(8)?,
        remark: row.get(9)?,
        seq: row
            .get::<_, Option<i64>>(10)?
            .and_then(|seq| u64::try_from(seq).ok()),
    }))
}

impl Motion {
    /// Returns it as something with which somebody would do something.
    pub fn object(&self) -> Object {
        Object {
            proposed_by: self.proposed_by.clone(),
            ..Object::of(self.scope.clone(), self.stage)
        }
    }
}

/// Writes a motion that was received.
pub(super) fn insert(
    connection: &rusqlite::Connection,
    motion: &Motion,
) -> Result<(), AccountError> {
    connection.execute(
        "INSERT INTO motion (id, kind, scope, form, entered, entered_by, stage)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        params![
            motion.id,
            motion.kind,
            motion.scope.to_string(),
            motion.form,
            motion.entered.seconds(),
            motion.entered_by,
            Stage::Received.label()
        ],
    )?;
    Ok(())
}

impl Accounts {
    /// Enters what was received.
    pub fn enter_motion(&self, motion: &Motion) -> Result<(), AccountError> {
        insert(&self.lock(), motion)
    }

    /// Replaces what was entered, as long as nobody has proposed it.
    pub fn revise_motion(&self, id: &str, form: &str) -> Result<(), AccountError> {
        let done = self.lock().execute(
            "UPDATE motion SET form = ?2 WHERE id = ?1 AND stage = 'received'",
            params![id, form],
        )?;
        moved(done, "received")
    }

    /// Returns a motion.
    pub fn motion(&self, id: &str) -> Result<Option<Motion>, AccountError> {
        let found = self
            .lock()
            .query_row(&format!("{COLUMNS} WHERE id = ?1"), [id], motion)
            .optional()?;
        match found {
            None => Ok(None),
            Some(read) => read.map(Some).ok_or(AccountError::Unread("a motion")),
        }
    }

    /// Returns what waits in these scopes, or in all, the oldest first, beginning after so many; and how
    /// much waits there. What waits in a conference is asked for there, and not here.
    pub fn waiting(
        &self,
        scopes: Option<&[Scope]>,
        skip: u32,
        most: u32,
    ) -> Result<(Vec<Motion>, u64), AccountError> {
        // A scope is made of letters, digits, hyphens and one stroke: it needs no escape.
        let named = scopes.unwrap_or_default().iter();
        let named: Vec<String> = named.map(|scope| format!("\"{scope}\"")).collect();
        let named = format!("[{}]", named.join(","));
        let waits = "stage IN ('received', 'proposed') AND scope NOT LIKE 'conference/%'
             AND (?1 OR scope IN (SELECT value FROM json_each(?2)))";
        let connection = self.lock();
        let mut asked = connection.prepare(&format!(
            "{COLUMNS} WHERE {waits} ORDER BY entered, id LIMIT ?3 OFFSET ?4"
        ))?;
        let all = scopes.is_none();
        let found: Vec<Option<Motion>> = asked
            .query_map(params![all, named, most, skip], motion)?
            .collect::<Result<_, _>>()?;
        let count = connection.query_row(
            &format!("SELECT count(*) FROM motion WHERE {waits}"),
            params![all, named],
            |row| row.get::<_, i64>(0),
        )?;
        let found = found.into_iter().flatten().collect();
        Ok((found, u64::try_from(count).unwrap_or(0)))
    }

    /// Returns what waits for two officers of a conference, the oldest first.
    pub fn waiting_in(&self, conference: &ConferenceId) -> Result<Vec<Motion>, AccountError> {
        let connection = self.lock();
        let mut asked = connection.prepare(&format!(
            "{COLUMNS} WHERE stage IN ('received', 'proposed') AND scope = ?1 ORDER BY entered, id"
        ))?;
        let scope = Scope::Conference(conference.clone()).to_string();
        let found = asked.query_map([scope], motion)?;
        let found: Vec<Option<Motion>> = found.collect::<Result<_, _>>()?;
        Ok(found.into_iter().flatten().collect())
    }

    /// Returns the motion that was recorded last.
    pub fn settled_last(&self) -> Result<Option<Motion>, AccountError> {
        let found = self
            .lock()
            .query_row(
                &format!(
                    "{COLUMNS} WHERE stage = 'settled' AND seq IS NOT NULL
                     AND scope NOT LIKE 'conference/%' ORDER BY seq DESC LIMIT 1"
                ),
                [],
                motion,
            )
            .optional()?;
        Ok(found.flatten())
    }

    /// Keeps that an officer proposes the act, with the assertion; both or neither.
    pub fn propose(
        &self,
        id: &str,
        proposed: &Proposed,
        assertion: &Assertion,
        now: Instant,
    ) -> Result<(), AccountError> {
        let mut connection = self.lock();
        let transaction = connection.transaction()?;
        let done = transaction.execute(
            "UPDATE motion SET stage = 'proposed', act = ?2, proposed_by = ?3, remark = ''
             WHERE id = ?1 AND stage = 'received'",
            params![id, proposed.act, assertion.officer],
        )?;
        moved(done, "received")?;
        transaction.execute("DELETE FROM motion_document WHERE motion = ?1", [id])?;
        for (place, (document, language)) in (0_i64..).zip(&proposed.documents) {
            transaction.execute(
                "INSERT INTO motion_document (motion, place, media, language, bytes)
                 VALUES (?1, ?2, ?3, ?4, ?5)",
                params![id, place, document.media, language, document.bytes],
            )?;
        }
        keep(&transaction, assertion, now)?;
        Ok(transaction.commit()?)
    }

    /// Returns the act that was proposed, as it was proposed.
    pub fn proposed(&self, id: &str) -> Result<Option<Proposed>, AccountError> {
        let connection = self.lock();
        let act = connection
            .query_row(
                "SELECT act FROM motion WHERE id = ?1 AND act IS NOT NULL",
                [id],
                |row| row.get::<_, Vec<u8>>(0),
            )
            .optional()?;
        let Some(act) = act else {
            return Ok(None);
        };
        let mut asked = connection.prepare(
            "SELECT media, language, bytes FROM motion_document WHERE motion = ?1 ORDER BY place",
        )?;
        let found = asked.query_map([id], |row| {
            let media: String = row.get(0)?;
            Ok((Document::of(&media, row.get(2)?), row.get(1)?))
        })?;
        let documents = found.collect::<Result<_, _>>()?;
        Ok(Some(Proposed { act, documents }))
    }

    /// Keeps that an officer gives back what another proposed, with the reason.
    pub fn give_back(&self, id: &str, why: &str) -> Result<(), AccountError> {
        let done = self.lock().execute(
            "UPDATE motion SET stage = 'received', act = NULL, proposed_by = NULL, remark = ?2
             WHERE id = ?1 AND stage = 'proposed'",
            params![id, why],
        )?;
        moved(done, "proposed")
    }

    /// Keeps that something is taken out of the inbox without an act.
    pub fn set_aside(&self, id: &str, why: &str) -> Result<(), AccountError> {
        let done = self.lock().execute(
            "UPDATE motion SET stage = 'settled', remark = ?2 WHERE id = ?1 AND stage = 'received'",
            params![id, why],
        )?;
        moved(done, "received")
    }

    /// Keeps an assertion before the act that it is for is recorded.
    pub fn keep_assertion(&self, assertion: &Assertion, now: Instant) -> Result<(), AccountError> {
        let connection = self.lock();
        keep(&connection, assertion, now)
    }

    /// Keeps that the act was recorded, and by whom it was confirmed.
    pub fn settle(&self, id: &str, officer: &str, seq: u64) -> Result<(), AccountError> {
        let done = self.lock().execute(
            "UPDATE motion SET stage = 'settled', confirmed_by = ?2, seq = ?3
             WHERE id = ?1 AND stage = 'proposed'",
            params![id, officer, i64::try_from(seq).unwrap_or(i64::MAX)],
        )?;
        moved(done, "proposed")
    }

    /// Returns the assertions for an act, in the order in which they were given.
    pub fn evidence(&self, act: &Digest) -> Result<Vec<Evidence>, AccountError> {
        let connection = self.lock();
        let mut asked = connection.prepare(
            "SELECT at, officer, deed, nonce, passkey, assertion FROM evidence WHERE act = ?1
             ORDER BY id",
        )?;
        let found = asked.query_map(params![act.as_bytes()], |row| {
            Ok(Evidence {
                at: instant(row.get(0)?),
                assertion: Assertion {
                    officer: row.get(1)?,
                    deed: row.get(2)?,
                    act: *act,
                    nonce: row.get(3)?,
                    passkey: row.get(4)?,
                    assertion: row.get(5)?,
                },
            })
        })?;
        Ok(found.collect::<Result<_, _>>()?)
    }
}

fn keep(
    connection: &rusqlite::Connection,
    assertion: &Assertion,
    now: Instant,
) -> Result<(), AccountError> {
    connection.execute(
        "INSERT INTO evidence (at, officer, deed, act, nonce, passkey, assertion)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        params![
            now.seconds(),
            assertion.officer,
            assertion.deed,
            assertion.act.as_bytes(),
            assertion.nonce,
            assertion.passkey,
            assertion.assertion
        ],
    )?;
    Ok(())
}

/// Somebody else may have been quicker.
const fn moved(done: usize, from: &'static str) -> Result<(), AccountError> {
    if done == 1 {
        Ok(())
    } else {
        Err(AccountError::Moved(from))
    }
}
