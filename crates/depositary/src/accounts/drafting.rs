//! Drafts of delegations: words that nobody has tabled yet. They belong to a delegation, are read by its own
//! people alone, and are gone when they are erased or tabled.

use core::fmt;

use rusqlite::{OptionalExtension as _, Row, params};
use sponsio_record::{ConferenceId, Instant, ParticipantId};

use super::{AccountError, Accounts, instant};

/// How many drafts a delegation keeps in a conference.
const MOST: i64 = 500;

/// Words that a delegation may table.
#[derive(Clone, PartialEq, Eq)]
pub struct RoomDraft {
    /// By what it is named; drawn at random.
    pub id: String,
    /// The conference.
    pub conference: ConferenceId,
    /// Whose it is.
    pub party: ParticipantId,
    /// The digest of the revision over which it was written.
    pub base: String,
    /// The language of its words, as a tag.
    pub language: String,
    /// What it would do: the label of an operation.
    pub operation: String,
    /// The provision to which it would be done, or after which.
    pub provision: String,
    /// The words in the source form of texts; empty where it deletes.
    pub words: String,
    /// Why.
    pub reason: String,
    /// To whom it would be addressed, by code with spaces between; empty: to all.
    pub addressed: String,
    /// The mark of the proposal that it would replace; empty where it replaces none.
    pub supersedes: String,
    /// Who wrote it last.
    pub made_by: String,
    /// When.
    pub changed: Instant,
}

impl fmt::Debug for RoomDraft {
    /// Names the draft only: its words reach no message.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RoomDraft")
            .field("id", &self.id)
            .finish_non_exhaustive()
    }
}

const COLUMNS: &str = "SELECT id, conference, party, base, language, operation, provision, words, reason, \
    addressed, supersedes, made_by, changed FROM room_draft";

fn draft(row: &Row<'_>) -> Result<Option<RoomDraft>, rusqlite::Error> {
    let (conference, party): (String, String) = (row.get(1)?, row.get(2)?);
    let named = (ConferenceId::new(&conference), ParticipantId::new(&party));
    let (Ok(conference), Ok(party)) = named else {
        return Ok(None);
    };
    Ok(Some(RoomDraft {
        id: row.get(0)?,
        conference,
        party,
        base: row.get(3)?,
        language: row.get(4)?,
        operation: row.get(5)?,
        provision: row.get(6)?,
        words: row.get(7)?,
        reason: row.get(8)?,
        addressed: row.get(9)?,
        supersedes: row.get(10)?,
        made_by: row.get(11)?,
        changed: instant(row.get(12)?),
    }))
}

impl Accounts {
    /// Keeps a draft, in the place of one of the same name and delegation. One delegation keeps at most 500
    /// in a conference.
    pub fn keep_draft(&self, draft: &RoomDraft) -> Result<(), AccountError> {
        let (conference, party) = (draft.conference.to_string(), draft.party.to_string());
        let done = self.lock().execute(
            "INSERT INTO room_draft (id, conference, party, base, language, operation, provision, words,
                reason, addressed, supersedes, made_by, changed)
             SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13
             WHERE EXISTS (SELECT 1 FROM room_draft WHERE id = ?1)
                OR ?14 > (SELECT count(*) FROM room_draft WHERE conference = ?2 AND party = ?3)
             ON CONFLICT (id) DO UPDATE SET words = ?8, reason = ?9, addressed = ?10, supersedes = ?11,
                made_by = ?12, changed = ?13, base = ?4
             WHERE conference = ?2 AND party = ?3",
            params![
                draft.id,
                conference,
                party,
                draft.base,
                draft.language,
                draft.operation,
                draft.provision,
                draft.words,
                draft.reason,
                draft.addressed,
                draft.supersedes,
                draft.made_by,
                draft.changed.seconds(),
                MOST
            ],
        )?;
        if done == 0 {
            return Err(AccountError::Moved("one of few drafts of this delegation"));
        }
        Ok(())
    }

    /// Returns a draft of a delegation.
    pub fn draft(
        &self,
        id: &str,
        conference: &ConferenceId,
        party: &ParticipantId,
    ) -> Result<Option<RoomDraft>, AccountError> {
        let found = self.lock().query_row(
            &format!("{COLUMNS} WHERE id = ?1 AND conference = ?2 AND party = ?3"),
            params![id, conference.to_string(), party.to_string()],
            draft,
        );
        Ok(found.optional()?.flatten())
    }

    /// Returns the drafts of a delegation in a conference, the latest first.
    pub fn drafts(
        &self,
        conference: &ConferenceId,
        party: &ParticipantId,
    ) -> Result<Vec<RoomDraft>, AccountError> {
        let connection = self.lock();
        let mut asked = connection.prepare(&format!(
            "{COLUMNS} WHERE conference = ?1 AND party = ?2 ORDER BY changed DESC, id"
        ))?;
        let found = asked.query_map(params![conference.to_string(), party.to_string()], draft)?;
        let found: Vec<Option<RoomDraft>> = found.collect::<Result<_, _>>()?;
        Ok(found.into_iter().flatten().collect())
    }

    /// Erases a draft of a delegation; nothing is kept of it. Returns whether there was one.
    pub fn erase_draft(
        &self,
        id: &str,
        conference: &ConferenceId,
        party: &ParticipantId,
    ) -> Result<bool, AccountError> {
        let erased = self.lock().execute(
            "DELETE FROM room_draft WHERE id = ?1 AND conference = ?2 AND party = ?3",
            params![id, conference.to_string(), party.to_string()],
        )?;
        Ok(erased == 1)
    }
}
