//! The part of the pages that needs an account: sign-in, the depositary's desk. It is served on a
//! listener of its own; the public one sets and reads no cookie.
//!
//! A request is read and its session looked up (`door`), what its holder may do is asked of
//! `sponsio_depositary::mandate`, and one call on the desk follows. No law is decided here.

mod act;
mod admin;
mod denials;
mod door;
mod enrol;
mod entry;
mod fields;
mod inbox;
mod instrument;
mod item;
mod passkey;
mod profile;
pub(crate) mod program;
mod recovery;
mod reply;
mod room;
mod saying;
mod sign_in;
mod token;
mod view;

use alloc::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::HeaderMap;
use axum::middleware;
use axum::response::{IntoResponse as _, Response};
use axum::routing::any;
use sponsio_depositary::Depositary;
use sponsio_depositary::accounts::{AccountError, Accounts};
use sponsio_depositary::world::{Chance, Clock, SystemClock};
use tokio::runtime::Handle;
use tokio::task::spawn_blocking;

use self::door::Call;
use self::passkey::Passkeys;
use self::reply::{Reply, Stop};
use self::room::live::Streams;
use crate::gate;
use crate::guard::guard;
use crate::pages::Pages;
use crate::problem::Problem;
use crate::source::Source;
use crate::wording::Wording;

pub(crate) use entry::{kinds, known};
pub use instrument::{Examined, Examiner, Unexamined};
pub use passkey::Cannot;
pub use saying::{Refused, Said, Saying};

/// What an office lends to its desk in a browser.
#[derive(Clone)]
pub struct Office {
    /// The desk that records.
    pub depositary: Depositary,
    /// Who may sign in.
    pub accounts: Arc<Accounts>,
    /// The register as the pages show it.
    pub source: Arc<dyn Source>,
    /// The words of the law, as the public pages have them.
    pub wording: Arc<dyn Wording>,
    /// The words for effects, remarks and refusals.
    pub saying: Arc<dyn Saying>,
    /// Where secrets come from.
    pub chance: Arc<dyn Chance>,
}

/// The pages that need an account.
#[derive(Clone)]
pub struct Desk {
    office: Office,
    passkeys: Arc<Passkeys>,
    clock: Arc<dyn Clock>,
    examiner: Option<Arc<dyn Examiner>>,
    streams: Streams,
}

/// The paths of the desk; every other one is a public page.
const PATHS: [&str; 17] = [
    "/sign-in",
    "/sign-in/{*rest}",
    "/sign-out",
    "/enrol/{*rest}",
    "/recover",
    "/profile",
    "/profile/{*rest}",
    "/desk",
    "/desk/",
    "/desk/{*rest}",
    "/admin",
    "/denials",
    "/document/{*rest}",
    "/enrol",
    "/n",
    "/n/",
    "/n/{*rest}",
];

impl Desk {
    /// Returns the desk of an office at this origin, as `https://treaties.example.org`: passkeys are made
    /// for it and for no other.
    pub fn new(office: Office, origin: &str) -> Result<Self, Cannot> {
        Ok(Self {
            office,
            passkeys: Arc::new(Passkeys::at(origin)?),
            clock: Arc::new(SystemClock::new()),
            examiner: None,
            streams: Streams::new(),
        })
    }

    /// Returns the desk whose live rooms end when this does: a server that stops waits for no stream. It is
    /// asked within a runtime.
    #[must_use]
    pub fn ending_with(self, stop: impl Future<Output = ()> + Send + 'static) -> Self {
        let streams = self.streams.clone();
        tokio::spawn(async move {
            stop.await;
            streams.end();
        });
        self
    }

    /// Returns the desk with somebody who examines files; without, none are taken.
    #[must_use]
    pub fn with_examiner(mut self, examiner: Arc<dyn Examiner>) -> Self {
        self.examiner = Some(examiner);
        self
    }

