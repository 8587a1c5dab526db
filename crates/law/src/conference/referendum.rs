//! *Ad referendum*: a provision is agreed subject to the confirmation of those who asked for it.
//! (Signature *ad referendum* is another thing: SIG-2.)

use sponsio_record::{ActId, FieldError, Fields, Instant, ParticipantId, Value};

use crate::conference::deed::{Deed, Form, act, participant};
use crate::conference::{Actor, Agreement, Conference, Doing, Ground, Happening, Lapse};

/// A delegation answers for an agreement *ad referendum*.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReferendumAnswer {
    /// The act that agreed.
    pub of: ActId,
    /// Who answers.
    pub participant: ParticipantId,
    /// Whether it confirms.
    pub confirmed: bool,
}

/// How the confirmation of one delegation stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReferendumState {
    /// It is awaited.
    Given,
    /// It was given, on this instant.
    Confirmed(Instant),
    /// It was refused, on this instant.
    Refused(Instant),
    /// It did not come by this instant, and counts as refused.
    Lapsed(Instant),
}

impl Deed for ReferendumAnswer {
    const KIND: &'static str = "ad-referendum-answered";

    fn write(&self, form: &mut Form) {
        form.named("of", &self.of);
        form.named("participant", &self.participant);
        form.draft("confirmed", sponsio_record::Draft::bool(self.confirmed));
    }

    fn read(fields: &mut Fields<'_, '_>) -> Result<Self, FieldError> {
        Ok(Self {
            of: act(fields, "of")?,
            participant: fields.required("participant", participant)?,
            confirmed: fields.required("confirmed", Value::bool)?,
        })
    }

    fn actor(&self) -> Actor<'_> {
        Actor::Delegation(&self.participant)
    }

    fn examine(&self, conference: &Conference, doing: &Doing) -> Result<(), Ground> {
        let agreement = conference.agreement(self.of)?;
        if !agreement.agreed.ad_referendum.contains(&self.participant) {
            return Err(Ground::NotAwaited(self.participant.clone()));
        }
        match conference.referendum(agreement, &self.participant, doing.at) {
            ReferendumState::Given => Ok(()),
            ReferendumState::Confirmed(on)
            | ReferendumState::Refused(on)
            | ReferendumState::Lapsed(on) => Err(Ground::AnsweredAlready(on)),
        }
    }

    fn apply(&self, conference: &mut Conference, doing: &Doing) {
        let mut agreements = conference.agreements.values_mut();
        let Some(agreement) = agreements.find(|agreement| agreement.id == self.of) else {
            return;
        };
        let answer = (self.confirmed, doing.at);
        agreement.answers.insert(self.participant.clone(), answer);
        let place = agreement.agreed.place.clone();
        let what = Happening::Answered {
            by: self.participant.clone(),
            confirmed: self.confirmed,
        };
        conference.note((doing.id, doing.at), &place, what);
    }
}

impl Conference {
    /// Returns how the confirmation of one delegation stands at an instant. It lapses at the instant of
    /// its time limit: a confirmation must be received before it.
    pub fn referendum(
        &self,
        agreement: &Agreement,
        code: &ParticipantId,
        at: Instant,
    ) -> ReferendumState {
        match (agreement.answers.get(code), agreement.agreed.until) {
            (Some((true, on)), _) => ReferendumState::Confirmed(*on),
            (Some((false, on)), _) => ReferendumState::Refused(*on),
            (None, Some(until)) if until <= at => match self.convened.rules.ad_referendum_lapse {
                Lapse::Refuse => ReferendumState::Lapsed(until),
                Lapse::Confirm => ReferendumState::Confirmed(until),
            },
            (None, _) => ReferendumState::Given,
        }
    }
}
