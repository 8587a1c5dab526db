//! What a program reads of the inbox: what waits at the places of its token, and what became of it.

use serde_json::{Value, json};
use sponsio_depositary::accounts::Motion;
use sponsio_depositary::mandate::rights::{Deed, Scope, Stage};

use super::refusal::Refusal;
use super::{Answer, Program};
use crate::api::list::PER_PAGE;
use crate::desk::At;
use crate::page::asked::Wrong;

impl At<'_> {
    pub(super) fn told_motions(&self, program: &Program) -> Result<Answer, Refusal> {
        let holder = &program.account.holder;
        let places = program.token.allowance.places(holder, Deed::ReadInbox);
        if places.as_ref().is_some_and(Vec::is_empty) {
            let nowhere = sponsio_depositary::mandate::rights::Object::register();
            self.lets(program, Deed::ReadInbox, &nowhere)?;
        }
        let skip = self.cursor()?;
        let most = u32::try_from(PER_PAGE).unwrap_or(u32::MAX);
        let (waiting, all) = self.accounts().waiting(places.as_deref(), skip, most)?;
        let mut motions = Vec::new();
        for motion in &waiting {
            let by = self.accounts().brought_by(&motion.id)?;
            // What each would do is told one by one: it is computed anew every time.
            motions.push(self.described(motion, by.as_deref(), &Value::Null));
        }
        let behind = u64::from(skip.saturating_add(most));
        let next = (behind < all).then(|| behind.to_string());
        Ok(Answer::data(&json!({ "motions": motions, "next": next })))
    }

    pub(super) fn told_motion(&self, program: &Program, id: &str) -> Result<Answer, Refusal> {
        let motion = self.accounts().motion(id)?.ok_or(Refusal::NotFound)?;
        self.lets(program, Deed::ReadInbox, &motion.object())?;
        let by = self.accounts().brought_by(id)?;
        Ok(Answer::data(&self.told(&motion, by.as_deref())))
    }

    /// Says everything of a motion, with what recording it now would meet.
    pub(super) fn told(&self, motion: &Motion, by: Option<&str>) -> Value {
        let is_waiting = matches!(motion.stage, Stage::Received | Stage::Proposed);
        let foreseen = if is_waiting {
            self.foreseen(motion)
        } else {
            Value::Null
        };
        self.described(motion, by, &foreseen)
    }

    fn described(&self, motion: &Motion, by: Option<&str>, foreseen: &Value) -> Value {
        let treaty = match &motion.scope {
            Scope::Treaty(id) => Some(id.to_string()),
            _ => None,
        };
        let remark = Some(motion.remark.as_str()).filter(|remark| !remark.is_empty());
        json!({
            "id": motion.id,
            "kind": motion.kind,
            "treaty": treaty,
            "entered": motion.entered.to_string(),
            "entered_by": motion.entered_by,
            "token": by,
            "stage": motion.stage.label(),
            "proposed_by": motion.proposed_by,
            "confirmed_by": motion.confirmed_by,
            "remark": remark,
            "entry": motion.seq,
            "foreseen": foreseen,
            "page": self.link(&format!("/desk/i/{}", motion.id)),
        })
    }

    /// What recording it now would meet. It waits all the same: whether it is received, officers decide.
    fn foreseen(&self, motion: &Motion) -> Value {
        match self.drawn_up(motion) {
            Ok(_) => json!({ "received": true, "rule": null, "detail": null }),
            Err(error) => {
                let refused = self.refused(&error);
                json!({ "received": false, "rule": refused.rule, "detail": refused.sentence })
            }
        }
    }

    fn cursor(&self) -> Result<u32, Refusal> {
        let mut own = self.call.asked.own.iter();
        match own.find(|(name, _)| *name == "cursor") {
            None => Ok(0),
            Some((_, text)) => text
                .parse()
                .map_err(|_| Refusal::Asked(Wrong::Cursor(text.clone()))),
        }
    }
}
