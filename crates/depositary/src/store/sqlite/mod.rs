//! The ledger in one file of SQLite, for one server.
//!
//! One connection alone writes and checkpoints, for one at a time: a thread of its own, or in its place
//! whoever brings one or two acts while the disk is quick. The threads that read cannot write. The lock
//! file beside the database keeps every other process out.

mod append;
pub(crate) mod backup;
mod held;
mod lately;
mod open;
mod read;
mod row;
mod taken;
#[cfg(test)]
mod tests;
mod volume;
mod worker;

pub use open::{OpenError, Settings};

use self::held::Held;
use self::taken::Taken;
use self::worker::{Fatal, Workers};
use super::{
    Answer, Batch, Cosignature, Document, Drawer, Envelope, Head, Known, NewEntry, Outbox,
    Position, Signed, Store, StoreError, Waiting,
};
use alloc::sync::Arc;
use rusqlite::Connection;
use sponsio_record::{ActId, Digest};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock, PoisonError};

/// The most entries of a batch that whoever brings it may write: where many wait, the next batch is drawn
/// up while this one is written.
const FEW: usize = 2;

/// A database file that this process alone has open.
pub struct Sqlite {
    fatal: Fatal,
    log: OnceLock<Log>,
    writer: Workers,
    readers: Workers,
    held: Mutex<Option<Held>>,
    taken: Arc<Mutex<Taken>>,
    reads_only: bool,
}

struct Log {
    number: i64,
    origin: String,
}

impl Sqlite {
    /// Opens a database, making it if there is none; see [`OpenError`] for what is refused.
    pub fn open(path: &Path, settings: &Settings) -> Result<Self, OpenError> {
        let opened = open::open(path, settings)?;
        let failed = |source| OpenError::Io {
            path: path.to_owned(),
            source,
        };
        let fatal = Fatal::default();
        let writing = Workers::start("store writer", vec![opened.writer], fatal.clone());
        let reading = Workers::start("store reader", opened.readers, fatal.clone());
        Ok(Self {
            fatal,
            log: OnceLock::new(),
            writer: writing.map_err(failed)?,
            readers: reading.map_err(failed)?,
            held: Mutex::new(Some(opened.held)),
            taken: Arc::default(),
            reads_only: false,
        })
    }

    /// Opens a database that is there to read it, beside whatever process writes it; everything that
    /// would write is refused.
    pub fn open_reading(path: &Path, settings: &Settings) -> Result<Self, OpenError> {
        let readers = open::open_reading(path, settings)?;
        let fatal = Fatal::default();
        let writing = Workers::start("store writer", Vec::new(), fatal.clone());
        let reading = Workers::start("store reader", readers, fatal.clone());
        let failed = |source| OpenError::Io {
            path: path.to_owned(),
            source,
        };
        Ok(Self {
            fatal,
            log: OnceLock::new(),
            writer: writing.map_err(failed)?,
            readers: reading.map_err(failed)?,
            held: Mutex::new(None),
            taken: Arc::default(),
            reads_only: true,
        })
    }

    /// Compares the pages of the file with one another: that every index leads to its rows, and every
    /// row is in its indexes. Returns what is wrong, nothing if all is well.
    pub fn examine(&self) -> Answer<'_, Vec<String>> {
        self.readers.ask(|connection| read::defects(connection))
    }

    /// Writes a checked copy of the whole database to a file that does not exist yet.
    pub fn backup(&self, to: PathBuf) -> Answer<'_, ()> {
        self.readers
            .ask(move |connection| backup::backup(connection, &to))
    }

    /// Ends the threads, readers first: a reader never checkpoints, so the writer is the last.
    fn stop(&self) {
        self.readers.stop();
        self.writer.stop();
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        drop(held.take());
    }

    fn number(&self) -> Result<i64, StoreError> {
        let unopened = || StoreError::Fatal("no log is open".to_owned());
        self.log.get().map(|log| log.number).ok_or_else(unopened)
    }

    /// Has something written, unless a write before it has failed fatally.
    fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Connection) -> Result<T, StoreError> + Send + 'static,
    ) -> Answer<'_, T> {
        let fatal = self.fatal.clone();
        self.writer.ask(move |connection| {
            fatal.refuse()?;
            work(connection)
        })
    }

    /// Has something written in the log that is open.
    fn write_log<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Connection, i64) -> Result<T, StoreError> + Send + 'static,
    ) -> Answer<'_, T> {
        match self.number() {
            Ok(log) => self.write(move |connection| work(connection, log)),
            Err(error) => Box::pin(core::future::ready(Err(error))),
        }
    }

    /// Has something read from the log that is open.
    fn read_log<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Connection, i64) -> Result<T, StoreError> + Send + 'static,
    ) -> Answer<'_, T> {
        match self.number() {
            Ok(log) => self.readers.ask(move |connection| work(connection, log)),
            Err(error) => Box::pin(core::future::ready(Err(error))),
        }
    }
}

impl Drop for Sqlite {
    fn drop(&mut self) {
        self.stop();
    }
}

