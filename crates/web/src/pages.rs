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
use sponsio_depositary::world::{Clock, SystemClock};
use sponsio_law::register::{PartyIndex, TreatyIndex};
use sponsio_record::{ParticipantId, TreatyId};
use tokio::task::spawn_blocking;

use crate::answer::Made;
use crate::guard::{Answered, Journal, guard};
use crate::page::asked::{Asked, Wrong};
use crate::page::shown::Shown;
use crate::page::trouble::Trouble;
use crate::page::{event, events, help, home, log, party, standing, treaties, treaty, verify};
use crate::problem::Problem;
use crate::read::LogFolder;
use crate::source::Source;
use crate::wording::Wording;
use crate::{api, assets, feed, table};

/// The pages of a register.
#[derive(Clone)]
pub struct Pages {
    source: Arc<dyn Source>,
    wording: Arc<dyn Wording>,
    log: Option<LogFolder>,
    journal: Option<Journal>,
}

/// Why nothing was made.
enum Unmade {
    Trouble(Trouble),
    Failed,
}

impl From<askama::Error> for Unmade {
    fn from(_: askama::Error) -> Self {
        Self::Failed
    }
}

impl From<csv::Error> for Unmade {
    fn from(_: csv::Error) -> Self {
        Self::Failed
    }
}

impl From<Trouble> for Unmade {
    fn from(trouble: Trouble) -> Self {
        Self::Trouble(trouble)
    }
}

impl Pages {
    /// Returns the pages of a register, in these words.
    pub fn new(source: Arc<dyn Source>, wording: Arc<dyn Wording>) -> Self {
        Self {
            source,
            wording,
            log: None,
            journal: None,
        }
    }

    /// Returns the pages with the public files of a log below `/log/`.
    #[must_use]
    pub fn with_log(mut self, log: LogFolder) -> Self {
        self.log = Some(log);
        self
    }

    /// Returns the pages with somebody who is told of each answer.
    #[must_use]
    pub fn told_to(mut self, journal: impl Fn(&Answered) + Send + Sync + 'static) -> Self {
        self.journal = Some(Arc::new(journal));
        self
    }

    /// Returns the router of the pages.
    pub fn router(self) -> Router {
        let journal = self.journal.clone();
        let clock: Arc<dyn Clock> = Arc::new(SystemClock::new());
        let answer =
            async |State(pages): State<Self>, request: Request| pages.answer(request).await;
        Router::new()
            .route("/", get(answer))
            .route("/{*path}", get(answer))
            .with_state(self)
            .layer(middleware::from_fn(move |request, next| {
                guard(journal.clone(), Arc::clone(&clock), request, next)
            }))
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
            None => made(&shown, asked, &segments),
        };
        match made {
            Ok(made) => made.response(StatusCode::OK, headers),
            Err(Unmade::Failed) => Problem::Unavailable.into_response(),
            Err(Unmade::Trouble(trouble)) if segments.first() == Some(&"api") => {
                let status = trouble.status();
                let told = json!({
                    "type": format!("urn:sponsio:problem:{}", trouble.name()),
                    "title": trouble.name().replace('-', " "),
                    "status": status.as_u16(),
                });
                Made::Data(told).response(status, headers)
            }
            Err(Unmade::Trouble(trouble)) => match trouble.page(asked, &reading) {
                Ok(page) => Made::Page(page).response(trouble.status(), headers),
                Err(_) => Problem::Unavailable.into_response(),
            },
        }
    }
}

