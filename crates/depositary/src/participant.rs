//! A participant enters the register (S-1).

use sponsio_law::filing::{Filing, Matter};
use sponsio_law::party::Participant;

use crate::desk::Depositary;
use crate::failure::DeskError;
use crate::submission::{Recorded, Submission};

/// What is asked to add a participant.
#[derive(Debug, Clone)]
pub struct AddParticipant {
    /// Who.
    pub participant: Participant,
}

impl Depositary {
    /// Adds a participant to the register.
    pub async fn add_participant(&self, request: AddParticipant) -> Result<Recorded, DeskError> {
        let filing = Filing {
            id: self.mark()?,
            matter: Matter::Participant(request.participant),
            documents: Vec::new(),
        };
        self.record(Submission::of_office(&filing, Vec::new(), self.now())?)
            .await
    }
}
