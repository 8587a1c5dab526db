//! Live rooms: a stream of events that says only that something has changed. The page then asks for its part
//! anew, under the rights of its reader. A stream ends with the session, with the server, and after some minutes.

use alloc::collections::BTreeMap;
use alloc::sync::Arc;
use core::pin::Pin;
use core::task::{Context, Poll};
use core::time::Duration;
use std::sync::{Mutex, PoisonError};

use axum::body::Body;
use axum::http::StatusCode;
use hyper::body::{Bytes, Frame};
use sponsio_depositary::Depositary;
use sponsio_depositary::accounts::Accounts;
use sponsio_depositary::mandate::rights::reader;
use sponsio_depositary::world::Clock;
use sponsio_law::conference::{Conference, RoundState, SilenceState};
use sponsio_record::{ConferenceId, Digest, Instant};
use tokio::sync::{mpsc, watch};
use tokio::task::spawn_blocking;
use tokio::time::{Instant as Moment, sleep};

use crate::desk::At;
use crate::desk::reply::{Reply, Stop};
use crate::locale::say;

/// How many streams a session has at a time.
pub(crate) const MOST: usize = 8;

/// How often it is looked whether something has changed.
const OFTEN: Duration = Duration::from_millis(100);

/// How often a stream says that it is still there, and asks whether its reader still may read.
const KEPT: Duration = Duration::from_secs(15);

/// After how long a stream ends; the page opens another. Connections have ten minutes.
const LONGEST: Duration = Duration::from_mins(9);

/// The streams that are open, by session.
#[derive(Debug, Clone)]
pub(crate) struct Streams {
    open: Arc<Mutex<BTreeMap<String, usize>>>,
    /// Becomes true when the server stops.
    ending: Arc<watch::Sender<bool>>,
}

impl Streams {
    pub(crate) fn new() -> Self {
        Self {
            open: Arc::default(),
            ending: Arc::new(watch::Sender::new(false)),
        }
    }

    /// Ends every stream, and each that is opened later.
    pub(crate) fn end(&self) {
        self.ending.send_replace(true);
    }

    /// Takes one of the places of a session.
    fn taken(&self, session: &str) -> Option<Place> {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let count = open.entry(session.to_owned()).or_default();
        if *count >= MOST {
            return None;
        }
        *count += 1;
        Some(Place {
            open: Arc::clone(&self.open),
            session: session.to_owned(),
        })
    }
}

/// A place that is given back when its stream ends.
struct Place {
    open: Arc<Mutex<BTreeMap<String, usize>>>,
    session: String,
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = open.get_mut(&self.session) {
            *count -= 1;
            if *count == 0 {
                open.remove(&self.session);
            }
        }
    }
}

/// What a reader is sent, until nothing more comes.
struct Stream {
    events: mpsc::Receiver<Bytes>,
    _place: Place,
}

impl hyper::body::Body for Stream {
    type Data = Bytes;
    type Error = core::convert::Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        let event = self.events.poll_recv(context);
        event.map(|event| event.map(|bytes| Ok(Frame::data(bytes))))
    }
}

/// Who watches a room, and how it was when he last saw it.
struct Watch {
    depositary: Depositary,
    accounts: Arc<Accounts>,
    clock: Arc<dyn Clock>,
    id: ConferenceId,
    secret: Digest,
    events: mpsc::Sender<Bytes>,
    ending: watch::Receiver<bool>,
}

impl At<'_> {
    /// Opens a stream for somebody who may read the room. What he last saw is the number of entries that the
    /// page names, or the last event.
    pub(in crate::desk) fn live(&self, id: &str) -> Result<Reply, Stop> {
        let Some(visitor) = self.visitor_unused()? else {
            return Ok(Reply::with_status(StatusCode::NO_CONTENT, String::new()));
        };
        let session = visitor.session.handle.clone();
        let room = self.entered(visitor, id)?;
        let secret = self.call.secret().ok_or(Stop::SignIn)?;
        let Some(place) = self.desk.streams.taken(&session) else {
            let said = say!(self.words(), "room-streams");
            return Ok(Reply::with_status(StatusCode::TOO_MANY_REQUESTS, said));
        };
        let last = self.call.headers.get("last-event-id");
        let last = last.and_then(|value| value.to_str().ok()?.parse().ok());
        let (events, received) = mpsc::channel(4);
        let office = &self.desk.office;
        let watch = Watch {
            depositary: office.depositary.clone(),
            accounts: Arc::clone(&office.accounts),
            clock: Arc::clone(&self.desk.clock),
            id: room.id,
            secret,
            events,
            ending: self.desk.streams.ending.subscribe(),
        };
        let mut own = self.call.asked.own.iter();
        let since = own.find(|(name, _)| *name == "since");
        let since = last.or_else(|| since?.1.parse().ok());
        self.runtime.spawn(watch.run(since));
        let stream = Stream {
            events: received,
            _place: place,
        };
        Ok(Reply::stream(Body::new(stream)))
    }
}

