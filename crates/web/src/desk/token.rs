//! Tokens of one's own account: made with a passkey, shown once, ended at any time.

use askama::Template;
use sponsio_depositary::accounts::Token;
use sponsio_depositary::mandate::allowance::{Allowance, FOR_PROGRAMS};
use sponsio_depositary::mandate::rights::{Deed, Holder, Scope};
use sponsio_record::{Digest, Instant};

use super::At;
use super::door::Visitor;
use super::entry::Choice;
use super::program::PREFIX;
use super::reply::{Reply, Stop};
use super::sign_in::hex;
use super::view::{Said, Who, instant};
use crate::locale::say;
use crate::page::frame::Frame;

/// How many days a token that is made here may last.
const DAYS: [u16; 3] = [30, 90, 365];

/// What a form of a token says.
const KEPT: [&str; 5] = ["name", "days", "scope", "enter", "read-inbox"];

/// A token in the list.
pub(super) struct Row {
    pub(super) handle: String,
    pub(super) officer: String,
    pub(super) name: String,
    pub(super) allows: String,
    pub(super) expires: String,
    pub(super) used: String,
}

/// What a profile shows of tokens; absent for an account that can have none.
pub(super) struct Tokens {
    pub(super) rows: Vec<Row>,
    pub(super) deeds: Vec<(&'static str, String)>,
    pub(super) scopes: Vec<Choice>,
    pub(super) days: Vec<Choice>,
}

#[derive(Template)]
#[template(path = "desk/token.html")]
struct Made {
    p: Frame,
    who: Option<Who>,
    secret: String,
    facts: Vec<(String, String)>,
}

impl At<'_> {
    /// Returns a token as lists show it.
    pub(super) fn token_row(&self, token: &Token) -> Row {
        let words = self.words();
        let deeds = token.allowance.deeds().iter();
        let deeds = deeds.map(|deed| say!(words, &format!("token-{}", deed.label())));
        let scopes = token.allowance.scopes().iter().map(|scope| match scope {
            Scope::Register => say!(words, "token-register"),
            other => other.to_string(),
        });
        let deeds: Vec<String> = deeds.collect();
        let scopes: Vec<String> = scopes.collect();
        Row {
            handle: token.handle.clone(),
            officer: token.officer.clone(),
            name: token.name.clone(),
            allows: format!("{} ({})", deeds.join(", "), scopes.join(", ")),
            expires: instant(words, token.expires),
            used: token
                .used
                .map(|used| instant(words, used))
                .unwrap_or_default(),
        }
    }

    /// Returns what the profile shows of tokens.
    pub(super) fn tokens(&self, visitor: &Visitor) -> Result<Option<Tokens>, Stop> {
        let holder = &visitor.account.holder;
        let words = self.words();
        let rows = self.accounts().tokens(Some(&holder.officer), self.now)?;
        let rows: Vec<Row> = rows.iter().map(|token| self.token_row(token)).collect();
        let deeds = FOR_PROGRAMS.iter();
        let deeds: Vec<_> = deeds
            .filter(|deed| visitor.somewhere(**deed).is_some())
            .map(|deed| {
                let label = deed.label();
                (label, say!(words, &format!("token-{label}")))
            })
            .collect();
        if deeds.is_empty() && rows.is_empty() {
            return Ok(None);
        }
        let days = DAYS.iter().map(|days| Choice {
            value: days.to_string(),
            name: say!(words, "token-lasts", count = u32::from(*days)),
            is_chosen: *days == 90,
        });
        Ok(Some(Tokens {
            rows,
            deeds,
            scopes: self.scopes(holder),
            days: days.collect(),
        }))
    }

    /// Returns the places that a token of this account can name.
    fn scopes(&self, holder: &Holder) -> Vec<Choice> {
        let may = |scope: &Scope| {
            FOR_PROGRAMS
                .iter()
                .any(|deed| Allowance::new(holder, vec![*deed], vec![scope.clone()]).is_ok())
        };
        let treaties = self.reading.register.treaties().iter();
        let treaties = treaties.map(|treaty| {
            let name = format!("{} ({})", treaty.title(), treaty.id);
            (Scope::Treaty(treaty.id.clone()), name)
        });
        let whole = (Scope::Register, say!(self.words(), "token-register"));
        let all = core::iter::once(whole).chain(treaties);
        all.filter(|(scope, _)| may(scope))
            .map(|(scope, name)| Choice {
                value: scope.to_string(),
                name,
                is_chosen: false,
            })
            .collect()
    }

