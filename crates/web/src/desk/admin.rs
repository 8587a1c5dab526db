//! The page of whoever keeps the desk running: accounts, tokens, webhooks with what came of them, backups,
//! health, languages. It shows; what it shows is changed on the command line. None of it has legal power.

use askama::Template;
use sponsio_depositary::accounts::{Account, Delivery, Webhook};
use sponsio_depositary::mandate::rights::{Deed, Object};

use super::At;
use super::reply::{Reply, Stop};
use super::token;
use super::view::{Who, count, grant, instant};
use crate::locale::{Language, say};
use crate::page::frame::Frame;

/// How many attempts are shown.
const SHOWN: u32 = 30;

/// An account in the list.
struct User {
    officer: String,
    name: String,
    roles: String,
    passkeys: String,
}

/// A webhook in the list.
struct Hook {
    handle: String,
    address: String,
    kinds: String,
    next: String,
    stands: String,
}

/// An attempt in the list.
struct Sent {
    at: String,
    webhook: String,
    entry: String,
    kind: String,
    came: String,
    is_good: bool,
}

#[derive(Template)]
#[template(path = "desk/admin.html")]
struct Admin {
    p: Frame,
    who: Option<Who>,
    health: Vec<(String, String)>,
    languages: Vec<(&'static str, &'static str, String)>,
    users: Vec<User>,
    tokens: Vec<token::Row>,
    hooks: Vec<Hook>,
    sent: Vec<Sent>,
}

impl At<'_> {
    pub(super) fn admin(&self) -> Result<Reply, Stop> {
        let visitor = self.signed_in()?;
        self.allow(&visitor, Deed::KeepAccounts, &Object::register())?;
        let accounts = self.accounts().list()?;
        let tokens = self.accounts().tokens(None, self.now)?;
        let hooks = self.accounts().webhooks()?;
        let sent = self.accounts().deliveries(None, SHOWN)?;
        let languages = Language::ALL.iter().map(|language| {
            let missing = count(u64::try_from(language.missing()).unwrap_or(u64::MAX));
            (language.tag(), language.own_name(), missing)
        });
        let page = Admin {
            p: self.frame(),
            who: Some(visitor.who()),
            health: self.health()?,
            languages: languages.collect(),
            users: accounts.iter().map(|one| self.user(one)).collect(),
            tokens: tokens.iter().map(|one| self.token_row(one)).collect(),
            hooks: hooks.iter().map(|one| self.hook(one)).collect(),
            sent: sent.iter().map(|one| self.sent(one)).collect(),
        };
        Ok(Reply::page(page.render()?))
    }

    /// Whether the desk records, how far it is published, and when it was copied last.
    fn health(&self) -> Result<Vec<(String, String)>, Stop> {
        let words = self.words();
        let desk = &self.desk.office.depositary;
        let (recorded, published) = (desk.state().size(), desk.covered());
        let records = match desk.stopped() {
            None => say!(words, "admin-records"),
            Some(fatal) => say!(words, "admin-stopped", why = fatal.to_string()),
        };
        let copied = match self.accounts().last_backup()? {
            None => say!(words, "admin-never"),
            Some((at, size)) => {
                let since = recorded.saturating_sub(size);
                let when = instant(words, at);
                say!(words, "admin-copied", when = when, count = since)
            }
        };
        Ok(vec![
            (say!(words, "admin-desk"), records),
            (say!(words, "admin-recorded"), count(recorded)),
            (say!(words, "admin-published"), count(published)),
            (say!(words, "admin-backup"), copied),
        ])
    }

    fn user(&self, account: &Account) -> User {
        let words = self.words();
        let grants = account.holder.grants.iter();
        let grants = grants.map(|one| grant(words, one.role, &one.scope));
        let roles = match account.revoked {
            Some(at) => say!(words, "admin-revoked", when = instant(words, at)),
            None => grants.collect::<Vec<_>>().join(", "),
        };
        User {
            officer: account.holder.officer.clone(),
            name: account.name.clone(),
            roles,
            passkeys: count(account.passkeys),
        }
    }

    fn hook(&self, webhook: &Webhook) -> Hook {
        let words = self.words();
        let stands = match (webhook.resting, webhook.failing) {
            (Some(at), _) => say!(words, "admin-rests", when = instant(words, at)),
            (None, Some(_)) => say!(words, "admin-fails", when = instant(words, webhook.due)),
            (None, None) => say!(words, "admin-goes"),
        };
        Hook {
            handle: webhook.handle.clone(),
            address: webhook.address.clone(),
            kinds: match webhook.kinds.as_slice() {
                [] => say!(words, "admin-all"),
                kinds => kinds.join(", "),
            },
            next: count(webhook.next),
            stands,
        }
    }

    fn sent(&self, one: &Delivery) -> Sent {
        let words = self.words();
        let attempt = &one.attempt;
        Sent {
            at: instant(words, attempt.at),
            webhook: one.webhook.clone(),
            entry: attempt.seq.map(count).unwrap_or_default(),
            kind: attempt.kind.clone(),
            came: match attempt.status {
                Some(status) if attempt.is_delivery() => {
                    say!(words, "admin-taken", status = u32::from(status))
                }
                _ => attempt.why.clone(),
            },
            is_good: attempt.is_delivery(),
        }
    }
}
