//! Where the pages take the register from: the ledger of a place, read again when it has grown or a
//! day has passed; or a folder of tables as it was read at the start.

use alloc::borrow::Cow;
use alloc::sync::Arc;
use core::time::Duration;
use std::fs;
use std::path::Path;
use std::sync::Mutex;

use sponsio_depositary::State;
use sponsio_depositary::store::Backend;
use sponsio_depositary::world::{Clock as _, SystemClock};
use sponsio_law::calendar::Date;
use sponsio_law::register::Register;
use sponsio_ledger::audit::Files as _;
use sponsio_ledger::policy::Policy;
use sponsio_record::Instant;
use sponsio_web::{Head, Published, Reading, Shelf, Source, Unread};

use crate::place::public::LogFolder;
use crate::place::{Place, PlaceError, wait_for};

/// How long a reading is shown before it is asked whether there is a newer one.
const FRESH: Duration = Duration::from_millis(200);

/// The register of a place.
pub(super) struct Kept {
    place: Place,
    store: Arc<dyn Backend>,
    clock: SystemClock,
    policy: Option<Policy>,
    last: Mutex<Last>,
}

/// What was read last.
struct Last {
    /// When it was last found to be the newest, on the clock of this process.
    asked: Duration,
    state: State,
    day: Option<Date>,
    checkpoint: Vec<u8>,
    reading: Arc<Reading>,
}

impl Kept {
    /// Reads the register for the first time.
    pub(super) fn open(place: Place) -> Result<Self, PlaceError> {
        let policy = if place.policy_file().is_file() {
            Some(place.policy()?)
        } else {
            None
        };
        let clock = SystemClock::new();
        let asked = clock.monotonic();
        let state = place.state()?;
        let last = Last::of(&place, policy.as_ref(), state, asked);
        Ok(Self {
            store: place.reader()?,
            clock,
            place,
            policy,
            last: Mutex::new(last),
        })
    }

    /// Whether it is a practice register.
    pub(super) fn is_exercise(&self) -> bool {
        self.place.is_exercise()
    }

    fn size(&self) -> Result<u64, PlaceError> {
        Ok(wait_for(self.store.open_log(self.place.origin()))??.size)
    }
}

impl Source for Kept {
    fn reading(&self) -> Result<Arc<Reading>, Unread> {
        let unread = |error: PlaceError| Unread(error.to_string());
        // Whoever panicked here has changed nothing: a reading is replaced as a whole.
        let mut last = self
            .last
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        let now = self.clock.monotonic();
        if now.saturating_sub(last.asked) < FRESH {
            return Ok(Arc::clone(&last.reading));
        }
        let size = self.size().map_err(unread)?;
        let checkpoint = checkpoint(&self.place);
        let is_same = size == last.state.size()
            && self.place.kept_to(&last.state) == last.day
            && checkpoint == last.checkpoint;
        if !is_same {
            let state = if size == last.state.size() {
                last.state.clone()
            } else {
                self.place.state().map_err(unread)?
            };
            *last = Last::of(&self.place, self.policy.as_ref(), state, now);
        }
        last.asked = now;
        Ok(Arc::clone(&last.reading))
    }
}

impl Last {
    fn of(place: &Place, policy: Option<&Policy>, state: State, asked: Duration) -> Self {
        let day = place.kept_to(&state);
        let register = place.register_in(&state);
        let title = state.opening.as_ref().map(|opening| opening.title.clone());
        let note = checkpoint(place);
        let mut reading = Reading::new(register, title.unwrap_or_default());
        reading.exercise = place.is_exercise() || state.is_exercise();
        reading.kept_to = day;
        reading.shelf = shelf(place);
        reading.log = Some(Head {
            origin: place.origin().to_owned(),
            size: state.size(),
            root: state.root(),
            recorded: state.last_recorded(),
            policy: policy
                .map(|policy| String::from_utf8_lossy(&policy.print()).into_owned())
                .unwrap_or_default(),
            key: policy.and_then(|policy| policy.logs().last().map(|log| log.key.to_string())),
            published: policy.and_then(|policy| published(policy, &note)),
        });
        Self {
            asked,
            state,
            day,
            checkpoint: note,
            reading: Arc::new(reading),
        }
    }
}

/// Returns the documents of the register; none where they cannot be opened.
fn shelf(place: &Place) -> Option<Shelf> {
    let files = LogFolder::of(place).ok()?;
    Some(Shelf::new(move |digest| {
        files.document(digest).map(Cow::into_owned)
    }))
}

/// Returns the published checkpoint; none before the first.
fn checkpoint(place: &Place) -> Vec<u8> {
    fs::read(place.log().join("checkpoint")).unwrap_or_default()
}

/// Judges a checkpoint by the office's own policy; one that its log did not sign is none.
fn published(policy: &Policy, note: &[u8]) -> Option<Published> {
    let cosigned = policy.open_signed(note).ok()?;
    let seen = |name: &str| {
        let found = cosigned.seen.iter().find(|seen| seen.witness == name)?;
        instant(found.time)
    };
    let witnesses = policy.witnesses().iter().map(|witness| {
        let name = String::from_utf8_lossy(&witness.name).into_owned();
        let when = seen(&name);
        (name, when)
    });
    Some(Published {
        note: String::from_utf8_lossy(note).into_owned(),
        size: cosigned.checkpoint.size,
        witnesses: witnesses.collect(),
        quorum: cosigned.quorum,
    })
}

fn instant(seconds: u64) -> Option<Instant> {
    Instant::from_seconds(i64::try_from(seconds).ok()?)
}

/// A folder of tables, as it was read at the start.
pub(super) struct Folder(Arc<Reading>);

impl Folder {
    /// Returns the register that was read from this folder.
    pub(super) fn of(register: Register, path: &Path) -> Self {
        let name = path.canonicalize().ok();
        let name = name.as_deref().unwrap_or(path).file_name();
        let title = name.map(|name| name.to_string_lossy().into_owned());
        Self(Arc::new(Reading::new(register, title.unwrap_or_default())))
    }
}

impl Source for Folder {
    fn reading(&self) -> Result<Arc<Reading>, Unread> {
        Ok(Arc::clone(&self.0))
    }
}
