//! Goal 8: the clock goes back, leaps, crosses a leap day and the changes of summer time. The order
//! stands, a clock that cannot be believed stops recording, and no legal date is drawn from it.

use alloc::sync::Arc;
use core::time::Duration;
use libtest_mimic::Failed;
use sponsio_depositary::world::Clock;
use sponsio_depositary::{AddParticipant, Depositary, DeskError, EnterTreaty, Fatal, RecordAct};
use sponsio_law::act::ActKind;
use sponsio_law::party::{Participant, ParticipantKind};
use sponsio_record::{Digest, Instant, ParticipantId, TreatyId};
use std::sync::{Mutex, PoisonError};

use crate::length::say;
use crate::office::{ORIGIN, Office, SECRET, act, open_register, quick_folder, runtime};
use crate::public_log::{audited, read};

const DAY: i64 = 86_400;

const CLAUSES: &str = "treaty \"Convention on mutual assurances\"
  id demo-1
  depositary \"Concord Assembly\"
consent by ratification, accession [art. 5]
in force 30 days after the day at least 2 instruments [art. 6(1)]
each later joiner 30 days after its deposit [art. 6(2)]
withdrawal 12 months after receipt of notice [art. 7]
";

/// A clock whose hands are set by the trial.
pub(crate) struct Hands(Mutex<(i64, u64)>);

impl Hands {
    pub(crate) fn at(instant: &str) -> Result<Arc<Self>, Failed> {
        let instant: Instant = instant.parse().map_err(|_| "an instant")?;
        Ok(Arc::new(Self(Mutex::new((instant.seconds(), 0)))))
    }

    /// Time passes.
    pub(crate) fn pass(&self, seconds: i64) {
        let mut hands = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        hands.0 += seconds;
        hands.1 += seconds.unsigned_abs();
    }

    /// Somebody sets the wall clock.
    fn set_by(&self, seconds: i64) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).0 += seconds;
    }
}

impl Clock for Hands {
    fn now(&self) -> Instant {
        let hands = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        Instant::from_seconds(hands.0).unwrap_or(Instant::MAX)
    }

    fn monotonic(&self) -> Duration {
        Duration::from_secs(self.0.lock().unwrap_or_else(PoisonError::into_inner).1)
    }
}

async fn desk_at(office: &Office, clock: &Arc<Hands>) -> Result<Depositary, Failed> {
    let world = office.world_at(Duration::ZERO, Arc::clone(clock) as _)?;
    Ok(Depositary::open(ORIGIN, &SECRET, world).await?)
}

/// The wall clock is set; recording stops, whichever way and however far, and nothing is recorded.
pub(crate) fn steps() -> Result<(), Failed> {
    let ten_years = 3_652 * DAY;
    for step in [-15 * DAY, ten_years, -3_600, 3_600, -3, 6] {
        let folder = quick_folder()?;
        let office = Office::at(folder.path());
        runtime()
            .block_on(step_of(&office, step))
            .map_err(|why| format!("a step of {step} s: {why:?}"))?;
        audited(&read(&office.log())?, None)?;
    }
    say("steps of -15 days, +10 years, one hour and a few seconds: recording stopped each time");
    Ok(())
}

async fn step_of(office: &Office, step: i64) -> Result<(), Failed> {
    let clock = Hands::at("2026-11-22T13:24:40Z")?;
    let desk = desk_at(office, &clock).await?;
    open_register(&desk).await?;
    clock.pass(10);
    desk.record(act("BEFORE", 0, &desk)?).await?;
    // A second or two are no step: the order stands, and so does the instant.
    clock.set_by(-1);
    let late = desk.record(act("LATE", 0, &desk)?).await?;
    if Some(late.recorded) != desk.state().last_recorded() || late.seq != 2 {
        return Err("a clock a second behind is followed, and the order stands".into());
    }
    clock.set_by(1);
    clock.set_by(step);
    let refused = desk.record(act("STEPPED", 0, &desk)?).await;
    if !matches!(refused, Err(DeskError::Stopped(Fatal::Clock { .. }))) {
        return Err(format!("it was answered {refused:?}").into());
    }
    let again = desk.record(act("AGAIN", 0, &desk)?).await;
    if !matches!(again, Err(DeskError::Stopped(Fatal::Clock { .. }))) || desk.state().size() != 3 {
        return Err(format!("after the stop: {again:?}").into());
    }
    closed(desk, true).await?;
    // A clock that is behind the last entry is not believed after a new start either; one that is
    // ahead cannot be told from an office that rested.
    let desk = desk_at(office, &clock).await?;
    let started = desk.record(act("STARTED", 0, &desk)?).await;
    let behind = step < -2;
    if started.is_ok() == behind {
        return Err(format!("after a new start: {started:?}").into());
    }
    closed(desk, behind).await?;
    // The clock is right again.
    clock.set_by(-step);
    let desk = desk_at(office, &clock).await?;
    let ended = desk.record(act("ENDED", 0, &desk)?).await;
    let ahead = step > 2;
    if ended.is_ok() == ahead {
        return Err(format!("with the right clock: {ended:?}").into());
    }
    closed(desk, ahead).await
}