impl Watch {
    async fn run(mut self, since: Option<u64>) {
        if *self.ending.borrow() {
            return;
        }
        let begun = Moment::now();
        let mut kept = begun;
        let mut size = self.depositary.state().size();
        let Some(mut seen) = self.conference() else {
            return;
        };
        let mut next = deadline(&seen, self.depositary.now());
        let first = if since == Some(size) {
            kept_alive()
        } else {
            changed(size)
        };
        if self.events.send(first).await.is_err() {
            return;
        }
        loop {
            tokio::select! {
                _ = self.ending.changed() => return,
                () = self.events.closed() => return,
                () = sleep(OFTEN) => {}
            }
            let now = self.depositary.now();
            let state = self.depositary.state();
            let is_over = next.is_some_and(|next| next <= now);
            let mut event = None;
            if state.size() != size || is_over {
                size = state.size();
                let Some(current) = self.conference() else {
                    return;
                };
                if is_over || !Arc::ptr_eq(&current, &seen) {
                    event = Some(changed(size));
                    seen = current;
                    next = deadline(&seen, now);
                }
            }
            if event.is_none() && KEPT <= kept.elapsed() {
                kept = Moment::now();
                if LONGEST <= begun.elapsed() || !self.may_go_on().await {
                    return;
                }
                event = Some(kept_alive());
            }
            if let Some(event) = event
                && self.events.send(event).await.is_err()
            {
                return;
            }
        }
    }

    fn conference(&self) -> Option<Arc<Conference>> {
        let state = self.depositary.state();
        state.register.conference(&self.id).cloned()
    }

    /// Whether the session has not ended, and its holder may still read the room.
    async fn may_go_on(&self) -> bool {
        let (accounts, secret, id) = (Arc::clone(&self.accounts), self.secret, self.id.clone());
        let now = self.clock.now();
        let asked = spawn_blocking(move || {
            let session = accounts.session_unused(&secret, now).ok()??;
            let account = accounts.account(&session.officer).ok()??;
            reader(&account.holder, &id)
        });
        matches!(asked.await, Ok(Some(_)))
    }
}

/// Says that something has changed, and how many entries the log had: nothing of what.
fn changed(size: u64) -> Bytes {
    Bytes::from(format!("id: {size}\nevent: changed\ndata: {size}\n\n"))
}

fn kept_alive() -> Bytes {
    Bytes::from_static(b": still there\n\n")
}

/// Returns the next instant at which something changes by time alone.
fn deadline(conference: &Conference, now: Instant) -> Option<Instant> {
    let rounds = conference.rounds().iter();
    let open = rounds.filter(|round| round.state(now) == RoundState::Open);
    let closing = open.map(sponsio_law::conference::Round::closing);
    let silences = conference.silences();
    let running = silences.filter_map(|(_, silence)| match silence.state(now) {
        SilenceState::Running(expires) => Some(expires),
        _ => None,
    });
    closing.chain(running).min()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_has_eight_streams_and_gets_its_places_back() {
        let streams = Streams::new();
        let mut places: Vec<Place> = (0..MOST).filter_map(|_| streams.taken("one")).collect();
        assert_eq!(places.len(), 8);
        assert!(streams.taken("one").is_none());
        assert!(
            streams.taken("two").is_some(),
            "another session has its own"
        );
        drop(places.pop());
        let again = streams.taken("one");
        assert!(again.is_some());
        drop((places, again));
        assert!(streams.open.lock().unwrap().is_empty());
    }

    #[test]
    fn an_event_says_nothing_but_that_there_is_one() {
        assert_eq!(&changed(7)[..], b"id: 7\nevent: changed\ndata: 7\n\n");
    }
}
