//! Why a program is not answered as it asked: a problem document (RFC 9457) with a stable `type`, and the
//! rule that was applied.

use core::time::Duration;

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use serde_json::{Map, Value, json};
use sponsio_depositary::accounts::AccountError;
use sponsio_depositary::mandate::allowance::Withheld;

use crate::desk::entry::Fault;
use crate::locale::say;
use crate::page::asked::{Asked, Wrong};
use crate::page::trouble::Trouble;
use crate::problem::retry_after;

/// Why it is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Refusal {
    /// Something in the address cannot be read.
    Asked(Wrong),
    /// No token that is known came with it.
    NoToken,
    /// It is not allowed.
    Withheld(Withheld),
    /// There is nothing at this path.
    NotFound,
    /// The register has no such treaty.
    NoTreaty(String),
    /// The register has no such participant.
    NoParticipant(String),
    /// The log has no such act.
    NoAct(String),
    /// The body is not JSON.
    Media,
    /// The body is too long.
    TooLarge,
    /// The body is not of the form that is stated: the member, and what is wrong with it.
    Form(String, &'static str),
    /// A member says nothing that can be entered.
    Fault(Fault),
    /// The key of repetitions is none.
    Key,
    /// Something else was brought under this key.
    Otherwise,
    /// Too much of this token waits.
    Full,
    /// Its account asks too often; so long is to be waited.
    TooOften(Duration),
    /// Something cannot be read or written.
    Unavailable,
}

impl From<AccountError> for Refusal {
    fn from(_: AccountError) -> Self {
        Self::Unavailable
    }
}

impl Refusal {
    const fn parts(&self) -> (StatusCode, &'static str) {
        match self {
            Self::Asked(_) => (StatusCode::BAD_REQUEST, ""),
            Self::NoToken => (StatusCode::UNAUTHORIZED, "no-token"),
            Self::Withheld(_) => (StatusCode::FORBIDDEN, "not-allowed"),
            Self::NotFound => (StatusCode::NOT_FOUND, "not-found"),
            Self::NoTreaty(_) => (StatusCode::NOT_FOUND, "no-such-treaty"),
            Self::NoParticipant(_) => (StatusCode::NOT_FOUND, "no-such-participant"),
            Self::NoAct(_) => (StatusCode::NOT_FOUND, "no-such-act"),
            Self::Media => (StatusCode::UNSUPPORTED_MEDIA_TYPE, "not-json"),
            Self::TooLarge => (StatusCode::PAYLOAD_TOO_LARGE, "too-large"),
            Self::Form(..) => (StatusCode::UNPROCESSABLE_ENTITY, "not-of-the-form"),
            Self::Fault(_) => (StatusCode::UNPROCESSABLE_ENTITY, "cannot-be-entered"),
            Self::Key => (StatusCode::BAD_REQUEST, "no-idempotency-key"),
            Self::Otherwise => (StatusCode::CONFLICT, "idempotency-conflict"),
            Self::Full => (StatusCode::TOO_MANY_REQUESTS, "too-many-waiting"),
            Self::TooOften(_) => (StatusCode::TOO_MANY_REQUESTS, "too-often"),
            Self::Unavailable => (StatusCode::SERVICE_UNAVAILABLE, "unavailable"),
        }
    }

    /// Returns the stable word of the rule that was applied.
    const fn rule(&self) -> Option<&'static str> {
        match self {
            Self::Withheld(why) => Some(why.label()),
            Self::Form(_, rule) | Self::Fault(Fault(_, rule)) => Some(rule),
            _ => None,
        }
    }

    /// Returns the member of the body that is meant, as a JSON pointer (RFC 6901).
    fn pointer(&self) -> Option<String> {
        let member = match self {
            Self::Form(member, _) => member.as_str(),
            Self::Fault(Fault(field, _)) => super::body::named(field),
            _ => return None,
        };
        let escaped = member.replace('~', "~0").replace('/', "~1");
        Some(if escaped.is_empty() {
            escaped
        } else {
            format!("/{escaped}")
        })
    }

    fn said(&self, asked: &Asked) -> (String, String) {
        let words = asked.language.words();
        if let Self::Asked(wrong) = self {
            let trouble = Trouble::Wrong(wrong.clone());
            return (trouble.name().to_owned(), trouble.said(words));
        }
        let (_, name) = self.parts();
        let said = match self {
            Self::NoTreaty(id) => say!(words, "trouble-no-treaty", id = id.as_str()),
            Self::NoParticipant(id) => say!(words, "trouble-no-party", id = id.as_str()),
            Self::NoAct(id) => say!(words, "problem-no-such-act", id = id.as_str()),
            Self::NotFound => say!(words, "stopped-not-found"),
            Self::Withheld(Withheld::Account(why)) => {
                say!(words, &format!("denied-{}", why.label()))
            }
            Self::Form(_, rule) => say!(words, &format!("problem-{rule}")),
            Self::Fault(Fault(_, key)) => say!(words, key),
            _ => say!(words, &format!("problem-{name}")),
        };
        (name.to_owned(), said)
    }

    /// Returns the problem document, in the reader's language.
    pub(super) fn response(&self, asked: &Asked) -> Response {
        let (status, _) = self.parts();
        let (name, said) = self.said(asked);
        let mut told = Map::new();
        let members = [
            ("type", json!(format!("urn:sponsio:problem:{name}"))),
            ("title", json!(name.replace('-', " "))),
            ("status", json!(status.as_u16())),
            ("detail", json!(said)),
            ("instance", json!(asked.path)),
        ];
        told.extend(members.map(|(member, value)| (member.to_owned(), value)));
        if let Some(rule) = self.rule() {
            told.insert("rule".to_owned(), json!(rule));
        }
        if let Some(pointer) = self.pointer() {
            told.insert("pointer".to_owned(), json!(pointer));
        }
        let mut response = (status, Value::Object(told).to_string()).into_response();
        carry(&mut response, "application/problem+json");
        let headers = response.headers_mut();
        match self {
            // RFC 6750 section 3.
            Self::NoToken => {
                headers.insert(
                    header::WWW_AUTHENTICATE,
                    HeaderValue::from_static("Bearer realm=\"sponsio\""),
                );
            }
            Self::Full => {
                headers.insert(header::RETRY_AFTER, HeaderValue::from_static("3600"));
            }
            Self::TooOften(wait) => {
                headers.insert(header::RETRY_AFTER, retry_after(*wait));
            }
            _ => {}
        }
        response
    }
}

/// Adds what every answer to a program carries.
pub(super) fn carry(response: &mut Response, media: &'static str) {
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(
        header::VARY,
        HeaderValue::from_static("accept-language, authorization"),
    );
}
