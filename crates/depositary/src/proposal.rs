//! Proposals, answers and positions: their words go into the drawer under a commitment, the act into the
//! log; and only those to whom they are addressed read them before the round is published.

use alloc::collections::BTreeSet;

use sponsio_law::conference::{
    Acknowledged, Amendment, Answer, Answered, CoSponsored, Conference, Conveyed, Disposed,
    Outcome, Paper, Position, PositionTaken, Proposal, Step, Subject, Tabled, Withdrawn,
};
use sponsio_record::{ActId, Commitment, ConferenceId, Digest, ParticipantId};
use sponsio_text::{Language, Position as Stance};

use crate::conference::Brought;
use crate::desk::Depositary;
use crate::failure::{DeskError, Fatal, Unfit};
use crate::store::Envelope;
use crate::submission::Recorded;

/// What is asked to table a proposal.
#[derive(Clone)]
pub struct Table {
    /// The conference.
    pub conference: ConferenceId,
    /// The round.
    pub round: String,
    /// Who tables it.
    pub participant: ParticipantId,
    /// Whether the chair tables it for the delegation.
    pub through_chair: bool,
    /// To whom it is addressed; `None` means all delegations.
    pub to: Option<BTreeSet<ParticipantId>>,
    /// Who is asked to join it.
    pub co_sponsors: BTreeSet<ParticipantId>,
    /// The proposal of the same delegation that it replaces.
    pub supersedes: Option<ActId>,
    /// The proposal to which it replies.
    pub in_reply_to: Option<ActId>,
    /// The language of its words.
    pub language: Language,
    /// What it would change.
    pub operations: Vec<Amendment>,
    /// Why.
    pub reason: String,
}

/// What is asked to answer a proposal.
#[derive(Clone)]
pub struct AnswerProposal {
    /// The conference.
    pub conference: ConferenceId,
    /// The proposal.
    pub of: ActId,
    /// Who answers.
    pub participant: ParticipantId,
    /// What it says to the proposal.
    pub stance: Stance,
    /// Its words.
    pub text: String,
}

/// What is asked to take a position.
#[derive(Clone)]
pub struct TakePosition {
    /// The conference.
    pub conference: ConferenceId,
    /// The round.
    pub round: String,
    /// Who takes it.
    pub participant: ParticipantId,
    /// What it says.
    pub stance: Stance,
    /// Of what.
    pub on: Subject,
}

/// What a delegation does to a proposal without further words.
#[derive(Debug, Clone)]
pub struct OnProposal {
    /// The conference.
    pub conference: ConferenceId,
    /// The proposal.
    pub of: ActId,
    /// Whose act it is.
    pub participant: ParticipantId,
}

/// What is asked to dispose of a proposal.
#[derive(Debug, Clone)]
pub struct Dispose {
    /// The conference.
    pub conference: ConferenceId,
    /// The proposal.
    pub of: ActId,
    /// What became of it.
    pub outcome: Outcome,
    /// The revision that took it in.
    pub revision: Option<Digest>,
    /// Why.
    pub reason: String,
}

/// Who asks to read papers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reader {
    /// Anybody: what the public log shows.
    Public,
    /// A delegation.
    Delegation(ParticipantId),
    /// The chair or the secretariat.
    Presidency,
}

impl Table {
    /// Returns the act that commits to its paper.
    fn step(self, paper: Commitment) -> Step {
        Step::Tabled(Tabled {
            round: self.round,
            participant: self.participant,
            through_chair: self.through_chair,
            paper,
            supersedes: self.supersedes,
            in_reply_to: self.in_reply_to,
        })
    }
}

impl Depositary {
    /// Tables a proposal.
    pub async fn table(&self, request: Table) -> Result<Recorded, DeskError> {
        self.bring(self.tabled(request)?).await
    }

    pub(crate) fn tabled(&self, request: Table) -> Result<Brought, DeskError> {
        let id = self.mark()?;
        let paper = Paper::Proposal(self.proposal(id, &request)?);
        let conference = request.conference.clone();
        self.sealed(id, conference, &paper, |paper| request.step(paper))
    }

