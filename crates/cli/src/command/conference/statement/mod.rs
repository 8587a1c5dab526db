//! `sponsio statement`: what somebody said, from a dated source, and what became of it. Nothing is
//! recorded until a person answers for it, nothing is public until a second one confirms it.

mod args;
mod data;
mod draft;
pub(in crate::command) mod missing;
mod proposed;
mod record;
mod repeat;
mod said;
mod show;

pub(super) use data::source;
pub(super) use proposed::capacity;
pub(super) use said::{level, source_line};

use clap::Subcommand;

use sponsio_depositary::{ConfirmStatement, RecordSource};
use sponsio_law::conference::{LevelGiven, OriginLinked, Replied, StatementSetAside, Step};

use crate::args::Shared;
use crate::command::conference::reader::ShowArgs;
use crate::command::conference::statement::args::{
    ConfirmArgs, LevelArgs, LinkArgs, RepeatArgs, ReplyArgs, SetAsideArgs, SourceArgs,
    StatementArgs,
};
use crate::command::conference::{record as recorded, step};
use crate::command::desk::args::document;
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
    /// Say what still separates a statement from law, step by step
    Missing(StatementArgs),
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
        StatementCommand::Repeat(args) => repeat::run(args, shared, console),
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
        StatementCommand::Missing(args) => missing::run(args, shared, console),
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
