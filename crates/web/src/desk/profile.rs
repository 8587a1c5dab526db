//! The profile: who one is here, one's passkeys, and one's sessions, each of which can be ended.

use askama::Template;
use axum::http::StatusCode;
use sponsio_depositary::calendar::zone;

use super::At;
use super::door::Visitor;
use super::reply::{Reply, Stop};
use super::token::Tokens;
use super::view::{Said, Who, count, grant, instant};
use crate::locale::say;
use crate::page::frame::Frame;

/// A session in the list.
struct Row {
    handle: String,
    began: String,
    seen: String,
    is_this: bool,
}

/// A passkey in the list.
struct Key {
    credential: String,
    added: String,
    used: String,
}

#[derive(Template)]
#[template(path = "desk/profile.html")]
struct Profile {
    p: Frame,
    who: Option<Who>,
    facts: Vec<(String, String)>,
    passkeys: Vec<Key>,
    sessions: Vec<Row>,
    zone: String,
    tokens: Option<Tokens>,
    fault: Option<String>,
}

impl At<'_> {
    pub(super) fn profile(&self) -> Result<Reply, Stop> {
        let visitor = self.signed_in()?;
        self.profile_page(&visitor, None)
    }

    /// Keeps the time zone in which deadlines are told, beside UTC; without one there is UTC alone.
    pub(super) fn keep_zone(&self) -> Result<Reply, Stop> {
        let visitor = self.signed_in()?;
        let named = self.call.form.trimmed("zone");
        if !named.is_empty() && zone(named).is_none() {
            return self.profile_page(&visitor, Some("fault-zone"));
        }
        let kept = Some(named).filter(|named| !named.is_empty());
        self.accounts()
            .keep_zone(&visitor.account.holder.officer, kept)?;
        Ok(Reply::to(self.link("/profile")))
    }

    /// Returns the page; where a form was not taken, it says why, and has what was written as the zone.
    pub(super) fn profile_page(
        &self,
        visitor: &Visitor,
        fault: Option<&'static str>,
    ) -> Result<Reply, Stop> {
        let words = self.words();
        let account = &visitor.account;
        let holder = &account.holder;
        let grants = holder.grants.iter();
        let grants = grants.map(|one| grant(words, one.role, &one.scope));
        let mut facts = vec![
            (say!(words, "sign-in-officer"), holder.officer.clone()),
            (
                say!(words, "profile-roles"),
                grants.collect::<Vec<_>>().join(", "),
            ),
        ];
        if let Some(party) = &holder.party {
            facts.push((say!(words, "profile-party"), party.to_string()));
        }
        let left = self.accounts().recoveries(&holder.officer)?;
        facts.push((say!(words, "profile-recovery"), count(left)));
        let passkeys = self.accounts().passkeys(&holder.officer)?.into_iter();
        let passkeys = passkeys.map(|one| Key {
            added: instant(words, one.added),
            used: one
                .used
                .map(|used| instant(words, used))
                .unwrap_or_default(),
            credential: one.credential,
        });
        let sessions = self.accounts().sessions(&holder.officer, self.now)?;
        let sessions = sessions.into_iter().map(|one| Row {
            is_this: one.handle == visitor.session.handle,
            began: instant(words, one.began),
            seen: instant(words, one.seen),
            handle: one.handle,
        });
        let status = match fault {
            Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
            None => StatusCode::OK,
        };
        let zone = match fault {
            Some(_) => self.call.form.trimmed("zone").chars().take(64).collect(),
            None => self.accounts().zone(&holder.officer)?.unwrap_or_default(),
        };
        let page = Profile {
            p: self.frame(),
            who: Some(visitor.who()),
            facts,
            passkeys: passkeys.collect(),
            sessions: sessions.collect(),
            zone,
            tokens: self.tokens(visitor)?,
            fault: fault.map(|key| say!(words, key)),
        };
        Ok(Reply::with_status(status, page.render()?))
    }

    pub(super) fn end_session(&self) -> Result<Reply, Stop> {
        let visitor = self.signed_in()?;
        let handle = self.call.form.get("session");
        self.accounts()
            .end_session(&visitor.account.holder.officer, handle)?;
        Ok(Reply::to(self.link("/profile")))
    }

    /// Asks for a passkey, before one is removed, as that of a device that was lost.
    pub(super) fn ask_to_remove(&self) -> Result<Reply, Stop> {
        let visitor = self.signed_in()?;
        let officer = &visitor.account.holder.officer;
        let removed = self.call.form.get("credential");
        let mut keys = self.accounts().passkeys(officer)?;
        let added = keys.iter().find(|one| one.credential == removed);
        let added = added.ok_or(Stop::NotFound)?.added;
        // The one that goes does not speak for its own going.
        keys.retain(|one| one.credential != removed);
        let question = self.desk.passkeys.ask(&keys, None)?;
        let purpose = format!("remove-passkey:{removed}");
        let action = "/profile/passkey/removed";
        let ask = self.begun(question, officer, &purpose, action, "profile-remove")?;
        let words = self.words();
        let said = Said {
            heading: say!(words, "profile-remove"),
            lead: say!(words, "profile-remove-lead"),
            facts: vec![(say!(words, "profile-added"), instant(words, added))],
            digest: None,
            back: Some((say!(words, "profile-heading"), self.link("/profile"))),
            kept: vec![("credential", removed.to_owned())],
        };
        self.asking(Some(&visitor), said, ask)
    }

    pub(super) fn remove_passkey(&self) -> Result<Reply, Stop> {
        let visitor = self.signed_in()?;
        let officer = &visitor.account.holder.officer;
        let removed = self.call.form.get("credential");
        let ceremony = self.taken(&format!("remove-passkey:{removed}"))?;
        if ceremony.officer != *officer {
            return Err(Stop::Expired);
        }
        let proved = self.proved(&ceremony)?;
        if proved.credential == removed {
            return Err(Stop::Passkey);
        }
        let handle = &visitor.session.handle;
        self.accounts().remove_passkey(officer, removed, handle)?;
        Ok(Reply::to(self.link("/profile")))
    }
}
