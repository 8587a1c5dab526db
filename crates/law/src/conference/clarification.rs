//! Clarifications: a point that was understood differently, how each understood it, what was answered,
//! and the reading on which it was closed at a named meeting. A reading counts as agreed only if all who
//! had the question recorded it together; otherwise it is preparatory work (VCLT arts 31(3)(a), 32).

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec::Vec;

use sponsio_record::{ActId, FieldError, Fields, Instant, ParticipantId, Value};

use crate::conference::deed::{Deed, Form, act, owned, participant};
use crate::conference::proposal::mark;
use crate::conference::{Actor, Conference, Doing, Ground, RecordGround};

/// A delegation raises a point that was understood differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClarificationRaised {
    /// Who raises it.
    pub participant: ParticipantId,
    /// The point.
    pub point: String,
    /// How the delegation understood it.
    pub understood: String,
    /// The statement from which it arose, if from one.
    pub about: Option<ActId>,
}

/// Another delegation records that it has the same question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionShared {
    /// The clarification.
    pub of: ActId,
    /// Who.
    pub participant: ParticipantId,
    /// How it understood the point.
    pub understood: String,
}

/// A delegation answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClarificationAnswered {
    /// The clarification.
    pub of: ActId,
    /// Who answers.
    pub participant: ParticipantId,
    /// What it answers.
    pub answer: String,
}

/// A delegation that had the question records, at a meeting, the reading on which it agrees.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadingRecorded {
    /// The clarification.
    pub of: ActId,
    /// Who.
    pub participant: ParticipantId,
    /// The meeting.
    pub meeting: String,
    /// The reading.
    pub reading: String,
}

/// A clarification is closed at a meeting, on a reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClarificationClosed {
    /// The clarification.
    pub of: ActId,
    /// The meeting.
    pub meeting: String,
    /// The reading.
    pub reading: String,
}

/// A clarification as its proceedings leave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clarification {
    /// Its mark.
    pub id: ActId,
    /// When it was raised.
    pub at: Instant,
    /// What was raised.
    pub raised: ClarificationRaised,
    /// Who had the question, each with how it understood the point.
    pub understood: BTreeMap<ParticipantId, String>,
    /// The answers in the order of receipt.
    pub answers: Vec<(ParticipantId, Instant, String)>,
    /// The readings that were recorded: by whom, at which meeting. The last of each counts.
    pub readings: BTreeMap<ParticipantId, (String, String)>,
    /// How it was closed, and when.
    pub closed: Option<(ClarificationClosed, Instant)>,
}

/// What a closed clarification is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Weight {
    /// It is open.
    Open,
    /// An interpretation on which all agree who had the question (VCLT art. 31(3)(a)).
    Agreed,
    /// Preparatory work (VCLT art. 32): these had the question and did not record the reading at that
    /// meeting.
    PreparatoryWork(BTreeSet<ParticipantId>),
}

impl Deed for ClarificationRaised {
    const KIND: &'static str = "clarification-raised";

    fn write(&self, form: &mut Form) {
        form.named("participant", &self.participant);
        form.text("point", &self.point);
        form.text("understood", &self.understood);
        form.some("about", self.about.as_ref(), mark);
    }

    fn read(fields: &mut Fields<'_, '_>) -> Result<Self, FieldError> {
        Ok(Self {
            participant: fields.required("participant", participant)?,
            point: fields.required("point", owned)?,
            understood: fields.required("understood", owned)?,
            about: fields.optional("about", Value::act_id)?,
        })
    }

    fn actor(&self) -> Actor<'_> {
        Actor::Delegation(&self.participant)
    }

    fn examine(&self, conference: &Conference, _: &Doing) -> Result<(), Ground> {
        conference.seated(&self.participant)?;
        if let Some(about) = self.about {
            conference.confirmed(about)?;
        }
        Ok(())
    }

    fn apply(&self, conference: &mut Conference, doing: &Doing) {
        let understood = (self.participant.clone(), self.understood.clone());
        conference.dossier.clarifications.push(Clarification {
            id: doing.id,
            at: doing.at,
            raised: self.clone(),
            understood: BTreeMap::from([understood]),
            answers: Vec::new(),
            readings: BTreeMap::new(),
            closed: None,
        });
    }
}

impl Deed for QuestionShared {
    const KIND: &'static str = "clarification-shared";

    fn write(&self, form: &mut Form) {
        form.named("of", &self.of);
        form.named("participant", &self.participant);
        form.text("understood", &self.understood);
    }

    fn read(fields: &mut Fields<'_, '_>) -> Result<Self, FieldError> {
        Ok(Self {
            of: act(fields, "of")?,
            participant: fields.required("participant", participant)?,
            understood: fields.required("understood", owned)?,
        })
    }

    fn actor(&self) -> Actor<'_> {
        Actor::Delegation(&self.participant)
    }

    fn examine(&self, conference: &Conference, _: &Doing) -> Result<(), Ground> {
        conference.seated(&self.participant)?;
        let point = conference.unclarified(self.of)?;
        if point.understood.contains_key(&self.participant) {
            return Err(RecordGround::HasTheQuestion(self.participant.clone()).into());
        }
        Ok(())
    }

    fn apply(&self, conference: &mut Conference, _: &Doing) {
        if let Some(point) = conference.clarification_mut(self.of) {
            let (code, understood) = (self.participant.clone(), self.understood.clone());
            point.understood.insert(code, understood);
        }
    }
}

