//! Histories as JSON: the entry into force of a treaty, and what each consent brings about.

use serde_json::{Value, json};

use sponsio_law::clause::explain::Reason;
use sponsio_law::register::Register;
use sponsio_law::status::history::{Effect, Force, History, Start};
use sponsio_law::status::live::End;

use crate::json::{act, day, derivation};

/// Returns whether and since when a treaty is in force, from its clauses and acts alone.
pub fn force(register: &Register, history: &History, force: &Force) -> Value {
    let (trigger, not_before, reasons): (_, _, &[Reason]) = match force {
        Force::InForce { trigger, .. } => (*trigger, None, &[]),
        Force::Undetermined {
            not_before,
            reasons,
        } => (None, *not_before, reasons),
        Force::NotInForce | Force::NoRule => (None, None, &[]),
    };
    let treaty = register.treaty(history.treaty);
    let reasons = reasons
        .iter()
        .map(|reason| derivation::reason(treaty, reason));
    json!({
        "state": state(force),
        "date": day(force.since()),
        "trigger": day(trigger),
        "not_before": day(not_before),
        "reasons": reasons.collect::<Vec<_>>(),
    })
}

/// Returns the days after entry into force on which a treaty is not in force, or may not be, and how
/// they follow.
pub fn lapses(register: &Register, history: &History) -> Value {
    let treaty = register.treaty(history.treaty);
    let lapses = history.lapses.iter().map(derivation::lapse);
    json!({
        "ended": day(history.ended()),
        "days": lapses.collect::<Vec<_>>(),
        "steps": derivation::steps(treaty, &history.lapse_steps),
    })
}

/// Returns whether and since when a treaty is provisionally in force; null where no clause says that
/// it may be (EIF-13).
pub fn provisional(register: &Register, history: &History) -> Value {
    let treaty = register.treaty(history.treaty);
    history.provisional.as_ref().map_or(Value::Null, |it| {
        json!({
            "force": force(register, history, &it.force),
            "until": day(it.until),
            "until_unknown_from": day(it.doubtful),
            "steps": derivation::steps(treaty, &it.steps),
        })
    })
}

/// Returns the word for a state of a treaty, in data and tables alike.
pub const fn state(force: &Force) -> &'static str {
    match force {
        Force::InForce { .. } => "in force",
        Force::NotInForce => "not in force",
        Force::Undetermined { .. } => "undetermined",
        Force::NoRule => "no rule",
    }
}

/// Returns what one interval of consent brings about, with its derivation.
pub fn effect(register: &Register, history: &History, effect: &Effect) -> Value {
    let treaty = register.treaty(history.treaty);
    let consent = &effect.consent;
    let (end, until) = match consent.end {
        End::Open => ("open", None),
        End::Day(until, _) => ("on", Some(until)),
        End::UnknownFrom(from, _) => ("unknown-from", Some(from)),
    };
    json!({
        "participant": register.participant(consent.party).id.as_str(),
        "act": act::cited(treaty, consent.act),
        "deposited": consent.deposited.to_string(),
        "start": start(effect.start),
        "end": { "kind": end, "day": day(until) },
        "steps": derivation::steps(treaty, &effect.steps),
        "end_steps": derivation::steps(treaty, &consent.end_steps),
    })
}

/// Returns since when a treaty is in force for somebody; where that is undetermined, the day is the
/// earliest possible one.
pub fn start(start: Start) -> Value {
    let (kind, date) = match start {
        Start::On(date) => ("on", Some(date)),
        Start::NotYet => ("not-yet", None),
        Start::Never => ("never", None),
        Start::Undetermined(not_before) => ("undetermined", not_before),
    };
    json!({"kind": kind, "day": day(date)})
}
