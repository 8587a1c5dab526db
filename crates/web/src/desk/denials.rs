//! What was refused to whom: for auditors, and for whoever keeps the accounts.

use askama::Template;
use sponsio_depositary::mandate::rights::{Deed, Object};

use super::At;
use super::reply::{Reply, Stop};
use super::view::{Who, instant};
use crate::page::frame::Frame;

/// How many are shown.
const SHOWN: u32 = 200;

/// A refusal in the list.
struct Row {
    at: String,
    officer: String,
    deed: String,
    place: String,
    why: String,
}

#[derive(Template)]
#[template(path = "desk/denials.html")]
struct Denials {
    p: Frame,
    who: Option<Who>,
    rows: Vec<Row>,
}

impl At<'_> {
    pub(super) fn denials(&self) -> Result<Reply, Stop> {
        let visitor = self.signed_in()?;
        self.allow(&visitor, Deed::ReadDenials, &Object::register())?;
        let words = self.words();
        let rows = self.accounts().denials(SHOWN)?.into_iter();
        let rows = rows.map(|one| Row {
            at: instant(words, one.at),
            officer: one.officer.unwrap_or_default(),
            deed: one.deed,
            place: one.place,
            why: one.why,
        });
        let page = Denials {
            p: self.frame(),
            who: Some(visitor.who()),
            rows: rows.collect(),
        };
        Ok(Reply::page(page.render()?))
    }
}
