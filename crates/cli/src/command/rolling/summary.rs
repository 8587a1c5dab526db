//! What is still open, in a few lines.

use serde_json::{Value, json};

use sponsio_text::{Figures, ProvisionId, Rolling};

use crate::command::rolling::printed::place_of;
use crate::wording::{Words, say};

/// How many readings with one supporter are named.
const MOST_NAMED: usize = 12;

/// Returns the figures of a rolling text as lines.
pub(super) fn summary(words: &Words, made: &Rolling) -> String {
    lines(words, made).join("\n") + "\n"
}

/// Returns the figures one by one.
pub(super) fn lines(words: &Words, made: &Rolling) -> Vec<String> {
    let figures = made.figures();
    let mut lines = vec![
        say!(
            words,
            "rolling-figures",
            provisions = figures.provisions,
            bracketed = figures.bracketed.len(),
            sites = figures.sites,
            readings = figures.readings
        ),
        say!(
            words,
            "rolling-words",
            contested = figures.contested_words,
            all = figures.all_words
        ),
    ];
    if !figures.alternatives.is_empty() || !figures.inserted.is_empty() {
        lines.push(say!(
            words,
            "rolling-structure",
            alternatives = figures.alternatives.len(),
            inserted = figures.inserted.len()
        ));
    }
    for (code, share) in &figures.delegations {
        lines.push(say!(
            words,
            "rolling-delegation",
            code = code.as_str(),
            open = share.open,
            equal = share.equal,
            words = share.words
        ));
    }
    if figures.of_chair > 0 {
        lines.push(say!(words, "rolling-of-chair", count = figures.of_chair));
    }
    if !figures.alone.is_empty() {
        let named = figures
            .alone
            .iter()
            .take(MOST_NAMED)
            .map(|(id, code)| format!("{} ({code})", place_of(&made.expression, *id)));
        let named: Vec<String> = named.collect();
        let more = figures.alone.len().saturating_sub(MOST_NAMED);
        lines.push(say!(
            words,
            "rolling-alone",
            count = figures.alone.len(),
            named = named.join("; "),
            more = more
        ));
    }
    lines
}

/// Returns figures as data.
pub(super) fn data(figures: &Figures) -> Value {
    let delegations = figures.delegations.iter().map(|(code, share)| {
        (
            code.to_string(),
            json!({ "open": share.open, "words": share.words, "equal_to_base": share.equal }),
        )
    });
    json!({
        "words": figures.words,
        "sites": figures.sites,
        "readings": figures.readings,
        "contested_words": figures.contested_words,
        "all_words": figures.all_words,
        "provisions": figures.provisions,
        "bracketed": ids(figures.bracketed.iter()),
        "alternatives": ids(figures.alternatives.iter()),
        "inserted": ids(figures.inserted.iter()),
        "one_supporter": figures
            .alone
            .iter()
            .map(|(id, code)| json!({ "provision": id.as_str(), "delegation": code.as_str() }))
            .collect::<Vec<_>>(),
        "of_chair": figures.of_chair,
        "delegations": delegations.collect::<serde_json::Map<_, _>>(),
    })
}

fn ids<'a>(ids: impl Iterator<Item = &'a ProvisionId>) -> Vec<&'a str> {
    ids.map(ProvisionId::as_str).collect()
}
