//! The negotiation room: a conference as those read it who are seated in it or preside over it, and what
//! they do there. What somebody may read is asked of `mandate::rights`; every confidential paper that is
//! shown is written down before it is.

mod amended;
mod assertion;
mod chair;
mod chosen;
mod clock;
mod compare;
mod draft;
mod due;
mod list;
pub(super) mod live;
mod page;
mod proposal;
mod publication;
mod readings;
mod rolling;
mod stands;
mod tabled;
mod versions;

use sponsio_depositary::Reader;
use sponsio_depositary::mandate::rights::{Deed, Object, Scope, Stage, reader};
use sponsio_law::conference::{Conference, Round, RoundState};
use sponsio_record::{ActId, ConferenceId, Digest, Instant, ParticipantId};
use sponsio_text::{Expression, Language};

use super::At;
use super::door::Visitor;
use super::reply::{Reply, Stop};
use crate::locale::say;

/// A conference as one person sees it.
pub(super) struct Room {
    visitor: Visitor,
    id: ConferenceId,
    reader: Reader,
    /// With the papers that this reader may read now.
    view: Conference,
    /// The time zone in which this person is told deadlines, beside UTC.
    zone: Option<String>,
    now: Instant,
}

impl At<'_> {
    /// Which path below `/n` is which page.
    pub(super) fn room_made(&self, path: &[&str]) -> Result<Reply, Stop> {
        match (self.call.is_post(), path) {
            (false, []) => self.rooms(),
            (false, [id]) => self.room_page(id),
            (false, [id, "part"]) => self.room_part(id),
            (false, [id, "live"]) => self.live(id),
            (false, [id, "versions"]) => self.versions(id),
            (false, [id, "readings"]) => self.readings(id),
            (false, [id, "p", mark]) => self.proposal_page(id, mark),
            (true, [id, "p", mark, deed]) => self.ask_on_proposal(id, mark, deed),
            (true, [id, "silence", mark, deed]) => self.ask_on_silence(id, mark, deed),
            (false, [id, "drafts"]) => self.drafts_page(id),
            (false, [id, "draft", language, operation, provision]) => {
                self.draft_page(id, language, operation, provision)
            }
            (true, [id, "draft", language, operation, provision]) => {
                self.keep_draft(id, language, operation, provision)
            }
            (true, [id, "choose", language, provision]) => self.choose(id, language, provision),
            (false, [id, "d", draft]) => self.compare_page(id, draft),
            (true, [id, "d", draft]) => self.revise_draft(id, draft),
            (true, [id, "d", draft, "table"]) => self.ask_to_table(id, draft),
            (true, [id, "d", draft, "erase"]) => self.erase_draft(id, draft),
            (true, [id, "done"]) => self.carry_out(id),
            (false, [id, "chair"]) => self.chair_page(id),
            (true, [id, "chair", deed]) => self.ask_of_chair(id, deed),
            (true, [id, "publication"]) => self.ask_to_publish(id),
            (true, [id, "publication", motion, "confirm"]) => {
                self.ask_to_confirm_publication(id, motion)
            }
            (true, [id, "publication", motion, "return"]) => self.return_publication(id, motion),
            _ => Err(Stop::NotFound),
        }
    }

    /// Lets somebody into the room of a conference. What is read there in confidence is written down first:
    /// what cannot be written down is not shown.
    fn room(&self, id: &str) -> Result<Room, Stop> {
        let visitor = self.signed_in()?;
        self.room_of(visitor, id)
    }

    /// The same for somebody whose session was looked up otherwise.
    fn room_of(&self, visitor: Visitor, id: &str) -> Result<Room, Stop> {
        let room = self.entered(visitor, id)?;
        let papers = room.view.read_in_confidence(room.now);
        let officer = &room.visitor.account.holder.officer;
        self.accounts()
            .reads(officer, &room.id, &papers, self.now)?;
        Ok(room)
    }

    /// Whether there is such a conference is told to those alone who may read one.
    fn entered(&self, visitor: Visitor, id: &str) -> Result<Room, Stop> {
        let id = ConferenceId::new(id).map_err(|_| Stop::NotFound)?;
        let object = Object::of(Scope::Conference(id.clone()), Stage::Absent);
        self.allow(&visitor, Deed::ReadRoom, &object)?;
        let reader = reader(&visitor.account.holder, &id).ok_or(Stop::NotFound)?;
        let depositary = &self.desk.office.depositary;
        if depositary.state().register.conference(&id).is_none() {
            return Err(Stop::NotFound);
        }
        let view = self.runtime.block_on(depositary.view(&id, &reader));
        let view = view.map_err(|error| Stop::Refused(self.refused(&error)))?;
        let zone = self.accounts().zone(&visitor.account.holder.officer)?;
        Ok(Room {
            visitor,
            id,
            reader,
            view,
            zone,
            now: depositary.now(),
        })
    }

    /// Returns the text of a revision in a language, if this reader may read it.
    fn revision(
        &self,
        room: &Room,
        revision: &Digest,
        language: &Language,
    ) -> Result<Option<Expression>, Stop> {
        let depositary = &self.desk.office.depositary;
        let found = depositary.revision_text(&room.view, revision, language, &room.reader);
        let found = self.runtime.block_on(found);
        found.map_err(|error| Stop::Refused(self.refused(&error)))
    }

    /// Returns the language in which the text is shown: the one that was asked for, otherwise that of the
    /// reader if the text has it, otherwise the first.
    fn text_language(&self, room: &Room) -> Option<Language> {
        let languages = &room.view.convened.languages;
        let named = |tag: &str| languages.iter().find(|one| one.as_str() == tag);
        let asked = named(&self.call.asked.texts);
        let own = || named(self.call.asked.language.tag());
        asked.or_else(own).or_else(|| languages.first()).cloned()
    }

    /// Returns the name of a participant; the chair has its own.
    fn party_name(&self, code: &ParticipantId) -> String {
        if sponsio_text::is_chair(code) {
            return say!(self.words(), "room-chair");
        }
        let register = &self.reading.register;
        let party = register.party(code);
        party.map_or_else(
            || code.to_string(),
            |party| self.shown(|shown| shown.name(party)),
        )
    }
}

