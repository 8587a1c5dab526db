//! The sequencer: waiting acts become entries, one order for all, many in one transaction.
//!
//! It owns the next state. Nothing is acknowledged before the store has it durably; whoever reads
//! sees a state only when its entries are in the store.

use alloc::collections::VecDeque;
use alloc::collections::btree_map::Entry as Place;
use alloc::sync::Arc;

use sponsio_law::filing::{Filing, Ground, Matter};
use sponsio_ledger::entry::{By, Heads, Office, Visibility};
use sponsio_record::{ActId, Digest, Instant};
use tokio::sync::{OwnedSemaphorePermit, mpsc, oneshot};

use crate::admission::{Admitted, admit};
use crate::clock_watch::ClockWatch;
use crate::failure::{DeskError, Fatal, Unfit};
use crate::house::House;
use crate::open::read_on;
use crate::state::{Documents, State, needed_documents};
use crate::store::{Batch, Document, Envelope, Head, Letter, NewEntry, Position, StoreError};
use crate::submission::{Recorded, Submission, cite};

/// The most acts of one transaction.
const MOST_IN_A_BATCH: usize = 4_096;

/// How many entries there may be after the last one that names the heads of the streams.
const ENTRIES_PER_HEADS: u64 = 1_000;

/// How many seconds may pass until the heads are named again, where something was recorded.
const SECONDS_PER_HEADS: i64 = 86_400;

/// How often a transaction is tried that the store says may be tried again.
const TRIES: u32 = 5;

/// A submission, and the room that it takes until it is answered.
pub(crate) struct Brought {
    submission: Submission,
    _room: OwnedSemaphorePermit,
}

impl Brought {
    pub(crate) fn new(submission: Submission, room: OwnedSemaphorePermit) -> Self {
        Self {
            submission,
            _room: room,
        }
    }
}

impl core::ops::Deref for Brought {
    type Target = Submission;

    fn deref(&self) -> &Submission {
        &self.submission
    }
}

/// Who waits for what.
pub(crate) enum Waiting {
    /// An act to be recorded.
    Act {
        submission: Box<Brought>,
        answer: oneshot::Sender<Result<Recorded, DeskError>>,
    },
    /// The heads of the streams to be named, if anything was recorded since they were: the answer is
    /// the place of the entry that names them.
    Heads {
        answer: oneshot::Sender<Result<u64, DeskError>>,
    },
    /// What other servers have recorded to be read; nobody waits for it.
    Follow,
}

impl Waiting {
    /// Answers that it cannot be done. Whoever asked may be gone; that changes nothing.
    pub(crate) fn refuse(self, error: DeskError) {
        match self {
            Self::Act { answer, .. } => drop(answer.send(Err(error))),
            Self::Heads { answer } => drop(answer.send(Err(error))),
            Self::Follow => {}
        }
    }
}

pub(crate) struct Sequencer {
    house: Arc<House>,
    state: State,
    watch: ClockWatch,
    epoch: u64,
    /// When the last entry was recorded, where officers confirm that the clock may be behind it.
    excused: Option<Instant>,
}

impl Sequencer {
    pub(crate) fn new(house: Arc<House>, state: State, epoch: u64) -> Self {
        let watch = ClockWatch::begin(house.clock.as_ref());
        let is_excused = house.gallery.witnessing.confirms(Ground::Clock);
        let excused = state.last_recorded.filter(|_| is_excused);
        Self {
            house,
            state,
            watch,
            epoch,
            excused,
        }
    }

    /// Returns the instant to record at.
    fn stamp(&self) -> Result<Instant, Fatal> {
        let last = self.state.last_recorded;
        let confirmed =
            self.state.is_clock_confirmed() || (self.excused.is_some() && self.excused == last);
        self.watch.stamp(self.house.clock.as_ref(), last, confirmed)
    }

    /// Records what waits until nobody can ask any more.
    pub(crate) async fn run(mut self, mut waiting: mpsc::Receiver<Waiting>) {
        let mut batch = Vec::new();
        while waiting.recv_many(&mut batch, MOST_IN_A_BATCH).await > 0 {
            let all = batch.len();
            batch.retain(|waiting| !matches!(waiting, Waiting::Follow));
            if batch.len() < all {
                self.follow().await;
            }
            if !batch.is_empty() {
                self.record(batch.drain(..).collect()).await;
            }
            let unpublished = *self.house.published.borrow() < self.state.size();
            if unpublished && self.house.begin_publishing() {
                let house = Arc::clone(&self.house);
                tokio::spawn(async move { house.publish_when_due().await });
            }
        }
    }

