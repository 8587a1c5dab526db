//! `sponsio provision`: agreed, reopened, confirmed *ad referendum*, reserved.

use clap::{Args, Subcommand};

use sponsio_law::conference::{
    Agreed, Decision, Place, PositionReserved, ReferendumAnswer, Reopened, ReservationLifted, Step,
};
use sponsio_record::{ActId, ConferenceId, Instant, ParticipantId};
use sponsio_text::{Language, ProvisionId};

use crate::args::{RegisterArg, Shared};
use crate::command::conference::round::provision;
use crate::command::conference::{StepArgs, conference_id, delegation, held, language, mark, step};
use crate::command::desk::find;
use crate::failure::{Failure, Kind};
use crate::place::clock::instant;
use crate::print::Console;
use crate::wording::{Words, place, say};

/// What can be done with provisions.
#[derive(Debug, Subcommand)]
#[command(after_help = "Examples:\n  \
    sponsio provision agree guarantees k7m2qy en\n  \
    sponsio provision reserve guarantees k7m2qz en --as CAR")]
pub enum ProvisionCommand {
    /// Record that a provision is agreed as it stands
    Agree(Agree),
    /// Reopen an agreed provision
    Reopen(Reopen),
    /// Confirm or refuse an agreement ad referendum
    Confirm(Confirm),
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
    fn place(&self) -> Place {
        Place {
            provision: self.provision,
            language: self.language.clone(),
        }
    }
}

/// Arguments of `sponsio provision agree`.
#[derive(Debug, Args)]
pub struct Agree {
    /// Where
    #[command(flatten)]
    pub at: At,
    /// Package in which it is agreed
    #[arg(long, value_name = "NAME")]
    pub package: Option<String>,
    /// Delegation that has still to confirm
    #[arg(long, value_name = "CODE", value_parser = delegation)]
    pub ad_referendum: Vec<ParticipantId>,
    /// Instant until which it confirms
    #[arg(long, value_name = "INSTANT", value_parser = instant)]
    pub until: Option<Instant>,
    /// Mark of the silence procedure by which it was agreed
    #[arg(long, value_name = "MARK", value_parser = mark)]
    pub silence: Option<ActId>,
}

/// Arguments of `sponsio provision reopen`.
#[derive(Debug, Args)]
pub struct Reopen {
    /// Where
    #[command(flatten)]
    pub at: At,
    /// Why
    #[arg(long, value_name = "TEXT")]
    pub reason: String,
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
        ProvisionCommand::Agree(args) => agree(args, shared, console),
        ProvisionCommand::Reopen(args) => at(&args.at, shared, console, |place| {
            Step::Reopened(Reopened {
                place,
                reason: args.reason.clone(),
                decision: Decision::Consensus,
            })
        }),
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

fn at(
    args: &At,
    shared: &Shared,
    console: &mut Console<'_>,
    say: impl FnOnce(Place) -> Step,
) -> Result<(), Failure> {
    step(&args.step, shared, console, &args.conference, |_, _| {
        Ok(say(args.place()))
    })
}

fn agree(args: &Agree, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let (revision, content) = stands(&args.at, &args.at.step.sitting.register, &words, console)?;
    let decision = args.silence.map_or(Decision::Consensus, Decision::Silence);
    at(&args.at, shared, console, |place| {
        Step::Agreed(Agreed {
            place,
            revision,
            content,
            package: args.package.clone(),
            ad_referendum: args.ad_referendum.iter().cloned().collect(),
            until: args.until,
            decision,
        })
    })
}

/// What the present revision says at the place: that, and nothing else, is agreed.
fn stands(
    at: &At,
    register: &RegisterArg,
    words: &Words,
    console: &mut Console<'_>,
) -> Result<(sponsio_record::Digest, sponsio_record::Digest), Failure> {
    let found = find(register, words, console)?;
    let state = found
        .state()
        .map_err(|error| place::failure(words, &error))?;
    let held = held(words, &state.register, &at.conference)?;
    match (held.revision(), held.content(&at.place())) {
        (Some(revision), Some(content)) => Ok((*revision, *content)),
        _ => {
            let place = at.place().to_string();
            let sentence = say!(words, "conference-no-place", place = place);
            Err(Failure::new(Kind::NotFound, sentence))
        }
    }
}
