//! Correction of a wrong date (VCLT art. 79, DEP-5): never an overwriting, always a later act that
//! says why.

use sponsio_law::act::ActKind;
use sponsio_law::calendar::Date;
use sponsio_record::{ParticipantId, TreatyId};

use crate::act::{Preview, RecordAct};
use crate::desk::Depositary;
use crate::failure::{DeskError, Unfit};
use crate::state::State;
use crate::submission::Recorded;

/// What is asked to correct the date of an act.
#[derive(Debug, Clone)]
pub struct Correct {
    /// The mark of the act.
    pub of: String,
    /// Its right date.
    pub right: Date,
    /// Why the recorded one is wrong.
    pub reason: String,
    /// Where the right date is found.
    pub source: String,
}

impl Correct {
    /// Returns the correction as an act to the treaty, and of the author, of what it corrects.
    pub fn act(self, state: &State) -> Result<RecordAct, Unfit> {
        if self.reason.trim().is_empty() {
            return Err(Unfit::NoReason);
        }
        let (treaty, participant) = author_of(state, &self.of)?;
        Ok(RecordAct {
            done: Some(self.right),
            refers_to: Some(self.of),
            source: self.source,
            note: self.reason,
            ..RecordAct::new(ActKind::Correction, treaty, participant)
        })
    }
}

impl Depositary {
    /// Corrects the date of an act.
    pub async fn correct(&self, request: Correct) -> Result<Recorded, DeskError> {
        self.record_act(request.act(&self.state())?).await
    }

    /// Says what a correction would do; nothing is written.
    pub fn preview_correction(&self, request: Correct) -> Result<Preview, DeskError> {
        self.preview_act(request.act(&self.state())?)
    }
}

/// Returns the treaty and the author of an act.
fn author_of(state: &State, mark: &str) -> Result<(TreatyId, ParticipantId), Unfit> {
    let treaties = state.register.treaties();
    treaties
        .iter()
        .find_map(|treaty| {
            let act = &treaty.acts()[treaty.act_marked(mark)?.at()];
            Some((treaty.id.clone(), act.participant.clone()))
        })
        .ok_or_else(|| Unfit::NoSuchAct(mark.to_owned()))
}
