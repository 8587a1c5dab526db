//! The sequencer: waiting acts become entries, one order for all, many in one transaction.
//!
//! It owns the next state. Nothing is acknowledged before the store has it durably; whoever reads
//! sees a state only when its entries are in the store. While the store takes a batch, the next one is
//! drawn up over it; where the store does not take it, everybody who waits for either is drawn up anew.

use alloc::collections::VecDeque;
use alloc::sync::Arc;
use core::future::poll_fn;
use core::task::{Context, Poll};

use sponsio_law::filing::{Filing, Ground, Matter};
use sponsio_ledger::entry::{By, Heads, Office, Visibility};
use sponsio_record::{ActId, Digest, Instant};
use tokio::sync::mpsc;

use crate::admission::admit;
use crate::brought::{Brought, Waiting};
use crate::clock_watch::ClockWatch;
use crate::draft::{DraftBatch, Refused};
use crate::failure::{DeskError, Fatal, Unfit};
use crate::house::House;
use crate::open::read_on;
use crate::state::{Documents, State, needed_documents};
use crate::store::{Answer, Document, Position, StoreError};
use crate::submission::{Recorded, Submission, cite};

/// The most acts of one transaction.
const MOST_IN_A_BATCH: usize = 4_096;

/// The most acts that are drawn up before the store is asked again whether it has taken the batch
/// before.
const AT_ONCE: usize = 64;

/// How many entries there may be after the last one that names the heads of the streams.
const ENTRIES_PER_HEADS: u64 = 1_000;

/// How many seconds may pass until the heads are named again, where something was recorded.
const SECONDS_PER_HEADS: i64 = 86_400;

/// How often a transaction is tried that the store says may be tried again.
const TRIES: u32 = 5;

