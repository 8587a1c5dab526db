//! A witness and a mirror: what each has on its disk, and the decisions of `ledger` over it. What is
//! kept is kept before it is answered, so going down loses nothing but what was being asked.

use sponsio_depositary::Duty;
use sponsio_depositary::fetch::Reply;
use sponsio_ledger::checkpoint::Checkpoint;
use sponsio_ledger::cosignature::cosign;
use sponsio_ledger::mirror::{State, receive};
use sponsio_ledger::note::{Note, SigningKey, VerifierKey};
use sponsio_ledger::tree::{Hash, Tree, leaf_hash};
use sponsio_ledger::witness::{Answer, Latest, TEXT_TYPE, judge, origin_hash};

use crate::office::ORIGIN;

/// A checkpoint, and the note that says it.
type Stated = (Checkpoint, Note);

/// What a house keeps.
pub(super) struct House {
    duty: Duty,
    key: SigningKey,
    log: VerifierKey,
    /// The last checkpoint that was accepted: of a mirror the one that is aimed at.
    last: Option<Stated>,
    /// What a mirror holds.
    entries: Vec<Vec<u8>>,
    leaves: Vec<Hash>,
    /// What a mirror stands for.
    mirrored: Option<Stated>,
    /// All that was ever accepted, and ever cosigned: size, root, and how much was held then.
    accepted: Vec<(u64, Hash)>,
    cosigned: Vec<(u64, Hash, u64)>,
    /// The most that it ever stood for.
    highest: u64,
    /// What should never have happened.
    wrong: Option<String>,
}

impl House {
    pub(super) fn new(duty: Duty, key: SigningKey, log: VerifierKey) -> Self {
        Self {
            duty,
            key,
            log,
            last: None,
            entries: Vec::new(),
            leaves: Vec::new(),
            mirrored: None,
            accepted: Vec::new(),
            cosigned: Vec::new(),
            highest: 0,
            wrong: None,
        }
    }

    /// Loses what it accepted last, as a house does that answers before it keeps.
    pub(super) fn forget(&mut self) {
        self.last = None;
        self.mirrored = None;
    }

    /// Returns how many entries the house stands for.
    pub(super) fn size(&self) -> u64 {
        let shown = match self.duty {
            Duty::Witness => &self.last,
            Duty::Mirror => &self.mirrored,
        };
        shown.as_ref().map_or(0, |(checkpoint, _)| checkpoint.size)
    }

    /// Returns how the house stands, in a word.
    pub(super) fn standing(&self) -> String {
        let last = self.last.as_ref().map_or(0, |(last, _)| last.size);
        format!(
            "{:?} {last}/{}/{}",
            self.duty,
            self.entries.len(),
            self.size()
        )
    }

    /// Answers what is asked, keeps what it must, and finds that a repetition changes nothing.
    pub(super) fn answer(&mut self, path: &str, body: Option<&[u8]>, time: u64) -> Reply {
        let reply = self.once(path, body, time);
        if self.size() < self.highest {
            self.wrong(format!("{} after {}", self.size(), self.highest));
        }
        self.highest = self.size();
        let stands = self.standing();
        let again = self.once(path, body, time);
        if self.standing() != stands {
            self.wrong(format!(
                "{path} repeated: {stands}, then {}",
                self.standing()
            ));
        }
        if reply.status == 200 && ![200, 409].contains(&again.status) {
            self.wrong(format!("{path} repeated: 200, then {}", again.status));
        }
        reply
    }

    fn once(&mut self, path: &str, body: Option<&[u8]>, time: u64) -> Reply {
        let answer = match (path, body) {
            ("add-checkpoint", Some(body)) => self.add_checkpoint(body, time),
            ("add-entries", Some(body)) if self.duty == Duty::Mirror => {
                self.add_entries(body, time)
            }
            (path, None) if path == format!("{}/checkpoint", origin_hash(ORIGIN)) => {
                self.show(time)
            }
            _ => text(404, ""),
        };
        Reply {
            status: answer.status,
            content: answer.content.to_owned(),
            body: answer.body.into_bytes(),
        }
    }