impl Room {
    /// Returns the round that was opened last.
    fn round(&self) -> Option<&Round> {
        self.view.rounds().last()
    }

    /// Returns how far its round is, as rights are asked for.
    fn stage(&self) -> Stage {
        stage_of(self.round(), self.now)
    }

    /// Returns the room as something in which a deed is done, by this person's own delegation.
    fn object(&self, stage: Stage) -> Object {
        Object {
            of: self.party().cloned(),
            ..Object::of(Scope::Conference(self.id.clone()), stage)
        }
    }

    /// For whom this person speaks.
    fn party(&self) -> Option<&ParticipantId> {
        self.visitor.account.holder.party.as_ref()
    }

    /// Whether this person may do something in the room now.
    fn may(&self, deed: Deed) -> bool {
        self.visitor.may(deed, &self.object(self.stage())).is_ok()
    }

    fn officer(&self) -> &str {
        &self.visitor.account.holder.officer
    }

    /// Returns the path of a page of the room.
    fn path(&self, end: &str) -> String {
        format!("/n/{}{end}", self.id)
    }

    /// Returns the stage at which something about a proposal is done: that of its own round.
    fn stage_of_proposal(&self, of: ActId) -> Stage {
        let proposal = self.view.proposal(of);
        let round = proposal.and_then(|one| self.view.round(&one.tabled.round));
        stage_of(round, self.now)
    }
}

fn stage_of(round: Option<&Round>, now: Instant) -> Stage {
    match round.map(|round| round.state(now)) {
        None => Stage::Absent,
        Some(RoundState::Open) => Stage::Open,
        Some(RoundState::Closed) => Stage::Closed,
        Some(RoundState::Published | RoundState::Archived) => Stage::Published,
    }
}
