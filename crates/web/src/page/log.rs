//! The log: how much there is, who has seen it, and how anybody can check and copy it.

use askama::Template;

use crate::locale::say;
use crate::page::asked::Asked;
use crate::page::frame::{Frame, Section};
use crate::page::home::{LogFacts, moment};
use crate::page::shown::Shown;
use crate::source::Head;

#[derive(Template)]
#[template(path = "log.html")]
pub(crate) struct Log {
    p: Frame,
    head: Option<Head>,
    facts: Option<LogFacts>,
    behind: Option<String>,
    witnesses: Vec<(String, Option<String>)>,
}

/// Returns the page.
pub(crate) fn page(shown: &Shown<'_>, asked: &Asked) -> Result<String, askama::Error> {
    let p = Frame::new(asked, Section::Log, shown.reading);
    let head = shown.reading.log.clone();
    let published = head.as_ref().and_then(|head| head.published.as_ref());
    let behind = head.as_ref().zip(published).and_then(|(head, published)| {
        let count = usize::try_from(head.size.saturating_sub(published.size)).ok()?;
        (count > 0).then(|| say!(p.words, "log-behind", count = count))
    });
    let witnesses = published.map_or_else(Vec::new, |published| {
        let witnesses = published.witnesses.iter();
        witnesses
            .map(|(name, seen)| (name.clone(), seen.map(moment)))
            .collect()
    });
    Log {
        facts: head.as_ref().map(|head| LogFacts::of(shown, head)),
        behind,
        witnesses,
        head,
        p,
    }
    .render()
}
