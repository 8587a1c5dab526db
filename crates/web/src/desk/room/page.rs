//! The page of a room: the round and its clock, silence, the rolling text, proposals, positions, what is due.
//! Its inner part is fetched anew, under the reader's own rights, whenever something has changed.

use askama::Template;
use axum::http::StatusCode;
use sponsio_depositary::mandate::rights::Deed;
use sponsio_depositary::{Reader, RoundText};
use sponsio_law::conference::{RoundState, SilenceObject, SilenceState};
use sponsio_text::{Expression, Language, Options, ProvisionId, rolling};

use super::Room;
use super::amended::{Mark, named};
use super::clock::{Deadline, deadline, left};
use super::due::Owed;
use super::publication::Waiting;
use super::rolling::{Article, Bit, Made};
use super::stands::{Cell, Table, key, tables};
use super::tabled::Tabled;
use crate::desk::At;
use crate::desk::reply::{Reply, Stop};
use crate::desk::view::{Who, instant};
use crate::locale::say;
use crate::page::account::language_name;
use crate::page::frame::{Frame, short_digest};
use crate::page::spoken::direction;

#[derive(Template)]
#[template(path = "desk/room/page.html")]
struct RoomPage {
    p: Frame,
    who: Option<Who>,
    r: Inside,
}

#[derive(Template)]
#[template(path = "desk/room/part.html")]
struct RoomPart {
    p: Frame,
    who: Option<Who>,
    r: Inside,
}

/// What the page of a room shows.
struct Inside {
    id: String,
    title: String,
    lead: String,
    reads_as: String,
    /// How many entries the log had.
    size: u64,
    part: String,
    silences: Vec<Silence>,
    round: Option<Round>,
    open: Option<Open>,
    /// Why there is no text, or no round.
    empty: Option<String>,
    languages: Vec<Choice>,
    lang: String,
    dir: &'static str,
    articles: Vec<Article>,
    left_out: usize,
    selected: Option<Selected>,
    tabled: Vec<Tabled>,
    tables: Vec<Table>,
    key: Vec<Cell>,
    owed: Vec<Owed>,
    waiting: Option<Waiting>,
    drafts: Option<String>,
    /// Where words that are chosen in a provision are sent, but for its id.
    choose: Option<String>,
    chair: Option<String>,
}

/// A silence procedure that runs, or waits to be concluded.
struct Silence {
    mark: String,
    on: String,
    until: Deadline,
    left: Option<String>,
    frozen: String,
    may_object: bool,
    /// What is said of one that is not running any more.
    over: Option<String>,
}

/// The round that was opened last.
struct Round {
    name: String,
    state: String,
    closes: Deadline,
    left: Option<String>,
    passed: u64,
    whole: u64,
    computed: String,
}

/// How much is open in the text.
struct Open {
    places: usize,
    readings: usize,
    unbracketed: String,
    tabled: usize,
    sealed: usize,
}

/// A language of the text.
struct Choice {
    name: String,
    link: String,
    is_current: bool,
}

/// The provision that a reader has chosen.
struct Selected {
    name: String,
    id: String,
    tabled: Vec<usize>,
    ways: Vec<(String, String)>,
}

