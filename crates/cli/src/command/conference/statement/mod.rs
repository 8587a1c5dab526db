//! `sponsio statement`: what somebody said, from a dated source, and what became of it. Nothing is
//! recorded until a person answers for it, nothing is public until a second one confirms it.

mod draft;
mod record;
mod show;

pub(super) use record::capacity;
pub(super) use show::{level, source, source_line};

use clap::{Args, Subcommand};

use sponsio_depositary::{ConfirmStatement, RecordSource};
use sponsio_law::calendar::Date;
use sponsio_law::conference::{
    Level, LevelGiven, OriginLinked, Repeated, Replied, StatementSetAside, Step,
};
use sponsio_record::{ActId, ConferenceId, ParticipantId};
use sponsio_text::{Language, ProvisionId};

use crate::args::Shared;
use crate::command::conference::reader::{ReaderArgs, ShowArgs};
use crate::command::conference::round::provision;
use crate::command::conference::{
    SittingArgs, StepArgs, conference_id, delegation, language, mark, record as recorded, step,
};
use crate::command::desk::args::document;
use crate::command::question::day;
use crate::failure::Failure;
use crate::print::Console;

/// What can be done with statements.
#[derive(Debug, Subcommand)]
#[command(after_help = "Examples:\n  \
    sponsio statement source guarantees report.txt --publisher \"Ardland Wire\" --date 2027-01-11 --language en --fictional\n  \
    sponsio statement record guarantees --source MARK --speaker \"Ana Orel\" --capacity foreign-minister \
--kind assurance --quote \"We have no aggressive plans\" --reader o-ana\n  \
    sponsio statement confirm guarantees MARK --reader o-ben\n  \
    sponsio statement draft guarantees --from MARK")]
pub enum StatementCommand {
    /// Record a dated report as a source; the log has its digest
    Source(SourceArgs),
    /// Record a statement for its first reader; without a reader, show it and record nothing
    Record(Box<record::RecordArgs>),
    /// Confirm a statement as its second reader: it becomes public
    Confirm(ConfirmArgs),
    /// Do not confirm a statement, with the reason: it stays sealed
    SetAside(SetAsideArgs),
    /// Hold a statement to be at a level, on grounds
    Level(LevelArgs),
    /// Record that a statement was repeated, or is said to have been
    Repeat(RepeatArgs),
    /// Record a statement as the answer to an accusation
    Reply(ReplyArgs),
    /// Draft a provision from an assurance, with its guarantee
    Draft(draft::DraftArgs),
    /// Link a provision to the draft from which it comes under another id
    Link(LinkArgs),
    /// List the statements, with their levels
    List(ShowArgs),
    /// Show a statement beside its repetitions and answers
    Show(StatementArgs),
}

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
    #[arg(long, value_name = "MARK", value_parser = mark, conflicts_with_all = ["claimed_in", "speaker", "words"])]
    pub sourced: Option<ActId>,
    /// Mark of the claimed repetition that this source bears out
    #[arg(long, value_name = "MARK", value_parser = mark, requires = "sourced")]
    pub claim: Option<ActId>,
    /// Mark of the statement in which it is claimed that somebody repeated it
    #[arg(long, value_name = "MARK", value_parser = mark, requires = "speaker", requires = "words")]
    pub claimed_in: Option<ActId>,
    /// Who is said to have repeated it
    #[arg(long, value_name = "NAME", default_value = "")]
    pub speaker: String,
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

/// Runs a command on statements.
pub fn run(
    command: &StatementCommand,
    shared: &Shared,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    match command {
        StatementCommand::Source(args) => record_source(args, shared, console),
        StatementCommand::Record(args) => record::run(args, shared, console),
        StatementCommand::Confirm(args) => {
            recorded(&args.sitting, shared, console, async |desk, _| {
                let request = ConfirmStatement {
                    conference: args.conference.clone(),
                    of: args.of,
                    reader: args.reader.clone(),
                };
                Ok(desk.confirm_statement(request).await?)
            })
        }
        StatementCommand::SetAside(args) => {
            step(&args.step, shared, console, &args.conference, |_, _| {
                Ok(Step::StatementSetAside(StatementSetAside {
                    of: args.of,
                    reader: args.reader.clone(),
                    reason: args.reason.clone(),
                }))
            })
        }
        StatementCommand::Level(args) => {
            step(&args.step, shared, console, &args.conference, |_, _| {
                Ok(Step::StatementLevel(LevelGiven {
                    of: args.of,
                    level: args.level,
                    grounds: args.grounds.clone(),
                    view: args.by.clone(),
                }))
            })
        }
        StatementCommand::Repeat(args) => {
            step(&args.step, shared, console, &args.conference, |_, _| {
                Ok(Step::StatementRepeated(Repeated {
                    of: args.of,
                    statement: args.sourced,
                    claim: args.claim,
                    claimed_in: args.claimed_in,
                    speaker: args.speaker.clone(),
                    words: args.words.clone(),
                }))
            })
        }
        StatementCommand::Reply(args) => {
            step(&args.step, shared, console, &args.conference, |_, _| {
                Ok(Step::StatementAnswered(Replied {
                    of: args.of,
                    statement: args.with,
                }))
            })
        }
        StatementCommand::Draft(args) => draft::run(args, shared, console),
        StatementCommand::Link(args) => {
            step(&args.step, shared, console, &args.conference, |_, _| {
                Ok(Step::OriginLinked(OriginLinked {
                    provision: args.provision,
                    draft: args.draft,
                    reason: args.reason.clone(),
                }))
            })
        }
        StatementCommand::List(args) => show::list(args, shared, console),
        StatementCommand::Show(args) => show::run(args, shared, console),
    }
}

fn record_source(
    args: &SourceArgs,
    shared: &Shared,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    recorded(&args.sitting, shared, console, async |desk, words| {
        let (report, _) = document(words, &args.report)?;
        let request = RecordSource {
            conference: args.conference.clone(),
            publisher: args.publisher.clone(),
            date: args.date,
            language: args.language.clone(),
            address: args.address.clone(),
            fictional: args.fictional,
            report,
        };
        Ok(desk.record_source(request).await?)
    })
}

/// Reads the pseudonym of a reader.
fn reader(text: &str) -> Result<String, String> {
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
