//! What `sponsio doctor` examines, part by part.

pub(in crate::command) mod holdings;
mod published;

use sponsio_depositary::accounts::{Accounts, Counted};
use sponsio_depositary::world::{Clock as _, SystemClock};
use sponsio_depositary::{Holdings, State, holdings};
use sponsio_ledger::note::SigningKey;

use super::{Finding, Grade};
use crate::place::ledger::ServerReport;
use crate::place::{Place, PlaceError, key, wait_for};
use crate::wording::{Words, place as wording, say};

/// The free space below which a warning is due, in bytes.
const ENOUGH: u64 = 256 * 1024 * 1024;

/// How far the clock may be behind the last entry, in seconds.
const BEHIND: i64 = 2;

/// Returns what is found in every part of a register place.
pub(super) fn examine(place: &Place, words: &Words) -> Vec<Finding> {
    let examination = Examination {
        place,
        words,
        found: Vec::new(),
    };
    examination.all()
}

struct Examination<'a> {
    place: &'a Place,
    words: &'a Words,
    found: Vec<Finding>,
}

impl Examination<'_> {
    fn all(mut self) -> Vec<Finding> {
        self.server();
        let state = self.store();
        self.indexes();
        if state.is_some() {
            self.holdings();
        }
        self.accounts();
        self.key();
        self.log();
        if let Some(state) = &state {
            self.publication(state);
            self.clock(state);
        }
        self.lock();
        self.witnesses();
        self.space();
        self.found
    }

    fn note(&mut self, check: &'static str, grade: Grade, detail: String) {
        self.found.push(Finding {
            check,
            grade,
            detail,
        });
    }

    fn defect(&mut self, check: &'static str, error: &PlaceError) {
        let sentence = wording::failure(self.words, error).sentence;
        self.note(check, Grade::Defect, sentence);
    }

    /// The server, where the database lies on one: what a committed entry rests on.
    fn server(&mut self) {
        let report = match self.place.server() {
            Ok(None) => return,
            Ok(Some(report)) => report,
            Err(error) => return self.defect("server", &error),
        };
        let (grade, key) = if report.checksums {
            (Grade::Sound, "doctor-server-sound")
        } else {
            (Grade::Warning, "doctor-server-unchecked")
        };
        let ServerReport {
            version, settings, ..
        } = report;
        let detail = say!(self.words, key, version = version, settings = settings);
        self.note("server", grade, detail);
    }

    /// The database: every entry read, folded, and the root compared with the stored one.
    fn store(&mut self) -> Option<State> {
        match self.place.state() {
            Ok(state) => {
                let (size, root) = (state.size(), state.root().cited());
                let detail = say!(self.words, "doctor-store-sound", size = size, root = root);
                self.note("store", Grade::Sound, detail);
                Some(state)
            }
            Err(error) => {
                self.defect("store", &error);
                None
            }
        }
    }

    /// The indexes of the database, by which acts and streams are found. A server has its own
    /// programs for that.
    fn indexes(&mut self) {
        if self.place.address().is_some() {
            return;
        }
        let examine = || {
            let store = self.place.file()?;
            Ok(wait_for(store.examine())??)
        };
        let found: Result<Vec<String>, PlaceError> = examine();
        match found {
            Err(error) => self.defect("indexes", &error),
            Ok(found) => match found.first() {
                None => {
                    let detail = say!(self.words, "doctor-indexes-sound");
                    self.note("indexes", Grade::Sound, detail);
                }
                Some(what) => {
                    let detail = say!(self.words, "doctor-indexes-damaged", what = what);
                    self.note("indexes", Grade::Defect, detail);
                }
            },
        }
    }

    /// What is kept beside the entries: documents, envelopes, the checkpoint signed last.
    fn holdings(&mut self) {
        let read = || {
            let (store, policy) = (self.place.reader()?, self.place.policy()?);
            Ok(wait_for(holdings(&*store, self.place.origin(), &policy))??)
        };
        let found: Result<Holdings, PlaceError> = read();
        match found {
            Err(error) => self.defect("holdings", &error),
            Ok(found) => {
                let (grade, detail) = holdings::judged(self.words, &found);
                self.note("holdings", grade, detail);
            }
        }
    }

    /// The accounts of the desk in a browser: read whole, and readable by their owner alone.
    fn accounts(&mut self) {
        let path = self.place.accounts();
        if !path.is_file() {
            let detail = say!(self.words, "doctor-accounts-none");
            return self.note("accounts", Grade::Sound, detail);
        }
        let counted = Accounts::open_reading(&path).and_then(|accounts| accounts.counted());
        let counted = match counted {
            Ok(counted) => counted,
            Err(error) => return self.note("accounts", Grade::Defect, error.to_string()),
        };
        match key::open_to_others(&path) {
            Err(error) => self.defect("accounts", &error),
            Ok(1..) => {
                let detail = say!(self.words, "doctor-accounts-open");
                self.note("accounts", Grade::Defect, detail);
            }
            Ok(0) => {
                let Counted { live, revoked, .. } = counted;
                let detail = say!(
                    self.words,
                    "doctor-accounts-sound",
                    live = live,
                    revoked = revoked
                );
                self.note("accounts", Grade::Sound, detail);
            }
        }
    }

    /// The key: its permissions, whether it is encrypted, and whether it is one that the policy
    /// names.
    fn key(&mut self) {
        let path = self.place.key();
        let read = || {
            let (is_sealed, mode) = (key::is_sealed(&path)?, key::open_to_others(&path)?);
            if is_sealed && self.place.passphrase().file.is_none() {
                return Ok((is_sealed, mode, None));
            }
            let (secrets, policy) = (self.place.secrets()?, self.place.policy()?);
            let is_named = |secret: &[u8; 32]| {
                SigningKey::log(self.place.origin(), secret).is_ok_and(|signing| {
                    let mut logs = policy.logs().iter();
                    logs.any(|log| log.key == *signing.verifier())
                })
            };
            Ok((is_sealed, mode, Some(secrets.iter().any(is_named))))
        };
        let (is_sealed, mode, named) = match read() {
            Ok(found) => found,
            Err(error) => return self.defect("key", &error),
        };
        let (grade, key) = match (named, mode, is_sealed) {
            (Some(false), ..) => (Grade::Defect, "doctor-key-other"),
            (_, 1.., _) => (Grade::Defect, "doctor-key-open"),
            (Some(true), 0, true) => (Grade::Sound, "doctor-key-sealed-sound"),
            (None, 0, _) => (Grade::Sound, "doctor-key-sealed"),
            (Some(true), 0, false) => (Grade::Warning, "doctor-key-plain"),
        };
        let detail = say!(self.words, key);
        self.note("key", grade, detail);
    }

    fn clock(&mut self, state: &State) {
        let now = SystemClock::new().now();
        let last = state.last_recorded().unwrap_or(now);
        let is_behind = BEHIND < last.seconds().saturating_sub(now.seconds());
        let (grade, key) = match (is_behind, self.place.is_exercise()) {
            (false, _) => (Grade::Sound, "doctor-clock-sound"),
            (true, true) => (Grade::Warning, "doctor-clock-exercise"),
            (true, false) => (Grade::Defect, "doctor-clock-behind"),
        };
        let last = last.to_string();
        let detail = say!(self.words, key, last = last);
        self.note("clock", grade, detail);
    }

    fn space(&mut self) {
        let Ok(volume) = rustix::fs::statvfs(self.place.root()) else {
            return;
        };
        let free = volume.f_bavail.saturating_mul(volume.f_frsize);
        let grade = if free < ENOUGH {
            Grade::Warning
        } else {
            Grade::Sound
        };
        let megabytes = free / (1024 * 1024);
        let detail = say!(self.words, "doctor-free", megabytes = megabytes);
        self.note("space", grade, detail);
    }
}
