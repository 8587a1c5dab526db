//! What the desk answers: a page that no cache keeps, or the address of the next one; and why there is
//! neither.

use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use sponsio_depositary::mandate::rights::Denied;

use super::door::{COOKIE, Foreign};

/// An answer.
#[derive(Debug)]
pub(super) struct Reply {
    status: StatusCode,
    page: String,
    file: Option<(String, Vec<u8>)>,
    location: Option<String>,
    cookie: Option<String>,
    stream: Option<Body>,
}

/// Why there is no answer of the usual kind.
#[derive(Debug)]
pub(super) enum Stop {
    /// Nobody is signed in.
    SignIn,
    /// It is not allowed.
    Denied(Denied),
    /// The form is not from here.
    Foreign(Foreign),
    /// There is nothing at this path.
    NotFound,
    /// A one-time link or a ceremony is used up, or its time is over.
    Expired,
    /// The passkey did not answer as it must.
    Passkey,
    /// Somebody was quicker, or the register has moved on.
    Moved,
    /// The law, or the desk, refuses it: sentence, rule, what to do.
    Refused(super::saying::Refused),
    /// Something cannot be read or written.
    Unavailable,
}

impl From<askama::Error> for Stop {
    fn from(_: askama::Error) -> Self {
        Self::Unavailable
    }
}

impl Reply {
    pub(super) fn page(page: String) -> Self {
        Self::with_status(StatusCode::OK, page)
    }

    pub(super) fn with_status(status: StatusCode, page: String) -> Self {
        Self {
            status,
            page,
            file: None,
            location: None,
            cookie: None,
            stream: None,
        }
    }

    /// Returns a stream of events.
    pub(super) fn stream(body: Body) -> Self {
        Self {
            stream: Some(body),
            ..Self::page(String::new())
        }
    }

    /// Returns the address of the next page, which is fetched with `GET`.
    pub(super) fn to(location: String) -> Self {
        Self {
            location: Some(location),
            ..Self::with_status(StatusCode::SEE_OTHER, String::new())
        }
    }

    /// Returns a file that is kept and not opened.
    pub(super) fn file(name: String, bytes: Vec<u8>) -> Self {
        Self {
            file: Some((name, bytes)),
            ..Self::page(String::new())
        }
    }

    /// Returns the answer with the secret of a session that begins.
    pub(super) fn beginning(self, secret: &str) -> Self {
        let cookie = format!("{COOKIE}={secret}; Path=/; Secure; HttpOnly; SameSite=Lax");
        Self {
            cookie: Some(cookie),
            ..self
        }
    }

    /// Returns the answer with the end of the session.
    pub(super) fn ending(self) -> Self {
        let cookie = format!("{COOKIE}=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0");
        Self {
            cookie: Some(cookie),
            ..self
        }
    }

    pub(super) fn response(self) -> Response {
        let (media, name, body) = match (self.stream, self.file) {
            (Some(stream), _) => ("text/event-stream", None, stream),
            (None, Some((name, bytes))) => ("application/pdf", Some(name), bytes.into()),
            (None, None) => ("text/html; charset=utf-8", None, self.page.into()),
        };
        let mut response = (self.status, body).into_response();
        let told = response.headers_mut();
        told.insert(header::CONTENT_TYPE, HeaderValue::from_static(media));
        told.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        let written = [
            (header::LOCATION, self.location),
            (header::SET_COOKIE, self.cookie),
            (
                header::CONTENT_DISPOSITION,
                name.map(|name| format!("attachment; filename=\"{name}\"")),
            ),
        ];
        for (name, value) in written {
            if let Some(Ok(value)) = value.map(|value| HeaderValue::from_str(&value)) {
                told.insert(name, value);
            }
        }
        response
    }
}
