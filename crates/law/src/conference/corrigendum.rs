//! Corrections of an adopted text (VCLT art. 79): proposed with a time limit, and made unless somebody
//! objects in time. The text itself is never overwritten.

use alloc::string::String;
use alloc::vec::Vec;

use sponsio_record::{ActId, Digest, Draft, FieldError, Fields, Instant, ParticipantId, Value};

use crate::conference::deed::{Deed, Form, of_an_act_by_a_delegation, owned, place};
use crate::conference::{Conference, Doing, Ground, Happening, Place};

/// A correction is proposed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Corrigendum {
    /// Where.
    pub place: Place,
    /// The digest of the wrong content.
    pub wrong: Digest,
    /// The digest of the right content.
    pub right: Digest,
    /// Why it is wrong.
    pub reason: String,
    /// Until when an objection must be received: strictly before this instant.
    pub until: Instant,
}

/// A delegation objects to a correction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CorrigendumObjection {
    /// The correction.
    pub of: ActId,
    /// Who objects.
    pub participant: ParticipantId,
}

/// A correction as its proceedings leave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CorrectionOfText {
    /// What was proposed.
    pub proposed: Corrigendum,
    /// When.
    pub at: Instant,
    /// Who objected, and when, those who came too late included.
    pub objections: Vec<(ParticipantId, Instant)>,
}

impl CorrectionOfText {
    /// Returns whether the correction is made at an instant; `None` while objections can still come.
    pub fn is_made(&self, now: Instant) -> Option<bool> {
        let until = self.proposed.until;
        let mut objections = self.objections.iter();
        if objections.any(|(_, at)| *at < until && *at <= now) {
            return Some(false);
        }
        (until <= now).then_some(true)
    }
}

impl Deed for Corrigendum {
    const KIND: &'static str = "corrigendum";

    fn write(&self, form: &mut Form) {
        form.place(&self.place);
        form.digest("wrong", &self.wrong);
        form.digest("right", &self.right);
        form.text("reason", &self.reason);
        form.draft("until", Draft::instant(self.until));
    }

    fn read(fields: &mut Fields<'_, '_>) -> Result<Self, FieldError> {
        Ok(Self {
            place: place(fields)?,
            wrong: fields.required("wrong", Value::digest)?,
            right: fields.required("right", Value::digest)?,
            reason: fields.required("reason", owned)?,
            until: fields.required("until", Value::instant)?,
        })
    }

    fn examine(&self, conference: &Conference, doing: &Doing) -> Result<(), Ground> {
        if conference.adoption().is_none() {
            return Err(Ground::NotAdopted);
        }
        if *conference.corrected(&self.place, doing.at)? != self.wrong {
            return Err(Ground::OtherContent(self.place.clone()));
        }
        if self.right == self.wrong {
            return Err(Ground::NothingProposed);
        }
        if self.until <= doing.at {
            return Err(Ground::NotLater(self.until));
        }
        Ok(())
    }

    fn apply(&self, conference: &mut Conference, doing: &Doing) {
        let correction = CorrectionOfText {
            proposed: self.clone(),
            at: doing.at,
            objections: Vec::new(),
        };
        conference.corrigenda.insert(doing.id, correction);
        let what = Happening::Correction(self.clone());
        conference.note((doing.id, doing.at), &self.place, what);
    }
}

impl Deed for CorrigendumObjection {
    const KIND: &'static str = "corrigendum-objection";

    of_an_act_by_a_delegation!();

    fn examine(&self, conference: &Conference, _: &Doing) -> Result<(), Ground> {
        conference.entitled(&self.participant)?;
        if conference.corrigenda.contains_key(&self.of) {
            return Ok(());
        }
        Err(Ground::NoSuchCorrection(self.of))
    }

    fn apply(&self, conference: &mut Conference, doing: &Doing) {
        if let Some(correction) = conference.corrigenda.get_mut(&self.of) {
            let objection = (self.participant.clone(), doing.at);
            correction.objections.push(objection);
        }
    }
}

impl Conference {
    /// Returns the digest of what a place says at an instant with the corrections that were made by then.
    pub fn corrected(&self, place: &Place, at: Instant) -> Result<&Digest, Ground> {
        let made = self.corrigenda.values().filter(|correction| {
            correction.proposed.place == *place && correction.is_made(at) == Some(true)
        });
        match made.max_by_key(|correction| (correction.proposed.until, correction.at)) {
            Some(last) => Ok(&last.proposed.right),
            None => self.text_at(place),
        }
    }

    /// Returns the corrections by their marks.
    pub fn corrigenda(&self) -> impl Iterator<Item = (&ActId, &CorrectionOfText)> {
        self.corrigenda.iter()
    }
}