impl At<'_> {
    pub(super) fn room_page(&self, id: &str) -> Result<Reply, Stop> {
        let room = self.room(id)?;
        let page = RoomPage {
            p: self.frame(),
            who: Some(room.visitor.who()),
            r: self.inside(&room)?,
        };
        Ok(Reply::page(page.render()?))
    }

    /// The inner part, which the page asks for by itself: it keeps no session alive.
    pub(super) fn room_part(&self, id: &str) -> Result<Reply, Stop> {
        let Some(visitor) = self.visitor_unused()? else {
            let said = say!(self.words(), "room-ended");
            let link = self.link("/sign-in");
            let heading = say!(self.words(), "sign-in-heading");
            let part = format!("<p class=\"notice\">{said} <a href=\"{link}\">{heading}</a></p>");
            return Ok(Reply::with_status(StatusCode::UNAUTHORIZED, part));
        };
        let room = self.room_of(visitor, id)?;
        let part = RoomPart {
            p: self.frame(),
            who: Some(room.visitor.who()),
            r: self.inside(&room)?,
        };
        Ok(Reply::page(part.render()?))
    }

    fn inside(&self, room: &Room) -> Result<Inside, Stop> {
        let words = self.words();
        let language = self.text_language(room);
        let text = match &language {
            Some(language) => self.rolled(room, language)?,
            None => None,
        };
        let base = text.as_ref().map(|text| &text.base);
        let selected = self.chosen().filter(|id| {
            let rolling = text.as_ref().map(|text| &text.rolling.expression);
            rolling.is_some_and(|text| text.provision(*id).is_some())
        });
        let made = Made {
            words,
            view: &room.view,
            now: room.now,
            selected,
            with_names: true,
        };
        let round = room.round();
        let tabled = round.map(|round| self.tabled_in(room, &round.opened.round, base));
        let tabled = tabled.unwrap_or_default();
        let rolling = text.as_ref().map(|text| &text.rolling);
        let positions = rolling.map(|rolling| tables(words, &room.view, rolling, selected));
        let positions = positions.unwrap_or_default();
        let drafts = room
            .may(Deed::Draft)
            .then(|| self.link(&room.path("/drafts")));
        let choose = language
            .as_ref()
            .filter(|_| base.is_some() && room.may(Deed::Draft))
            .map(|language| room.path(&format!("/choose/{}/", language.as_str())));
        let chair = room
            .may(Deed::Preside)
            .then(|| self.link(&room.path("/chair")));
        Ok(Inside {
            id: room.id.to_string(),
            title: room.view.convened.title.clone(),
            lead: self.lead(room),
            reads_as: self.reads_as(room),
            size: self.desk.office.depositary.state().size(),
            part: self.here(room, "/part"),
            silences: self.silences(room, base),
            round: self.shown_round(room),
            open: self.open(text.as_ref(), &tabled),
            empty: self.empty(room, text.is_some()),
            languages: self.choices(room, language.as_ref()),
            lang: language
                .as_ref()
                .map(|own| own.as_str().to_owned())
                .unwrap_or_default(),
            dir: direction(language.as_ref()),
            articles: rolling
                .map(|rolling| made.articles(rolling))
                .unwrap_or_default(),
            left_out: text.as_ref().map_or(0, |text| text.left_out.len()),
            selected: selected
                .and_then(|id| self.selected(room, base, language.as_ref(), id, &tabled)),
            key: if positions.is_empty() {
                Vec::new()
            } else {
                key(words)
            },
            tables: positions,
            tabled,
            owed: self.owed(room),
            waiting: self.waiting_publication(room)?,
            drafts,
            choose,
            chair,
        })
    }

    /// Returns the rolling text of the round as this reader may read it, or the text as it stands where no
    /// round was opened.
    fn rolled(&self, room: &Room, language: &Language) -> Result<Option<RoundText>, Stop> {
        let depositary = &self.desk.office.depositary;
        let options = Options::default();
        let Some(round) = room.round() else {
            let Some(base) = self.base(room, language.as_str())? else {
                return Ok(None);
            };
            // Without stands there is nothing that could not fit.
            let rolling = rolling(&base, &[], &[], &options).map_err(|_| Stop::Unavailable)?;
            return Ok(Some(RoundText {
                base,
                rolling,
                left_out: Vec::new(),
                at: room.now,
            }));
        };
        let found = depositary.round_text(&room.id, round, language, &room.reader, &options);
        let found = self.runtime.block_on(found);
        found.map_err(|error| Stop::Refused(self.refused(&error)))
    }

    fn chosen(&self) -> Option<ProvisionId> {
        let mut own = self.call.asked.own.iter();
        let (_, id) = own.find(|(name, _)| *name == "provision")?;
        id.parse().ok()
    }

    /// Returns the address of this page or its part, with the language of the text and the provision that
    /// were asked for.
    fn here(&self, room: &Room, end: &str) -> String {
        let mut asked = Vec::new();
        if !self.call.asked.texts.is_empty() {
            asked.push(format!(
                "text={}",
                crate::page::asked::encoded(&self.call.asked.texts)
            ));
        }
        if let Some(id) = self.chosen() {
            asked.push(format!("provision={id}"));
        }
        let query = if asked.is_empty() {
            String::new()
        } else {
            format!("?{}", asked.join("&"))
        };
        self.link(&room.path(&format!("{end}{query}")))
    }

    fn lead(&self, room: &Room) -> String {
        let words = self.words();
        let delegations = room.view.seats().count();
        let languages = room.view.convened.languages.iter();
        let languages = languages.map(|one| language_name(words, one.as_str()));
        let languages = languages.collect::<Vec<_>>().join(", ");
        say!(
            words,
            "room-lead",
            count = delegations,
            languages = languages.as_str()
        )
    }

    fn reads_as(&self, room: &Room) -> String {
        let words = self.words();
        match &room.reader {
            Reader::Presidency => say!(words, "room-reads-presidency"),
            Reader::Public => say!(words, "room-reads-public"),
            Reader::Delegation(code) => {
                let name = self.party_name(code);
                let key = if room.view.seat(code).is_some() {
                    "room-reads-delegation"
                } else {
                    "room-reads-unseated"
                };
                say!(words, key, name = name.as_str())
            }
        }
    }

    fn silences(&self, room: &Room, text: Option<&Expression>) -> Vec<Silence> {
        let words = self.words();
        let shown = room.view.silences().filter_map(|(mark, silence)| {
            let state = silence.state(room.now);
            let over = match &state {
                SilenceState::Running(_) => None,
                SilenceState::Adopted(_) if silence.concluded.is_none() => {
                    Some(say!(words, "room-silence-expired"))
                }
                // What was broken before this round began is history.
                SilenceState::Broken { at, .. }
                    if room.round().is_some_and(|round| *at < round.opened_at) =>
                {
                    return None;
                }
                SilenceState::Broken { by, at } => {
                    let (name, when) = (self.party_name(by), instant(words, *at));
                    Some(say!(
                        words,
                        "room-silence-broken",
                        name = name.as_str(),
                        when = when.as_str()
                    ))
                }
                SilenceState::Adopted(_) | SilenceState::Withdrawn(_) => return None,
            };
            let on = match &silence.started.on {
                SilenceObject::Adoption => say!(words, "room-silence-adoption"),
                SilenceObject::Decision(decision) => decision.clone(),
                SilenceObject::Provision(place) => {
                    let name = text.map(|text| named(text, place.provision));
                    let name = name.unwrap_or_else(|| place.provision.to_string());
                    let language = language_name(words, place.language.as_str());
                    say!(
                        words,
                        "room-silence-provision",
                        name = name.as_str(),
                        language = language.as_str()
                    )
                }
            };
            Some(Silence {
                mark: mark.to_string(),
                on,
                until: deadline(words, room.zone.as_deref(), silence.expires),
                left: left(words, room.now, silence.expires).filter(|_| over.is_none()),
                frozen: short_digest(&silence.started.text.to_string()),
                may_object: over.is_none() && room.may(Deed::Object),
                over,
            })
        });
        shown.collect()
    }

    fn shown_round(&self, room: &Room) -> Option<Round> {
        let words = self.words();
        let round = room.round()?;
        let state = round.state(room.now);
        let key = match state {
            RoundState::Open => "room-state-open",
            RoundState::Closed => "room-state-closed",
            RoundState::Published => "room-state-published",
            RoundState::Archived => "room-state-archived",
        };
        let closes = round.closing();
        let seconds = |from: sponsio_record::Instant, to: sponsio_record::Instant| {
            u64::try_from(to.seconds() - from.seconds()).unwrap_or(0)
        };
        let whole = seconds(round.opened_at, round.opened.closes).max(1);
        let is_open = state == RoundState::Open;
        Some(Round {
            name: round.opened.round.clone(),
            state: say!(words, key),
            closes: deadline(words, room.zone.as_deref(), closes),
            left: left(words, room.now, closes).filter(|_| is_open),
            passed: seconds(round.opened_at, room.now).min(whole),
            whole,
            computed: instant(words, room.now),
        })
    }

    fn open(&self, text: Option<&RoundText>, tabled: &[Tabled]) -> Option<Open> {
        let figures = text?.rolling.figures();
        let permille = figures.unbracketed_permille();
        Some(Open {
            places: figures.sites + figures.alternatives.len() + figures.inserted.len(),
            readings: figures.readings,
            unbracketed: say!(self.words(), "room-percent", count = permille / 10),
            tabled: tabled.len(),
            sealed: tabled.iter().filter(|one| one.changes.is_none()).count(),
        })
    }

    fn empty(&self, room: &Room, has_text: bool) -> Option<String> {
        let words = self.words();
        match (room.view.revision(), room.round()) {
            (None, _) => Some(say!(words, "room-empty-text")),
            (Some(_), _) if !has_text => Some(say!(words, "room-no-access")),
            (Some(_), None) => Some(say!(words, "room-empty-round")),
            _ => None,
        }
    }

    fn choices(&self, room: &Room, current: Option<&Language>) -> Vec<Choice> {
        let languages = room.view.convened.languages.iter();
        let choices = languages.map(|one| Choice {
            name: language_name(self.words(), one.as_str()),
            link: self.link(&room.path(&format!("?text={}", one.as_str()))),
            is_current: current == Some(one),
        });
        choices.collect()
    }

    fn selected(
        &self,
        room: &Room,
        base: Option<&Expression>,
        language: Option<&Language>,
        id: ProvisionId,
        tabled: &[Tabled],
    ) -> Option<Selected> {
        let (base, language) = (base?, language?.as_str());
        let touches = |one: &Tabled| {
            let changes = one.changes.iter().flatten();
            changes.into_iter().any(|change| change.provision == id)
        };
        let places = tabled.iter().enumerate().filter(|(_, one)| touches(one));
        let is_of_base = base.provision(id).is_some();
        let ways = ["replace", "insert-after", "delete"].into_iter();
        let ways = ways.filter(|_| is_of_base && room.may(Deed::Draft));
        let ways = ways.map(|way| {
            let said = say!(self.words(), &format!("room-way-{way}"));
            (
                said,
                self.link(&room.path(&format!("/draft/{language}/{way}/{id}"))),
            )
        });
        Some(Selected {
            name: named(base, id),
            id: id.to_string(),
            tabled: places.map(|(place, _)| place).collect(),
            ways: ways.collect(),
        })
    }
}

impl Inside {
    /// Returns the address of a provision of this room, in the language of the text.
    fn provision(&self, p: &Frame, id: &str) -> String {
        let (room, lang) = (&self.id, &self.lang);
        p.link(format!("/n/{room}?text={lang}&provision={id}#{id}"))
    }

    /// Returns where words that are chosen in a provision are sent.
    fn choose_in(&self, p: &Frame, id: &str) -> String {
        p.link(format!(
            "{}{id}",
            self.choose.as_deref().unwrap_or_default()
        ))
    }

    /// Returns the address of a form of this room, with the mark of what it is about in its place.
    fn below(&self, p: &Frame, end: &str, mark: &str) -> String {
        p.link(format!("/n/{}{}", self.id, end.replace("{}", mark)))
    }

    /// Returns the address of the stream of events, with how much of the log this page has seen.
    fn live(&self) -> String {
        format!("/n/{}/live?since={}", self.id, self.size)
    }
}
