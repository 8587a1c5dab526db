//! `sponsio silence`: a decision is taken if nobody objects in writing before an instant.

use clap::{Args, Subcommand};

use sponsio_depositary::{BreakSilence, StartSilence};
use sponsio_law::conference::{
    Place, SilenceAnnounced, SilenceConcluded, SilenceExtended, SilenceObject, SilenceWithdrawn,
    Step,
};
use sponsio_record::{ActId, ConferenceId, Instant, ParticipantId};
use sponsio_text::{Language, ProvisionId};

use crate::args::Shared;
use crate::command::conference::reader::ShowArgs;
use crate::command::conference::round::provision;
use crate::command::conference::{
    SittingArgs, StepArgs, conference_id, delegation, language, mark, record, show, statement, step,
};
use crate::command::desk::args::document;
use crate::failure::Failure;
use crate::place::clock::instant;
use crate::print::Console;

/// What can be done with silence procedures.
#[derive(Debug, Subcommand)]
#[command(after_help = "Examples:\n  \
    sponsio silence start guarantees --adoption --expires 2027-02-01T16:00:00Z --meeting \"12th meeting\"\n  \
    sponsio silence break guarantees 00112233445566778899aabbccddeeff --as CAR\n  \
    sponsio silence attach guarantees 00112233445566778899aabbccddeeff --as BEL --interpretative statement.txt")]
pub enum SilenceCommand {
    /// Start a procedure on the text as it stands
    Start(Start),
    /// Record an objection; at the expiry or after it comes too late
    Break(Break),
    /// Attach a statement to the decision; it does not undo it
    Attach(statement::Attach),
    /// Move the expiry, where the rules of procedure allow it
    Extend(Extend),
    /// Withdraw a procedure
    Withdraw(Withdraw),
    /// Record that a procedure ran out unbroken
    Conclude(On),
    /// Record that the decision was announced at a meeting
    Announce(Announce),
    /// Show the procedures of a conference
    Show(ShowArgs),
}

/// Arguments of `sponsio silence start`.
#[derive(Debug, Args)]
pub struct Start {
    /// The conference
    #[arg(value_parser = conference_id)]
    pub conference: ConferenceId,
    /// On the adoption of the text
    #[arg(long, required_unless_present_any = ["provision", "decision"])]
    pub adoption: bool,
    /// On a provision as it stands; with its language
    #[arg(long, value_name = "ID", requires = "language", conflicts_with = "adoption", value_parser = provision)]
    pub provision: Option<ProvisionId>,
    /// Language of the provision
    #[arg(long, value_name = "TAG", value_parser = language)]
    pub language: Option<Language>,
    /// On another decision, in its words
    #[arg(long, value_name = "TEXT", conflicts_with_all = ["adoption", "provision"])]
    pub decision: Option<String>,
    /// Instant at which it expires
    #[arg(long, value_name = "INSTANT", value_parser = instant)]
    pub expires: Instant,
    /// Meeting at which it was announced
    #[arg(long, value_name = "TEXT")]
    pub meeting: String,
    /// How it is recorded
    #[command(flatten)]
    pub sitting: SittingArgs,
}

/// Arguments of `sponsio silence break`.
#[derive(Debug, Args)]
pub struct Break {
    /// The conference
    #[arg(value_parser = conference_id)]
    pub conference: ConferenceId,
    /// Mark of the procedure
    #[arg(value_parser = mark)]
    pub of: ActId,
    /// Who objects
    #[arg(long = "as", value_name = "CODE", value_parser = delegation)]
    pub by: ParticipantId,
    /// Mark of the proposal that the amendment became
    #[arg(long, value_name = "MARK", value_parser = mark)]
    pub amendment: Option<ActId>,
    /// It was said and not written: it is noted and breaks nothing
    #[arg(long, conflicts_with_all = ["letter", "amendment"])]
    pub oral: bool,
    /// The letter; the public log holds it
    #[arg(long, value_name = "FILE")]
    pub letter: Option<String>,
    /// How it is recorded
    #[command(flatten)]
    pub sitting: SittingArgs,
}

