//! What somebody would do at a conference, drawn up before it is asserted over: the bytes that a passkey
//! is bound to are the bytes that are recorded, but for the instant of receipt. That is not the word of
//! whoever acts: the desk says it when the assertion is there, since time limits are kept by the second.

use sponsio_law::conference::{Acknowledged, CoSponsored, Paper, RoundPublished, Step};
use sponsio_law::filing::{Filing, Matter};
use sponsio_record::{ActId, ConferenceId, Digest, Instant, read};

use crate::conference::Brought;
use crate::desk::Depositary;
use crate::failure::{DeskError, Unfit};
use crate::proposal::{AnswerProposal, OnProposal, Table, TakePosition};
use crate::round::OpenRound;
use crate::silence::StartSilence;
use crate::store::Envelope;
use crate::submission::Recorded;

/// The instant of receipt of what was not received yet: 1970-01-01T00:00:00Z.
fn not_received() -> Instant {
    Instant::from_seconds(0).unwrap_or(Instant::MIN)
}

/// What somebody would do at a conference.
#[derive(Clone)]
pub enum Intent {
    /// Table a proposal.
    Table(Table),
    /// Answer a proposal.
    Answer(AnswerProposal),
    /// Take a position.
    Position(TakePosition),
    /// Acknowledge a proposal.
    Acknowledge(OnProposal),
    /// Join a proposal.
    Join(OnProposal),
    /// Open a round.
    OpenRound(OpenRound),
    /// Start a silence procedure.
    StartSilence(StartSilence),
    /// Another step, which comes with nothing else.
    Plain(ConferenceId, Step),
}

/// A proceeding that was drawn up and waits for its assertion.
#[derive(Clone)]
pub struct Pending(Brought);

impl Pending {
    /// Returns the exact bytes of the act, received at 1970-01-01T00:00:00Z.
    pub fn act(&self) -> Result<Vec<u8>, DeskError> {
        let written = self.0.filing().write();
        Ok(written.map_err(|fault| Unfit::Filing(fault.into()))?)
    }

    /// Returns the mark that the act has.
    pub const fn mark(&self) -> ActId {
        self.0.id
    }

    /// Returns what lies behind its commitment; confidential.
    pub fn envelopes(&self) -> &[Envelope] {
        &self.0.envelopes
    }

    /// Returns the digest to which the assertion over a recorded proceeding was bound.
    pub fn digest_of(recorded: &[u8]) -> Result<Digest, DeskError> {
        let filing = filing(recorded)?;
        let Matter::Proceeding(mut proceeding) = filing.matter else {
            return Err(Unfit::NoSuchAct(filing.id.to_string()).into());
        };
        proceeding.received = not_received();
        let filing = Filing {
            matter: Matter::Proceeding(proceeding),
            ..filing
        };
        let written = filing.write();
        let written = written.map_err(|fault| Unfit::Filing(fault.into()))?;
        Ok(Digest::of(&written))
    }
}

impl core::fmt::Debug for Pending {
    /// Names the act only: what is confidential never reaches a message.
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_tuple("Pending").field(&self.0.id).finish()
    }
}

fn filing(act: &[u8]) -> Result<Filing, DeskError> {
    let record = read(act).map_err(|fault| Unfit::Filing(fault.into()))?;
    let filing = Filing::read(record.object()).map_err(|error| Unfit::Filing(error.into()))?;
    Ok(filing)
}

