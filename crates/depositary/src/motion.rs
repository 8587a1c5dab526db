//! What one officer proposes and another confirms: drawn up once, so that both assert over the same
//! bytes, and carried out as it was drawn up.

use sponsio_law::calendar::Date;
use sponsio_law::filing::Filing;
use sponsio_law::register::Register;
use sponsio_law::remark::Remark;
use sponsio_law::status::consequence::{Chronicled, Consequence, consequences};
use sponsio_law::status::history::Lens;
use sponsio_record::{ActId, Instant, read};

use crate::accounts::Proposed;
use crate::act::RecordAct;
use crate::correction::Correct;
use crate::desk::Depositary;
use crate::entering::Foreseen;
use crate::failure::{DeskError, Unfit};
use crate::notification::Notify;
use crate::state::State;
use crate::store::Document;
use crate::submission::{Recorded, Submission};

/// What an officer has entered.
#[derive(Debug, Clone)]
pub enum Entered {
    /// An instrument, or another act that concerns status.
    Act(Box<RecordAct>),
    /// A correction of a date.
    Correction(Correct),
    /// A notification of an act, as of one that brought a treaty into force.
    Notification(Notify),
}

/// An act as it would be proposed, with what it would do.
#[derive(Debug, Clone)]
pub struct DrawnUp {
    /// The exact bytes with their documents.
    pub proposed: Proposed,
    /// What the law has to say.
    pub remarks: Vec<Remark>,
    /// The register as it would be.
    pub after: Register,
}

impl State {
    /// Returns what differs between this register and another one, both kept to this day.
    pub fn changes(&self, after: &Register, day: Date) -> Vec<Consequence> {
        let (mut was, mut is) = (self.register.clone(), after.clone());
        was.keep_to(day);
        is.keep_to(day);
        let (old, new) = (
            was.chronicle(Lens::default()),
            is.chronicle(Lens::default()),
        );
        consequences(
            Chronicled {
                register: &was,
                histories: &old,
            },
            Chronicled {
                register: &is,
                histories: &new,
            },
        )
    }
}

impl Depositary {
    /// Draws up the act of this mark that reached the desk at this instant; nothing is written. A refusal
    /// is the one that recording it would meet.
    pub fn draw_up(
        &self,
        id: ActId,
        entered: Entered,
        reached: Instant,
    ) -> Result<DrawnUp, DeskError> {
        let state = self.state();
        let received = self.day_at_seat(reached);
        let (filing, documents) = match entered {
            Entered::Act(act) => act.filing(id, received),
            Entered::Correction(correct) => correct.act(&state)?.filing(id, received),
            Entered::Notification(notify) => {
                let (filing, letter) = notify.filing(&state.register, id)?;
                (filing, vec![letter])
            }
        };
        let Foreseen { remarks, after } = state.foresee(&filing, &documents, reached)?;
        let act = filing
            .write()
            .map_err(|fault| Unfit::Filing(fault.into()))?;
        let language = |document: &Document| {
            let mut named = filing.documents.iter();
            let found = named.find(|named| named.digest == document.digest)?;
            found.language.clone()
        };
        let documents = documents.into_iter().map(|document| {
            let language = language(&document);
            (document, language)
        });
        Ok(DrawnUp {
            proposed: Proposed {
                act,
                documents: documents.collect(),
            },
            remarks,
            after,
        })
    }

    /// Records an act that an officer proposed and another confirmed, as it was proposed. It reached the
    /// desk when it was entered; the log names the pseudonym of whoever proposed it. Done again, it is
    /// answered as the first time.
    pub async fn carry_out(
        &self,
        proposed: Proposed,
        officer: &str,
        reached: Instant,
    ) -> Result<Recorded, DeskError> {
        let record = read(&proposed.act).map_err(|fault| Unfit::Filing(fault.into()))?;
        let filing = Filing::read(record.object()).map_err(|error| Unfit::Filing(error.into()))?;
        let documents = proposed.documents.into_iter();
        let documents = documents.map(|(document, _)| document).collect();
        let mut submission = Submission::of(&filing, documents, reached)?;
        submission.act.clone_from(&proposed.act);
        submission.by.officer = Some(officer.to_owned());
        self.record(submission).await
    }
}
