//! Positions: what a delegation says of a proposal or of a reading, and what its group says for it.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use sponsio_record::{ActId, Commitment, FieldError, Fields, Instant, ParticipantId};
use sponsio_text::Position as Stance;

use crate::conference::deed::{Deed, Form, commitment, owned, participant};
use crate::conference::{Actor, Conference, Doing, Ground, Position, Subject};

/// A delegation takes a position; on what, and which, lies behind the commitment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PositionTaken {
    /// The round.
    pub round: String,
    /// Who takes it.
    pub participant: ParticipantId,
    /// The commitment to its paper ([`crate::conference::Paper::Position`]).
    pub paper: Commitment,
}

/// A position as it holds for one delegation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// What it says.
    pub stance: Stance,
    /// Since when.
    pub since: Instant,
    /// Who said it for the delegation, if it did not itself.
    pub through: Option<ParticipantId>,
    /// What its group says otherwise: the delegation overrides it, and that is shown.
    pub overrides: Option<(ParticipantId, Stance)>,
}

impl Deed for PositionTaken {
    const KIND: &'static str = "position";

    fn write(&self, form: &mut Form) {
        form.text("round", &self.round);
        form.named("participant", &self.participant);
        form.digest("paper", self.paper.digest());
    }

    fn read(fields: &mut Fields<'_, '_>) -> Result<Self, FieldError> {
        Ok(Self {
            round: fields.required("round", owned)?,
            participant: fields.required("participant", participant)?,
            paper: fields.required("paper", commitment)?,
        })
    }

    fn actor(&self) -> Actor<'_> {
        Actor::Delegation(&self.participant)
    }

    fn examine(&self, conference: &Conference, doing: &Doing) -> Result<(), Ground> {
        if !conference.seated(&self.participant)?.tables {
            return Err(Ground::MayNotTable(self.participant.clone()));
        }
        conference.open_round(&self.round, doing.at).map(drop)
    }

    fn apply(&self, conference: &mut Conference, doing: &Doing) {
        conference.seal(doing.id, &self.round, self.paper);
        conference.positions.push(PositionAt {
            id: doing.id,
            at: doing.at,
            taken: self.clone(),
            paper: None,
        });
    }
}

/// A position with its mark and instant, and what it says where its paper is at hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PositionAt {
    pub(crate) id: ActId,
    pub(crate) at: Instant,
    pub(crate) taken: PositionTaken,
    pub(crate) paper: Option<PositionPaper>,
}

/// The paper of a position; its words do not reach a message.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct PositionPaper(pub(crate) Position);

impl core::fmt::Debug for PositionPaper {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Position")
    }
}

impl Conference {
    /// Returns what each delegation says of something at an instant, as far as papers are at hand. A
    /// delegation that says nothing is absent: silence is no position.
    pub fn held(&self, on: &Subject, at: Instant) -> BTreeMap<ParticipantId, Held> {
        let mut own: BTreeMap<&ParticipantId, (Stance, Instant)> = BTreeMap::new();
        for position in &self.positions {
            let Some(PositionPaper(paper)) = &position.paper else {
                continue;
            };
            if paper.on == *on && position.at <= at {
                own.insert(&position.taken.participant, (paper.stance, position.at));
            }
        }
        let mut held = BTreeMap::new();
        for code in self.seats.keys() {
            let voices: Vec<_> = self
                .voices_of(code, at)
                .filter_map(|voice| Some((voice, own.get(voice)?)))
                .collect();
            let of_group = voices.first();
            let entry = match (own.get(code), of_group) {
                (Some((stance, since)), group) => Held {
                    stance: *stance,
                    since: *since,
                    through: None,
                    overrides: group
                        .filter(|(_, (said, _))| said != stance)
                        .map(|(voice, (said, _))| ((*voice).clone(), *said)),
                },
                (None, Some((voice, (stance, since)))) => Held {
                    stance: *stance,
                    since: *since,
                    through: Some((*voice).clone()),
                    overrides: None,
                },
                (None, None) => continue,
            };
            held.insert(code.clone(), entry);
        }
        held
    }
}
