//! Who has read which confidential paper of a conference: by person, paper and day of UTC, with the first
//! and the last time. No word of a paper stands in it.

use rusqlite::params;
use sponsio_record::{ActId, ConferenceId, Instant};

use super::{AccountError, Accounts, instant};

const DAY: i64 = 86_400;

/// That somebody read a confidential paper on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperRead {
    /// Who.
    pub officer: String,
    /// The mark of the act behind whose commitment it lies.
    pub paper: String,
    /// When first on that day.
    pub first: Instant,
    /// When last on that day.
    pub last: Instant,
    /// How often.
    pub times: u64,
}

impl Accounts {
    /// Keeps that somebody reads these papers now; all or none.
    pub fn reads(
        &self,
        officer: &str,
        conference: &ConferenceId,
        papers: &[ActId],
        now: Instant,
    ) -> Result<(), AccountError> {
        if papers.is_empty() {
            return Ok(());
        }
        let mut connection = self.lock();
        let transaction = connection.transaction()?;
        {
            let mut keep = transaction.prepare_cached(
                "INSERT INTO room_reading (officer, conference, paper, day, first, last, times)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?5, 1)
                 ON CONFLICT (officer, conference, paper, day)
                 DO UPDATE SET last = ?5, times = times + 1",
            )?;
            let (conference, day) = (conference.to_string(), now.seconds().div_euclid(DAY));
            for paper in papers {
                keep.execute(params![
                    officer,
                    conference,
                    paper.to_string(),
                    day,
                    now.seconds()
                ])?;
            }
        }
        Ok(transaction.commit()?)
    }

    /// Returns who has read which paper of a conference, the latest first.
    pub fn readings(
        &self,
        conference: &ConferenceId,
        most: u32,
    ) -> Result<Vec<PaperRead>, AccountError> {
        let connection = self.lock();
        let mut asked = connection.prepare(
            "SELECT officer, paper, first, last, times FROM room_reading WHERE conference = ?1
             ORDER BY last DESC, officer, paper LIMIT ?2",
        )?;
        let found = asked.query_map(params![conference.to_string(), most], |row| {
            Ok(PaperRead {
                officer: row.get(0)?,
                paper: row.get(1)?,
                first: instant(row.get(2)?),
                last: instant(row.get(3)?),
                times: u64::try_from(row.get::<_, i64>(4)?).unwrap_or(0),
            })
        })?;
        Ok(found.collect::<Result<_, _>>()?)
    }
}
