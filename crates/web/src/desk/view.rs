//! What stands around every page of the desk: who is signed in, the way through it; and the page that
//! says why there is no other.

use askama::Template;
use axum::http::StatusCode;
use sponsio_depositary::mandate::rights::{Deed, Object, Role, Scope};
use sponsio_record::Instant;

use super::At;
use super::door::Visitor;
use super::passkey::Question;
use super::reply::{Reply, Stop};
use crate::locale::{Words, grouped, say};
use crate::page::frame::{Frame, Section};

/// Who is signed in, as every page shows it.
pub(super) struct Who {
    pub(super) officer: String,
    pub(super) name: String,
    /// What the forms of this session carry.
    pub(super) token: String,
    /// The pages that this person may read, with the keys of their names.
    pub(super) menu: Vec<(&'static str, &'static str)>,
}

/// A passkey that a page asks for, with the form that carries its answer.
pub(super) struct Ask {
    /// `create` or `get`.
    pub(super) how: &'static str,
    pub(super) options: String,
    pub(super) action: String,
    pub(super) ceremony: String,
    pub(super) button: String,
}

#[derive(Template)]
#[template(path = "desk/stopped.html")]
struct Stopped {
    p: Frame,
    who: Option<Who>,
    heading: String,
    said: String,
    rule: Option<String>,
    hints: Vec<String>,
    lang: &'static str,
    dir: &'static str,
    next: Vec<(String, String)>,
}

/// The page on which a passkey is asked for an act or a sign-in.
#[derive(Template)]
#[template(path = "desk/ask.html")]
struct Asking {
    p: Frame,
    who: Option<Who>,
    heading: String,
    lead: String,
    facts: Vec<(String, String)>,
    digest: Option<String>,
    ask: Ask,
    back: Option<(String, String)>,
    kept: Vec<(&'static str, String)>,
}

/// What a page says on which a passkey is asked for.
pub(super) struct Said {
    pub(super) heading: String,
    pub(super) lead: String,
    pub(super) facts: Vec<(String, String)>,
    pub(super) digest: Option<String>,
    pub(super) back: Option<(String, String)>,
    /// What goes along with the answer.
    pub(super) kept: Vec<(&'static str, String)>,
}

impl Visitor {
    /// Returns this person as every page shows it.
    pub(super) fn who(&self) -> Who {
        let account = &self.account;
        let somewhere = |deed| self.somewhere(deed).is_some();
        let everywhere = |deed| self.may(deed, &Object::register()).is_ok();
        let menu = [
            (somewhere(Deed::ReadInbox), "/desk", "desk-heading"),
            (somewhere(Deed::ReadRoom), "/n", "rooms-heading"),
            (true, "/profile", "profile-heading"),
            (everywhere(Deed::KeepAccounts), "/admin", "admin-menu"),
            (everywhere(Deed::ReadDenials), "/denials", "denials-heading"),
        ];
        let menu = menu.into_iter().filter(|(is_open, ..)| *is_open);
        Who {
            officer: account.holder.officer.clone(),
            name: account.name.clone(),
            token: self.session.token.clone(),
            menu: menu.map(|(_, path, key)| (path, key)).collect(),
        }
    }
}

impl At<'_> {
    pub(super) fn words(&self) -> &'static Words {
        self.call.asked.language.words()
    }

    pub(super) fn frame(&self) -> Frame {
        Frame::new(&self.call.asked, Section::None, self.reading)
    }

    /// Returns the address of a page in the reader's language.
    pub(super) fn link(&self, path: &str) -> String {
        self.frame().link(path)
    }

    /// Returns the page that asks for a passkey.
    pub(super) fn asking(
        &self,
        visitor: Option<&Visitor>,
        said: Said,
        ask: Ask,
    ) -> Result<Reply, Stop> {
        let page = Asking {
            p: self.frame(),
            who: visitor.map(Visitor::who),
            heading: said.heading,
            lead: said.lead,
            facts: said.facts,
            digest: said.digest,
            back: said.back,
            kept: said.kept,
            ask,
        };
        Ok(Reply::page(page.render()?))
    }

