//! What the commands on clarifications are given.

use clap::Args;

use sponsio_record::{ActId, ConferenceId, ParticipantId};

use crate::command::conference::{StepArgs, conference_id, delegation, mark};

/// Arguments of `sponsio clarification raise`.
#[derive(Debug, Args)]
pub struct RaiseArgs {
    /// The conference
    #[arg(value_parser = conference_id)]
    pub conference: ConferenceId,
    /// Who raises it
    #[arg(long = "as", value_name = "CODE", value_parser = delegation)]
    pub by: ParticipantId,
    /// The point
    #[arg(long, value_name = "TEXT")]
    pub point: String,
    /// How the delegation understood it
    #[arg(long, value_name = "TEXT")]
    pub understood: String,
    /// Mark of the statement from which it arose
    #[arg(long, value_name = "MARK", value_parser = mark)]
    pub about: Option<ActId>,
    /// How it is recorded
    #[command(flatten)]
    pub step: StepArgs,
}

/// Arguments of `sponsio clarification share`.
#[derive(Debug, Args)]
pub struct ShareArgs {
    /// The conference
    #[arg(value_parser = conference_id)]
    pub conference: ConferenceId,
    /// Mark of the clarification
    #[arg(value_parser = mark)]
    pub of: ActId,
    /// Who has the question
    #[arg(long = "as", value_name = "CODE", value_parser = delegation)]
    pub by: ParticipantId,
    /// How the delegation understood the point
    #[arg(long, value_name = "TEXT")]
    pub understood: String,
    /// How it is recorded
    #[command(flatten)]
    pub step: StepArgs,
}

/// Arguments of `sponsio clarification answer`.
#[derive(Debug, Args)]
pub struct AnswerArgs {
    /// The conference
    #[arg(value_parser = conference_id)]
    pub conference: ConferenceId,
    /// Mark of the clarification
    #[arg(value_parser = mark)]
    pub of: ActId,
    /// Who answers
    #[arg(long = "as", value_name = "CODE", value_parser = delegation)]
    pub by: ParticipantId,
    /// The answer
    #[arg(long, value_name = "TEXT")]
    pub answer: String,
    /// How it is recorded
    #[command(flatten)]
    pub step: StepArgs,
}

/// Arguments of `sponsio clarification agree`.
#[derive(Debug, Args)]
pub struct AgreeArgs {
    /// The conference
    #[arg(value_parser = conference_id)]
    pub conference: ConferenceId,
    /// Mark of the clarification
    #[arg(value_parser = mark)]
    pub of: ActId,
    /// Who agrees
    #[arg(long = "as", value_name = "CODE", value_parser = delegation)]
    pub by: ParticipantId,
    /// The name of the meeting
    #[arg(long)]
    pub meeting: String,
    /// The reading, word for word
    #[arg(long, value_name = "TEXT")]
    pub reading: String,
    /// How it is recorded
    #[command(flatten)]
    pub step: StepArgs,
}

/// Arguments of `sponsio clarification close`.
#[derive(Debug, Args)]
pub struct CloseArgs {
    /// The conference
    #[arg(value_parser = conference_id)]
    pub conference: ConferenceId,
    /// Mark of the clarification
    #[arg(value_parser = mark)]
    pub of: ActId,
    /// The name of the meeting
    #[arg(long)]
    pub meeting: String,
    /// The reading, word for word
    #[arg(long, value_name = "TEXT")]
    pub reading: String,
    /// How it is recorded
    #[command(flatten)]
    pub step: StepArgs,
}
