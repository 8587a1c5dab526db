//! `sponsio provision`: agreed, reopened, confirmed *ad referendum*, reserved.

use clap::{Args, Subcommand};

use sponsio_law::conference::{
    PeriodSet, Place, PositionReserved, ReferendumAnswer, ReservationLifted, Step,
};
use sponsio_record::{ActId, ConferenceId, Instant, ParticipantId};
use sponsio_text::{Language, ProvisionId};

use crate::args::Shared;
use crate::command::conference::round::provision;
use crate::command::conference::{
    StepArgs, agreed, conference_id, delegation, language, mark, step,
};
use crate::failure::Failure;
use crate::place::clock::instant;
use crate::print::Console;

/// What can be done with provisions.
#[derive(Debug, Subcommand)]
#[command(after_help = "Examples:\n  \
    sponsio provision agree guarantees k7m2qy en\n  \
    sponsio provision agree guarantees k7m2qy en --ad-referendum CAR --until 2027-02-01T00:00:00Z\n  \
    sponsio provision reopen guarantees k7m2qy en --reason \"a number is wrong\" --for ARD --for BEL --against CAR\n  \
    sponsio provision reserve guarantees k7m2qz en --as CAR")]
pub enum ProvisionCommand {
    /// Record that a provision is agreed as it stands
    Agree(agreed::Agree),
    /// Reopen an agreed provision
    Reopen(agreed::Reopen),
    /// Confirm or refuse an agreement ad referendum
    Confirm(Confirm),
    /// Set the period in which a delegation that refused tables its text
    Period(Period),
    /// Reserve a delegation's position
    Reserve(Reserve),
    /// Lift a reservation of position
    Lift(Lift),
}

/// A provision in one language.
#[derive(Debug, Args)]
pub struct At {
    /// The conference
    #[arg(value_parser = conference_id)]
    pub conference: ConferenceId,
    /// The id of the provision
    #[arg(value_parser = provision)]
    pub provision: ProvisionId,
    /// The language
    #[arg(value_parser = language)]
    pub language: Language,
    /// How it is recorded
    #[command(flatten)]
    pub step: StepArgs,
}

impl At {
    /// Returns the place.
    pub(super) fn place(&self) -> Place {
        Place {
            provision: self.provision,
            language: self.language.clone(),
        }
    }
}

/// Arguments of `sponsio provision confirm`.
#[derive(Debug, Args)]
pub struct Confirm {
    /// The conference
    #[arg(value_parser = conference_id)]
    pub conference: ConferenceId,
    /// Mark of the act that agreed
    #[arg(value_parser = mark)]
    pub of: ActId,
    /// Whose answer it is
    #[arg(long = "as", value_name = "CODE", value_parser = delegation)]
    pub by: ParticipantId,
    /// It refuses
    #[arg(long)]
    pub refuse: bool,
    /// How it is recorded
    #[command(flatten)]
    pub step: StepArgs,
}

/// Arguments of `sponsio provision period`.
#[derive(Debug, Args)]
pub struct Period {
    /// The conference
    #[arg(value_parser = conference_id)]
    pub conference: ConferenceId,
    /// Mark of the act that agreed ad referendum
    #[arg(value_parser = mark)]
    pub of: ActId,
    /// Delegation that refused, or whose confirmation lapsed
    #[arg(long = "for", value_name = "CODE", value_parser = delegation)]
    pub delegation: ParticipantId,
    /// Instant at which the period is over
    #[arg(long, value_name = "INSTANT", value_parser = instant)]
    pub until: Instant,
    /// How it is recorded
    #[command(flatten)]
    pub step: StepArgs,
}

/// Arguments of `sponsio provision reserve`.
#[derive(Debug, Args)]
pub struct Reserve {
    /// Where
    #[command(flatten)]
    pub at: At,
    /// Whose position it is
    #[arg(long = "as", value_name = "CODE", value_parser = delegation)]
    pub by: ParticipantId,
    /// What it says; the public log shows it
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub note: String,
}

/// Arguments of `sponsio provision lift`.
#[derive(Debug, Args)]
pub struct Lift {
    /// The conference
    #[arg(value_parser = conference_id)]
    pub conference: ConferenceId,
    /// Mark of the reservation
    #[arg(value_parser = mark)]
    pub of: ActId,
    /// Whose it is
    #[arg(long = "as", value_name = "CODE", value_parser = delegation)]
    pub by: ParticipantId,
    /// How it is recorded
    #[command(flatten)]
    pub step: StepArgs,
}

/// Runs a command on provisions.
pub fn run(
    command: &ProvisionCommand,
    shared: &Shared,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    match command {
        ProvisionCommand::Agree(args) => agreed::agree(args, shared, console),
        ProvisionCommand::Reopen(args) => agreed::reopen(args, shared, console),
        ProvisionCommand::Period(args) => {
            step(&args.step, shared, console, &args.conference, |_, _| {
                Ok(Step::PeriodSet(PeriodSet {
                    of: args.of,
                    participant: args.delegation.clone(),
                    until: args.until,
                }))
            })
        }
        ProvisionCommand::Confirm(args) => {
            step(&args.step, shared, console, &args.conference, |_, _| {
                Ok(Step::Referendum(ReferendumAnswer {
                    of: args.of,
                    participant: args.by.clone(),
                    confirmed: !args.refuse,
                }))
            })
        }
        ProvisionCommand::Reserve(args) => at(&args.at, shared, console, |place| {
            Step::Reserved(PositionReserved {
                participant: args.by.clone(),
                place,
                note: args.note.clone(),
            })
        }),
        ProvisionCommand::Lift(args) => {
            step(&args.step, shared, console, &args.conference, |_, _| {
                Ok(Step::Lifted(ReservationLifted {
                    of: args.of,
                    participant: args.by.clone(),
                }))
            })
        }
    }
}

/// Records a step at a place.
pub(super) fn at(
    args: &At,
    shared: &Shared,
    console: &mut Console<'_>,
    say: impl FnOnce(Place) -> Step,
) -> Result<(), Failure> {
    step(&args.step, shared, console, &args.conference, |_, _| {
        Ok(say(args.place()))
    })
}
