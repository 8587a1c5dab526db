//! Serving over HTTP: connections are counted, headers, requests and connections have their time,
//! and a stop lets what has begun come to its end.

use alloc::sync::Arc;
use core::net::SocketAddr;
use core::time::Duration;

use axum::Router;
use axum::extract::Request;
use axum::middleware::{self, Next};
use axum::response::{IntoResponse as _, Response};
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tokio::time::{sleep, timeout};

use crate::failure::Failure;
use crate::overload::refuse;
use crate::problem::Problem;

/// What a face allows.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// How many connections there are at a time; who comes then is told at once that it is full.
    pub connections: usize,
    /// How long the headers of a request may take.
    pub headers: Duration,
    /// How long a request may take.
    pub request: Duration,
    /// How long a connection may stay, so that nobody occupies one by reading slowly.
    pub connection: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 256,
            headers: Duration::from_secs(10),
            request: Duration::from_mins(1),
            connection: Duration::from_mins(10),
        }
    }
}

/// How long a stop waits for requests that have begun.
const GRACE: Duration = Duration::from_secs(10);

/// How long to wait when no connection can be accepted, as when no file can be opened.
const BREATH: Duration = Duration::from_millis(100);

/// How many times the connections are told at a time that it is full; beyond that they are closed.
const BEYOND: usize = 16;

/// The longest head of a request, in bytes.
const HEAD_MAX: usize = 16_384;

/// Binds an address; port 0 takes any that is free.
pub async fn listen(address: SocketAddr) -> Result<TcpListener, Failure> {
    let failed = |error: std::io::Error| Failure::Io {
        place: address.to_string(),
        detail: error.to_string(),
    };
    TcpListener::bind(address).await.map_err(failed)
}

/// Serves until `stop` is done, and then what has begun.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    limits: Limits,
    stop: impl Future<Output = ()>,
) {
    let router = router
        .fallback(async || Problem::NotFound)
        .method_not_allowed_fallback(async || Problem::Method)
        .layer(middleware::from_fn(move |request, next| {
            in_time(limits.request, request, next)
        }));
    let room = Arc::new(Semaphore::new(limits.connections));
    let beyond = Arc::new(Semaphore::new(limits.connections.saturating_mul(BEYOND)));
    let graceful = GracefulShutdown::new();
    let mut stop = core::pin::pin!(stop);
    loop {
        let accepted = tokio::select! {
            () = &mut stop => break,
            accepted = listener.accept() => accepted,
        };
        let Ok((stream, _)) = accepted else {
            sleep(BREATH).await;
            continue;
        };
        let Ok(permit) = Arc::clone(&room).try_acquire_owned() else {
            let Ok(told) = Arc::clone(&beyond).try_acquire_owned() else {
                // Not even that: the connection is closed.
                continue;
            };
            tokio::spawn(async move {
                refuse(stream).await;
                drop(told);
            });
            continue;
        };
        let service = TowerToHyperService::new(router.clone());
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(limits.headers)
            .max_buf_size(HEAD_MAX)
            .serve_connection(TokioIo::new(stream), service);
        let connection = graceful.watch(connection);
        tokio::spawn(async move {
            // A connection that breaks is the caller's affair.
            drop(timeout(limits.connection, connection).await);
            drop(permit);
        });
    }
    drop(listener);
    drop(timeout(GRACE, graceful.shutdown()).await);
}

async fn in_time(patience: Duration, request: Request, next: Next) -> Response {
    match timeout(patience, next.run(request)).await {
        Ok(response) => response,
        Err(_) => Problem::TooSlow.into_response(),
    }
}
