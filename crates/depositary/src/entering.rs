//! A filing that is drawn up enters the ledger; or it is said what it would do, and nothing is written.

use alloc::borrow::Cow;

use sponsio_law::filing::Filing;
use sponsio_law::register::Register;
use sponsio_law::remark::Remark;
use sponsio_record::Instant;

use crate::admission::examine;
use crate::desk::Depositary;
use crate::failure::DeskError;
use crate::mandate;
use crate::state::{Documents, State};
use crate::store::Document;
use crate::submission::{Recorded, Submission};

/// What would be if a filing were recorded.
#[derive(Debug, Clone)]
pub struct Foreseen {
    /// What the law has to say about it.
    pub remarks: Vec<Remark>,
    /// The register as it would be.
    pub after: Register,
}

impl Depositary {
    /// Records a public filing of the depositary itself: examined, and durable when this returns.
    pub async fn enter(
        &self,
        filing: &Filing,
        documents: Vec<Document>,
    ) -> Result<Recorded, DeskError> {
        self.record(Submission::of_office(filing, documents, self.now())?)
            .await
    }
}

impl State {
    /// Says what a filing of the depositary would do if it reached the desk now, with these
    /// documents; a refusal is the one that recording it would meet.
    pub fn foresee(
        &self,
        filing: &Filing,
        documents: &[Document],
        reached: Instant,
    ) -> Result<Foreseen, DeskError> {
        // What cannot be written is refused here as it is at the door.
        let submission = Submission::of_office(filing, Vec::new(), reached)?;
        mandate::check(submission.by.office, &filing.matter)?;
        let given: Documents = documents
            .iter()
            .map(|document| (document.digest, document.bytes.clone()))
            .collect();
        let remarks = examine(self, filing, reached, &|digest| given.get(digest).cloned())?;
        let mut after = Self {
            register: self.register.clone(),
            opening: self.opening.clone(),
            ..Self::default()
        };
        after
            .fold(Cow::Borrowed(filing), &given)
            .map_err(DeskError::Unfit)?;
        Ok(Foreseen {
            remarks,
            after: after.register,
        })
    }
}