pub(crate) struct Sequencer {
    house: Arc<House>,
    state: Arc<State>,
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
            state: Arc::new(state),
            watch,
            epoch,
            excused,
        }
    }

    /// Returns the instant to record at after this state, unless nothing is recorded any more.
    fn stamp(&self, after: &State) -> Result<Instant, Fatal> {
        if let Some(fatal) = self.house.stopped() {
            return Err(fatal);
        }
        let last = after.last_recorded;
        let confirmed =
            after.is_clock_confirmed() || (self.excused.is_some() && self.excused == last);
        let stamp = self.watch.stamp(self.house.clock.as_ref(), last, confirmed);
        stamp.map_err(|fatal| self.house.stop(fatal))
    }

    /// Records what waits until nobody can ask any more.
    pub(crate) async fn run(mut self, mut inbox: mpsc::Receiver<Waiting>) {
        let mut batch = Vec::new();
        while inbox.recv_many(&mut batch, MOST_IN_A_BATCH).await > 0 {
            let all = batch.len();
            batch.retain(|waiting| !matches!(waiting, Waiting::Follow));
            if batch.len() < all {
                self.follow().await;
            }
            if !batch.is_empty() {
                self.record(batch.drain(..).collect(), &mut inbox).await;
            }
            self.have_published();
        }
    }

    /// Has what is recorded published, unless that is under way.
    fn have_published(&self) {
        let unpublished = *self.house.published.borrow() < self.state.size();
        if unpublished && self.house.begin_publishing() {
            let house = Arc::clone(&self.house);
            tokio::spawn(async move { house.publish_when_due().await });
        }
    }

    /// Records as many of these as can be recorded, and of those that come meanwhile; answers all of
    /// them.
    async fn record(
        &mut self,
        mut waiting: VecDeque<Waiting>,
        inbox: &mut mpsc::Receiver<Waiting>,
    ) {
        let mut tries = 0;
        while !waiting.is_empty() {
            let mut draft = match self.stamp(&self.state) {
                Ok(stamp) => DraftBatch::after(&self.state, stamp),
                Err(fatal) => return refuse_all(waiting, &fatal),
            };
            let now = waiting.len().min(MOST_IN_A_BATCH);
            for candidate in waiting.drain(..now) {
                self.admit(&mut draft, candidate).await;
            }
            // Nobody who comes overtakes those who are left.
            let is_open = waiting.is_empty();
            let again = self.write(draft, &mut tries, inbox, is_open).await;
            waiting = again.into_iter().chain(waiting).collect();
        }
    }

    /// Writes a batch, and then what was drawn up over it meanwhile, as long as the store takes it;
    /// returns those who are to be tried again.
    async fn write(
        &mut self,
        draft: DraftBatch,
        tries: &mut u32,
        inbox: &mut mpsc::Receiver<Waiting>,
        is_open: bool,
    ) -> VecDeque<Waiting> {
        let mut next = Some(draft);
        while let Some(mut draft) = next.take() {
            self.name_heads_if_due(&mut draft);
            if let Some(fatal) = draft.fault.take().or_else(|| self.house.stopped()) {
                refuse_all(draft.give_back(), &self.house.stop(fatal));
                break;
            }
            if !draft.has_entries() {
                self.acknowledge(draft).await;
                break;
            }
            let (outcome, drawn_up) = self.append(&mut draft, inbox, is_open).await;
            if let Err(error) = outcome {
                let mut again = self.not_taken(error, draft, tries).await;
                again.extend(drawn_up.into_iter().flat_map(DraftBatch::give_back));
                return again;
            }
            *tries = 0;
            self.state = Arc::clone(&draft.state);
            self.house.show(Arc::clone(&self.state));
            self.acknowledge(draft).await;
            self.have_published();
            next = drawn_up;
        }
        VecDeque::new()
    }

    /// Answers those of a batch that can be answered after the store did not take it; returns those
    /// who are to be tried again.
    async fn not_taken(
        &mut self,
        error: StoreError,
        draft: DraftBatch,
        tries: &mut u32,
    ) -> VecDeque<Waiting> {
        let fatal = match error {
            StoreError::ActTaken { id, seq, same } => {
                let answer = if same {
                    self.first_answer(id, seq).await
                } else {
                    Err(DeskError::IdReused { id, seq })
                };
                // Where one act was recorded before, others mostly were: they are answered now,
                // or each of them would cost the batch another try.
                return self.without_repeated(draft.without(&id, answer)).await;
            }
            StoreError::Stale { head } if head.epoch == self.epoch => match self.catch_up().await {
                Ok(()) => return draft.give_back(),
                Err(fatal) => fatal,
            },
            StoreError::Stale { .. } => Fatal::Superseded,
            StoreError::Retryable(_) if *tries < TRIES => {
                *tries += 1;
                return draft.give_back();
            }
            StoreError::Retryable(_) => {
                *tries = 0;
                refuse(draft.give_back(), &DeskError::Busy);
                return VecDeque::new();
            }
            fatal @ StoreError::Fatal(_) => fatal.into(),
        };
        refuse_all(draft.give_back(), &self.house.stop(fatal));
        VecDeque::new()
    }

    /// Takes whoever waits into a draft.
    async fn admit(&self, draft: &mut DraftBatch, waiting: Waiting) {
        let (brought, answer) = match waiting {
            Waiting::Act { brought, answer } => (brought, answer),
            Waiting::Heads { answer } => return draft.heads_asked.push(answer),
            Waiting::Follow => return,
        };
        let admitted = match self.gather(&brought).await {
            Err(error) => Err(error),
            Ok(documents) => self.salted(brought.visibility).and_then(|salt| {
                let log = &self.house.origin;
                admit(
                    Arc::make_mut(&mut draft.state),
                    log,
                    &brought,
                    draft.stamp,
                    &documents,
                    salt,
                )
            }),
        };
        match admitted {
            Ok(admitted) => draft.take(admitted, brought, answer),
            Err(error) => draft.refuse(error, brought, answer),
        }
        // One batch may hold more entries than there may be between two heads.
        if draft.fault.is_none() && draft.since_heads() >= ENTRIES_PER_HEADS {
            draft.fault = self.name_heads(draft).err();
        }
    }

    /// Answers everybody of a batch whose entries are in the store.
    async fn acknowledge(&self, draft: DraftBatch) {
        for Refused {
            brought,
            answer,
            error,
        } in draft.acknowledge()
        {
            let repeated = self.repeated(&brought).await.unwrap_or(Err(error));
            // Whoever asked may be gone; the refusal stands all the same.
            drop(answer.send(repeated));
        }
    }

    /// Returns the first answer again where the same act was recorded before.
    async fn repeated(&self, brought: &Brought) -> Option<Result<Recorded, DeskError>> {
        let id = brought.mark()?;
        let (seq, digest) = self.house.store.find_act(&id).await.ok()??;
        Some(if digest == brought.digest() {
            self.first_answer(id, seq).await
        } else {
            Err(DeskError::IdReused { id, seq })
        })
    }

    /// Answers those acts that were recorded before; returns who still waits.
    async fn without_repeated(&self, waiting: VecDeque<Waiting>) -> VecDeque<Waiting> {
        let mut rest = VecDeque::new();
        for one in waiting {
            let Waiting::Act { brought, answer } = one else {
                rest.push_back(one);
                continue;
            };
            match self.repeated(&brought).await {
                // Whoever asked may be gone; the act is recorded all the same.
                Some(repeated) => drop(answer.send(repeated)),
                None => rest.push_back(Waiting::Act { brought, answer }),
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

    /// The documents without which an act cannot enter the state, from what comes with it or what is
    /// kept; whatever else it names must be there too.
    async fn gather(&self, brought: &Brought) -> Result<Documents, DeskError> {
        let filing = brought.filing()?;
        let given = |digest: &Digest| {
            let mut given = brought.documents.iter();
            given.find(|document| document.digest == *digest)
        };
        let mut documents = Documents::new();
        for digest in needed_documents(filing) {
            let bytes = match given(&digest) {
                Some(document) => document.bytes.clone(),
                None => self.kept(&digest).await?.bytes,
            };
            documents.insert(digest, bytes);
        }
        for named in &filing.documents {
            let digest = &named.digest;
            if given(digest).is_none() && !documents.contains_key(digest) {
                self.kept(digest).await?;
            }
        }
        Ok(documents)
    }

    /// Returns a document that is kept.
    async fn kept(&self, digest: &Digest) -> Result<Document, DeskError> {
        let kept = self.house.store.document(digest).await;
        let kept = kept.map_err(Fatal::from)?;
        Ok(kept.ok_or(Unfit::NoDocument(*digest))?)
    }

    fn salted(&self, visibility: Visibility) -> Result<[u8; 32], DeskError> {
        let mut salt = [0; 32];
        if visibility != Visibility::Public {
            self.house.chance.fill(&mut salt).map_err(Fatal::from)?;
        }
        Ok(salt)
    }

    /// Adds the entry that names the heads of all streams, where it is due or asked for.
    fn name_heads_if_due(&self, draft: &mut DraftBatch) {
        let state = &draft.state;
        let since = draft.since_heads();
        let old = state.heads.recorded.is_some_and(|last| {
            draft.stamp.seconds().saturating_sub(last.seconds()) >= SECONDS_PER_HEADS
        });
        let due = since >= ENTRIES_PER_HEADS || (old && since > 0);
        let asked = !draft.heads_asked.is_empty() && since > 0 && state.size() > 0;
        if draft.fault.is_none() && (due || asked) {
            draft.fault = self.name_heads(draft).err();
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
        let admitted = admit(
            Arc::make_mut(&mut draft.state),
            &self.house.origin,
            &Brought::new(submission, None),
            draft.stamp,
            &Documents::new(),
            [0; 32],
        )
        .map_err(|error| Fatal::Storage(format!("heads: {error}")))?;
        draft.take_own(admitted.entry, document);
        Ok(())
    }

    /// Has the store take a batch. Whoever comes meanwhile is drawn up over it, where the clock allows;
    /// nobody of them is answered here.
    async fn append(
        &self,
        draft: &mut DraftBatch,
        inbox: &mut mpsc::Receiver<Waiting>,
        is_open: bool,
    ) -> (Result<(), StoreError>, Option<DraftBatch>) {
        let expected = Position {
            size: self.state.size(),
            epoch: self.epoch,
        };
        let batch = draft.batch(self.epoch);
        let mut taking = self.house.store.append(expected, batch);
        let mut next = None;
        let mut coming = Vec::new();
        loop {
            let most = if is_open { MOST_IN_A_BATCH } else { 0 };
            let drawn_up = next.as_ref().map_or(0, DraftBatch::len);
            let room = most.saturating_sub(drawn_up).min(AT_ONCE);
            let taken =
                poll_fn(|context| taken_or_coming(context, &mut taking, inbox, &mut coming, room));
            if let Some(outcome) = taken.await {
                return (outcome, next);
            }
            if next.is_none() {
                next = match self.stamp(&draft.state) {
                    Ok(stamp) => Some(DraftBatch::after(&draft.state, stamp)),
                    Err(fatal) => {
                        refuse_all(coming.into(), &fatal);
                        return (taking.await, None);
                    }
                };
            }
            for waiting in coming.drain(..) {
                if let Some(next) = &mut next {
                    self.admit(next, waiting).await;
                }
            }
        }
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
        read_on(Arc::make_mut(&mut self.state), &self.house, &head).await?;
        self.house.show(Arc::clone(&self.state));
        Ok(())
    }
}

/// Waits until the store has answered, or somebody has come.
fn taken_or_coming(
    context: &mut Context<'_>,
    taking: &mut Answer<'_, ()>,
    inbox: &mut mpsc::Receiver<Waiting>,
    coming: &mut Vec<Waiting>,
    room: usize,
) -> Poll<Option<Result<(), StoreError>>> {
    if let Poll::Ready(outcome) = taking.as_mut().poll(context) {
        return Poll::Ready(Some(outcome));
    }
    if room == 0 {
        return Poll::Pending;
    }
    match inbox.poll_recv_many(context, coming, room) {
        // Nobody can ask any more: what is left is the answer of the store.
        Poll::Ready(0) | Poll::Pending => Poll::Pending,
        Poll::Ready(_) => Poll::Ready(None),
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
