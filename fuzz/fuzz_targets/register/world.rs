//! What generated registers are made of: participants, groups, tables and acts.

use arbitrary::{Arbitrary, Result, Unstructured};
use sponsio_law::act::{Act, ActKind, ActLabel};
use sponsio_law::calendar::{self, Date, Unit};
use sponsio_law::clause::decimal::Decimal;
use sponsio_law::consent::Request;
use sponsio_law::party::{Member, Membership, Participant, ParticipantKind};
use sponsio_law::register::Register;
use sponsio_law::treaty::{Treaty, WeightTable};
use sponsio_record::{ParticipantId, TreatyId};

use crate::clauses;

/// Who takes part, and in how many treaties.
pub(crate) struct World {
    kinds: Vec<ParticipantKind>,
    treaties: u8,
}

impl World {
    pub(crate) fn choose(choices: &mut Unstructured<'_>) -> Result<Self> {
        let number = choices.int_in_range(1..=8)?;
        let kinds = (0..number)
            .map(|_| choices.choose(&ParticipantKind::ALL).copied())
            .collect::<Result<_>>()?;
        Ok(Self {
            kinds,
            treaties: choices.int_in_range(1..=3)?,
        })
    }

    /// The register with everything but acts.
    pub(crate) fn before_acts(&self, choices: &mut Unstructured<'_>) -> Result<Register> {
        let mut register = Register::new();
        for (place, kind) in self.kinds.iter().enumerate() {
            let participant = Participant {
                id: party(place),
                name: format!("the {}", kind.label()),
                kind: *kind,
            };
            register
                .add_participant(participant)
                .expect("the codes differ");
            if *kind == ParticipantKind::Organization && choices.arbitrary()? {
                register.set_membership(party(place), self.membership(choices)?);
            }
        }
        for number in 1..=self.treaties {
            let file = clauses::file(choices)?;
            let treaty = Treaty::new(treaty(number), file);
            register.add_treaty(treaty).expect("the ids differ");
        }
        register.set_group(String::from("groups/dated.csv"), self.membership(choices)?);
        let rows = (0..self.kinds.len())
            .map(|place| Ok((party(place), weight(choices)?)))
            .collect::<Result<_>>()?;
        register.set_weights(String::from("weights/table.csv"), WeightTable { rows });
        Ok(register)
    }

    fn membership(&self, choices: &mut Unstructured<'_>) -> Result<Membership> {
        let number = choices.int_in_range(0..=4)?;
        let member = |choices: &mut Unstructured<'_>| {
            Ok(Member {
                participant: any_party(choices)?,
                from: maybe_day(choices)?,
                until: maybe_day(choices)?,
            })
        };
        let members = (0..number)
            .map(|_| member(choices))
            .collect::<Result<_>>()?;
        Ok(Membership { members })
    }

    pub(crate) fn acts(&self, choices: &mut Unstructured<'_>) -> Result<Vec<Act>> {
        let number = choices.int_in_range(0..=30)?;
        (0..number).map(|place| self.act(place, choices)).collect()
    }

    fn act(&self, place: usize, choices: &mut Unstructured<'_>) -> Result<Act> {
        let label = match choices.ratio(1, 20)? {
            true => ActLabel::Unmapped(String::from("application")),
            false => ActLabel::Known(*choices.choose(&ActKind::ALL)?),
        };
        let refers_to = self.refers_to(label.kind(), choices)?;
        Ok(Act {
            id: Some(mark(place)),
            treaty: self.any_treaty(choices)?,
            participant: self.participant(choices)?,
            label,
            date: day(choices)?,
            effect: maybe_day(choices)?,
            recorded: maybe_day(choices)?,
            refers_to,
            source: String::new(),
            note: String::new(),
        })
    }

    pub(crate) fn requests(&self, choices: &mut Unstructured<'_>) -> Result<Vec<Request>> {
        let number = choices.int_in_range(0..=3)?;
        (0..number).map(|_| self.request(choices)).collect()
    }

    fn request(&self, choices: &mut Unstructured<'_>) -> Result<Request> {
        let kind = *choices.choose(&ActKind::ALL)?;
        Ok(Request {
            id: choices.arbitrary::<bool>()?.then(|| mark(99)),
            treaty: self.any_treaty(choices)?,
            // Sometimes one that the register does not have.
            participant: any_party(choices)?,
            kind,
            date: day(choices)?,
            effect: maybe_day(choices)?,
            refers_to: self.refers_to(Some(kind), choices)?,
            source: String::new(),
            note: String::new(),
        })
    }

    fn refers_to(
        &self,
        kind: Option<ActKind>,
        choices: &mut Unstructured<'_>,
    ) -> Result<Option<String>> {
        Ok(match kind {
            Some(ActKind::Continuation) => Some(any_party(choices)?.to_string()),
            Some(ActKind::Correction) => Some(mark(choices.int_in_range(0..=30)?)),
            _ => None,
        })
    }

    fn participant(&self, choices: &mut Unstructured<'_>) -> Result<ParticipantId> {
        Ok(party(choices.choose_index(self.kinds.len())?))
    }

    fn any_treaty(&self, choices: &mut Unstructured<'_>) -> Result<TreatyId> {
        Ok(treaty(choices.int_in_range(1..=self.treaties)?))
    }
}

fn mark(place: usize) -> String {
    format!("a{place}")
}

fn party(place: usize) -> ParticipantId {
    let letter = char::from(b'A' + u8::try_from(place).expect("few participants"));
    ParticipantId::new(&format!("P{letter}{letter}")).expect("a code")
}

/// A participant of the register, or a stranger.
pub(crate) fn any_party(choices: &mut Unstructured<'_>) -> Result<ParticipantId> {
    Ok(party(choices.int_in_range(0..=8)?))
}

/// A treaty of the register, or one that it does not hold.
pub(crate) fn treaty(number: u8) -> TreatyId {
    TreatyId::new(&format!("t-{number}")).expect("an id")
}

/// Mostly one of forty days in a row, so that days meet; seldom any day of the calendar.
pub(crate) fn day(choices: &mut Unstructured<'_>) -> Result<Date> {
    let first = jiff_day(2000, 1, 15);
    Ok(match u8::arbitrary(choices)? {
        250 => Date::MIN,
        251 => Date::MAX,
        252 => jiff_day(9999, 12, 30),
        253 => jiff_day(1, 1, 1),
        254 => jiff_day(2004, 2, 29),
        255 => jiff_day(9990, 8, 31),
        near => calendar::after(first, u32::from(near % 40), Unit::Days).map_or(first, |it| it.day),
    })
}

fn jiff_day(year: i16, month: i8, day: i8) -> Date {
    Date::new(year, month, day).expect("a day of the calendar")
}

pub(crate) fn maybe_day(choices: &mut Unstructured<'_>) -> Result<Option<Date>> {
    if choices.ratio(1, 3)? {
        day(choices).map(Some)
    } else {
        Ok(None)
    }
}

pub(crate) fn weight(choices: &mut Unstructured<'_>) -> Result<Decimal> {
    Ok(match u8::arbitrary(choices)? {
        255 => Decimal::from_millionths(u64::MAX),
        few => Decimal::from_millionths(u64::from(few) * 500_000),
    })
}
