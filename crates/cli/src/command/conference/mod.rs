//! Conferences: the commands by which a text is negotiated, one file each. What the public log shows of
//! a proposal is that it was tabled, by whom and when; its words stay in the drawer until the round is
//! published.

pub mod adopt;
pub mod agenda;
pub mod agreed;
mod attach;
pub mod authenticate;
pub mod clarification;
pub mod convergence;
pub mod corrigendum;
pub mod decision;
pub mod hold;
mod in_force;
pub mod language;
pub mod meeting;
pub mod package;
pub mod position;
pub mod proposal;
pub mod propose;
pub mod provision;
pub mod reader;
pub mod round;
mod show;
pub mod silence;
pub mod statement;
pub mod travaux;
pub mod understanding;
pub mod walk;

use clap::Args;
use serde_json::json;

use sponsio_depositary::{Depositary, DeskError, Recorded};
use sponsio_law::conference::{Conference, Proceeding, Step};
use sponsio_record::{ActId, ConferenceId, Instant, ParticipantId};
use sponsio_text::Language;

use crate::args::{RegisterArg, Shared};
use crate::command::desk::{find, settled};
use crate::failure::{Failure, Kind};
use crate::place::clock::instant;
use crate::place::{PlaceError, wait_for};
use crate::print::Console;
use crate::wording::{self, Words, place, say};

/// What all commands share that record a proceeding.
#[derive(Debug, Clone, Args)]
pub struct SittingArgs {
    /// The register
    #[command(flatten)]
    pub register: RegisterArg,
    /// Instant by which it is received; in an exercise only
    #[arg(long, value_name = "INSTANT", value_parser = instant)]
    pub now: Option<Instant>,
    /// Mark of the act, 32 hexadecimal digits; chosen anew if not given. An act is recorded under a mark once
    #[arg(long, value_name = "MARK", value_parser = mark)]
    pub id: Option<ActId>,
    /// Answer as JSON
    #[arg(long)]
    pub json: bool,
}

/// A proceeding that comes with nothing else: whether it would be received can be asked first.
#[derive(Debug, Clone, Args)]
pub struct StepArgs {
    /// How it is recorded
    #[command(flatten)]
    pub sitting: SittingArgs,
    /// Say whether it would be received; write nothing
    #[arg(long)]
    pub dry_run: bool,
}

/// Records what a function asks of the desk, and prints the answer.
pub(super) fn record(
    args: &SittingArgs,
    shared: &Shared,
    console: &mut Console<'_>,
    ask: impl AsyncFnOnce(&Depositary, &Words) -> Result<Recorded, Asked>,
) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let register = find(&args.register, &words, console)?;
    let said = |error: PlaceError| place::failure(&words, &error);
    let clock = register.clock(args.now).map_err(said)?;
    let recorded = wait_for(async {
        let desk = register.desk(clock).await.map_err(said)?;
        let desk = match args.id {
            Some(id) => desk.marking(id),
            None => desk,
        };
        let state = desk.state();
        let recorded = match ask(&desk, &words).await {
            Ok(recorded) => recorded,
            Err(Asked::Failure(failure)) => return Err(failure),
            Err(Asked::Desk(error)) => return Err(place::desk(&words, &state.register, &error)),
        };
        desk.close().await.map_err(|fatal| said(fatal.into()))?;
        Ok(recorded)
    })
    .map_err(said)??;
    let (seq, mark) = (recorded.seq, recorded.act.to_string());
    let data = json!({
        "seq": seq,
        "id": mark,
        "leaf": recorded.leaf.cited(),
        "recorded": recorded.recorded.to_string(),
    });
    let sentence = say!(words, "conference-done", seq = seq, mark = mark);
    settled(console, args.json, &data, &sentence)
}

/// Asks something of the desk that is no act of its own.
pub(super) fn at_desk<T>(
    args: &SittingArgs,
    words: &Words,
    console: &mut Console<'_>,
    ask: impl AsyncFnOnce(&Depositary) -> Result<T, DeskError>,
) -> Result<T, Failure> {
    let register = find(&args.register, words, console)?;
    let said = |error: PlaceError| place::failure(words, &error);
    let clock = register.clock(args.now).map_err(said)?;
    wait_for(async {
        let desk = register.desk(clock).await.map_err(said)?;
        let state = desk.state();
        let answer = ask(&desk).await;
        let answer = answer.map_err(|error| place::desk(words, &state.register, &error))?;
        desk.close().await.map_err(|fatal| said(fatal.into()))?;
        Ok::<_, Failure>(answer)
    })
    .map_err(said)?
}

/// Records a step, or says whether it would be received.
pub(super) fn step(
    args: &StepArgs,
    shared: &Shared,
    console: &mut Console<'_>,
    conference: &ConferenceId,
    step: impl FnOnce(&Words, Instant) -> Result<Step, Failure>,
) -> Result<(), Failure> {
    if !args.dry_run {
        return record(&args.sitting, shared, console, async |desk, words| {
            let step = step(words, desk.now())?;
            Ok(desk.proceed(conference, step).await?)
        });
    }
    let words = Words::new(shared.lang);
    let register = find(&args.sitting.register, &words, console)?;
    let said = |error: PlaceError| place::failure(&words, &error);
    let received = register.clock(args.sitting.now).map_err(said)?.now();
    let state = register.state().map_err(said)?;
    let proceeding = Proceeding {
        conference: conference.clone(),
        received,
        step: step(&words, received)?,
    };
    // The mark of an act that is not recorded does not matter.
    let nobody = ActId::from_bytes([0; 16]);
    state
        .register
        .examine_proceeding(nobody, &proceeding)
        .map_err(|refusal| place::desk(&words, &state.register, &DeskError::Conference(refusal)))?;
    let kind = proceeding.step.kind();
    let data = json!({ "dry_run": true, "kind": kind });
    let what = wording::conference::kind(&words, kind);
    let sentence = say!(words, "conference-would", kind = what);
    settled(console, args.sitting.json, &data, &sentence)
}

/// Why something was not recorded: the command line says something wrong, or the desk refuses.
pub(super) enum Asked {
    /// What is said on the command line.
    Failure(Failure),
    /// What the desk says.
    Desk(DeskError),
}

impl From<Failure> for Asked {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}

impl From<DeskError> for Asked {
    fn from(error: DeskError) -> Self {
        Self::Desk(error)
    }
}

/// Reads the identifier of a conference.
pub(super) fn conference_id(text: &str) -> Result<ConferenceId, String> {
    ConferenceId::new(text).map_err(|error| error.to_string())
}

/// Reads the code of a delegation.
pub(super) fn delegation(text: &str) -> Result<ParticipantId, String> {
    ParticipantId::new(text).map_err(|error| error.to_string())
}

/// Reads the mark of an act.
pub(super) fn mark(text: &str) -> Result<ActId, String> {
    text.parse()
        .map_err(|error: sponsio_record::ActIdError| error.to_string())
}

/// Reads a language tag.
pub(super) fn language(text: &str) -> Result<Language, String> {
    Language::new(text).map_err(|error| error.to_string())
}

/// Returns a conference of the register, or says that it is not there.
pub(super) fn held(
    words: &Words,
    register: &sponsio_law::register::Register,
    id: &ConferenceId,
) -> Result<Conference, Failure> {
    let held = register.conference(id);
    let held = held.ok_or_else(|| {
        let sentence = say!(words, "conference-not-found", id = id.as_str());
        Failure::new(Kind::NotFound, sentence)
    })?;
    Ok(Conference::clone(held))
}