/// Makes what lies at a path.
fn made(shown: &Shown<'_>, asked: &Asked, path: &[&str]) -> Result<Made, Unmade> {
    Ok(match path {
        [] => Made::Page(home::page(shown, asked)?),
        ["t"] => Made::Page(treaties::page(shown, asked)?),
        ["t", id] => Made::Page(treaty::page(shown, asked, found(shown, id)?)?),
        ["t", id, "p", code] => {
            let (treaty, party) = (found(shown, id)?, somebody(shown, code)?);
            Made::Page(standing::page(shown, asked, treaty, party)?)
        }
        ["p"] => Made::Page(party::list(shown, asked)?),
        ["p", code] => Made::Page(party::page(shown, asked, somebody(shown, code)?)?),
        ["events"] => Made::Page(events::page(shown, asked)?),
        ["log"] => Made::Page(log::page(shown, asked)?),
        ["verify"] => Made::Page(verify::page(shown, asked)?),
        ["help"] => Made::Page(help::page(shown, asked)?),
        ["api", "v1", rest @ ..] => Made::Data(data(shown, asked, rest)?),
        _ => file(shown, asked, path)?,
    })
}

/// Makes a table or a feed.
fn file(shown: &Shown<'_>, asked: &Asked, path: &[&str]) -> Result<Made, Unmade> {
    let day = asked.at.or_else(|| shown.reading.day());
    let named = |name: &str| format!("{name}.csv");
    Ok(match path {
        ["treaties.csv"] => Made::Table(
            named("treaties"),
            table::treaties(&treaties::entries(shown, asked))?,
        ),
        ["participants.csv"] => {
            Made::Table(named("participants"), table::parties(&party::named(shown))?)
        }
        ["events.csv"] => {
            let events = event::until(shown.reading, day);
            Made::Table(named("events"), table::events(shown, &events)?)
        }
        ["t", id, "status.csv"] => {
            let treaty = found(shown, id)?;
            let rows = shown
                .day_for(treaty, asked.at)
                .map(|day| shown.rows(treaty, day));
            let rows = rows.unwrap_or_default();
            Made::Table(named(&format!("status-{id}")), table::status(&rows)?)
        }
        ["p", code, "treaties.csv"] => {
            let rows = party::rows(shown, asked, somebody(shown, code)?);
            Made::Table(named(&format!("treaties-{code}")), table::party(&rows)?)
        }
        ["feed.atom"] => {
            let events = event::until(shown.reading, day);
            Made::Feed(feed::atom(
                shown,
                &shown.reading.title,
                "/feed.atom",
                &events,
            ))
        }
        ["t", id, "feed.atom"] => {
            let treaty = found(shown, id)?;
            let events = event::of_treaty(shown.reading, treaty, day);
            let title = shown.reading.register.treaty(treaty).title();
            let path = format!("/t/{id}/feed.atom");
            Made::Feed(feed::atom(shown, title, &path, &events))
        }
        _ => return Err(Trouble::NoPage.into()),
    })
}

/// Makes an answer of the API.
fn data(shown: &Shown<'_>, asked: &Asked, path: &[&str]) -> Result<serde_json::Value, Unmade> {
    Ok(match path {
        ["treaties"] => api::treaties(shown, &treaties::entries(shown, asked)),
        ["treaties", id] => {
            let treaty = found(shown, id)?;
            let day = shown.day_for(treaty, asked.at);
            let rows = day.map(|day| shown.rows(treaty, day)).unwrap_or_default();
            api::treaty(shown, &shown.entry(treaty, asked.at), day, &rows)
        }
        ["participants", code] => {
            let party = somebody(shown, code)?;
            let rows = party::rows(shown, asked, party);
            api::participant(shown, (code, &shown.name(party)), &rows)
        }
        _ => return Err(Trouble::NoPage.into()),
    })
}

fn found(shown: &Shown<'_>, id: &str) -> Result<TreatyIndex, Trouble> {
    let place = TreatyId::new(id).ok();
    let place = place.and_then(|id| shown.reading.register.treaty_place(&id));
    place.ok_or_else(|| Trouble::NoTreaty(id.chars().take(80).collect()))
}

fn somebody(shown: &Shown<'_>, code: &str) -> Result<PartyIndex, Trouble> {
    let place = ParticipantId::new(code).ok();
    let place = place.and_then(|id| shown.reading.register.party(&id));
    place.ok_or_else(|| Trouble::NoParty(code.chars().take(80).collect()))
}
