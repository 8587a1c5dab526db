//! The table of `sponsio register diff`: a row for each change and each consequence, in words that
//! do not depend on the language.

use sponsio_law::act::Act;
use sponsio_law::clause::print;
use sponsio_law::status::consequence::{Consequence, Interval};
use sponsio_law::status::history::{Force, Start};

use crate::change::Changes;
use crate::json::history::state;

/// The columns of the table.
pub(super) const HEADER: [&str; 7] = [
    "change",
    "what",
    "treaty",
    "participant",
    "act",
    "before",
    "after",
];

/// Returns a row for each change and each consequence.
pub(super) fn rows(changes: &Changes<'_>) -> Vec<[String; 7]> {
    let mut rows = Vec::new();
    let mut row = |change: &str, what: &str, fields: [&str; 5]| {
        let [treaty, participant, act, before, after] = fields.map(str::to_owned);
        rows.push([
            change.to_owned(),
            what.to_owned(),
            treaty,
            participant,
            act,
            before,
            after,
        ]);
    };
    for change in &changes.participants {
        let name = |side: Option<&sponsio_law::party::Participant>| {
            side.map_or_else(String::new, |side| {
                format!("{} ({})", side.name, side.kind.label())
            })
        };
        let id = change
            .after()
            .or(change.before())
            .map(|side| side.id.to_string());
        let (before, after) = (name(change.before()), name(change.after()));
        let fields = ["", &id.unwrap_or_default(), "", &before, &after];
        row(change.word(), "participant", fields);
    }
    for change in &changes.treaties {
        let words = |side: Option<&sponsio_law::treaty::Treaty>| {
            side.map_or_else(String::new, |side| print(&side.clauses))
        };
        let id = change
            .after()
            .or(change.before())
            .map(|side| side.id.to_string());
        let (before, after) = (words(change.before()), words(change.after()));
        row(
            change.word(),
            "treaty",
            [&id.unwrap_or_default(), "", "", &before, &after],
        );
    }
    for change in &changes.acts {
        let Some(act) = change.after().or(change.before()) else {
            continue;
        };
        let (before, after) = (dates(change.before()), dates(change.after()));
        let fields = [
            act.treaty.as_str(),
            act.participant.as_str(),
            act.label.as_str(),
        ];
        let [treaty, participant, label] = fields;
        row(
            change.word(),
            "act",
            [treaty, participant, label, &before, &after],
        );
    }
    for consequence in &changes.consequences {
        match consequence {
            Consequence::Treaty {
                treaty,
                before,
                after,
            } => {
                let (before, after) = (force(before.as_ref()), force(after.as_ref()));
                row(
                    "consequence",
                    "treaty",
                    [treaty.as_str(), "", "", &before, &after],
                );
            }
            Consequence::Participant {
                treaty,
                participant,
                before,
                after,
            } => {
                let (before, after) = (intervals(before), intervals(after));
                let fields = [treaty.as_str(), participant.as_str(), "", &before, &after];
                row("consequence", "participant", fields);
            }
        }
    }
    rows
}

fn dates(act: Option<&Act>) -> String {
    let Some(act) = act else { return String::new() };
    match act.effect {
        Some(effect) if effect != act.date => format!("{} (effect {effect})", act.date),
        _ => act.date.to_string(),
    }
}

fn force(force: Option<&Force>) -> String {
    match force {
        None => "not held".to_owned(),
        Some(Force::InForce { since, .. }) => format!("in force {since}"),
        Some(Force::Undetermined {
            not_before: Some(bound),
            ..
        }) => format!("undetermined, not before {bound}"),
        Some(force) => state(force).to_owned(),
    }
}

fn intervals(intervals: &[Interval]) -> String {
    if intervals.is_empty() {
        return "no consent".to_owned();
    }
    let intervals: Vec<String> = intervals.iter().map(interval).collect();
    intervals.join("; ")
}

fn interval(interval: &Interval) -> String {
    let start = match interval.start {
        Start::On(day) => format!("from {day}"),
        Start::NotYet => format!("deposited {}, not in force", interval.deposited),
        Start::Never => format!("deposited {}, never in force", interval.deposited),
        Start::Undetermined(Some(bound)) => format!("undetermined, not before {bound}"),
        Start::Undetermined(None) => "undetermined".to_owned(),
    };
    match (interval.until, interval.end_unknown) {
        (None, _) => start,
        (Some(day), false) => format!("{start} until {day}"),
        (Some(day), true) => format!("{start}, not known after {day}"),
    }
}
