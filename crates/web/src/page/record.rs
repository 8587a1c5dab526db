//! The record of conferences as the public may read it: confirmed statements alone, by a day.

use alloc::collections::BTreeSet;

use sponsio_law::calendar::{self, Date};
use sponsio_law::conference::{Conference, DraftProvision, Level, RecordedStatement, Statement};
use sponsio_record::{ActId, Instant, ParticipantId};

use crate::page::shown::Shown;

/// A confirmed statement.
#[derive(Clone, Copy)]
pub(crate) struct Spoken<'a> {
    pub(crate) conference: &'a Conference,
    pub(crate) held: &'a RecordedStatement,
    pub(crate) said: &'a Statement,
}

/// Returns the last instant of a day, UTC; without a day the last there is.
pub(crate) fn until(day: Option<Date>) -> Instant {
    let end = day.and_then(|day| format!("{day}T23:59:59Z").parse().ok());
    end.unwrap_or(Instant::MAX)
}

/// Returns the day of an instant, UTC.
pub(crate) fn day_of(at: Instant) -> Option<Date> {
    calendar::parse(at.to_string().get(..10)?)
}

/// Returns the statements that were confirmed by a day, the latest said first.
pub(crate) fn statements<'a>(shown: &Shown<'a>, day: Option<Date>) -> Vec<Spoken<'a>> {
    let conferences = shown.reading.register.conferences();
    let mut all: Vec<Spoken<'a>> = conferences
        .flat_map(|conference| {
            let statements = conference.statements().iter();
            statements.filter_map(move |held| spoken(conference, held, day))
        })
        .collect();
    all.sort_by_key(|one| core::cmp::Reverse((one.day(), one.held.at)));
    all
}

/// Returns the statement of a mark, if it was confirmed by a day.
pub(crate) fn statement<'a>(shown: &Shown<'a>, id: &str, day: Option<Date>) -> Option<Spoken<'a>> {
    let of: ActId = id.parse().ok()?;
    let mut conferences = shown.reading.register.conferences();
    conferences.find_map(|conference| spoken(conference, conference.statement(of)?, day))
}

/// What no second reader has confirmed is not there for the public.
fn spoken<'a>(
    conference: &'a Conference,
    held: &'a RecordedStatement,
    day: Option<Date>,
) -> Option<Spoken<'a>> {
    let said = held.public()?;
    let (_, confirmed) = held.confirmed.as_ref()?;
    (*confirmed <= until(day)).then_some(Spoken {
        conference,
        held,
        said,
    })
}

impl<'a> Spoken<'a> {
    /// Returns the day on which it was said, or else under which it was reported.
    pub(crate) fn day(&self) -> Option<Date> {
        let source = self.conference.source(self.said.source);
        self.said.date.or(source.map(|source| source.recorded.date))
    }

    /// Returns its words, as one line.
    pub(crate) fn words(&self) -> String {
        let quotes = self.said.quotes.iter().map(|quote| quote.text.as_str());
        quotes.collect::<Vec<_>>().join(" … ")
    }

    /// Returns the drafts that rest on it by an instant.
    pub(crate) fn drafts(&self, by: Instant) -> impl Iterator<Item = &'a DraftProvision> {
        let of = self.held.id;
        let drafts = self.conference.drafts().iter();
        drafts.filter(move |draft| {
            draft.at <= by && draft.drafted.from.iter().any(|passage| passage.of == of)
        })
    }

    /// Returns the path of its page.
    pub(crate) fn path(&self) -> String {
        format!("/s/{}", self.held.id)
    }
}

/// Returns the name of a participant of a record, which may be one that the register does not know.
pub(crate) fn name(shown: &Shown<'_>, code: &ParticipantId) -> String {
    let place = shown.reading.register.party(code);
    place.map_or_else(|| code.to_string(), |place| shown.name(place))
}

/// Returns as what a statement was held by an instant, in the record's view.
pub(crate) fn level(held: &RecordedStatement, by: Instant) -> Level {
    last_level(held, None, by).unwrap_or(Level::Report)
}

/// Returns the views that differed from that of the record by an instant.
pub(crate) fn other_views(held: &RecordedStatement, by: Instant) -> Vec<(&ParticipantId, Level)> {
    let record = level(held, by);
    let views = held
        .levels
        .iter()
        .filter_map(|change| change.given.view.as_ref());
    let views: BTreeSet<&ParticipantId> = views.collect();
    let levels = views.into_iter().filter_map(|view| {
        let level = last_level(held, Some(view), by)?;
        Some((view, level))
    });
    levels.filter(|(_, level)| *level != record).collect()
}

fn last_level(
    held: &RecordedStatement,
    view: Option<&ParticipantId>,
    by: Instant,
) -> Option<Level> {
    let mut changes = held.levels.iter().rev();
    let last = changes.find(|change| change.at <= by && change.given.view.as_ref() == view);
    last.map(|change| change.given.level)
}
