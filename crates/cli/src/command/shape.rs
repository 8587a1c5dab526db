//! The shapes of answers as JSON, documented in `docs/spec/cli-json.md`: names in snake case that stay
//! the same, dates as ISO text, codes and labels as the register has them.

use serde_json::{Value, json};

use sponsio_law::clause::explain::Reason;
use sponsio_law::status::history::{Force, Start};

use crate::layout::untied;
use crate::wording::derivation::Line;

/// Returns whether and since when a treaty is in force.
pub fn force(force: &Force) -> Value {
    match force {
        Force::InForce { since, trigger } => json!({
            "state": "in_force",
            "since": since.to_string(),
            "trigger": trigger.map(|day| day.to_string()),
        }),
        Force::NotInForce => json!({ "state": "not_in_force" }),
        Force::Undetermined {
            not_before,
            reasons,
        } => json!({
            "state": "undetermined",
            "not_before": not_before.map(|day| day.to_string()),
            "reasons": reasons.iter().map(reason).collect::<Vec<_>>(),
        }),
        Force::NoRule => json!({ "state": "no_rule" }),
    }
}

/// Returns since when a treaty is in force for a participant.
pub fn start(start: Start) -> Value {
    match start {
        Start::On(day) => json!({ "state": "on", "day": day.to_string() }),
        Start::NotYet => json!({ "state": "not_yet" }),
        Start::Never => json!({ "state": "never" }),
        Start::Undetermined(bound) => json!({
            "state": "undetermined",
            "not_before": bound.map(|day| day.to_string()),
        }),
    }
}

/// Returns the stable name of a reason.
pub fn reason(reason: &Reason) -> Value {
    Value::from(match reason {
        Reason::GroupUnknown(..) => "group_unknown",
        Reason::TableUnknown(..) => "table_unknown",
        Reason::NotDeclared(_) => "not_declared",
        Reason::FileMissing(_) => "file_missing",
        Reason::TreatyNotHeld(_) => "treaty_not_held",
        Reason::TreatyUndetermined(_) => "treaty_undetermined",
        Reason::Circular(_) => "circular",
        Reason::Unmodelled(_) => "unmodelled",
        Reason::NotEvaluated(_) => "not_evaluated",
        Reason::NoRule => "no_rule",
        Reason::EndUnknown(_) => "end_unknown",
        Reason::NoAdoptionDate => "no_adoption_date",
        Reason::NoOpeningDate => "no_opening_date",
        Reason::NoWithdrawalRule => "no_withdrawal_rule",
        Reason::BeyondCalendar => "beyond_calendar",
    })
}

/// Returns the worded lines of a derivation.
pub fn lines(lines: &[Line]) -> Value {
    let lines = lines.iter();
    lines
        .map(|line| json!({ "kind": line.kind, "text": untied(&line.text) }))
        .collect()
}
