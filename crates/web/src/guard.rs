//! What every answer of the pages carries: nothing from elsewhere is loaded, run, framed or told where
//! a reader came from. And what is written down of it: no address, no words that somebody searched.

use alloc::sync::Arc;
use core::time::Duration;

use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::Response;

use sponsio_depositary::world::Clock;

/// The policy of every page: only what this server embeds, and no script or style within a page.
pub(crate) const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
    img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; \
    base-uri 'none'";

/// The policy of the two pages that run in the reader's browser: they run WebAssembly, load no htmx, and no
/// text of them can become a script.
pub(crate) const POLICY_OF_ISLANDS: &str = "default-src 'none'; \
    script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; font-src 'self'; \
    connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; \
    require-trusted-types-for 'script'; trusted-types 'none'";

/// The policy of a file that somebody handed in: whatever opens it runs nothing of it.
const POLICY_OF_FILES: &str = "default-src 'none'; frame-ancestors 'none'; sandbox";

/// The pages that run in the reader's browser.
const ISLANDS: [&str; 2] = ["/verify", "/clause"];

static HEADERS: [(HeaderName, &str); 6] = [
    (header::CONTENT_SECURITY_POLICY, POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    ),
    (header::STRICT_TRANSPORT_SECURITY, "max-age=63072000"),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), geolocation=(), microphone=()",
    ),
];

/// An answer that was given, as it may be written down.
#[derive(Debug, Clone)]
pub struct Answered {
    /// The method.
    pub method: Method,
    /// The path, without what was asked for beside it.
    pub path: String,
    /// The status code.
    pub status: u16,
    /// How long it took.
    pub took: Duration,
}

/// Who is told of each answer.
pub(crate) type Journal = Arc<dyn Fn(&Answered) + Send + Sync>;

/// Adds the headers of every answer, and tells the journal.
pub(crate) async fn guard(
    journal: Option<Journal>,
    clock: Arc<dyn Clock>,
    request: Request,
    next: Next,
) -> Response {
    let (method, path) = (request.method().clone(), request.uri().path().to_owned());
    let begun = clock.monotonic();
    let mut response = next.run(request).await;
    let is_open = response
        .headers()
        .contains_key(header::ACCESS_CONTROL_ALLOW_ORIGIN);
    let told = response.headers_mut();
    for (name, value) in &HEADERS {
        told.insert(name, HeaderValue::from_static(value));
    }
    if ISLANDS.contains(&path.trim_end_matches('/')) {
        told.insert(
            header::CONTENT_SECURITY_POLICY,
            HeaderValue::from_static(POLICY_OF_ISLANDS),
        );
    }
    if path.starts_with("/document/") {
        told.insert(
            header::CONTENT_SECURITY_POLICY,
            HeaderValue::from_static(POLICY_OF_FILES),
        );
    }
    let resources = if is_open {
        "cross-origin"
    } else {
        "same-origin"
    };
    told.insert(
        "cross-origin-resource-policy",
        HeaderValue::from_static(resources),
    );
    if let Some(journal) = journal {
        journal(&Answered {
            method,
            path,
            status: response.status().as_u16(),
            took: clock.monotonic().saturating_sub(begun),
        });
    }
    response
}
