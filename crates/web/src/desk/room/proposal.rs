//! One proposal: what it would change, and what its reader may do with it.

use askama::Template;
use axum::http::StatusCode;
use sponsio_depositary::mandate::rights::Deed;
use sponsio_depositary::{AnswerProposal, Intent, OnProposal, TakePosition};
use sponsio_law::conference::{
    Conveyed, Disposed, Outcome, Step, Subject, TabledProposal, Withdrawn,
};
use sponsio_record::{ActId, ParticipantId};
use sponsio_text::Position;

use super::Room;
use super::amended::Mark;
use super::assertion::Asked;
use super::rolling::stance_key;
use super::tabled::{SAID, Tabled, awaits_acknowledgement, is_own, marked, outcome_key};
use crate::desk::At;
use crate::desk::entry::{Choice, Fault};
use crate::desk::fields::Fields;
use crate::desk::reply::{Reply, Stop};
use crate::desk::view::Who;
use crate::locale::say;
use crate::page::frame::Frame;

/// The most characters of an answer or a reason.
const MOST: usize = 4_000;

#[derive(Template)]
#[template(path = "desk/room/proposal.html")]
#[expect(
    clippy::struct_excessive_bools,
    reason = "a template asks plain questions"
)]
struct ProposalPage {
    p: Frame,
    who: Option<Who>,
    room: String,
    title: String,
    mark: String,
    one: Tabled,
    form: Fields,
    fault: Option<(String, String)>,
    stances: Vec<Choice>,
    outcomes: Vec<Choice>,
    acknowledges: bool,
    answers: bool,
    joins: bool,
    positions: bool,
    withdraws: bool,
    conveys: bool,
    disposes: bool,
}

