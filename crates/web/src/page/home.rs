//! The front page: one field to find a treaty or a party, how many treaties stand where, what happened
//! last, and the log.

use askama::Template;
use sponsio_record::Instant;

use crate::locale::{grouped, say};
use crate::page::asked::Asked;
use crate::page::event::{self, Told};
use crate::page::frame::{Frame, Section, short_digest};
use crate::page::record;
use crate::page::search::Search;
use crate::page::shown::{Entry, Shown};
use crate::page::tile::State;
use crate::page::way::{self, Way};
use crate::source::Head;

/// How many events the front page shows.
const EVENTS: usize = 8;

/// How many of each kind a search shows.
const FOUND_MOST: usize = 50;

#[derive(Template)]
#[template(path = "home.html")]
pub(crate) struct Home {
    p: Frame,
    is_empty: bool,
    way: Option<Way>,
    examples: Vec<(String, String)>,
    counts: Vec<(String, String, String)>,
    events: Vec<Told>,
    log: Option<LogFacts>,
}

#[derive(Template)]
#[template(path = "search.html")]
pub(crate) struct Found {
    p: Frame,
    treaties: Vec<Entry>,
    parties: Vec<(String, String)>,
    is_cut: bool,
}

/// The head of the log, in words.
pub(crate) struct LogFacts {
    pub(crate) size: String,
    pub(crate) root: String,
    pub(crate) recorded: Option<String>,
    pub(crate) witnesses: String,
}

impl LogFacts {
    pub(crate) fn of(shown: &Shown<'_>, head: &Head) -> Self {
        let words = shown.words();
        let size = usize::try_from(head.size).unwrap_or(usize::MAX);
        let witnesses = head.published.as_ref().map_or_else(
            || say!(words, "log-unpublished"),
            |published| match published.witnesses.len() {
                0 => say!(words, "log-no-witnesses"),
                of => {
                    let seen = published
                        .witnesses
                        .iter()
                        .filter(|(_, seen)| seen.is_some());
                    say!(words, "log-witnessed", count = seen.count(), of = of)
                }
            },
        );
        Self {
            size: say!(
                words,
                "log-entries",
                count = size,
                number = grouped(&size.to_string())
            ),
            root: short_digest(&head.root.to_string()),
            recorded: head.recorded.map(moment),
            witnesses,
        }
    }
}

/// Returns an instant for reading: `2026-11-22 06:00:00 UTC`.
pub(crate) fn moment(instant: Instant) -> String {
    let written = instant.to_string();
    let (day, time) = written.split_once('T').unwrap_or((&written, ""));
    let time = time.get(..8).unwrap_or(time);
    format!("{day} {time}\u{a0}UTC")
}

/// Returns the front page, or what a search found.
pub(crate) fn page(shown: &Shown<'_>, asked: &Asked) -> Result<String, askama::Error> {
    let search = Search::of(&asked.words);
    if !search.is_empty() {
        return found(shown, asked, &search).render();
    }
    let register = &shown.reading.register;
    let p = Frame::new(asked, Section::Home, shown.reading);
    let entries: Vec<Entry> = register
        .treaty_places()
        .map(|treaty| shown.entry(treaty, asked.at))
        .collect();
    let count = |names: &[&str]| {
        let among = entries
            .iter()
            .filter(|entry| names.contains(&entry.state.name()));
        among.count()
    };
    let words = p.words;
    let negotiated = register
        .conferences()
        .filter(|conference| register.treaty_place(conference.treaty()).is_none())
        .count();
    let counted = [
        (
            "home-in-force",
            count(&["in-force"]),
            "/t#in-force",
            "count-treaties",
        ),
        (
            "home-not-in-force",
            count(&["not-in-force"]),
            "/t#not-in-force",
            "count-treaties",
        ),
        (
            "home-ended",
            count(&["ended", "lapsed"]),
            "/t#ended",
            "count-treaties",
        ),
        (
            "home-undetermined",
            count(&["undetermined", "no-rule", "nothing-known"]),
            "/t#undetermined",
            "count-treaties",
        ),
        (
            "home-negotiated",
            negotiated,
            "/t#negotiated",
            "count-texts",
        ),
        (
            "home-statements",
            record::statements(shown, p.day).len(),
            "/s",
            "count-statements",
        ),
    ];
    let counts = counted
        .into_iter()
        .filter(|(label, count, ..)| *count > 0 || *label == "home-in-force")
        .map(|(label, count, path, unit)| {
            (p.t(label), p.link(path), say!(words, unit, count = count))
        })
        .collect();
    let treaty = entries
        .iter()
        .find(|entry| matches!(entry.state, State::InForce(_)))
        .map(|entry| (entry.title.clone(), p.link(format!("/t/{}", entry.id))));
    let party = register.parties().next().map(|party| {
        let code = &register.participant(party).id;
        (shown.name(party), p.link(format!("/p/{code}")))
    });
    let events = event::until(shown.reading, p.day);
    let events = events.iter().take(EVENTS);
    Home {
        way: way::furthest(shown, &p),
        is_empty: entries.is_empty(),
        examples: treaty.into_iter().chain(party).collect(),
        counts,
        events: events.map(|event| event.told(shown, words)).collect(),
        log: shown
            .reading
            .log
            .as_ref()
            .map(|head| LogFacts::of(shown, head)),
        p,
    }
    .render()
}

fn found(shown: &Shown<'_>, asked: &Asked, search: &Search) -> Found {
    let register = &shown.reading.register;
    let mut treaties: Vec<Entry> = register
        .treaty_places()
        .filter(|place| {
            let treaty = register.treaty(*place);
            search.finds(&[treaty.title(), treaty.id.as_str()])
        })
        .take(FOUND_MOST + 1)
        .map(|place| shown.entry(place, asked.at))
        .collect();
    let mut parties: Vec<(String, String)> = register
        .parties()
        .filter_map(|party| {
            let own = register.participant(party);
            let name = shown.name(party);
            let found = search.finds(&[&name, &own.name, own.id.as_str()]);
            found.then(|| (own.id.to_string(), name))
        })
        .take(FOUND_MOST + 1)
        .collect();
    let is_cut = treaties.len().max(parties.len()) > FOUND_MOST;
    treaties.truncate(FOUND_MOST);
    parties.truncate(FOUND_MOST);
    Found {
        p: Frame::new(asked, Section::Home, shown.reading),
        treaties,
        parties,
        is_cut,
    }
}
