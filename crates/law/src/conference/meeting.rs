//! Meetings: who sat there for whom, in which capacity, with which full powers (VCLT art. 7).

use alloc::collections::BTreeMap;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use sponsio_record::{
    ActId, Commitment, Digest, Draft, FieldError, Fields, Instant, ParticipantId, Value,
};

use crate::calendar::Date;
use crate::conference::deed::{Deed, Form, commitment, list, owned, participant, said};
use crate::conference::{Capacity, Conference, Doing, Ground, RecordGround};
use crate::filing::date;

/// A meeting is opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingOpened {
    /// Its name.
    pub meeting: String,
    /// The day on which it begins, at the place.
    pub date: Date,
    /// Where.
    pub place: String,
    /// What it is about; empty if that is not said.
    pub subject: String,
}

/// A delegation attends a meeting; recorded again, its representatives are replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingAttended {
    /// The meeting.
    pub meeting: String,
    /// The delegation.
    pub participant: ParticipantId,
    /// Who sits for it.
    pub representatives: Vec<Representative>,
    /// The commitment to their names ([`Paper::Names`](crate::conference::Paper::Names)), in this order.
    pub names: Commitment,
}

/// Somebody who sits for a delegation. The name does not stand in the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Representative {
    /// In which capacity.
    pub capacity: Capacity,
    /// The office in words; empty if none is given.
    pub office: String,
    /// The digest of the full powers that were produced.
    pub full_powers: Option<Digest>,
}

/// A meeting is closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingClosed {
    /// The meeting.
    pub meeting: String,
    /// The digest of its minutes, if there are any.
    pub minutes: Option<Digest>,
}

/// A delegation at a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delegation {
    /// The act that recorded it.
    pub id: ActId,
    /// Who sits for it.
    pub representatives: Vec<Representative>,
    /// Their names, in the same order; none where whoever reads does not have them.
    pub names: Vec<String>,
}

/// A meeting as its proceedings leave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    /// The act that opened it.
    pub id: ActId,
    /// When that was received.
    pub at: Instant,
    /// What it was opened as.
    pub opened: MeetingOpened,
    /// Who attends, by delegation.
    pub attendance: BTreeMap<ParticipantId, Delegation>,
    /// When it was closed, and its minutes.
    pub closed: Option<(Instant, Option<Digest>)>,
}

impl Representative {
    fn draft(&self) -> Draft {
        let mut form = Form::default();
        form.text("capacity", self.capacity.label());
        form.said("office", &self.office);
        form.some("full_powers", self.full_powers.as_ref(), Draft::digest);
        Draft::object(form.0)
    }

    fn read(value: &Value<'_>) -> Result<Self, FieldError> {
        let mut fields = value.object()?.fields();
        let one = Self {
            capacity: fields.required("capacity", Capacity::read)?,
            office: said(&mut fields, "office")?,
            full_powers: fields.optional("full_powers", Value::digest)?,
        };
        fields.finish()?;
        Ok(one)
    }
}

impl Delegation {
    /// Returns who sits for it, each with the name where whoever reads has it.
    pub fn sitting(&self) -> impl Iterator<Item = (Option<&str>, &Representative)> {
        let names = self.names.iter().map(|name| Some(name.as_str()));
        let names = names.chain(core::iter::repeat(None));
        names.zip(&self.representatives)
    }
}

impl Deed for MeetingOpened {
    const KIND: &'static str = "meeting-opened";

    fn write(&self, form: &mut Form) {
        form.text("meeting", &self.meeting);
        form.named("date", &self.date);
        form.text("place", &self.place);
        form.said("subject", &self.subject);
    }

    fn read(fields: &mut Fields<'_, '_>) -> Result<Self, FieldError> {
        Ok(Self {
            meeting: fields.required("meeting", owned)?,
            date: fields.required("date", date)?,
            place: fields.required("place", owned)?,
            subject: said(fields, "subject")?,
        })
    }

    fn examine(&self, conference: &Conference, _: &Doing) -> Result<(), Ground> {
        if conference.meeting(&self.meeting).is_some() {
            return Err(RecordGround::MeetingExists(self.meeting.clone()).into());
        }
        Ok(())
    }

