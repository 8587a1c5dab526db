//! What the desk knows: the fold of the ledger, held in memory and rebuilt at every start.
//!
//! A state is a value. Whoever reads keeps the one there was, while the sequencer makes the next.

use alloc::borrow::Cow;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::sync::Arc;

use sponsio_law::conference::Step;
use sponsio_law::filing::{Filing, Matter, Opening};
use sponsio_law::register::Register;
use sponsio_ledger::entry::{Entry, Matter as Held, Place, Streams};
use sponsio_ledger::rotation::Succession;
use sponsio_ledger::tree::{Hash, Tree};
use sponsio_record::{Digest, Instant};

use crate::failure::{Fatal, Unfit};

/// The documents that acts need for the fold, by digest.
pub(crate) type Documents = BTreeMap<Digest, Vec<u8>>;

/// The fold of the first entries of a log.
#[derive(Debug, Clone, Default)]
pub struct State {
    /// The participants, treaties, tables and acts.
    pub register: Register,
    /// What the first entry says; none while the log is empty.
    pub opening: Option<Arc<Opening>>,
    pub(crate) tree: Tree,
    pub(crate) streams: Arc<Streams>,
    pub(crate) last_recorded: Option<Instant>,
    pub(crate) heads: LastHeads,
    /// The keys with which the log signs and signed.
    pub(crate) succession: Arc<Succession>,
    /// When the last entry was recorded for which officers confirmed that the clock may be behind.
    pub(crate) clock_confirmed: Option<Instant>,
}

/// The last entry that names the heads of the streams.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct LastHeads {
    /// How many entries there are up to it, itself included; zero if there is none.
    pub(crate) size: u64,
    /// When it was recorded.
    pub(crate) recorded: Option<Instant>,
}

impl State {
    /// Returns how many entries were folded.
    pub fn size(&self) -> u64 {
        self.tree.size()
    }

    /// Returns the root of the tree over them.
    pub fn root(&self) -> Digest {
        Digest::from_bytes(self.tree.root())
    }

    /// Returns the roots of the complete subtrees, largest first, from which the tree grows.
    pub(crate) fn frontier(&self) -> Vec<Digest> {
        let bytes = self.tree.frontier();
        let (hashes, _) = bytes.as_chunks::<32>();
        hashes.iter().copied().map(Digest::from_bytes).collect()
    }

    /// Returns when the last of them was recorded: evidence of recording, never a legal date.
    pub fn last_recorded(&self) -> Option<Instant> {
        self.last_recorded
    }

    /// Whether officers confirmed that the clock may be behind the last entry. The next entry that is
    /// not recorded at the same instant ends it.
    pub(crate) fn is_clock_confirmed(&self) -> bool {
        self.clock_confirmed.is_some() && self.clock_confirmed == self.last_recorded
    }

    /// Whether this is a practice register.
    pub fn is_exercise(&self) -> bool {
        self.opening
            .as_ref()
            .is_some_and(|opening| opening.exercise)
    }

    /// Folds the next entry, whose form and place were checked. Documents it needs are given.
    pub(crate) fn follow(&mut self, told: Told, documents: &Documents) -> Result<(), Fatal> {
        let seq = self.size();
        let Told {
            recorded,
            place,
            filing,
            leaf,
            of_log,
        } = told;
        if let Some(filing) = filing {
            self.fold(Cow::Owned(filing), documents)
                .map_err(|unfit| Fatal::entry(seq, &unfit))?;
        }
        let named = || format!("entry {seq}");
        let entry = of_log.as_deref().map(|bytes| Entry::read(bytes, &named()));
        let entry = entry
            .transpose()
            .map_err(|refusal| Fatal::entry(seq, &refusal))?;
        self.take(recorded, &place, leaf, entry.as_ref())
    }

    /// Folds what a public act says.
    pub(crate) fn fold(
        &mut self,
        filing: Cow<'_, Filing>,
        documents: &Documents,
    ) -> Result<(), Unfit> {
        match (&filing.matter, &self.opening) {
            (Matter::Opening(opening), None) => {
                self.opening = Some(Arc::new(opening.clone()));
                return Ok(());
            }
            (Matter::Opening(_), Some(_)) => return Err(Unfit::OpenAlready),
            (_, None) => return Err(Unfit::NotOpen),
            (_, Some(_)) => {}
        }
        let document = |digest: &Digest| documents.get(digest).cloned();
        let entered = match filing {
            Cow::Borrowed(filing) => self.register.enter(filing, &document),
            Cow::Owned(filing) => self.register.enter_own(filing, &document),
        };
        entered.map_err(Unfit::from)
    }

