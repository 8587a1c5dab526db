//! Signing in and out: a pseudonym, then a passkey; a session with a new secret each time.

use askama::Template;
use axum::http::StatusCode;
use sponsio_depositary::accounts::{Ceremony, Session, is_pseudonym};
use sponsio_depositary::mandate::rights::Deed;
use sponsio_record::Digest;

use super::At;
use super::door::Visitor;
use super::passkey::{NotBelieved, Proved, Question};
use super::reply::{Reply, Stop};
use super::view::{Ask, Said, Who};
use crate::locale::say;
use crate::page::frame::Frame;

#[derive(Template)]
#[template(path = "desk/sign_in.html")]
struct SignIn {
    p: Frame,
    who: Option<Who>,
    officer: String,
    fault: Option<String>,
}

impl At<'_> {
    pub(super) fn sign_in_page(&self) -> Result<Reply, Stop> {
        if self.visitor()?.is_some() {
            return Ok(Reply::to(self.link("/profile")));
        }
        self.sign_in_form("", None)
    }

    fn sign_in_form(&self, officer: &str, fault: Option<&str>) -> Result<Reply, Stop> {
        let status = match fault {
            Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
            None => StatusCode::OK,
        };
        let page = SignIn {
            p: self.frame(),
            who: None,
            officer: officer.chars().take(64).collect(),
            fault: fault.map(|key| say!(self.words(), key)),
        };
        Ok(Reply::with_status(status, page.render()?))
    }

    /// Asks for the passkey of a pseudonym. Pseudonyms stand in the public log: that there is an account of
    /// one is no secret.
    pub(super) fn ask_for_passkey(&self) -> Result<Reply, Stop> {
        let officer = self.call.form.trimmed("officer");
        let keys = match self.accounts().account(officer)? {
            Some(_) => self.accounts().passkeys(officer)?,
            None => Vec::new(),
        };
        if keys.is_empty() {
            let named = is_pseudonym(officer).then_some(officer);
            self.keep_denial(named, "sign-in", "no-passkey");
            return self.sign_in_form(officer, Some("sign-in-unknown"));
        }
        let question = self.desk.passkeys.ask(&keys, None)?;
        let ask = self.begun(
            question,
            officer,
            "sign-in",
            "/sign-in/passkey",
            "sign-in-button",
        )?;
        let words = self.words();
        let said = Said {
            heading: say!(words, "sign-in-heading"),
            lead: say!(words, "sign-in-lead"),
            facts: vec![(say!(words, "sign-in-officer"), officer.to_owned())],
            digest: None,
            back: Some((say!(words, "sign-in-other"), self.link("/sign-in"))),
            kept: Vec::new(),
        };
        self.asking(None, said, ask)
    }

    /// Begins a session when the passkey has answered.
    pub(super) fn sign_in(&self) -> Result<Reply, Stop> {
        let ceremony = self.taken("sign-in")?;
        let officer = ceremony.officer.clone();
        self.proved(&ceremony)?;
        // A session that this browser had before ends: a secret is never carried over.
        if let Some(before) = self.visitor()? {
            let handle = &before.session.handle;
            self.accounts()
                .end_session(&before.session.officer, handle)?;
        }
        let secret = hex(&self.secret::<32>()?);
        let session = Session {
            handle: hex(&self.secret::<8>()?),
            officer,
            token: hex(&self.secret::<32>()?),
            began: self.now,
            seen: self.now,
        };
        let kept = Digest::of(secret.as_bytes());
        self.accounts().begin_session(&kept, &session)?;
        let account = self.accounts().account(&session.officer)?;
        let visitor = account.map(|account| Visitor { account, session });
        let reads = |deed| {
            visitor
                .as_ref()
                .is_some_and(|who| who.somewhere(deed).is_some())
        };
        let next = if reads(Deed::ReadInbox) {
            "/desk"
        } else if reads(Deed::ReadRoom) {
            "/n"
        } else {
            "/profile"
        };
        Ok(Reply::to(self.link(next)).beginning(&secret))
    }

    pub(super) fn sign_out(&self) -> Result<Reply, Stop> {
        let visitor = self.signed_in()?;
        let session = &visitor.session;
        self.accounts()
            .end_session(&session.officer, &session.handle)?;
        Ok(Reply::to(self.link("/sign-in")).ending())
    }

    /// Keeps what judges the answer to a question, and returns the form that carries the answer.
    pub(super) fn begun(
        &self,
        question: Question,
        officer: &str,
        purpose: &str,
        action: &str,
        button: &str,
    ) -> Result<Ask, Stop> {
        let secret = hex(&self.secret::<32>()?);
        let ceremony = Ceremony {
            officer: officer.to_owned(),
            purpose: purpose.to_owned(),
            state: question.state.clone(),
        };
        let kept = Digest::of(secret.as_bytes());
        self.accounts().begin(&kept, &ceremony, self.now)?;
        let button = say!(self.words(), button);
        Ok(Ask::get(question, self.link(action), secret, button))
    }

    /// Takes the ceremony that a form answers.
    pub(super) fn taken(&self, purpose: &str) -> Result<Ceremony, Stop> {
        let secret = Digest::of(self.call.form.get("ceremony").as_bytes());
        let found = self.accounts().take(&secret, self.now)?;
        let found = found.filter(|ceremony| ceremony.purpose == purpose);
        found.ok_or(Stop::Expired)
    }

    /// Judges the answer of a passkey, and keeps that it was used.
    pub(super) fn proved(&self, ceremony: &Ceremony) -> Result<Proved, Stop> {
        let officer = &ceremony.officer;
        if self.accounts().account(officer)?.is_none() {
            return Err(Stop::Passkey);
        }
        let keys = self.accounts().passkeys(officer)?;
        let answer = self.call.form.get("answer");
        let proved = self.desk.passkeys.asserted(answer, &ceremony.state, &keys);
        let Ok(proved) = proved else {
            self.keep_denial(Some(officer), &ceremony.purpose, "assertion");
            return Err(Stop::Passkey);
        };
        let Proved {
            credential,
            updated,
            ..
        } = &proved;
        self.accounts()
            .used_passkey(credential, updated, self.now)?;
        Ok(proved)
    }
}

impl From<NotBelieved> for Stop {
    fn from(_: NotBelieved) -> Self {
        Self::Passkey
    }
}

/// Writes bytes as hexadecimal digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        for half in [byte >> 4, byte & 15] {
            text.extend(char::from_digit(u32::from(half), 16));
        }
    }
    text
}
