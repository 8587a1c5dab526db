//! Proposals: tabled, conveyed, acknowledged, answered, joined, withdrawn, superseded, disposed of. None
//! is lost: every end is an act with its instant and reason.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec::Vec;

use sponsio_record::{
    ActId, Commitment, Digest, Draft, FieldError, Fields, Instant, ParticipantId, Value,
};
use sponsio_text::is_chair;

use crate::conference::deed::{
    Deed, Form, act, commitment, flag, list, of_an_act_by_a_delegation, owned, participant, said,
};
use crate::conference::publication::Sealed;
use crate::conference::rules::words;
use crate::conference::{Actor, Answer, Conference, Doing, Ground, Proposal, RoundState, Tabling};

/// A proposal is tabled. What it says lies behind the commitment until the round is published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tabled {
    /// The round.
    pub round: String,
    /// Who tables it; [`CHAIR`](sponsio_text::CHAIR) where it is the chair's own.
    pub participant: ParticipantId,
    /// Whether the chair tables it, for the delegation or as its own.
    pub through_chair: bool,
    /// The commitment to its paper ([`Paper::Proposal`](crate::conference::Paper::Proposal)).
    pub paper: Commitment,
    /// The proposal of the same delegation that it replaces.
    pub supersedes: Option<ActId>,
    /// The proposal to which it replies.
    pub in_reply_to: Option<ActId>,
}

/// A proposal is conveyed to those to whom it is addressed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conveyed {
    /// The proposal.
    pub of: ActId,
    /// To whom, where the rules of procedure let that be seen; nobody named means all addressees.
    pub to: BTreeSet<ParticipantId>,
}

/// An addressee acknowledges that it has a proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acknowledged {
    /// The proposal.
    pub of: ActId,
    /// Who acknowledges.
    pub participant: ParticipantId,
}

/// An addressee answers a proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    /// The proposal.
    pub of: ActId,
    /// Who answers.
    pub participant: ParticipantId,
    /// The commitment to its paper ([`Paper::Answer`](crate::conference::Paper::Answer)).
    pub paper: Commitment,
}

/// A delegation joins a proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoSponsored {
    /// The proposal.
    pub of: ActId,
    /// Who joins.
    pub participant: ParticipantId,
}

/// A sponsor withdraws. The proposal ends when its last sponsor does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withdrawn {
    /// The proposal.
    pub of: ActId,
    /// Who withdraws.
    pub participant: ParticipantId,
    /// Why, if it is said.
    pub reason: String,
}

/// A proposal is disposed of by the chair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disposed {
    /// The proposal.
    pub of: ActId,
    /// What became of it.
    pub outcome: Outcome,
    /// The revision that took it in; with `absorbed` only.
    pub revision: Option<Digest>,
    /// Why.
    pub reason: String,
}

words! {
    /// What the chair records as the end of a proposal.
    Outcome {
        /// A revision took it in.
        Absorbed = "absorbed",
        /// It was accepted, subject to confirmation by capitals.
        AcceptedAdReferendum = "accepted-ad-referendum",
        /// It was agreed.
        Agreed = "agreed",
        /// It found no agreement and is not pursued.
        NotPursued = "not-pursued",
    }
}

/// How a proposal ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum End {
    /// Its last sponsor withdrew it.
    Withdrawn,
    /// A later proposal of the same delegation took its place.
    Superseded(ActId),
    /// The chair disposed of it.
    Disposed(Disposed),
}

/// A proposal as its proceedings leave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TabledProposal {
    /// Its mark.
    pub id: ActId,
    /// What the public act says.
    pub tabled: Tabled,
    /// When it was received.
    pub at: Instant,
    /// Who stands behind it, each with the instant: the tabler and those who joined.
    pub sponsors: BTreeMap<ParticipantId, Instant>,
    /// When it was conveyed, and to whom if that is said.
    pub conveyed: Vec<(Instant, BTreeSet<ParticipantId>)>,
    /// Who has acknowledged it, and when.
    pub acknowledged: BTreeMap<ParticipantId, Instant>,
    /// The answers, by their marks.
    pub answers: Vec<(ParticipantId, ActId, Instant)>,
    /// What the answers say whose papers are at hand.
    pub answered: BTreeMap<ActId, Answer>,
    /// Who withdrew, when and why.
    pub withdrawals: Vec<(ParticipantId, Instant, String)>,
    /// How it ended, when and by which act.
    pub end: Option<(End, Instant, ActId)>,
    /// What it says, where its paper is at hand.
    pub paper: Option<Proposal>,
}

