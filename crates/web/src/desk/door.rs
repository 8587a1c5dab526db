//! The door: a request with its form, whether it comes from one of our own pages, and who is behind it.

use core::time::Duration;

use axum::body::to_bytes;
use axum::extract::Request;
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, header};
use sponsio_depositary::accounts::{Account, Denial, Session};
use sponsio_depositary::mandate::rights::{Deed, Denied, Object, Scope, Stage, may};
use sponsio_record::Digest;

use super::fields::Fields;
use super::instrument::Given;
use super::passkey::Passkeys;
use super::reply::Stop;
use super::{At, told_path};
use crate::gate::Passed;
use crate::page::asked::Asked;
use crate::problem::Problem;

/// The most bytes of a form.
const FORM_MAX: usize = 1 << 20;

/// The name of the cookie; the prefix binds it to this host and to `Secure`.
pub(super) const COOKIE: &str = "__Host-sponsio";

/// A request that was read.
pub(super) struct Call {
    method: Method,
    path: String,
    pub(super) asked: Asked,
    pub(super) headers: HeaderMap,
    pub(super) form: Fields,
    /// The file that came with the form.
    pub(super) given: Option<Given>,
    /// What the gate says of it.
    pub(super) passed: Option<Passed>,
}

/// Why a form is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Foreign {
    /// Another site sent it, or the browser does not say who did.
    Site,
    /// It does not carry the token of the session.
    Token,
}

impl Foreign {
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Site => "other-site",
            Self::Token => "token",
        }
    }
}

/// Who is signed in.
pub(super) struct Visitor {
    pub(super) account: Account,
    pub(super) session: Session,
}

impl Visitor {
    /// Whether this person may do something; asked for what a page offers, so that nothing is kept of it.
    pub(super) fn may(&self, deed: Deed, object: &Object) -> Result<(), Denied> {
        may(&self.account.holder, deed, object)
    }

    /// Where this person may do something, if anywhere.
    pub(super) fn somewhere(&self, deed: Deed) -> Option<Vec<Scope>> {
        let grants = self.account.holder.grants.iter();
        let scopes = grants.map(|grant| grant.scope.clone());
        let scopes: Vec<Scope> = scopes
            .filter(|scope| {
                let object = Object::of(scope.clone(), Stage::Absent);
                self.may(deed, &object).is_ok()
            })
            .collect();
        (!scopes.is_empty()).then_some(scopes)
    }
}

impl Call {
    pub(super) async fn read(request: Request) -> Result<Self, Problem> {
        let (parts, body) = request.into_parts();
        if !matches!(parts.method, Method::GET | Method::HEAD | Method::POST) {
            return Err(Problem::Method);
        }
        let body = to_bytes(body, FORM_MAX)
            .await
            .map_err(|_| Problem::TooLarge)?;
        let form = Fields::of_form(&String::from_utf8_lossy(&body));
        Ok(Self::of_form(parts, form, None))
    }

    /// Returns the call of a form that was read.
    pub(super) fn of_form(parts: Parts, form: Fields, given: Option<Given>) -> Self {
        let (asked, _) = Asked::read(&parts.uri, &parts.headers);
        Self {
            method: parts.method,
            path: parts.uri.path().to_owned(),
            asked,
            form,
            headers: parts.headers,
            given,
            passed: parts.extensions.get().cloned(),
        }
    }

    /// Returns the call of a program, which sends no form.
    pub(super) fn of_program(
        method: Method,
        path: String,
        asked: Asked,
        headers: HeaderMap,
        passed: Option<Passed>,
    ) -> Self {
        Self {
            method,
            path,
            asked,
            headers,
            form: Fields::default(),
            given: None,
            passed,
        }
    }

    pub(super) fn is_post(&self) -> bool {
        self.method == Method::POST
    }

    pub(super) fn path(&self) -> &str {
        &self.path
    }

    pub(super) fn segments(&self) -> Vec<&str> {
        self.path
            .split('/')
            .filter(|part| !part.is_empty())
            .collect()
    }

    fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    /// Refuses a form that does not come from one of our own pages. A browser that keeps the address of
    /// the page to itself sends `null` as the origin; then `Sec-Fetch-Site` must say it.
    pub(super) fn examine(&self, passkeys: &Passkeys) -> Result<(), Foreign> {
        if !self.is_post() {
            return Ok(());
        }
        let origin = self.header("origin").filter(|origin| *origin != "null");
        let is_own = match (self.header("sec-fetch-site"), origin) {
            (Some(site), None) => site == "same-origin",
            (Some(site), Some(origin)) => site == "same-origin" && passkeys.is_own(origin),
            (None, Some(origin)) => passkeys.is_own(origin),
            (None, None) => false,
        };
        if is_own { Ok(()) } else { Err(Foreign::Site) }
    }

    /// Returns the secret of the session, as the cookie gives it.
    pub(super) fn secret(&self) -> Option<Digest> {
        secret(&self.headers)
    }
}

/// Returns the digest of a session's secret, as the cookie gives it.
pub(super) fn secret(headers: &HeaderMap) -> Option<Digest> {
    let cookies = headers.get_all(header::COOKIE).iter();
    let mut pairs = cookies
        .filter_map(|cookie| cookie.to_str().ok())
        .flat_map(|cookie| cookie.split(';'))
        .filter_map(|pair| pair.trim().split_once('='));
    let (_, secret) = pairs.find(|(name, _)| *name == COOKIE)?;
    (secret.len() == 64).then(|| Digest::of(secret.as_bytes()))
}

