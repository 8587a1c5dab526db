//! Rounds: opened over a revision, closed, published, archived. A round is archived only when every
//! proposal of it has its disposition.

use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec::Vec;

use sponsio_record::{ActId, Digest, Draft, FieldError, Fields, Instant, Value};
use sponsio_text::ProvisionId;

use crate::conference::deed::{Deed, Form, list, owned, provision};
use crate::conference::{Conference, Disclosed, Doing, Ground};

/// A round opens for proposals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundOpened {
    /// Its name, unique in the conference.
    pub round: String,
    /// The revision on which proposals are made.
    pub base: Digest,
    /// The provisions that are open for proposals; none named means all.
    pub scope: BTreeSet<ProvisionId>,
    /// The instant at which it closes: a proposal must be received before it.
    pub closes: Instant,
}

/// A round closes: what was tabled is frozen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundClosed {
    /// The round.
    pub round: String,
}

/// A round is archived.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundArchived {
    /// The round.
    pub round: String,
}

/// How far a round has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RoundState {
    /// Proposals are received.
    Open,
    /// What was tabled is frozen.
    Closed,
    /// What was tabled is disclosed.
    Published,
    /// Every proposal has its disposition.
    Archived,
}

/// A round as its proceedings leave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Round {
    /// What it was opened with.
    pub opened: RoundOpened,
    /// When it was opened.
    pub opened_at: Instant,
    /// When it was closed, by act.
    pub closed_at: Option<Instant>,
    /// What was disclosed.
    pub disclosed: Vec<Disclosed>,
    /// When it was published.
    pub published: Option<Instant>,
    /// When it was archived.
    pub archived_at: Option<Instant>,
}

impl Round {
    /// Returns how far it has come at an instant: a deadline closes it because it has passed.
    pub fn state(&self, at: Instant) -> RoundState {
        if self.archived_at.is_some() {
            RoundState::Archived
        } else if self.published.is_some() {
            RoundState::Published
        } else if self.closed_at.is_some() || self.opened.closes <= at {
            RoundState::Closed
        } else {
            RoundState::Open
        }
    }
}

impl Deed for RoundOpened {
    const KIND: &'static str = "round-opened";

    fn write(&self, form: &mut Form) {
        form.text("round", &self.round);
        form.digest("base", &self.base);
        form.names("scope", &self.scope);
        form.draft("closes", Draft::instant(self.closes));
    }

    fn read(fields: &mut Fields<'_, '_>) -> Result<Self, FieldError> {
        Ok(Self {
            round: fields.required("round", owned)?,
            base: fields.required("base", Value::digest)?,
            scope: list(fields, "scope", provision)?.into_iter().collect(),
            closes: fields.required("closes", Value::instant)?,
        })
    }

    fn examine(&self, conference: &Conference, doing: &Doing) -> Result<(), Ground> {
        conference.not_adopted()?;
        if conference.round(&self.round).is_some() {
            return Err(Ground::RoundExists(self.round.clone()));
        }
        let mut rounds = conference.rounds.iter();
        if let Some(open) = rounds.find(|round| round.closed_at.is_none()) {
            return Err(Ground::RoundStillOpen(open.opened.round.clone()));
        }
        if conference.revision != Some(self.base) {
            return Err(Ground::UnknownBase(self.base));
        }
        if self.closes <= doing.at {
            return Err(Ground::NotLater(self.closes));
        }
        for id in &self.scope {
            conference.known(*id)?;
        }
        Ok(())
    }

    fn apply(&self, conference: &mut Conference, doing: &Doing) {
        conference.rounds.push(Round {
            opened: self.clone(),
            opened_at: doing.at,
            closed_at: None,
            disclosed: Vec::new(),
            published: None,
            archived_at: None,
        });
    }
}

impl Deed for RoundClosed {
    const KIND: &'static str = "round-closed";

    fn write(&self, form: &mut Form) {
        form.text("round", &self.round);
    }

    fn read(fields: &mut Fields<'_, '_>) -> Result<Self, FieldError> {
        Ok(Self {
            round: fields.required("round", owned)?,
        })
    }

    fn examine(&self, conference: &Conference, _: &Doing) -> Result<(), Ground> {
        let round = conference.existing_round(&self.round)?;
        if round.closed_at.is_some() {
            return Err(Ground::RoundClosed(self.round.clone()));
        }
        Ok(())
    }

    fn apply(&self, conference: &mut Conference, doing: &Doing) {
        if let Some(round) = conference.round_mut(&self.round) {
            round.closed_at = Some(doing.at);
        }
    }
}

impl Deed for RoundArchived {
    const KIND: &'static str = "round-archived";

    fn write(&self, form: &mut Form) {
        form.text("round", &self.round);
    }

    fn read(fields: &mut Fields<'_, '_>) -> Result<Self, FieldError> {
        Ok(Self {
            round: fields.required("round", owned)?,
        })
    }

    fn examine(&self, conference: &Conference, doing: &Doing) -> Result<(), Ground> {
        let round = conference.existing_round(&self.round)?;
        match round.state(doing.at) {
            RoundState::Published => {}
            RoundState::Archived => return Err(Ground::RoundArchived(self.round.clone())),
            RoundState::Open | RoundState::Closed => {
                return Err(Ground::NotPublished(self.round.clone()));
            }
        }
        let missing = conference.without_disposition(&self.round);
        if missing.is_empty() {
            return Ok(());
        }
        Err(Ground::DispositionMissing(missing))
    }

    fn apply(&self, conference: &mut Conference, doing: &Doing) {
        if let Some(round) = conference.round_mut(&self.round) {
            round.archived_at = Some(doing.at);
        }
    }
}

impl Conference {
    /// Returns the rounds in the order in which they were opened.
    pub fn rounds(&self) -> &[Round] {
        &self.rounds
    }

    /// Returns the round of this name.
    pub fn round(&self, name: &str) -> Option<&Round> {
        self.rounds.iter().find(|round| round.opened.round == name)
    }

    /// Returns the proposals of a round that have no disposition yet, in the order of tabling.
    pub fn without_disposition(&self, round: &str) -> Vec<ActId> {
        let proposals = self.proposals.iter();
        proposals
            .filter(|proposal| proposal.tabled.round == round && proposal.end.is_none())
            .map(|proposal| proposal.id)
            .collect()
    }

    pub(crate) fn round_mut(&mut self, name: &str) -> Option<&mut Round> {
        self.rounds
            .iter_mut()
            .find(|round| round.opened.round == name)
    }

    pub(crate) fn existing_round(&self, name: &str) -> Result<&Round, Ground> {
        self.round(name)
            .ok_or_else(|| Ground::NoSuchRound(name.into()))
    }

    /// The round receives proposals at this instant.
    pub(crate) fn open_round(&self, name: &str, at: Instant) -> Result<&Round, Ground> {
        let round = self.existing_round(name)?;
        if round.state(at) == RoundState::Open {
            return Ok(round);
        }
        Err(Ground::AfterClose {
            round: name.into(),
            closed: round.closed_at.unwrap_or(round.opened.closes),
        })
    }

    /// The text has the provision, in whichever language.
    pub(crate) fn known(&self, id: ProvisionId) -> Result<(), Ground> {
        if self.contents.keys().any(|place| place.provision == id) {
            return Ok(());
        }
        Err(Ground::NoSuchProvision(id))
    }
}

impl Round {
    /// Returns the instant at which it closed or will close.
    pub fn closing(&self) -> Instant {
        let closes = self.opened.closes;
        self.closed_at.map_or(closes, |closed| closed.min(closes))
    }
}
