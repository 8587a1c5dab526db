//! Webhooks: whoever asked for it is told of each act of the log, as Standard Webhooks has it. Each entry
//! is an event; what is sent of it is what the public log shows, and of a confidential act that is its
//! commitment. Who is told, and how far, is kept with the accounts.

mod courier;
mod reach;
mod sign;

pub use courier::{Courier, LONGEST, PAUSES};
pub use reach::{NoAddress, Place};
pub use sign::{shown, signature, verifying};

use sponsio_ledger::entry::Entry;
use sponsio_ledger::verdict::Refusal;
use sponsio_record::{Digest, Instant};

/// The kind of event that a confidential act is.
pub const CONFIDENTIAL: &str = "act.confidential";

/// The kind of event that tries out a webhook; no act has it.
pub const TEST: &str = "webhook.test";

/// What is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// The identifier: the same however often it is sent, another for each webhook.
    pub id: String,
    /// The kind of event: `act.` and the kind of the act.
    pub kind: String,
    /// The entry; none for a test.
    pub seq: Option<u64>,
    /// The exact bytes that are signed and sent.
    pub body: Vec<u8>,
}

impl Message {
    /// Returns what the webhook of this handle is told of an entry. The entry stands in it as it stands in the
    /// public log, byte for byte.
    pub fn of_entry(handle: &str, bytes: &[u8]) -> Result<Self, Refusal> {
        let entry = Entry::read(bytes, "an entry")?;
        let (origin, seq) = (&entry.head.log, entry.head.seq);
        let kind = kind_of(&entry);
        let leaf = Digest::from_bytes(entry.leaf());
        let body = format!(
            "{{\"type\":{},\"timestamp\":\"{}\",\"data\":{{\"log\":{},\"seq\":{seq},\"leaf\":\"{leaf}\",\
             \"entry\":{}}}}}",
            quoted(&kind),
            entry.head.recorded,
            quoted(origin),
            String::from_utf8_lossy(bytes),
        );
        Ok(Self {
            id: identifier(&[origin, handle, &seq.to_string()]),
            kind,
            seq: Some(seq),
            body: body.into_bytes(),
        })
    }

    /// Returns what tries out the webhook of this handle.
    pub fn test(origin: &str, handle: &str, now: Instant, chance: &[u8; 16]) -> Self {
        let body = format!(
            "{{\"type\":\"{TEST}\",\"timestamp\":\"{now}\",\"data\":{{\"log\":{}}}}}",
            quoted(origin)
        );
        Self {
            id: identifier(&[origin, handle, &Digest::of(chance).to_string()]),
            kind: TEST.to_owned(),
            seq: None,
            body: body.into_bytes(),
        }
    }
}

/// Returns the kind of event that an entry is.
pub fn kind_of(entry: &Entry<'_>) -> String {
    entry.act().map_or_else(
        || CONFIDENTIAL.to_owned(),
        |act| format!("act.{}", act.kind),
    )
}

/// Whether this can be a kind of event.
pub fn is_kind(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    text.strip_prefix("act.")
        .is_some_and(|kind| !kind.is_empty() && kind.len() <= 64 && kind.bytes().all(plain))
}

/// No full stop is in it: it parts what is signed.
fn identifier(parts: &[&str]) -> String {
    let mut bytes = b"sponsio.webhook/1\n".to_vec();
    for part in parts {
        bytes.extend_from_slice(part.as_bytes());
        bytes.push(b'\n');
    }
    let digest = Digest::of(&bytes).to_string();
    let digits = digest.rsplit(':').next().unwrap_or_default();
    format!("msg_{}", digits.get(..32).unwrap_or_default())
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

#[cfg(test)]
mod tests;
