//! A round is published: what lay behind its commitments is disclosed, to the participants or to the
//! public. None is lost: each paper of the round is disclosed, or its proposal was withdrawn.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec::Vec;

use sponsio_record::{
    ActId, Commitment, Digest, Draft, FieldError, Fields, Instant, Opening, ParticipantId,
    SALT_BYTES, Value,
};

use crate::conference::deed::{Deed, Form, act, flag, list, owned};
use crate::conference::position::PositionPaper;
use crate::conference::proposal::mark;
use crate::conference::rules::words;
use crate::conference::{Conference, Doing, End, Ground, Paper, RoundState};

words! {
    /// To whom a round is published.
    Audience {
        /// To the delegations: the log shows that each paper is disclosed to them, and not what it says.
        Participants = "participants",
        /// To everybody: the openings are documents of the log.
        Public = "public",
    }
}

/// A round is published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundPublished {
    /// The round.
    pub round: String,
    /// To whom.
    pub to: Audience,
    /// What is disclosed: the act, and the digest of the opening of its paper.
    pub disclosed: Vec<Disclosed>,
    /// Whether more follows: what is too long for one act is published by several, and the round counts
    /// as published with the last.
    pub more: bool,
}

/// A paper that is disclosed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disclosed {
    /// The act that committed to it.
    pub of: ActId,
    /// The digest of the record `sponsio.opening/1` that holds salt and paper. The salt keeps it from
    /// being guessed.
    pub opening: Digest,
}

/// A paper that lies behind a commitment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sealed {
    pub(crate) round: String,
    pub(crate) commitment: Commitment,
}

impl Deed for RoundPublished {
    const KIND: &'static str = "round-published";

    fn write(&self, form: &mut Form) {
        form.text("round", &self.round);
        form.text("to", self.to.label());
        form.list("disclosed", &self.disclosed, |disclosed| {
            Draft::object([
                ("of", mark(&disclosed.of)),
                ("opening", Draft::digest(&disclosed.opening)),
            ])
        });
        form.flag("more", self.more);
    }

    fn read(fields: &mut Fields<'_, '_>) -> Result<Self, FieldError> {
        Ok(Self {
            round: fields.required("round", owned)?,
            to: fields.required("to", Audience::read)?,
            disclosed: list(fields, "disclosed", |value| {
                let mut fields = value.object()?.fields();
                let disclosed = Disclosed {
                    of: act(&mut fields, "of")?,
                    opening: fields.required("opening", Value::digest)?,
                };
                fields.finish()?;
                Ok(disclosed)
            })?,
            more: flag(fields, "more")?,
        })
    }

    fn examine(&self, conference: &Conference, doing: &Doing) -> Result<(), Ground> {
        let round = conference.existing_round(&self.round)?;
        match round.state(doing.at) {
            RoundState::Closed => {}
            RoundState::Open => return Err(Ground::RoundStillOpen(self.round.clone())),
            RoundState::Published | RoundState::Archived => {
                return Err(Ground::PublishedAlready(self.round.clone()));
            }
        }
        if self.to != conference.convened.rules.publication {
            return Err(Ground::OtherAudience(conference.convened.rules.publication));
        }
        let earlier = round.disclosed.iter().map(|disclosed| disclosed.of);
        let mut named: BTreeSet<ActId> = earlier.collect();
        for disclosed in &self.disclosed {
            let sealed = conference.sealed.get(&disclosed.of);
            if sealed.is_none_or(|sealed| sealed.round != self.round) {
                return Err(Ground::NothingSealed(disclosed.of));
            }
            if !named.insert(disclosed.of) {
                return Err(Ground::DisclosedTwice(disclosed.of));
            }
        }
        if self.more {
            return Ok(());
        }
        let lost: Vec<ActId> = conference
            .papers_of(&self.round)
            .filter(|of| !named.contains(of) && !conference.may_stay_sealed(*of))
            .collect();
        if lost.is_empty() {
            return Ok(());
        }
        Err(Ground::Undisclosed(lost))
    }

    fn apply(&self, conference: &mut Conference, doing: &Doing) {
        if let Some(round) = conference.round_mut(&self.round) {
            round.closed_at = round.closed_at.or(Some(doing.at));
            round.disclosed.extend(self.disclosed.iter().cloned());
            if !self.more {
                round.published = Some(doing.at);
            }
        }
    }
}

impl Conference {
    /// Returns the acts of a round behind whose commitments papers lie.
    pub fn papers_of<'a>(&'a self, round: &'a str) -> impl Iterator<Item = ActId> + 'a {
        let sealed = self.sealed.iter();
        sealed
            .filter(move |(_, sealed)| sealed.round == round)
            .map(|(of, _)| *of)
    }

    /// Returns the round and the commitment of an act behind whose commitment a paper lies.
    pub fn paper_of(&self, of: ActId) -> Option<(&str, Commitment)> {
        let sealed = self.sealed.get(&of)?;
        Some((&sealed.round, sealed.commitment))
    }