    /// Returns the desk with another clock.
    #[must_use]
    pub fn with_clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.clock = clock;
        self
    }

    /// Returns the router of the desk, with the public pages beside it.
    pub fn router(self, pages: Pages) -> Router {
        let answer = async |State(desk): State<Self>, request: Request| desk.answer(request).await;
        let mut router = Router::new();
        for path in PATHS {
            router = router.route(path, any(answer));
        }
        Self::for_programs(router)
            .with_state(self)
            .layer(middleware::from_fn(guard))
            .merge(pages.router())
    }

    async fn answer(self, request: Request) -> Response {
        let boundary = instrument::boundary(&request);
        let is_taken = boundary.is_some() && self.is_known(request.headers()).await;
        let read = match boundary.filter(|_| is_taken) {
            Some(boundary) => Call::read_with_file(request, boundary).await,
            None => Call::read(request).await,
        };
        let call = match read {
            Ok(call) => call,
            Err(problem) => return problem.into_response(),
        };
        let runtime = Handle::current();
        let made = spawn_blocking(move || self.reply(&call, &runtime)).await;
        made.unwrap_or_else(|_| Problem::Unavailable.into_response())
    }

    /// Whether somebody is signed in: nobody else's file is written down, not even for a moment.
    async fn is_known(&self, headers: &HeaderMap) -> bool {
        let Some(secret) = door::secret(headers) else {
            return false;
        };
        let (accounts, now) = (Arc::clone(&self.office.accounts), self.clock.now());
        let found = spawn_blocking(move || accounts.session(&secret, now)).await;
        matches!(found, Ok(Ok(Some(_))))
    }

    fn reply(&self, call: &Call, runtime: &Handle) -> Response {
        let Ok(reading) = self.office.source.reading() else {
            return Problem::Unavailable.into_response();
        };
        let at = At {
            desk: self,
            call,
            runtime,
            reading: &reading,
            now: self.clock.now(),
        };
        if let Err(wait) = at.unhurried() {
            return gate::wait(wait);
        }
        at.made()
            .or_else(|stop| at.stopped(stop))
            .map_or_else(|_| Problem::Unavailable.into_response(), Reply::response)
    }
}

/// Returns a path as it may be written down: what follows in that of a one-time link is a secret.
pub(crate) fn told_path(path: &str) -> &str {
    if path.starts_with("/enrol/") {
        "/enrol"
    } else if path.starts_with("/document/") {
        "/document"
    } else {
        path
    }
}

/// One request, with everything that an answer to it needs.
struct At<'a> {
    desk: &'a Desk,
    call: &'a Call,
    runtime: &'a Handle,
    reading: &'a crate::source::Reading,
    now: sponsio_record::Instant,
}

impl At<'_> {
    /// Which path is which page.
    fn made(&self) -> Result<Reply, Stop> {
        self.call
            .examine(&self.desk.passkeys)
            .map_err(Stop::Foreign)?;
        let path: Vec<&str> = self.call.segments();
        match (self.call.is_post(), path.as_slice()) {
            (false, ["sign-in"]) => self.sign_in_page(),
            (true, ["sign-in"]) => self.ask_for_passkey(),
            (true, ["sign-in", "passkey"]) => self.sign_in(),
            (true, ["sign-out"]) => self.sign_out(),
            (false, ["enrol", secret]) => self.enrol_page(secret),
            (true, ["enrol", secret]) => self.enrol(secret),
            (false, ["recover"]) => self.recover_page(),
            (true, ["recover"]) => self.recover(),
            (false, ["profile"]) => self.profile(),
            (true, ["profile", "end"]) => self.end_session(),
            (true, ["profile", "zone"]) => self.keep_zone(),
            (true, ["profile", "passkey"]) => self.ask_to_add(),
            (true, ["profile", "passkey", "asserted"]) => self.add_passkey(),
            (true, ["profile", "passkey", "remove"]) => self.ask_to_remove(),
            (true, ["profile", "passkey", "removed"]) => self.remove_passkey(),
            (true, ["profile", "token"]) => self.ask_for_token(),
            (true, ["profile", "token", "made"]) => self.make_token(),
            (true, ["profile", "token", "end"]) => self.end_token(),
            (false, ["admin"]) => self.admin(),
            (false, ["denials"]) => self.denials(),
            (_, ["n", rest @ ..]) => self.room_made(rest),
            (false, ["desk"]) => self.inbox(),
            (false, ["desk", "new", kind]) => self.entry_page(kind),
            (true, ["desk", "new", kind]) => self.enter(kind),
            (false, ["desk", "i", id]) => self.item(id),
            (true, ["desk", "i", id]) => self.revise(id),
            (true, ["desk", "i", id, "instrument"]) => self.ask_for_instrument(id),
            (false, ["document", secret]) => self.instrument(secret),
            (true, ["desk", "i", id, "propose"]) => self.ask_to_propose(id),
            (true, ["desk", "i", id, "proposed"]) => self.propose(id),
            (true, ["desk", "i", id, "confirm"]) => self.ask_to_confirm(id),
            (true, ["desk", "i", id, "confirmed"]) => self.confirm(id),
            (true, ["desk", "i", id, "return"]) => self.give_back(id),
            (true, ["desk", "i", id, "set-aside"]) => self.set_aside(id),
            _ => Err(Stop::NotFound),
        }
    }

    fn accounts(&self) -> &Accounts {
        &self.desk.office.accounts
    }

    /// Returns fresh bytes for a secret.
    fn secret<const N: usize>(&self) -> Result<[u8; N], Stop> {
        let mut bytes = [0; N];
        self.desk
            .office
            .chance
            .fill(&mut bytes)
            .map_err(|_| Stop::Unavailable)?;
        Ok(bytes)
    }
}

impl From<AccountError> for Stop {
    fn from(error: AccountError) -> Self {
        match error {
            AccountError::Moved(_) => Self::Moved,
            _ => Self::Unavailable,
        }
    }
}