    /// Records as many of these as can be recorded, and answers all of them.
    async fn record(&mut self, mut waiting: VecDeque<Waiting>) {
        let mut tries = 0;
        while !waiting.is_empty() {
            if let Some(fatal) = self.house.stopped() {
                return refuse_all(waiting, &fatal);
            }
            let stamp = match self.stamp() {
                Ok(stamp) => stamp,
                Err(fatal) => return refuse_all(waiting, &self.house.stop(fatal)),
            };
            let mut draft = DraftBatch::after(&self.state, stamp);
            let candidates = core::mem::take(&mut waiting);
            let mut named = Ok(());
            for candidate in candidates {
                self.admit(&mut draft, candidate).await;
                // One batch may hold more entries than there may be between two heads.
                if named.is_ok() && draft.since_heads() >= ENTRIES_PER_HEADS {
                    named = self.name_heads(&mut draft);
                }
            }
            if let Err(fatal) = named.and_then(|()| self.name_heads_if_due(&mut draft)) {
                return refuse_all(draft.give_back(), &self.house.stop(fatal));
            }
            if draft.entries.is_empty() {
                return draft.acknowledge();
            }
            match self.append(&mut draft).await {
                Ok(()) => {
                    self.state = draft.state.clone();
                    self.house.show(self.state.clone());
                    return draft.acknowledge();
                }
                Err(StoreError::ActTaken { id, seq, same }) => {
                    let answer = if same {
                        self.first_answer(id, seq).await
                    } else {
                        Err(DeskError::IdReused { id, seq })
                    };
                    // Where one act was recorded before, others mostly were: they are answered now,
                    // or each of them would cost the batch another try.
                    waiting = self.without_repeated(draft.without(&id, answer)).await;
                }
                Err(StoreError::Stale { head }) if head.epoch == self.epoch => {
                    waiting = draft.give_back();
                    if let Err(fatal) = self.catch_up().await {
                        return refuse_all(waiting, &self.house.stop(fatal));
                    }
                }
                Err(StoreError::Stale { .. }) => {
                    let fatal = self.house.stop(Fatal::Superseded);
                    return refuse_all(draft.give_back(), &fatal);
                }
                Err(StoreError::Retryable(_)) if tries < TRIES => {
                    tries += 1;
                    waiting = draft.give_back();
                }
                Err(StoreError::Retryable(_)) => {
                    return refuse(draft.give_back(), &DeskError::Busy);
                }
                Err(fatal @ StoreError::Fatal(_)) => {
                    return refuse_all(draft.give_back(), &self.house.stop(fatal.into()));
                }
            }
        }
    }

    async fn admit(&self, draft: &mut DraftBatch, waiting: Waiting) {
        let (submission, answer) = match waiting {
            Waiting::Act { submission, answer } => (submission, answer),
            Waiting::Heads { answer } => return draft.heads_asked.push(answer),
            Waiting::Follow => return,
        };
        let admitted = match self.gather(&submission).await {
            Err(error) => Err(error),
            Ok(documents) => self.salted(submission.visibility).and_then(|salt| {
                let log = &self.house.origin;
                admit(
                    &mut draft.state,
                    log,
                    &submission,
                    draft.stamp,
                    &documents,
                    salt,
                )
            }),
        };
        match admitted {
            Ok(admitted) => draft.take(admitted, submission, answer),
            Err(error) => {
                let repeated = self.repeated(&submission).await.unwrap_or(Err(error));
                // Whoever asked may be gone; the refusal stands all the same.
                drop(answer.send(repeated));
            }
        }
    }

    /// Returns the first answer again where the same act was recorded before.
    async fn repeated(&self, submission: &Submission) -> Option<Result<Recorded, DeskError>> {
        let record = sponsio_record::read(&submission.act).ok()?;
        let id = record.get("id")?.act_id().ok()?;
        let (seq, digest) = self.house.store.find_act(&id).await.ok()??;
        Some(if digest == Digest::of(&submission.act) {
            self.first_answer(id, seq).await
        } else {
            Err(DeskError::IdReused { id, seq })
        })
    }

    /// Answers those acts that were recorded before; returns who still waits.
    async fn without_repeated(&self, waiting: VecDeque<Waiting>) -> VecDeque<Waiting> {
        let mut rest = VecDeque::new();
        for one in waiting {
            let Waiting::Act { submission, answer } = one else {
                rest.push_back(one);
                continue;
            };
            match self.repeated(&submission).await {
                // Whoever asked may be gone; the act is recorded all the same.
                Some(repeated) => drop(answer.send(repeated)),
                None => rest.push_back(Waiting::Act { submission, answer }),
            }
        }
        rest
    }

