//! Reservations of position: a delegation keeps its say on a provision until it lifts it, or carries
//! it into the record of adoption. (Reservations to a treaty are another thing: VCLT arts 19-23.)

use alloc::string::String;
use alloc::vec::Vec;

use sponsio_record::{ActId, FieldError, Fields, Instant, ParticipantId};

use crate::conference::deed::{Deed, Form, of_an_act_by_a_delegation, participant, place, said};
use crate::conference::{Actor, Conference, Doing, Ground, Place};

/// A delegation reserves its position on a provision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PositionReserved {
    /// Who.
    pub participant: ParticipantId,
    /// Where.
    pub place: Place,
    /// What it says, if it says more.
    pub note: String,
}

/// A delegation lifts its reservation of position.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReservationLifted {
    /// The act that reserved.
    pub of: ActId,
    /// Who.
    pub participant: ParticipantId,
}

/// A reservation of position as its proceedings leave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reserved {
    /// What it says.
    pub reserved: PositionReserved,
    /// When it was made.
    pub at: Instant,
    /// When it was lifted.
    pub lifted: Option<Instant>,
    /// The act of adoption that carries it.
    pub carried: Option<ActId>,
}

impl Deed for PositionReserved {
    const KIND: &'static str = "position-reserved";

    fn write(&self, form: &mut Form) {
        form.named("participant", &self.participant);
        form.place(&self.place);
        form.said("note", &self.note);
    }

    fn read(fields: &mut Fields<'_, '_>) -> Result<Self, FieldError> {
        Ok(Self {
            participant: fields.required("participant", participant)?,
            place: place(fields)?,
            note: said(fields, "note")?,
        })
    }

    fn actor(&self) -> Actor<'_> {
        Actor::Delegation(&self.participant)
    }

    fn examine(&self, conference: &Conference, _: &Doing) -> Result<(), Ground> {
        conference.not_adopted()?;
        conference.seated(&self.participant)?;
        conference.text_at(&self.place).map(drop)
    }

    fn apply(&self, conference: &mut Conference, doing: &Doing) {
        let reserved = Reserved {
            reserved: self.clone(),
            at: doing.at,
            lifted: None,
            carried: None,
        };
        conference.reservations.insert(doing.id, reserved);
    }
}

impl Deed for ReservationLifted {
    const KIND: &'static str = "reservation-lifted";

    of_an_act_by_a_delegation!();

    fn examine(&self, conference: &Conference, _: &Doing) -> Result<(), Ground> {
        let reserved = conference.reservations.get(&self.of);
        let reserved = reserved
            .filter(|one| one.lifted.is_none() && one.reserved.participant == self.participant);
        match reserved {
            Some(_) => Ok(()),
            None => Err(Ground::NoSuchReservation(self.of)),
        }
    }

    fn apply(&self, conference: &mut Conference, doing: &Doing) {
        if let Some(reserved) = conference.reservations.get_mut(&self.of) {
            reserved.lifted = Some(doing.at);
        }
    }
}

impl Conference {
    /// Returns the reservations of position by their marks.
    pub fn reservations(&self) -> impl Iterator<Item = (&ActId, &Reserved)> {
        self.reservations.iter()
    }

    /// Returns the reservations that are open, everywhere or at a place.
    pub(crate) fn open_reservations(&self, place: Option<&Place>) -> Vec<ActId> {
        let reservations = self.reservations.iter();
        reservations
            .filter(|(_, one)| one.lifted.is_none() && one.carried.is_none())
            .filter(|(_, one)| place.is_none_or(|place| one.reserved.place == *place))
            .map(|(id, _)| *id)
            .collect()
    }
}
