//! Who has read which confidential paper: for auditors. No word of a paper stands here.

use askama::Template;
use sponsio_depositary::mandate::rights::{Deed, Object, Scope, Stage};
use sponsio_record::ConferenceId;

use crate::desk::At;
use crate::desk::reply::{Reply, Stop};
use crate::desk::view::{Who, count, instant};
use crate::page::frame::Frame;

/// How many are shown.
const SHOWN: u32 = 500;

/// That somebody read a paper on a day.
struct Row {
    officer: String,
    paper: String,
    first: String,
    last: String,
    times: String,
}

#[derive(Template)]
#[template(path = "desk/room/readings.html")]
struct Readings {
    p: Frame,
    who: Option<Who>,
    title: String,
    rows: Vec<Row>,
}

impl At<'_> {
    pub(super) fn readings(&self, id: &str) -> Result<Reply, Stop> {
        let visitor = self.signed_in()?;
        let id = ConferenceId::new(id).map_err(|_| Stop::NotFound)?;
        let object = Object::of(Scope::Conference(id.clone()), Stage::Absent);
        self.allow(&visitor, Deed::ReadReadings, &object)?;
        let state = self.desk.office.depositary.state();
        let conference = state.register.conference(&id).ok_or(Stop::NotFound)?;
        let words = self.words();
        let rows = self.accounts().readings(&id, SHOWN)?.into_iter();
        let rows = rows.map(|one| Row {
            officer: one.officer,
            paper: one.paper,
            first: instant(words, one.first),
            last: instant(words, one.last),
            times: count(one.times),
        });
        let page = Readings {
            p: self.frame(),
            who: Some(visitor.who()),
            title: conference.convened.title.clone(),
            rows: rows.collect(),
        };
        Ok(Reply::page(page.render()?))
    }
}
