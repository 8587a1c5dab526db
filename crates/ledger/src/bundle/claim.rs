//! What a bundle claims. Whether a status is what the acts give is for whoever knows the law.

use alloc::format;
use alloc::string::String;
use sponsio_record::{Digest, Draft, FieldError, Instant, Value};

/// The claim of a bundle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Claim {
    /// This entry is in the log.
    Act {
        /// The index of the entry.
        seq: u64,
    },
    /// This document is one that the entry names.
    Document {
        /// The digest of the document.
        digest: Digest,
        /// The index of the entry.
        seq: u64,
    },
    /// This is how a treaty stands.
    Status(Status),
}

/// The claim of how a treaty stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Status {
    /// The identifier of the treaty.
    pub treaty: String,
    /// The digest of the folded state to which the acts lead.
    pub register: Digest,
    /// The participant it is asked for; all, where absent.
    pub participant: Option<String>,
    /// The legal date it is asked for.
    pub at: Option<String>,
    /// What was known by this day or instant.
    pub known: Option<String>,
}

impl Claim {
    pub(super) fn read(value: &Value<'_>) -> Result<Self, FieldError> {
        let mut fields = value.object()?.fields();
        let kind = fields.required("kind", Value::text)?;
        let claim = match kind {
            "act" => Self::Act {
                seq: fields.required("seq", Value::count)?,
            },
            "document" => Self::Document {
                digest: fields.required("digest", Value::digest)?,
                seq: fields.required("seq", Value::count)?,
            },
            "status" => Self::Status(Status {
                at: fields.optional("at", |value| text(value, "a day", is_day))?,
                known: fields.optional("known", |value| {
                    text(value, "a day or an instant", is_moment)
                })?,
                participant: fields.optional("participant", word)?,
                register: fields.required("register", Value::digest)?,
                treaty: fields.required("treaty", word)?,
            }),
            _ => return Err(value.wrong("a claim of kind act, document or status")),
        };
        fields.finish()?;
        Ok(claim)
    }

    pub(super) fn draft(&self) -> Draft {
        let text = |text: &str| Some(Draft::text(String::from(text)));
        match self {
            Self::Act { seq } => {
                Draft::object([("kind", text("act")), ("seq", Some(Draft::count(*seq)))])
            }
            Self::Document { digest, seq } => Draft::object([
                ("digest", Some(Draft::digest(digest))),
                ("kind", text("document")),
                ("seq", Some(Draft::count(*seq))),
            ]),
            Self::Status(status) => Draft::object([
                ("at", status.at.as_deref().and_then(text)),
                ("kind", text("status")),
                ("known", status.known.as_deref().and_then(text)),
                ("participant", status.participant.as_deref().and_then(text)),
                ("register", Some(Draft::digest(&status.register))),
                ("treaty", text(&status.treaty)),
            ]),
        }
    }
}

fn text(
    value: &Value<'_>,
    expected: &'static str,
    fits: fn(&str) -> bool,
) -> Result<String, FieldError> {
    value.read_as(expected, |text| fits(text).then(|| String::from(text)))
}

fn word(value: &Value<'_>) -> Result<String, FieldError> {
    text(value, "printable ASCII without blanks", |text| {
        !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_graphic())
    })
}

fn is_day(text: &str) -> bool {
    format!("{text}T00:00:00Z").parse::<Instant>().is_ok()
}

fn is_moment(text: &str) -> bool {
    is_day(text) || text.parse::<Instant>().is_ok()
}
