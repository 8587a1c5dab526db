//! A new passkey: by the one-time link of an invitation, or of a recovery code. The recovery codes are
//! shown once, when the first passkey is made.

use askama::Template;
use axum::http::StatusCode;
use sponsio_depositary::accounts::{Account, Ceremony, Passkey};
use sponsio_record::{Digest, Instant};

use super::At;
use super::passkey::Question;
use super::recovery;
use super::reply::{Reply, Stop};
use super::sign_in::hex;
use super::view::{Ask, Said, Who, grant};
use crate::locale::say;
use crate::page::frame::Frame;

/// How many wrong recovery codes of one officer are taken within [`WINDOW`].
const MOST_WRONG: u64 = 5;

/// The time over which wrong codes are counted, in seconds.
const WINDOW: i64 = 3_600;

#[derive(Template)]
#[template(path = "desk/enrolled.html")]
struct Enrolled {
    p: Frame,
    who: Option<Who>,
    codes: Vec<String>,
}

#[derive(Template)]
#[template(path = "desk/recover.html")]
struct Recover {
    p: Frame,
    who: Option<Who>,
    officer: String,
    fault: Option<String>,
}

impl At<'_> {
    /// Whose one-time link this is.
    fn invited(&self, secret: &str) -> Result<Account, Stop> {
        let kept = Digest::of(secret.as_bytes());
        let officer = self.accounts().invited(&kept, self.now)?;
        let Some(officer) = officer else {
            self.keep_denial(None, "enrol", "link");
            return Err(Stop::Expired);
        };
        self.accounts().account(&officer)?.ok_or(Stop::Expired)
    }

    pub(super) fn enrol_page(&self, secret: &str) -> Result<Reply, Stop> {
        let account = self.invited(secret)?;
        let officer = &account.holder.officer;
        let keys = self.accounts().passkeys(officer)?;
        let question = self.desk.passkeys.enrol(officer, &account.name, &keys)?;
        let action = format!("/enrol/{secret}");
        let ask = self.begun(question, officer, "enrol", &action, "enrol-button")?;
        let words = self.words();
        let grants = account.holder.grants.iter();
        let grants = grants.map(|one| grant(words, one.role, &one.scope));
        let said = Said {
            heading: say!(words, "enrol-heading", name = account.name.as_str()),
            lead: say!(words, "enrol-lead"),
            facts: vec![
                (say!(words, "sign-in-officer"), officer.clone()),
                (
                    say!(words, "profile-roles"),
                    grants.collect::<Vec<_>>().join(", "),
                ),
            ],
            digest: None,
            back: None,
            kept: Vec::new(),
        };
        self.asking(
            None,
            said,
            Ask {
                how: "create",
                ..ask
            },
        )
    }

    pub(super) fn enrol(&self, secret: &str) -> Result<Reply, Stop> {
        let account = self.invited(secret)?;
        let officer = &account.holder.officer;
        let Ceremony {
            officer: of, state, ..
        } = self.taken("enrol")?;
        if of != *officer {
            return Err(Stop::Expired);
        }
        let answer = self.call.form.get("answer");
        let made = self.desk.passkeys.enrolled(answer, &state);
        let Ok((credential, held)) = made else {
            self.keep_denial(Some(officer), "enrol", "attestation");
            return Err(Stop::Passkey);
        };
        let passkey = Passkey {
            credential,
            held,
            added: self.now,
            used: None,
        };
        let kept = Digest::of(secret.as_bytes());
        self.accounts().add_passkey(officer, &passkey, &kept)?;
        let codes = match self.accounts().recoveries(officer)? {
            0 => self.recovery_codes(officer)?,
            _ => Vec::new(),
        };
        let page = Enrolled {
            p: self.frame(),
            who: None,
            codes,
        };
        Ok(Reply::page(page.render()?))
    }

    fn recovery_codes(&self, officer: &str) -> Result<Vec<String>, Stop> {
        let (mut codes, mut hashes) = (Vec::new(), Vec::new());
        for place in 1..=recovery::CODES {
            let code = recovery::code(place, self.secret()?);
            hashes.push(recovery::hash(&code, self.secret()?).ok_or(Stop::Unavailable)?);
            codes.push(code);
        }
        self.accounts().keep_recovery(officer, &hashes)?;
        Ok(codes)
    }

    pub(super) fn recover_page(&self) -> Result<Reply, Stop> {
        self.recover_form("", None)
    }

    fn recover_form(&self, officer: &str, fault: Option<&str>) -> Result<Reply, Stop> {
        let status = match fault {
            Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
            None => StatusCode::OK,
        };
        let page = Recover {
            p: self.frame(),
            who: None,
            officer: officer.chars().take(64).collect(),
            fault: fault.map(|key| say!(self.words(), key)),
        };
        Ok(Reply::with_status(status, page.render()?))
    }

    /// Takes a recovery code; the answer to a wrong one is the same whatever was wrong.
    pub(super) fn recover(&self) -> Result<Reply, Stop> {
        let officer = self.call.form.trimmed("officer");
        let code = self.call.form.trimmed("code");
        let since = self.now.seconds().saturating_sub(WINDOW);
        let since = Instant::from_seconds(since).unwrap_or(Instant::MIN);
        let wrong = self.accounts().denials_since(officer, "recover", since)?;
        if MOST_WRONG <= wrong {
            return self.recover_form(officer, Some("recover-often"));
        }
        if !self.uses_up(officer, code)? {
            self.keep_denial(Some(officer), "recover", "code");
            return self.recover_form(officer, Some("recover-wrong"));
        }
        let account = self.accounts().account(officer)?.ok_or(Stop::Expired)?;
        self.new_link(&account)
    }

    fn uses_up(&self, officer: &str, code: &str) -> Result<bool, Stop> {
        if self.accounts().account(officer)?.is_none() {
            return Ok(false);
        }
        let Some(place) = recovery::place(code) else {
            return Ok(false);
        };
        let kept = self.accounts().recovery(officer, place)?;
        let is_right = kept.is_some_and(|kept| recovery::is_right(code, &kept));
        Ok(is_right && self.accounts().use_recovery(officer, place)?)
    }

    /// Leads to the page on which the account makes another passkey.
    fn new_link(&self, account: &Account) -> Result<Reply, Stop> {
        let secret = hex(&self.secret::<32>()?);
        let kept = Digest::of(secret.as_bytes());
        self.accounts()
            .link(&account.holder.officer, &kept, self.now)?;
        Ok(Reply::to(self.link(&format!("/enrol/{secret}"))))
    }

    /// Asks for the passkey that is there, before another one is added.
    pub(super) fn ask_to_add(&self) -> Result<Reply, Stop> {
        let visitor = self.signed_in()?;
        let officer = &visitor.account.holder.officer;
        let keys = self.accounts().passkeys(officer)?;
        let question: Question = self.desk.passkeys.ask(&keys, None)?;
        let action = "/profile/passkey/asserted";
        let ask = self.begun(question, officer, "add-passkey", action, "sign-in-button")?;
        let words = self.words();
        let said = Said {
            heading: say!(words, "profile-add"),
            lead: say!(words, "profile-add-lead"),
            facts: vec![(say!(words, "sign-in-officer"), officer.clone())],
            digest: None,
            back: Some((say!(words, "profile-heading"), self.link("/profile"))),
            kept: Vec::new(),
        };
        self.asking(Some(&visitor), said, ask)
    }

    pub(super) fn add_passkey(&self) -> Result<Reply, Stop> {
        let visitor = self.signed_in()?;
        let ceremony = self.taken("add-passkey")?;
        if ceremony.officer != visitor.account.holder.officer {
            return Err(Stop::Expired);
        }
        self.proved(&ceremony)?;
        self.new_link(&visitor.account)
    }
}
