//! `sponsio proposal`: what becomes of a proposal from its conveyance to its disposition.

use clap::{Args, Subcommand};

use sponsio_depositary::{AnswerProposal, Dispose, OnProposal};
use sponsio_law::conference::Outcome;
use sponsio_record::{ActId, ConferenceId, Digest, ParticipantId};
use sponsio_text::Position;

use crate::args::Shared;
use crate::command::conference::hold::digest;
use crate::command::conference::position::stance;
use crate::command::conference::reader::ReaderArgs;
use crate::command::conference::{SittingArgs, conference_id, delegation, mark, record, show};
use crate::failure::Failure;
use crate::print::Console;

/// What can be done with proposals.
#[derive(Debug, Subcommand)]
#[command(after_help = "Examples:\n  \
    sponsio proposal convey guarantees 00112233445566778899aabbccddeeff\n  \
    sponsio proposal dispose guarantees 00112233445566778899aabbccddeeff --outcome not-pursued --reason \"no agreement\"\n  \
    sponsio proposal show guarantees 00112233445566778899aabbccddeeff --as BEL")]
pub enum ProposalCommand {
    /// Record that a proposal was conveyed to its addressees
    Convey(Convey),
    /// Record that an addressee acknowledges a proposal
    Acknowledge(On),
    /// Answer a proposal; the words go into the drawer
    Answer(Answer),
    /// Record that a delegation joins a proposal
    Join(On),
    /// Withdraw from a proposal
    Withdraw(Withdraw),
    /// Dispose of a proposal, with the reason
    Dispose(DisposeArgs),
    /// Show a proposal as the reader may see it
    Show(Show),
    /// Show what becomes of live proposals on a text that has moved on
    Carried(Carried),
}

/// Arguments of `sponsio proposal convey`.
#[derive(Debug, Args)]
pub struct Convey {
    /// The conference
    #[arg(value_parser = conference_id)]
    pub conference: ConferenceId,
    /// Mark of the proposal
    #[arg(value_parser = mark)]
    pub of: ActId,
    /// Addressee that the public log may name
    #[arg(long, value_name = "CODE", value_parser = delegation)]
    pub to: Vec<ParticipantId>,
    /// How it is recorded
    #[command(flatten)]
    pub sitting: SittingArgs,
}

/// What a delegation does to a proposal without further words.
#[derive(Debug, Args)]
pub struct On {
    /// The conference
    #[arg(value_parser = conference_id)]
    pub conference: ConferenceId,
    /// Mark of the proposal
    #[arg(value_parser = mark)]
    pub of: ActId,
    /// Whose act it is
    #[arg(long = "as", value_name = "CODE", value_parser = delegation)]
    pub by: ParticipantId,
    /// How it is recorded
    #[command(flatten)]
    pub sitting: SittingArgs,
}

/// Arguments of `sponsio proposal answer`.
#[derive(Debug, Args)]
pub struct Answer {
    /// The proposal and who answers
    #[command(flatten)]
    pub on: On,
    /// What it says: support, can-accept, reserve or oppose
    #[arg(long, value_parser = stance)]
    pub stance: Position,
    /// Its words
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub text: String,
}

/// Arguments of `sponsio proposal withdraw`.
#[derive(Debug, Args)]
pub struct Withdraw {
    /// The proposal and who withdraws
    #[command(flatten)]
    pub on: On,
    /// Why; the public log shows it
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub reason: String,
}

/// Arguments of `sponsio proposal dispose`.
#[derive(Debug, Args)]
pub struct DisposeArgs {
    /// The conference
    #[arg(value_parser = conference_id)]
    pub conference: ConferenceId,
    /// Mark of the proposal
    #[arg(value_parser = mark)]
    pub of: ActId,
    /// What became of it: absorbed, accepted-ad-referendum, agreed or not-pursued
    #[arg(long, value_parser = outcome)]
    pub outcome: Outcome,
    /// Revision that took it in; with absorbed only
    #[arg(long, value_name = "DIGEST", value_parser = digest)]
    pub revision: Option<Digest>,
    /// Why; the public log shows it
    #[arg(long, value_name = "TEXT")]
    pub reason: String,
    /// How it is recorded
    #[command(flatten)]
    pub sitting: SittingArgs,
}

/// Arguments of `sponsio proposal show`.
#[derive(Debug, Args)]
pub struct Show {
    /// The conference
    #[arg(value_parser = conference_id)]
    pub conference: ConferenceId,
    /// Mark of the proposal
    #[arg(value_parser = mark)]
    pub of: ActId,
    /// Who reads
    #[command(flatten)]
    pub reader: ReaderArgs,
}

/// Arguments of `sponsio proposal carried`.
#[derive(Debug, Args)]
pub struct Carried {
    /// The conference
    #[arg(value_parser = conference_id)]
    pub conference: ConferenceId,
    /// Who reads
    #[command(flatten)]
    pub reader: ReaderArgs,
}

/// Runs a command on proposals.
pub fn run(
    command: &ProposalCommand,
    shared: &Shared,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    match command {
        ProposalCommand::Convey(args) => record(&args.sitting, shared, console, async |desk, _| {
            let to = args.to.iter().cloned().collect();
            Ok(desk.convey(&args.conference, args.of, to).await?)
        }),
        ProposalCommand::Acknowledge(args) => {
            record(&args.sitting, shared, console, async |desk, _| {
                Ok(desk.acknowledge(on(args)).await?)
            })
        }
        ProposalCommand::Join(args) => record(&args.sitting, shared, console, async |desk, _| {
            Ok(desk.co_sponsor(on(args)).await?)
        }),
        ProposalCommand::Answer(args) => {
            record(&args.on.sitting, shared, console, async |desk, _| {
                let request = AnswerProposal {
                    conference: args.on.conference.clone(),
                    of: args.on.of,
                    participant: args.on.by.clone(),
                    stance: args.stance,
                    text: args.text.clone(),
                };
                Ok(desk.answer(request).await?)
            })
        }
        ProposalCommand::Withdraw(args) => {
            record(&args.on.sitting, shared, console, async |desk, _| {
                let (on, reason) = (on(&args.on), args.reason.clone());
                Ok(desk.withdraw_proposal(on, reason).await?)
            })
        }
        ProposalCommand::Carried(args) => {
            show::carried::run(&args.conference, &args.reader, shared, console)
        }
        ProposalCommand::Dispose(args) => dispose(args, shared, console),
        ProposalCommand::Show(args) => {
            show::proposal::run(&args.conference, args.of, &args.reader, shared, console)
        }
    }
}

fn dispose(args: &DisposeArgs, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    record(&args.sitting, shared, console, async |desk, _| {
        let request = Dispose {
            conference: args.conference.clone(),
            of: args.of,
            outcome: args.outcome,
            revision: args.revision,
            reason: args.reason.clone(),
        };
        Ok(desk.dispose(request).await?)
    })
}

fn on(args: &On) -> OnProposal {
    OnProposal {
        conference: args.conference.clone(),
        of: args.of,
        participant: args.by.clone(),
    }
}

fn outcome(text: &str) -> Result<Outcome, String> {
    let labels: Vec<_> = Outcome::ALL.iter().map(|one| one.label()).collect();
    Outcome::from_label(text).ok_or_else(|| format!("one of {}", labels.join(", ")))
}
