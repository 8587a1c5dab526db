//! The negotiations whose room is open to somebody.

use askama::Template;
use sponsio_depositary::mandate::rights::{Deed, reader};
use sponsio_law::conference::RoundState;

use super::clock::{Deadline, deadline};
use crate::desk::At;
use crate::desk::reply::{Reply, Stop};
use crate::desk::view::Who;
use crate::locale::say;
use crate::page::frame::Frame;

/// A negotiation in the list.
struct Row {
    path: String,
    title: String,
    stands: String,
    closes: Option<Deadline>,
}

#[derive(Template)]
#[template(path = "desk/room/list.html")]
struct Rooms {
    p: Frame,
    who: Option<Who>,
    rows: Vec<Row>,
}

impl At<'_> {
    pub(super) fn rooms(&self) -> Result<Reply, Stop> {
        let visitor = self.signed_in()?;
        self.allow_somewhere(&visitor, Deed::ReadRoom)?;
        let holder = &visitor.account.holder;
        let zone = self.accounts().zone(&holder.officer)?;
        let depositary = &self.desk.office.depositary;
        let (state, now) = (depositary.state(), depositary.now());
        let conferences = state.register.conferences();
        let open = conferences.filter(|one| reader(holder, &one.id).is_some());
        let words = self.words();
        let rows = open.map(|one| {
            let round = one.rounds().last();
            let (stands, closes) = match round.map(|round| (round, round.state(now))) {
                _ if one.adoption().is_some() => (say!(words, "rooms-adopted"), None),
                None => (say!(words, "rooms-no-round"), None),
                Some((round, RoundState::Open)) => {
                    let name = round.opened.round.as_str();
                    let closes = deadline(words, zone.as_deref(), round.closing());
                    (say!(words, "rooms-open", round = name), Some(closes))
                }
                Some((round, _)) => {
                    let name = round.opened.round.as_str();
                    (say!(words, "rooms-closed", round = name), None)
                }
            };
            Row {
                path: self.link(&format!("/n/{}", one.id)),
                title: one.convened.title.clone(),
                stands,
                closes,
            }
        });
        let page = Rooms {
            p: self.frame(),
            who: Some(visitor.who()),
            rows: rows.collect(),
        };
        Ok(Reply::page(page.render()?))
    }
}
