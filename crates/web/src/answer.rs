//! What a request is answered with: a page, a table, a feed or data, with the headers that its kind
//! has.

use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use serde_json::Value;
use sponsio_record::Digest;

use crate::problem::Problem;
use crate::read::{pack, wants_gzip};

/// Something that was made for a reader.
pub(crate) enum Made {
    /// A page.
    Page(String),
    /// A table, under the name of a file.
    Table(String, Vec<u8>),
    /// A file of another kind.
    File {
        /// Its media type.
        media: &'static str,
        /// Its name.
        name: String,
        /// Its bytes.
        bytes: Vec<u8>,
    },
    /// A feed.
    Feed(String),
    /// A calendar.
    Calendar(String),
    /// Data.
    Data(Value),
}

impl Made {
    /// Returns the answer; one that the reader has already is not sent again.
    /// Data have the tag that they are given; everything else, and data without one, that of its bytes.
    pub(crate) fn response(
        self,
        status: StatusCode,
        headers: &HeaderMap,
        tag: Option<String>,
    ) -> Response {
        let tag = tag.filter(|_| matches!(self, Self::Data(_)));
        let (media, name, is_open, body) = match self {
            Self::Page(html) => ("text/html; charset=utf-8", None, false, html.into_bytes()),
            Self::Table(name, bytes) => (
                "text/csv; charset=utf-8; header=present",
                Some(name),
                true,
                bytes,
            ),
            Self::File { media, name, bytes } => (media, Some(name), true, bytes),
            Self::Feed(xml) => (
                "application/atom+xml; charset=utf-8",
                None,
                true,
                xml.into_bytes(),
            ),
            Self::Calendar(text) => (
                "text/calendar; charset=utf-8",
                None,
                true,
                text.into_bytes(),
            ),
            Self::Data(value) if status.is_success() => (
                "application/json",
                None,
                true,
                value.to_string().into_bytes(),
            ),
            Self::Data(value) => (
                "application/problem+json",
                None,
                true,
                value.to_string().into_bytes(),
            ),
        };
        let etag = tag.unwrap_or_else(|| format!("W/\"{}\"", Digest::of(&body)));
        let is_known = status == StatusCode::OK && has(headers, &etag);
        let gzip = wants_gzip(headers) && !is_known;
        let body = if gzip { pack(&body) } else { Ok(body) };
        let Ok(body) = body else {
            return Problem::Unavailable.into_response();
        };
        let mut response = if is_known {
            StatusCode::NOT_MODIFIED.into_response()
        } else {
            (status, body).into_response()
        };
        let told = response.headers_mut();
        told.insert(header::CONTENT_TYPE, HeaderValue::from_static(media));
        told.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
        told.insert(
            header::VARY,
            HeaderValue::from_static("accept-encoding, accept-language, hx-request"),
        );
        if let Ok(etag) = HeaderValue::from_str(&etag) {
            told.insert(header::ETAG, etag);
        }
        if is_open {
            told.insert(
                header::ACCESS_CONTROL_ALLOW_ORIGIN,
                HeaderValue::from_static("*"),
            );
        }
        if gzip {
            told.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
        }
        let file = name.map(|name| format!("attachment; filename=\"{name}\""));
        if let Some(Ok(file)) = file.map(|file| HeaderValue::from_str(&file)) {
            told.insert(header::CONTENT_DISPOSITION, file);
        }
        response
    }
}

/// Whether the reader has what bears this tag (RFC 9110 section 13.1.2).
fn has(headers: &HeaderMap, etag: &str) -> bool {
    let known = headers.get(header::IF_NONE_MATCH);
    let known = known
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    known
        .split(',')
        .map(str::trim)
        .any(|tag| tag == etag || tag == "*")
}
