//! The audit of a whole log: everything is derived again from the entries, and every file is
//! compared with what they give. Nothing is taken from a tile (L4).

mod course;
mod files;

pub use files::Files;

use crate::checkpoint::Checkpoint;
use crate::dsse::Keys;
use crate::entry::{Entry, Streams};
use crate::note::Note;
use crate::note::VerifierKey;
use crate::path::{Level, TilePath};
use crate::policy::{Cosigned, Policy};
use crate::rotation::{Step, Succession};
use crate::tile::{Edge, entries_of};
use crate::tree::{Hash, empty_root};
use crate::verdict::{Missing, Refusal, Rule, Verdict};
use alloc::collections::BTreeSet;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use course::Course;
use files::Shelf;
use sponsio_record::Digest;

/// The name of the checkpoint's file.
const CHECKPOINT: &str = "checkpoint";

/// The most missing files that are named.
const MISSING_MAX: usize = 100;

/// What an audit found out, whatever its verdict.
#[derive(Debug, Clone)]
pub struct Audit {
    /// The verdict, with the checkpoint and who has cosigned it.
    pub verdict: Verdict<Cosigned>,
    /// How many entries were read and are in order.
    pub entries: u64,
    /// The root of those entries.
    pub root: Hash,
    /// The streams as of those entries.
    pub streams: Streams,
    /// Documents that acts cite and that are not beside the log; no fault by itself.
    pub absent: BTreeSet<Digest>,
    /// Files that a log of this size does not have.
    pub surplus: Vec<String>,
    /// How many signatures over acts could not be judged: of another kind, or the key not at hand.
    pub unknown: u64,
    /// How the key of the log passed on, from the keys of the policy.
    pub steps: Vec<Step>,
}

/// Audits a log under a policy.
pub fn audit(files: &dyn Files, policy: &Policy) -> Audit {
    Auditor::new(policy).run(files, &mut |_| {})
}

/// An audit with what it may know besides the policy.
#[derive(Debug, Clone)]
pub struct Auditor<'p> {
    policy: &'p Policy,
    keys: Keys,
    old: Option<(u64, Hash)>,
    follows: bool,
}

impl<'p> Auditor<'p> {
    /// Returns the audit under this policy.
    pub fn new(policy: &'p Policy) -> Self {
        Self {
            policy,
            keys: Keys::of(policy.logs().iter().map(|log| &log.key)),
            old: None,
            follows: false,
        }
    }

    /// Allows the audit to go from the keys of the policy to those that the log's own acts lead to;
    /// the chain is told in [`Audit::steps`].
    #[must_use]
    pub fn following(mut self) -> Self {
        self.follows = true;
        self
    }

    /// Adds keys by which signatures over acts are judged.
    #[must_use]
    pub fn knowing<'k>(mut self, keys: impl IntoIterator<Item = &'k VerifierKey>) -> Self {
        for key in keys {
            self.keys.add(key.public());
        }
        self
    }

    /// Demands that the log continues an older checkpoint.
    #[must_use]
    pub fn continuing(mut self, old: &Cosigned) -> Self {
        self.old = Some((old.checkpoint.size, old.checkpoint.root));
        self
    }

    /// Audits the log and shows each entry that is in order, so that a state can be folded from
    /// the entries; what is folded counts only if the verdict does.
    pub fn run(mut self, files: &dyn Files, visit: &mut dyn FnMut(&Entry<'_>)) -> Audit {
        let believed = Succession::of(self.policy.logs().iter().map(|log| &log.key));
        let mut run = Run {
            shelf: Shelf::new(files),
            course: Course::new(core::mem::take(&mut self.keys), believed),
            edge: Edge::new(),
            missing: BTreeSet::new(),
            absent: BTreeSet::new(),
        };
        let verdict = match run.all(&self, visit) {
            Err(refusal) => Verdict::Refused(refusal),
            Ok(Some(cosigned)) if run.missing.is_empty() => Verdict::Verified(cosigned),
            Ok(_) => Verdict::Incomplete(run.missing.iter().cloned().collect()),
        };
        Audit {
            verdict,
            entries: run.edge.size(),
            root: run.edge.tree().root(),
            streams: run.course.streams,
            absent: run.absent,
            surplus: run.shelf.surplus,
            unknown: run.course.unknown,
            steps: run.course.succession.steps().to_vec(),
        }
    }
}

/// An audit under way.
struct Run<'f> {
    shelf: Shelf<'f>,
    course: Course,
    edge: Edge,
    missing: BTreeSet<Missing>,
    absent: BTreeSet<Digest>,
}

