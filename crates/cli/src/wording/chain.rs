//! How the key of a log passed on, in words and as data: whoever follows is told each step.

use serde_json::{Value, json};
use sponsio_ledger::rotation::{Cause, Step};

use crate::wording::{Words, say};

/// Says a step.
pub fn sentence(words: &Words, step: &Step) -> String {
    let (from, to) = (step.from.to_string(), step.to.to_string());
    match step.cause {
        Cause::Rotated => say!(words, "chain-rotated", seq = step.seq, from = from, to = to),
        Cause::Revoked { since, good } => {
            let since = since.to_string();
            say!(
                words,
                "chain-revoked",
                seq = step.seq,
                from = from,
                to = to,
                since = since,
                good = good
            )
        }
    }
}

/// Returns a step as data.
pub fn data(step: &Step) -> Value {
    let (kind, since, good) = match step.cause {
        Cause::Rotated => ("rotated", None, None),
        Cause::Revoked { since, good } => ("revoked", Some(since.to_string()), Some(good)),
    };
    json!({
        "kind": kind,
        "seq": step.seq,
        "recorded": step.recorded.to_string(),
        "from": step.from.to_string(),
        "to": step.to.to_string(),
        "since": since,
        "good": good,
    })
}
