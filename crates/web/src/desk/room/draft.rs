//! Drafts: a delegation words a change of one provision in a text field, without any script; it is kept for its
//! own people alone until it is compared and tabled, or erased.

use askama::Template;
use axum::http::StatusCode;
use sponsio_depositary::accounts::RoomDraft;
use sponsio_depositary::mandate::rights::Deed;
use sponsio_law::conference::{Amendment, Operation};
use sponsio_record::{ConferenceId, ParticipantId};
use sponsio_text::markup::{pieces, print_words};
use sponsio_text::{Expression, ProvisionId};

use super::Room;
use super::amended::named;
use super::chosen::Chosen;
use crate::desk::At;
use crate::desk::reply::{Reply, Stop};
use crate::desk::sign_in::hex;
use crate::desk::view::{Who, instant};
use crate::locale::say;
use crate::page::frame::Frame;
use crate::page::spoken::direction;

/// The most characters of the words of a draft.
pub(super) const MOST: usize = 60_000;

/// What can be drafted in a text field.
const WAYS: [Operation; 3] = [
    Operation::Replace,
    Operation::InsertAfter,
    Operation::Delete,
];

#[derive(Template)]
#[template(path = "desk/room/draft.html")]
struct DraftPage {
    p: Frame,
    who: Option<Who>,
    room: String,
    title: String,
    heading: String,
    lead: String,
    action: String,
    words: String,
    has_words: bool,
    fault: Option<String>,
    chosen: Option<Chosen>,
    /// Where other words are chosen.
    choose: String,
    lang: String,
    dir: &'static str,
}

/// A draft in the list.
struct Row {
    path: String,
    what: String,
    by: String,
    when: String,
}

#[derive(Template)]
#[template(path = "desk/room/drafts.html")]
struct Drafts {
    p: Frame,
    who: Option<Who>,
    room: String,
    title: String,
    rows: Vec<Row>,
}

/// Where a draft belongs.
pub(super) struct Target {
    base: Expression,
    operation: Operation,
    provision: ProvisionId,
}

/// Returns the words of the base in the place of a draft, as a text field has them.
pub(super) fn own_words(target: &Target) -> String {
    let own = target.base.provision(target.provision);
    own.map_or_else(String::new, |own| {
        print_words(&own.body, &target.base.language)
    })
}

