//! What stands before every page of a face: it knows who asks, turns away whoever asks too often, counts
//! answers and has them written down. It knows nothing of treaties, and of persons only their address,
//! which it keeps for a minute and writes nowhere.

mod caller;
mod metrics;
mod rate;
mod tally;

use alloc::sync::Arc;
use core::net::{IpAddr, Ipv4Addr};
use core::sync::atomic::{AtomicU64, Ordering};
use core::time::Duration;

use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderValue, Method, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse as _, Response};
use sponsio_depositary::world::{Chance, Clock};
use sponsio_record::Instant;

pub use caller::{Network, NoNetwork, ProxyHeader, Trusted};
pub use metrics::Watched;
pub use rate::{Allowed, Rates};
pub use tally::Tally;

pub(crate) use crate::guard::dress;
pub(crate) use tally::TurnedAway;

use crate::desk::told_path;
use crate::problem::too_often;

/// The name of the header by which an answer is found in the log.
const REQUEST_ID: &str = "x-request-id";

/// For two years, and for every name below this one (RFC 6797).
const TLS_ALONE: &str = "max-age=63072000; includeSubDomains";

/// The other end of the connection by which a request came.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Peer(pub(crate) IpAddr);

/// What the gate says of a request to those behind it.
#[derive(Clone)]
pub(crate) struct Passed {
    /// Who asks.
    pub(crate) address: IpAddr,
    /// When it came, on the clock that never goes back.
    pub(crate) at: Duration,
    /// What is counted.
    pub(crate) rates: Option<Arc<Rates>>,
}

impl Passed {
    /// Counts a request of an account; without a token, returns how long to wait.
    pub(crate) fn account(&self, officer: &str) -> Result<(), Duration> {
        let rates = self.rates.as_ref();
        rates.map_or(Ok(()), |rates| rates.account(officer, self.at))
    }
}

/// An answer that was given, as it may be written down: no address, no words that somebody searched.
#[derive(Debug, Clone)]
pub struct Answered {
    /// When it was given.
    pub at: Instant,
    /// The name of the request, which the answer carries too.
    pub id: String,
    /// The face.
    pub face: &'static str,
    /// The method.
    pub method: Method,
    /// The path, without what was asked for beside it and without secrets in it.
    pub path: String,
    /// The status code.
    pub status: u16,
    /// How long it took.
    pub took: Duration,
}

/// Who is told of each answer.
type Journal = Arc<dyn Fn(&Answered) + Send + Sync>;

/// The gate of a face.
#[derive(Clone)]
pub struct Gate {
    face: &'static str,
    clock: Arc<dyn Clock>,
    pub(crate) trusted: Trusted,
    rates: Option<Arc<Rates>>,
    pub(crate) tally: Arc<Tally>,
    journal: Option<Journal>,
    is_encrypted: bool,
    mark: u32,
    count: Arc<AtomicU64>,
}

impl Gate {
    /// Returns an open gate; requests are named by chance once, and then counted.
    pub fn new(face: &'static str, clock: Arc<dyn Clock>, chance: &dyn Chance) -> Self {
        let mut mark = [0; 4];
        // Without chance names are still different within this process.
        drop(chance.fill(&mut mark));
        Self {
            face,
            clock,
            trusted: Trusted::default(),
            rates: None,
            tally: Arc::default(),
            journal: None,
            is_encrypted: false,
            mark: u32::from_be_bytes(mark),
            count: Arc::default(),
        }
    }

    /// Returns the gate with proxies that are believed.
    #[must_use]
    pub fn trusting(mut self, trusted: Trusted) -> Self {
        self.trusted = trusted;
        self
    }

    /// Returns the gate with a count of how often somebody asks.
    #[must_use]
    pub fn limited_by(mut self, rates: Arc<Rates>) -> Self {
        self.rates = Some(rates);
        self
    }

    /// Returns the gate with somebody who is told of each answer.
    #[must_use]
    pub fn told_to(mut self, journal: impl Fn(&Answered) + Send + Sync + 'static) -> Self {
        self.journal = Some(Arc::new(journal));
        self
    }

    /// Returns the gate of a face that is reached by TLS alone.
    #[must_use]
    pub fn encrypted(mut self) -> Self {
        self.is_encrypted = true;
        self
    }

    /// Returns what is counted here.
    pub fn tally(&self) -> Arc<Tally> {
        Arc::clone(&self.tally)
    }

    /// Returns the router behind this gate.
    pub fn before(self, router: Router) -> Router {
        let gate = Arc::new(self);
        router.layer(middleware::from_fn(move |request, next| {
            let gate = Arc::clone(&gate);
            async move { gate.pass(request, next).await }
        }))
    }

    async fn pass(&self, mut request: Request, next: Next) -> Response {
        let begun = self.clock.monotonic();
        let number = self.count.fetch_add(1, Ordering::Relaxed);
        let id = format!("{:08x}-{number:x}", self.mark);
        let peer = request.extensions().get::<Peer>();
        let peer = peer.map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |peer| peer.0);
        let caller = self.trusted.caller(peer, request.headers());
        let (method, path) = (request.method().clone(), request.uri().path().to_owned());
        request.extensions_mut().insert(Passed {
            address: caller.address,
            at: begun,
            rates: self.rates.clone(),
        });
        let mut response = match self.admit(caller.address, &method, &path, begun) {
            Ok(()) => next.run(request).await,
            Err((why, wait)) => {
                self.tally.turned_away(why);
                dress(too_often(wait)).await
            }
        };
        let told = response.headers_mut();
        if let Ok(id) = HeaderValue::from_str(&id) {
            told.insert(REQUEST_ID, id);
        }
        if self.is_encrypted || caller.is_encrypted {
            let value = HeaderValue::from_static(TLS_ALONE);
            told.insert(header::STRICT_TRANSPORT_SECURITY, value);
        }
        let (status, took) = (
            response.status().as_u16(),
            self.clock.monotonic().saturating_sub(begun),
        );
        self.tally.answered(&method, status, took);
        if let Some(journal) = &self.journal {
            journal(&Answered {
                at: self.clock.now(),
                id,
                face: self.face,
                method,
                path: told_path(&path).to_owned(),
                status,
                took,
            });
        }
        response
    }

    /// Lets a request in, or says why not and how long to wait. What costs nothing is not counted.
    fn admit(
        &self,
        address: IpAddr,
        method: &Method,
        path: &str,
        now: Duration,
    ) -> Result<(), (TurnedAway, Duration)> {
        let Some(rates) = &self.rates else {
            return Ok(());
        };
        if path.starts_with("/assets/") || matches!(path, "/healthz" | "/readyz" | "/metrics") {
            return Ok(());
        }
        let counted = rates.address(address, now);
        counted.map_err(|wait| (TurnedAway::Address, wait))?;
        let is_attempt = method == Method::POST
            && ["/sign-in", "/recover", "/enrol"]
                .iter()
                .any(|begin| path.starts_with(begin));
        if is_attempt {
            let counted = rates.sign_in(address, now);
            counted.map_err(|wait| (TurnedAway::SignIn, wait))?;
        }
        Ok(())
    }
}

impl core::fmt::Debug for Gate {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Gate")
            .field("face", &self.face)
            .finish_non_exhaustive()
    }
}

/// Says that somebody asks too often, beyond the gate.
pub(crate) fn wait(wait: Duration) -> Response {
    too_often(wait).into_response()
}
