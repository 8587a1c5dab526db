//! Everything that happened, the latest first, fifty to a page.

use askama::Template;

use crate::locale::say;
use crate::page::asked::Asked;
use crate::page::event::{self, Told};
use crate::page::frame::{Frame, Section};
use crate::page::shown::Shown;

const PER_PAGE: usize = 50;

#[derive(Template)]
#[template(path = "events.html")]
pub(crate) struct Events {
    p: Frame,
    note: String,
    told: Vec<Told>,
    earlier: Option<String>,
    later: Option<String>,
}

/// Returns the page; a page after the last is empty and says so.
pub(crate) fn page(shown: &Shown<'_>, asked: &Asked) -> Result<String, askama::Error> {
    let p = Frame::new(asked, Section::Events, shown.reading);
    let all = event::until(shown.reading, p.day);
    let from = (asked.page - 1).saturating_mul(PER_PAGE);
    let told: Vec<Told> = all
        .iter()
        .skip(from)
        .take(PER_PAGE)
        .map(|event| event.told(shown, p.words))
        .collect();
    let to = |page: usize| p.link(format!("/events?page={page}"));
    Events {
        note: say!(p.words, "rows-shown", count = told.len(), of = all.len()),
        earlier: (from + told.len() < all.len()).then(|| to(asked.page + 1)),
        later: (asked.page > 1).then(|| to(asked.page - 1)),
        told,
        p,
    }
    .render()
}