    /// Says whether a proposal would be received now; nothing is written.
    pub fn preview_table(&self, request: &Table) -> Result<(), DeskError> {
        let id = self.mark()?;
        let paper = Paper::Proposal(self.proposal(id, request)?);
        let bytes = paper.write().map_err(|fault| Unfit::Filing(fault.into()))?;
        // What is not recorded is sealed under no salt that is kept.
        let step = request.clone().step(Commitment::of(&[0; 32], &bytes));
        self.preview_proceeding(&request.conference, step.clone())?;
        let (held, now) = (self.held(&request.conference)?, self.now());
        held.examine_paper(id, &step, &paper, now)
            .map_err(|ground| DeskError::Conference(Box::new(held.refusal(&step, now, ground))))
    }

    fn proposal(&self, id: ActId, request: &Table) -> Result<Proposal, DeskError> {
        let held = self.held(&request.conference)?;
        let round = held.round(&request.round);
        // A round that is not there is for the law to refuse; its base does not matter then.
        let base = round.map_or(Digest::of(b""), |round| round.opened.base);
        Ok(Proposal {
            conference: request.conference.clone(),
            act: id,
            round: request.round.clone(),
            by: request.participant.clone(),
            co_sponsors: request.co_sponsors.clone(),
            to: request.to.clone(),
            base,
            language: request.language.clone(),
            operations: request.operations.clone(),
            reason: request.reason.clone(),
        })
    }

    /// Answers a proposal.
    pub async fn answer(&self, request: AnswerProposal) -> Result<Recorded, DeskError> {
        self.bring(self.answered(request).await?).await
    }

    pub(crate) async fn answered(&self, request: AnswerProposal) -> Result<Brought, DeskError> {
        let (id, conference) = (self.mark()?, request.conference);
        self.addressed(&conference, request.of, &request.participant)
            .await?;
        let paper = Paper::Answer(Answer {
            conference: conference.clone(),
            act: id,
            of: request.of,
            by: request.participant.clone(),
            stance: request.stance,
            text: request.text,
        });
        self.sealed(id, conference, &paper, |paper| {
            Step::Answered(Answered {
                of: request.of,
                participant: request.participant,
                paper,
            })
        })
    }

    /// Takes a position on a proposal or on a reading.
    pub async fn take_position(&self, request: TakePosition) -> Result<Recorded, DeskError> {
        self.bring(self.position_taken(request).await?).await
    }

    pub(crate) async fn position_taken(&self, request: TakePosition) -> Result<Brought, DeskError> {
        let (id, conference) = (self.mark()?, request.conference);
        if let Subject::Proposal(of) = request.on {
            self.addressed(&conference, of, &request.participant)
                .await?;
        }
        let paper = Paper::Position(Position {
            conference: conference.clone(),
            act: id,
            by: request.participant.clone(),
            stance: request.stance,
            on: request.on,
        });
        self.sealed(id, conference, &paper, |paper| {
            Step::Position(PositionTaken {
                round: request.round,
                participant: request.participant,
                paper,
            })
        })
    }

    /// Records that a proposal was conveyed to its addressees.
    pub async fn convey(
        &self,
        conference: &ConferenceId,
        of: ActId,
        to: BTreeSet<ParticipantId>,
    ) -> Result<Recorded, DeskError> {
        for code in &to {
            self.addressed(conference, of, code).await?;
        }
        self.proceed(conference, Step::Conveyed(Conveyed { of, to }))
            .await
    }

    /// Records that an addressee acknowledges a proposal.
    pub async fn acknowledge(&self, request: OnProposal) -> Result<Recorded, DeskError> {
        let OnProposal {
            conference,
            of,
            participant,
        } = request;
        self.addressed(&conference, of, &participant).await?;
        let step = Step::Acknowledged(Acknowledged { of, participant });
        self.proceed(&conference, step).await
    }

    /// Records that a delegation joins a proposal.
    pub async fn co_sponsor(&self, request: OnProposal) -> Result<Recorded, DeskError> {
        let OnProposal {
            conference,
            of,
            participant,
        } = request;
        self.addressed(&conference, of, &participant).await?;
        let step = Step::CoSponsored(CoSponsored { of, participant });
        self.proceed(&conference, step).await
    }

    /// Records that a sponsor withdraws.
    pub async fn withdraw_proposal(
        &self,
        request: OnProposal,
        reason: String,
    ) -> Result<Recorded, DeskError> {
        let step = Step::Withdrawn(Withdrawn {
            of: request.of,
            participant: request.participant,
            reason,
        });
        self.proceed(&request.conference, step).await
    }

    /// Disposes of a proposal.
    pub async fn dispose(&self, request: Dispose) -> Result<Recorded, DeskError> {
        let step = Step::Disposed(Disposed {
            of: request.of,
            outcome: request.outcome,
            revision: request.revision,
            reason: request.reason,
        });
        self.proceed(&request.conference, step).await
    }

