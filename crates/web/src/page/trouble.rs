//! What went wrong, as a page: what it was, and the next step.

use askama::Template;
use axum::http::StatusCode;

use crate::locale::{Words, say};
use crate::page::asked::{Asked, Wrong};
use crate::page::frame::{Frame, Section};
use crate::source::Reading;

/// Why there is no page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Trouble {
    /// The register has no such treaty.
    NoTreaty(String),
    /// The register has no such participant.
    NoParty(String),
    /// No statement of this mark is public on the day.
    NoStatement(String),
    /// No meeting of this mark is recorded by the day.
    NoMeeting(String),
    /// A participant is asked about with itself.
    Itself(String),
    /// The matrix of guarantees has more cells than are computed at once.
    TooLarge(usize),
    /// There is nothing at this path.
    NoPage,
    /// The request asks for something that is not.
    Wrong(Wrong),
}

/// Why nothing was made.
#[derive(Debug)]
pub(crate) enum Unmade {
    /// What is asked for is not there, or is not given.
    Trouble(Trouble),
    /// It could not be written.
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

#[derive(Template)]
#[template(path = "trouble.html")]
pub(crate) struct TroublePage {
    p: Frame,
    heading: String,
    said: String,
    next: Vec<(String, String)>,
    term: Option<String>,
}

impl Trouble {
    /// Returns the status code.
    pub(crate) const fn status(&self) -> StatusCode {
        match self {
            Self::NoTreaty(_)
            | Self::NoParty(_)
            | Self::NoStatement(_)
            | Self::NoMeeting(_)
            | Self::Itself(_)
            | Self::NoPage => StatusCode::NOT_FOUND,
            Self::TooLarge(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Wrong(_) => StatusCode::BAD_REQUEST,
        }
    }

    /// Returns the stable name of the problem, for data.
    pub(crate) const fn name(&self) -> &'static str {
        match self {
            Self::NoTreaty(_) => "no-such-treaty",
            Self::NoParty(_) => "no-such-participant",
            Self::NoStatement(_) => "no-such-statement",
            Self::NoMeeting(_) => "no-such-meeting",
            Self::Itself(_) => "one-participant",
            Self::TooLarge(_) => "too-many-cells",
            Self::NoPage => "not-found",
            Self::Wrong(Wrong::Day(_)) => "no-such-day",
            Self::Wrong(Wrong::Language(_)) => "no-such-language",
            Self::Wrong(Wrong::Words) => "too-many-words",
            Self::Wrong(Wrong::Page) => "no-such-page",
            Self::Wrong(Wrong::Cursor(_)) => "no-such-cursor",
            Self::Wrong(Wrong::Supposed(_)) => "no-such-supposition",
        }
    }

    /// Returns what went wrong, in words.
    pub(crate) fn said(&self, words: &Words) -> String {
        match self {
            Self::NoTreaty(id) => say!(words, "trouble-no-treaty", id = id.as_str()),
            Self::NoParty(id) => say!(words, "trouble-no-party", id = id.as_str()),
            Self::NoStatement(id) => say!(words, "trouble-no-statement", id = id.as_str()),
            Self::NoMeeting(id) => say!(words, "trouble-no-meeting", id = id.as_str()),
            Self::Itself(id) => say!(words, "trouble-itself", id = id.as_str()),
            Self::TooLarge(cells) => say!(words, "trouble-too-large", cells = *cells),
            Self::NoPage => say!(words, "trouble-no-page"),
            Self::Wrong(Wrong::Day(text)) => say!(words, "trouble-day", text = text.as_str()),
            Self::Wrong(Wrong::Language(tag)) => {
                say!(words, "trouble-language", text = tag.as_str())
            }
            Self::Wrong(Wrong::Words) => say!(words, "trouble-words"),
            Self::Wrong(Wrong::Page) => say!(words, "trouble-page"),
            Self::Wrong(Wrong::Cursor(text)) => say!(words, "trouble-cursor", text = text.as_str()),
            Self::Wrong(Wrong::Supposed(text)) => {
                say!(words, "trouble-supposed", text = text.as_str())
            }
        }
    }

    /// Returns the page in the reader's language.
    pub(crate) fn page(&self, asked: &Asked, reading: &Reading) -> Result<String, askama::Error> {
        let p = Frame::new(asked, Section::None, reading);
        let said = self.said(p.words);
        let heading = match self.status() {
            StatusCode::NOT_FOUND => p.t("trouble-not-found"),
            _ => p.t("trouble-bad"),
        };
        let to = |key: &str, path: &str| (p.t(key), p.link(path));
        let next = match self {
            Self::NoParty(_) | Self::Itself(_) => {
                vec![to("next-parties", "/p"), to("next-home", "/")]
            }
            Self::Wrong(_) => vec![
                (p.t("next-without"), p.path().to_owned()),
                to("next-home", "/"),
            ],
            Self::NoStatement(_) => vec![to("next-statements", "/s"), to("next-home", "/")],
            Self::NoMeeting(_) => vec![to("next-meetings", "/m"), to("next-home", "/")],
            Self::TooLarge(_) => vec![to("next-coverage", "/g"), to("next-home", "/")],
            Self::NoTreaty(_) | Self::NoPage => {
                vec![to("next-treaties", "/t"), to("next-home", "/")]
            }
        };
        let term = match self {
            Self::NoTreaty(id) | Self::NoParty(id) => Some(id.clone()),
            _ => None,
        };
        TroublePage {
            p,
            heading,
            said,
            next,
            term,
        }
        .render()
    }
}
