//! The verdict of a verification, in words and as data.

use serde_json::{Value, json};

use sponsio_ledger::policy::Cosigned;
use sponsio_ledger::verdict::Verdict;

use crate::wording::{Words, say};

/// Returns why something is not verified; `None` if it is.
pub fn refusal<T>(words: &Words, verdict: &Verdict<T>) -> Option<String> {
    match verdict {
        Verdict::Verified(_) => None,
        Verdict::Refused(refusal) => {
            Some(say!(words, "verdict-refused", why = refusal.to_string()))
        }
        Verdict::Incomplete(missing) => {
            let named: Vec<String> = missing.iter().map(ToString::to_string).collect();
            Some(say!(words, "verdict-incomplete", what = words.list(&named)))
        }
    }
}

/// Returns which witnesses have cosigned a checkpoint.
pub fn witnesses(words: &Words, cosigned: &Cosigned) -> String {
    if cosigned.seen.is_empty() {
        return say!(words, "verify-no-witness");
    }
    let seen: Vec<&str> = cosigned
        .seen
        .iter()
        .map(|seen| seen.witness.as_str())
        .collect();
    words.list(&seen)
}

/// Returns a verdict as data.
pub fn data<T>(verdict: &Verdict<T>) -> Value {
    match verdict {
        Verdict::Verified(_) => json!({ "verdict": "verified" }),
        Verdict::Refused(refusal) => json!({
            "verdict": "refused",
            "rule": refusal.rule.id(),
            "place": refusal.place,
            "offset": refusal.offset,
            "detail": refusal.detail,
        }),
        Verdict::Incomplete(missing) => json!({
            "verdict": "incomplete",
            "missing": missing.iter().map(ToString::to_string).collect::<Vec<_>>(),
        }),
    }
}
