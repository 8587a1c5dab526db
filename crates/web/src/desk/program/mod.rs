//! The part of the API that writes, for programs with a token of an account. A program brings what then
//! waits in the inbox, and reads what became of it; it records nothing, since every act needs persons who
//! assert it. No cookie is read here, and no other site is let in.

pub(crate) mod body;
mod bring;
mod refusal;
mod told;

use axum::Router;
use axum::body::to_bytes;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use serde_json::Value;
use sponsio_depositary::accounts::{Account, Token};
use sponsio_depositary::mandate::rights::{Deed, Object};
use sponsio_record::Digest;
use tokio::runtime::Handle;
use tokio::task::spawn_blocking;

use self::refusal::Refusal;
use super::door::Call;
use super::{At, Desk};
use crate::gate::Passed;
use crate::openapi;
use crate::page::asked::Asked;

/// The most bytes of a body.
const BODY_MAX: usize = 64 << 10;

/// What a token begins with, so that it is known where it was left lying.
pub(super) const PREFIX: &str = "sponsio_";

/// What a program asks.
struct Question {
    method: Method,
    path: String,
    asked: Asked,
    headers: HeaderMap,
    passed: Option<Passed>,
    body: Vec<u8>,
}

/// What a program is answered.
struct Answer {
    status: StatusCode,
    body: String,
    location: Option<String>,
}

impl Answer {
    fn data(value: &Value) -> Self {
        Self {
            status: StatusCode::OK,
            body: value.to_string(),
            location: None,
        }
    }

    fn response(self) -> Response {
        let mut response = (self.status, self.body).into_response();
        refusal::carry(&mut response, "application/json");
        if let Some(Ok(path)) = self.location.map(TryInto::try_into) {
            response.headers_mut().insert(header::LOCATION, path);
        }
        response
    }
}

/// A program and the account for which it acts.
struct Program {
    token: Token,
    account: Account,
}

impl Desk {
    /// Adds the paths of programs.
    pub(super) fn for_programs(router: Router<Self>) -> Router<Self> {
        let answer =
            async |State(desk): State<Self>, request: Request| desk.answer_program(request).await;
        let document = async || Answer::data(&openapi::document_of_desk()).response();
        router
            .route("/api/openapi.json", get(document))
            .route("/api/v1/instruments", post(answer))
            .route("/api/v1/corrections", post(answer))
            .route("/api/v1/notifications", post(answer))
            .route("/api/v1/motions", get(answer))
            .route("/api/v1/motions/{motion}", get(answer))
    }

    async fn answer_program(self, request: Request) -> Response {
        let (parts, body) = request.into_parts();
        let (asked, wrong) = Asked::read(&parts.uri, &parts.headers);
        let Ok(body) = to_bytes(body, BODY_MAX).await else {
            return Refusal::TooLarge.response(&asked);
        };
        let question = Question {
            method: parts.method,
            path: parts.uri.path().to_owned(),
            asked: asked.clone(),
            headers: parts.headers,
            passed: parts.extensions.get().cloned(),
            body: body.into(),
        };
        let runtime = Handle::current();
        let made = spawn_blocking(move || {
            let asked = question.asked.clone();
            let made = match wrong {
                Some(wrong) => Err(Refusal::Asked(wrong)),
                None => self.told(question, &runtime),
            };
            made.map_or_else(|refusal| refusal.response(&asked), Answer::response)
        });
        made.await
            .unwrap_or_else(|_| Refusal::Unavailable.response(&asked))
    }

    fn told(&self, question: Question, runtime: &Handle) -> Result<Answer, Refusal> {
        let reading = self.office.source.reading();
        let reading = reading.map_err(|_| Refusal::Unavailable)?;
        let path: Vec<String> = question.path.split('/').map(str::to_owned).collect();
        let what = path.get(3..).unwrap_or_default();
        let what: Vec<&str> = what.iter().map(String::as_str).collect();
        let digest = question.digest();
        let (is_post, body) = (question.method == Method::POST, question.body);
        let call = Call::of_program(
            question.method,
            question.path,
            question.asked,
            question.headers,
            question.passed,
        );
        let at = At {
            desk: self,
            call: &call,
            runtime,
            reading: &reading,
            now: self.clock.now(),
        };
        let program = at.program()?;
        match (is_post, what.as_slice()) {
            (true, [kind]) => at.bring(&program, kind, &body, digest),
            (false, ["motions"]) => at.told_motions(&program),
            (false, ["motions", id]) => at.told_motion(&program, id),
            _ => Err(Refusal::NotFound),
        }
    }
}

impl Question {
    /// What a repetition has in common with the first time.
    fn digest(&self) -> Digest {
        let mut bytes = format!("{} {}\n", self.method, self.path).into_bytes();
        bytes.extend_from_slice(&self.body);
        Digest::of(&bytes)
    }
}

impl At<'_> {
    /// Returns whose token came with the request.
    fn program(&self) -> Result<Program, Refusal> {
        let given = self.call.headers.get(header::AUTHORIZATION);
        let given = given.and_then(|value| value.to_str().ok());
        let Some((scheme, secret)) = given.and_then(|value| value.split_once(' ')) else {
            return Err(Refusal::NoToken);
        };
        let digits = secret.trim().strip_prefix(PREFIX);
        let is_one = scheme.eq_ignore_ascii_case("bearer")
            && digits.is_some_and(|digits| digits.len() == 64);
        if !is_one {
            return Err(Refusal::NoToken);
        }
        let kept = Digest::of(secret.trim().as_bytes());
        let token = self.accounts().token(&kept, self.now)?;
        let Some(token) = token else {
            self.keep_denial(None, "token", "unknown");
            return Err(Refusal::NoToken);
        };
        let account = self.accounts().account(&token.officer)?;
        let account = account.ok_or(Refusal::NoToken)?;
        // However many tokens and addresses it has, an account is one that asks.
        if let Some(passed) = &self.call.passed {
            passed.account(&token.officer).map_err(Refusal::TooOften)?;
        }
        Ok(Program { token, account })
    }

    /// Lets a program do something, or says why not; a refusal is kept.
    fn lets(&self, program: &Program, deed: Deed, object: &Object) -> Result<(), Refusal> {
        let holder = &program.account.holder;
        let found = program.token.allowance.may(holder, deed, object);
        found.map_err(|why| {
            self.keep_denial(Some(&holder.officer), deed.label(), why.label());
            Refusal::Withheld(why)
        })
    }
}