impl Store for Sqlite {
    fn open_log(&self, origin: &str) -> Answer<'_, Head> {
        let origin = origin.to_owned();
        Box::pin(async move {
            if self.log.get().is_some_and(|log| log.origin != origin) {
                return Err(StoreError::Fatal("another log is open".to_owned()));
            }
            let asked = origin.clone();
            let (number, head) = if self.reads_only {
                self.readers
                    .ask(move |connection| read::log(connection, &asked))
                    .await?
            } else {
                self.write(move |connection| append::open_log(connection, &asked))
                    .await?
            };
            let log = self.log.get_or_init(|| Log { number, origin });
            if log.number == number {
                Ok(head)
            } else {
                Err(StoreError::Fatal("another log is open".to_owned()))
            }
        })
    }

    fn admits_others(&self) -> bool {
        false
    }

    fn head(&self) -> Answer<'_, Head> {
        self.read_log(read::head)
    }

    fn append(&self, expected: Position, batch: Batch) -> Answer<'_, ()> {
        let log = match self.number() {
            Ok(log) => log,
            Err(error) => return Box::pin(core::future::ready(Err(error))),
        };
        let (few, fatal) = (batch.entries.len() <= FEW, self.fatal.clone());
        let taken = Arc::clone(&self.taken);
        let work = move |connection: &mut Connection| {
            fatal.refuse()?;
            let batch = batch.following(expected)?;
            append::append(connection, log, &taken, expected, &batch)
        };
        if few {
            self.writer.ask_quick(work)
        } else {
            self.writer.ask(work)
        }
    }

    fn entries(&self, from: u64, most: usize) -> Answer<'_, Vec<Vec<u8>>> {
        self.read_log(move |connection, log| read::entries(connection, log, from, most))
    }

    fn rows(&self, from: u64, most: usize) -> Answer<'_, Vec<NewEntry>> {
        let taken = Arc::clone(&self.taken);
        self.read_log(move |connection, log| {
            let rows = read::rows(connection, log, from, most)?;
            let mut taken = taken.lock().unwrap_or_else(PoisonError::into_inner);
            taken.see_rows(from, &rows);
            Ok(rows)
        })
    }

    fn remember(&self, known: Vec<Known>) -> Answer<'_, ()> {
        let taken = Arc::clone(&self.taken);
        self.read_log(move |_, _| {
            let mut taken = taken.lock().unwrap_or_else(PoisonError::into_inner);
            taken.remember(&known);
            Ok(())
        })
    }

    fn find_act(&self, id: &ActId) -> Answer<'_, Option<(u64, Digest)>> {
        let (id, taken) = (*id, Arc::clone(&self.taken));
        self.read_log(move |connection, log| read::act(connection, log, &taken, &id))
    }

    fn document(&self, digest: &Digest) -> Answer<'_, Option<Document>> {
        let digest = *digest;
        self.readers
            .ask(move |connection| read::document(connection, &digest))
    }

    fn put_document(&self, document: Document) -> Answer<'_, ()> {
        self.write(move |connection| append::document(connection, &document.verified()?))
    }

    fn seize(&self) -> Answer<'_, u64> {
        self.write_log(append::seize)
    }

    fn signed(&self) -> Answer<'_, Option<Signed>> {
        self.read_log(read::signed)
    }

    fn signed_over(&self, size: u64) -> Answer<'_, Option<Signed>> {
        self.read_log(move |connection, log| read::signed_over(connection, log, size))
    }

    fn sign(&self, old: Option<u64>, new: Signed) -> Answer<'_, ()> {
        self.write_log(move |connection, log| append::sign(connection, log, old, &new))
    }

    fn cosignatures(&self, size: u64) -> Answer<'_, Vec<Cosignature>> {
        self.read_log(move |connection, log| read::cosignatures(connection, log, size))
    }

    fn add_cosignature(&self, size: u64, new: Cosignature) -> Answer<'_, ()> {
        self.write_log(move |connection, log| append::cosign(connection, log, size, &new))
    }

    fn close(&self) -> Answer<'_, ()> {
        Box::pin(async move {
            self.stop();
            Ok(())
        })
    }
}

impl Drawer for Sqlite {
    fn put(&self, envelope: Envelope) -> Answer<'_, ()> {
        self.write(move |connection| append::envelope(connection, &envelope.verified()?))
    }

    fn get(&self, commitment: &Digest) -> Answer<'_, Option<Envelope>> {
        let commitment = *commitment;
        self.readers
            .ask(move |connection| read::envelope(connection, &commitment))
    }

    fn erase(&self, commitment: &Digest) -> Answer<'_, bool> {
        let commitment = *commitment;
        self.write(move |connection| append::erase(connection, &commitment))
    }

    fn list(&self) -> Answer<'_, Vec<Digest>> {
        self.readers.ask(|connection| read::commitments(connection))
    }
}

impl Outbox for Sqlite {
    fn take(&self, most: usize) -> Answer<'_, Vec<Waiting>> {
        self.readers
            .ask(move |connection| read::waiting(connection, most))
    }

    fn done(&self, id: u64) -> Answer<'_, ()> {
        self.write(move |connection| append::done(connection, id))
    }

    fn failed(&self, id: u64, reason: &str) -> Answer<'_, ()> {
        let reason = reason.to_owned();
        self.write(move |connection| append::failed(connection, id, &reason))
    }
}
