//! Serving over HTTP, in the open or by TLS: connections are counted, headers, requests and connections have
//! their time, and a stop lets what has begun come to its end.

use alloc::sync::Arc;
use core::net::SocketAddr;
use core::time::Duration;
use std::io;

use axum::Router;
use axum::extract::Request;
use axum::middleware::{self, Next};
use axum::response::{IntoResponse as _, Response};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::{Service as _, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use hyper_util::service::TowerToHyperService;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::time::{sleep, timeout};

use crate::failure::Failure;
use crate::gate::{Gate, Peer, Tally, Trusted, TurnedAway};
use crate::overload::refuse;
use crate::problem::Problem;
use crate::seat::Seats;
use crate::tls::Encryption;

/// What a face allows.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// How many connections there are at a time; who comes then is told at once that it is full.
    pub connections: usize,
    /// How many of them one address may have. This machine and proxies that are trusted stand for many.
    pub from_one_address: usize,
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
            from_one_address: 64,
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
    let failed = |error: io::Error| Failure::Io {
        place: address.to_string(),
        detail: error.to_string(),
    };
    TcpListener::bind(address).await.map_err(failed)
}

/// Serves in the open until `stop` is done, and then what has begun.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    limits: Limits,
    stop: impl Future<Output = ()>,
) {
    Face::new(listener, router, limits).serve(stop).await;
}

/// A listener with what is behind it.
pub struct Face {
    listener: TcpListener,
    router: Router,
    limits: Limits,
    gate: Option<Gate>,
    encryption: Option<Encryption>,
}

impl Face {
    /// Returns the face of a router.
    pub const fn new(listener: TcpListener, router: Router, limits: Limits) -> Self {
        Self {
            listener,
            router,
            limits,
            gate: None,
            encryption: None,
        }
    }

    /// Returns the face behind a gate.
    #[must_use]
    pub fn behind(mut self, gate: Gate) -> Self {
        self.gate = Some(gate);
        self
    }

    /// Returns the face, reached by TLS alone.
    #[must_use]
    pub fn by(mut self, encryption: Option<Encryption>) -> Self {
        self.encryption = encryption;
        self
    }

    /// Serves until `stop` is done, and then what has begun.
    pub async fn serve(self, stop: impl Future<Output = ()>) {
        let Self {
            listener,
            router,
            limits,
            gate,
            encryption,
        } = self;
        let router = router
            .fallback(async || Problem::NotFound)
            .method_not_allowed_fallback(async || Problem::Method)
            .layer(middleware::from_fn(move |request, next| {
                in_time(limits.request, request, next)
            }));
        let (trusted, tally) = gate.as_ref().map_or_else(Default::default, |gate| {
            (gate.trusted.clone(), Arc::clone(&gate.tally))
        });
        let router = match (gate, &encryption) {
            (Some(gate), Some(_)) => gate.encrypted().before(router),
            (Some(gate), None) => gate.before(router),
            (None, _) => router,
        };
        let door = Door {
            service: TowerToHyperService::new(router),
            limits,
            encryption,
            trusted,
            tally,
            room: Arc::new(Semaphore::new(limits.connections)),
            beyond: Arc::new(Semaphore::new(limits.connections.saturating_mul(BEYOND))),
            seats: Arc::default(),
        };
        let graceful = GracefulShutdown::new();
        let mut stop = core::pin::pin!(stop);
        loop {
            let accepted = tokio::select! {
                () = &mut stop => break,
                accepted = listener.accept() => accepted,
            };
            let Ok((stream, address)) = accepted else {
                sleep(BREATH).await;
                continue;
            };
            door.open(stream, address, graceful.watcher());
        }
        drop(listener);
        drop(timeout(GRACE, graceful.shutdown()).await);
    }
}

/// What each connection goes through.
struct Door {
    service: TowerToHyperService<Router>,
    limits: Limits,
    encryption: Option<Encryption>,
    trusted: Trusted,
    tally: Arc<Tally>,
    room: Arc<Semaphore>,
    beyond: Arc<Semaphore>,
    seats: Arc<Seats>,
}

impl Door {
    /// Serves a connection, where there is a place for it; who finds none is told so.
    fn open(&self, stream: TcpStream, address: SocketAddr, watcher: Watcher) {
        let limits = self.limits;
        let encryption = self.encryption.clone();
        let is_many = address.ip().to_canonical().is_loopback() || self.trusted.holds(address.ip());
        let most = if is_many {
            usize::MAX
        } else {
            limits.from_one_address
        };
        let place = self.seats.take(address.ip(), most);
        let place = place.zip(Arc::clone(&self.room).try_acquire_owned().ok());
        let Some(place) = place else {
            self.tally.turned_away(TurnedAway::Full);
            let Ok(told) = Arc::clone(&self.beyond).try_acquire_owned() else {
                // Not even that: the connection is closed.
                return;
            };
            tokio::spawn(async move {
                match encryption {
                    None => refuse(stream).await,
                    Some(encryption) => {
                        if let Ok(stream) = encrypted(&encryption, stream, limits.headers).await {
                            refuse(stream).await;
                        }
                    }
                }
                drop(told);
            });
            return;
        };
        let (service, tally) = (self.service.clone(), Arc::clone(&self.tally));
        tokio::spawn(async move {
            let counted = tally.connected();
            match encryption {
                None => talk(stream, address, service, limits, watcher).await,
                Some(encryption) => match encrypted(&encryption, stream, limits.headers).await {
                    Ok(stream) => talk(stream, address, service, limits, watcher).await,
                    Err(_) => tally.turned_away(TurnedAway::Encryption),
                },
            }
            drop((counted, place));
        });
    }
}

/// Encrypts a connection; whoever takes too long over it is cut off.
async fn encrypted(
    encryption: &Encryption,
    stream: TcpStream,
    patience: Duration,
) -> io::Result<impl AsyncRead + AsyncWrite + Send + Unpin + 'static> {
    timeout(patience, encryption.0.accept(stream)).await?
}

/// Answers what is asked on a connection, for as long as it may stay.
async fn talk(
    stream: impl AsyncRead + AsyncWrite + Send + Unpin + 'static,
    address: SocketAddr,
    service: TowerToHyperService<Router>,
    limits: Limits,
    watcher: Watcher,
) {
    let service = service_fn(move |mut request: hyper::Request<Incoming>| {
        request.extensions_mut().insert(Peer(address.ip()));
        service.call(request)
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.headers)
        .max_buf_size(HEAD_MAX)
        .serve_connection(TokioIo::new(stream), service);
    // A connection that breaks is the caller's affair.
    drop(timeout(limits.connection, watcher.watch(connection)).await);
}

async fn in_time(patience: Duration, request: Request, next: Next) -> Response {
    match timeout(patience, next.run(request)).await {
        Ok(response) => response,
        Err(_) => Problem::TooSlow.into_response(),
    }
}
