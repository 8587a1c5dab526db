//! Conferences: convened, delegations seated, voices declared, the text revised; and the one way by which
//! every proceeding reaches the log.

use alloc::collections::{BTreeMap, BTreeSet};

use sponsio_law::conference::{
    Actor, Audience, Convened, Ground, Proceeding, RevisionMade, Seat, Step, Voice,
};
use sponsio_law::filing::{Filing, Matter};
use sponsio_ledger::entry::{By, Office};
use sponsio_record::{ActId, Commitment, ConferenceId, Digest, Instant, ParticipantId};

use crate::adoption::read_texts;
use crate::desk::Depositary;
use crate::failure::{DeskError, Fatal};
use crate::proposal::Reader;
use crate::store::{Document, Envelope};
use crate::submission::{Recorded, Submission, cite};

/// What is asked to convene a conference.
#[derive(Debug, Clone)]
pub struct Convene {
    /// The register's identifier.
    pub conference: ConferenceId,
    /// Title, treaty, languages and rules of procedure.
    pub convened: Convened,
}

/// What is asked to seat a delegation.
#[derive(Debug, Clone)]
pub struct SeatDelegation {
    /// The conference.
    pub conference: ConferenceId,
    /// Who, with which rights.
    pub seat: Seat,
}

/// What is asked to let a delegation speak for others.
#[derive(Debug, Clone)]
pub struct SpeakFor {
    /// The conference.
    pub conference: ConferenceId,
    /// Who speaks.
    pub participant: ParticipantId,
    /// For whom.
    pub members: BTreeSet<ParticipantId>,
    /// Until when, if that is known.
    pub until: Option<Instant>,
}

/// What is asked to make a revision of the text.
#[derive(Debug, Clone)]
pub struct MakeRevision {
    /// The conference.
    pub conference: ConferenceId,
    /// The revision on which it rests, if whoever asks saw one; another one there is refused (T505).
    pub from: Option<Digest>,
    /// The whole text in each authentic language, in the source form of texts.
    pub texts: Vec<Document>,
}

/// A proceeding on its way: what stands behind it comes with it, in one transaction.
#[derive(Clone)]
pub(crate) struct Brought {
    pub(crate) id: ActId,
    pub(crate) conference: ConferenceId,
    pub(crate) step: Step,
    pub(crate) reached: Instant,
    pub(crate) documents: Vec<(Document, Option<String>)>,
    pub(crate) envelopes: Vec<Envelope>,
}

impl Brought {
    /// Returns the proceeding as it is filed, and the documents that come with it.
    pub(crate) fn filing(&self) -> Filing {
        let cited = self.documents.iter();
        Filing {
            id: self.id,
            matter: Matter::Proceeding(Proceeding {
                conference: self.conference.clone(),
                received: self.reached,
                step: self.step.clone(),
            }),
            documents: cited
                .map(|(document, language)| cite(document, language.as_deref()))
                .collect(),
        }
    }

    pub(crate) fn submission(self) -> Result<Submission, DeskError> {
        let by = match self.step.actor() {
            Actor::Delegation(code) => By {
                office: Office::Delegation,
                party: Some(code.to_string()),
                officer: None,
            },
            Actor::Presidency => By {
                office: Office::Secretariat,
                party: None,
                officer: None,
            },
        };
        let filing = self.filing();
        let documents = self.documents.into_iter().map(|(document, _)| document);
        let mut submission = Submission::by(by, &filing, documents.collect(), self.reached)?;
        submission.envelopes = self.envelopes;
        Ok(submission)
    }
}

impl Depositary {
    /// Convenes a conference.
    pub async fn convene(&self, request: Convene) -> Result<Recorded, DeskError> {
        let step = Step::Convened(request.convened);
        self.proceed(&request.conference, step).await
    }

    /// Seats a delegation; seated again, its rights are replaced.
    pub async fn seat(&self, request: SeatDelegation) -> Result<Recorded, DeskError> {
        let step = Step::Seated(request.seat);
        self.proceed(&request.conference, step).await
    }

