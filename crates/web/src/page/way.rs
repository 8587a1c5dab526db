//! The way from words to law, as the front page shows it: what was said, the draft it led to, and what is
//! still missing for it to bind.

use sponsio_law::conference::StatementKind;
use sponsio_law::status::history::Force;

use crate::locale::say;
use crate::page::frame::Frame;
use crate::page::record::{self, Spoken};
use crate::page::road::{self, Step};
use crate::page::shown::Shown;
use crate::page::spoken::{self, Said};
use crate::page::statement::{Draft, drafted};

/// The way of one statement.
pub(crate) struct Way {
    pub(crate) road: Vec<Step>,
    pub(crate) said: Said,
    pub(crate) source: String,
    pub(crate) drafts: Vec<Draft>,
    pub(crate) checks: Vec<Check>,
}

/// Something that is there, or that is missing.
pub(crate) struct Check {
    /// The class of the style sheet: `ok`, `wait`, or nothing for what is open now.
    pub(crate) class: &'static str,
    pub(crate) words: String,
    pub(crate) path: Option<String>,
}

/// Returns the way of the words that came furthest, the latest first; nothing where nothing was said.
pub(crate) fn furthest(shown: &Shown<'_>, p: &Frame) -> Option<Way> {
    let all = record::statements(shown, p.day);
    let by = record::until(p.day);
    let reach = |one: &Spoken<'_>| {
        let has_draft = one.drafts(by).next().is_some();
        let is_adopted = has_draft
            && one
                .conference
                .adoption()
                .is_some_and(|found| found.at <= by);
        let assures = one.said.kind == StatementKind::Assurance;
        (is_adopted, has_draft, assures)
    };
    // Of those that came as far the first in the list is the latest: `max_by_key` would give the last.
    let best = all.iter().map(reach).max()?;
    let one = all.iter().find(|one| reach(one) == best)?;
    let source = one.conference.source(one.said.source).map(|source| {
        say!(
            p.words,
            "source-told",
            publisher = source.recorded.publisher.as_str(),
            day = source.recorded.date,
            language =
                crate::page::account::language_name(p.words, source.recorded.language.as_str())
        )
    });
    Some(Way {
        road: road::of_words(shown, p, one),
        said: spoken::listed(shown, p, one),
        source: source.unwrap_or_default(),
        drafts: one
            .drafts(by)
            .take(2)
            .map(|draft| drafted(p, one, draft))
            .collect(),
        checks: checks(shown, p, one),
    })
}

/// What there is, and what is missing, in the order of the road.
fn checks(shown: &Shown<'_>, p: &Frame, one: &Spoken<'_>) -> Vec<Check> {
    let (words, by) = (p.words, record::until(p.day));
    let check = |class, words: String, path: Option<String>| Check { class, words, path };
    let lacking = |class, key: &str| check(class, say!(words, key), None);
    if one.drafts(by).next().is_none() {
        return vec![
            lacking("", "lack-draft"),
            lacking("wait", "lack-adoption"),
            lacking("wait", "lack-signature"),
        ];
    }
    let mut checks = vec![check("ok", say!(words, "have-draft"), None)];
    let adoption = one
        .conference
        .adoption()
        .filter(|adoption| adoption.at <= by);
    let Some(adoption) = adoption else {
        checks.extend([
            lacking("", "lack-adoption"),
            lacking("wait", "lack-signature"),
        ]);
        return checks;
    };
    let id = one.conference.treaty();
    let text = p.link(format!("/t/{id}/text"));
    let adopted = say!(words, "have-adoption", day = adoption.adopted.done);
    checks.push(check("ok", adopted, Some(text)));
    let register = &shown.reading.register;
    let Some(treaty) = register.treaty_place(id) else {
        checks.push(lacking("", "lack-signature"));
        return checks;
    };
    let path = Some(p.link(format!("/t/{id}")));
    let history = shown.reading.history(treaty);
    let is_there = |since| p.day.is_some_and(|day| since <= day);
    match history.force() {
        Force::InForce { since, .. } if is_there(*since) => {
            checks.push(check("ok", say!(words, "have-force", day = *since), path));
        }
        _ => checks.push(check("", say!(words, "lack-force"), path)),
    }
    checks
}
