//! Whether and when something is in force, in a few words, for lists and comparisons.

use sponsio_law::status::consequence::Interval;
use sponsio_law::status::history::{Force, Start};

use crate::wording::{Voice, say};

/// Returns the state of a treaty in a few words; a register may not hold it.
pub fn force(voice: Voice<'_>, force: Option<&Force>) -> String {
    let words = voice.words;
    match force {
        None => say!(words, "state-unheld"),
        Some(Force::InForce { since, .. }) => say!(words, "state-since", day = *since),
        Some(Force::NotInForce) => say!(words, "state-not"),
        Some(Force::Undetermined {
            not_before: Some(day),
            ..
        }) => {
            say!(words, "state-undetermined-from", day = *day)
        }
        Some(Force::Undetermined {
            not_before: None, ..
        }) => say!(words, "state-undetermined"),
        Some(Force::NoRule) => say!(words, "state-no-rule"),
    }
}

/// Returns during which times a participant is bound, in a few words.
pub fn intervals(voice: Voice<'_>, intervals: &[Interval]) -> String {
    if intervals.is_empty() {
        return say!(voice.words, "state-none");
    }
    let said: Vec<String> = intervals.iter().map(|one| interval(voice, one)).collect();
    said.join("; ")
}

fn interval(voice: Voice<'_>, interval: &Interval) -> String {
    let words = voice.words;
    match (interval.start, interval.until) {
        (Start::On(day), None) => say!(words, "state-since", day = day),
        (Start::On(day), Some(end)) if interval.end_unknown => {
            say!(words, "state-until-unknown", start = day, end = end)
        }
        (Start::On(day), Some(end)) => say!(words, "state-until", start = day, end = end),
        (Start::NotYet, _) => say!(words, "state-not"),
        (Start::Never, _) => say!(words, "state-never"),
        (Start::Undetermined(Some(day)), _) => say!(words, "state-undetermined-from", day = day),
        (Start::Undetermined(None), _) => say!(words, "state-undetermined"),
    }
}
