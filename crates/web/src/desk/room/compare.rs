//! The compare step, which no proposal passes by: what the draft would change, word by word, to whom it goes, and
//! whether it would be received. What is tabled is exactly what was compared.

use alloc::collections::BTreeSet;

use askama::Template;
use axum::http::StatusCode;
use sponsio_depositary::accounts::RoomDraft;
use sponsio_depositary::mandate::rights::Deed;
use sponsio_depositary::{DeskError, Intent, Pending, Table, Unfit};
use sponsio_law::conference::Operation;
use sponsio_record::{Digest, ParticipantId};
use sponsio_text::{Expression, Language};

use super::Room;
use super::amended::{Change, Mark, change};
use super::assertion::Asked;
use super::draft::{amendment, words_of};
use super::tabled::is_own;
use crate::desk::At;
use crate::desk::entry::Choice;
use crate::desk::reply::{Reply, Stop};
use crate::desk::saying::Refused;
use crate::desk::view::{Who, instant};
use crate::locale::say;
use crate::page::frame::Frame;

/// The most characters of a reason.
const REASON: usize = 4_000;

#[derive(Template)]
#[template(path = "desk/room/compare.html")]
struct Compare {
    p: Frame,
    who: Option<Who>,
    room: String,
    title: String,
    draft: RoomDraft,
    changed: String,
    one: Change,
    has_words: bool,
    fault: Option<String>,
    delegations: Vec<Choice>,
    replaces: Vec<Choice>,
    /// Why it would not be received.
    refused: Option<Refused>,
    may_table: bool,
    /// What was compared, so that nothing else is tabled.
    seen: String,
}

/// Returns the digest of a draft as it is shown.
fn seen(draft: &RoomDraft) -> Digest {
    let parts = [
        &draft.base,
        &draft.language,
        &draft.operation,
        &draft.provision,
        &draft.words,
        &draft.reason,
        &draft.addressed,
        &draft.supersedes,
    ];
    let parts = parts.map(|part| format!("{}:{part}", part.len()));
    Digest::of(parts.concat().as_bytes())
}