    /// Takes the place, leaf and instant of an entry whose act was folded. The entry itself is needed
    /// where it is [of the log](of_log).
    pub(crate) fn take(
        &mut self,
        recorded: Instant,
        place: &Place,
        leaf: Hash,
        entry: Option<&Entry<'_>>,
    ) -> Result<(), Fatal> {
        let seq = self.size();
        if self.last_recorded.is_some_and(|last| recorded < last) {
            return Err(Fatal::entry(seq, &"recorded before the entry before it"));
        }
        Arc::make_mut(&mut self.streams)
            .follow(place, seq)
            .map_err(|expected| {
                let detail = format!("stream {} continues at {}", expected.name, expected.nth);
                Fatal::entry(seq, &detail)
            })?;
        self.last_recorded = Some(recorded);
        self.tree.append(leaf);
        match entry {
            Some(entry) => self.take_of_log(entry, seq),
            None => Ok(()),
        }
    }

    /// Takes what an entry says of the log itself.
    fn take_of_log(&mut self, entry: &Entry<'_>, seq: u64) -> Result<(), Fatal> {
        if Succession::concerns(entry) {
            Arc::make_mut(&mut self.succession)
                .follow(entry)
                .map_err(|refusal| Fatal::entry(seq, &refusal))?;
        }
        let Some(act) = entry.act() else {
            return Ok(());
        };
        if act.kind == CONFIRM && act.text("ground") == Some("clock") {
            self.clock_confirmed = self.last_recorded;
        }
        if act.kind == HEADS {
            self.heads = LastHeads {
                size: self.size(),
                recorded: self.last_recorded,
            };
        }
        Ok(())
    }
}

/// The kind of an act by which officers confirm what the desk does not do by itself.
const CONFIRM: &str = "confirm";

/// The kind of an act that names the heads of all streams.
const HEADS: &str = "heads";

/// Whether an entry says anything of the log itself: of its keys, its streams, or its clock.
pub(crate) fn of_log(entry: &Entry<'_>) -> bool {
    let kind = entry.act().map(|act| act.kind.as_str());
    matches!(kind, Some(CONFIRM | HEADS)) || Succession::concerns(entry)
}

/// What is folded of an entry that was read at its place in the log.
#[cfg_attr(test, derive(Debug, PartialEq))]
pub(crate) struct Told {
    pub(crate) recorded: Instant,
    pub(crate) place: Place,
    pub(crate) filing: Option<Filing>,
    pub(crate) leaf: Hash,
    /// The bytes of an entry that says something of the log itself.
    pub(crate) of_log: Option<Vec<u8>>,
}

impl Told {
    /// Reads the entry at this place of a log.
    pub(crate) fn read(bytes: &[u8], log: &str, seq: u64) -> Result<Self, Fatal> {
        let entry = Entry::at(bytes, log, seq).map_err(|refusal| Fatal::entry(seq, &refusal))?;
        let leaf = entry.leaf();
        Self::of(entry, leaf)
    }

    /// Returns what is folded of an entry with this leaf.
    pub(crate) fn of(entry: Entry<'_>, leaf: Hash) -> Result<Self, Fatal> {
        let seq = entry.head.seq;
        let filing = filing_of(&entry).map_err(|unfit| Fatal::entry(seq, &unfit))?;
        Ok(Self {
            filing,
            leaf,
            of_log: of_log(&entry).then(|| entry.bytes().to_vec()),
            recorded: entry.head.recorded,
            place: entry.head.stream,
        })
    }
}

/// Returns what a public entry says; a confidential one says nothing here.
pub(crate) fn filing_of(entry: &Entry<'_>) -> Result<Option<Filing>, Unfit> {
    match &entry.matter {
        Held::Act(act, _) => Ok(Some(
            Filing::read(&act.object).map_err(|e| Unfit::Filing(e.into()))?,
        )),
        Held::Commitment(_) => Ok(None),
    }
}

/// Returns the documents without which a filing cannot be folded.
pub(crate) fn needed_documents(filing: &Filing) -> BTreeSet<Digest> {
    match &filing.matter {
        Matter::Table(citation) => BTreeSet::from([citation.table]),
        Matter::Disclosure { opening, .. } => BTreeSet::from([*opening]),
        Matter::Proceeding(proceeding) => match &proceeding.step {
            Step::StatementConfirmed(confirmed) => {
                BTreeSet::from([confirmed.opening, confirmed.report])
            }
            step => {
                let disclosed = step.disclosed().into_iter();
                disclosed.map(|disclosed| disclosed.opening).collect()
            }
        },
        _ => BTreeSet::new(),
    }
}
