//! A participant enters the register (S-1).

use sponsio_law::filing::{Filing, Matter};
use sponsio_law::party::Participant;

use sponsio_record::ActId;

use crate::desk::Depositary;
use crate::failure::DeskError;
use crate::submission::Recorded;

/// What is asked to add a participant.
#[derive(Debug, Clone)]
pub struct AddParticipant {
    /// Who.
    pub participant: Participant,
}

impl AddParticipant {
    /// Returns the request as it is filed under this mark.
    pub fn filing(self, id: ActId) -> Filing {
        Filing {
            id,
            matter: Matter::Participant(self.participant),
            documents: Vec::new(),
        }
    }
}

impl Depositary {
    /// Adds a participant to the register.
    pub async fn add_participant(&self, request: AddParticipant) -> Result<Recorded, DeskError> {
        let filing = request.filing(self.mark()?);
        self.enter(&filing, Vec::new()).await
    }
}
