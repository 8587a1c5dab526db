//! The log is shown to those who watch it: after each publication the observers are asked for their
//! cosignatures, and before the first signature for what they saw last.
//!
//! A minority that is down is no outage: what is published stays published, and who has not
//! cosigned yet can be read from the attendance.

use alloc::collections::BTreeMap;
use alloc::sync::{Arc, Weak};
use core::time::Duration;
use std::sync::{Mutex, PoisonError};

use sponsio_law::filing::{Confirmation, Ground};
use sponsio_ledger::checkpoint::Checkpoint;
use sponsio_ledger::note::{Note, Signature};
use sponsio_ledger::policy::{Cosigned, Policy};
use sponsio_record::Instant;
use tokio::sync::watch;
use tokio::task::JoinSet;

use crate::desk::Depositary;
use crate::failure::{DeskError, Fatal};
use crate::fetch::Fetcher;
use crate::house::House;
use crate::observer::{Absence, Observer, Request};
use crate::store::{Cosignature, Signed};
use crate::tiles::Shelved;

/// How soon an observer that did not cosign is asked again.
const AGAIN: Duration = Duration::from_secs(30);

/// After how many seconds a quiet log is shown again, so that its cosignatures stay fresh.
const REFRESH: i64 = 3_600;

/// Who watches the log, and whose cosignatures make an act *witnessed*.
#[derive(Debug, Clone, Default)]
pub struct Witnessing {
    /// Who is asked.
    pub observers: Vec<Observer>,
    /// The policy whose quorum counts; without one, nothing ever counts as witnessed.
    pub policy: Option<Policy>,
    /// The client.
    pub fetcher: Fetcher,
    /// What two different officers confirm at this start; it is recorded.
    pub confirmation: Option<Confirmation>,
    /// Whether the log was locked before, so that an absent lock is a lost one.
    pub is_established: bool,
    /// Whether the observers are asked only by [`Depositary::ask_observers`]: a desk that is opened
    /// for one act asks them once.
    pub only_when_told: bool,
}

/// How far an act has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// It is durable in the store.
    Recorded,
    /// It is covered by a signed checkpoint.
    Published,
    /// The quorum of the policy has cosigned a checkpoint that covers it.
    Witnessed,
}

/// How an observer stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Attendance {
    /// The size that it cosigned last; zero if it has cosigned nothing yet.
    pub cosigned: u64,
    /// When it did.
    pub at: Option<Instant>,
    /// Why it has not cosigned since.
    pub absence: Option<Absence>,
    /// The size that it is believed to have seen last.
    seen: u64,
}

/// What the house keeps of its observers.
pub(crate) struct Gallery {
    pub(crate) witnessing: Witnessing,
    attendance: Mutex<BTreeMap<String, Attendance>>,
    /// How many entries the quorum has cosigned.
    witnessed: watch::Sender<u64>,
    /// Rounds do not overlap.
    round: tokio::sync::Mutex<()>,
}

impl Gallery {
    pub(crate) fn new(witnessing: Witnessing) -> Self {
        Self {
            witnessing,
            attendance: Mutex::default(),
            witnessed: watch::Sender::new(0),
            round: tokio::sync::Mutex::new(()),
        }
    }

    fn attendance(&self) -> BTreeMap<String, Attendance> {
        let attendance = self.attendance.lock();
        attendance.unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn change(&self, name: &str, change: impl FnOnce(&mut Attendance)) {
        let attendance = self.attendance.lock();
        let mut attendance = attendance.unwrap_or_else(PoisonError::into_inner);
        change(attendance.entry(name.to_owned()).or_default());
    }
}

impl Witnessing {
    /// Returns what the observers saw last of this log. Where the lock is lost, somebody must have
    /// answered, or two officers confirm.
    pub(crate) async fn seen(&self, log: &Policy, locked: bool) -> Result<Vec<Cosigned>, Fatal> {
        let mut asked = JoinSet::new();
        for observer in self.observers.clone() {
            let (fetcher, log) = (self.fetcher.clone(), log.clone());
            asked.spawn(async move { observer.seen(&fetcher, &log).await });
        }
        let answers = asked.join_all().await;
        let answered = answers.iter().any(Result::is_ok);
        let is_lost = !locked && (self.is_established || !self.observers.is_empty());
        if is_lost && !answered && !self.confirms(Ground::Lock) {
            return Err(Fatal::Unconfirmed);
        }
        Ok(answers.into_iter().flatten().flatten().collect())
    }

    /// Whether two different officers confirm this.
    pub(crate) fn confirms(&self, ground: Ground) -> bool {
        let confirmation = self.confirmation.as_ref();
        confirmation.is_some_and(|confirmed| {
            let [one, other] = &confirmed.officers;
            confirmed.ground == ground && one != other
        })
    }
}

impl Depositary {
    /// Returns how far the act at this place has come; `None` where there is no such entry.
    pub fn level(&self, seq: u64) -> Option<Level> {
        if seq < *self.house.gallery.witnessed.borrow() {
            Some(Level::Witnessed)
        } else if seq < *self.house.published.borrow() {
            Some(Level::Published)
        } else {
            (seq < self.state().size()).then_some(Level::Recorded)
        }
    }

    /// Returns how each observer stands that was asked, by name.
    pub fn attendance(&self) -> BTreeMap<String, Attendance> {
        self.house.gallery.attendance()
    }

    /// Asks all observers once for their cosignature of what is published; returns how many entries
    /// the quorum has cosigned by then.
    pub async fn ask_observers(&self) -> Result<u64, DeskError> {
        let shown = self.house.show_to_observers().await;
        shown.map_err(|fatal| self.house.stop(fatal))?;
        Ok(*self.house.gallery.witnessed.borrow())
    }

