//! What the entries so far fix for the next one: the order of recording, the streams, the
//! identifiers of acts, the heads, the keys.

use crate::dsse::Keys;
use crate::entry::{Entry, Heads, Streams};
use crate::rotation::Succession;
use crate::verdict::{Refusal, Rule};
use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::ToString as _;
use sponsio_record::{ActId, Instant};

pub(super) struct Course {
    pub(super) streams: Streams,
    pub(super) keys: Keys,
    pub(super) unknown: u64,
    /// The log keys believed so far: those of the policy, and those that they led to.
    pub(super) succession: Succession,
    recorded: Option<Instant>,
    ids: BTreeSet<ActId>,
}

impl Course {
    pub(super) fn new(keys: Keys, succession: Succession) -> Self {
        Self {
            streams: Streams::new(),
            keys,
            unknown: 0,
            succession,
            recorded: None,
            ids: BTreeSet::new(),
        }
    }

    /// Takes the next entry of the log.
    pub(super) fn follow(&mut self, entry: &Entry<'_>) -> Result<(), Refusal> {
        let head = &entry.head;
        let broken = |rule: Rule, detail| rule.broken(format!("entry {}", head.seq), 0, detail);
        if self.recorded > Some(head.recorded) {
            return Err(broken(Rule::EntryRecorded, head.recorded.to_string()));
        }
        self.recorded = Some(head.recorded);
        if let Some(act) = entry.act() {
            if !self.ids.insert(act.id) {
                return Err(broken(Rule::EntryAct, act.id.to_string()));
            }
            if act.kind == "heads" {
                self.heads(entry)?;
            }
        }
        self.streams
            .follow(&head.stream, head.seq)
            .map_err(|expected| {
                let prev = expected
                    .prev
                    .map_or("-1".to_string(), |prev| prev.to_string());
                let detail = format!("{}: nth {}, prev {prev}", expected.name, expected.nth);
                broken(Rule::EntryStream, detail)
            })?;
        self.signatures(entry)
    }

    /// Compares heads with what the entries before them give.
    fn heads(&self, entry: &Entry<'_>) -> Result<(), Refusal> {
        let head = &entry.head;
        let given = Heads {
            log: head.log.clone(),
            size: head.seq,
            streams: self.streams.clone(),
        };
        let named = entry.of_log("heads").and_then(|act| act.digest("heads"));
        if named.is_some() && named == given.digest().ok() {
            Ok(())
        } else {
            Err(Rule::HeadsDiffer.broken(format!("entry {}", head.seq), 0, ""))
        }
    }

    fn signatures(&mut self, entry: &Entry<'_>) -> Result<(), Refusal> {
        let Some(act) = entry.act() else {
            return Ok(());
        };
        self.succession.follow(entry)?;
        self.keys.learn(entry);
        let judged = self.keys.judge(act.object.bytes(), entry.signatures());
        self.unknown += judged.ok_or_else(|| {
            let place = format!("entry {}", entry.head.seq);
            Rule::ActSignature.broken(place, act.object.offset(), "")
        })?;
        Ok(())
    }
}
