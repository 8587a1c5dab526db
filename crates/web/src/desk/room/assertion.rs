//! An act at a conference and its assertion: drawn up, asked over by the passkey of whoever acts, and recorded
//! as it was drawn up, received when the assertion is there. The assertion is kept as evidence first.

use serde_json::{Value, json};
use sponsio_depositary::Pending;
use sponsio_depositary::accounts::{Assertion, Ceremony};
use sponsio_depositary::mandate::rights::{Deed, Stage};
use sponsio_depositary::store::Envelope;
use sponsio_record::{ActId, Digest};

use super::Room;
use crate::desk::At;
use crate::desk::passkey::Question;
use crate::desk::reply::{Reply, Stop};
use crate::desk::sign_in::hex;
use crate::desk::view::Said;
use crate::locale::say;

/// What somebody is asked to assert over.
pub(super) struct Asked<'a> {
    /// The right that it needs.
    pub(super) right: Deed,
    /// The key of what is done, as heading and on the button.
    pub(super) key: &'static str,
    /// The proposal about which it is; its round decides at which stage it is done.
    pub(super) of: Option<ActId>,
    /// What is shown of it.
    pub(super) facts: Vec<(String, String)>,
    pub(super) pending: &'a [Pending],
    /// The draft that goes with it.
    pub(super) draft: &'a str,
    /// The motion that it proposes or confirms, and the round.
    pub(super) motion: Option<(&'a str, &'a str)>,
    /// The path of the page from which it was asked and that comes after.
    pub(super) back: String,
}

/// What was kept between the question and its answer.
pub(super) struct Kept(Value);

impl Kept {
    pub(super) fn text(&self, name: &str) -> &str {
        self.0[name].as_str().unwrap_or_default()
    }

    /// Returns the acts as they were drawn up, each with what lies behind its commitment.
    pub(super) fn acts(&self) -> Option<Vec<(Vec<u8>, Vec<Envelope>)>> {
        let acts = self.0["acts"].as_array()?.iter();
        let acts = acts.map(|act| {
            let envelopes = act["envelopes"].as_array()?.iter();
            let envelopes = envelopes.map(|one| {
                let salt = <[u8; 32]>::try_from(unhex(one["salt"].as_str()?)?).ok()?;
                Some(Envelope::of(salt, unhex(one["bytes"].as_str()?)?))
            });
            let bytes = act["act"].as_str()?.as_bytes().to_vec();
            Some((bytes, envelopes.collect::<Option<_>>()?))
        });
        acts.collect()
    }
}

/// Returns the digest to which assertions over acts are bound: that of their bytes, with a line end between.
pub(super) fn digest(acts: &[Vec<u8>]) -> Digest {
    Digest::of(&acts.join(&b'\n'))
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let digits = text.as_bytes().chunks(2).map(|pair| {
        let pair = core::str::from_utf8(pair).ok()?;
        u8::from_str_radix(pair, 16).ok()
    });
    digits.collect()
}

