//! An act and its assertion: one officer proposes, another confirms, each by a passkey that is asked anew,
//! over a challenge that is bound to the digest of the act. What they asserted is kept as evidence.

use serde_json::{Value, json};
use sponsio_depositary::accounts::{Assertion, Ceremony, Motion, Proposed};
use sponsio_depositary::mandate::rights::Deed;
use sponsio_record::Digest;

use super::At;
use super::door::Visitor;
use super::entry::{CHECKS, Fault, subject};
use super::fields::Fields;
use super::passkey::Question;
use super::reply::{Reply, Stop};
use super::view::Said;
use crate::locale::say;

/// The two deeds, by the words of their paths, forms and sentences.
struct Step {
    deed: Deed,
    done: &'static str,
}

const PROPOSE: Step = Step {
    deed: Deed::Propose,
    done: "proposed",
};

const CONFIRM: Step = Step {
    deed: Deed::Confirm,
    done: "confirmed",
};

impl At<'_> {
    pub(super) fn ask_to_propose(&self, id: &str) -> Result<Reply, Stop> {
        let visitor = self.signed_in()?;
        let motion = self.motion(id)?;
        self.allow(&visitor, Deed::Propose, &motion.object())?;
        let form = Fields::of_kept(&motion.form);
        let is_open = |name: &&str| !form.is_ticked(&format!("check-{name}"));
        let is_unexplained = form.trimmed("note").is_empty();
        if motion.kind == "deposit" && CHECKS.iter().any(is_open) && is_unexplained {
            return self.item_page(&visitor, &motion, Some(Fault("note", "fault-open")));
        }
        let drawn = self.drawn_up(&motion);
        let drawn = drawn.map_err(|error| Stop::Refused(self.refused(&error)))?;
        self.ask_for(&visitor, &motion, &drawn.proposed, &PROPOSE)
    }

    pub(super) fn ask_to_confirm(&self, id: &str) -> Result<Reply, Stop> {
        let visitor = self.signed_in()?;
        let motion = self.motion(id)?;
        self.allow(&visitor, Deed::Confirm, &motion.object())?;
        let proposed = self.accounts().proposed(id)?.ok_or(Stop::Moved)?;
        self.ask_for(&visitor, &motion, &proposed, &CONFIRM)
    }

    fn ask_for(
        &self,
        visitor: &Visitor,
        motion: &Motion,
        proposed: &Proposed,
        step: &Step,
    ) -> Result<Reply, Stop> {
        let officer = &visitor.account.holder.officer;
        let (digest, deed) = (proposed.digest(), step.deed.label());
        let question = self.bound(officer, deed, &digest)?;
        let purpose = format!("{deed}:{}", motion.id);
        let action = format!("/desk/i/{}/{}", motion.id, step.done);
        let ask = self.begun(
            question,
            officer,
            &purpose,
            &action,
            &format!("{deed}-button"),
        )?;
        let words = self.words();
        let said = Said {
            heading: say!(words, &format!("{deed}-heading")),
            lead: say!(words, &format!("{deed}-lead")),
            facts: vec![(say!(words, "ask-act"), subject(self, motion))],
            digest: Some(digest.to_string()),
            back: Some((
                say!(words, "ask-back"),
                self.link(&format!("/desk/i/{}", motion.id)),
            )),
            kept: Vec::new(),
        };
        self.asking(Some(visitor), said, ask)
    }

    /// Asks an officer's passkeys over a challenge that is bound to an act.
    pub(super) fn bound(&self, officer: &str, deed: &str, act: &Digest) -> Result<Question, Stop> {
        let nonce: [u8; 32] = self.secret()?;
        let challenge = Assertion::challenge(officer, deed, act, &nonce);
        let keys = self.accounts().passkeys(officer)?;
        let question = self.desk.passkeys.ask(&keys, Some(&challenge))?;
        let kept = json!({
            "asked": question.state,
            "nonce": nonce.to_vec(),
            "act": act.to_string(),
        });
        Ok(Question {
            state: kept.to_string(),
            ..question
        })
    }

    /// Judges the answer over an act; what was asked is used up, whatever comes of it.
    fn asserted(
        &self,
        visitor: &Visitor,
        deed: &str,
        id: &str,
        act: &Digest,
    ) -> Result<Assertion, Stop> {
        let ceremony = self.taken(&format!("{deed}:{id}"))?;
        self.judged(visitor, deed, &ceremony, act)
    }

    /// Judges the answer to a question that was asked over an act.
    pub(super) fn judged(
        &self,
        visitor: &Visitor,
        deed: &str,
        ceremony: &Ceremony,
        act: &Digest,
    ) -> Result<Assertion, Stop> {
        let officer = &visitor.account.holder.officer;
        let kept: Value = serde_json::from_str(&ceremony.state).map_err(|_| Stop::Expired)?;
        if ceremony.officer != *officer {
            return Err(Stop::Expired);
        }
        if kept["act"] != act.to_string() {
            return Err(Stop::Moved);
        }
        let nonce = kept["nonce"].as_array().ok_or(Stop::Expired)?.iter();
        let nonce = nonce.filter_map(|byte| u8::try_from(byte.as_u64()?).ok());
        let nonce: Vec<u8> = nonce.collect();
        let nonce = <[u8; 32]>::try_from(nonce).map_err(|_| Stop::Expired)?;
        let state = kept["asked"].as_str().ok_or(Stop::Expired)?.to_owned();
        let proved = self.proved(&Ceremony {
            state,
            ..ceremony.clone()
        })?;
        Ok(Assertion {
            officer: officer.clone(),
            deed: deed.to_owned(),
            act: *act,
            nonce,
            passkey: proved.held,
            assertion: self.call.form.get("answer").to_owned(),
        })
    }

    pub(super) fn propose(&self, id: &str) -> Result<Reply, Stop> {
        let visitor = self.signed_in()?;
        let motion = self.motion(id)?;
        self.allow(&visitor, Deed::Propose, &motion.object())?;
        let drawn = self.drawn_up(&motion);
        let drawn = drawn.map_err(|error| Stop::Refused(self.refused(&error)))?;
        let digest = drawn.proposed.digest();
        let assertion = self.asserted(&visitor, Deed::Propose.label(), id, &digest)?;
        self.accounts()
            .propose(id, &drawn.proposed, &assertion, self.now)?;
        Ok(Reply::to(self.link(&format!("/desk/i/{id}"))))
    }

    /// Records what was proposed. The assertion is kept first: an act without its evidence cannot exist.
    pub(super) fn confirm(&self, id: &str) -> Result<Reply, Stop> {
        let visitor = self.signed_in()?;
        let motion = self.motion(id)?;
        self.allow(&visitor, Deed::Confirm, &motion.object())?;
        let proposed = self.accounts().proposed(id)?.ok_or(Stop::Moved)?;
        let first = motion.proposed_by.clone().ok_or(Stop::Moved)?;
        let digest = proposed.digest();
        let assertion = self.asserted(&visitor, Deed::Confirm.label(), id, &digest)?;
        self.accounts().keep_assertion(&assertion, self.now)?;
        let office = &self.desk.office.depositary;
        let recorded = office.carry_out(proposed, &first, motion.entered);
        let recorded = self.runtime.block_on(recorded);
        let recorded = recorded.map_err(|error| Stop::Refused(self.refused(&error)))?;
        self.accounts()
            .settle(id, &assertion.officer, recorded.seq)?;
        Ok(Reply::to(self.link(&format!("/desk/i/{id}"))))
    }
}
