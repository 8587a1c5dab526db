//! The register opens: the first entry of its log.

use sponsio_law::filing::{Filing, Matter, Opening};

use crate::calendar::zone;
use crate::desk::Depositary;
use crate::failure::{DeskError, Unfit};
use crate::submission::{Recorded, Submission};

/// What is asked to open a register.
#[derive(Debug, Clone)]
pub struct OpenRegister {
    /// The title of the register.
    pub title: String,
    /// The IANA time zone of the depositary's seat.
    pub zone: String,
    /// The public key that may revoke the log's key; its private half is kept off-line.
    pub recovery: Option<String>,
    /// Whether it is a practice register.
    pub exercise: bool,
}

impl Depositary {
    /// Opens the register.
    pub async fn open_register(&self, request: OpenRegister) -> Result<Recorded, DeskError> {
        if zone(&request.zone).is_none() {
            return Err(Unfit::Zone(request.zone).into());
        }
        let filing = Filing {
            id: self.mark()?,
            matter: Matter::Opening(Opening {
                title: request.title,
                zone: request.zone,
                recovery: request.recovery,
                exercise: request.exercise,
            }),
            documents: Vec::new(),
        };
        self.record(Submission::of_office(&filing, Vec::new(), self.now())?)
            .await
    }
}
