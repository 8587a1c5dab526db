//! The publication of a round by four eyes: one officer of the presidency proposes the very acts, another
//! confirms them. What is published is what both asserted over.

use serde_json::json;
use sponsio_depositary::accounts::{Ceremony, Motion, Proposed};
use sponsio_depositary::mandate::rights::{Deed, Denied, Object, Scope, Stage};
use sponsio_record::Digest;

use super::Room;
use super::assertion::{Asked, Kept};
use crate::desk::At;
use crate::desk::fields::Fields;
use crate::desk::reply::{Reply, Stop};
use crate::desk::view::instant;
use crate::locale::say;

/// The kind of these motions.
const PUBLICATION: &str = "publication";

/// A publication that can be proposed, or waits for its second officer.
pub(super) struct Waiting {
    pub(super) id: String,
    pub(super) round: String,
    pub(super) said: String,
    pub(super) remark: String,
    pub(super) may_propose: bool,
    pub(super) may_confirm: bool,
    pub(super) is_own: bool,
}

impl At<'_> {
    fn publication(&self, room: &Room) -> Result<Option<(Motion, String)>, Stop> {
        let name = room.round().map(|round| round.opened.round.clone());
        let waiting = self.accounts().waiting_in(&room.id)?.into_iter();
        let mut own = waiting.filter(|motion| motion.kind == PUBLICATION);
        Ok(own.find_map(|motion| {
            let round = Fields::of_kept(&motion.form).get("round").to_owned();
            (Some(&round) == name.as_ref()).then_some((motion, round))
        }))
    }

    /// Returns what is to be said of the publication of the last round; nothing where it is open or published,
    /// or where this reader has no part in it.
    pub(super) fn waiting_publication(&self, room: &Room) -> Result<Option<Waiting>, Stop> {
        let words = self.words();
        let Some(round) = room.round().filter(|_| room.stage() == Stage::Closed) else {
            return Ok(None);
        };
        let presides = room.may(Deed::ProposePublication);
        let Some((motion, round)) = self.publication(room)? else {
            return Ok(presides.then(|| Waiting {
                id: String::new(),
                round: round.opened.round.clone(),
                said: say!(words, "room-publication-none"),
                remark: String::new(),
                may_propose: true,
                may_confirm: false,
                is_own: false,
            }));
        };
        if !presides {
            return Ok(None);
        }
        let confirms = room
            .visitor
            .may(Deed::ConfirmPublication, &object(room, &motion));
        let is_proposed = motion.stage == Stage::Proposed;
        let by = motion.proposed_by.clone().unwrap_or_default();
        Ok(Some(Waiting {
            said: if is_proposed {
                let when = instant(words, motion.entered);
                say!(
                    words,
                    "room-publication-waits",
                    officer = by.as_str(),
                    when = when.as_str()
                )
            } else {
                say!(words, "room-publication-returned")
            },
            may_propose: !is_proposed,
            may_confirm: is_proposed && confirms.is_ok(),
            is_own: is_proposed && confirms == Err(Denied::FourEyes),
            id: motion.id,
            round,
            remark: motion.remark,
        }))
    }

    pub(super) fn ask_to_publish(&self, id: &str) -> Result<Reply, Stop> {
        let room = self.room(id)?;
        let object = room.object(room.stage());
        self.allow(&room.visitor, Deed::ProposePublication, &object)?;
        let round = room.round().ok_or(Stop::NotFound)?.opened.round.clone();
        let waiting = self.publication(&room)?;
        if waiting
            .as_ref()
            .is_some_and(|(motion, _)| motion.stage == Stage::Proposed)
        {
            return Err(Stop::Moved);
        }
        let depositary = &self.desk.office.depositary;
        let pending = depositary.prepare_publication(&room.id, &round);
        let pending = self.runtime.block_on(pending);
        let pending = pending.map_err(|error| Stop::Refused(self.refused(&error)))?;
        let first = pending.first().map(|act| act.mark().to_string());
        let motion = waiting.map(|(motion, _)| motion.id).or(first);
        let motion = motion.ok_or(Stop::NotFound)?;
        self.ask_over(
            &room,
            Asked {
                right: Deed::ProposePublication,
                key: "deed-propose-publication",
                of: None,
                facts: self.publication_facts(&room, &round),
                pending: &pending,
                draft: "",
                motion: Some((&motion, &round)),
                back: room.path(""),
            },
        )
    }

    fn publication_facts(&self, room: &Room, round: &str) -> Vec<(String, String)> {
        let words = self.words();
        let papers = room.view.papers_of(round);
        let papers = papers.filter(|of| !room.view.may_stay_sealed(*of));
        let to = match room.view.convened.rules.publication {
            sponsio_law::conference::Audience::Public => say!(words, "room-audience-public"),
            sponsio_law::conference::Audience::Participants => {
                say!(words, "room-audience-participants")
            }
        };
        vec![
            (say!(words, "room-round"), round.to_owned()),
            (say!(words, "room-papers"), papers.count().to_string()),
            (say!(words, "room-audience"), to),
        ]
    }

    pub(super) fn publication_proposed(
        &self,
        room: &Room,
        ceremony: &Ceremony,
        kept: &Kept,
    ) -> Result<(), Stop> {
        let object = room.object(room.stage());
        self.allow(&room.visitor, Deed::ProposePublication, &object)?;
        let acts = kept.acts().ok_or(Stop::Expired)?;
        let assertion = self.asserted_over(room, Deed::ProposePublication, ceremony, &acts)?;
        let bytes: Vec<Vec<u8>> = acts.into_iter().map(|(act, _)| act).collect();
        let proposed = Proposed {
            act: bytes.join(&b'\n'),
            documents: Vec::new(),
        };
        let id = kept.text("motion").to_owned();
        if self.accounts().motion(&id)?.is_none() {
            self.accounts().enter_motion(&Motion {
                id: id.clone(),
                kind: PUBLICATION.to_owned(),
                scope: Scope::Conference(room.id.clone()),
                form: json!({"round": kept.text("round")}).to_string(),
                entered: self.now,
                entered_by: room.officer().to_owned(),
                stage: Stage::Received,
                proposed_by: None,
                confirmed_by: None,
                remark: String::new(),
                seq: None,
            })?;
        }
        self.accounts()
            .propose(&id, &proposed, &assertion, self.now)?;
        Ok(())
    }

    fn waiting_motion(&self, room: &Room, id: &str) -> Result<(Motion, String), Stop> {
        let found = self.publication(room)?;
        let found = found.filter(|(motion, _)| motion.id == id);
        let (motion, round) = found.ok_or(Stop::NotFound)?;
        self.allow(
            &room.visitor,
            Deed::ConfirmPublication,
            &object(room, &motion),
        )?;
        Ok((motion, round))
    }

    pub(super) fn ask_to_confirm_publication(&self, id: &str, motion: &str) -> Result<Reply, Stop> {
        let room = self.room(id)?;
        let (motion, round) = self.waiting_motion(&room, motion)?;
        let proposed = self.accounts().proposed(&motion.id)?.ok_or(Stop::Moved)?;
        let depositary = &self.desk.office.depositary;
        let mut pending = Vec::new();
        for act in proposed.act.split(|byte| *byte == b'\n') {
            let resumed = self.runtime.block_on(depositary.resume(act, Vec::new()));
            pending.push(resumed.map_err(|error| Stop::Refused(self.refused(&error)))?);
        }
        let mut facts = self.publication_facts(&room, &round);
        let by = motion.proposed_by.clone().unwrap_or_default();
        facts.push((say!(self.words(), "eyes-proposed"), by));
        self.ask_over(
            &room,
            Asked {
                right: Deed::ConfirmPublication,
                key: "deed-confirm-publication",
                of: None,
                facts,
                pending: &pending,
                draft: "",
                motion: Some((&motion.id, &round)),
                back: room.path(""),
            },
        )
    }

    pub(super) fn publication_confirmed(
        &self,
        room: &Room,
        ceremony: &Ceremony,
        kept: &Kept,
    ) -> Result<(), Stop> {
        let (motion, _) = self.waiting_motion(room, kept.text("motion"))?;
        let proposed = self.accounts().proposed(&motion.id)?.ok_or(Stop::Moved)?;
        let acts = kept.acts().ok_or(Stop::Expired)?;
        let assertion = self.asserted_over(room, Deed::ConfirmPublication, ceremony, &acts)?;
        // Both asserted over the same: what was proposed anew meanwhile is something else.
        if assertion.act != Digest::of(&proposed.act) {
            return Err(Stop::Moved);
        }
        self.accounts().keep_assertion(&assertion, self.now)?;
        let first = motion.proposed_by.ok_or(Stop::Moved)?;
        let seq = self.carry_all(acts, &first)?;
        self.accounts()
            .settle(&motion.id, &assertion.officer, seq)?;
        Ok(())
    }

    pub(super) fn return_publication(&self, id: &str, motion: &str) -> Result<Reply, Stop> {
        let room = self.room(id)?;
        let (motion, _) = self.waiting_motion(&room, motion)?;
        let why = self.call.form.trimmed("why").chars().take(2_000);
        let why: String = why.collect();
        if why.is_empty() {
            return Ok(Reply::to(self.link(&room.path(""))));
        }
        let why = format!("{}: {why}", room.officer());
        self.accounts().give_back(&motion.id, &why)?;
        Ok(Reply::to(self.link(&room.path(""))))
    }
}

fn object(room: &Room, motion: &Motion) -> Object {
    Object {
        proposed_by: motion.proposed_by.clone(),
        ..room.object(room.stage())
    }
}