    async fn first_answer(&self, act: ActId, seq: u64) -> Result<Recorded, DeskError> {
        let entries = self
            .house
            .store
            .entries(seq, 1)
            .await
            .map_err(Fatal::from)?;
        let bytes = entries
            .first()
            .ok_or_else(|| Fatal::entry(seq, &"it is not there"))?;
        let entry = sponsio_ledger::entry::Entry::at(bytes, &self.house.origin, seq)
            .map_err(|refusal| Fatal::entry(seq, &refusal))?;
        Ok(Recorded {
            act,
            seq,
            leaf: Digest::from_bytes(entry.leaf()),
            recorded: entry.head.recorded,
            repeated: true,
            remarks: Vec::new(),
        })
    }

    /// The documents that come with an act, and those it needs that are kept already.
    async fn gather(&self, submission: &Submission) -> Result<Documents, DeskError> {
        let mut documents = Documents::new();
        for document in &submission.documents {
            documents.insert(document.digest, document.bytes.clone());
        }
        let record = sponsio_record::read(&submission.act).map_err(|f| Unfit::Filing(f.into()))?;
        let filing = Filing::read(record.object()).map_err(|error| Unfit::Filing(error.into()))?;
        let named = filing.documents.iter().map(|document| document.digest);
        for digest in needed_documents(&filing).into_iter().chain(named) {
            if let Place::Vacant(place) = documents.entry(digest) {
                let kept = self.house.store.document(&digest).await;
                let kept = kept
                    .map_err(Fatal::from)?
                    .ok_or(Unfit::NoDocument(digest))?;
                place.insert(kept.bytes);
            }
        }
        Ok(documents)
    }

    fn salted(&self, visibility: Visibility) -> Result<[u8; 32], DeskError> {
        let mut salt = [0; 32];
        if visibility != Visibility::Public {
            self.house.chance.fill(&mut salt).map_err(Fatal::from)?;
        }
        Ok(salt)
    }

    /// Adds the entry that names the heads of all streams, where it is due or asked for.
    fn name_heads_if_due(&self, draft: &mut DraftBatch) -> Result<(), Fatal> {
        let state = &draft.state;
        let since = draft.since_heads();
        let old = state.heads.recorded.is_some_and(|last| {
            draft.stamp.seconds().saturating_sub(last.seconds()) >= SECONDS_PER_HEADS
        });
        let due = since >= ENTRIES_PER_HEADS || (old && since > 0);
        let asked = !draft.heads_asked.is_empty() && since > 0 && state.size() > 0;
        if due || asked {
            self.name_heads(draft)
        } else {
            Ok(())
        }
    }

    /// Adds the entry that names the heads of all streams.
    fn name_heads(&self, draft: &mut DraftBatch) -> Result<(), Fatal> {
        let state = &draft.state;
        let heads = Heads {
            log: self.house.origin.clone(),
            size: state.size(),
            streams: state.streams.as_ref().clone(),
        };
        let unwritable = |fault| Fatal::Storage(format!("heads: {fault}"));
        let document = Document::of("application/json", heads.write().map_err(unwritable)?);
        let mut id = [0; 16];
        self.house.chance.fill(&mut id)?;
        let filing = Filing {
            id: ActId::from_bytes(id),
            matter: Matter::Heads(document.digest),
            documents: vec![cite(&document, None)],
        };
        let by = By {
            office: Office::System,
            party: None,
            officer: None,
        };
        let submission = Submission::by(by, &filing, vec![document.clone()], draft.stamp)
            .map_err(|unfit| Fatal::Storage(format!("heads: {unfit}")))?;
        let documents = Documents::from([(document.digest, document.bytes.clone())]);
        let log = &self.house.origin;
        let admitted = admit(
            &mut draft.state,
            log,
            &submission,
            draft.stamp,
            &documents,
            [0; 32],
        )
        .map_err(|error| Fatal::Storage(format!("heads: {error}")))?;
        draft.documents.push(document);
        draft.entries.push(admitted.entry);
        Ok(())
    }

    async fn append(&self, draft: &mut DraftBatch) -> Result<(), StoreError> {
        let expected = Position {
            size: self.state.size(),
            epoch: self.epoch,
        };
        let batch = draft.batch(self.epoch);
        self.house.store.append(expected, batch).await
    }

