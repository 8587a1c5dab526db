//! The statements that were confirmed: what was said, by whom, as what it is held.

use askama::Template;
use sponsio_law::conference::StatementKind;

use crate::locale::say;
use crate::page::asked::Asked;
use crate::page::frame::{Frame, Section};
use crate::page::record::{self, Spoken};
use crate::page::search::Search;
use crate::page::shown::Shown;
use crate::page::tile::State;

/// How many statements stand on a page.
const PER_PAGE: usize = 50;

#[derive(Template)]
#[template(path = "statements.html")]
pub(crate) struct Statements {
    p: Frame,
    note: String,
    is_empty: bool,
    said: Vec<Said>,
    more: Option<String>,
}

/// A statement in a list.
pub(crate) struct Said {
    pub(crate) path: String,
    pub(crate) day: String,
    pub(crate) speaker: String,
    pub(crate) words: String,
    pub(crate) lang: String,
    pub(crate) dir: &'static str,
    pub(crate) kind: String,
    pub(crate) level: String,
    pub(crate) flags: Vec<String>,
    pub(crate) led_to: String,
}

/// Returns the page.
pub(crate) fn page(shown: &Shown<'_>, asked: &Asked) -> Result<String, askama::Error> {
    let p = Frame::new(asked, Section::Statements, shown.reading);
    let mut all = record::statements(shown, p.day);
    let of = all.len();
    let search = Search::of(&asked.words);
    if !search.is_empty() {
        all.retain(|one| search.finds(&[&one.said.speaker, &one.words(), &one.said.office]));
    }
    let from = (asked.page - 1).saturating_mul(PER_PAGE);
    let next = from.saturating_add(PER_PAGE);
    let more = (next < all.len()).then(|| p.link(format!("/s?page={}", asked.page + 1)));
    let said = all.iter().skip(from).take(PER_PAGE);
    let said: Vec<Said> = said.map(|one| listed(shown, &p, one)).collect();
    Statements {
        note: say!(p.words, "rows-shown", count = said.len(), of = of),
        is_empty: of == 0,
        said,
        more,
        p,
    }
    .render()
}

/// Returns a statement as it stands in a list.
pub(crate) fn listed(shown: &Shown<'_>, p: &Frame, one: &Spoken<'_>) -> Said {
    let (words, by) = (p.words, record::until(p.day));
    let source = one.conference.source(one.said.source);
    let language = source.map(|source| &source.recorded.language);
    let mut flags = Vec::new();
    let mut flag = |is: bool, key: &str| flags.extend(is.then(|| say!(words, key)));
    flag(
        source.is_some_and(|source| source.recorded.fictional),
        "flag-fictional",
    );
    flag(!one.said.doubtful.is_empty(), "flag-doubtful");
    flag(one.said.kind == StatementKind::Readiness, "flag-offer");
    flag(
        !record::other_views(one.held, by).is_empty(),
        "flag-contested",
    );
    Said {
        path: one.path(),
        day: one.day().map(|day| words.day(day)).unwrap_or_default(),
        speaker: speaker(shown, one),
        words: one.words(),
        lang: language
            .map(|tag| tag.as_str().to_owned())
            .unwrap_or_default(),
        dir: direction(language),
        kind: kind(p, one.said.kind),
        level: say!(
            words,
            &format!("level-{}", record::level(one.held, by).label())
        ),
        flags,
        led_to: led_to(shown, p, one),
    }
}

/// Returns who spoke, with the party and the office where they are known.
pub(crate) fn speaker(shown: &Shown<'_>, one: &Spoken<'_>) -> String {
    let party = one
        .said
        .party
        .as_ref()
        .map(|code| record::name(shown, code));
    let office = Some(one.said.office.clone()).filter(|office| !office.is_empty());
    let all = [Some(one.said.speaker.clone()), office, party];
    all.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// Returns the word of a kind of statement.
pub(crate) fn kind(p: &Frame, kind: StatementKind) -> String {
    say!(p.words, &format!("said-{}", kind.label()))
}

/// Returns the direction of a language, as `dir` wants it.
pub(crate) fn direction(language: Option<&sponsio_text::Language>) -> &'static str {
    match language.map(sponsio_text::Language::direction) {
        Some(sponsio_text::Direction::RightToLeft) => "rtl",
        Some(sponsio_text::Direction::LeftToRight) => "ltr",
        None => "auto",
    }
}

/// How far words came on the road to law.
pub(crate) fn led_to(shown: &Shown<'_>, p: &Frame, one: &Spoken<'_>) -> String {
    let by = record::until(p.day);
    if one.drafts(by).next().is_none() {
        return say!(p.words, "led-to-nothing");
    }
    let adoption = one
        .conference
        .adoption()
        .filter(|adoption| adoption.at <= by);
    if adoption.is_none() {
        return say!(p.words, "led-to-draft");
    }
    let register = &shown.reading.register;
    let Some(treaty) = register.treaty_place(one.conference.treaty()) else {
        return say!(p.words, "led-to-adopted");
    };
    let history = shown.reading.history(treaty);
    let horizon = history.horizon(register);
    let day = p.day.or(horizon);
    let state = day.map_or(State::NothingKnown, |day| State::of(history, horizon, day));
    if let State::InForce(since) = state {
        say!(p.words, "led-to-force", day = since)
    } else {
        say!(p.words, "led-to-adopted")
    }
}