impl Run<'_> {
    fn all(
        &mut self,
        asked: &Auditor<'_>,
        visit: &mut dyn FnMut(&Entry<'_>),
    ) -> Result<Option<Cosigned>, Refusal> {
        let old = asked.old;
        let Some(note) = self.shelf.files.file(CHECKPOINT) else {
            self.missing.insert(Missing::File(CHECKPOINT.to_string()));
            return Ok(None);
        };
        let open = |policy: &Policy| {
            let opened = policy.open(&note);
            opened.map_err(|fault| fault.in_place(CHECKPOINT))
        };
        let cosigned = if asked.follows {
            open(&self.led(asked.policy, &note)?)?
        } else {
            open(asked.policy)?
        };
        let head = &cosigned.checkpoint;
        self.shelf.sort(head.size);
        self.documents()?;
        let mut old_root = (old.is_some_and(|(size, _)| size == 0)).then(empty_root);
        for path in TilePath::of_level(Level::Entries, head.size) {
            let Some(bundle) = self.shelf.files.file(&path.to_string()) else {
                self.missing.insert(Missing::File(path.to_string()));
                break;
            };
            let entries = entries_of(&bundle, path.width()).map_err(|error| {
                Rule::BundleLength.broken(path.to_string(), error.offset(), error.to_string())
            })?;
            for (_, bytes) in &entries {
                let entry = Entry::at(bytes, &head.origin, self.edge.size())?;
                self.course.follow(&entry)?;
                self.cited(&entry)?;
                self.append(entry.leaf())?;
                if old.is_some_and(|(size, _)| size == self.edge.size()) {
                    old_root = Some(self.edge.tree().root());
                }
                visit(&entry);
            }
            self.shelf.older_bundles(&path, &bundle, &entries)?;
        }
        if self.edge.size() < head.size {
            self.name_missing(head.size);
            return Ok(None);
        }
        if self.edge.tree().root() != head.root {
            return Err(Rule::RootDiffers.broken(CHECKPOINT, 0, ""));
        }
        for (path, bytes) in self.edge.partial() {
            self.compare(&path, &bytes)?;
        }
        if let Some((size, root)) = old
            && old_root != Some(root)
        {
            return Err(Rule::Consistency.broken(CHECKPOINT, 0, alloc::format!("at size {size}")));
        }
        self.shelf.nothing_else()?;
        self.course.succession.settled()?;
        // What the entries say of the keys may end what the checkpoint was believed by.
        open(&self.course.succession.policy(asked.policy))?;
        Ok(Some(cosigned))
    }

    /// Returns the policy with the keys that the log's own acts lead to. Nothing else is believed of
    /// entries that are not verified yet: each step stands by its own signatures.
    fn led(&self, policy: &Policy, note: &[u8]) -> Result<Policy, Refusal> {
        let stated = Note::parse(note).and_then(|note| Checkpoint::parse(note.text()));
        let stated = stated.map_err(|fault| fault.in_place(CHECKPOINT))?;
        let mut succession = self.course.succession.clone();
        let mut seq = 0;
        for path in TilePath::of_level(Level::Entries, stated.size) {
            let Some(bundle) = self.shelf.files.file(&path.to_string()) else {
                break;
            };
            // A bundle that is no bundle is refused in its turn.
            let Ok(entries) = entries_of(&bundle, path.width()) else {
                break;
            };
            for (_, bytes) in entries {
                succession.follow(&Entry::at(bytes, &stated.origin, seq)?)?;
                seq += 1;
            }
        }
        Ok(succession.policy(policy))
    }

    /// Takes the next leaf; every tile that it completes is compared with the stored one.
    fn append(&mut self, leaf: Hash) -> Result<(), Refusal> {
        let mut full = Vec::new();
        self.edge
            .append(leaf, &mut |path, bytes| full.push((path, bytes)));
        full.iter()
            .try_for_each(|(path, bytes)| self.compare(path, bytes))
    }

    fn compare(&mut self, path: &TilePath, bytes: &[u8]) -> Result<(), Refusal> {
        match self.shelf.files.file(&path.to_string()) {
            Some(stored) => files::same(path, &stored, bytes)?,
            None => drop(self.missing.insert(Missing::File(path.to_string()))),
        }
        self.shelf.older_tiles(path, bytes)
    }

    /// Names the first files of a log of this size that are not there.
    fn name_missing(&mut self, size: u64) {
        let missing = TilePath::all(size)
            .map(|path| path.to_string())
            .filter(|path| self.shelf.files.file(path).is_none())
            .take(MISSING_MAX);
        self.missing.extend(missing.map(Missing::File));
    }

    /// Verifies the documents that lie beside the log; those of 32 bytes may be keys of acts.
    fn documents(&mut self) -> Result<(), Refusal> {
        for digest in core::mem::take(&mut self.shelf.documents) {
            let Some(bytes) = self.shelf.document(&digest) else {
                continue;
            };
            if Digest::of(&bytes) != digest {
                let place = files::document_path(&digest);
                return Err(Rule::DocumentDiffers.broken(place, 0, ""));
            }
            if bytes.len() == ed25519_dalek::PUBLIC_KEY_LENGTH {
                self.course.keys.add(&bytes);
            }
        }
        Ok(())
    }

    /// Compares the documents that an act cites with those beside the log.
    fn cited(&mut self, entry: &Entry<'_>) -> Result<(), Refusal> {
        for cited in entry.act().map_or(&[][..], |act| &act.documents) {
            match self.shelf.document(&cited.digest) {
                None => drop(self.absent.insert(cited.digest)),
                Some(bytes) => {
                    if bytes.len() as u64 != cited.bytes || Digest::of(&bytes) != cited.digest {
                        let place = files::document_path(&cited.digest);
                        return Err(Rule::DocumentDiffers.broken(place, 0, ""));
                    }
                }
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
