//! The ledger in PostgreSQL, for several servers. Whoever swaps the head has written; nothing else
//! decides: no sequence, no advisory lock, no isolation above READ COMMITTED.

mod address;
#[doc(hidden)]
pub mod cluster;
mod encryption;
mod open;
mod password;
mod read;
mod row;
#[cfg(test)]
mod tests;
mod thread;
mod transact;
mod write;

pub use address::{Address, AddressError};
pub use open::{OpenError, Server, Settings};

use self::thread::Speaker;
use super::{
    Answer, Batch, Cosignature, Document, Drawer, Envelope, Head, NewEntry, Outbox, Position,
    Signed, Store, StoreError, Waiting,
};
use deadpool_postgres::{Object, Transaction};
use sponsio_record::{ActId, Digest};
use std::sync::OnceLock;
use std::sync::mpsc;

/// A database that this and other servers have open.
pub struct Postgres {
    speaker: Speaker,
    log: OnceLock<Log>,
    server: Server,
    reads_only: bool,
}

struct Log {
    number: i64,
    origin: String,
}

impl Postgres {
    /// Opens a database and brings it to the newest form; see [`OpenError`] for what is refused.
    pub fn open(address: &Address, settings: &Settings) -> Result<Self, OpenError> {
        Self::start(address, *settings, false)
    }

    /// Opens a database that is there to read it; everything that would write is refused.
    pub fn open_reading(address: &Address, settings: &Settings) -> Result<Self, OpenError> {
        Self::start(address, *settings, true)
    }

    fn start(address: &Address, settings: Settings, reads_only: bool) -> Result<Self, OpenError> {
        let (answer, prepared) = mpsc::channel();
        let refused = open::Refused::default();
        let (of, by) = (address.clone(), refused.clone());
        let encryption = address.encryption()?;
        let speaker =
            Speaker::start(move || open::pool(&of, settings, reads_only, encryption, by))?;
        let of = address.clone();
        // Asked from any runtime, or from none: the answer comes from the store's own thread.
        speaker.begin(async move |pool| {
            // Whoever asked waits below.
            drop(answer.send(open::prepare(pool, &of, reads_only, &refused).await));
        });
        let died = |_| std::io::Error::other("it has died");
        let server = prepared.recv().map_err(died)??;
        Ok(Self {
            speaker,
            log: OnceLock::new(),
            server,
            reads_only,
        })
    }

    /// Returns what the server said of itself when it was opened.
    pub fn server(&self) -> &Server {
        &self.server
    }

    fn number(&self) -> Result<i64, StoreError> {
        let unopened = || StoreError::Fatal("no log is open".to_owned());
        self.log.get().map(|log| log.number).ok_or_else(unopened)
    }

    /// Has something written in the log that is open.
    fn write_log<T: Send + 'static>(
        &self,
        work: impl AsyncFn(&Transaction<'_>, i64) -> Result<T, StoreError> + Send + 'static,
    ) -> Answer<'_, T> {
        match self.number() {
            Ok(log) => self
                .speaker
                .write(async move |transaction| work(transaction, log).await),
            Err(error) => Box::pin(core::future::ready(Err(error))),
        }
    }

    /// Has something read.
    fn read<T: Send + 'static>(
        &self,
        work: impl AsyncFnOnce(&Object) -> Result<T, StoreError> + Send + 'static,
    ) -> Answer<'_, T> {
        self.speaker.ask(async move |pool| {
            let connection = transact::connection(pool).await?;
            work(&connection).await
        })
    }

    /// Has something read from the log that is open.
    fn read_log<T: Send + 'static>(
        &self,
        work: impl AsyncFnOnce(&Object, i64) -> Result<T, StoreError> + Send + 'static,
    ) -> Answer<'_, T> {
        match self.number() {
            Ok(log) => self.read(async move |connection| work(connection, log).await),
            Err(error) => Box::pin(core::future::ready(Err(error))),
        }
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        self.speaker.stop();
    }
}