impl At<'_> {
    /// Counts the request of whoever is signed in; one that comes too soon says how long to wait.
    pub(super) fn unhurried(&self) -> Result<(), Duration> {
        let (Some(passed), Some(secret)) = (&self.call.passed, self.call.secret()) else {
            return Ok(());
        };
        match self.accounts().holder_of(&secret, self.now) {
            Ok(Some(officer)) => passed.account(&officer),
            // Who is nobody, or cannot be looked up, is told so by what follows.
            _ => Ok(()),
        }
    }

    /// Returns who is signed in, if somebody is.
    pub(super) fn visitor(&self) -> Result<Option<Visitor>, Stop> {
        let Some(secret) = self.call.secret() else {
            return Ok(None);
        };
        let Some(session) = self.accounts().session(&secret, self.now)? else {
            return Ok(None);
        };
        let account = self.accounts().account(&session.officer)?;
        Ok(account.map(|account| Visitor { account, session }))
    }

    /// The same without counting as a use of the session: for what a page asks by itself.
    pub(super) fn visitor_unused(&self) -> Result<Option<Visitor>, Stop> {
        let Some(secret) = self.call.secret() else {
            return Ok(None);
        };
        let Some(session) = self.accounts().session_unused(&secret, self.now)? else {
            return Ok(None);
        };
        let account = self.accounts().account(&session.officer)?;
        Ok(account.map(|account| Visitor { account, session }))
    }

    /// Returns who is signed in; a form must carry the token of the session.
    pub(super) fn signed_in(&self) -> Result<Visitor, Stop> {
        let visitor = self.visitor()?.ok_or(Stop::SignIn)?;
        let token = self.call.form.get("token");
        if self.call.is_post() && !same(token, &visitor.session.token) {
            return Err(Stop::Foreign(Foreign::Token));
        }
        Ok(visitor)
    }

    /// Lets somebody do something, or says why not; a refusal is kept.
    pub(super) fn allow(&self, visitor: &Visitor, deed: Deed, object: &Object) -> Result<(), Stop> {
        let found = may(&visitor.account.holder, deed, object);
        found.map_err(|why| {
            self.keep_denial(
                Some(&visitor.account.holder.officer),
                deed.label(),
                why.label(),
            );
            Stop::Denied(why)
        })
    }

    /// Lets somebody do something who may do it in the register or in one of its parts, and returns in
    /// which; `None` stands for the register as a whole.
    pub(super) fn allow_somewhere(
        &self,
        visitor: &Visitor,
        deed: Deed,
    ) -> Result<Option<Vec<Scope>>, Stop> {
        match visitor.somewhere(deed) {
            Some(scopes) if scopes.contains(&Scope::Register) => Ok(None),
            Some(scopes) => Ok(Some(scopes)),
            None => self
                .allow(visitor, deed, &Object::register())
                .map(|()| None),
        }
    }

    /// Keeps that something was refused. What cannot be kept is refused all the same.
    pub(super) fn keep_denial(&self, officer: Option<&str>, deed: &str, why: &str) {
        let path = told_path(self.call.path());
        drop(self.accounts().denied(&Denial {
            at: self.now,
            officer: officer.map(|officer| officer.chars().take(64).collect()),
            deed: deed.to_owned(),
            place: path.chars().take(120).collect(),
            why: why.to_owned(),
        }));
    }
}

/// Compares two secrets in a time that does not tell how far they agree.
fn same(one: &str, other: &str) -> bool {
    Digest::of(one.as_bytes()) == Digest::of(other.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;

    fn call(headers: &[(&str, &str)]) -> Call {
        let mut request = Request::builder().method("POST").uri("/sign-in?lang=tr");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request
            .body(Body::from("officer=o-anna&token=x%20y"))
            .unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread()
            .build()
            .unwrap();
        runtime.block_on(Call::read(request)).unwrap()
    }

    #[test]
    fn forms_come_from_our_own_pages_alone() {
        let passkeys = Passkeys::at("http://localhost:8081").unwrap();
        let examined = |headers: &[(&str, &str)]| call(headers).examine(&passkeys);
        for own in [
            &[("sec-fetch-site", "same-origin"), ("origin", "null")][..],
            &[("sec-fetch-site", "same-origin")],
            &[
                ("sec-fetch-site", "same-origin"),
                ("origin", "http://localhost:8081"),
            ],
            &[("origin", "http://localhost:8081")],
        ] {
            assert_eq!(examined(own), Ok(()), "{own:?}");
        }
        for foreign in [
            &[][..],
            &[("origin", "null")],
            &[("origin", "http://localhost:8082")],
            &[("origin", "https://localhost:8081")],
            &[("sec-fetch-site", "same-site")],
            &[
                ("sec-fetch-site", "cross-site"),
                ("origin", "http://localhost:8081"),
            ],
            &[("sec-fetch-site", "none")],
            &[
                ("sec-fetch-site", "same-origin"),
                ("origin", "http://evil.example"),
            ],
        ] {
            assert_eq!(examined(foreign), Err(Foreign::Site), "{foreign:?}");
        }
    }

    #[test]
    fn the_secret_is_that_of_our_cookie() {
        let secret = "a".repeat(64);
        let ours = format!("x=1; {COOKIE}={secret}; y=2");
        assert_eq!(
            call(&[("cookie", &ours)]).secret(),
            Some(Digest::of(secret.as_bytes()))
        );
        for cookie in ["", "sponsio=aa", &format!("{COOKIE}=short")] {
            assert_eq!(call(&[("cookie", cookie)]).secret(), None, "{cookie}");
        }
        assert_eq!(call(&[]).form.get("token"), "x y");
    }
}
