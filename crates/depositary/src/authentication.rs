//! Authentication (VCLT art. 10): initialling, and the act by which the text is authentic and definitive.

use alloc::collections::BTreeMap;
use sponsio_law::conference::{Authenticated, Initialled, Procedure, Step};
use sponsio_record::{ConferenceId, Digest, ParticipantId};
use sponsio_text::Language;

use crate::desk::Depositary;
use crate::failure::DeskError;
use crate::submission::Recorded;

impl Depositary {
    /// Records that a delegation initials the adopted text.
    pub async fn initial(
        &self,
        conference: &ConferenceId,
        participant: ParticipantId,
    ) -> Result<Recorded, DeskError> {
        let texts = self.adopted_texts(conference)?;
        let step = Step::Initialled(Initialled { participant, texts });
        self.proceed(conference, step).await
    }

    /// Records that the adopted text is established as authentic and definitive.
    pub async fn authenticate(
        &self,
        conference: &ConferenceId,
        procedure: Procedure,
    ) -> Result<Recorded, DeskError> {
        let texts = self.adopted_texts(conference)?;
        let step = Step::Authenticated(Authenticated { procedure, texts });
        self.proceed(conference, step).await
    }

    /// The digests of the adopted texts; none where nothing is adopted, which the law refuses.
    fn adopted_texts(
        &self,
        conference: &ConferenceId,
    ) -> Result<BTreeMap<Language, Digest>, DeskError> {
        let held = self.held(conference)?;
        let adopted = held.adoption().map(|one| one.adopted.texts.clone());
        Ok(adopted.unwrap_or_default())
    }
}
