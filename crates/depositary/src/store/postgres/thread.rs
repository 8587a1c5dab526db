//! The thread that speaks with the server. The store can be asked from any thread and any runtime;
//! its connections live here, and what was begun is finished here.

use super::transact;
use crate::store::{Answer, StoreError};
use alloc::rc::Rc;
use alloc::sync::Arc;
use core::pin::Pin;
use core::time::Duration;
use deadpool_postgres::{Pool, Transaction};
use std::io;
use std::sync::{Mutex, OnceLock, PoisonError};
use std::thread::{self, JoinHandle};
use tokio::sync::{mpsc, oneshot};
use tokio::task::{JoinSet, LocalSet};

/// How long a call may take altogether. The server ends a statement before; this is for a network
/// that swallows answers.
const LIMIT: Duration = Duration::from_secs(120);

type Work = Pin<Box<dyn Future<Output = ()>>>;
type Job = Box<dyn FnOnce(Rc<Pool>) -> Work + Send>;

/// The first fatal error of a store. Once it is set, nothing is written any more.
#[derive(Clone, Default)]
pub(super) struct Fatal(Arc<OnceLock<String>>);

impl Fatal {
    /// Returns the error with which all writing is refused, if there is one.
    fn refuse(&self) -> Result<(), StoreError> {
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

/// The thread, and the way to ask it.
pub(super) struct Speaker {
    jobs: Mutex<Option<mpsc::UnboundedSender<Job>>>,
    thread: Mutex<Option<JoinHandle<()>>>,
    fatal: Fatal,
}

impl Speaker {
    /// Starts the thread with connections that are made when they are needed.
    pub(super) fn start(pool: impl FnOnce() -> Pool + Send + 'static) -> io::Result<Self> {
        let (jobs, asked) = mpsc::unbounded_channel();
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        let thread = thread::Builder::new()
            .name("store speaker".to_owned())
            .spawn(move || LocalSet::new().block_on(&runtime, serve(Rc::new(pool()), asked)))?;
        Ok(Self {
            jobs: Mutex::new(Some(jobs)),
            thread: Mutex::new(Some(thread)),
            fatal: Fatal::default(),
        })
    }

    /// Has something done that answers in its own way; it ends with the thread.
    pub(super) fn begin(&self, work: impl AsyncFnOnce(&Pool) + Send + 'static) {
        let job: Job = Box::new(move |pool| Box::pin(async move { work(&pool).await }));
        // A thread that has died drops the job, and with it the way to answer.
        drop(self.submit(job));
    }

    /// Has something read.
    pub(super) fn ask<T: Send + 'static>(
        &self,
        work: impl AsyncFnOnce(&Pool) -> Result<T, StoreError> + Send + 'static,
    ) -> Answer<'_, T> {
        let unanswered = || StoreError::Retryable("the database did not answer".to_owned());
        self.limited(work, unanswered)
    }

    /// Has something written in one transaction, unless a write before it has failed fatally.
    pub(super) fn write<T: Send + 'static>(
        &self,
        work: impl AsyncFn(&Transaction<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> Answer<'_, T> {
        let fatal = self.fatal.clone();
        let unanswered = || {
            StoreError::Fatal("the database did not answer; nobody knows what it did".to_owned())
        };
        self.limited(
            async move |pool: &Pool| {
                fatal.refuse()?;
                transact::transact(pool, work).await
            },
            unanswered,
        )
    }

    fn limited<T: Send + 'static>(
        &self,
        work: impl AsyncFnOnce(&Pool) -> Result<T, StoreError> + Send + 'static,
        unanswered: fn() -> StoreError,
    ) -> Answer<'_, T> {
        Box::pin(async move {
            let (answer, outcome) = oneshot::channel();
            let fatal = self.fatal.clone();
            self.submit(Box::new(move |pool| {
                Box::pin(async move {
                    let outcome = tokio::time::timeout(LIMIT, work(&pool)).await;
                    let outcome = outcome.unwrap_or_else(|_| Err(unanswered()));
                    fatal.note(&outcome);
                    // Whoever asked may have gone; what was asked is done all the same.
                    drop(answer.send(outcome));
                })
            }))?;
            outcome.await.unwrap_or_else(|_| {
                let died = Err(StoreError::Fatal("the store's thread died".to_owned()));
                self.fatal.note(&died);
                died
            })
        })
    }

    fn submit(&self, job: Job) -> Result<(), StoreError> {
        let closed = || StoreError::Fatal("the store is closed".to_owned());
        let jobs = self.jobs.lock().unwrap_or_else(PoisonError::into_inner);
        let sent = jobs.as_ref().ok_or_else(closed)?.send(job);
        sent.map_err(|_| closed())
    }

    /// Lets the thread finish what it was asked, closes the connections and waits for it.
    pub(super) fn stop(&self) {
        let lock = PoisonError::into_inner;
        drop(self.jobs.lock().unwrap_or_else(lock).take());
        let thread = self
            .thread
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        if let Some(thread) = thread {
            // A thread that panicked has said so to whoever waited for it.
            drop(thread.join());
        }
    }
}

async fn serve(pool: Rc<Pool>, mut asked: mpsc::UnboundedReceiver<Job>) {
    let mut running = JoinSet::new();
    while let Some(job) = asked.recv().await {
        running.spawn_local(job(Rc::clone(&pool)));
        while running.try_join_next().is_some() {}
    }
    while running.join_next().await.is_some() {}
    pool.close();
}