    /// Returns a conference with the papers that a reader may read now.
    pub async fn view(
        &self,
        conference: &ConferenceId,
        reader: &Reader,
    ) -> Result<Conference, DeskError> {
        let held = self.held(conference)?;
        let mut view = held.clone();
        if *reader == Reader::Public {
            return Ok(view);
        }
        let now = self.now();
        for (of, commitment) in held.papers() {
            let Some((envelope, paper)) = self.paper(commitment).await? else {
                continue;
            };
            let may = match reader {
                Reader::Public => false,
                Reader::Presidency => true,
                Reader::Delegation(code) => held.may_read(of, &paper, code, now),
            };
            if may {
                view.disclose(of, &envelope.salt, &envelope.bytes)
                    .map_err(|_| Unfit::Paper(of))?;
            }
        }
        Ok(view)
    }

    /// Returns the words of one paper, if the reader may read them now.
    pub async fn read_paper(
        &self,
        conference: &ConferenceId,
        of: ActId,
        reader: &Reader,
    ) -> Result<Option<Paper>, DeskError> {
        let held = self.held(conference)?;
        let Some((_, commitment)) = held.paper_of(of) else {
            return Err(Unfit::Paper(of).into());
        };
        let Some((_, paper)) = self.paper(commitment).await? else {
            return Ok(None);
        };
        let may = match reader {
            Reader::Public => false,
            Reader::Presidency => true,
            Reader::Delegation(code) => held.may_read(of, &paper, code, self.now()),
        };
        Ok(may.then_some(paper))
    }

    /// Returns the conference of this identifier.
    pub(crate) fn held(&self, conference: &ConferenceId) -> Result<Conference, DeskError> {
        let state = self.state();
        let held = state.register.conference(conference);
        let held = held.ok_or_else(|| Unfit::NoSuchConference(conference.clone()))?;
        Ok(Conference::clone(held))
    }

    /// What the public act cannot show is asked of the paper: whether a delegation may take it up.
    pub(crate) async fn addressed(
        &self,
        conference: &ConferenceId,
        of: ActId,
        code: &ParticipantId,
    ) -> Result<(), DeskError> {
        let held = self.held(conference)?;
        let Some((_, commitment)) = held.paper_of(of) else {
            // That there is no such proposal is for the law to say.
            return Ok(());
        };
        let paper = self.paper(commitment).await?;
        match paper {
            Some((_, paper)) if !held.may_read(of, &paper, code, self.now()) => {
                Err(Unfit::NotAddressed(of, code.clone()).into())
            }
            _ => Ok(()),
        }
    }

    /// Returns what lies behind a commitment, unless it was erased.
    pub(crate) async fn paper(
        &self,
        commitment: Commitment,
    ) -> Result<Option<(Envelope, Paper)>, DeskError> {
        let envelope = self.house.drawer.get(commitment.digest()).await;
        let Some(envelope) = envelope.map_err(Fatal::from)? else {
            return Ok(None);
        };
        // A fault is not shown: its message would name what is confidential.
        let paper = Paper::from_bytes(&envelope.bytes)
            .map_err(|_| Fatal::Storage("an envelope in the drawer holds no paper".to_owned()))?;
        Ok(Some((envelope, paper)))
    }

    /// Seals a paper under a fresh salt, with the act that commits to it; both enter in one transaction,
    /// or neither.
    fn sealed(
        &self,
        id: ActId,
        conference: ConferenceId,
        paper: &Paper,
        step: impl FnOnce(Commitment) -> Step,
    ) -> Result<Brought, DeskError> {
        let (salt, bytes) = self.salted(paper)?;
        let commitment = Commitment::of(&salt, &bytes);
        Ok(Brought {
            id,
            conference,
            step: step(commitment),
            reached: self.now(),
            documents: Vec::new(),
            envelopes: vec![Envelope::of(salt, bytes)],
        })
    }

    /// Returns a fresh salt, and the bytes of a paper.
    pub(crate) fn salted(&self, paper: &Paper) -> Result<([u8; 32], Vec<u8>), DeskError> {
        let mut salt = [0; 32];
        self.house.chance.fill(&mut salt).map_err(Fatal::from)?;
        let bytes = paper.write().map_err(|fault| Unfit::Filing(fault.into()))?;
        Ok((salt, bytes))
    }
}
