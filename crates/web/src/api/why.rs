//! Why something is so, for programs: the derivation of an answer, line by line.

use serde_json::{Value, json};
use sponsio_law::calendar::Date;
use sponsio_law::register::{PartyIndex, TreatyIndex};

use crate::api::{day, with_head};
use crate::page::shown::Shown;
use crate::wording::Account;

/// Returns why a treaty is, or is not, in force.
pub(crate) fn treaty(shown: &Shown<'_>, treaty: TreatyIndex, at: Option<Date>) -> Value {
    let register = &shown.reading.register;
    let history = shown.reading.history(treaty);
    let of = shown.day_for(treaty, at);
    let entry = shown.entry(treaty, at);
    let said = of.map(|of| shown.wording.treaty(shown.language, register, history, of));
    let answer = json!({
        "treaty": entry.id,
        "at": day(of),
        "state": entry.state.name(),
        "in_force_since": day(entry.state.since()),
        "derivation": said.as_ref().map(told),
    });
    with_head(shown.reading, answer)
}

/// Returns why a participant stands where it stands.
pub(crate) fn participant(
    shown: &Shown<'_>,
    treaty: TreatyIndex,
    party: PartyIndex,
    at: Option<Date>,
) -> Value {
    let register = &shown.reading.register;
    let history = shown.reading.history(treaty);
    let of = shown.day_for(treaty, at);
    let stands = of.map(|of| {
        let row = shown.row(treaty, party, of);
        let said = shown
            .wording
            .participant(shown.language, register, history, party, of);
        (row.label, row.since, said)
    });
    let (label, since, said) = match stands {
        Some((label, since, said)) => (Some(label), since, Some(said)),
        None => (None, None, None),
    };
    let answer = json!({
        "treaty": register.treaty(treaty).id.as_str(),
        "participant": register.participant(party).id.as_str(),
        "at": day(of),
        "status": label,
        "since": day(since),
        "derivation": said.as_ref().map(told),
    });
    with_head(shown.reading, answer)
}

fn told(account: &Account) -> Value {
    let lines = account
        .lines
        .iter()
        .map(|line| json!({ "kind": line.kind, "label": line.label, "text": line.text }));
    json!({
        "language": account.language.tag(),
        "because": account.because,
        "lines": lines.collect::<Vec<_>>(),
    })
}