/// Closes the desk, which says why if it had stopped.
async fn closed(desk: Depositary, stopped: bool) -> Result<(), Failed> {
    match (desk.close().await, stopped) {
        (Ok(()), false) | (Err(Fatal::Clock { .. }), true) => Ok(()),
        (other, _) => Err(format!("closed: {other:?}").into()),
    }
}

/// A day of receipt is that of the seat: across a leap day and both changes of summer time. The same
/// acts on the same days make the same register, whatever the hour at which they were recorded.
pub(crate) fn calendar() -> Result<(), Failed> {
    // Berlin: the day before a change, and what day it is there at these instants.
    let drills = [
        ("2028-02-28T22:59:59Z", 2, "2028-02-28", "2028-02-29"),
        ("2028-02-29T22:59:59Z", 2, "2028-02-29", "2028-03-01"),
        ("2027-03-28T00:59:59Z", 2, "2027-03-28", "2027-03-28"),
        ("2027-03-28T21:59:59Z", 2, "2027-03-28", "2027-03-29"),
        ("2027-10-31T00:59:59Z", 3_600, "2027-10-31", "2027-10-31"),
        ("2027-10-31T22:59:59Z", 2, "2027-10-31", "2027-11-01"),
    ];
    for (start, passes, first, second) in drills {
        let days = runtime().block_on(receipts(start, passes))?;
        if days != [first, second] {
            return Err(format!("{start} and {passes} s later: {days:?}").into());
        }
    }
    let morning = runtime().block_on(register_at("2027-03-28T00:30:00Z", 60))?;
    let evening = runtime().block_on(register_at("2027-03-28T18:30:00Z", 3_600))?;
    if morning != evening {
        return Err("the hour of recording changed a register".into());
    }
    say("leap day and both changes of summer time: days of receipt by the seat, no date moved");
    Ok(())
}

/// Returns the days of receipt of two acts with so many seconds between them.
async fn receipts(start: &str, passes: i64) -> Result<Vec<String>, Failed> {
    let folder = quick_folder()?;
    let office = Office::at(folder.path());
    let clock = Hands::at(start)?;
    let desk = desk_at(&office, &clock).await?;
    set_up(&desk).await?;
    let mut days = Vec::new();
    for code in ["ARD", "BEL"] {
        desk.record_act(accession(code)?).await?;
        let state = desk.state();
        let treaty = state.register.treaties().first().ok_or("a treaty")?;
        let last = treaty.acts().last().ok_or("an act")?;
        let received = last.recorded.ok_or("a day of receipt")?;
        if last.date != received || received != desk.today() {
            return Err(format!("deposited {}, received {received}", last.date).into());
        }
        days.push(received.to_string());
        clock.pass(passes);
    }
    desk.close().await?;
    audited(&read(&office.log())?, None)?;
    Ok(days)
}

/// Returns what the register comes to when two States accede at these instants.
async fn register_at(start: &str, passes: i64) -> Result<Digest, Failed> {
    let folder = quick_folder()?;
    let clock = Hands::at(start)?;
    let desk = desk_at(&Office::at(folder.path()), &clock).await?;
    set_up(&desk).await?;
    for code in ["ARD", "BEL"] {
        let mut request = accession(code)?;
        request.id = Some(crate::office::mark(code));
        desk.record_act(request).await?;
        clock.pass(passes);
    }
    let digest = desk.state().register.digest();
    desk.close().await?;
    Ok(digest)
}

async fn set_up(desk: &Depositary) -> Result<(), Failed> {
    open_register(desk).await?;
    for (id, name) in [("ARD", "Ardenia"), ("BEL", "Belmar")] {
        let participant = Participant {
            id: code(id)?,
            name: name.to_owned(),
            kind: ParticipantKind::State,
        };
        desk.add_participant(AddParticipant { participant }).await?;
    }
    let treaty = EnterTreaty {
        treaty: treaty()?,
        clauses: CLAUSES.to_owned(),
        texts: Vec::new(),
    };
    desk.enter_treaty(treaty).await?;
    Ok(())
}

fn accession(participant: &str) -> Result<RecordAct, Failed> {
    Ok(RecordAct::new(
        ActKind::Accession,
        treaty()?,
        code(participant)?,
    ))
}

fn code(code: &str) -> Result<ParticipantId, Failed> {
    Ok(ParticipantId::new(code).map_err(|error| error.to_string())?)
}

fn treaty() -> Result<TreatyId, Failed> {
    Ok(TreatyId::new("demo-1").map_err(|error| error.to_string())?)
}
