//! The files that the pages need, embedded by `build.rs`: named by their content, so that a browser
//! keeps them for good.

use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};

use crate::read::wants_gzip;

/// An embedded file.
#[derive(Debug)]
pub(crate) struct Asset {
    /// The path below which it is served; it holds the digest of the content.
    pub(crate) path: &'static str,
    name: &'static str,
    media: &'static str,
    etag: &'static str,
    bytes: &'static [u8],
    gzip: &'static [u8],
}

include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// Returns the file of this name.
pub(crate) fn answer(name: &str, headers: &HeaderMap) -> Option<Response> {
    let mut all = ALL.into_iter().filter(|asset| !asset.is_empty());
    let asset = all.find(|asset| asset.name == name)?;
    Some(asset.response(headers, "public, max-age=31536000, immutable"))
}

/// Returns the icon under the name that browsers ask for unasked.
pub(crate) fn icon(headers: &HeaderMap) -> Response {
    ICON.response(headers, "public, max-age=86400")
}

impl Asset {
    /// Whether the build had nothing to embed.
    pub(crate) const fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    fn response(&self, headers: &HeaderMap, cache: &'static str) -> Response {
        let known = headers.get(header::IF_NONE_MATCH);
        let is_known = known.is_some_and(|tag| tag.as_bytes() == self.etag.as_bytes());
        let gzip = wants_gzip(headers) && !is_known;
        let bytes: &'static [u8] = if gzip { self.gzip } else { self.bytes };
        let mut response = if is_known {
            StatusCode::NOT_MODIFIED.into_response()
        } else {
            bytes.into_response()
        };
        let told = response.headers_mut();
        let mut tell = |name, value: &'static str| {
            told.insert(name, HeaderValue::from_static(value));
        };
        tell(header::CONTENT_TYPE, self.media);
        tell(header::CACHE_CONTROL, cache);
        tell(header::ETAG, self.etag);
        tell(header::VARY, "accept-encoding");
        if gzip {
            tell(header::CONTENT_ENCODING, "gzip");
        }
        response
    }
}