impl At<'_> {
    /// Returns whose drafts somebody may write: those of the delegation for which he speaks.
    pub(super) fn drafting(&self, room: &Room) -> Result<ParticipantId, Stop> {
        self.allow(&room.visitor, Deed::Draft, &room.object(room.stage()))?;
        room.party().cloned().ok_or(Stop::NotFound)
    }

    pub(super) fn target(
        &self,
        room: &Room,
        language: &str,
        operation: &str,
        provision: &str,
    ) -> Result<Target, Stop> {
        let mut ways = WAYS.into_iter();
        let operation = ways
            .find(|way| way.label() == operation)
            .ok_or(Stop::NotFound)?;
        let provision: ProvisionId = provision.parse().map_err(|_| Stop::NotFound)?;
        let base = self.base(room, language)?.ok_or(Stop::NotFound)?;
        if base.provision(provision).is_none() {
            return Err(Stop::NotFound);
        }
        Ok(Target {
            base,
            operation,
            provision,
        })
    }

    pub(super) fn draft_page(
        &self,
        id: &str,
        language: &str,
        operation: &str,
        provision: &str,
    ) -> Result<Reply, Stop> {
        let room = self.room(id)?;
        self.drafting(&room)?;
        let target = self.target(&room, language, operation, provision)?;
        let words = match target.operation {
            Operation::Replace => own_words(&target),
            _ => String::new(),
        };
        self.draft_form(&room, &target, words, None, None)
    }

    pub(super) fn draft_form(
        &self,
        room: &Room,
        target: &Target,
        kept: String,
        fault: Option<String>,
        chosen: Option<Chosen>,
    ) -> Result<Reply, Stop> {
        let words = self.words();
        let way = target.operation.label();
        let name = named(&target.base, target.provision);
        let language = target.base.language.as_str();
        let status = match fault {
            Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
            None => StatusCode::OK,
        };
        let page = DraftPage {
            p: self.frame(),
            who: Some(room.visitor.who()),
            room: room.id.to_string(),
            title: room.view.convened.title.clone(),
            heading: say!(
                words,
                &format!("room-change-{way}"),
                name = name.as_str(),
                other = ""
            ),
            lead: say!(words, &format!("room-draft-{way}")),
            action: room.path(&format!("/draft/{language}/{way}/{}", target.provision)),
            words: kept,
            has_words: target.operation != Operation::Delete,
            fault,
            chosen,
            choose: room.path(&format!("/choose/{language}/{}", target.provision)),
            lang: language.to_owned(),
            dir: direction(Some(&target.base.language)),
        };
        Ok(Reply::with_status(status, page.render()?))
    }

    pub(super) fn keep_draft(
        &self,
        id: &str,
        language: &str,
        operation: &str,
        provision: &str,
    ) -> Result<Reply, Stop> {
        let room = self.room(id)?;
        let party = self.drafting(&room)?;
        let target = self.target(&room, language, operation, provision)?;
        let kept = words_of(self.call.form.get("words"));
        if let Some(fault) = self.fault_in(&target.base, target.operation, &kept) {
            return self.draft_form(&room, &target, kept, Some(fault), None);
        }
        let round = room.round().map(|round| round.opened.base);
        let base = round
            .or(room.view.revision().copied())
            .ok_or(Stop::NotFound)?;
        let draft = RoomDraft {
            id: hex(&self.secret::<8>()?),
            conference: room.id.clone(),
            party,
            base: base.to_string(),
            language: language.to_owned(),
            operation: target.operation.label().to_owned(),
            provision: target.provision.to_string(),
            words: kept,
            reason: String::new(),
            addressed: String::new(),
            supersedes: String::new(),
            made_by: room.officer().to_owned(),
            changed: self.now,
        };
        self.accounts().keep_draft(&draft)?;
        Ok(Reply::to(
            self.link(&room.path(&format!("/d/{}", draft.id))),
        ))
    }

    /// Says what is wrong with the words of a draft, with the place. They are kept in the form all the same.
    pub(super) fn fault_in(
        &self,
        base: &Expression,
        operation: Operation,
        kept: &str,
    ) -> Option<String> {
        let words = self.words();
        if operation == Operation::Delete {
            return None;
        }
        if kept.is_empty() {
            return Some(say!(words, "room-fault-empty"));
        }
        if kept.chars().count() > MOST {
            return Some(say!(words, "room-fault-long"));
        }
        let faults = pieces(kept, &base.language).err()?;
        let first = faults.first()?;
        Some(say!(
            words,
            "room-fault-words",
            line = first.line,
            column = first.column
        ))
    }

    pub(super) fn drafts_page(&self, id: &str) -> Result<Reply, Stop> {
        let room = self.room(id)?;
        let party = self.drafting(&room)?;
        let words = self.words();
        let mut rows = Vec::new();
        for draft in self.accounts().drafts(&room.id, &party)? {
            let base = self.base(&room, &draft.language)?;
            let name = match (&base, draft.provision.parse()) {
                (Some(base), Ok(id)) => named(base, id),
                _ => draft.provision.clone(),
            };
            let key = format!("room-change-{}", draft.operation);
            rows.push(Row {
                path: self.link(&room.path(&format!("/d/{}", draft.id))),
                what: say!(words, &key, name = name.as_str(), other = ""),
                by: draft.made_by,
                when: instant(words, draft.changed),
            });
        }
        let page = Drafts {
            p: self.frame(),
            who: Some(room.visitor.who()),
            room: room.id.to_string(),
            title: room.view.convened.title.clone(),
            rows,
        };
        Ok(Reply::page(page.render()?))
    }

    /// Returns a draft of somebody's own delegation. Whether others have one is told to nobody.
    pub(super) fn own_draft(&self, room: &Room, draft: &str) -> Result<RoomDraft, Stop> {
        let party = self.drafting(room)?;
        let found = self.accounts().draft(draft, &room.id, &party)?;
        found.ok_or(Stop::NotFound)
    }

    pub(super) fn erase_draft(&self, id: &str, draft: &str) -> Result<Reply, Stop> {
        let room = self.room(id)?;
        let own = self.own_draft(&room, draft)?;
        let conference: &ConferenceId = &own.conference;
        self.accounts()
            .erase_draft(&own.id, conference, &own.party)?;
        Ok(Reply::to(self.link(&room.path("/drafts"))))
    }
}

/// Returns words as a form gives them, with the line ends of a text and without blanks around them.
pub(super) fn words_of(field: &str) -> String {
    field.replace("\r\n", "\n").trim().to_owned()
}

/// Returns what a draft would change.
pub(super) fn amendment(draft: &RoomDraft) -> Option<Amendment> {
    let operation = Operation::from_label(&draft.operation)?;
    Some(Amendment {
        operation,
        provision: draft.provision.parse().ok()?,
        other: None,
        text: (operation != Operation::Delete).then(|| draft.words.clone()),
    })
}

impl DraftPage {
    /// Returns where the cursor stands in the field, if a place in it was chosen.
    fn cursor(&self) -> Option<(usize, usize)> {
        self.chosen.as_ref().and_then(|chosen| chosen.cursor)
    }

    fn has_cursor(&self) -> bool {
        self.cursor().is_some()
    }

    /// Returns the path of the room.
    fn home(&self) -> String {
        format!("/n/{}", self.room)
    }
}

impl Drafts {
    /// Returns the path of the room.
    fn home(&self) -> String {
        format!("/n/{}", self.room)
    }
}
