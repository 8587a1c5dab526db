//! What the commands on statements are given.

use clap::Args;

use sponsio_law::calendar::Date;
use sponsio_law::conference::Level;
use sponsio_record::{ActId, ConferenceId, ParticipantId};
use sponsio_text::{Language, ProvisionId};

use crate::command::conference::reader::ReaderArgs;
use crate::command::conference::round::provision;
use crate::command::conference::{
    SittingArgs, StepArgs, conference_id, delegation, language, mark,
};
use crate::command::question::day;

/// Arguments of `sponsio statement source`.
#[derive(Debug, Args)]
pub struct SourceArgs {
    /// The conference
    #[arg(value_parser = conference_id)]
    pub conference: ConferenceId,
    /// The report, byte for byte
    #[arg(value_name = "FILE")]
    pub report: String,
    /// Who published it
    #[arg(long)]
    pub publisher: String,
    /// Day under which it was published
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub date: Date,
    /// Its language
    #[arg(long, value_name = "TAG", value_parser = language)]
    pub language: Language,
    /// Where it was found
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub address: String,
    /// It was made up for an exercise, with its parties and their words
    #[arg(long)]
    pub fictional: bool,
    /// How it is recorded
    #[command(flatten)]
    pub sitting: SittingArgs,
}

/// Arguments of `sponsio statement confirm`.
#[derive(Debug, Args)]
pub struct ConfirmArgs {
    /// The conference
    #[arg(value_parser = conference_id)]
    pub conference: ConferenceId,
    /// Mark of the statement
    #[arg(value_parser = mark)]
    pub of: ActId,
    /// Who compared it with its source, by pseudonym: o-ben
    #[arg(long, value_name = "PSEUDONYM", value_parser = reader)]
    pub reader: String,
    /// How it is recorded
    #[command(flatten)]
    pub sitting: SittingArgs,
}

/// Arguments of `sponsio statement set-aside`.
#[derive(Debug, Args)]
pub struct SetAsideArgs {
    /// The conference
    #[arg(value_parser = conference_id)]
    pub conference: ConferenceId,
    /// Mark of the statement
    #[arg(value_parser = mark)]
    pub of: ActId,
    /// Who compared it with its source, by pseudonym: o-ben
    #[arg(long, value_name = "PSEUDONYM", value_parser = reader)]
    pub reader: String,
    /// Why
    #[arg(long, value_name = "TEXT")]
    pub reason: String,
    /// How it is recorded
    #[command(flatten)]
    pub step: StepArgs,
}

/// Arguments of `sponsio statement level`.
#[derive(Debug, Args)]
pub struct LevelArgs {
    /// The conference
    #[arg(value_parser = conference_id)]
    pub conference: ConferenceId,
    /// Mark of the statement
    #[arg(value_parser = mark)]
    pub of: ActId,
    /// As what it is held: report, with-capacity, unilateral-assurance or readiness
    #[arg(long, value_parser = held_level)]
    pub level: Level,
    /// Why
    #[arg(long, value_name = "TEXT")]
    pub grounds: String,
    /// Whose view that is; otherwise the record's
    #[arg(long = "as", value_name = "CODE", value_parser = delegation)]
    pub by: Option<ParticipantId>,
    /// How it is recorded
    #[command(flatten)]
    pub step: StepArgs,
}

/// Arguments of `sponsio statement repeat`.
#[derive(Debug, Args)]
pub struct RepeatArgs {
    /// The conference
    #[arg(value_parser = conference_id)]
    pub conference: ConferenceId,
    /// Mark of the statement that is repeated
    #[arg(value_parser = mark)]
    pub of: ActId,
    /// Mark of the statement that repeats it, from its own source
    #[arg(long, value_name = "MARK", value_parser = mark, conflicts_with_all = ["claimed_in", "speaker", "office", "party", "words"])]
    pub sourced: Option<ActId>,
    /// Mark of the claimed repetition that this source bears out
    #[arg(long, value_name = "MARK", value_parser = mark, requires = "sourced")]
    pub claim: Option<ActId>,
    /// Mark of the statement in which it is claimed that somebody repeated it
    #[arg(long, value_name = "MARK", value_parser = mark, requires = "words")]
    pub claimed_in: Option<ActId>,
    /// Who is said to have repeated it, by name; the name goes into the drawer, the log does not show it
    #[arg(long, value_name = "NAME", default_value = "")]
    pub speaker: String,
    /// In which office, in the words of the source
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub office: String,
    /// For which participant of the register, by code
    #[arg(long, value_name = "CODE", value_parser = delegation)]
    pub party: Option<ParticipantId>,
    /// The words on which the claim rests
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub words: String,
    /// How it is recorded
    #[command(flatten)]
    pub step: StepArgs,
}

/// Arguments of `sponsio statement reply`.
#[derive(Debug, Args)]
pub struct ReplyArgs {
    /// The conference
    #[arg(value_parser = conference_id)]
    pub conference: ConferenceId,
    /// Mark of the accusation
    #[arg(value_parser = mark)]
    pub of: ActId,
    /// Mark of the statement that answers it
    #[arg(long, value_name = "MARK", value_parser = mark)]
    pub with: ActId,
    /// How it is recorded
    #[command(flatten)]
    pub step: StepArgs,
}

/// Arguments of `sponsio statement link`.
#[derive(Debug, Args)]
pub struct LinkArgs {
    /// The conference
    #[arg(value_parser = conference_id)]
    pub conference: ConferenceId,
    /// The id of the provision
    #[arg(value_parser = provision)]
    pub provision: ProvisionId,
    /// The id of the draft
    #[arg(long, value_name = "ID", value_parser = provision)]
    pub draft: ProvisionId,
    /// How the one became the other
    #[arg(long, value_name = "TEXT")]
    pub reason: String,
    /// How it is recorded
    #[command(flatten)]
    pub step: StepArgs,
}

/// Arguments of `sponsio statement show`.
#[derive(Debug, Args)]
pub struct StatementArgs {
    /// The conference
    #[arg(value_parser = conference_id)]
    pub conference: ConferenceId,
    /// Mark of the statement
    #[arg(value_parser = mark)]
    pub of: ActId,
    /// Who reads
    #[command(flatten)]
    pub reader: ReaderArgs,
}

/// Reads the pseudonym of a reader.
pub(super) fn reader(text: &str) -> Result<String, String> {
    let rest = text.strip_prefix("o-").unwrap_or_default();
    if !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Ok(text.to_owned());
    }
    Err("a reader is named by a pseudonym, as o-ana".to_owned())
}

fn held_level(text: &str) -> Result<Level, String> {
    Level::from_label(text)
        .ok_or_else(|| "report, with-capacity, unilateral-assurance or readiness".to_owned())
}
