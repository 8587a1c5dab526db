//! Threads that own the connections: SQLite blocks, the desk does not wait in its own threads.

use crate::store::{Answer, StoreError};
use crate::world::{Clock as _, SystemClock};
use alloc::sync::Arc;
use core::time::Duration;
use rusqlite::Connection;
use rusqlite::config::DbConfig;
use std::io;
use std::sync::mpsc::{self, Receiver, Sender, TryRecvError};
use std::sync::{Mutex, OnceLock, PoisonError};
use std::thread::{self, JoinHandle};
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

/// For how long the thread that writes stays awake after work. To wake a thread on a processor that
/// sleeps takes about as long as all that the desk does with an act: whoever records one act after
/// another is spared that wait. A desk without work sleeps.
pub(super) const AWAKE: Duration = Duration::from_micros(200);

/// For how long those stay awake on whom nobody waits at once.
pub(super) const ASLEEP: Duration = Duration::ZERO;

/// One thread per connection, all taking work from one queue.
pub(super) struct Workers {
    queue: Mutex<Option<Sender<Job>>>,
    threads: Mutex<Vec<JoinHandle<()>>>,
    fatal: Fatal,
}

impl Workers {
    /// Starts a thread for each connection, which stays awake for so long after work.
    pub(super) fn start(
        name: &str,
        connections: Vec<Connection>,
        awake: Duration,
        fatal: Fatal,
    ) -> io::Result<Self> {
        let (queue, jobs) = mpsc::channel();
        let jobs = Arc::new(Mutex::new(jobs));
        let threads = connections
            .into_iter()
            .map(|connection| {
                let (jobs, fatal) = (Arc::clone(&jobs), fatal.clone());
                thread::Builder::new()
                    .name(name.to_owned())
                    .spawn(move || serve(connection, &jobs, awake, &fatal))
            })
            .collect::<Result<_, _>>()?;
        Ok(Self {
            queue: Mutex::new(Some(queue)),
            threads: Mutex::new(threads),
            fatal,
        })
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

fn serve(mut connection: Connection, jobs: &Mutex<Receiver<Job>>, awake: Duration, fatal: &Fatal) {
    while let Some(job) = next(jobs, awake) {
        job(&mut connection);
    }
    if fatal.refuse().is_err() {
        // What the page cache holds may differ from the disk: closing must copy nothing.
        drop(connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true));
    }
}

/// Waits for the next job, awake at first; none comes any more where the store is closed.
fn next(jobs: &Mutex<Receiver<Job>>, awake: Duration) -> Option<Job> {
    let jobs = jobs.lock().unwrap_or_else(PoisonError::into_inner);
    let clock = SystemClock::new();
    while clock.monotonic() < awake {
        match jobs.try_recv() {
            Ok(job) => return Some(job),
            Err(TryRecvError::Disconnected) => return None,
            // Whoever else has work has the processor.
            Err(TryRecvError::Empty) => thread::yield_now(),
        }
    }
    jobs.recv().ok()
}
