//! What `sponsio doctor` examines, part by part.

use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;

use sponsio_depositary::State;
use sponsio_depositary::world::{Clock as _, SystemClock};
use sponsio_ledger::audit::audit;
use sponsio_ledger::checkpoint::Checkpoint;
use sponsio_ledger::note::{Note, SigningKey};
use sponsio_ledger::verdict::Verdict;

use super::{Finding, Grade};
use crate::place::ledger::ServerReport;
use crate::place::public::LogFolder;
use crate::place::{Place, PlaceError, key, wait_for};
use crate::wording::{Words, place as wording, say, verdict};

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

    /// The public log: every file compared with what the entries give.
    fn log(&mut self) {
        let read = || Ok((LogFolder::of(self.place)?, self.place.policy()?));
        let (files, policy) = match read() {
            Ok(found) => found,
            Err(error) => return self.defect("log", &error),
        };
        let audit = audit(&files, &policy);
        let (grade, detail) = match (verdict::refusal(self.words, &audit.verdict), &audit.verdict) {
            (Some(sentence), _) => (Grade::Defect, sentence),
            (None, _) if !audit.surplus.is_empty() => {
                let count = audit.surplus.len();
                (
                    Grade::Warning,
                    say!(self.words, "verify-surplus", count = count),
                )
            }
            (None, _) => {
                let size = audit.entries;
                (
                    Grade::Sound,
                    say!(self.words, "doctor-log-sound", size = size),
                )
            }
        };
        self.note("log", grade, detail);
    }

    /// Whether everything that is recorded is published.
    fn publication(&mut self, state: &State) {
        let published = size_of(&self.place.log().join("checkpoint")).unwrap_or(0);
        let (grade, key) = match published.cmp(&state.size()) {
            core::cmp::Ordering::Less => (Grade::Warning, "doctor-unpublished"),
            core::cmp::Ordering::Equal => (Grade::Sound, "doctor-published"),
            core::cmp::Ordering::Greater => (Grade::Defect, "doctor-rollback"),
        };
        let (size, words) = (state.size(), self.words);
        let detail = say!(words, key, published = published, size = size);
        self.note("publication", grade, detail);
    }

    /// The lock: it must hold the checkpoint that is published, or an earlier one of the same log.
    fn lock(&mut self) {
        let path = self.place.lock().join("checkpoint");
        let locked = fs::read(&path).ok();
        let shown = fs::read(self.place.log().join("checkpoint")).ok();
        let text = |note: &Option<Vec<u8>>| {
            let note = Note::parse(note.as_deref()?).ok()?;
            Some(note.text().to_owned())
        };
        let volume = |path: &Path| fs::metadata(path).map(|found| found.dev()).ok();
        let (grade, key) = match (text(&locked), text(&shown)) {
            (None, _) => (Grade::Defect, "doctor-lock-none"),
            (Some(locked), Some(shown)) if locked != shown => {
                (Grade::Defect, "doctor-lock-differs")
            }
            _ if volume(&path) == volume(self.place.root()) => {
                (Grade::Warning, "doctor-lock-beside")
            }
            _ => (Grade::Sound, "doctor-lock-sound"),
        };
        let detail = say!(self.words, key);
        self.note("lock", grade, detail);
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

    fn witnesses(&mut self) {
        let Ok(policy) = self.place.policy() else {
            return;
        };
        let counted = |name: &str| {
            policy
                .witnesses()
                .iter()
                .any(|known| known.key.name() == name)
        };
        let observers = self.place.observers().iter();
        if let Some(other) = observers
            .map(|one| one.key.name())
            .find(|name| !counted(name))
        {
            let detail = say!(self.words, "doctor-observer-not-counted", name = other);
            self.note("witness", Grade::Warning, detail);
        }
        let asked = policy.witnesses().len();
        let note = fs::read(self.place.log().join("checkpoint")).unwrap_or_default();
        let seen = match Verdict::from(policy.open_signed(&note).map_err(|f| f.in_place("log"))) {
            Verdict::Verified(cosigned) => cosigned.seen.len(),
            Verdict::Refused(_) | Verdict::Incomplete(_) => 0,
        };
        let (grade, key) = match (asked, seen) {
            (0, _) => (Grade::Warning, "doctor-no-witness"),
            (asked, seen) if seen < asked => (Grade::Warning, "doctor-few-witnesses"),
            _ => (Grade::Sound, "doctor-witnesses"),
        };
        let detail = say!(self.words, key, asked = asked, seen = seen);
        self.note("witness", grade, detail);
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

/// Returns how many entries a published checkpoint covers.
fn size_of(path: &Path) -> Option<u64> {
    let note = Note::parse(&fs::read(path).ok()?).ok()?;
    Some(Checkpoint::parse(note.text()).ok()?.size)
}
