//! The office whose desk is measured, and its work: States that accede to conventions, each act
//! examined by the law and recorded with its instrument.

use crate::Outcome;
use crate::measure::SPAN;
use crate::measure::table::Pace;
use alloc::sync::Arc;
use core::sync::atomic::{AtomicU64, Ordering};
use sponsio_depositary::store::{Document, Settings, Sqlite};
use sponsio_depositary::world::{Clock as _, SystemChance, SystemClock};
use sponsio_depositary::{
    AddParticipant, Depositary, EnterTreaty, FolderLock, FolderShelf, FolderSnapshots,
    OpenRegister, Submission, World, cite,
};
use sponsio_law::act::{Act, ActKind, ActLabel};
use sponsio_law::filing::{Filing, Matter};
use sponsio_law::party::{Participant, ParticipantKind};
use sponsio_ledger::note::{SigningKey, VerifierKey};
use sponsio_record::{ActId, Digest, ParticipantId, TreatyId};
use std::fs;
use std::path::{Path, PathBuf};

pub(crate) const ORIGIN: &str = "bench.example/exercise";
const SECRET: [u8; 32] = [5; 32];

/// How many States there are.
const STATES: u64 = 200;

/// How many acts are brought at once where many are recorded.
const AT_ONCE: u64 = 4_000;

/// The folder of a register.
pub(crate) struct Office(PathBuf);

impl Office {
    pub(crate) fn at(folder: &Path) -> Self {
        Self(folder.to_owned())
    }

    pub(crate) fn log(&self) -> PathBuf {
        self.0.join("log")
    }

    pub(crate) fn database(&self) -> PathBuf {
        self.0.join("register.sqlite")
    }

    pub(crate) fn snapshot(&self) -> PathBuf {
        self.0.join("snapshot")
    }

    /// Returns the public half of the log's key.
    pub(crate) fn key() -> Outcome<VerifierKey> {
        Ok(SigningKey::log(ORIGIN, &SECRET)?.verifier().clone())
    }

    pub(crate) async fn desk(&self) -> Outcome<Depositary> {
        fs::create_dir_all(&self.0)?;
        let store = Arc::new(Sqlite::open(&self.database(), &Settings::default())?);
        let world = World {
            drawer: Arc::clone(&store) as _,
            outbox: Arc::clone(&store) as _,
            store,
            shelf: Arc::new(FolderShelf::open(&self.log())?),
            lock: Arc::new(FolderLock::open(&self.0.join("lock"))?),
            clock: Arc::new(SystemClock::new()),
            chance: Arc::new(SystemChance),
            snapshots: Some(Arc::new(FolderSnapshots::at(&self.snapshot()))),
        };
        Ok(Depositary::open(ORIGIN, &SECRET, world).await?)
    }
}

/// The acts that are still to be brought: each State accedes to each convention, once.
pub(crate) struct Work {
    conventions: u64,
    next: Arc<AtomicU64>,
}

impl Work {
    /// Returns so much work that a log of so many entries comes of it, and what is recorded in the
    /// rounds before.
    pub(crate) fn for_entries(entries: u64) -> Self {
        Self {
            conventions: entries / STATES + 200,
            next: Arc::new(AtomicU64::new(0)),
        }
    }

    /// Opens the register, and enters States and conventions.
    pub(crate) async fn set_up(&self, desk: &Depositary) -> Outcome<()> {
        desk.open_register(OpenRegister {
            title: "Bench".to_owned(),
            zone: "UTC".to_owned(),
            recovery: None,
            exercise: true,
        })
        .await?;
        let mut entering = Vec::new();
        for number in 0..STATES {
            let participant = Participant {
                id: state(number)?,
                name: format!("State {number}"),
                kind: ParticipantKind::State,
            };
            let desk = desk.clone();
            let adding = AddParticipant { participant };
            entering.push(tokio::spawn(async move {
                let added = desk.add_participant(adding).await;
                added.map(drop).map_err(|why| why.to_string())
            }));
        }
        for number in 0..self.conventions {
            let desk = desk.clone();
            let entered = EnterTreaty {
                treaty: convention(number)?,
                clauses: clauses(number),
                texts: Vec::new(),
            };
            entering.push(tokio::spawn(async move {
                let entered = desk.enter_treaty(entered).await;
                entered.map(drop).map_err(|why| why.to_string())
            }));
        }
        for entered in entering {
            entered.await??;
        }
        Ok(())
    }

