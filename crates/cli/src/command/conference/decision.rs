//! How a decision of the conference was taken, as the command line says it.

use clap::Args;

use sponsio_law::conference::{Decision, Vote};
use sponsio_record::{ActId, ParticipantId};

use crate::command::conference::{delegation, mark};

/// A decision: without a vote or silence it is consensus.
#[derive(Debug, Clone, Args)]
pub struct DecisionArgs {
    /// Who votes for; without a vote it is decided by consensus
    #[arg(long = "for", value_name = "CODE", value_parser = delegation)]
    pub in_favour: Vec<ParticipantId>,
    /// Who votes against
    #[arg(long, value_name = "CODE", value_parser = delegation)]
    pub against: Vec<ParticipantId>,
    /// Who is present and does not vote
    #[arg(long, value_name = "CODE", value_parser = delegation)]
    pub abstaining: Vec<ParticipantId>,
    /// Mark of the silence procedure by which it is decided
    #[arg(long, value_name = "MARK", conflicts_with_all = ["in_favour", "against", "abstaining"], value_parser = mark)]
    pub silence: Option<ActId>,
}

impl DecisionArgs {
    /// Returns how it was decided.
    pub fn decision(&self) -> Decision {
        let lists = [&self.in_favour, &self.against, &self.abstaining];
        match self.silence {
            Some(of) => Decision::Silence(of),
            None if lists.iter().all(|list| list.is_empty()) => Decision::Consensus,
            None => Decision::Vote(Vote {
                in_favour: self.in_favour.iter().cloned().collect(),
                against: self.against.iter().cloned().collect(),
                abstaining: self.abstaining.iter().cloned().collect(),
            }),
        }
    }
}
