//! The fold: a proceeding enters the register.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::string::ToString as _;
use alloc::sync::Arc;
use alloc::vec::Vec;

use sponsio_record::{ActId, ConferenceId, Digest, TreatyId};

use crate::conference::{Conference, ConferenceRefusal, Ground, Proceeding, Step};
use crate::filing::EnterError;
use crate::party::ParticipantKind;
use crate::register::Register;

impl Register {
    /// Returns the conferences by their identifiers.
    pub fn conferences(&self) -> impl Iterator<Item = &Arc<Conference>> {
        self.conferences.values()
    }

    /// Returns the conference of this identifier.
    pub fn conference(&self, id: &ConferenceId) -> Option<&Arc<Conference>> {
        self.conferences.get(id)
    }

    /// Returns the conference that negotiates, or has adopted, a treaty.
    pub fn conference_on(&self, treaty: &TreatyId) -> Option<&Arc<Conference>> {
        self.conferences().find(|one| one.treaty() == treaty)
    }

    /// Has the law examine a proceeding; a refusal cites its rule.
    pub fn examine_proceeding(
        &self,
        id: ActId,
        proceeding: &Proceeding,
    ) -> Result<(), Box<ConferenceRefusal>> {
        let Proceeding {
            conference,
            received,
            step,
        } = proceeding;
        let refused = |ground| {
            Box::new(ConferenceRefusal {
                conference: conference.clone(),
                kind: step.kind(),
                by: step.actor().party().cloned(),
                at: *received,
                ground,
            })
        };
        match (self.conference(conference), step) {
            (None, Step::Convened(convened)) => {
                if self.treaty_place(&convened.treaty).is_some() {
                    return Err(refused(Ground::TreatyExists(convened.treaty.clone())));
                }
                if let Some(other) = self.conference_on(&convened.treaty) {
                    return Err(refused(Ground::Negotiated(other.id.clone())));
                }
                Ok(())
            }
            (None, _) => Err(refused(Ground::UnknownConference)),
            (Some(held), _) => {
                if let Step::Seated(seat) = step {
                    let party = self.party(&seat.participant);
                    match party.map(|party| self.kind(party)) {
                        None => {
                            let code = seat.participant.clone();
                            return Err(refused(Ground::UnknownParticipant(code)));
                        }
                        Some(ParticipantKind::FormerState) => {
                            return Err(refused(Ground::FormerState(seat.participant.clone())));
                        }
                        Some(_) => {}
                    }
                }
                held.examine(id, *received, step)
            }
        }
    }

    pub(crate) fn enter_proceeding(
        &mut self,
        id: ActId,
        proceeding: &Proceeding,
        document: &dyn Fn(&Digest) -> Option<Vec<u8>>,
    ) -> Result<(), EnterError> {
        self.examine_proceeding(id, proceeding)
            .map_err(EnterError::Conference)?;
        let Proceeding {
            conference,
            received,
            step,
        } = proceeding;
        let conferences = Arc::make_mut(&mut self.conferences);
        if let Step::Convened(convened) = step {
            let convened = Conference::new(conference.clone(), convened.clone());
            conferences.insert(conference.clone(), Arc::new(convened));
            return Ok(());
        }
        let Some(held) = conferences.get_mut(conference) else {
            return Ok(());
        };
        let disclosed = step.disclosed();
        if disclosed.is_empty() {
            Arc::make_mut(held).apply(id, *received, step);
            return Ok(());
        }
        let refused =
            |ground| EnterError::Conference(Box::new(held.refusal(step, *received, ground)));
        let given = |digest: &Digest| {
            document(digest)
                .filter(|bytes| Digest::of(bytes) == *digest)
                .ok_or(EnterError::NoDocument(*digest))
        };
        // What is disclosed is read before anything changes.
        let mut next = Conference::clone(held);
        let mut openings = BTreeMap::new();
        for one in &disclosed {
            openings.insert(one.opening, given(&one.opening)?);
        }
        next.open_all(&disclosed, &openings).map_err(refused)?;
        if let Step::StatementConfirmed(confirmed) = step {
            // The words are compared with the report by whoever folds the log.
            next.compare_with_source(confirmed, &given(&confirmed.report)?)
                .map_err(refused)?;
        }
        next.apply(id, *received, step);
        *held = Arc::new(next);
        Ok(())
    }

    /// What enters as a treaty that a conference negotiated is what the conference adopted.
    pub(crate) fn as_adopted(&self, treaty: &TreatyId, clauses: &str) -> Result<(), EnterError> {
        let Some(conference) = self.conference_on(treaty) else {
            return Ok(());
        };
        let adopted = conference.adoption().map(|one| one.adopted.clauses);
        if adopted == Some(Digest::of(clauses.as_bytes())) {
            return Ok(());
        }
        Err(EnterError::NotAsAdopted(conference.id.to_string()))
    }
}