    fn add_checkpoint(&mut self, body: &[u8], time: u64) -> Answer {
        let latest = self.latest();
        let keys = |origin: &str| {
            let known = origin == self.log.name();
            known.then(|| self.log.clone()).into_iter().collect()
        };
        let accepted = match judge(body, keys, |_| latest) {
            Ok(accepted) => accepted,
            Err(answer) => {
                // The log is honest, whatever the network makes of it.
                if answer.evidence || ![400, 409].contains(&answer.status) {
                    self.wrong(format!("an honest checkpoint: {answer:?}"));
                }
                return answer;
            }
        };
        let checkpoint = accepted.checkpoint.clone();
        if checkpoint.size < latest.size {
            self.wrong(format!("{} after {}", checkpoint.size, latest.size));
        }
        self.accepted.push((checkpoint.size, checkpoint.root));
        self.last = Some((checkpoint, accepted.note.clone()));
        if self.duty == Duty::Mirror {
            return text(200, "");
        }
        match accepted.cosign(&self.key, time) {
            Ok((answer, _)) => {
                let held = accepted.checkpoint.size;
                self.cosigned.push((held, accepted.checkpoint.root, held));
                answer
            }
            Err(error) => text(500, &error.to_string()),
        }
    }

    fn latest(&self) -> Latest {
        let latest = |(checkpoint, _): &Stated| Latest {
            size: checkpoint.size,
            root: checkpoint.root,
        };
        self.last.as_ref().map_or_else(Latest::none, latest)
    }

    fn add_entries(&mut self, body: &[u8], time: u64) -> Answer {
        let held = self.entries.len() as u64;
        let state = State {
            pending: self
                .last
                .is_some()
                .then(|| self.latest())
                .into_iter()
                .collect(),
            mirrored: self.size(),
            next: held,
        };
        let leaves = &self.leaves;
        let leaf = |seq: u64| leaves.get(usize::try_from(seq).ok()?).copied();
        let received = receive(body, |origin| (origin == ORIGIN).then_some(state), &leaf);
        let mut answer = received.answer;
        let new: Vec<_> = received
            .entries
            .iter()
            .map(|(seq, entry)| (*seq, entry.to_vec()))
            .collect();
        for (seq, entry) in new {
            if seq != self.entries.len() as u64 {
                self.wrong(format!("entry {seq} in place {}", self.entries.len()));
            }
            self.leaves.push(leaf_hash(&entry));
            self.entries.push(entry);
        }
        if answer.status == 422 && self.last.is_some() {
            self.wrong(format!("an honest upload: {answer:?}"));
        }
        if received.complete.is_some() {
            answer.body = self.finish(time).unwrap_or_default();
        }
        answer
    }

    /// Stands for what is aimed at, if all of it is held.
    fn finish(&mut self, time: u64) -> Option<String> {
        let (checkpoint, note) = self.last.clone()?;
        let held = self.entries.len() as u64;
        let mut tree = Tree::new();
        tree.extend(&self.leaves);
        if tree.size() != checkpoint.size || tree.root() != checkpoint.root {
            self.wrong(format!("{held} entries are not {checkpoint:?}"));
            return None;
        }
        let line = cosign(note.text(), &self.key, time).ok()?;
        self.cosigned.push((checkpoint.size, checkpoint.root, held));
        self.mirrored = Some((checkpoint, note));
        Some(line.to_string())
    }

    /// Shows the last checkpoint that was cosigned.
    fn show(&self, time: u64) -> Answer {
        let shown = match self.duty {
            Duty::Witness => &self.last,
            Duty::Mirror => &self.mirrored,
        };
        let cosigned = shown.as_ref().and_then(|(_, note)| {
            let line = cosign(note.text(), &self.key, time).ok()?;
            note.with(&[line]).ok()
        });
        cosigned.map_or_else(|| text(404, ""), |note| text(200, &note.to_string()))
    }

    fn wrong(&mut self, why: String) {
        self.wrong.get_or_insert(why);
    }

    /// Compares all that was held, accepted and cosigned with the log: its entries, and its root at
    /// each size.
    pub(super) fn judge(&self, entries: &[Vec<u8>], roots: &[Hash]) -> Result<(), String> {
        if let Some(why) = &self.wrong {
            return Err(why.clone());
        }
        let is_root = |size: u64, root: &Hash| {
            usize::try_from(size).is_ok_and(|size| roots.get(size) == Some(root))
        };
        if let Some((size, _)) = self
            .accepted
            .iter()
            .find(|(size, root)| !is_root(*size, root))
        {
            return Err(format!("the log has another root of size {size}"));
        }
        if !self.accepted.is_sorted_by_key(|(size, _)| *size) {
            return Err("an older checkpoint was accepted later".to_owned());
        }
        let vouched = |(size, root, held): &(u64, Hash, u64)| is_root(*size, root) && held >= size;
        if !self.cosigned.iter().all(vouched) {
            return Err("what was cosigned was not seen or held".to_owned());
        }
        if self.duty == Duty::Mirror && self.entries != entries {
            return Err("the mirror holds other entries".to_owned());
        }
        Ok(())
    }
}

fn text(status: u16, body: &str) -> Answer {
    Answer {
        status,
        content: TEXT_TYPE,
        body: body.to_owned(),
        evidence: false,
    }
}
