//! What a command of the desk asks to be recorded, and the filing that it becomes.

use sponsio_depositary::store::{Document, Envelope};
use sponsio_depositary::{
    AddParticipant, Confirm, DeskError, EnterTreaty, Notify, RecordAct, SetPolicies, SetTable,
    State, disclosing,
};
use sponsio_law::calendar::Date;
use sponsio_law::filing::Filing;
use sponsio_ledger::entry::Visibility;
use sponsio_record::ActId;

/// What a command asks to be recorded.
pub enum Request {
    /// An act that concerns status.
    Act(RecordAct),
    /// A participant.
    Participant(AddParticipant),
    /// A treaty.
    Treaty(EnterTreaty),
    /// Habits of a depositary.
    Policies(SetPolicies),
    /// A table or group.
    Table(SetTable),
    /// A notification of an act.
    Notification(Notify),
    /// An addressee's confirmation that a notification reached it.
    Acknowledgement(Confirm),
    /// The disclosure of what an envelope of this entry holds.
    Disclosure(u64, Envelope),
}

impl Request {
    /// Returns who may read what is asked.
    pub(super) fn visibility(&self) -> Visibility {
        match self {
            Self::Act(act) => act.visibility,
            _ => Visibility::Public,
        }
    }

    /// Returns what is filed for it under this mark, with the documents that belong to it.
    pub(super) fn filing(
        self,
        state: &State,
        id: ActId,
        received: Date,
    ) -> Result<(Filing, Vec<Document>), DeskError> {
        Ok(match self {
            Self::Act(act) => act.filing(id, received),
            Self::Participant(participant) => (participant.filing(id), Vec::new()),
            Self::Treaty(treaty) => treaty.filing(id),
            Self::Policies(policies) => (policies.filing(id), Vec::new()),
            Self::Table(table) => {
                let (filing, document) = table.filing(id)?;
                (filing, vec![document])
            }
            Self::Notification(notify) => {
                let (filing, letter) = notify.filing(&state.register, id)?;
                (filing, vec![letter])
            }
            Self::Acknowledgement(confirm) => (confirm.filing(id), Vec::new()),
            Self::Disclosure(seq, envelope) => {
                let (filing, opening) = disclosing(seq, &envelope, id, received)?;
                (filing, vec![opening])
            }
        })
    }
}
