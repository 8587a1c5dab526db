//! The public register in a browser: which path is which page. Everything is read with `GET`, and
//! nothing is written.

use alloc::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::middleware;
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use serde_json::json;
use tokio::task::spawn_blocking;

use crate::answer::Made;
use crate::guard::guard;
use crate::page::asked::{Asked, Wrong};
use crate::page::shown::Shown;
use crate::page::trouble::{Trouble, Unmade};
use crate::problem::Problem;
use crate::read::LogFolder;
use crate::source::Source;
use crate::wording::Wording;
use crate::{assets, route};

/// The pages of a register.
#[derive(Clone)]
pub struct Pages {
    source: Arc<dyn Source>,
    wording: Arc<dyn Wording>,
    log: Option<LogFolder>,
}

impl Pages {
    /// Returns the pages of a register, in these words.
    pub fn new(source: Arc<dyn Source>, wording: Arc<dyn Wording>) -> Self {
        Self {
            source,
            wording,
            log: None,
        }
    }

    /// Returns the pages with the public files of a log below `/log/`.
    #[must_use]
    pub fn with_log(mut self, log: LogFolder) -> Self {
        self.log = Some(log);
        self
    }

    /// Returns the router of the pages.
    pub fn router(self) -> Router {
        let answer =
            async |State(pages): State<Self>, request: Request| pages.answer(request).await;
        Router::new()
            .route("/", get(answer))
            .route("/{*path}", get(answer))
            .with_state(self)
            .layer(middleware::from_fn(guard))
    }

    async fn answer(self, request: Request) -> Response {
        let path = request.uri().path().to_owned();
        let segments: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        match segments.as_slice() {
            ["assets", name] => {
                let found = assets::answer(name, request.headers());
                return found.unwrap_or_else(|| Problem::NotFound.into_response());
            }
            ["favicon.ico"] => return assets::icon(request.headers()),
            ["healthz"] => return "ok\n".into_response(),
            ["log", rest @ ..] if !rest.is_empty() => {
                let Some(log) = &self.log else {
                    return Problem::NotFound.into_response();
                };
                return log.answer(rest.join("/"), request.headers()).await;
            }
            _ => {}
        }
        let (asked, wrong) = Asked::read(request.uri(), request.headers());
        let headers = request.headers().clone();
        let made = spawn_blocking(move || self.made(&asked, wrong, &headers)).await;
        made.unwrap_or_else(|_| Problem::Unavailable.into_response())
    }

    fn made(&self, asked: &Asked, wrong: Option<Wrong>, headers: &HeaderMap) -> Response {
        let Ok(reading) = self.source.reading() else {
            return Problem::Unavailable.into_response();
        };
        let shown = Shown {
            reading: &reading,
            wording: self.wording.as_ref(),
            language: asked.language,
        };
        let path = asked.path.clone();
        let segments: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        if segments == ["readyz"] {
            return "ready\n".into_response();
        }
        let made = match wrong {
            Some(wrong) => Err(Trouble::Wrong(wrong).into()),
            None => route::made(&shown, asked, &segments),
        };
        match made {
            Ok(made) => made.response(StatusCode::OK, headers, shown.tag(asked)),
            Err(Unmade::Failed) => Problem::Unavailable.into_response(),
            Err(Unmade::Trouble(trouble)) if segments.first() == Some(&"api") => {
                let status = trouble.status();
                let told = json!({
                    "type": format!("urn:sponsio:problem:{}", trouble.name()),
                    "title": trouble.name().replace('-', " "),
                    "status": status.as_u16(),
                    "detail": trouble.said(shown.words()),
                    "instance": asked.path,
                });
                Made::Data(told).response(status, headers, None)
            }
            Err(Unmade::Trouble(trouble)) => match trouble.page(asked, &reading) {
                Ok(page) => Made::Page(page).response(trouble.status(), headers, None),
                Err(_) => Problem::Unavailable.into_response(),
            },
        }
    }
}
