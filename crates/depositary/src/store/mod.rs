//! What the desk asks of a place that keeps things: narrow traits, implemented by every backend and
//! held to one suite ([`conformance`]).
//!
//! A store keeps bytes under the names it is given. It knows no law, no tree and no record: what an
//! entry says, whether a leaf is its hash or a root the hash of a tree is for others to know. What
//! it does know is order: entries take places without gaps, an act and a place in a stream are
//! taken once, and whoever swaps the head has written.

#[doc(hidden)]
pub mod conformance;
#[doc(hidden)]
pub mod fault;
mod memory;
#[cfg(feature = "postgres")]
pub mod postgres;
pub(crate) mod sqlite;

pub use memory::Memory;
pub use sqlite::{OpenError, Settings, Sqlite};

use alloc::sync::Arc;
use core::future::ready;
use core::pin::Pin;
use sponsio_record::{ActId, Commitment, Digest, ENTRY_MAX, Instant};

/// What a method of a store returns. Nothing is done before it is awaited; a write that has begun is
/// finished even if nobody awaits it any longer.
pub type Answer<'a, T> = Pin<Box<dyn Future<Output = Result<T, StoreError>> + Send + 'a>>;

/// Where a writer believes the log to stand: how many entries, and in whose turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// The number of entries, which is the place that the next entry takes.
    pub size: u64,
    /// The turn; raised by every server that takes over, so that a paused one cannot go on.
    pub epoch: u64,
}

/// The end of the log: the one row whose swap decides who has written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The number of entries.
    pub size: u64,
    /// The root of the tree over all entries.
    pub root: Digest,
    /// The roots of the complete subtrees, largest first, from which the tree grows.
    pub frontier: Vec<Digest>,
    /// The turn in which it was written.
    pub epoch: u64,
    /// The instant at which the last entry was recorded; the earliest one there is if none was.
    pub last_recorded: Instant,
}

impl Head {
    /// Returns the head of a log without entries.
    pub fn empty() -> Self {
        Self {
            size: 0,
            root: Digest::of(b""),
            frontier: Vec::new(),
            epoch: 0,
            last_recorded: Instant::MIN,
        }
    }

    /// Returns what a writer names to append after this head.
    pub fn position(&self) -> Position {
        Position {
            size: self.size,
            epoch: self.epoch,
        }
    }
}

/// An entry to be kept, with what it is found by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEntry {
    /// The exact bytes of the entry.
    pub bytes: Vec<u8>,
    /// The hash of the leaf, as the tree has it.
    pub leaf: Digest,
    /// The id of the act; taken once in a log.
    pub act: ActId,
    /// The digest of what was submitted under this id, to tell a repetition from a second act.
    pub act_digest: Digest,
    /// The stream to which the entry belongs.
    pub stream: String,
    /// Its place within the stream; taken once.
    pub nth: u64,
}

/// What a store finds an entry by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// The id of the act.
    pub act: ActId,
    /// The stream to which the entry belongs.
    pub stream: Arc<str>,
    /// Its place within the stream.
    pub nth: u64,
}

/// A document that acts name by its digest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// The digest of the bytes.
    pub digest: Digest,
    /// The media type.
    pub media: String,
    /// The exact bytes.
    pub bytes: Vec<u8>,
}

impl Document {
    /// Returns these bytes under their digest.
    pub fn of(media: &str, bytes: Vec<u8>) -> Self {
        Self {
            digest: Digest::of(&bytes),
            media: media.to_owned(),
            bytes,
        }
    }

    /// Returns the document if its bytes have its digest.
    pub(crate) fn verified(self) -> Result<Self, StoreError> {
        if Digest::of(&self.bytes) == self.digest {
            return Ok(self);
        }
        let digest = self.digest.cited();
        Err(StoreError::Fatal(format!(
            "the bytes of document {digest} have another digest"
        )))
    }
}

