//! `sponsio initial` and `sponsio authenticate`: the adopted text is established as authentic and definitive
//! (VCLT art. 10).

use clap::Args;

use sponsio_law::conference::Procedure;
use sponsio_record::{ConferenceId, ParticipantId};

use crate::args::Shared;
use crate::command::conference::{SittingArgs, conference_id, delegation, record};
use crate::failure::Failure;
use crate::print::Console;

/// Arguments of `sponsio initial`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    sponsio initial guarantees --as ARD")]
pub struct Initial {
    /// The conference
    #[arg(value_parser = conference_id)]
    pub conference: ConferenceId,
    /// Who initials
    #[arg(long = "as", value_name = "CODE", value_parser = delegation)]
    pub by: ParticipantId,
    /// How it is recorded
    #[command(flatten)]
    pub sitting: SittingArgs,
}

/// Arguments of `sponsio authenticate`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    sponsio authenticate guarantees --procedure initialling")]
pub struct Authenticate {
    /// The conference
    #[arg(value_parser = conference_id)]
    pub conference: ConferenceId,
    /// How: as-agreed, signature, signature-ad-referendum, initialling or final-act
    #[arg(long, value_parser = procedure)]
    pub procedure: Procedure,
    /// How it is recorded
    #[command(flatten)]
    pub sitting: SittingArgs,
}

/// Records that a delegation initials the adopted text.
pub fn initial(args: &Initial, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    record(&args.sitting, shared, console, async |desk, _| {
        Ok(desk.initial(&args.conference, args.by.clone()).await?)
    })
}

/// Records that the adopted text is authentic.
pub fn run(args: &Authenticate, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    record(&args.sitting, shared, console, async |desk, _| {
        Ok(desk.authenticate(&args.conference, args.procedure).await?)
    })
}

fn procedure(text: &str) -> Result<Procedure, String> {
    let labels: Vec<_> = Procedure::ALL.iter().map(|one| one.label()).collect();
    Procedure::from_label(text).ok_or_else(|| format!("one of {}", labels.join(", ")))
}
