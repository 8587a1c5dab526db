//! The *travaux préparatoires* of a provision (VCLT art. 32): everything that was done to it, in order:
//! what was proposed and what became of it, the revisions, packages, confirmations and silence by which it
//! was agreed, the reviews of its languages, the adoption, the corrections.

use alloc::string::String;
use alloc::vec::Vec;

use sponsio_record::{ActId, Instant, ParticipantId};
use sponsio_text::ProvisionId;

use crate::conference::{
    Adoption, Amendment, Conference, End, Event, Reserved, Silence, SilenceObject,
};

/// The preparatory work of one provision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Travaux {
    /// The provision.
    pub provision: ProvisionId,
    /// What was done to it, in the order of receipt.
    pub traces: Vec<Trace>,
    /// Proposals whose papers are not at hand: one of them may have touched it.
    pub unknown: Vec<ActId>,
}

/// One thing that was done to a provision.
#[derive(Clone, PartialEq, Eq)]
pub enum Trace {
    /// A proposal that touched it.
    Proposal {
        /// Its mark.
        of: ActId,
        /// When it was tabled.
        at: Instant,
        /// The round.
        round: String,
        /// Who tabled it.
        by: ParticipantId,
        /// Who stands or stood behind it besides.
        with: Vec<ParticipantId>,
        /// What it would have changed here.
        operations: Vec<Amendment>,
        /// Why.
        reason: String,
        /// How it ended, and when.
        end: Option<(End, Instant)>,
    },
    /// What was done to the provision itself.
    Event(Event),
    /// Silence was asked on it, or on the adoption of the text.
    Silence {
        /// The act that started it.
        of: ActId,
        /// The procedure with its objections and statements.
        silence: Silence,
    },
    /// A delegation reserved its position.
    Reserved {
        /// The act.
        of: ActId,
        /// The reservation, and what became of it.
        reserved: Reserved,
    },
    /// The text was adopted.
    Adopted(Adoption),
}

impl core::fmt::Debug for Trace {
    /// Names the act only: what is confidential never reaches a message.
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "Trace({}, {})", self.of(), self.at())
    }
}

impl Trace {
    /// Returns the act.
    pub const fn of(&self) -> ActId {
        match self {
            Self::Proposal { of, .. } | Self::Silence { of, .. } | Self::Reserved { of, .. } => *of,
            Self::Event(event) => event.of,
            Self::Adopted(adoption) => adoption.id,
        }
    }

    /// Returns when it was received.
    pub const fn at(&self) -> Instant {
        match self {
            Self::Proposal { at, .. } => *at,
            Self::Event(event) => event.at,
            Self::Silence { silence, .. } => silence.at,
            Self::Reserved { reserved, .. } => reserved.at,
            Self::Adopted(adoption) => adoption.at,
        }
    }
}

impl Conference {
    /// Returns the preparatory work of a provision, as far as papers are at hand.
    pub fn travaux(&self, provision: ProvisionId) -> Travaux {
        let (mut traces, unknown) = self.proposed(provision);
        traces.extend(self.history(provision).cloned().map(Trace::Event));
        let silences = self.silences.iter();
        let here = silences.filter(|(_, silence)| match &silence.started.on {
            SilenceObject::Adoption => self.known(provision).is_ok(),
            SilenceObject::Provision(place) => place.provision == provision,
            SilenceObject::Decision(_) => false,
        });
        traces.extend(here.map(|(of, silence)| Trace::Silence {
            of: *of,
            silence: silence.clone(),
        }));
        let reservations = self.reservations.iter();
        let here = reservations.filter(|(_, one)| one.reserved.place.provision == provision);
        traces.extend(here.map(|(of, reserved)| Trace::Reserved {
            of: *of,
            reserved: reserved.clone(),
        }));
        if let Some(adoption) = self.adoption()
            && self.known(provision).is_ok()
        {
            traces.push(Trace::Adopted(adoption.clone()));
        }
        // The sort is stable: what was received in one second keeps the order of the log.
        traces.sort_by_key(Trace::at);
        Travaux {
            provision,
            traces,
            unknown,
        }
    }

    fn proposed(&self, provision: ProvisionId) -> (Vec<Trace>, Vec<ActId>) {
        let mut traces = Vec::new();
        let mut unknown = Vec::new();
        for proposal in &self.proposals {
            let Some(paper) = &proposal.paper else {
                unknown.push(proposal.id);
                continue;
            };
            let operations = paper.operations.iter();
            let operations: Vec<_> = operations.filter(|one| one.concerns(provision)).collect();
            if operations.is_empty() {
                continue;
            }
            let by = &proposal.tabled.participant;
            let sponsors = proposal.sponsors.keys();
            let left = proposal.withdrawals.iter().map(|(code, ..)| code);
            let with = sponsors.chain(left).filter(|code| *code != by);
            traces.push(Trace::Proposal {
                of: proposal.id,
                at: proposal.at,
                round: proposal.tabled.round.clone(),
                by: by.clone(),
                with: with.cloned().collect(),
                operations: operations.into_iter().cloned().collect(),
                reason: paper.reason.clone(),
                end: proposal.end.as_ref().map(|(end, at, _)| (end.clone(), *at)),
            });
        }
        (traces, unknown)
    }
}
