//! What of a register is published, examined: the log, how far it reaches, the lock, the witnesses.

use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;

use sponsio_depositary::State;
use sponsio_ledger::audit::audit;
use sponsio_ledger::checkpoint::Checkpoint;
use sponsio_ledger::note::Note;
use sponsio_ledger::verdict::Verdict;

use super::Examination;
use crate::command::doctor::Grade;
use crate::place::public::LogFolder;
use crate::wording::{say, verdict};

impl Examination<'_> {
    /// The public log: every file compared with what the entries give.
    pub(super) fn log(&mut self) {
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
    pub(super) fn publication(&mut self, state: &State) {
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
    pub(super) fn lock(&mut self) {
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

    /// The witnesses: whether as many have cosigned as the policy asks.
    pub(super) fn witnesses(&mut self) {
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
}

/// Returns how many entries a published checkpoint covers.
fn size_of(path: &Path) -> Option<u64> {
    let note = Note::parse(&fs::read(path).ok()?).ok()?;
    Some(Checkpoint::parse(note.text()).ok()?.size)
}
