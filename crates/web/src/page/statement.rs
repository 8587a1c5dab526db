//! A statement: the source, the words in their place, as what they are held, what was said again and
//! answered, and the draft they led to.

use askama::Template;
use sponsio_law::conference::{DraftProvision, Repetition, StatementKind};

use crate::locale::say;
use crate::page::asked::Asked;
use crate::page::frame::{Frame, Section, short_digest};
use crate::page::passage::{Paragraph, paragraphs};
use crate::page::record::{self, Spoken};
use crate::page::road::{self, Step};
use crate::page::shown::Shown;
use crate::page::spoken;
use crate::wording::Stage;

#[derive(Template)]
#[template(path = "statement.html")]
pub(crate) struct StatementPage {
    p: Frame,
    title: String,
    lead: String,
    tags: Vec<(String, bool)>,
    road: Vec<Step>,
    facts: Vec<(String, String)>,
    lang: String,
    dir: &'static str,
    paragraphs: Vec<Paragraph>,
    /// Whether the report itself is at hand, so that the words stand in their place.
    in_place: bool,
    quotes: Vec<Told>,
    views: Vec<View>,
    also: Vec<spoken::Said>,
    ahead: Option<Ahead>,
    repetitions: Vec<Again>,
    answers: Option<Vec<Linked>>,
    accused: String,
    drafts: Vec<Draft>,
    missing: String,
}

/// A passage with what is known of it.
struct Told {
    number: usize,
    words: String,
    how: String,
}

/// Who holds it to be what, and why.
struct View {
    who: String,
    level: String,
    grounds: String,
    day: String,
}

/// What is said to have been said again.
struct Again {
    said: String,
    words: String,
    is_open: bool,
    link: Option<String>,
}

/// What still separates the words from law.
struct Ahead {
    foreign: bool,
    spoken: Vec<Stage>,
    drafts: Vec<(String, Vec<Stage>)>,
}

/// Another statement.
struct Linked {
    who: String,
    words: String,
    path: String,
}

/// A provision that was drafted from the words.
pub(crate) struct Draft {
    pub(crate) tab: String,
    pub(crate) words: String,
    pub(crate) lang: String,
    pub(crate) dir: &'static str,
    pub(crate) fate: String,
    pub(crate) path: Option<String>,
}

/// Returns the page of a statement.
pub(crate) fn page(
    shown: &Shown<'_>,
    asked: &Asked,
    one: Spoken<'_>,
) -> Result<String, askama::Error> {
    let p = Frame::new(asked, Section::Statements, shown.reading);
    let (words, by) = (p.words, record::until(p.day));
    let source = one.conference.source(one.said.source);
    let report = source.and_then(|source| shown.reading.document(&source.recorded.report));
    let placed = report.and_then(|report| paragraphs(&report, &one.said.quotes));
    let listed = spoken::listed(shown, &p, &one);
    let kind = (listed.kind.clone(), false);
    let level = (listed.level.clone(), false);
    let flags = listed.flags.iter().map(|flag| (flag.clone(), true));
    let repetitions = one.conference.repetitions(one.held.id);
    let accuses = one.said.kind == StatementKind::Accusation;
    let drafts: Vec<Draft> = one
        .drafts(by)
        .map(|draft| drafted(&p, &one, draft))
        .collect();
    let page = StatementPage {
        title: say!(words, "statement-title", who = listed.speaker.as_str()),
        lead: listed.day.clone(),
        tags: [kind, level].into_iter().chain(flags).collect(),
        road: road::of_words(shown, &p, &one),
        facts: facts(shown, &p, &one),
        lang: listed.lang,
        dir: listed.dir,
        in_place: placed.is_some(),
        paragraphs: placed.unwrap_or_default(),
        quotes: quotes(&p, &one),
        views: views(shown, &p, &one),
        repetitions: repetitions
            .filter(|repetition| repetition.at <= by)
            .map(|repetition| again(shown, &p, &one, repetition))
            .collect(),
        answers: accuses.then(|| {
            let replies = one.held.replies.iter().filter(|(_, at)| *at <= by);
            replies
                .filter_map(|(of, _)| linked(shown, &p, &one, *of))
                .collect()
        }),
        accused: one.said.accused.join("; "),
        also: also(shown, &p, &one),
        ahead: asked.at.is_none().then(|| ahead(shown, &one)).flatten(),
        missing: listed.led_to,
        drafts,
        p,
    };
    page.render()
}

fn facts(shown: &Shown<'_>, p: &Frame, one: &Spoken<'_>) -> Vec<(String, String)> {
    let (words, said) = (p.words, one.said);
    let mut facts = Vec::new();
    let mut fact = |key: &str, text: String| {
        if !text.is_empty() {
            facts.push((say!(words, key), text));
        }
    };
    if let Some(source) = one.conference.source(said.source) {
        let recorded = &source.recorded;
        let told = say!(
            words,
            "source-told",
            publisher = recorded.publisher.as_str(),
            day = recorded.date,
            language = crate::page::account::language_name(words, recorded.language.as_str())
        );
        fact("fact-source", told);
        fact("fact-address", recorded.address.clone());
        fact("fact-digest", short_digest(&recorded.report.to_string()));
    }
    fact("fact-speaker", spoken::speaker(shown, one));
    fact(
        "fact-capacity",
        say!(words, &format!("capacity-{}", said.capacity.label())),
    );
    fact("fact-place", said.place.clone());
    fact("fact-occasion", said.occasion.clone());
    fact("fact-audience", said.audience.join("; "));
    fact("fact-doubtful", said.doubtful.clone());
    let confirmed = one
        .held
        .confirmed
        .as_ref()
        .and_then(|(_, at)| record::day_of(*at));
    if let Some(day) = confirmed {
        fact("fact-confirmed", say!(words, "confirmed-on", day = day));
    }
    facts
}

