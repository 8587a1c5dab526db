//! `/metrics` and `/readyz` of the desk: for those who watch the machine. Without a token the numbers are
//! for this machine alone.

use alloc::sync::Arc;
use std::path::PathBuf;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use sponsio_depositary::Depositary;
use sponsio_depositary::disk::can_write;
use sponsio_record::{Digest, Instant};
use tokio::task::spawn_blocking;

use super::caller::was_forwarded;
use super::tally::{self, Tally, head, single, value};
use super::{Passed, dress};
use crate::problem::Problem;
use crate::source::Source;

/// The media type of the text format.
const MEDIA: &str = "text/plain; version=0.0.4; charset=utf-8";

/// What those who watch the machine may ask.
#[derive(Clone)]
pub struct Watched {
    /// The faces of this process, and what is counted of them.
    pub faces: Vec<(&'static str, Arc<Tally>)>,
    /// The register, as the pages read it.
    pub source: Arc<dyn Source>,
    /// The desk that records.
    pub depositary: Depositary,
    /// The folder of the public log, which must be writable.
    pub log: PathBuf,
    /// The digest of what whoever asks for numbers must carry; without one only this machine may ask.
    pub token: Option<Digest>,
    /// When this process began.
    pub began: Instant,
}

impl Watched {
    /// Returns the router of the two paths, beside which the desk's stand.
    pub fn router(self) -> Router {
        let metrics = async |State(watched): State<Self>, request: Request| {
            if !watched.admits(&request) {
                return Problem::NotFound.into_response();
            }
            let made = spawn_blocking(move || watched.metrics()).await;
            made.unwrap_or_else(|_| Problem::Unavailable.into_response())
        };
        let ready = async |State(watched): State<Self>| {
            let asked = spawn_blocking(move || watched.is_ready()).await;
            if asked.unwrap_or(false) {
                "ready\n".into_response()
            } else {
                Problem::Unavailable.into_response()
            }
        };
        Router::new()
            .route("/metrics", get(metrics))
            .route("/readyz", get(ready))
            .with_state(self)
            .layer(axum::middleware::map_response(dress))
    }

    /// Whether whoever asks may have the numbers.
    fn admits(&self, request: &Request) -> bool {
        if let Some(token) = &self.token {
            return carried(request.headers()).is_some_and(|carried| carried == *token);
        }
        let passed = request.extensions().get::<Passed>();
        let is_own = passed.is_some_and(|passed| passed.address.is_loopback());
        is_own && !was_forwarded(request.headers())
    }

    /// Whether the store can be read, the desk records, and the log can be written.
    fn is_ready(&self) -> bool {
        self.source.reading().is_ok() && self.depositary.stopped().is_none() && can_write(&self.log)
    }

    fn metrics(&self) -> Response {
        let mut text = String::new();
        let faces: Vec<_> = self
            .faces
            .iter()
            .map(|(face, tally)| (*face, tally.as_ref()))
            .collect();
        tally::write(&mut text, &faces);
        let state = self.depositary.state();
        single(
            &mut text,
            "sponsio_log_entries",
            "gauge",
            "Entries that are recorded.",
            state.size(),
        );
        if let Ok(reading) = self.source.reading() {
            let published = reading.log.as_ref().and_then(|log| log.published.as_ref());
            let (size, seen, asked) = published.map_or((0, 0, 0), |published| {
                let seen = published.witnesses.iter().filter(|one| one.1.is_some());
                (published.size, seen.count(), published.witnesses.len())
            });
            single(
                &mut text,
                "sponsio_log_published_entries",
                "gauge",
                "Entries under the published checkpoint.",
                size,
            );
            let name = "sponsio_log_witnesses";
            head(
                &mut text,
                name,
                "gauge",
                "Witnesses of the published checkpoint.",
            );
            value(&mut text, name, "state=\"asked\"", asked);
            value(&mut text, name, "state=\"cosigned\"", seen);
        }
        if let Some(last) = state.last_recorded() {
            single(
                &mut text,
                "sponsio_log_last_recorded_timestamp_seconds",
                "gauge",
                "When the last entry was recorded.",
                last.seconds(),
            );
        }
        single(
            &mut text,
            "sponsio_ready",
            "gauge",
            "Whether the store can be read and the log written.",
            u8::from(self.is_ready()),
        );
        single(
            &mut text,
            "process_start_time_seconds",
            "gauge",
            "When this process began.",
            self.began.seconds(),
        );
        let mut response = text.into_response();
        let told = response.headers_mut();
        told.insert(header::CONTENT_TYPE, HeaderValue::from_static(MEDIA));
        told.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        response
    }
}

/// Returns the digest of the token that a request carries (RFC 6750).
fn carried(headers: &HeaderMap) -> Option<Digest> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    scheme
        .eq_ignore_ascii_case("bearer")
        .then(|| Digest::of(token.trim().as_bytes()))
}
