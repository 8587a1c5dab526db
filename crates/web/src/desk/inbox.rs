//! The inbox of the depositary: what waits, the oldest first, and what one more officer is needed for.

use askama::Template;
use sponsio_depositary::accounts::Motion;
use sponsio_depositary::mandate::rights::{Deed, Stage};

use super::At;
use super::door::Visitor;
use super::entry::{KINDS, subject};
use super::reply::{Reply, Stop};
use super::view::{Who, instant};
use crate::locale::say;
use crate::page::frame::Frame;

/// How many are shown on a page.
const A_PAGE: u32 = 50;

/// Something that waits.
pub(super) struct Row {
    pub(super) path: String,
    pub(super) subject: String,
    pub(super) entered: String,
    pub(super) stands: String,
    pub(super) is_for_you: bool,
}

#[derive(Template)]
#[template(path = "desk/inbox.html")]
struct Inbox {
    p: Frame,
    who: Option<Who>,
    heading: String,
    rows: Vec<Row>,
    kinds: Vec<(String, String)>,
    last: Option<String>,
    before: Option<String>,
    after: Option<String>,
}

impl At<'_> {
    pub(super) fn inbox(&self) -> Result<Reply, Stop> {
        let visitor = self.signed_in()?;
        let scopes = self.allow_somewhere(&visitor, Deed::ReadInbox)?;
        let words = self.words();
        let page = u32::try_from(self.call.asked.page)
            .unwrap_or(u32::MAX)
            .max(1);
        let skip = (page - 1).saturating_mul(A_PAGE);
        let (waiting, all) = self.accounts().waiting(scopes.as_deref(), skip, A_PAGE)?;
        let rows = waiting.iter().map(|motion| self.row(&visitor, motion));
        let enters = visitor.somewhere(Deed::Enter).is_some();
        let kinds = KINDS.iter().filter(|_| enters);
        let kinds = kinds.map(|kind| {
            let path = self.link(&format!("/desk/new/{kind}"));
            (say!(words, &format!("enter-{kind}")), path)
        });
        let last = self.accounts().settled_last()?.map(|motion| {
            let (what, when) = (subject(self, &motion), instant(words, motion.entered));
            say!(words, "inbox-last", what = what, when = when)
        });
        let to_page = |page: u32| self.link(&format!("/desk?page={page}"));
        let inbox = Inbox {
            p: self.frame(),
            who: Some(visitor.who()),
            heading: say!(words, "inbox-heading", count = all),
            rows: rows.collect(),
            kinds: kinds.collect(),
            last,
            before: (page > 1).then(|| to_page(page - 1)),
            after: (u64::from(skip) + u64::from(A_PAGE) < all).then(|| to_page(page + 1)),
        };
        Ok(Reply::page(inbox.render()?))
    }

    fn row(&self, visitor: &Visitor, motion: &Motion) -> Row {
        let words = self.words();
        let is_for_you = visitor.may(Deed::Confirm, &motion.object()).is_ok();
        let stands = match (motion.stage, &motion.proposed_by) {
            (Stage::Proposed, _) if is_for_you => say!(words, "stands-for-you"),
            (Stage::Proposed, Some(officer)) => {
                say!(words, "stands-proposed", officer = officer.as_str())
            }
            _ if !motion.remark.is_empty() => say!(words, "stands-returned"),
            _ => say!(words, "stands-received"),
        };
        Row {
            path: self.link(&format!("/desk/i/{}", motion.id)),
            subject: subject(self, motion),
            entered: instant(words, motion.entered),
            stands,
            is_for_you,
        }
    }
}