/// What lies behind a commitment of the log, apart from it and erasable.
#[derive(Clone, PartialEq, Eq)]
pub struct Envelope {
    /// The commitment that stands in the log.
    pub commitment: Digest,
    /// The salt, without which the commitment can be neither proved nor guessed.
    pub salt: [u8; 32],
    /// The committed bytes.
    pub bytes: Vec<u8>,
}

impl Envelope {
    /// Returns these bytes and the salt behind the commitment to both.
    pub fn of(salt: [u8; 32], bytes: Vec<u8>) -> Self {
        Self {
            commitment: *Commitment::of(&salt, &bytes).digest(),
            salt,
            bytes,
        }
    }

    /// Returns the envelope if it opens its commitment.
    pub(crate) fn verified(self) -> Result<Self, StoreError> {
        if Commitment::from_digest(self.commitment).opens(&self.salt, &self.bytes) {
            return Ok(self);
        }
        let commitment = self.commitment.cited();
        Err(StoreError::Fatal(format!(
            "the envelope does not open the commitment {commitment}"
        )))
    }
}

impl core::fmt::Debug for Envelope {
    /// Shows the commitment only: what is confidential never reaches a message.
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Envelope")
            .field("commitment", &self.commitment)
            .finish_non_exhaustive()
    }
}

/// A letter to be sent because of an act (VCLT art. 78).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// The act of which it informs.
    pub act: ActId,
    /// To whom it goes; one letter per act and addressee.
    pub addressee: String,
    /// The digest of the document that is its text.
    pub text: Digest,
}

/// A letter that has not been sent yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// The number under which the outbox keeps it.
    pub id: u64,
    /// The letter.
    pub letter: Letter,
    /// How often sending it has failed.
    pub attempts: u32,
    /// Why sending it failed the last time.
    pub failure: Option<String>,
}

/// What is written in one transaction, or not at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    /// The entries, in the order of their places.
    pub entries: Vec<NewEntry>,
    /// Documents that the acts name.
    pub documents: Vec<Document>,
    /// What lies behind the commitments of the entries.
    pub envelopes: Vec<Envelope>,
    /// Letters that become due.
    pub letters: Vec<Letter>,
    /// The head after the last entry.
    pub head: Head,
}

impl Batch {
    /// Returns the batch if it can follow this position: what it counts and cites is what it holds.
    pub(crate) fn following(self, expected: Position) -> Result<Self, StoreError> {
        let contradiction = |what: String| Err(StoreError::Fatal(what));
        let places = u64::try_from(self.entries.len()).ok();
        if places.and_then(|places| expected.size.checked_add(places)) != Some(self.head.size) {
            return contradiction(format!(
                "{} entries after {} do not make {}",
                self.entries.len(),
                expected.size,
                self.head.size
            ));
        }
        if self.head.epoch != expected.epoch {
            return contradiction("a batch cannot change the turn".to_owned());
        }
        for (entry, seq) in self.entries.iter().zip(expected.size..) {
            if entry.bytes.is_empty() || entry.bytes.len() > ENTRY_MAX {
                let length = entry.bytes.len();
                return contradiction(format!("entry {seq} has {length} bytes"));
            }
            if entry.stream.is_empty() {
                return contradiction(format!("entry {seq} names no stream"));
            }
        }
        let verified = |document: Document| document.verified();
        let opening = |envelope: Envelope| envelope.verified();
        Ok(Self {
            documents: self
                .documents
                .into_iter()
                .map(verified)
                .collect::<Result<_, _>>()?,
            envelopes: self
                .envelopes
                .into_iter()
                .map(opening)
                .collect::<Result<_, _>>()?,
            ..self
        })
    }
}

/// A checkpoint that this log has signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed {
    /// The number of entries it covers.
    pub size: u64,
    /// The root it states.
    pub root: Digest,
    /// The exact bytes of the signed note.
    pub note: Vec<u8>,
    /// The turn in which it was signed.
    pub epoch: u64,
}

