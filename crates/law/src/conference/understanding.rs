//! Understandings: what was reached among some, in which words, and into which provisions of later texts
//! it was carried. One that not all of them affirm is what somebody says was reached.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec::Vec;

use sponsio_record::{ActId, FieldError, Fields, Instant, ParticipantId, Value};
use sponsio_text::ProvisionId;

use crate::conference::deed::{
    Deed, Form, act, list, of_an_act_by_a_delegation, owned, participant, provision, said,
};
use crate::conference::proposal::mark;
use crate::conference::{Conference, Doing, Ground, RecordGround};

/// An understanding is recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnderstandingRecorded {
    /// Its words.
    pub words: String,
    /// Among whom it is said to have been reached.
    pub among: BTreeSet<ParticipantId>,
    /// The meeting at which it was reached; empty if at none of this conference.
    pub meeting: String,
    /// The statement that says so, if it rests on one.
    pub claimed_in: Option<ActId>,
}

/// One of those among whom it was reached affirms it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnderstandingAffirmed {
    /// The understanding.
    pub of: ActId,
    /// Who affirms it.
    pub participant: ParticipantId,
}

/// An understanding is carried into a provision of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnderstandingCarried {
    /// The understanding.
    pub of: ActId,
    /// The provision.
    pub provision: ProvisionId,
    /// How.
    pub reason: String,
}

/// An understanding as its proceedings leave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Understanding {
    /// Its mark.
    pub id: ActId,
    /// When it was received.
    pub at: Instant,
    /// What was recorded.
    pub recorded: UnderstandingRecorded,
    /// Who affirmed it, and when.
    pub affirmed: BTreeMap<ParticipantId, Instant>,
    /// Into which provisions it was carried, when and how.
    pub carried: Vec<(ProvisionId, Instant, String)>,
}

impl Deed for UnderstandingRecorded {
    const KIND: &'static str = "understanding-recorded";

    fn write(&self, form: &mut Form) {
        form.text("words", &self.words);
        form.names("among", &self.among);
        form.said("meeting", &self.meeting);
        form.some("claimed_in", self.claimed_in.as_ref(), mark);
    }

    fn read(fields: &mut Fields<'_, '_>) -> Result<Self, FieldError> {
        Ok(Self {
            words: fields.required("words", owned)?,
            among: list(fields, "among", participant)?.into_iter().collect(),
            meeting: said(fields, "meeting")?,
            claimed_in: fields.optional("claimed_in", Value::act_id)?,
        })
    }

    fn examine(&self, conference: &Conference, _: &Doing) -> Result<(), Ground> {
        if self.among.len() < 2 {
            return Err(RecordGround::FewerThanTwo.into());
        }
        for code in &self.among {
            conference.seated(code)?;
        }
        if !self.meeting.is_empty() {
            conference.held_meeting(&self.meeting)?;
        }
        if let Some(statement) = self.claimed_in {
            conference.confirmed(statement)?;
        }
        Ok(())
    }

    fn apply(&self, conference: &mut Conference, doing: &Doing) {
        conference.dossier.understandings.push(Understanding {
            id: doing.id,
            at: doing.at,
            recorded: self.clone(),
            affirmed: BTreeMap::new(),
            carried: Vec::new(),
        });
    }
}

impl Deed for UnderstandingAffirmed {
    const KIND: &'static str = "understanding-affirmed";

    of_an_act_by_a_delegation!();

    fn examine(&self, conference: &Conference, _: &Doing) -> Result<(), Ground> {
        let held = conference.held_understanding(self.of)?;
        let code = self.participant.clone();
        if !held.recorded.among.contains(&code) {
            return Err(RecordGround::NotAmong(code).into());
        }
        if held.affirmed.contains_key(&code) {
            return Err(RecordGround::AffirmedAlready(code).into());
        }
        Ok(())
    }

    fn apply(&self, conference: &mut Conference, doing: &Doing) {
        if let Some(held) = conference.understanding_mut(self.of) {
            held.affirmed.insert(self.participant.clone(), doing.at);
        }
    }
}

impl Deed for UnderstandingCarried {
    const KIND: &'static str = "understanding-carried";

    fn write(&self, form: &mut Form) {
        form.named("of", &self.of);
        form.named("provision", &self.provision);
        form.text("reason", &self.reason);
    }

    fn read(fields: &mut Fields<'_, '_>) -> Result<Self, FieldError> {
        Ok(Self {
            of: act(fields, "of")?,
            provision: fields.required("provision", provision)?,
            reason: fields.required("reason", owned)?,
        })
    }

    fn examine(&self, conference: &Conference, _: &Doing) -> Result<(), Ground> {
        let held = conference.held_understanding(self.of)?;
        conference.known(self.provision)?;
        if self.reason.trim().is_empty() {
            return Err(Ground::NoReason);
        }
        if held
            .carried
            .iter()
            .any(|(into, ..)| *into == self.provision)
        {
            return Err(RecordGround::CarriedAlready(self.provision).into());
        }
        Ok(())
    }

    fn apply(&self, conference: &mut Conference, doing: &Doing) {
        if let Some(held) = conference.understanding_mut(self.of) {
            let entry = (self.provision, doing.at, self.reason.clone());
            held.carried.push(entry);
        }
    }
}

impl Understanding {
    /// Returns who has not affirmed it: while somebody has not, it is what is said to have been reached.
    pub fn unaffirmed(&self) -> impl Iterator<Item = &ParticipantId> {
        let among = self.recorded.among.iter();
        among.filter(|code| !self.affirmed.contains_key(code))
    }
}

impl Conference {
    /// Returns the understandings in the order of receipt.
    pub fn understandings(&self) -> &[Understanding] {
        &self.dossier.understandings
    }

    fn understanding_mut(&mut self, of: ActId) -> Option<&mut Understanding> {
        let mut all = self.dossier.understandings.iter_mut();
        all.find(|one| one.id == of)
    }

    fn held_understanding(&self, of: ActId) -> Result<&Understanding, RecordGround> {
        let found = self.understandings().iter().find(|one| one.id == of);
        found.ok_or(RecordGround::NoSuchUnderstanding(of))
    }
}
