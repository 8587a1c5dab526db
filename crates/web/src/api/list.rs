//! Long lists of the API, page by page: who takes part, what happened. A cursor says where the next page
//! begins; whoever keeps it need not understand it.

use serde_json::{Value, json};

use crate::api::{day, with_head};
use crate::page::asked::{Asked, Wrong};
use crate::page::event::{self, What};
use crate::page::shown::Shown;
use crate::page::trouble::Trouble;

/// How many are on a page.
pub(crate) const PER_PAGE: usize = 100;

/// A page of a list.
pub(crate) struct Page<T> {
    pub(crate) items: Vec<T>,
    /// The cursor of the next page; absent on the last.
    pub(crate) next: Option<String>,
}

/// Returns the page that is asked for.
pub(crate) fn page<T>(asked: &Asked, all: impl IntoIterator<Item = T>) -> Result<Page<T>, Trouble> {
    let mut own = asked.own.iter().filter(|(name, _)| *name == "cursor");
    let from: usize = match own.next() {
        Some((_, cursor)) => cursor
            .parse()
            .map_err(|_| Trouble::Wrong(Wrong::Cursor(cursor.clone())))?,
        None => 0,
    };
    let mut rest = all.into_iter().skip(from);
    let items: Vec<T> = rest.by_ref().take(PER_PAGE).collect();
    let next = rest
        .next()
        .map(|_| from.saturating_add(PER_PAGE).to_string());
    Ok(Page { items, next })
}

/// Returns the participants in the order in which the register came to know them.
pub(crate) fn participants(shown: &Shown<'_>, asked: &Asked) -> Result<Value, Trouble> {
    let register = &shown.reading.register;
    let page = page(asked, register.parties())?;
    let participants = page.items.iter().map(|party| {
        let own = register.participant(*party);
        json!({
            "id": own.id.as_str(),
            "name": shown.name(*party),
            "kind": own.kind.label(),
        })
    });
    let participants: Vec<Value> = participants.collect();
    Ok(with_head(
        shown.reading,
        json!({ "participants": participants, "next": page.next }),
    ))
}

/// Returns what happened by the day, the latest first.
pub(crate) fn events(shown: &Shown<'_>, asked: &Asked) -> Result<Value, Trouble> {
    let register = &shown.reading.register;
    let until = asked.at.or_else(|| shown.reading.day());
    let page = page(asked, event::until(shown.reading, until))?;
    let events = page.items.iter().map(|event| {
        let (participant, what, digest) = match event.what {
            What::Act(act) => (
                Some(act.participant.as_str()),
                act.label.as_str(),
                Some(act.digest().cited()),
            ),
            What::Force => (None, "entry-into-force", None),
            What::End => (None, "end", None),
        };
        json!({
            "day": event.day.to_string(),
            "treaty": register.treaty(event.treaty).id.as_str(),
            "participant": participant,
            "event": what,
            "act": digest,
        })
    });
    let events: Vec<Value> = events.collect();
    Ok(with_head(
        shown.reading,
        json!({ "at": day(until), "events": events, "next": page.next }),
    ))
}

/// Returns the head of the log, with who has seen it.
pub(crate) fn log(shown: &Shown<'_>) -> Value {
    let published = shown
        .reading
        .log
        .as_ref()
        .and_then(|head| head.published.as_ref());
    let published = published.map(|published| {
        let witnesses = published
            .witnesses
            .iter()
            .map(|(name, seen)| json!({ "name": name, "cosigned": seen.map(|at| at.to_string()) }));
        json!({
            "size": published.size,
            "note": published.note,
            "quorum": published.quorum,
            "witnesses": witnesses.collect::<Vec<_>>(),
        })
    });
    let head = shown.reading.log.as_ref();
    with_head(
        shown.reading,
        json!({
            "recorded": head.and_then(|head| head.recorded).map(|at| at.to_string()),
            "key": head.and_then(|head| head.key.clone()),
            "published": published,
        }),
    )
}