impl At<'_> {
    pub(super) fn compare_page(&self, id: &str, draft: &str) -> Result<Reply, Stop> {
        let room = self.room(id)?;
        let draft = self.own_draft(&room, draft)?;
        self.compared(&room, draft, None)
    }

    fn compared(
        &self,
        room: &Room,
        draft: RoomDraft,
        fault: Option<String>,
    ) -> Result<Reply, Stop> {
        let words = self.words();
        let base = self.base(room, &draft.language)?.ok_or(Stop::NotFound)?;
        let amendment = amendment(&draft).ok_or(Stop::NotFound)?;
        let one = change(words, &base, &amendment);
        let delegations = room.view.seats().map(|(code, _)| code);
        let delegations = delegations.filter(|code| Some(*code) != room.party());
        let addressed: BTreeSet<&str> = draft.addressed.split_whitespace().collect();
        let delegations = delegations.map(|code| Choice {
            value: format!("to-{code}"),
            name: self.party_name(code),
            is_chosen: addressed.contains(code.as_str()),
        });
        let refused = match &fault {
            Some(_) => None,
            None => self
                .would_be(room, &draft)
                .err()
                .map(|error| self.refused(&error)),
        };
        let status = match fault {
            Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
            None => StatusCode::OK,
        };
        let page = Compare {
            p: self.frame(),
            who: Some(room.visitor.who()),
            room: room.id.to_string(),
            title: room.view.convened.title.clone(),
            changed: instant(words, draft.changed),
            has_words: amendment.operation != Operation::Delete,
            delegations: delegations.collect(),
            replaces: self.replaces(room, &draft, &base),
            may_table: room.may(Deed::Table)
                && refused.is_none()
                && fault.is_none()
                && !one.is_nothing(),
            one,
            refused,
            fault,
            seen: seen(&draft).to_string(),
            draft,
        };
        Ok(Reply::with_status(status, page.render()?))
    }

    /// Returns the live proposals of this delegation that a draft could replace.
    fn replaces(&self, room: &Room, draft: &RoomDraft, base: &Expression) -> Vec<Choice> {
        let Some(party) = room.party() else {
            return Vec::new();
        };
        let live = room.view.proposals().iter();
        let own = live.filter(|one| {
            one.end.is_none() && one.tabled.participant == *party && is_own(one, party)
        });
        let choices = own.filter_map(|one| {
            let paper = one.paper.as_ref()?;
            let same = paper.operations.iter();
            let mut same = same.filter(|own| own.provision.as_str() == draft.provision);
            let what = change(self.words(), base, same.next()?).said;
            let mark = one.id.to_string();
            let when = instant(self.words(), one.at);
            Some(Choice {
                is_chosen: mark == draft.supersedes,
                name: format!("{what}, {when}"),
                value: mark,
            })
        });
        choices.collect()
    }

    /// Draws up the tabling of a draft; a refusal is the one that tabling it would meet.
    fn would_be(&self, room: &Room, draft: &RoomDraft) -> Result<Pending, DeskError> {
        let unfit = || DeskError::from(Unfit::NoSuchAct(draft.id.clone()));
        let language = Language::new(&draft.language).map_err(|_| unfit())?;
        let to: Option<BTreeSet<ParticipantId>> = (!draft.addressed.is_empty()).then(|| {
            let codes = draft.addressed.split_whitespace();
            codes
                .filter_map(|code| ParticipantId::new(code).ok())
                .collect()
        });
        let table = Table {
            conference: room.id.clone(),
            round: room
                .round()
                .map(|round| round.opened.round.clone())
                .unwrap_or_default(),
            participant: draft.party.clone(),
            through_chair: false,
            to,
            co_sponsors: BTreeSet::new(),
            supersedes: draft.supersedes.parse().ok(),
            in_reply_to: None,
            language,
            operations: vec![amendment(draft).ok_or_else(unfit)?],
            reason: draft.reason.clone(),
        };
        let prepared = self.desk.office.depositary.prepare(Intent::Table(table));
        self.runtime.block_on(prepared)
    }

    /// Keeps what was changed in a draft, and compares it again.
    pub(super) fn revise_draft(&self, id: &str, draft: &str) -> Result<Reply, Stop> {
        let room = self.room(id)?;
        let before = self.own_draft(&room, draft)?;
        let form = &self.call.form;
        let seats = room.view.seats().map(|(code, _)| code.to_string());
        let addressed = seats.filter(|code| form.is_ticked(&format!("to-{code}")));
        let base = room.round().map(|round| round.opened.base);
        let draft = RoomDraft {
            words: words_of(form.get("words")),
            reason: words_of(form.get("reason")).chars().take(REASON).collect(),
            addressed: addressed.collect::<Vec<_>>().join(" "),
            supersedes: form.trimmed("supersedes").chars().take(32).collect(),
            base: base.map_or(before.base.clone(), |base| base.to_string()),
            made_by: room.officer().to_owned(),
            changed: self.now,
            ..before
        };
        let text = self.base(&room, &draft.language)?.ok_or(Stop::NotFound)?;
        let operation = Operation::from_label(&draft.operation).ok_or(Stop::NotFound)?;
        if let Some(fault) = self.fault_in(&text, operation, &draft.words) {
            return self.compared(&room, draft, Some(fault));
        }
        self.accounts().keep_draft(&draft)?;
        Ok(Reply::to(
            self.link(&room.path(&format!("/d/{}", draft.id))),
        ))
    }

    /// Asks for the passkey over the tabling of a draft that was compared as it is.
    pub(super) fn ask_to_table(&self, id: &str, draft: &str) -> Result<Reply, Stop> {
        let room = self.room(id)?;
        let draft = self.own_draft(&room, draft)?;
        self.allow(&room.visitor, Deed::Table, &room.object(room.stage()))?;
        if self.call.form.get("seen") != seen(&draft).to_string() {
            return Err(Stop::Moved);
        }
        let pending = self.would_be(&room, &draft);
        let pending = pending.map_err(|error| Stop::Refused(self.refused(&error)))?;
        let words = self.words();
        let base = self.base(&room, &draft.language)?.ok_or(Stop::NotFound)?;
        let what = amendment(&draft).ok_or(Stop::NotFound)?;
        let to = if draft.addressed.is_empty() {
            say!(words, "room-to-all")
        } else {
            draft.addressed.clone()
        };
        let facts = vec![
            (say!(words, "room-as"), self.party_name(&draft.party)),
            (say!(words, "ask-act"), change(words, &base, &what).said),
            (say!(words, "room-addressed"), to),
        ];
        self.ask_over(
            &room,
            Asked {
                right: Deed::Table,
                key: "deed-table",
                of: None,
                facts,
                pending: &[pending],
                draft: &draft.id,
                motion: None,
                back: room.path(""),
            },
        )
    }
}

impl Compare {
    /// Returns the path of the room.
    fn home(&self) -> String {
        format!("/n/{}", self.room)
    }

    /// Returns the path of the drafts of this delegation.
    fn drafts(&self) -> String {
        format!("/n/{}/drafts", self.room)
    }

    /// Returns the path of a form of this page.
    fn path(&self, end: &str) -> String {
        format!("/n/{}/d/{}{end}", self.room, self.draft.id)
    }

    /// Returns why a field cannot be taken: only the words can be wrong.
    fn fault_of(&self, field: &str) -> Option<&str> {
        self.fault.as_deref().filter(|_| field == "words")
    }
}