impl Depositary {
    /// Draws up what somebody would do; nothing is written. A refusal is the one that recording it now
    /// would meet.
    pub async fn prepare(&self, intent: Intent) -> Result<Pending, DeskError> {
        let drawn = match intent {
            Intent::Table(request) => self.tabled(request)?,
            Intent::Answer(request) => self.answered(request).await?,
            Intent::Position(request) => self.position_taken(request).await?,
            Intent::Acknowledge(on) => {
                self.addressed(&on.conference, on.of, &on.participant)
                    .await?;
                let step = Step::Acknowledged(Acknowledged {
                    of: on.of,
                    participant: on.participant,
                });
                self.plain(&on.conference, step)?
            }
            Intent::Join(on) => {
                self.addressed(&on.conference, on.of, &on.participant)
                    .await?;
                let step = Step::CoSponsored(CoSponsored {
                    of: on.of,
                    participant: on.participant,
                });
                self.plain(&on.conference, step)?
            }
            Intent::OpenRound(request) => {
                let conference = request.conference.clone();
                let step = self.round_opened(request)?;
                self.plain(&conference, step)?
            }
            Intent::StartSilence(request) => {
                let conference = request.conference.clone();
                let step = self.silence_started(request)?;
                self.plain(&conference, step)?
            }
            Intent::Plain(conference, step) => self.plain(&conference, step)?,
        };
        self.examined(&drawn)?;
        Ok(Pending(Brought {
            reached: not_received(),
            ..drawn
        }))
    }

    /// Draws up the acts that publish a round; nothing is written.
    pub async fn prepare_publication(
        &self,
        conference: &ConferenceId,
        round: &str,
    ) -> Result<Vec<Pending>, DeskError> {
        let (earlier, last) = self.publication(conference, round).await?;
        // What the later ones need is there when the earlier ones are recorded.
        self.examined(earlier.first().unwrap_or(&last))?;
        let acts = earlier.into_iter().chain([last]);
        let pending = acts.map(|act| {
            Pending(Brought {
                reached: not_received(),
                ..act
            })
        });
        Ok(pending.collect())
    }

    fn examined(&self, drawn: &Brought) -> Result<(), DeskError> {
        let Matter::Proceeding(proceeding) = drawn.filing().matter else {
            return Ok(());
        };
        let register = &self.state().register;
        register
            .examine_proceeding(drawn.id, &proceeding)
            .map_err(DeskError::Conference)?;
        for envelope in &drawn.envelopes {
            let paper = Paper::from_bytes(&envelope.bytes).map_err(|_| Unfit::Paper(drawn.id))?;
            let held = self.held(&drawn.conference)?;
            held.examine_paper(drawn.id, &drawn.step, &paper, drawn.reached)
                .map_err(|ground| {
                    let refusal = held.refusal(&drawn.step, drawn.reached, ground);
                    DeskError::Conference(Box::new(refusal))
                })?;
        }
        Ok(())
    }

    /// Returns what was drawn up, from its exact bytes and what lies behind its commitment. Openings that a
    /// publication names are taken from the drawer.
    pub async fn resume(&self, act: &[u8], envelopes: Vec<Envelope>) -> Result<Pending, DeskError> {
        let filing = filing(act)?;
        let id = filing.id;
        let Matter::Proceeding(proceeding) = filing.matter else {
            return Err(Unfit::NoSuchAct(id.to_string()).into());
        };
        let conference = proceeding.conference;
        let mut documents = Vec::new();
        if let Step::RoundPublished(RoundPublished { disclosed, .. }) = &proceeding.step
            && !filing.documents.is_empty()
        {
            let held = self.held(&conference)?;
            for one in disclosed {
                let opening = self.opening_of(&held, one.of).await?;
                documents.push((opening.ok_or(Unfit::Paper(one.of))?, None));
            }
        }
        let pending = Pending(Brought {
            id,
            conference,
            step: proceeding.step,
            reached: not_received(),
            documents,
            envelopes,
        });
        // What is recorded must be what was asserted over.
        if pending.act()? != act {
            return Err(Unfit::Paper(id).into());
        }
        Ok(pending)
    }

    /// Records what was drawn up: it is received now. The log names the pseudonym of whoever asserted.
    pub async fn carry(&self, pending: Pending, officer: &str) -> Result<Recorded, DeskError> {
        let brought = Brought {
            reached: self.now(),
            ..pending.0
        };
        let mut submission = brought.submission()?;
        submission.by.officer = Some(officer.to_owned());
        self.record(submission).await
    }
}