    /// Reads what other servers have recorded. A database that does not answer now is asked later.
    async fn follow(&mut self) {
        if self.house.stopped().is_some() {
            return;
        }
        match self.house.store.head().await {
            Ok(head) if head.epoch != self.epoch => drop(self.house.stop(Fatal::Superseded)),
            Ok(head) if head.size > self.state.size() => {
                if let Err(fatal) = self.catch_up().await {
                    self.house.stop(fatal);
                }
            }
            Ok(_) | Err(StoreError::Retryable(_)) => {}
            Err(error) => drop(self.house.stop(error.into())),
        }
    }

    /// Reads what another server has recorded meanwhile.
    async fn catch_up(&mut self) -> Result<(), Fatal> {
        let head = self.house.store.head().await?;
        read_on(&mut self.state, &self.house, &head).await?;
        self.house.show(self.state.clone());
        Ok(())
    }
}

/// A batch that is being drawn up over a state.
struct DraftBatch {
    state: State,
    stamp: Instant,
    entries: Vec<NewEntry>,
    documents: Vec<Document>,
    envelopes: Vec<Envelope>,
    letters: Vec<Letter>,
    /// Who waits for which of the entries.
    waiting: Vec<Drafted>,
    heads_asked: Vec<oneshot::Sender<Result<u64, DeskError>>>,
}

/// An act with the answer it gets when the batch is in the store.
struct Drafted {
    submission: Box<Brought>,
    answer: oneshot::Sender<Result<Recorded, DeskError>>,
    recorded: Recorded,
}

impl DraftBatch {
    fn after(state: &State, stamp: Instant) -> Self {
        Self {
            state: state.clone(),
            stamp,
            entries: Vec::new(),
            documents: Vec::new(),
            envelopes: Vec::new(),
            letters: Vec::new(),
            waiting: Vec::new(),
            heads_asked: Vec::new(),
        }
    }

    /// How many entries there are after the last that names the heads.
    fn since_heads(&self) -> u64 {
        let state = &self.state;
        state.size().saturating_sub(state.heads.size)
    }

    fn take(
        &mut self,
        admitted: Admitted,
        submission: Box<Brought>,
        answer: oneshot::Sender<Result<Recorded, DeskError>>,
    ) {
        self.documents.extend(submission.documents.iter().cloned());
        self.envelopes.extend(submission.envelopes.iter().cloned());
        self.letters.extend(submission.letters.iter().cloned());
        let recorded = Recorded {
            act: admitted.entry.act,
            seq: self.state.size() - 1,
            leaf: admitted.entry.leaf,
            recorded: self.stamp,
            repeated: false,
            remarks: admitted.remarks,
        };
        self.waiting.push(Drafted {
            submission,
            answer,
            recorded,
        });
        self.entries.push(admitted.entry);
        self.envelopes.extend(admitted.envelope);
    }

    fn batch(&self, epoch: u64) -> Batch {
        Batch {
            entries: self.entries.clone(),
            documents: self.documents.clone(),
            envelopes: self.envelopes.clone(),
            letters: self.letters.clone(),
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
    fn give_back(self) -> VecDeque<Waiting> {
        let acts = self.waiting.into_iter().map(|drafted| Waiting::Act {
            submission: drafted.submission,
            answer: drafted.answer,
        });
        let heads = self.heads_asked.into_iter();
        acts.chain(heads.map(|answer| Waiting::Heads { answer }))
            .collect()
    }

    /// Everybody but the one whose id is taken, who gets this answer.
    fn without(mut self, id: &ActId, answer: Result<Recorded, DeskError>) -> VecDeque<Waiting> {
        let taken = self
            .waiting
            .iter()
            .position(|drafted| drafted.recorded.act == *id);
        if let Some(place) = taken {
            drop(self.waiting.remove(place).answer.send(answer));
        }
        self.give_back()
    }

    fn acknowledge(self) {
        for drafted in self.waiting {
            // Whoever asked may be gone; the act is recorded all the same.
            drop(drafted.answer.send(Ok(drafted.recorded)));
        }
        let heads = self.state.heads.size.saturating_sub(1);
        for answer in self.heads_asked {
            drop(answer.send(Ok(heads)));
        }
    }
}

fn refuse_all(waiting: VecDeque<Waiting>, fatal: &Fatal) {
    refuse(waiting, &DeskError::Stopped(fatal.clone()));
}

fn refuse(waiting: VecDeque<Waiting>, error: &DeskError) {
    for waiting in waiting {
        waiting.refuse(error.clone());
    }
}
