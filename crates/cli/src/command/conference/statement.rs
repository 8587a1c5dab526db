//! `sponsio silence attach`: an interpretative statement or a formal reservation is attached to a decision
//! under silence. It does not undo the decision; at the expiry or after it comes too late.

use clap::Args;

use sponsio_law::conference::Attachment;
use sponsio_record::{ActId, ConferenceId, ParticipantId};

use crate::args::Shared;
use crate::command::conference::{SittingArgs, conference_id, delegation, mark, record};
use crate::command::desk::args::document;
use crate::failure::Failure;
use crate::print::Console;

/// Arguments of `sponsio silence attach`.
#[derive(Debug, Args)]
pub struct Attach {
    /// The conference
    #[arg(value_parser = conference_id)]
    pub conference: ConferenceId,
    /// Mark of the procedure
    #[arg(value_parser = mark)]
    pub of: ActId,
    /// Whose statement it is
    #[arg(long = "as", value_name = "CODE", value_parser = delegation)]
    pub by: ParticipantId,
    /// An interpretative statement; the public log holds it
    #[arg(long, value_name = "FILE", required_unless_present = "reservation")]
    pub interpretative: Option<String>,
    /// A formal reservation; the public log holds it
    #[arg(long, value_name = "FILE", conflicts_with = "interpretative")]
    pub reservation: Option<String>,
    /// How it is recorded
    #[command(flatten)]
    pub sitting: SittingArgs,
}

/// Attaches a statement.
pub(super) fn attach(
    args: &Attach,
    shared: &Shared,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    record(&args.sitting, shared, console, async |desk, words| {
        let (sort, path) = match (&args.reservation, &args.interpretative) {
            (Some(path), _) => (Attachment::FormalReservation, path.as_str()),
            (None, path) => (
                Attachment::InterpretativeStatement,
                path.as_deref().unwrap_or_default(),
            ),
        };
        let (statement, _) = document(words, path)?;
        let (conference, by) = (&args.conference, args.by.clone());
        let attached = desk.attach_statement(conference, args.of, by, sort, statement);
        Ok(attached.await?)
    })
}