impl Store for Postgres {
    fn open_log(&self, origin: &str) -> Answer<'_, Head> {
        let origin = origin.to_owned();
        Box::pin(async move {
            if self.log.get().is_some_and(|log| log.origin != origin) {
                return Err(StoreError::Fatal("another log is open".to_owned()));
            }
            let asked = origin.clone();
            let (number, head) = if self.reads_only {
                self.read(async move |connection| read::log(connection, &asked).await)
                    .await?
            } else {
                self.speaker
                    .write(async move |transaction| write::open_log(transaction, &asked).await)
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
        true
    }

    fn head(&self) -> Answer<'_, Head> {
        self.read_log(async |connection, log| read::head(connection, log).await)
    }

    fn append(&self, expected: Position, batch: Batch) -> Answer<'_, ()> {
        let verified = batch.following(expected);
        self.write_log(async move |transaction, log| {
            let batch = verified.as_ref().map_err(Clone::clone)?;
            write::append(transaction, log, expected, batch).await
        })
    }

    fn entries(&self, from: u64, most: usize) -> Answer<'_, Vec<Vec<u8>>> {
        self.read_log(async move |connection, log| read::entries(connection, log, from, most).await)
    }

    fn rows(&self, from: u64, most: usize) -> Answer<'_, Vec<NewEntry>> {
        self.read_log(async move |connection, log| read::rows(connection, log, from, most).await)
    }

    fn find_act(&self, id: &ActId) -> Answer<'_, Option<(u64, Digest)>> {
        let id = *id;
        self.read_log(async move |connection, log| read::act(connection, log, &id).await)
    }

    fn document(&self, digest: &Digest) -> Answer<'_, Option<Document>> {
        let digest = *digest;
        self.read(async move |connection| read::document(connection, &digest).await)
    }

    fn put_document(&self, document: Document) -> Answer<'_, ()> {
        let verified = document.verified();
        self.speaker.write(async move |transaction| {
            write::document(transaction, verified.as_ref().map_err(Clone::clone)?).await
        })
    }

    fn seize(&self) -> Answer<'_, u64> {
        self.write_log(async |transaction, log| write::seize(transaction, log).await)
    }

    fn signed(&self) -> Answer<'_, Option<Signed>> {
        self.read_log(async |connection, log| read::signed(connection, log).await)
    }

    fn signed_over(&self, size: u64) -> Answer<'_, Option<Signed>> {
        self.read_log(async move |connection, log| read::signed_over(connection, log, size).await)
    }

    fn sign(&self, old: Option<u64>, new: Signed) -> Answer<'_, ()> {
        self.write_log(async move |transaction, log| write::sign(transaction, log, old, &new).await)
    }

    fn cosignatures(&self, size: u64) -> Answer<'_, Vec<Cosignature>> {
        self.read_log(async move |connection, log| read::cosignatures(connection, log, size).await)
    }

    fn add_cosignature(&self, size: u64, new: Cosignature) -> Answer<'_, ()> {
        self.write_log(async move |transaction, log| {
            write::cosign(transaction, log, size, &new).await
        })
    }

    fn close(&self) -> Answer<'_, ()> {
        Box::pin(async move {
            self.speaker.stop();
            Ok(())
        })
    }
}

impl Drawer for Postgres {
    fn put(&self, envelope: Envelope) -> Answer<'_, ()> {
        let verified = envelope.verified();
        self.speaker.write(async move |transaction| {
            write::envelope(transaction, verified.as_ref().map_err(Clone::clone)?).await
        })
    }

    fn get(&self, commitment: &Digest) -> Answer<'_, Option<Envelope>> {
        let commitment = *commitment;
        self.read(async move |connection| read::envelope(connection, &commitment).await)
    }

    fn erase(&self, commitment: &Digest) -> Answer<'_, bool> {
        let commitment = *commitment;
        Box::pin(async move {
            let erased = self
                .speaker
                .write(async move |transaction| write::erase(transaction, &commitment).await)
                .await?;
            // Also where there was nothing to erase: the last call may have ended in between.
            self.read(async |connection| write::rewrite(connection).await)
                .await?;
            Ok(erased)
        })
    }

    fn list(&self) -> Answer<'_, Vec<Digest>> {
        self.read(async |connection| read::commitments(connection).await)
    }
}

impl Outbox for Postgres {
    fn take(&self, most: usize) -> Answer<'_, Vec<Waiting>> {
        self.read(async move |connection| read::waiting(connection, most).await)
    }

    fn done(&self, id: u64) -> Answer<'_, ()> {
        self.speaker
            .write(async move |transaction| write::done(transaction, id).await)
    }

    fn failed(&self, id: u64, reason: &str) -> Answer<'_, ()> {
        let reason = reason.to_owned();
        self.speaker
            .write(async move |transaction| write::failed(transaction, id, &reason).await)
    }
}