    /// Waits until the quorum has cosigned so many entries; returns how many it has.
    pub async fn witnessed(&self, size: u64) -> Result<u64, DeskError> {
        let mut witnessed = self.house.gallery.witnessed.subscribe();
        let covered = witnessed.wait_for(|covered| *covered >= size).await;
        Ok(*covered.map_err(|_| Fatal::Closed)?)
    }
}

/// Asks the observers after each publication, until the house is gone.
pub(crate) async fn keep_showing(house: Weak<House>) {
    let Some(mut published) = house.upgrade().map(|house| house.published.subscribe()) else {
        return;
    };
    loop {
        let Some(open) = house.upgrade() else { return };
        if open.stopped().is_some() {
            return;
        }
        if let Err(fatal) = open.show_to_observers().await {
            open.stop(fatal);
            return;
        }
        drop(open);
        // Whoever closed the house has dropped the sender.
        if let Ok(Err(_)) = tokio::time::timeout(AGAIN, published.changed()).await {
            return;
        }
    }
}

impl House {
    /// Asks those observers that have not cosigned what is published, or not for long.
    async fn show_to_observers(self: &Arc<Self>) -> Result<(), Fatal> {
        let _round = self.gallery.round.lock().await;
        let Some(signed) = self.store.signed().await? else {
            return Ok(());
        };
        let broken = |detail: String| Fatal::Storage(format!("the signed checkpoint: {detail}"));
        let note = Note::parse(&signed.note).map_err(|fault| broken(fault.to_string()))?;
        let checkpoint =
            Checkpoint::parse(note.text()).map_err(|fault| broken(fault.to_string()))?;
        let shown = Arc::new((checkpoint, note));
        let attendance = self.gallery.attendance();
        let mut asked = JoinSet::new();
        for observer in self.gallery.witnessing.observers.clone() {
            let stands = attendance.get(observer.key.name()).cloned();
            let stands = stands.unwrap_or_default();
            if self.is_fresh(&stands, signed.size) {
                continue;
            }
            let (house, shown) = (Arc::clone(self), Arc::clone(&shown));
            asked.spawn(async move {
                let mut seen = stands.seen;
                let answer = house.ask(&observer, &shown, &mut seen).await;
                (observer, answer, seen)
            });
        }
        while let Some(answered) = asked.join_next().await {
            let died = |_| Fatal::Storage("a task that asked an observer has died".to_owned());
            let (observer, answer, seen) = answered.map_err(died)?;
            self.enter(&observer, &signed, answer, seen).await?;
        }
        self.count_quorum().await
    }

    fn is_fresh(&self, stands: &Attendance, size: u64) -> bool {
        let age = |at: Instant| self.clock.now().seconds().saturating_sub(at.seconds());
        stands.cosigned == size
            && stands.absence.is_none()
            && stands.at.is_some_and(|at| age(at) < REFRESH)
    }

    async fn ask(
        &self,
        observer: &Observer,
        (checkpoint, note): &(Checkpoint, Note),
        seen: &mut u64,
    ) -> Result<Signature, Absence> {
        let request = Request {
            fetcher: &self.gallery.witnessing.fetcher,
            store: self.store.as_ref(),
            shelf: Shelved(Arc::clone(&self.shelf)),
            checkpoint,
            note,
        };
        observer.ask(&request, seen).await
    }

    /// Keeps an answer; a cosignature is published with the checkpoint, if that is still the last.
    async fn enter(
        &self,
        observer: &Observer,
        signed: &Signed,
        answer: Result<Signature, Absence>,
        seen: u64,
    ) -> Result<(), Fatal> {
        let name = observer.key.name();
        if let Err(Absence::SeenMore(_)) = &answer {
            self.look_for_rollback(observer).await?;
        }
        let at = self.clock.now();
        self.gallery.change(name, |stands| {
            stands.seen = seen;
            if answer.is_ok() {
                (stands.cosigned, stands.at) = (signed.size, Some(at));
            }
            stands.absence = answer.as_ref().err().cloned();
        });
        if let Ok(line) = answer {
            let cosignature = Cosignature {
                witness: name.to_owned(),
                line: line.to_string(),
            };
            self.store.add_cosignature(signed.size, cosignature).await?;
            let mut keeper = self.keeper.lock().await;
            self.lock_and_show(&mut keeper).await?;
        }
        Ok(())
    }

    /// Stops where an observer can show a checkpoint of this log that goes beyond what was signed.
    /// Its word alone stops nothing.
    async fn look_for_rollback(&self, observer: &Observer) -> Result<(), Fatal> {
        let fetcher = &self.gallery.witnessing.fetcher;
        let Ok(Some(known)) = observer.seen(fetcher, &self.believed()).await else {
            return Ok(());
        };
        let signed = self.store.signed().await?.map_or(0, |signed| signed.size);
        let known = known.checkpoint.size;
        if known > signed {
            let size = self.state().size();
            return Err(Fatal::Rollback { known, size });
        }
        Ok(())
    }

    /// Counts whether the quorum has cosigned what is published.
    async fn count_quorum(&self) -> Result<(), Fatal> {
        let (Some(policy), Some(note)) = (
            &self.gallery.witnessing.policy,
            self.shelf.checkpoint().await?,
        ) else {
            return Ok(());
        };
        if let Ok(cosigned) = policy.open(&note) {
            self.gallery.witnessed.send_if_modified(|covered| {
                let more = *covered < cosigned.checkpoint.size;
                *covered = cosigned.checkpoint.size.max(*covered);
                more
            });
        }
        Ok(())
    }
}