/// The signature of a witness under a checkpoint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cosignature {
    /// The name of the witness.
    pub witness: String,
    /// The signature line, as it stands under the note.
    pub line: String,
}

/// Why a store did not do what it was asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// The log has moved on, or another server has taken over: load again and try again.
    #[error("the log stands at {} entries in turn {}", .head.size, .head.epoch)]
    Stale {
        /// Where the log stands.
        head: Position,
    },
    /// The id of an act is taken; nothing was written.
    #[error("the id {id} is taken by entry {seq}")]
    ActTaken {
        /// The id.
        id: ActId,
        /// The place of the entry that has it.
        seq: u64,
        /// Whether what was submitted is the same as what that entry holds.
        same: bool,
    },
    /// Nothing was written, and the same call may succeed later.
    #[error("{0}")]
    Retryable(String),
    /// Nobody knows what was written. The store refuses to write from now on; a new process loads
    /// what is there.
    #[error("{0}")]
    Fatal(String),
}

/// The ledger: entries in one order, the documents they name, and the checkpoints over them.
///
/// After a fatal error everything but reading is refused with the same error.
pub trait Store: Send + Sync {
    /// Returns the head of the log of this origin, which is from now on the log of this store; a
    /// log that is not there begins with the empty head.
    fn open_log(&self, origin: &str) -> Answer<'_, Head>;

    /// Whether several servers may have the log open to write at the same time. Where not, whoever
    /// opens it is alone, and takes over.
    fn admits_others(&self) -> bool;

    /// Returns the head.
    fn head(&self) -> Answer<'_, Head>;

    /// Writes the whole batch after the expected position, durably, or nothing.
    ///
    /// Documents and envelopes that are there already with equal bytes are no error. A batch that
    /// contradicts itself or what is written is fatal: the writer's state is wrong.
    fn append(&self, expected: Position, batch: Batch) -> Answer<'_, ()>;

    /// Returns the bytes of at most so many entries from this place on, in order.
    fn entries(&self, from: u64, most: usize) -> Answer<'_, Vec<Vec<u8>>>;

    /// Returns the entries that [`Store::entries`] returns, with all that they are found by.
    fn rows(&self, from: u64, most: usize) -> Answer<'_, Vec<NewEntry>>;

    /// Tells a store what it finds the first entries of the log by, so that it need not read them. A
    /// store that finds them otherwise has no use for it.
    fn remember(&self, _known: Vec<Known>) -> Answer<'_, ()> {
        Box::pin(ready(Ok(())))
    }

    /// Returns the place and the digest of the act with this id.
    fn find_act(&self, id: &ActId) -> Answer<'_, Option<(u64, Digest)>>;

    /// Returns the document with this digest, having checked that its bytes still have it.
    fn document(&self, digest: &Digest) -> Answer<'_, Option<Document>>;

    /// Keeps a document; one that is there already with equal bytes is no error.
    fn put_document(&self, document: Document) -> Answer<'_, ()>;

    /// Takes over: raises the turn, so that the server before cannot write any more, and returns it.
    fn seize(&self) -> Answer<'_, u64>;

    /// Returns the largest checkpoint that was signed.
    fn signed(&self) -> Answer<'_, Option<Signed>>;

    /// Returns the checkpoint of just this size, if one was signed.
    fn signed_over(&self, size: u64) -> Answer<'_, Option<Signed>>;

    /// Keeps a checkpoint in place of the one of the old size, in the turn of its signer.
    ///
    /// A checkpoint is stale if another one came first or another server has taken over. A second
    /// root for one size, a size below the old one or beyond the head is fatal. The same size and
    /// root may be signed again, with more signatures.
    fn sign(&self, old: Option<u64>, new: Signed) -> Answer<'_, ()>;

    /// Returns the witnesses' signatures under the checkpoint of this size, sorted by name.
    fn cosignatures(&self, size: u64) -> Answer<'_, Vec<Cosignature>>;

    /// Keeps a witness's signature under the checkpoint of this size, in place of an earlier one.
    fn add_cosignature(&self, size: u64, new: Cosignature) -> Answer<'_, ()>;

    /// Ends: everything that was asked before is done, everything after is refused.
    fn close(&self) -> Answer<'_, ()>;
}