impl Deed for Tabled {
    const KIND: &'static str = "proposal-tabled";

    fn write(&self, form: &mut Form) {
        form.text("round", &self.round);
        form.named("participant", &self.participant);
        form.flag("through_chair", self.through_chair);
        form.digest("paper", self.paper.digest());
        form.some("supersedes", self.supersedes.as_ref(), mark);
        form.some("in_reply_to", self.in_reply_to.as_ref(), mark);
    }

    fn read(fields: &mut Fields<'_, '_>) -> Result<Self, FieldError> {
        Ok(Self {
            round: fields.required("round", owned)?,
            participant: fields.required("participant", participant)?,
            through_chair: flag(fields, "through_chair")?,
            paper: fields.required("paper", commitment)?,
            supersedes: fields.optional("supersedes", Value::act_id)?,
            in_reply_to: fields.optional("in_reply_to", Value::act_id)?,
        })
    }

    fn actor(&self) -> Actor<'_> {
        if self.through_chair {
            Actor::Presidency
        } else {
            Actor::Delegation(&self.participant)
        }
    }

    fn examine(&self, conference: &Conference, doing: &Doing) -> Result<(), Ground> {
        conference.not_adopted()?;
        // The chair's own readings are those of no delegation, and nobody else tables them.
        let is_of_chair = is_chair(&self.participant) && self.through_chair;
        if !is_of_chair && !conference.seated(&self.participant)?.tables {
            return Err(Ground::MayNotTable(self.participant.clone()));
        }
        if conference.convened.rules.tabling == Tabling::Chair && !self.through_chair {
            return Err(Ground::ThroughChair);
        }
        conference.receives(&self.round, &self.participant, doing.at)?;
        if let Some(of) = self.in_reply_to {
            conference.existing(of)?;
        }
        if let Some(of) = self.supersedes {
            let former = conference.live(of)?;
            if former.tabled.participant != self.participant {
                return Err(Ground::NotASponsor {
                    of,
                    code: self.participant.clone(),
                });
            }
        }
        Ok(())
    }

    fn apply(&self, conference: &mut Conference, doing: &Doing) {
        if let Some(of) = self.supersedes {
            conference.end(of, End::Superseded(doing.id), doing);
        }
        conference.seal(doing.id, &self.round, self.paper);
        let place = conference.proposals.len();
        conference.proposal_index.insert(doing.id, place);
        conference.proposals.push(TabledProposal {
            id: doing.id,
            tabled: self.clone(),
            at: doing.at,
            sponsors: BTreeMap::from([(self.participant.clone(), doing.at)]),
            conveyed: Vec::new(),
            acknowledged: BTreeMap::new(),
            answers: Vec::new(),
            answered: BTreeMap::new(),
            withdrawals: Vec::new(),
            end: None,
            paper: None,
        });
    }
}

impl Deed for Conveyed {
    const KIND: &'static str = "proposal-conveyed";

    fn write(&self, form: &mut Form) {
        form.named("of", &self.of);
        form.names("to", &self.to);
    }

    fn read(fields: &mut Fields<'_, '_>) -> Result<Self, FieldError> {
        Ok(Self {
            of: act(fields, "of")?,
            to: list(fields, "to", participant)?.into_iter().collect(),
        })
    }

    fn examine(&self, conference: &Conference, _: &Doing) -> Result<(), Ground> {
        let proposal = conference.live(self.of)?;
        for code in &self.to {
            conference.seated(code)?;
            proposal.addressed(code)?;
        }
        Ok(())
    }

    fn apply(&self, conference: &mut Conference, doing: &Doing) {
        if let Some(proposal) = conference.proposal_mut(self.of) {
            proposal.conveyed.push((doing.at, self.to.clone()));
        }
    }
}

impl Deed for Acknowledged {
    const KIND: &'static str = "proposal-acknowledged";

    of_an_act_by_a_delegation!();

    fn examine(&self, conference: &Conference, _: &Doing) -> Result<(), Ground> {
        conference.seated(&self.participant)?;
        let proposal = conference.existing(self.of)?;
        proposal.addressed(&self.participant)?;
        if proposal.acknowledged.contains_key(&self.participant) {
            return Err(Ground::AcknowledgedAlready(self.of));
        }
        Ok(())
    }

