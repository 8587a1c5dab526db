//! Acts as JSON.

use serde_json::{Value, json};

use sponsio_law::act::Act;
use sponsio_law::clause::explain::ActIndex;
use sponsio_law::treaty::Treaty;

use crate::json::day;

/// Returns an act with all that is recorded of it.
pub fn act(act: &Act) -> Value {
    json!({
        "id": act.id,
        "treaty": act.treaty.as_str(),
        "participant": act.participant.as_str(),
        "act": act.label.as_str(),
        "date": act.date.to_string(),
        "effect": day(act.effect),
        "recorded": day(act.recorded),
        "of": act.refers_to,
        "source": act.source,
        "note": act.note,
    })
}

/// Returns an act as a derivation cites it.
pub fn cited(treaty: &Treaty, index: ActIndex) -> Value {
    let Some(act) = treaty.acts().get(index.at()) else {
        return Value::Null;
    };
    json!({
        "participant": act.participant.as_str(),
        "act": act.label.as_str(),
        "date": act.date.to_string(),
        "digest": act.digest().to_string(),
    })
}
