//! A batch that is being drawn up over a state: what will be one transaction, and who waits for it.
//!
//! What a batch says to anybody rests on its state. It is said when that state is in the store, a
//! refusal as much as an acknowledgement; until then everybody can be given back.

use alloc::collections::{BTreeSet, VecDeque};
use alloc::sync::Arc;

use sponsio_record::{ActId, Instant};
use tokio::sync::oneshot;

use crate::admission::Admitted;
use crate::brought::{Asker, Brought, Waiting};
use crate::failure::{DeskError, Fatal};
use crate::state::State;
use crate::store::{Batch, Document, Envelope, Head, NewEntry};
use crate::submission::Recorded;

pub(crate) struct DraftBatch {
    /// The state with the entries of the batch.
    pub(crate) state: Arc<State>,
    pub(crate) stamp: Instant,
    entries: Vec<NewEntry>,
    /// What lies behind the commitments of the entries.
    envelopes: Vec<Envelope>,
    /// The documents of what the house itself brings.
    documents: Vec<Document>,
    /// Who waits for which answer, in the order in which they came.
    waiting: Vec<Drafted>,
    pub(crate) heads_asked: Vec<oneshot::Sender<Result<u64, DeskError>>>,
    /// Why nothing can come of the batch.
    pub(crate) fault: Option<Fatal>,
}

/// An act with the answer it gets when the batch is in the store.
struct Drafted {
    brought: Box<Brought>,
    answer: Asker,
    outcome: Result<Recorded, DeskError>,
}

/// An act that is refused, and why.
pub(crate) struct Refused {
    pub(crate) brought: Box<Brought>,
    pub(crate) answer: Asker,
    pub(crate) error: DeskError,
}

impl DraftBatch {
    pub(crate) fn after(state: &Arc<State>, stamp: Instant) -> Self {
        Self {
            state: Arc::clone(state),
            stamp,
            entries: Vec::new(),
            envelopes: Vec::new(),
            documents: Vec::new(),
            waiting: Vec::new(),
            heads_asked: Vec::new(),
            fault: None,
        }
    }

    /// How many acts were drafted or refused.
    pub(crate) fn len(&self) -> usize {
        self.waiting.len()
    }

    /// Whether there is an entry to be appended.
    pub(crate) fn has_entries(&self) -> bool {
        !self.entries.is_empty()
    }

    /// How many entries there are after the last that names the heads.
    pub(crate) fn since_heads(&self) -> u64 {
        let state = &self.state;
        state.size().saturating_sub(state.heads.size)
    }

    /// Takes an act that became the next entry of the state.
    pub(crate) fn take(&mut self, admitted: Admitted, brought: Box<Brought>, answer: Asker) {
        let recorded = Recorded {
            act: admitted.entry.act,
            seq: self.state.size() - 1,
            leaf: admitted.entry.leaf,
            recorded: self.stamp,
            repeated: false,
            remarks: admitted.remarks,
        };
        self.waiting.push(Drafted {
            brought,
            answer,
            outcome: Ok(recorded),
        });
        self.entries.push(admitted.entry);
        self.envelopes.extend(admitted.envelope);
    }

    /// Takes an act that is refused over the state.
    pub(crate) fn refuse(&mut self, error: DeskError, brought: Box<Brought>, answer: Asker) {
        self.waiting.push(Drafted {
            brought,
            answer,
            outcome: Err(error),
        });
    }

    /// Takes an entry of the house itself with its document.
    pub(crate) fn take_own(&mut self, entry: NewEntry, document: Document) {
        self.entries.push(entry);
        self.documents.push(document);
    }

    /// Returns what is to be written; the entries are then the store's.
    pub(crate) fn batch(&mut self, epoch: u64) -> Batch {
        let drafted = || {
            self.waiting
                .iter()
                .filter(|drafted| drafted.outcome.is_ok())
        };
        let brought = || drafted().map(|drafted| &drafted.brought);
        // One document may come with many acts.
        let mut seen = BTreeSet::new();
        let given = brought().flat_map(|brought| &brought.documents);
        let documents = given
            .chain(&self.documents)
            .filter(|document| seen.insert(document.digest))
            .cloned()
            .collect();
        let envelopes = brought().flat_map(|brought| &brought.envelopes);
        let letters = brought().flat_map(|brought| &brought.letters);
        Batch {
            documents,
            envelopes: envelopes.chain(&self.envelopes).cloned().collect(),
            letters: letters.cloned().collect(),
            entries: core::mem::take(&mut self.entries),
            head: Head {
                size: self.state.size(),
                root: self.state.root(),
                frontier: self.state.frontier(),
                epoch,
                last_recorded: self.stamp,
            },
        }
    }

    /// Everybody who waits, to be tried again.
    pub(crate) fn give_back(self) -> VecDeque<Waiting> {
        let drafted = self.waiting.into_iter().map(|drafted| Waiting::Act {
            brought: drafted.brought,
            answer: drafted.answer,
        });
        let heads = self.heads_asked.into_iter();
        drafted
            .chain(heads.map(|answer| Waiting::Heads { answer }))
            .collect()
    }

    /// Everybody but the one whose id is taken, who gets this answer.
    pub(crate) fn without(
        mut self,
        id: &ActId,
        answer: Result<Recorded, DeskError>,
    ) -> VecDeque<Waiting> {
        let is_taken = |drafted: &Drafted| {
            let recorded = drafted.outcome.as_ref();
            recorded.is_ok_and(|recorded| recorded.act == *id)
        };
        let taken = self.waiting.iter().position(is_taken);
        if let Some(place) = taken {
            drop(self.waiting.remove(place).answer.send(answer));
        }
        self.give_back()
    }

    /// Answers whose acts are in the store; returns those that are refused.
    pub(crate) fn acknowledge(self) -> Vec<Refused> {
        let mut refused = Vec::new();
        for Drafted {
            brought,
            answer,
            outcome,
        } in self.waiting
        {
            match outcome {
                // Whoever asked may be gone; the act is recorded all the same.
                Ok(recorded) => drop(answer.send(Ok(recorded))),
                Err(error) => refused.push(Refused {
                    brought,
                    answer,
                    error,
                }),
            }
        }
        let heads = self.state.heads.size.saturating_sub(1);
        for answer in self.heads_asked {
            drop(answer.send(Ok(heads)));
        }
        refused
    }
}