    /// Has so many clients record for the span, each waiting for its answer.
    pub(crate) async fn record(&self, desk: &Depositary, clients: usize) -> Outcome<Pace> {
        let clock = SystemClock::new();
        let clients: Vec<_> = (0..clients)
            .map(|_| {
                let (desk, next) = (desk.clone(), Arc::clone(&self.next));
                tokio::spawn(async move {
                    let mut times = Vec::new();
                    while clock.monotonic() < SPAN {
                        let number = next.fetch_add(1, Ordering::Relaxed);
                        let submission = act(number, &desk).map_err(|why| why.to_string())?;
                        let before = clock.monotonic();
                        let answer = desk.record(submission).await;
                        answer.map_err(|why| why.to_string())?;
                        times.push(clock.monotonic().saturating_sub(before));
                    }
                    Ok::<_, String>(times)
                })
            })
            .collect();
        let mut times = Vec::new();
        for client in clients {
            times.append(&mut client.await??);
        }
        Ok(Pace::of(times, clock.monotonic()))
    }

    /// Records until the log has so many entries.
    pub(crate) async fn grow(&self, desk: &Depositary, entries: u64) -> Outcome<()> {
        while desk.state().size() < entries {
            let missing = (entries - desk.state().size()).min(AT_ONCE);
            let from = self.next.fetch_add(missing, Ordering::Relaxed);
            let brought: Result<Vec<_>, _> = (from..from + missing)
                .map(|number| {
                    Ok::<_, Box<dyn core::error::Error>>(desk.submit(act(number, desk)?)?)
                })
                .collect();
            for answer in brought? {
                answer.answered().await?;
            }
        }
        Ok(())
    }
}

fn state(number: u64) -> Outcome<ParticipantId> {
    Ok(ParticipantId::new(&format!("S{number}"))?)
}

fn convention(number: u64) -> Outcome<TreatyId> {
    Ok(TreatyId::new(&format!("c-{number}"))?)
}

fn clauses(number: u64) -> String {
    format!(
        "treaty \"Convention {number}\"\n  id c-{number}\nconsent by accession [art. 5]\n\
         in force 30 days after the day at least 40 instruments [art. 6(1)]\n\
         each later joiner 30 days after its deposit [art. 6(2)]\n"
    )
}

/// Returns the accession of this number with its instrument.
fn act(number: u64, desk: &Depositary) -> Outcome<Submission> {
    let mut id = [0; 16];
    id.copy_from_slice(&Digest::of(&number.to_be_bytes()).as_bytes()[..16]);
    let id = ActId::from_bytes(id);
    let reached = desk.state().last_recorded().ok_or("the register is open")?;
    let day = desk.day_at_seat(reached);
    let instrument = Document::of("text/plain", b"The instrument itself.".to_vec());
    let filing = Filing {
        id,
        matter: Matter::Act(Act {
            id: Some(id.to_string()),
            treaty: convention(number / STATES)?,
            participant: state(number % STATES)?,
            label: ActLabel::Known(ActKind::Accession),
            date: day,
            effect: None,
            recorded: Some(day),
            refers_to: None,
            source: "bench; no legal effect".to_owned(),
            note: String::new(),
        }),
        documents: vec![cite(&instrument, Some("en"))],
    };
    Ok(Submission::of_office(&filing, vec![instrument], reached)?)
}