    /// Whether a delegation may read a paper at an instant: after its round is published every delegation
    /// may; before, of a proposal its author and those to whom it is addressed, of an answer its author
    /// and the sponsors of the proposal, of a position its author.
    pub fn may_read(&self, of: ActId, paper: &Paper, code: &ParticipantId, at: Instant) -> bool {
        let round = self
            .sealed
            .get(&of)
            .and_then(|sealed| self.round(&sealed.round));
        let published = round.is_some_and(|round| {
            round.state(at) >= RoundState::Published
                && round.disclosed.iter().any(|disclosed| disclosed.of == of)
        });
        if self.seat(code).is_none() {
            return false;
        }
        published
            || match paper {
                Paper::Proposal(proposal) => proposal.is_read_by(code),
                Paper::Answer(answer) => {
                    let proposal = self.proposal(answer.of);
                    answer.by == *code
                        || proposal.is_some_and(|proposal| proposal.sponsors.contains_key(code))
                }
                Paper::Position(position) => position.by == *code,
                // Those who sat together know each other's names.
                Paper::Names(_) => true,
                // What no second reader has confirmed is for the secretariat alone.
                Paper::Statement(_) => self
                    .statement(of)
                    .is_some_and(|statement| statement.confirmed.is_some()),
            }
    }

    /// Returns the acts behind whose commitments papers lie, each with the commitment.
    pub fn papers(&self) -> impl Iterator<Item = (ActId, Commitment)> {
        self.sealed
            .iter()
            .map(|(of, sealed)| (*of, sealed.commitment))
    }

    /// Returns the acts whose papers are at hand although their round is not published at an instant: what
    /// somebody reads in confidence.
    pub fn read_in_confidence(&self, at: Instant) -> Vec<ActId> {
        let proposals = self.proposals.iter();
        let proposed = proposals.clone().filter(|one| one.paper.is_some());
        let answered = proposals.flat_map(|one| one.answered.keys().copied());
        let positions = self.positions.iter().filter(|one| one.paper.is_some());
        let read = proposed.map(|one| one.id).chain(answered);
        let read = read.chain(positions.map(|one| one.id));
        let is_confidential = |of: &ActId| {
            let sealed = self.sealed.get(of);
            let round = sealed.and_then(|sealed| self.round(&sealed.round));
            round.is_none_or(|round| round.state(at) < RoundState::Published)
        };
        read.filter(is_confidential).collect()
    }

    /// A proposal that was withdrawn may stay sealed, with the answers to it.
    pub fn may_stay_sealed(&self, of: ActId) -> bool {
        let withdrawn = |of| {
            self.proposal(of)
                .is_some_and(|proposal| matches!(&proposal.end, Some((End::Withdrawn, ..))))
        };
        let mut proposals = self.proposals.iter();
        withdrawn(of)
            || proposals.any(|proposal| {
                withdrawn(proposal.id) && proposal.answers.iter().any(|answer| answer.1 == of)
            })
    }

    /// Whether a paper fits the act that it names.
    pub(crate) fn fits(&self, of: ActId, paper: &Paper) -> Result<(), Ground> {
        let (conference, act) = paper.belongs_to();
        if *conference == self.id && act == of {
            return Ok(());
        }
        Err(Ground::OtherPaper(of))
    }

    /// Folds in a paper that is at hand: it opens the commitment of its act and says what the act says,
    /// or it is refused.
    pub fn disclose(
        &mut self,
        of: ActId,
        salt: &[u8; SALT_BYTES],
        bytes: &[u8],
    ) -> Result<(), Ground> {
        let sealed = self.sealed.get(&of).ok_or(Ground::NothingSealed(of))?;
        if !sealed.commitment.opens(salt, bytes) {
            return Err(Ground::DoesNotOpen(of));
        }
        let paper = Paper::from_bytes(bytes).map_err(|_| Ground::OtherPaper(of))?;
        self.fits(of, &paper)?;
        match paper {
            Paper::Proposal(paper) => {
                let round = sealed.round.clone();
                let proposal = self.proposal_mut(of).ok_or(Ground::OtherPaper(of))?;
                if paper.by != proposal.tabled.participant || paper.round != round {
                    return Err(Ground::OtherPaper(of));
                }
                proposal.paper = Some(paper);
            }
            Paper::Answer(paper) => {
                let mut answers = self.proposals.iter().flat_map(|proposal| {
                    let of = proposal.id;
                    proposal.answers.iter().map(move |answer| (of, answer))
                });
                let fits = answers.any(|(proposal, (code, id, _))| {
                    *id == of && proposal == paper.of && *code == paper.by
                });
                if !fits {
                    return Err(Ground::OtherPaper(of));
                }
                if let Some(proposal) = self.proposal_mut(paper.of) {
                    proposal.answered.insert(of, paper);
                }
            }
            Paper::Position(paper) => {
                let mut positions = self.positions.iter_mut();
                let position = positions
                    .find(|position| position.id == of)
                    .ok_or(Ground::OtherPaper(of))?;
                if position.taken.participant != paper.by {
                    return Err(Ground::OtherPaper(of));
                }
                position.paper = Some(PositionPaper(paper));
            }
            Paper::Statement(paper) => {
                let held = self.statement_mut(of).ok_or(Ground::OtherPaper(of))?;
                held.statement = Some(*paper);
            }
            Paper::Names(paper) => self.take_names(paper)?,
        }
        Ok(())
    }

    /// Folds in the openings of papers that are disclosed to everybody.
    pub(crate) fn open_all(
        &mut self,
        disclosed: &[Disclosed],
        openings: &BTreeMap<Digest, Vec<u8>>,
    ) -> Result<(), Ground> {
        for disclosed in disclosed {
            let of = disclosed.of;
            let bytes = openings
                .get(&disclosed.opening)
                .ok_or(Ground::DoesNotOpen(of))?;
            let record = sponsio_record::read(bytes).map_err(|_| Ground::DoesNotOpen(of))?;
            let opening = Opening::read(&record).map_err(|_| Ground::DoesNotOpen(of))?;
            self.disclose(of, &opening.salt, &opening.bytes)?;
        }
        Ok(())
    }
}
