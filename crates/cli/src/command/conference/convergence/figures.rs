//! The figures of rounds: as sentences, as data, as rows.

use serde_json::{Value, json};

use sponsio_depositary::{RoundFigures, RoundText};
use sponsio_law::conference::LeftOut;
use sponsio_record::ActId;
use sponsio_text::markup::print;
use sponsio_text::{ProvisionId, Rolling};

use super::agreed_permille;
use crate::command::rolling::Hypothesis;
use crate::failure::Failure;
use crate::picture::percent;
use crate::print::Console;
use crate::wording::{Words, say};

const COLUMNS: [&str; 19] = [
    "round",
    "at",
    "words",
    "contested_words",
    "all_words",
    "sites",
    "readings",
    "provisions",
    "bracketed",
    "alone",
    "reservations",
    "placeholders",
    "tabled",
    "open",
    "agreed",
    "places",
    "persisting",
    "resolved",
    "new",
];

/// Returns one round in a sentence or two.
pub(super) fn sentence(words: &Words, round: &RoundFigures) -> String {
    let hundredths = |permille: usize| u32::try_from(permille * 10).unwrap_or(u32::MAX);
    let said = |permille: usize| percent(words, hundredths(permille));
    let (text, procedure) = (&round.text, &round.procedure);
    let mut line = say!(
        words,
        "convergence-round",
        round = &round.round,
        contested = said(text.contested_permille()),
        sites = text.sites,
        readings = text.readings,
        unbracketed = said(text.unbracketed_permille()),
        agreed = said(agreed_permille(round)),
        tabled = procedure.tabled,
        open = procedure.open
    );
    if let Some(since) = &round.since {
        line += " ";
        line += &say!(
            words,
            "convergence-since",
            resolved = since.resolved,
            new = since.new,
            persisting = since.persisting
        );
    }
    line
}

fn ids<'a>(ids: impl IntoIterator<Item = &'a ProvisionId>) -> Vec<&'a str> {
    ids.into_iter().map(ProvisionId::as_str).collect()
}

fn left_out(left_out: &[(ActId, LeftOut)]) -> Value {
    let all = left_out.iter().map(|(of, why)| {
        let why = match why {
            LeftOut::Sealed => "sealed",
            LeftOut::OtherLanguage(_) => "other-language",
            LeftOut::Words { .. } => "words",
            LeftOut::NotOne(_) => "not-one",
            LeftOut::Contested(_) => "contested",
            LeftOut::Unfit(..) => "unfit",
            LeftOut::Incomplete(_) => "incomplete",
        };
        json!({ "proposal": of.to_string(), "why": why })
    });
    all.collect()
}

/// Returns the figures with the provisions behind them.
pub(super) fn data(rounds: &[RoundFigures]) -> Value {
    let rounds = rounds.iter().map(|round| {
        let text = &round.text;
        let delegations = text.delegations.iter().map(|(code, share)| {
            let share = json!({ "open": share.open, "equal": share.equal, "words": share.words });
            (code.to_string(), share)
        });
        json!({
            "round": round.round,
            "at": round.at.to_string(),
            "text": {
                "words": text.words,
                "all_words": text.all_words,
                "contested_words": text.contested_words,
                "contested_permille": text.contested_permille(),
                "sites": text.sites,
                "readings": text.readings,
                "provisions": text.provisions,
                "unbracketed_permille": text.unbracketed_permille(),
                "bracketed": ids(&text.bracketed),
                "alternatives": ids(&text.alternatives),
                "inserted": ids(&text.inserted),
                "alone": text.alone.iter().map(|(id, code)| json!({
                    "provision": id.as_str(),
                    "by": code.as_str(),
                })).collect::<Vec<_>>(),
                "reservations": text.reservations.len(),
                "placeholders": text.placeholders.len(),
                "delegations": delegations.collect::<serde_json::Map<_, _>>(),
            },
            "procedure": crate::command::conference::show::round::figures(&round.procedure),
            "since": round.since.map(|since| json!({
                "persisting": since.persisting,
                "resolved": since.resolved,
                "new": since.new,
            })),
            "left_out": left_out(&round.left_out),
        })
    });
    json!({ "rounds": rounds.collect::<Vec<_>>() })
}

/// Returns a rolling text as data: its source form, what is supposed, and what is not in it.
pub(super) fn text(found: &RoundText, rolling: &Rolling, supposed: Option<&Hypothesis>) -> Value {
    let overrides = rolling.overrides.iter().map(|own| {
        json!({
            "member": own.member.as_str(),
            "group": own.group.as_str(),
            "provision": own.provision.as_str(),
        })
    });
    json!({
        "language": found.base.language.as_str(),
        "text": print(&rolling.expression),
        "overrides": overrides.collect::<Vec<_>>(),
        "supposition": supposed.map(Hypothesis::data),
        "left_out": left_out(&found.left_out),
    })
}

/// Writes the figures as rows, one for each round.
pub(super) fn csv(rounds: &[RoundFigures], console: &mut Console<'_>) -> Result<(), Failure> {
    let rows = rounds.iter().map(|round| {
        let (text, procedure) = (&round.text, &round.procedure);
        let since = |count: fn(&sponsio_text::Convergence) -> usize| {
            round
                .since
                .as_ref()
                .map_or_else(String::new, |since| count(since).to_string())
        };
        let number = |count: usize| count.to_string();
        [
            round.round.clone(),
            round.at.to_string(),
            number(text.words),
            number(text.contested_words),
            number(text.all_words),
            number(text.sites),
            number(text.readings),
            number(text.provisions),
            number(text.bracketed.len()),
            number(text.alone.len()),
            number(text.reservations.len()),
            number(text.placeholders.len()),
            number(procedure.tabled),
            number(procedure.open),
            number(procedure.agreed),
            number(procedure.places),
            since(|one| one.persisting),
            since(|one| one.resolved),
            since(|one| one.new),
        ]
    });
    console.csv(COLUMNS, rows)
}
