//! The period after a refused confirmation: the chair gives the delegation that refused, or whose
//! confirmation lapsed, a time in which it tables its own text. While it runs, the delegation tables on
//! the provision after the round has closed and outside its scope, and the provision is not agreed anew
//! over its head.

use sponsio_record::{ActId, Draft, FieldError, Fields, Instant, ParticipantId, Value};

use crate::conference::deed::{Deed, Form, act, participant};
use crate::conference::history::Happening;
use crate::conference::{Agreement, Conference, Doing, Ground, Place, ReferendumState, RoundState};
use sponsio_text::ProvisionId;

/// The chair sets the period in which a delegation that refused tables its text; set again, it is
/// replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeriodSet {
    /// The act that agreed *ad referendum*.
    pub of: ActId,
    /// Who refused.
    pub participant: ParticipantId,
    /// The first instant at which the period is over.
    pub until: Instant,
}

/// The period of one delegation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// When it was set.
    pub from: Instant,
    /// The first instant at which it is over.
    pub until: Instant,
}

impl Deed for PeriodSet {
    const KIND: &'static str = "tabling-period-set";

    fn write(&self, form: &mut Form) {
        form.named("of", &self.of);
        form.named("participant", &self.participant);
        form.draft("until", Draft::instant(self.until));
    }

    fn read(fields: &mut Fields<'_, '_>) -> Result<Self, FieldError> {
        Ok(Self {
            of: act(fields, "of")?,
            participant: fields.required("participant", participant)?,
            until: fields.required("until", Value::instant)?,
        })
    }

    fn examine(&self, conference: &Conference, doing: &Doing) -> Result<(), Ground> {
        conference.not_adopted()?;
        let agreement = conference.agreement(self.of)?;
        let awaited = agreement.agreed.ad_referendum.contains(&self.participant);
        let state = conference.referendum(agreement, &self.participant, doing.at);
        let refused = matches!(
            state,
            ReferendumState::Refused(_) | ReferendumState::Lapsed(_)
        );
        if !awaited || !refused {
            return Err(Ground::NotRefused(self.participant.clone()));
        }
        if self.until <= doing.at {
            return Err(Ground::NotLater(self.until));
        }
        Ok(())
    }

    fn apply(&self, conference: &mut Conference, doing: &Doing) {
        let mut agreements = conference.agreements.values_mut();
        let Some(agreement) = agreements.find(|agreement| agreement.id == self.of) else {
            return;
        };
        let period = Period {
            from: doing.at,
            until: self.until,
        };
        agreement.periods.insert(self.participant.clone(), period);
        let place = agreement.agreed.place.clone();
        let what = Happening::PeriodSet {
            by: self.participant.clone(),
            until: self.until,
        };
        conference.note((doing.id, doing.at), &place, what);
    }
}

impl Conference {
    /// Returns the agreement of this mark, unless a later one on its place has replaced it.
    pub(crate) fn agreement(&self, of: ActId) -> Result<&Agreement, Ground> {
        let mut agreements = self.agreements.values();
        agreements
            .find(|agreement| agreement.id == of)
            .ok_or(Ground::NoSuchAgreement(of))
    }

    /// Returns the period of a delegation on a provision that runs at an instant.
    pub fn period(
        &self,
        provision: ProvisionId,
        code: &ParticipantId,
        at: Instant,
    ) -> Option<Period> {
        let agreements = self.agreements.values();
        let mut periods = agreements
            .filter(|agreement| agreement.agreed.place.provision == provision)
            .filter_map(|agreement| agreement.periods.get(code))
            .filter(|period| period.from <= at && at < period.until);
        periods.next().copied()
    }

    /// A round receives what this delegation tables: it is open, or closed and not published while a
    /// period of the delegation runs. On which provisions is examined with the paper.
    pub(crate) fn receives(
        &self,
        round: &str,
        code: &ParticipantId,
        at: Instant,
    ) -> Result<(), Ground> {
        let is_closed = self.existing_round(round)?.state(at) == RoundState::Closed;
        let mut agreements = self.agreements.values();
        let runs = agreements.any(|agreement| {
            let period = agreement.periods.get(code);
            period.is_some_and(|period| period.from <= at && at < period.until)
        });
        if is_closed && runs {
            return Ok(());
        }
        self.open_round(round, at).map(drop)
    }

    /// No delegation has still to table its text at a place: its period is over, or it has tabled.
    pub(crate) fn heard(&self, place: &Place, at: Instant) -> Result<(), Ground> {
        let Some(agreement) = self.agreements.get(place) else {
            return Ok(());
        };
        for (code, period) in &agreement.periods {
            if period.until <= at || self.has_tabled(place.provision, code, period.from) {
                continue;
            }
            return Err(Ground::PeriodRuns {
                place: place.clone(),
                code: code.clone(),
                until: period.until,
            });
        }
        Ok(())
    }

    /// Whether a delegation has tabled on a provision since an instant, as far as papers are at hand.
    pub(crate) fn has_tabled(
        &self,
        provision: ProvisionId,
        code: &ParticipantId,
        since: Instant,
    ) -> bool {
        let mut proposals = self.proposals.iter();
        proposals.any(|proposal| {
            let paper = proposal.paper.as_ref();
            proposal.tabled.participant == *code
                && since <= proposal.at
                && paper.is_some_and(|paper| paper.touched().contains(&provision))
        })
    }
}
