//! Rounds: opened, closed, published, archived.

use alloc::collections::BTreeSet;

use sponsio_law::conference::{
    Audience, Disclosed, RoundArchived, RoundClosed, RoundOpened, RoundPublished, Step,
};
use sponsio_record::{ConferenceId, Digest, Instant, Opening};
use sponsio_text::ProvisionId;

use crate::conference::Brought;
use crate::desk::Depositary;
use crate::failure::{DeskError, Fatal, Unfit};
use crate::store::Document;
use crate::submission::Recorded;

/// The most papers that one act discloses: an entry has at most 65,535 bytes.
const AT_ONCE: usize = 150;

/// What is asked to open a round.
#[derive(Debug, Clone)]
pub struct OpenRound {
    /// The conference.
    pub conference: ConferenceId,
    /// Its name.
    pub round: String,
    /// The revision on which proposals are made; absent: the present one.
    pub base: Option<Digest>,
    /// The provisions that are open; none named means all.
    pub scope: BTreeSet<ProvisionId>,
    /// The instant at which it closes.
    pub closes: Instant,
}

impl Depositary {
    /// Opens a round.
    pub async fn open_round(&self, request: OpenRound) -> Result<Recorded, DeskError> {
        let conference = request.conference.clone();
        let step = self.round_opened(request)?;
        self.proceed(&conference, step).await
    }

    pub(crate) fn round_opened(&self, request: OpenRound) -> Result<Step, DeskError> {
        let held = self.held(&request.conference)?;
        // Where there is no text yet, no revision is the base: the law says so.
        let present = held.revision().copied().unwrap_or(Digest::of(b""));
        Ok(Step::RoundOpened(RoundOpened {
            round: request.round,
            base: request.base.unwrap_or(present),
            scope: request.scope,
            closes: request.closes,
        }))
    }

    /// Closes a round: what was tabled is frozen.
    pub async fn close_round(
        &self,
        conference: &ConferenceId,
        round: &str,
    ) -> Result<Recorded, DeskError> {
        let round = round.to_owned();
        self.proceed(conference, Step::RoundClosed(RoundClosed { round }))
            .await
    }

    /// Publishes a round as the rules of procedure say: every paper of it is disclosed, except what was
    /// withdrawn. Returns the last of the acts.
    pub async fn publish_round(
        &self,
        conference: &ConferenceId,
        round: &str,
    ) -> Result<Recorded, DeskError> {
        let (earlier, last) = self.publication(conference, round).await?;
        for act in earlier {
            self.bring(act).await?;
        }
        self.bring(last).await
    }

    /// Returns the acts that publish a round: the last, and others before it where one cannot name all
    /// papers.
    pub(crate) async fn publication(
        &self,
        conference: &ConferenceId,
        round: &str,
    ) -> Result<(Vec<Brought>, Brought), DeskError> {
        let held = self.held(conference)?;
        let to = held.convened.rules.publication;
        let done: BTreeSet<_> = held
            .round(round)
            .into_iter()
            .flat_map(|round| round.disclosed.iter().map(|disclosed| disclosed.of))
            .collect();
        let mut openings = Vec::new();
        for of in held.papers_of(round) {
            if held.may_stay_sealed(of) || done.contains(&of) {
                continue;
            }
            if let Some(opening) = self.opening_of(&held, of).await? {
                openings.push((of, opening));
            }
        }
        let mut earlier = Vec::new();
        let mut rest = openings.as_slice();
        loop {
            let (now, later) = rest.split_at(rest.len().min(AT_ONCE));
            rest = later;
            let more = !rest.is_empty();
            let disclosed = now.iter().map(|(of, opening)| Disclosed {
                of: *of,
                opening: opening.digest,
            });
            let step = Step::RoundPublished(RoundPublished {
                round: round.to_owned(),
                to,
                disclosed: disclosed.collect(),
                more,
            });
            let documents = now.iter().map(|(_, opening)| (opening.clone(), None));
            let act = Brought {
                id: self.mark()?,
                conference: conference.clone(),
                step,
                reached: self.now(),
                documents: match to {
                    Audience::Public => documents.collect(),
                    Audience::Participants => Vec::new(),
                },
                envelopes: Vec::new(),
            };
            if !more {
                return Ok((earlier, act));
            }
            earlier.push(act);
        }
    }

    /// Archives a round: every proposal of it has its disposition.
    pub async fn archive_round(
        &self,
        conference: &ConferenceId,
        round: &str,
    ) -> Result<Recorded, DeskError> {
        let round = round.to_owned();
        self.proceed(conference, Step::RoundArchived(RoundArchived { round }))
            .await
    }

    /// Returns the opening of a paper as a document, unless it was erased.
    pub(crate) async fn opening_of(
        &self,
        held: &sponsio_law::conference::Conference,
        of: sponsio_record::ActId,
    ) -> Result<Option<Document>, DeskError> {
        let Some((_, commitment)) = held.paper_of(of) else {
            return Ok(None);
        };
        let envelope = self.house.drawer.get(commitment.digest()).await;
        let Some(envelope) = envelope.map_err(Fatal::from)? else {
            return Ok(None);
        };
        let found = self.house.store.find_act(&of).await.map_err(Fatal::from)?;
        let (seq, _) = found.ok_or(Unfit::Paper(of))?;
        let opening = Opening {
            seq,
            salt: envelope.salt,
            bytes: envelope.bytes,
        };
        let bytes = opening
            .write()
            .map_err(|fault| Unfit::Filing(fault.into()))?;
        Ok(Some(Document::of("application/json", bytes)))
    }
}
