//! The silence procedure: started by the chair, broken by a delegation, withdrawn, concluded, announced.

use sponsio_law::conference::{
    Attached, Attachment, Objection, SilenceAnnounced, SilenceConcluded, SilenceObject,
    SilenceStarted, SilenceWithdrawn, Step,
};
use sponsio_record::{ActId, ConferenceId, Digest, Instant, ParticipantId};

use crate::conference::Brought;
use crate::desk::Depositary;
use crate::failure::DeskError;
use crate::store::Document;
use crate::submission::Recorded;

/// What is asked to start a silence procedure.
#[derive(Debug, Clone)]
pub struct StartSilence {
    /// The conference.
    pub conference: ConferenceId,
    /// On what.
    pub on: SilenceObject,
    /// The instant at which it expires.
    pub expires: Instant,
    /// The meeting at which it was announced.
    pub meeting: String,
}

/// What is asked to break silence.
#[derive(Debug, Clone)]
pub struct BreakSilence {
    /// The conference.
    pub conference: ConferenceId,
    /// The procedure.
    pub of: ActId,
    /// Who objects.
    pub participant: ParticipantId,
    /// The proposal that an amendment became.
    pub amendment: Option<ActId>,
    /// Whether it was said and not written: then it breaks nothing.
    pub oral: bool,
    /// The letter, if it is to be kept with the act.
    pub letter: Option<Document>,
}

impl Depositary {
    /// Starts a silence procedure on the text as it stands: that text is frozen.
    pub async fn start_silence(&self, request: StartSilence) -> Result<Recorded, DeskError> {
        let conference = request.conference.clone();
        let step = self.silence_started(request)?;
        self.proceed(&conference, step).await
    }

    pub(crate) fn silence_started(&self, request: StartSilence) -> Result<Step, DeskError> {
        let held = self.held(&request.conference)?;
        let text = match &request.on {
            SilenceObject::Adoption => held.revision().copied(),
            SilenceObject::Provision(place) => held.content(place).copied(),
            SilenceObject::Decision(words) => Some(Digest::of(words.as_bytes())),
        };
        Ok(Step::SilenceStarted(SilenceStarted {
            on: request.on,
            // What is not there has no digest; the law refuses it.
            text: text.unwrap_or(Digest::of(b"")),
            expires: request.expires,
            meeting: request.meeting,
        }))
    }

    /// Records an objection. One that comes at the expiry or after is recorded as late.
    pub async fn break_silence(&self, request: BreakSilence) -> Result<Recorded, DeskError> {
        let step = Step::Objection(Objection {
            of: request.of,
            participant: request.participant,
            amendment: request.amendment,
            oral: request.oral,
        });
        self.bring(Brought {
            id: self.mark()?,
            conference: request.conference,
            step,
            reached: self.now(),
            documents: request.letter.into_iter().map(|one| (one, None)).collect(),
            envelopes: Vec::new(),
        })
        .await
    }

    /// Attaches a statement to a decision under silence.
    pub async fn attach_statement(
        &self,
        conference: &ConferenceId,
        of: ActId,
        participant: ParticipantId,
        sort: Attachment,
        statement: Document,
    ) -> Result<Recorded, DeskError> {
        let step = Step::Attached(Attached {
            of,
            participant,
            sort,
            text: statement.digest,
        });
        self.bring(Brought {
            id: self.mark()?,
            conference: conference.clone(),
            step,
            reached: self.now(),
            documents: vec![(statement, None)],
            envelopes: Vec::new(),
        })
        .await
    }

    /// Withdraws a silence procedure.
    pub async fn withdraw_silence(
        &self,
        conference: &ConferenceId,
        of: ActId,
        reason: String,
    ) -> Result<Recorded, DeskError> {
        let step = Step::SilenceWithdrawn(SilenceWithdrawn { of, reason });
        self.proceed(conference, step).await
    }

    /// Records that a silence procedure ran out unbroken.
    pub async fn conclude_silence(
        &self,
        conference: &ConferenceId,
        of: ActId,
    ) -> Result<Recorded, DeskError> {
        let step = Step::SilenceConcluded(SilenceConcluded { of });
        self.proceed(conference, step).await
    }

    /// Records that the decision was announced at a meeting.
    pub async fn announce_silence(
        &self,
        conference: &ConferenceId,
        of: ActId,
        meeting: String,
    ) -> Result<Recorded, DeskError> {
        let step = Step::SilenceAnnounced(SilenceAnnounced { of, meeting });
        self.proceed(conference, step).await
    }
}
