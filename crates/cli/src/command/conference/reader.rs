//! Who reads: what is shown of papers depends on it. Nothing of a draft is shown to whom it is not addressed.

use clap::Args;

use sponsio_depositary::{Depositary, DeskError, Reader};
use sponsio_law::conference::Conference;
use sponsio_record::{ConferenceId, Instant, ParticipantId};

use crate::args::{RegisterArg, Shared};
use crate::command::conference::{conference_id, delegation, held};
use crate::command::desk::find;
use crate::failure::Failure;
use crate::place::clock::instant;
use crate::place::{PlaceError, wait_for};
use crate::print::Console;
use crate::wording::{Words, place};

/// What all commands share that show a conference.
#[derive(Debug, Clone, Args)]
pub struct ReaderArgs {
    /// Delegation that reads; otherwise what the public log shows
    #[arg(long = "as", value_name = "CODE", value_parser = delegation)]
    pub by: Option<ParticipantId>,
    /// Read as the chair or the secretariat
    #[arg(long, conflicts_with = "by")]
    pub presidency: bool,
    /// The register
    #[command(flatten)]
    pub register: RegisterArg,
    /// Instant at which it is shown; in an exercise only
    #[arg(long, value_name = "INSTANT", value_parser = instant)]
    pub now: Option<Instant>,
    /// Answer as JSON
    #[arg(long)]
    pub json: bool,
}

/// A conference, and who reads.
#[derive(Debug, Clone, Args)]
pub struct ShowArgs {
    /// The conference
    #[arg(value_parser = conference_id)]
    pub conference: ConferenceId,
    /// Who reads
    #[command(flatten)]
    pub reader: ReaderArgs,
}

impl ReaderArgs {
    fn reader(&self) -> Reader {
        match &self.by {
            Some(code) => Reader::Delegation(code.clone()),
            None if self.presidency => Reader::Presidency,
            None => Reader::Public,
        }
    }
}

/// Returns a conference as the reader may see it, and the instant at which it is shown.
pub(super) fn view(
    id: &ConferenceId,
    args: &ReaderArgs,
    shared: &Shared,
    console: &mut Console<'_>,
) -> Result<(Conference, Instant), Failure> {
    let words = Words::new(shared.lang);
    let register = find(&args.register, &words, console)?;
    let said = |error: PlaceError| place::failure(&words, &error);
    let clock = register.clock(args.now).map_err(said)?;
    let now = clock.now();
    let reader = args.reader();
    if reader == Reader::Public {
        let state = register.state().map_err(said)?;
        return Ok((held(&words, &state.register, id)?, now));
    }
    let view = ask(id, args, shared, console, async |desk, reader| {
        desk.view(id, reader).await
    })?;
    Ok((view, now))
}

/// Returns what the desk answers to the reader; what it keeps in its drawer is asked through it.
pub(super) fn ask<T>(
    id: &ConferenceId,
    args: &ReaderArgs,
    shared: &Shared,
    console: &mut Console<'_>,
    question: impl AsyncFnOnce(&Depositary, &Reader) -> Result<T, DeskError>,
) -> Result<T, Failure> {
    let words = Words::new(shared.lang);
    let register = find(&args.register, &words, console)?;
    let said = |error: PlaceError| place::failure(&words, &error);
    let clock = register.clock(args.now).map_err(said)?;
    wait_for(async {
        let desk = register.desk(clock).await.map_err(said)?;
        let state = desk.state();
        held(&words, &state.register, id)?;
        let answer = question(&desk, &args.reader()).await;
        let answer = answer.map_err(|error| place::desk(&words, &state.register, &error))?;
        desk.close().await.map_err(|fatal| said(fatal.into()))?;
        Ok::<_, Failure>(answer)
    })
    .map_err(said)?
}
