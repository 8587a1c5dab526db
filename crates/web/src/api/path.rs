//! Which path below `/api` is which answer.

use serde_json::Value;

use crate::api::{self, list, why};
use crate::openapi;
use crate::page::asked::Asked;
use crate::page::shown::Shown;
use crate::page::trouble::{Trouble, Unmade};
use crate::page::{between, coverage, party, record};
use crate::route::{found, said, somebody, two};

/// Makes an answer of the API.
pub(crate) fn made(shown: &Shown<'_>, asked: &Asked, path: &[&str]) -> Result<Value, Unmade> {
    let day = || asked.at.or_else(|| shown.reading.day());
    Ok(match path {
        ["openapi.json"] => openapi::document(),
        ["v1", "treaties"] => {
            let places = shown.reading.register.treaty_places();
            let page = list::page(asked, places)?;
            let entries = page.items.iter().map(|place| shown.entry(*place, asked.at));
            api::treaties(shown, &entries.collect::<Vec<_>>(), page.next.as_deref())
        }
        ["v1", "treaties", id] => {
            let treaty = found(shown, id)?;
            let day = shown.day_for(treaty, asked.at);
            let rows = day.map(|day| shown.rows(treaty, day)).unwrap_or_default();
            api::treaty(shown, &shown.entry(treaty, asked.at), day, &rows)
        }
        ["v1", "treaties", id, "why"] => why::treaty(shown, found(shown, id)?, asked.at),
        ["v1", "treaties", id, "participants", code, "why"] => {
            let (treaty, party) = (found(shown, id)?, somebody(shown, code)?);
            why::participant(shown, treaty, party, asked.at)
        }
        ["v1", "coverage"] => api::coverage(shown, &*coverage::listed(shown, asked, None)?),
        ["v1", "coverage", id] => {
            let treaty = found(shown, id)?;
            api::coverage(shown, &*coverage::listed(shown, asked, Some(treaty))?)
        }
        ["v1", "participants"] => list::participants(shown, asked)?,
        ["v1", "participants", code] => {
            let party = somebody(shown, code)?;
            let rows = party::rows(shown, asked, party);
            api::participant(shown, (code, &shown.name(party)), &rows)
        }
        ["v1", "participants", one, "with", other] => {
            let pair = two(shown, one, other)?;
            let matrix = between::coverage(shown, asked, pair)?;
            api::between(shown, &between::texts(shown, asked, pair), &matrix)
        }
        ["v1", "statements"] => {
            let page = list::page(asked, record::statements(shown, day()))?;
            api::statements(shown, day(), &page.items, page.next.as_deref())
        }
        ["v1", "statements", id] => api::statements(shown, day(), &[said(shown, asked, id)?], None),
        ["v1", "events"] => list::events(shown, asked)?,
        ["v1", "log"] => list::log(shown),
        _ => return Err(Trouble::NoPage.into()),
    })
}