    /// Returns why there is no other page; what was refused is kept.
    pub(super) fn stopped(&self, stop: Stop) -> Result<Reply, Stop> {
        let visitor = self.visitor()?;
        let words = self.words();
        let officer = visitor
            .as_ref()
            .map(|visitor| visitor.account.holder.officer.clone());
        let to = |key: &str, path: &str| (say!(words, key), self.link(path));
        let (status, name) = match &stop {
            Stop::SignIn => {
                return Ok(Reply::to(self.link("/sign-in")));
            }
            Stop::Denied(why) => (StatusCode::FORBIDDEN, format!("denied-{}", why.label())),
            Stop::Foreign(why) => {
                self.keep_denial(officer.as_deref(), "form", why.word());
                (StatusCode::FORBIDDEN, format!("stopped-{}", why.word()))
            }
            Stop::NotFound => (StatusCode::NOT_FOUND, "stopped-not-found".to_owned()),
            Stop::Expired => (StatusCode::GONE, "stopped-expired".to_owned()),
            Stop::Passkey => (StatusCode::FORBIDDEN, "stopped-passkey".to_owned()),
            Stop::Moved => (StatusCode::CONFLICT, "stopped-moved".to_owned()),
            Stop::Refused(_) => (StatusCode::UNPROCESSABLE_ENTITY, String::new()),
            Stop::Unavailable => return Err(stop),
        };
        let next = match (&visitor, &stop) {
            (_, Stop::Expired | Stop::Passkey) if visitor.is_none() => {
                vec![to("sign-in-heading", "/sign-in")]
            }
            (Some(_), _) => vec![
                to("desk-heading", "/desk"),
                to("profile-heading", "/profile"),
            ],
            (None, _) => vec![to("sign-in-heading", "/sign-in"), to("next-home", "/")],
        };
        let mut page = Stopped {
            p: self.frame(),
            who: visitor.as_ref().map(Visitor::who),
            heading: say!(words, "stopped-heading"),
            said: String::new(),
            rule: None,
            hints: Vec::new(),
            lang: self.call.asked.language.tag(),
            dir: self.call.asked.language.direction(),
            next,
        };
        match stop {
            Stop::Refused(refused) => {
                page.lang = refused.language.tag();
                page.dir = refused.language.direction();
                page.said = refused.sentence;
                page.rule = refused.rule;
                page.hints = refused.hints;
            }
            _ => page.said = say!(words, &name),
        }
        Ok(Reply::with_status(status, page.render()?))
    }
}

impl Ask {
    /// Returns what a page asks of an authenticator that is there.
    pub(super) fn get(
        question: Question,
        action: String,
        ceremony: String,
        button: String,
    ) -> Self {
        Self {
            how: "get",
            options: question.options,
            action,
            ceremony,
            button,
        }
    }
}

/// Returns an instant as people read it: `30 November 2026, 16:04 UTC`.
pub(super) fn instant(words: &Words, instant: Instant) -> String {
    let text = instant.to_string();
    let (day, time) = text.split_once('T').unwrap_or((&text, ""));
    let day = sponsio_law::calendar::parse(day).map(|day| words.day(day));
    let time = time.get(..5).unwrap_or_default();
    format!("{}, {time} UTC", day.unwrap_or_default())
}

/// Returns what a grant says.
pub(super) fn grant(words: &Words, role: Role, scope: &Scope) -> String {
    let role = say!(words, &format!("role-{}", role.label()));
    match scope {
        Scope::Register => role,
        Scope::Treaty(id) => format!("{role} ({id})"),
        Scope::Conference(id) => format!("{role} ({id})"),
    }
}

/// Returns a count with its digits in groups.
pub(super) fn count(number: u64) -> String {
    grouped(&number.to_string())
}
