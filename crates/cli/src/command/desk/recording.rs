//! How every command of the desk records: the request becomes a filing, the law examines it, what
//! would change is computed, and only then, unless it is a rehearsal, it is written.

mod request;

pub use self::request::Request;

use alloc::sync::Arc;

use sponsio_depositary::world::{Chance as _, SystemChance};
use sponsio_depositary::{DeskError, Recorded, State, Submission};
use sponsio_law::filing::Filing;
use sponsio_law::register::Register;
use sponsio_law::remark::Remark;
use sponsio_law::status::consequence::Consequence;
use sponsio_ledger::entry::Visibility;
use sponsio_ledger::note::SigningKey;
use sponsio_record::{ActId, Digest};

use crate::args::Shared;
use crate::command::desk::args::{DeskArgs, Level};
use crate::command::desk::{find_to_sign, report};
use crate::failure::{Failure, Kind};
use crate::place::desk::{Attended, finish};
use crate::place::reading::day_at_seat;
use crate::place::{Place, PlaceError, wait_for};
use crate::print::Console;
use crate::wording::{Words, place, say};

/// What came of a request.
pub struct Outcome {
    /// What was filed.
    pub filing: Filing,
    /// Who may read it.
    pub visibility: Visibility,
    /// The digests of the keys with which it is signed.
    pub signed_by: Vec<Digest>,
    /// Its place in the log; none in a rehearsal.
    pub recorded: Option<Recorded>,
    /// How far it has come; none in a rehearsal.
    pub level: Option<Level>,
    /// Who of the observers has cosigned, and who not yet.
    pub attended: Attended,
    /// What the law has to say.
    pub remarks: Vec<Remark>,
    /// What changes.
    pub consequences: Vec<Consequence>,
    /// The register after it.
    pub after: Register,
    /// Why what is recorded is not published, if that is so.
    pub unpublished: Option<PlaceError>,
}

/// Records what a command asks for, or says what it would do, and prints the outcome.
pub fn run(
    args: &DeskArgs,
    shared: &Shared,
    console: &mut Console<'_>,
    ask: impl FnOnce(&Words, &State) -> Result<Request, Failure>,
) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let place = find_to_sign(&args.register, &args.key, &words, console)?;
    let outcome = if args.dry_run {
        rehearse(&place, args, &words, ask)?
    } else {
        record(&place, args, &words, ask)?
    };
    report::print(&outcome, args, &words, console)?;
    let waited_for = outcome.level.is_some_and(|level| level < args.wait);
    match outcome.unpublished {
        Some(error) if waited_for => Err(place::failure(&words, &error)),
        Some(error) => {
            let failure = place::failure(&words, &error);
            let why = say!(words, "desk-unpublished", why = failure.sentence);
            Ok(writeln!(console.err, "{why}")?)
        }
        None if waited_for => Err(not_witnessed(&words, &outcome.attended)),
        None => Ok(()),
    }
}

/// Why what was recorded is not witnessed: who has not cosigned, and why.
fn not_witnessed(words: &Words, attended: &Attended) -> Failure {
    let failure = Failure::new(Kind::Defect, say!(words, "desk-not-witnessed"));
    if attended.observers.is_empty() {
        return failure.with_hint(say!(words, "desk-no-observer-hint"));
    }
    let absent = report::absent(attended).into_iter();
    absent.fold(failure, |failure, (name, why)| {
        failure.with_hint(say!(words, "desk-absent-hint", name = name, why = why))
    })
}

/// Says what would be; the register is only read.
fn rehearse(
    place: &Place,
    args: &DeskArgs,
    words: &Words,
    ask: impl FnOnce(&Words, &State) -> Result<Request, Failure>,
) -> Result<Outcome, Failure> {
    let said = |error: PlaceError| place::failure(words, &error);
    let reached = place.clock(args.now).map_err(said)?.now();
    let state = place.state().map_err(said)?;
    let request = ask(words, &state)?;
    let mut fresh = [0; 16];
    SystemChance
        .fill(&mut fresh)
        .map_err(|error| said(error.into()))?;
    let id = args.id.unwrap_or(ActId::from_bytes(fresh));
    let refused = |error: DeskError| place::desk(words, &state.register, &error);
    let (visibility, signed_by) = (request.visibility(), digests(&request.signers()));
    let (filing, documents) = request
        .filing(&state, id, day_at_seat(&state, reached))
        .map_err(refused)?;
    let foreseen = state
        .foresee(&filing, &documents, reached)
        .map_err(refused)?;
    let consequences = if visibility == Visibility::Public {
        state.changes(&foreseen.after, day_at_seat(&state, reached))
    } else {
        Vec::new()
    };
    Ok(Outcome {
        filing,
        visibility,
        signed_by,
        recorded: None,
        level: None,
        attended: Attended::default(),
        remarks: foreseen.remarks,
        consequences,
        after: foreseen.after,
        unpublished: None,
    })
}

/// Records a request at the desk, and closes it when everything is published.
fn record(
    place: &Place,
    args: &DeskArgs,
    words: &Words,
    ask: impl FnOnce(&Words, &State) -> Result<Request, Failure>,
) -> Result<Outcome, Failure> {
    let said = |error: PlaceError| place::failure(words, &error);
    let clock = place.clock(args.now).map_err(said)?;
    wait_for(async {
        let reached = clock.now();
        let desk = place.desk(clock).await.map_err(said)?;
        let before = desk.state();
        let request = ask(words, &before)?;
        let refused = |error: DeskError| place::desk(words, &before.register, &error);
        let id = match args.id {
            Some(id) => id,
            None => desk.mark().map_err(refused)?,
        };
        let (visibility, signers) = (request.visibility(), request.signers());
        let (filing, documents) = request
            .filing(&before, id, day_at_seat(&before, reached))
            .map_err(refused)?;
        let mut submission =
            Submission::of(&filing, documents, reached).map_err(|unfit| refused(unfit.into()))?;
        submission.visibility = visibility;
        submission.sign(&signers);
        let recorded = desk.record(submission).await.map_err(refused)?;
        let after = desk.state();
        let (unpublished, attended) = match finish(desk, args.wait == Level::Witnessed).await {
            Ok(attended) => (None, attended),
            Err(error) => (Some(error), Attended::default()),
        };
        let level = match &unpublished {
            Some(_) => Level::Recorded,
            None if recorded.seq < attended.witnessed => Level::Witnessed,
            None => Level::Published,
        };
        Ok(Outcome {
            level: Some(level),
            attended,
            filing,
            visibility,
            signed_by: digests(&signers),
            remarks: recorded.remarks.clone(),
            consequences: before.changes(&after.register, day_at_seat(&before, reached)),
            after: after.register.clone(),
            recorded: Some(recorded),
            unpublished,
        })
    })
    .map_err(said)?
}

fn digests(keys: &[Arc<SigningKey>]) -> Vec<Digest> {
    keys.iter().map(|key| key.verifier().digest()).collect()
}
