//! A promise in a list: what it says, its legal force, who owes it, and how.

use sponsio_law::guarantee::{Coverage, Row};

use crate::locale::say;
use crate::page::frame::{Frame, coverage_path};
use crate::page::shown::Shown;
use crate::wording::Promises;

/// A promise.
pub(crate) struct Promised {
    pub(crate) name: String,
    pub(crate) sentence: String,
    /// Its legal force, whether that is law, and what else is known of it in a word.
    pub(crate) force: String,
    pub(crate) is_law: bool,
    pub(crate) tags: Vec<String>,
    /// How many of those who are named are bound.
    pub(crate) bound: String,
    /// The title and the path of its treaty, in a list over several.
    pub(crate) treaty: Option<(String, String)>,
}

/// Returns the promises of a matrix, at most so many.
pub(crate) fn listed(
    shown: &Shown<'_>,
    p: &Frame,
    coverage: &Coverage,
    said: &Promises,
    with_treaty: bool,
    most: usize,
) -> Vec<Promised> {
    let rows = coverage.rows.iter().zip(&said.promises).take(most);
    rows.map(|(row, sentence)| {
        let mut promised = one(shown, p, coverage, row);
        promised.sentence = without_name(sentence, &promised.name);
        promised.treaty = promised.treaty.filter(|_| with_treaty);
        promised
    })
    .collect()
}

/// Returns a sentence without the name that stands in the heading above it.
pub(crate) fn without_name(sentence: &str, name: &str) -> String {
    let rest = sentence.strip_prefix(name);
    let rest = rest.and_then(|rest| rest.strip_prefix(". "));
    rest.unwrap_or(sentence).to_owned()
}

fn one(shown: &Shown<'_>, p: &Frame, coverage: &Coverage, row: &Row) -> Promised {
    let (words, promise) = (p.words, &row.promise);
    let found = coverage.collectivity(row);
    let treaty = coverage.treaties.get(row.treaty).map(|covered| {
        let treaty = shown.reading.register.treaty(covered.history.treaty);
        (treaty.title().to_owned(), coverage_path(treaty.id.as_str()))
    });
    let mut bound = say!(
        words,
        "promise-bound",
        count = found.bound,
        named = found.named
    );
    if found.unknown > 0 {
        bound.push(' ');
        bound.push_str(&say!(words, "promise-unknown", count = found.unknown));
    }
    Promised {
        name: promise.name.clone(),
        sentence: String::new(),
        force: say!(words, &format!("force-{}", promise.legal_force().label())),
        is_law: promise.legal_force().is_law(),
        tags: vec![
            say!(words, &format!("sense-{}", promise.sense.label())),
            say!(words, &format!("mode-{}", promise.mode.label())),
        ],
        bound,
        treaty,
    }
}