/// Sealed payloads, apart from the log.
pub trait Drawer: Send + Sync {
    /// Keeps an envelope; one that is there already with equal bytes is no error.
    fn put(&self, envelope: Envelope) -> Answer<'_, ()>;

    /// Returns the envelope behind this commitment.
    fn get(&self, commitment: &Digest) -> Answer<'_, Option<Envelope>>;

    /// Erases salt and bytes for good; returns whether there was anything to erase.
    fn erase(&self, commitment: &Digest) -> Answer<'_, bool>;

    /// Returns all commitments whose envelopes are here, sorted.
    fn list(&self) -> Answer<'_, Vec<Digest>>;
}

/// Letters that wait to be sent, at least once each.
pub trait Outbox: Send + Sync {
    /// Returns at most so many letters that wait, those with fewest failures first.
    fn take(&self, most: usize) -> Answer<'_, Vec<Waiting>>;

    /// Notes that a letter was sent; a letter that is not waiting is left as it is.
    fn done(&self, id: u64) -> Answer<'_, ()>;

    /// Notes that sending a letter failed and why; it keeps waiting.
    fn failed(&self, id: u64, reason: &str) -> Answer<'_, ()>;
}

/// Everything that a backend keeps.
pub trait Backend: Store + Drawer + Outbox {}

impl<S: Store + Drawer + Outbox> Backend for S {}

/// The public files of the log: tiles and entry bundles, which can always be made again from the
/// entries, and the checkpoint over them.
pub trait Shelf: Send + Sync {
    /// Returns the file at this path below the log's address.
    fn tile(&self, path: &str) -> Answer<'_, Option<Vec<u8>>>;

    /// Places a file, durably. It is never overwritten: equal bytes are no error, others are fatal.
    fn place(&self, path: &str, bytes: Vec<u8>) -> Answer<'_, ()>;

    /// Places files, each as [`Shelf::place`] does; all of them are on the disk when this returns.
    fn place_all(&self, files: Vec<(String, Vec<u8>)>) -> Answer<'_, ()> {
        Box::pin(async move {
            for (path, bytes) in files {
                self.place(&path, bytes).await?;
            }
            Ok(())
        })
    }

    /// Places a file over one that was found to be wrong, when starting again; never in normal work.
    fn mend(&self, path: &str, bytes: Vec<u8>) -> Answer<'_, ()>;

    /// Returns the paths of all files except the checkpoint, sorted.
    fn list(&self) -> Answer<'_, Vec<String>>;

    /// Returns the published checkpoint.
    fn checkpoint(&self) -> Answer<'_, Option<Vec<u8>>>;

    /// Publishes a checkpoint in place of the one before, durably; readers see one or the other. One
    /// over fewer entries than is published stays unpublished: another process was quicker.
    fn publish(&self, checkpoint: Vec<u8>) -> Answer<'_, ()>;
}

/// The last word on what was signed, kept on another volume and in no backup.
pub trait Lock: Send + Sync {
    /// Returns the signed note that is locked.
    fn checkpoint(&self) -> Answer<'_, Option<Vec<u8>>>;

    /// Puts a signed note in place of the old one, durably, if the old one is what is locked.
    ///
    /// A note over fewer entries, or over as many with other words, is fatal.
    fn swap(&self, old: Option<&[u8]>, new: &[u8]) -> Answer<'_, Swap>;
}

/// What became of a swap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Swap {
    /// The new note is locked.
    Done,
    /// Another note is locked, or none is: the new one must never be published.
    Lost {
        /// What is locked.
        held: Option<Vec<u8>>,
    },
}