/// A procedure.
#[derive(Debug, Args)]
pub struct On {
    /// The conference
    #[arg(value_parser = conference_id)]
    pub conference: ConferenceId,
    /// Mark of the procedure
    #[arg(value_parser = mark)]
    pub of: ActId,
    /// How it is recorded
    #[command(flatten)]
    pub step: StepArgs,
}

/// Arguments of `sponsio silence extend`.
#[derive(Debug, Args)]
pub struct Extend {
    /// The procedure
    #[command(flatten)]
    pub on: On,
    /// The new expiry
    #[arg(long, value_name = "INSTANT", value_parser = instant)]
    pub expires: Instant,
}

/// Arguments of `sponsio silence withdraw`.
#[derive(Debug, Args)]
pub struct Withdraw {
    /// The procedure
    #[command(flatten)]
    pub on: On,
    /// Why
    #[arg(long, value_name = "TEXT")]
    pub reason: String,
}

/// Arguments of `sponsio silence announce`.
#[derive(Debug, Args)]
pub struct Announce {
    /// The procedure
    #[command(flatten)]
    pub on: On,
    /// The meeting
    #[arg(long, value_name = "TEXT")]
    pub meeting: String,
}

/// Runs a command on silence procedures.
pub fn run(
    command: &SilenceCommand,
    shared: &Shared,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    match command {
        SilenceCommand::Start(args) => start(args, shared, console),
        SilenceCommand::Break(args) => {
            record(&args.sitting, shared, console, async |desk, words| {
                let letter = args.letter.as_deref();
                let letter = letter.map(|path| document(words, path)).transpose()?;
                let request = BreakSilence {
                    conference: args.conference.clone(),
                    of: args.of,
                    participant: args.by.clone(),
                    amendment: args.amendment,
                    oral: args.oral,
                    letter: letter.map(|(letter, _)| letter),
                };
                Ok(desk.break_silence(request).await?)
            })
        }
        SilenceCommand::Attach(args) => statement::attach(args, shared, console),
        SilenceCommand::Extend(args) => on(&args.on, shared, console, |of| {
            let expires = args.expires;
            Step::SilenceExtended(SilenceExtended { of, expires })
        }),
        SilenceCommand::Withdraw(args) => on(&args.on, shared, console, |of| {
            let reason = args.reason.clone();
            Step::SilenceWithdrawn(SilenceWithdrawn { of, reason })
        }),
        SilenceCommand::Conclude(args) => on(args, shared, console, |of| {
            Step::SilenceConcluded(SilenceConcluded { of })
        }),
        SilenceCommand::Announce(args) => on(&args.on, shared, console, |of| {
            let meeting = args.meeting.clone();
            Step::SilenceAnnounced(SilenceAnnounced { of, meeting })
        }),
        SilenceCommand::Show(args) => {
            show::silence::run(&args.conference, &args.reader, shared, console)
        }
    }
}

fn on(
    args: &On,
    shared: &Shared,
    console: &mut Console<'_>,
    say: impl FnOnce(ActId) -> Step,
) -> Result<(), Failure> {
    step(&args.step, shared, console, &args.conference, |_, _| {
        Ok(say(args.of))
    })
}

fn start(args: &Start, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let object = match (&args.provision, &args.language, &args.decision) {
        (Some(provision), Some(language), _) => SilenceObject::Provision(Place {
            provision: *provision,
            language: language.clone(),
        }),
        (_, _, Some(decision)) => SilenceObject::Decision(decision.clone()),
        _ => SilenceObject::Adoption,
    };
    record(&args.sitting, shared, console, async |desk, _| {
        let request = StartSilence {
            conference: args.conference.clone(),
            on: object,
            expires: args.expires,
            meeting: args.meeting.clone(),
        };
        Ok(desk.start_silence(request).await?)
    })
}
