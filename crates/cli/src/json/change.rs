//! The result of `sponsio register diff` as JSON.

use serde_json::{Value, json};

use sponsio_law::clause::print;
use sponsio_law::party::Participant;
use sponsio_law::status::consequence::{Consequence, Interval};
use sponsio_law::status::history::Force;
use sponsio_law::treaty::Treaty;

use crate::change::{Change, Changes};
use crate::json::history::{start, state};
use crate::json::{act, day};

/// Returns what changed, as acts and as consequences.
pub fn changes(changes: &Changes<'_>) -> Value {
    json!({
        "hypothesis": false,
        "participants": list(&changes.participants, participant),
        "treaties": list(&changes.treaties, treaty),
        "acts": list(&changes.acts, act::act),
        "consequences": changes.consequences.iter().map(consequence).collect::<Vec<_>>(),
    })
}

fn list<T>(changes: &[Change<'_, T>], value: impl Fn(&T) -> Value) -> Vec<Value> {
    let one = |change: &Change<'_, T>| {
        json!({
            "change": change.word(),
            "before": change.before().map(&value),
            "after": change.after().map(&value),
        })
    };
    changes.iter().map(one).collect()
}

fn participant(participant: &Participant) -> Value {
    json!({
        "code": participant.id.as_str(),
        "name": participant.name,
        "kind": participant.kind.label(),
    })
}

fn treaty(treaty: &Treaty) -> Value {
    json!({
        "treaty": treaty.id.as_str(),
        "title": treaty.title(),
        "clauses": print(&treaty.clauses),
    })
}

/// Returns what differs for a treaty or a participant.
pub fn consequence(consequence: &Consequence) -> Value {
    match consequence {
        Consequence::Treaty {
            treaty,
            before,
            after,
        } => json!({
            "treaty": treaty.as_str(),
            "participant": null,
            "before": before.as_ref().map(force),
            "after": after.as_ref().map(force),
        }),
        Consequence::Participant {
            treaty,
            participant,
            before,
            after,
        } => json!({
            "treaty": treaty.as_str(),
            "participant": participant.as_str(),
            "before": before.iter().map(interval).collect::<Vec<_>>(),
            "after": after.iter().map(interval).collect::<Vec<_>>(),
        }),
    }
}

fn force(force: &Force) -> Value {
    let not_before = match force {
        Force::Undetermined { not_before, .. } => *not_before,
        Force::InForce { .. } | Force::NotInForce | Force::NoRule => None,
    };
    json!({
        "state": state(force),
        "date": day(force.since()),
        "not_before": day(not_before),
    })
}

fn interval(interval: &Interval) -> Value {
    json!({
        "deposited": interval.deposited.to_string(),
        "start": start(interval.start),
        "until": day(interval.until),
        "end_unknown": interval.end_unknown,
    })
}