    /// Records that a delegation speaks for others, from now on.
    pub async fn speak_for(&self, request: SpeakFor) -> Result<Recorded, DeskError> {
        let reached = self.now();
        let step = Step::SpeaksFor(Voice {
            participant: request.participant,
            members: request.members,
            from: reached,
            until: request.until,
        });
        self.bring(Brought {
            id: self.mark()?,
            conference: request.conference,
            step,
            reached,
            documents: Vec::new(),
            envelopes: Vec::new(),
        })
        .await
    }

    /// Makes a revision of the text; refused where the text has moved on meanwhile (T505). The drawer keeps
    /// the texts under commitments; where rounds are published to all, the log keeps them too.
    pub async fn make_revision(&self, request: MakeRevision) -> Result<Recorded, DeskError> {
        let held = self.held(&request.conference)?;
        let expressions = read_texts(&request.texts)?;
        let mut envelopes = Vec::new();
        let mut texts = BTreeMap::new();
        for (document, expression) in request.texts.iter().zip(&expressions) {
            let mut salt = [0; 32];
            self.house.chance.fill(&mut salt).map_err(Fatal::from)?;
            let envelope = Envelope::of(salt, document.bytes.clone());
            let commitment = Commitment::from_digest(envelope.commitment);
            texts.insert(expression.language.clone(), commitment);
            envelopes.push(envelope);
        }
        let step = Step::Revision(RevisionMade {
            from: request.from,
            texts,
            ..RevisionMade::of(&held, &expressions)
        });
        let is_public = held.convened.rules.publication == Audience::Public;
        let documents = request.texts.into_iter().zip(&expressions);
        let documents = documents.filter(|_| is_public).map(|(document, text)| {
            let language = text.language.as_str().to_owned();
            (document, Some(language))
        });
        self.bring(Brought {
            id: self.mark()?,
            conference: request.conference,
            step,
            reached: self.now(),
            documents: documents.collect(),
            envelopes,
        })
        .await
    }

    /// Records a proceeding that comes with nothing else.
    pub async fn proceed(
        &self,
        conference: &ConferenceId,
        step: Step,
    ) -> Result<Recorded, DeskError> {
        let brought = self.plain(conference, step)?;
        self.uncontested(&brought).await?;
        self.bring(brought).await
    }

    /// Nothing is agreed on while a proposal on it is live, whoever may read its words (T510).
    async fn uncontested(&self, brought: &Brought) -> Result<(), DeskError> {
        let Step::Agreed(agreed) = &brought.step else {
            return Ok(());
        };
        let view = self.view(&brought.conference, &Reader::Presidency).await?;
        let live = view.live_on(agreed.place.provision);
        if live.is_empty() {
            return Ok(());
        }
        let ground = Ground::StillContested(live);
        let refusal = view.refusal(&brought.step, brought.reached, ground);
        Err(DeskError::Conference(Box::new(refusal)))
    }

    /// Says whether a proceeding that comes with nothing else would be received now; nothing is
    /// written.
    pub fn preview_proceeding(
        &self,
        conference: &ConferenceId,
        step: Step,
    ) -> Result<(), DeskError> {
        let brought = self.plain(conference, step)?;
        let Matter::Proceeding(proceeding) = brought.filing().matter else {
            return Ok(());
        };
        let register = &self.state().register;
        register
            .examine_proceeding(brought.id, &proceeding)
            .map_err(DeskError::Conference)
    }

    pub(crate) async fn bring(&self, brought: Brought) -> Result<Recorded, DeskError> {
        self.record(brought.submission()?).await
    }

    /// Records a proceeding that comes with documents and no papers.
    pub(crate) async fn bring_with(
        &self,
        conference: ConferenceId,
        step: Step,
        documents: Vec<(Document, Option<String>)>,
    ) -> Result<Recorded, DeskError> {
        let brought = Brought {
            documents,
            ..self.plain(&conference, step)?
        };
        self.bring(brought).await
    }

    pub(crate) fn plain(
        &self,
        conference: &ConferenceId,
        step: Step,
    ) -> Result<Brought, DeskError> {
        Ok(Brought {
            id: self.mark()?,
            conference: conference.clone(),
            step,
            reached: self.now(),
            documents: Vec::new(),
            envelopes: Vec::new(),
        })
    }
}
