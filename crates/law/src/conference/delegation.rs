//! Delegations: who is seated with which rights, and who speaks for whom.

use alloc::collections::BTreeSet;

use sponsio_record::{Draft, FieldError, Fields, Instant, ParticipantId, Value};
use sponsio_text::is_chair;

use crate::conference::deed::{Deed, Form, flag, participant};
use crate::conference::{Actor, Conference, Doing, Ground};

/// A delegation with its rights. Seating it again replaces them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seat {
    /// Whose delegation it is.
    pub participant: ParticipantId,
    /// Whether it may table proposals and take positions.
    pub tables: bool,
    /// Whether it may vote and break silence; observers may not.
    pub votes: bool,
}

impl Deed for Seat {
    const KIND: &'static str = "delegation-seated";

    fn write(&self, form: &mut Form) {
        form.named("participant", &self.participant);
        form.flag("tables", self.tables);
        form.flag("votes", self.votes);
    }

    fn read(fields: &mut Fields<'_, '_>) -> Result<Self, FieldError> {
        Ok(Self {
            participant: fields.required("participant", participant)?,
            tables: flag(fields, "tables")?,
            votes: flag(fields, "votes")?,
        })
    }

    fn examine(&self, conference: &Conference, _: &Doing) -> Result<(), Ground> {
        conference.not_adopted()?;
        if is_chair(&self.participant) {
            return Err(Ground::UnknownParticipant(self.participant.clone()));
        }
        Ok(())
    }

    fn apply(&self, conference: &mut Conference, _: &Doing) {
        let seats = &mut conference.seats;
        seats.insert(self.participant.clone(), self.clone());
    }
}

/// A delegation speaks for others. What a member says itself comes before what its group says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voice {
    /// Who speaks.
    pub participant: ParticipantId,
    /// For whom.
    pub members: BTreeSet<ParticipantId>,
    /// From when on.
    pub from: Instant,
    /// The first instant at which it does so no longer.
    pub until: Option<Instant>,
}

impl Deed for Voice {
    const KIND: &'static str = "speaks-for";

    fn write(&self, form: &mut Form) {
        form.named("participant", &self.participant);
        form.names("members", &self.members);
        form.draft("from", Draft::instant(self.from));
        form.some("until", self.until.as_ref(), |until| Draft::instant(*until));
    }

    fn read(fields: &mut Fields<'_, '_>) -> Result<Self, FieldError> {
        Ok(Self {
            participant: fields.required("participant", participant)?,
            members: fields.required("members", |value| {
                Ok(value.list(participant)?.into_iter().collect())
            })?,
            from: fields.required("from", Value::instant)?,
            until: fields.optional("until", Value::instant)?,
        })
    }

    fn actor(&self) -> Actor<'_> {
        Actor::Delegation(&self.participant)
    }

    fn examine(&self, conference: &Conference, _: &Doing) -> Result<(), Ground> {
        conference.seated(&self.participant)?;
        for member in &self.members {
            conference.seated(member)?;
            if *member == self.participant {
                return Err(Ground::SpeaksForItself);
            }
        }
        Ok(())
    }

    fn apply(&self, conference: &mut Conference, _: &Doing) {
        conference.voices.push(self.clone());
    }
}

impl Conference {
    /// Returns the delegations with their rights, by code.
    pub fn seats(&self) -> impl Iterator<Item = (&ParticipantId, &Seat)> {
        self.seats.iter()
    }

    /// Returns the seat of a participant.
    pub fn seat(&self, code: &ParticipantId) -> Option<&Seat> {
        self.seats.get(code)
    }

    pub(crate) fn seated(&self, code: &ParticipantId) -> Result<&Seat, Ground> {
        self.seat(code)
            .ok_or_else(|| Ground::NotSeated(code.clone()))
    }

    /// The delegation is seated and may break silence and vote.
    pub(crate) fn entitled(&self, code: &ParticipantId) -> Result<(), Ground> {
        if self.seated(code)?.votes {
            return Ok(());
        }
        Err(Ground::NoVote(code.clone()))
    }

    /// Returns who spoke for a delegation at an instant; the latest declaration of each voice counts.
    pub fn voices_of<'a>(
        &'a self,
        member: &'a ParticipantId,
        at: Instant,
    ) -> impl Iterator<Item = &'a ParticipantId> {
        self.voices
            .iter()
            .enumerate()
            .filter_map(move |(place, voice)| {
                let later = self.voices.get(place + 1..).unwrap_or_default();
                let replaced = later
                    .iter()
                    .any(|other| other.participant == voice.participant && other.from <= at);
                let speaks = voice.from <= at
                    && voice.until.is_none_or(|until| at < until)
                    && voice.members.contains(member);
                (speaks && !replaced).then_some(&voice.participant)
            })
    }
}