    fn apply(&self, conference: &mut Conference, doing: &Doing) {
        if let Some(proposal) = conference.proposal_mut(self.of) {
            let code = self.participant.clone();
            proposal.acknowledged.insert(code, doing.at);
        }
    }
}

impl Deed for Answered {
    const KIND: &'static str = "proposal-answered";

    fn write(&self, form: &mut Form) {
        form.named("of", &self.of);
        form.named("participant", &self.participant);
        form.digest("paper", self.paper.digest());
    }

    fn read(fields: &mut Fields<'_, '_>) -> Result<Self, FieldError> {
        Ok(Self {
            of: act(fields, "of")?,
            participant: fields.required("participant", participant)?,
            paper: fields.required("paper", commitment)?,
        })
    }

    fn actor(&self) -> Actor<'_> {
        Actor::Delegation(&self.participant)
    }

    fn examine(&self, conference: &Conference, doing: &Doing) -> Result<(), Ground> {
        conference.seated(&self.participant)?;
        let proposal = conference.live(self.of)?;
        proposal.addressed(&self.participant)?;
        conference.unpublished(&proposal.tabled.round, doing.at)
    }

    fn apply(&self, conference: &mut Conference, doing: &Doing) {
        let Some(proposal) = conference.proposal_mut(self.of) else {
            return;
        };
        let entry = (self.participant.clone(), doing.id, doing.at);
        proposal.answers.push(entry);
        let round = proposal.tabled.round.clone();
        conference.seal(doing.id, &round, self.paper);
    }
}

impl Deed for CoSponsored {
    const KIND: &'static str = "proposal-co-sponsored";

    of_an_act_by_a_delegation!();

    fn examine(&self, conference: &Conference, doing: &Doing) -> Result<(), Ground> {
        if !conference.seated(&self.participant)?.tables {
            return Err(Ground::MayNotTable(self.participant.clone()));
        }
        let proposal = conference.live(self.of)?;
        if proposal.sponsors.contains_key(&self.participant) {
            return Err(Ground::SponsorAlready(self.of));
        }
        conference.open_round(&proposal.tabled.round, doing.at)?;
        proposal.addressed(&self.participant)
    }

    fn apply(&self, conference: &mut Conference, doing: &Doing) {
        if let Some(proposal) = conference.proposal_mut(self.of) {
            let code = self.participant.clone();
            proposal.sponsors.insert(code, doing.at);
        }
    }
}

impl Deed for Withdrawn {
    const KIND: &'static str = "proposal-withdrawn";

    fn write(&self, form: &mut Form) {
        form.named("of", &self.of);
        form.named("participant", &self.participant);
        form.said("reason", &self.reason);
    }

    fn read(fields: &mut Fields<'_, '_>) -> Result<Self, FieldError> {
        Ok(Self {
            of: act(fields, "of")?,
            participant: fields.required("participant", participant)?,
            reason: said(fields, "reason")?,
        })
    }

    fn actor(&self) -> Actor<'_> {
        Actor::Delegation(&self.participant)
    }

    fn examine(&self, conference: &Conference, _: &Doing) -> Result<(), Ground> {
        let proposal = conference.live(self.of)?;
        if proposal.sponsors.contains_key(&self.participant) {
            return Ok(());
        }
        Err(Ground::NotASponsor {
            of: self.of,
            code: self.participant.clone(),
        })
    }

    fn apply(&self, conference: &mut Conference, doing: &Doing) {
        let Some(proposal) = conference.proposal_mut(self.of) else {
            return;
        };
        proposal.sponsors.remove(&self.participant);
        let entry = (self.participant.clone(), doing.at, self.reason.clone());
        proposal.withdrawals.push(entry);
        if proposal.sponsors.is_empty() {
            conference.end(self.of, End::Withdrawn, doing);
        }
    }
}

impl Deed for Disposed {
    const KIND: &'static str = "proposal-disposed";

    fn write(&self, form: &mut Form) {
        form.named("of", &self.of);
        form.text("outcome", self.outcome.label());
        form.some("revision", self.revision.as_ref(), Draft::digest);
        form.text("reason", &self.reason);
    }

    fn read(fields: &mut Fields<'_, '_>) -> Result<Self, FieldError> {
        Ok(Self {
            of: act(fields, "of")?,
            outcome: fields.required("outcome", Outcome::read)?,
            revision: fields.optional("revision", Value::digest)?,
            reason: fields.required("reason", owned)?,
        })
    }

