//! What every answer of the pages carries: nothing from elsewhere is loaded, run, framed or told where
//! a reader came from.

use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;

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

static HEADERS: [(HeaderName, &str); 5] = [
    (header::CONTENT_SECURITY_POLICY, POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), geolocation=(), microphone=()",
    ),
];

/// Adds the headers of every answer.
pub(crate) async fn guard(request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let mut response = dress(next.run(request).await).await;
    if ISLANDS.contains(&path.trim_end_matches('/')) {
        response.headers_mut().insert(
            header::CONTENT_SECURITY_POLICY,
            HeaderValue::from_static(POLICY_OF_ISLANDS),
        );
    }
    if path.starts_with("/document/") {
        response.headers_mut().insert(
            header::CONTENT_SECURITY_POLICY,
            HeaderValue::from_static(POLICY_OF_FILES),
        );
    }
    response
}

/// Returns an answer with the headers that each has, wherever it is.
pub(crate) async fn dress(mut response: Response) -> Response {
    let told = response.headers_mut();
    for (name, value) in &HEADERS {
        told.insert(name, HeaderValue::from_static(value));
    }
    let resources = if told.contains_key(header::ACCESS_CONTROL_ALLOW_ORIGIN) {
        "cross-origin"
    } else {
        "same-origin"
    };
    told.insert(
        "cross-origin-resource-policy",
        HeaderValue::from_static(resources),
    );
    response
}
