//! The *travaux préparatoires* of a provision (VCLT art. 32): everything that was done to it, in order.

use alloc::string::String;
use alloc::vec::Vec;

use sponsio_record::{ActId, Instant, ParticipantId};
use sponsio_text::{Language, ProvisionId};

use crate::conference::{Amendment, Conference, End};

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
        /// What it would have changed here.
        operations: Vec<Amendment>,
        /// Why.
        reason: String,
        /// How it ended, and when.
        end: Option<(End, Instant)>,
    },
    /// It was agreed.
    Agreed {
        /// The act.
        of: ActId,
        /// When.
        at: Instant,
        /// In which language.
        language: Language,
    },
    /// It was reopened.
    Reopened {
        /// The act.
        of: ActId,
        /// When.
        at: Instant,
        /// In which language.
        language: Language,
        /// Why.
        reason: String,
    },
    /// A delegation reserved its position.
    Reserved {
        /// The act.
        of: ActId,
        /// When.
        at: Instant,
        /// Who.
        by: ParticipantId,
        /// When it was lifted.
        lifted: Option<Instant>,
        /// The act of adoption that carries it.
        carried: Option<ActId>,
    },
    /// The text was adopted.
    Adopted {
        /// The act.
        of: ActId,
        /// When.
        at: Instant,
    },
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
            Self::Proposal { of, .. }
            | Self::Agreed { of, .. }
            | Self::Reopened { of, .. }
            | Self::Reserved { of, .. }
            | Self::Adopted { of, .. } => *of,
        }
    }

    /// Returns when it was received.
    pub const fn at(&self) -> Instant {
        match self {
            Self::Proposal { at, .. }
            | Self::Agreed { at, .. }
            | Self::Reopened { at, .. }
            | Self::Reserved { at, .. }
            | Self::Adopted { at, .. } => *at,
        }
    }
}

impl Conference {
    /// Returns the preparatory work of a provision, as far as papers are at hand.
    pub fn travaux(&self, provision: ProvisionId) -> Travaux {
        let mut traces = Vec::new();
        let mut unknown = Vec::new();
        for proposal in &self.proposals {
            let Some(paper) = &proposal.paper else {
                unknown.push(proposal.id);
                continue;
            };
            if paper.touched().contains(&provision) {
                let operations = paper.operations.iter().filter(|amendment| {
                    amendment.provision == provision || amendment.other == Some(provision)
                });
                traces.push(Trace::Proposal {
                    of: proposal.id,
                    at: proposal.at,
                    round: proposal.tabled.round.clone(),
                    by: proposal.tabled.participant.clone(),
                    operations: operations.cloned().collect(),
                    reason: paper.reason.clone(),
                    end: proposal.end.as_ref().map(|(end, at, _)| (end.clone(), *at)),
                });
            }
        }
        traces.extend(self.agreement_events(provision).map(|event| {
            let (of, at, language) = (event.id, event.at, event.place.language.clone());
            match &event.reopened {
                None => Trace::Agreed { of, at, language },
                Some(reason) => Trace::Reopened {
                    of,
                    at,
                    language,
                    reason: reason.clone(),
                },
            }
        }));
        let reservations = self.reservations.iter();
        let here = reservations.filter(|(_, one)| one.reserved.place.provision == provision);
        traces.extend(here.map(|(of, one)| Trace::Reserved {
            of: *of,
            at: one.at,
            by: one.reserved.participant.clone(),
            lifted: one.lifted,
            carried: one.carried,
        }));
        if let Some(adoption) = self.adoption()
            && self.known(provision).is_ok()
        {
            traces.push(Trace::Adopted {
                of: adoption.id,
                at: adoption.at,
            });
        }
        // The sort is stable: what was received in one second keeps the order of the log.
        traces.sort_by_key(Trace::at);
        Travaux {
            provision,
            traces,
            unknown,
        }
    }
}
