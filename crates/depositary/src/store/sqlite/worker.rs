//! Threads that work with the connections: SQLite blocks, the desk does not wait in its own threads. Where
//! the disk is quicker than a thread is woken, a short piece of work is done by whoever asks for it.

use super::lately::Lately;
use crate::store::{Answer, StoreError};
use alloc::sync::Arc;
use core::future::ready;
use rusqlite::Connection;
use rusqlite::config::DbConfig;
use std::io;
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Mutex, OnceLock, PoisonError};
use std::thread::{self, JoinHandle};
use tokio::runtime::{Handle, RuntimeFlavor};
use tokio::sync::oneshot;

type Job = Box<dyn FnOnce(&mut Connection) + Send>;

/// The first fatal error of a store. Once it is set, nothing is written any more.
#[derive(Clone, Default)]
pub(super) struct Fatal(Arc<OnceLock<String>>);

impl Fatal {
    /// Returns the error with which all writing is refused, if there is one.
    pub(super) fn refuse(&self) -> Result<(), StoreError> {
        self.0
            .get()
            .map_or(Ok(()), |reason| Err(StoreError::Fatal(reason.clone())))
    }

    fn note<T>(&self, outcome: &Result<T, StoreError>) {
        if let Err(StoreError::Fatal(reason)) = outcome {
            self.0.get_or_init(|| reason.clone());
        }
    }
}

/// A connection, and whose turn it is with it; none once it is closed.
type Seat = Arc<Mutex<Option<Connection>>>;

/// One thread per connection, all taking work from one queue.
pub(super) struct Workers {
    queue: Mutex<Option<Sender<Job>>>,
    threads: Mutex<Vec<JoinHandle<()>>>,
    seats: Vec<Seat>,
    lately: Arc<Lately>,
    fatal: Fatal,
}

impl Workers {
    /// Starts a thread for each connection.
    pub(super) fn start(
        name: &str,
        connections: Vec<Connection>,
        fatal: Fatal,
    ) -> io::Result<Self> {
        let (queue, jobs) = mpsc::channel();
        let jobs = Arc::new(Mutex::new(jobs));
        let seats = connections
            .into_iter()
            .map(|one| Arc::new(Mutex::new(Some(one))));
        let seats: Vec<Seat> = seats.collect();
        let threads = seats
            .iter()
            .map(|seat| {
                let (seat, jobs, fatal) = (Arc::clone(seat), Arc::clone(&jobs), fatal.clone());
                thread::Builder::new()
                    .name(name.to_owned())
                    .spawn(move || serve(&seat, &jobs, &fatal))
            })
            .collect::<Result<_, _>>()?;
        Ok(Self {
            queue: Mutex::new(Some(queue)),
            threads: Mutex::new(threads),
            seats,
            lately: Arc::default(),
            fatal,
        })
    }

    /// Has a short piece of work done: at once and by whoever asks, where such work was quick lately, the
    /// connection is free, and others can go on meanwhile; else by the next free thread.
    pub(super) fn ask_quick<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Connection) -> Result<T, StoreError> + Send + 'static,
    ) -> Answer<'_, T> {
        if self.lately.is_quick()
            && others_go_on()
            && let Some(Ok(mut seat)) = self.seats.first().map(|seat| seat.try_lock())
            && let Some(connection) = seat.as_mut()
        {
            let outcome = self.lately.timed(|| work(connection));
            self.fatal.note(&outcome);
            return Box::pin(ready(outcome));
        }
        let lately = Arc::clone(&self.lately);
        self.ask(move |connection| lately.timed(|| work(connection)))
    }

    /// Has the work done by the next free thread. Work that has begun is finished, even if nobody
    /// waits for the answer any more.
    pub(super) fn ask<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Connection) -> Result<T, StoreError> + Send + 'static,
    ) -> Answer<'_, T> {
        Box::pin(async move {
            let (answer, outcome) = oneshot::channel();
            let fatal = self.fatal.clone();
            self.submit(Box::new(move |connection| {
                let outcome = work(connection);
                fatal.note(&outcome);
                // Whoever asked may have gone; what was asked is done all the same.
                drop(answer.send(outcome));
            }))?;
            outcome.await.unwrap_or_else(|_| {
                let died = Err(StoreError::Fatal("a thread of the store died".to_owned()));
                self.fatal.note(&died);
                died
            })
        })
    }

    fn submit(&self, job: Job) -> Result<(), StoreError> {
        let closed = || StoreError::Fatal("the store is closed".to_owned());
        let queue = self.queue.lock().unwrap_or_else(PoisonError::into_inner);
        let sent = queue.as_ref().ok_or_else(closed)?.send(job);
        sent.map_err(|_| closed())
    }

    /// Lets the threads finish what is in the queue, closes their connections and waits for it.
    pub(super) fn stop(&self) {
        let lock = PoisonError::into_inner;
        drop(self.queue.lock().unwrap_or_else(lock).take());
        let mut threads = self.threads.lock().unwrap_or_else(PoisonError::into_inner);
        for thread in threads.drain(..) {
            // A thread that panicked has said so to whoever waited for it.
            drop(thread.join());
        }
    }
}

fn serve(seat: &Mutex<Option<Connection>>, jobs: &Mutex<Receiver<Job>>, fatal: &Fatal) {
    let lock = PoisonError::into_inner;
    while let Some(job) = next(jobs) {
        if let Some(connection) = seat.lock().unwrap_or_else(lock).as_mut() {
            job(connection);
        }
    }
    let connection = seat.lock().unwrap_or_else(lock).take();
    if let Some(connection) = connection
        && fatal.refuse().is_err()
    {
        // What the page cache holds may differ from the disk: closing must copy nothing.
        drop(connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true));
    }
}

/// Waits for the next job; none comes any more where the store is closed.
fn next(jobs: &Mutex<Receiver<Job>>) -> Option<Job> {
    let jobs = jobs.lock().unwrap_or_else(PoisonError::into_inner);
    jobs.recv().ok()
}

/// Whether other tasks are served while this thread waits for a disk.
fn others_go_on() -> bool {
    Handle::try_current().is_ok_and(|runtime| {
        runtime.runtime_flavor() == RuntimeFlavor::MultiThread
            && runtime.metrics().num_workers() > 1
    })
}
