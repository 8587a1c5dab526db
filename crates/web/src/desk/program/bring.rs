//! A program brings an instrument, a correction, a notification: it then waits in the inbox as if its
//! account had entered it, and says by which token it came.

use axum::http::{StatusCode, header};
use sponsio_depositary::accounts::{Motion, Once, Received};
use sponsio_depositary::mandate::rights::{Deed, Object, Stage};
use sponsio_record::{Digest, ParticipantId};

use super::body::{self, MATTERS};
use super::refusal::Refusal;
use super::{Answer, Program};
use crate::desk::At;
use crate::desk::entry::{FIELDS, entered, scope};
use crate::desk::fields::Fields;

/// The longest key of repetitions.
const KEY_MAX: usize = 255;

impl At<'_> {
    /// Enters what a program brings. The clock is read once: this is when it reached the desk.
    pub(super) fn bring(
        &self,
        program: &Program,
        path: &str,
        bytes: &[u8],
        asked: Digest,
    ) -> Result<Answer, Refusal> {
        let matter = MATTERS.iter().find(|matter| matter.path == path);
        let matter = matter.ok_or(Refusal::NotFound)?;
        let once = self.once(asked)?;
        if let Some(once) = &once
            && let Some(before) = self.accounts().answered(&program.token, once, self.now)?
        {
            return answer(before);
        }
        self.is_json()?;
        let form = body::fields(matter, bytes)?;
        let scope = scope(self, &form);
        let object = Object::of(scope.clone(), Stage::Absent);
        self.lets(program, Deed::Enter, &object)?;
        entered(matter.kind, &form).map_err(Refusal::Fault)?;
        self.is_there(&form)?;
        let mark = self.desk.office.depositary.mark();
        let id = mark.map_err(|_| Refusal::Unavailable)?.to_string();
        let motion = Motion {
            id,
            kind: matter.kind.to_owned(),
            scope,
            form: form.kept(&FIELDS),
            entered: self.now,
            entered_by: program.account.holder.officer.clone(),
            stage: Stage::Received,
            proposed_by: None,
            confirmed_by: None,
            remark: String::new(),
            seq: None,
        };
        let told = self.told(&motion, Some(&program.token.name));
        let told = told.to_string();
        let once = once.as_ref().map(|once| (once, told.as_str()));
        let brought = self
            .accounts()
            .bring(&motion, &program.token, once, self.now)?;
        match brought {
            Received::Entered => answer(Received::Before(told)),
            other => answer(other),
        }
    }

    /// By what a repetition is recognized, where the program wants that (RFC 9110 field `Idempotency-Key`).
    fn once(&self, asked: Digest) -> Result<Option<Once>, Refusal> {
        let mut given = self.call.headers.get_all("idempotency-key").iter();
        let Some(key) = given.next() else {
            return Ok(None);
        };
        let key = key.to_str().map_err(|_| Refusal::Key)?;
        let key = key.trim();
        // Written as a string of structured fields, or as it is.
        let inner = key.strip_prefix('"').and_then(|key| key.strip_suffix('"'));
        let key = inner.unwrap_or(key);
        let is_plain = key.bytes().all(|byte| byte.is_ascii_graphic());
        if given.next().is_some() || key.is_empty() || KEY_MAX < key.len() || !is_plain {
            return Err(Refusal::Key);
        }
        Ok(Some(Once {
            key: key.to_owned(),
            asked,
        }))
    }

    fn is_json(&self) -> Result<(), Refusal> {
        let media = self.call.headers.get(header::CONTENT_TYPE);
        let media = media
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default();
        let media = media.split(';').next().unwrap_or_default().trim();
        let is_packed = self.call.headers.contains_key(header::CONTENT_ENCODING);
        if media.eq_ignore_ascii_case("application/json") && !is_packed {
            Ok(())
        } else {
            Err(Refusal::Media)
        }
    }

    /// Whether the register has what the body names.
    fn is_there(&self, form: &Fields) -> Result<(), Refusal> {
        let register = &self.reading.register;
        let of = form.trimmed("of");
        if !of.is_empty() && register.act_marked(of).is_none() {
            return Err(Refusal::NoAct(of.to_owned()));
        }
        let treaty = form.trimmed("treaty");
        let known = sponsio_record::TreatyId::new(treaty).ok();
        let known = known.and_then(|id| register.treaty_place(&id));
        if !treaty.is_empty() && known.is_none() {
            return Err(Refusal::NoTreaty(treaty.to_owned()));
        }
        for field in ["participant", "predecessor"] {
            let code = form.trimmed(field);
            let known = ParticipantId::new(code).ok();
            let known = known.and_then(|id| register.party(&id));
            if !code.is_empty() && known.is_none() {
                return Err(Refusal::NoParticipant(code.to_owned()));
            }
        }
        Ok(())
    }
}

/// Returns what a program is told of what it brought, the first time and again.
fn answer(brought: Received) -> Result<Answer, Refusal> {
    let body = match brought {
        Received::Before(body) => body,
        Received::Full => return Err(Refusal::Full),
        Received::Otherwise | Received::Entered => return Err(Refusal::Otherwise),
    };
    let read: serde_json::Value = serde_json::from_str(&body).map_err(|_| Refusal::Unavailable)?;
    let id = read["id"].as_str().unwrap_or_default();
    Ok(Answer {
        status: StatusCode::CREATED,
        location: Some(format!("/api/v1/motions/{id}")),
        body,
    })
}