    fn apply(&self, conference: &mut Conference, doing: &Doing) {
        conference.dossier.meetings.push(Meeting {
            id: doing.id,
            at: doing.at,
            opened: self.clone(),
            attendance: BTreeMap::new(),
            closed: None,
        });
    }
}

impl Deed for MeetingAttended {
    const KIND: &'static str = "meeting-attended";

    fn write(&self, form: &mut Form) {
        form.text("meeting", &self.meeting);
        form.named("participant", &self.participant);
        form.list(
            "representatives",
            &self.representatives,
            Representative::draft,
        );
        form.digest("names", self.names.digest());
    }

    fn read(fields: &mut Fields<'_, '_>) -> Result<Self, FieldError> {
        Ok(Self {
            meeting: fields.required("meeting", owned)?,
            participant: fields.required("participant", participant)?,
            representatives: list(fields, "representatives", Representative::read)?,
            names: fields.required("names", commitment)?,
        })
    }

    fn examine(&self, conference: &Conference, _: &Doing) -> Result<(), Ground> {
        conference.seated(&self.participant)?;
        conference.sitting(&self.meeting)?;
        if self.representatives.is_empty() {
            return Err(RecordGround::NobodySent(self.participant.clone()).into());
        }
        for one in &self.representatives {
            if one.capacity == Capacity::FullPowers && one.full_powers.is_none() {
                return Err(RecordGround::FullPowersMissing(self.participant.to_string()).into());
            }
        }
        Ok(())
    }

    fn apply(&self, conference: &mut Conference, doing: &Doing) {
        // Names belong to no round; no round has the empty name.
        conference.seal(doing.id, "", self.names);
        if let Some(meeting) = conference.meeting_mut(&self.meeting) {
            let delegation = Delegation {
                id: doing.id,
                representatives: self.representatives.clone(),
                names: Vec::new(),
            };
            meeting
                .attendance
                .insert(self.participant.clone(), delegation);
        }
    }
}

impl Deed for MeetingClosed {
    const KIND: &'static str = "meeting-closed";

    fn write(&self, form: &mut Form) {
        form.text("meeting", &self.meeting);
        form.some("minutes", self.minutes.as_ref(), Draft::digest);
    }

    fn read(fields: &mut Fields<'_, '_>) -> Result<Self, FieldError> {
        Ok(Self {
            meeting: fields.required("meeting", owned)?,
            minutes: fields.optional("minutes", Value::digest)?,
        })
    }

    fn examine(&self, conference: &Conference, _: &Doing) -> Result<(), Ground> {
        conference.sitting(&self.meeting)?;
        Ok(())
    }

    fn apply(&self, conference: &mut Conference, doing: &Doing) {
        if let Some(meeting) = conference.meeting_mut(&self.meeting) {
            meeting.closed = Some((doing.at, self.minutes));
        }
    }
}

impl Conference {
    /// Returns the meetings in the order in which they were opened.
    pub fn meetings(&self) -> &[Meeting] {
        &self.dossier.meetings
    }

    /// Returns the meeting of this name.
    pub fn meeting(&self, name: &str) -> Option<&Meeting> {
        let mut meetings = self.meetings().iter();
        meetings.find(|meeting| meeting.opened.meeting == name)
    }

    fn meeting_mut(&mut self, name: &str) -> Option<&mut Meeting> {
        let mut meetings = self.dossier.meetings.iter_mut();
        meetings.find(|meeting| meeting.opened.meeting == name)
    }

    pub(crate) fn held_meeting(&self, name: &str) -> Result<&Meeting, RecordGround> {
        self.meeting(name)
            .ok_or_else(|| RecordGround::NoSuchMeeting(name.into()))
    }

    /// The meeting is there and not closed.
    pub(crate) fn sitting(&self, name: &str) -> Result<&Meeting, RecordGround> {
        let meeting = self.held_meeting(name)?;
        if meeting.closed.is_some() {
            return Err(RecordGround::MeetingOver(name.into()));
        }
        Ok(meeting)
    }

    /// The delegation attends the meeting, which is not closed.
    pub(crate) fn attends(&self, name: &str, code: &ParticipantId) -> Result<(), RecordGround> {
        if self.sitting(name)?.attendance.contains_key(code) {
            return Ok(());
        }
        Err(RecordGround::NotAttending(code.clone()))
    }
}