impl At<'_> {
    pub(super) fn proposal_page(&self, id: &str, mark: &str) -> Result<Reply, Stop> {
        let room = self.room(id)?;
        self.proposal_shown(&room, marked(mark)?, None)
    }

    fn proposal_shown(&self, room: &Room, of: ActId, fault: Option<Fault>) -> Result<Reply, Stop> {
        let words = self.words();
        let one = room.view.proposal(of).ok_or(Stop::NotFound)?;
        let language = one.paper.as_ref().map(|paper| paper.language.clone());
        let base = match (&language, room.view.round(&one.tabled.round)) {
            (Some(language), Some(round)) => self.revision(room, &round.opened.base, language)?,
            _ => None,
        };
        let stage = room.stage_of_proposal(of);
        let may = |deed| room.visitor.may(deed, &room.object(stage)).is_ok();
        let is_live = one.end.is_none();
        let is_read = one.paper.is_some();
        let own = room.party().is_some_and(|party| is_own(one, party));
        let lacks = room
            .party()
            .is_some_and(|party| awaits_acknowledgement(room, one).contains(party));
        let others = is_live && is_read && !own;
        let form = &self.call.form;
        let stances = SAID.into_iter().map(|stance| Choice {
            value: stance_key(stance).to_owned(),
            name: say!(words, stance_key(stance)),
            is_chosen: form.get("stance") == stance_key(stance),
        });
        let outcomes = Outcome::ALL.iter().map(|outcome| Choice {
            value: outcome.label().to_owned(),
            name: say!(words, outcome_key(*outcome)),
            is_chosen: form.get("outcome") == outcome.label(),
        });
        let status = match fault {
            Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
            None => StatusCode::OK,
        };
        let page = ProposalPage {
            p: self.frame(),
            who: Some(room.visitor.who()),
            room: room.id.to_string(),
            title: room.view.convened.title.clone(),
            mark: of.to_string(),
            one: self.tabled(room, one, base.as_ref()),
            form: form.clone(),
            fault: fault.map(|Fault(field, key)| (field.to_owned(), say!(words, key))),
            stances: stances.collect(),
            outcomes: outcomes.collect(),
            acknowledges: lacks && may(Deed::Acknowledge),
            answers: others && may(Deed::Answer),
            joins: others && may(Deed::Join),
            positions: others && may(Deed::TakePosition),
            withdraws: own && is_live && may(Deed::Withdraw),
            conveys: is_live && one.conveyed.is_empty() && may(Deed::Preside),
            disposes: is_live && may(Deed::Preside),
        };
        Ok(Reply::with_status(status, page.render()?))
    }

    /// Asks for the passkey over what somebody would do with a proposal.
    pub(super) fn ask_on_proposal(&self, id: &str, mark: &str, deed: &str) -> Result<Reply, Stop> {
        let room = self.room(id)?;
        let of = marked(mark)?;
        let one = room.view.proposal(of).ok_or(Stop::NotFound)?;
        let (right, key) = match deed {
            "acknowledge" => (Deed::Acknowledge, "deed-acknowledge"),
            "answer" => (Deed::Answer, "deed-answer"),
            "join" => (Deed::Join, "deed-join"),
            "take-position" => (Deed::TakePosition, "deed-take-position"),
            "withdraw" => (Deed::Withdraw, "deed-withdraw"),
            "convey" => (Deed::Preside, "deed-convey"),
            "dispose" => (Deed::Preside, "deed-dispose"),
            _ => return Err(Stop::NotFound),
        };
        let object = room.object(room.stage_of_proposal(of));
        self.allow(&room.visitor, right, &object)?;
        let intent = match right {
            Deed::Preside => self.of_presidency_on(&room, of, deed),
            _ => self.of_delegation_on(&room, one, right),
        };
        let intent = match intent {
            Ok(intent) => intent,
            Err(fault) => return self.proposal_shown(&room, of, Some(fault)),
        };
        let pending = self
            .runtime
            .block_on(self.desk.office.depositary.prepare(intent));
        let pending = pending.map_err(|error| Stop::Refused(self.refused(&error)))?;
        self.ask_over(
            &room,
            Asked {
                right,
                key,
                of: Some(of),
                facts: self.facts_on(one),
                pending: &[pending],
                draft: "",
                motion: None,
                back: room.path(&format!("/p/{of}")),
            },
        )
    }

    fn facts_on(&self, one: &TabledProposal) -> Vec<(String, String)> {
        let words = self.words();
        let named = self.party_name(&one.tabled.participant);
        let mut facts = vec![
            (say!(words, "room-proposal-of"), named),
            (say!(words, "room-round"), one.tabled.round.clone()),
        ];
        let stance = stance_of(&self.call.form);
        if let Some(stance) = stance {
            facts.push((say!(words, "room-says"), say!(words, stance_key(stance))));
        }
        for (field, key) in [("text", "room-answer-words"), ("reason", "item-reason")] {
            let said = self.call.form.trimmed(field);
            if !said.is_empty() {
                facts.push((say!(words, key), said.to_owned()));
            }
        }
        if let Some(outcome) = Outcome::from_label(self.call.form.get("outcome")) {
            facts.push((
                say!(words, "room-outcome"),
                say!(words, outcome_key(outcome)),
            ));
        }
        facts
    }

    fn of_delegation_on(
        &self,
        room: &Room,
        one: &TabledProposal,
        right: Deed,
    ) -> Result<Intent, Fault> {
        let form = &self.call.form;
        let conference = room.id.clone();
        let party = room.party().cloned();
        // Rights were asked before: who speaks for nobody does not come here.
        let participant: ParticipantId = party.ok_or(Fault("stance", "fault-choice"))?;
        let stance = || stance_of(form).ok_or(Fault("stance", "fault-choice"));
        let on = OnProposal {
            conference: conference.clone(),
            of: one.id,
            participant: participant.clone(),
        };
        Ok(match right {
            Deed::Acknowledge => Intent::Acknowledge(on),
            Deed::Join => Intent::Join(on),
            Deed::Withdraw => Intent::Plain(
                conference,
                Step::Withdrawn(Withdrawn {
                    of: one.id,
                    participant,
                    reason: short(form.trimmed("reason")),
                }),
            ),
            Deed::TakePosition => Intent::Position(TakePosition {
                conference,
                round: one.tabled.round.clone(),
                participant,
                stance: stance()?,
                on: Subject::Proposal(one.id),
            }),
            _ => Intent::Answer(AnswerProposal {
                conference,
                of: one.id,
                participant,
                stance: stance()?,
                text: short(form.trimmed("text")),
            }),
        })
    }

    fn of_presidency_on(&self, room: &Room, of: ActId, deed: &str) -> Result<Intent, Fault> {
        let form = &self.call.form;
        if deed == "convey" {
            let to = alloc::collections::BTreeSet::new();
            let step = Step::Conveyed(Conveyed { of, to });
            return Ok(Intent::Plain(room.id.clone(), step));
        }
        let outcome = Outcome::from_label(form.get("outcome"));
        let outcome = outcome.ok_or(Fault("outcome", "fault-choice"))?;
        let reason = short(form.trimmed("reason"));
        if reason.is_empty() {
            return Err(Fault("reason", "fault-reason"));
        }
        // What was taken in stands in the present revision.
        let revision = room.view.revision().copied();
        let step = Step::Disposed(Disposed {
            of,
            outcome,
            revision: revision.filter(|_| outcome == Outcome::Absorbed),
            reason,
        });
        Ok(Intent::Plain(room.id.clone(), step))
    }
}

fn short(text: &str) -> String {
    text.replace("\r\n", "\n").chars().take(MOST).collect()
}

fn stance_of(form: &Fields) -> Option<Position> {
    let mut said = SAID.into_iter();
    said.find(|stance| stance_key(*stance) == form.get("stance"))
}

impl ProposalPage {
    /// Returns the path of a form of this page.
    fn path(&self, deed: &str) -> String {
        format!("/n/{}/p/{}/{deed}", self.room, self.mark)
    }

    /// Returns the path of the room.
    fn home(&self) -> String {
        format!("/n/{}", self.room)
    }

    /// Returns why a field cannot be taken.
    fn fault_of(&self, field: &str) -> Option<&str> {
        let (of, why) = self.fault.as_ref()?;
        (of == field).then_some(why.as_str())
    }
}
