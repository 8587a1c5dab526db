//! `sponsio round`: opened, closed, published, archived.

use clap::{Args, Subcommand};

use sponsio_depositary::OpenRound;
use sponsio_law::conference::{RoundArchived, RoundClosed, Step};
use sponsio_record::{ConferenceId, Instant};
use sponsio_text::ProvisionId;

use crate::args::Shared;
use crate::command::conference::reader::ReaderArgs;
use crate::command::conference::{
    SittingArgs, StepArgs, conference_id, convergence, record, show, step,
};
use crate::failure::Failure;
use crate::place::clock::instant;
use crate::print::Console;

/// What can be done with rounds.
#[derive(Debug, Subcommand)]
#[command(after_help = "Examples:\n  \
    sponsio round open guarantees I --closes 2027-01-20T12:00:00Z\n  \
    sponsio round publish guarantees I\n  \
    sponsio round archive guarantees I\n  \
    sponsio round text guarantees I --language en --as ARD\n  \
    sponsio round text guarantees I --language en --presidency -o rolling.docx\n  \
    sponsio round text guarantees I --language en --presidency --concessions\n  \
    sponsio round convergence guarantees --language en --presidency --svg convergence.svg")]
pub enum RoundCommand {
    /// Open a round for proposals
    Open(Open),
    /// Close a round: what was tabled is frozen
    Close(Name),
    /// Publish a round as the rules of procedure say
    Publish(Publish),
    /// Archive a round; every proposal has its disposition
    Archive(Name),
    /// Show the figures of a round
    Show(Show),
    /// Make the rolling text of a round: its base with every live proposal the reader may see
    Text(convergence::TextArgs),
    /// Show how the text converges from round to round, or draw it
    Convergence(convergence::ConvergenceArgs),
}

/// Arguments of `sponsio round open`.
#[derive(Debug, Args)]
pub struct Open {
    /// The conference
    #[arg(value_parser = conference_id)]
    pub conference: ConferenceId,
    /// The name of the round
    pub round: String,
    /// Instant at which it closes
    #[arg(long, value_name = "INSTANT", value_parser = instant)]
    pub closes: Instant,
    /// Provision that is open for proposals; otherwise all
    #[arg(long, value_name = "ID", value_parser = provision)]
    pub scope: Vec<ProvisionId>,
    /// How it is recorded
    #[command(flatten)]
    pub sitting: SittingArgs,
}

/// A round.
#[derive(Debug, Args)]
pub struct Name {
    /// The conference
    #[arg(value_parser = conference_id)]
    pub conference: ConferenceId,
    /// The name of the round
    pub round: String,
    /// How it is recorded
    #[command(flatten)]
    pub step: StepArgs,
}

/// Arguments of `sponsio round publish`.
#[derive(Debug, Args)]
pub struct Publish {
    /// The conference
    #[arg(value_parser = conference_id)]
    pub conference: ConferenceId,
    /// The name of the round
    pub round: String,
    /// How it is recorded
    #[command(flatten)]
    pub sitting: SittingArgs,
}

/// Arguments of `sponsio round show`.
#[derive(Debug, Args)]
pub struct Show {
    /// The conference
    #[arg(value_parser = conference_id)]
    pub conference: ConferenceId,
    /// The name of the round
    pub round: String,
    /// Who reads
    #[command(flatten)]
    pub reader: ReaderArgs,
}

/// Runs a command on rounds.
pub fn run(
    command: &RoundCommand,
    shared: &Shared,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    match command {
        RoundCommand::Open(args) => record(&args.sitting, shared, console, async |desk, _| {
            let request = OpenRound {
                conference: args.conference.clone(),
                round: args.round.clone(),
                base: None,
                scope: args.scope.iter().copied().collect(),
                closes: args.closes,
            };
            Ok(desk.open_round(request).await?)
        }),
        RoundCommand::Close(args) => step(&args.step, shared, console, &args.conference, |_, _| {
            Ok(Step::RoundClosed(RoundClosed {
                round: args.round.clone(),
            }))
        }),
        RoundCommand::Publish(args) => record(&args.sitting, shared, console, async |desk, _| {
            Ok(desk.publish_round(&args.conference, &args.round).await?)
        }),
        RoundCommand::Archive(args) => {
            step(&args.step, shared, console, &args.conference, |_, _| {
                Ok(Step::RoundArchived(RoundArchived {
                    round: args.round.clone(),
                }))
            })
        }
        RoundCommand::Text(args) => convergence::rolling(args, shared, console),
        RoundCommand::Convergence(args) => convergence::run(args, shared, console),
        RoundCommand::Show(args) => {
            show::round::run(&args.conference, &args.round, &args.reader, shared, console)
        }
    }
}

/// Reads the id of a provision.
pub(in crate::command) fn provision(text: &str) -> Result<ProvisionId, String> {
    text.parse()
        .map_err(|error: sponsio_text::IdError| error.to_string())
}
