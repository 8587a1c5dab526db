//! What is due at an instant. Nothing moves by itself: whoever keeps the conference asks, and records.

use alloc::string::String;
use alloc::vec::Vec;

use sponsio_record::{ActId, Instant, ParticipantId};

use crate::conference::{Conference, ReferendumState, RoundState, SilenceState};

/// Something that somebody has to do, or that the passing of time has done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Due {
    /// The closing instant of the round has passed: it is to be closed by act.
    RoundToClose(String),
    /// The round is closed and not published.
    RoundToPublish(String),
    /// The proposal has no disposition, and its round is closed.
    Disposition(ActId),
    /// The proposal was not conveyed to its addressees.
    Conveyance(ActId),
    /// The round is published and every proposal disposed of: it can be archived.
    RoundToArchive(String),
    /// The procedure ran out unbroken: its outcome is to be recorded.
    SilenceToConclude(ActId),
    /// The decision under silence is to be announced at the next meeting.
    SilenceToAnnounce(ActId),
    /// A delegation refused an agreement *ad referendum*: the chair sets the period for its text.
    PeriodToSet {
        /// The act that agreed.
        of: ActId,
        /// Who refused.
        participant: ParticipantId,
    },
    /// A confirmation did not come in time, and the chair has set no period.
    ConfirmationLapsed {
        /// The act that agreed.
        of: ActId,
        /// Whose confirmation.
        participant: ParticipantId,
    },
}

impl Conference {
    /// Returns what is due at an instant, in a fixed order.
    pub fn due(&self, now: Instant) -> Vec<Due> {
        let mut due = Vec::new();
        for round in &self.rounds {
            let name = &round.opened.round;
            let missing = self.without_disposition(name);
            match round.state(now) {
                RoundState::Open | RoundState::Archived => {}
                RoundState::Closed => {
                    due.push(match round.closed_at {
                        None => Due::RoundToClose(name.clone()),
                        Some(_) => Due::RoundToPublish(name.clone()),
                    });
                    due.extend(missing.into_iter().map(Due::Disposition));
                }
                RoundState::Published if missing.is_empty() => {
                    due.push(Due::RoundToArchive(name.clone()));
                }
                RoundState::Published => due.extend(missing.into_iter().map(Due::Disposition)),
            }
        }
        let live = self.proposals.iter().filter(|one| one.end.is_none());
        let waiting = live.filter(|proposal| proposal.conveyed.is_empty());
        due.extend(waiting.map(|proposal| Due::Conveyance(proposal.id)));
        for (of, silence) in &self.silences {
            if let SilenceState::Adopted(_) = silence.state(now) {
                match (silence.concluded, &silence.announced) {
                    (None, _) => due.push(Due::SilenceToConclude(*of)),
                    (Some(_), None) => due.push(Due::SilenceToAnnounce(*of)),
                    (Some(_), Some(_)) => {}
                }
            }
        }
        for agreement in self.agreements.values() {
            for code in &agreement.agreed.ad_referendum {
                if agreement.periods.contains_key(code) || agreement.reopened.is_some() {
                    continue;
                }
                let (of, participant) = (agreement.id, code.clone());
                match self.referendum(agreement, code, now) {
                    ReferendumState::Lapsed(_) => {
                        due.push(Due::ConfirmationLapsed { of, participant });
                    }
                    ReferendumState::Refused(_) => due.push(Due::PeriodToSet { of, participant }),
                    ReferendumState::Given | ReferendumState::Confirmed(_) => {}
                }
            }
        }
        due
    }
}