    /// Reads what a token of this form would be; the places are among what the account may.
    fn wanted(&self, holder: &Holder) -> Option<Token> {
        let form = &self.call.form;
        let name = form.trimmed("name");
        let days: u16 = form.get("days").parse().ok()?;
        let scope = Scope::from_text(form.get("scope"))?;
        let deeds = FOR_PROGRAMS.iter();
        let deeds: Vec<Deed> = deeds
            .filter(|deed| form.is_ticked(deed.label()))
            .copied()
            .collect();
        let is_named = !name.is_empty() && name.chars().count() <= 80;
        if !is_named || !DAYS.contains(&days) {
            return None;
        }
        let ends = self.now.seconds() + i64::from(days) * 86_400;
        Some(Token {
            handle: String::new(),
            officer: holder.officer.clone(),
            name: name.to_owned(),
            allowance: Allowance::new(holder, deeds, vec![scope]).ok()?,
            made: self.now,
            expires: Instant::from_seconds(ends)?,
            used: None,
        })
    }

    /// Asks for a passkey before a token is made.
    pub(super) fn ask_for_token(&self) -> Result<Reply, Stop> {
        let visitor = self.signed_in()?;
        let holder = &visitor.account.holder;
        let Some(token) = self.wanted(holder) else {
            return self.profile_page(&visitor, Some("token-fault"));
        };
        let keys = self.accounts().passkeys(&holder.officer)?;
        let question = self.desk.passkeys.ask(&keys, None)?;
        let action = "/profile/token/made";
        let ask = self.begun(question, &holder.officer, "token", action, "token-make")?;
        let words = self.words();
        let row = self.token_row(&token);
        let kept = KEPT.map(|name| (name, self.call.form.trimmed(name).to_owned()));
        let said = Said {
            heading: say!(words, "token-make"),
            lead: say!(words, "token-make-lead"),
            facts: vec![
                (say!(words, "token-name"), row.name),
                (say!(words, "token-allows"), row.allows),
                (say!(words, "token-expires"), row.expires),
            ],
            digest: None,
            back: Some((say!(words, "profile-heading"), self.link("/profile"))),
            kept: kept.into(),
        };
        self.asking(Some(&visitor), said, ask)
    }

    /// Makes a token and shows it, once.
    pub(super) fn make_token(&self) -> Result<Reply, Stop> {
        let visitor = self.signed_in()?;
        let holder = &visitor.account.holder;
        let ceremony = self.taken("token")?;
        if ceremony.officer != holder.officer {
            return Err(Stop::Expired);
        }
        self.proved(&ceremony)?;
        let wanted = self.wanted(holder).ok_or(Stop::Expired)?;
        let token = Token {
            handle: hex(&self.secret::<8>()?),
            ..wanted
        };
        let secret = format!("{PREFIX}{}", hex(&self.secret::<32>()?));
        let kept = Digest::of(secret.as_bytes());
        self.accounts().add_token(&token, &kept)?;
        let words = self.words();
        let row = self.token_row(&token);
        let page = Made {
            p: self.frame(),
            who: Some(visitor.who()),
            secret,
            facts: vec![
                (say!(words, "token-name"), row.name),
                (say!(words, "token-allows"), row.allows),
                (say!(words, "token-expires"), row.expires),
            ],
        };
        Ok(Reply::page(page.render()?))
    }

    pub(super) fn end_token(&self) -> Result<Reply, Stop> {
        let visitor = self.signed_in()?;
        let officer = &visitor.account.holder.officer;
        let handle = self.call.form.get("handle");
        self.accounts().end_token(Some(officer), handle)?;
        Ok(Reply::to(self.link("/profile")))
    }
}
