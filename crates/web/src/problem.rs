//! Errors as RFC 9457 has them: `application/problem+json` with a stable `type`. The protocols of
//! witness and mirror have answers of their own; these are for everything around them.

use core::time::Duration;

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::json;

/// What went wrong with a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Problem {
    NotFound,
    Method,
    TooLarge,
    TooSlow,
    TooOften,
    Encoding,
    Form,
    Unavailable,
}

/// Answers whoever asks too often, with the time to wait in whole seconds (RFC 9110 section 10.2.3).
pub(crate) fn too_often(wait: Duration) -> Response {
    let mut response = Problem::TooOften.into_response();
    response
        .headers_mut()
        .insert(header::RETRY_AFTER, retry_after(wait));
    response
}

/// Returns the time to wait in whole seconds, one at least.
pub(crate) fn retry_after(wait: Duration) -> HeaderValue {
    let seconds = wait.as_secs() + u64::from(wait.subsec_nanos() > 0);
    HeaderValue::from(seconds.max(1))
}

impl Problem {
    const fn parts(self) -> (StatusCode, &'static str, &'static str) {
        match self {
            Self::NotFound => (
                StatusCode::NOT_FOUND,
                "not-found",
                "nothing is published at this path",
            ),
            Self::Method => (
                StatusCode::METHOD_NOT_ALLOWED,
                "method",
                "this path is asked by another method",
            ),
            Self::TooLarge => (
                StatusCode::PAYLOAD_TOO_LARGE,
                "too-large",
                "the request is larger than is taken at once",
            ),
            Self::TooSlow => (
                StatusCode::REQUEST_TIMEOUT,
                "too-slow",
                "the request took too long",
            ),
            Self::TooOften => (
                StatusCode::TOO_MANY_REQUESTS,
                "too-often",
                "too many requests; try again later",
            ),
            Self::Encoding => (
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                "encoding",
                "a body comes as it is or as gzip",
            ),
            Self::Form => (
                StatusCode::BAD_REQUEST,
                "form",
                "the form that was sent cannot be read",
            ),
            Self::Unavailable => (
                StatusCode::SERVICE_UNAVAILABLE,
                "unavailable",
                "the files cannot be read or written; whoever runs this must look",
            ),
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let (status, kind, title) = self.parts();
        let body = json!({
            "type": format!("urn:sponsio:problem:{kind}"),
            "title": title,
            "status": status.as_u16(),
        });
        let mut response = (status, body.to_string()).into_response();
        let headers = response.headers_mut();
        headers.insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/problem+json"),
        );
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        response
    }
}