impl At<'_> {
    /// Asks the passkey of whoever acts over what was drawn up.
    pub(super) fn ask_over(&self, room: &Room, asked: Asked<'_>) -> Result<Reply, Stop> {
        let acts: Result<Vec<Vec<u8>>, _> = asked.pending.iter().map(Pending::act).collect();
        let acts = acts.map_err(|error| Stop::Refused(self.refused(&error)))?;
        let digest = digest(&acts);
        let kept = acts.iter().zip(asked.pending).map(|(act, pending)| {
            let envelopes = pending.envelopes().iter();
            let envelopes =
                envelopes.map(|one| json!({"salt": hex(&one.salt), "bytes": hex(&one.bytes)}));
            json!({
                "act": String::from_utf8_lossy(act),
                "envelopes": envelopes.collect::<Vec<_>>(),
            })
        });
        let (motion, round) = asked.motion.unwrap_or_default();
        let officer = room.officer();
        let question = self.bound(officer, asked.right.label(), &digest)?;
        let mut state: Value = serde_json::from_str(&question.state).map_err(|_| Stop::Expired)?;
        state["right"] = asked.right.label().into();
        state["of"] = asked.of.map(|of| of.to_string()).into();
        state["acts"] = kept.collect::<Vec<_>>().into();
        state["draft"] = asked.draft.into();
        state["motion"] = motion.into();
        state["round"] = round.into();
        state["back"] = asked.back.as_str().into();
        let question = Question {
            state: state.to_string(),
            ..question
        };
        let purpose = format!("room:{}", room.id);
        let ask = self.begun(question, officer, &purpose, &room.path("/done"), asked.key)?;
        let words = self.words();
        let said = Said {
            heading: say!(words, asked.key),
            lead: if asked.right == Deed::ProposePublication {
                say!(words, "propose-lead")
            } else {
                say!(words, "room-ask-lead")
            },
            facts: asked.facts,
            digest: Some(digest.to_string()),
            back: Some((say!(words, "ask-back"), self.link(&asked.back))),
            kept: Vec::new(),
        };
        self.asking(Some(&room.visitor), said, ask)
    }

    /// Does what was asked over, when the passkey has answered.
    pub(super) fn carry_out(&self, id: &str) -> Result<Reply, Stop> {
        let room = self.entered(self.signed_in()?, id)?;
        let ceremony = self.taken(&format!("room:{}", room.id))?;
        let kept = serde_json::from_str(&ceremony.state).map_err(|_| Stop::Expired)?;
        let kept = Kept(kept);
        let right = Deed::from_label(kept.text("right")).ok_or(Stop::Expired)?;
        let stage = match kept.text("of").parse() {
            Ok(of) => room.stage_of_proposal(of),
            Err(_) => room.stage(),
        };
        match right {
            Deed::ProposePublication => self.publication_proposed(&room, &ceremony, &kept)?,
            Deed::ConfirmPublication => self.publication_confirmed(&room, &ceremony, &kept)?,
            _ => self.asserted_act(&room, right, stage, &ceremony, &kept)?,
        }
        Ok(Reply::to(self.link(kept.text("back"))))
    }

    fn asserted_act(
        &self,
        room: &Room,
        right: Deed,
        stage: Stage,
        ceremony: &Ceremony,
        kept: &Kept,
    ) -> Result<(), Stop> {
        self.allow(&room.visitor, right, &room.object(stage))?;
        let acts = kept.acts().ok_or(Stop::Expired)?;
        let assertion = self.asserted_over(room, right, ceremony, &acts)?;
        self.accounts().keep_assertion(&assertion, self.now)?;
        self.carry_all(acts, &assertion.officer)?;
        if let Some(party) = room.party()
            && !kept.text("draft").is_empty()
        {
            self.accounts()
                .erase_draft(kept.text("draft"), &room.id, party)?;
        }
        Ok(())
    }

    /// Judges the answer of a passkey over acts.
    pub(super) fn asserted_over(
        &self,
        room: &Room,
        right: Deed,
        ceremony: &Ceremony,
        acts: &[(Vec<u8>, Vec<Envelope>)],
    ) -> Result<Assertion, Stop> {
        let bytes: Vec<Vec<u8>> = acts.iter().map(|(act, _)| act.clone()).collect();
        self.judged(&room.visitor, right.label(), ceremony, &digest(&bytes))
    }

    /// Records acts as they were drawn up; returns the place of the last.
    pub(super) fn carry_all(
        &self,
        acts: Vec<(Vec<u8>, Vec<Envelope>)>,
        officer: &str,
    ) -> Result<u64, Stop> {
        let depositary = &self.desk.office.depositary;
        let mut last = 0;
        for (act, envelopes) in acts {
            let carried = self.runtime.block_on(async {
                let pending = depositary.resume(&act, envelopes).await?;
                depositary.carry(pending, officer).await
            });
            let recorded = carried.map_err(|error| Stop::Refused(self.refused(&error)))?;
            last = recorded.seq;
        }
        Ok(last)
    }
}
