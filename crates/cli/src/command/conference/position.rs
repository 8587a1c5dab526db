//! `sponsio position`: what a delegation says of a proposal. It goes into the drawer; the log shows that a
//! position was taken.

use clap::Args;

use sponsio_depositary::TakePosition;
use sponsio_law::conference::Subject;
use sponsio_record::{ActId, ConferenceId, ParticipantId};
use sponsio_text::Position;

use crate::args::Shared;
use crate::command::conference::{SittingArgs, conference_id, delegation, mark, record};
use crate::failure::Failure;
use crate::print::Console;

/// Arguments of `sponsio position`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    sponsio position guarantees I 00112233445566778899aabbccddeeff --as BEL --stance support")]
pub struct PositionArgs {
    /// The conference
    #[arg(value_parser = conference_id)]
    pub conference: ConferenceId,
    /// The name of the round
    pub round: String,
    /// Mark of the proposal
    #[arg(value_parser = mark)]
    pub of: ActId,
    /// Who takes it
    #[arg(long = "as", value_name = "CODE", value_parser = delegation)]
    pub by: ParticipantId,
    /// What it says: support, can-accept, reserve or oppose
    #[arg(long, value_parser = stance)]
    pub stance: Position,
    /// How it is recorded
    #[command(flatten)]
    pub sitting: SittingArgs,
}

/// Takes a position.
pub fn run(args: &PositionArgs, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    record(&args.sitting, shared, console, async |desk, _| {
        let request = TakePosition {
            conference: args.conference.clone(),
            round: args.round.clone(),
            participant: args.by.clone(),
            stance: args.stance,
            on: Subject::Proposal(args.of),
        };
        Ok(desk.take_position(request).await?)
    })
}

/// Reads a position.
pub(super) fn stance(text: &str) -> Result<Position, String> {
    match text {
        "support" => Ok(Position::Support),
        "can-accept" => Ok(Position::CanAccept),
        "reserve" => Ok(Position::Reserve),
        "oppose" => Ok(Position::Oppose),
        _ => Err("support, can-accept, reserve or oppose".to_owned()),
    }
}