impl Deed for ClarificationAnswered {
    const KIND: &'static str = "clarification-answered";

    fn write(&self, form: &mut Form) {
        form.named("of", &self.of);
        form.named("participant", &self.participant);
        form.text("answer", &self.answer);
    }

    fn read(fields: &mut Fields<'_, '_>) -> Result<Self, FieldError> {
        Ok(Self {
            of: act(fields, "of")?,
            participant: fields.required("participant", participant)?,
            answer: fields.required("answer", owned)?,
        })
    }

    fn actor(&self) -> Actor<'_> {
        Actor::Delegation(&self.participant)
    }

    fn examine(&self, conference: &Conference, _: &Doing) -> Result<(), Ground> {
        conference.seated(&self.participant)?;
        conference.unclarified(self.of)?;
        Ok(())
    }

    fn apply(&self, conference: &mut Conference, doing: &Doing) {
        if let Some(point) = conference.clarification_mut(self.of) {
            let answer = (self.participant.clone(), doing.at, self.answer.clone());
            point.answers.push(answer);
        }
    }
}

impl Deed for ReadingRecorded {
    const KIND: &'static str = "clarification-agreed";

    fn write(&self, form: &mut Form) {
        form.named("of", &self.of);
        form.named("participant", &self.participant);
        form.text("meeting", &self.meeting);
        form.text("reading", &self.reading);
    }

    fn read(fields: &mut Fields<'_, '_>) -> Result<Self, FieldError> {
        Ok(Self {
            of: act(fields, "of")?,
            participant: fields.required("participant", participant)?,
            meeting: fields.required("meeting", owned)?,
            reading: fields.required("reading", owned)?,
        })
    }

    fn actor(&self) -> Actor<'_> {
        Actor::Delegation(&self.participant)
    }

    fn examine(&self, conference: &Conference, _: &Doing) -> Result<(), Ground> {
        conference.seated(&self.participant)?;
        let point = conference.unclarified(self.of)?;
        if !point.understood.contains_key(&self.participant) {
            return Err(RecordGround::HadNoQuestion(self.participant.clone()).into());
        }
        Ok(conference.attends(&self.meeting, &self.participant)?)
    }

    fn apply(&self, conference: &mut Conference, _: &Doing) {
        if let Some(point) = conference.clarification_mut(self.of) {
            let recorded = (self.meeting.clone(), self.reading.clone());
            point.readings.insert(self.participant.clone(), recorded);
        }
    }
}

impl Deed for ClarificationClosed {
    const KIND: &'static str = "clarification-closed";

    fn write(&self, form: &mut Form) {
        form.named("of", &self.of);
        form.text("meeting", &self.meeting);
        form.text("reading", &self.reading);
    }

    fn read(fields: &mut Fields<'_, '_>) -> Result<Self, FieldError> {
        Ok(Self {
            of: act(fields, "of")?,
            meeting: fields.required("meeting", owned)?,
            reading: fields.required("reading", owned)?,
        })
    }

    fn examine(&self, conference: &Conference, _: &Doing) -> Result<(), Ground> {
        let point = conference.unclarified(self.of)?;
        conference.sitting(&self.meeting)?;
        if point.lacking(self).len() == point.understood.len() {
            return Err(RecordGround::NobodyAgreed(self.of).into());
        }
        Ok(())
    }

    fn apply(&self, conference: &mut Conference, doing: &Doing) {
        if let Some(point) = conference.clarification_mut(self.of) {
            point.closed = Some((self.clone(), doing.at));
        }
    }
}

impl Clarification {
    /// Returns what it is: open, an agreed interpretation, or preparatory work.
    pub fn weight(&self) -> Weight {
        let Some((closed, _)) = &self.closed else {
            return Weight::Open;
        };
        let lacking = self.lacking(closed);
        if lacking.is_empty() {
            return Weight::Agreed;
        }
        Weight::PreparatoryWork(lacking)
    }

    /// Who had the question and did not record this reading at this meeting.
    fn lacking(&self, closed: &ClarificationClosed) -> BTreeSet<ParticipantId> {
        let recorded = |code: &ParticipantId| {
            self.readings.get(code).is_some_and(|(meeting, reading)| {
                *meeting == closed.meeting && *reading == closed.reading
            })
        };
        let questioners = self.understood.keys();
        questioners
            .filter(|code| !recorded(code))
            .cloned()
            .collect()
    }
}

impl Conference {
    /// Returns the clarifications in the order in which they were raised.
    pub fn clarifications(&self) -> &[Clarification] {
        &self.dossier.clarifications
    }

    fn clarification_mut(&mut self, of: ActId) -> Option<&mut Clarification> {
        let mut points = self.dossier.clarifications.iter_mut();
        points.find(|point| point.id == of)
    }

    /// The clarification is there and not closed.
    fn unclarified(&self, of: ActId) -> Result<&Clarification, RecordGround> {
        let found = self.clarifications().iter().find(|point| point.id == of);
        let found = found.ok_or(RecordGround::NoSuchClarification(of))?;
        if found.closed.is_some() {
            return Err(RecordGround::ClarificationOver(of));
        }
        Ok(found)
    }
}
