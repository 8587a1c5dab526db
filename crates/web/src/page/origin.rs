//! Where a provision comes from: what was done to it, the draft, and the words that were spoken. What the
//! command `sponsio walk` says.

use sponsio_law::conference::{Conference, Spoken};
use sponsio_text::ProvisionId;

use crate::locale::say;
use crate::page::frame::Frame;
use crate::page::record;
use crate::page::shown::Shown;
use crate::page::spoken::{direction, kind};

/// What lies behind a provision.
pub(crate) struct Origin {
    /// What was done to it, in sentences; the latest first.
    pub(crate) done: Vec<String>,
    pub(crate) foreign: bool,
    pub(crate) drafts: Vec<Draft>,
}

/// The draft from which it comes.
pub(crate) struct Draft {
    pub(crate) told: String,
    pub(crate) words: String,
    pub(crate) lang: String,
    pub(crate) dir: &'static str,
    pub(crate) is_hypothetical: bool,
    pub(crate) spoken: Vec<Quoted>,
}

/// Words that were spoken.
pub(crate) struct Quoted {
    pub(crate) words: String,
    pub(crate) lang: String,
    pub(crate) dir: &'static str,
    pub(crate) who: String,
    pub(crate) as_what: String,
    pub(crate) path: String,
}

/// Returns what lies behind a provision; nothing where the record has nothing.
pub(crate) fn of(
    shown: &Shown<'_>,
    p: &Frame,
    conference: &Conference,
    id: ProvisionId,
) -> Option<Origin> {
    let walk = conference.walk(id);
    let said = shown.wording.walked(shown.language, &walk);
    let drafts = walk.origins.iter().map(|origin| {
        let drafted = &origin.draft.drafted;
        let told = origin.link.map(|link| link.linked.reason.clone());
        Draft {
            told: told.unwrap_or_default(),
            words: drafted.words.clone(),
            lang: drafted.language.as_str().to_owned(),
            dir: direction(Some(&drafted.language)),
            is_hypothetical: origin.draft.hypothetical,
            spoken: origin
                .spoken
                .iter()
                .map(|spoken| quoted(p, spoken))
                .collect(),
        }
    });
    let drafts: Vec<Draft> = drafts.collect();
    if said.sentences.is_empty() && drafts.is_empty() {
        return None;
    }
    Some(Origin {
        done: said.sentences,
        foreign: said.language != shown.language,
        drafts,
    })
}

fn quoted(p: &Frame, spoken: &Spoken<'_>) -> Quoted {
    let by = record::until(p.day);
    let level = record::level(spoken.statement, by);
    let language = &spoken.source.recorded.language;
    let level = say!(p.words, &format!("level-{}", level.label()));
    Quoted {
        words: spoken.quote.text.clone(),
        lang: language.as_str().to_owned(),
        dir: direction(Some(language)),
        who: spoken.said.speaker.clone(),
        as_what: format!("{} · {level}", kind(p, spoken.said.kind)),
        path: p.link(format!("/s/{}", spoken.statement.id)),
    }
}