fn quotes(p: &Frame, one: &Spoken<'_>) -> Vec<Told> {
    let quotes = one.said.quotes.iter().enumerate();
    let told = quotes.map(|(place, quote)| Told {
        number: place + 1,
        words: quote.text.clone(),
        how: p.t(if quote.direct {
            "quote-direct"
        } else {
            "quote-told"
        }),
    });
    told.collect()
}

fn views(shown: &Shown<'_>, p: &Frame, one: &Spoken<'_>) -> Vec<View> {
    let by = record::until(p.day);
    let changes = one.held.levels.iter().filter(|change| change.at <= by);
    let views = changes.map(|change| {
        let given = &change.given;
        let who = given.view.as_ref().map(|code| record::name(shown, code));
        View {
            who: who.unwrap_or_else(|| p.t("view-of-record")),
            level: say!(p.words, &format!("level-{}", given.level.label())),
            grounds: given.grounds.clone(),
            day: record::day_of(change.at)
                .map(|day| p.day(&day))
                .unwrap_or_default(),
        }
    });
    views.collect()
}

/// What the same party, or else the same speaker, said at other times, the earliest first.
fn also(shown: &Shown<'_>, p: &Frame, one: &Spoken<'_>) -> Vec<spoken::Said> {
    let others = one.conference.also_said(one.held.id).into_iter();
    let others = others.filter_map(|other| record::statement(shown, &other.id.to_string(), p.day));
    others
        .map(|other| spoken::listed(shown, p, &other))
        .collect()
}

/// What still separates the words from law. It is what is so now: of a past day it is not said.
fn ahead(shown: &Shown<'_>, one: &Spoken<'_>) -> Option<Ahead> {
    let now = record::until(shown.reading.day());
    let found = one.conference.ahead(one.held.id, now)?;
    let said = shown.wording.ahead(shown.language, &found);
    Some(Ahead {
        foreign: said.language != shown.language,
        spoken: said.spoken,
        drafts: said.drafts,
    })
}

/// A repetition stays claimed until its own source is recorded.
fn again(shown: &Shown<'_>, p: &Frame, one: &Spoken<'_>, repetition: &Repetition) -> Again {
    let by = record::until(p.day);
    let own = repetition
        .sourced
        .and_then(|of| one.conference.statement(of));
    let own = own.filter(|own| own.public().is_some() && own.at <= by);
    let recorded = &repetition.repeated;
    let claimed = recorded.claimed_in.is_some();
    let key = match (claimed, own.is_some()) {
        (true, false) => "again-claimed",
        (true, true) => "again-borne-out",
        (false, _) => "again-sourced",
    };
    let link = own.map(|own| own.id).or(recorded.claimed_in);
    let own_words = own.and_then(|own| own.public()).map(|said| {
        let quotes = said.quotes.iter().map(|quote| quote.text.as_str());
        (said.speaker.clone(), quotes.collect::<Vec<_>>().join(" … "))
    });
    let (speaker, words) = own_words.unwrap_or_else(|| {
        let words = repetition.words(one.conference).unwrap_or_default();
        (claimed_by(shown, p, repetition), words.to_owned())
    });
    Again {
        said: say!(p.words, key, who = speaker.as_str()),
        words,
        is_open: claimed && own.is_none(),
        link: link.map(|of| p.link(format!("/s/{of}"))),
    }
}

/// Returns who is said to have repeated something, by office and party: a name is not public.
fn claimed_by(shown: &Shown<'_>, p: &Frame, repetition: &Repetition) -> String {
    let recorded = &repetition.repeated;
    let party = recorded
        .party
        .as_ref()
        .map(|code| record::name(shown, code));
    let office = Some(recorded.office.clone()).filter(|office| !office.is_empty());
    let known: Vec<String> = [office, party].into_iter().flatten().collect();
    if known.is_empty() {
        return p.t("somebody-unnamed");
    }
    known.join(", ")
}

fn linked(
    shown: &Shown<'_>,
    p: &Frame,
    one: &Spoken<'_>,
    of: sponsio_record::ActId,
) -> Option<Linked> {
    let found = record::statement(shown, &of.to_string(), p.day)?;
    let found = Spoken {
        conference: one.conference,
        ..found
    };
    Some(Linked {
        who: spoken::speaker(shown, &found),
        words: found.words(),
        path: p.link(found.path()),
    })
}

/// Returns a draft with what became of it.
pub(crate) fn drafted(p: &Frame, one: &Spoken<'_>, draft: &DraftProvision) -> Draft {
    let by = record::until(p.day);
    let drafted = &draft.drafted;
    let adoption = one
        .conference
        .adoption()
        .filter(|adoption| adoption.at <= by);
    let is_in_text = adoption.is_some()
        && one
            .conference
            .contents()
            .keys()
            .any(|place| place.provision == drafted.provision);
    let fate = match (is_in_text, draft.hypothetical) {
        (true, _) => "draft-adopted",
        (false, true) => "draft-never-tabled",
        (false, false) => "draft-open",
    };
    let tab = if draft.hypothetical {
        "tab-hypothetical"
    } else {
        "tab-drafted"
    };
    let treaty = one.conference.treaty();
    Draft {
        tab: p.t(tab),
        words: drafted.words.clone(),
        lang: drafted.language.as_str().to_owned(),
        dir: spoken::direction(Some(&drafted.language)),
        fate: p.t(fate),
        path: is_in_text.then(|| p.link(format!("/t/{treaty}/text#{}", drafted.provision))),
    }
}
