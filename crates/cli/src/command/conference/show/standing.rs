//! How a provision stands, in words and as data.

use serde_json::{Value, json};

use sponsio_law::conference::Standing;

use crate::wording::{Words, say};

const fn word(standing: Option<&Standing>) -> &'static str {
    match standing {
        None => "open",
        Some(Standing::Agreed(_)) => "agreed",
        Some(Standing::AdReferendum(_)) => "ad-referendum",
        Some(Standing::InPackage(_)) => "in-package",
        Some(Standing::Refused(_)) => "refused",
        Some(Standing::Reopened) => "reopened",
        Some(Standing::Stale) => "stale",
    }
}

/// What there is to say besides the word.
fn detail(standing: Option<&Standing>) -> String {
    match standing {
        Some(Standing::Agreed(since)) => since.to_string(),
        Some(Standing::AdReferendum(waiting)) => {
            let codes: Vec<String> = waiting.iter().map(ToString::to_string).collect();
            codes.join(", ")
        }
        Some(Standing::InPackage(name)) => name.clone(),
        Some(Standing::Refused(code)) => code.to_string(),
        None | Some(Standing::Reopened | Standing::Stale) => String::new(),
    }
}

/// Returns how a provision stands in words.
pub(in crate::command::conference) fn sentence(
    words: &Words,
    standing: Option<&Standing>,
) -> String {
    let key = format!("standing-{}", word(standing));
    say!(words, &key, what = detail(standing))
}

/// Returns how a provision stands as data.
pub(in crate::command::conference) fn data(standing: Option<&Standing>) -> Value {
    json!({ "state": word(standing), "what": detail(standing) })
}