    fn examine(&self, conference: &Conference, _: &Doing) -> Result<(), Ground> {
        conference.live(self.of)?;
        match (self.outcome, &self.revision) {
            (Outcome::Absorbed, Some(revision)) => {
                if !conference.has_revision(revision) {
                    return Err(Ground::UnknownBase(*revision));
                }
            }
            (Outcome::Absorbed, None) | (_, Some(_)) => return Err(Ground::RevisionOfOutcome),
            (_, None) => {}
        }
        if self.reason.trim().is_empty() {
            return Err(Ground::NoReason);
        }
        Ok(())
    }

    fn apply(&self, conference: &mut Conference, doing: &Doing) {
        conference.end(self.of, End::Disposed(self.clone()), doing);
    }
}

pub(crate) fn mark(id: &ActId) -> Draft {
    Draft::text(alloc::format!("{id}"))
}

impl TabledProposal {
    /// Returns who proposes it now: the first sponsor by instant, then by code. None after its end by
    /// withdrawal.
    pub fn proposer(&self) -> Option<&ParticipantId> {
        let sponsors = self.sponsors.iter();
        sponsors
            .min_by_key(|(code, at)| (**at, (*code).clone()))
            .map(|(code, _)| code)
    }

    /// The proposal is addressed to this delegation, as far as its paper is at hand to say so.
    fn addressed(&self, code: &ParticipantId) -> Result<(), Ground> {
        match &self.paper {
            Some(paper) if !paper.is_read_by(code) => Err(Ground::NotAddressed {
                of: self.id,
                code: code.clone(),
            }),
            _ => Ok(()),
        }
    }
}

impl Conference {
    /// Returns the proposals in the order of tabling.
    pub fn proposals(&self) -> &[TabledProposal] {
        &self.proposals
    }

    /// Returns the proposal of this mark.
    pub fn proposal(&self, of: ActId) -> Option<&TabledProposal> {
        self.proposals.get(*self.proposal_index.get(&of)?)
    }

    pub(crate) fn proposal_mut(&mut self, of: ActId) -> Option<&mut TabledProposal> {
        let place = *self.proposal_index.get(&of)?;
        self.proposals.get_mut(place)
    }

    pub(crate) fn existing(&self, of: ActId) -> Result<&TabledProposal, Ground> {
        self.proposal(of).ok_or(Ground::NoSuchProposal(of))
    }

    /// The proposal is there and has not ended.
    pub(crate) fn live(&self, of: ActId) -> Result<&TabledProposal, Ground> {
        let proposal = self.existing(of)?;
        match &proposal.end {
            None => Ok(proposal),
            Some((_, ended, _)) => Err(Ground::Ended { of, ended: *ended }),
        }
    }

    fn end(&mut self, of: ActId, end: End, doing: &Doing) {
        if let Some(proposal) = self.proposal_mut(of) {
            proposal.end = Some((end, doing.at, doing.id));
        }
    }

    pub(crate) fn seal(&mut self, of: ActId, round: &str, commitment: Commitment) {
        let sealed = Sealed {
            round: round.into(),
            commitment,
        };
        self.sealed.insert(of, sealed);
    }

    fn unpublished(&self, round: &str, at: Instant) -> Result<(), Ground> {
        match self.existing_round(round)?.state(at) {
            RoundState::Open | RoundState::Closed => Ok(()),
            RoundState::Published | RoundState::Archived => {
                Err(Ground::PublishedAlready(round.into()))
            }
        }
    }
}

impl TabledProposal {
    /// Whether it was live at an instant. What the chair disposes of at that very instant was.
    pub fn is_live(&self, at: Instant) -> bool {
        self.at <= at
            && match &self.end {
                None => true,
                Some((End::Disposed(_), ended, _)) => at <= *ended,
                Some((_, ended, _)) => at < *ended,
            }
    }

    /// Returns who stood behind it at an instant, and since when.
    pub(crate) fn sponsors_at(&self, at: Instant) -> BTreeMap<&ParticipantId, Instant> {
        let joined = self.sponsors.iter().filter(|(_, since)| **since <= at);
        let left = self.withdrawals.iter().filter(|(_, on, _)| at < *on);
        // Of who left, when it had joined is not kept.
        let left = left.map(|(code, _, _)| (code, self.at));
        left.chain(joined.map(|(code, since)| (code, *since)))
            .collect()
    }
}
